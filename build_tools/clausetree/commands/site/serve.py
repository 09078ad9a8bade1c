"""`clausetree serve`: show the site on this machine while its author writes."""

from __future__ import annotations

import argparse
import os
import socket
import sys

from clausetree.commands.places import add_settings, site_settings
from clausetree.commands.site.mkdocs_run import mkdocs

NAME = "serve"
HELP = "show the site on this machine, and build it again at every change"
ABOUT = """\
Build the site and show it to a browser on this machine, at an address that it names. At every change of a
file the site is built again, and the page in the browser is loaded anew. What is wrong is said here, and
shown in the page of a procedure that has errors. End it with Ctrl and C."""
EXAMPLES = """\
examples:
  clausetree serve
  clausetree serve --address 127.0.0.1:8001

It ends with 2 when the address is taken."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the settings and the address."""
    add_settings(parser)
    default = "127.0.0.1:8000"
    parser.add_argument("--address", default=default, metavar="HOST:PORT", help=f"where to show it ({default})")


def run(arguments: argparse.Namespace) -> int:
    """Serve until somebody ends it."""
    settings = site_settings(arguments)
    if fault := taken(arguments.address):
        print(fault, file=sys.stderr)
        return 2
    return mkdocs(["serve", "--livereload", "--dev-addr", arguments.address, "--config-file", str(settings)])


def taken(address: str) -> str | None:
    """Return why nothing can be served at HOST:PORT, or None where it can."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65_534:
        return f"{address} is not an address such as 127.0.0.1:8000."
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        if os.name != "nt":  # there it would let two programs have one port
            # As the preview does it: without this, a port that was left a moment ago seems taken.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host.strip("[]"), int(port)))
        except OSError as error:
            if isinstance(error, socket.gaierror):
                return (
                    f"There is no host {host} on this machine. Say: clausetree serve --address 127.0.0.1:{port}"
                )
            if isinstance(error, PermissionError) and int(port) < 1024:
                return f"Programs may not use port {port} here. Say: clausetree serve --address {host}:8000"
            other = f"{host}:{int(port) + 1}"
            return (
                f"The site cannot be served at {address}: {error.strerror}.\n"
                f"If a preview runs in another window, use that one. Or say: clausetree serve --address {other}"
            )
    return None
