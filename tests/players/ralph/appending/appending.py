"""Ralph, with files that take more than one statement: as it comes, they take the first and refuse the next.

It runs where Ralph is installed, not here: `server.py` starts it.
"""

from __future__ import annotations

from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND

from ralph.api import app as app  # noqa: E402 - it opens its files when it is imported
