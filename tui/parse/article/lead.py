"""The lead paragraphs above an article's element."""

from __future__ import annotations

from collections.abc import Collection

from tui.model import Block, Heading, Paragraph, blocks_text
from tui.parse.article.kept import Kept
from tui.parse.blocks.elements import HEADINGS
from tui.parse.clean import letters
from tui.parse.outline import Element, Outline
from tui.parse.patterns import regex

ABOVE = 120
LEAST_LEAD = 60
MOST_LEADS = 1_200
LEAD_SHARE = 0.3
"""Lead paragraphs stand no more elements above the article, have at least so many characters each,
together no more than so many and this share of the article's."""

_LEAD = regex(
    r"[^a-z0-9](?:perex|stand-?first|lede?|intro(?:duction)?|dek|deck|summary|strapline|chapeau"
    r"|sub-?(?:title|head(?:line)?|heading)|abstract|vorspann|ingress|sapo)(?![a-z0-9])"
)
"""What lead paragraphs are called."""

MOST_LINKS = 0.2
"""Less than this share of their text is in links."""

_EXCERPT = "excerpt"
"""What summaries are called; those for lists of articles repeat how the article begins."""

_NO_LEADS = frozenset({"form", "figure"})
_ENDS = (".", "!", "?", "…", "。", "”", '"')


def lead_above(kept: Kept, first: int, title: str | None = None) -> list[int]:
    """The lead paragraphs that stand above the article's element, between the title and it.

    Args:
        kept: The page without what stands beside its content.
        first: The index of the article's element.
        title: The article's title.
    """
    elements = kept.elements
    heading = _heading_above(elements, first, title)
    found: list[int] = []
    end, left = 0, min(MOST_LEADS, LEAD_SHARE * kept.masses[first])
    for index in range(heading + 1, first) if heading is not None else ():
        element = elements[index]
        if index < end or index <= first < element.end:
            continue
        is_repeated = _EXCERPT in element.names and _is_repeated(elements, element, first)
        if is_repeated or element.tag in _NO_LEADS or element.beside or element.named_beside:
            end = element.end
            continue
        size = element.text if element.tag in HEADINGS else kept.masses[index]
        is_like = LEAST_LEAD <= size <= left and element.links < MOST_LINKS * element.text
        if is_like and _is_lead(element):
            found.append(index)
            end, left = element.end, left - size
    return found


def as_text(blocks: tuple[Block, ...], leads: Collection[str]) -> tuple[Block, ...]:
    """The blocks of an article, without the headings as which pages write their leads.

    Args:
        blocks: The blocks; the leads come first.
        leads: The words of the leads.
    """
    first = tuple(
        Paragraph(block.text)
        if isinstance(block, Heading) and blocks_text((block,)) in leads
        else block
        for block in blocks[: len(leads)]
    )
    return (*first, *blocks[len(leads) :])


def _ends(words: str, title: str) -> bool:
    """Whether a heading ends with the title, under a few words, or is how that ends."""
    shorter, longer = sorted((words, title), key=len)
    return 2 * len(shorter) > len(longer) and longer.endswith(shorter)


def _is_lead(element: Element) -> bool:
    return (
        element.tag == "p"
        or element.tag in HEADINGS
        or _LEAD.search(element.names) is not None
        or (element.tag == "div" and element.own == element.text and _is_told(element))
    )


def _is_told(element: Element) -> bool:
    """Whether the text of an element is a sentence, and not when and by whom it was written."""
    return not element.has_number and element.words.endswith(_ENDS)


def _is_repeated(elements: Outline, excerpt: Element, first: int) -> bool:
    """Whether a summary is the beginning of the article's first paragraph, cut off."""
    inside = range(first, elements[first].end)
    begins = next((index for index in inside if elements[index].own >= LEAST_LEAD), first)
    return letters(excerpt.words)[:LEAST_LEAD] in letters(elements[begins].words)


def _heading_above(elements: Outline, first: int, title: str | None) -> int | None:
    """The heading with the title above the article's element, else the nearest of the first level.

    The first level may be the name of the site, whose motto under it is no lead. An article that
    has such a heading itself has its lead below that.
    """
    above = range(first - 1, max(0, first - ABOVE), -1)
    wanted = letters(title or "")
    ends = None
    for index in above:
        element = elements[index]
        if element.tag in HEADINGS and 0 < element.text < 2 * len(title or ""):
            words = letters(element.words)
            if words == wanted:
                return index
            if ends is None and _ends(words, wanted):
                ends = index
    if ends is not None:
        return ends
    if "h1" in elements.tags[first : elements[first].end]:
        return None
    return next((index for index in above if elements[index].tag == "h1"), None)
