"""The general finder: the group of elements that the evidence shows to be comments, as items."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from selectolax.lexbor import LexborNode

from tui.parse.document import Document
from tui.parse.threads.general.anchors import (
    marked_dates,
    may_hold_thread,
    reply_buttons,
    worded_dates,
)
from tui.parse.threads.general.evidence import weigh
from tui.parse.threads.general.groups import Group, groups
from tui.parse.threads.general.parents import with_parents
from tui.parse.threads.general.parts import AROUND, PARTS, complete
from tui.parse.threads.items import merge_nested_twins
from tui.parse.threads.nodes import attribute, common_ancestor
from tui.parse.threads.system import Item, System

MAX_TRIED = 8
"""How many groups are looked at closely."""

_LIST = re.compile(
    r"(?:comments|list|thread|area|wrap(?:per)?|container|section|replies|holder|holder)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KEYS = ("data-comment-id", "data-commentid", "data-id", "id")

Anchors = Callable[[Document], list[LexborNode]]


def _items(document: Document) -> Sequence[Item]:
    if not may_hold_thread(document):
        return ()
    for anchors in (marked_dates, worded_dates, reply_buttons):
        found = _from_anchors(document, anchors(document))
        if found:
            return found
    return ()


def _from_anchors(document: Document, anchors: Sequence[LexborNode]) -> Sequence[Item]:
    """The items of the best group around the anchors; of equally many the outer one."""
    for group in groups(anchors)[:MAX_TRIED]:
        if len(group.nodes) == 1 and _LIST.search(attribute(group.nodes[0], "class")):
            continue  # a list with one comment is not the comment
        scope = common_ancestor(group.nodes)
        evidence = weigh(document, group.nodes, scope)
        if not evidence.enough or (len(group.nodes) == 1 and not evidence.named):
            continue
        items = complete(document, with_parents(_as_items(group), scope))
        if items:
            return items
    return ()


def _as_items(group: Group) -> list[Item]:
    return merge_nested_twins([Item((node,), key=_key(node)) for node in group.nodes])


def _key(node: LexborNode) -> str | None:
    """An id of the element that holds a number, as ids of systems do."""
    for name in _KEYS:
        value = attribute(node, name)
        if any(character.isdigit() for character in value):
            return value
    return None


SYSTEM = System(name="general", sign="body", items=_items, parts=PARTS, surroundings=AROUND)
