"""Articles that a paywall cuts: what pages say of that, and how the cut itself is told.

What a page says counts only together with little text or with one that breaks off: search engines
are given the text behind most paywalls, and the page says that it is not free all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from msgspec import Struct

from tui.model import Block, Paragraph, blocks_text
from tui.parse.clean import clean_line
from tui.parse.document import Document
from tui.parse.hints import names
from tui.parse.marks import stem
from tui.parse.outline import Element, Outline
from tui.parse.patterns import regex

NO_TEXT = 300
"""An article of fewer characters than this is next to none."""

LITTLE = 1_500
"""An article of fewer characters than this is little: some paragraphs."""

CUT = 12_000
"""Beginnings of articles are no longer than this many characters."""

MANY_TIMES = 2
"""A page whose linked data counts so many times the words that it shows holds a part of them."""

WALL = 800
"""What asks for a subscription takes no more than this many characters; more is the text itself."""

MOST = 0.9
"""What holds more than this share of the page's running text is the whole article, or its start."""

MAX_WALLS = 50
"""Only this many are looked at."""

AFTER_WALL = 0.1
"""No more than this share of the page's running text stands after a wall that ends its article."""

_DECLARED = regex(
    r'"isAccessibleForFree"\s{0,9}:\s{0,9}(?:false|"(?:https?://schema\.org/)?false")',
    re.IGNORECASE,
)
"""schema.org `isAccessibleForFree`, of the article or of its part in `hasPart`; many write the
boolean as a string."""

_IN_DECLARED = "isaccessibleforfree"
"""What is in every such line, which is quicker looked for."""

_OBJECTS = regex(r"\{[^{}]{0,2000}\}")
_NAMED_PART = regex(r'"cssSelector"\s{0,9}:\s{0,9}\[?\s?"[^"]{0,80}?[.#]([\w-]+)"')
_WORDS = regex(r'"wordCount"\s{0,9}:\s{0,9}"?(\d{2,6})"?')
_TIERS = frozenset({"locked", "premium", "paid"})
"""Values of `article:content_tier`; what is `metered` is open to those who read little."""

_WORD = regex("[\u3040-\u9fff]|[^\\W\u3040-\u9fff]+")
_WALLS = regex(
    r"(?<![a-z0-9])(?:(?:pay|reg|registration|subscription|subscriber|metered)[-_]?wall"
    r"|piano[-_](?:offer|inline|container|paywall)"
    r"|(?:subscribers?|members?|premium)[-_]only[-_](?:content|message|notice|cta|box|prompt)"
    r"|(?:premium|paid|subscriber|locked)[-_]content[-_](?:gate|lock|logged-out\w*)"
    r"|(?:content|article)[-_]?gate|gated[-_]content|post-upgrade-cta)(?![a-z0-9])"
)
"""Names of what stands where a paywall cuts: the words of paywall services and content systems."""

_IN_WALLS = (
    *("wall", "piano", "ber-only", "bers-only", "premium-only", "ber_only", "bers_only"),
    *("premium_only", "gate", "content-lo", "content_lo", "upgrade-cta"),
)
"""One of these is in every such name."""

_FLOATS = regex(r"(?<![a-z0-9])(?:modal|popup|overlay|sticky|nav|header|badge|icon)(?![a-z0-9])")
"""Words for what lies over the page or stands beside it, shown or not."""

_RESERVED = regex(
    r"\b(?:suite|reste) (?:de (?:cet|l.)\s?article )?est réservée? aux abonné"
    r"|\bil vous reste\b.{1,40}\bà lire\b"
    r"|\b(?:rest|remainder) of (?:this|the) (?:article|story|post) is\b.{0,30}\b"
    r"(?:subscribers|members)\b"
    r"|\b(?:article|story|post|content) is\b.{0,20}\bfor (?:paid |paying )?"
    r"(?:subscribers|members)\b"
    r"|\bnur für (?:abonnent|mitglied)|\balleen voor abonnees\b"
    r"|\b(?:exclusivo|solo|sólo) para (?:suscriptores|abonados)\b|\briservato agli abbonati\b"
    r"|会員限定です|有料会員",
    re.IGNORECASE,
)
_LONGEST_RESERVED = 200
"""Last lines of no more characters that say for whom the rest is kept."""

_BREAKS_OFF = regex(r"(?:…|\.\.\.|…\]|\.\.\])$")


