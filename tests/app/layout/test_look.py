from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace
from rich.cells import cell_len, split_graphemes

from tests.app.layout.samples import blocks, paragraph, shown_words, widest, words_of
from tests.chance import examples
from tui.app.layout.blocks import block_pieces
from tui.app.layout.comments import CommentItem, DraftItem, Place
from tui.app.layout.look import PLAIN, Guides, Look
from tui.app.layout.pieces import lines_of
from tui.app.layout.rows import MapRow, NewestRow
from tui.app.layout.stack import Shape
from tui.model import (
    Block,
    Comment,
    Image,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Rule,
    ShownDate,
    Span,
    Table,
)
from tui.reading.dates import Dates

NOW = datetime(2026, 5, 10, 12, tzinfo=UTC)
AGES = Look(Dates.AGES, now=NOW)
DAYS = Look(Dates.DAYS, zone=timezone(timedelta(hours=2)))
FOLDING = Look(folds_quotes=True)
ASCII = Look(guides=Guides.ASCII)
LONG = "Bij springvloed staat het water tot aan de kruin, en dan gaat niemand meer naar buiten. "


def comment(*some: Block, author: str = "Marijke Duin") -> Comment:
    return Comment("7", author, some or (paragraph("Dat is zo."),), date=ShownDate("2 mei 2026"))


def item(some: Comment, look: Look = PLAIN, depth: int = 0) -> CommentItem:
    return CommentItem(some, 0, Place(depth), 2, 3, look=look)


def said(some: CommentItem, width: int = 72) -> list[str]:
    return [line.text.rstrip() for line in some.lines(width)]


# Dates


@pytest.mark.parametrize(
    ("at", "age"),
    [
        (NOW - timedelta(seconds=20), "just now"),
        (NOW - timedelta(minutes=1), "1 minute ago"),
        (NOW - timedelta(hours=5, minutes=59), "5 hours ago"),
        (NOW - timedelta(days=3, hours=2), "3 days ago"),
        (NOW - timedelta(days=20), "2 weeks ago"),
        (NOW - timedelta(days=100), "3 months ago"),
        (NOW - timedelta(days=1_000), "2 years ago"),
        (datetime(2026, 5, 10, 9), "today"),  # noqa: DTZ001 -- pages give no zone
        (datetime(2026, 5, 9, 23), "1 day ago"),  # noqa: DTZ001 -- as above
        (date(2026, 5, 7), "3 days ago"),
        (NOW + timedelta(days=2), "op de pagina"),
        (date(2026, 5, 12), "op de pagina"),
        (None, "op de pagina"),
    ],
)
def test_ages_are_told_as_far_as_the_moment_is_known(at: datetime | None, age: str) -> None:
    assert AGES.date(ShownDate("op de pagina", at)) == age


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 5, 2, 9, 4, tzinfo=UTC), "2026-05-02 11:04"),
        (datetime(2026, 5, 2, 23, 30, tzinfo=UTC), "2026-05-03 01:30"),
        (datetime(2026, 5, 2, 11, 4), "2026-05-02 11:04"),  # noqa: DTZ001 -- pages give no zone
        (date(2026, 5, 2), "2026-05-02"),
        (datetime.max.replace(tzinfo=UTC), "9999-12-31 23:59"),
        (None, "op de pagina"),
    ],
)
def test_days_are_those_of_the_reader_where_the_zone_is_known(
    at: datetime | None, day: str
) -> None:
    assert DAYS.date(ShownDate("op de pagina", at)) == day


def test_dates_go_round_and_begin_as_the_page_shows_them() -> None:
    look = PLAIN
    ways = [look.dates]
    for _ in range(3):
        look = look.with_next_dates(NOW)
        ways.append(look.dates)
    assert ways == [Dates.PAGE, Dates.AGES, Dates.DAYS, Dates.PAGE]
    assert PLAIN.date(ShownDate("gisteren", NOW)) == "gisteren"
    assert AGES.date(None) == DAYS.date(None) == ""


# Quotes


def test_a_quote_folds_to_its_first_line_and_tells_how_many_it_hides() -> None:
    some = comment(Quote((paragraph(LONG * 3), paragraph("Slot."))), paragraph("Nee hoor."))
    whole = said(item(some), 40)
    folded = said(item(some, FOLDING), 40)
    quoted = [line for line in whole if "▌" in line]
    assert folded[1].startswith("  ▌ Bij springvloed")
    assert folded[1].endswith(f"… {len(quoted) - 1} more lines")
    assert len(folded) == len(whole) - len(quoted) + 1
    assert "  Nee hoor." in folded


