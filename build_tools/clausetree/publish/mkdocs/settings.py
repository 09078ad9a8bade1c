"""What `clausetree:` under `plugins:` in mkdocs.yml takes, as MkDocs checks it."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config import base
from mkdocs.config import config_options as options

from clausetree.publish.sources.settings_file import SettingsUnreadableError
from clausetree.render.courses.options import CourseOptions
from clausetree.render.h5p.content import OLDEST_SCENARIO, fault_in_version
from clausetree.render.hosting.headers import is_origin
from clausetree.render.versions import attestation


class Origin(options.Type[str]):
    """The start of an address, as a security policy names it."""

    def __init__(self) -> None:
        super().__init__(str)

    def run_validation(self, value: object) -> str:
        """Refuse what a browser would not understand.

        Raises `ValidationError`, with words for whoever wrote it.
        """
        origin = str(super().run_validation(value))
        if not is_origin(origin):
            raise base.ValidationError(
                f"“{origin}” cannot frame a page. Write the start of an address and nothing after the host, "
                "as in https://learning.example.org"
            )
        return origin


class Checked(options.Type[str]):
    """Text in which `fault_in` finds nothing wrong."""

    def __init__(self, fault_in: Callable[[str], str | None], default: str = "") -> None:
        super().__init__(str, default=default)
        self.fault_in = fault_in

    def run_validation(self, value: object) -> str:
        """Stop the build with what is wrong.

        Raises `ValidationError`, with words for whoever wrote it.
        """
        text = str(super().run_validation(value))
        if fault := self.fault_in(text):
            raise base.ValidationError(f"“{text}” cannot be used. {fault}")
        return text


class DestinationConfig(base.Config):
    """What an entry of `destinations:` takes."""

    name = options.Type(str, default="")
    url = Checked(attestation.fault_in)


class AttestationConfig(base.Config):
    """What `attestation:` takes."""

    url = Checked(attestation.fault_in)
    statement = Checked(attestation.fault_in_statement, default=attestation.STATEMENT)
    destinations = options.ListOfItems(options.SubConfig(DestinationConfig), default=[])

    def chosen(self) -> attestation.Attestation:
        """Return what was chosen; an address without a name is for everybody."""
        entries = [("", self.url), *((entry.name, entry.url) for entry in self.destinations)]
        ways = tuple(attestation.Destination(name, url) for name, url in entries if url)
        return attestation.Attestation(self.statement, ways)


class CoursesConfig(base.Config):
    """What `courses:` takes."""

    each_version = options.Type(bool, default=False)
    each_answer = options.Type(bool, default=False)
    score = options.Type(bool, default=False)
    h5p_version = Checked(fault_in_version, default=OLDEST_SCENARIO)

    def chosen(self) -> CourseOptions:
        """Return what was chosen."""
        return CourseOptions(self.each_version, self.each_answer, self.score, self.h5p_version)


def course_options(written: object) -> CourseOptions:
    """Return what `courses:` in mkdocs.yml chooses, as the build reads it.

    Raises `SettingsUnreadableError`.
    """
    if not isinstance(written, dict | None):
        raise SettingsUnreadableError(
            f"`courses` in mkdocs.yml holds settings of its own, and not `{written}`."
        )
    config = CoursesConfig()
    config.load_dict(written or {})
    errors, warnings = config.validate()
    for name, fault in (*errors, *warnings):
        raise SettingsUnreadableError(f"`{name}` under `courses` in mkdocs.yml cannot be read. {fault}")
    return config.chosen()


class ClausetreeConfig(base.Config):
    """What `clausetree:` in mkdocs.yml takes."""

    trees = options.Type(str, default="trees")
    lock = options.Type(str, default="clauses.lock")
    released = options.Type(str, default="released")
    trees_lock = options.Type(str, default="trees.lock")
    attestation = options.SubConfig(AttestationConfig)
    framed_by = options.ListOfItems(Origin(), default=[])
    courses = options.SubConfig(CoursesConfig)
    workbench = options.Type(bool, default=False)
