"""What an author asked of Material for MkDocs and our frame does not do: nothing is taken and ignored.

docs/authoring/material.md says what works instead. What is not named here works, or works in a way of our own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

_CARRIED_OUT = frozenset(
    {
        *("content.action.edit", "content.action.view", "content.code.annotate", "content.code.copy"),
        *("content.tabs.link", "content.tooltips", "header.autohide", "navigation.expand", "navigation.footer"),
        *("navigation.indexes", "navigation.path", "navigation.sections", "navigation.tabs"),
        *("search.highlight", "search.share"),
    }
)
"""The features that work. Some need not be asked for: each page has its path, and the header scrolls away."""

_THEME = {
    "palette": "readers follow their device or choose, and the colours are in the first lines of colours.css",
    "font": "no letters are fetched",
    "icon": "the frame has no icons",
    "direction": "",
}
_EXTRA = {
    "alternate": "",
    "analytics": "nothing is told to another site",
    "annotate": "",
    "consent": "nothing is kept that needs it",
    "homepage": "",
    "scope": "",
    "social": "",
    "status": "",
    "version": "a policy has versions of its own",
}
_PLUGINS = ("blog", "offline", "optimize", "privacy", "projects", "social", "typeset")
_MATERIAL = "material/"
_SEARCH = ("lang", "separator", "pipeline")
_SHOWN_AS_WRITTEN = "what it marks is shown as written"


def not_carried_out(
    theme: Mapping[str, Any],
    extra: Mapping[str, Any],
    plugins: Mapping[str, Mapping[str, Any]],
    extensions: Mapping[str, Mapping[str, Any]],
) -> list[str]:
    """Return what has no effect, each once, as an author would write it, with a reason where she may wonder.

    `plugins` and `extensions` are by the names that MkDocs knows them by, with the options that were written.
    """
    found = [
        *(f"theme.features: {name}" for name in theme.get("features") or () if name not in _CARRIED_OUT),
        *_set("theme", theme, _THEME),
        *_other_language(str(theme.get("language") or "en")),
        *_set("extra", extra, _EXTRA),
        *(told for name, options in plugins.items() for told in _plugin(name, options)),
        *_extensions(extensions),
    ]
    return list(dict.fromkeys(found))


def _set(where: str, settings: Mapping[str, Any], reasons: Mapping[str, str]) -> Iterator[str]:
    for name, reason in reasons.items():
        if settings.get(name):
            yield _with(f"{where}.{name}", reason)


def _with(name: str, reason: str) -> str:
    return f"{name} ({reason})" if reason else name


def _other_language(language: str) -> Iterator[str]:
    if language.partition("-")[0] != "en":
        yield _with(
            f"theme.language: {language}",
            "pages say that they are in it, but the frame's own words are English",
        )


def unknown_language(language: object, folders: Iterable[str]) -> str | None:
    """Return what is wrong with `theme.language`; the theme's `folders` hold a file for each that it knows."""
    code = str(language)
    if any(Path(folder, "partials", "languages", f"{code}.html").is_file() for folder in folders):
        return None
    return f"`language: {code}` under `theme:` is none that Material knows. Write a code such as en, cy or fr."


def _plugin(name: str, options: Mapping[str, Any]) -> Iterator[str]:
    if name.startswith(_MATERIAL) and name.removeprefix(_MATERIAL) in _PLUGINS:
        yield f"plugins: {name}"
    if name.rpartition("/")[2] == "search":
        yield from (f"plugins: search: {option}" for option in _SEARCH if option in options)


def _extensions(extensions: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    fences = extensions.get("pymdownx.superfences", {}).get("custom_fences") or ()
    if any(fence.get("name") == "mermaid" for fence in fences):
        yield _with("pymdownx.superfences: mermaid", _SHOWN_AS_WRITTEN)
    if "pymdownx.arithmatex" in extensions:
        yield _with("pymdownx.arithmatex", _SHOWN_AS_WRITTEN)
    if not extensions.get("pymdownx.tabbed", {"alternate_style": True}).get("alternate_style"):
        yield _with("pymdownx.tabbed", "write alternate_style: true below it")
