"""Put packages into Kolibri as resources of a channel, and a learner beside them: fill.py NAME=PACKAGE...

It runs where Kolibri is installed, not here: `server.py` starts it. A channel from Kolibri's Studio is imported
into these same tables.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path
from uuid import uuid4

from kolibri.utils.main import initialize

initialize()

from kolibri.core.auth.models import Facility, FacilityUser  # noqa: E402 - there is no database before
from kolibri.core.content.models import ChannelMetadata, ContentNode, File, Language, LocalFile  # noqa: E402
from kolibri.core.content.utils.paths import get_content_storage_file_path  # noqa: E402


def add(name: str, package: Path, parent: ContentNode) -> str:
    """Add a package as a resource, and return the keys of the resource and of what is learnt there."""
    checksum = hashlib.md5(package.read_bytes()).hexdigest()
    place = Path(get_content_storage_file_path(f"{checksum}.zip"))
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(package, place)
    node = ContentNode.objects.create(
        id=uuid4().hex,
        parent=parent,
        title=name,
        content_id=uuid4().hex,
        channel_id=parent.channel_id,
        kind="html5",
        available=True,
        lang=english,
        options={"entry": "index.html"},
    )
    local, _ = LocalFile.objects.get_or_create(
        id=checksum, extension="zip", available=True, file_size=package.stat().st_size
    )
    File.objects.create(id=uuid4().hex, local_file=local, contentnode=node, preset="imscp_zip", priority=1)
    return f"{node.id} {node.content_id}"


english, _ = Language.objects.get_or_create(id="en", lang_code="en", lang_name="English")
channel = uuid4().hex
root = ContentNode.objects.create(
    id=channel, title="Procedures", content_id=uuid4().hex, channel_id=channel, kind="topic", available=True
)
ChannelMetadata.objects.create(id=channel, name="Procedures", min_schema_version="5", root=root)
user = FacilityUser(username="learner", full_name="A Learner", facility=Facility.get_default_facility())
user.set_password("a-long-password")
user.save()
for given in sys.argv[1:]:
    called, _, file = given.partition("=")
    print(f"resource {called} {add(called, Path(file), root)}")
