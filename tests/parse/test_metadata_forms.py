"""Authors, dates and titles in the many forms of the standards, well made and badly made."""

from __future__ import annotations

import json

import pytest

from tests.parse.metadata_pages import BODY, article, ld
from tests.parse.test_names_alone import ANNA

HEADING = "<h1>Bread</h1>"
DATED = '"datePublished":"2024-05-03"'


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"Article","author":{"@type":"Person","givenName":"Anna","familyName":"Visser"},%s}',
        (
            '{"@graph":[{"@type":"Article","author":[{"@id":"#a"}],%s},'
            '{"@id":"#a","givenName":"Anna","familyName":"Visser"}]}'
        ),
        (
            '{"@type":"schema:Article","schema:author":{"schema:name":"Anna Visser"},'
            '"schema:datePublished":"2024-05-03"}'
        ),
        '{"@type":"PodcastEpisode","author":{"name":"Anna Visser"},%s}',
        '{"@type":"CreativeWork","author":"Anna Visser",%s}',
        '{"@type":"VideoObject","author":"Anna Visser","uploadDate":"2024-05-03"}',
        '{"@type":"Article","author":"Anna Visser","datePublished":{"@value":"2024-05-03"}}',
        '{"@type":"Article","author":"Anna Visser",%s,}',
        (
            "{&quot;@type&quot;:&quot;Article&quot;,&quot;author&quot;:&quot;Anna Visser&quot;,"
            "&quot;datePublished&quot;:&quot;2024-05-03&quot;}"
        ),
        '{"@type":"Article","author":"https://blog.example/author/anna-visser/",%s}',
    ],
)
def test_linked_data_are_read_in_any_form(script: str) -> None:
    found = article(ld(script.replace("%s", DATED)), HEADING + BODY, "en")
    assert found.authors == ANNA
    assert found.published is not None
    assert str(found.published.day) == "2024-05-03"


def test_another_work_on_the_page_speaks_only_where_there_is_no_article() -> None:
    video = '{"@type":"VideoObject","author":"Tom Reilly"}'
    both = f'[{video},{{"@type":"Article","author":"Anna Visser"}}]'
    assert article(ld(both), HEADING + BODY, "en").authors == ANNA


@pytest.mark.parametrize(
    "marked",
    [
        '<span itemprop="author creator">Anna Visser</span>',
        '<span property="author">Anna Visser</span>',
        '<span property="schema:author">Anna Visser</span>',
        '<span property="dc:creator">Anna Visser</span>',
        '<a href="https://write.example/@anna">Anna Visser</a>',
    ],
)
def test_the_author_is_marked_by_any_vocabulary(marked: str) -> None:
    assert article("", f"{HEADING}<div>{marked}</div>{BODY}", "en").authors == ANNA


@pytest.mark.parametrize(
    "dated",
    [
        '<abbr title="2024-05-03T10:00:00Z">May 3</abbr>',
        '<span class=date title="May 3, 2024 10:00 AM">two years ago</span>',
        "By Anna Visser – Updated May 3, 2024 at 1:00 PM EST | Facts checked by Tom Reilly",
        "On behalf of the guild of bakers of Delft and its surroundings | May 3, 2024 | Bread",
    ],
)
def test_the_date_may_be_one_part_of_a_line_or_in_the_title_of_an_element(dated: str) -> None:
    published = article("", f"{HEADING}<p>{dated}</p>{BODY}", "en").published
    assert published is not None
    assert str(published.day) == "2024-05-03"


def test_the_title_of_a_link_is_no_date() -> None:
    link = '<a href=/x title="News of May 3, 2024">News</a>'
    assert article("", f"{HEADING}<p>{link}</p>{BODY}", "en").published is None


@pytest.mark.parametrize(
    ("lang", "line", "name"),
    [
        ("ko", "홍길동 기자", "홍길동"),
        ("ar", "بقلم: محمد علي", "محمد علي"),
        ("ja", "文：田中宏", "田中宏"),
    ],
)
def test_names_are_read_in_scripts_without_capitals(lang: str, line: str, name: str) -> None:
    assert article("", f"{HEADING}<p>{line}</p>{BODY}", lang).authors == (name,)


@pytest.mark.parametrize(
    "script",
    [
        'dataLayer.push({"pagePostAuthor":"Anna Visser"})',
        'self.page={"post":{"author":{"id":4,"name":"Anna Visser"}}}',
        'self.page={"authorName":"Anna Visser","more":[{"authorName":"Anna Visser"}]}',
        'self.push("{\\"author\\":\\"Anna Visser\\"}")',
    ],
)
def test_the_data_for_scripts_name_the_author_where_nothing_else_does(script: str) -> None:
    body = f"{HEADING}{BODY}<script>{script}</script>"
    assert article("", body, "en").authors == ANNA
    assert article("", f"{HEADING}<p>By Tom Reilly</p>{body}", "en").authors == ("Tom Reilly",)


def test_data_of_several_authors_name_none() -> None:
    data = json.dumps([{"authorName": name} for name in ("Anna Visser", "Tom Reilly")])
    assert article("", f"{HEADING}{BODY}<script>{data}</script>", "en").authors == ()


def test_a_name_is_read_from_the_address_of_its_page_at_last() -> None:
    head = '<meta property="article:author" content="https://blog.example/author/anna-visser/">'
    assert article(head, HEADING + BODY, "en").authors == ANNA
    head = '<meta property="article:author" content="https://social.example/annavisser">'
    assert article(head, HEADING + BODY, "en").authors == ()


def test_a_title_loses_its_section_with_its_site() -> None:
    site = '<meta property="og:site_name" content="The Bakery">'
    assert article(f"<title>Bread for all days | News | The Bakery</title>{site}").title == (
        "Bread for all days"
    )


def test_a_word_over_the_title_within_its_heading_is_no_part_of_it() -> None:
    heading = "<h1><span>Baking</span> <span>Bread for all days</span></h1>"
    found = article("<title>Bread for all days | The Bakery</title>", heading + BODY, "en")
    assert found.title == "Bread for all days"
