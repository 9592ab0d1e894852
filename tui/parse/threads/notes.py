"""Sentences for the reader on what a page lacks of its thread."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import RemoteThread


def loaded_note(service: str) -> str:
    """That a service loads the comments of a page."""
    return f"Comments are loaded by {service}; they are not in the page's HTML."


def missing_note(stated: int, found: int, remote: Sequence[RemoteThread]) -> str:
    """That a page says it has more comments than its HTML holds.

    Args:
        stated: How many it says it has.
        found: How many it holds.
        remote: The services that have all of them.
    """
    at = next((f"; all of them are at {service.url}" for service in remote if service.url), "")
    return f"The page says {_comments(stated)}; {_there(found)} in its HTML{at}."


def given_note(stated: int, given: int, service: str) -> str:
    """That a service gives fewer comments than a page says it has."""
    there = "none" if not given else f"{given} of them"
    return f"The page says {_comments(stated)}; {service} gives {there}."


def joined_note(stated: int, found: int) -> str:
    """That a page says it has more comments than all of its pages hold."""
    return f"The page says {_comments(stated)}; {_there(found)} on its pages."


def _comments(count: int) -> str:
    return "1 comment" if count == 1 else f"{count} comments"


def _there(count: int) -> str:
    return "none is" if not count else "1 is" if count == 1 else f"{count} are"
