"""Comments that a page holds as JSON: careful looks into values of any shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tui.parse.document import Document
from tui.parse.threads.nodes import first_of

MAX_JSON = 16_000_000
"""Longer scripts are not read."""

MAX_NUMBER = 10**9
"""Numbers beyond this are no likes."""


def json_in(document: Document, selector: str) -> object:
    """The JSON in the first script that a selector matches; None where it is none."""
    node = first_of(document, selector)
    script = node.text() if node is not None else ""
    if not script or len(script) > MAX_JSON:
        return None
    try:
        return json.loads(script)
    except (ValueError, RecursionError):
        return None


def at(value: object, name: str) -> object:
    """A field of an object, or None."""
    return value.get(name) if isinstance(value, Mapping) else None


def listed(value: object) -> list[Mapping[str, Any]]:
    """The objects of a list, or none."""
    entries = value if isinstance(value, list) else []
    return [entry for entry in entries if isinstance(entry, Mapping)]


def text(value: object, name: str) -> str:
    """A field of an object as text: a string, or a number written out; empty for others."""
    field = at(value, name)
    if isinstance(field, int) and not isinstance(field, bool):
        return str(field) if abs(field) < 10**30 else ""
    return field if isinstance(field, str) else ""


def integer(value: object, name: str) -> int | None:
    """A field of an object as a number of reasonable size, or None."""
    field = at(value, name)
    if not isinstance(field, int) or isinstance(field, bool):
        return None
    return field if abs(field) <= MAX_NUMBER else None


def in_page_order(
    entries: Sequence[Mapping[str, Any]],
    answers: Callable[[Mapping[str, Any]], Sequence[Mapping[str, Any]]],
) -> Iterator[Mapping[str, Any]]:
    """The comments of a tree, each before its answers, however deep these go.

    Args:
        entries: Those at top level.
        answers: Gives the answers to one.
    """
    left = [*reversed(entries)]
    while left:
        entry = left.pop()
        yield entry
        left.extend(reversed(answers(entry)))
