"""What says that a text is no JSON: the part of `json` that is not written in Python asks for it here."""


class JSONDecodeError(ValueError):
    """A text is no JSON."""

    def __init__(self, words, text, place):
        super().__init__(f"{words} at place {place}")
