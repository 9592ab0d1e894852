"""Where the drafts of a page stand in it: under what they answer, or as what they became."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tui.model import Thread
from tui.reading.anchoring import Anchored, Anchoring
from tui.store.draft import Draft, ParentRef

_NO_THREAD = Thread((), "none")


class Placed(Struct, frozen=True):
    """A draft and where it stands.

    Attributes:
        draft: The draft.
        parent: The key, as it is now, of the comment that it answers; None for the article, and
            where that comment is not there.
        anchored: How what it answers was found again; None for the article.
        became: The key of the comment that it became; None where that is not there.
    """

    draft: Draft
    parent: str | None = None
    anchored: Anchored | None = None
    became: str | None = None

    @property
    def is_astray(self) -> bool:
        """Whether what it answers is not there."""
        return self.anchored is not None and self.anchored.index is None


class Placing:
    """A page's thread in which drafts find their places, each sought once."""

    def __init__(self, thread: Thread | None) -> None:
        self.thread = thread or _NO_THREAD
        self._anchoring = Anchoring(self.thread)
        self._found: dict[ParentRef, Anchored] = {}

    def place(self, drafts: Iterable[Draft]) -> list[Placed]:
        """Where drafts stand, in their order."""
        return [self._placed(draft) for draft in drafts]

    def _placed(self, draft: Draft) -> Placed:
        became = self._became(draft)
        if draft.parent is None:
            return Placed(draft, became=became)
        anchored = self._found.get(draft.parent)
        if anchored is None:
            anchored = self._found[draft.parent] = self._anchoring.find(draft.parent)
        return Placed(draft, self._key(anchored.index), anchored, became)

    def _became(self, draft: Draft) -> str | None:
        """The key of the comment that a draft became, as far as its delivery tells it."""
        delivery = draft.delivery
        if delivery is None or not (delivery.key or delivery.permalink):
            return None
        return self._key(self._anchoring.find_address(delivery.key, delivery.permalink))

    def _key(self, index: int | None) -> str | None:
        return None if index is None else self.thread.comments[index].key


def place_drafts(drafts: Iterable[Draft], thread: Thread | None) -> list[Placed]:
    """Where drafts stand in a page's thread, in their order."""
    return Placing(thread).place(drafts)
