"""The headers as a `_headers` file, which hosts of static sites read (Netlify, Cloudflare Pages and others)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausetree.render.hosting.headers import KEEP, frame_headers, page_headers, worker_headers
from clausetree.render.hosting.layout import Layout

NAME = "_headers"
_ALONE = ("Content-Security-Policy", "X-Frame-Options")


def to_static_host(layout: Layout, entries: Iterable[str]) -> str:
    """Return the file. `entries` are the names in the site's root, those of folders ending in a slash.

    Where two rules match, such hosts send both values, and a browser obeys both security policies: the
    worker could not start. So the policy stands in rules of which only one matches any address.
    """
    policy = {name: value for name, value in page_headers().items() if name in _ALONE}
    common = {n: v for n, v in page_headers().items() if n not in (*_ALONE, "Cache-Control")}
    framed = {folder.split("/", 1)[0] + "/" for folder in layout.frames}
    rules = [_rule(f"{layout.base}*", common), _rule(layout.base, policy)]
    for entry in entries:
        if entry == "assets/" or entry in framed:
            continue
        rules.append(_rule(layout.base + (f"{entry}*" if entry.endswith("/") else entry), policy))
    if framed:
        may = {n: v for n, v in frame_headers(layout.framed_by).items() if n in _ALONE}
        rules += [_rule(f"{layout.base}{top}:page/", policy) for top in sorted(framed)]
        rules += [_rule(f"{layout.base}{top}:page/embed/*", may) for top in sorted(framed)]
    worker = {name: value for name, value in worker_headers().items() if name in _ALONE}
    rules.append(_rule(layout.base + layout.worker, worker))
    rules += [_rule(f"{layout.base}{folder}*", {"Cache-Control": KEEP}) for folder in layout.kept]
    note = "# Written by the build, new at each build. docs/hosting/static-hosts.md says who reads it.\n"
    return "\n".join([note, *rules])


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
