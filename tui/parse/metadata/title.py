"""The title of an article, without the name of its site.

In order of trust: the first heading, where what the page says elsewhere (title element, Open Graph,
linked data) agrees with it; else those others, cut at the sign before the site's name.
"""

# ruff: noqa: RUF001 - the signs between titles and sites

from __future__ import annotations

import re

from tui.model import plain
from tui.parse.blocks import inline_of
from tui.parse.clean import clean_line
from tui.parse.outline import Element
from tui.parse.patterns import regex

_SEPARATORS = regex(r"\s+[|·•»«‹›–—~/:-]{1,2}\s+|\s*[|»«]\s*|:\s+")
MAX_TITLE = 1_000
"""No title is longer than this many characters."""

_WORDS = regex(r"\w+")


def heading_of(elements: list[Element], claims: list[str]) -> tuple[int | None, str | None]:
    """The heading that is the title: its index and its words, or None twice.

    Args:
        elements: The outline of the page.
        claims: What other sources give as the title, the best first.
    """
    headings = [index for index, element in enumerate(elements) if element.tag == "h1"][:20]
    second = [index for index, element in enumerate(elements) if element.tag == "h2"][:20]
    best, best_words, best_score = None, None, 0.0
    for index in headings + second:
        words = _words_of(elements[index])
        score = max((_agreement(words, claim) for claim in claims), default=0.0)
        if score > best_score + 0.01:
            best, best_words, best_score = index, words, score
    if best_score >= 0.5:
        return best, best_words
    shown = [index for index in headings if not elements[index].named_beside]
    if len(shown) == 1 or (shown and not claims):
        return shown[0], _words_of(elements[shown[0]]) or None
    return None, None


def _words_of(heading: Element) -> str:
    """The words of a heading on one line; too long a text is no heading."""
    if heading.text > MAX_TITLE:
        return ""
    return clean_line(plain(inline_of(heading.node, None)))


def _agreement(heading: str, claim: str) -> float:
    """How well a heading agrees with a claimed title: 1 where it holds the same words."""
    ours, theirs = set(_WORDS.findall(heading.lower())), set(_WORDS.findall(claim.lower()))
    if not ours or not theirs:
        return 0.0
    common = len(ours & theirs)
    if common * 2 <= min(len(ours), len(theirs)):
        return 0.0
    return 2 * common / (len(ours) + len(theirs))


def without_site(title: str, site: str | None, url: str | None) -> str:
    """A title without the name of its site at its end or beginning."""
    names = {_key(name) for name in (site, host_name(url)) if name}
    cuts = list(_SEPARATORS.finditer(title))
    for cut in cuts:
        if _key(title[cut.end() :]) in names:
            return title[: cut.start()].strip()
    for cut in reversed(cuts):
        if _key(title[: cut.start()]) in names:
            return title[cut.end() :].strip()
    last = cuts[-1] if cuts else None
    if last is not None and last[0].strip() != ":":
        rest, end = title[: last.start()], title[last.end() :]
        tail = _key(end)
        if any(tail in name or name in tail for name in names if len(name) > 3 and len(tail) > 3):
            return rest.strip()
        if "|" in last[0] and len(_WORDS.findall(rest)) > len(_WORDS.findall(end)):
            return rest.strip()
    return title


def _key(text: str) -> str:
    return "".join(_WORDS.findall(text.lower())).removeprefix("the")


def host_name(url: str | None) -> str | None:
    """The part of an address's host that names the site: `example` of `www.example.co.uk`."""
    match = re.match(
        r"https?://(?:www\.)?([^/:]+?)(?:\.(?:com?|org|net))?(?:\.\w+)?(?:[/:]|$)", url or ""
    )
    return match[1] if match else None
