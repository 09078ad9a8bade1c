"""How much is read of one course: a small archive may hold endless data, or itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of one file, bytes of everything, how many files, and how deep one lies in another.

    `passed` is how much of one packed archive is unpacked, also where pictures and films in it are passed over.
    """

    of_one: int = 64 * 1024 * 1024
    of_all: int = 256 * 1024 * 1024
    files: int = 100_000
    depth: int = 6
    passed: int = 8 * 1024 * 1024 * 1024


@dataclass(slots=True)
class Budget:
    """What may still be read."""

    limits: Limits
    bytes_read: int = 0
    files_read: int = 0

    @property
    def is_spent(self) -> bool:
        """Whether nothing more is to be read."""
        return self.bytes_read > self.limits.of_all or self.files_read > self.limits.files

    def spend(self, size: int) -> None:
        """Count one more file, or one more piece of coded data."""
        self.bytes_read += size
        self.files_read += 1
