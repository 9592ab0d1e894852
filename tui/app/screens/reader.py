"""Reading a page: the article beside its comments, and a place to write between them."""

from __future__ import annotations

import gc
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.css.query import NoMatches

from tui.app.actions import Scope, bindings
from tui.app.layout.article import reading_minutes
from tui.app.layout.comments import count
from tui.app.layout.stack import Anchor
from tui.app.messages import BackAsked
from tui.app.screens.rereading import RereadingScreen
from tui.app.services import Services
from tui.app.widgets.bars import KeyBar, PaneTitle, TitleBar
from tui.app.widgets.thread_map import ThreadMap
from tui.errors import SourceError
from tui.fetch import Opened
from tui.model import Page
from tui.reading.dates import date_text
from tui.reading.visits import Visits
from tui.store.library import ReadingPlace

_WIDER = 4
"""The cells by which a key makes a text column wider."""

MAX_DIGITS = 6
"""A number before a key has no more digits; further ones are ignored."""

_WRITING = frozenset({Scope.COMPOSER, Scope.PREVIEW})

TWO_PANES = 100
"""From this many columns on, article and comments stand side by side."""


class ReaderScreen(RereadingScreen):
    """Shows one page."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.READER)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 -- Textual declares it for instances
        (0, "-narrow"),
        (60, "-single"),
        (TWO_PANES, "-double"),
        (160, "-wide"),
    ]

    def __init__(self, services: Services, opened: Opened, draft_id: str | None = None) -> None:
        super().__init__(services, opened.page, opened.source, draft_id)
        self.fragment = opened.fragment
        self.is_copy = opened.is_copy
        self.is_stub = opened.is_stub
        self._minutes = _minutes(opened.page)
        self._counted = ""
        self._counting = False
        self.add_class("show-article", update=False)

    def compose(self) -> ComposeResult:
        """Title, panes, keys."""
        width = self.app.size.width
        if width >= TWO_PANES:  # or the first size that is told would style all of it anew
            fits = [name for least, name in self.HORIZONTAL_BREAKPOINTS if width >= least]
            self.add_class(fits[-1], update=False)
        yield TitleBar(self.page.article.title or "Untitled page", self._facts())
        yield PaneTitle(id="tabs")
        with Horizontal(id="body"):
            with Vertical(id="left", classes="side"), Vertical(classes="frame"):
                yield PaneTitle(id="article-title", classes="pane-title")
                yield self.article
            with Vertical(id="right", classes="side"), Vertical(classes="frame"):
                yield PaneTitle(id="thread-title", classes="pane-title")
                yield self.thread
            yield ThreadMap()
        yield KeyBar(self.services.keymap)

    def on_mount(self) -> None:
        """Begin in the article, or at the comment that the address names."""
        self.article.when_moved = self.thread.when_moved = self.update_titles
        self.set_focus(self.article)
        self.read_drafts()
        self.call_after_refresh(self._go_to_place)

    def on_screen_resume(self) -> None:
        """Keep the page out of the garbage collector's rounds, which a key would wait for."""
        self.call_after_refresh(gc.freeze)

    def _facts(self) -> str:
        article = self.page.article
        stated = self.page.thread.stated_count if self.page.thread is not None else None
        found = len(self.page.thread or ())
        new = self.thread.reading.marks.new
        comments = count(found, "comment") or "no comments"
        if stated is not None and stated > found:
            comments = f"{found} of {count(stated, 'comment') or '0 comments'}"
        comments += f", {new} new" if new else ""
        date = date_text(article.published)
        facts = (*self.standing(), self.page.site, date, self._minutes, comments)
        return " · ".join(filter(None, facts))

    @work(thread=True)
    def _go_to_place(self) -> None:
        """Go to where the reader left the page, or to the comment that was asked for."""
        services, page = self.services, self.page
        if self.is_stub:
            return
        place, visits, muted = services.place(page), services.visit(page), services.muted()
        self.app.call_from_thread(self._show_place, place, visits, muted)

    def _show_place(
        self, place: ReadingPlace | None, visits: Visits, muted: frozenset[str]
    ) -> None:
        if place is not None:  # a pane in which the reader has moved already stays there
            comment = place.comment if self.thread.is_at_first else None
            self.thread.restore_place(place.folded, comment)
            if place.block is not None and not self.article.scroll_offset.y:
                self.article.restore(0, Anchor(place.block, place.at))
        self.arrive(visits, muted)
        self.update_titles()
        self.go_to_fragment()

    def on_unmount(self) -> None:
        """Keep where the reader was."""
        gc.unfreeze()
        if self.is_stub:
            return
        block = self.article.place()[1]
        place = ReadingPlace(
            self.thread.reading.keys(self.thread.reading.folded),
            self.thread.cursor_key,
            block.key if block else None,
            block.at if block else 0,
        )
        self.services.keep_place(self.page, place)
        self.keep_visits()
        gc.unfreeze()

    # Counts

    def on_key(self, event: events.Key) -> None:
        """Collect a number that is typed before a key, for that key alone."""
        digit = event.character if event.character and event.character in "0123456789" else ""
        if not digit:
            if not self._counting:
                self._count("")
            self._counting = False
            self.query_one(KeyBar).show_count("")
        elif not self.is_writing and (digit != "0" or self._counted):
            event.stop()
            event.prevent_default()
            self._count((self._counted if self._counting else "") + digit)
            self._counting = True

    def _count(self, digits: str) -> None:
        self._counted = digits[:MAX_DIGITS]
        for pane in (self.article, self.thread):
            pane.count = int(self._counted) if self._counted else None
        self.query_one(KeyBar).show_count(self._counted)

    # Panes

    def action_switch_pane(self) -> None:
        """To the other pane; while writing, to the text and back."""
        if self.composer is not None:
            self.go_round(self.composer)
        else:
            self.show_pane(self.article if self.focused is self.thread else self.thread)

    def action_zoom(self) -> None:
        """One pane over the whole width, and back."""
        if self.composer is None:
            self.toggle_class("-zoomed")

    def action_wider(self) -> None:
        """A wider text column in the pane that has the focus."""
        self._widen(_WIDER)

    def action_narrower(self) -> None:
        """A narrower text column in the pane that has the focus."""
        self._widen(-_WIDER)

    def _widen(self, by: int) -> None:
        pane = self.thread if self.focused is self.thread else self.article
        pane.widen(by * pane.take_count())
        self.notify(f"Text at most {pane.max_text} wide.", timeout=2, markup=False)

    @on(PaneTitle.Chosen)
    def _tab_chosen(self, event: PaneTitle.Chosen) -> None:
        """Show the pane whose title was clicked."""
        number = event.number
        self.show_pane(self.thread if number else self.article)

    def update_titles(self) -> None:
        """Show where one is in each pane."""
        try:
            thread, article, thread_map = self.thread, self.article, self.query_one(ThreadMap)
        except NoMatches:  # a message from a screen that is closing
            return
        on_thread = self.focused is thread
        unread = thread.reading.marks.unread
        facts = filter(None, (thread.position, f"{unread} unread" if unread else "", *self.sifted))
        tabs = (
            ("Article", article.position, self.focused is article),
            ("Comments", " · ".join(facts), on_thread),
        )
        self.query_one(TitleBar).show_facts(self._facts())
        self.query_one("#tabs", PaneTitle).show(tabs)
        self.query_one("#article-title", PaneTitle).show(tabs[:1])
        self.query_one("#thread-title", PaneTitle).show(tabs[1:])
        if thread.comment is not None:
            thread_map.follow(thread.thread.comments[thread.comment].key)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys that apply."""
        scope = getattr(event.widget, "scope", None)
        if isinstance(scope, Scope):
            scopes = (scope,) if scope in _WRITING else (scope, Scope.READER, Scope.APP)
            self.query_one(KeyBar).show(scopes)
        self.update_titles()

    @on(ThreadMap.Picked)
    def _map_picked(self, event: ThreadMap.Picked) -> None:
        index = self.thread.thread.index_of(event.key)
        if index is not None:
            self.thread.jump_to(index)

    # Reading again, going back

    @work(exclusive=True, group="reload")
    async def action_reload(self) -> None:
        """Read the page again; folds, place and drafts stay."""
        self.app.notify("Reading the page again …", timeout=2, markup=False)
        try:
            opened = await self.services.open(self.source, None, lambda _came, _of: None, anew=True)
        except SourceError as error:
            self.app.notify(str(error), severity="error", markup=False)
            return
        self.is_copy, self.is_stub = opened.is_copy, opened.is_stub
        self.show_page(opened.page)

    def show_page(self, page: Page) -> None:
        """Show the page as it is now."""
        self.page = page
        self._minutes = _minutes(page)
        self.article.show_page(page)
        new = self.revisit(page)
        self.show_drafts()
        self.look_for_own()
        self.update_titles()
        self.app.notify(count(new, "new comment") or "No new comments.", timeout=3, markup=False)

    def action_go_back(self) -> None:
        """Back to the page before."""
        if self.composer is not None:
            self.composer.text.focus()
        elif self.found is not None:
            self.clear_search()
        elif self.wanted is not None or self.hides_read:
            self.show_all()
        elif self.has_class("-zoomed"):
            self.remove_class("-zoomed")
        else:
            self.post_message(BackAsked())


def _minutes(page: Page) -> str:
    """How long the article takes to read."""
    return f"{reading_minutes(page)} min" if page.article.blocks else ""
