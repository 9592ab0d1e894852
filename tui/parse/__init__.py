"""Bytes and an address in, a `Page` out. Pure: no network, no disk, no clock; usable as a library.

`parse_page` never raises: what cannot be found is None or empty, and `Page.notes` says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parse.page import parse_page

__all__ = ["parse_page"]


def __getattr__(name: str) -> object:
    """The parser, which is loaded when it is first asked for: text is cleaned without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tui.parse.page import parse_page  # noqa: PLC0415 -- as said

    return parse_page
