"""List the files of Pyodide that `npm ci` fetched, and pack those that browsers are sent as they are.

`make lock` runs this. Packing takes half a minute, so what is packed stays in the repository: a first build
needs no more than to copy it.
"""

from __future__ import annotations

import brotli

from clausetree.publish.assets.runtime import KNOWN_HASHES, PYODIDE, UNCHANGED
from clausetree.publish.files.by_content import file_digest
from clausetree.publish.files.installed import PACKED


def main() -> None:
    """Write the list and the packed files, and delete those of earlier versions."""
    names = [line.split()[1] for line in KNOWN_HASHES.read_text(encoding="ascii").splitlines()]
    lines = [f"{file_digest(PYODIDE / name)}  {name}\n" for name in names]
    KNOWN_HASHES.write_text("".join(lines), encoding="ascii", newline="")
    PACKED.mkdir(exist_ok=True)
    wanted = {PACKED / f"{file_digest(file)}.br": file for file in UNCHANGED}
    for old in set(PACKED.iterdir()) - wanted.keys():
        old.unlink()
    for packed, file in wanted.items():
        if not packed.exists():
            packed.write_bytes(brotli.compress(file.read_bytes(), quality=11))


if __name__ == "__main__":
    main()
