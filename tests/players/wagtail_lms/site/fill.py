"""Put packages into lessons of one course, and sign a learner in: fill.py NAME=PACKAGE...

It runs where Wagtail is installed, not here: `server.py` starts it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.files import File  # noqa: E402
from wagtail.models import Page  # noqa: E402
from wagtail_lms.models import CoursePage, SCORMLessonPage, SCORMPackage  # noqa: E402


def add(name: str, package: Path, course: CoursePage) -> int:
    """Add a package as a lesson, and return the lesson's key."""
    with package.open("rb") as file:
        kept = SCORMPackage(title=name, package_file=File(file, name=package.name))
        kept.save()
    lesson = SCORMLessonPage(title=name, slug=name, scorm_package=kept)
    course.add_child(instance=lesson)
    return int(lesson.pk)


def sign_in() -> str:
    """Return the key of a session of the learner."""
    user = get_user_model().objects.create_user("learner")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


procedures = CoursePage(title="Procedures", slug="procedures")
Page.objects.get(depth=1).add_child(instance=procedures)
for given in sys.argv[1:]:
    called, _, place = given.partition("=")
    print(f"lesson {called} {add(called, Path(place), procedures)}")
print(f"session {sign_in()}")
