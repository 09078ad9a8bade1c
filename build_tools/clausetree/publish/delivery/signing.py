"""Sign the checksums of a release, so that a stranger can check offline who made it.

The signature is one of SSH: everybody who keeps a repository has such a key, both commands are on every machine
with OpenSSH 8.1 or newer, and nothing on the network is asked: neither to sign nor to check.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

PURPOSE = "clausetree-release"
"""A signature made for another purpose does not hold for this one."""


class NotSignedError(Exception):
    """Nothing was signed. The words are for whoever wanted it."""


def sign(file: Path, key: Path) -> Path:
    """Write the signature of `file` beside it, made with the SSH key in `key`, and return it.

    Raises `NotSignedError` where ssh-keygen is not there or refuses.
    """
    signature = file.with_name(f"{file.name}.sig")
    signature.unlink(missing_ok=True)
    order = ["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", PURPOSE, str(file)]
    try:
        done = subprocess.run(order, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise NotSignedError("ssh-keygen signs, and is not there. Install OpenSSH.") from error
    if done.returncode:
        raise NotSignedError(f"{file.name} could not be signed: {' '.join(done.stderr.split())}")
    return signature
