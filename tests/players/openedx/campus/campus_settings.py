"""Settings of the XBlock SDK's workbench, and what Open edX has besides: an address, a learner, room for files.

It runs where the blocks are installed, not here: `server.py` starts it.
"""

from __future__ import annotations

import os
from pathlib import Path

from workbench.settings import *  # noqa: F403 - Django's settings are taken over in this way
from workbench.settings import MIDDLEWARE as WORKBENCH_MIDDLEWARE
from workbench.settings import WORKBENCH as WORKBENCH_OWN

LMS_ROOT_URL = os.environ["CAMPUS_ADDRESS"]
ROOT_URLCONF = "campus"
MEDIA_ROOT = str(Path.cwd() / "media")
MEDIA_URL = "/media/"
# Open edX takes what a course says to a block without this sign, too.
MIDDLEWARE = [name for name in WORKBENCH_MIDDLEWARE if "csrf" not in name]
WORKBENCH = WORKBENCH_OWN | {"services": WORKBENCH_OWN["services"] | {"user": "campus.LearnerService"}}
XBLOCK_SETTINGS = {
    "CMI5XBlock": {
        "LRS_ENDPOINT": os.environ.get("CAMPUS_LRS", ""),
        "LRS_AUTH_KEY": "learner",
        "LRS_AUTH_SECRET": "secret",
    }
}
