"""A thread as items: what is shown of it with some comments folded and drafts in their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass

from tui.app.layout.comments import (
    CommentItem,
    DraftItem,
    MessageItem,
    Place,
    ThreadItem,
    count,
)
from tui.app.layout.lines import Role
from tui.model import CommentState, Page, Thread


@dataclass(frozen=True, slots=True)
class DraftNode:
    """A draft as the thread shows it.

    Attributes:
        id: Its id.
        parent: The key of the comment that it answers, or None for the article.
        label: What it is, in a few words.
        body: What was written.
    """

    id: str
    parent: str | None
    label: str
    body: str


def thread_items(
    page: Page, folded: AbstractSet[str], drafts: Sequence[DraftNode], step: int = 2
) -> list[ThreadItem]:
    """What the thread pane shows.

    Args:
        page: The page.
        folded: The keys of the folded comments.
        drafts: The drafts of the page.
        step: The columns of a level.
    """
    thread = page.thread
    complete = thread is not None and thread.stated_count in (None, len(thread))
    role = Role.META if complete else Role.NOTE
    items: list[ThreadItem] = [MessageItem("count", count_sentence(thread), role)]
    known = {comment.key for comment in thread.comments} if thread is not None else set()
    items.extend(
        _draft(node, Place(0, step))
        for node in drafts
        if node.parent is None or node.parent not in known
    )
    if thread is not None:
        items.extend(_comments(thread, folded, drafts, step))
        items.extend(
            MessageItem(f"more-{number}", link.label or link.url, Role.META, link.url)
            for number, link in enumerate(thread.more)
        )
    return items


def _comments(
    thread: Thread, folded: AbstractSet[str], drafts: Sequence[DraftNode], step: int
) -> Iterator[ThreadItem]:
    under: dict[str, list[DraftNode]] = {}
    for node in drafts:
        if node.parent is not None:
            under.setdefault(node.parent, []).append(node)
    hidden_below: int | None = None
    for index in thread.preorder:
        depth = thread.depths[index]
        if hidden_below is not None and depth > hidden_below:
            continue
        comment = thread.comments[index]
        hidden_below = depth if comment.key in folded else None
        yield CommentItem(
            comment,
            index,
            Place(depth, step),
            len(thread.children(index)),
            thread.descendant_counts[index],
            folded=comment.key in folded,
            drafts=_drafts_within(thread, index, under) if comment.key in folded else 0,
        )
        if comment.key not in folded:
            for node in under.get(comment.key, ()):
                yield _draft(node, Place(depth + 1, step))


def _drafts_within(thread: Thread, index: int, under: Mapping[str, Sequence[DraftNode]]) -> int:
    """How many drafts a fold hides: those to the comment and to all below it."""
    return sum(
        len(nodes)
        for key, nodes in under.items()
        if (answered := thread.index_of(key)) is not None
        and index in (answered, *thread.ancestors(answered))
    )


def _draft(node: DraftNode, place: Place) -> DraftItem:
    return DraftItem(node.id, node.body, node.label, place)


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


def fold_below(thread: Thread, depth: int) -> frozenset[str]:
    """The folds that show comments down to a depth, where 0 is top level only."""
    return frozenset(
        comment.key
        for index, comment in enumerate(thread.comments)
        if thread.depths[index] >= depth and thread.children(index)
    )


def folded_by_page(thread: Thread) -> frozenset[str]:
    """The comments that the page itself shows folded, for too low a score for instance."""
    return frozenset(
        comment.key for comment in thread.comments if comment.state is CommentState.COLLAPSED
    )


def unfolded_to(thread: Thread, index: int, folded: AbstractSet[str]) -> frozenset[str]:
    """The folds without those that hide a comment."""
    return frozenset(folded) - {thread.comments[up].key for up in thread.ancestors(index)}


def visible_ancestor(thread: Thread, index: int, folded: AbstractSet[str]) -> int:
    """The comment itself, or the nearest one above it that folds do not hide."""
    shown = index
    for up in thread.ancestors(index):
        if thread.comments[up].key in folded:
            shown = up
    return shown
