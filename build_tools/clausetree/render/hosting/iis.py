"""The headers as a `web.config` file, which IIS reads in the site's own folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from clausetree.render.hosting.headers import frame_headers, kept_headers, page_headers, worker_headers
from clausetree.render.hosting.layout import Layout
from clausetree.render.hosting.media_types import COMPRESSIBLE, MEDIA_TYPES, OTHER, media_type

NAME = "web.config"
_TOKENS = {"br": "br", "gz": "gzip"}


def to_iis(layout: Layout) -> str:
    """Return the file. IIS knows no patterns here: each place that differs is named, the general ones first."""
    places = [(folder.rstrip("/"), kept_headers()) for folder in layout.kept]
    places += [(folder.rstrip("/"), frame_headers(layout.framed_by)) for folder in layout.frames]
    places.append((layout.worker, worker_headers()))
    return _FRAME.format(
        base=layout.base,
        types="\n".join(_types()),
        headers="\n".join(_headers(page_headers(), {}, "        ")),
        rewriting="\n".join(_rewriting()),
        encodings="\n".join(_encodings()),
        places="\n".join(_location(path, headers) for path, headers in places),
    )


_FRAME = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- Written by the build, new at each build. docs/hosting/iis.md says what IIS needs to read it. -->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom" existingResponse="Auto">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" path="{base}404.html" responseMode="ExecuteURL" />
      <!-- A folder without a page of its own. -->
      <remove statusCode="403" subStatusCode="14" />
      <error statusCode="403" subStatusCode="14" path="{base}404.html" responseMode="ExecuteURL" />
    </httpErrors>
    <security>
      <requestFiltering removeServerHeader="true">
        <hiddenSegments>
          <add segment="_headers" />
          <add segment=".htaccess" />
          <add segment="nginx.conf" />
        </hiddenSegments>
      </requestFiltering>
    </security>
    <staticContent>
{types}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}
      </customHeaders>
    </httpProtocol>
    <!-- Beside each file that is worth it stand the same bytes packed. This needs the module URL Rewrite:
         without it, leave out everything from here to the end of "rewrite". -->
    <rewrite>
      <rules>
{rewriting}
      </rules>
      <outboundRules>
{encodings}
      </outboundRules>
    </rewrite>
  </system.webServer>
{places}
</configuration>
"""


def _types() -> Iterator[str]:
    for ending in (*MEDIA_TYPES, "br"):
        kind = media_type(f"a.{ending}") if ending in MEDIA_TYPES else OTHER
        yield f'      <remove fileExtension=".{ending}" />'
        yield f'      <mimeMap fileExtension=".{ending}" mimeType="{kind}" />'


def _headers(headers: Mapping[str, str], inherited: Mapping[str, str], indent: str) -> Iterator[str]:
    """What is inherited has to be taken back before it can be said again."""
    for name in inherited:
        if headers.get(name) != inherited[name]:
            yield f'{indent}<remove name="{name}" />'
    for name, value in headers.items():
        if inherited.get(name) != value:
            yield f"{indent}<add name={_quoted(name)} value={_quoted(value)} />"


def _location(path: str, headers: Mapping[str, str]) -> str:
    lines = "\n".join(_headers(headers, page_headers(), "          "))
    return (
        f'  <location path="{path}">\n    <system.webServer>\n      <httpProtocol>\n        <customHeaders>\n'
        f"{lines}\n        </customHeaders>\n      </httpProtocol>\n    </system.webServer>\n  </location>"
    )


def _rewriting() -> Iterator[str]:
    endings = "|".join(COMPRESSIBLE)
    for packed, token in _TOKENS.items():
        yield f"""\
        <rule name="{token}" stopProcessing="true">
          <match url="^(.+\\.(?:{endings}))$" />
          <conditions>
            <add input="{{HTTP_ACCEPT_ENCODING}}" pattern="\\b{token}\\b" />
            <add input="{{REQUEST_FILENAME}}.{packed}" matchType="IsFile" />
          </conditions>
          <action type="Rewrite" url="{{R:1}}.{packed}" />
        </rule>"""


def _encodings() -> Iterator[str]:
    for packed, token in _TOKENS.items():
        yield _outbound(f"encoding {token}", "RESPONSE_Content_Encoding", rf"\.{packed}$", token)
    for ending in COMPRESSIBLE:
        kind = media_type(f"a.{ending}")
        yield _outbound(f"type {ending}", "RESPONSE_Content_Type", rf"\.{ending}\.(?:br|gz)$", kind)
    yield _outbound("vary", "RESPONSE_Vary", r"\.(?:br|gz)$", "Accept-Encoding")


def _outbound(name: str, variable: str, pattern: str, value: str) -> str:
    return f"""\
        <rule name="{name}">
          <match serverVariable="{variable}" pattern=".*" />
          <conditions>
            <add input="{{URL}}" pattern="{pattern}" />
          </conditions>
          <action type="Rewrite" value="{value}" />
        </rule>"""


def _quoted(text: str) -> str:
    """Apostrophes stay: a security policy is full of them, and people read this file."""
    words = escape(text, quote=False).replace('"', "&quot;")
    return f'"{words}"'
