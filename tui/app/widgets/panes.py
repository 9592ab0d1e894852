"""Puts the parts of a reading screen where its arrangement says."""

from __future__ import annotations

from textual.geometry import NULL_OFFSET, NULL_SIZE, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.strip import Strip
from textual.widget import Widget

from tui.app.layout.panes import Arrangement, Part


class PanesLayout(VerticalLayout):
    """The layout of a reading screen; what is none of its parts is Textual's own.

    A part that is out of sight stands beside the screen, laid out and with its strips, so that it
    is back at once. To show and hide widgets by their styles would style and draw all in them anew;
    and where their number changes, Textual takes all others for moved.

    Attributes:
        arrangement: What is to be in sight.
    """

    name = "panes"

    def __init__(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement

    def arrange(
        self,
        parent: Widget,
        children: list[Widget],
        size: Size,
        greedy: bool = True,  # noqa: FBT001, FBT002 -- as Textual calls it
    ) -> ArrangeResult:
        """Where the children stand."""
        ids = frozenset(Part)
        others = [child for child in children if child.id not in ids]
        placed = super().arrange(parent, others, size, greedy) if others else []
        places, resting = self.arrangement.places(*size), self.arrangement.resting(*size)
        for child in children:
            if child.id in ids:
                part = Part(child.id)
                beside = Region(size.width, 0, *resting.get(part, NULL_SIZE))
                region, is_away = places.get(part, beside), part not in places
                placed.append(
                    WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child, overlay=is_away)
                )
        return placed


class Edge(Widget):
    """A line between two parts of the screen; its border is all there is of it."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of it: one, over and over."""
        return super().render_lines(Region(crop.x, crop.y, crop.width, 1)) * crop.height
