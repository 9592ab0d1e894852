"""Which part of a page is its article, where several could be."""

from __future__ import annotations

import json

import pytest

from tests.parse.test_article import ASIDE, LONG, LONG_PARAGRAPHS, STORY, lines

OTHER = [
    f"Een ander stuk, nummer {number}, gaat over de duinen achter dat strand."
    for number in "abcdefgh"
]
OTHERS = "".join(f"<p>{line}</p>" for line in OTHER * 2)
TITLE = "<h1>Vroeg aan zee</h1>"


@pytest.mark.parametrize("first", [True, False])
def test_of_several_articles_it_is_the_one_with_the_title(first: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    ours = f"<article>{TITLE}{LONG_PARAGRAPHS}</article>"
    other = f"<div class=next><article><h1>De duinen</h1>{OTHERS}</article></div>"
    assert lines(f"<main>{ours}{other}</main>" if first else f"<main>{other}{ours}</main>") == LONG


def test_the_body_of_a_post_goes_before_the_content_around_it_and_lists_of_posts() -> None:
    body = f"<div class='entry-content wp-block-post-content'>{LONG_PARAGRAPHS}</div>"
    others = f"<section><div>{OTHERS[: len(LONG_PARAGRAPHS) * 2 // 3]}</div></section>"
    assert lines(f"<div class=single-post__content>{TITLE}{body}{others}</div>") == LONG


def test_a_list_of_other_posts_by_its_block_is_none_of_the_article() -> None:
    card = f"<h3><a href=/a>Duinen</a></h3><p>{ASIDE}</p>"
    query = f"<div class='wp-block-query'><div><div>{card}</div><div>{card}</div></div></div>"
    assert lines(f"<article>{LONG_PARAGRAPHS}{query}</article>") == LONG


def test_parts_laid_out_alike_go_on_with_the_text_whatever_stands_beside_them() -> None:
    first, second = ("".join(f"<p>{line}</p>" for line in part) for part in (LONG[:9], LONG[9:]))
    links = "".join(
        f"<li><a href=/{n}>Nog een bericht over het strand, {n}</a></li>" for n in "abc"
    )
    beside = f"<aside><ul>{links}</ul></aside>"
    body = "".join(
        f"<div class='flex row'><div>{part}</div>{beside}</div>" for part in (first, second)
    )
    assert lines(f"<article>{TITLE}{body}</article>") == LONG


def test_teasers_lead_elsewhere_but_a_lead_may_be_called_one() -> None:
    linked = "<h4><a href=/a>Honden op het strand, en hun bazen</a></h4>"
    teaser = f"<div class=teaser>{linked}<p>{STORY[1]}</p></div>"
    lead = f"<div class=article-teaser><p>{ASIDE}</p></div>"
    assert lines(f"<article>{lead}{LONG_PARAGRAPHS}{teaser}</article>") == [ASIDE, *LONG]


def test_a_box_to_sign_in_is_none_of_the_article() -> None:
    box = (
        f"<div class=article-content__sign-in-group><h3>Alleen voor leden</h3><p>{ASIDE}</p></div>"
    )
    first, second = ("".join(f"<p>{line}</p>" for line in part) for part in (LONG[:6], LONG[6:]))
    assert lines(f"<article>{first}{box}{second}</article>") == LONG


def test_the_title_is_not_read_again_with_a_word_over_it() -> None:
    title = "Vroeg op zondag met de eerste trein aan zee"
    heading = f"<h1><span>Weekend</span> <span>{title}</span></h1>"
    found = lines(f"<article>{heading}{LONG_PARAGRAPHS}</article>", f"<title>{title}</title>")
    assert found == LONG


def test_a_heading_of_a_section_may_say_more_than_the_title() -> None:
    heading = "Vroeg aan zee, met de eerste trein"
    found = lines(f"<article>{TITLE}<h2>{heading}</h2>{LONG_PARAGRAPHS}</article>")
    assert found == [heading, *LONG]


@pytest.mark.parametrize(
    ("shown", "is_beginning"),
    [(LONG[0], True), (f"{ASIDE} {ASIDE} {ASIDE}", False)],
)
def test_the_linked_data_go_before_the_beginning_that_a_page_shows(
    shown: str, *, is_beginning: bool
) -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(LONG)})
    script = f"<script type=application/ld+json>{data}</script>"
    more = f"<p>{STORY[1]}</p><p>{STORY[2]}</p>" if is_beginning else ""
    found = lines(f"<article><p>{shown}</p>{more}</article>{script}")
    assert found == (LONG if is_beginning else [shown])


def test_what_the_author_says_twice_in_one_place_is_read_twice() -> None:
    assert lines(f"<article>{LONG_PARAGRAPHS}{LONG_PARAGRAPHS}</article>") == [*LONG, *LONG]


def test_a_quote_of_the_text_is_no_copy_of_it() -> None:
    quote = f"<blockquote><p>{LONG[3]}</p><p>{ASIDE}</p></blockquote>"
    assert lines(f"<article>{LONG_PARAGRAPHS}{quote}</article>") == [*LONG, LONG[3], ASIDE]


def test_the_lead_is_not_read_again_in_the_text() -> None:
    lead = f"<div><p class=summary>{ASIDE}</p></div>"
    text = f"<div class=field--name-body><div><p>{ASIDE}</p></div>{LONG_PARAGRAPHS}</div>"
    assert lines(f"<article>{TITLE}{lead}{text}</article>") == [ASIDE, *LONG]


def test_all_columns_of_a_page_without_links_are_read() -> None:
    first = "".join(
        f"<tr><td>{key}</td><td>Naar het einde van blad {key}</td></tr>" for key in "abc"
    )
    second = "".join(f"<tr><td>{key}</td><td>Naar regel {key}</td></tr>" for key in "abcdefgh")
    columns = (
        f"<td><b>Vroeg</b><table>{first}</table></td><td><b>Laat</b><table>{second}</table></td>"
    )
    found = lines(f"{TITLE}<table><tr>{columns}</tr></table>")
    assert (found[0], found[4]) == ("Vroeg", "Laat")
    assert len(found) == 1 + 3 + 1 + 8


def test_a_section_of_cards_beside_the_article_does_not_go_on_with_it() -> None:
    cards = f"<article><h3>Duinen</h3><p>{ASIDE}</p></article>" * 3
    beside = f"<section><div>{cards}</div></section>"
    text = LONG_PARAGRAPHS.replace("de krant", "<a href=https://krant.example>de krant</a>")
    assert lines(f"<main><section><div>{text}</div></section>{beside}</main>") == LONG


def test_a_text_of_the_data_that_is_one_long_line_is_read_in_paragraphs() -> None:
    text = " ".join(f"{line} En dat, o.a. in mei, ook op dag {n}." for n, line in enumerate(LONG))
    data = json.dumps({"@type": "NewsArticle", "articleBody": text})
    found = lines(f"<div id=root></div><script type=application/ld+json>{data}</script>")
    assert " ".join(found) == text
    assert len(found) > 2
    assert all(line.endswith(".") and line[0].isupper() for line in found)
    assert all(len(line) >= 500 for line in found[:-1])
