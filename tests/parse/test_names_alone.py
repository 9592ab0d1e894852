"""Authors whose names stand without a word such as "by", and names that are not theirs."""

from __future__ import annotations

import pytest

from tests.parse.metadata_pages import BODY, article, ld
from tui.model import Article
from tui.parse import parse_page

ANNA = ("Anna Visser",)


def found(lines: str, head: str = "") -> tuple[str, ...]:
    return article(head, f"<h1>Bread</h1>{lines}{BODY}", "en").authors


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Anna Visser | Senior Writer | May 3, 2024</p>",
        "<div>May 3, 2024 · 5 min · 900 words · Anna Visser</div>",
        "<div class=publish-date-author>May 3, 2024 · Anna Visser on behalf of the guild</div>",
        "<p>By Anna Visser —10 min read</p>",
        "<p>0 · by Anna Visser · Updated on May 3, 2024</p>",
        "<div><p>Anna Visser</p><p>Staff Writer</p></div>",
        "<div><img alt='Anna Visser' src='/avatar/1.jpg'></div><div>Anna Visser</div>",
        "<div><img alt='Photo of Anna Visser' class=author-photo></div><div>Anna Visser</div>",
        "<div><img alt='Anna Visser' class='w-8 rounded-full'>Anna Visser</div>",
        "<div><img class=avatar src='a.jpg'></div><div>Anna Visser</div>",
        "<ul><li><i class='fa fa-user'></i> Anna Visser</li><li>3/5/2024</li></ul>",
        "<ul><li><i class='bi bi-person'></i> Anna Visser</li></ul>",
        "<p>Authors: Anna Visser</p>",
        "<div><strong>Contributors:</strong> Anna Visser</div>",
        "<p>Words: Anna Visser</p>",
    ],
)
def test_a_name_that_stands_alone_is_the_author(lines: str) -> None:
    assert found(lines) == ANNA


def test_a_line_of_dates_alone_names_nobody() -> None:
    page = article("", f"<h1>Bread</h1><p>May 3, 2024 · May 5, 2024 · 3 min</p>{BODY}", "en")
    assert (page.title, page.authors) == ("Bread", ())


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("de", "Ein Beitrag von Anna Visser"),
        ("de", "Autorin: Anna Visser"),
        ("fr", "Propos recueillis par Anna Visser"),
        ("it", "A cura di Anna Visser"),
        ("es", "Redactado por Anna Visser"),
        ("pl", "Tekst: Anna Visser"),
    ],
)
def test_the_words_before_a_name_are_known_in_many_languages(lang: str, line: str) -> None:
    assert article("", f"<h1>Brood</h1><p>{line}</p>{BODY}", lang).authors == ANNA


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Company News | May 3, 2024</p>",
        "<p>May 3, 2024 · Home Baking</p>",
        "<div><img alt='Home Baking' src='cake.jpg'></div><div>Home Baking</div>",
        "<div><a href=/a>Start Here</a></div><div><a href=/b>Guide for Designers</a></div>",
        "<nav><div class=menu><h4>By Event Type</h4></div></nav>",
        "<div class=related-posts><div><p>By Tom Reilly</p></div></div>",
        "<figure><img src=a.jpg><figcaption class=byline>Tom Reilly</figcaption></figure>",
        "<div class=author-box><a href=#bio>Full Bio</a></div>",
        "<li id=user-content-fn-4>Bread Ovens</li>",
        "<div class=meta>3 min read</div>",
    ],
)
def test_what_is_no_author_is_none(lines: str) -> None:
    assert found(lines) == ()


def test_a_role_in_an_element_of_its_own_is_no_part_of_the_name() -> None:
    byline = "<p class=byline>By <a href=/anna>Anna Visser</a> <span>Senior Food Editor</span></p>"
    assert found(byline) == ANNA
    byline = "<p class=byline>By <span>Anna Maria</span> <span>Visser</span></p>"
    assert found(byline) == ("Anna Maria Visser",)


def test_a_person_wins_over_the_site_also_where_both_are_shown() -> None:
    head = '<meta property="og:site_name" content="The Bakery">'
    box = "<p class=post-author>The Bakery</p>"
    assert found(f"{box}<p class=post-author>Anna Visser</p>", head) == ANNA
    assert found(box, head) == ("The Bakery",)


def test_a_list_of_who_does_what_is_no_name() -> None:
    head = '<meta name="author" content="content: The Bakery, design: Tom">'
    assert found("<p>By Anna Visser</p>", head) == ANNA


def site(body: str, head: str = "", host: str = "annavisser.example") -> Article:
    html = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return parse_page(html, url=f"https://{host}/bread").article


POST = f"<article><h1>Bread</h1>{BODY}</article>"


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<header><a href=/>Anna Visser</a></header>{POST}", ""),
        (POST, "<title>Bread | Anna Visser</title>"),
        (POST, '<meta property="og:site_name" content="Anna Visser">'),
        (f"{POST}<footer>© 2019-2024 Anna Visser. All rights reserved.</footer>", ""),
        (f"{POST}<footer>Copyright Anna Visser 2024</footer>", ""),
    ],
)
def test_who_keeps_a_site_under_their_name_wrote_its_posts(body: str, head: str) -> None:
    assert site(body, head).authors == ANNA
    assert site(body, head, "visser.example").authors == ANNA
    assert site(body, head, "bread.example").authors == ()


def test_whoever_a_post_names_comes_before_the_keeper_of_the_site() -> None:
    head = "<title>Bread | Anna Visser</title>"
    post = f"<article><h1>Bread</h1><p>By Tom Reilly</p>{BODY}</article>"
    assert site(post, head).authors == ("Tom Reilly",)
    organisation = ld('{"@type":"Article","author":{"@type":"Organization","name":"De Oven"}}')
    assert site(POST, head + organisation).authors == ("De Oven",)


@pytest.mark.parametrize("name", ["Visser Baking", "Visser Group", "VISSER OVENS"])
def test_a_trade_keeps_no_site_as_a_person_does(name: str) -> None:
    post = f"<article><h1>Bread</h1><p>All there is to know about baking and ovens.</p>{BODY}"
    assert site(f"{post}<footer>© 2024 {name}</footer>", host="visser.example").authors == ()


def test_the_heading_that_shares_words_with_the_title_is_it_among_others() -> None:
    head = "<title>Where to Bake in Delft</title>"
    body = (
        "<h1><a href=/>The Bakery</a></h1><h1>The Best Ovens in Delft for Baking</h1>"
        f"<p>By Anna Visser</p>{BODY}<h1>Next in our guide</h1>"
    )
    page = site(body, head, "bread.example")
    assert (page.title, page.authors) == ("The Best Ovens in Delft for Baking", ANNA)
