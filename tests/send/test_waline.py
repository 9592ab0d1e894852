"""Replies to pages that have their comments at a Waline server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.send.desks import WRITER, Desk
from tests.send.walines import waline
from tui.fetch import open_page
from tui.send.rules import SiteMarkup, rules_of
from tui.store.draft import Draft, DraftState, Outcome, ParentRef

KEES = ParentRef("2", "Kees")
TEXT = "Wat een *tocht*."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


def came(draft: Draft) -> tuple[DraftState, Outcome, str]:
    assert draft.delivery is not None
    return draft.state, draft.delivery.outcome, draft.delivery.sentence


async def test_a_page_opens_with_the_comments_and_takes_markdown() -> None:
    with waline() as server:
        page = (await open_page(server.url)).page
    assert page.thread is not None
    assert [comment.author for comment in page.thread.comments] == ["Femke", "Kees"]
    assert page.thread.depths == (0, 1)
    assert page.notes == ()
    assert rules_of(page).markup is SiteMarkup.MARKDOWN


async def test_a_reply_to_the_article_stands_on_the_page(desk: Desk) -> None:
    with waline() as server:
        plan = await desk.plan(desk.draft(server.url, TEXT))
        assert {entry.name: entry.value for entry in plan.entries if entry.shown} == {
            "comment": TEXT,
            "nick": WRITER.name,
            "mail": WRITER.email,
        }
        draft = await desk.outbox.send(plan)
        assert came(draft) == (DraftState.SENT, Outcome.PUBLISHED, "It stands on the page.")
        assert draft.delivery is not None
        assert (draft.delivery.key, draft.delivery.permalink) == ("3", f"{server.url}#3")
        (posted,) = server.posted
    assert posted == {
        "comment": TEXT,
        "nick": WRITER.name,
        "mail": WRITER.email,
        "link": WRITER.site,
        "url": "/dijk/",
    }


async def test_an_answer_names_the_comment_and_the_one_that_began_the_conversation(
    desk: Desk,
) -> None:
    with waline() as server:
        draft = await desk.send(server.url, "Dat is laat.", KEES)
        (posted,) = server.posted
        page = (await open_page(server.url)).page
    assert came(draft)[1] is Outcome.PUBLISHED
    assert (posted["pid"], posted["rid"], posted["at"]) == ("2", "1", "Kees")
    assert page.thread is not None
    assert page.thread.depths == (0, 1, 2)


@pytest.mark.parametrize(
    ("status", "outcome", "words"),
    [
        ("waiting", Outcome.HELD, "once somebody there has approved it"),
        ("spam", Outcome.ACCEPTED, "does not show it"),
    ],
)
async def test_a_reply_that_is_not_shown_is_told_to_be_so(
    desk: Desk, status: str, outcome: Outcome, words: str
) -> None:
    with waline(status=status) as server:
        state, came_to, sentence = came(await desk.send(server.url, TEXT))
    assert (state, came_to) == (DraftState.SENT, outcome)
    assert words in sentence


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            (200, {"errno": 1000, "errmsg": "Duplicate Content"}),
            "The site refused it: Duplicate Content.",
        ),
        (
            (200, {"errno": 1000, "errmsg": "Comment too fast!"}),
            "The site wants more time between two replies.",
        ),
        (
            (200, {"errno": 1001, "errmsg": {"comment": "comment can not be blank"}}),
            "The site refused it: comment can not be blank.",
        ),
        ((200, {"errno": 1000}), "The site refused it and gave no reason."),
        (
            (401, {"errno": 401, "errmsg": "Unauthorized"}),
            "The site takes replies only from people who have logged in there.",
        ),
    ],
)
async def test_a_refusal_is_told_with_its_reason(
    desk: Desk, error: tuple[int, Any], sentence: str
) -> None:
    with waline(error=error) as server:
        state, outcome, told = came(await desk.send(server.url, TEXT))
    is_early = "more time" in sentence  # then it is to be sent again in a while
    assert state is (DraftState.READY if is_early else DraftState.FAILED)
    assert (outcome, told) == (Outcome.REFUSED, sentence)


@pytest.mark.parametrize("answer", ["<p>Welcome</p>", "[]", "{}", "[" * 100_000])
async def test_an_answer_of_something_else_leaves_it_open_whether_it_came(
    desk: Desk, answer: str
) -> None:
    with waline(error=(200, answer)) as server:
        state, outcome, told = came(await desk.send(server.url, TEXT))
    assert (state, outcome) == (DraftState.UNKNOWN, Outcome.UNKNOWN)
    assert "did not answer as a Waline server does" in told
