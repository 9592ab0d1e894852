"""Asking as whom a reply is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Checkbox, Input, Label, Static

from tui.app.dialogs.boxes import Box
from tui.app.dialogs.typing import TypingScreen
from tui.app.widgets.line_input import LineInput
from tui.store.identities import Identity

LABELS = {"name": "Name", "email": "E-mail", "site": "Site"}
"""What the fields of an identity are called where a page calls them nothing."""


class Wanted(NamedTuple):
    """What a page asks of who writes there.

    Attributes:
        label: What it calls it.
        required: Whether it takes no reply without.
        reason: What is wrong with it so far, or nothing.
    """

    label: str
    required: bool = False
    reason: str = ""


class Who(NamedTuple):
    """An answer.

    Attributes:
        identity: As whom.
        remember: Whether to remember that for the site.
    """

    identity: Identity
    remember: bool


class IdentityDialog(TypingScreen[Who | None]):
    """Asks for name, e-mail and site; gives None where it was cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("ctrl+s", "enter", "Go on"),
        # Before the line has them, so that what is typed right after goes to the next line.
        Binding("tab,down", "app.focus_next", show=False, priority=True),
        Binding("shift+tab,up", "app.focus_previous", show=False, priority=True),
    ]

    def __init__(
        self, site: str, identity: Identity, wanted: Mapping[str, Wanted], *, remember: bool
    ) -> None:
        """A dialog.

        Args:
            site: The host that asks.
            identity: What to begin with.
            wanted: What the page asks for, by the names of `Identity`; nothing where it is not
                known, and all three are asked for then.
            remember: Whether the box is ticked to begin with.
        """
        super().__init__()
        self.site = site
        self.identity = identity
        self.wanted = wanted or {name: Wanted(label) for name, label in LABELS.items()}
        self.remember = remember

    def compose(self) -> ComposeResult:
        """A line a field, and the box below."""
        with Vertical(id="identity", classes="dialog"):
            yield Static(Content(f"As whom do you write on {self.site}?"), classes="dialog-title")
            with VerticalScroll(id="identity-fields", can_focus=False):
                for name, wanted in self.wanted.items():
                    yield Label(_label(name, wanted))
                    yield LineInput(getattr(self.identity, name), id=f"who-{name}")
                    if wanted.reason:
                        yield Static(Content(wanted.reason), classes="dialog-wrong")
                remember = Content(f"Remember this for {self.site}")
                yield Box(remember, self.remember, id="who-remember")
            yield Static(
                "* needed · enter goes on · tab next field · space ticks the box · esc cancels",
                classes="dialog-keys",
            )

    def on_mount(self) -> None:
        """Begin where something is wrong or missing, else at the first line."""
        for name, wanted in self.wanted.items():
            if wanted.reason or (wanted.required and not getattr(self.identity, name)):
                self.query_one(f"#who-{name}").focus()
                return
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def action_enter(self) -> None:
        """Go on, unless something is missing that the page cannot do without."""
        values = {name: self.query_one(f"#who-{name}", Input).value.strip() for name in self.wanted}
        for name, wanted in self.wanted.items():
            if wanted.required and not values[name]:
                self.query_one(f"#who-{name}").focus()
                return
        remember = self.query_one("#who-remember", Checkbox).value
        self.dismiss(Who(self.identity._replace(**values), remember))

    def on_key(self, event: events.Key) -> None:
        """Enter on the box goes on as well; space ticks it."""
        if event.key == "enter" and isinstance(self.focused, Checkbox):
            event.stop()
            event.prevent_default()
            self.action_enter()


def _label(name: str, wanted: Wanted) -> Content:
    return Content(f"{wanted.label or LABELS[name]}{' *' if wanted.required else ''}")
