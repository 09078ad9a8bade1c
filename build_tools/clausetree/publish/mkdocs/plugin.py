"""The only code that knows what MkDocs calls and hands over. What is made of it is decided elsewhere."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler, get_relative_url
from mkdocs.utils.templates import TemplateContext

from clausetree.publish.assets.bundle import NotJoinedError
from clausetree.publish.assets.python_archive import ModuleNotPackedError
from clausetree.publish.assets.runtime import Runtime, make_runtime
from clausetree.publish.assets.theme_files import ASSETS, ThemeFiles, read_theme_files
from clausetree.publish.authors.edited_as import edited_as
from clausetree.publish.authors.program import make_program
from clausetree.publish.authors.sources import ARCHIVE, FOLDER, PAGE, PAGE_TEXT, TOLD, sources_of
from clausetree.publish.courses.packages import publish_packages
from clausetree.publish.files.cache import Cache, cache_of, fault_in
from clausetree.publish.files.earlier_site import EarlierSite, put_aside
from clausetree.publish.files.installed import COMMON_PAGES, THEME_FOLDER
from clausetree.publish.hosting.compress import compress, pack_meanwhile
from clausetree.publish.hosting.instructions import write_instructions
from clausetree.publish.hosting.preview import Preview
from clausetree.publish.mkdocs.not_carried_out import not_carried_out, unknown_language
from clausetree.publish.mkdocs.settings import ClausetreeConfig
from clausetree.publish.mkdocs.unused_templates import unused_templates
from clausetree.publish.pages.carried_graphviz import NoGraphvizError
from clausetree.publish.pages.loaded_site import Settings
from clausetree.publish.pages.site import Site, load_site
from clausetree.publish.printing.documents import RefusedDocumentError, write_documents
from clausetree.publish.printing.procedures import write_procedures
from clausetree.publish.sources.settings_file import Folders, plugins_in, read_settings
from clausetree.publish.unforeseen import explained, is_shown_in_full
from clausetree.render.hosting.headers import PAGE_POLICY
from clausetree.render.hosting.inline import refused_in
from clausetree.render.hosting.layout import Layout, layout_of
from clausetree.render.policy.headings import Entry
from clausetree.render.versions.versions import copy_address
from clausetree.report.diagnostic import Severity
from clausetree.report.grouped import grouped

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # reads in a web server, which a build has no use for

log = get_plugin_logger("clausetree")
SITEMAP = "sitemap.xml"


def _in_plain_words[**P, T](hook: Callable[P, T]) -> Callable[P, T]:
    """Let MkDocs say in words what nobody thought of; it shows a traceback of everything else."""

    @wraps(hook)
    def called(*given: P.args, **named: P.kwargs) -> T:
        try:
            return hook(*given, **named)
        except Exception as error:
            if isinstance(error, BuildError) or is_shown_in_full():
                raise
            raise PluginError(explained(error, " ".join(["mkdocs", *sys.argv[1:]]))[0]) from error

    return called


class ClausetreePlugin(BasePlugin[ClausetreeConfig]):
    """Puts policies and procedures into a site that MkDocs lays out."""

    site: Site
    runtime: Runtime
    theme_files: ThemeFiles
    layout: Layout
    cache: Cache
    packed: Callable[[], None]
    beneath: list[str]
    """The folders of Material's templates. Only those that a template asks for by name are looked at."""
    program: Runtime | None = None
    """What only the page for authors is sent, where there is one."""
    sources: list[Path]
    """The files of the folder of pages that are published."""
    earlier: EarlierSite | None = None
    serving = dirty = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether an author is watching, who wants to see her faults in the page."""
        self.serving, self.dirty = command == "serve", dirty

    @event_priority(100)  # before the search index asks for words in the language of the site
    @_in_plain_words
    def _check(self, config: MkDocsConfig) -> None:
        """Stop where nothing could be built."""
        if str(THEME_FOLDER) not in config.theme.dirs:
            raise PluginError("The pages of policies need the theme `clausetree`: write `theme: clausetree`.")
        if unknown := unknown_language(config.theme.get("language"), config.theme.dirs):
            raise PluginError(unknown)
        self.cache = cache_of(Path(config.config_file_path).parent)
        # While an author is watching, the site is in a folder for things of a moment, as a cache may be.
        others = [config.docs_dir] if self.serving else [config.docs_dir, config.site_dir]
        if fault := fault_in(self.cache, *map(Path, others)):
            raise PluginError(fault)

    @_in_plain_words
    def _read(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything."""
        folder = Path(config.config_file_path).parent
        try:
            self.runtime = make_runtime(self.cache)
            self.program = make_program(self.cache) if self.config.workbench else None
            self.theme_files = read_theme_files(THEME_FOLDER, self.cache, for_authors=self.config.workbench)
            self.site = load_site(
                Settings(
                    folders=Folders(
                        settings=Path(config.config_file_path),
                        docs=Path(config.docs_dir),
                        trees=folder / self.config.trees,
                        lock=folder / self.config.lock,
                        released=folder / self.config.released,
                        trees_lock=folder / self.config.trees_lock,
                    ),
                    cache=self.cache,
                    address=config.site_url or "",
                    attestation=self.config.attestation.chosen(),
                    runtime=self.runtime.folder,
                    entry=self.runtime.entry,
                    language=str(config.theme.get("language", "en")),
                )
            )
        except (NotJoinedError, ModuleNotPackedError, NoGraphvizError) as error:
            raise PluginError(str(error)) from error
        self._report()
        address = config.site_url or ""
        if not self.serving:
            self.packed = pack_meanwhile(
                [file for each in filter(None, [self.runtime, self.program]) for file in each.files.values()],
                self.cache,
            )
        if found := _without_effect(config):
            log.info("These settings have no effect on our pages: %s.", "; ".join(found))
        trees = [procedure.tree.id for procedure in self.site.procedures.all]
        framed_by = self.config.framed_by
        programs = [self.runtime, *filter(None, [self.program])]
        kept = (self.theme_files.folder, *(each.folder for each in programs))
        self.layout = layout_of(address, self.theme_files.worker, kept, trees, framed_by)
        if not config.site_url:
            # It would be empty: what it lists are whole addresses.
            config.theme.static_templates.discard(SITEMAP)
        # MkDocs would go through the ten thousand icons in them, of which no page is made.
        ours = config.theme.dirs.index(str(THEME_FOLDER)) + 1
        self.beneath = config.theme.dirs[ours:-1]
        config.theme.dirs = [*config.theme.dirs[:ours], *config.theme.dirs[-1:]]
        config.extra["policies"] = list(self.site.policies.registry)
        config.extra["assets"] = self.theme_files.folder
        config.extra["workbench"] = self.program and {
            "page": FOLDER,
            "runtime": self.runtime.folder,
            "program": self.program.folder,
            "entry": self.program.entry,
            "sources": ARCHIVE,
            "told": TOLD,
        }
        config.extra["security_policy"] = PAGE_POLICY
        return config

    on_config = CombinedEvent(_check, _read)

    @event_priority(-100)  # what other plugins read of the earlier site is there until then
    @_in_plain_words
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Put the earlier site aside, which MkDocs would delete."""
        site = Path(config.site_dir)
        self.earlier = EarlierSite(site, None) if self.dirty else put_aside(site, self.cache)

    def on_build_error(self, *, error: Exception) -> None:
        """Let the earlier site stand again."""
        self._put_back()

    def on_shutdown(self) -> None:
        """Let the earlier site stand again where somebody broke off."""
        self._put_back()

    def _put_back(self) -> None:
        if self.earlier:
            earlier, self.earlier = self.earlier, None
            try:
                earlier.put_back()
            except OSError as error:
                log.error("The earlier site lies in %s, and could not be put back: %s", earlier.aside, error)

    @_in_plain_words
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the page of each procedure, and of the theme's files put in only those that pages ask for."""
        for file in [file for file in files if file.src_dir in config.theme.dirs]:
            ours = file.src_dir == str(THEME_FOLDER)
            if file.src_dir != config.theme.custom_dir and (
                not ours or file.src_uri.startswith(ASSETS) or file.src_uri == SITEMAP
            ):
                files.remove(file)
        for stranger in filter(None, map(files.get_file_from_path, self.site.policies.strangers)):
            files.remove(stranger)  # only an author who is watching comes so far
        if self.program:
            if files.get_file_from_path(PAGE):
                raise PluginError(f"docs/{PAGE} stands where the workbench does. Give it another name.")
            unlisted = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, PAGE, content=PAGE_TEXT, inclusion=unlisted))
        for name, path in self.theme_files.files.items():
            files.append(File.generated(config, self.theme_files.folder + name, abs_src_path=str(path)))
        for page in self.site.pages():
            files.append(File.generated(config, page.path, content=page.content))
        for name, common in COMMON_PAGES.items():
            # The accessibility statement is for those who want one.
            wanted = name.startswith("search") or config.extra.get("statement")
            if wanted and files.get_file_from_path(name) is None:
                content = common.read_text(encoding="utf-8")
                files.append(File.generated(config, name, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        for page in self.site.unlisted_pages():
            unlisted = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.path, content=page.content, inclusion=unlisted))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember which files of an author's own are published; which are not, MkDocs knows by now."""
        own = [file for file in files if file.src_dir == config.docs_dir and file.inclusion.is_included()]
        self.sources = [Path(file.abs_src_path) for file in own if file.abs_src_path]
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let templates find those of Material, its icons, and what was written for earlier pages."""
        assert env.loader, "MkDocs gives one"
        env.loader = ChoiceLoader([env.loader, FileSystemLoader(self.beneath)])
        env.globals["kept"] = {}  # what templates write once for many pages
        env.bytecode_cache = FileSystemBytecodeCache(str(self.cache.folder_for("templates")))
        return env

    @_in_plain_words
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in the addresses of links."""
        return self.site.markdown(markdown, page.file.src_uri)

    @_in_plain_words
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in the words of policies, the pieces of procedures and the tables of clauses."""
        headings = self.site.headings(page.file.src_uri)
        if headings is not None:
            page.toc = get_toc([_listed(heading) for heading in headings])
            page.present_anchor_ids = {*(page.present_anchor_ids or ()), *self.site.anchors(page.file.src_uri)}
        return self.site.content(html, _root(page))

    @event_priority(-100)  # after the search index has read the page
    @_in_plain_words
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Finish the content of the page."""
        page.content = self.site.finished(page.content or "", page.file.src_uri, _root(page))
        if self.program:
            own = page.file.abs_src_path if page.file.src_dir == config.docs_dir else None
            page.meta["edited_as"] = edited_as(page.file.src_uri, Path(own) if own else None, self.site.reading)
        return context

    @event_priority(-100)  # after every other plugin has written into the page
    @_in_plain_words
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say what has no place in the page."""
        for tag in refused_in(output):
            log.warning(
                "%s: `%s` has no place in a page. The site's security policy forbids scripts, styles, forms, "
                "frames and films there, and what comes from other sites. Nor may a page lead readers away "
                "by itself. Write Markdown, and put pictures into docs.",
                page.file.src_uri,
                tag,
            )
        return output

    @event_priority(-100)  # after every other plugin has written its files
    @_in_plain_words
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files that are not pages, and what a web server needs to know of all files."""
        site_dir, address = Path(config.site_dir), config.site_url or ""
        earlier = self.earlier
        assert earlier, "MkDocs has begun to build"
        if config.strict and earlier.aside and _has_warned():
            raise PluginError("Nothing was published: mend what is listed above, then build again.")
        place = earlier.place
        self.runtime.place(site_dir, place)
        if self.program:
            self.program.place(site_dir, place)
            sources = sources_of(self.site.reading, self.sources, self.site.settings.language)
            earlier.write(sources.archive, site_dir / ARCHIVE)
            earlier.write(sources.told.encode(), site_dir / TOLD)
        for artifact in self.site.artifacts():
            target = site_dir / artifact.path
            target.parent.mkdir(parents=True, exist_ok=True)
            earlier.write("".join(artifact.texts).encode(), target)
        for copy, picture in self.site.released.pictures():
            place(picture, site_dir / copy_address(copy, copy.version) / picture.name)
        for procedure in self.site.procedures.all:
            if pictures := self.site.pictures.get(procedure.tree.id):
                pictures.put(procedure.tree, site_dir, place)
        try:
            write_documents(self.site.policies, address, site_dir, self.cache, Path(config.docs_dir), place)
            write_procedures(self.site.to_print(), address, site_dir, self.cache, place)
        except RefusedDocumentError as error:
            raise PluginError(f"No PDF can be made. {error}") from error
        courses, chosen = self.site.procedures.all, self.config.courses.chosen()
        for line in publish_packages(courses, self.site.wires, address, site_dir, self.cache, place, chosen):
            log.info(line)
        write_instructions(site_dir, self.layout)
        if not self.serving:
            self.packed()
            compress(site_dir, self.layout.kept, self.cache, place)
        earlier.forget()
        self.earlier = None
        self.cache.forget()

    @event_priority(-100)  # other plugins may name the builder that they were given
    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Build again when a tree changes, and send everything as a web server is told to."""
        trees = self.site.settings.folders.trees
        trees.mkdir(parents=True, exist_ok=True)  # git keeps no empty folder, and the first tree is to be seen
        server.watch(str(trees))
        server.builder = _building_on(server.builder)
        server.set_app(Preview(server.serve_request, lambda: self.layout))
        return server

    def _report(self) -> None:
        found = [d for d in self.site.diagnostics if d.severity is not Severity.ACKNOWLEDGED]
        errors = any(diagnostic.severity is Severity.ERROR for diagnostic in found)
        for group in grouped(found):
            # A strict build stops at what MkDocs calls a warning; a warning of ours is for its author to judge.
            level = logging.WARNING if group.first.severity is Severity.ERROR else logging.INFO
            log.log(level, "%s", group.text())
        for notice in filter(None, self.site.notices):
            log.info("%s", notice)
        if errors and not self.serving:
            raise PluginError("Nothing was published: mend what is listed above, then build again.")


def _building_on(build: Callable[[], None]) -> Callable[[], None]:
    """Let an author who slips in the settings read why, and go on with the pages that are there.

    MkDocs would show a traceback, and answer nobody until the next change.
    """

    def called() -> None:
        try:
            build()
        except (Exception, SystemExit) as error:
            if is_shown_in_full():
                raise
            # A fault of ours is in words by now: what comes so far is of a hook, a template or another plugin.
            message = (
                error if isinstance(error, MkDocsException | OSError) else f"{type(error).__name__}: {error}"
            )
            log.error("%s\nMend this, and the pages are built again.", message)

    return called


def _has_warned() -> bool:
    """Return whether MkDocs will stop a strict build: it counts the warnings, and looks when all is written."""
    counters = [one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler)]
    return any(counter.get_counts() for counter in counters)


def _without_effect(config: MkDocsConfig) -> list[str]:
    """Return what was asked of Material, or written for its frame, and is not done."""
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    others = [Path(folder) for folder in config.theme.dirs if Path(folder) not in (*own, THEME_FOLDER)]
    written = read_settings(Path(config.config_file_path)).get("plugins")
    extensions = {name: config.mdx_configs.get(name) or {} for name in config.markdown_extensions}
    return [
        *not_carried_out(config.theme, config.extra, plugins_in(written), extensions),
        *(name for folder in own for name in unused_templates(folder, THEME_FOLDER, others)),
    ]


def _listed(heading: Entry) -> Any:
    """Return a heading as MkDocs lists it."""
    below = [_listed(child) for child in heading.children]
    return {"name": heading.title, "id": heading.id, "level": heading.level, "children": below}


def _root(page: Page) -> str:
    """Return the way from a page to the site's root: "../../" or ""."""
    root = get_relative_url("", page.url)
    return "" if root in (".", "./") else root.rstrip("/") + "/"
