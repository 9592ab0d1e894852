"""Super- and subscripts on the screen: drawn as such, sought, selected and copied as they are."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.style import Style

from tui.app.layout.blocks import block_pieces
from tui.app.layout.highlight import matches
from tui.app.layout.lines import Line
from tui.app.layout.look import PLAIN, Guides, Look
from tui.app.layout.passages import cut
from tui.app.layout.pieces import lines_of
from tui.app.layout.selecting import cells_of, character_at
from tui.app.widgets.painter import Canvas, Painter
from tui.model import Block, Heading, ListBlock, Mark, Paragraph, Span, Table, blocks_text

SQUARE = (Span("x"), Span("2", Mark.SUPER), Span(" and H"), Span("2", Mark.SUB), Span("O"))
POWER = (Span("take e"), Span("iπ", Mark.SUPER), Span(" plus one"))
ASCII = replace(PLAIN, guides=Guides.ASCII)


def lines(block: Block, width: int = 40, look: Look = PLAIN) -> list[Line]:
    return list(lines_of(block_pieces((block,), width, look=look)))


def shown(block: Block, width: int = 40, look: Look = PLAIN) -> list[str]:
    """The lines as they are on the screen."""
    painter = Painter(lambda _: Style.null())
    painter.use(Canvas(Style.null(), width, 0))
    return [painter.strip(line, "").text.rstrip() for line in lines(block, width, look)]


def test_digits_are_raised_and_lowered_on_the_screen_alone() -> None:
    block = Paragraph(SQUARE)
    assert shown(block) == ["x² and H₂O"]
    assert lines(block)[0].text == "x2 and H2O"


def test_where_there_is_no_character_signs_stand_around() -> None:
    assert shown(Paragraph(POWER)) == ["take e^(iπ) plus one"]
    assert shown(Paragraph(SQUARE), look=ASCII) == ["x^(2) and H_(2)O"]


@pytest.mark.parametrize(
    "block",
    [Heading(2, POWER), ListBlock(((Paragraph(POWER),),)), Table((((Span("a"),), POWER),))],
)
def test_headings_lists_and_tables_have_signs_too(block: Block) -> None:
    assert "take e^(iπ) plus one" in "\n".join(shown(block))


def test_signs_are_counted_when_lines_are_broken() -> None:
    for width in range(4, 24):
        assert all(cell_len(line) <= width for line in shown(Paragraph(POWER), width))


def test_what_is_sought_is_found_between_signs() -> None:
    line = lines(Paragraph(POWER))[0]
    assert matches([line], re.compile("eiπ plus")) == {0: [(5, 6), (8, 10), (11, 16)]}
    assert matches(lines(Paragraph(SQUARE)), re.compile("x2")) == {0: [(0, 1), (1, 2)]}


def test_a_selection_covers_the_signs_in_it_and_copies_none() -> None:
    block = Paragraph(POWER)
    line = lines(block)[0]
    assert (line.at, line.length) == (0, len("take eiπ plus one"))
    assert cells_of(line, 5, 8) == (5, 10)
    assert cells_of(line, 9, 13) == (12, 16)
    assert [character_at(line, cell) for cell in (5, 6, 8, 9, 10, 12)] == [5, 6, 6, 7, 8, 9]
    assert blocks_text(cut((block,), 5, 8)) == "eiπ"


def test_places_behind_signs_are_those_of_the_text() -> None:
    block = Paragraph((*POWER, Span(" " + "word " * 9)))
    text = blocks_text((block,))
    for line in lines(block, 20)[1:]:
        part = "".join(run.text for run in line.runs)
        assert text[line.at : line.at + line.length] == part
