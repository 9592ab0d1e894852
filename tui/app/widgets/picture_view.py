"""Drawing a picture: in pixels where the terminal can, else two pixels a cell, or as signs.

Nothing here is loaded before a picture is shown.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from PIL.Image import Image
    from textual_image.widget import TGPImage

_HALF = "▀"
_PART = 65
"""So much of the screen's height is a picture's at most, in hundredths, as in the style sheet."""
_GRAPHICS = frozenset({"xterm-kitty", "xterm-ghostty"})
"""The terminals, by their TERM, that draw pictures at characters that stand for them."""


class PictureView(Widget):
    """Shows a picture in half cells, two pixels each, or in signs of its brightness."""

    def __init__(self, image: Image, levels: str = "") -> None:
        """A view.

        Args:
            image: The picture, as RGB.
            levels: Signs from the darkest to the brightest; none for half cells.
        """
        super().__init__(id="picture-view")
        self._image = image
        self._levels = levels
        self._strips: list[Strip] = []
        self._drawn = Size()

    def _cells(self, room: Size) -> Size:
        """The cells that the picture takes; a cell is twice as high as wide."""
        width, height = self._image.size
        rows = max(room.height, 1) * 2
        scale = min(max(room.width, 1) / width, rows / height, 1.0)
        return Size(max(round(width * scale), 1), max(round(height * scale / 2), 1))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as there is room, at most a cell a pixel."""
        return self._cells(Size(container.width, viewport.height * _PART // 100)).width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as that makes it."""
        del container
        return self._cells(Size(width, viewport.height * _PART // 100)).height

    def render_line(self, y: int) -> Strip:
        """A row of the picture."""
        size = self.content_size
        if size != self._drawn:
            self._drawn = size
            self._strips = list(self._draw(self._cells(size)))
        return self._strips[y] if y < len(self._strips) else Strip.blank(size.width)

    def _draw(self, cells: Size) -> Iterator[Strip]:
        if self._levels:
            grey = self._image.resize((cells.width, cells.height)).convert("L").tobytes()
            last = len(self._levels) - 1
            for row in range(cells.height):
                values = grey[row * cells.width : (row + 1) * cells.width]
                yield Strip([Segment("".join(self._levels[v * last // 255] for v in values))])
            return
        data = self._image.resize((cells.width, cells.height * 2)).tobytes()
        pixels = [Color.from_rgb(*data[at : at + 3]) for at in range(0, len(data), 3)]
        for row in range(cells.height):
            upper = pixels[2 * row * cells.width : (2 * row + 1) * cells.width]
            lower = pixels[(2 * row + 1) * cells.width : (2 * row + 2) * cells.width]
            yield Strip(
                [
                    Segment(_HALF, Style(color=above, bgcolor=below))
                    for above, below in zip(upper, lower, strict=True)
                ]
            )


def speaks_graphics(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is one that draws pictures, as far as its name tells.

    To ask the terminal itself is no way: the answer would come as keys. A multiplexer between
    would not let pictures through, and without colours they cannot be placed.
    """
    hindered = any(environ.get(name) for name in ("TMUX", "STY", "NO_COLOR"))
    return environ.get("TERM") in _GRAPHICS and not hindered


def graphics_view(image: Image) -> TGPImage:
    """A widget that has the terminal draw the picture, by the protocol of kitty."""
    with _no_terminal():
        from textual_image.widget import TGPImage as View  # noqa: PLC0415 -- loads Pillow; see below
    return View(image, id="picture-view")


def release(view: PictureView | TGPImage) -> None:
    """Have the terminal forget a picture that it drew itself."""
    if not isinstance(view, PictureView):
        view.image = None


@contextmanager
def _no_terminal() -> Iterator[None]:
    """Keep textual-image from asking the terminal what it is when it is loaded.

    Without a terminal it takes a cell for twice as high as wide, as `PictureView` does.
    """
    stdout = sys.__stdout__
    sys.__stdout__ = StringIO()  # type: ignore[misc,assignment]
    try:
        yield
    finally:
        sys.__stdout__ = stdout  # type: ignore[misc]
