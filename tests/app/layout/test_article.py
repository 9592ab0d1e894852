from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from tests.app.layout.samples import paragraph
from tui.app.layout.article import (
    BlockItem,
    article_items,
    byline,
    passage,
    reading_minutes,
)
from tui.app.layout.hints import hint_labels
from tui.model import Article, Heading, Page, Paragraph, Parts, ShownDate, Span

ARTICLE = Article(
    "De dijk",
    (Heading(2, (Span("Begin"),)), paragraph("Het water kwam.")),
    ("Ada Duin", "Bo Zee"),
    ShownDate("2 mei 2013", date(2013, 5, 2)),
)


def test_title_byline_notes_and_blocks_come_in_this_order() -> None:
    items = article_items(Page(ARTICLE, "0", site="Zeeblog", notes=("Een deel ontbreekt.",)))
    said = ["\n".join(line.text for line in item.lines(72)).strip() for item in items]
    assert said[0] == "De dijk"
    assert said[1].startswith("Ada Duin, Bo Zee · Zeeblog · 2 mei 2013 · 1")
    assert said[2:] == ["Een deel ontbreekt.", "## Begin", "Het water kwam."]
    assert [item.is_heading for item in items] == [False, False, False, True, False]
    assert len({item.key for item in items}) == len(items)


def test_the_other_parts_of_an_article_are_links_on_its_last_line() -> None:
    parts = Parts(2, 3, "https://zee.example/dijk/", "https://zee.example/dijk/3/")
    *_, last = article_items(Page(ARTICLE, "0", parts=parts))
    lines = last.lines(72)
    assert lines[0].text == "Part 2 of 3 · Go on: part 3 · Back: part 1"
    assert [(run.text, run.href) for run in lines[0].runs if run.href] == [
        ("Go on: part 3", "https://zee.example/dijk/3/"),
        ("Back: part 1", "https://zee.example/dijk/"),
    ]
    assert passage(last) == ()


def test_a_page_without_an_article_says_so() -> None:
    items = article_items(Page(Article(), "0"))
    said = [line.text for item in items for line in item.lines(72) if line.text]
    assert said == ["Untitled page", "No article was found on this page."]


@pytest.mark.parametrize(
    ("page", "facts"),
    [
        (Page(Article(), "0"), ""),
        (Page(Article(), "0", site="Zeeblog"), "Zeeblog"),
        (Page(Article(authors=("Ada",)), "0", site="Zeeblog"), "Ada · Zeeblog"),
        (Page(Article(authors=("Ada", "ZEEBLOG")), "0", site="Zeeblog"), "Ada, ZEEBLOG"),
        (Page(Article(published=ShownDate("", date(2013, 5, 2))), "0"), "2013-05-02"),
    ],
)
def test_the_byline_leaves_out_what_is_not_known_or_told_already(page: Page, facts: str) -> None:
    assert byline(page) == facts


def test_reading_takes_longer_the_more_there_is() -> None:
    def minutes(text: str) -> int:
        return reading_minutes(Page(Article(blocks=(paragraph(text),)), "0"))

    assert minutes("kort") == 1
    assert 4 <= minutes("woord " * 1150) <= 6
    assert minutes("海は与え" * 1000) > 3


def test_passages_are_quoted_and_notes_are_not() -> None:
    items = article_items(Page(ARTICLE, "0", notes=("Een deel ontbreekt.",)))
    quotes = {item.key: passage(item) for item in items}
    assert quotes["title"] == (Paragraph((Span("De dijk"),)),)
    assert quotes["byline"] == ()
    assert quotes["note-0"] == ()
    assert [quotes[item.key] for item in items if isinstance(item, BlockItem)] == [
        (block,) for block in ARTICLE.blocks
    ]


@given(st.integers(0, 2000))
def test_hints_are_different_and_none_begins_another(number: int) -> None:
    labels = hint_labels(number)
    assert len(labels) == len(set(labels)) == number
    assert len({len(label) for label in labels}) <= 1  # of one length, none begins another
    assert all(label.isalpha() and label.islower() for label in labels)


def test_few_links_need_one_letter_and_many_as_few_as_suffice() -> None:
    assert {len(label) for label in hint_labels(26)} == {1}
    assert {len(label) for label in hint_labels(27)} == {2}
    assert {len(label) for label in hint_labels(677)} == {3}
