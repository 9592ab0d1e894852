from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.model import Article, Page
from tui.reading.naming import bare_address, bare_permalink, kept_names, names_of

PAGES = (
    "https://blog.example/dijk/",
    "http://blog.example/dijk",
    "https://Blog.example/dijk/#comment-7",
    "https://blog.example/dijk/comment-page-2/",
    "https://blog.example/dijk/comment-page-2/#comment-41",
    "https://blog.example/dijk/?cpage=3",
)
"""Ways to one page."""


@pytest.mark.parametrize("address", PAGES)
def test_ways_to_a_page_have_one_bare_address(address: str) -> None:
    assert bare_address(address) == "blog.example/dijk"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://blog.example/dijk", "https://blog.example/dijk-2"),
        ("https://blog.example/dijk", "https://other.example/dijk"),
        ("https://blog.example/?p=12", "https://blog.example/?p=13"),
        ("https://blog.example/?page=12", "https://blog.example/?page=13"),
        ("https://blog.example/Dijk", "https://blog.example/dijk"),
        ("https://blog.example:8080/dijk", "https://blog.example/dijk"),
    ],
)
def test_other_pages_have_another_bare_address(first: str, second: str) -> None:
    assert bare_address(first) != bare_address(second)


@pytest.mark.parametrize(
    ("paged", "bare"),
    [
        ("https://blog.example/?p=12&cpage=2", "https://blog.example/?p=12"),
        ("https://drupal.example/node/4?page=2", "https://drupal.example/node/4"),
        ("https://blog.example/d%C3%A9/", "https://blog.example/dé"),
    ],
)
def test_the_number_of_a_page_of_comments_is_no_part_of_it(paged: str, bare: str) -> None:
    assert bare_address(paged) == bare_address(bare)


@given(st.text(max_size=60) | st.from_regex(r"https?://[ -~]{0,40}", fullmatch=True))
def test_any_text_has_a_bare_address_which_is_bare(text: str) -> None:
    bare = bare_address(text)
    assert bare_address(bare) == bare
    assert bare_permalink(text)[1] == text.partition("#")[2]


def page(*, url: str | None = None, canonical: str | None = None) -> Page:
    return Page(Article("De dijk"), "d1", url=url, canonical=canonical)


def test_a_page_is_known_by_its_key_its_address_and_what_opened_it() -> None:
    names = names_of(page(url="https://m.example/7", canonical=PAGES[3]), "https://short.example/x")
    assert names == {"blog.example/dijk", "m.example/7", "short.example/x"}


def test_a_pipe_is_no_name() -> None:
    assert names_of(page(), "-") == {"sha256:d1"}
    assert kept_names("sha256:d1", "-") == {"sha256:d1"}


def test_a_file_is_a_name_only_of_a_page_without_an_address() -> None:
    assert kept_names("sha256:d1", "/saved/dijk.html") == {"sha256:d1", "/saved/dijk.html"}
    assert kept_names(PAGES[0], "/saved/dijk.html") == {"blog.example/dijk"}
    assert "/saved/dijk.html" in names_of(page(canonical=PAGES[0]), "/saved/dijk.html")
