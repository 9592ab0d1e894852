"""Names of people as services have them."""

from __future__ import annotations

from tui.parse.clean import clean_line
from tui.parse.patterns import regex

MAX_AUTHOR = 200
"""Longer names are cut."""

_TAG = regex(r"</?[a-zA-Z][^<>]*>")


def name_of(name: str) -> str | None:
    """A name as the page would show it, or None where there is none."""
    return clean_line(name)[:MAX_AUTHOR] or None


def name_in_html(kept: str) -> str | None:
    """The name that a service keeps as HTML, or None where there is none."""
    return name_of(unescaped(_TAG.sub("", kept) if "<" in kept else kept))


def unescaped(kept: str) -> str:
    """A text as it was typed, of a service that keeps it as HTML."""
    if "&" not in kept:
        return kept
    from html import unescape  # noqa: PLC0415 -- loads a large table, seldom needed

    return unescape(kept)
