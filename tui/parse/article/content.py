"""Which elements of a page are the article: by how running text lies in the tree, and by names."""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.article.beside import PARTS
from tui.parse.blocks.elements import HEADINGS
from tui.parse.hints import is_content
from tui.parse.outline import Element
from tui.parse.patterns import regex

DOMINANT = 0.7
"""The article's element holds this share of the running text of the element around it."""

_OF_DATA = frozenset({"caption", "thead", "th"})
"""Elements of tables of data, which tables that lay out a page have not."""

_WHOLES = ("article", "main")
MAIN = 0.35
"""A `main` or an `article` that is alone with this share of it has the article as well."""

SIBLING_LEVELS = 3
SIBLING_SHARE = 0.08
SIBLING_RUNNING = 0.7
SIBLING_LINKS = 0.2
"""A sibling of the article's element, or of the elements around it on so many levels, belongs to it
where it holds this share of the article's running text, where this share of its own text is running
and less than this share of it is in links."""

TWIN_LINKS = 0.5
"""Where it has the same classes, which name it as the content, so much of its text may be links."""

NAMESAKE_SHARE = 0.03
"""The share is this where names say that it does."""

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

_EXCERPT = "excerpt"
"""What summaries are called that are shown where the article is not, and in lists of articles."""


def content_of(elements: Sequence[Element], masses: Sequence[float]) -> list[int]:
    """The indices of the elements that are the article, in page order.

    Args:
        elements: The outline of the page's body.
        masses: The running text of each element without what stands beside the content.
    """
    return _with_siblings(elements, masses, _choose(elements, masses))


def lead_above(
    elements: Sequence[Element], masses: Sequence[float], first: int, title: str | None = None
) -> list[int]:
    """The lead paragraphs that stand above the article's element, between the title and it.

    Args:
        elements: The outline of the page's body.
        masses: The running text of each, as for `content_of`.
        first: The index of the article's element.
        title: The article's title.
    """
    heading = _heading_above(elements, first, title)
    found: list[int] = []
    end, left = 0, min(MOST_LEADS, LEAD_SHARE * masses[first])
    for index in range(heading + 1, first) if heading is not None else ():
        element, mass = elements[index], masses[index]
        if index < end or index <= first < element.end:
            continue
        if _EXCERPT in element.names:
            end = element.end
            continue
        is_like = LEAST_LEAD <= mass <= left and element.links < SIBLING_LINKS * element.text
        if is_like and (element.tag == "p" or _LEAD.search(element.names)):
            found.append(index)
            end, left = element.end, left - mass
    return found


def _heading_above(elements: Sequence[Element], first: int, title: str | None) -> int | None:
    """The heading with the title above the article's element, else the nearest of the first level.

    The first level may be the name of the site, whose motto under it is no lead.
    """
    above = range(first - 1, max(0, first - ABOVE), -1)
    for index in above:
        element = elements[index]
        is_title = element.tag in HEADINGS and 0 < element.text <= len(title or "")
        if is_title and element.words == title:
            return index
    return next((index for index in above if elements[index].tag == "h1"), None)


def _choose(elements: Sequence[Element], masses: Sequence[float]) -> int:
    """The index of the article's element.

    From the body down, into the one child that holds nearly all running text, until there is none
    or until an element is named as the content and none within it is.
    """
    at = 0
    while (child := _dominant_child(elements, masses, at)) is not None:
        at = child
        if elements[at].content:
            inside = range(at + 1, elements[at].end)
            least = DOMINANT * masses[at]
            named = (i for i in inside if masses[i] > least and elements[i].content)
            return max(named, default=at)
    return at if elements[at].content else _main(elements, masses, _around_code(elements, at))


def _around_code(elements: Sequence[Element], box: int) -> int:
    """What is around a box of code and has other text, too; else the element itself.

    Highlighters put code into boxes that may hold nearly all text of a post of few words.
    """
    inside = elements[box + 1 : elements[box].end]
    if not any(inner.tag == "pre" and inner.text >= elements[box].text for inner in inside):
        return box
    at = box
    while at and elements[at].text <= elements[box].text:
        at = elements[at].parent
    return at or box


