"""Whether a page is one of several that hold an article, and where the others are.

Three signs are read: the numbered links that content systems set under an article (WordPress,
`wp_link_pages`), general pagers in it or just after it, and the links `next` and `prev` of the head
(HTML standard, 4.6.7). Pagers of comments, of lists of posts and of forums look the same; so each
link counts only where its address is that of this page but for a page's number, and signs that are
not of the article alone only on pages that call themselves articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Parts, Thread
from tui.parse.clean import clean_line, clean_link
from tui.parse.document import Document
from tui.parse.outline import Outline
from tui.parse.pagenumber import Numbered, numbered
from tui.parse.patterns import regex
from tui.parse.wholepage import find_whole

MAX_BOX = 300
"""A box of numbered links has no more characters than this."""

MANY = 4
"""A page with so many `article` elements is a list of posts."""

_OWN = regex(
    r"(?<![a-z0-9])(?:page-?links|post-page-numbers|post-pages|wp-?link-?pages|link-?pages)"
    r"(?![a-z0-9])"
)
"""Names of the links to an article's parts: those of WordPress and of its themes."""

_PAGER = regex(r"(?<![a-z0-9])(?:pagination|pager|paging|page-?numbers)(?![a-z0-9])")
_IN_NAMES = ("pagi", "page-link", "pagelink", "-pages", "linkpages", "pager", "page-num", "pagenum")
"""One of these is in every such name."""

_OTHERS = regex(r"comment|review|repl(?:y|ies)|related|archive|search|loop|swiper|carousel|gallery")
_COMMENTS = regex(r"comment[-_]?page|cpage=|[/=](?:comments?|reviews|replies)(?:[/?#&]|$)")
_ARTICLE = regex(
    r'"@type"\s{0,9}:\s{0,9}(?:\[\s{0,9})?"(?:https?://schema\.org/)?'
    r'(?:\w{0,20}Article|BlogPosting|Review|Recipe|HowTo|Report)"'
)
_KINDS = frozenset(
    {"type:Article", "type:NewsArticle", "type:BlogPosting", "type:TechArticle", "type:Recipe"}
)
_FORUM = frozenset({"type:DiscussionForumPosting", "type:QAPage"})
_FORUM_DATA = regex(r'"(?:DiscussionForumPosting|QAPage)"')
_LIST_PATH = regex(r"/(?:categor(?:y|ies)|tags?|authors?|threads?|search)(?:[/?]|$)")
_LISTS = frozenset({"blog", "archive", "home", "category", "tag", "author", "search-results"})
"""What WordPress calls the body of pages that list posts (`body_class`)."""

_TITLED = regex(r"[-_][^/?]*[-_][^/?]*\?|\.\w+\?")
"""The end of a path that is made of a title, or of a file's name."""

_DIGITS = regex(r"(?<!\d)\d{1,3}(?!\d)")
_OF = regex(
    r"(?<!\d)(\d{1,3})\s{0,3}(?:/|of|von|van|de|sur|di|av|af|z|ze|od|из|із)\s{0,3}(\d{1,3})(?!\d)"
)


class FoundParts(Struct, frozen=True):
    """The parts of an article, and what of the page told of them.

    Attributes:
        parts: Which part the page is and where the others are, or None.
        box: The `mem_id`s of the elements that hold the links, which are none of the text.
    """

    parts: Parts | None = None
    box: frozenset[int] = frozenset()


def find_parts(document: Document, elements: Outline, thread: Thread | None) -> FoundParts:
    """Which part of an article a page holds.

    Args:
        document: The page.
        elements: The outline of its body without its comments.
        thread: Its comments, or None.
    """
    address = document.url or document.base
    if address is None or _COMMENTS.search(address.lower()):
        return FoundParts()
    here = _Here(document, elements, thread, address)
    found = _by_boxes(here, elements)
    if found.parts is None:
        found = FoundParts(_by_relations(here))
    if found.parts is None:
        return found
    whole = find_whole(elements, here.address.stem, document.base)
    return replace(found, parts=replace(found.parts, whole=whole))


