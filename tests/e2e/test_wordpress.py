"""A real WordPress: what becomes of replies to it, and what its API tells of its comments."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from msgspec.structs import replace

from tests.e2e.servers import BUSY, CLOSED, DIKE, POSTS, QUIET, Row, WordPress, wordpress_in
from tests.fetch.servers import Answer, http_server
from tests.send.desks import WRITER, Desk
from tui.errors import SourceError
from tui.fetch import open_page
from tui.fetch.remote.wordpress import fetch_thread
from tui.fetch.whole import has_rest
from tui.fetch.whole.gathering import with_rest
from tui.model import Comment, CommentKind, RemoteThread, Thread, blocks_text
from tui.store.draft import Draft, DraftState, Outcome, ParentRef
from tui.store.identities import Identity

FEMKE = ParentRef("3", "Femke de Vries")
AWKWARD = (
    "“Wie zegt dat?” vroeg zij, 'niet ik' & 5 < 6 🙂👩‍👩‍👧 שלום עולם — مرحبا بالعالم\n"
    "<script>alert(1)</script> en </textarea>, %20 + "
)


@pytest.fixture
def known(wordpress: WordPress) -> WordPress:
    """A WordPress that publishes at once what people write."""
    wordpress.control("option", "comment_previously_approved", "0")
    return wordpress


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


def outcome(draft: Draft) -> Outcome:
    assert draft.delivery is not None
    return draft.delivery.outcome


def sentence(draft: Draft) -> str:
    assert draft.delivery is not None
    return draft.delivery.sentence


def mine(server: WordPress, post: int = POSTS[DIKE]) -> list[Row]:
    """What the server has of the writer, of whatever state."""
    return [row for row in server.comments(post) if row.author == WRITER.name]


async def on_page(server: WordPress, key: str | None, post: str = DIKE) -> Comment | None:
    """The comment of the page, as anybody reads it."""
    opened = await open_page(server.address + post)
    comments = opened.page.thread.comments if opened.page.thread else ()
    return next((comment for comment in comments if comment.key == key), None)


async def test_a_reply_to_the_article_stands_on_the_page(known: WordPress, desk: Desk) -> None:
    draft = await desk.send(known.address + DIKE, "Wat een tocht.")
    assert (draft.state, outcome(draft)) == (DraftState.SENT, Outcome.PUBLISHED)
    assert draft.delivery is not None
    assert draft.delivery.permalink is not None
    assert urlsplit(draft.delivery.permalink).fragment == f"comment-{draft.delivery.key}"
    comment = await on_page(known, draft.delivery.key)
    assert comment is not None
    assert (comment.author, comment.parent) == (WRITER.name, None)
    assert list(desk.folder.glob("*.toml")) == []


async def test_a_reply_to_a_comment_stands_below_it(known: WordPress, desk: Desk) -> None:
    draft = await desk.send(known.address + DIKE, "> Dank je\n\nGraag *gedaan*.", FEMKE)
    assert outcome(draft) is Outcome.PUBLISHED
    (row,) = mine(known)
    assert (row.parent, row.approved) == ("3", "1")
    comment = await on_page(known, row.id)
    assert comment is not None
    assert blocks_text(comment.blocks) == "Dank je\nGraag gedaan."


async def test_a_comment_on_an_older_page_of_comments_is_answered(
    known: WordPress, desk: Desk
) -> None:
    opened = await open_page(f"{known.address}{BUSY}comment-page-1/")
    assert opened.page.thread is not None
    oldest = opened.page.thread.comments[0]
    parent = ParentRef(oldest.key, oldest.author, permalink=oldest.permalink)
    draft = await desk.send(known.address + BUSY, "Laat, maar toch.", parent)
    assert outcome(draft) is Outcome.PUBLISHED
    (row,) = mine(known, POSTS[BUSY])
    assert row.parent == oldest.key


async def test_what_is_typed_is_what_is_read(known: WordPress, desk: Desk) -> None:
    draft = await desk.send(known.address + DIKE, AWKWARD)
    assert draft.delivery is not None
    comment = await on_page(known, draft.delivery.key)
    assert comment is not None
    words = blocks_text(comment.blocks)
    for piece in ("5 < 6", "🙂👩‍👩‍👧", "שלום עולם", "مرحبا بالعالم", "<script>alert(1)</script>"):
        assert piece in words
    assert words.endswith("</textarea>, %20 +")


async def test_the_first_reply_of_somebody_is_held_and_told_once_it_is_approved(
    wordpress: WordPress, desk: Desk
) -> None:
    draft = await desk.send(wordpress.address + DIKE, "Mijn eerste.")
    assert (draft.state, outcome(draft)) == (DraftState.SENT, Outcome.HELD)
    assert draft.delivery is not None
    assert draft.delivery.key is not None
    assert "moderation-hash" not in "\n".join(
        path.read_text() for path in desk.store.folder.glob("*.md")
    )
    assert outcome(await desk.outbox.resolve(draft.id)) is Outcome.HELD
    wordpress.control("approve", draft.delivery.key)
    found = await desk.outbox.resolve(draft.id)
    assert (outcome(found), sentence(found)) == (Outcome.PUBLISHED, "It stands on the page.")


async def test_the_same_words_twice_are_refused_in_the_site_s_words(
    known: WordPress, desk: Desk
) -> None:
    await desk.send(known.address + DIKE, "Nog eens.")
    draft = desk.draft(known.address + DIKE, "Nog eens.")
    plan = await desk.plan(draft)
    assert plan.notes == ("The page has a comment with the same words already.",)
    again = await desk.outbox.send(plan)
    assert (again.state, outcome(again)) == (DraftState.FAILED, Outcome.REFUSED)
    assert sentence(again) == (
        "The site refused it: Duplicate comment detected; it looks as though you’ve already said "
        "that!"
    )
    assert len(mine(known)) == 1


async def test_what_comes_too_fast_waits_in_the_outbox_and_is_sent_later(tmp_path: Path) -> None:
    with wordpress_in(tmp_path / "wordpress", flood=True) as server:
        server.control("option", "comment_previously_approved", "0")
        desk = Desk(tmp_path / "home", pace=16.0)
        first = desk.draft(server.address + DIKE, "Een.")
        assert outcome(await desk.outbox.send(await desk.plan(first))) is Outcome.PUBLISHED
        second = await desk.send(server.address + DIKE, "Twee.")
        assert second.state is DraftState.READY
        assert sentence(second).endswith(" too quickly. Slow down.")
        (waiting,) = desk.outbox.waiting()
        assert waiting.not_before is not None
        (sent,) = await desk.outbox.send_waiting(lambda _: None)
        assert outcome(sent) is Outcome.PUBLISHED
        assert [row.text for row in mine(server)] == ["Een.", "Twee."]


@pytest.mark.parametrize(
    ("identity", "missing", "word"),
    [
        (Identity("", WRITER.email), "name", "Name"),
        (Identity(WRITER.name), "email", "Email"),
        (Identity(WRITER.name, "geen adres"), "email", "no e-mail address"),
    ],
)
async def test_what_the_site_wants_of_the_writer_is_asked_before(
    known: WordPress, desk: Desk, identity: Identity, missing: str, word: str
) -> None:
    obstacle = await desk.obstacle(desk.draft(known.address + DIKE, "Zonder."), identity)
    assert [field.name for field in obstacle.missing] == [missing]
    assert word in obstacle.sentence
    assert mine(known) == []


async def test_decoys_for_robots_are_left_alone(tmp_path: Path, desk: Desk) -> None:
    with wordpress_in(tmp_path / "wordpress", traps=True) as server:
        server.control("option", "comment_previously_approved", "0")
        draft = await desk.send(server.address + DIKE, "Geen robot.", FEMKE)
        assert outcome(draft) is Outcome.PUBLISHED
        assert [(row.approved, row.text) for row in mine(server)] == [("1", "Geen robot.")]


async def test_somebody_who_asks_to_be_remembered_sees_what_is_held_by_the_cookie(
    wordpress: WordPress, desk: Desk
) -> None:
    draft = desk.draft(wordpress.address + DIKE, "Onthoud mij.")
    ((name, label),) = (await desk.plan(draft)).consents
    assert "Save my name" in label
    sent = await desk.outbox.send(await desk.plan(draft, consents={name}))
    assert (sent.state, outcome(sent)) == (DraftState.SENT, Outcome.HELD)


async def test_many_links_are_held(known: WordPress, desk: Desk) -> None:
    links = " ".join(f"https://voorbeeld.example/{number}" for number in range(3))
    draft = await desk.send(known.address + DIKE, links)
    assert outcome(draft) is Outcome.HELD


async def test_words_that_the_site_bins_are_taken_and_not_shown(
    known: WordPress, desk: Desk
) -> None:
    known.control("option", "disallowed_keys", "goktent")
    draft = await desk.send(known.address + DIKE, "Kom naar de goktent.")
    assert (draft.state, outcome(draft)) == (DraftState.SENT, Outcome.ACCEPTED)
    assert "does not show it" in sentence(draft)


async def test_a_site_that_wants_a_login_says_so_and_takes_nothing(
    known: WordPress, desk: Desk
) -> None:
    plan = await desk.plan(desk.draft(known.address + DIKE, "Zonder naam."))
    known.control("option", "comment_registration", "1")
    obstacle = await desk.obstacle(plan.draft)
    assert "logged in" in obstacle.sentence
    refused = await desk.outbox.send(plan)
    assert (refused.state, outcome(refused)) == (DraftState.FAILED, Outcome.REFUSED)
    assert "logged in" in sentence(refused)


async def test_a_name_need_not_be_told_where_the_site_does_not_want_one(
    known: WordPress, desk: Desk
) -> None:
    known.control("option", "require_name_email", "0")
    draft = await desk.send(known.address + DIKE, "Naamloos.", identity=Identity())
    assert outcome(draft) is Outcome.PUBLISHED


async def test_a_page_behind_a_password_takes_no_reply(known: WordPress, desk: Desk) -> None:
    obstacle = await desk.obstacle(desk.draft(f"{known.address}2024/05/03/geheim/", "Dag."))
    assert obstacle.address is not None


async def test_where_comments_are_closed_nothing_is_sent(known: WordPress, desk: Desk) -> None:
    obstacle = await desk.obstacle(desk.draft(known.address + CLOSED, "Te laat."))
    assert "closed" in obstacle.sentence
    assert obstacle.address is not None


async def test_comments_that_close_meanwhile_are_told_by_the_site(
    known: WordPress, desk: Desk
) -> None:
    plan = await desk.plan(desk.draft(known.address + QUIET, "Net te laat."))
    known.control("option", "close_comments_for_old_posts", "1")
    known.control("option", "close_comments_days_old", "1")
    draft = await desk.outbox.send(plan)
    assert draft.state is DraftState.FAILED
    assert "comments are closed" in sentence(draft)


async def test_a_parent_that_is_gone_is_told_and_nothing_stands_elsewhere(
    known: WordPress, desk: Desk
) -> None:
    gone = ParentRef("4711", "Niemand", permalink=f"{known.address}{DIKE}#comment-4711")
    obstacle = await desk.obstacle(desk.draft(known.address + DIKE, "Aan wie?", gone))
    assert "not on the page any more" in obstacle.sentence
    assert mine(known) == []


async def test_the_limit_is_told_to_the_byte(known: WordPress, desk: Desk) -> None:
    longest = "é" * 32_762 + "x"  # 65,525 bytes
    draft = await desk.send(known.address + DIKE, longest)
    assert outcome(draft) is Outcome.PUBLISHED
    obstacle = await desk.obstacle(desk.draft(known.address + DIKE, longest + "y"))
    assert obstacle.too_long == 1
    assert "65,525" in obstacle.sentence


async def test_a_server_that_is_down_has_the_reply_wait(known: WordPress, desk: Desk) -> None:
    plan = await desk.plan(desk.draft(known.address + DIKE, "Straks."))
    known.stop()
    draft = await desk.outbox.send(plan)
    assert (draft.state, outcome(draft)) == (DraftState.READY, Outcome.UNREACHABLE)
    known.start()
    (sent,) = await desk.outbox.send_waiting(lambda _: None)
    assert outcome(sent) is Outcome.PUBLISHED
    assert len(mine(known)) == 1


@asynccontextmanager
async def between(server: WordPress, *, forwards: bool) -> AsyncIterator[tuple[str, list[str]]]:
    """A server between that drops the answer to a POST, and perhaps the POST itself."""
    port = urlsplit(server.address).port
    lost: list[str] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        sizes = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
        body = await reader.readexactly(int(sizes[0].split(b":")[1])) if sizes else b""
        is_post = head.startswith(b"POST")
        if forwards or not is_post:
            far, there = await asyncio.open_connection("127.0.0.1", port)
            there.write(head.replace(b"keep-alive", b"close") + body)
            answer = await far.read()
            there.close()
            if not is_post:
                writer.write(answer)
                await writer.drain()
        if is_post:
            lost.append(body.decode())
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/", lost


async def test_a_reply_whose_answer_is_lost_is_found_on_the_page(
    known: WordPress, desk: Desk
) -> None:
    async with between(known, forwards=True) as (address, lost):
        draft = await desk.send(address + DIKE, "Kwam dit aan?", FEMKE)
        assert len(lost) == 1
    assert (draft.state, outcome(draft)) == (DraftState.SENT, Outcome.PUBLISHED)
    assert len(mine(known)) == 1


async def test_a_lost_reply_that_waits_for_approval_is_found_as_well(
    wordpress: WordPress, desk: Desk
) -> None:
    async with between(wordpress, forwards=True) as (address, _):
        draft = await desk.send(address + DIKE, "En dit?")
    assert (draft.state, outcome(draft)) == (DraftState.SENT, Outcome.HELD)


async def test_a_reply_that_is_nowhere_stays_unknown_until_the_user_says_so(
    known: WordPress, desk: Desk
) -> None:
    async with between(known, forwards=False) as (address, lost):
        draft = await desk.send(address + DIKE, "En dit dan?")
        assert (draft.state, outcome(draft)) == (DraftState.UNKNOWN, Outcome.UNKNOWN)
        assert await desk.outbox.send_waiting(lambda _: None) == []
        assert "does not show it" in sentence(await desk.outbox.resolve(draft.id))
        assert len(lost) == 1, "nothing is sent again by itself"
    settled = desk.outbox.settle(draft.id, arrived=False)
    assert settled.state is DraftState.DRAFT
    assert mine(known) == []


async def test_sending_again_what_had_arrived_after_all_makes_no_second_one(
    known: WordPress, desk: Desk
) -> None:
    async with between(known, forwards=True) as (address, _):
        draft = desk.draft(address + DIKE, "Dubbel?")
        plan = await desk.plan(draft)
        known.control("option", "comment_moderation", "1")
        await desk.outbox.send(plan)
    row = mine(known)[-1]
    assert row.text == "Dubbel?"
    desk.store.mark(draft.id, DraftState.UNKNOWN)
    plain = desk.draft(known.address + DIKE, "Dubbel?")
    desk.store.mark(plain.id, DraftState.UNKNOWN)
    again = await desk.outbox.send(await desk.plan(plain))
    assert (again.state, outcome(again)) == (DraftState.SENT, Outcome.ACCEPTED)
    assert len(mine(known)) == 1


async def test_escape_while_it_is_on_its_way_leaves_it_unknown(
    known: WordPress, tmp_path: Path
) -> None:
    left = asyncio.Event()
    desk = Desk(tmp_path / "home", passing=lambda step: left.set() if step == "leaving" else None)
    async with silent() as address:
        plan = await desk.plan(desk.draft(known.address + DIKE, "Halverwege."))
        sending = asyncio.create_task(desk.outbox.send(replace(plan, address=address)))
        await left.wait()
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
    assert desk.store.get(plan.draft.id).state is DraftState.UNKNOWN


@asynccontextmanager
async def silent() -> AsyncIterator[str]:
    """A server that takes everything and says nothing."""
    done = asyncio.Event()

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await done.wait()
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/wp-comments-post.php"
        done.set()


def told(thread: Thread | None) -> dict[str, tuple[object, ...]]:
    """What each comment says, by its key; pings left out."""
    comments = thread.comments if thread else ()
    return {
        comment.key: (
            (comment.author or "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"),  # the theme's
            comment.author_url,
            comment.date and comment.date.iso,
            comment.by_post_author,
            comment.blocks,
        )
        for comment in comments
        if comment.kind is CommentKind.COMMENT
    }


def answered(thread: Thread) -> dict[str, str | None]:
    """What each comment answers, by its key; pings left out."""
    return {
        comment.key: None if comment.parent is None else thread.comments[comment.parent].key
        for comment in thread.comments
        if comment.kind is CommentKind.COMMENT
    }


@pytest.mark.parametrize(
    ("post", "pages", "count"),
    [(DIKE, [""], 11), (BUSY, [f"comment-page-{number}/" for number in (1, 2, 3)], 300)],
)
async def test_the_api_tells_what_the_pages_do(
    wordpress: WordPress, post: str, pages: list[str], count: int
) -> None:
    opened = [(await open_page(wordpress.address + post + ending)).page for ending in pages]
    shown = {key: comment for page in opened for key, comment in told(page.thread).items()}
    url = f"{wordpress.address}wp-json/wp/v2/comments?post={POSTS[post]}&per_page=100&order=asc"
    given = await fetch_thread(opened[0], RemoteThread("WordPress", url))
    assert len(given) == count
    assert told(given) == shown


async def test_the_api_tells_what_is_answered_also_below_the_deepest_level_of_the_theme(
    wordpress: WordPress,
) -> None:
    page = (await open_page(wordpress.address + DIKE)).page
    assert page.thread is not None
    url = f"{wordpress.address}wp-json/wp/v2/comments?post={POSTS[DIKE]}&per_page=100&order=asc"
    given = await fetch_thread(page, RemoteThread("WordPress", url))
    assert answered(given) == answered(page.thread) | {"7": "6"}


async def test_comments_that_a_theme_loads_by_script_are_read_from_the_api(
    wordpress: WordPress,
) -> None:
    html = f"""<!doctype html><title>De dijk</title><link rel="https://api.w.org/"
    href="{wordpress.address}wp-json/"><link rel="shortlink" href="/?p={POSTS[DIKE]}"><article>
    <h1>De dijk</h1><p>Over de dijk naar Uitdam.</p></article><div id="comments"
    class="comments-area"><h2 class="comments-title">11 comments</h2><button>Load them</button>
    </div>"""
    with http_server({"/stuk": Answer(html.encode())}) as theme:
        page = (await open_page(f"{theme.base}/stuk")).page
    whole = (await open_page(wordpress.address + DIKE)).page
    assert page.notes == ()
    assert list(told(page.thread)) == list(told(whole.thread))


async def test_a_post_behind_a_password_gives_its_comments_to_nobody(wordpress: WordPress) -> None:
    page = (await open_page(f"{wordpress.address}2024/05/03/geheim/")).page
    url = f"{wordpress.address}wp-json/wp/v2/comments?post=10&per_page=100&order=asc"
    with pytest.raises(SourceError, match="only for people who have logged in"):
        await fetch_thread(page, RemoteThread("WordPress", url))


async def test_the_pages_of_a_thread_are_joined_as_the_api_has_it(wordpress: WordPress) -> None:
    page = (await open_page(wordpress.address + BUSY)).page
    assert has_rest(page)
    assert len(page.thread or ()) == 70
    joined = (await with_rest(page)).thread
    assert joined is not None
    url = f"{wordpress.address}wp-json/wp/v2/comments?post={POSTS[BUSY]}&per_page=100&order=asc"
    given = await fetch_thread(page, RemoteThread("WordPress", url))
    assert told(joined) == told(given)
    assert answered(joined) == answered(given)
    assert [joined.comments[at].key for at in joined.roots] == [
        given.comments[at].key for at in given.roots
    ]
