"""The language, the addresses and the site of a page, and linked data that are broken."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.parse.metadata_pages import BODY, article, ld, page
from tui.parse import parse_page


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<html lang=pt-BR>", "pt-BR"),
        ("<html xml:lang=de>", "de"),
        ('<meta http-equiv="Content-Language" content="sv, en">', "sv"),
        ('<meta property="og:locale" content="fr_CA">', "fr-CA"),
        ("<html lang=''>", None),
        ("<html lang='&#27;[0m'>", None),
    ],
)
def test_the_language_is_the_one_that_the_page_names(html: str, language: str | None) -> None:
    assert parse_page(f"<!doctype html>{html}<body>{BODY}").language == language


def test_addresses_are_absolute_and_safe() -> None:
    found = page(
        '<link rel=canonical href="/brood"><link rel="alternate" type="application/atom+xml"'
        ' href="feed.xml"><link rel=alternate type="text/html" href="/en">'
        '<link rel=alternate type="application/rss+xml" href="javascript:x()">'
    )
    assert found.canonical == "https://blog.example/brood"
    assert found.feeds == ("https://blog.example/feed.xml",)


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Brood zonder kneden | De Bakkerij", "De Bakkerij"),
        ("Brood zonder kneden - Recepten - De Bakkerij", "De Bakkerij"),
        ("Blog van Anna - Brood zonder kneden", "Blog van Anna"),  # as the host is called
        ("De Bakkerij - Brood zonder kneden", None),
        ("Brood zonder kneden - door Anna Visser", None),
        ("Brood zonder kneden - Pagina 2", None),
        ("Brood zonder kneden - een recept voor wie geen tijd heeft", None),
        ("Brood zonder oven | De Bakkerij", None),
    ],
)
def test_the_site_is_named_beside_the_title_of_the_article(title: str, site: str | None) -> None:
    head = f"<title>{title}</title>"
    assert page(head, f"<h1>Brood zonder kneden</h1>{BODY}").site == site
    named = f'{head}<meta property="og:site_name" content="Het Dorp">'
    assert page(named, f"<h1>Brood zonder kneden</h1>{BODY}").site == "Het Dorp"


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("Het Dorp | Alles over het dorp", "Het Dorp"),
        ("Het Dorp: nieuws van nu", "Het Dorp"),
        ("Nieuws van nu - Krant het Dorp", "Krant het Dorp"),
        ("Het Dorp |", "Het Dorp"),
        ("De Krant | Alles over brood", "De Krant | Alles over brood"),
        ("Het Dorp", "Het Dorp"),
    ],
)
def test_the_site_is_named_without_its_slogan(name: str, site: str) -> None:
    html = f"<meta property=og:site_name content='{name}'><h1>Brood</h1>{BODY}"
    assert parse_page(html, url="https://www.hetdorp.example/brood").site == site


def test_relative_links_follow_the_base_element() -> None:
    head = '<base href="https://cdn.example/map/">'
    body = f"<p><a href='x'>een link</a> in een zin die lang genoeg is om te blijven.</p>{BODY}"
    text = article(head, body).blocks[0]
    assert "https://cdn.example/map/x" in repr(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=10),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["@type", "@id", "@graph", "author", "name", "publisher", "headline"]
                ),
                inner | st.just("Article"),
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_linked_data_of_any_shape_is_survived(data: object) -> None:
    import json

    script = json.dumps(data).replace("</", "")
    found = page(ld(script))
    assert found.notes == ()
    assert all(isinstance(name, str) for name in found.article.authors)


@pytest.mark.parametrize("script", ["{", "[" * 100_000, "null", "<!-- {} -->", '{"@graph": 3};'])
def test_broken_linked_data_is_passed_over(script: str) -> None:
    assert page(ld(script)).notes == ()
