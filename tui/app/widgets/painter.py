"""Lines as strips in the colours of a view, each made once while nothing changes."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from tui.app.layout.lines import Line, Role, Run
from tui.model import Mark
from tui.reading.scripts import raised

_KEPT_STRIPS = 512


class Canvas(Struct, frozen=True):
    """What lines are drawn on.

    Attributes:
        base: The style under all of them.
        width: Its cells.
        margin: The cells left of the text.
    """

    base: Style
    width: int
    margin: int


class Painter:
    """Makes strips and keeps them: to draw a view again, most of its lines need only be looked up.

    Styles and strips that were kept are forgotten with another canvas, and where the colours of
    the view may have changed.
    """

    def __init__(self, component: Callable[[str], Style]) -> None:
        """A painter.

        Args:
            component: Gives the style of a component class, without what is under it.
        """
        self._component = component
        self.canvas = Canvas(Style.null(), 0, 0)
        self._styles: dict[tuple[Role, Mark, str | None], Style] = {}
        # By the line's identity; the line is kept with it, so that no other has the same.
        self._strips: LRUCache[tuple[int, str, Style | None], tuple[Line, Strip]] = LRUCache(
            _KEPT_STRIPS
        )

    def use(self, canvas: Canvas) -> None:
        """Draw on a canvas from now on."""
        if canvas != self.canvas:
            self.canvas = canvas
            self.forget()

    def forget(self) -> None:
        """Make everything anew."""
        self._styles = {}
        self._strips.clear()

    def strip(self, line: Line, mark: str, under: Style | None = None) -> Strip:
        """A line behind a mark in its gutter, perhaps with a style between it and the canvas."""
        known = self._strips.get((id(line), mark, under))
        if known is None:
            base = self.canvas.base if under is None else self.canvas.base + under
            segments = [Segment(mark.rjust(self.canvas.margin), self._component("line--cursor"))]
            segments.extend(
                Segment(raised(run.text, run.marks), self._style(run)) for run in line.runs
            )
            strip = Strip(Segment.apply_style(segments, base))
            known = line, strip.adjust_cell_length(self.canvas.width, base)
            self._strips[id(line), mark, under] = known
        return known[1]

    def _style(self, run: Run) -> Style:
        """The style of a run, whatever its text."""
        key = (run.role, run.marks, run.href)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._new_style(run)
        return style

    def _new_style(self, run: Run) -> Style:
        style = self._component(f"line--{run.role.value}")
        marks = run.marks
        if marks:
            style += Style(
                bold=Mark.BOLD in marks or None,
                italic=Mark.ITALIC in marks or None,
                strike=Mark.STRUCK in marks or None,
            )
            if Mark.CODE in marks:
                style += self._component("line--code")
        if run.role is Role.MARKER:
            style += Style.from_meta({"marker": True})
        if run.href:
            style += self._component("line--link")
            style += Style.from_meta({"href": run.href})
        return style
