"""The link from a part of an article to a page that holds all parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.parse.clean import clean_line, clean_link
from tui.parse.outline import Element
from tui.parse.pagenumber import names_whole, numbered
from tui.parse.patterns import regex

MAX_LABEL = 60
"""What such a link says has no more characters than this."""

MAX_LINKS = 5_000
"""Only this many links are looked at for one that leads to the whole article."""

_WHOLE = regex(
    r"(?:(?:view|read|show|see) )?(?:article |story )?(?:as |on |in )?(?:a )?(?:single|one)[ -]page"
    r"(?: view)?|(?:view|show|read) all(?: pages)?|all(?: pages| on one page)?"
    r"|view (?:full|entire) article"
    r"|(?:alles )?auf einer seite(?: lesen| anzeigen)?|alle(?: seiten)?|komplettansicht"
    r"|(?:tout |lire |afficher )*sur une (?:seule )?page|tout afficher"
    r"|(?:ver |leer )?(?:todo )?en una (?:sola )?página|(?:ver|em) (?:uma )?página única"
    r"|(?:alles |lees )?op (?:één|een) pagina|(?:tutto )?in una(?: sola| unica)? pagina"
    r"|(?:читать )?(?:всё |все )?на одной странице|(?:visa |läs )?allt på en sida",
    re.IGNORECASE,
)
"""What links to the whole article say."""

_PRINT = regex(
    r"print(?:er)?(?:[- ]?friendly)?(?: version| view| page)?|druckversion|drucken|imprimer"
    r"|afdrukken",
    re.IGNORECASE,
)
"""What links to a page for printing say, which holds all parts as well."""


def find_whole(elements: Sequence[Element], stem: str, base: str | None) -> str | None:
    """The address of a page with all parts, else of one for printing, or None.

    Args:
        elements: The outline of the page's body.
        stem: The address of the article without the number of its part.
        base: What relative links are resolved against, or None.
    """
    links = (element for element in elements if element.tag == "a" and element.text <= MAX_LABEL)
    to_print: str | None = None
    for link, _ in zip(links, range(MAX_LINKS), strict=False):
        words = clean_line(link.node.text()).strip(" .:…»>|[]()")
        is_print = _PRINT.fullmatch(words) is not None
        if not is_print and not _WHOLE.fullmatch(words):
            continue
        address = clean_link(link.attributes.get("href"), base)
        if address is None or not _is_of(stem, address):
            continue
        if not is_print:
            return address
        to_print = to_print or address
    return to_print


def _is_of(stem: str, address: str) -> bool:
    """Whether an address goes on from that of the article, and is none of its parts."""
    there = numbered(address)
    path, _, _ = stem.partition("?")
    return (
        there.number is None
        and there.stem.partition("?")[0].startswith(path)
        and (there.stem != stem or names_whole(address))
    )
