"""Syntax to tree: every name is looked up, and every one that is not there is a problem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausetree.policy.registry import Registry
from clausetree.report.closest import closest
from clausetree.tree.condition import Condition, with_facts
from clausetree.tree.model import (
    YOU,
    Branch,
    Choice,
    Citation,
    Duty,
    ManyOf,
    Node,
    OneOf,
    Option,
    OtherTree,
    Outcome,
    Picked,
    Prose,
    Role,
    Route,
    Step,
    Tree,
)
from clausetree.tree.problems import (
    DeadEnd,
    DuplicateName,
    DutyWithoutClause,
    MixedQuestion,
    NothingOffered,
    Problem,
    Repeated,
    UnknownBasis,
    UnknownClause,
    UnknownOption,
    UnknownPolicy,
    UnknownQuestion,
    UnknownRole,
    UnknownTarget,
    UnknownTree,
    WrongVerb,
)
from clausetree.tree.prose import passage, phrase
from clausetree.tree.syntax import (
    ChoiceSyntax,
    DutySyntax,
    Name,
    NodeSyntax,
    OutcomeSyntax,
    PickedSyntax,
    QuestionSyntax,
    RouteSyntax,
    StepSyntax,
    Text,
    TreeSyntax,
)

BASES = ("clauses", "flowchart")
"""What a tree can be drawn from: the policy's clauses, or a flowchart that the policy prints."""


def resolve(
    syntax: TreeSyntax, registry: Registry, titles: Mapping[str, str]
) -> tuple[Tree | None, list[Problem]]:
    """Return the tree with every name looked up, or None when one is missing, and the problems.

    The names in its scenarios are looked up too. `titles` names the site's trees: the title of each
    by its id.
    """
    resolver = _Resolver(syntax, registry, titles)
    tree = resolver.tree()
    resolver.scenarios()
    return (None if resolver.problems else tree), resolver.problems


