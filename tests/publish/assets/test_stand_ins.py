"""What stands in for Python's own in browsers does the same, as far as our engine asks."""

from __future__ import annotations

import collections
import dataclasses
import functools
import json
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.publish.assets.pyodide_parts import STAND_INS

CLASSES = """
@dataclass(frozen=True, slots=True)
class Empty:
    pass

@dataclass(frozen=True, slots=True)
class Named(Empty):
    name: str
    note: str = field(default="", compare=False)

@dataclass(frozen=True, slots=True)
class Counted(Named):
    parts: dict = field(default_factory=dict, repr=False)
    total: int = field(init=False, repr=False, compare=False)

    def __post_init__(self):
        object.__setattr__(self, "total", len(self.parts))

@dataclass(frozen=True, slots=True)
class Spoken:
    words: str

    def __str__(self):
        return self.words
"""

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def stand_in(name: str) -> Any:
    file = next(path for path in (STAND_INS / f"{name}.py", STAND_INS / name / "__init__.py") if path.is_file())
    spec = spec_from_file_location(f"stand_in_{name}", file)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def classes(module: Any) -> dict[str, Any]:
    names: dict[str, Any] = {"dataclass": module.dataclass, "field": module.field, "__name__": __name__}
    exec(f"from __future__ import annotations\n{CLASSES}", names)
    return names


IN_BROWSERS = stand_in("dataclasses")
JSON_IN_BROWSERS = stand_in("json")


def deeds(module: Any) -> Iterator[object]:
    """What such classes and what is of them say and do, in words that both kinds have."""
    shapes = classes(module)
    empty, named, counted, spoken = (shapes[name] for name in ("Empty", "Named", "Counted", "Spoken"))
    one, same, other = named("a", "x"), named("a", note="y"), named(name="b")
    yield from map(repr, (empty(), one, counted("a", parts={"b": 1}), spoken("c")))
    yield from map(str, (one, spoken("c")))
    yield (one == same, one == other, one == spoken("a"), empty() == empty(), empty() == one, one != same)
    yield (hash(one) == hash(same), len({one, same, other, empty(), empty()}))
    yield (counted("a").total, counted("a", "", {"b": 1}).total, counted("a").parts is counted("a").parts)
    yield [made.__match_args__ for made in (empty, named, counted)]
    yield [(one.name, one.type, one.init) for one in module.fields(counted)]
    yield [module.is_dataclass(it) for it in (named, one, str, "a")]
    changed = module.replace(counted("a", "x", {"b": 1}), name="c", parts={})
    yield (repr(changed), changed.note, changed.total)
    yield (hasattr(one, "__dict__"), named.__name__, named.__qualname__, named.__module__)
    with pytest.raises(module.FrozenInstanceError):
        one.name = "c"
    with pytest.raises(module.FrozenInstanceError):
        del one.name
    for wrong in (named, lambda: named("a", "b", "c"), lambda: named(name="a", size=1), lambda: empty(1)):
        with pytest.raises(TypeError):
            wrong()


def test_a_dataclass_in_browsers_does_what_a_dataclass_does() -> None:
    assert list(deeds(IN_BROWSERS)) == list(deeds(dataclasses))


@pytest.mark.parametrize("asked", [{"frozen": True, "slots": False}, {"frozen": True}, {"order": True}])
def test_another_kind_of_dataclass_is_refused(asked: dict[str, bool]) -> None:
    with pytest.raises(TypeError):
        IN_BROWSERS.dataclass(**asked)


@given(JSON)
def test_json_is_read_and_written_as_python_does(value: object) -> None:
    assert JSON_IN_BROWSERS.dumps(value) == json.dumps(value)
    assert JSON_IN_BROWSERS.loads(json.dumps(value, indent=1)) == value


@pytest.mark.parametrize("text", ["", " ", "{", "[1,]", "1 2", '{"a" 1}', "nothing", '"a'])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        JSON_IN_BROWSERS.loads(text)


def test_functions_and_attributes_are_worked_out_once() -> None:
    ours = stand_in("functools")
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    doubled = ours.lru_cache(maxsize=2)(double)

    class Holder:
        number = ours.cached_property(lambda _: doubled(len(asked) + 5))

    assert [doubled(1), doubled(1), doubled(2), doubled(3), doubled(1)] == [2, 2, 4, 6, 2]
    assert asked == [1, 2, 3, 1]
    holder = Holder()
    assert (holder.number, holder.number, asked[4:]) == (18, 18, [9])
    assert (ours.partial, ours.reduce) == (functools.partial, functools.reduce)


def test_what_is_kept_in_order_is_pythons_own() -> None:
    ours = stand_in("collections")
    assert (ours.deque, ours.defaultdict, ours.abc) == (
        collections.deque,
        collections.defaultdict,
        collections.abc,
    )
