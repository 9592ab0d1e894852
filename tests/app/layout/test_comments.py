from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from tests.app.layout.samples import blocks, paragraph, shown_words, widest, words_of
from tui.app.layout.clip import clip
from tui.app.layout.comments import (
    MIN_COLUMN,
    CommentItem,
    DraftItem,
    Place,
    count,
)
from tui.app.layout.lines import Line, runs_width
from tui.app.layout.stack import Shape
from tui.model import Block, Comment, CommentKind, CommentState, Mark, ShownDate

BODY = "De dijk is dit jaar weer opgehoogd, en dat was nodig ook."
COMMENT = Comment("7", "Marijke Duin", (paragraph(BODY),), date=ShownDate("2 mei 2013, 11:04"))


def item(
    comment: Comment = COMMENT, *, depth: int = 0, replies: int = 0, folded: bool = False
) -> CommentItem:
    shape = Shape.FOLDED if folded else Shape.OPEN
    return CommentItem(comment, 0, Place(depth), replies, replies, shape)


def said(lines: list[Line]) -> list[str]:
    return [line.text.rstrip() for line in lines]


def test_the_head_has_the_author_on_the_left_and_the_date_on_the_right() -> None:
    head, first, *_ = list(item(replies=2).lines(60))
    assert head.text.startswith("▾ Marijke Duin ")
    assert head.text.endswith(" 2 replies · 2 mei 2013, 11:04")
    assert cell_len(head.text) == 60
    assert first.text == "  " + BODY


def test_a_head_without_room_takes_two_lines() -> None:
    assert said(list(item().lines(24)))[:2] == ["  Marijke Duin", "  2 mei 2013, 11:04"]


@pytest.mark.parametrize("width", [20, 40, 72])
def test_nothing_of_a_long_head_is_cut(width: int) -> None:
    author = "Karl Theodor Maria Nikolaus Johann Jacob Philipp aus dem Hause Muster"
    posted = "geschrieben am Dienstag, dem zweiten Mai des Jahres, kurz nach elf Uhr"
    long = replace(COMMENT, author=author, date=ShownDate(posted), by_post_author=True)
    lines = list(item(long, replies=12).lines(width))
    text = " ".join(" ".join(said(lines)).split())
    assert f"{author} author" in text
    assert f"12 replies · {posted}" in text
    assert widest(lines) <= width


def test_the_author_links_to_their_own_page_on_one_line_and_on_two() -> None:
    href = "https://duin.example/"
    linked = replace(COMMENT, author_url=href)
    for width in (20, 72):
        runs = [run for line in item(linked).lines(width) for run in line.runs if run.href]
        assert "".join(run.text for run in runs).strip() == "Marijke Duin"
        assert {run.href for run in runs} == {href}
        assert all(Mark.BOLD in run.marks for run in runs)


def test_what_sets_a_comment_apart_is_said() -> None:
    odd = replace(
        COMMENT,
        author=None,
        kind=CommentKind.PINGBACK,
        state=CommentState.HELD,
        by_post_author=True,
    )
    head = item(odd).lines(100)[0].text
    for words in ("Unknown author", "author", "pingback", "waiting for moderation"):
        assert words in head
    assert "deleted" in item(replace(COMMENT, state=CommentState.DELETED)).lines(72)[0].text


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (ShownDate("gisteren"), "gisteren"),
        (ShownDate("", date(2013, 5, 2)), "2013-05-02"),
        (ShownDate("", datetime(2013, 5, 2, 11, 4)), "11:04"),  # noqa: DTZ001 -- pages give such
        (None, ""),
    ],
)
def test_the_date_is_the_page_s_or_else_the_machine_s(shown: ShownDate | None, text: str) -> None:
    assert item(replace(COMMENT, date=shown)).lines(72)[0].text.rstrip().endswith(text)


