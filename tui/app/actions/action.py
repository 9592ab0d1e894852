"""What an action is, and where it applies."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Scope(StrEnum):
    """Where an action applies; the value is its heading in the help."""

    APP = "Everywhere"
    OPENING = "While a page opens"
    READER = "Reading a page"
    ARTICLE = "In the article"
    THREAD = "In the comments"
    SELECTION = "Selecting text"
    COMPOSER = "Writing a reply"
    PREVIEW = "Looking at a preview"
    LIBRARY = "In the library"
    DRAFTS = "In the list of drafts"
    VERSIONS = "In the versions of a draft"
    OUTBOX = "In the outbox"


class Action(Struct, frozen=True):
    """Something a person can do.

    Attributes:
        id: Its name, unique within its scope.
        keys: The keys that do it, the one to show first.
        title: Its name in the footer and the palette.
        help: A sentence for the help screen.
        scope: Where it applies.
        footer: Its rank in the footer, 1 first; None for none.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    scope: Scope
    footer: int | None = None

    @property
    def name(self) -> str:
        """Its name in keymaps, unique among all: `thread.next`."""
        return f"{self.scope.name.lower()}.{self.id}"
