"""Whatever a policy holds, it comes back; whatever somebody changes in Word, no more than that is changed."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings

from tests.render.word.drawn import Drawn, policies
from tests.render.word.exported import back, changed, exported, units
from tests.render.word.shapes import shape

LABELS = {"ledger": "https://mill.example/ledger", "form": "https://mill.example/form", "unknown-yet": ""}


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40, phases=[Phase.generate])
@given(policies())
def test_a_policy_comes_back_as_it_was(drawn: Drawn) -> None:
    was = changed(drawn.text, LABELS)
    again = back(exported(was.policy), was)
    assert units(again) == units(was.policy)
    assert shape(again) == shape(was.policy)
