"""The headers as a `.htaccess` file, which Apache reads in the site's own folder."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausetree.render.hosting.headers import frame_headers, kept_headers, page_headers, worker_headers
from clausetree.render.hosting.layout import Layout
from clausetree.render.hosting.media_types import MEDIA_TYPES, TEXTS

NAME = ".htaccess"


def to_apache(layout: Layout) -> str:
    """Return the file.

    The conditions come from the most general to the most special: the last that holds wins. A file that
    is sent packed has its own ending behind it by then.
    """
    kept = "|".join(re.escape(folder) for folder in layout.kept)
    parts = [_where(f"/(?:{kept})", kept_headers())]
    if layout.frames:
        frames = "|".join(re.escape(folder) for folder in layout.frames)
        parts.append(_where(f"/(?:{frames})", frame_headers(layout.framed_by)))
    parts.append(_where(rf"/{re.escape(layout.worker)}(?:\.gz|\.br)?$", worker_headers()))
    return _FRAME.format(
        base=layout.base,
        types="\n".join(f"AddType {kind} .{ending}" for ending, kind in MEDIA_TYPES.items() if ending != "gz"),
        texts=" ".join(f".{ending}" for ending in TEXTS),
        headers=_header_lines(page_headers(), ""),
        parts="\n".join(parts),
        packed="\n".join(_packed(ending) for ending in ("br", "gz")),
    )


_FRAME = """\
# Written by the build, new at each build. docs/hosting/apache.md says what Apache needs to read it.

Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 404 {base}404.html
# A folder without a page of its own.
ErrorDocument 403 {base}404.html

{types}
AddCharset utf-8 {texts}

{headers}
Header always merge Vary Accept-Encoding

{parts}

<FilesMatch "^(\\.ht.*|web\\.config|nginx\\.conf|_headers)$">
    Require all denied
</FilesMatch>

# Beside each file that is worth it stand the same bytes packed.
<IfModule mod_rewrite.c>
    RewriteEngine On
{packed}
</IfModule>
<FilesMatch "\\.br$">
    RemoveLanguage .br
    AddEncoding br .br
</FilesMatch>
<FilesMatch "\\.gz$">
    RemoveType .gz
    AddEncoding gzip .gz
</FilesMatch>
"""

_TOKEN = {"br": "br", "gz": "gzip"}


def _packed(ending: str) -> str:
    return (
        rf"    RewriteCond %{{HTTP:Accept-Encoding}} \b{_TOKEN[ending]}\b" + "\n"
        f"    RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n"
        rf"    RewriteRule ^(.+)(?<!\.br|\.gz)$ $1.{ending} [END]"
    )


def _where(pattern: str, headers: Mapping[str, str]) -> str:
    """Only what differs from what every file gets."""
    everywhere = page_headers()
    other = {name: value for name, value in headers.items() if everywhere.get(name) != value}
    gone = [f"    Header always unset {name}" for name in everywhere if name not in headers]
    lines = "\n".join([_header_lines(other, "    "), *gone])
    return f'<If "%{{REQUEST_URI}} =~ m#{pattern}#">\n{lines}\n</If>'


def _header_lines(headers: Mapping[str, str], indent: str) -> str:
    return "\n".join(f'{indent}Header always set {name} "{value}"' for name, value in headers.items())
