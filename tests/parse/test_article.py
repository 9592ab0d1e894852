"""What is the article, and what only stands beside it."""

from __future__ import annotations

import json

import pytest

from tui.model import ListBlock, blocks_text
from tui.parse import parse_page

STORY = (
    "De eerste trein vertrekt om vijf uur, en wie hem haalt, heeft de zee voor zich alleen.",
    "Tegen zeven uur komen de honden, tegen acht uur hun bazen, en daarna is het strand van ons.",
    "Wij lopen dan alweer terug, met zand in de schoenen en de krant nog ongelezen in de tas.",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)
ASIDE = "Dit stukje hoort niet bij het verhaal, maar het is wel lang genoeg om erop te lijken."


def lines(body: str, head: str = "<title>Vroeg aan zee</title>") -> list[str]:
    page = parse_page(f"<!doctype html><html lang=nl><head>{head}</head><body>{body}</body></html>")
    return blocks_text(page.article.blocks).splitlines()


@pytest.mark.parametrize(
    "frame",
    [
        "{}",
        "<main>{}</main>",
        "<div><div><article>{}</article></div></div>",
        "<div itemprop='articleBody'>{}</div>",
        "<div class='entry-content'>{}</div>",
        "<table><tr><td>{}</td></tr></table>",
        "<div id='sidebar-left-layout'>{}</div>",
        "<form id=aspnetForm>{}</form>",
        "<div hidden id='S:1'>{}</div>",
    ],
)
def test_the_story_is_found_whatever_stands_around_it(frame: str) -> None:
    assert lines(f"<nav><a href=/>Home</a></nav>{frame.format(PARAGRAPHS)}") == list(STORY)


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><p>{}</p></nav>",
        "<aside><p>{}</p></aside>",
        "<footer><p>{}</p></footer>",
        "<div role=complementary><p>{}</p></div>",
        "<div class=related-posts><p>{}</p></div>",
        "<div class='post-share social'><p>{}</p></div>",
        "<div id=newsletterSignup><p>{}</p></div>",
        "<div class=cookie-notice><p>{}</p></div>",
        "<section class=author-bio><p>{}</p></section>",
        "<div style='display:none'><p>{}</p></div>",
        "<div><a href=/x>{}</a></div>",
        "<dialog open><p>{}</p></dialog>",
    ],
)
def test_what_stands_beside_is_left_out_within_and_around(beside: str) -> None:
    other = beside.format(ASIDE)
    assert lines(f"<article>{PARAGRAPHS}{other}</article>") == list(STORY)
    assert lines(f"{other}<div class=wrap>{PARAGRAPHS}</div>{other}") == list(STORY)


@pytest.mark.parametrize("name", ["widget", "module", "promo", "related", "content-nav-section"])
def test_names_that_would_empty_the_page_are_not_trusted(name: str) -> None:
    parts = "".join(f"<div class='{name}'><p>{line}</p></div>" for line in STORY)
    assert lines(f"<div class=page>{parts}</div>") == list(STORY)


def test_a_list_of_links_in_the_story_is_part_of_it() -> None:
    links = "<ul><li><a href=/1>Dienstregeling van de kustlijn</a><li><a href=/2>Getijden</a></ul>"
    page = parse_page(f"<!doctype html><article>{PARAGRAPHS}{links}{PARAGRAPHS}</article>")
    assert any(isinstance(block, ListBlock) for block in page.article.blocks)


def test_text_split_over_sections_is_read_to_its_end() -> None:
    body = "".join(f"<section><div><p>{line}</p></div></section>" for line in STORY * 2)
    assert lines(f"<header><p>{ASIDE}</p></header><div>{body}</div>")[-6:] == [*STORY, *STORY]


def test_a_lead_above_the_text_belongs_to_it() -> None:
    body = f"<h1>Vroeg aan zee</h1><div><p>{ASIDE}</p></div><div>{PARAGRAPHS * 2}</div>"
    assert lines(body) == [ASIDE, *STORY, *STORY]


@pytest.mark.parametrize("heading", ["Related posts", "Lees ook", "About the author", "Reacties"])
def test_what_follows_the_last_word_is_left_out(heading: str) -> None:
    rest = f"<h3>{heading}</h3><p>{ASIDE}</p>"
    assert lines(f"<article>{PARAGRAPHS * 2}{rest}</article>") == [*STORY, *STORY]


@pytest.mark.parametrize("hiding", ["style='display:none'", "hidden"])
def test_a_page_that_waits_for_its_script_is_read_all_the_same(hiding: str) -> None:
    found = lines(f"<p>Even geduld</p><div {hiding}><div>{PARAGRAPHS * 4}</div></div>")
    assert found == [*STORY, *STORY, *STORY, *STORY]


def test_such_a_heading_in_the_middle_ends_nothing() -> None:
    body = f"<article>{PARAGRAPHS}<h3>About the author</h3>{PARAGRAPHS * 3}</article>"
    assert len(lines(body)) == 13


def test_the_linked_data_speaks_where_the_page_is_silent() -> None:
    data = json.dumps({"@type": "BlogPosting", "articleBody": "\n\n".join(STORY * 2)})
    head = f'<title>x</title><script type="application/ld+json">{data}</script>'
    assert lines("<div id=app>Even geduld</div>", head) == [*STORY, *STORY]
    assert lines(f"<article>{PARAGRAPHS * 2}</article>", head) == [*STORY, *STORY]
