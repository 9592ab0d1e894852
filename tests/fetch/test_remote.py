"""Comments that a page's script would load are there when the page opens over the network."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.fetch.recorded import JSON, RECORDED, answering, recorded
from tests.fetch.servers import Answer, http_server
from tui.errors import SourceError
from tui.fetch import open_blocking, open_page
from tui.fetch.remote import with_comments
from tui.fetch.remote.asking import Asking
from tui.model import Page
from tui.parse import parse_page

ASKED = "/?uri=%2Fbericht.html"


def page_with(server: str) -> Answer:
    """A page that loads its comments from an Isso server."""
    return Answer(
        f'<!doctype html><html lang="nl"><title>Bericht</title><script data-isso="{server}/" '
        f'src="{server}/js/embed.min.js"></script><article><h1>Bericht</h1><p>De reacties staan '
        "niet in de pagina: een script haalt ze op.</p></article>"
        '<section id="isso-thread" data-isso-id="/bericht.html"></section>'.encode()
    )


async def opened(answers: Mapping[str, Answer]) -> tuple[Page, list[str]]:
    """A page whose Isso server gives some answers, and what that was asked."""
    with http_server(answers) as isso, http_server({"/stuk": page_with(isso.base)}) as site:
        page = (await open_page(f"{site.base}/stuk")).page
    return page, isso.paths


async def test_comments_are_there_when_the_page_opens() -> None:
    page, asked = await opened(answering({ASKED: recorded("isso-nl")}))
    assert page.thread is not None
    assert (page.thread.system, len(page.thread)) == ("isso", 17)
    assert page.notes == ()
    assert asked == [ASKED]


async def test_what_an_answer_keeps_back_is_asked_for() -> None:
    answers = recorded("isso-parts-nl")
    page, asked = await opened(answering(answers))
    assert page.thread is not None
    assert len(page.thread) == 17
    assert [page.thread.comments[at].author for at in page.thread.children(0)][-1] == "Lotte"
    assert asked == list(answers)


async def test_further_pages_of_conversations_are_asked_for() -> None:
    asked = "/api/comment?path=%2Fstuk&pageSize=100&page={}"
    told = recorded("waline-nl")
    data = told["data"]
    assert isinstance(data, dict)
    halves = {1: data["data"][:2], 2: data["data"][2:]}
    answers = {
        asked.format(number): {"errno": 0, "data": data | {"totalPages": 2, "data": half}}
        for number, half in halves.items()
    }
    with http_server(answering(answers)) as waline:
        page = (
            f"<!doctype html><title>Bericht</title><article><h1>Bericht</h1><p>De reacties haalt "
            f"een script op.</p></article><div id=waline></div><script>init({{el: '#waline', "
            f"serverURL: '{waline.base}'}})</script>"
        )
        with http_server({"/stuk": Answer(page.encode())}) as site:
            opened_page = (await open_page(f"{site.base}/stuk")).page
    assert opened_page.thread is not None
    assert (opened_page.thread.system, len(opened_page.thread)) == ("waline", 7)
    assert opened_page.notes == ()
    assert waline.paths == list(answers)


WORDPRESS = "/wp-json/wp/v2/comments?post=5&per_page=100&order=asc"


def wordpress_page(comments: str = '<h2 class="comments-title">12 comments</h2>') -> Answer:
    """A post of WordPress; `comments` stands where its comments would."""
    return Answer(
        f"""<!doctype html><html lang="nl"><title>De dijk</title>
        <link rel="https://api.w.org/" href="/wp-json/"><link rel="alternate"
        type="application/json" href="/wp-json/wp/v2/posts/5"><article><h1>De dijk</h1><p>Van
        Amsterdam naar Uitdam, over de dijk.</p></article><div id="comments" class="comments-area">
        {comments}<ol class="comment-list"></ol><button>Laad reacties</button></div>""".encode()
    )


async def opened_post(
    answers: Mapping[str, Answer], page: Answer | None = None
) -> tuple[Page, list[str]]:
    """A post of a WordPress that gives some answers, and what that was asked beside the post."""
    with http_server({"/stuk": page or wordpress_page(), **answers}) as site:
        opened_page = (await open_page(f"{site.base}/stuk")).page
    return opened_page, site.paths[1:]


def many(first: int, last: int) -> list[object]:
    """Comments as WordPress answers them."""
    return [
        {"id": number, "parent": 0, "content": {"rendered": f"<p>Nummer {number}</p>"}}
        for number in range(first, last + 1)
    ]


def post_of_wordpress() -> list[object]:
    told: list[object] = json.loads((RECORDED / "wordpress-nl.json").read_text("utf-8"))
    return told


async def test_comments_that_wordpress_loads_by_script_are_there_when_the_page_opens() -> None:
    page, asked = await opened_post(answering({WORDPRESS: post_of_wordpress()}))
    assert page.thread is not None
    assert (page.thread.system, len(page.thread), page.thread.stated_count) == ("wordpress", 11, 12)
    assert page.notes == ("The page says 12 comments; WordPress gives 11 of them.",)
    assert asked == [WORDPRESS]


async def test_comments_behind_a_button_of_a_plug_in_are_there_too() -> None:
    button = '<div id="llc_comments"><button id="llc_comments_button">Load Comments</button></div>'
    page, asked = await opened_post(
        answering({WORDPRESS: post_of_wordpress()}), wordpress_page(button)
    )
    assert page.thread is not None
    assert (len(page.thread), page.notes, asked) == (11, (), [WORDPRESS])


async def test_what_the_page_says_of_its_comments_is_kept() -> None:
    closed = '<h2 class="comments-title">11 comments</h2><p class="no-comments">Gesloten.</p>'
    page, _ = await opened_post(answering({WORDPRESS: post_of_wordpress()}), wordpress_page(closed))
    assert page.thread is not None
    assert (page.thread.closed, page.thread.stated_count, page.notes) == (True, 11, ())


@pytest.mark.parametrize(("count", "asked"), [(99, 1), (100, 2), (250, 3)])
async def test_pages_of_comments_are_asked_for_until_one_is_not_full(
    count: int, asked: int
) -> None:
    pages = {
        WORDPRESS if page == 1 else f"{WORDPRESS}&page={page}": many(
            100 * page - 99, min(100 * page, count)
        )
        for page in range(1, 5)
    }
    title = f'<h2 class="comments-title">{count} comments</h2>'
    page, paths = await opened_post(answering(pages), wordpress_page(title))
    assert page.thread is not None
    assert [comment.key for comment in page.thread.comments] == [
        str(number) for number in range(1, count + 1)
    ]
    assert page.notes == ()
    assert paths == list(pages)[:asked]


@pytest.mark.parametrize(
    "comments",
    [
        "",
        '<h2 class="comments-title">0 comments</h2>',
        '<h2 class="comments-title">No comments</h2>',
        """<h2 class="comments-title">1 comment</h2><ol class="comment-list"><li id="comment-3"
        class="comment depth-1"><b class="fn">Kees</b><div class="comment-content"><p>Hallo</p>
        </div></li></ol>""",
    ],
)
async def test_wordpress_is_not_asked_where_no_comments_are_missing(comments: str) -> None:
    _, asked = await opened_post({}, wordpress_page(comments))
    assert asked == []


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b'{"code":"rest_cannot_read_post"}', 401, JSON), "only for people who have logged"),
        (Answer(b'{"code":"rest_no_route"}', 404, JSON), "has no answer at"),
        (Answer(b'{"code":"rest_disabled"}', 200, JSON), "did not answer as WordPress does"),
        (Answer(b"<p>Checking your browser</p>"), "is no answer: the server says text/html"),
    ],
)
async def test_site_that_keeps_its_comments_to_itself_says_why(answer: Answer, reason: str) -> None:
    page, _ = await opened_post({WORDPRESS: answer})
    assert page.thread is not None
    assert (page.thread.stated_count, page.thread.comments) == (12, ())
    stated, failed = page.notes
    assert stated.startswith("The page says 12 comments; none is in its HTML; all of them are at ")
    assert failed.startswith("The comments, which WordPress has, could not be fetched.")
    assert reason in failed


def test_command_line_reads_them_too() -> None:
    with (
        http_server(answering({ASKED: recorded("isso-nl")})) as isso,
        http_server({"/stuk": page_with(isso.base)}) as site,
    ):
        page = open_blocking(f"{site.base}/stuk").page
    assert page.thread is not None
    assert len(page.thread) == 17


async def test_file_asks_nobody(tmp_path: Path) -> None:
    with http_server(answering({ASKED: recorded("isso-nl")})) as isso:
        path = tmp_path / "bericht.html"
        path.write_bytes(page_with(isso.base).body)
        page = (await open_page(str(path))).page
        assert isso.paths == []
    assert page.notes == ("Comments are loaded by Isso; they are not in the page's HTML.",)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b"<p>x</p>", 404), "has no answer at"),
        (Answer(b"fault", 500), "has a fault (status 500)"),
        (Answer(b"<p>Welcome</p>"), "is no answer: the server says text/html"),
        (Answer(b"{", headers=JSON), "is damaged"),
        (Answer(b"[" * 100_000, headers=JSON), "is damaged"),
        (Answer(b'{"error": 1}', headers=JSON), "did not answer as an Isso server does"),
        (Answer(b"", 302, {"Location": "https://elsewhere.example/"}), "(status 302)"),
    ],
)
async def test_page_opens_and_says_why_its_comments_are_missing(
    answer: Answer, reason: str
) -> None:
    page, _ = await opened({ASKED: answer})
    assert page.article.title == "Bericht"
    assert page.thread is not None
    assert page.thread.comments == ()
    assert len(page.notes) == 1
    assert page.notes[0].startswith("The comments, which Isso has, could not be fetched.")
    assert reason in page.notes[0]


async def test_server_that_is_gone_is_told_by_its_address() -> None:
    with http_server({"/stuk": page_with("http://127.0.0.1:1")}) as site:
        page = (await open_page(f"{site.base}/stuk")).page
    assert "127.0.0.1:1" in page.notes[0]
    assert "refuses the connection" in page.notes[0]


async def test_page_of_the_web_cannot_have_this_computer_asked() -> None:
    with http_server(answering({ASKED: recorded("isso-nl")})) as isso:
        html = page_with(isso.base).body
        page = await with_comments(parse_page(html, url="http://blog.example.org/stuk"))
        assert isso.paths == []
    assert "from elsewhere" in page.notes[0]


async def test_secure_page_does_not_have_its_comments_asked_unprotected() -> None:
    html = page_with("http://isso.example.org").body
    page = await with_comments(parse_page(html, url="https://blog.example.org/stuk"))
    assert "unprotected" in page.notes[0]


async def test_answers_without_end_are_cut_off() -> None:
    body = b'{"replies": [' + b" " * (17 * 1024 * 1024) + b"]}"
    with http_server({"/a": Answer(body, headers=JSON)}) as server:
        async with Asking(None) as asking:
            with pytest.raises(SourceError, match="longer than 16 MB"):
                await asking.json(f"{server.base}/a")


async def test_page_that_has_its_comments_asks_nobody() -> None:
    filled: Callable[[str], bytes] = lambda base: page_with(base).body.replace(  # noqa: E731
        b"</section>",
        b'<div class="isso-comment" id="isso-1"><span class="isso-author">Bo</span>'
        b'<div class="isso-text"><p>Hoi</p></div></div></section>',
    )
    with http_server({}) as isso:
        page = parse_page(filled(isso.base), url=f"{isso.base}/stuk")
        assert await with_comments(page) is page
        assert isso.paths == []