class _Here:
    """What a link is held against.

    Attributes:
        document: The page.
    """

    def __init__(
        self, document: Document, elements: Outline, thread: Thread | None, address: str
    ) -> None:
        self.document = document
        self._address = address
        self._elements = elements
        self._has_comments = thread is not None and len(thread) > 0
        self._taken = {link.url for link in thread.more} if thread is not None else set()

    @cached_property
    def address(self) -> Numbered:
        """Its address, taken apart; on most pages there is nothing to hold against it."""
        return numbered(self._address)

    def target(self, href: str | None) -> tuple[str, Numbered] | None:
        """Where a link leads, if that is another page of the same address."""
        link = clean_link(href, self.document.base)
        if link is None or not link.startswith("http") or link in self._taken:
            return None
        link = link.partition("#")[0]
        there = numbered(link)
        same = there.stem == self.address.stem and there.number != self.address.number
        is_front = "/" not in there.stem
        return None if not same or is_front or _COMMENTS.search(link.lower()) else (link, there)

    def may_page(self, there: Numbered) -> bool:
        """Whether a sign that is not of the article alone counts.

        A number in the query may be that of a page of comments, and a bare one at the end of the
        path counts posts where no title stands before it.
        """
        if there.by_query:
            return not self._has_comments and self._is_article
        return (there.by_word or _TITLED.search(there.stem) is not None) and self._is_article

    @cached_property
    def _is_article(self) -> bool:
        """Whether the page calls itself an article, in Open Graph or in terms of schema.org.

        Some systems say so of every page: one that is named as a list, or looks like one, is none.
        """
        marks = self.document.marks
        articles = len(self._elements.places("article"))
        if marks.root & _LISTS or articles >= MANY or _LIST_PATH.search(self.address.stem):
            return False
        scripts = [script.text() or "" for script in marks.data]
        if marks.others & _FORUM or any(map(_FORUM_DATA.search, scripts)):
            return False
        kind = self.document.declared.first("og:type")
        if kind is not None:
            return kind.lower().rpartition(":")[2] == "article"
        return bool(marks.others & _KINDS) or any(map(_ARTICLE.search, scripts))


# Numbered links


def _by_boxes(here: _Here, elements: Outline) -> FoundParts:
    """The parts by a box of links, one of the article's own before general ones."""
    called = elements.named_like(_IN_NAMES)
    for names in (_OWN, _PAGER) if called else ():
        for index in _boxes(elements, called, names):
            parts = _of_box(here, elements, index, is_own=names is _OWN)
            if parts is not None:
                return FoundParts(parts, frozenset({elements[index].node.mem_id}))
    return FoundParts()


def _boxes(elements: Outline, called: Sequence[int], names: re.Pattern[str]) -> Iterator[int]:
    """The elements of such names that hold links, the outermost first, each once."""
    end = 0
    for index in called:
        element = elements[index]
        if index < end or not names.search(element.names):
            continue
        box = element.parent if element.end == index + 1 or element.tag in {"a", "span"} else index
        if box and elements[box].text <= MAX_BOX and not _is_elses(elements, box):
            end = elements[box].end
            yield box


def _is_elses(elements: Outline, index: int) -> bool:
    """Whether a box, or a part of the page around it with hardly more in it, is named otherwise."""
    while index and elements[index].text <= 2 * MAX_BOX:
        if _OTHERS.search(elements[index].names):
            return True
        index = elements[index].parent
    return False


def _of_box(here: _Here, elements: Outline, index: int, *, is_own: bool) -> Parts | None:
    """The parts that the links of a box lead to, or None where it is no such box."""
    places: dict[int, str] = {}
    shift = 0
    is_numbered = False
    for element in elements[index : elements[index].end]:
        if element.tag != "a":
            continue
        target = here.target(element.attributes.get("href"))
        if target is None:
            continue
        link, there = target
        if not (is_own or here.may_page(there)):
            return None
        label = _DIGITS.search(element.node.text())
        if label is not None:
            is_numbered = True
            if there.number is not None and int(label[0]) == there.number + 1:
                shift = 1
        places.setdefault(0 if there.number is None else there.number, link)
    if not is_numbered and not is_own:
        return None
    text = clean_line(elements[index].node.text())
    return _parts(here.address.number, places, shift, is_numbered=is_numbered, text=text)


def _by_relations(here: _Here) -> Parts | None:
    """The parts by the links `next` and `prev` of the head."""
    declared = here.document.declared
    links = [href for rel in ("next", "prev", "previous") for href, _ in declared.links(rel)]
    places: dict[int, str] = {}
    for href in links:
        target = here.target(href)
        if target is not None and here.may_page(target[1]):
            places.setdefault(target[1].number or 0, target[0])
    return _parts(here.address.number, places, 0, is_numbered=False) if places else None


def _parts(
    here: int | None, places: dict[int, str], shift: int, *, is_numbered: bool, text: str = ""
) -> Parts | None:
    """The parts, from the addresses of the others by their numbers; 0 is for none.

    Args:
        here: The number in the page's own address.
        places: The addresses of the others by the numbers in them.
        shift: What is added to a number: 1 where they count from zero.
        is_numbered: Whether all parts are listed, so that the last number tells how many there are.
        text: What else may tell how many.
    """
    own = here or 0
    if not is_numbered and not own and min(places, default=0) == 1:
        shift = 1  # the first page has no number, the second has the first one
    if not is_numbered and own == 1 and 0 in places:
        shift = 1
    by_number = {max(number + shift, 1): link for number, link in places.items()}
    number = max(own + shift, 1)
    if by_number.pop(number, None) is not None and not by_number:
        return None
    before, after = by_number.get(number - 1), by_number.get(number + 1)
    if before is None and after is None:
        return None
    of = _OF.search(text)
    count = max([number, *by_number]) if is_numbered else None
    if of is not None and int(of[1]) == number and int(of[2]) >= (count or number):
        count = int(of[2])
    return Parts(number, count, before, after)
