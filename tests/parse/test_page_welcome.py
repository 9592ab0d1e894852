"""The bundled page: what a new user sees first, read as the reader will show it."""

from __future__ import annotations

from importlib import resources

import pytest

from tui.model import (
    Block,
    Image,
    ListBlock,
    Mark,
    Page,
    Preformatted,
    Span,
    Table,
    blocks_text,
    plain,
)
from tui.parse import parse_page


@pytest.fixture(scope="module")
def page() -> Page:
    return parse_page((resources.files("tui") / "data" / "welcome.html").read_bytes())


def find(page: Page, kind: type[Block]) -> Block:
    return next(block for block in page.article.blocks if isinstance(block, kind))


def test_it_says_what_it_is(page: Page) -> None:
    article = page.article
    assert article.title == "Welcome to Rejoinder"
    assert article.authors == ("The Rejoinder authors",)
    assert article.published is not None
    assert article.published.text == "November 24, 2026"
    assert article.published.iso == "2026-11-24T09:00:00+00:00"
    assert (page.language, page.notes) == ("en", ())


def test_it_shows_one_of_each_kind_of_block(page: Page) -> None:
    kinds = {type(block).__name__ for block in page.article.blocks}
    assert kinds == {
        *("Paragraph", "Heading", "ListBlock", "Quote", "Preformatted", "Table", "Image", "Rule"),
    }
    steps = find(page, ListBlock)
    assert isinstance(steps, ListBlock)
    assert steps.ordered
    assert [len(item) for item in steps.items] == [1, 1, 2]
    picture = find(page, Image)
    assert isinstance(picture, Image)
    assert picture.alt.startswith("Two sheets of paper")
    assert plain(picture.caption) == "The whole idea, drawn badly"
    table = find(page, Table)
    assert isinstance(table, Table)
    assert table.header
    assert (len(table.rows), len(table.rows[0])) == (4, 3)
    code = find(page, Preformatted)
    assert isinstance(code, Preformatted)
    assert (code.language, code.text.count("\n")) == ("sh", 2)


def test_its_article_begins_and_ends_where_it_should(page: Page) -> None:
    lines = blocks_text(page.article.blocks).splitlines()
    assert lines[0].startswith("You are reading a page")
    assert lines[-1].endswith("Go and see.")
    assert Span("Markdown", href="https://commonmark.org/help/") in _spans(page)
    assert Span("j", Mark.CODE) in _spans(page)


def _spans(page: Page) -> list[Span]:
    found: list[Span] = []
    stack: list[object] = list(page.article.blocks)
    while stack:
        part = stack.pop()
        if isinstance(part, Span):
            found.append(part)
        elif isinstance(part, tuple):
            stack.extend(part)
        elif isinstance(part, ListBlock):
            stack.extend(part.items)
        elif hasattr(part, "text"):
            stack.append(part.text)
    return found


def test_its_thread_is_whole(page: Page) -> None:
    thread = page.thread
    assert thread is not None
    assert [comment.author for comment in thread.comments] == [
        "Marit",
        "The Rejoinder authors",
        "Marit",
        "Tobias Lund",
        "Old Man Hendriks",
        "Ngozi A.",
        "pipe_dreams",
        "In praise of slow answers",
    ]
    assert thread.depths == (0, 1, 2, 3, 0, 1, 0, 0)
    assert [str(comment.kind) for comment in thread.comments][-2:] == ["comment", "pingback"]


def test_it_can_be_answered(page: Page) -> None:
    form = page.form
    assert form is not None
    assert (form.title, form.text_field, form.parent_field) == (
        "Leave a Reply",
        "comment",
        "comment_parent",
    )
    assert "will not be published" in form.notes[0]
