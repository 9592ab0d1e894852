"""Rows of the list of links."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from tui.app.layout.clip import clip, clip_runs
from tui.app.layout.glyphs import Glyphs
from tui.app.layout.lines import Line, Role, Run
from tui.reading.linklist import PageLink

_NUMBER = 5


class LinkRow(Struct, frozen=True):
    """A link as one line.

    Attributes:
        link: The link.
        glyphs: The signs that are drawn.
    """

    link: PageLink
    glyphs: Glyphs

    @property
    def key(self) -> str:
        """The link's number."""
        return self.link.key

    def height(self, width: int) -> int:
        """One line at any width."""
        del width
        return 1

    def lines(self, width: int) -> Sequence[Line]:
        """Its number, a sign where it leads elsewhere, whose it is, its words and its address."""
        link, more = self.link, self.glyphs.more
        sign = self.glyphs.external if link.external else ""
        place = link.place or "article"
        rest = max(width - _NUMBER - 2, 0)
        columns = (
            (f"{link.number:>{_NUMBER - 1}}", _NUMBER, Role.MARKER),
            (sign, 2, Role.BADGE),
            (place, max(rest // 6, 8), Role.AUTHOR if link.place else Role.META),
            (link.words, max(2 * rest // 5, 8), Role.TEXT),
        )
        runs = [_column(text, cells, role, more) for text, cells, role in columns]
        left = max(width - sum(cells for _, cells, _ in columns), 0)
        return [Line(tuple(clip_runs((*runs, Run(clip(link.href, left, more), Role.META)), width)))]


def _column(text: str, cells: int, role: Role, more: str) -> Run:
    """A text with room after it."""
    clipped = clip(text, cells - 1, more)
    return Run(clipped + " " * (cells - cell_len(clipped)), role)
