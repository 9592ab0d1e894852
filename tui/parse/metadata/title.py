"""The title of an article, without the name of its site.

In order of trust: the first-level heading that agrees with what the page says elsewhere (Open
Graph, linked data, title element, Twitter card) and is no breadcrumb; a heading of the second or
third level that says nearly the same; a first-level one that is a breadcrumb; the first of the
first level that shares words with it, but for one that only ends it where a lower one begins it; a
heading, or an element called one, that a claim holds between its signs; the only one of the first
level, where it is called a title and is more than a name; else those others in this order, cut at
the sign before the site's name. A heading that leads to another page of the site is never the
title.
"""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from tui.model import plain
from tui.parse.blocks import inline_of, without_permalink
from tui.parse.blocks.elements import TEXT
from tui.parse.clean import clean_line, clean_link
from tui.parse.metadata.signs import MOST_CUTS, PARTS, SEPARATORS, key_of, runs_in, words_in
from tui.parse.outline import Element, Outline
from tui.parse.patterns import regex

MAX_TITLE = 1_000
"""No title is longer than this many characters."""

MAX_HEADINGS = 20
"""So many headings of each level are looked at."""

_BARE = frozenset({"a", "b", "em", "i", "span", "strong"})
_OF_LINKS = frozenset({"href"})
"""Elements that a heading may be in as a whole, without any other attributes than these."""

_LEVELS = ("h1", "h2", "h3")
_LOWER = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TITLE = regex(r"(?<![a-z])(?:title|headline|heading)(?![a-z])")
_OF_TOPIC = regex(r"(?<![a-z])(?:main|topic|thread|post)title(?![a-z])")
"""What forums call the link to the topic itself, and the first also the name of the board."""

_CALLED = ("title", "heading", "headline")
"""Parts of the names of elements that are called a title."""

_OF_SITE = regex(r"(?<![a-z])(?:site|blog|brand|logo|masthead)")
_HOME = regex(r"(?:https?://[^/?#]+)?/?(?:\.{1,2}/)*(?:index\.\w{2,5})?", re.IGNORECASE)
"""The address of a site's first page, on a page that does not know its own."""

_INDEX = regex(r"index\.\w{2,5}$")

_AGREES = 0.5
_SURELY = 0.8
"""How well a first-level heading agrees with a claim, up to 1, after and before lower ones have
their turn: the name of a blog above a post also agrees with a title that begins with it."""

_SAME = 0.9
"""How well a lower heading agrees with a claim."""

_LEADS = 0.02
"""A heading with which a claim begins agrees so much better than one with which it ends: sites put
their name last."""

_SENTENCE = 4
"""A heading of so many words is no name of a section."""

_CRUMBS = "breadcrumb"
_AROUND = 5
"""What a list of breadcrumbs is called, and how many elements around a heading may be it."""

_SHARED = 2
"""A heading shares at least so many words with what else the page says its title is."""


def heading_of(
    elements: Outline, claims: list[str], base: str | None = None
) -> tuple[int | None, str | None]:
    """The heading that is the title, or the one that stands where the title would.

    A first-level heading that agrees well with a claim is the title; one of a lower level only
    where it says nearly the same, since those within an article speak of the same things; and then
    a first-level one that agrees less, or the first that shares some words with a claim. Papers
    write a title for search engines as the last of the breadcrumbs, and theirs on the second level.

    Args:
        elements: The outline of the page.
        claims: What other sources give as the title, the best first.
        base: The page's address, against which its links are resolved, or None.

    Returns:
        The heading's index and its words; the index alone where it is none, but the likeliest
        place for dates and authors to stand beside; None twice where there is no such place.
    """
    firsts, seconds, thirds = _headings(elements)
    claims = _without_sites(elements, (firsts, seconds + thirds), claims, base)
    claimed = [words_in(claim) for claim in claims]
    lower = seconds + thirds
    seen = [index for index in firsts if not _is_crumb(elements, index)]
    ranks = ((seen, _SURELY), (lower, _SAME), (firsts, _AGREES))
    for headings, least in ranks:
        index = _likeliest(elements, headings, claimed, least, base)
        if index is not None:
            return index, _without_kicker(elements, index, claims)
    free = _free(elements, firsts, base)
    said = (i for i, words in free.items() if not claims or _shares(words_in(words), claimed))
    shared = next(said, None)
    piece = None
    if claims and (shared is None or _ends(words_in(free[shared]), claimed[0])):
        piece = _piece(elements, claims[0])
    if piece is not None and (shared is None or _begins(elements[piece], claimed[0])):
        return piece, _words_of(elements[piece])
    if shared is not None:
        return shared, free[shared]
    alone = next(iter(free)) if len(free) == 1 else None
    is_called = alone is not None and _is_called_title(elements[alone], free[alone])
    return alone, free[alone] if alone is not None and is_called else None


