"""What is known here of a page's comments: what was read, what is drafted, whose they are."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from tui.errors import RejoinderError
from tui.model import Page, Thread
from tui.reading.marks import ReadMarks
from tui.reading.query import Facts
from tui.reading.visits import visited
from tui.store.draft import Draft
from tui.store.drafts import DraftStore
from tui.store.library import Library
from tui.store.places import Places
from tui.store.settings import read_settings

_log = logging.getLogger(__name__)

T = TypeVar("T")


def facts_of(page: Page, thread: Thread) -> Facts:
    """What a filter may ask of a page's thread; new is what would be if it were opened now.

    What cannot be read is taken as not known, and the log tells.
    """
    places = Places.find(os.environ)
    now = datetime.now().astimezone()
    settings, _ = read_settings(places.settings)
    before = None
    if places.library.exists():
        before = _unless_broken(lambda: Library(places.library).visits(page.key), None)
    keys = [comment.key for comment in thread.comments]
    visits = visited(before, keys, now, timedelta(minutes=settings.reading.cooldown))
    nothing: list[Draft] = []
    drafts = _unless_broken(DraftStore(places.drafts).all, nothing)
    return Facts(
        thread=thread,
        states=ReadMarks(thread, fresh=visits.fresh, read=visits.read).state,
        names=settings.names,
        drafted=frozenset(
            draft.parent.key
            for draft in drafts
            if draft.parent is not None and draft.page.key == page.key
        ),
        now=now,
    )


def _unless_broken(read: Callable[[], T], otherwise: T) -> T:
    try:
        return read()
    except RejoinderError:
        _log.warning("something of this page is not known", exc_info=True)
        return otherwise
