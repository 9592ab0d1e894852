"""A thread as items: what is shown of it with some comments folded and drafts in their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from tui.app.layout.comments import (
    CommentItem,
    DraftItem,
    MessageItem,
    Place,
    ThreadItem,
    count,
)
from tui.app.layout.lines import Role
from tui.app.layout.look import PLAIN, Look
from tui.app.layout.stack import Shape
from tui.model import Thread
from tui.reading.arrangement import Arrangement


class DraftNode(Struct, frozen=True):
    """A draft as the thread shows it.

    Attributes:
        id: Its id.
        parent: The key of the comment that it answers, or None for the article and for a comment
            that is not there.
        label: What it is, in a few words.
        body: What was written.
        kept: What it kept of a comment that is not there, else empty.
    """

    id: str
    parent: str | None
    label: str
    body: str
    kept: str = ""


class ThreadRows(Struct, frozen=True, dict=True):
    """All items of a thread, whatever is folded, and where its comments are among them.

    Attributes:
        items: The count, the drafts and the comments in their order, the links to more.
        places: Where each comment is among the items, by its index in the thread.
        ends: Where the item after its branch is, drafts included, likewise.
        drafts: Where the drafts are, in order.
    """

    items: Sequence[ThreadItem]
    places: Sequence[int]
    ends: Sequence[int]
    drafts: Sequence[int]

    @cached_property
    def depths(self) -> Sequence[int]:
        """The depth of the comment that each item is; 0 for all else."""
        return [item.place.depth if isinstance(item, CommentItem) else 0 for item in self.items]

    def drafts_in(self, index: int) -> int:
        """How many drafts answer a comment or one below it."""
        return bisect_left(self.drafts, self.ends[index]) - bisect_left(
            self.drafts, self.places[index]
        )


def comment_items(thread: Thread, step: int = 2, look: Look = PLAIN) -> Sequence[CommentItem]:
    """The item of each comment, by its index.

    Args:
        thread: The thread.
        step: The columns of a level.
        look: How the reader wants to see it.
    """
    places = [Place(depth, step) for depth in range(max(thread.depths, default=0) + 1)]
    return [
        CommentItem(
            comment,
            index,
            places[thread.depths[index]],
            len(thread.children(index)),
            thread.descendant_counts[index],
            look=look,
        )
        for index, comment in enumerate(thread.comments)
    ]


def thread_rows(
    thread: Thread | None,
    arranged: Arrangement,
    comments: Sequence[CommentItem],
    drafts: Sequence[DraftNode],
    step: int = 2,
    look: Look = PLAIN,
) -> ThreadRows:
    """What the thread pane shows where nothing is folded.

    Args:
        thread: The thread, or None.
        arranged: Its order.
        comments: Its `comment_items`.
        drafts: The drafts of the page.
        step: The columns of a level.
        look: How the reader wants to see the drafts.
    """
    complete = thread is not None and thread.stated_count in (None, len(thread))
    role = Role.META if complete else Role.NOTE
    items: list[ThreadItem] = [MessageItem("count", count_sentence(thread), role)]
    under: dict[str, list[DraftNode]] = {}
    for node in drafts:
        if node.parent is not None and arranged.thread.index_of(node.parent) is not None:
            under.setdefault(node.parent, []).append(node)
        else:
            items.append(_draft(node, Place(0, step), look))
    written = list(range(1, len(items)))
    starts: list[int] = []  # where the comment of each rank is
    for index in arranged.order:
        item = comments[index]
        starts.append(len(items))
        items.append(item)
        for node in under.get(item.key, ()) if under else ():
            written.append(len(items))
            items.append(_draft(node, Place(item.place.depth + 1, step), look))
    starts.append(len(items))
    if thread is not None:
        items.extend(
            MessageItem(f"more-{number}", link.label or link.url, Role.META, link.url)
            for number, link in enumerate(thread.more)
        )
    indexes = range(len(arranged.order))
    places = [starts[arranged.ranks[index]] for index in indexes]
    ends = [starts[arranged.end(index)] for index in indexes]
    return ThreadRows(items, places, ends, written)


_FOLDED, _HIDDEN = int(Shape.FOLDED), int(Shape.HIDDEN)
_HIDDEN_BYTE = bytes((_HIDDEN,))


def shapes_of(
    rows: ThreadRows,
    folded: Iterable[int],
    hidden: Collection[int] = (),
    context: Collection[int] = (),
) -> bytes:
    """The `Shape` of each item.

    Args:
        rows: The items.
        folded: The indexes of the folded comments.
        hidden: Those that are not shown, never one without all below it.
        context: Those that are shown as one line for what hangs under them.
    """
    shapes = bytearray(len(rows.items))
    for index in context:
        shapes[rows.places[index]] = Shape.CONTEXT
    for index in hidden:
        shapes[rows.places[index]] = Shape.HIDDEN
    until = 0
    for index in sorted(folded, key=rows.places.__getitem__):
        place, end = rows.places[index], rows.ends[index]
        if place >= until and shapes[place] != _HIDDEN:
            shapes[place] = _FOLDED
            if end - place > 1:
                shapes[place + 1 : end] = _HIDDEN_BYTE * (end - place - 1)
            until = end
    return bytes(shapes)


def _draft(node: DraftNode, place: Place, look: Look) -> DraftItem:
    return DraftItem(node.id, node.body, node.label, place, look, node.kept)


def count_sentence(thread: Thread | None) -> str:
    """How many comments there are, beside how many the page says it has."""
    found = 0 if thread is None else len(thread)
    stated = None if thread is None else thread.stated_count
    closed = " Replying is closed." if thread is not None and thread.closed else ""
    if not found and thread is not None and thread.remote:
        services = " and ".join(remote.service for remote in thread.remote)
        return f"The comments are loaded by {services}; this page does not hold them.{closed}"
    if not found and not stated:
        return "No comments on this page." + closed
    here = count(found, "comment") or "No comments"
    if stated is None or stated <= found:  # a page may count answers alone, or no pingbacks
        return f"{here}.{closed}"
    return f"{here} here; the page says {stated}.{closed}"
