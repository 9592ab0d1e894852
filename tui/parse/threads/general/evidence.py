"""What says that repeated elements are comments, and what says that they only look like it."""

# ruff: noqa: RUF001 - words of many scripts

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from tui.parse.threads.general.gate import MAX_HEADING, speaks_of_comments
from tui.parse.threads.general.lines import lines_of
from tui.parse.threads.general.surface import Surface
from tui.parse.threads.nodes import ancestors, attribute, page_of
from tui.parse.words import is_share_label, stated_count

AROUND = 6
"""How many elements around the comments are looked at for names and headings."""

SIBLINGS = 12
"""How many nodes before them are looked at for a heading; every other one is white space."""

MAX_STRANGE = 2
"""How many headings of other things may stand between the comments and their heading."""

SAMPLE = 60
"""How many of the elements are looked at: what holds for them holds for all."""

FEW = 2
"""So few elements need more than buttons to be comments."""

MAX_LINKS = 20
"""How many links of an element are read."""

TITLE_SPACES = 2
"""A link with so many spaces in its words may be a title."""

MUCH = 0.3
"""More than this share of an element's words in links makes it one of a list of links."""

SHARE = 0.5
"""What many of the elements have counts for all."""

NAMES_COMMENT = re.compile(
    r"(?:^|[-_\s]|[a-z](?=[A-Z]))"
    r"(?:user|blog|post|article|my|js|sub|news|disqus|entry|node|single|list|reader|thread)?[-_]?"
    r"(?:comments?|comentarios?|comentários?|commentaires?|kommentare?|kommentarer|commenti|commento"
    r"|komentarze?|komentáře?|kommentit?|kommentti|yorum(?:lar)?|reageer|guestbook|gastenboek"
    r"|reacties?|reactions?|antworten|antwort|repl(?:y|ies)|responses?|respuestas?|respostas?"
    r"|discussions?|leserstimmen?|cmnts?|cmts?)"
    r"(?:$|[-_\s\d]|list|item|body|box|text|[A-Z])",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:^|[-_\s])(?:recent|latest|newest|related|similar|reviews?|testimonials?|popular"
    r"|teasers?|trending|products?|carousel|slider|slides?|menu|breadcrumbs?|byline|bio"
    r"|events?|jobs?|vacanc(?:y|ies)|changelogs?|releases?|tweets?|twitter-tweet|faqs?)(?:$|[-_\s])",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:^|\s)(?:(?:sidebar|widget|related|recent|latest|menu|reviews?)"
    r"(?:[-_](?:left|right|inner|area|primary|secondary|posts|comments|list))?"
    r"|testimonials?|product-reviews?|carousel|slider|breadcrumbs?)(?:\s|$)",
    re.IGNORECASE,
)
_WHOLE = frozenset({"html", "body", "main"})
_OTHER_TAGS = frozenset({"aside", "nav", "footer", "header"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SCHEMA = re.compile(r"schema\.org/(?:User)?Comments?$")
_TO_COMMENT = "a[href*='#comment'], a[href*='#reply'], a[href*='#c']"
_REVIEWS = re.compile(
    r"\b(?:reviews|testimonials?|ratings|what (?:our |my )?\w+ (?:say|are saying|think) about"
    r"|kundenmeinungen|kundenstimmen|bewertungen|rezensionen|referenties|recensies"
    r"|beoordelingen|ervaringen van klanten|avis (?:des |de nos )?clients?|avis v[eé]rifi[eé]s"
    r"|t[eé]moignages?|rese[nñ]as|opiniones de (?:los )?clientes|valoraciones|testimonios"
    r"|avalia[cç][oõ]es|depoimentos|recensioni|testimonianze|recensioner|omd[oö]men"
    r"|anmeldelser|arvostelut|asiakkaiden|recenze|hodnocen[ií]|recenzje|opinie klientów"
    r"|müşteri yorumları|değerlendirmeler|отзывы (?:покупателей|клиентов)|відгуки клієнтів"
    r"|レビュー|口コミ|用户评价|商品评价|顧客評價|리뷰|상품평|تقييمات|آراء العملاء)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a group of elements being comments.

    Attributes:
        called: They are called comments themselves, in class, id or item type.
        named: They, or what is around them, are.
        headed: A heading before them says so.
        counted: A heading before them says that there is one.
        answered: Many have a button to reply.
        posted: Many name a person and are what a link on the page leads to, as posts of forums.
        formed: The form that takes comments stands beside them.
        other: They are something else: cards, reviews, latest comments of other pages, or parts
            of the page that hold its title.
    """

    called: bool
    named: bool
    headed: bool
    counted: bool
    answered: bool
    posted: bool
    formed: bool
    other: bool

    @property
    def told(self) -> bool:
        """Whether the page says in words or names that they are comments."""
        return self.named or self.headed

    def enough(self, count: int, *, by_button: bool) -> bool:
        """Whether they are comments.

        Args:
            count: How many they are.
            by_button: Whether their buttons are how they were found, and so no further sign.
        """
        if self.other:
            return False
        if count == 1:
            return self.named or self.counted
        if self.told:
            return True
        by_habit = (self.answered and not by_button) or self.posted or self.formed
        return count > FEW and by_habit


def weigh(surface: Surface, nodes: Sequence[LexborNode], scope: LexborNode | None) -> Evidence:
    """The evidence on a group of elements whose nearest common element is `scope`."""
    sample = nodes[:SAMPLE]
    outer = _outer(scope)
    answered = _share(sample, surface.around_replies)
    called = _matching(sample, NAMES_COMMENT) or any(_is_schema(node) for node in sample[:3])
    named = called or any(_called(node, NAMES_COMMENT) or _is_schema(node) for node in outer[:3])
    heads = _heads([nodes[0], *outer])
    headed = any(speaks_of_comments(line) and stated_count(line) != 0 for line in heads)
    formed = any(_has_form_beside(surface, node) for node in outer[:3])
    other = (
        _matching(sample, _OTHER)
        or any(node.mem_id in surface.around_page_titles for node in sample[:2])
        or (not headed and _is_headed_otherwise(heads))
        or _lies_aside(surface, outer, sure=called and (headed or answered or formed))
        or _is_listing(surface, sample, answered=answered, sure=called or headed)
    )
    return Evidence(
        called=called,
        named=named,
        headed=headed,
        counted=headed and any(stated_count(line) == 1 for line in heads),
        answered=answered,
        posted=_are_posts(surface, sample),
        formed=formed and _share(sample, surface.around_people),
        other=other,
    )


def names_comment(token: str) -> bool:
    """Whether a class calls an element a comment."""
    return bool(NAMES_COMMENT.search(token))


def is_called(node: LexborNode) -> bool:
    """Whether an element is called a comment by its class or id."""
    return _called(node, NAMES_COMMENT)


def _outer(scope: LexborNode | None) -> list[LexborNode]:
    """The elements around the comments that are no whole page, the nearest first."""
    line = () if scope is None else (scope, *ancestors(scope))
    around = (at for at in line if at.tag not in _WHOLE)
    return [at for at, _ in zip(around, range(AROUND), strict=False)]


def _called(node: LexborNode, pattern: re.Pattern[str]) -> bool:
    attributes = node.attributes
    return any(pattern.search(attributes.get(name) or "") for name in ("class", "id"))


def _matching(nodes: Sequence[LexborNode], pattern: re.Pattern[str]) -> bool:
    return sum(_called(node, pattern) for node in nodes) >= SHARE * len(nodes)


def _is_schema(node: LexborNode) -> bool:
    return (
        bool(_SCHEMA.search(attribute(node, "itemtype")))
        or attribute(node, "itemprop") == "comment"
    )


def _share(nodes: Sequence[LexborNode], around: Collection[int]) -> bool:
    """Whether many of the elements are around something."""
    return sum(node.mem_id in around for node in nodes) >= SHARE * len(nodes)


def _heads(line: Sequence[LexborNode]) -> list[str]:
    """The short lines before the elements and before what is around them, the nearest first.

    After some headings that say nothing of comments, what stands before them heads other things.
    """
    lines: list[str] = []
    strange = 0
    for node in line:
        at = node.prev
        for _ in range(SIBLINGS):
            if at is None or strange > MAX_STRANGE:
                break
            if at.is_element_node:
                inner = None if at.tag in _HEADINGS else at.css_first("h2, h3, h4, h5, legend")
                found = lines_of([at] if inner is None else [at, inner], MAX_HEADING)
                lines.extend(filter(None, found))
                is_heading = at.tag in _HEADINGS or inner is not None
                strange += is_heading and not any(map(speaks_of_comments, found))
            at = at.prev
    return lines


def _is_headed_otherwise(heads: Sequence[str]) -> bool:
    """Whether the nearest of the lines heads reviews, related posts or latest comments."""
    return any(is_share_label(line) or _REVIEWS.search(line) for line in heads[:3])


def _lies_aside(surface: Surface, outer: Sequence[LexborNode], *, sure: bool) -> bool:
    """Whether the elements are in a part of the page that is none of its main content."""
    for node in outer:
        if node.mem_id in surface.around_page_titles:
            return False
        if _called(node, _ASIDE) and not sure:
            return True
        if node.tag in _OTHER_TAGS and not sure:
            return True
    return False


def _has_form_beside(surface: Surface, node: LexborNode) -> bool:
    mark = node.mem_id
    return mark in surface.around_forms and mark not in surface.around_page_titles


def _is_listing(
    surface: Surface, nodes: Sequence[LexborNode], *, answered: bool, sure: bool
) -> bool:
    """Whether the elements point elsewhere: to things rated, other articles, their comments."""
    if answered:
        return False
    if not sure and (surface.sells or _share(nodes, surface.around_rated)):
        return True
    return (
        _share(nodes, surface.around_titles)
        or _leads_elsewhere(surface, nodes)
        or sum(_is_link(surface, node) for node in nodes) >= SHARE * len(nodes)
    )


def _is_link(surface: Surface, node: LexborNode) -> bool:
    """Whether much of what an element says is links of some words to other pages of the site."""
    whole = len(node.text())
    linked = 0
    for link in node.css("a[href]")[:MAX_LINKS]:
        text = link.text().strip()
        if text.count(" ") >= TITLE_SPACES and surface.is_elsewhere(link):
            linked += len(text)
    return linked > MUCH * whole


def _leads_elsewhere(surface: Surface, nodes: Sequence[LexborNode]) -> bool:
    """Whether the elements link to the comments of several pages."""
    links = [link for node in nodes if (link := node.css_first(_TO_COMMENT)) is not None]
    pages = {page_of(link, surface.document.base) for link in links}
    return len(pages) > 1 and len(pages) >= SHARE * len(nodes)


def _are_posts(surface: Surface, nodes: Sequence[LexborNode]) -> bool:
    """Whether many of the elements name a member and have an id with a number."""
    numbered = sum(_has_number(node) for node in nodes)
    return numbered >= SHARE * len(nodes) and _share(nodes, surface.around_members)


def _has_number(node: LexborNode) -> bool:
    own = attribute(node, "id")
    if not own and (inner := node.css_first("a[name]")) is not None:
        own = attribute(inner, "name")
    return any(map(str.isdecimal, own))
