"""The outbox: what is on disk at every moment, what leaves once, and what waits."""

from __future__ import annotations

import asyncio
import os
import socket
import stat
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.fetch.servers import raw_server
from tests.send.desks import WRITER, Desk
from tests.send.sites import Reply, Said, blog
from tui.errors import DraftError, SendError
from tui.fetch import open_page
from tui.send.ledger import Step
from tui.send.plan import Plan
from tui.store.draft import Draft, DraftState, Outcome, ParentRef

FEMKE = ParentRef("comment-1", "Femke", text="Wie loopt er zondag mee langs de dijk?")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


def outcome(draft: Draft) -> Outcome:
    assert draft.delivery is not None
    return draft.delivery.outcome


def sentence(draft: Draft) -> str:
    assert draft.delivery is not None
    return draft.delivery.sentence


# One reply


async def test_a_reply_leaves_once_and_stands_on_the_page(desk: Desk) -> None:
    with blog() as site:
        draft = await desk.send(site.url, "Ik loop mee.", FEMKE)
        assert (draft.state, outcome(draft)) == (DraftState.SENT, Outcome.PUBLISHED)
        assert len(site.posted) == 1
        assert site.comments[-1] == Reply(3, WRITER.name, "Ik loop mee.", 1)
        assert draft.delivery is not None
        assert draft.delivery.key == "comment-3"
    assert desk.steps == list(Step)
    assert list(desk.folder.glob("*.toml")) == []


async def test_what_is_on_disk_before_the_request_leaves(tmp_path: Path) -> None:
    seen: dict[Step, tuple[DraftState, bool, bool]] = {}

    def look(step: Step) -> None:
        (draft,) = watched.store.all()
        record = watched.folder / f"{draft.id}.toml"
        text = record.read_text() if record.exists() else ""
        seen[step] = draft.state, bool(text), "attempt" in text

    watched = Desk(tmp_path / "home", passing=look)
    with blog() as site:
        await watched.send(site.url, "Ik loop mee.")
    assert seen == {
        Step.AGREED: (DraftState.DRAFT, True, False),
        Step.MARKED: (DraftState.SENDING, True, False),
        Step.LEAVING: (DraftState.SENDING, True, True),
        Step.ANSWERED: (DraftState.SENDING, True, True),
        Step.JUDGED: (DraftState.SENDING, True, True),
        Step.KEPT: (DraftState.SENT, True, True),
        Step.DONE: (DraftState.SENT, False, False),
    }


async def test_only_the_outbox_knows_the_address_and_only_its_owner_reads_it(desk: Desk) -> None:
    with blog() as site:
        desk.outbox.queue(await desk.plan(desk.draft(site.url, "Dag.")))
    (record,) = desk.folder.glob("*.toml")
    assert WRITER.email in record.read_text()
    assert stat.S_IMODE(record.stat().st_mode) == 0o600
    assert stat.S_IMODE(desk.folder.stat().st_mode) == 0o700
    for path in desk.store.folder.rglob("*.md"):
        assert WRITER.email not in path.read_text()


@pytest.mark.parametrize(
    ("said", "state", "told"),
    [
        (Said(422, body="<p role=alert>No links, please.</p>", keeps=False), "failed", "No links"),
        (Said(403, keeps=False), "failed", "(status 403)"),
        (Said(404, keeps=False), "failed", "takes no replies"),
        (Said(413, keeps=False), "failed", "too long"),
        (Said(429, body="<p role=alert>Slow down.</p>", keeps=False), "ready", "Slow down"),
        (Said(200, body="<p class=error>Name missing.</p>", keeps=False), "failed", "Name missing"),
        (Said(200, body="<p>Merci !</p>", keeps=False), "unknown", "site says: Merci ! Look"),
        (Said(200, body="Zu schnell.", keeps=False), "unknown", "The site says: Zu schnell. Look"),
        (Said(200, body="<p>Dag.</p>" * 100, keeps=False), "unknown", "did not say"),
        (Said(400, body="Naam ontbreekt.", keeps=False), "failed", "refused it: Naam ontbreekt."),
        (Said(307, "{base}/post", keeps=False), "failed", "wants it at another address"),
        (Said(308, "https://e.example/post", keeps=False), "failed", "https://e.example/post"),
        (Said(301, "https://e.example/comments/post", keeps=False), "failed", "has not taken it"),
        (Said(302, "http://e.example/comments/post#comment-3"), "sent", "stands on the page"),
        (Said(500, keeps=False), "unknown", "may have the reply all the same"),
        (Said(500), "sent", "stands on the page"),
        (Said(303, "{page}?sent=1", keeps=False), "sent", "does not show it"),
        (Said(303, "https://elsewhere.example/", keeps=False), "sent", "does not show it"),
        (Said(303, "{base}/gone", keeps=False), "sent", "could not be seen"),
        (Said(303, "{base}/flash", keeps=False), "unknown", "The site says: Too short. Look at"),
        (Said(303, "https://elsewhere.example/"), "sent", "stands on the page"),
        (Said(200, body="\x1b[31m" + "<b>" * 50_000, keeps=False), "unknown", "says: [31m."),
    ],
)
async def test_what_an_answer_means(desk: Desk, said: Said, state: str, told: str) -> None:
    with blog(says=lambda _: said) as site:
        draft = await desk.send(site.url, "Ik loop mee langs de dijk.")
        assert len(site.posted) == 1
    assert (draft.state, told in sentence(draft)) == (state, True), sentence(draft)
    assert "\x1b" not in sentence(draft)
    assert draft.body == "Ik loop mee langs de dijk."


