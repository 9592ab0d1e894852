"""Asking which of two texts of a draft goes on."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.app.dialogs.closing import Dialog
from tui.store.writing import Choice, Conflict

_KEYS = "m keeps mine · t takes theirs · b keeps both · ↑ ↓ scroll · esc decides later"


class ConflictDialog(Dialog[Choice | None]):
    """Shows two texts line by line; gives the choice, or None for later.

    Nothing is lost by any of them: the text that does not go on is kept as a version.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m,1", "choose('mine')", "Keep mine"),
        Binding("t,2", "choose('theirs')", "Take theirs"),
        Binding("b,3", "choose('both')", "Keep both"),
        Binding("escape,q", "dismiss(None)", "Later"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, mine: str, conflict: Conflict) -> None:
        super().__init__()
        self.mine = mine
        self.conflict = conflict

    def compose(self) -> ComposeResult:
        """What happened, the texts, the answers."""
        with Vertical(id="conflict", classes="dialog"):
            yield Static("Which text goes on?", classes="dialog-title")
            yield Static(Content(self.conflict.sentence), classes="dialog-detail")
            with VerticalScroll(id="conflict-scroll", can_focus=False):
                yield Static(compared(self.mine, self.conflict.body), id="conflict-texts")
            yield Static(_KEYS, classes="dialog-keys")

    def action_choose(self, choice: str) -> None:
        """Answer."""
        self.dismiss(Choice(choice))

    def action_scroll(self, lines: int) -> None:
        """Scroll the texts."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def compared(mine: str, theirs: str) -> Content:
    """Two texts as one: lines of both as they are, those of one with a sign that says whose."""
    first, second = mine.split("\n"), theirs.split("\n")
    rows: list[Content] = []
    for tag, start, end, begin, until in SequenceMatcher(
        None, first, second, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            rows += [Content(f"       {line}") for line in first[start:end]]
            continue
        rows += [Content.styled(f"  mine {line}", "$text-error") for line in first[start:end]]
        rows += [Content.styled(f"theirs {line}", "$text-success") for line in second[begin:until]]
    return Content("\n").join(rows)
