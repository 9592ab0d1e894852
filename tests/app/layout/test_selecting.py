"""Moves of a selection: words, sentences, paragraphs, and the cells where they are drawn."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.app.layout.samples import WIDTHS, blocks, paragraph
from tui.app.layout.blocks import block_pieces
from tui.app.layout.pieces import lines_of
from tui.app.layout.selecting import Field, cells_of, character_at
from tui.app.layout.stack import Anchor
from tui.model import Block, Table, blocks_text, inner_blocks

A = "Het water kwam. Het kwam in de nacht! Niemand zag het."
TEXT = (
    ("a", (paragraph(A),)),
    ("b", (paragraph("De dijk brak (zei Wil). En toen?"), paragraph("Niets."))),
    ("c", ()),
    ("d", (paragraph("水が来た。夜に来た。"),)),
)


def words(field: Field, one: int, other: int) -> str:
    return blocks_text(field.passage(one, other))


def moved(*moves: str) -> str:
    """What is selected after moves from the first word."""
    field = Field(TEXT)
    begin = end = field.start()
    for move in moves:
        unit, by = move[:-2], int(move[-2:])
        end = getattr(field, f"by_{unit}")(end, by)
    return words(field, begin, end)


@pytest.mark.parametrize(
    ("moves", "selected"),
    [
        ((), "Het"),
        (("words+1",), "Het water"),
        (("words+2", "words-1"), "Het water"),
        (("sentences+1",), "Het water kwam."),
        (("sentences+2",), "Het water kwam. Het kwam in de nacht!"),
        (("sentences+2", "sentences-1"), "Het water kwam. Het"),
        (("sentences+2", "sentences-1", "sentences-1"), "Het"),
        (("sentences+2", "sentences-2"), "Het"),
        (("paragraphs+1",), A),
        (("paragraphs+1", "sentences+1"), f"{A}\nDe dijk brak (zei Wil)."),
        (("paragraphs+2", "paragraphs-1"), f"{A}\nDe"),
        (("paragraphs+2", "paragraphs-2"), "Het"),
        (("words-1",), "Het"),
        (("paragraphs-9",), "Het"),
    ],
)
def test_moves_take_whole_words_sentences_and_paragraphs(
    moves: tuple[str, ...], selected: str
) -> None:
    assert moved(*moves) == selected


def test_the_last_move_ends_with_the_last_word() -> None:
    everything = moved("paragraphs+9")
    assert everything.startswith("Het water")
    assert everything.endswith("夜に来た。")
    assert moved(*["words+9"] * 9) == everything


def test_a_selection_goes_both_ways_from_where_it_began() -> None:
    field = Field(TEXT)
    begin = field.place(Anchor("a", 10))
    assert words(field, begin, begin) == "kwam."
    assert words(field, begin, field.by_words(begin, -1)) == "water kwam."
    assert words(field, begin, field.by_words(begin, 1)) == "kwam. Het"


def test_scripts_without_spaces_go_by_character_and_by_sentence() -> None:
    field = Field(TEXT[3:])
    start = field.start()
    assert words(field, start, field.by_words(start, 1)) == "水が"
    assert words(field, start, field.by_sentences(start, 1)) == "水が来た。"


def test_a_place_is_an_item_and_characters_of_it() -> None:
    field = Field(TEXT)
    last = field.by_paragraphs(field.start(), 3)
    assert field.anchor(last) == Anchor("b", 32)
    assert field.place(Anchor("b", 32)) == last
    selected = field.selected(field.start(), last)
    assert (selected.first, selected.last) == (Anchor("a", 0), Anchor("b", 38))


def test_what_has_no_words_has_nothing_to_select() -> None:
    assert not Field([("a", ()), ("b", (paragraph("  "),))])
    assert Field(TEXT)


@given(blocks, st.sampled_from(WIDTHS), st.data())
def test_every_line_of_a_selection_is_drawn_and_no_other(
    body: tuple[Block, ...], width: int, data: st.DataObject
) -> None:
    field = Field([("a", body)])
    if not field:
        return
    size = field.selected(field.start(), field.end()).last.at
    one, other = (data.draw(st.integers(0, size)) for _ in range(2))
    selected = field.selected(one, other)
    drawn: list[str] = []
    for line in lines_of(block_pieces(body, width)):
        cells = cells_of(line, selected.first.at, selected.last.at)
        if cells is not None:
            first, last = cells
            drawn.append(line.text[first:last])  # words of one cell a letter
    if not any(isinstance(block, Table) for block in _all(body)):
        seen = "".join("".join(drawn).split())
        for word in blocks_text(field.passage(one, other)).split():
            assert word in seen


def _all(body: tuple[Block, ...]) -> list[Block]:
    found: list[Block] = []
    for block in body:
        found.append(block)
        found += _all(inner_blocks(block))
    return found


@given(blocks, st.sampled_from(WIDTHS), st.data())
def test_a_cell_shows_the_character_that_is_drawn_in_it(
    body: tuple[Block, ...], width: int, data: st.DataObject
) -> None:
    lines = [line for line in lines_of(block_pieces(body, width)) if line.lead is not None]
    shown = [line for line in lines if line.length]
    if shown:
        line = data.draw(st.sampled_from(shown))
        at = line.at + data.draw(st.integers(0, line.length - 1))
        cells = cells_of(line, at, at + 1)
        assert cells is not None
        if cells[1] > cells[0]:
            assert character_at(line, cells[0]) == at


def test_wide_characters_are_measured_by_cells() -> None:
    (line,) = lines_of(block_pieces((paragraph("水 が x"),), 40))
    assert cells_of(line, 2, 3) == (3, 5)
    assert character_at(line, 4) == 2
    assert character_at(line, 39) == 4
