"""What stands beside a page's content or leads elsewhere, by kind, names and how much is links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.parse import hints
from tui.parse.article.footnotes import is_note_aside
from tui.parse.blocks.elements import ANY_HEADING, HEADINGS, word_set
from tui.parse.outline import Element, Outline

BESIDE_SHARE = 0.4
"""Something beside the content holds less than this share of the page's running text."""

SURELY_BESIDE = 0.6
"""Where both its kind and its names say that it does, the share is this."""

MOST_BESIDE = 0.85
"""Names of classes that put more than this share of the text beside the content are not trusted."""

LEAST_ARTICLE = 1_000
LEAST_SHARE = 0.15
"""An `article` with so much running text, and with this share of the page's, is no card."""

LEAST_NAMED = 0.3
"""Where there is none, what is named as the content with this share of the text is the article."""

LINKS = 0.8
"""A box with more than this share of its text in links leads elsewhere."""

TEASER_LINKS = 0.2
"""What is called a teaser leads elsewhere with this share of its text in links."""

LONGEST_LABEL = 80
"""A line of fewer characters than this may be a date, a name or a time to read."""

MOST_CELLS = 400
"""Tables of more elements than this are not looked at for labels."""

LONGEST_HEADING = 200
_FRAGMENT = 'a[href^="#"]'
_OWN_LINK = ", ".join(f"{tag} {_FRAGMENT}" for tag in HEADINGS)

LEAST_ANNOUNCED = 20
"""So many characters before a colon are a sentence that announces a list, and no label."""

LEAST_CARDS = 2
LONGEST_CARD = 600
"""So many articles in a row, each of no more characters than this, are cards."""

CARD_LINKS = 0.5
"""One alone has at least this share of its text in links."""

LEAST_FIELDS = 2
LONGEST_FIELD = 120
"""A form with so many labels, and no more characters for each, is made of fields."""

LONGEST_SIGN_UP = 600
_MAIL = "input[type=email]"
"""A form of no more characters that asks for an address alone is there to sign up by."""

_LABELS = word_set("label legend")
_PLAIN = word_set("div time")
_BOXES = word_set("div section table header article")
_LEAST_TEXT = 4
"""Boxes of links have at least this many characters; shorter ones may be a button or a figure's."""

PARTS = word_set("p blockquote pre ul ol li dl dt dd figure h1 h2 h3 h4 h5 h6")
"""Elements that are parts of an article and never hold one."""


def drop_beside(elements: Outline) -> list[int]:
    """The elements that stand beside the content, outermost first.

    Where the names of classes would leave little of the page, they do not mean what they say there
    (a page builder calls every part of the content a widget), and only lists of links go by them.
    """
    total = elements[0].mass
    holders = _holders(elements)
    dropped = _outermost(elements, lambda element: id(element) not in holders)
    if sum(elements[index].mass for index in dropped) <= MOST_BESIDE * total:
        return dropped
    return _outermost(elements, lambda element: element.links * 2 > element.text)


def labels_above(elements: Sequence[Element], start: int) -> list[int]:
    """The short lines above the first paragraph of an element: dates, names, times to read.

    They are in elements without a meaning; what is in a paragraph or a heading is text.
    """
    found: list[int] = []
    index = start + 1
    while index < elements[start].end:
        element = elements[index]
        if element.own >= LONGEST_LABEL:
            return found if element.tag in PARTS else []
        if element.tag in PARTS:
            index = element.end if not element.mass else index + 1
            continue
        if element.tag == "table" and _is_of_labels(elements, index):
            index = element.end  # of data, and no place for the line of a date
            continue
        if element.tag in _PLAIN and element.own and element.own == element.text:
            found.append(index)
            index = element.end
        else:
            index += 1
    return []


def _is_of_labels(elements: Sequence[Element], index: int) -> bool:
    """Whether a table has only short lines in it."""
    if elements[index].size > MOST_CELLS:
        return False
    return all(inner.own < LONGEST_LABEL for inner in elements[index : elements[index].end])


def cards(elements: Outline, chosen: list[int]) -> list[int]:
    """Short articles within the chosen elements, in a row or little but a link: cards of others.

    An article is "a self-contained composition" (HTML standard, section 4.3.2).
    """
    rows: dict[int, list[int]] = {}
    for start in chosen:
        tags = elements.tags[start + 1 : elements[start].end]
        for index, tag in enumerate(tags, start + 1) if "article" in tags else ():
            element = elements[index]
            if tag == "article" and element.links and element.text <= LONGEST_CARD:
                rows.setdefault(elements[element.parent].parent, []).append(index)
    most = BESIDE_SHARE * sum(elements[start].text for start in chosen)
    return [
        index
        for row in rows.values()
        if (len(row) >= LEAST_CARDS or _is_card(elements[row[0]]))
        and sum(elements[index].text for index in row) <= most
        for index in row
    ]


