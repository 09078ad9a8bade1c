"""A line of each keyword, as it should look."""

from __future__ import annotations

EXAMPLES = {
    "tree": 'tree employee-comments "Comments about a colleague"',
    "policy": "policy social-media",
    "basis": "basis clauses",
    "start": "start first-question",
    "role": 'role manager "Your line manager"',
    "fact": 'fact serious "It is serious" when harm is threat',
    "question": 'question nature "What does the post do?"',
    "step": 'step tell "Tell the people who can help"',
    "route": "route sort-harms",
    "outcome": 'outcome reported "Reported, and support is in place"',
    "shared": "shared support",
    "uses": "uses support",
    "scenario": 'scenario "A parent threatens a practitioner"',
    "cites": "cites 2.4, 2.5",
    "clauses": "(2.4, 2.5)",
    "option": 'option threat "It makes a threat" -> tell',
    "total": 'total score "the early-warning score"',
    "adds": 'option fast "25 or more" adds 3 to score -> oxygen',
    "many": 'many child "It could identify a child"',
    "none": 'none neither "None of these"',
    "number": 'number 0 to 17 "years"',
    "money": "money £0 to £500",
    "date": "date 2020-01-01 to 2030-12-31",
    "visit": "visit evidence then -> report",
    "contact": 'contact "Your local HR business partner" "Ask your line manager who it is"',
    "hours": 'contact "Human resources" "Ring 01632 960 001" hours "Monday to Friday, 9am to 5pm"',
    "link": 'link "The guidance" "https://www.example.org/guidance"',
    "then": "then -> report",
    "next": "then -> tree evidence",
    "when": "when nature is threat -> tell",
    "otherwise": "otherwise -> report",
    "within": 'must you "Answer it" within 20 working days of received (2.4)',
    "by": 'expects must "Answer it" by 2026-05-04',
    "since": "when days since seen > 5 -> late",
    "given": "nature is threat",
    "ends": "ends reported",
    "acknowledge": 'acknowledge T503 "Our board reads this clause as an order"',
    "expects": 'expects must "Inform your line manager"',
    "aside": 'expects contact "Your line manager"',
    **{
        verb: f'{verb} you "Inform your line manager" (2.4)'
        for verb in ("must", "will", "should", "encouraged", "may")
    },
}
