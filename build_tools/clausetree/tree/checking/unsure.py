"""What not knowing counts as, looked up: an answer of the question, and one that stays within its bounds."""

from __future__ import annotations

from clausetree.tree.checking.scope import QuestionScope
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.model import Unsure
from clausetree.tree.problems.lines import OutOfBounds
from clausetree.tree.problems.unsure import UnsureFault, WrongUnsure
from clausetree.tree.scalar import amount_of, scalar_text, written_scalar
from clausetree.tree.scale import DateScale, NumberScale
from clausetree.tree.syntax import MeasureSyntax, Name, QuestionSyntax, UnsureSyntax
from clausetree.tree.today import TODAY


def resolve_unsure(written: QuestionSyntax, scope: QuestionScope) -> Unsure | None:
    """Return the answer of who does not know; None and problems where it counts as nothing."""
    unsure = written.unsure
    if unsure is None:
        return None
    fault = _fault(written, unsure)
    if fault:
        span = unsure.counts_as[0].span.to(unsure.counts_as[-1].span)
        own = fault is UnsureFault.NAMED_LIKE_AN_ANSWER
        scope.problems.append(WrongUnsure(unsure.id.span if own else span, unsure.id.text, fault, None))
        return None
    counts_as = _scalar(written.measure, unsure, scope) if written.measure else _options(written, unsure, scope)
    if counts_as is None:
        return None
    return Unsure(unsure.id.text, phrase(unsure.wording.markdown), counts_as)


def _fault(written: QuestionSyntax, unsure: UnsureSyntax) -> UnsureFault | None:
    names = [name.text for name in unsure.counts_as]
    if unsure.id.text in names:
        return UnsureFault.ITSELF
    if len(names) > 1 and not written.choices:
        return UnsureFault.SEVERAL
    if len(names) > 1 and written.none and written.none.id.text in names:
        return UnsureFault.NONE_AMONG_OTHERS
    if written.measure and (
        unsure.id.text == TODAY or written_scalar(written.measure.scale, unsure.id.text) is not None
    ):
        return UnsureFault.NAMED_LIKE_AN_ANSWER
    return None


def _options(written: QuestionSyntax, unsure: UnsureSyntax, scope: QuestionScope) -> tuple[str, ...] | None:
    known = [scope.is_offered(written, name) for name in unsure.counts_as]
    return tuple(dict.fromkeys(name.text for name in unsure.counts_as)) if all(known) else None


def _scalar(measure: MeasureSyntax, unsure: UnsureSyntax, scope: QuestionScope) -> tuple[str, ...] | None:
    """Return the scalar as it is kept; nothing for `today`."""
    (name,) = unsure.counts_as
    scale = measure.scale
    if not isinstance(scale, NumberScale) and TODAY in (name.text, measure.least.text, measure.most.text):
        return _moving(measure, unsure.id, name, scope)
    scalar = scope.scalar(scale, name, "counts as ")
    if scalar is None:
        return None
    text = scalar_text(scale, scalar)
    amount = amount_of(scale, text)
    least, most = (written_scalar(scale.of_limits, bound.text) for bound in (measure.least, measure.most))
    # Bounds that are none are a fault of their own.
    if amount is None or least is None or most is None:
        return None
    if not least <= amount <= most:
        bounds = measure.least.text, measure.most.text
        scope.problems.append(OutOfBounds(name.span, name.text, *bounds))
        return None
    return (text,)


def _moving(measure: MeasureSyntax, own: Name, name: Name, scope: QuestionScope) -> tuple[str, ...] | None:
    """Return what a date counts as that goes by today: of days until today that is today alone."""
    if measure.most.text == TODAY and name.text == TODAY and measure.scale is DateScale.DATE:
        return ()
    if measure.scale is DateScale.DATE_AND_TIME:
        fault, instead = UnsureFault.TIME_TODAY, None
    elif measure.most.text == TODAY:
        fault, instead = UnsureFault.BOUND_TODAY, TODAY
    else:
        # Of days from today on, the last stays within the bounds.
        last = scope.scalar(measure.scale, measure.most)
        if last is not None and written_scalar(measure.scale, name.text) == last:
            return (scalar_text(measure.scale, last),)
        fault, instead = UnsureFault.BOUND_TODAY, measure.most.text
    scope.problems.append(WrongUnsure(name.span, own.text, fault, instead))
    return None
