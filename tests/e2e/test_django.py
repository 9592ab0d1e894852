"""Replies on a real Django with django-comments-xtd."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.e2e.backends import Django, django_in
from tests.e2e.test_wordpress import AWKWARD, outcome, sentence
from tests.send.desks import WRITER, Desk
from tui.fetch import open_page
from tui.model import Comment, blocks_text
from tui.store.draft import DraftState, Outcome, ParentRef
from tui.store.identities import Identity

FEMKE = ParentRef("2", "Femke")
DEEPEST = ParentRef("4", "Kees")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


async def on_page(server: Django, key: str | None) -> Comment | None:
    page = (await open_page(server.url)).page
    comments = page.thread.comments if page.thread else ()
    return next((comment for comment in comments if comment.key == key), None)


async def test_reply_to_the_article_stands_on_the_page(tmp_path: Path, desk: Desk) -> None:
    with django_in(tmp_path / "django") as server:
        plan = await desk.plan(desk.draft(server.url, "Wat een tocht."))
        names = [entry.name for entry in plan.entries]
        assert "post" in names
        assert "preview" not in names
        assert "followup" not in names
        assert dict(plan.consents).keys() == {"followup"}
        assert {entry.name: entry.value for entry in plan.entries}["honeypot"] == ""
        draft = await desk.outbox.send(plan)
        assert (draft.state, outcome(draft)) == (DraftState.SENT, Outcome.PUBLISHED)
        ((key, _, text, email, followup),) = server.written()
        assert (text, email, followup) == ("Wat een tocht.", WRITER.email, 0)
        assert draft.delivery is not None
        assert draft.delivery.key == str(key)
        comment = await on_page(server, str(key))
        assert comment is not None
        assert (comment.author, comment.parent) == (WRITER.name, None)


async def test_reply_to_a_comment_goes_by_its_own_page(tmp_path: Path, desk: Desk) -> None:
    with django_in(tmp_path / "django") as server:
        draft = await desk.send(server.url, "Graag gedaan.", FEMKE)
        assert outcome(draft) is Outcome.PUBLISHED
        ((_, parent, *_),) = server.written()
        assert parent == 2


async def test_deepest_comment_takes_no_answer(tmp_path: Path, desk: Desk) -> None:
    with django_in(tmp_path / "django") as server:
        obstacle = await desk.obstacle(desk.draft(server.url, "Nog dieper.", DEEPEST))
        assert "as deep as comments may" in obstacle.sentence
        assert obstacle.address is not None


async def test_what_is_typed_is_what_is_read(tmp_path: Path, desk: Desk) -> None:
    with django_in(tmp_path / "django") as server:
        draft = await desk.send(server.url, AWKWARD)
        assert outcome(draft) is Outcome.PUBLISHED
        assert draft.delivery is not None
        comment = await on_page(server, draft.delivery.key)
        assert comment is not None
        words = blocks_text(comment.blocks)
        for piece in (
            "5 < 6",
            "🙂👩‍👩‍👧",
            "שלום עולם",
            "مرحبا بالعالم",
            "<script>alert(1)</script>",
        ):
            assert piece in words


async def test_reply_that_is_confirmed_by_mail_is_held_until_then(
    tmp_path: Path, desk: Desk
) -> None:
    with django_in(tmp_path / "django", confirmed=True) as server:
        draft = await desk.send(server.url, "Mijn eerste.", FEMKE)
        assert (draft.state, outcome(draft)) == (DraftState.SENT, Outcome.HELD)
        assert "sent a mail to confirm it" in sentence(draft)
        assert server.written() == []
        assert draft.delivery is not None
        assert not draft.delivery.seen
        assert outcome(await desk.outbox.resolve(draft.id)) is Outcome.HELD
        server.confirm()
        found = await desk.outbox.resolve(draft.id)
        assert outcome(found) is Outcome.PUBLISHED
        assert found.delivery is not None
        assert found.delivery.seen


async def test_missing_name_and_mail_are_asked_for_before_anything_leaves(
    tmp_path: Path, desk: Desk
) -> None:
    with django_in(tmp_path / "django") as server:
        obstacle = await desk.obstacle(desk.draft(server.url, "Wat een tocht."), Identity())
        assert [missing.name for missing in obstacle.missing] == ["name", "email"]


async def test_form_that_comes_back_is_a_refusal_with_what_it_objects_to(
    tmp_path: Path, desk: Desk
) -> None:
    with django_in(tmp_path / "django") as server:
        plan = await desk.plan(desk.draft(server.url, "Wat een tocht."))
        entries = tuple(
            entry._replace(value="jos@nergens") if entry.name == "email" else entry
            for entry in plan.entries
        )
        draft = await desk.outbox.send(replace(plan, entries=entries))
        assert (draft.state, outcome(draft)) == (DraftState.FAILED, Outcome.REFUSED)
        assert "Mail" in sentence(draft)
        assert server.written() == []


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("timestamp", "1000000000", "too long ago"),
        ("security_hash", "0" * 40, "refused it"),
        ("honeypot", "gevuld", "refused it"),
        ("csrfmiddlewaretoken", "x" * 64, "did not know its own form again"),
    ],
)
async def test_form_that_is_not_as_it_was_is_refused(
    tmp_path: Path, desk: Desk, field: str, value: str, word: str
) -> None:
    with django_in(tmp_path / "django") as server:
        plan = await desk.plan(desk.draft(server.url, "Wat een tocht."))
        entries = tuple(
            entry._replace(value=value) if entry.name == field else entry for entry in plan.entries
        )
        draft = await desk.outbox.send(replace(plan, entries=entries))
        assert (draft.state, outcome(draft)) == (DraftState.FAILED, Outcome.REFUSED)
        assert word in sentence(draft)
        assert server.written() == []
