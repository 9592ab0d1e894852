from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.work import not_endless
from tui.reading.proofing import words_of


def words(text: str) -> list[str]:
    """The words of a text that are to be checked."""
    return [word.text for word in words_of(text.split("\n"))]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The cow, the (big) cow!", ["The", "cow", "the", "big", "cow"]),
        ("don't and don’t", ["don't", "and", "don't"]),
        ("l'homme s’appelle", ["l'homme", "s'appelle"]),
        ("> quoted\n\nown", ["own"]),
        ("see `code here` and ``a ` b``", ["see", "and"]),
        ("```\ncode\n```\nown", ["own"]),
        ("~~~ python\ncode\n```\ncode\n~~~\nown", ["own"]),
        ("own\n\n    code\n\n    more\n\nown", ["own", "own"]),
        ("a list:\n    goes on", ["list", "goes", "on"]),
        ("at https://example.org/teh?a=b now", ["at", "now"]),
        ('[text](https://x.nl/wrod "titel")', ["text"]),
        ("[1]: https://x.nl/wrod", []),
        ("<b>bold</b> kim@example.org @kim #tag www.x.nl", ["bold"]),
        ("B2B 3rd x_y I", []),
        ("naïve Straße вода 水", ["naïve", "Straße", "вода"]),
        ("ice-cream", ["ice", "cream"]),
    ],
)
def test_only_words_of_the_writer_s_own_are_checked(text: str, own: list[str]) -> None:
    assert words(text) == own


@given(st.text(alphabet="ab '>`\n~ <>[]().\t’é1_", max_size=120))
def test_a_word_is_where_it_says(text: str) -> None:
    lines = text.split("\n")
    for word in words_of(lines):
        assert lines[word.row][word.start : word.end].replace("’", "'") == word.text


@pytest.mark.parametrize("part", ["a", "字", "`a", "](", "<a", "a@", "a.", "'"])
def test_a_long_line_is_read_in_the_end(part: str) -> None:
    with not_endless():  # patterns that go back and forth would take days
        words(part * 300_000)
