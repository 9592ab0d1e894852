"""The comment systems in the order in which they are asked, surest and cheapest sign first."""

from __future__ import annotations

from tui.model import Thread
from tui.parse.document import Document
from tui.parse.threads import (
    blogger,
    discourse,
    drupal,
    general,
    phpbb,
    stackexchange,
    substack,
    vbulletin,
    wordpress_blocks,
    wordpress_classic,
    wpdiscuz,
    xenforo,
)
from tui.parse.threads.builder import build_comments
from tui.parse.threads.embeds import embed_notes
from tui.parse.threads.found import FoundThread
from tui.parse.threads.reading import read_items
from tui.parse.threads.surroundings import read_frame
from tui.parse.threads.system import System

SYSTEMS: tuple[System, ...] = (
    wpdiscuz.SYSTEM,
    wordpress_blocks.SYSTEM,
    blogger.SYSTEM,
    substack.SYSTEM,
    discourse.SYSTEM,
    stackexchange.SYSTEM,
    xenforo.SYSTEM,
    vbulletin.SYSTEM,
    phpbb.SYSTEM,
    drupal.SYSTEM,
    wordpress_classic.SYSTEM,
)
"""Plug-ins come before the system that they plug into."""

_ANY_SIGN = ", ".join(system.sign for system in SYSTEMS)

MOST_BLANK = 0.5
"""Where more than this share of the items says nothing, they are a template or another system's."""


def find_thread(document: Document) -> FoundThread:
    """The thread of a page; never raises.

    The first system that finds comments has them; where none does, the first whose sign is there
    says what the page states, and services that load comments by script are named in the notes.
    """
    empty = FoundThread()
    signed = document.tree.css_first(_ANY_SIGN) is not None  # one look spares most pages many
    for system in (*SYSTEMS, general.SYSTEM) if signed else (general.SYSTEM,):
        if document.tree.css_first(system.sign) is None:
            continue
        found = read_system(document, system)
        if found.thread is not None and found.thread.comments:
            return found
        if empty.thread is None and (found.thread is not None or not empty.roots):
            empty = found
    notes = embed_notes(document)
    return FoundThread(empty.thread, empty.roots, notes or empty.notes)


def read_system(document: Document, system: System) -> FoundThread:
    """What a page holds as one system would have it."""
    items = system.items(document)
    frame = read_frame(document, items, system.surroundings)
    raws = read_items(document, items, system.parts) if items else []
    blank = sum(raw.is_blank for raw in raws)
    comments = build_comments(raws) if blank <= MOST_BLANK * len(raws) else ()
    stated = frame.stated_count
    thread = None
    if comments or stated is not None or frame.closed or frame.more:
        thread = Thread(
            comments=comments,
            system=system.name,
            stated_count=stated,
            closed=frame.closed,
            more=frame.more,
        )
    return FoundThread(thread, frame.roots, _notes(stated, len(comments)))


def _notes(stated: int | None, found: int) -> tuple[str, ...]:
    if stated is None or stated <= found:
        return ()
    says = "1 comment" if stated == 1 else f"{stated} comments"
    there = "none is" if not found else "1 is" if found == 1 else f"{found} are"
    return (f"The page says {says}; {there} in its HTML.",)
