"""The rest of a page: fetched from a site's other pages, and joined."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from tests.fetch.servers import Answer, Seen, http_server
from tests.fetch.spread import (
    PATH,
    comments_page,
    comments_path,
    newer,
    older,
    part_page,
    part_path,
)
from tui.fetch import open_page
from tui.fetch.whole import has_rest
from tui.fetch.whole.gathering import with_rest
from tui.model import LinkKind, Page, ThreadLink, blocks_text

NEWEST_FIRST_OPENED: Mapping[str, Answer] = {
    PATH: comments_page([5, 6, 7], older(2), says=7),
    comments_path(2): comments_page([3, 4], older(1), newer(3), says=7),
    comments_path(1): comments_page([1, 2], newer(2), says=7, parents={2: 1}),
    comments_path(3): comments_page([5, 6, 7], older(2), says=7),
}
"""A blog that shows the last of its pages of comments, as WordPress does unless told otherwise."""

THREE_PARTS: Mapping[str, Answer] = {
    part_path(1): part_page(1, 3, "Het begon met regen."),
    part_path(2): part_page(2, 3, "Toen kwam de wind."),
    part_path(3): part_page(3, 3, "En daarna de zon."),
}


async def whole(answers: Mapping[str, Answer], path: str = PATH) -> tuple[Page, Page, Seen]:
    """A page as it is opened, and with its rest; what the server was asked."""
    with http_server(answers) as server:
        page = (await open_page(server.base + path)).page
        return page, await with_rest(page), server


def keys(page: Page) -> list[str]:
    return [comment.key for comment in page.thread.comments] if page.thread else []


def words(page: Page) -> str:
    return blocks_text(page.article.blocks)


async def test_the_other_pages_of_comments_come_in_their_order() -> None:
    before, page, server = await whole(NEWEST_FIRST_OPENED)
    assert has_rest(before)
    assert keys(before) == ["5", "6", "7"]
    assert keys(page) == ["1", "2", "3", "4", "5", "6", "7"]
    assert page.thread is not None
    assert page.thread.comments[1].parent == 0
    assert page.thread.more == ()
    assert not has_rest(page)
    assert any("The page says 7 comments" in note for note in before.notes)
    assert page.notes == ()
    assert page.article == before.article
    assert sorted(page.joined) == sorted(
        server.base + path for path in (comments_path(1), comments_path(2), comments_path(3))
    )
    assert len(server.paths) == len(set(server.paths))


async def test_pages_by_number_come_in_their_order_without_dates() -> None:
    def numbered(*numbers: int) -> list[str]:
        return [f'<a href="{PATH}?cpage={number}">{number}</a>' for number in numbers]

    def undated(answer: Answer) -> Answer:
        body = answer.body.replace(b"<time datetime", b"<b title").replace(b"</time>", b"</b>")
        return Answer(body.replace(b"/03/2026", b""))

    answers = {
        PATH: undated(comments_page([1, 2], *numbered(2, 3))),
        f"{PATH}?cpage=3": undated(comments_page([5, 6], *numbered(1, 2))),
        f"{PATH}?cpage=2": undated(comments_page([3, 4], *numbered(1, 3))),
        f"{PATH}?cpage=1": undated(comments_page([1, 2], *numbered(2, 3))),
    }
    _, page, _ = await whole(answers)
    assert keys(page) == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("number", [1, 2, 3])
async def test_the_parts_of_an_article_come_whichever_one_is_opened(number: int) -> None:
    before, page, server = await whole(THREE_PARTS, part_path(number))
    assert before.parts is not None
    told = words(page)
    places = [told.find(each) for each in ("Het begon", "Toen kwam", "En daarna")]
    assert -1 not in places
    assert places == sorted(places)
    assert page.parts is None
    assert not has_rest(page)
    assert "Pagina" not in told
    assert len(server.paths) == 3


async def test_comments_under_other_parts_come_as_well() -> None:
    under = comments_page([1, 2]).body.partition(b"</article>")[2].partition(b"</body>")[0]
    answers = dict(THREE_PARTS)
    answers[part_path(3)] = part_page(3, 3, "En daarna de zon.", under.decode())
    before, page, _ = await whole(answers)
    assert keys(before) == []
    assert keys(page) == ["1", "2"]


async def test_a_page_with_all_parts_is_one_request() -> None:
    link = f'<a href="{PATH}?page=all">Alles op één pagina</a>'
    parts = {
        path: Answer(answer.body.replace(b"</article>", f"{link}</article>".encode()))
        for path, answer in THREE_PARTS.items()
    }
    alone = "".join(
        answer.body.decode().partition("</h1>")[2].partition('<div class="page-links"')[0]
        for answer in THREE_PARTS.values()
    )
    all_of_it = Answer(
        f"<!doctype html><title>De dijk</title><article><h1>De dijk</h1>{alone}</article>".encode()
    )
    _, page, server = await whole({**parts, f"{PATH}?page=all": all_of_it})
    assert "En daarna de zon." in words(page)
    assert server.paths == [PATH, f"{PATH}?page=all"]
    assert page.parts is None
    # One that shows something else is not taken for it.
    other = comments_page([], title="Alle berichten")
    _, page, server = await whole({**parts, f"{PATH}?page=all": other})
    assert "En daarna de zon." in words(page)
    assert len(server.paths) == 4


async def test_what_cannot_be_had_stays_a_link_and_is_told() -> None:
    answers = {path: each for path, each in THREE_PARTS.items() if path != part_path(3)}
    _, page, server = await whole(answers)
    assert "Toen kwam" in words(page)
    assert page.parts is not None
    assert page.parts.next == server.base + part_path(3)
    assert any("status 404" in note for note in page.notes)
    assert has_rest(page)
    with http_server(THREE_PARTS) as again:
        # As the site is once it can be asked again; the page goes on where it was left.
        moved = replace(page, url=again.base + PATH, joined=())
        parts = replace(page.parts, next=again.base + part_path(3), previous=None)
        page = await with_rest(replace(moved, parts=parts))
        assert again.paths == [part_path(3)]
    assert "En daarna" in words(page)
    assert page.parts is None
    assert not any("status 404" in note for note in page.notes)


async def test_comments_that_came_before_a_fault_are_joined() -> None:
    answers = {path: each for path, each in NEWEST_FIRST_OPENED.items() if "page-1" not in path}
    _, page, server = await whole(answers)
    assert keys(page) == ["3", "4", "5", "6", "7"]
    assert page.thread is not None
    assert [link.url.partition("#")[0] for link in page.thread.more] == [
        server.base + comments_path(1)
    ]
    (note,) = page.notes
    assert "status 404" in note


async def test_comments_that_are_on_no_page_are_told() -> None:
    answers = {PATH: comments_page([3, 4], older(1), says=9), comments_path(1): comments_page([1])}
    _, page, _ = await whole(answers)
    assert keys(page) == ["1", "3", "4"]
    assert page.notes == ("The page says 9 comments; 3 are on its pages.",)


async def test_other_posts_and_other_sites_are_not_joined() -> None:
    polder = "/2026/03/polder/"
    answers = {PATH: comments_page([1, 2]), polder: comments_page([9], title="De polder")}
    with http_server({PATH: comments_page([8])}) as elsewhere, http_server(answers) as server:
        page = (await open_page(server.base + PATH)).page
        assert page.thread is not None
        more = (
            ThreadLink("Ouder", elsewhere.base + PATH, LinkKind.OLDER),
            ThreadLink("Nieuwer", server.base + polder, LinkKind.NEWER),
        )
        page = await with_rest(replace(page, thread=replace(page.thread, more=more)))
        assert elsewhere.paths == []
        assert server.paths == [PATH, polder]
    assert keys(page) == ["1", "2"]
    assert page.thread is not None
    assert page.thread.more == more
    assert not has_rest(page)  # it was looked at, and is not asked again


async def test_folded_replies_come_below_what_they_answer() -> None:
    expand = f"{PATH}?thread=1"
    answers = {
        PATH: comments_page([1, 5]),
        expand: comments_page([1, 2, 3], parents={2: 1, 3: 2}, title="Reactie van Lezer 1"),
    }
    with http_server(answers) as server:
        page = (await open_page(server.base + PATH)).page
        assert page.thread is not None
        link = ThreadLink("2 antwoorden", server.base + expand, LinkKind.REPLIES)
        page = await with_rest(replace(page, thread=replace(page.thread, more=(link,))))
    assert page.thread is not None
    assert [page.thread.comments[at].key for at in page.thread.preorder] == ["1", "2", "3", "5"]


async def test_a_service_is_asked_for_what_the_pages_lack() -> None:
    root = '<link rel="https://api.w.org/" href="{}/wp-json/">'
    post = '<link rel="alternate" type="application/json" href="{}/wp-json/wp/v2/posts/5">'
    api = "/wp-json/wp/v2/comments?post=5&per_page=100&order=asc"
    told = [
        {
            "id": number,
            "parent": 2 if number == 3 else 0,
            "author_name": f"Lezer {number}",
            "author_url": "",
            "date": f"2026-03-02T{9 + number:02}:00:00",
            "date_gmt": f"2026-03-02T{9 + number:02}:00:00",
            "content": {"rendered": f"<p>Reactie nummer {number}.</p>"},
            "link": f"https://dijk.example{PATH}#comment-{number}",
            "status": "approved",
            "type": "comment",
        }
        for number in (1, 2, 3)
    ]
    answers = {api: Answer(json.dumps(told).encode(), headers={"Content-Type": "application/json"})}
    with http_server(answers) as server:
        head = (root + post).format(server.base, server.base)
        shown = comments_page([1, 2], says=3).body.replace(b"</head>", f"{head}</head>".encode())
        answers[PATH] = Answer(shown)
        page = (await open_page(server.base + PATH)).page
        assert server.paths == [PATH]
        assert has_rest(page)
        page = await with_rest(page)
        assert server.paths == [PATH, api]
    assert keys(page) == ["1", "2", "3"]
    assert page.thread is not None
    assert page.thread.comments[2].parent == 1
    assert page.notes == ()
    assert not has_rest(page)


async def test_whoever_does_not_want_to_wait_gets_what_came() -> None:
    stop, turned = asyncio.Event(), list[int]()

    def tell(number: int) -> None:
        turned.append(number)
        stop.set()

    with http_server(NEWEST_FIRST_OPENED) as server:
        page = (await open_page(server.base + PATH)).page
        page = await with_rest(page, turned=tell, stop=stop)
    assert turned == [1]
    assert keys(page) == ["3", "4", "5", "6", "7"]
    assert has_rest(page)
    assert any("given up" in note for note in page.notes)


async def test_a_thread_without_an_end_is_fetched_a_hundred_pages_at_a_time() -> None:
    answers = {PATH: comments_page([1], newer(2))}
    for number in range(2, 130):
        answers[comments_path(number)] = comments_page([number], newer(number + 1))
    _, page, server = await whole(answers)
    assert len(server.paths) == 101
    assert len(keys(page)) == 101
    assert any("more than 100 pages" in note for note in page.notes)
    assert has_rest(page)


async def test_a_page_that_holds_everything_has_no_rest() -> None:
    before, page, server = await whole({PATH: comments_page([1, 2])})
    assert not has_rest(before)
    assert page == before
    assert server.paths == [PATH]


async def test_a_page_that_is_missing_keeps_no_others_away() -> None:
    answers = {
        PATH: comments_page([5, 6], older(4), older(9), older(2)),
        comments_path(2): comments_page([3, 4]),
        comments_path(4): comments_page([1, 2]),
    }
    _, page, server = await whole(answers)
    assert keys(page) == ["1", "2", "3", "4", "5", "6"]
    assert page.thread is not None
    assert [link.url.partition("#")[0] for link in page.thread.more] == [
        server.base + comments_path(9)
    ]
    assert any("status 404" in note for note in page.notes)


async def test_after_three_that_cannot_be_had_no_more_are_asked_for() -> None:
    answers = {PATH: comments_page([5], *(older(number) for number in range(10, 20)))}
    _, page, server = await whole(answers)
    assert keys(page) == ["5"]
    assert len(server.paths) == 4
