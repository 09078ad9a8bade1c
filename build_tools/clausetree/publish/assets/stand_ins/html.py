"""What our engine uses of `html`: the rest is a list of all the names of signs."""


def escape(s, quote=True):
    """Return words as they stand in HTML, and with `quote` in the value of an attribute."""
    escaped = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;").replace("'", "&#x27;") if quote else escaped
