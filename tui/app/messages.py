"""What screens ask of the application."""

from __future__ import annotations

from textual.message import Message

from tui.store.draft import Draft


class BackAsked(Message):
    """Go back to the screen below.

    Attributes:
        leaves: Whether that is out of the program where there is none.
    """

    def __init__(self, *, leaves: bool = True) -> None:
        super().__init__()
        self.leaves = leaves


class OpenAsked(Message):
    """Open a source on top of what is shown."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source


class PageChosen(Message):
    """A page of the library was chosen.

    Attributes:
        source: What opens it.
        key: The page's key, or None where it is not known.
    """

    def __init__(self, source: str, key: str | None) -> None:
        super().__init__()
        self.source = source
        self.key = key


class DraftChosen(Message):
    """A draft was chosen among all.

    Attributes:
        draft: The draft.
        writes: Whether to go on writing it.
    """

    def __init__(self, draft: Draft, *, writes: bool = True) -> None:
        super().__init__()
        self.draft = draft
        self.writes = writes


class WritingAsked(Message):
    """An action of the composer was asked for by its key; `name` is the action's id."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class DraftSaved(Message):
    """The draft on disk says what the text says."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft


class DraftWanted(Message):
    """Go on writing a draft, wherever its page is open."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft


class DraftMoved(Message):
    """A draft has come further on its way, or back."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft


class SendAsked(Message):
    """Send drafts, one after the other, or see what can be done with those on their way."""

    def __init__(self, *draft_ids: str) -> None:
        super().__init__()
        self.draft_ids = draft_ids


class HandOverAsked(Message):
    """Hand a draft over."""

    def __init__(self, draft_id: str) -> None:
        super().__init__()
        self.draft_id = draft_id


class SendAllAsked(Message):
    """Send what is ready."""
