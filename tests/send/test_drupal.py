"""Replies to a site that takes comments as Drupal's core does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.send.desks import Desk
from tests.send.drupals import PREVIEW, drupal
from tui.store.draft import Draft, DraftState, Outcome, ParentRef

PETRA = ParentRef("1", "Petra", text="Which one of the gates do you mean?")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


def told(draft: Draft) -> tuple[Outcome, str]:
    assert draft.delivery is not None
    return draft.delivery.outcome, draft.delivery.sentence


async def test_reply_to_the_article_stands_on_the_page(desk: Desk) -> None:
    with drupal() as site:
        draft = await desk.send(site.url, "The one by the elder, of course.")
        assert (draft.state, told(draft)[0]) == (DraftState.SENT, Outcome.PUBLISHED)
        (fields,) = site.posted
    assert (fields["op"], fields["form_id"], fields["form_build_id"]) == (
        "Save",
        "comment_comment_form",
        "form-0",
    )
    assert (fields["url"], fields["subject[0][value]"]) == ("", "")
    assert fields["comment_body[0][format]"] == "restricted_html"
    assert draft.delivery is not None
    assert draft.delivery.key == "2"
    assert draft.delivery.permalink == f"{site.url}#comment-2"


async def test_reply_to_a_comment_goes_by_its_own_page(desk: Desk) -> None:
    with drupal() as site:
        plan = await desk.plan(desk.draft(site.url, "The one by the elder.", PETRA))
        assert plan.address == f"{site.base}/comment/reply/node/4/comment/1"
        assert told(await desk.outbox.send(plan))[0] is Outcome.PUBLISHED
        assert site.comments[-1][3] == 1


async def test_reply_that_waits_for_approval_is_held_with_the_words_of_the_site(
    desk: Desk,
) -> None:
    with drupal(approves=True) as site:
        outcome, sentence = told(await desk.send(site.url, "The one by the elder, of course."))
    assert outcome is Outcome.HELD
    assert "queued for review by site administrators" in sentence
    assert "Status message" not in sentence


async def test_refusal_tells_the_site_s_own_reason(desk: Desk) -> None:
    with drupal(error="The email address jos is not valid.") as site:
        draft = await desk.send(site.url, "The one by the elder, of course.")
    assert (draft.state, *told(draft)) == (
        DraftState.FAILED,
        Outcome.REFUSED,
        "The site refused it: The email address jos is not valid.",
    )


async def test_site_that_wants_more_time_between_reading_and_sending_gets_it(desk: Desk) -> None:
    said = "There was a problem with your form submission. Please wait 6 seconds and try again."
    with drupal(error=said) as site:
        draft = await desk.send(site.url, "The one by the elder, of course.")
        assert draft.state is DraftState.READY
        assert len(site.posted) == 1


async def test_subject_is_made_of_the_first_words_where_the_form_wants_one(desk: Desk) -> None:
    with drupal(subject=' required="required"') as site:
        await desk.send(site.url, "The one by the elder, of course,\nand not the other.")
        assert site.posted[0]["subject[0][value]"] == "The one by the elder, of"


async def test_site_that_shows_a_preview_first_is_left_to_a_browser(desk: Desk) -> None:
    with drupal(buttons=PREVIEW) as site:
        obstacle = await desk.obstacle(desk.draft(site.url, "The one by the elder."))
        assert "before it takes it" in obstacle.sentence
        assert obstacle.address == site.url
        assert site.posted == []
