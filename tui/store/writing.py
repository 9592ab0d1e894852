"""One draft while it is being written: what was typed, and what of it is on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import Protocol, TypeVar

from tui.model import Comment, Page, blocks_text
from tui.store.draft import Draft, PageRef, ParentRef
from tui.store.drafts import DraftStore

T = TypeVar("T")


class Keeper(Protocol):
    """Who keeps the drafts."""

    def with_drafts(self, work: Callable[[DraftStore], T]) -> T:
        """Do something with the drafts that no other thread disturbs."""
        ...


class Writing:
    """A draft in the making. It comes to be on disk with its first change.

    Attributes:
        page: The page that it belongs to.
        parent: The comment that it answers, or None for the article.
        draft: What is on disk, or None as long as nothing is.
        body: What was typed.
    """

    def __init__(
        self,
        keeper: Keeper,
        page: PageRef,
        parent: ParentRef | None,
        *,
        draft: Draft | None = None,
        body: str = "",
    ) -> None:
        self.page = page
        self.parent = parent
        self.draft = draft
        self.body = draft.body if draft else body
        self._untouched = self.body
        self._keeper = keeper
        self._lock = Lock()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on disk yet."""
        if self.draft is None:
            return self.body != self._untouched
        return self.body != self.draft.body

    def write(self) -> Draft | None:
        """Put what was typed on disk; safe to call from any thread.

        Returns:
            The draft, or None where there is nothing to keep.

        Raises:
            DraftError: It could not be written; the text is still here.
        """
        with self._lock:
            if self.unsaved:
                self.draft = self._keeper.with_drafts(
                    lambda store: (
                        store.create(self.page, self.parent, self.body)
                        if self.draft is None
                        else store.save(replace(self.draft, body=self.body))
                    )
                )
            return self.draft

    @property
    def title(self) -> str:
        """Whom or what it answers."""
        if self.parent is None:
            return "Reply to the article"
        return f"Reply to {self.parent.author or 'a comment'}"


def page_ref(page: Page, source: str) -> PageRef:
    """What a draft keeps of its page."""
    return PageRef(page.key, source, page.article.title)


def parent_ref(comment: Comment | None) -> ParentRef | None:
    """What a draft keeps of the comment that it answers."""
    if comment is None:
        return None
    return ParentRef(
        comment.key,
        comment.author,
        comment.date.text if comment.date else "",
        comment.permalink,
        blocks_text(comment.blocks),
    )
