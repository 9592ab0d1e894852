"""What keeps views calm: they draw no more than changes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from msgspec import Struct
from rich.color import Color as RichColor
from rich.style import Style
from textual import events
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

_NO_COLOUR = RichColor.default()


class CalmBar(ScrollBar):
    """A vertical scroll bar of which those rows are drawn that look otherwise.

    Textual sends each cell through a console, which takes longer than to draw the text beside it,
    makes all of them anew for the filters with every frame, and draws the whole bar in a frame of
    its own after each layout.
    """

    _known: tuple[object, list[Strip]] = None, []

    def _set_dirty(self, *regions: Region) -> None:
        """What looks otherwise is known once it is to be drawn."""

    def _exchange_repaint_regions(self) -> Collection[Region]:
        if self.parent is not None:
            self._look_anew()
        return super()._exchange_repaint_regions()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the bar."""
        if self.parent is not None:
            self._look_anew()
        # Else its view was taken away, and the screen that it was on, below a dialog by now, is
        # drawn once more before it is laid out: Textual's own bar cannot be drawn then.
        return _cropped(self._known[1][crop.y : crop.bottom], crop, self.size.width)

    def _look_anew(self) -> None:
        """Make the rows where they are not those that are known; the others go to the screen."""
        bar = cast("ScrollBarRender", self.render())
        look = _Look(
            self.visual_style.rich_style, self.background_colors[1], self.get_line_filters()
        )
        state = (look, self.size, *vars(bar).values())
        if self._known[0] != state:
            before, rows = self._known[1], self._rows(bar, look)
            self._known = state, rows
            width = self.size.width
            others = (y for y, row in enumerate(rows) if before[y : y + 1] != [row])
            for y in others:
                super()._set_dirty(Region(0, y, width, 1))

    def _rows(self, bar: ScrollBarRender, look: _Look) -> list[Strip]:
        colours = self.app.console.get_style(bar.style)
        cells = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=self.size.width,
            back_color=colours.bgcolor or _NO_COLOUR,
            bar_color=colours.color or _NO_COLOUR,
        ).segments
        kinds = {id(cell): cell for cell in cells}  # a handful: those that look the same are one
        rows = {kind: look.drawn(Strip([cell], self.size.width)) for kind, cell in kinds.items()}
        return [rows[id(cell)] for cell in cells]


class _Look(Struct, frozen=True):
    """What lies under the cells of a bar, and what all that is drawn passes through."""

    base: Style
    background: Color
    filters: Sequence[LineFilter]

    def drawn(self, row: Strip) -> Strip:
        """A row as it goes to the screen."""
        return filtered(row.apply_style(self.base), self.background, self.filters)


def filtered(row: Strip, background: Color, filters: Sequence[LineFilter]) -> Strip:
    """A row after all that it passes through on the way to the screen."""
    segments = list(row)
    for line_filter in filters:
        segments = line_filter.apply(segments, background)
    return Strip(segments, row.cell_length)


def _cropped(rows: list[Strip], crop: Region, width: int) -> list[Strip]:
    """Rows of so many cells, or those of their cells that are asked for."""
    is_whole = crop.column_span == (0, width)
    return rows if is_whole else [row.crop(*crop.column_span) for row in rows]


class _Kept(Struct, frozen=True):
    """Rows as they went to the screen, and what they depend on beside their text."""

    drawn_as: tuple[object, ...]
    rows: dict[int, Strip]

    def forget(self, regions: Sequence[Region]) -> None:
        """Keep no rows of these regions; where there are none, keep no rows at all."""
        if not regions:
            self.rows.clear()
        for region in regions:
            for y in region.line_range:
                self.rows.pop(y, None)


class CalmScreen(Screen[None]):
    """A screen that hardly shows behind what stands on it: its own rows are one, made once."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """So many blank rows."""
        blank = Strip.blank(crop.width, self.rich_style)
        row = filtered(blank, self.background_colors[1], self.get_line_filters())
        return [row] * crop.height


class CalmView(ScrollView):
    """A scrolling view that the focus changes little of, and that keeps the rows that it drew.

    Textual's own views are styled and drawn anew as a whole with each change of the focus, which
    takes longer than all else that a key does. No rule of the style sheet may be about the focus
    of such a view, which `draw_focus` sees to. And with every frame they send each row in sight
    through what draws borders and through the filters, whether it changed or not.
    """

    _kept: _Kept | None = None

    def _set_dirty(self, *regions: Region) -> None:
        """Have some regions drawn anew, or all."""
        super()._set_dirty(*regions)
        if self._kept is not None:
            self._kept.forget(regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the view as they go to the screen."""
        if self.styles.gutter:  # with a border, or padding
            return super().render_lines(crop)
        background, filters = self.background_colors[1], self.get_line_filters()
        width, base = self.size.width, self.rich_style
        as_now = width, base, background, filters
        kept = self._kept
        if kept is None or (kept.drawn_as != as_now and self.is_attached):
            kept = self._kept = _Kept(as_now, {})
        rows = []
        for y in crop.line_range:
            row = kept.rows.get(y)
            if row is None:
                # A view that is about to go has no look any more.
                line = self.render_line(y) if self.is_attached else Strip.blank(width, base)
                row = filtered(line.adjust_cell_length(width, base), background, filters)
                kept.rows[y] = row
            rows.append(row)
        return _cropped(rows, crop, width)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            bar = CalmBar(name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)  # noqa: SLF001 -- as Textual does it
        return self._vertical_scrollbar

    def draw_focus(self) -> None:
        """Draw anew what looks otherwise with the focus."""

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 -- as Textual calls it
        """Style nothing anew."""

    def on_focus(self, event: events.Focus) -> None:
        """Draw a little, and tell those around."""
        event.prevent_default()
        self.has_focus = True
        self.draw_focus()
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """Likewise."""
        event.prevent_default()
        self.has_focus = False
        self.draw_focus()
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))
