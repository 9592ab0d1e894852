"""What a page declares of itself is read wherever it stands."""

from __future__ import annotations

import pytest

from tui.parse.declared import Declared
from tui.parse.document import read_document


def declared(text: str) -> Declared:
    return read_document(text, None).declared


def test_metas_are_known_by_any_of_their_names_in_any_case() -> None:
    found = declared(
        '<meta NAME="Author" content=" Anna  Visser "><meta property="og:title" content="Spades">'
        '<body><p>x</p><meta itemprop="datePublished" content="2021-03-14">'
        '<meta http-equiv="Last-Modified" content="Sun, 14 Mar 2021 09:26:00 GMT">'
    )
    assert found.first("author") == "Anna Visser"
    assert found.first("twitter:title", "og:title") == "Spades"
    assert found.all("datepublished") == ["2021-03-14"]
    assert found.first("last-modified") is None
    assert found.first("http-equiv:last-modified") == "Sun, 14 Mar 2021 09:26:00 GMT"


def test_a_meta_may_have_several_names_in_the_vocabularies_that_know_such() -> None:
    found = declared(
        '<meta property="dc:creator og:author" content="Anna Visser">'
        '<meta itemprop="dateCreated datePublished" content="2021-03-14">'
    )
    assert found.first("dc.creator") == found.first("og:author") == "Anna Visser"
    assert found.first("datepublished") == "2021-03-14"


@pytest.mark.parametrize("value", ["{{ site.name }}", "${title}", "{% title %}", "undefined"])
def test_a_template_that_nothing_was_put_into_says_nothing(value: str) -> None:
    found = declared(f'<meta name=author content="{value}"><meta name=author content="Anna">')
    assert found.all("author") == ["Anna"]


def test_links_are_known_by_each_of_their_relations() -> None:
    found = declared(
        '<link rel="alternate Home" href="/feed" type="application/rss+xml"><link rel=x href="/y">'
    )
    assert list(found.links("home")) == [("/feed", "application/rss+xml")]
    assert list(found.links("stylesheet")) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ('<link rel="canonical" href="/post">', "https://example.org/post"),
        ('<link rel=canonical href="javascript:x"><meta property="og:url" content="/a">',
         "https://example.org/a"),
        ('<meta property="og:url" content="https://example.net/b">', "https://example.net/b"),
        ('<link rel="canonical">', None),
    ],
)  # fmt: skip
def test_the_canonical_address(text: str, address: str | None) -> None:
    assert declared(text).canonical("https://example.org/") == address


def test_the_first_base_counts() -> None:
    document = read_document(
        '<base target=x><base href="/one/"><base href="/two/">', "https://e.org/"
    )
    assert document.base == "https://e.org/one/"
