from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from tests.app.layout.samples import paragraph
from tui.model import Article, Comment, Page, Thread
from tui.reading.find import MAX_NEEDLE, TITLE, PageText, needle_pattern

PAGE = Page(
    Article("De dijk", (paragraph("Een dijk en nog een dijk."), paragraph("Water."))),
    "0",
    thread=Thread(
        (
            Comment("1", "Dijkman", (paragraph("Mooi."),)),
            Comment("2", "Wil", (paragraph("Een hoge"), paragraph("dijk, ja."))),
            Comment("3", "Job", (paragraph("Nee."),)),
        ),
        "t",
    ),
)


def test_words_are_found_in_title_article_and_comments() -> None:
    found = PageText(PAGE).find("dijk")
    assert found is not None
    assert found.article == (TITLE, 0)
    assert found.comments == (0, 1)
    assert (found.count, found.places) == (5, 4)


def test_words_go_on_from_one_line_to_the_next() -> None:
    found = PageText(PAGE).find("hoge dijk")
    assert found is not None
    assert found.comments == (1,)


@pytest.mark.parametrize("needle", ["café", "cafe\u0301", "CAFÉ"])
@pytest.mark.parametrize("text", ["Le café.", "Le cafe\u0301.", "LE CAFE\u0301."])
def test_letters_with_accents_are_found_whole_and_in_parts(needle: str, text: str) -> None:
    pattern = needle_pattern(needle)
    assert pattern is not None
    assert (pattern.search(text) is not None) == (needle.islower() or text.isupper())


@pytest.mark.parametrize(("needle", "count"), [("DIJK", 0), ("Dijk", 1), ("dijk", 5)])
def test_capitals_count_where_there_are_any(needle: str, count: int) -> None:
    found = PageText(PAGE).find(needle)
    assert found is not None
    assert found.count == count


@pytest.mark.parametrize("needle", ["", "  ", "\n"])
def test_no_words_are_no_search(needle: str) -> None:
    assert PageText(PAGE).find(needle) is None


@given(st.text())
def test_a_text_finds_itself(text: str) -> None:
    pattern = needle_pattern(text)
    if pattern is not None:
        assert pattern.search(" ".join(text[:MAX_NEEDLE].split()))


@given(st.text(alphabet="a.*+?()[]{}\\|^$", min_size=1, max_size=20))
def test_signs_of_patterns_are_no_signs(text: str) -> None:
    pattern = needle_pattern(text)
    assert pattern is not None
    assert [match[0] for match in re.finditer(pattern, f"x{text}x")] == [text]
