"""Where blocks went in an article that was read again."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.model import Block, Paragraph, Span
from tui.reading.moved import moved_blocks


def blocks(words: str) -> list[Block]:
    """A paragraph a letter."""
    return [Paragraph((Span(letter),)) for letter in words]


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        ("abc", "abc", [0, 1, 2]),
        ("abc", "xyabc", [2, 3, 4]),
        ("abc", "abcxy", [0, 1, 2]),
        ("abc", "xabyc", [1, 2, 4]),
        ("abcd", "xacd", [1, 2, 2, 3]),
        ("a-b-c", "a-b-x-c", [0, 1, 2, 3, 6]),
        ("abc", "ab", [0, 1, 1]),
        ("abc", "", [0, 0, 0]),
        ("", "abc", []),
    ],
    ids=["same", "before", "after", "between", "one gone", "equal ones", "end gone", "all", "none"],
)
def test_blocks_are_found_again(before: str, after: str, places: list[int]) -> None:
    assert moved_blocks(blocks(before), blocks(after)) == places


@given(st.text("abc-", max_size=12), st.text("abc-", max_size=12))
def test_every_block_has_a_place(before: str, after: str) -> None:
    places = moved_blocks(blocks(before), blocks(after))
    assert len(places) == len(before)
    assert all(0 <= place < max(len(after), 1) for place in places)


@given(st.text("abc-", max_size=8), st.text("xyz", max_size=5), st.text("xyz", max_size=5))
def test_parts_before_and_after_move_all_alike(words: str, before: str, after: str) -> None:
    shift = len(before)
    places = moved_blocks(blocks(words), blocks(before + words + after))
    if len(set(words)) == len(words):
        assert places == [number + shift for number in range(len(words))]
