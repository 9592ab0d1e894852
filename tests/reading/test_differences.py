from __future__ import annotations

from itertools import pairwise

from hypothesis import given, strategies as st

from tui.reading.differences import MOST_WORDS, Kind, Stretch, differences, first_difference

TEXTS = st.lists(st.sampled_from(["de", "dijk", "\n", "  ", "Brak.", "brak"]), max_size=40).map(
    " ".join
)


def test_words_that_were_put_in_and_taken_out() -> None:
    assert differences("De dijk is hoog.", "De dijk is heel laag.") == [
        Stretch("De dijk is ", Kind.BOTH),
        Stretch("hoog.", Kind.BEFORE),
        Stretch("heel laag.", Kind.AFTER),
    ]
    assert differences("", "") == []
    assert differences("gelijk", "gelijk") == [Stretch("gelijk", Kind.BOTH)]


@given(TEXTS, TEXTS)
def test_each_text_is_whole_in_the_differences(before: str, after: str) -> None:
    found = differences(before, after)
    assert "".join(part.text for part in found if part.kind is not Kind.AFTER) == before
    assert "".join(part.text for part in found if part.kind is not Kind.BEFORE) == after
    assert all(one.kind is not other.kind for one, other in pairwise(found))


def test_long_texts_are_compared_by_lines() -> None:
    before = "".join(f"regel {number}\n" for number in range(MOST_WORDS))
    after = before.replace("regel 7\n", "regel zeven\n") + "slot"
    found = differences("a " + before, "b " + after)
    assert Stretch("regel 7\n", Kind.BEFORE) in found
    assert Stretch("regel zeven\n", Kind.AFTER) in found


def test_the_first_line_that_differs() -> None:
    assert first_difference("een\ntwee\ndrie", "een\n\nTwee!\ndrie") == "Twee!"
    assert first_difference("een\ntwee", "een") == "twee"
    assert first_difference("een", "een") == ""
