"""Which units of a policy begin with a number or a letter, and with which, in the forms of real bodies."""

from __future__ import annotations

import pytest

from clausetree.policy.labels.label import Beginning, Form, Label, Place
from clausetree.policy.labels.labels import labels_of

H, P, I, R = Place.HEADING, Place.PARAGRAPH, Place.ITEM, Place.ROW  # noqa: E741  as short as a table needs

type Row = tuple[Place, int, str, str, str]
"""Place, level, what the list prints, words; and what is said of the label: number, part and parent."""


def said(label: Label | None) -> str:
    if label is None:
        return ""
    parent = "" if label.parent is None else f" of {label.parent}"
    return f"{label.form.name.lower()} {label.cited}{parent}"


STATUTE: list[Row] = [
    (H, 1, "", "Harbour Byelaws 2031", ""),
    (H, 2, "", "Part I Preliminary", "word Part I"),
    (H, 3, "", "Article 1 Citation", "word Article 1"),
    (P, 0, "", "These may be cited as the Harbour Byelaws.", ""),
    (H, 3, "", "Article 2 Meanings", "word Article 2"),
    (P, 0, "", "(1) In these Byelaws", "subsection Article 2(1)"),
    (P, 0, "", "(a) a boat is what floats;", "item a of 5"),
    (P, 0, "", "(b) a master is", "item b of 5"),
    (P, 0, "", "(i) the owner; or", "item i of 7"),
    (P, 0, "", "(ii) who steers.", "item ii of 7"),
    (P, 0, "", "(2) Article 8 of the Convention is not affected.", "subsection Article 2(2)"),
    (H, 2, "", "Part II Conduct", "word Part II"),
    (H, 3, "", "Article 3A Night", "word Article 3A"),
    (P, 0, "", "Article 4 of the Convention says nothing of the night.", ""),
    (H, 3, "", "Articles 5 to 7", ""),
    (H, 2, "", "Schedule 1: Fees", "word Schedule 1"),
    (I, 0, "1.", "A day costs 5 pounds.", "single Schedule 1, 1"),
    (I, 0, "2.", "A week costs 30 pounds.", "single Schedule 1, 2"),
    (H, 2, "", "Schedule 2 — Forms", "word Schedule 2"),
    (I, 0, "1.", "The master's form.", "single Schedule 2, 1"),
    (I, 0, "2.", "The owner's form.", "single Schedule 2, 2"),
]
SATZUNG: list[Row] = [
    (H, 1, "", "Satzung des Vereins Brücke", ""),
    (H, 2, "", "§ 1 Name und Sitz", "sign § 1"),
    (P, 0, "", "(1) Der Verein heißt Brücke.", "subsection § 1(1)"),
    (H, 2, "", "§2 Zweck", "sign § 2"),
    (P, 0, "", "(1) Zweck ist die Hilfe durch", "subsection § 2(1)"),
    (P, 0, "", "a) Beratung,", "item a of 4"),
    (P, 0, "", "b) Begleitung:", "item b of 4"),
    (P, 0, "", "aa) zu Ämtern,", "item aa of 6"),
    (P, 0, "", "bb) zu Ärzten,", "item bb of 6"),
    (P, 0, "", "c) Bildung.", "item c of 4"),
    (P, 0, "", "(2) Der Verein ist selbstlos.", "subsection § 2(2)"),
    (P, 0, "", "z. B. durch Spenden.", ""),
    (P, 0, "", "§ 52 AO gilt entsprechend.", ""),
    (H, 2, "", "§ 2a Mittel", "sign § 2a"),
    (I, 0, "1.", "Beiträge.", "item 1 of 13"),
    (I, 0, "2.", "Spenden.", "item 2 of 13"),
    (H, 2, "", "§§ 5 bis 7 (weggefallen)", ""),
    (H, 2, "", "Anlage 1 Beiträge", "word Anlage 1"),
    (P, 0, "", "§ 1 Höhe: 10 Euro.", "sign Anlage 1, § 1"),
    (P, 0, "", "§ 2 Frist: am 1. Mai.", "sign Anlage 1, § 2"),
]
STANDING_ORDERS: list[Row] = [
    (H, 2, "", "Standing Order 1 - Meetings", "word Standing Order 1"),
    (P, 0, "", "1.1 The council meets monthly.", "decimal 1.1"),
    (H, 2, "", "STANDING ORDER 2: DEBATE", "word STANDING ORDER 2"),
    (P, 0, "", "2.1 A speaker must:", "decimal 2.1"),
    (P, 0, "", "a. stand;", "item a of 3"),
    (P, 0, "", "b. speak once, but for:", "item b of 3"),
    (P, 0, "", "i. a point of order;", "item i of 5"),
    (P, 0, "", "ii. a reply;", "item ii of 5"),
    (P, 0, "", "c. sit down.", "item c of 3"),
    (H, 3, "", "A. Recorded votes", "roman A"),
    (H, 3, "", "B. Casting vote", "roman B"),
    (H, 2, "", "Appendix A: Forms", "word Appendix A"),
    (I, 0, "1.", "Motion form", "single 1"),
    (I, 0, "2.", "Amendment form", "single 2"),
    (H, 2, "", "Appendix B", "word Appendix B"),
    (P, 0, "", "B.1 The mayor's chain.", "letter_dot B.1"),
    (P, 0, "", "B.2 The mace.", "letter_dot B.2"),
    (P, 0, "", "B.2.1 Its case.", "letter_dot B.2.1"),
]
HANDBOOK: list[Row] = [
    (H, 1, "", "Staff handbook", ""),
    (H, 2, "", "1. Welcome", "single 1"),
    (H, 2, "", "2. Hours", "single 2"),
    (P, 0, "", "2.1 Work from 9.", "decimal 2.1"),
    (I, 0, "1.", "Clock in.", "item 1 of 3"),
    (I, 1, "1.", "At the door.", "item 1 of 4"),
    (I, 0, "2.", "Sit down.", "item 2 of 3"),
    (P, 0, "", "When you leave:", ""),
    (I, 0, "3.", "Clock out.", "item 3 of 3"),
    (P, 0, "", "HR-1 Be kind.", "code HR-1"),
    (P, 0, "", "HR-2 Be on time.", "code HR-2"),
    (P, 0, "", "HR-10 Wear your badge.", "code HR-10"),
    (P, 0, "", "COVID-19 is still about.", ""),
    (H, 2, "", "COVID-19 rules", ""),
    (H, 2, "", "2031 plans", ""),
    (H, 2, "", "Section 47 enquiries", ""),
    (H, 3, "", "A policy for all", ""),
    (P, 0, "", "I. Wood wrote it.", ""),
    (H, 2, "", "Part of the team", ""),
    (P, 0, "", "3 days are enough.", ""),
    (P, 0, "", "1 May is a holiday.", ""),
    (R, 0, "", "HR-3 Paper", ""),
    (R, 0, "", "2.2 Pens", "decimal 2.2"),
]
LETTERED: list[Row] = [
    (H, 1, "", "Terms of the boat hall", ""),
    (H, 2, "", "A. What words mean", "roman A"),
    (P, 0, "", "A boat is what floats.", ""),
    (H, 2, "", "B. Your locker", "roman B"),
    (H, 3, "", "1. Keys", "letter_dot B.1"),
    (P, 0, "", "1.1 Keep yours.", "letter_dot B.1.1"),
    (H, 3, "", "2. Fees", "letter_dot B.2"),
    (H, 2, "", "C. The slipway", "roman C"),
    (H, 3, "", "1. Tides", "letter_dot C.1"),
    (P, 0, "", "1.1 Look at the table.", "letter_dot C.1.1"),
    (H, 2, "", "D. Leaving", "roman D"),
    (H, 3, "", "3. Notice", "single 3"),
    (H, 2, "", "Schedule 1: Prices", "word Schedule 1"),
    (H, 3, "", "1. Lockers", "single 1"),
]
SLIP: list[Row] = [
    (H, 2, "", "A. Boats", "roman A"),
    (P, 0, "", "1.1 Tie up.", "decimal 1.1"),
    (P, 0, "", "1.2 Bail out.", "decimal 1.2"),
    (H, 2, "", "B. Oars", "roman B"),
    (P, 0, "", "1.2 Dry them.", "decimal 1.2"),
    (P, 0, "", "1.4 Stack them.", "decimal 1.4"),
]
LIST_ABOVE_HEADINGS: list[Row] = [
    (H, 2, "", "In short", ""),
    (I, 0, "1.", "Ask first.", "item 1"),
    (I, 0, "2.", "Tell us.", "item 2"),
    (H, 2, "", "1. Asking", "single 1"),
    (H, 2, "", "2. Telling", "single 2"),
]
WELSH: list[Row] = [
    (H, 2, "", "Rhan 1 Cyffredinol", "word Rhan 1"),
    (P, 0, "", "Erthygl 1 Mae'r polisi hwn i bawb.", "word Erthygl 1"),
    (P, 0, "", "Erthygl 2 Rhaid i staff:", "word Erthygl 2"),
    (P, 0, "", "(a) ateb yn Gymraeg;", "item a of 2"),
    (H, 2, "", "Rhan 2 Cwynion", "word Rhan 2"),
    (P, 0, "", "Erthygl 3 Gall unrhyw un gwyno.", "word Erthygl 3"),
    (P, 0, "", "Adran 5 o'r Ddeddf sy'n gymwys.", ""),
    (H, 2, "", "Atodlen 1", "word Atodlen 1"),
    (I, 0, "1.", "Ffurflen gwyno.", "single Atodlen 1, 1"),
    (I, 0, "2.", "Ffurflen ateb.", "single Atodlen 1, 2"),
    (H, 2, "", "Atodlen 2", "word Atodlen 2"),
    (I, 0, "1.", "Llythyr.", "single Atodlen 2, 1"),
    (I, 0, "2.", "Amlen.", "single Atodlen 2, 2"),
]
ARABIC: list[Row] = [
    (H, 2, "", "المادة 1 التعريف", "word المادة 1"),
    (H, 2, "", "المادة ٢ الأهداف", "word المادة ٢"),
    (P, 0, "", "(1) أول؛", "subsection المادة ٢(1)"),
    (H, 2, "", "الملحق ١", "word الملحق ١"),  # noqa: RUF001  an Arabic figure
]
DEEP: list[Row] = [
    (H, 2, "", "1 Conduct", "single 1"),
    (H, 3, "", "1.1 Speech", "decimal 1.1"),
    (P, 0, "", "1.1.1.1.1 Say it aloud:", "decimal 1.1.1.1.1"),
    (P, 0, "", "(a) at work;", "item a of 2"),
    (P, 0, "", "(i) in the hall;", "item i of 3"),
    (P, 0, "", "(ii) in the yard;", "item ii of 3"),
    (P, 0, "", "(A) by day;", "item A of 5"),
    (P, 0, "", "(B) by night;", "item B of 5"),
    (P, 0, "", "(b) at home.", "item b of 2"),
]
SUFFIXES: list[Row] = [
    (H, 2, "", "2. Zweck", "single 2"),
    (P, 0, "", "2.2 Der Zweck ist die Hilfe:", "decimal 2.2"),
    (I, 0, "", "Rat;", ""),
    (P, 0, "", "2.2a Die Hilfe kostet nichts.", "decimal 2.2a"),
    (P, 0, "", "2.2A Auch das.", "decimal 2.2A"),
    (P, 0, "", "Section 3.1. Joining. Anyone may join.", "word Section 3.1"),
]
LISTS: list[Row] = [
    (H, 1, "", "Rules", ""),
    (I, 0, "1.", "Lock your screen.", "single 1"),
    (P, 0, "", "This holds everywhere.", ""),
    (I, 0, "", "Always.", ""),
    (I, 0, "2.", "Shut the door.", "single 2"),
    (P, 0, "", "2.1 With care.", "decimal 2.1"),
    (I, 0, "3.", "Take your badge.", "single 3"),
]
BEGUN_AGAIN: list[Row] = [
    (H, 2, "", "Screens", ""),
    (I, 0, "1.", "Lock it.", "item 1"),
    (I, 0, "2.", "Leave it.", "item 2"),
    (H, 2, "", "Doors", ""),
    (I, 0, "1.", "Shut it.", "item 1"),
]
TITLES: list[Row] = [
    (P, 0, "", "I. Conduct", "roman I"),
    (P, 0, "", "Be kind.", ""),
    (P, 0, "", "II. Sanctions", "roman II"),
    (P, 0, "", "1 Debate", "single 1"),
    (P, 0, "", "a. Stand up.", "item a of 3"),
    (P, 0, "", "2 Disorder", "single 2"),
    (P, 0, "", "Schedule 1", "word Schedule 1"),
]