def test_quoting_in_plain_text_is_dimmed_and_folds_too() -> None:
    text = "Wil schreef:\n> een\n> twee\n> drie\nNee hoor."
    lines = list(item(comment(paragraph(text))).lines(40))
    roles = {
        run.role.value
        for line in lines
        if ">" in line.text
        for run in line.runs
        if run.text.strip()
    }
    assert roles == {"quote"}
    assert said(item(comment(paragraph(text)), FOLDING), 40)[1:5] == [
        "  Wil schreef:",
        "  > een … 2 more lines",
        "  Nee hoor.",
        "",
    ]


def test_short_quotes_stay_open_and_a_sign_in_a_sentence_is_no_quote() -> None:
    short = comment(Quote((paragraph("een"),)), paragraph("a > b\nc > d"))
    assert said(item(short, FOLDING)) == said(item(short))
    assert all(run.role.value != "quote" for line in item(short).lines(40)[3:] for run in line.runs)


def test_all_that_is_quoted_is_dimmed() -> None:
    table = Table((((Span("Ort"),), (Span("Tide"),)), ((Span("Emden"),), (Span("hoch"),))))
    quote = Quote((paragraph("een"), table, ListBlock(((paragraph("twee"),),))))
    words = {"een", "Ort", "Tide", "Emden", "hoch", "twee"}
    roles = {
        run.role.value
        for line in item(comment(quote)).lines(60)
        for run in line.runs
        if run.text.strip() in words
    }
    assert roles == {"quote"}


@given(blocks, st.sampled_from((30, 40, 72)))
def test_folding_quotes_moves_no_other_words_and_keeps_places(
    some: tuple[Block, ...], width: int
) -> None:
    following = paragraph("slotwoord")
    whole, folded = (
        list(item(comment(Quote(some), following), look).lines(width)) for look in (PLAIN, FOLDING)
    )
    assert widest(folded) <= width
    assert len(folded) <= len(whole)
    ends = [next(line for line in lines if "slotwoord" in line.text) for lines in (whole, folded)]
    assert ends[0].at == ends[1].at


# Signs


@given(
    blocks,
    st.integers(0, 40),
    st.sampled_from((20, 40, 72)),
    st.sampled_from((PLAIN, AGES, DAYS, ASCII, Look(guides=Guides.NONE))),
    st.lists(st.sampled_from(("● new", "answering", "muted")), unique=True).map(tuple),
)
def test_every_look_keeps_the_words_and_the_width(
    some: tuple[Block, ...], depth: int, width: int, look: Look, signs: tuple[str, ...]
) -> None:
    plain_item = item(comment(*some), look, depth)
    lines = list(replace(plain_item, signs=signs).lines(width))
    assert widest(lines) <= width
    assert len(lines) == plain_item.height(width)  # signs come and go without moving a line
    assert width == 20 or not words_of(some) - shown_words(lines)
    folded = replace(plain_item, shape=Shape.FOLDED, signs=signs, new=2, drafts=1)
    assert widest(folded.lines(width)) <= width
    assert len(folded.lines(width)) == 2


EVERYTHING = (
    paragraph("text"),
    Quote((Quote((paragraph(LONG * 2),)),)),
    ListBlock(((paragraph("a"), ListBlock(((paragraph("b"),),))),)),
    Table((((Span("x"),), (Span("y"),)), ((Span("1"),), (Span("2"),))), header=True),
    Table((tuple((Span("cell"),) for _ in range(14)),) * 3),
    Image(None, "", ()),
    Rule(),
)


@pytest.mark.parametrize("shape", [Shape.OPEN, Shape.FOLDED, Shape.CONTEXT])
@pytest.mark.parametrize("width", [20, 40, 72])
def test_nothing_but_ascii_is_drawn_where_that_is_wished(shape: Shape, width: int) -> None:
    glyphs = ASCII.glyphs
    some = replace(
        comment(*EVERYTHING, author="Ann " * 30),
        date=ShownDate("May"),
        score=3,
        by_post_author=True,
    )
    signs = (f"{glyphs.new} new",)
    for depth in (0, 3, 30):
        drawn = [
            *replace(item(some, ASCII, depth), shape=shape, signs=signs, new=1, drafts=1).lines(
                width
            ),
            *DraftItem("x", "text", "draft to Ann", Place(depth), ASCII).lines(width),
            *MapRow(some, depth, drafted=True, glyphs=glyphs, away=True, tally="*3").lines(width),
            *NewestRow(some, 0, ASCII).lines(width),
        ]
        assert [line.text for line in drawn if not line.text.isascii()] == []


