"""The list of a page's links: to follow one, to open it in the browser, or to copy it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.app.dialogs.closing import Dialog
from tui.app.dialogs.picking import PickList
from tui.app.layout.glyphs import Glyphs
from tui.app.layout.linkrow import LinkRow
from tui.app.widgets.cursor_view import CursorView
from tui.app.widgets.line_input import LineInput
from tui.reading.linklist import PageLink, matching_links


class LinkUse(Enum):
    """What is done with a link."""

    FOLLOW = "follow"
    BROWSER = "browser"
    COPY = "copy"


class LinkChoice(Struct, frozen=True):
    """A link that was picked, and what to do with it."""

    link: PageLink
    use: LinkUse


class LinksDialog(Dialog[LinkChoice | None]):
    """Lists links; gives the picked one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Cancel"),
        Binding("q", "dismiss(None)", show=False),
        Binding("down,j", "row('next')", show=False),
        Binding("up,k", "row('previous')", show=False),
        Binding("pagedown,space", "row('page_on')", show=False),
        Binding("pageup,b", "row('page_back')", show=False),
        Binding("home,g", "row('top')", show=False),
        Binding("end,G", "row('bottom')", show=False),
        Binding("enter", "pick('follow')", show=False),
        Binding("o", "pick('browser')", show=False),
        Binding("y", "pick('copy')", show=False),
        Binding("slash", "sift", show=False),
    ]

    def __init__(self, links: Sequence[PageLink], glyphs: Glyphs) -> None:
        super().__init__()
        self._links = links
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The rows, a line to sift them by, and the keys."""
        with Vertical(id="links", classes="dialog"):
            yield Static(self._title(len(self._links)), id="links-title", classes="dialog-title")
            yield LineInput(placeholder="/ filters by words, addresses, authors or numbers")
            yield PickList(self._rows(self._links), self._glyphs, id="links-list")
            keys = "enter follows · o browser · y copies · / filters · esc closes"
            yield Static(keys, classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin in the list, where letters are keys."""
        self.query_one(PickList).focus()

    def _rows(self, links: Sequence[PageLink]) -> list[LinkRow]:
        return [LinkRow(link, self._glyphs) for link in links]

    def _title(self, listed: int) -> Content:
        """How many links are listed, and how many of the page lead elsewhere."""
        whole = len(self._links)
        some = f"{listed} of {whole}" if listed < whole else str(whole)
        outward = sum(link.external for link in self._links)
        sign = f" · {self._glyphs.external} {outward} to other sites" if outward else ""
        return Content(f"Links · {some}{sign}")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        links = matching_links(self._links, event.value)
        self.query_one(PickList).show_rows(self._rows(links))
        self.query_one("#links-title", Static).update(self._title(len(links)))

    def action_sift(self) -> None:
        """Type to filter."""
        self.query_one(Input).focus()

    def action_leave(self) -> None:
        """Show all again and go back to the list; from there, close."""
        if self.query_one(Input).has_focus:
            self.query_one(Input).value = ""
            self.query_one(PickList).focus()
        else:
            self.dismiss(None)

    def action_row(self, way: str) -> None:
        """Go to another row."""
        getattr(self.query_one(PickList), f"action_{way}")()

    @on(Input.Submitted)
    def _sifted(self) -> None:
        """What is left is chosen from by keys; where that is one link, it is followed."""
        rows = self.query_one(PickList)
        if len(rows.stack.items) == 1:
            self.action_pick(LinkUse.FOLLOW.value)
        else:
            rows.focus()

    @on(CursorView.Chosen)
    def _clicked(self) -> None:
        """A second click follows."""
        self.action_pick(LinkUse.FOLLOW.value)

    def action_pick(self, use: str) -> None:
        """Pick the link under the cursor."""
        row = self.query_one(PickList).current
        if isinstance(row, LinkRow):
            self.dismiss(LinkChoice(row.link, LinkUse(use)))
