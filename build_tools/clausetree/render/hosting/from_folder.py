"""The site as browsers open it from a folder, without a server.

They open no page for a folder, run no modules, fetch nothing, and start no worker.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Collection, Mapping
from urllib.parse import unquote

from clausetree.render.hosting import apache, iis, nginx, static_host

INDEX = "index.html"
SEARCH_PAGE = re.compile(r"<form[^>]* data-search-page")
SEARCHED = "search/files.js"
"""The script that holds what a search looks through, which a page of a server fetches."""
_ADDRESS = re.compile(r'(?<=\s)((?:xlink:)?href|data-search)="(?![a-z][a-z0-9+.-]*:|/|#)([^"?#]*)([^"]*)"')
_MODULE = re.compile(r'<script type="module" ')
_FOR_SERVERS = {
    apache.NAME,
    iis.NAME,
    nginx.NAME,
    static_host.NAME,
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
}


def is_wanted(path: str) -> bool:
    """Say whether the file at `path`, from the site's root, is of use without a server."""
    return not (path in _FOR_SERVERS or path.endswith((".br", ".gz")) or path.startswith("assets/pyodide/"))


def page_of(html: str, path: str, files: Collection[str]) -> str:
    """Return the page or picture at `path` with links to files alone, and with scripts that are no modules."""
    folder = posixpath.dirname(path)

    def to_file(found: re.Match[str]) -> str:
        name, address, rest = found.groups()
        target = posixpath.normpath(posixpath.join(folder, unquote(address), INDEX))
        if not address.endswith(("/", ".")) or target not in files:
            return found[0]
        return f'{name}="{address}{"/" if address.endswith(".") else ""}{INDEX}{rest}"'

    html = _MODULE.sub("<script defer ", _ADDRESS.sub(to_file, html))
    if not SEARCH_PAGE.search(html):
        return html
    index = posixpath.relpath(SEARCHED, folder or ".")
    return html.replace("<script defer ", f'<script defer src="{index}"></script>\n    <script defer ', 1)


def script_of(module: str) -> str:
    """Return a joined module, which exports nothing, as a plain script."""
    return f"(() => {{\n{module.replace('import.meta.url', 'location.href')}\n}})();\n"


def searched(texts: Mapping[str, str]) -> str:
    """Return the script that holds these files, JSON by their paths, for a search."""
    held = ",".join(f"{json.dumps(path)}:{text.strip()}" for path, text in texts.items())
    return f"globalThis.searchedFiles = {{{held}}};\n"
