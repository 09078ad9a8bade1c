"""Where the links of a policy lead in a Word document, and how that is turned back."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from urllib.parse import quote

from clausetree.policy.policy import Policy
from clausetree.render.html.addresses import addresses_on, target_of
from clausetree.render.word.bookmarks import bookmark_of

NOWHERE = "?"
"""What stands before the name of a place that is not there, but will be known again."""
_SAFE = "/#?=&%:.~+,;@!$'()*"

type Address = Callable[[str], str]


def outside(href: str) -> str:
    """Return an address that can be followed from a document; "" for one within the site."""
    return href if href.startswith(("https:", "http:", "mailto:", "tel:")) else ""


def addresses_from(page: str, site: str) -> Address:
    """Return what gives the whole address of a link in the file `page`; "" where it may not be followed.

    Within the site it is the published one where it is known where the `site` is, and as written where not.
    """
    published = addresses_on(page, f"{site.rstrip('/')}/") if site else lambda href: quote(href, safe=_SAFE)

    def address(href: str) -> str:
        return outside(href) or (published(href) if target_of(href, page) is not None else "")

    return address


def led(href: str, label: str, address: Address) -> str:
    """Return where a link leads: an address, "#" and an anchor, or a place that is not there."""
    if href.startswith("#"):
        return href
    return address(href) if href else f"{NOWHERE}link_{label}"


def written_links(policy: Policy, address: Address, labels: Container[str]) -> Mapping[str, str]:
    """Return how a policy writes what stands behind the words of a link, by where that leads in its document.

    `labels` are those that the site knows. What another label means stands in the policy alone.
    """
    back = {}
    for lead in policy.document.leads:
        to = led(lead.address, lead.label, address)
        if to.startswith("#"):
            to = f"{NOWHERE}{bookmark_of(to[1:])}"
        written = f"<{lead.address}>" if " " in lead.address else lead.address
        if to and not lead.picture:
            is_label = lead.label and (lead.label in labels or not lead.address)
            back[to] = f"[{lead.label}]" if is_label else f"({written})"
    return back
