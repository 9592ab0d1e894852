"""The one-line bars around the panes: title, pane titles and the keys that apply now."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from types import MappingProxyType

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from tui.app.actions import Scope, actions_of
from tui.app.keymap import Keymap
from tui.app.keys import key_name
from tui.app.layout.clip import clip

_BETWEEN = "  "
_BOLD, _DIM = Style(bold=True), Style(dim=True)
_ACTIVE, _COUNTED = Style(bold=True, underline=True), Style(bold=True, reverse=True)
_HELP = next(action for action in actions_of(Scope.APP) if action.id == "help")


class TitleBar(Widget):
    """The page's title on the left and facts about it on the right, as far as they fit."""

    def __init__(self, title: str, facts: str, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's
        super().__init__(id=id)
        self.title = title
        self.facts = facts

    def show_facts(self, facts: str) -> None:
        """Show other facts."""
        if facts != self.facts:
            self.facts = facts
            self.refresh()

    def render(self) -> Content:
        """The line; facts give way to the title."""
        width = self.size.width - 2
        facts = self.facts if cell_len(self.facts) + 20 <= width else ""
        title = clip(self.title, width - (cell_len(facts) + 2 if facts else 0))
        gap = width - cell_len(title) - cell_len(facts)
        return Content.assemble(" ", (title, _BOLD), " " * max(gap, 0), (facts, _DIM))


class PaneTitle(Widget):
    """Titles of panes as tabs; the one that has the focus stands out.

    Attributes:
        tabs: Each pane's name and position, and whether it is the active one.
    """

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, title: PaneTitle, number: int) -> None:
            super().__init__()
            self.title = title
            self.number = number

        @property
        def control(self) -> PaneTitle:
            """Where the tab is."""
            return self.title

    tabs: tuple[tuple[str, str, bool], ...] = ()

    def show(self, tabs: tuple[tuple[str, str, bool], ...]) -> None:
        """Show other tabs."""
        if tabs != self.tabs:
            self.tabs = tabs
            self.refresh()

    def _labels(self) -> list[str]:
        """The tabs' words, the most that there is room for; the active tab's matter most."""
        tabs = self.tabs
        while any(at for _, at, _ in tabs):
            labels = [f" {name} · {at} " if at else f" {name} " for name, at, _ in tabs]
            if sum(map(cell_len, labels)) + 2 <= self.size.width:
                return labels
            idle = any(at for _, at, active in tabs if not active)
            tabs = tuple(
                (name, at if active == idle else at.rpartition(" · ")[0] * active, active)
                for name, at, active in tabs
            )
        return [f" {name} " for name, _, _ in self.tabs]

    def render(self) -> Content:
        """The tabs side by side."""
        parts: list[Content] = [Content(" ")]
        for label, (_, _, active) in zip(self._labels(), self.tabs, strict=True):
            style = _ACTIVE if active else _DIM
            parts.append(Content.assemble((clip(label, max(self.size.width - 2, 1)), style)))
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the pointer."""
        end = 1
        for number, label in enumerate(self._labels()):
            end += cell_len(label)
            if event.x < end:
                self.post_message(self.Chosen(self, number))
                return


class KeyHint(Struct, frozen=True):
    """A key and what it does.

    Attributes:
        key: The key, as Textual names it.
        title: What it does, in a word or two.
    """

    key: str
    title: str

    @property
    def name(self) -> str:
        """The key, as people write it."""
        return key_name(self.key)

    @property
    def width(self) -> int:
        """The cells that it takes in the bar."""
        return cell_len(f"{self.name} {self.title}{_BETWEEN}")


class KeyBar(Widget):
    """The keys that matter where the focus is; whole hints only, the most useful first.

    Attributes:
        keymap: The keys in effect.
        titles: What actions do at the moment, by name, where that is not what they do else.
    """

    scopes: tuple[Scope, ...] = ()
    count = ""
    titles: Mapping[str, str] = MappingProxyType({})

    def __init__(self, keymap: Keymap | None = None, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's
        super().__init__(id=id)
        self.keymap = keymap or Keymap()

    def show_count(self, digits: str) -> None:
        """Show the number that was typed before a key."""
        if digits != self.count:
            self.count = digits
            self.refresh()

    def show(self, scopes: tuple[Scope, ...]) -> None:
        """Show the keys of other scopes, the innermost first."""
        if scopes != self.scopes:
            self.scopes = scopes
            self.refresh()

    def show_titles(self, titles: Mapping[str, str]) -> None:
        """Show what keys do at the moment; those that do nothing, an empty title, are left out."""
        if titles != self.titles:
            self.titles = titles
            self.refresh()

    def hints(self) -> list[KeyHint]:
        """The hints, the most useful first; a key is the innermost scope's."""
        taken: set[str] = set()
        ranked: list[tuple[int, KeyHint]] = []
        for scope in self.scopes:
            for action in actions_of(scope):
                keys = self.keymap.keys(action)
                key = next((key for key in keys if key not in taken), None)
                title = self.titles.get(action.name, action.title)
                if action.footer is not None and key is not None and title:
                    ranked.append((action.footer, KeyHint(key, title)))
                taken.update(keys)
        return [hint for _, hint in sorted(ranked, key=lambda pair: pair[0])]

    def _fitting(self) -> list[KeyHint]:
        """As many hints as fit; help always has its place."""
        hints = self.hints()
        room = self.size.width - 2 - len(self._counted)
        helping = [hint for hint in hints if hint.title == _HELP.title]
        others = [hint for hint in hints if hint not in helping]
        room -= sum(hint.width for hint in helping)
        ends = accumulate(hint.width for hint in others)
        return [*(hint for hint, end in zip(others, ends, strict=True) if end <= room), *helping]

    @property
    def _counted(self) -> str:
        return self.count and f"{self.count} "

    def render(self) -> Content:
        """The hints that fit, behind the number that was typed."""
        parts: list[Content | tuple[str, Style] | str] = [" ", (self._counted, _COUNTED)]
        for hint in self._fitting():
            parts.extend([(hint.name, _BOLD), f" {hint.title}{_BETWEEN}"])
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """A click on a hint is its key."""
        end = 1 + len(self._counted)
        for hint in self._fitting():
            end += hint.width
            if event.x < end:
                self.app.simulate_key(hint.key)
                return
