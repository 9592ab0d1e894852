"""What says that repeated elements are comments, and what says that they only look like it."""

# ruff: noqa: RUF001 - words of many scripts

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.parse.patterns import regex
from tui.parse.threads.general.gate import HEADINGS, MAX_HEADING
from tui.parse.threads.general.surface import TO_COMMENT, Before, Surface
from tui.parse.threads.nodes import ancestors, attribute, page_of, short_line
from tui.parse.words import is_share_label, stated_count

AROUND = 6
"""How many elements around the comments are looked at for names and headings."""

MAX_STRANGE = 2
"""How many headings of other things may stand between the comments and their heading."""

SAMPLE = 60
"""How many of the elements are looked at: what holds for them holds for all."""

FEW = 2
"""So few elements need more than buttons to be comments."""

SHARE = 0.5
"""What many of the elements have counts for all."""

NAMES_COMMENT = regex(
    r"(?:^|[-_\s]|[a-z](?=[A-Z]))(?<!last[-_])(?<!latest[-_])(?<!recent[-_])"
    r"(?:user|blog|post|article|my|js|sub|news|disqus|entry|node|single|list|reader|thread)?[-_]?"
    r"(?:comments?|comentarios?|comentários?|commentaires?|kommentare?|kommentarer|commenti|commento"
    r"|komentarze?|komentáře?|kommentit?|kommentti|yorum(?:lar)?|reageer|guestbook|gastenboek"
    r"|reacties?|reactions?|antworten|antwort|repl(?:y|ies)|responses?|respuestas?|respostas?"
    r"|discussions?|leserstimmen?|cmnts?|cmts?)(?![-_]?(?:count|number|link)s?(?:$|[-_\s]))"
    r"(?:$|[-_\s\d]|list|item|body|box|text|[A-Z])",
    re.IGNORECASE,
)
_OTHER = regex(
    r"(?:^|[-_\s])(?:recent|latest|newest|related|similar|reviews?|testimonials?|popular"
    r"|teasers?|trending|products?|carousel|slider|slides?|menu|breadcrumbs?|byline|bio"
    r"|reply-context|events?|jobs?|vacanc(?:y|ies)|changelogs?|releases?|tweets?|twitter-tweet|faqs?)(?:$|[-_\s])",
    re.IGNORECASE,
)
_ASIDE = regex(
    r"(?:^|\s)(?:(?:sidebar|widget|related|similar|recent|latest|menu|reviews?)"
    r"(?:[-_](?:left|right|inner|area|primary|secondary|posts|comments|list|threads|topics))?"
    r"|testimonials?|product-reviews?|carousel|slider|breadcrumbs?)(?:\s|$)",
    re.IGNORECASE,
)
WHOLE = frozenset({"html", "body", "main"})
"""Elements whose names and headings are those of the page."""