def test_levels_can_be_told_apart_without_colours() -> None:
    guides = [Place(depth).guides(72)[-1].text for depth in range(1, 5)]
    assert len(set(guides)) == 4
    ascii_guides = [Place(depth).guides(72, ASCII.glyphs)[-1].text for depth in range(1, 5)]
    assert len(set(ascii_guides)) == 4


def test_without_guides_there_are_indents_alone_and_the_depth_where_they_do_not_fit() -> None:
    bare = Look(guides=Guides.NONE)
    assert said(item(comment(), bare, 2))[1] == "      Dat is zo."
    assert said(item(comment(), bare, 40), 40)[1].startswith("40  ")


# Badges


def test_oneself_the_author_and_what_is_true_now_are_told_in_words() -> None:
    look = Look(names=frozenset({"marijke duin"}))
    some = item(replace(comment(), by_post_author=True), look)
    assert (
        "  Marijke Duin  you  author  answering  ● new"
        in said(replace(some, replies=0, signs=("answering", "● new")))[0]
    )
    assert " you" not in said(item(comment(author="Wil"), look))[0]


def test_signs_give_way_where_there_is_no_room_for_them() -> None:
    signs = ("answering", "● new", "muted")
    narrow = said(replace(item(comment()), signs=signs), 48)
    assert "Marijke Duin  ● new" in narrow[0]
    assert "answering" not in narrow[0]
    assert "2 replies · 2 mei 2026" in narrow[0]


def test_a_folded_comment_tells_that_it_is_new_itself() -> None:
    fold = replace(item(comment()), shape=Shape.FOLDED, signs=("● new",), new=2)
    assert said(fold)[0].startswith(
        "▸ Marijke Duin · ● new · 2 mei 2026 · 3 replies hidden · 2 new · Dat"
    )


# Scripts


ARABIC = "سلام عليكم، هذا تعليق طويل بما يكفي ليأخذ أكثر من سطر واحد في العمود الضيق."
HEBREW = "תודה רבה על המאמר"


@pytest.mark.parametrize("text", [ARABIC, HEBREW, f"«{HEBREW}» (2026)"])
def test_text_from_right_to_left_stands_on_the_right_in_its_own_order(text: str) -> None:
    lines = item(comment(paragraph(text)), depth=2).lines(60)[1:-1]
    assert all(cell_len(line.text) == 60 for line in lines)
    assert all(line.text.startswith("╎ │ ") for line in lines)
    assert " ".join(" ".join(line.runs[-1].text for line in lines).split()) == text


def test_text_from_left_to_right_stays_left_though_it_names_others() -> None:
    assert said(item(comment(paragraph(f"Dank, {HEBREW}"))))[1].startswith("  Dank, ")


_CLUSTERS = st.sampled_from(
    (
        "a",
        "zee ",
        " ",
        "海",
        "辺、",
        "👩‍👩‍👧",
        "👍🏽",
        "🇳🇱",
        "é",
        "เกี่",
        "क्षि",
        "ש",
        "شَ",
        "ﷺ",
        "…",
        "\n",
        "\u200b",
    )
)


@examples(6)
@given(
    st.lists(_CLUSTERS, min_size=1, max_size=60).map("".join),
    st.integers(0, 12),
    st.integers(20, 60),
)
def test_no_line_is_too_wide_and_no_character_is_taken_apart(
    text: str, depth: int, width: int
) -> None:
    some = comment(paragraph(text), Quote((paragraph(text),)), ListBlock(((paragraph(text),),)))
    for look in (PLAIN, FOLDING):
        lines = item(some, look, depth).lines(width)
        assert widest(lines) <= width
    shown = [line.text for line in lines_of(block_pieces((paragraph(text),), width))]
    assert _characters(shown) == _characters(text.split("\n"))


def _characters(lines: list[str]) -> list[str]:
    """What people see as characters, white space left out."""
    found = (line[left:right] for line in lines for left, right, _ in split_graphemes(line)[0])
    return [character.strip() for character in found if character.strip(" \u200b")]


def test_marks_of_inline_text_survive_a_split_into_quoted_and_own_lines() -> None:
    text = (Span("> een\nNee, "), Span("echt", Mark.BOLD), Span(" niet"))
    runs = [run for line in item(comment(Paragraph(text))).lines(60) for run in line.runs]
    assert [run.text for run in runs if run.marks is Mark.BOLD and run.text == "echt"] == ["echt"]


def test_a_ping_without_date_and_words_is_called_by_its_whole_name_among_the_newest() -> None:
    name = "A page that answers this one at some length"
    ping = comment(author=name)
    (line,) = NewestRow(replace(ping, date=None, blocks=()), 0, Look()).lines(100)
    assert line.text == name
