"""The general finder: the group of elements that the evidence shows to be comments, as items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from tui.parse.clean import clean_line
from tui.parse.document import Document
from tui.parse.selectors import possible
from tui.parse.threads.general.anchors import marked_dates, worded_dates
from tui.parse.threads.general.evidence import (
    Evidence,
    are_other,
    is_called,
    names_comment,
    weigh,
)
from tui.parse.threads.general.gate import may_hold_thread
from tui.parse.threads.general.groups import Group, groups
from tui.parse.threads.general.ids import key_of
from tui.parse.threads.general.parents import with_parents
from tui.parse.threads.general.parts import AROUND, PARTS, PINGS, complete
from tui.parse.threads.general.surface import Surface, is_area
from tui.parse.threads.items import MAX_ITEMS, merge_nested_twins
from tui.parse.threads.nodes import (
    Territory,
    attribute,
    classes,
    common_ancestor,
    select,
    short_line,
    texts,
)
from tui.parse.threads.system import Item, Rank, System
from tui.parse.words import is_deleted_notice

MAX_WEIGHED = 40
"""How many groups are weighed."""

MAX_TRIED = 8
"""How many groups are looked at closely."""

MIN_RUNS = 2
"""So many elements at least show where one comment ends and the next begins."""

MAX_RUN = 40
"""A comment that is a run of siblings has no more nodes than this."""

SAMPLE = 20
"""How many elements show whether they hold more than a date."""

MIN_MORE = 2
"""A comment has so many characters at least beside its date."""

MAX_LINKS = 20
"""How many links of an element are read."""

MAX_BYLINE = 120
"""A line with a name and a date is no longer than this many characters."""

MAX_NODES = 20
"""A notice that a comment was deleted comes within so many nodes."""

MAX_NOTICE = 300
"""A notice that a comment was deleted is shorter than this many characters."""

_LIST = re.compile(
    r"(?:comments|list|thread|area|wrap(?:per)?|container|section|replies|holder)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[A-Za-z_][\w-]*")


@dataclass(frozen=True, slots=True, eq=False)
class _Weighed:
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
    dates: Mapping[int, LexborNode]
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
    if not may_hold_thread(document):
        return ()
    surface = Surface(document)
    kept: list[_Weighed] = []
    for tries, (anchors, dated) in enumerate(_anchors(surface)):
        weighed = [*kept, *_weighed(surface, anchors, dated=dated)]
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
    yield _people_in_areas(surface), False


def _people_in_areas(surface: Surface) -> list[LexborNode]:
    """The names of people in what the page calls its comments."""
    return [node for node in surface.people if surface.is_in_area(node)]


def _weighed(surface: Surface, anchors: Sequence[LexborNode], *, dated: bool) -> Iterator[_Weighed]:
    """The groups around the anchors that are comments as far as the evidence goes.

    Where one is found that the page speaks of, much smaller ones are parts of it.
    """
    least = 0
    for group in groups(anchors)[:MAX_WEIGHED]:
        if len(group.nodes) < least:
            return
        for nodes in _cuts(surface, group.nodes):
            if len(nodes) == 1 and _is_list(nodes[0]):
                continue
            evidence = weigh(surface, nodes, scope := common_ancestor(nodes))
            enough = evidence.enough(len(nodes), by_button=not dated)
            if enough and not are_other(surface, nodes, scope, evidence):
                one = _Weighed(
                    nodes=nodes,
                    alike=_alike(surface, nodes, scope, called=evidence.called),
                    scope=scope,
                    evidence=evidence,
                    dates=_dates(group) if dated else {},
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
    """The items of the best group: one that the page speaks of, of most elements, the outer one."""
    for one in sorted(weighed, key=lambda one: one.rank)[:MAX_TRIED]:
        for runs in _runs(one):
            items = complete(surface.document, _as_items(surface, runs, one.dates))
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


def _runs(weighed: _Weighed) -> Iterator[list[tuple[LexborNode, ...]]]:
    """The ways in which the elements may be comments: more that look so, they, with followers.

    What is no more than a date is a comment only with what follows it.
    """
    nodes = weighed.nodes
    if weighed.alike and not weighed.is_thin:
        yield [(node,) for node in weighed.alike]
    if not weighed.is_thin:
        yield [(node,) for node in nodes]
    followed = _with_followers(nodes)
    if followed:
        yield followed


def _alike(
    surface: Surface, nodes: Sequence[LexborNode], scope: LexborNode | None, *, called: bool
) -> Sequence[LexborNode]:
    """All elements that share a class of the nodes, where there are more of them.

    Deleted and folded comments have neither date nor button of their own, nor have pingbacks. A
    class that does not speak of comments is shared by other things as well, of which only notices
    of deletion count.
    """
    same = [*_sharing(surface, nodes, scope, called=called), *_pings(surface, nodes, scope)]
    alike = {node.mem_id: node for node in same}
    if len(alike) <= len(nodes):
        return ()
    places = surface.places
    alike.update((node.mem_id, node) for node in nodes)
    return sorted(alike.values(), key=lambda node: places.get(node.mem_id, 0))[:MAX_ITEMS]


def _pings(
    surface: Surface, nodes: Sequence[LexborNode], scope: LexborNode | None
) -> Iterator[LexborNode]:
    """The nodes and the pingbacks and trackbacks that stand beside them."""
    selector = possible(PINGS, surface.document.marks)
    if scope is None or not selector:
        return
    yield from nodes
    beside = {node.parent.mem_id for node in nodes if node.parent is not None}
    for node in select(scope, selector):
        if node.tag == nodes[0].tag and node.parent is not None and node.parent.mem_id in beside:
            yield node


def _sharing(
    surface: Surface, nodes: Sequence[LexborNode], scope: LexborNode | None, *, called: bool
) -> Sequence[LexborNode]:
    """All elements that share a class of the nodes and may be comments like them."""
    shared = set(classes(nodes[0])).intersection(*map(classes, nodes))
    tokens = sorted(token for token in shared if _TOKEN.fullmatch(token))
    if not tokens or scope is None:
        return ()
    token = next(filter(names_comment, tokens), None) if called else None
    known = {node.mem_id for node in nodes}
    same = [node for node in scope.css(f".{token or tokens[0]}") if node.tag == nodes[0].tag]
    return [
        node
        for node in same
        if node.mem_id in known
        or (token and _may_be_comment(surface, node))
        or (not token and _is_deleted(node))
    ]


def _may_be_comment(surface: Surface, node: LexborNode) -> bool:
    """Whether an element says more than its links and buttons do, and opens no topic."""
    if node.mem_id in surface.around_page_titles:
        return False
    links = select(node, "a, button, [role='button']")[:MAX_LINKS]
    return len(node.text().strip()) > sum(len(link.text().strip()) for link in links)


def _is_deleted(node: LexborNode) -> bool:
    """Whether the first words of an element say that a comment was taken away."""
    lines = (clean_line(text.text_content or "") for text in texts(node, limit=MAX_NODES))
    first = next(filter(None, lines), "")
    return len(first) <= MAX_NOTICE and is_deleted_notice(first)


def _dates(group: Group) -> dict[int, LexborNode]:
    """The date of each element, by its `mem_id`, other than the element itself."""
    pairs = zip(group.nodes, group.anchors, strict=True)
    return {
        node.mem_id: _line_with(date, node) for node, date in pairs if node.mem_id != date.mem_id
    }


def _line_with(date: LexborNode, node: LexborNode) -> LexborNode:
    """The short line inside a comment that a date without an element of its own stands in."""
    around = date.parent
    if date.is_element_node or around is None or around.mem_id == node.mem_id:
        return date
    return around if short_line(around, MAX_BYLINE) else date


def _with_followers(nodes: Sequence[LexborNode]) -> list[tuple[LexborNode, ...]]:
    """Each element with what follows it until the next one, where all stand in one element.

    Some pages write a comment as a line about it and its words as the next row or paragraph.
    """
    parents = {node.parent.mem_id for node in nodes if node.parent is not None}
    if len(parents) != 1 or len(nodes) < MIN_RUNS:
        return []
    heads = {node.mem_id for node in nodes}
    runs: list[tuple[LexborNode, ...]] = []
    longest = MAX_RUN
    for node in nodes:
        run = [node]
        at = node.next
        while at is not None and at.mem_id not in heads and len(run) < longest:
            run.append(at)
            at = at.next
        runs.append(tuple(run))
        if node.mem_id == nodes[-2].mem_id:
            longest = max(map(len, runs))  # nothing tells where the last one ends
    return runs if longest > 1 else []


def _as_items(
    surface: Surface,
    runs: Sequence[tuple[LexborNode, ...]],
    dates: Mapping[int, LexborNode],
) -> list[Item]:
    """The elements as items, with their dates and without their buttons."""
    items = merge_nested_twins(
        [Item(run, key=key_of(run[0]), date=dates.get(run[0].mem_id)) for run in runs]
    )
    territory = Territory([item.nodes for item in items])
    buttons: dict[int | None, list[LexborNode]] = {}
    for button in surface.buttons:
        buttons.setdefault(territory.owner(button), []).append(button)
    return [
        replace(item, left_out=tuple(buttons[index])) if index in buttons else item
        for index, item in enumerate(items)
    ]


SYSTEM = System(
    name="general",
    title="Any other",
    sign=may_hold_thread,
    rank=Rank.GENERAL,
    items=_items,
    parts=PARTS,
    surroundings=AROUND,
)
