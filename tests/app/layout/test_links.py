from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.app.layout.samples import thread_of
from tui.model import Article, Page, Thread
from tui.reading.links import comment_at, same_page

URL = "https://blog.example/dijk"


@pytest.mark.parametrize(
    ("href", "fragment"),
    [
        ("#comment-7", "comment-7"),
        (f"{URL}#comment-7", "comment-7"),
        ("https://blog.example/2013/dijk#comment-7", "comment-7"),
        ("https://blog.example/duin#comment-7", None),
        ("https://elsewhere.example/dijk#comment-7", None),
        (URL, None),
        (f"{URL}#", None),
        ("mailto:ada@blog.example", None),
    ],
)
def test_only_links_into_the_page_itself_stay_in_it(href: str, fragment: str | None) -> None:
    page = Page(Article(), "0", url=f"{URL}#top", canonical="https://blog.example/2013/dijk")
    assert same_page(page, href) == fragment


def test_a_page_without_an_address_knows_bare_fragments_only() -> None:
    page = Page(Article(), "0")
    assert same_page(page, "#c1") == "c1"
    assert same_page(page, f"{URL}#c1") is None


def with_links(thread: Thread) -> Thread:
    comments = tuple(
        replace(comment, key=str(100 + number), permalink=f"{URL}#reactie-{number}")
        for number, comment in enumerate(thread.comments)
    )
    return replace(thread, comments=comments)


@pytest.mark.parametrize(
    ("fragment", "index"),
    [
        ("reactie-2", 2),
        ("101", 1),
        ("comment-101", 1),
        ("1", 0),
        ("2", 2),  # the second in reading order
        ("4", None),
        ("0", None),
        ("", None),
        ("nergens", None),
        ("9" * 6000, None),
        ("²", None),
    ],
)
def test_a_fragment_names_a_comment_by_link_key_or_number(fragment: str, index: int | None) -> None:
    assert comment_at(with_links(thread_of(None, None, 0)), fragment) == index


def test_an_empty_fragment_is_no_comment_without_a_permalink() -> None:
    assert comment_at(thread_of(None), "") is None
