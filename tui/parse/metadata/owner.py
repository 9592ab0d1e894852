"""Whose site it is: the author of posts on a page that somebody keeps under their own name.

Such blogs seldom say below each post who wrote it. The name is that of the site, of the link to its
first page, of the end of the page's title or of the line about copyright. It is taken where the
host's name has a part of it and the page writes no word of it in small letters, as it would those
of a trade.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from tui.parse.blocks.elements import word_set
from tui.parse.metadata.names import is_person, names_of
from tui.parse.outline import Outline
from tui.parse.patterns import regex

_LONGEST = 200
"""No line about copyright is longer than this many characters."""

_FOOT = 200
"""It is among so many last elements of the page."""

_SHORT = 40
_LEAST = 4
"""So many letters of a name's word in the host's name are no chance."""

_RIGHTS = regex(
    r"(?:©|\(c\)|(?<![a-z])copyright(?![a-z]))(?:\W|\d|copyright|by\b|present|now)*"
    r"(?P<name>[^\W\d_][^|·•,;:()\d©]{2,40})",
    re.IGNORECASE,
)
_END = regex(
    r"[.!]?\s+(?:all|some|licen[cs]ed|built|powered|made|this|designed)\b.*|[.\s]+$", re.IGNORECASE
)
_TAIL = regex(r"\s[|·•–—-]\s(?=[^|·•–—]+$)")  # noqa: RUF001 - dashes before a site's name
_INITIAL = regex(r"[^\W\d_]\.?")
_NOBODY = word_set(
    """
    agency association bank blog blogs club co college company corp daily digital foundation gmbh
    group guide home inc institute int international journal labs life limited llc ltd magazine
    media network news online press pllc privacy review reviews school services shop society
    solutions store studio studios team tech technologies terms the times travel university world
    contact about
    """
)
"""Words that are in the names of sites and of no person."""


def owner_of(url: str | None, names: Iterable[str | None], elements: Outline) -> str | None:
    """The person whose site it is, or None.

    Args:
        url: The page's address.
        names: What the site may be called, and titles at whose end its name may stand.
        elements: The outline of the page.
    """
    if url is None or not elements:
        return None
    said = (_TAIL.split(name)[-1] for name in names if name)
    told = dict.fromkeys((*said, *_homes(url, elements), *_rights(elements)))
    host = "".join(filter(str.isalpha, (urlsplit(url).hostname or "").rpartition(".")[0]))
    return next((name for name in told if _is_name(name, host) and _is_rare(name, elements)), None)


def _is_name(name: str, host: str) -> bool:
    """Whether a name is like a person's, and the host's has a part of it."""
    if len(name) > _SHORT or not is_person(name):
        return False
    words = [word for word in name.split() if _INITIAL.fullmatch(word) is None]
    small = [word.lower() for word in words]
    if len(words) != 2 or not _NOBODY.isdisjoint(small) or any(map(str.isupper, words)):
        return False
    return any(len(word) >= _LEAST and word in host for word in small)


def _is_rare(name: str, elements: Outline) -> bool:
    """Whether the page writes no word of a name in small letters."""
    text = elements[0].node.text(separator=" ")
    small = (word.lower() for word in name.split() if _INITIAL.fullmatch(word) is None)
    return not any(
        word in text and re.search(rf"(?<![\w/.@]){re.escape(word)}(?![\w.@])", text)
        for word in small
    )


def _homes(url: str, elements: Outline) -> Iterator[str]:
    """The words of links to the site's first page."""
    parts = urlsplit(url)
    homes = {"/", "/index.html", f"{parts.scheme}://{parts.netloc}", f"//{parts.netloc}"}
    homes |= {f"{home}/" for home in homes}
    for index in elements.places("a"):
        element = elements[index]
        if 0 < element.text <= _SHORT and element.attributes.get("href") in homes:
            yield element.words


def _rights(elements: Outline) -> Iterator[str]:
    """The names in lines about copyright, from the page's end."""
    for element in reversed(elements[-_FOOT:]):
        if 0 < element.own <= _LONGEST and element.text <= _LONGEST:
            found = _RIGHTS.search(element.words)
            if found is not None:
                yield from names_of(_END.sub("", found["name"]))
