"""The files that tell servers how to send the site, written into its root, where most servers look for them."""

from __future__ import annotations

from pathlib import Path

from clausetree.render.hosting import apache, iis, nginx, static_host
from clausetree.render.hosting.layout import Layout

NAMES = (nginx.NAME, apache.NAME, iis.NAME, static_host.NAME)


def write_instructions(site: Path, layout: Layout) -> None:
    """Write a file for each kind of server."""
    entries = [f"{path.name}/" if path.is_dir() else path.name for path in sorted(site.iterdir())]
    texts = {
        nginx.NAME: nginx.to_nginx(layout),
        apache.NAME: apache.to_apache(layout),
        iis.NAME: iis.to_iis(layout),
        static_host.NAME: static_host.to_static_host(layout, [e for e in entries if e not in NAMES]),
    }
    for name, text in texts.items():
        (site / name).write_text(text, encoding="utf-8", newline="\n")
