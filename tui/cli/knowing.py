"""What is known here of a page's comments: what was read, what is drafted, whose they are."""

from __future__ import annotations

import os

from msgspec.structs import replace

from tui.model import Page, Thread
from tui.reading.marks import ReadMarks
from tui.reading.query import Facts
from tui.reading.visits import Visits
from tui.store.places import Places
from tui.store.placing import place_drafts
from tui.store.settings import read_settings
from tui.stores import Stores


def facts_of(page: Page, thread: Thread) -> Facts:
    """What a filter may ask of a page's thread; new is what would be if it were opened now.

    What cannot be read is taken as not known, and the log tells.
    """
    places = Places.find(os.environ)
    settings, _ = read_settings(places.settings)
    stores = replace(Stores.at(places), preferences=settings)
    now = stores.clock()
    # Printing a page is no reason to begin a library.
    visits = stores.visit(page) if places.library.exists() else Visits(now)
    drafts = stores.page_drafts(page)
    return Facts(
        thread=thread,
        states=ReadMarks(thread, fresh=visits.fresh, read=visits.read).state,
        names=settings.names,
        drafted=frozenset(each.parent for each in place_drafts(drafts, thread) if each.parent),
        now=now.astimezone(),
    )