def is_cut(document: Document, elements: Outline, blocks: Sequence[Block], text: str) -> bool:
    """Whether a paywall cuts the article.

    The page says that it is not free, or has a wall at its end; and it shows little, or its last
    sentence breaks off. One that says it is cut, too, where it counts far more words than it shows,
    or where nothing of what it names as paid for is above the wall.
    """
    if len(text) >= CUT:
        return False
    claims = _claims(document)
    parts = claims.parts if claims is not None else frozenset[str]()
    if any(map(partial(_is_paid_text, elements[0]), _named(elements, parts))):
        return False
    wall = _wall(elements)
    if claims is None and wall is None:
        return False
    if len(text) < LITTLE or _breaks_off(blocks, wall):
        return True
    return claims is not None and (
        (claims.words > 0 and claims.words > MANY_TIMES * len(_WORD.findall(text)))
        or (wall is not None and _is_missing(document, parts))
    )


class _Claims(Struct, frozen=True):
    """What a page that is not free says of itself.

    Attributes:
        parts: The classes and ids of what is paid for, as `cssSelector` names it.
        words: How many words the article has, or 0.
    """

    parts: frozenset[str] = frozenset()
    words: int = 0


def _claims(document: Document) -> _Claims | None:
    """What a page says that says it is not free, or None."""
    declared = document.declared
    tiers = {tier.lower() for tier in declared.all("article:content_tier")}
    of_meta = (declared.first("isaccessibleforfree") or "").lower().rpartition("/")[2] == "false"
    found = of_meta or bool(tiers & _TIERS)
    parts: set[str] = set()
    words = 0
    for script in document.marks.data:
        text = script.text() or ""
        if _IN_DECLARED in text.lower() and _DECLARED.search(text):
            found = True
            words = max([words, *map(int, _WORDS.findall(text))])
            closed = (part for part in _OBJECTS.findall(text) if _DECLARED.search(part))
            parts.update(name for part in closed for name in _NAMED_PART.findall(part))
    return _Claims(frozenset(parts), words) if found else None


def _named(elements: Outline, parts: frozenset[str]) -> Iterator[Element]:
    """The elements of these classes and ids."""
    known = {names(part, "").strip() for part in parts}
    named = elements if known else ()
    return (element for element in named if not known.isdisjoint(element.names.split()))


def _is_paid_text(body: Element, part: Element) -> bool:
    """Whether a part that is paid for is there, after what is free."""
    return NO_TEXT <= part.mass < MOST * body.mass


def _is_missing(document: Document, parts: frozenset[str]) -> bool:
    """Whether something is named of which nothing is on the page."""
    marks = document.marks
    stems = {stem(part) for part in parts}
    return bool(stems) and stems.isdisjoint(marks.classes) and stems.isdisjoint(marks.ids)


def _wall(elements: Outline) -> Element | None:
    """What is named as a wall, is no more than one, and ends the article; or None."""
    walls = (
        index
        for index in elements.named_like(_IN_WALLS)
        if 0 < elements[index].text <= WALL
        and _WALLS.search(elements[index].names)
        and not _FLOATS.search(elements[index].names)
    )
    ends = (elements[at] for at in islice(walls, MAX_WALLS) if _ends_article(elements, at))
    return next(ends, None)


def _ends_article(elements: Outline, index: int) -> bool:
    """Whether nearly nothing of the running text around an element comes after it."""
    around = index
    while around and elements[around].mass * 2 < elements[0].mass:
        around = elements[around].parent
    rest = elements[elements[index].end : elements[around].end]
    after = sum(max(element.own - element.own_links, 0) for element in rest)
    return after <= max(AFTER_WALL * elements[around].mass, NO_TEXT)


def _breaks_off(blocks: Sequence[Block], wall: Element | None) -> bool:
    """Whether the last words before the wall, if there is one, are no end of a text.

    Or whether they say that the rest is kept for others.
    """
    asked = clean_line(wall.node.text(separator=" ")) if wall is not None else ""
    for block in reversed(blocks):
        text = clean_line(blocks_text((block,)))
        if text and text not in asked:
            if not isinstance(block, Paragraph) or all(span.href for span in block.text):
                return False
            if len(text) <= _LONGEST_RESERVED and _RESERVED.search(text):
                return True
            ends = _BREAKS_OFF.search(text) is not None
            return ends or (wall is not None and text.endswith((":", ",")))
    return False
