"""The headers as a file that nginx includes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausetree.render.hosting.headers import frame_headers, kept_headers, page_headers, worker_headers
from clausetree.render.hosting.layout import Layout
from clausetree.render.hosting.media_types import MEDIA_TYPES, OTHER, TEXTS

NAME = "nginx.conf"


def to_nginx(layout: Layout) -> str:
    """Return a file to be included in the `server` block that serves the site.

    It is one `location`, so that it changes nothing else on the server. Within it every kind of file has
    a location with the whole set: in nginx, one `add_header` replaces all that were inherited.
    """
    base = re.escape(layout.base) + ("(?:.+/)?" if layout.anywhere else "")
    kept = "|".join(re.escape(folder) for folder in layout.kept)
    parts = [
        _location(f"~ ^{base}{re.escape(layout.worker)}$", worker_headers()),
        _location(f"~ ^{base}(?:{kept})", kept_headers()),
    ]
    if layout.frames:
        frames = "|".join(re.escape(folder) for folder in layout.frames)
        parts.append(_location(f"~ ^{base}(?:{frames})", frame_headers(layout.framed_by)))
    return _FRAME.format(
        base=layout.base,
        types="\n".join(f"        {kind} {' '.join(endings)};" for kind, endings in _by_type().items()),
        texts=" ".join(sorted({MEDIA_TYPES[ending] for ending in TEXTS} - {"text/html"})),
        other=OTHER,
        hidden=_quoted(rf"~ ^{base}(?:.*/)?(?:nginx\.conf|web\.config|_headers|\.[^/]*)$"),
        headers=_header_lines(page_headers(), "    "),
        parts="\n".join(parts),
    )


_FRAME = """\
# Written by the build, new at each build. docs/hosting/nginx.md says how to use it.
#
#     server {{
#         listen 443 ssl;
#         root /srv/www;
#         include /srv/www{base}nginx.conf;
#     }}

location ^~ {base} {{
    index index.html;
    error_page 404 {base}404.html;
    # A folder without a page of its own.
    error_page 403 =404 {base}404.html;
    absolute_redirect off;
    server_tokens off;

    types {{
{types}
    }}
    default_type {other};
    charset utf-8;
    charset_types {texts};

    # Beside each file that is worth it stand the same bytes packed. Where this server has the module
    # for Brotli, take the mark off the third line.
    gzip_static on;
    gzip_vary on;
    # brotli_static on;

{headers}

    location {hidden} {{
        return 404;
    }}
{parts}
}}
"""


def _by_type() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for ending, kind in MEDIA_TYPES.items():
        kinds.setdefault(kind, []).append(ending)
    return kinds


def _location(matches: str, headers: Mapping[str, str]) -> str:
    return f"    location {_quoted(matches)} {{\n{_header_lines(headers, '        ')}\n    }}"


def _quoted(matches: str) -> str:
    """A pattern with braces or semicolons would end the block that it stands in."""
    sign, pattern = matches.split(" ", 1)
    return f'{sign} "{pattern}"'


def _header_lines(headers: Mapping[str, str], indent: str) -> str:
    return "\n".join(f'{indent}add_header {name} "{value}" always;' for name, value in headers.items())
