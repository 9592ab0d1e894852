"""What says that repeated elements are comments, and what says that they only look like it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.threads.general.anchors import speaks_of_comments
from tui.parse.threads.nodes import Territory, ancestors, attribute, page_of, select, short_line

AROUND = 6
"""How many elements around the comments are looked at for names and headings."""

SIBLINGS = 6
"""How many elements before them are looked at for a heading."""

FEW = 2
"""So few elements need more than buttons to be comments."""

MAX_TITLE = 300
"""Titles have no more characters than this."""

SHARE = 0.5
"""What many of the elements have counts for all."""

_COMMENT = re.compile(
    r"(?:^|[-_\s]|[a-z](?=[A-Z]))"
    r"(?:user|blog|post|article|my|js|sub|news|disqus|entry|node|single|list)?[-_]?"
    r"(?:comments?|comentarios?|comentários?|commentaires?|kommentare?|kommentarer|commenti|commento"
    r"|reacties?|reactions?|antworten|antwort|repl(?:y|ies)|responses?|respuestas?|discussions?)"
    r"(?:$|[-_\s\d]|list|item|body|box|text|[A-Z])",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:^|[-_\s])(?:recent|latest|newest|related|similar|sidebar|reviews?|testimonials?|popular"
    r"|teasers?|trending|products?|carousel|slider|slides?|menu|breadcrumbs?|byline|bio)(?:$|[-_\s])",
    re.IGNORECASE,
)
_OTHER_TAGS = frozenset({"aside", "nav", "footer", "header"})
_SCHEMA = re.compile(r"schema\.org/(?:User)?Comments?$")
_RATED = (
    "[itemprop='reviewRating'], [itemprop='ratingValue'], [class*='star-rating'], [class*='stars']"
)
_LINKED_HEADINGS = (
    "h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4"
)
_PERSON = re.compile(
    r"/(?:users?|profiles?|members?|authors?|people|u)/|/@|[?&]u(?:ser)?=", re.IGNORECASE
)
_TO_COMMENT = "a[href*='#comment'], a[href*='#reply'], a[href*='#c']"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a group of elements being comments.

    Attributes:
        called: They are called comments themselves, in class, id or item type.
        named: They, or what is around them, are.
        headed: A heading before them says so.
        answered: Many have a button to reply.
        other: They are something else: cards, reviews, latest comments of other pages, or parts
            of the page that hold its title.
    """

    called: bool
    named: bool
    headed: bool
    answered: bool
    other: bool

    def enough(self, count: int, *, by_button: bool) -> bool:
        """Whether they are comments.

        Args:
            count: How many they are.
            by_button: Whether their buttons are how they were found, and so no further sign.
        """
        told = self.named or self.headed
        if count == 1:
            return self.named and not self.other
        return not self.other and (told or (self.answered and count > FEW and not by_button))


def weigh(
    document: Document,
    nodes: Sequence[LexborNode],
    scope: LexborNode | None,
    replies: Sequence[LexborNode],
) -> Evidence:
    """The evidence on a group of elements.

    Args:
        document: The page.
        nodes: The elements.
        scope: The nearest element around all of them, or None.
        replies: The page's reply buttons.
    """
    outer = [] if scope is None else [scope, *_nearest(scope)]
    territory = Territory([(node,) for node in nodes])
    inside = scope or document.tree.body
    answered = _share(territory, len(nodes), replies)
    item_named = _matching(nodes, _COMMENT) or any(_is_schema(node) for node in nodes[:3])
    named = item_named or any(_called(node, _COMMENT) or _is_schema(node) for node in outer[:3])
    other = (
        _matching(nodes, _OTHER)
        or any(node.css_first("h1") is not None for node in nodes[:2])
        or any(node.tag in _OTHER_TAGS or _called(node, _OTHER) for node in outer)
        or (
            inside is not None
            and _is_listing(document, territory, nodes, inside, answered=answered)
        )
    )
    return Evidence(item_named, named, _headed([nodes[0], *outer]), answered, other)


def names_comment(token: str) -> bool:
    """Whether a class calls an element a comment."""
    return bool(_COMMENT.search(token))


def _nearest(node: LexborNode) -> list[LexborNode]:
    around = (at for at in ancestors(node) if at.tag not in {"html", "body", "main"})
    return [at for at, _ in zip(around, range(AROUND), strict=False)]


def _called(node: LexborNode, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(attribute(node, "class")) or pattern.search(attribute(node, "id")))


def _matching(nodes: Sequence[LexborNode], pattern: re.Pattern[str]) -> bool:
    return sum(_called(node, pattern) for node in nodes) >= SHARE * len(nodes)


def _is_schema(node: LexborNode) -> bool:
    return (
        bool(_SCHEMA.search(attribute(node, "itemtype")))
        or attribute(node, "itemprop") == "comment"
    )


def _share(territory: Territory, count: int, nodes: Sequence[LexborNode]) -> bool:
    """Whether many of the elements hold one of the nodes."""
    owners = {territory.owner(node) for node in nodes} - {None}
    return len(owners) >= SHARE * count


def _headed(line: Sequence[LexborNode]) -> bool:
    """Whether a heading before the elements, or before what is around them, speaks of comments."""
    for node in line:
        at = node.prev
        for _ in range(2 * SIBLINGS):  # every other sibling is white space
            if at is None:
                break
            if at.is_element_node and speaks_of_comments(at):
                return True
            at = at.prev
    return False


def _is_listing(
    document: Document,
    territory: Territory,
    nodes: Sequence[LexborNode],
    scope: LexborNode,
    *,
    answered: bool,
) -> bool:
    """Whether the elements point elsewhere: to things rated, other articles, their comments."""
    if _share(territory, len(nodes), select(scope, _RATED)):
        return True
    if answered:
        return False
    headings = select(scope, _LINKED_HEADINGS)
    titles = [node for node in headings if _is_title(node, document)]
    if _share(territory, len(nodes), titles):
        return True
    pages = {
        page_of(node, document.base)
        for node in select(scope, _TO_COMMENT)
        if territory.owner(node) is not None
    }
    return len(pages) > 1 and len(pages) >= SHARE * len(nodes)


def _is_title(node: LexborNode, document: Document) -> bool:
    """Whether a linked heading is an article's title, rather than a name or a comment's own link.

    Names have a word or two, and those with two lead to the site of whoever wrote; a comment's
    own link is its date.
    """
    link = node if node.tag == "a" else next((at for at in ancestors(node) if at.tag == "a"), node)
    words = len(short_line(node, MAX_TITLE).split())
    page = page_of(link, document.base)
    here = (document.url or document.base or "").partition("#")[0]
    if words < 2 or page in {here, ""} or _PERSON.search(page):
        return False
    if link.css_first("time, relative-time, [datetime]") is not None:
        return False
    return words > 2 or _host(page) in {_host(here), ""}


def _host(page: str) -> str:
    """The host of an address, empty where it is relative or none."""
    return urlsplit(clean_link(page) or "").netloc
