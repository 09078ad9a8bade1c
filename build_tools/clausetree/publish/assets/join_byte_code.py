"""Join the byte code in a folder into one file, as the stand-in `joined` reads it. This is run as a program.

python -S join_byte_code.py FOLDER TARGET [MODULE]

What our stand-in for `dataclasses` writes for the classes of MODULE, and of all that it imports, is compiled
and joined too: else each reader's browser would compile it. Run alone, the program gives the same bytes each
time: how Python writes a text down depends on who else holds it.
"""

import marshal
import sys
from builtins import exec as run
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

HEAD = 16
"""The bytes before the code in a file of byte code."""


def main(folder: str, target: str, *modules: str) -> None:
    """Write `target`."""
    methods = written_methods(folder, modules[0]) if modules else {}
    codes = dict(sorted(_module(path, Path(folder)) for path in Path(folder).rglob("*.pyc")))
    Path(target).write_bytes(marshal.dumps((codes, methods)))


def written_methods(folder: str, module: str) -> dict[str, CodeType]:
    """Return what `dataclasses` writes as the module is imported, compiled, by its text."""
    written: dict[str, CodeType] = {}

    def exec_and_keep(text: str, names: dict[str, object], made: dict[str, object]) -> None:
        written[text] = compile(text, "<dataclass>", "exec")
        run(written[text], names, made)

    sys.modules["dataclasses"] = _stand_in("dataclasses")
    sys.modules["dataclasses"].exec = exec_and_keep  # type: ignore[attr-defined]
    sys.path.insert(0, folder)
    import_module(module)
    return written


def _stand_in(name: str) -> ModuleType:
    spec = spec_from_file_location(name, Path(__file__).with_name("stand_ins") / f"{name}.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _module(path: Path, folder: Path) -> tuple[str, tuple[bool, CodeType]]:
    parts = path.relative_to(folder).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    return name, (is_package, marshal.loads(path.read_bytes()[HEAD:]))


if __name__ == "__main__":
    main(*sys.argv[1:])