async def test_a_text_that_changed_after_the_yes_is_not_sent(desk: Desk) -> None:
    with blog() as site:
        plan = await desk.plan(desk.draft(site.url, "Ik loop mee."))
        desk.store.save(replace(plan.draft, body="Toch niet."))
        with pytest.raises(SendError, match="the text has changed"):
            await desk.outbox.send(plan)
        assert site.posted == []


async def test_what_was_sent_is_not_sent_again(desk: Desk) -> None:
    with blog() as site:
        plan = await desk.plan(desk.draft(site.url, "Ik loop mee."))
        await desk.outbox.send(plan)
        with pytest.raises(SendError, match="is sent by now"):
            await desk.outbox.send(plan)
        assert len(site.posted) == 1


async def test_a_discarded_draft_is_not_sent(desk: Desk) -> None:
    with blog() as site:
        plan = await desk.plan(desk.draft(site.url, "Ik loop mee."))
        desk.store.discard(plan.draft.id)
        with pytest.raises(SendError, match="There is no draft"):
            await desk.outbox.send(plan)
        assert site.posted == []


async def test_one_program_sends_at_a_time(desk: Desk, tmp_path: Path) -> None:
    with blog() as site:
        plan = await desk.plan(desk.draft(site.url, "Ik loop mee."))
        other = Desk(tmp_path / "home")
        with desk.outbox._ledger.sending(), pytest.raises(SendError, match="another Rejoinder"):
            await other.outbox.send(plan)
        assert site.posted == []
        assert outcome(await other.outbox.send(plan)) is Outcome.PUBLISHED


