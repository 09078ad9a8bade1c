"""A learning system that speaks SCORM: a page of ours round a runtime that we did not write."""

from __future__ import annotations

from pathlib import Path

from ...building import PROJECT

SCORM_AGAIN = PROJECT / "node_modules" / "scorm-again" / "dist"
APIS = {
    "scorm-12": ("scorm12.min.js", "API", "Scorm12API", "LMSSetValue"),
    "scorm-2004": ("scorm2004.min.js", "API_1484_11", "Scorm2004API", "SetValue"),
}
STATUS = {"scorm-12": "cmi.core.lesson_status", "scorm-2004": "cmi.completion_status"}
LOCATION = {"scorm-12": "cmi.core.lesson_location", "scorm-2004": "cmi.location"}
RESPONSE = {"scorm-12": "student_response", "scorm-2004": "learner_response"}
LMS = """\
<!doctype html><html lang="en"><title>A learning system</title><script src="{script}"></script>
<iframe width="900" height="900" title="The course"></iframe>
<script>
  const course = new URLSearchParams(location.search).get("course");
  const api = window.{api} = new {make}({{ autocommit: false }});
  // Each value that was not taken. The last error alone does not tell: what goes well resets it.
  window.refused = [];
  const set = api.{set}.bind(api);
  api.{set} = (name, value) => {{
    const taken = String(set(name, value));
    if (taken === "false") refused.push([name, value]);
    return taken;
  }};
  const kept = JSON.parse(sessionStorage.getItem(course));
  if (kept) api.loadFromJSON(kept);
  document.querySelector("iframe").src = course;
  // What a learning system does when a learner leaves: it keeps what it was told, for the next visit.
  function leave() {{
    document.querySelector("iframe").remove();
    const told = JSON.parse(JSON.stringify(api.cmi));
    const {{ suspend_data, interactions }} = told;
    sessionStorage.setItem(course, JSON.stringify({{ suspend_data, interactions, ...({keeps}) }}));
    return told;
  }}
</script>
"""
KEEPS = {
    "scorm-12": "(({ lesson_status, lesson_location: at }) => "
    "({ core: { lesson_status, lesson_location: at } }))(told.core)",
    "scorm-2004": "{ completion_status: told.completion_status, location: told.location }",
}


def write_page(standard: str, folder: Path) -> None:
    """Write the page that runs courses of this standard into `folder`, and what it needs."""
    script, api, make, setter = APIS[standard]
    (folder / script).write_bytes((SCORM_AGAIN / script).read_bytes())
    page = LMS.format(script=script, api=api, make=make, set=setter, keeps=KEEPS[standard])
    (folder / f"{standard}.html").write_text(page, encoding="utf-8")
