"""Strips are made once, and anew where anything about them is another."""

from __future__ import annotations

from rich.style import Style

from tui.app.layout.lines import Line, Role, Run
from tui.app.widgets.painter import Canvas, Painter

LINE = Line((Run("Turf", Role.AUTHOR), Run(" from the moor")))
WHITE, BLACK = Style.parse("white on black"), Style.parse("black on white")


def painter(canvas: Canvas, color: str = "red") -> Painter:
    made = Painter(lambda name: Style.parse(color) if name == "line--author" else Style.null())
    made.use(canvas)
    return made


def test_a_line_is_drawn_behind_its_mark_over_the_whole_width() -> None:
    strip = painter(Canvas(WHITE, 24, 3)).strip(LINE, "▎ ")
    assert strip.text == " ▎ Turf from the moor   "
    assert [segment.style for segment in strip if segment.text == "Turf"] == [
        WHITE + Style.parse("red")
    ]


def test_a_line_that_was_drawn_is_only_looked_up() -> None:
    made = painter(Canvas(WHITE, 24, 3))
    strip = made.strip(LINE, "")
    made.use(Canvas(WHITE, 24, 3))
    assert made.strip(LINE, "") is strip
    assert made.strip(LINE, "▎ ").text != strip.text


def test_another_canvas_and_other_colours_draw_anew() -> None:
    made = painter(Canvas(WHITE, 24, 3))
    strip = made.strip(LINE, "")
    made.use(Canvas(BLACK, 24, 3))
    assert list(made.strip(LINE, "")) != list(strip)
    made.use(Canvas(BLACK, 30, 3))
    before = made.strip(LINE, "")
    assert before.cell_length == 30
    made.forget()
    assert made.strip(LINE, "") is not before
