"""One draft while it is being written: what was typed, and what of it is on disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from tui.errors import DraftError
from tui.model import Comment, Page, blocks_text
from tui.store.draft import Draft, Markup, PageRef, ParentRef
from tui.store.drafts import DraftStore
from tui.store.folder import DraftProblem
from tui.store.history import is_shortened
from tui.store.versions import Version, VersionKind

T = TypeVar("T")


class Keeper(Protocol):
    """Who keeps the drafts."""

    def with_drafts(self, work: Callable[[DraftStore], T]) -> T:
        """Do something with the drafts that no other thread disturbs."""
        ...


class Choice(StrEnum):
    """Which of two texts of a draft goes on."""

    MINE = "mine"  # theirs stays a version
    THEIRS = "theirs"  # mine becomes a version
    BOTH = "both"  # theirs becomes a second draft in the same place


class Conflict(Struct, frozen=True):
    """Another program changed a draft while it was written here; both texts are kept.

    Attributes:
        body: Their text; the whole file where they left no draft in it.
        at: When that was noticed, in UTC.
        version: Where their text is kept.
        damaged: Whether they left no draft, as when a file was cut off.
    """

    body: str
    at: datetime
    version: Version
    damaged: bool = False

    @property
    def sentence(self) -> str:
        """What happened, for the user."""
        if self.damaged:
            return (
                "Another program damaged the file of this draft. Your text is saved again, and what"
                " was in the file is kept as a version."
            )
        return (
            "Another program changed this draft while you wrote. Your text is saved, and theirs is"
            " kept as a version."
        )


class Writing:
    """A draft in the making. It comes to be on disk with its first change.

    Any thread may call its methods; what they do waits for the disk.

    Attributes:
        page: The page that it belongs to.
        parent: The comment that it answers, or None for the article.
        draft: What is on disk, or None as long as nothing is.
        body: What was typed.
        markup: What it is typed in.
        conflict: What another program did to the draft, until `settle` is told what becomes of it.
        rescued: Where what was typed is while it cannot be put into the draft's own file, or None.
    """

    def __init__(
        self,
        keeper: Keeper,
        page: PageRef,
        parent: ParentRef | None,
        *,
        draft: Draft | None = None,
        body: str = "",
        markup: Markup = Markup.MARKDOWN,
    ) -> None:
        self.page = page
        self.parent = parent
        self.draft = draft
        self.body = draft.body if draft else body
        self.markup = draft.markup if draft else markup
        self.conflict: Conflict | None = None
        self.rescued: Path | None = None
        self._untouched = self.body
        self._new: Draft | None = None
        self._gone = False
        self._keeper = keeper
        self._lock = Lock()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on disk yet, or not any more."""
        if self.draft is None:
            return self.body != self._untouched
        return self._gone or (self.body, self.markup) != (self.draft.body, self.draft.markup)

    def write(self) -> Draft | None:
        """Put what was typed on disk.

        Where another program has changed the draft's text since, `conflict` tells that afterwards.

        Returns:
            The draft, or None where there is nothing to keep.

        Raises:
            DraftError: It could not be written; the text is still here, and in the second place
                that `rescued` tells.
        """
        with self._lock:
            if self.unsaved:
                self._write()
            return self.draft

    def look(self) -> bool:
        """Whether the draft's file says something else than what was last known of it.

        This costs next to nothing where the file is as it was. What changes beside the text is
        taken over: state, tags, what became of sending. A file that is gone, and was not discarded,
        is to be written anew: `unsaved` says so then.

        Raises:
            DraftError: The drafts cannot be listed.
        """
        with self._lock:
            if self.draft is None:
                return False
            draft_id = self.draft.id
            with_drafts = self._keeper.with_drafts
            found = with_drafts(lambda store: store.glance(draft_id))
            if found is None:
                self._gone = not with_drafts(lambda store: store.is_discarded(draft_id))
                return False
            if isinstance(found, DraftProblem) or found.revision != self.draft.revision:
                return True
            self.draft = found
            return False

    def take_over(self) -> bool:
        """Go on from what another program wrote, where nothing is lost by that.

        That is where all that was typed here is on disk, and theirs is a whole draft that is not
        much shorter; what was written here becomes a version. Otherwise the draft is written as it
        is here, and `conflict` tells of theirs.

        Returns:
            Whether `body` is theirs now.

        Raises:
            DraftError: Neither could be done; the text is still here.
        """
        with self._lock:
            mine = self.draft
            if mine is None:
                return False
            theirs = self._keeper.with_drafts(lambda store: store.glance(mine.id))
            if (
                self.unsaved
                or not isinstance(theirs, Draft)
                or is_shortened(mine.body, theirs.body)
            ):
                self._write()
                return False
            self._keeper.with_drafts(lambda store: store.set_aside(mine, VersionKind.REPLACED))
            self._go_on_from(theirs)
            return True

    def settle(self, choice: Choice) -> tuple[Draft, ...]:
        """Say what becomes of a conflict.

        Returns:
            The drafts that there are now: this one, and the second one where there is one.

        Raises:
            DraftError: It could not be done; both texts are still kept, and the conflict stays.
        """
        with self._lock:
            if self.unsaved:
                self._write()
            mine, conflict = self.draft, self.conflict
            if mine is None or conflict is None:
                return () if mine is None else (mine,)
            drafts: tuple[Draft, ...] = (mine,)
            theirs = replace(mine, body=conflict.body)
            match choice:
                case Choice.THEIRS:
                    chosen = self._keeper.with_drafts(lambda store: store.replace_text(theirs))
                    self._go_on_from(chosen)
                    drafts = (chosen,)
                case Choice.BOTH:
                    second = self._keeper.with_drafts(lambda store: store.put_beside(theirs))
                    drafts = (mine, second)
                case Choice.MINE:
                    pass
            self.conflict = None
            return drafts

    def _write(self) -> None:
        """Put what was typed on disk, under the lock."""
        draft = replace(self._begun(), body=self.body, markup=self.markup)
        try:
            saved = self._keeper.with_drafts(lambda store: store.put(draft))
        except DraftError:
            self.rescued = self._keeper.with_drafts(lambda store: store.rescue.where(draft))
            raise
        self.rescued = None
        self.draft = saved.draft
        self._gone = False
        if saved.theirs is not None:
            version, body, damaged = saved.theirs
            self.conflict = Conflict(body, version.at, version, damaged=damaged)

    def _begun(self) -> Draft:
        """The draft to go on from: one and the same, however often writing it fails."""
        if self.draft is not None:
            return self.draft
        if self._new is None:
            self._new = self._keeper.with_drafts(lambda store: store.new(self.page, self.parent))
        return self._new

    def _go_on_from(self, draft: Draft) -> None:
        self.draft = draft
        self.body = draft.body
        self.markup = draft.markup
        self._gone = False

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