async def test_nothing_leaves_where_the_disk_does_not_take_that_it_does(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with blog() as site:
        plan = await desk.plan(desk.draft(site.url, "Ik loop mee."))
        put = desk.outbox._ledger.records.put

        def full(record: object) -> None:
            if getattr(record, "attempt", None):
                raise DraftError("The outbox could not be written: the disk is full.")
            put(record)  # type: ignore[arg-type]

        monkeypatch.setattr(desk.outbox._ledger.records, "put", full)
        with pytest.raises(SendError, match=r"Nothing was sent\. The outbox could not be written"):
            await desk.outbox.send(plan)
        assert site.posted == []
    assert desk.store.get(plan.draft.id).state is DraftState.DRAFT


async def test_escape_before_it_leaves_has_it_a_draft_again(desk: Desk) -> None:
    with blog() as site:
        plan = await desk.plan(desk.draft(site.url, "Ik loop mee."))
        task = asyncio.ensure_future(desk.outbox.send(plan))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert site.posted == []
    assert desk.store.get(plan.draft.id).state is DraftState.DRAFT


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 2", b"SSH-2.0-x\r\n"])
async def test_an_answer_that_breaks_off_leaves_it_unknown(desk: Desk, answer: bytes) -> None:
    with blog() as site:
        plan = await desk.plan(desk.draft(site.url, "Ik loop mee."))

        def talk(there: socket.socket) -> None:
            there.recv(65_536)
            there.sendall(answer)

        with raw_server(talk) as address:
            draft = await desk.outbox.send(replace(plan, address=f"{address}/post"))
    assert (draft.state, outcome(draft)) == (DraftState.UNKNOWN, Outcome.UNKNOWN)
    assert "no answer came" in sentence(draft)


# The outbox


async def test_ready_replies_are_sent_in_order_and_at_the_pace_of_the_site(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home", pace=0.2)
    told: list[tuple[str, DraftState]] = []
    with blog() as site:
        for text in ("Een.", "Twee.", "Drie."):
            desk.outbox.queue(await desk.plan(desk.draft(site.url, text)))
        assert [each.draft.body for each in desk.outbox.waiting()] == ["Een.", "Twee.", "Drie."]
        assert {each.identity for each in desk.outbox.waiting()} == {WRITER}
        sent = await desk.outbox.send_waiting(lambda draft: told.append((draft.body, draft.state)))
        assert [reply.text for reply in site.comments[2:]] == ["Een.", "Twee.", "Drie."]
    moments = [draft.delivery.at for draft in sent if draft.delivery]
    gaps = [after - before for before, after in pairwise(moments)]
    assert all(gap >= timedelta(seconds=0.2) for gap in gaps)
    assert told == [
        (body, state)
        for body in ("Een.", "Twee.", "Drie.")
        for state in (DraftState.READY, DraftState.SENT)
    ]
    assert desk.outbox.waiting() == []


async def test_without_a_network_a_reply_is_queued_by_the_copy_of_its_page(
    desk: Desk, tmp_path: Path
) -> None:
    offline = Desk(tmp_path / "home", offline=True)
    with blog() as site:
        page = (await open_page(site.url)).page
        draft = offline.draft(site.url, "Ik loop mee.", FEMKE)
        planned = await offline.outbox.plan_kept(draft, WRITER, (), page)
        assert isinstance(planned, Plan)
        assert planned.kept
        assert offline.outbox.queue(planned).state is DraftState.READY
        with pytest.raises(SendError, match="can only be queued"):
            await desk.outbox.send(planned)
        site.form = site.form.replace("t-1", "t-2")
        (sent,) = await desk.outbox.send_waiting(lambda _: None)
        assert outcome(sent) is Outcome.PUBLISHED
        assert site.fields_posted["token"] == "t-2"  # noqa: S105 -- of the test's form


async def test_tokens_are_fetched_anew_when_a_reply_that_waited_is_sent(desk: Desk) -> None:
    with blog() as site:
        desk.outbox.queue(await desk.plan(desk.draft(site.url, "Ik loop mee.")))
        site.form = site.form.replace("t-1", "t-2")
        await desk.outbox.send_waiting(lambda _: None)
        assert site.fields_posted["token"] == "t-2"  # noqa: S105 -- of the test's form


async def test_a_form_that_sends_elsewhere_by_now_is_not_what_was_agreed(desk: Desk) -> None:
    with blog() as site:
        desk.outbox.queue(await desk.plan(desk.draft(site.url, "Ik loop mee.")))
        site.action = "/collect"
        (draft,) = await desk.outbox.send_waiting(lambda _: None)
        assert site.posted == []
    assert draft.state is DraftState.FAILED
    assert "/collect by now, and not to" in sentence(draft)


async def test_a_site_that_is_down_keeps_no_other_waiting(desk: Desk) -> None:
    with blog() as up:
        with blog() as down:
            for text in ("Een.", "Twee."):
                desk.outbox.queue(await desk.plan(desk.draft(down.url, text)))
            desk.outbox.queue(await desk.plan(desk.draft(up.url, "Drie.")))
        first, second, third = await desk.outbox.send_waiting(lambda _: None)
    assert (first.state, outcome(first)) == (DraftState.READY, Outcome.UNREACHABLE)
    assert (second.state, second.delivery) == (DraftState.READY, None)
    assert outcome(third) is Outcome.PUBLISHED
    assert [each.draft.body for each in desk.outbox.waiting()] == ["Een.", "Twee."]


async def test_only_what_is_asked_for_is_sent(desk: Desk) -> None:
    with blog() as site:
        drafts = [desk.draft(site.url, text) for text in ("Een.", "Twee.")]
        for draft in drafts:
            desk.outbox.queue(await desk.plan(draft))
        await desk.outbox.send_waiting(lambda _: None, ids={drafts[1].id})
        assert [reply.text for reply in site.comments[2:]] == ["Twee."]


async def test_a_reply_is_taken_back_and_a_changed_one_is_no_longer_ready(desk: Desk) -> None:
    with blog() as site:
        draft = desk.draft(site.url, "Ik loop mee.")
        ready = desk.outbox.queue(await desk.plan(draft))
        assert ready.state is DraftState.READY
        assert desk.outbox.take_back(draft.id).state is DraftState.DRAFT
        with pytest.raises(DraftError):
            desk.outbox.take_back(draft.id)
        ready = desk.outbox.queue(await desk.plan(desk.store.get(draft.id)))
        changed = desk.store.save(replace(ready, body="Toch niet."))
        assert changed.state is DraftState.DRAFT
        assert desk.outbox.waiting() == []
        assert await desk.outbox.send_waiting(lambda _: None) == []
        assert site.posted == []


async def test_a_clock_that_was_set_back_has_nobody_wait_for_years(tmp_path: Path) -> None:
    times = [datetime(2030, 1, 1, tzinfo=UTC)]
    desk = Desk(tmp_path / "home", pace=0.05, clock=lambda: times[-1])
    with blog() as site:
        await desk.send(site.url, "Een.")
        times.append(datetime(2026, 1, 1, tzinfo=UTC))
        record = desk.outbox._ledger.records
        desk.outbox.queue(await desk.plan(desk.draft(site.url, "Twee.")))
        assert desk.outbox._to_wait(record.all()[0]) <= 3_600


async def test_what_is_too_early_is_tried_again_when_the_site_says(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    early = iter([Said(429, keeps=False, headers={"Retry-After": "0"}), Said()])

    def says(_: Mapping[str, str]) -> Said:
        return next(early)

    with blog(says=says) as site:
        desk.outbox.queue(await desk.plan(desk.draft(site.url, "Ik loop mee.")))
        (draft,) = await desk.outbox.send_waiting(lambda _: None)
        assert len(site.posted) == 2
    assert outcome(draft) is Outcome.PUBLISHED


# Starting again


def test_what_was_on_its_way_is_ready_or_unknown_after_a_crash(tmp_path: Path) -> None:
    for step, state in (
        (Step.AGREED, DraftState.DRAFT),
        (Step.MARKED, DraftState.READY),
        (Step.LEAVING, DraftState.UNKNOWN),
        (Step.ANSWERED, DraftState.UNKNOWN),
        (Step.KEPT, DraftState.SENT),
    ):
        home = tmp_path / step
        child = os.fork()
        if not child:
            try:
                with blog() as site:
                    crashing = Desk(home, passing=lambda at, step=step: die(at is step))  # type: ignore[misc]
                    asyncio.run(crashing.send(site.url, "Ik loop mee."))
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        desk = Desk(home)
        unknown = desk.outbox.recover()
        (draft,) = desk.store.all()
        assert (step, draft.state) == (step, state)
        assert bool(unknown) == (state is DraftState.UNKNOWN)
        assert len(desk.outbox.waiting()) == (state in {DraftState.READY, DraftState.UNKNOWN})


def die(meant: bool) -> None:  # noqa: FBT001 -- it is the whole question
    if meant:
        os._exit(9)


async def test_nothing_is_recovered_while_another_program_sends(desk: Desk) -> None:
    draft = desk.draft("https://blog.example/", "Dag.")
    desk.store.mark(draft.id, DraftState.SENDING)
    with desk.outbox._ledger.sending():
        assert desk.outbox.recover() == []
    assert [each.id for each in desk.outbox.recover()] == [draft.id]


def test_a_draft_that_is_handed_over_is_no_longer_in_the_outbox(desk: Desk) -> None:
    draft = desk.draft("https://blog.example/", "Dag.")
    given = desk.outbox.hand_over(draft, "https://blog.example/dijk?token=1#respond")
    assert given.state is DraftState.HANDED_OVER
    assert given.delivery is not None
    assert given.delivery.address == "https://blog.example/dijk#respond"
    assert "browser" in given.delivery.sentence


def test_the_user_s_word_ends_what_is_unknown_and_nothing_else(desk: Desk) -> None:
    draft = desk.draft("https://blog.example/", "Dag.")
    with pytest.raises(DraftError):
        desk.outbox.settle(draft.id, arrived=True)
    desk.store.mark(draft.id, DraftState.UNKNOWN)
    settled = desk.outbox.settle(draft.id, arrived=True)
    assert (settled.state, outcome(settled)) == (DraftState.SENT, Outcome.ACCEPTED)