def _is_card(article: Element) -> bool:
    """Whether an article alone is the title of another one, and little else."""
    return article.text <= LONGEST_HEADING and article.links >= CARD_LINKS * article.text


def _holders(elements: Outline) -> set[int]:
    """The elements around the page's article, whatever they are called: a page in a window.

    It is the one `article` that holds much running text, else the outermost of those that are named
    as the content, where these lie in each other.
    """
    total = elements[0].mass
    least = max(LEAST_ARTICLE, LEAST_SHARE * total)
    if total < least:
        return set()
    heavy = (0, *elements.heavy(elements.masses, 0, least))
    long = [place for place in heavy if elements.tags[place] == "article"]
    if not long:
        least = max(least, LEAST_NAMED * total)
        named = (place for place in heavy if elements.masses[place] >= least)
        long = [place for place in named if _is_content(elements[place])]
        long = [place for place in long[:1] if long[-1] < elements[place].end]
    if len(long) != 1:
        return set()
    holders: set[int] = set()
    element = elements[long[0]]
    while element is not elements[0]:
        holders.add(id(element))
        element = elements[element.parent]
    return holders


def _is_content(element: Element) -> bool:
    return element.content and not element.said.beside


def _is_called_so(element: Element, trusted: Callable[[Element], bool]) -> bool:
    """Whether an element is beside the content by its names, or is called a list of links."""
    said = element.said
    if said.beside and trusted(element):
        return True
    return said.links and (element.mass == 0 or element.links * 2 > element.text)


def _leads_elsewhere(box: Element) -> bool:
    """Whether a box is made of links; plain lists of links may be the article's own."""
    return (
        box.links > LINKS * box.text
        and box.text >= _LEAST_TEXT
        and not _heads_itself(box)
        and not _is_announced(box)
    )


def _teasers(elements: Outline) -> set[int]:
    """The elements that are called teasers and lead elsewhere; leads are called so, too."""
    called = elements.named_like(("teaser",))
    return {at for at in called if elements[at].links >= TEASER_LINKS * elements[at].text > 0}


def _heads_itself(element: Element) -> bool:
    """Whether a box of links is a heading that links to its own place, or lies in such a link."""
    if element.text > LONGEST_HEADING:
        return False
    node, around = element.node, element.node.parent
    while around is not None and around.tag in _PLAIN:
        around = around.parent
    if around is not None and around.tag == "a" and node.css_first(ANY_HEADING) is not None:
        return (around.attributes.get("href") or "").startswith("#")
    return bool(node.css_first(_FRAGMENT) and node.css_first(_OWN_LINK))


def _is_announced(element: Element) -> bool:
    """Whether the paragraph before a box of links ends in a colon: a list of the article's own."""
    before = element.node.prev
    while before is not None and not before.is_element_node:
        before = before.prev
    if before is None or before.tag in hints.BESIDE_TAGS:
        return False
    words = before.text().rstrip()
    return words.endswith(":") and len(words.lstrip()) >= LEAST_ANNOUNCED


def _is_of_fields(elements: Sequence[Element], element: Element) -> bool:
    """Whether a form holds little but fields, by their labels, or asks for a mail address.

    Servers of Microsoft's ASP.NET put whole pages into a form.
    """
    inside = elements[element.place : element.end]
    labels = sum(inner.tag in _LABELS for inner in inside)
    if labels >= LEAST_FIELDS and element.text <= LONGEST_FIELD * labels:
        return True
    return element.text <= LONGEST_SIGN_UP and element.node.css_first(_MAIL) is not None


def _outermost(elements: Outline, trusted: Callable[[Element], bool]) -> list[int]:
    """The outermost elements that stand beside the content and hold little of the running text.

    Args:
        elements: The outline of the page's body.
        trusted: Whether an element whose names say that it stands there is taken at its word.
    """
    teasers = _teasers(elements)
    limit, surely = (share * elements[0].mass for share in (BESIDE_SHARE, SURELY_BESIDE))
    tells = hints.tells
    found: list[int] = []
    end = 0
    for index, element in enumerate(elements):
        if index < end:
            continue
        mass = element.mass
        is_small = mass <= limit or (mass <= surely and element.beside and element.named_beside)
        if is_small and (
            (element.beside and not is_note_aside(element))
            or index in teasers
            or (
                (
                    (element.classes and tells(element.classes))
                    or (element.identity and tells(element.identity))
                )
                and _is_called_so(element, trusted)
            )
            or (element.tag in _BOXES and _leads_elsewhere(element))
            or (element.tag == "form" and _is_of_fields(elements, element))
        ):
            found.append(index)
            end = element.end
    return found
