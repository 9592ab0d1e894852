"""Elements, alone or with what follows them, as items with their dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.parse.threads.general.groups import Group
from tui.parse.threads.general.ids import key_of
from tui.parse.threads.general.surface import Surface
from tui.parse.threads.items import merge_nested_twins
from tui.parse.threads.nodes import Territory, short_line
from tui.parse.threads.system import Item

MIN_RUNS = 2
"""So many elements at least show where one comment ends and the next begins."""

MAX_RUN = 40
"""A comment that is a run of siblings has no more nodes than this."""

MAX_BYLINE = 120
"""A line with a name and a date is no longer than this many characters."""


def dates_of(group: Group) -> dict[int, LexborNode]:
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


def with_followers(nodes: Sequence[LexborNode]) -> list[tuple[LexborNode, ...]]:
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


def _date_of(run: tuple[LexborNode, ...], dates: Mapping[int, LexborNode]) -> LexborNode | None:
    """The date of a run; where that is a mere text of its first line, the whole of that line."""
    head, date = run[0], dates.get(run[0].mem_id)
    if date is None or date.is_element_node or len(run) == 1 or date.parent is None:
        return date
    return head if date.parent.mem_id == head.mem_id else date


def as_items(
    surface: Surface,
    runs: Sequence[tuple[LexborNode, ...]],
    dates: Mapping[int, LexborNode],
) -> list[Item]:
    """The elements as items, with their dates and without their buttons."""
    items = merge_nested_twins(
        [Item(run, key=key_of(run[0]), date=_date_of(run, dates)) for run in runs]
    )
    territory = Territory([item.nodes for item in items])
    buttons: dict[int | None, list[LexborNode]] = {}
    for button in surface.buttons:
        buttons.setdefault(territory.owner(button), []).append(button)
    return [
        replace(item, left_out=tuple(buttons[index])) if index in buttons else item
        for index, item in enumerate(items)
    ]
