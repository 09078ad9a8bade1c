"""Frozen values that are compared, hashed and matched as dataclasses are."""

from __future__ import annotations

import pytest

from clausetree.report.frozen import FrozenRecord


class Seen(FrozenRecord):
    where: int


class Named(Seen):
    name: str
    near: str | None = None


def test_facts_are_given_in_order_or_by_name() -> None:
    assert Named(1, "a") == Named(where=1, name="a")
    assert (Named(1, "a").where, Named(1, "a").name, Named(1, "a").near) == (1, "a", None)


def test_only_equal_facts_of_one_kind_are_equal() -> None:
    assert Named(1, "a") == Named(1, "a", None)
    assert Seen(1) != Seen(2)
    assert Seen(1) != Named(1, "a")
    assert len({Seen(1), Seen(1), Seen(2)}) == 2


def test_facts_are_matched_by_place_and_by_name() -> None:
    match Named(1, "a", "b"):
        case Named(where, _, near=near):
            assert (where, near) == (1, "b")
        case _:
            pytest.fail("no match")


def test_facts_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="name cannot be changed"):
        Named(1, "a").name = "b"  # type: ignore[misc]


def test_facts_show_what_they_are() -> None:
    assert repr(Named(1, "a")) == "Named(where=1, name='a', near=None)"
