"""Sentences such as policies are made of. As in real ones, many are alike, and some stand in several places."""

from __future__ import annotations

from random import Random

_WHO = (
    "Every visitor", "The duty manager", "A volunteer", "Any member of staff", "The site warden",
    "A line manager", "The finance office", "Each driver", "The night team", "A contractor",
    "The records officer", "A trustee", "The kitchen lead", "Whoever opens the building", "An apprentice",
    "The person who holds the keys",
)  # fmt: skip
_MUST = ("must", "should", "may", "must not", "will", "is expected to")
_DO = (
    "report", "check", "sign for", "return", "record", "label", "lock away", "hand over", "photograph",
    "inspect", "ask about", "pay for", "replace", "count", "lend", "store", "cancel", "approve", "copy",
    "clean",
)  # fmt: skip
_WHAT = (
    "the van keys", "any accident", "a lost badge", "the petty cash", "personal files", "the fire doors",
    "all deliveries", "the visitors' book", "a broken ladder", "the first aid box", "mobile telephones",
    "the week's rota", "confidential papers", "the boiler log", "a late invoice", "the allotment tools",
    "library boxes", "the guest laptop", "medicines", "an overdue loan", "the minibus", "the donation tins",
)  # fmt: skip
_WHEN = (
    "before the building is locked", "within two working days", "at the end of each shift",
    "on the first Monday", "as soon as it is noticed", "during opening hours", "before leaving the site",
    "once a quarter", "by noon", "at least a week ahead", "when the alarm has stopped",
    "in the presence of a colleague", "without delay", "after the spring audit", "every second Friday",
    "unless the warden is away",
)  # fmt: skip
_WHY = (
    "so that nobody is left waiting", "because insurers ask for it", "and keep the receipt for six years",
    "and tell the office by email", "so that the list stays complete", "even if nothing seems to be missing",
    "unless a trustee has agreed otherwise in writing", "and note the time in the day book",
    "so that the next team can begin at once", "whatever the weather", "and ask for help where it is heavy",
    "as the lease of the building demands", "and never alone",
)  # fmt: skip
_TOPIC = (
    "Vehicles", "Keys", "Money", "Visitors", "Deliveries", "Kitchen", "Fire safety", "Records", "Telephones",
    "Lone working", "Tools", "Loans", "Volunteers", "Complaints", "Opening hours", "Insurance", "Waste",
    "Events", "Parking", "Heating", "First aid", "Allotments", "The library", "Night work", "Travel",
    "Uniforms", "Training", "Leave", "Sickness", "Funerals", "Photographs", "Alarms", "Contractors", "Gifts",
    "Animals", "Noise",
)  # fmt: skip
_ASPECT = ("Scope", "Who is responsible", "Reporting", "Exceptions", "Records", "Review", "Costs")
_REPEATED = (
    "Ask your manager first.",
    "Keep a record.",
    "This section applies to all staff.",
    "See the form on the noticeboard.",
    "Exceptions need the agreement of a trustee.",
    "Anyone who is unsure must ask the office before they go on.",
    "A breach of this section may be dealt with under the disciplinary procedure.",
)
_ITEM = ("the date", "your name", "the time", "a signature", "where it was found", "who was told", "the amount")
_FOR = ("must be given to the office in writing", "is entered in the book", "is needed", "has to be shown", "")


def sentence(random: Random) -> str:
    """Return a sentence of ten to twenty words."""
    words = [random.choice(kind) for kind in (_WHO, _MUST, _DO, _WHAT)]
    words += [random.choice(_WHEN)] if random.random() < 0.8 else []
    words += [random.choice(_WHY)] if random.random() < 0.6 else []
    return " ".join(words) + "."


def paragraph(random: Random) -> str:
    """Return one to three sentences, or one of those that stand in many places."""
    if random.random() < 0.1:
        return repeated(random)
    return " ".join(sentence(random) for _ in range(random.choice((1, 1, 2, 2, 3))))


def repeated(random: Random) -> str:
    """Return a sentence that other sections may have too."""
    return random.choice(_REPEATED)


def item(random: Random) -> str:
    """Return an item of a list: often short, and often the same as another's."""
    if random.random() < 0.5:
        return f"{random.choice(_ITEM)};"
    return f"{random.choice(_DO)} {random.choice(_WHAT)} {random.choice(_WHEN)};"


def topic(random: Random) -> str:
    """Return the heading of a section."""
    one, other = random.sample(_TOPIC, 2)
    return f"{one} and {other.lower()}" if random.random() < 0.4 else one


def aspect(random: Random) -> str:
    """Return the heading of a part of a section, which many sections have."""
    return random.choice(_ASPECT)


def lightly_reworded(text: str, random: Random) -> str:
    """Return the same with a word or a few changed, put in or taken out."""
    words = text.split()
    for _ in range(max(1, len(words) // 12)):
        at = random.randrange(len(words))
        change = random.choice(("in", "out", "other"))
        if change == "in":
            words.insert(at, random.choice(("promptly", "always", "normally", "first", "then", "also")))
        elif change == "other" or len(words) < 4:
            words[at] = random.choice(("staff", "every", "office", "written", "safely", "kept", "team"))
        else:
            del words[at]
    return " ".join(words)


def heavily_reworded(text: str, random: Random) -> str:
    """Return what has about half of the words left."""
    words, fresh = text.split(), sentence(random).split()
    half = len(words) // 2
    kept = words[:half] if random.random() < 0.5 else words[half:]
    return " ".join([*kept, *fresh[: len(words) - half]])
