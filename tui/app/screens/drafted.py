"""The part of a reading screen that knows the drafts of its page, and where they stand."""

from __future__ import annotations

from textual import events, on
from textual.layout import Layout
from textual.reactive import Reactive
from textual.timer import Timer
from textual.widget import Widget

from tui.app.layout.drafts import draft_nodes, own_comments
from tui.app.layout.panes import Arrangement, Side
from tui.app.messages import DraftSaved
from tui.app.services import Services
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.calm import CalmScreen
from tui.app.widgets.panes import PanesLayout
from tui.app.widgets.thread_map import ThreadMap
from tui.app.widgets.thread_pane import ThreadPane
from tui.errors import DraftError
from tui.model import Page
from tui.reading.anchoring import Change
from tui.reading.naming import PageNames, names_of
from tui.store.draft import Draft
from tui.store.drafts import DraftStore
from tui.store.placing import Placed, Placing

_SHOW_AFTER = 2.0
"""Seconds without a key after which the tree shows what is written by then."""


class DraftedScreen(CalmScreen):
    """A screen with an article, its comments, and the drafts among these.

    Attributes:
        services: The stores.
        page: The page that is shown.
        source: What it was opened by.
        article: The article pane.
        thread: The thread pane.
        placed: The drafts of the page, and where they stand.
        opens_to_write: Whether the draft that the page is opened for is gone on with at once.
    """

    opens_to_write = True

    def __init_subclass__(cls, *, is_whole: bool = False) -> None:
        """Textual looks through all names of a class, of which only the whole screen has need."""
        if is_whole:
            super().__init_subclass__()

    # What has the focus, and what had it, draw themselves anew; all else looks as before.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(
        self, services: Services, page: Page, source: str, draft_id: str | None = None
    ) -> None:
        super().__init__()
        self.services = services
        self.page = page
        self.source = source
        wishes = services.preferences.reading
        self.article = ArticlePane(page, max_text=wishes.article_width)
        self.thread = ThreadPane(page, max_text=wishes.comment_width, read_after=wishes.read_after)
        self.thread.reading.sort(wishes.order)
        self.placed: list[Placed] = []
        self._panes = PanesLayout()
        self._drafts: dict[str, Draft] = {}
        self._places: Placing | None = None
        self._open_draft = draft_id
        self._asked: set[str] = set()
        self._showing: Timer | None = None
        self._map: ThreadMap | None = None
        self._was_shown = False

    # Coming into sight

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Draw the page before anything is read."""
        event.refresh_styles &= self._was_shown  # all was styled a moment ago, else
        self._was_shown = True
        self.call_after_refresh(self.came_into_sight)

    def came_into_sight(self) -> None:
        """Read the drafts: the page is drawn, and what lay on top of it may have changed them."""
        self.read_drafts()

    # Panes

    @property
    def layout(self) -> Layout:
        """The layout of the panes, which no style sheet could tell."""
        return self._panes

    @property
    def arrangement(self) -> Arrangement:
        """Which panes are to be in sight."""
        return self._panes.arrangement

    def arrange_panes(self, arrangement: Arrangement) -> None:
        """Have other panes in sight."""
        if arrangement != self._panes.arrangement:
            self._panes.arrangement = arrangement
            self.article.refresh(repaint=False, layout=True)
            self.panes_arranged()

    def panes_arranged(self) -> None:
        """Other panes are in sight, or on a screen of another width."""

    def show_pane(self, pane: ArticlePane | ThreadPane) -> None:
        """Bring a pane into sight and give it the focus."""
        side = Side.RIGHT if pane is self.thread else Side.LEFT
        self.arrange_panes(self.arrangement._replace(shown=side))
        if pane.focusable:
            self.set_focus(pane)  # at once, so that the next key is its own
        else:
            pane.focus()

    # Drafts

    def read_drafts(self) -> None:
        """Read the page's drafts in a thread and show them."""
        self.run_worker(self._read, thread=True, group="drafts", exit_on_error=False)

    def open_draft(self, draft_id: str, *, writes: bool) -> None:
        """Go to a draft as it is on disk now, perhaps to go on writing it."""
        self._open_draft, self.opens_to_write = draft_id, writes
        self.read_drafts()

    def _read(self) -> None:
        names = names_of(self.page, self.source)
        try:
            drafts = self.services.with_drafts(lambda store: self._read_from(store, names))
            self._placing().place(drafts)  # sought here, where nobody waits for it
        except DraftError as error:
            self._open_draft = None
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
            return
        self.app.call_from_thread(self._show_read, drafts)

    def _read_from(self, store: DraftStore, names: PageNames) -> list[Draft]:
        """The drafts of the page, and the one that it was opened for, whatever it is called now."""
        drafts = store.for_page(names)
        if self._open_draft is not None:
            self._asked.add(self._open_draft)
        others = self._asked - {draft.id for draft in drafts}
        found = (store.glance(draft_id) for draft_id in others)
        return [*drafts, *(draft for draft in found if isinstance(draft, Draft))]

    def _show_read(self, drafts: list[Draft]) -> None:
        before, self._drafts = self._drafts, {draft.id: draft for draft in drafts}
        for draft_id, draft in self._drafts.items():  # one may have been saved since it was read
            known = before.get(draft_id)
            if known is not None and known.changed > draft.changed:
                self._drafts[draft_id] = known
        self.show_drafts()

    def show_drafts(self) -> None:
        """Show the drafts in the tree."""
        thread = self.thread
        drafts = sorted(self._drafts.values(), key=lambda draft: draft.created)
        self.placed = self._placing().place(drafts)
        thread.show_drafts(draft_nodes(self.placed), own_comments(self.placed))
        self.tell_map()

    @property
    def thread_map(self) -> ThreadMap | None:
        """The map of the thread; None where there is no room for it, or the screen is closing."""
        return self._map if self._map is not None and self._map.is_attached else None

    def new_map(self) -> ThreadMap:
        """A map, to be put on the screen."""
        self._map = ThreadMap()
        return self._map

    def tell_map(self) -> None:
        """Tell the thread map, where there is one, how the thread is read now."""
        if self.thread_map is not None:
            self.thread_map.show_reading(self.thread.reading)

    def _placing(self) -> Placing:
        """What finds the places of drafts in the thread as it is now."""
        thread = self.thread.thread
        if self._places is None or self._places.thread is not thread:
            self._places = Placing(thread)
        return self._places

    def has_place_for(self, draft: Draft) -> bool:
        """Whether what a draft answers is not on another page of the same comments."""
        (placed,) = self._placing().place((draft,))
        return placed.anchored is None or placed.anchored.change is not Change.ELSEWHERE

    def placed_draft(self, draft_id: str) -> Placed | None:
        """A draft of the page and where it stands."""
        return next((each for each in self.placed if each.draft.id == draft_id), None)

    def show_draft(self, draft_id: str) -> bool:
        """Put the cursor on a draft, or on the comment that it became; whether it is there."""
        placed = self.placed_draft(draft_id)
        key = placed and (placed.became or placed.parent)
        index = self.thread.thread.index_of(key) if key else None
        self.show_pane(self.thread)
        if index is not None:
            self.thread.go_to(index)
            self.thread.open_comment(self.thread.reading.key(index))
        if placed is not None and placed.became is None:
            self.thread.go_to_draft(draft_id)
        return placed is not None

    def _saved(self, draft: Draft) -> None:
        """A draft was put on disk."""
        self._drafts[draft.id] = draft
        self.show_drafts()

    @on(DraftSaved)
    def _draft_saved(self, event: DraftSaved) -> None:
        """Know a draft that is being written, and show it in the tree once its writer pauses."""
        self._drafts[event.draft.id] = event.draft
        if self._showing is None:
            self._showing = self.set_timer(_SHOW_AFTER, self._show_written)
        else:
            self._showing.reset()

    def _show_written(self) -> None:
        self._showing = None
        self.show_drafts()