def _without_sites(
    elements: list[Element],
    headings: tuple[list[int], list[int]],
    claims: list[str],
    base: str | None,
) -> list[str]:
    """The claims without the name of the site, as a heading of the first level has it.

    Such a heading leads to the first page. Or it is called the site's, and what else a claim says
    is another heading.
    """
    firsts, lower = headings
    away = {key_of(_words_of(elements[i])) for i in firsts if _leads_home(elements[i], base)}
    named = [index for index in firsts if _is_of_site(elements, index)]
    if not away and not named:
        return claims
    names = away.union(key_of(_words_of(elements[index])) for index in named) - {""}
    others = {key_of(_words_of(elements[index])) for index in lower}
    return [_without_site(claim, names, away, others) for claim in claims]


def _is_of_site(elements: list[Element], index: int) -> bool:
    """Whether a heading, or the element that it stands in, is called the site's."""
    around = elements[index].parent
    return any(_OF_SITE.search(elements[at].names.lower()) for at in (index, around))


def _without_site(claim: str, names: set[str], away: set[str], others: set[str]) -> str:
    for cut in islice(SEPARATORS.finditer(claim), MOST_CUTS):
        before, after = claim[: cut.start()], claim[cut.end() :]
        for name, rest in ((before, after), (after, before)):
            key = key_of(name)
            if key in names and (key in away or key_of(rest) in others):
                return rest
    return claim


def _is_called_title(heading: Element, words: str) -> bool:
    """Whether a heading of some words is called a title, and not that of the site."""
    names = f"{heading.names} {heading.attributes.get('itemprop') or ''}".lower()
    is_title = _TITLE.search(names) is not None and _OF_SITE.search(names) is None
    return is_title and len(words_in(words)) >= _SENTENCE


def _is_crumb(elements: list[Element], index: int) -> bool:
    """Whether a heading is one of the breadcrumbs, by what it or an element around it is called."""
    for _ in range(_AROUND):
        element = elements[index]
        if any(_CRUMBS in f"{name} {value}".lower() for name, value in element.attributes.items()):
            return True
        index = element.parent
    return False


def _without_kicker(elements: list[Element], index: int, claims: list[str]) -> str:
    """The words of a heading; those of the element in it that says no more than a claim does.

    Where a claim has a colon between the same words, which stand on two lines, it is the claim.
    """
    heading = elements[index]
    words = _words_of(heading)
    if heading.size == 1:
        return words
    same = next((claim for claim in claims if key_of(claim) == key_of(words)), None)
    if same is not None:
        return same if same.count(":") > words.count(":") else words
    claimed = [words_in(claim) for claim in claims]
    for part in elements[index + 1 : heading.end]:
        own = words_in(part.words) if 0 < part.text < heading.text else []
        if len(own) >= _SHARED and own in claimed:
            return part.words
    return words


def _free(elements: list[Element], firsts: list[int], base: str | None) -> dict[int, str]:
    """The first-level headings that may be the title by their place, each with its words."""
    said: dict[str, int] = {}
    for index in firsts:
        element = elements[index]
        words = _words_of(element)
        if words and not element.named_beside and not _leads_away(element, base):
            said.setdefault(words, index)
    return {index: words for words, index in said.items()}


def _shares(own: list[str], claimed: list[list[str]]) -> bool:
    return any(len(set(own).intersection(theirs)) >= _SHARED for theirs in claimed)


def _ends(own: list[str], claimed: list[str]) -> bool:
    """Whether the words of a heading only end a claim, as the name of a portal does."""
    return claimed[-len(own) :] == own and len(claimed) >= 2 * len(own)


def _begins(heading: Element, claimed: list[str]) -> bool:
    """Whether a claim begins with the words of a heading."""
    own = words_in(_words_of(heading))
    return claimed[: len(own)] == own


def _headings(elements: Outline) -> tuple[list[int], list[int], list[int]]:
    """The first headings of each of the three upper levels."""
    firsts, seconds, thirds = (elements.places(level)[:MAX_HEADINGS] for level in _LEVELS)
    return firsts, seconds, thirds


def _likeliest(
    elements: list[Element],
    headings: list[int],
    claimed: list[list[str]],
    least: float,
    base: str | None,
) -> int | None:
    """The first of the headings that agree best with a claim, and at least so well."""
    best, best_score = None, 0.0
    for index in headings:
        own = words_in(_words_of(elements[index]))
        agreement = _agreement_under if elements[index].size > 1 else _agreement
        score = max((agreement(own, theirs) for theirs in claimed), default=0.0)
        is_home = base is None and score >= 1  # of the first page itself
        if score > best_score + 0.01 and (is_home or not _leads_away(elements[index], base)):
            best, best_score = index, score
    return best if best_score >= least else None