_OTHER_TAGS = frozenset({"aside", "nav", "footer", "header"})
_SCHEMA = regex(r"schema\.org/(?:User)?Comments?$")
_REVIEWS = regex(
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


class Evidence(Struct, frozen=True):
    """What speaks for and against a group of elements being comments.

    Attributes:
        called: They are called comments themselves, in class, id or item type.
        named: They, or what is around them, are.
        headed: A heading before them says so.
        counted: A heading before them says that there is one.
        answered: Many have a button to reply.
        posted: Many name a person and are what a link on the page leads to, as posts of forums.
        formed: The form that takes comments stands beside them.
    """

    called: bool
    named: bool
    headed: bool
    counted: bool
    answered: bool
    posted: bool
    formed: bool

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
        if count == 1:
            return self.called or self.counted or (self.named and (self.headed or self.answered))
        if self.told:
            return True
        by_habit = (self.answered and not by_button) or self.posted or self.formed
        return count > FEW and by_habit


def weigh(surface: Surface, nodes: Sequence[LexborNode], scope: LexborNode | None) -> Evidence:
    """What speaks for a group of elements whose nearest common element is `scope`."""
    sample = nodes[:SAMPLE]
    outer = _outer(scope)
    called = _matching(sample, is_called) or any(map(is_schema, sample[:3]))
    heads = [line for line in _heads(surface, [nodes[0], *outer]) if line.counts]
    formed = any(has_form_beside(surface, node) for node in outer[:3])
    return Evidence(
        called=called,
        named=called or any(is_called(node) or is_schema(node) for node in outer[:3]),
        headed=bool(heads),
        counted=any(stated_count(line.text) == 1 for line in heads),
        answered=_share(sample, surface.around_replies),
        posted=_are_posts(surface, sample),
        formed=formed and _share(sample, surface.around_people),
    )


def are_other(
    surface: Surface,
    nodes: Sequence[LexborNode],
    scope: LexborNode | None,
    evidence: Evidence,
) -> bool:
    """Whether elements that may be comments are something else.

    That is: cards, reviews, latest comments of other pages, or parts of the page with its title.
    """
    sample = nodes[:SAMPLE]
    outer = _outer(scope)
    answered, headed = evidence.answered, evidence.headed
    sure = (headed and answered) or (evidence.called and (headed or answered or evidence.formed))
    return (
        _matching(sample, _is_called_other)
        or any(node.mem_id in surface.around_page_titles for node in sample[:2])
        or _is_headed_otherwise(_heads(surface, [nodes[0], *outer]), headed=headed)
        or (not (sure or answered) and any(map(_heads_otherwise, sample)))
        or (not sure and _lies_aside(surface, outer))
        or (not (answered or headed) and surface.sells and not surface.is_in_area(nodes[0]))
        or (not answered and _is_listing(surface, sample, sure=evidence.called or headed))
        or (not answered and _is_listing(surface, rows(sample), sure=True))
    )


def rows(nodes: Sequence[LexborNode]) -> Sequence[LexborNode]:
    """The outermost elements around each of several nodes and no other of them; or none."""
    outer: Sequence[LexborNode] = ()
    around = nodes if len(nodes) > FEW else ()
    for _ in range(AROUND):
        parents = {at.parent.mem_id: at.parent for at in around if at.parent is not None}
        if not parents or len(parents) < len(nodes):
            break
        outer = around = list(parents.values())
    return outer


@lru_cache(maxsize=8_192)
def names_comment(name: str) -> bool:
    """Whether a class or id calls an element a comment."""
    return NAMES_COMMENT.search(name) is not None


def is_called(node: LexborNode) -> bool:
    """Whether an element is called a comment by its class or id."""
    return any(map(names_comment, _names(node)))


@lru_cache(maxsize=8_192)
def _names_other(name: str) -> bool:
    return _OTHER.search(name) is not None


def _is_called_other(node: LexborNode) -> bool:
    return any(map(_names_other, _names(node)))


def _names(node: LexborNode) -> Iterator[str]:
    """The class and id of an element, where it has them."""
    attributes = node.attributes
    return filter(None, (attributes.get("class"), attributes.get("id")))


def _outer(scope: LexborNode | None) -> list[LexborNode]:
    """The elements around the comments that are no whole page, the nearest first."""
    line = () if scope is None else (scope, *ancestors(scope))
    around = (at for at in line if at.tag not in WHOLE)
    return [at for at, _ in zip(around, range(AROUND), strict=False)]


def _matching(nodes: Sequence[LexborNode], wanted: Callable[[LexborNode], bool]) -> bool:
    return sum(map(wanted, nodes)) >= SHARE * len(nodes)


def is_schema(node: LexborNode) -> bool:
    """Whether an element is typed as a comment."""
    return (
        bool(_SCHEMA.search(attribute(node, "itemtype")))
        or attribute(node, "itemprop") == "comment"
    )


def _share(nodes: Sequence[LexborNode], around: Collection[int]) -> bool:
    """Whether many of the elements are around something."""
    return sum(node.mem_id in around for node in nodes) >= SHARE * len(nodes)


def _heads(surface: Surface, line: Sequence[LexborNode]) -> list[Before]:
    """The short lines before the elements and before what is around them, the nearest first.

    After some headings that say nothing of comments, what stands before them heads other things.
    """
    lines: list[Before] = []
    strange = 0
    for node in line:
        for before in surface.before(node):
            if strange > MAX_STRANGE:
                return lines
            lines.append(before)
            strange += before.is_heading and not before.speaks
    return lines


def _is_headed_otherwise(heads: Sequence[Before], *, headed: bool) -> bool:
    """Whether the nearest of the lines heads reviews, related posts or latest comments.

    Where one of them heads comments, it is a heading between that and the elements.
    """
    nearer = takewhile(lambda line: not line.counts, heads[:3])
    return any(
        (line.is_heading or not headed)
        and (is_share_label(line.text) or _REVIEWS.search(line.text) is not None)
        for line in nearer
    )


def _heads_otherwise(node: LexborNode) -> bool:
    """Whether the first heading in an element is that of related posts, as comments have none."""
    heading = node.css_first(HEADINGS)
    return heading is not None and is_share_label(short_line(heading, MAX_HEADING))


def _lies_aside(surface: Surface, outer: Sequence[LexborNode]) -> bool:
    """Whether the elements are in a part of the page that is none of its main content."""
    for node in outer:
        if node.mem_id in surface.around_page_titles:
            return False
        if node.tag in _OTHER_TAGS or any(map(_ASIDE.search, _names(node))):
            return True
    return False


def has_form_beside(surface: Surface, node: LexborNode) -> bool:
    """Whether an element holds the form that takes comments, and not the page's title."""
    mark = node.mem_id
    return mark in surface.around_forms and mark not in surface.around_page_titles


def _is_listing(surface: Surface, nodes: Sequence[LexborNode], *, sure: bool) -> bool:
    """Whether the elements point elsewhere: to things rated, other articles, their comments."""
    if not nodes:
        return False
    if not sure and _share(nodes, surface.around_rated):
        return True
    return (
        _share(nodes, surface.around_titles)
        or _leads_elsewhere(surface, nodes)
        or _matching(nodes, surface.is_link)
    )


def _leads_elsewhere(surface: Surface, nodes: Sequence[LexborNode]) -> bool:
    """Whether the elements link to the comments of several pages, and not each to itself."""
    linking = [node for node in nodes if node.mem_id in surface.around_comment_links]
    if len(linking) < SHARE * len(nodes):
        return False
    pairs = ((node, node.css_first(TO_COMMENT)) for node in linking)
    links = [link for node, link in pairs if link is not None and not _leads_to(link, node)]
    pages = {page_of(link, surface.document.base) for link in links}
    return len(pages) > 1 and len(pages) >= SHARE * len(nodes)


def _leads_to(link: LexborNode, node: LexborNode) -> bool:
    """Whether a link leads to an element, by its id."""
    own = attribute(node, "id")
    return bool(own) and attribute(link, "href").endswith(f"#{own}")


def _are_posts(surface: Surface, nodes: Sequence[LexborNode]) -> bool:
    """Whether many of the elements name a member and have an id with a number."""
    return _share(nodes, surface.around_members) and _matching(nodes, has_number)


def has_number(node: LexborNode) -> bool:
    """Whether an element is what a link to a post with a number leads to."""
    own = attribute(node, "id")
    if not own and (inner := node.css_first("a[name]")) is not None:
        own = attribute(inner, "name")
    return any(map(str.isdecimal, own))
