"""A text area for prose, which has long lines: it draws only those rows anew that changed.

Textual's draws every row in sight with every key, and for each row takes the whole line apart that
the row is a part of. A paragraph of a few thousand characters is one line here.
"""

from __future__ import annotations

from collections.abc import Collection

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.document._document import Location
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widgets import TextArea

from tui.app.widgets.calm import CalmView
from tui.app.widgets.prose_rows import Look, Row, Rows, Spans

_KEPT_ROWS = 512


class ProseArea(TextArea, CalmView):  # Textual styles by the first base alone
    """A wrapped text area without line numbers and without what only code needs."""

    def __init__(self, text: str, *, id: str, max_checkpoints: int) -> None:  # noqa: A002 -- Textual's
        super().__init__(
            text,
            id=id,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            max_checkpoints=max_checkpoints,
        )
        self._strips: LRUCache[Row, Strip] = LRUCache(_KEPT_ROWS)
        self._shown: dict[int, Row | None] = {}
        self._is_outdated = False
        self._drawing: Rows | None = None
        self._look: Look | None = None
        self.disable_messages(TextArea.SelectionChanged)  # which nobody waits for
        self._wrapped_to = -1

    def marked(self, _line: str) -> Spans:
        """The stretches of a line that are marked."""
        return ()

    def marking(self) -> Style:
        """The look of what is marked."""
        return Style.null()

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """None: brackets in prose are not looked for through the whole text with every key."""
        del bracket, search_from
        return None

    def notify_style_update(self) -> None:
        """Draw all rows again in other colours."""
        self._shown.clear()
        self._look = None
        super().notify_style_update()

    def load_text(self, text: str) -> None:
        """Have another text, wrapped to the width that is known."""
        super().load_text(text)
        self._wrapped_to = self.wrap_width

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew only where the rows are longer or shorter now; keep the cursor in sight."""
        if self._wrapped_to == self.wrap_width:
            event.prevent_default()
        self._wrapped_to = self.wrap_width
        self.call_after_refresh(self.scroll_cursor_visible)

    def _refresh_size(self) -> None:
        """Have another number of rows to scroll through.

        The room for the scroll bar is kept always, so that another row needs no new layout of the
        screen, which Textual would make.
        """
        size = Size(0, self.wrapped_document.height)
        if self.show_vertical_scrollbar and self.size.height:
            self.set_reactive(ProseArea.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            self.refresh()
        else:
            self.virtual_size = size

    def _set_dirty(self, *regions: Region) -> None:
        """Have some regions drawn anew; of the whole area, only the rows that look otherwise."""
        is_whole = not regions or regions == (self.size.region,)  # which is how it scrolls
        if not is_whole or self.styles.gutter:
            super()._set_dirty(*regions)
        else:
            self._is_outdated = True

    def _exchange_repaint_regions(self) -> Collection[Region]:
        if self._is_outdated:
            self._set_changed_dirty(self._rows())
        return super()._exchange_repaint_regions()

    def _set_changed_dirty(self, rows: Rows) -> None:
        """Find the rows that look otherwise by now."""
        self._is_outdated = False
        width, height = self.scrollable_content_region.size
        for y in range(height):
            row = rows.row(y)
            if row is None or row != self._shown.get(y):
                super()._set_dirty(Region(0, y, width, 1))

    # Its rows

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the area, which other widgets may be drawn with."""
        self._drawing = rows = self._rows()
        if self._is_outdated:
            self._set_changed_dirty(rows)
        try:
            return CalmView.render_lines(self, crop)  # a text area asks the style sheet again
        finally:
            self._drawing = None

    def render_line(self, y: int) -> Strip:
        """A row of the widget."""
        self._shown[y] = row = (self._drawing or self._rows()).row(y)
        if row is None:
            return super().render_line(y)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = row.strip(self.app.console)
        return strip

    def _rows(self) -> Rows:
        """The rows as they are now."""
        if self._look is None:
            self._look = self._look_now()
        look = self._look._replace(width=self.scrollable_content_region.width)
        return Rows(
            self.document,
            self.wrapped_document,
            self.scroll_offset.y,
            self.selection,
            self._draw_cursor,
            self.marked,
            look,
        )

    def _look_now(self) -> Look:
        """The look of all rows, as the style sheet has it."""
        theme = self._theme
        theme.apply_css(self)
        is_line_marked = self.highlight_cursor_line and self._has_cursor
        return Look(
            0,
            theme.base_style or self.rich_style,
            theme.cursor_line_style if is_line_marked else None,
            theme.selection_style,
            theme.cursor_style,
            self.marking(),
        )
