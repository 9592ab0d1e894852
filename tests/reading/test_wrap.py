from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len, split_graphemes

from tui.parse.clean import clean
from tui.reading import wrap as module
from tui.reading.wrap import chop, wrap

_WORDS = ("dijk", "Überraschung", "the", "a", "日本語の本", "👍🏽", "👩‍👩‍👧", "🇳🇱",
          "e\u0301te\u0301", "שלום",
          "مرحبا", "한국어", "x" * 30, "「引用」", "(ja)", "ไทยแลนด์")  # fmt: skip

# rich measures a joiner or variation selector that follows nothing in two ways.
_anything = st.text(st.characters(exclude_characters="\u200d\ufe0f"), max_size=6)
mixed = st.lists(st.sampled_from([*_WORDS, " ", "  ", "\n"]) | _anything, max_size=30).map(
    lambda parts: clean(" ".join(parts)).replace("\t", " ")
)
plain = st.text(st.sampled_from("abcé  ."), max_size=120)
widths = st.integers(2, 80)


def lines_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@given(mixed, widths)
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    for line in lines_of(text, width):
        assert cell_len(line.rstrip(" ")) <= width
        assert len(line) <= 1 or cell_len(line) <= width


@given(mixed, widths)
def test_nothing_is_lost_but_spaces_and_line_feeds_at_breaks(text: str, width: int) -> None:
    at = 0
    for start, end in wrap(text, width):
        assert at <= start <= end
        assert not text[at:start].strip(" \n")
        at = end
    assert not text[at:].strip(" ")


@given(mixed, widths)
def test_every_line_feed_ends_a_line(text: str, width: int) -> None:
    assert len(wrap(text, width)) >= text.count("\n") + 1
    assert all("\n" not in line for line in lines_of(text, width))


@given(mixed, widths)
def test_what_a_reader_sees_as_one_character_is_never_split(text: str, width: int) -> None:
    edges = {0, len(text)}
    at = 0
    for part in text.split("\n"):
        for start, end, _ in split_graphemes(part)[0]:
            edges |= {at + start, at + end}
        at += len(part) + 1
        edges |= {at - 1, at}
    for start, end in (*wrap(text, width), *chop(text, width)):
        assert {start, end} <= edges


@given(
    st.lists(st.sampled_from(("de", "dijk", "käse", "écrit", "вода", "x-y")), max_size=40), widths
)
def test_words_stay_whole_where_they_fit(parts: list[str], width: int) -> None:
    width = max(width, 5)
    shown = [word for line in lines_of(" ".join(parts), width) for word in line.split(" ") if word]
    assert shown == parts


@given(st.lists(st.sampled_from(("de", "dijk", "käse", "écrit")), min_size=2, max_size=40), widths)
def test_a_line_ends_only_where_the_next_word_does_not_fit(parts: list[str], width: int) -> None:
    width = max(width, 5)
    lines = lines_of(" ".join(parts), width)
    for line, after in pairwise(lines):
        assert cell_len(line) + 1 + cell_len(after.split(" ")[0]) > width


@given(plain, widths)
def test_plain_text_wraps_the_same_the_fast_way_and_the_thorough_way(text: str, width: int) -> None:
    thorough = list(module._wrap_graphemes(text, 0, len(text), width))
    quick = list(module._wrap_narrow(text, 0, len(text), width))
    assert [text[start:end].strip(" ") for start, end in quick] == [
        text[start:end].strip(" ") for start, end in thorough
    ]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("a\n\nb", 10, ["a", "", "b"]),
        ("De zee geeft en neemt", 10, ["De zee", "geeft en", "neemt"]),
        ("tien cells", 10, ["tien cells"]),
        ("tien cells  ", 10, ["tien cells"]),
        ("日本語の文章です", 6, ["日本語", "の文章", "です"]),
        ("日本語。次", 6, ["日本", "語。次"]),
        ("あ「い」う", 6, ["あ", "「い」", "う"]),
        ("👍👍👍", 4, ["👍👍", "👍"]),
        ("👩‍👩‍👧👩‍👩‍👧 ja", 4, ["👩‍👩‍👧👩‍👩‍👧", "ja"]),
        ("🇳🇱🇩🇪🇬🇧", 5, ["🇳🇱🇩🇪", "🇬🇧"]),
        ("e\u0301e\u0301e\u0301 e\u0301", 3, ["e\u0301e\u0301e\u0301", "e\u0301"]),
        ("שלום לכולם", 6, ["שלום", "לכולם"]),
        ("한국어 문장입니다", 7, ["한국어", "문장입", "니다"]),
        ("Wort Donaudampfschiff", 8, ["Wort", "Donaudam", "pfschiff"]),
        ("https://blog.example/een/pad", 16, ["https://", "blog.example/", "een/pad"]),
    ],
)
def test_breaks_stand_where_readers_expect_them(text: str, width: int, lines: list[str]) -> None:
    assert [line.rstrip() for line in lines_of(text, width)] == lines


@given(mixed, widths)
def test_chopping_loses_nothing_at_all(text: str, width: int) -> None:
    shown = [text[start:end] for start, end in chop(text, width)]
    assert "".join(shown) == text.replace("\n", "")
    assert all(cell_len(line) <= width for line in shown)


def test_chopping_keeps_the_white_space_of_code() -> None:
    text = "if x:\n        y()  # ja\n"
    assert [text[start:end] for start, end in chop(text, 12)] == [
        "if x:",
        "        y() ",
        " # ja",
        "",
    ]


def test_a_very_long_word_is_no_trouble() -> None:
    assert len(wrap("x" * 400_000, 40)) == 10_000
    assert len(wrap("日" * 100_000, 40)) == 5_000
