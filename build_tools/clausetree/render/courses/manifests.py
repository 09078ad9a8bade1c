"""What tells a learning system about a course: SCORM 1.2, SCORM 2004 (4th edition) and cmi5."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from clausetree.render.courses.options import CourseOptions
from clausetree.tree.model import Tree
from clausetree.tree.wire import Procedure

_ENTRY = "index.html"
_LONGEST_VERSION = 20  # what both editions of SCORM leave room for
_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def scorm_12(procedure: Procedure, options: CourseOptions, files: Iterable[str]) -> str:
    """Return `imsmanifest.xml` for SCORM 1.2."""
    tree = procedure.tree
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<manifest {_named(procedure, options)}
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" {_XSI}
    xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd
        http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
{_organization(tree)}
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="{_ENTRY}">
{_file_elements(files)}
    </resource>
  </resources>
</manifest>
"""


def scorm_2004(procedure: Procedure, options: CourseOptions, files: Iterable[str]) -> str:
    """Return `imsmanifest.xml` for SCORM 2004, 4th edition."""
    tree = procedure.tree
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<manifest {_named(procedure, options)}
    xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" {_XSI}
    xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd
        http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
{_organization(tree)}
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormType="sco" href="{_ENTRY}">
{_file_elements(files)}
    </resource>
  </resources>
</manifest>
"""


def cmi5(procedure: Procedure, options: CourseOptions) -> str:
    """Return `cmi5.xml`. The ids are the tree's own and not addresses of pages."""
    tree, edition = procedure.tree, procedure.edition
    own = f"urn:clausetree:{edition.policy}:{tree.id}"
    if options.each_version:
        own += f":{quote('+'.join(_versions(procedure)), safe='+')}"
    title = escape(tree.title.text)
    description = escape(tree.about.text if tree.about else tree.title.text)
    words = f'<langstring lang="en-GB">{title}</langstring>'
    about = f'<langstring lang="en-GB">{description}</langstring>'
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="{escape(own)}">
    <title>{words}</title>
    <description>{about}</description>
  </course>
  <au id="{escape(own)}:au" moveOn="Completed" launchMethod="AnyWindow">
    <title>{words}</title>
    <description>{about}</description>
    <url>{_ENTRY}</url>
  </au>
</courseStructure>
"""


def _named(procedure: Procedure, options: CourseOptions) -> str:
    version = procedure.edition.version[:_LONGEST_VERSION]
    return f'identifier="{escape(_identifier(procedure, options))}" version="{escape(version)}"'


def _identifier(procedure: Procedure, options: CourseOptions) -> str:
    """An XML name without a colon: it says which procedure, and which version only where each is a course."""
    edition = procedure.edition
    parts = [edition.policy, procedure.tree.id, *(_versions(procedure) if options.each_version else [])]
    name = re.sub(r"[^\w.-]", "-", "-".join(parts))
    return name if name[0].isalpha() or name[0] == "_" else f"course-{name}"


def _versions(procedure: Procedure) -> list[str]:
    """Return the version of each policy that a procedure rests on; those of others with their policies."""
    return [procedure.edition.version, *(f"{other.policy}-{other.version}" for other in procedure.others)]


def _organization(tree: Tree) -> str:
    title = escape(tree.title.text)
    return f"""\
  <organizations default="course">
    <organization identifier="course">
      <title>{title}</title>
      <item identifier="item" identifierref="page"><title>{title}</title></item>
    </organization>
  </organizations>"""


def _file_elements(files: Iterable[str]) -> str:
    return "\n".join(f'      <file href="{escape(name)}"/>' for name in files)
