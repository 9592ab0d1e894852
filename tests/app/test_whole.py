"""The rest of a page on the screen: fetched by a key, kept, and there again the next time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from tests.app.reading import (
    article,
    notices,
    press,
    reader,
    reading,
    screen_text,
    settle,
    shown,
    thread,
    until,
)
from tests.fetch.servers import Answer, http_server
from tests.fetch.spread import (
    PATH,
    comments_page,
    comments_path,
    newer,
    older,
    part_page,
    part_path,
)
from tui.app.services import Services
from tui.reading.states import ReadState

NUMBERS = range(1, 61)


def post() -> dict[str, Answer]:
    """A post with sixty comments on three pages, of which the last is shown first."""
    return {
        PATH: comments_page([*range(41, 61)], older(2), says=60),
        comments_path(2): comments_page([*range(21, 41)], older(1), newer(3)),
        comments_path(1): comments_page([*range(1, 21)], newer(2)),
        comments_path(3): comments_page([*range(41, 61)], older(2), says=60),
    }


def tale() -> dict[str, Answer]:
    """An article of three parts, each longer than the screen."""
    long = " ".join(f"Regel {number} van de dag." for number in range(200))
    return {
        part_path(number): part_page(number, 3, f"Deel {number}. {long}") for number in (1, 2, 3)
    }


def keys(pilot: Pilot[None]) -> list[int]:
    return [int(comment.key) for comment in thread(pilot).thread.comments]


def cursor(pilot: Pilot[None]) -> str:
    comment = thread(pilot).comment
    assert comment is not None
    return thread(pilot).thread.comments[comment].key


def row_of(pilot: Pilot[None], words: str) -> int:
    """The row of the pane in which a comment's words are."""
    rows = shown(thread(pilot)).splitlines()
    return next(row for row, line in enumerate(rows) if words in line)


async def test_a_key_fetches_the_other_pages_of_comments_and_keeps_the_place(
    services: Services,
) -> None:
    with http_server(post()) as server:
        async with reading(services, server.base + PATH) as pilot:
            assert "W Get the rest" in screen_text(pilot.app)
            await press(pilot, "tab", "j", "j", "j")
            assert cursor(pilot) == "44"
            before = row_of(pilot, "Reactie nummer 44.")
            await press(pilot, "W")
            assert keys(pilot) == [*NUMBERS]
            assert cursor(pilot) == "44"
            assert row_of(pilot, "Reactie nummer 44.") == before
            assert notices(pilot.app).endswith("40 more comments.")
            words = screen_text(pilot.app)
            assert "4 pages · 60 comments" in words
            assert "W Get the rest" not in words
            assert "the page says" not in words


async def test_comments_of_other_pages_are_no_news(services: Services) -> None:
    with http_server(post()) as server:
        async with reading(services, server.base + PATH) as pilot:
            await press(pilot, "W")
            assert thread(pilot).reading.marks.new == 0
            assert thread(pilot).reading.marks.unread == 60


async def test_what_comes_with_the_rest_later_is_no_news_either(services: Services) -> None:
    later = replace(services, clock=lambda: services.clock().replace(year=2100))
    with http_server(post()) as server:
        async with reading(services, server.base + PATH):
            pass
        async with reading(later.for_whole_pages(), server.base + PATH) as pilot:
            assert keys(pilot) == [*NUMBERS]
            assert thread(pilot).reading.marks.new == 0


async def test_a_page_that_was_whole_is_so_again_and_tells_what_came(services: Services) -> None:
    answers = post()
    later = replace(services, clock=lambda: services.clock().replace(year=2100))
    with http_server(answers) as server:
        async with reading(services, server.base + PATH) as pilot:
            await press(pilot, "tab", "W")
        answers[PATH] = comments_page([*range(41, 62)], older(2), says=61)
        async with reading(later, server.base + PATH) as pilot:
            assert keys(pilot) == [*NUMBERS, 61]
            marks = thread(pilot).reading.marks
            assert [marks.state(at) for at in (0, 59, 60)] == [
                ReadState.SEEN,
                ReadState.SEEN,
                ReadState.NEW,
            ]
        before = server.base + PATH
    async with reading(services, before) as pilot:
        assert keys(pilot) == [*NUMBERS, 61]  # the copy, since the server is gone


async def test_reading_again_is_reading_all_of_it(services: Services) -> None:
    answers = post()
    with http_server(answers) as server:
        async with reading(services, server.base + PATH) as pilot:
            await press(pilot, "W")
            answers[comments_path(1)] = comments_page([*range(1, 20)], newer(2))
            answers[PATH] = comments_page([*range(41, 62)], older(2), says=60)
            await press(pilot, "ctrl+r")
            assert keys(pilot) == [*range(1, 20), *range(21, 62)]
            assert notices(pilot.app).endswith("1 new comment")