class _Resolver:
    def __init__(self, syntax: TreeSyntax, registry: Registry, titles: Mapping[str, str]) -> None:
        self.syntax = syntax
        self.registry = registry
        self.titles = titles
        self.problems: list[Problem] = []
        self.nodes = {node.id.text: node for node in syntax.nodes}
        self.roles = {YOU} | {role.id.text for role in syntax.roles}

    def tree(self) -> Tree | None:
        syntax = self.syntax
        self._unique([role.id for role in syntax.roles], "role")
        self._unique([node.id for node in syntax.nodes], "node")
        self._policy()
        basis = syntax.basis
        if basis and basis.text not in BASES:
            self.problems.append(UnknownBasis(basis.span, basis.text, BASES))
        nodes = [self._node(node) for node in syntax.nodes]
        start = self._target(syntax.start)
        if not (syntax.policy and basis and start):
            return None
        return Tree(
            id=syntax.id.text,
            title=phrase(syntax.title.markdown),
            policy=syntax.policy.text,
            basis=basis.text,
            about=self._passage(syntax.about),
            roles=tuple(Role(role.id.text, phrase(role.name.markdown)) for role in syntax.roles),
            start=start,
            nodes=tuple(node for node in nodes if node is not None),
        )

    def _policy(self) -> None:
        policy = self.syntax.policy
        if policy and self.registry.policy(policy.text) is None:
            known = tuple(policy.id for policy in self.registry)
            self.problems.append(UnknownPolicy(policy.span, policy.text, known))

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
            case OutcomeSyntax():
                return self._outcome(node)

    def _question(self, node: QuestionSyntax) -> Node | None:
        none = (node.none,) if node.none else ()
        names = [option.id for option in node.options]
        names += [choice.id for choice in (*node.choices, *none)]
        self._unique(names, "option")
        if (node.options and (node.choices or none)) or (none and not node.choices):
            self.problems.append(MixedQuestion(node.id.span, node.id.text))
            return None
        return self._many_of(node) if node.choices else self._one_of(node)

    def _one_of(self, node: QuestionSyntax) -> OneOf | None:
        if not node.options:
            self.problems.append(NothingOffered(node.id.span, node.id.text))
        then = self._target(node.then)
        options: list[Option] = []
        for option in node.options:
            target = self._target(option.target) if option.target else then
            if not option.target and not node.then:
                self.problems.append(DeadEnd(option.id.span, "Option", option.id.text))
            if target:
                options.append(Option(option.id.text, phrase(option.wording.markdown), target))
        return OneOf(*self._asked(node), tuple(options))

    def _many_of(self, node: QuestionSyntax) -> ManyOf | None:
        target = self._then(node.then, node.id, "Question")
        asked = self._asked(node)
        if target is None:
            return None
        none = _choice(node.none) if node.none else None
        return ManyOf(*asked, tuple(_choice(choice) for choice in node.choices), none, target)

    def _asked(self, node: QuestionSyntax) -> tuple[str, Prose, tuple[Citation, ...], Prose | None]:
        title = phrase(node.title.markdown)
        return node.id.text, title, self._citations(node.cites), self._passage(node.help)

    def _step(self, node: StepSyntax) -> Step | None:
        target = self._then(node.then, node.id, "Step")
        said = self._said(node)
        return Step(*said, target) if target else None

    def _outcome(self, node: OutcomeSyntax) -> Outcome:
        other: OtherTree | None = None
        if node.next_tree:
            name = node.next_tree.text
            if name in self.titles:
                other = OtherTree(name, self.titles[name])
            else:
                near = closest(name, self.titles)
                self.problems.append(UnknownTree(node.next_tree.span, name, near))
        return Outcome(*self._said(node), other)

    def _said(
        self, node: StepSyntax | OutcomeSyntax
    ) -> tuple[str, Prose, tuple[Citation, ...], Prose | None, tuple[Duty, ...]]:
        title = phrase(node.title.markdown)
        duties = [self._duty(duty) for duty in node.duties]
        found = tuple(duty for duty in duties if duty)
        return node.id.text, title, self._citations(node.cites), self._passage(node.note), found

    def _route(self, node: RouteSyntax) -> Route:
        if not node.branches and not node.otherwise:
            self.problems.append(DeadEnd(node.id.span, "Route", node.id.text))
        branches: list[Branch] = []
        for branch in node.branches:
            when = self._condition(branch.when.condition)
            target = self._target(branch.target)
            if when and target:
                branches.append(Branch(when, target))
        return Route(node.id.text, tuple(branches), self._target(node.otherwise))

    def _duty(self, duty: DutySyntax) -> Duty | None:
        if duty.who.text not in self.roles:
            near = closest(duty.who.text, self.roles)
            self.problems.append(UnknownRole(duty.who.span, duty.who.text, near))
        if not duty.cites:
            self.problems.append(DutyWithoutClause(duty.span))
        cites = self._citations(duty.cites)
        when = self._condition(duty.when.condition) if duty.when else None
        return Duty(duty.strength, duty.who.text, phrase(duty.what.markdown), cites, when)

    def _then(self, then: Name | None, owner: Name, kind: str) -> str | None:
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
        return name.text

    def _condition(self, condition: Condition[PickedSyntax]) -> Condition[Picked] | None:
        return with_facts(condition, self._picked)

    def _picked(self, fact: PickedSyntax) -> Picked | None:
        question = self._asked_as(fact.question)
        if question is None or not self._offers(question, fact.option):
            return None
        self._verb(question, fact.question, fact.verb, fact.option)
        return Picked(fact.question.text, fact.option.text)

    def scenarios(self) -> None:
        """Look up the names that the scenarios use."""
        for scenario in self.syntax.scenarios:
            answered: set[str] = set()
            for given in scenario.given:
                name = given.question
                if name.text in answered:
                    self.problems.append(Repeated(name.span, f"answer to `{name.text}`", "a scenario"))
                answered.add(name.text)
                question = self._asked_as(name)
                if question and all([self._offers(question, option) for option in given.options]):
                    self._verb(question, name, given.verb, *given.options)
            self._target(scenario.ends)

    def _asked_as(self, name: Name) -> QuestionSyntax | None:
        """Return the question that `name` names, or None and a problem."""
        node = self.nodes.get(name.text)
        if isinstance(node, QuestionSyntax):
            return node
        asked = [n.id.text for n in self.syntax.nodes if isinstance(n, QuestionSyntax)]
        near = closest(name.text, asked)
        self.problems.append(UnknownQuestion(name.span, name.text, near))
        return None

    def _offers(self, question: QuestionSyntax, name: Name) -> bool:
        """Return whether `question` offers the option that `name` names; a problem if not."""
        offered = [option.id.text for option in question.options]
        offered += [choice.id.text for choice in question.choices]
        offered += [question.none.id.text] if question.none else []
        if name.text in offered or not offered:
            return bool(offered)
        near = closest(name.text, offered)
        self.problems.append(UnknownOption(name.span, name.text, question.id.text, tuple(offered), near))
        return False

    def _verb(self, question: QuestionSyntax, name: Name, verb: str, *options: Name) -> None:
        """Note a problem when `verb` does not suit the kind of `question`."""
        none = question.none.id.text if question.none else None
        alone = all(option.text == none for option in options)
        right = "includes" if question.choices and not alone else "is"
        mixed = question.options and (question.choices or question.none)
        if verb != right and not mixed:
            span = name.span.to(options[-1].span)
            self.problems.append(WrongVerb(span, question.id.text, verb, right))

    def _citations(self, names: Sequence[Name]) -> tuple[Citation, ...]:
        policy = self.syntax.policy
        if policy is None or self.registry.policy(policy.text) is None:
            return ()
        found: list[Citation] = []
        for name in names:
            clause = self.registry.find(policy.text, name.text)
            if clause is None:
                near = closest(name.text, self.registry.references(policy.text))
                self.problems.append(UnknownClause(name.span, name.text, policy.text, near))
            else:
                found.append(Citation(clause.anchor, clause.label))
        return tuple(found)

    def _passage(self, text: Text | None) -> Prose | None:
        return passage(text.markdown) if text else None


def _choice(choice: ChoiceSyntax) -> Choice:
    return Choice(choice.id.text, phrase(choice.wording.markdown))
