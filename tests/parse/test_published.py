"""The dates of an article, from whatever a page tells them in."""

from __future__ import annotations

import pytest

from tests.parse.metadata_pages import BODY, article, ld
from tui.parse import parse_page

POSTED = (
    "<p>Dieser Beitrag wurde am Freitag, 3. Mai 2024 in der alten Mühle geschrieben und unter Brot "
    "abgelegt. Antworten auf ihn können Sie im RSS-Feed lesen, und zum Ende springen und selbst "
    "eine schreiben.</p>"
)


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
        (
            "",
            "<div class=author>Written by Anna Visser in Bread on 3 May 2024 in the old mill</div>",
            "2024-05-03",
        ),
        ('<meta name="citation_publication_date" content="2024 May 3">', "", "2024-05-03"),
        ('<meta name="published-date" content="2024-05-03">', "", "2024-05-03"),
        ("", f"{BODY * 300}<p>Posted on May 3, 2024</p>", "2024-05-03"),
        ("", f"{BODY * 300}<p class=post-date>3 mei 2024</p>", "2024-05-03"),
        (
            "",
            f"{BODY * 300}<p class=post-date>3 mei 2024</p><p class=post-date>4 mei 2024</p>",
            None,
        ),
        ("", f"{BODY * 300}<p>Written by Anna Visser May 3, 2024</p>", "2024-05-03"),
        ("", POSTED, "2024-05-03"),
        # A line of an element that holds the article as well.
        ("", f"<fieldset>3 mei 2024<div>{BODY * 9}</div></fieldset>", "2024-05-03"),
        ("", f"<p>Delft, 3 mei 2024 \u2013 {'De molen draait weer. ' * 9}</p>", "2024-05-03"),
        ("", f"<p>Op 3 mei 2024 draait de molen weer. {'De molenaar bakt. ' * 9}</p>", None),
        ("", f"<p>(3 mei 2024) {'De molen draait weer. ' * 9}</p>", "2024-05-03"),
        (
            "",
            "<div data-props='{&quot;publishedAt&quot;:&quot;2024-05-03T10:00:00Z&quot;}'>",
            "2024-05-03T10:00:00+00:00",
        ),
        (
            "",
            "<script>a={'publishedAt':'2024-05-03'},b={'publishedAt':'2024-05-04'}</script>",
            None,
        ),
        # The day in a card of another article, in a quotation, in code, in a box of facts.
        (
            "",
            "<p>3 mei 2024</p><a href=/x><time>6 mei 2024</time> Taart bakken als een meester</a>",
            "2024-05-03",
        ),
        ("", "<blockquote><a href=/x>3 mei 2024</a></blockquote>", None),
        ("", "<pre><code>3 mei 2024</code></pre>", None),
        ("", "<table class=infobox><tr><td>Opgericht<td>3 mei 2024</table>", None),
        (ld('{"@type":"Article",,"datePublished":"2024-05-03"'), "", "2024-05-03"),
        (
            ld('{"@type":"Article","datePublished":"Fri May 03 15:28:56 CET 2024"}'),
            "",
            "2024-05-03T15:28:56",
        ),
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


def test_a_link_around_the_title_may_hold_its_day() -> None:
    link = "<a href=/post><h1>Brood bakken zonder oven</h1><p>3 mei 2024</p></a>"
    published = article("<title>Brood bakken zonder oven</title>", link + BODY).published
    assert published is not None
    assert published.iso == "2024-05-03"


def test_a_day_that_readers_do_not_see_is_none() -> None:
    line = "<p>Geschreven <span hidden>op 3 mei 2024</span> in de keuken</p>"
    assert article(body=f"<h1>Brood</h1>{line}{BODY}").published is None


def test_the_day_that_readers_see_beside_the_title_wins_over_the_day_of_a_move() -> None:
    head = '<meta property="article:published_time" content="2024-01-01T00:00:00Z">'
    body = f"<h1>Brood</h1><p class=date>3 mei 2019</p>{BODY}"
    published = article(head, body).published
    assert published is not None
    assert (published.text, published.iso) == ("3 mei 2019", "2019-05-03")


FIRST = ld(
    '{"@type":"Article","datePublished":"2023-10-09T02:00:00Z","dateModified":"2024-06-01T02:00:00Z"}'
)
OWN = (
    '<meta property="article:published_time" content="2023-10-09T02:00:00Z">'
    '<meta property="article:modified_time" content="2024-06-01T02:00:00Z">'
)


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Updated: <span>May 3, 2024</span></p>",  # a change, which says nothing of the first day
        "<p class=date>10.09.2023</p>",  # the day and month of the machine's date, in other order
        "<p class=date>June 2, 2024</p>",  # the day of the change in another zone
    ],
)
def test_a_shown_day_that_is_explained_leaves_the_machine_its_word(shown: str) -> None:
    head = (
        '<meta property="article:published_time" content="2023-10-09T23:00:00Z">'
        '<meta property="article:modified_time" content="2024-06-01T23:00:00Z">'
    )
    published = article(head, f"<h1>Bread</h1>{shown}{BODY}", "en").published
    assert published is not None
    assert published.iso == "2023-10-09T23:00:00+00:00"


