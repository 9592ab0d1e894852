"""The text of blocks as the layout counts it, and passages cut out of it."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from tests.app.layout.samples import WIDTHS, blocks, paragraph
from tui.app.layout.blocks import block_pieces
from tui.app.layout.look import PLAIN
from tui.app.layout.passages import characters_before, cut, stretches
from tui.app.layout.pieces import TextPiece
from tui.dump.text import block_lines
from tui.model import (
    Block,
    Definition,
    DefinitionList,
    Heading,
    Image,
    ListBlock,
    Mark,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Span,
    Table,
    Term,
)

mail = Paragraph((Span("Je schreef:\n> het water\n> kwam"), Span(" snel\nNee.", Mark.BOLD)))
some = st.one_of(blocks, st.just((mail, Quote((mail,)), paragraph("Ja."))))


def length(body: tuple[Block, ...]) -> int:
    return sum(len(stretch.text) for stretch in stretches(body))


@given(some, st.sampled_from(WIDTHS), st.booleans())
def test_the_layout_counts_the_same_characters(
    body: tuple[Block, ...],
    width: int,
    folds: bool,  # noqa: FBT001 -- hypothesis gives it
) -> None:
    pieces = block_pieces(body, width, look=replace(PLAIN, folds_quotes=folds))
    assert sum(piece.length for piece in pieces) == length(body)
    if not folds:
        text = "".join(stretch.text for stretch in stretches(body))
        at = 0
        for piece in pieces:
            if isinstance(piece, TextPiece):
                assert text[at : at + piece.length] == piece.text
            at += piece.length


@given(some)
def test_all_characters_are_all_blocks(body: tuple[Block, ...]) -> None:
    whole = cut(body, 0, length(body))
    assert [block for block in whole if length((block,))] == [
        block for block in body if length((block,))
    ]


@given(some, st.data())
def test_a_part_holds_its_characters_and_no_others(
    body: tuple[Block, ...], data: st.DataObject
) -> None:
    size = length(body)
    first = data.draw(st.integers(0, size))
    last = data.draw(st.integers(first, size))
    part = cut(body, first, last)
    at = 0
    expected: list[str] = []
    for stretch in stretches(body):
        start, end = max(first - at, 0), min(last - at, len(stretch.text))
        if start < end:
            expected.append(stretch.text if stretch.whole else stretch.text[start:end])
        at += len(stretch.text)
    # A line feed counts or not by whether the lines beside it are still quoted.
    text = "".join(stretch.text for stretch in stretches(part))
    assert text.replace("\n", "") == "".join(expected).replace("\n", "")


def test_lists_keep_their_numbers_and_quotes_their_bars() -> None:
    body = (
        ListBlock(
            ((paragraph("een"),), (paragraph("twee"), paragraph("meer")), (paragraph("drie"),)),
            ordered=True,
            start=3,
        ),
        Quote((paragraph("vier"),)),
    )
    part = cut(body, 3, len("eentweemeerdrievi"))
    assert block_lines(part, 60) == ["4. twee", "", "   meer", "", "5. drie", "", "> vi"]


def test_parts_of_definitions_keep_terms_apart_from_what_is_said_of_them() -> None:
    ebb = Definition((Term((Span("eb"),)),), ((paragraph("zakt"),), (paragraph("daalt"),)))
    body = (DefinitionList((ebb, Definition((Term((Span("vloed"),)),), ()))),)
    assert block_lines(cut(body, 1, 4), 60) == ["b", "    za"]
    assert block_lines(cut(body, 6, 13), 60) == ["    daalt", "vl"]


def test_tables_and_pictures_are_taken_whole() -> None:
    table = Table((((Span("jaar"),), (Span("peil"),)), ((Span("1953"),), (Span("4,55"),))))
    picture = Image("https://dijk.example/a.png", "De dijk")
    assert cut((table, picture), 5, 6) == (table,)
    assert cut((table, picture), 17, 18) == (picture,)


def test_a_rule_is_taken_with_what_is_around_it() -> None:
    body = (paragraph("voor"), Rule(), paragraph("na"))
    assert cut(body, 0, 6) == body
    assert cut(body, 0, 4) == body[:1]
    assert cut(body, 4, 6) == body[2:]


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [(0, 11, "Je schreef:"), (3, 25, "schreef:\n> het water\n> "), (34, 38, "Nee.")],
)
def test_lines_that_quote_keep_their_line_feeds(first: int, last: int, text: str) -> None:
    (part,) = cut((mail,), first, last)
    assert isinstance(part, Paragraph)
    assert "".join(span.text for span in part.text) == text


def test_marks_links_and_code_stay() -> None:
    body = (
        Heading(2, (Span("Het "), Span("water", Mark.BOLD, "https://dijk.example/"))),
        Preformatted("a\tb\nc", "tab"),
    )
    assert cut(body, 6, 14) == (
        Heading(2, (Span("ter", Mark.BOLD, "https://dijk.example/"),)),
        Preformatted("a   b", "tab"),
    )


def test_a_place_in_a_definition_counts_what_is_before_it() -> None:
    ebb = Definition((Term((Span("eb"),)),), ((paragraph("zakt"),), (paragraph("daalt"),)))
    block = DefinitionList((ebb, ebb))
    before = [characters_before(block, path) for path in ((0, 0), (0, 2), (1, 0), (1, 1))]
    assert before == [0, len("ebzakt"), len("ebzaktdaalt"), len("ebzaktdaalteb")]
