"""Showing exactly what would be sent, where to and as whom, before it is."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ItemGrid, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox, Static

from tui.app.dialogs.boxes import Box
from tui.app.dialogs.closing import Dialog
from tui.send.plan import Plan
from tui.send.showing import Row, plan_rows


class Decision(StrEnum):
    """What the user wants done with what is shown."""

    SEND = "send"
    QUEUE = "queue"
    HAND_OVER = "hand-over"
    WHO = "who"
    TICK = "tick"


class Decided(NamedTuple):
    """An answer.

    Attributes:
        decision: What to do.
        ticked: The names of the boxes that are ticked.
    """

    decision: Decision
    ticked: frozenset[str]


_TITLE = "This is what would be sent"
_BUTTONS = {
    Decision.SEND: "y Send now",
    Decision.QUEUE: "o Into the outbox",
    Decision.HAND_OVER: "h Hand over",
    Decision.WHO: "w As whom",
}


class PlanDialog(Dialog[Decided | None]):
    """Shows a plan whole; gives None where nothing is to be done.

    Nothing is agreed to by keys that were typed before the plan was drawn, nor by enter, unless a
    button was gone to.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Cancel"),
        Binding("y", "decide('send')", "Send now"),
        Binding("o", "decide('queue')", "Into the outbox"),
        Binding("h", "decide('hand-over')", "Hand over"),
        Binding("w", "decide('who')", "As whom"),
        Binding("space", "tick", "Tick"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup,b", "scroll(-10)", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self, plan: Plan, ticked: Collection[str] = ()) -> None:
        super().__init__()
        self.plan = plan
        self.ticked = frozenset(ticked)

    def compose(self) -> ComposeResult:
        """What goes where, the boxes, and what can be done."""
        with Vertical(id="plan", classes="dialog"):
            title = "This is what would be sent later" if self.plan.kept else _TITLE
            yield Static(title, classes="dialog-title")
            with VerticalScroll(id="plan-scroll"):
                for row in plan_rows(self.plan):
                    yield Static(_content(row), classes="plan-warning" if row.warns else "plan-row")
            for number, (name, label) in enumerate(self.plan.consents):
                yield Box(Content(label or name), name in self.ticked, id=f"consent-{number}")
            with ItemGrid(id="plan-buttons", min_column_width=18):
                for decision in self._decisions():
                    yield Button(Content(_BUTTONS[decision]), id=decision.value, compact=True)
            boxes = " · space ticks" if self.plan.consents else ""
            yield Static(f"↑ ↓ scroll{boxes} · esc sends nothing", classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin with reading it."""
        self.query_one("#plan-scroll").focus()

    def _decisions(self) -> list[Decision]:
        """What can be done with it; a page that was not read anew takes nothing now."""
        return [each for each in _BUTTONS if each is not Decision.SEND or not self.plan.kept]

    def action_decide(self, decision: str) -> None:
        """Do something with it."""
        if decision == Decision.SEND and self.plan.kept:
            self.app.bell()
            return
        self.dismiss(Decided(Decision(decision), self.ticked))

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.action_decide(event.button.id or "")

    def action_tick(self) -> None:
        """Tick the only box; of several, go to the first."""
        boxes = list(self.query(Checkbox))
        if len(boxes) == 1:
            boxes[0].toggle()
        elif boxes:
            boxes[0].focus()

    @on(Checkbox.Changed)
    def _ticked(self, event: Checkbox.Changed) -> None:
        """What a box adds is worked out anew, so that what is shown is what goes."""
        name = self.plan.consents[int((event.checkbox.id or "").rpartition("-")[2])][0]
        self.ticked ^= {name}
        self.action_decide(Decision.TICK)

    def action_scroll(self, lines: int) -> None:
        """Scroll what is shown."""
        self.query_one("#plan-scroll").scroll_relative(y=lines, animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog sends nothing."""
        if event.widget is self:
            self.dismiss(None)


def _content(row: Row) -> Content:
    if "\n" in row.value:
        return Content.assemble((row.title, "bold"), "\n", row.value)
    return Content.assemble((row.title, "bold"), f"  {row.value}")
