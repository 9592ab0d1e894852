"""Dates of comments that only the rest of the page makes certain."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.parse.threads.pages import thread


def page(*dates: str, head: str = "", article: str = "Peat", language: str = "en") -> str:
    items = "".join(
        f'<li id="comment-{number}" class="comment even depth-1"><b class="fn">Ans</b>'
        f'<div class="comment-metadata"><a href="#comment-{number}">{shown}</a></div>'
        f'<div class="comment-content"><p>Words of number {number}.</p></div></li>'
        for number, shown in enumerate(dates, 1)
    )
    return (
        f'<html lang="{language}"><head>{head}</head><body><article><h1>Peat</h1><p>{article}</p>'
        f'</article><ol class="comment-list">{items}</ol></body></html>'
    )


def days(html: str) -> list[date | None]:
    found = [comment.date.at if comment.date else None for comment in thread(html).comments]
    return [at.date() if isinstance(at, datetime) else at for at in found]


def test_a_day_over_twelve_tells_the_order_of_the_other_dates() -> None:
    assert days(page("02/05/2020", "13/05/2020")) == [date(2020, 5, 2), date(2020, 5, 13)]
    assert days(page("02/05/2020", "02/13/2020")) == [date(2020, 2, 5), date(2020, 2, 13)]


def test_dates_of_the_article_tell_it_too() -> None:
    assert days(page("02/05/2020", article="Cut on 28/04/2020.")) == [date(2020, 5, 2)]


def test_an_order_that_nothing_tells_stays_open() -> None:
    assert days(page("02/05/2020", "03/06/2020")) == [None, None]


def test_the_page_overrules_its_language() -> None:
    american = page("02/05/2020", "02/13/2020", language="nl")
    assert days(american) == [date(2020, 2, 5), date(2020, 2, 13)]


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="Date" content="Thu, 14 May 2020 16:00:00 GMT">',
        "<!-- Page saved with SingleFile saved date: Thu May 14 2020 18:00:00 GMT+0200 (CEST) -->",
    ],
)
def test_relative_dates_count_from_the_moment_the_page_was_saved(head: str) -> None:
    html = page("3 days ago", "yesterday", "2 months ago", "1 May 2020", head=head)
    assert days(html) == [date(2020, 5, 11), date(2020, 5, 13), None, date(2020, 5, 1)]
    assert next(c.date.text for c in thread(html).comments if c.date) == "3 days ago"


def test_without_such_a_moment_they_stay_open() -> None:
    assert days(page("3 days ago")) == [None]