@pytest.mark.parametrize(
    "rows",
    [
        *(
            STATUTE,
            SATZUNG,
            STANDING_ORDERS,
            HANDBOOK,
            WELSH,
            ARABIC,
            DEEP,
            SUFFIXES,
            LISTS,
            BEGUN_AGAIN,
            TITLES,
            LETTERED,
            SLIP,
            LIST_ABOVE_HEADINGS,
        ),
    ],
    ids=[
        *("statute", "satzung", "standing orders", "handbook", "welsh", "arabic", "deep", "suffixes"),
        *("lists", "lists that begin again", "titles", "numbers that begin again below letters", "a slip"),
        "a list above headings that are numbered as it is",
    ],
)
def test_each_unit_of_a_document_has_the_label_that_is_printed(rows: list[Row]) -> None:
    units = [Beginning(words, place, level, listed) for place, level, listed, words, _ in rows]
    found = [(unit.words, said(label)) for unit, label in zip(units, labels_of(units), strict=True)]
    assert found == [(words, wanted) for *_, words, wanted in rows]


@pytest.mark.parametrize(
    ("words", "printed", "number"),
    [
        ("Article 4. Joining", "Article 4.", "Article 4"),
        ("STANDING ORDER 3: VOTING", "STANDING ORDER 3:", "STANDING ORDER 3"),
        ("Appendix 1 – Forms", "Appendix 1", "Appendix 1"),
        ("§1a Name", "§1a", "§ 1a"),
        ("Artikel 3.1 Beitritt", "Artikel 3.1", "Artikel 3.1"),
        ("Rule IV Fees", "Rule IV", "Rule IV"),
        ("3. Conduct", "3.", "3"),
        ("Schedule A", "Schedule A", "Schedule A"),
    ],
)
def test_what_is_printed_has_the_signs_of_a_label_and_its_number_has_not(
    words: str, printed: str, number: str
) -> None:
    (label,) = labels_of([Beginning(words, H, 2)])
    assert label is not None
    assert (label.printed, label.number) == (printed, number)
    assert words.startswith(printed)


@pytest.mark.parametrize(
    ("example", "words", "number"),
    [
        ("Standing Order 1", "Standing Order 12 Voting", "Standing Order 12"),
        ("Minute 12/1", "Minute 7/31: The chair spoke.", "Minute 7/31"),
        ("R1", "R14 Be kind.", "R14"),
        ("Bestimmung A", "Bestimmung C Fristen", "Bestimmung C"),
    ],
)
def test_an_example_in_the_head_makes_a_form(example: str, words: str, number: str) -> None:
    unit = Beginning(words, P)
    assert labels_of([unit]) == [None]
    (label,) = labels_of([unit], [example])
    assert label is not None
    assert (label.number, label.form) == (number, Form.EXAMPLE)


def test_an_example_makes_no_label_of_other_words() -> None:
    units = [Beginning(words, P) for words in ("R2D2 is a robot.", "Robots 1 and 2.", "Minute by minute.")]
    assert labels_of(units, ["R1", "Minute 12/1", "Words"]) == [None, None, None]
