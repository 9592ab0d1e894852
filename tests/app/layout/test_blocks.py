from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from tests.app.layout.samples import (
    WIDTHS,
    blocks,
    paragraph,
    shown_words,
    tables,
    texts,
    widest,
    words_of,
)
from tui.app.layout.blocks import MIN_TEXT, block_pieces
from tui.app.layout.lines import Role, Run
from tui.app.layout.pieces import height_of, lines_of
from tui.model import (
    Block,
    Definition,
    DefinitionList,
    Heading,
    Image,
    Inline,
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

SENTENCE = "De storm kwam ’s nachts, en niemand op het eiland had er iets van gemerkt."
CELL: Inline = (Span("twee woorden"),)
KINDS: dict[str, Block] = {
    "paragraph": paragraph(SENTENCE),
    "long word": paragraph("Rindfleischetikettierungsüberwachungsaufgaben" * 3),
    "wide": paragraph("海は与え、海は奪う。" * 8),
    "heading": Heading(6, (Span(SENTENCE),)),
    "definitions": DefinitionList(
        (Definition((Term((Span(SENTENCE),)),) * 2, ((paragraph(SENTENCE),),) * 2),)
    ),
    "list": ListBlock(((paragraph(SENTENCE),), (paragraph("kort"),)), ordered=True, start=99),
    "quote": Quote((paragraph(SENTENCE), Quote((paragraph(SENTENCE),)))),
    "code": Preformatted("def f(x):\n\treturn x" + "x" * 80, "python"),
    "table": Table(((CELL, CELL), (CELL, CELL)), header=True, caption=CELL),
    "wide table": Table(((CELL,) * 9, (CELL,) * 9), header=True),
    "image": Image("https://blog.example/dijk.jpg", SENTENCE, (Span(SENTENCE),)),
    "rule": Rule(),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_block_keeps_to_the_width(kind: str, width: int) -> None:
    lines = list(lines_of(block_pieces((KINDS[kind],), width)))
    assert lines
    assert widest(lines) <= width


@given(blocks, st.sampled_from(WIDTHS))
def test_every_word_is_shown_and_nothing_is_wider_than_the_pane(
    some: tuple[Block, ...], width: int
) -> None:
    pieces = block_pieces(some, width)
    lines = list(lines_of(pieces))
    assert len(lines) == height_of(pieces)
    assert widest(lines) <= width
    expected, shown = words_of(some), shown_words(lines)
    assert not expected - shown
    # Names of columns are said once a row where a table becomes a list; nothing else is repeated.
    assert set(shown) == set(expected)


@given(blocks)
def test_places_grow_from_line_to_line(some: tuple[Block, ...]) -> None:
    places = [line.at for line in lines_of(block_pieces(some, 40))]
    assert places == sorted(places)


def test_blocks_stand_apart_by_one_empty_line() -> None:
    assert texts(block_pieces((paragraph("een"), Rule(), Heading(2, (Span("Kop"),))), 20)) == [
        "een",
        "",
        "─" * 20,
        "",
        "## Kop",
    ]


def test_lists_in_lists_keep_their_numbers_and_hang_under_their_markers() -> None:
    inner = ListBlock(((paragraph("eb en vloed"),), (paragraph("wind"),)))
    block = ListBlock(((paragraph("water"), inner), (paragraph("land"),)), ordered=True, start=9)
    assert texts(block_pieces((block,), 30)) == [
        " 9. water",
        "    • eb en vloed".replace("•", "◦"),
        "    ◦ wind",
        "10. land",
    ]


def test_the_lines_of_an_item_begin_in_one_column() -> None:
    block = ListBlock(((paragraph("the tide comes and goes twice a day"),),), ordered=True)
    assert texts(block_pieces((block,), 24)) == ["1. the tide comes and", "   goes twice a day"]


def test_an_item_that_begins_with_another_list_shows_both_markers() -> None:
    block = ListBlock(((ListBlock(((paragraph("binnen"),),)),),), ordered=True)
    assert texts(block_pieces((block,), 30)) == ["1.", "   ◦ binnen"]


def test_descriptions_hang_in_under_their_terms() -> None:
    tide = Definition(
        (Term((Span("eb"),)), Term((Span("laagtij"),))),
        ((paragraph("het water zakt nu al een uur"),), (paragraph("ook: leeg"),)),
    )
    block = DefinitionList((tide, Definition((Term((Span("vloed"),)),), ((paragraph("rijst"),),))))
    pieces = block_pieces((block,), 26)
    assert texts(pieces) == [
        *("eb", "laagtij", "    het water zakt nu al", "    een uur", "    ook: leeg"),
        *("vloed", "    rijst"),
    ]
    bold = {line.text for line in lines_of(pieces) if any(Mark.BOLD in r.marks for r in line.runs)}
    assert bold == {"eb", "laagtij", "vloed"}


def test_definitions_with_longer_descriptions_stand_apart() -> None:
    term = (Term((Span("eb"),)),)
    long = Definition(term, ((paragraph("een"), paragraph("twee")), (paragraph("drie"),)))
    assert texts(block_pieces((DefinitionList((long, long)),), 30)) == [
        *("eb", "    een", "", "    twee", "", "    drie", ""),
        *("eb", "    een", "", "    twee", "", "    drie"),
    ]


def test_lists_nested_past_all_room_stay_readable() -> None:
    block: Block = paragraph("onderaan staat nog een zin")
    for _ in range(40):
        block = ListBlock(((paragraph("niveau"), block),))
    lines = list(lines_of(block_pieces((block,), 30)))
    assert widest(lines) <= 30
    assert " ".join(line.text.strip(" •◦▪") for line in lines).endswith(
        "onderaan staat nog een zin"
    )


def test_quotes_in_quotes_have_a_bar_each_until_the_text_would_get_too_narrow() -> None:
    assert texts(block_pieces((Quote((Quote((paragraph("zei hij"),)),)),), 30)) == ["▌ ▌ zei hij"]
    deep: Block = paragraph("zei hij")
    for _ in range(30):
        deep = Quote((deep,))
    (line,) = lines_of(block_pieces((deep,), 30))
    assert line.text.endswith("zei hij")
    assert cell_len(line.text.removesuffix("zei hij")) <= 30 - MIN_TEXT


def test_code_keeps_its_white_space_and_names_its_language() -> None:
    code = Preformatted("for x in y:\n\n\tprint(x)    # ja", "python")
    assert texts(block_pieces((code,), 40)) == [
        "  python",
        "  for x in y:",
        "",
        "      print(x)    # ja",
    ]


def test_marks_and_links_stay_on_their_words_over_breaks() -> None:
    href = "https://blog.example/dijk"
    text = (Span("Lees "), Span("alles over de dijk", Mark.BOLD, href), Span(" nog eens."))
    lines = list(lines_of(block_pieces((Paragraph(text),), 12)))
    assert [line.text for line in lines] == ["Lees alles", "over de dijk", "nog eens."]
    linked = [run.text for line in lines for run in line.runs if run.href == href]
    assert " ".join(linked) == "alles over de dijk"
    assert all(run.marks == Mark.BOLD for line in lines for run in line.runs if run.href)


def test_every_line_stands_behind_the_prefix() -> None:
    prefix = (Run("╎ ", Role.GUIDE_0),)
    for line in lines_of(block_pieces(tuple(KINDS.values()), 40, prefix)):
        assert line.text.startswith("╎ ")
        assert cell_len(line.text) <= 40


TABLE = Table(
    (
        ((Span("Naam"),), (Span("Hoogte"),)),
        ((Span("Dijk van Noord"),), (Span("7 m"),)),
        ((Span("Duin"),), (Span("22 m"),)),
    ),
    header=True,
    caption=(Span("Wat het land beschermt"),),
)


def test_a_table_stands_in_columns_where_it_fits() -> None:
    assert texts(block_pieces((TABLE,), 40)) == [
        "Wat het land beschermt",
        "Naam           │ Hoogte",
        "───────────────┼───────".replace("─┼─", "─┼─"),
        "Dijk van Noord │ 7 m",
        "Duin           │ 22 m",
    ]


def test_a_heading_in_an_item_looks_like_one_and_keeps_its_list_apart() -> None:
    inner = ListBlock(((paragraph("diep"),),))
    items = ((Heading(3, (Span("Kop"),)), inner), (paragraph("een"), inner))
    lines = list(lines_of(block_pieces((ListBlock(items),), 40)))
    shown_lines = [line.text.rstrip() for line in lines]
    assert shown_lines == ["• Kop", "", "  ◦ diep", "", "• een", "  ◦ diep"]
    roles = {run.text: run.role for line in lines for run in line.runs}
    assert (roles["Kop"], roles["een"]) == (Role.HEADING, Role.TEXT)


def test_rows_of_several_lines_stand_apart() -> None:
    table = Table(TABLE.rows, header=True)
    assert texts(block_pieces((table,), 16)) == [
        "Naam    │ Hoogte",
        "────────┼───────",
        "Dijk    │ 7 m",
        "van     │",
        "Noord   │",
        "        │",
        "Duin    │ 22 m",
    ]


def test_a_table_with_more_columns_than_room_becomes_a_list_of_its_rows() -> None:
    head = tuple((Span(name),) for name in ("Ort", "Höhe", "Jahr"))
    row = tuple((Span(value),) for value in ("Deich", "7 m", "1953"))
    assert texts(block_pieces((Table((head, row, row), header=True),), 18)) == [
        *("Ort", "  Deich", "Höhe", "  7 m", "Jahr", "  1953"),
        "─" * 12,
        *("Ort", "  Deich", "Höhe", "  7 m", "Jahr", "  1953"),
    ]


def test_records_leave_out_their_empty_cells() -> None:
    head = tuple((Span(name),) for name in ("Ort", "Höhe", "Jahr"))
    first = ((Span("Deich"),), (), (Span("1953"),))
    last = ((), (Span("22 m"),), ())
    assert texts(block_pieces((Table((head, first, last), header=True),), 18)) == [
        *("Ort", "  Deich", "Höhe", "Jahr", "  1953"),
        "─" * 12,
        *("Höhe", "  22 m"),
    ]


def test_a_table_of_nothing_but_a_header_is_shown_too() -> None:
    head = tuple((Span(name),) for name in ("Ort", "Höhe", "Jahr"))
    assert texts(block_pieces((Table((head,), header=True),), 16)) == ["  Ort", "  Höhe", "  Jahr"]


@given(tables(), st.integers(20, 200))
def test_columns_side_by_side_break_no_word_and_records_leave_none_out(
    table: Table, width: int
) -> None:
    lines = list(lines_of(block_pieces((table,), width)))
    assert widest(lines) <= width
    assert not words_of((table,)) - shown_words(lines)


def test_a_picture_says_what_it_shows_and_leads_to_it() -> None:
    src = "https://blog.example/dijk.jpg"
    lines = list(lines_of(block_pieces((Image(src, "Een dijk", (Span("Bij nacht"),)),), 30)))
    assert [line.text for line in lines] == ["▣ Een dijk", "  Bij nacht"]
    assert [run.text for line in lines for run in line.runs if run.href == src] == ["Een dijk"]
    assert texts(block_pieces((Image(src),), 40)) == ["▣ picture without description"]


def test_a_caption_that_says_more_than_the_words_of_its_picture_is_all_that_is_said() -> None:
    src = "https://blog.example/dijk.jpg"
    caption = (Span("Een dijk bij nacht"),)
    lines = list(lines_of(block_pieces((Image(src, "Een dijk", caption),), 30)))
    assert [line.text for line in lines] == ["▣ Een dijk bij nacht"]
    assert any(run.href == src for line in lines for run in line.runs)