async def test_a_comment_of_another_page_that_is_asked_for_is_fetched(services: Services) -> None:
    with http_server(post()) as server:
        async with reading(services, f"{server.base}{PATH}#comment-7") as pilot:
            assert cursor(pilot) == "7"
            assert "Reactie nummer 7." in shown(thread(pilot))
        asked = len(server.paths)
        async with reading(services, f"{server.base}/ander#comments") as pilot:
            pass
        assert len(server.paths) == asked + 1


async def test_the_setting_fetches_all_of_every_page(services: Services) -> None:
    with http_server(post()) as server:
        async with reading(services.for_whole_pages(), server.base + PATH) as pilot:
            assert keys(pilot) == [*NUMBERS]
        asked = len(server.paths)
        async with reading(services, server.base + PATH) as pilot:
            assert keys(pilot) == [*NUMBERS]
        assert len(server.paths) == 2 * asked


@pytest.mark.parametrize("part", [1, 2, 3])
async def test_the_parts_of_an_article_are_joined_around_the_place(
    services: Services, part: int
) -> None:
    with http_server(tale()) as server:
        async with reading(services, server.base + part_path(part), (90, 30)) as pilot:
            await press(pilot, "j", "j", "j", "j", "j", "j")
            before = shown(article(pilot)).splitlines()[:9]
            assert "Regel" in before[0]
            await press(pilot, "W")
            assert shown(article(pilot)).splitlines()[:9] == before
            assert notices(pilot.app).endswith("More of the article.")
            await press(pilot, "g")
            assert "Deel 1." in shown(article(pilot))
            await press(pilot, "G")
            assert "Dag 35" in shown(article(pilot))
            assert "Part" not in shown(article(pilot))


async def test_what_cannot_be_had_is_told_and_the_key_tries_again(services: Services) -> None:
    answers = post()
    missing = answers.pop(comments_path(1))
    with http_server(answers) as server:
        async with reading(services, server.base + PATH) as pilot:
            await press(pilot, "W")
            assert keys(pilot) == [*range(21, 61)]
            assert "status 404" in notices(pilot.app)
            assert "W Get the rest" in screen_text(pilot.app)
            answers[comments_path(1)] = missing
            await press(pilot, "W")
            assert keys(pilot) == [*NUMBERS]
            assert not any("404" in note for note in reader(pilot).page.notes)


async def test_q_stops_and_keeps_what_came(services: Services) -> None:
    answers = post()
    for number in range(1, 41):
        answers[comments_path(number)] = comments_page([number], older(number - 1))
    answers[PATH] = comments_page([41], older(40))
    with http_server(answers) as server:
        async with reading(services, server.base + PATH) as pilot:
            await pilot.press("W")
            await until(lambda: len(server.paths) > 2)
            await pilot.press("q")
            await settle(pilot)
            assert reader(pilot).is_current
            assert 1 < len(keys(pilot)) < 41
            assert "given up" in notices(pilot.app)


async def test_a_page_without_a_rest_says_so(services: Services) -> None:
    with http_server({PATH: comments_page([1, 2])}) as server:
        async with reading(services, server.base + PATH) as pilot:
            assert "Get the rest" not in screen_text(pilot.app)
            await press(pilot, "W")
            assert "no other parts" in notices(pilot.app)
            assert server.paths == [PATH]


async def test_offline_nothing_is_fetched(services: Services) -> None:
    with http_server(post()) as server:
        async with reading(services, server.base + PATH):
            pass
        asked = len(server.paths)
        async with reading(replace(services, offline=True), server.base + PATH) as pilot:
            await press(pilot, "W")
            assert "runs offline" in notices(pilot.app)
        assert len(server.paths) == asked


async def test_a_page_that_lost_its_rest_leaves_the_copy_as_it_is(services: Services) -> None:
    answers = post()
    with http_server(answers) as server:
        async with reading(services, server.base + PATH) as pilot:
            await press(pilot, "W")
        url = server.base + PATH
        del answers[comments_path(2)]
        async with reading(services, url) as pilot:
            assert keys(pilot) == [*range(41, 61)]
            await asyncio.sleep(0)
    async with reading(services, url) as pilot:
        assert keys(pilot) == [*NUMBERS]


async def test_a_saved_page_gets_its_rest_from_where_it_was_saved(
    services: Services, save: Callable[[str, str], Path]
) -> None:
    with http_server(post()) as server:
        here = f'<link rel="canonical" href="{server.base}{PATH}">'
        html = post()[PATH].body.decode().replace("</head>", f"{here}</head>")
        links = html.replace(f'href="{PATH}comment-page', f'href="{server.base}{PATH}comment-page')
        async with reading(services, save("dijk.html", links)) as pilot:
            assert server.paths == []
            await press(pilot, "W")
            assert keys(pilot) == [*NUMBERS]
