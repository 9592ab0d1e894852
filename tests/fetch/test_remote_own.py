"""Servers of a site's own: pages whose comments they have open with those comments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

from tests.fetch.recorded import answering, recorded
from tests.fetch.servers import Answer, http_server
from tui.fetch import open_page
from tui.model import Page


async def opened(
    answers: Mapping[str, Answer], snippet: Callable[[str], str]
) -> tuple[Page, list[str]]:
    """A page with the snippet for a server that gives some answers, and what that was asked."""
    with http_server(answers) as server:
        page = (
            "<!doctype html><title>Stuk</title><article><h1>Stuk</h1><p>De reacties haalt een "
            f"script op.</p></article>{snippet(server.base)}"
        )
        with http_server({"/stuk": Answer(page.encode())}) as site:
            opened_page = (await open_page(f"{site.base}/stuk")).page
    return opened_page, server.paths


REMARK42 = (
    f"/api/v1/find?site=bericht&url={quote('https://bericht.example/stuk', safe='')}"
    "&sort=%2Btime&format=tree"
)


def remark42(server: str) -> str:
    """What a page has that leaves its comments to Remark42."""
    return (
        f"<div id=remark42></div><script>var remark_config = {{host: '{server}', "
        "site_id: 'bericht', url: 'https://bericht.example/stuk'}</script>"
    )


async def test_page_opens_with_the_comments_of_remark42() -> None:
    page, asked = await opened(answering({REMARK42: recorded("remark42-nl")}), remark42)
    assert page.thread is not None
    assert (page.thread.system, len(page.thread), page.thread.closed) == ("remark42", 6, True)
    assert page.notes == ()
    assert asked == [REMARK42]


async def test_page_of_which_remark42_has_none_opens_without_a_fault() -> None:
    answer = {"comments": [], "info": {"url": "https://bericht.example/stuk", "count": 0}}
    page, _ = await opened(answering({REMARK42: answer}), remark42)
    assert page.thread is not None
    assert (page.thread.comments, page.notes) == ((), ())
