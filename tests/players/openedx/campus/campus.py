"""The workbench with what these blocks take for granted of Open edX. Nothing of the blocks is changed.

Open edX has one learner to a session, keys that know their course, whole addresses for other programs, and none
with a question mark; the workbench has a learner in each address, and plain words for keys.
"""

from __future__ import annotations

from threading import Lock
from typing import Any

from django.conf import settings
from openedxscorm import ScormXBlock
from workbench import runtime, scenarios, views
from workbench.runtime import WorkbenchRuntime
from workbench.urls import urlpatterns as urlpatterns
from xblock.reference.user_service import UserService, XBlockUser

_ONE_AT_A_TIME = Lock()
"""The workbench keeps all that it knows of a learner in one row, which it reads and writes back."""


class Key(str):
    """Where a block stands in its course."""

    context_key = "course-v1:Example+Policy+2026"

    @property
    def block_id(self) -> str:
        """The part of the key that is the block's own."""
        return self.replace(".", "-")


class LearnerService(UserService):
    """The learner who is signed in."""

    def __init__(self) -> None:
        user = XBlockUser(is_current_user=True, emails=["learner@example.org"], full_name="A Learner")
        user.opt_attrs |= {"edx-platform.user_id": 7, "edx-platform.username": "learner"}
        super().__init__(user=user)

    def get_current_user(self) -> XBlockUser:
        """Return the learner."""
        return self._user


class Runtime(WorkbenchRuntime):
    """What answers the blocks."""

    def __init__(self, _user_id: str | None = None) -> None:
        super().__init__("learner")

    def get_block(self, usage_id: str, for_parent: Any = None) -> Any:
        """Return the block with that key."""
        block = super().get_block(Key(usage_id), for_parent)
        block.location = Key(usage_id)
        return block

    def handle(self, block: Any, handler_name: str, request: Any, suffix: str = "") -> Any:
        """Let a block answer."""
        with _ONE_AT_A_TIME:
            return super().handle(block, handler_name, request, suffix)

    def handler_url(self, *which: Any, thirdparty: bool = False, **more: Any) -> str:
        """Return where a block is asked."""
        path: str = super().handler_url(*which, thirdparty=thirdparty, **more).split("?")[0]
        return settings.LMS_ROOT_URL + path if thirdparty else path

    def _patch_xblock(self, block: Any) -> None:
        """Leave blocks as they are: the workbench would put another thing in the place of their location."""


for module in (runtime, scenarios, views):
    module.WorkbenchRuntime = Runtime
# The one that the block brings names it as it was called before.
ScormXBlock.workbench_scenarios = staticmethod(lambda: [("SCORM", "<scorm/>")])
