"""What the page for authors is answered, about a charity that nobody wrote for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from clausetree.publish.files.zip_archive import write_zip
from clausetree.workbench.page import Workbench

from ..building import ORGANISATION, PROJECT, organisation

TREE = "trees/visit.tree"
POLICY = "docs/policy/lone-working.md"

type Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The charity's folder, its first version published, in a zip."""
    folder = organisation(tmp_path_factory.mktemp("charity") / "site")
    files = sorted(path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    written = BytesIO()
    write_zip(written, [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in files])
    return written.getvalue()


@pytest.fixture
def bench(archive: bytes, tmp_path: Path) -> Workbench:
    """A workbench in which that is open."""
    opened = Workbench(tmp_path)
    for which in ("published", "mine"):
        opened.open(which, archive, json.dumps({"today": "2031-06-01"}))
    return opened


@pytest.fixture
def ask(bench: Workbench) -> Ask:
    """Ask it something, and expect an answer that is no fault."""

    def asked(name: str, **given: object) -> Any:
        said = json.loads(bench.call(name, json.dumps(given)))
        assert "fault" not in said, said
        return said["is"]

    return asked


def text_of(path: str) -> str:
    return (ORGANISATION / "site" / path).read_text(encoding="utf-8")


def reworded(ask: Ask, path: str, before: str, after: str) -> str:
    """Write a file in which one stretch of words is another."""
    text = text_of(path)
    assert text.count(before) == 1
    ask("write", path=path, text=text.replace(before, after))
    return text.replace(before, after)


def test_the_folder_is_listed_and_nothing_is_wrong_in_it(ask: Ask) -> None:
    assert ask("check") == {
        "faults": [],
        "notes": [],
        "policies": [{"file": POLICY, "id": "lone-working", "title": "Lone working policy", "version": "4.0"}],
        "trees": [
            {
                "file": "trees/no-answer.tree",
                "id": "no-answer",
                "title": "I have not heard from a volunteer",
                "sound": True,
            },
            {"file": TREE, "id": "visit", "title": "Before I visit somebody", "sound": True},
        ],
    }


def test_a_fault_stands_where_it_is_and_goes_when_it_is_mended(ask: Ask) -> None:
    text = reworded(ask, TREE, "otherwise -> tell", "otherwise -> tel")
    checked = ask("check")
    (fault,) = checked["faults"]
    assert (fault["file"], fault["code"], fault["severity"]) == (TREE, "T202", "error")
    assert text[fault["from"] : fault["to"]] == "tel"
    assert fault["line"] == text[: fault["from"]].count("\n") + 1
    assert [tree["sound"] for tree in checked["trees"]] == [True, False]
    (mend,) = ask("mends", file=TREE)
    assert (mend["from"], mend["code"], mend["title"]) == (fault["from"], "T202", "Write `tell`")
    assert mend["changes"] == [{"from": fault["from"], "to": fault["to"], "insert": "tell"}]
    ask("write", path=TREE, text=text_of(TREE))
    assert ask("check")["faults"] == []


def test_what_only_whoever_publishes_settles_is_left_to_them(ask: Ask) -> None:
    text = reworded(ask, POLICY, "the duty officer must call them.", "the duty officer must call them twice.")
    ask("write", path=TREE, text=text_of(TREE).replace("otherwise -> tell", "otherwise -> tel"))
    assert [(fault["code"], fault["left"]) for fault in ask("check")["faults"]] == [
        ("L111", True),
        ("T202", False),
    ]
    ask("write", path=POLICY, text=text.replace('version: "4.0"', 'version: "5.0"'))
    ask("write", path=TREE, text=text_of(TREE))
    assert [(fault["code"], fault["left"]) for fault in ask("check")["faults"]] == [("L115", True)]
    # A clause that is gone is put back, unless a new version goes without it: then its fate is asked of them.
    start = text_of(POLICY).index("1.3")
    gone = text_of(POLICY).replace(text_of(POLICY)[start : text_of(POLICY).index("}", start) + 1], "")
    ask("write", path=POLICY, text=gone)
    assert ("L101", False) in [(fault["code"], fault["left"]) for fault in ask("check")["faults"]]
    ask("write", path=POLICY, text=gone.replace('version: "4.0"', 'version: "5.0"'))
    assert ("L101", True) in [(fault["code"], fault["left"]) for fault in ask("check")["faults"]]


def test_places_are_counted_as_browsers_do(ask: Ask) -> None:
    text = reworded(ask, TREE, 'step tell "Tell the duty officer"', 'step tell "🙂 Tell the duty officer"')
    text = text.replace("then -> home", "then -> hom")
    ask("write", path=TREE, text=text)
    (fault,) = ask("check")["faults"]
    before = text[: text.index("hom\n")].encode("utf-16-le")
    assert fault["from"] == len(before) // 2


def test_settings_that_cannot_be_read_are_told_and_nothing_else_is_lost(bench: Workbench, ask: Ask) -> None:
    ask("write", path="mkdocs.yml", text="plugins: [\n")
    said = json.loads(bench.call("check", "{}"))
    assert said["fault"].startswith("mkdocs.yml ")
    assert "traceback" not in said
    assert json.loads(bench.call("check", "{}")) == said
    ask("write", path="mkdocs.yml", text=text_of("mkdocs.yml"))
    assert ask("check")["faults"] == []


def test_half_a_letter_is_written_as_none(ask: Ask) -> None:
    ask("write", path=TREE, text=f"# \ud83d\n{text_of(TREE)}")
    assert ask("check")["faults"] == []


def test_no_file_is_written_out_of_the_folder(bench: Workbench) -> None:
    said = json.loads(bench.call("write", json.dumps({"path": "../out.txt", "text": "x"})))
    assert "leads out of the folder" in said["fault"]


def test_what_can_stand_at_a_place_is_offered_explained_and_found(ask: Ask) -> None:
    ask("check")
    text = text_of(TREE)
    at = text.index("-> home") + 3
    offered = ask("complete", file=TREE, at=at)
    assert "home" in [choice["label"] for choice in offered["choices"]]
    explained = ask("explain", file=TREE, at=at + 1)
    assert explained["words"][0] == "Question: Have you called to say that you have left?"
    written = ask("definition", file=TREE, at=at + 1)
    assert text[written["from"] : written["to"]] == "home"
    assert written["from"] == text.index("question home") + len("question ")
    places = {(one["from"], one["to"]) for one in ask("uses", file=TREE, at=at + 1)}
    assert len(places) == 4
    assert {text[start:end] for start, end in places} == {"home"}
    clause = ask("explain", file=TREE, at=text.index("(1.2)") + 2)
    assert any("may refuse any visit" in words for words in clause["words"])


def test_a_name_is_changed_everywhere_and_what_that_breaks_is_said(ask: Ask) -> None:
    ask("check")
    text = text_of(TREE)
    renamed = ask("rename", file=TREE, at=text.index("question home") + 10, new="called")
    for change in sorted(renamed["changes"][TREE], key=lambda one: -one["from"]):
        text = text[: change["from"]] + change["insert"] + text[change["to"] :]
    assert text == text_of(TREE).replace("question home", "question called").replace(
        "-> home", "-> called"
    ).replace("home is", "called is")
    assert renamed["warnings"]
    assert "why" in ask("rename", file=TREE, at=text.index("question called") + 10, new="risk")


def test_a_procedure_and_its_file_are_called_something_else_wherever_they_are_named(ask: Ask) -> None:
    ask("check")
    text = reworded(ask, TREE, 'tree visit "', 'tree visit  "')
    other = text_of("trees/no-answer.tree").replace(
        'outcome safe "Nothing more to do"\n', 'outcome safe "Nothing more to do"\n    then -> tree visit\n'
    )
    ask("write", path="trees/no-answer.tree", text=other)
    found = ask("rename_file", file=TREE, new="going")
    assert found["files"] == {TREE: "trees/going.tree"}
    assert {
        path: [text_of_change(each, {TREE: text}.get(path, other)) for each in changes]
        for path, changes in found["changes"].items()
    } == {TREE: ["visit"], "trees/no-answer.tree": ["visit"]}
    assert "mkdocs.yml" in " ".join(found["warnings"])
    assert "There is a tree called" in ask("rename_file", file=TREE, new="no-answer")["why"]
    ask("write", path=TREE, text="Nothing.\n")
    assert ask("rename_file", file=TREE, new="going") == {"why": "The name of this procedure cannot be read."}


def text_of_change(change: dict[str, Any], text: str) -> str:
    """What is written over."""
    return text[change["from"] : change["to"]]


def test_a_procedure_with_errors_has_the_title_that_its_text_says(ask: Ask) -> None:
    ask("write", path=TREE, text='tree visit "Before you go"\n    oops\n')
    assert [(tree["title"], tree["sound"]) for tree in ask("check")["trees"]][1] == ("Before you go", False)
    ask("write", path=TREE, text="tree\n")
    assert ask("check")["trees"][1]["title"] == "visit"


def test_a_form_changes_the_text_and_nothing_else_of_it(ask: Ask) -> None:
    ask("check")
    path = "question home/title"
    cards = ask("form", file=TREE)["cards"]
    field = next(f for card in cards for f in card["fields"] if f["path"] == path)
    assert field["value"] == "Have you called to say that you have left?"
    done = ask("change", file=TREE, asked={"do": "set", "path": path, "value": "Have you called?"})
    (change,) = done["replacements"]
    text = text_of(TREE)
    after = text[: change["from"]] + change["insert"] + text[change["to"] :]
    assert after == text.replace("Have you called to say that you have left?", "Have you called?")
    refused = ask("change", file=TREE, asked={"do": "set", "path": "question home/title", "value": ""})
    assert refused["done"] is False


def test_faults_in_a_form_stand_where_they_are_mended(ask: Ask) -> None:
    text = reworded(ask, TREE, "otherwise -> tell", "otherwise -> tel")
    ask("check")
    (fault,) = ask("faults_in_form", file=TREE)
    assert (fault["code"], fault["said"], fault["hint"]) == (
        "T202",
        "This leads to “tel”, and no node is called that.",
        "",
    )
    assert fault["path"].endswith("/otherwise")
    assert fault["where"].endswith(", For everybody else")
    (mend,) = fault["mends"]
    (change,) = mend["changes"]
    assert text[change["from"] : change["to"]] + change["insert"] == "teltell"


def test_the_head_of_a_policy_is_filled_in(ask: Ask) -> None:
    text = reworded(ask, POLICY, "owner: Trustee for volunteering\n", "")
    (mend,) = ask("mends", file=POLICY)
    assert (mend["code"], mend["title"], mend["changes"]) == ("P121", "Fill it in", [])
    fields = {field["key"]: field["value"] for field in ask("head", file=POLICY)}
    assert (fields["title"], fields["owner"]) == ("Lone working policy", "")
    (change,) = ask("fill_in_head", file=POLICY, values=fields | {"owner": "The trustees 🙂"})
    assert change == {"from": text.index("approved:"), "to": text.index("approved:")} | {
        "insert": "owner: The trustees 🙂\n"
    }
    assert ask("head", file="docs/index.md") == []


def test_scenarios_have_verdicts(ask: Ask) -> None:
    held = ask("scenarios", tree="visit")
    assert [one["title"] for one in held] == [
        "A quiet visit",
        "A visit to a dog, and a telephone left at home",
        "A visit to a dog whose master hits people",
    ]
    assert [one["wrong"] for one in held] == [[], [], []]
    text = reworded(ask, TREE, "    home is yes\n    ends done", "    home is yes\n    ends late")
    broken, *others = ask("scenarios", tree="visit")
    assert broken["from"] == text.index('scenario "A quiet visit"')
    assert {one["severity"] for one in broken["wrong"]} == {"error"}
    assert [one["wrong"] for one in others] == [[], []]
    # Where its answers lead now can be seen all the same, and walked.
    assert "Which of these do you know of?" in ask("tree", tree="visit", root="../")["first"]["html"]
    ask("converse", tree="visit", root="../")
    for node, picked in (("risk", ["neither"]), ("tell", []), ("home", ["yes"])):
        ask("talk", action=json.dumps({"do": "answer", "node": node, "picked": picked}))
    assert "    ends done\n" in ask("keep", tree="visit", title="")["text"]


def test_a_walk_is_kept_as_a_scenario_that_holds(ask: Ask) -> None:
    ask("converse", tree="visit", root="../")
    assert "not come to its end" in ask("keep", tree="visit", title="")["why"]
    for node, picked in (("risk", ["dog"]), ("tell", []), ("home", ["yes"])):
        ask("talk", action=json.dumps({"do": "answer", "node": node, "picked": picked}))
    kept = ask("keep", tree="visit", title='A dog called "Rex"')["text"]
    assert kept == (
        'scenario "A dog called \\"Rex\\""\n'
        "    risk includes dog\n"
        "    home is yes\n"
        "    ends done\n"
        '    expects must you "Tell the duty officer the address"\n'
        '    expects must you "Tell the duty officer when you expect to leave"\n'
        '    expects may you "Refuse the visit"\n'
    )
    ask("write", path=TREE, text=f"{text_of(TREE)}\n{kept}")
    assert ask("check")["faults"] == []


def test_what_changes_is_said_in_sentences(ask: Ask) -> None:
    assert ask("differences") == {"policies": [], "trees": []}
    reworded(ask, POLICY, "They should visit in pairs.", "They must visit in pairs.")
    reworded(ask, TREE, '"The visit is over"', '"You are done"')
    said = ask("differences")
    (policy,) = said["policies"]
    assert policy["said"].startswith("1 amended. Confirming again is advised")
    assert policy["again"] is True
    assert "must" in policy["html"]
    (tree,) = said["trees"]
    assert "“The visit is over”" in tree["said"]
    assert "“You are done”" in tree["said"]


def test_readers_would_see_the_words_as_they_are_now(ask: Ask) -> None:
    reworded(ask, POLICY, "A volunteer may refuse", "A volunteer, of course, may refuse")
    assert "A volunteer, of course, may refuse" in ask("policy", file=POLICY, root="../")
    seen = ask("tree", tree="visit", root="../")
    assert "Which of these do you know of?" in seen["first"]["html"]
    assert "Do not go alone" in seen["list"]
    assert "Call you" in seen["sections"]
    assert ask("tree", tree="nowhere", root="../") is None
    assert "2.2" in ask("coverage", file=POLICY)


def test_each_code_is_explained_in_the_page(ask: Ask) -> None:
    said = ask("code", code="T202")
    assert "A line leads to a node that is not there" in said
    assert "title:" not in said
    assert ask("code", code="T999") is None
    assert ask("code", code="../index") is None


def test_courses_that_link_to_what_changes_are_named(ask: Ask) -> None:
    ask("write", path="courses.txt", text="lone-working c1-3 Starting out\n")
    reworded(ask, POLICY, "They should visit in pairs.", "They must visit in pairs.")
    (policy,) = ask("differences")["policies"]
    assert "Starting out" in policy["html"]
    assert "Before I visit somebody" in policy["html"]


def test_a_tree_is_laid_out_and_one_that_cannot_be_read_is_left_alone(ask: Ask) -> None:
    ask("write", path=TREE, text=text_of(TREE).replace("    cites 1.3", "    cites   1.3"))
    assert ask("format", file=TREE) == text_of(TREE)
    broken = text_of(TREE).replace("cites 1.3", 'cites "1.3')
    ask("write", path=TREE, text=broken)
    assert ask("format", file=TREE) == broken


def test_a_document_becomes_a_policy_of_the_folder(bench: Workbench, ask: Ask) -> None:
    document = PROJECT / "tests/cases/imported/python-docx"
    file = sorted(document.glob("*.docx"))[0]
    said = json.loads(bench.take(file.name, file.read_bytes(), json.dumps(["--as", "handed-over"])))["is"]
    assert said["code"] == 0, said["said"]
    assert said["wrote"]["docs/policy/handed-over.md"]["text"].startswith("---\npolicy: handed-over\n")
    assert "clausetree" not in said["html"]
    assert "handed-over" in [policy["id"] for policy in ask("check")["policies"]]


def test_a_document_that_is_none_leaves_everything_as_it_was(bench: Workbench, ask: Ask) -> None:
    said = json.loads(bench.take("policy.docx", b"no zip", "[]"))["is"]
    assert said["code"] == 2
    assert said["wrote"] == {}
    assert "policy.docx was not read" in said["said"]
    assert ask("check")["faults"] == []
