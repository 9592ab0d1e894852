"""Bytes and an address in, a `Page` out. Pure: no network, no disk, no clock; usable as a library.

`parse_page` never raises: what cannot be found is None or empty, and `Page.notes` says why.
"""

from tui.parse.page import parse_page

__all__ = ["parse_page"]
