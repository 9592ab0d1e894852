"""What looking for a thread gives."""

from __future__ import annotations

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.model import Thread


class FoundThread(Struct, frozen=True):
    """What a page holds of a discussion.

    Attributes:
        thread: The comments, or None where the page shows none and says nothing of them either.
        roots: The nodes that hold them, their heading and their form: no part of the article.
        notes: What is missing and why, in sentences for the reader.
    """

    thread: Thread | None = None
    roots: tuple[LexborNode, ...] = ()
    notes: tuple[str, ...] = ()