def _main(elements: Sequence[Element], masses: Sequence[float], at: int) -> int:
    """The one `main` or long `article` in an element that no part of it dominates, or itself.

    They hold "the dominant contents of the document" (HTML standard, 4.4.14).
    """
    for tag in _WHOLES:
        inside = range(at + 1, elements[at].end)
        found = [i for i in inside if elements[i].tag == tag and masses[i] >= MAIN * masses[at]]
        if len(found) == 1:
            return found[0]
    return at


def _dominant_child(elements: Sequence[Element], masses: Sequence[float], at: int) -> int | None:
    heaviest, most = None, DOMINANT * masses[at]
    child = at + 1
    while child < elements[at].end:
        if masses[child] > 0 and masses[child] >= most and not _is_part(elements, child):
            heaviest, most = child, masses[child]
        child = elements[child].end
    return heaviest


def _is_part(elements: Sequence[Element], index: int) -> bool:
    """Whether an element is a part of an article and never holds one, as a table of data is."""
    element = elements[index]
    if element.tag != "table":
        return element.tag in PARTS
    inside = {inner.tag for inner in elements[index + 1 : element.end]}
    return "table" not in inside and not _OF_DATA.isdisjoint(inside)


def _with_siblings(elements: Sequence[Element], masses: Sequence[float], best: int) -> list[int]:
    """The article's element and those beside it that go on with its text, in page order."""
    found = [best]
    at = best
    for _ in range(SIBLING_LEVELS):
        if at == 0:
            break
        named = elements[at].content
        parent = elements[at].parent
        child = parent + 1
        while child < elements[parent].end:
            is_part = _goes_on(elements[child], masses[child], masses[best])
            is_part = is_part or _is_twin(elements[child], elements[best], masses[child])
            if child != at and is_part and (not named or elements[child].content):
                found.append(child)
            child = elements[child].end
        if named:
            break
        at = parent
    found += _namesakes(elements, masses, best, found)
    return sorted(found)


def _namesakes(
    elements: Sequence[Element], masses: Sequence[float], best: int, found: list[int]
) -> list[int]:
    """The elements of the same `article`, or what is named so, that are the content by one name.

    Some systems put a box between two parts of a post, which then lie in different elements.
    """
    names = {name for name in elements[best].names.split() if is_content(name, "")}
    around = _whole_around(elements, best)
    more: list[int] = []
    end = around + 1
    for index in range(end, elements[around].end) if around and names else ():
        element = elements[index]
        if index < end or index <= best < element.end:
            continue
        if (
            _goes_on(element, masses[index], masses[best], NAMESAKE_SHARE)
            and element.content
            and not names.isdisjoint(element.names.split())
        ):
            end = element.end
            if index not in found and not any(at < index < elements[at].end for at in found):
                more.append(index)
    return more


def _whole_around(elements: Sequence[Element], best: int) -> int:
    """The nearest `article` around an element, else `main`, else what is named as content; or 0."""
    found: dict[str, int] = {}
    around = elements[best].parent
    while around:
        element = elements[around]
        kind = element.tag if element.tag in _WHOLES else "named" if element.content else ""
        found.setdefault(kind, around)
        around = element.parent
    return next((found[kind] for kind in (*_WHOLES, "named") if kind in found), 0)


def _is_twin(element: Element, best: Element, mass: float) -> bool:
    """Whether an element is named as the content by the very classes that the article's is."""
    return (
        element.content
        and element.classes == best.classes
        and element.tag == best.tag
        and mass >= SIBLING_SHARE * best.mass
        and element.links < TWIN_LINKS * element.text
    )


def _goes_on(
    element: Element, mass: float, of_article: float, least: float = SIBLING_SHARE
) -> bool:
    return (
        mass >= least * of_article
        and mass >= SIBLING_RUNNING * element.text
        and element.links < SIBLING_LINKS * element.text
    )
