"""Visits of a page, which tell what of its thread is new: the rule of two times.

Two things are kept of a page: what was there when the visit before ended, and what came since.
A visit that begins within `COOLDOWN` of the end of another one is the same visit, so that a quick
look back does not wipe the marks.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

COOLDOWN = timedelta(minutes=5)


class Visits(Struct, frozen=True):
    """What the visits of a page left; comments are known by their keys.

    Attributes:
        last: When the page was last in sight, in UTC.
        old: The comments that were there at the visit before this one; all on a first visit.
        fresh: Those that came since.
        read: Those that were read.
        is_whole: Whether the page has ever been there with its rest (`Page.joined`).
    """

    last: datetime
    old: frozenset[str] = frozenset()
    fresh: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()
    is_whole: bool = False

    def moved(self, keys: Mapping[str, str]) -> Visits:
        """The same with the new keys of comments, by their old ones, beside those."""
        old = self.old | {new for key, new in keys.items() if key in self.old}
        read = self.read | {new for key, new in keys.items() if key in self.read}
        return replace(self, old=old, read=read)


def visited(
    before: Visits | None,
    keys: Collection[str],
    now: datetime,
    cooldown: timedelta = COOLDOWN,
    *,
    is_whole: bool = False,
) -> Visits:
    """A page as it is found now.

    The first time that it is there with its rest, what comes with that is no news.

    Args:
        before: What earlier visits left, or None where there were none.
        keys: The comments that are there.
        now: The moment, in UTC.
        cooldown: How long after its end a visit can be gone on with.
        is_whole: Whether the page is there with its rest.
    """
    there = frozenset(keys)
    if before is None:
        return Visits(now, old=there, is_whole=is_whole)
    if is_whole and not before.is_whole:
        before = replace(before, old=before.old | (there - before.fresh), is_whole=True)
    # A clock that went back makes no new visit either.
    if now - before.last >= cooldown:
        old = before.old | before.fresh
        return replace(before, last=now, old=old, fresh=there - old)
    return replace(before, last=now, fresh=before.fresh | (there - before.old))
