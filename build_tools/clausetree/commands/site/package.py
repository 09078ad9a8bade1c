"""`clausetree package`: put the built site into one archive to hand over."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from clausetree.commands.places import add_settings
from clausetree.commands.site.mkdocs_run import fix_the_date
from clausetree.publish.assets.node import NodeMissingError
from clausetree.publish.delivery.delivery import SUMS, WRITTEN, ListerMissingError, deliver
from clausetree.publish.delivery.signing import NotSignedError, sign
from clausetree.publish.sources.settings_file import settings_in, site_folder

NAME = "package"
HELP = "put the built site into one archive, with checksums and a list of what it is made of"
ABOUT = """\
Put the built site into an archive, with the checksum of every file in it, and write two lists of what the site
is made of and made with, in the form of CycloneDX. The same site gives the same bytes.

With --for-a-folder another archive holds the site as browsers open it from a folder or a shared drive: its
pages, its search and its pictures work there. Questions come one at a time only from a web server.

With --sign the checksums are signed with a key of SSH, so that anybody who has your public key can check,
without a network, that you made the archive and that nobody changed it."""
EXAMPLES = """\
examples:
  clausetree package
  clausetree package --site site --to dist
  clausetree package --for-a-folder
  clausetree package --sign ~/.ssh/id_ed25519

It ends with 0, or with 2 when there is no built site, or when it cannot be signed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folders to read and to write."""
    add_settings(parser)
    parser.add_argument("--site", type=Path, help="the built site (as the settings say, or site)")
    parser.add_argument("--to", type=Path, default=Path("dist"), help="the folder to write, anew (dist)")
    parser.add_argument(
        "--for-a-folder",
        action="store_true",
        help="write an archive, too, that opens from a folder, without a server",
    )
    parser.add_argument("--sign", type=Path, metavar="KEY", help="sign the checksums with this SSH key")


def run(arguments: argparse.Namespace) -> int:
    """Write the archive and what goes with it, and name the files."""
    settings: Path = arguments.config_file or settings_in(Path())
    site: Path = arguments.site or site_folder(settings)
    if not (site / "index.html").is_file():
        print(f"There is no built site in {site}. Run `clausetree build` first.")
        return 2
    others = (
        [path.name for path in arguments.to.iterdir() if path.name not in WRITTEN]
        if arguments.to.is_dir()
        else []
    )
    if others:
        print(f"{arguments.to} holds {others[0]}, which is not of a release. Name another folder with --to.")
        return 2
    fix_the_date(settings.resolve().parent)
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    try:
        written = deliver(site, arguments.to, moment, from_folder=arguments.for_a_folder)
        written += [sign(arguments.to / SUMS, arguments.sign)] if arguments.sign else []
    except (ListerMissingError, NodeMissingError, NotSignedError) as error:
        print(error)
        return 2
    for path in written:
        print(f"{path}  {path.stat().st_size / 1024:.0f} KiB")
    return 0
