"""Where the parts of a reading screen stand, at every width and whatever the reader does."""

from __future__ import annotations

from enum import Enum, StrEnum

from msgspec import Struct
from msgspec.structs import replace
from textual.geometry import Region, Size

TWO_PANES = 100
"""From so many columns on, article and comments stand side by side."""

WITH_MAP = 160
"""From so many columns on, the thread map stands beside them."""

_MAP_WIDTH = 28
_WRITING_SHARE, _PEEKING_SHARE = 40, 65
"""The percentage of one column that a reply takes, alone and with a pane called beside it."""

_WRITING_LEAST = 11
"""The lines that a reply takes at least in a single column."""


class Part(StrEnum):
    """A part of the screen; each is the id of its widget."""

    TITLE = "title-bar"
    TABS = "tabs"
    ARTICLE = "article"
    DIVIDER = "divider"
    THREAD_TITLE = "thread-title"
    THREAD = "thread"
    MAP = "map"
    SILL = "sill"
    COMPOSER = "composer"
    KEYS = "key-bar"


class Side(Enum):
    """The two sides of the screen: the article's and the thread's."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The side across."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


_PANES = {Side.LEFT: (Part.TABS, Part.ARTICLE), Side.RIGHT: (Part.THREAD_TITLE, Part.THREAD)}
"""Title and text of each side."""


class Arrangement(Struct, frozen=True):
    """What the reader wants to see.

    Attributes:
        shown: The side that is in sight where there is room for one.
        zoomed: Whether there is to be one only.
        alone: Whether the thread has nothing to show, so that the article has its room.
        writing: The side on which a reply is written: that of the pane that it does not answer.
        peeking: Whether the pane that the reply hides is called beside it.
    """

    shown: Side = Side.LEFT
    zoomed: bool = False
    alone: bool = False
    writing: Side | None = None
    peeking: bool = False

    def is_single(self, width: int) -> bool:
        """Whether there is one column only on a screen of so many columns."""
        return self.zoomed or width < TWO_PANES or (self.alone and self.writing is None)

    def places(self, width: int, height: int) -> dict[Part, Region]:
        """Where each part in sight stands on a screen of so many columns and lines."""
        below = max(height - 2, 0)
        parts = {Part.TITLE: Region(0, 0, width, 1), Part.KEYS: Region(0, below + 1, width, 1)}
        body = Region(0, 1, width, below)
        if self.is_single(width):
            parts[Part.TABS], body = _cut(body, 1)
            return parts | self._column(body)
        if width >= WITH_MAP and not self.alone:
            body, parts[Part.MAP] = body.split_vertical(-_MAP_WIDTH)
        left, right = body.split_vertical(body.width // 2)
        parts[Part.DIVIDER], right = right.split_vertical(1)
        return parts | self._side(Side.LEFT, left) | self._side(Side.RIGHT, right)

    def resting(self, width: int, height: int) -> dict[Part, Size]:
        """The size of each part that can come into sight at this width, where it does."""
        apart = [replace(self, shown=side, writing=None) for side in Side]
        views = (*apart, replace(self, writing=Side.LEFT), self)
        places = [view.places(width, height) for view in views]
        return {part: region.size for parts in places for part, region in parts.items()}

    def _side(self, side: Side, room: Region) -> dict[Part, Region]:
        """A pane under its title, the reply, or both."""
        if side is self.writing and not self.peeking:
            return {Part.COMPOSER: room}
        parts = {}
        if side is self.writing:
            room, parts[Part.COMPOSER] = room.split_horizontal(room.height // 2)
        title, text = _PANES[side]
        parts[title], parts[text] = _cut(room, 1)
        return parts

    def _column(self, room: Region) -> dict[Part, Region]:
        """The one pane in sight; while one writes, what is answered above the reply."""
        if self.writing is None:
            return {_PANES[self.shown][1]: room}
        share = _PEEKING_SHARE if self.peeking else _WRITING_SHARE
        lines = min(max(room.height * share // 100, _WRITING_LEAST), room.height)
        above, desk = room.split_horizontal(room.height - lines)
        parts = {_PANES[self.writing.other][1]: above}
        parts[Part.SILL], desk = _cut(desk, 1)
        if self.peeking:
            parts[_PANES[self.writing][1]], desk = desk.split_horizontal(desk.height // 2)
        return parts | {Part.COMPOSER: desk}


def _cut(room: Region, lines: int) -> tuple[Region, Region]:
    """So many lines of a room, as far as it has them, and the rest."""
    return room.split_horizontal(min(lines, room.height))
