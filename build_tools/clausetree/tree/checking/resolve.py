"""Syntax to tree: every name is looked up, and every one that is not there is a problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import assert_never

from clausetree.history.registry import Registry
from clausetree.report.closest import closest
from clausetree.tree.checking.comparisons import check_by_today
from clausetree.tree.checking.external_names import ExternalNames
from clausetree.tree.checking.flow import arrows_back
from clausetree.tree.checking.scope import QuestionScope
from clausetree.tree.checking.totals import TotalScope, scales_of_totals
from clausetree.tree.checking.unsure import resolve_unsure
from clausetree.tree.checking.visit_ends import spoken_of
from clausetree.tree.condition import Condition
from clausetree.tree.language.table import ANY
from clausetree.tree.markdown.prose import phrase, text_block
from clausetree.tree.markdown.reached import reached
from clausetree.tree.model import (
    YOU,
    Again,
    Basis,
    Branch,
    Choice,
    Citation,
    Contact,
    Duty,
    Fact,
    Link,
    ManyOf,
    Measure,
    Node,
    Note,
    OneOf,
    Option,
    OtherTree,
    Outcome,
    Points,
    Prose,
    Role,
    Route,
    Step,
    Tree,
    Visit,
)
from clausetree.tree.problems.clauses import DutyWithoutClause
from clausetree.tree.problems.lines import MixedQuestion, OutOfBounds, ReservedName
from clausetree.tree.problems.names import (
    DuplicateName,
    UnknownBasis,
    UnknownOption,
    UnknownQuestion,
    UnknownRole,
    UnknownTarget,
    UnsoundTree,
    WrongVerb,
)
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.shape import DeadEnd, Leading, NothingOffered
from clausetree.tree.problems.tables import AnyOffered
from clausetree.tree.problems.totals import NothingAdds
from clausetree.tree.syntax import (
    AgainSyntax,
    ChoiceSyntax,
    ContactSyntax,
    DutySyntax,
    MeasureSyntax,
    Name,
    NodeSyntax,
    OutcomeSyntax,
    QuestionSyntax,
    RouteSyntax,
    StepSyntax,
    Text,
    TreeSyntax,
    VisitSyntax,
    WhenSyntax,
    everything_offered_by,
)
from clausetree.tree.today import TODAY, as_of_any_day


def resolve(
    syntax: TreeSyntax, registry: Registry, titles: Mapping[str, str]
) -> tuple[Tree | None, list[TreeProblem]]:
    """Return the tree with every name looked up, or None when one is missing, and the problems.

    The names in its scenarios are looked up too. `titles` names the site's trees: the title of each
    by its id.
    """
    resolver = _Resolver(syntax, registry, titles)
    tree = resolver.tree()
    resolver.scenarios()
    found = resolver.problems
    if any(isinstance(problem, DuplicateName) for problem in found):
        # Which of the two is meant is not known, so neither is what else is there.
        found = [problem for problem in found if not isinstance(problem, _UNKNOWN)]
    sound = all(isinstance(problem, NothingAdds) for problem in found)
    return (tree if sound else None), found


type _InstructionFields = tuple[
    str, Prose, tuple[Citation, ...], tuple[Note, ...], tuple[Duty, ...], tuple[Contact, ...], tuple[Link, ...]
]
"""What steps and outcomes have in common, in the order of their fields."""

_UNKNOWN = (UnknownTarget, UnknownQuestion, UnknownOption, WrongVerb)


class _Resolver:
    def __init__(
        self,
        syntax: TreeSyntax,
        registry: Registry,
        titles: Mapping[str, str],
    ) -> None:
        self.syntax = syntax
        self.problems: list[TreeProblem] = []
        self.external_names = ExternalNames(syntax.policy, registry, titles, self.problems)
        self.nodes = {node.id.text: node for node in syntax.nodes}
        facts = {fact.id.text for fact in syntax.facts}
        self.unknown_ends = spoken_of(syntax)
        scales = scales_of_totals(syntax)
        self.scope = QuestionScope(self.nodes, facts, scales, self.unknown_ends, self.problems)
        self.totals = TotalScope(syntax, self.scope)
        self.roles = {YOU} | {role.id.text for role in syntax.roles}

    def tree(self) -> Tree | None:
        syntax = self.syntax
        self._unique([role.id for role in syntax.roles], "role")
        self._unique([node.id for node in syntax.nodes], "node")
        # A scenario says `today is …` as if of a question.
        questions = (node.id for node in syntax.nodes if isinstance(node, QuestionSyntax))
        totals = [total.id for total in syntax.totals]
        self.problems += (ReservedName(n.span, TODAY) for n in (*questions, *totals) if n.text == TODAY)
        self._unique([fact.id for fact in syntax.facts], "fact")
        self._facts()
        self._unique(totals, "total")
        self._unlike_nodes(totals)
        self._unique([lines.id for lines in syntax.shared], "shared block")
        self.external_names.check_policy()
        basis = syntax.basis
        if basis and basis.text not in Basis:
            self.problems.append(UnknownBasis(basis.span, basis.text, tuple(Basis)))
            basis = None
        nodes = [self._node(node) for node in syntax.nodes]
        scope = self.scope
        self.problems += check_by_today(scope.compared, scope.questions, scope.goes_by_days)
        start = self._target(syntax.start)
        if not (syntax.policy and basis and start):
            return None
        tree = Tree(
            id=syntax.id.text,
            title=phrase(syntax.title.markdown),
            policy=syntax.policy.text,
            basis=Basis(basis.text),
            about=self._text_block(syntax.about),
            roles=tuple(Role(role.id.text, phrase(role.name.markdown)) for role in syntax.roles),
            start=start,
            nodes=tuple(node for node in nodes if node is not None),
            totals=self.totals.totals(),
            again=tuple(self._again()),
        )
        return as_of_any_day(tree)

    def _facts(self) -> None:
        """Look up what the facts speak of, also those that nothing speaks of."""
        self._unlike_nodes([fact.id for fact in self.syntax.facts])
        for fact in self.syntax.facts:
            self.scope.condition(fact.when.condition)

    def _unlike_nodes(self, names: Sequence[Name]) -> None:
        twice = (name for name in names if name.text in self.nodes)
        self.problems += (DuplicateName(name.span, name.text, "node") for name in twice)

    def _unique(self, names: Sequence[Name], what: str) -> None:
        met: set[str] = set()
        for name in names:
            if name.text in met:
                self.problems.append(DuplicateName(name.span, name.text, what))
            met.add(name.text)

    def _node(self, node: NodeSyntax) -> Node | None:
        match node:
            case QuestionSyntax():
                return self._question(node)
            case StepSyntax():
                return self._step(node)
            case RouteSyntax():
                return self._route(node)
            case VisitSyntax():
                return self._visit(node)
            case OutcomeSyntax():
                return self._outcome(node)
            case _:
                assert_never(node)

    def _question(self, node: QuestionSyntax) -> Node | None:
        self._unique([answer.id for answer in everything_offered_by(node)], "option")
        kinds = [bool(node.options), bool(node.choices or node.none), node.measure is not None]
        if sum(kinds) > 1 or (node.none and not node.choices):
            self.problems.append(MixedQuestion(node.id.span, node.id.text))
            return None
        if node.measure:
            return self._measure(node, node.measure)
        return self._many_of(node) if node.choices else self._one_of(node)

    def _measure(self, node: QuestionSyntax, measure: MeasureSyntax) -> Measure | None:
        target = self._then(node.then, node.id, Leading.QUESTION)
        fields = self._question_fields(node)
        least, most = self.scope.bounds(measure)
        if target is None or least is None or most is None:
            return None
        if least > most:
            found = measure.most.text
            self.problems.append(OutOfBounds(measure.most.span, found, measure.least.text, found))
        unit = phrase(measure.unit.markdown) if measure.unit else None
        today = [name.text == TODAY for name in (measure.least, measure.most)]
        one = phrase(measure.unit_of_one.markdown) if measure.unit_of_one else None
        before = phrase(measure.word_before.markdown) if measure.word_before else None
        begins, ends = today
        adds = self._adds(node)
        unsure = resolve_unsure(node, self.scope)
        return Measure(
            *fields, measure.scale, least, most, unit, target, begins, ends, one, before, adds, unsure
        )

    def _one_of(self, node: QuestionSyntax) -> OneOf | None:
        if not node.options:
            self.problems.append(NothingOffered(node.id.span, node.id.text))
        then = self._target(node.then)
        options: list[Option] = []
        for option in node.options:
            target = self._target(option.target) if option.target else then
            if not option.target and not node.then:
                self.problems.append(DeadEnd(option.id.span, Leading.OPTION, option.id.text))
            if target:
                adds = self.totals.points(option.adds)
                options.append(Option(option.id.text, phrase(option.wording.markdown), target, adds))
        unsure = resolve_unsure(node, self.scope)
        fields = self._question_fields(node)
        visits = OtherTree(node.id.text, fields[1].text) if node.visits else None
        return OneOf(*fields, tuple(options), self._adds(node), unsure, visits)

    def _many_of(self, node: QuestionSyntax) -> ManyOf | None:
        target = self._then(node.then, node.id, Leading.QUESTION)
        fields = self._question_fields(node)
        if target is None:
            return None
        none = self._choice(node.none) if node.none else None
        choices = tuple(self._choice(choice) for choice in node.choices)
        unsure = resolve_unsure(node, self.scope)
        return ManyOf(*fields, choices, none, target, self._adds(node), unsure)

    def _choice(self, choice: ChoiceSyntax) -> Choice:
        return Choice(choice.id.text, phrase(choice.wording.markdown), self.totals.points(choice.adds))

    def _adds(self, node: QuestionSyntax | VisitSyntax) -> tuple[Points, ...]:
        return tuple(points for line in node.adds for points in self.totals.points(line.points, line.when))

    def _question_fields(self, node: QuestionSyntax) -> tuple[str, Prose, tuple[Citation, ...], Prose | None]:
        title = phrase(node.title.markdown)
        return node.id.text, title, self.external_names.citations(node.cites), self._text_block(node.help)

    def _step(self, node: StepSyntax) -> Step | None:
        target = self._then(node.then, node.id, Leading.WAIT if node.waits else Leading.STEP)
        fields = self._instruction_fields(node)
        return Step(*fields, target, node.waits) if target else None

    def _visit(self, node: VisitSyntax) -> Visit | None:
        title = self.external_names.title(node.id)
        target = self._target(node.then)
        self._adds(node)
        if title is not None and node.id.text in self.unknown_ends:
            # What is said of its end cannot be judged.
            self.problems.append(UnsoundTree(node.id.span, node.id.text))
        if title is None or target is None:
            return None
        # The title of a tree that cannot be read is "".
        return Visit(node.id.text, Prose(title, escape(title)), target)

    def _outcome(self, node: OutcomeSyntax) -> Outcome:
        titles = ((name.text, self.external_names.title(name)) for name in node.next_trees)
        others = dict.fromkeys(OtherTree(name, title) for name, title in titles if title is not None)
        return Outcome(*self._instruction_fields(node), tuple(others))

    def _instruction_fields(self, node: StepSyntax | OutcomeSyntax) -> _InstructionFields:
        title, cites = phrase(node.title.markdown), self.external_names.citations(node.cites)
        notes = tuple(Note(text_block(note.words.markdown), self._when(note.when)) for note in node.notes)
        duties = tuple(found for duty in node.duties if (found := self._duty(duty)))
        contacts = tuple(self._contact(contact) for contact in node.contacts)
        address = self.external_names.address
        links = tuple(
            Link(phrase(link.words.markdown), address(link.address), self._when(link.when))
            for link in node.links
        )
        return node.id.text, title, cites, notes, duties, contacts, links

    def _contact(self, contact: ContactSyntax) -> Contact:
        hours = phrase(contact.hours.markdown) if contact.hours else None
        return Contact(
            phrase(contact.who.markdown), reached(contact.how.markdown), hours, self._when(contact.when)
        )

    def _route(self, node: RouteSyntax) -> Route:
        if not node.branches and not node.otherwise:
            kind = Leading.TABLE if node.columns else Leading.ROUTE
            self.problems.append(DeadEnd(node.id.span, kind, node.id.text))
        branches: list[Branch] = []
        for branch in node.branches:
            when = self.scope.condition(branch.when.condition)
            target = self._target(branch.target)
            if when and target:
                branches.append(Branch(when, target))
        columns = tuple(column.name.text for column in node.columns)
        self.problems += (
            AnyOffered(column.name.span, column.name.text)
            for column in node.columns
            if self.scope.may_end(column.name, ANY)
        )
        return Route(
            node.id.text, tuple(branches), self._target(node.otherwise), node.first is not None, columns
        )

    def _duty(self, duty: DutySyntax) -> Duty | None:
        self._role(duty.who)
        if not duty.cites:
            self.problems.append(DutyWithoutClause(duty.span))
        cites = self.external_names.citations(duty.cites)
        when = self._when(duty.when)
        within = self.scope.deadline(duty.within) if duty.within else None
        return Duty(duty.strength, duty.who.text, phrase(duty.what.markdown), cites, when, within)

    def _when(self, when: WhenSyntax | None) -> Condition[Fact] | None:
        return self.scope.condition(when.condition) if when else None

    def _role(self, name: Name) -> None:
        if name.text not in self.roles:
            self.problems.append(UnknownRole(name.span, name.text, closest(name.text, self.roles)))

    def _then(self, then: Name | None, owner: Name, kind: Leading) -> str | None:
        if then is None:
            self.problems.append(DeadEnd(owner.span, kind, owner.text))
        return self._target(then)

    def _target(self, name: Name | None) -> str | None:
        if name is None:
            return None
        if name.text not in self.nodes:
            near = closest(name.text, self.nodes)
            self.problems.append(UnknownTarget(name.span, name.text, near))
            return None
        if isinstance(name, AgainSyntax) and self._target(name.then) is None:
            return None
        return name.text

    def _again(self) -> Iterator[Again]:
        for source, arrow in arrows_back(self.syntax):
            yield Again(source, arrow.text, arrow.times, arrow.then.text)

    def scenarios(self) -> None:
        """Look up the names that the scenarios use."""
        for scenario in self.syntax.scenarios:
            self.scope.scenario(scenario)
            self._target(scenario.ends)
            for total in scenario.totals:
                self.totals.expected(total)
            for expect in scenario.expects:
                if expect.who:
                    self._role(expect.who)

    def _text_block(self, text: Text | None) -> Prose | None:
        return text_block(text.markdown) if text else None