@given(blocks, st.integers(0, 40), st.sampled_from((20, 40, 72)), st.sampled_from((1, 2)))
def test_a_comment_keeps_its_words_and_the_width_at_any_depth(
    some: tuple[Block, ...], depth: int, width: int, step: int
) -> None:
    comment = Comment("1", None, some)
    lines = CommentItem(comment, 0, Place(depth, step), 0, 0).lines(width)
    assert widest(lines) <= width
    missing = words_of(some) - shown_words(lines)
    # Beside guides in the narrowest pane a long code line or table cell may break within a word.
    assert width == 20 or not missing


@pytest.mark.parametrize("width", [20, 40, 72])
@pytest.mark.parametrize("depth", [0, 5, 300])
def test_a_folded_comment_is_one_line_that_fits(width: int, depth: int) -> None:
    long = replace(COMMENT, author="日本の読者の名前" * 4, blocks=(paragraph(BODY * 20),))
    for comment in (COMMENT, long):
        lines = list(item(comment, depth=depth, replies=3, folded=True).lines(width))
        assert len(lines) == 2  # with the gap
        assert widest(lines) <= width
        assert "▸ " in lines[0].text


def test_a_folded_comment_tells_author_date_what_it_hides_and_its_first_words() -> None:
    (line, _) = item(replies=3, folded=True).lines(100)
    assert line.text.startswith(
        "▸ Marijke Duin · 2 mei 2013, 11:04 · 3 replies hidden · De dijk is dit jaar"
    )
    assert line.text.endswith("…")


@given(st.integers(0, 5000), st.integers(1, 120), st.sampled_from((1, 2)))
def test_guides_leave_the_text_its_column(depth: int, width: int, step: int) -> None:
    guides = Place(depth, step).guides(width)
    assert width - runs_width(guides) >= min(width - len(f"{depth}╎ "), MIN_COLUMN)


def test_each_level_has_a_guide_and_the_depth_is_a_number_where_they_do_not_fit() -> None:
    def drawn(depth: int, width: int) -> str:
        return "".join(run.text for run in Place(depth).guides(width))

    assert drawn(0, 72) == ""
    assert drawn(3, 72) == "╎ │ ┊ "
    assert drawn(16, 72) == "╎ │ ┊ ┃ " * 4
    assert drawn(17, 72).endswith("17│ ")
    assert drawn(123, 72).endswith("123┃ ")
    assert drawn(2, 40) == "2┊ "


def test_every_line_of_a_reply_stands_behind_its_guides() -> None:
    for line in item(depth=2).lines(44):
        assert line.text.startswith("╎ │ ")


def test_a_draft_shows_its_label_and_all_its_lines() -> None:
    body = "> gezegd\n\nDat zie ik ook zo.\n\tmaar niet altijd\n"
    draft = DraftItem("x", body, "draft to Wil, 3 lines", Place(1))
    assert said(list(draft.lines(60))) == [
        "╎ ✎ draft to Wil, 3 lines",
        "╎   > gezegd",
        "╎",
        "╎   Dat zie ik ook zo.",
        "╎       maar niet altijd",
        "╎",
    ]


@given(
    st.lists(st.sampled_from(("a", "b", " ", "日", "👩‍👧", "é")), max_size=60).map("".join),
    st.integers(-2, 30),
)
def test_clipped_text_fits_and_says_that_it_was_clipped(text: str, width: int) -> None:
    clipped = clip(text, width)
    assert cell_len(clipped) <= max(width, 0) or clipped == text == ""
    assert clipped == text or clipped.endswith("…") or width <= 0


def test_clipping_leaves_whole_characters_and_takes_no_time_on_long_text() -> None:
    assert clip("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 5) == "👩‍👩‍👧👩‍👩‍👧…"
    assert clip("dijk " * 200_000, 10) == "dijk dijk…"


def test_counts_are_words() -> None:
    assert [count(number, "reply") for number in (0, 1, 2)] == ["", "1 reply", "2 replies"]
    assert count(3, "comment", " here") == "3 comments here"
