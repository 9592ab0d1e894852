"""The figures of a thread."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.app.dialogs.closing import Dialog
from tui.app.layout.figures import figure_lines
from tui.app.layout.lines import Line, Role
from tui.app.reading import Reading
from tui.reading.statistics import Statistics

_STYLES = {Role.HEADING: "bold", Role.AUTHOR: "bold", Role.META: "dim", Role.MARKER: "$accent"}
_WIDEST = 71
_AROUND = 5
"""Cells of a dialog that are not for its text: its border, its padding, the bar for scrolling."""


class StatisticsDialog(Dialog[None]):
    """Counts in a thread and shows the figures."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i,enter", "dismiss", "Close"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup,b", "scroll(-10)", show=False),
    ]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._figures: Statistics | None = None

    def compose(self) -> ComposeResult:
        """The figures under each other."""
        with Vertical(id="statistics", classes="dialog"):
            yield Static("Statistics", classes="dialog-title")
            with VerticalScroll(id="figures-scroll", can_focus=False):
                yield Static("Counting", id="figures")
            yield Static("↑ ↓ scroll · esc closes", classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin to count."""
        self._count()

    @work(thread=True)
    def _count(self) -> None:
        """Count in a thread: a long one takes a tenth of a second."""
        figures = Statistics.of(self._reading.thread)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, figures)

    def _show(self, figures: Statistics) -> None:
        self._figures = figures
        self.on_resize()

    def on_resize(self) -> None:
        """Lay the figures out for the width that there is."""
        if self._figures is None:
            return
        width = max(min(self.app.size.width * 8 // 10 - _AROUND, _WIDEST), 20)
        reading = self._reading
        lines = figure_lines(reading.thread, self._figures, width, reading.look)
        self.query_one("#figures", Static).update(Content("\n").join(map(_content, lines)))

    def action_scroll(self, lines: int) -> None:
        """Scroll."""
        self.query_one("#figures-scroll").scroll_relative(y=lines, animate=False)


def _content(line: Line) -> Content:
    return Content.assemble(*((run.text, _STYLES.get(run.role, "")) for run in line.runs))