@pytest.mark.parametrize(
    ("head", "shown", "iso"),
    [
        # The first day stands in linked data alone, and readers are told of the last.
        (FIRST, "<p>Updated: <span>June 1, 2024</span></p>", "2024-06-01"),
        (FIRST + OWN, "<p>Updated: <span>June 1, 2024</span></p>", "2023-10-09"),
        (FIRST + OWN, "<p class=date>June 1, 2024</p>", "2024-06-01"),
        (OWN, "<p class=date>June 1, 2024</p>", "2023-10-09"),
        # The day in the zone where the page was written.
        (FIRST + OWN, "<p class=date>October 8, 2023</p>", "2023-10-08"),
        (FIRST, "<p>Published April 26, 2022</p><p>Updated October 9, 2023</p>", "2022-04-26"),
        # Of several days that machines are told, the one that readers are.
        (FIRST + '<meta name="dc.date" content="2024-05-03">', "<p>3 May 2024</p>", "2024-05-03"),
        # But where that is the day of a change, the one that Open Graph has.
        (
            FIRST + OWN + '<meta name="dc.date" content="2024-06-01">',
            "<p>Updated: <span>June 1, 2024</span></p>",
            "2023-10-09",
        ),
        # Of several last changes, the last.
        (
            FIRST + '<meta name="updated" content="2025-12-18">',
            f"{BODY * 50}<p>18.12.2025</p>",
            "2025-12-18",
        ),
        # Dates in the article, of other things.
        (FIRST, f"{BODY * 20}<p>May 3, 2020</p>", "2023-10-09"),
        (FIRST, f"{BODY * 50}<p>Published May 3, 2020</p>", "2020-05-03"),
    ],
)
def test_readers_are_told_a_day_that_machines_are_not(head: str, shown: str, iso: str) -> None:
    published = article(head, f"<h1>Bread</h1>{shown}{BODY}", "en").published
    assert published is not None
    assert str(published.iso)[:10] == iso


@pytest.mark.parametrize(
    ("path", "iso"),
    [
        ("2024/05/03/brood", "2024-05-03"),
        ("2024-05/03/brood", "2024-05-03"),
        ("blog/2024/may/03/brood", "2024-05-03"),
        ("nieuws/20240503/brood", "2024-05-03"),
        ("nieuws/brood-23-05-2024", "2024-05-23"),
        ("nieuws/brood-03-05-2024", None),  # or the fifth of March
        ("nieuws/brood-20240503456", None),
        ("nieuws/2024/brood/03", None),
    ],
)
def test_the_address_may_have_the_day(path: str, iso: str | None) -> None:
    html = f"<html lang=nl><body><h1>Brood</h1>{BODY}"
    published = parse_page(html, url=f"https://tuin.example/{path}").article.published
    assert (published.iso if published else None) == iso


def test_the_first_publication_is_the_one_that_counts() -> None:
    shown = "<p class=date>May 3, 2024</p>"
    line = (
        "<p>This article was originally published on 26 Sep 2019 but has been kept up to date.</p>"
    )
    published = article("", f"<h1>Bread</h1>{shown}{BODY}{line}", "en").published
    assert published is not None
    assert published.iso == "2019-09-26"


def test_a_note_that_a_page_was_edited_is_a_date_where_there_is_no_other() -> None:
    note = "<ul><li id=lastmod>This page was last edited on 3 May 2024, at 05:33.</li></ul>"
    published = article("", f"<h1>Bread</h1>{BODY}{note}", "en").published
    assert published is not None
    assert published.iso == "2024-05-03T05:33:00"


def test_the_change_beside_the_title_says_more_than_a_day_of_which_the_article_speaks() -> None:
    spoken = "<ul><li><b>May 1, 2019</b> the mill was sold</ul>"
    body = f"<h1>Bread</h1><p>Last updated: May 3, 2020</p>{BODY * 14}{spoken}"
    published = article(body=body, lang="en").published
    assert published is not None
    assert published.iso == "2020-05-03"


def test_the_change_beside_the_title_says_more_than_the_dates_of_other_articles() -> None:
    cards = "".join(f"<div class=card><p class=date>May {day}, 2024</p></div>" for day in (7, 8))
    body = f"<h1>Bread</h1><p>Last updated: May 3, 2020</p>{BODY * 50}{cards}"
    published = article("", body, "en").published
    assert published is not None
    assert published.iso == "2020-05-03"


def test_a_line_may_say_two_days_of_which_the_second_is_of_a_change() -> None:
    line = "<p>Originally published in March 2022. Last updated on December 20, 2024</p>"
    found = article(FIRST + OWN, f"<h1>Bread</h1>{line}{BODY}", "en")
    assert found.published is not None
    assert str(found.published.iso)[:10] == "2023-10-09"


def test_the_day_of_the_last_change_is_another_date() -> None:
    head = '<meta property="article:modified_time" content="2024-06-01">'
    found = article(head, f"<h1>Brood</h1><time datetime=2024-05-03>3 mei 2024</time>{BODY}")
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.iso, found.updated.iso) == ("2024-05-03", "2024-06-01")
