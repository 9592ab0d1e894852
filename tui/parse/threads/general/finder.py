"""The general finder: the group of elements that the evidence shows to be comments, as items."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.threads.general.anchors import (
    BUTTONS,
    is_button,
    marked_dates,
    may_hold_thread,
    reply_buttons,
    worded_dates,
)
from tui.parse.threads.general.evidence import names_comment, weigh
from tui.parse.threads.general.groups import Group, groups
from tui.parse.threads.general.parents import with_parents
from tui.parse.threads.general.parts import AROUND, PARTS, complete
from tui.parse.threads.items import merge_nested_twins
from tui.parse.threads.nodes import Territory, attribute, classes, common_ancestor, select
from tui.parse.threads.system import Item, Rank, System

MAX_TRIED = 8
"""How many groups are looked at closely."""

MIN_RUNS = 2
"""So many elements at least show where one comment ends and the next begins."""

MAX_RUN = 40
"""A comment that is a run of siblings has no more nodes than this."""

_LIST = re.compile(
    r"(?:comments|list|thread|area|wrap(?:per)?|container|section|replies|holder)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KEYS = ("data-comment-id", "data-commentid", "data-id", "id")


def _items(document: Document) -> Sequence[Item]:
    replies = reply_buttons(document)
    for anchors in (marked_dates, worded_dates):
        found = _from_anchors(document, anchors(document), replies)
        if found:
            return found
    return _from_anchors(document, replies, replies, by_button=True)


def _from_anchors(
    document: Document,
    anchors: Sequence[LexborNode],
    replies: Sequence[LexborNode],
    *,
    by_button: bool = False,
) -> Sequence[Item]:
    """The items of the best group around the anchors; of equally many the outer one."""
    for group in groups(anchors)[:MAX_TRIED]:
        if len(group.nodes) == 1 and _LIST.search(attribute(group.nodes[0], "class")):
            continue  # a list with one comment is not the comment
        answers = _without_opening(group.nodes)
        scope = common_ancestor(answers)
        evidence = weigh(document, answers, scope, replies)
        if not evidence.enough(len(answers), by_button=by_button):
            continue
        alike = _alike(answers, scope) if evidence.called else ()
        runs_of_one = [(node,) for node in answers]
        dates = {} if by_button else _dates(group)
        for runs in ([(node,) for node in alike], runs_of_one, _with_followers(answers)):
            items = _as_items(runs, dates, scope)
            items = complete(document, with_parents(items, scope)) if items else []
            if items:
                return items
    return ()


def _without_opening(nodes: Sequence[LexborNode]) -> Sequence[LexborNode]:
    """The elements but the first if that holds the page's title: it opens a topic."""
    opens = len(nodes) > 1 and nodes[0].css_first("h1") is not None
    return nodes[1:] if opens else nodes


def _alike(nodes: Sequence[LexborNode], scope: LexborNode | None) -> Sequence[LexborNode]:
    """All elements that share the nodes' class for comments, where there are more of them.

    Deleted and folded comments have neither date nor button of their own.
    """
    shared = set(classes(nodes[0])).intersection(*map(classes, nodes))
    token = next((token for token in sorted(shared) if names_comment(token)), None)
    if token is None or scope is None:
        return ()
    # No selector is made of a page's own words: a tag may be called anything.
    classed = select(scope, "[class]")
    same = [node for node in classed if node.tag == nodes[0].tag and token in classes(node)]
    alike = _without_opening(same)
    return alike if len(alike) > len(nodes) else ()


def _dates(group: Group) -> dict[int, LexborNode]:
    """The date of each element, by its `mem_id`, other than the element itself."""
    pairs = zip(group.nodes, group.anchors, strict=True)
    return {node.mem_id: date for node, date in pairs if node.mem_id != date.mem_id}


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
    runs: Sequence[tuple[LexborNode, ...]],
    dates: Mapping[int, LexborNode],
    scope: LexborNode | None,
) -> list[Item]:
    """The elements as items, with their dates and without their buttons."""
    items = merge_nested_twins(
        [Item(run, key=_key(run[0]), date=dates.get(run[0].mem_id)) for run in runs]
    )
    territory = Territory([item.nodes for item in items])
    buttons: dict[int | None, list[LexborNode]] = {}
    for button in select(scope, BUTTONS) if scope is not None else ():
        if is_button(button):
            buttons.setdefault(territory.owner(button), []).append(button)
    return [
        replace(item, left_out=tuple(buttons.get(index, ()))) for index, item in enumerate(items)
    ]


def _key(node: LexborNode) -> str | None:
    """An id of the element that holds a number, as ids of systems do."""
    for name in _KEYS:
        value = attribute(node, name)
        if any(character.isdigit() for character in value):
            return value
    return None


SYSTEM = System(
    name="general",
    title="Any other",
    sign=may_hold_thread,
    rank=Rank.GENERAL,
    items=_items,
    parts=PARTS,
    surroundings=AROUND,
)
