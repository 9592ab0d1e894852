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
    """

    last: datetime
    old: frozenset[str] = frozenset()
    fresh: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()

    def moved(self, keys: Mapping[str, str]) -> Visits:
        """The same with the new keys of comments, by their old ones, beside those."""
        old = self.old | {new for key, new in keys.items() if key in self.old}
        read = self.read | {new for key, new in keys.items() if key in self.read}
        return replace(self, old=old, read=read)

    def with_rest(self, came: frozenset[str]) -> Visits:
        """The same once comments of other pages are there, too.

        They are no news, unless an earlier visit had some of them: then it had all there were.

        Args:
            came: The comments that were not there before.
        """
        was_whole = bool(came & (self.old | self.fresh))
        return self if was_whole else replace(self, old=self.old | came)


def visited(
    before: Visits | None, keys: Collection[str], now: datetime, cooldown: timedelta = COOLDOWN
) -> Visits:
    """A page as it is found now.

    Args:
        before: What earlier visits left, or None where there were none.
        keys: The comments that are there.
        now: The moment, in UTC.
        cooldown: How long after its end a visit can be gone on with.
    """
    there = frozenset(keys)
    if before is None:
        return Visits(now, old=there)
    # A clock that went back makes no new visit either.
    if now - before.last >= cooldown:
        old = before.old | before.fresh
        return replace(before, last=now, old=old, fresh=there - old)
    return replace(before, last=now, fresh=before.fresh | (there - before.old))
