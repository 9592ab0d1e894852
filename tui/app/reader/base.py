"""The panes of a reading screen: an article beside its comments, which of them are in sight."""

from __future__ import annotations

from msgspec.structs import replace
from textual.geometry import Offset
from textual.layout import Layout
from textual.reactive import Reactive
from textual.widget import Widget

from tui.app.layout.panes import Arrangement, Part, Side
from tui.app.services import Services
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.bars import KeyBar
from tui.app.widgets.calm import CalmScreen
from tui.app.widgets.dragging import DraggableView
from tui.app.widgets.panes import PanesLayout
from tui.app.widgets.thread_map import ThreadMap
from tui.app.widgets.thread_pane import ThreadPane
from tui.model import Page


class ReadingScreen(CalmScreen):
    """A screen with an article and its comments; what can be done with them are its features.

    Attributes:
        services: The stores.
        page: The page that is shown.
        source: What it was opened by.
        article: The article pane.
        thread: The thread pane.
        key_bar: The keys that apply now.
        is_copy: Whether the page is a copy from the library.
        is_stub: Whether it is only what a draft kept of it.
    """

    is_copy = False
    is_stub = False

    # What has the focus, and what had it, draw themselves anew; all else looks as before.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, services: Services, page: Page, source: str) -> None:
        super().__init__()
        self.services = services
        self.page = page
        self.source = source
        wishes = services.preferences.reading
        self.article = ArticlePane(page, max_text=wishes.article_width)
        self.thread = ThreadPane(page, max_text=wishes.comment_width, read_after=wishes.read_after)
        self.thread.reading.sort(wishes.order)
        self.key_bar = KeyBar(services.keymap, id=Part.KEYS)
        self._panes = PanesLayout(Arrangement(alone=self.thread.reading.is_empty))
        self._map: ThreadMap | None = None

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

    def thread_shown(self) -> None:
        """Other comments or drafts are shown: give the room of an empty thread to the article."""
        self.tell_map()
        self.arrange_panes(replace(self.arrangement, alone=self.thread.reading.is_empty))

    def show_pane(self, pane: ArticlePane | ThreadPane) -> None:
        """Bring a pane into sight and give it the focus."""
        side = Side.RIGHT if pane is self.thread else Side.LEFT
        self.arrange_panes(replace(self.arrangement, shown=side))
        if pane.focusable:
            self.set_focus(pane)  # at once, so that the next key is its own
        else:
            pane.focus()

    def show_comment(self, index: int) -> None:
        """Bring a comment into sight and put the cursor on it."""
        self.show_pane(self.thread)
        self.thread.go_to(index)

    def update_titles(self) -> None:
        """Show where one is; the screen that has titles says how."""

    def show_page(self, page: Page, told: str | None = None) -> None:
        """Show the page as it is now; the screen with all of it says how.

        Args:
            page: The page.
            told: What to tell of it; how many comments are new, where that is None.
        """

    def take_count(self) -> int:
        """The count before the key, for the pane that has it; both have the same one."""
        return (self.thread if self.thread.has_count else self.article).take_count()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is at a cell; of article and comments, the line of their text."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        return widget, widget.offset_at(x, y) if isinstance(widget, DraggableView) else offset

    # The map

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
