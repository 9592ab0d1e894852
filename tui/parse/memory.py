"""What a large page no longer needs, given back to the system."""

from __future__ import annotations

from contextlib import suppress

from selectolax.lexbor import LexborHTMLParser

LARGE = 2_000_000
"""Pages of fewer bytes than this hold too little for it to matter."""


def drop_tokens(tree: LexborHTMLParser) -> None:
    """Let Lexbor drop what it made of the attributes of a large page before they were in the tree.

    It keeps a seventh of its memory for those until it parses again in the same document, be it
    nothing into an element that is nowhere in the tree.
    """
    if len(tree.raw_html) >= LARGE:
        tree.create_node("p").inner_html = ""


def give_back(size: int) -> None:
    """Give back the memory that was freed since the last time, where a large page was read.

    The C library of Linux keeps what lies between what is still in use until it is asked
    (malloc_trim(3)), and a page's tree lies between everything.

    Args:
        size: The length of the page.
    """
    if size < LARGE:
        return
    from ctypes import CDLL  # noqa: PLC0415 -- few pages are so large

    with suppress(AttributeError, OSError, TypeError):  # other C libraries have no such call
        CDLL(None).malloc_trim(0)
