"""Comment threads in HTML: one module per comment system, a registry, and a general finder.

`find_thread` asks the systems in order of how sure and cheap their sign is; the general finder
takes what no system knows. To add a system, add one module with its fixture and name it in
`registry`.
"""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from tui.model import Thread
from tui.parse.document import Document


@dataclass(frozen=True, slots=True)
class FoundThread:
    """What a page holds of a discussion.

    Attributes:
        thread: The comments, or None where the page shows none.
        roots: The nodes that hold them, their heading and their form: no part of the article.
        notes: What is missing and why, in sentences for the reader.
    """

    thread: Thread | None = None
    roots: tuple[LexborNode, ...] = ()
    notes: tuple[str, ...] = ()


def find_thread(document: Document) -> FoundThread:
    """The thread of a page; never raises."""
    del document
    return FoundThread()
