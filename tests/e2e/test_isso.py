"""Pages whose comments an Isso has: they are read from there, and replies go there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.e2e.backends import Isso, isso_in
from tests.e2e.test_wordpress import AWKWARD, outcome, sentence
from tests.send.desks import WRITER, Desk
from tui.cli import main
from tui.fetch import open_page
from tui.model import Thread, blocks_text
from tui.store.draft import DraftState, Outcome, ParentRef
from tui.store.identities import Identity

FEMKE = ParentRef("2", "Femke de Vries")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


async def thread(server: Isso) -> Thread:
    page = (await open_page(server.url)).page
    assert page.thread is not None
    return page.thread


async def test_page_opens_with_the_comments_of_its_server(tmp_path: Path) -> None:
    with isso_in(tmp_path / "isso") as server:
        read = await thread(server)
        assert (read.system, len(read), read.stated_count) == ("isso", 17, 17)
        assert [read.comments[at].author for at in read.children(0)] == [
            "Femke de Vries",
            "Anaïs",
            "Kees",
            "Lotte",
        ]


def test_dump_of_an_address_has_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with isso_in(tmp_path / "isso") as server:
        assert main(["dump", server.url, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["system"], len(told["comments"]), told["notes"]) == ("isso", 17, [])


async def test_reply_to_the_article_stands_on_the_page(tmp_path: Path, desk: Desk) -> None:
    with isso_in(tmp_path / "isso") as server:
        plan = await desk.plan(desk.draft(server.url, "Wat een *tocht*."))
        shown = {entry.name: entry.value for entry in plan.entries if entry.shown}
        assert shown == {"text": "Wat een *tocht*.", "author": WRITER.name, "email": WRITER.email}
        assert plan.notes == ()
        draft = await desk.outbox.send(plan)
        assert (draft.state, outcome(draft)) == (DraftState.SENT, Outcome.PUBLISHED)
        assert draft.delivery is not None
        ((key, parent, mode, _, email, website),) = server.written()
        assert (parent, mode, email, website) == (None, 1, WRITER.email, None)
        assert draft.delivery.key == str(key)
        assert draft.delivery.permalink == f"{server.url}#isso-{key}"
        read = await thread(server)
        mine = read.comments[read.index_of(str(key)) or 0]
        assert (mine.author, blocks_text(mine.blocks)) == (WRITER.name, "Wat een tocht.")


async def test_answer_to_an_answer_stands_in_its_conversation(tmp_path: Path, desk: Desk) -> None:
    with isso_in(tmp_path / "isso") as server:
        draft = await desk.send(server.url, "> Dank je\n\nGraag gedaan.", FEMKE)
        assert outcome(draft) is Outcome.PUBLISHED
        ((_, parent, *_),) = server.written()
        assert parent == 1  # Isso has two levels


async def test_what_is_typed_is_what_is_read(tmp_path: Path, desk: Desk) -> None:
    with isso_in(tmp_path / "isso") as server:
        draft = await desk.send(server.url, AWKWARD)
        assert outcome(draft) is Outcome.PUBLISHED
        assert draft.delivery is not None
        read = await thread(server)
        words = blocks_text(read.comments[read.index_of(draft.delivery.key or "") or 0].blocks)
        for piece in ("5 < 6", "🙂👩‍👩‍👧", "שלום עולם", "مرحبا بالعالم", "%20 +"):
            assert piece in words


async def test_reply_that_waits_for_approval_is_held(tmp_path: Path, desk: Desk) -> None:
    with isso_in(tmp_path / "isso", moderated=True) as server:
        draft = await desk.send(server.url, "Mijn eerste.")
        assert (draft.state, outcome(draft)) == (DraftState.SENT, Outcome.HELD)
        ((key, _, mode, *_),) = server.written()
        assert mode == 2
        assert draft.delivery is not None
        assert draft.delivery.key == str(key)
        assert not draft.delivery.seen
        assert outcome(await desk.outbox.resolve(draft.id)) is Outcome.HELD


async def test_too_many_replies_a_minute_are_told_in_words(tmp_path: Path, desk: Desk) -> None:
    with isso_in(tmp_path / "isso", rate=2) as server:
        for text in ("Een eerste.", "Een tweede."):
            assert outcome(await desk.send(server.url, text, ParentRef("9", "Lezer 2")))
        draft = await desk.send(server.url, "Een derde.", ParentRef("9", "Lezer 2"))
        assert len(server.written()) == 2
        assert "a few replies a minute" in sentence(draft)
        assert "127.0.0" not in sentence(draft)


async def test_no_answer_to_a_comment_of_ones_own(tmp_path: Path, desk: Desk) -> None:
    with isso_in(tmp_path / "isso", rate=9) as server:
        first = await desk.send(server.url, "Een eerste.", ParentRef("9", "Lezer 2"))
        assert outcome(first) is Outcome.PUBLISHED
        assert first.delivery is not None
        own = ParentRef(first.delivery.key or "", WRITER.name)
        draft = await desk.send(server.url, "En nog iets.", own)
        assert (draft.state, outcome(draft)) == (DraftState.FAILED, Outcome.REFUSED)
        assert "a comment of one's own" in sentence(draft)


async def test_too_many_replies_to_the_article_are_refused_with_their_number(
    tmp_path: Path, desk: Desk
) -> None:
    with isso_in(tmp_path / "isso", rate=9) as server:
        draft = await desk.send(server.url, "Nog een.")
        assert outcome(draft) is Outcome.REFUSED
        assert "replies of one writer to the article" in sentence(draft)


async def test_too_short_a_reply_is_refused_with_the_least_length(
    tmp_path: Path, desk: Desk
) -> None:
    with isso_in(tmp_path / "isso") as server:
        draft = await desk.send(server.url, "ja")
        assert (draft.state, outcome(draft)) == (DraftState.FAILED, Outcome.REFUSED)
        assert sentence(draft) == "The site takes no reply of fewer than 3 characters."
        assert server.written() == []


async def test_site_of_the_writer_that_is_no_address_is_refused_with_the_reason(
    tmp_path: Path, desk: Desk
) -> None:
    with isso_in(tmp_path / "isso") as server:
        writer = replace_site(WRITER, "geen adres")
        draft = await desk.send(server.url, "Wat een tocht.", identity=writer)
        assert outcome(draft) is Outcome.REFUSED
        assert "Website" in sentence(draft)


def replace_site(identity: Identity, site: str) -> Identity:
    return identity._replace(site=site)


async def test_name_and_mail_are_asked_for_where_the_server_requires_them(
    tmp_path: Path, desk: Desk
) -> None:
    with isso_in(tmp_path / "isso", required=True) as server:
        draft = desk.draft(server.url, "Wat een tocht.")
        obstacle = await desk.obstacle(draft, Identity())
        assert [missing.name for missing in obstacle.missing] == ["name", "email"]
        await desk.plan(draft)


async def test_server_that_is_gone_is_told_and_the_reply_kept(tmp_path: Path, desk: Desk) -> None:
    with isso_in(tmp_path / "isso") as server:
        plan = await desk.plan(desk.draft(server.url, "Wat een tocht."))
    draft = await desk.outbox.send(replace(plan, page=server.url))
    assert outcome(draft) is Outcome.UNREACHABLE
    assert desk.store.get(draft.id).body == "Wat een tocht."
