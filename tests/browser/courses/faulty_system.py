"""Learning systems with the faults that real ones have, one at a time: pages with an API of a few lines."""

from __future__ import annotations

from pathlib import Path

_SCORM_12 = """\
<!doctype html><html lang="en"><title>A learning system</title><script>
  // What it knows, what it was told, and what it does instead of what it should.
  const course = new URLSearchParams(location.search).get("course");
  const mode = new URLSearchParams(location.search).get("mode");
  const kept = JSON.parse(sessionStorage.getItem("kept") ?? "{}");
  window.fault = new URLSearchParams(location.search).get("fault") ?? "";
  window.told = [];
  const refuse = () => {
    if (fault === "throws") throw new Error("the session has expired");
    return fault === "refuses" ? "false" : "true";
  };
  const keep = (name, value) => {
    if (fault === "small" && name === "cmi.suspend_data") value = value.slice(0, 3);
    if (fault === "no location" && name === "cmi.core.lesson_location") return "false";
    if (fault === "no points" && name.startsWith("cmi.core.score")) return "false";
    if (fault === "no answers" && name === "cmi.suspend_data") return "false";
    if (fault === "smaller" && name === "cmi.suspend_data" && value.length > 3) return "false";
    if (fault === "late" && name === "cmi.suspend_data") setTimeout(() => store(name, value), 600);
    else store(name, value);
    return "true";
  };
  const store = (name, value) => {
    kept[name] = value;
    sessionStorage.setItem("kept", JSON.stringify(kept));
  };
  const api = {
    LMSInitialize: () => {
      if (fault === "throws") return refuse();
      if (window.begun && fault === "once") return "false";
      window.begun = true;
      return "true";
    },
    LMSGetValue: (name) => {
      if (window.finished && fault === "once") return "";
      if (name === "cmi.core.lesson_mode") return mode ?? "normal";
      if (name.endsWith("status") && fault === "forgets") return "";
      return kept[name] ?? (name.endsWith("status") ? "not attempted" : "");
    },
    LMSSetValue: (name, value) => {
      told.push([name, value]);
      return refuse() === "true" ? keep(name, value) : "false";
    },
    LMSCommit: () => (fault === "uncommitted" ? "false" : refuse()),
    LMSFinish: () => ((window.finished = true), "true"),
    LMSGetLastError: () => (fault === "smaller" ? "405" : "101"),
  };
  if (fault === "not ready") setTimeout(() => { window.API = api; }, 1000);
  else window.API = api;
</script>
<iframe width="900" height="900" title="The course"></iframe>
<script>if (course) document.querySelector("iframe").src = course;</script>
"""
_OPENER = """\
<!doctype html><html lang="en"><title>What opens a player</title>
<script>
  window.told = [];
  window.API = {
    LMSInitialize: () => "true", LMSFinish: () => "true", LMSGetValue: () => "", LMSGetLastError: () => "0",
    LMSSetValue: (name, value) => (told.push([name, value]), "true"), LMSCommit: () => "true",
  };
</script>
<button>Launch</button>
<script>
  const player = `player.html?course=${encodeURIComponent(location.hash.slice(1))}`;
  document.querySelector("button").onclick = () => window.open(player);
</script>
"""
_PLAYER = """\
<!doctype html><html lang="en"><title>A player</title>
<iframe width="900" height="900" title="The course"></iframe>
<script>document.querySelector("iframe").src = new URLSearchParams(location.search).get("course");</script>
"""


def write_faulty_pages(folder: Path) -> None:
    """Write the pages into `folder`, which courses lie in."""
    pages = {"faulty.html": _SCORM_12, "opener.html": _OPENER, "player.html": _PLAYER}
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")
