"""The only code that knows MkDocs. It hands over and takes back; it decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from clausetree.report.diagnostic import Severity
from clausetree.report.text import to_text
from publish.runtime import PROJECT, Runtime, make_runtime
from publish.site import Settings, Site, load_site

log = get_plugin_logger("clausetree")


class AttestationConfig(base.Config):
    """What `attestation:` takes."""

    url = options.Type(str, default="")


class ClausetreeConfig(base.Config):
    """What `clausetree:` in mkdocs.yml takes."""

    trees = options.Type(str, default="trees")
    lock = options.Type(str, default="clauses.lock")
    released = options.Type(str, default="released")
    attestation = options.SubConfig(AttestationConfig)


class ClausetreePlugin(BasePlugin[ClausetreeConfig]):
    """Puts policies and procedures into a site that MkDocs lays out."""

    site: Site
    runtime: Runtime
    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether an author is watching, who wants to see her faults in the page."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything."""
        folder = Path(config.config_file_path).parent
        self.runtime = make_runtime(PROJECT / ".cache")
        self.site = load_site(
            Settings(
                docs=Path(config.docs_dir),
                trees=folder / self.config.trees,
                cache=PROJECT / ".cache",
                address=config.site_url or "",
                attestation_url=self.config.attestation.url,
                runtime=self.runtime.folder,
                entry=self.runtime.entry,
                lock=folder / self.config.lock,
                released=folder / self.config.released,
            )
        )
        self._report()
        config.extra["policies"] = list(self.site.policies.registry)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the page of each procedure."""
        for page in self.site.pages():
            files.append(File.generated(config, page.path, content=page.content))
        for page in self.site.unlisted_pages():
            unlisted = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.path, content=page.content, inclusion=unlisted))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in the addresses of links."""
        return self.site.markdown(markdown, page.file.src_uri)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in the pieces of procedures and the tables of clauses."""
        return self.site.content(html, _root(page))

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Finish the policies' pages, after the search index has read them."""
        return self.site.whole_page(output, page.file.src_uri, _root(page))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files that are not pages, and place the Python that the widgets run."""
        site_dir = Path(config.site_dir)
        self.runtime.place(site_dir)
        for artifact in self.site.artifacts():
            target = site_dir / artifact.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(artifact.content, encoding="utf-8", newline="")

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Build again when a tree changes."""
        server.watch(str(self.site.settings.trees))
        return server

    def _report(self) -> None:
        errors = False
        for diagnostic in self.site.diagnostics:
            errors = errors or diagnostic.severity is Severity.ERROR
            log.warning("%s", to_text(diagnostic))
        unfilled = self.site.policies.unfilled_line()
        if unfilled:
            log.info("%s", unfilled)
        if errors and not self.serving:
            raise PluginError("Nothing was published: mend what is listed above, then build again.")


def _root(page: Page) -> str:
    """Return the way from a page to the site's root: "../../" or ""."""
    root = get_relative_url("", page.url)
    return "" if root in (".", "./") else root.rstrip("/") + "/"
