"""scormhost, on this machine, and what it has kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import APIRequestContext

from ..running import free_port, python_of, running

TEACHER = {
    "display_name": "A Teacher",
    "username": "teacher",
    "email": "teacher@example.org",
    "password": "a-long-password",
}


@dataclass(frozen=True)
class Host:
    """A running scormhost."""

    address: str

    def take(self, request: APIRequestContext, package: Path) -> str:
        """Put a package there, as a teacher does, and return its key."""
        answer = request.post(
            f"{self.address}api/packages",
            multipart={
                "file": {
                    "name": package.name,
                    "mimeType": "application/zip",
                    "buffer": package.read_bytes(),
                }
            },
        )
        assert answer.status == 201
        return str(answer.json()["id"])

    def kept(self, request: APIRequestContext, key: str) -> Any:
        """Return what is kept of whoever asks."""
        return request.get(f"{self.address}api/scorm/{key}/cmi?launch=index.html").json()["elements"]


@contextmanager
def host(folder: Path) -> Iterator[Host]:
    """Run scormhost, with its files in `folder`."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    order = [python_of("scormhost"), "-m", "uvicorn", "--factory", "scormhost:create_scorm_app"]
    with running([*order, "--port", str(port)], folder, address, {}) as there:
        yield Host(there)