def _leads_away(heading: Element, base: str | None) -> bool:
    """Whether a heading is a link to another page of the same site, or to its first page."""
    href = _address_of(heading)
    if href is None:
        return False
    if base is None:
        return _HOME.fullmatch(href) is not None
    address = clean_link(href, base)
    if address is None:
        return False
    there, here = urlsplit(address), urlsplit(base)
    return there.netloc == here.netloc and _last(there.path) != _last(here.path)


def _leads_home(heading: Element, base: str | None) -> bool:
    """Whether a heading is a link to the first page of its site, or of the folder of its page."""
    href = _address_of(heading)
    if href is None or base is None:
        return href is not None and _HOME.fullmatch(href) is not None
    address = clean_link(href, base) or ""
    folder = _INDEX.sub("", address.partition("?")[0])
    return folder.endswith("/") and base.startswith(folder) and base != address


def _address_of(heading: Element) -> str | None:
    """Where a heading leads that is a link, or lies in one, as it stands; None for others."""
    if not heading.links or heading.links < _SURELY * heading.text:
        return None
    parent = heading.node.parent
    around = parent if parent is not None and parent.tag == "a" else None
    link = heading.node.css_first("a[href]") or around
    return (link.attributes.get("href") or "#").strip() if link is not None else None


def _last(path: str) -> str:
    """The last part of a path, which archives and other editions of a page leave as it is."""
    return path.rstrip("/").rpartition("/")[2]


def _piece(elements: Outline, claim: str) -> int | None:
    """The heading below the first level, or element called one, that is most of a claim's pieces.

    Such is the title of a post whose claim has the names of the blog and of a part of it as well.
    """
    beginnings = (claim[: cut.start()] for cut in islice(PARTS.finditer(claim), MOST_CUTS))
    pieces = {tuple(words_in(piece)) for piece in (claim, *PARTS.split(claim), *beginnings)}
    best, most = None, max(_SHARED, len(runs_in(claim)) / 3)
    least = len(key_of(claim)) / 4
    for index in sorted({*elements.places(*_LOWER), *elements.named_like(_CALLED)}):
        element = elements[index]
        if not 0 < element.text <= len(claim) or element.tag == "h1":
            continue
        is_title = element.tag in _LOWER or _TITLE.search(element.names) is not None
        is_topic = element.tag == "a" and _OF_TOPIC.search(element.names) is not None
        words = _words_of(element) if is_title or is_topic else ""
        own = tuple(words_in(words))
        if not own or own not in pieces or element.named_beside:
            continue
        if is_topic:
            return index
        if len(own) >= most and len(key_of(words)) >= least:
            best, most = index, len(own) + 1
    return best


def _words_of(heading: Element) -> str:
    """The words of a heading on one line; too long a text is no heading."""
    if heading.text > MAX_TITLE:
        return ""
    only = _only_text(heading.node)
    if only is not None and only.isprintable():  # what has no width, and may be no word, is not
        return only
    return clean_line(plain(without_permalink(inline_of(heading.node, None))))


def _only_text(heading: LexborNode) -> str | None:
    """The words of a heading that is one text, perhaps in a bare link or another bare element."""
    inner = [*heading.iter(include_text=True, skip_empty=True)]
    if len(inner) == 1 and inner[0].tag in _BARE and inner[0].attributes.keys() <= _OF_LINKS:
        inner = [*inner[0].iter(include_text=True, skip_empty=True)]
    if len(inner) != 1 or inner[0].tag != TEXT:
        return None
    return clean_line(inner[0].text_content or "")


def _agreement_under(ours: list[str], theirs: list[str]) -> float:
    """How well a heading of parts agrees: a sentence under a word or two is as good as the same."""
    if len(ours) // 2 < len(theirs) >= _SENTENCE and ours[-len(theirs) :] == theirs:
        return 1.0
    return _agreement(ours, theirs)


def _agreement(ours: list[str], theirs: list[str]) -> float:
    """How well a heading agrees with a claimed title: 1 where it holds the same words."""
    own, claimed = set(ours), set(theirs)
    common = len(own & claimed)
    if common * 2 <= min(len(own), len(claimed)):
        return 0.0
    leads = _LEADS if theirs[: len(ours)] == ours else 0.0
    return 2 * common / (len(own) + len(claimed)) + leads
