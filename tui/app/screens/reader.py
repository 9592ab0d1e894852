"""Reading a page: the article beside its comments, and a place to write between them."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.css.query import NoMatches

from tui.app.actions import Scope, bindings
from tui.app.dialogs.ask import HintPrompt
from tui.app.layout.article import reading_minutes
from tui.app.layout.comments import count, date_text
from tui.app.layout.hints import hint_labels
from tui.app.layout.stack import Anchor
from tui.app.links import comment_at, same_page
from tui.app.messages import BackAsked, OpenAsked
from tui.app.screens.desk import DeskScreen
from tui.app.services import Services
from tui.app.widgets.bars import KeyBar, PaneTitle, TitleBar
from tui.app.widgets.composer import ReplyText
from tui.app.widgets.line_view import Hint, LineView
from tui.app.widgets.thread_map import ThreadMap
from tui.app.widgets.thread_pane import ThreadPane
from tui.errors import SourceError
from tui.fetch import Opened
from tui.model import Page
from tui.store.library import ReadingPlace

TWO_PANES = 100
"""From this many columns on, article and comments stand side by side."""


class ReaderScreen(DeskScreen):
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

    def compose(self) -> ComposeResult:
        """Title, panes, keys."""
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
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin in the article, or at the comment that the address names."""
        self.add_class("show-article")
        self.set_focus(self.article)
        self.read_drafts()
        self.call_after_refresh(self._go_to_place)

    def _facts(self) -> str:
        article = self.page.article
        minutes = f"{reading_minutes(self.page)} min" if article.blocks else ""
        stated = self.page.thread.stated_count if self.page.thread is not None else None
        found = len(self.page.thread or ())
        comments = count(found, "comment") or "no comments"
        if stated is not None and stated > found:
            comments = f"{found} of {count(stated, 'comment') or '0 comments'}"
        date = date_text(article.published)
        return " · ".join(filter(None, (self.page.site, date, minutes, comments)))

    @work(thread=True)
    def _go_to_place(self) -> None:
        """Go to where the reader left the page, or to the comment that was asked for."""
        place = self.services.place(self.page)
        self.app.call_from_thread(self._show_place, place)

    def _show_place(self, place: ReadingPlace | None) -> None:
        if place is not None:
            self.thread.restore_place(place.folded, place.comment)
            if place.block is not None:
                self.article.restore(0, Anchor(place.block, place.at))
        self._go_to_fragment()

    def on_unmount(self) -> None:
        """Keep where the reader was."""
        block = self.article.place()[1]
        place = ReadingPlace(
            self.thread.folded,
            self.thread.cursor_key,
            block.key if block else None,
            block.at if block else 0,
        )
        self.services.keep_place(self.page, place)

    def _go_to_fragment(self) -> None:
        if self.fragment and self.page.thread:
            index = comment_at(self.page.thread, self.fragment)
            if index is None:
                self.app.notify("The page has no comment of that name.", markup=False)
            else:
                self.show_pane(self.thread)
                self.thread.go_to(index)

    # Panes

    def action_switch_pane(self) -> None:
        """To the other pane; while writing, to the text and back."""
        composer = self.composer
        if composer is not None:
            if isinstance(self.focused, ReplyText):
                self.show_pane(self.reading_pane())
            else:
                composer.text.focus()
        else:
            self.show_pane(self.article if self.focused is self.thread else self.thread)

    def action_zoom(self) -> None:
        """One pane over the whole width, and back."""
        if self.composer is None:
            self.toggle_class("-zoomed")

    @on(PaneTitle.Chosen)
    def _tab_chosen(self, event: PaneTitle.Chosen) -> None:
        """Show the pane whose title was clicked."""
        number = event.number
        self.show_pane(self.thread if number else self.article)

    @on(LineView.Moved)
    @on(ThreadPane.CursorMoved)
    def update_titles(self) -> None:
        """Show where one is in each pane."""
        try:
            thread, article, thread_map = self.thread, self.article, self.query_one(ThreadMap)
        except NoMatches:  # a message from a screen that is closing
            return
        on_thread = self.focused is thread
        tabs = (
            ("Article", article.position, self.focused is article),
            ("Comments", thread.position or str(len(thread.thread)), on_thread),
        )
        self.query_one("#tabs", PaneTitle).show(tabs)
        self.query_one("#article-title", PaneTitle).show(tabs[:1])
        self.query_one("#thread-title", PaneTitle).show(tabs[1:])
        if thread.comment is not None:
            thread_map.follow(thread.thread.comments[thread.comment].key)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys that apply."""
        scope = getattr(event.widget, "scope", None)
        if isinstance(scope, Scope):
            scopes = (scope,) if scope is Scope.COMPOSER else (scope, Scope.READER, Scope.APP)
            self.query_one(KeyBar).show(scopes)
        self.update_titles()

    @on(ThreadMap.Picked)
    def _map_picked(self, event: ThreadMap.Picked) -> None:
        index = self.thread.thread.index_of(event.key)
        if index is not None:
            self.thread.go_to(index)

    # Links

    def action_hint(self) -> None:
        """Follow a link in sight."""
        self._ask_hint(in_browser=False)

    def action_hint_browser(self) -> None:
        """Open a link in sight in the browser."""
        self._ask_hint(in_browser=True)

    def _ask_hint(self, *, in_browser: bool) -> None:
        panes = [pane for pane in (self.article, self.thread) if pane.region.width]
        links = [(pane, *link) for pane in panes for link in pane.links_in_sight()]
        if not links:
            self.app.notify("There is no link in sight.", markup=False)
            return
        labels = hint_labels(len(links))
        hints = {
            label: (pane, Hint(label, href, y, x))
            for label, (pane, y, x, href) in zip(labels, links, strict=True)
        }
        for pane in panes:
            pane.show_hints(tuple(hint for owner, hint in hints.values() if owner is pane))

        def typed(label: str | None) -> None:
            for pane in panes:
                pane.show_hints(())
            if label is not None:
                self.follow(hints[label][1].href, in_browser=in_browser)

        self.app.push_screen(HintPrompt(frozenset(hints)), typed)

    @on(LineView.LinkFollowed)
    def _link_clicked(self, event: LineView.LinkFollowed) -> None:
        self.follow(event.href, in_browser=False)

    def follow(self, href: str, *, in_browser: bool) -> None:
        """Go where a link leads: a comment of this page, another page, or the browser."""
        fragment = same_page(self.page, href)
        if fragment is not None and not in_browser:
            self.fragment = fragment
            self._go_to_fragment()
        elif in_browser or href.startswith("mailto:"):
            self.open_in_browser(href)
        else:
            self.post_message(OpenAsked(href))

    def open_in_browser(self, url: str | None) -> None:
        """Hand an address to the browser."""
        if url is None or url.startswith("#"):
            self.app.notify("The page names no address for this.", markup=False)
        else:
            self.app.open_url(url)
            self.app.notify(f"Handed to the browser: {url}", markup=False)

    def action_page_browser(self) -> None:
        """Open the page in the browser."""
        self.open_in_browser(self.page.canonical or self.page.url)

    @on(ThreadPane.BrowserAsked)
    def _comment_in_browser(self, event: ThreadPane.BrowserAsked) -> None:
        self.open_in_browser(event.comment.permalink or self.page.canonical or self.page.url)

    # Reading again, going back

    @work(exclusive=True, group="reload")
    async def action_reload(self) -> None:
        """Read the page again; folds, place and drafts stay."""
        self.app.notify("Reading the page again …", timeout=2, markup=False)
        try:
            opened = await self.services.open(self.source, None, lambda _came, _of: None)
        except SourceError as error:
            self.app.notify(str(error), severity="error", markup=False)
            return
        self.show_page(opened.page)

    def show_page(self, page: Page) -> None:
        """Show the page as it is now."""
        before = {comment.key for comment in self.page.thread.comments} if self.page.thread else {}
        self.page = page
        self.article.show_page(page)
        self.thread.show_page(page)
        self.show_drafts()
        new = sum(comment.key not in before for comment in self.thread.thread.comments)
        self.app.notify(count(new, "new comment") or "No new comments.", timeout=3, markup=False)

    def action_go_back(self) -> None:
        """Back to the page before."""
        if self.composer is not None:
            self.composer.text.focus()
        elif self.has_class("-zoomed"):
            self.remove_class("-zoomed")
        else:
            self.post_message(BackAsked())
