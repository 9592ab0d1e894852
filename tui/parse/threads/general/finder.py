"""The general finder: the group of elements that the evidence shows to be comments, as items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.general.alike import all_alike
from tui.parse.threads.general.anchors import marked_dates, worded_dates
from tui.parse.threads.general.evidence import Evidence, are_other, is_called, rows, weigh
from tui.parse.threads.general.gate import may_hold_thread
from tui.parse.threads.general.groups import Group, groups
from tui.parse.threads.general.parents import with_parents
from tui.parse.threads.general.parts import AROUND, PARTS, complete
from tui.parse.threads.general.prospects import Prospects
from tui.parse.threads.general.runs import MAX_BYLINE, as_items, dates_of, with_followers
from tui.parse.threads.general.surface import Surface, is_area
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import attribute, classes, common_ancestor, short_line
from tui.parse.threads.system import Item, Rank, System

MAX_WEIGHED = 40
"""How many groups are weighed."""

MAX_TRIED = 8
"""How many groups are looked at closely."""

SAMPLE = 20
"""How many elements show whether they hold more than a date."""

MOST = 0.7
"""Fewer comments than this share of the lines about them are not all of them."""

MIN_MORE = 2
"""A comment has so many characters at least beside its date."""

_LIST = regex(
    r"(?:comments|list|thread|area|wrap(?:per)?|container|section|replies|holder)(?:$|[\s_-])",
    re.IGNORECASE,
)

_Dates = Mapping[int, LexborNode]
_Runs = list[tuple[LexborNode, ...]]


class _Weighed(Struct, frozen=True, eq=False):
    """Elements that are comments as far as the evidence goes.

    Attributes:
        nodes: The elements, in page order.
        alike: All elements that look so, where there are more of them.
        scope: The nearest element around all of them.
        evidence: What speaks for them.
        dates: The date of each, by its `mem_id`.
        is_thin: Whether many hold little more than their date or button.
    """

    nodes: Sequence[LexborNode]
    alike: Sequence[LexborNode]
    scope: LexborNode | None
    evidence: Evidence
    dates: _Dates
    is_thin: bool

    @property
    def is_likely(self) -> bool:
        """Whether they are some and the page itself says that they are comments."""
        return len(self.nodes) > 1 and self.evidence.told

    @property
    def rank(self) -> tuple[bool, bool, bool, int, bool, bool]:
        """The order in which groups are tried; of equal ones the outer comes first anyway."""
        size = len(self.alike) or len(self.nodes)
        evidence = self.evidence
        return size == 1, not evidence.told, self.is_thin, -size, self.is_mixed, not evidence.called

    @property
    def is_mixed(self) -> bool:
        """Whether the elements have classes but none in common."""
        names = [set(classes(node)) for node in self.nodes[:SAMPLE]]
        return any(names) and not set.intersection(*names)


def _items(document: Document) -> Sequence[Item]:
    """The comments; standards for marking comments up ask for them, too."""
    return document.once(_best_items)


def _best_items(document: Document) -> Sequence[Item]:
    surface = Surface(document)
    prospects = Prospects(surface)
    kept: list[_Weighed] = []
    for tries, (anchors, dated) in enumerate(_anchors(surface)):
        weighed = [*kept, *_weighed(surface, prospects, anchors, dated=dated)]
        likely = [one for one in weighed if one.is_likely or (tries and len(one.nodes) > 1)]
        found = _best(surface, likely)
        if found:
            return found
        kept = [one for one in weighed if one not in likely]
    return _best(surface, [one for one in kept if one.dates or one.evidence.answered])


def _anchors(surface: Surface) -> Iterator[tuple[list[LexborNode], bool]]:
    """What comments may be around, the surest first, and whether it is their dates."""
    yield marked_dates(surface.document), True
    yield worded_dates(surface.document), True
    yield surface.replies, False
    yield surface.people_in_areas, False


def _weighed(
    surface: Surface, prospects: Prospects, anchors: Sequence[LexborNode], *, dated: bool
) -> Iterator[_Weighed]:
    """The groups around the anchors that are comments as far as the evidence goes.

    Where one is found that the page speaks of, much smaller ones are parts of it.
    """
    if not prospects.are_open(anchors, dated=dated):
        return
    least = 0
    for group in groups(anchors)[:MAX_WEIGHED]:
        if len(group.nodes) < least:
            return
        if not prospects.are_open(group.nodes, dated=dated):
            continue
        for nodes in _cuts(surface, group.nodes):
            if len(nodes) == 1 and _is_list(nodes[0]):
                continue
            evidence = weigh(surface, nodes, scope := common_ancestor(nodes))
            enough = evidence.enough(len(nodes), by_button=not dated)
            if enough and not are_other(surface, nodes, scope, evidence):
                one = _Weighed(
                    nodes=nodes,
                    alike=all_alike(surface, nodes, scope, called=evidence.called),
                    scope=scope,
                    evidence=evidence,
                    dates=dates_of(group) if dated else {},
                    is_thin=_is_thin(group),
                )
                yield one
                if one.is_likely and not one.is_thin:
                    least = max(least, len(nodes) // 2)


def _is_list(node: LexborNode) -> bool:
    """Whether an element is more than a comment: a list with one, or what holds the form too."""
    return (
        bool(_LIST.search(attribute(node, "class"))) or node.css_first("textarea, h1") is not None
    )


def _is_thin(group: Group) -> bool:
    """Whether many of the elements hold little more than their date or button."""
    pairs = list(zip(group.nodes, group.anchors, strict=True))[:SAMPLE]
    return sum(_holds_little(node, anchor) for node, anchor in pairs) > len(pairs) // 2


def _holds_little(node: LexborNode, anchor: LexborNode) -> bool:
    if node.mem_id == anchor.mem_id:
        return True
    line = short_line(node, MAX_BYLINE)
    return bool(line) and len(line) - len(short_line(anchor, MAX_BYLINE)) < MIN_MORE


def _best(surface: Surface, weighed: Sequence[_Weighed]) -> Sequence[Item]:
    """The items of the best group: one that the page speaks of, of most elements, the outer one.

    Lines of many more comments, which look differently, stand for the comments around them.
    """
    tried = sorted(weighed, key=lambda one: one.rank)[:MAX_TRIED]
    found = _first(surface, ((one, runs, one.dates) for one in tried for runs in _runs(one)))
    lines = (one for one in tried if one.is_likely and one.dates)
    more = (one for one in lines if len(found) < MOST * len(one.nodes))
    return _first(surface, (way for one in more for way in _around(surface, one))) or found


def _first(surface: Surface, ways: Iterable[tuple[_Weighed, _Runs, _Dates]]) -> Sequence[Item]:
    """The items of the first of several ways in which there are any."""
    for one, runs, dates in ways:
        items = complete(surface.document, as_items(surface, runs, dates), surface.parts)
        if items:
            return with_parents(items, one.scope)
    return ()


def _cuts(surface: Surface, nodes: Sequence[LexborNode]) -> Iterator[Sequence[LexborNode]]:
    """The elements in page order: those after the comments' heading, then all.

    The line about an article may look like that about a comment, so where some of the elements are
    in what the page calls its comments, the others are none. The first that holds the page's title
    opens a topic.
    """
    places = surface.places
    ordered = sorted(nodes[:MAX_ITEMS], key=lambda node: places.get(node.mem_id, 0))
    if len(ordered) > 1 and ordered[0].mem_id in surface.around_page_titles:
        ordered = ordered[1:]
    if 0 < sum(map(is_area, ordered[:SAMPLE])) < len(ordered[:SAMPLE]):
        return  # the place of the comments is among them
    inside = [surface.is_in_area(node) for node in ordered]
    if any(inside) and not all(inside):
        pairs = zip(ordered, inside, strict=True)
        ordered = [node for node, is_inside in pairs if is_inside or is_called(node)]
    heading = surface.heading
    if heading is not None:
        after = [node for node in ordered if places.get(node.mem_id, 0) > heading]
        if 0 < len(after) < len(ordered):
            yield after
    yield ordered


def _runs(weighed: _Weighed) -> Iterator[_Runs]:
    """The ways in which the elements may be comments: more that look so, they, with followers.

    What is no more than a date is a comment only with what follows it.
    """
    nodes = weighed.nodes
    if weighed.alike and not weighed.is_thin:
        yield [(node,) for node in weighed.alike]
    if not weighed.is_thin:
        yield [(node,) for node in nodes]
    followed = with_followers(nodes)
    if followed:
        yield followed


def _around(surface: Surface, weighed: _Weighed) -> Iterator[tuple[_Weighed, _Runs, _Dates]]:
    """The elements around each of some lines of comments, with their dates."""
    outer = rows(weighed.nodes)
    if outer and not are_other(surface, outer, weighed.scope, weighed.evidence):
        pairs = zip(outer, weighed.nodes, strict=True)
        dates = {row.mem_id: weighed.dates.get(line.mem_id, line) for row, line in pairs}
        yield weighed, [(row,) for row in outer], dates


SYSTEM = System(
    name="general",
    title="Any other",
    sign=may_hold_thread,
    rank=Rank.GENERAL,
    items=_items,
    parts=PARTS,
    surroundings=AROUND,
)
