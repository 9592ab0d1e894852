"""Services that many sites share: asked when the rest of a page is wanted, and not before."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest
from msgspec.structs import replace

from tests.fetch.servers import Answer, Seen, http_server
from tui.errors import SourceError
from tui.fetch import open_page
from tui.fetch.remote import SERVICES, awaited, thread_at
from tui.fetch.whole import has_rest
from tui.fetch.whole.gathering import with_rest
from tui.model import Page, RemoteThread
from tui.parse import parse_page

FRAME = "/embed/comments/?base=default&f=moorhof&t_i=torf-7&s_o="
PAGE = """<!doctype html><html lang="de"><title>Torf stechen</title><article><h1>Torf stechen</h1>
<p>Der Spaten sticht schräg, und das Wasser läuft nach.</p></article><div id="disqus_thread"></div>
<script>var disqus_shortname = "moorhof"; var disqus_identifier = "torf-7";</script>"""


def frame(numbers: Sequence[int], stated: int) -> Answer:
    """The document of a frame with some posts."""
    posts = [
        {
            "id": str(number),
            "parent": number - 1 if number % 10 == 1 and number > 1 else None,
            "createdAt": f"2020-05-{1 + number // 24:02}T{number % 24:02}:00:00",
            "author": {"id": str(number), "name": f"Leserin {number}"},
            "message": f"<p>Post {number}.</p>",
            "isApproved": True,
        }
        for number in numbers
    ]
    told = {"response": {"thread": {"id": "7", "posts": stated, "link": "x"}, "posts": posts}}
    return Answer(
        '<!doctype html><title>Disqus</title><script type="text/json" id="disqus-threadData">'
        f"{json.dumps(told)}</script>".encode()
    )


def waiting(server: Seen) -> tuple[Page, RemoteThread]:
    """A page that leaves its comments to Disqus, as if that were here."""
    page = parse_page(PAGE, url=f"{server.base}/torf")
    assert page.thread is not None
    (remote,) = page.thread.remote
    remote = replace(remote, url=f"{server.base}{FRAME}default")
    return replace(page, thread=replace(page.thread, remote=(remote,))), remote


async def whole(answers: Mapping[str, Answer]) -> tuple[Page, list[str]]:
    """The page with its rest, and what the server was asked."""
    with http_server(answers) as server:
        page, _ = waiting(server)
        assert has_rest(page)
        return await with_rest(page), server.paths


def keys(page: Page) -> set[int]:
    return {int(comment.key) for comment in page.thread.comments} if page.thread else set()


async def test_nobody_else_learns_of_a_page_that_is_only_opened() -> None:
    with http_server({"/torf": Answer(PAGE.encode())}) as server:
        page = (await open_page(f"{server.base}/torf")).page
        assert server.paths == ["/torf"]
    assert page.thread is not None
    assert [remote.service for remote in page.thread.remote] == ["Disqus"]
    assert has_rest(page)
    assert all(awaited(page) is None for service in SERVICES.values() if service.is_shared)


async def test_disqus_gives_a_short_thread_at_once() -> None:
    page, asked = await whole({FRAME + "default": frame(range(1, 31), 30)})
    assert keys(page) == {*range(1, 31)}
    assert asked == [FRAME + "default"]
    assert page.thread is not None
    (joined,) = page.joined  # by which the page is known to have been whole, and kept so
    assert joined.endswith(FRAME + "default")
    assert page.thread.system == "disqus"
    assert page.thread.comments[10].parent == 9
    assert page.notes == ()
    assert not has_rest(page)


async def test_a_longer_one_is_put_together_of_all_orders() -> None:
    answers = {
        FRAME + "default": frame([*range(20, 70)], 120),
        FRAME + "newest": frame([*range(120, 70, -1)], 120),
        FRAME + "oldest": frame([*range(1, 51)], 120),
    }
    page, asked = await whole(answers)
    assert keys(page) == {*range(1, 70), *range(71, 121)}
    assert asked == list(answers)
    assert page.notes == ("The page says 120 comments; 119 are on its pages.",)


async def test_what_is_no_frame_is_told_in_a_sentence() -> None:
    page, _ = await whole({FRAME + "default": Answer(b"<p>Wartung.</p>")})
    assert keys(page) == set()
    assert any("did not answer as Disqus does" in note for note in page.notes)
    assert has_rest(page)


async def test_a_thread_that_nobody_has_written_in_is_empty() -> None:
    page, _ = await whole({FRAME + "default": frame([], 0)})
    assert keys(page) == set()
    assert page.notes == ()
    assert not has_rest(page)


async def test_a_service_that_is_gone_is_told_in_a_sentence() -> None:
    with http_server({}) as server:
        page, remote = waiting(server)
    with pytest.raises(SourceError, match="refuses the connection"):
        await thread_at(page, remote)
