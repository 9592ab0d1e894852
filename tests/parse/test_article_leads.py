"""Leads: what stands between the title and the text of an article."""

from __future__ import annotations

import pytest

from tests.parse.test_article import LONG, LONG_PARAGRAPHS, lines
from tui.model import Paragraph
from tui.parse import parse_page

SAID = "Wie voor zessen op het strand is, ziet het zoals het altijd was, en heeft niets nodig."
MORE = "Wie later komt, vindt de karren van de ijsverkopers en de eerste rij badhokjes al bezet."
THIRD = "En wie na tienen komt, kan net zo goed thuisblijven, want dan is de zee van de stad."
TITLE = "<h1>Vroeg aan zee</h1>"


def test_a_lead_of_several_paragraphs_is_read_to_its_end() -> None:
    lead = f"<header>{TITLE}<div><p>{SAID}</p><p>{MORE}</p><p>{THIRD}</p></div></header>"
    text = [f"{line} En dat in week {week}." for week in range(1, 6) for line in LONG]
    found = lines(f"<div>{lead}<div>{''.join(f'<p>{line}</p>' for line in text)}</div></div>")
    assert found == [SAID, MORE, THIRD, *text]


def test_a_lead_may_hold_a_link() -> None:
    lead = f"{TITLE}<div><p>{SAID} Zie de <a href=/kaart>kaart</a>.</p></div>"
    assert lines(f"{lead}<div>{LONG_PARAGRAPHS}</div>") == [f"{SAID} Zie de kaart.", *LONG]


def test_a_lead_may_stand_far_above_the_text() -> None:
    between = "<div><i></i></div>" * 40
    body = f"{TITLE}<div><p>{SAID}</p></div>{between}<div>{LONG_PARAGRAPHS}</div>"
    assert lines(body) == [SAID, *LONG]


def test_the_motto_of_the_site_above_the_title_is_no_lead() -> None:
    motto = f"<div><h1>Strandblog</h1><p>{MORE}</p></div>"
    body = f"{motto}<div><h2>Vroeg aan zee</h2></div><div>{LONG_PARAGRAPHS}</div>"
    assert lines(body) == LONG


def test_the_title_in_a_box_for_sharing_does_not_end_the_lead() -> None:
    share = "<div><h3>Delen: Vroeg aan zee</h3></div>"
    assert lines(f"{TITLE}<p>{SAID}</p>{share}<div>{LONG_PARAGRAPHS}</div>") == [SAID, *LONG]


def test_the_excerpt_for_lists_of_posts_is_not_read_before_the_post() -> None:
    excerpt = f"<div class=wp-block-post-excerpt><p>{LONG[0][:80]} […]</p></div>"
    assert lines(f"{TITLE}{excerpt}<div>{LONG_PARAGRAPHS}</div>") == LONG


def test_an_excerpt_that_the_author_wrote_is_the_lead() -> None:
    excerpt = f"<p class=post-heading__excerpt>{SAID}</p>"
    assert lines(f"{TITLE}{excerpt}<div>{LONG_PARAGRAPHS}</div>") == [SAID, *LONG]


def test_a_lead_that_is_written_as_a_heading_is_a_paragraph() -> None:
    page = f"<article>{TITLE}<h2>{SAID}</h2><div class=text>{LONG_PARAGRAPHS}</div></article>"
    blocks = parse_page(f"<html><body>{page}</body></html>").article.blocks
    assert [type(block) for block in blocks] == [Paragraph] * (1 + len(LONG))
    assert lines(page) == [SAID, *LONG]


@pytest.mark.parametrize(
    ("line", "is_lead"),
    [
        (SAID, True),
        (
            "Door onze man aan zee, op zondag 3 maart 2024 om zes uur, bijgewerkt om zeven uur.",
            False,
        ),
        (
            "Door onze man aan zee, die al jaren over het strand en over honden schrijft voor ons",
            False,
        ),
    ],
)
def test_a_lead_may_be_text_without_a_paragraph(line: str, *, is_lead: bool) -> None:
    found = lines(f"{TITLE}<div><div>{line}</div></div><div>{LONG_PARAGRAPHS}</div>")
    assert found == [*([line] if is_lead else []), *LONG]


@pytest.mark.parametrize(
    "beside",
    [
        f"<form><p>{MORE}</p></form>",
        f"<figure><p>{MORE}</p></figure>",
        f"<aside><h3>{MORE}</h3></aside>",
    ],
)
def test_what_stands_in_something_else_under_the_title_is_no_lead(beside: str) -> None:
    assert lines(f"{TITLE}<div>{beside}</div><div>{LONG_PARAGRAPHS}</div>") == LONG
