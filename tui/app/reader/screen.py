"""Reading a page: the article beside its comments, and a place to write between them."""

from __future__ import annotations

import gc
from typing import ClassVar

from msgspec.structs import replace
from textual import events, on, work
from textual._styles_cache import StylesCache
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from tui.app.actions import Scope, bindings
from tui.app.layout.article import reading_minutes
from tui.app.layout.comments import CommentItem, DraftItem, count
from tui.app.layout.panes import WITH_MAP, Part
from tui.app.messages import BackAsked
from tui.app.reader.featured import FeaturedScreen
from tui.app.services import Services
from tui.app.widgets.bars import PaneTitle, TitleBar
from tui.app.widgets.panes import Edge
from tui.errors import SourceError
from tui.fetch import Opened
from tui.model import Page
from tui.reading.dates import date_text

_WIDER = 4
"""The cells by which a key makes a text column wider."""

_WRITING = frozenset({Scope.COMPOSER, Scope.PREVIEW})


class ReaderScreen(FeaturedScreen):
    """Shows one page."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.READER)
    scope = Scope.READER

    class Drawn(Message):
        """The page is on the screen for the first time.

        Attributes:
            opened: The page and its source.
        """

        def __init__(self, opened: Opened) -> None:
            super().__init__()
            self.opened = opened

    def __init__(self, services: Services, opened: Opened, draft_id: str | None = None) -> None:
        super().__init__(services, opened, draft_id)
        self._unkept: Opened | None = opened
        self._was_shown = False
        self._minutes = _minutes(opened.page)
        self._title_bar = TitleBar(opened.page.article.title or "Untitled page", "", id=Part.TITLE)
        self._tabs, self._thread_title = PaneTitle(id=Part.TABS), PaneTitle(id=Part.THREAD_TITLE)

    def compose(self) -> ComposeResult:
        """Title, panes, keys."""
        yield self._title_bar
        yield self._tabs
        yield self.article
        yield Edge(id=Part.DIVIDER)
        yield self._thread_title
        yield self.thread
        if self.app.size.width >= WITH_MAP:
            yield self.new_map()
        yield self.key_bar

    def on_mount(self) -> None:
        """Begin in the article."""
        self.article.when_moved = self.thread.when_moved = self.update_titles
        self.set_focus(self.article)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Draw the page before anything is read."""
        event.refresh_styles &= self._was_shown  # all was styled a moment ago, else
        self._was_shown = True
        self.call_after_refresh(self._came_into_sight)

    def _came_into_sight(self) -> None:
        """Read what may have changed meanwhile; at first have the page kept, too."""
        gc.freeze()  # keeps the page out of the collector's rounds, which a key would wait for
        self.drafts.read()
        self.bookmark.read()
        if self._unkept is not None:
            self.arrival.begin()
            self.post_message(self.Drawn(self._unkept))
            self._unkept = None

    def on_resize(self, event: events.Resize) -> None:
        """Have the map where there is room for it, and what depends on the width."""
        if event.size.width >= WITH_MAP and self.thread_map is None:
            self.mount(self.new_map())
            self.tell_map()
        self.panes_arranged()

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
        kept = "kept copy" if self.is_copy else ""
        stub = "kept by your draft" if self.is_stub else ""
        pages = f"{len(self.page.joined) + 1} pages" if self.page.joined else ""
        size = (self._minutes, pages, comments)
        told = (self.bookmark.told(), kept, stub, self.page.site, date, *size)
        return " · ".join(filter(None, told))

    def on_unmount(self) -> None:
        """The last words are on disk before the screen goes, and then where the reader was."""
        gc.unfreeze()
        StylesCache.get_inner_outer.cache_clear()  # which would keep all that was drawn of the page
        self.desk.leave()
        self.arrival.leave()

    # Panes

    def action_switch_pane(self) -> None:
        """To the other pane; while writing, to the text and back."""
        if self.composer is not None:
            self.desk.go_round(self.composer)
        else:
            self.show_pane(self.article if self.focused is self.thread else self.thread)

    def action_zoom(self) -> None:
        """One pane over the whole width, and back."""
        if self.composer is None:
            self.arrange_panes(replace(self.arrangement, zoomed=not self.arrangement.zoomed))

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
        is_thread = event.control.id == Part.THREAD_TITLE or event.number
        self.show_pane(self.thread if is_thread else self.article)

    def panes_arranged(self) -> None:
        """Show what is answered where that is out of sight, and titles as tabs or over panes."""
        self.desk.pin_answered()
        self.update_titles()

    def update_titles(self) -> None:
        """Show where one is in each pane."""
        if not self.key_bar.is_attached:  # the screen is closing, or not there yet
            return
        thread, article = self.thread, self.article
        on_thread = self.focused is thread
        unread = thread.reading.marks.unread
        left = f"{unread} unread" if unread else ""
        place = (self.whole.progress,) if self.whole.is_coming else (thread.position, left)
        facts = filter(None, (*place, *self.sieve.sifted))
        tabs = (
            ("Article", article.position, self.focused is article),
            ("Comments", " · ".join(facts), on_thread),
        )
        self._title_bar.show_facts(self._facts())
        is_single = self.arrangement.is_single(self.size.width)
        self._tabs.show(tabs if is_single else tabs[:1])
        self._thread_title.show(tabs[1:])
        self.key_bar.show_titles(self._key_titles())
        if thread.comment is not None and self.thread_map is not None:
            self.thread_map.follow(thread.thread.comments[thread.comment].key)

    def _key_titles(self) -> dict[str, str]:
        """What keys do at the moment, in the words of the footer, where that is not the usual."""
        titles: dict[str, str] = {} if self.whole.is_offered else {"reader.whole": ""}
        if self.whole.is_coming:
            titles |= {"reader.whole": "", "reader.go_back": "Stop"}
        elif self.search.found is not None:
            titles |= {"reader.find_next": "Next match", "reader.go_back": "End search"}
        elif self.sieve.is_sifting:
            titles["reader.go_back"] = "Show all"
        elif self.arrangement.zoomed:
            titles["reader.go_back"] = "Unzoom"
        if self.search.found is None and not len(self.thread.thread):
            titles["reader.find_next"] = ""  # there is none that could be unread
        if not self.article.has_headings:
            titles["article.heading_next"] = ""
        item = self.thread.current
        if item is None:
            titles |= dict.fromkeys(("thread.fold", "thread.next", "thread.parent"), "")
        elif isinstance(item, DraftItem):
            titles["thread.fold"] = "Write on"
        elif isinstance(item, CommentItem) and item.index in self.thread.reading.folded:
            titles["thread.fold"] = "Open"
        return titles

    def set_focus(
        self,
        widget: Widget | None,
        scroll_visible: bool = True,  # noqa: FBT001, FBT002 -- as Textual calls it
        from_app_focus: bool = False,  # noqa: FBT001, FBT002 -- as said
    ) -> None:
        """Show the keys that apply at once, in the frame that shows where they go."""
        before = self.focused
        super().set_focus(widget, scroll_visible, from_app_focus)
        if self.focused is before:
            return
        scope = getattr(self.focused, "scope", None)
        if isinstance(scope, Scope):
            scopes = (scope,) if scope in _WRITING else (scope, Scope.READER, Scope.APP)
            self.key_bar.show(scopes)
        self.update_titles()

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

    def show_page(self, page: Page, told: str | None = None) -> None:
        """Show the page as it is now."""
        self.page = page
        self._minutes = _minutes(page)
        self.article.show_page(page)
        new = self.visit.revisit(page)
        self.mutes.show()
        if self.sieve.is_sifting:
            self.sieve.sift()
        self.drafts.show()
        self.dispatch.look_for_own()
        self.update_titles()
        told = told or count(new, "new comment") or "No new comments."
        self.notify(told, timeout=3 + len(told) / 20, markup=False)

    def action_go_back(self) -> None:
        """Back to the page before."""
        if self.composer is not None:
            self.set_focus(self.composer.front)
        elif self.whole.is_coming:
            self.whole.give_up()
        elif self.search.found is not None:
            self.search.clear()
        elif self.sieve.is_sifting:
            self.sieve.show_all()
        elif self.arrangement.zoomed:
            self.action_zoom()
        else:
            self.post_message(BackAsked())


def _minutes(page: Page) -> str:
    """How long the article takes to read."""
    return f"{reading_minutes(page)} min" if page.article.blocks else ""
