"""Titles, authors, dates and addresses, from whatever a page gives them in."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tui.model import Article, Page
from tui.parse import parse_page
from tui.parse.metadata.names import names_of
from tui.parse.metadata.title import without_site

BODY = "<p>Dit is een stukje tekst dat lang genoeg is om voor een artikel door te gaan.</p>"


def ld(script: str) -> str:
    return f'<script type="application/ld+json">{script}</script>'


def page(head: str = "", body: str = BODY, lang: str = "nl") -> Page:
    html = f"<!doctype html><html lang={lang}><head>{head}</head><body>{body}</body></html>"
    return parse_page(html, url="https://blog.example/post")


def article(head: str = "", body: str = BODY, lang: str = "nl") -> Article:
    return page(head, body, lang).article


# Titles


@pytest.mark.parametrize(
    "title",
    [
        "Brood bakken | De Bakkerij",
        "Brood bakken - De Bakkerij",
        "De Bakkerij: Brood bakken",
        "Brood bakken » De Bakkerij",
        "Brood bakken",
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="De Bakkerij">'
    assert article(head).title == "Brood bakken"


def test_the_name_in_the_address_is_known_as_the_site() -> None:
    assert without_site("Bread - Baker's Corner", None, "https://www.bakerscorner.com/x") == "Bread"


def test_a_dash_within_a_title_stays() -> None:
    title = "Brood - of toch liever taart"
    assert article(f"<title>{title}</title>").title == title


def test_the_heading_that_readers_see_wins_over_a_longer_title_element() -> None:
    head = "<title>Brood bakken zonder oven: zo doe je dat | Recepten</title>"
    body = f"<h1>De Bakkerij</h1><h1>Brood bakken zonder oven</h1>{BODY}"
    assert article(head, body).title == "Brood bakken zonder oven"


def test_the_title_is_not_said_again_in_the_article() -> None:
    head = "<title>Brood bakken</title>"
    found = article(head, f"<article><h1>Brood bakken</h1>{BODY}{BODY}</article>")
    assert found.title == "Brood bakken"
    assert len(found.blocks) == 2


def test_a_page_without_any_title_has_none() -> None:
    assert article().title is None


# Authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Anna Visser", ("Anna Visser",)),
        ("Door: Anna Visser", ("Anna Visser",)),
        ("Geschreven door Anna Visser op 3 mei 2024", ("Anna Visser",)),
        ("Von Jürgen Öztürk und Anna Visser", ("Jürgen Öztürk", "Anna Visser")),
        (
            "Par Inês Carvalho, Tom Reilly et Anna Visser",
            ("Inês Carvalho", "Tom Reilly", "Anna Visser"),
        ),
        ("Anna Visser, PhD", ("Anna Visser",)),
        ("Anna Visser | Redacteur", ("Anna Visser",)),
        ("Anna Visser (anna@blog.example)", ("Anna Visser",)),
        ("Posted by Anna Visser on 12/05/2024", ("Anna Visser",)),
        ("https://blog.example/anna", ()),
        ("anna@blog.example", ()),
        ("admin", ()),
        ("", ()),
    ],
)
def test_names_stand_alone(byline: str, names: tuple[str, ...]) -> None:
    assert names_of(byline) == names


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="author" content="Anna Visser">', ""),
        ('<meta name="parsely-author" content="Anna Visser">', ""),
        ('<meta name="dc.creator" content="door Anna Visser">', ""),
        ("", '<a rel="author" href="/anna">Anna Visser</a>'),
        ("", '<span itemprop="author"><span itemprop="name">Anna Visser</span>, redacteur</span>'),
        ("", '<p class="byline">door Anna Visser</p>'),
        ("", '<div class="post-author">Anna Visser</div>'),
        ("", "<p>Door Anna Visser</p>"),
        ("", "<div>Geschreven door</div><div>Anna Visser</div>"),
        (ld('{"@type":"BlogPosting","author":"Anna Visser"}'), ""),
        (ld('[{"@type":"Article","author":{"@id":"#a"}},{"@id":"#a","name":"Anna Visser"}]'), ""),
    ],
)
def test_the_author_is_found_wherever_the_page_names_one(head: str, body: str) -> None:
    assert article(head, f"<h1>Brood</h1>{body}{BODY}").authors == ("Anna Visser",)


def test_the_site_is_the_author_only_where_no_person_is() -> None:
    head = (
        '<meta property="og:site_name" content="De Bakkerij">'
        '<meta name="author" content="De Bakkerij">'
    )
    assert article(head).authors == ("De Bakkerij",)
    assert article(head, f'<h1>Brood</h1><p class="byline">door Anna Visser</p>{BODY}').authors == (
        "Anna Visser",
    )


# Dates


@pytest.mark.parametrize(
    ("head", "body", "iso"),
    [
        (
            ld('{"@type":"Article","datePublished":"2024-05-03"}'),
            "",
            "2024-05-03",
        ),
        (
            '<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">',
            "",
            "2024-05-03T10:00:00+02:00",
        ),
        ('<meta itemprop="datePublished" content="2024-05-03">', "", "2024-05-03"),
        ("", '<time datetime="2024-05-03">3 mei</time>', "2024-05-03"),
        ("", "<p class=datum>vrijdag 3 mei 2024</p>", "2024-05-03"),
        ("", "<p>Bijgewerkt</p>", None),
    ],
)
def test_the_day_of_publication(head: str, body: str, iso: str | None) -> None:
    published = article(head, f"<h1>Brood</h1>{body}{BODY}").published
    assert (published.iso if published else None) == iso


def test_the_words_of_a_date_stay_beside_its_moment() -> None:
    head = '<meta property="article:published_time" content="2024-05-03T10:00:00Z">'
    published = article(head, f"<h1>Brood</h1><p class=date>3 mei 2024</p>{BODY}").published
    assert published is not None
    assert (published.text, published.iso) == ("3 mei 2024", "2024-05-03T10:00:00+00:00")


def test_the_day_that_readers_see_beside_the_title_wins_over_the_day_of_a_move() -> None:
    head = '<meta property="article:published_time" content="2024-01-01T00:00:00Z">'
    body = f"<h1>Brood</h1><p class=date>3 mei 2019</p>{BODY}"
    published = article(head, body).published
    assert published is not None
    assert (published.text, published.iso) == ("3 mei 2019", "2019-05-03")


def test_the_day_of_the_last_change_is_another_date() -> None:
    head = '<meta property="article:modified_time" content="2024-06-01">'
    found = article(head, f"<h1>Brood</h1><time datetime=2024-05-03>3 mei 2024</time>{BODY}")
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.iso, found.updated.iso) == ("2024-05-03", "2024-06-01")


# The rest


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
