"""Sending from the screen: what is shown first, who is asked what, what is told afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Checkbox, Input

from tests.app.outboxes import (
    FEMKE,
    HELD,
    REFUSED,
    UNKNOWN,
    StandIn,
    a_draft,
    page_with_form,
    plan_of,
)
from tests.app.pages import HEDGE, Reply
from tests.app.reading import (
    notices,
    press,
    reader,
    reading,
    screen_text,
    settle,
    thread,
    until,
    write,
)
from tests.fetch.servers import Answer, http_server
from tests.send.sites import blog
from tui.app import dialogs
from tui.app.services import Services
from tui.errors import SendError
from tui.send.plan import Missing, Obstacle, Planned
from tui.store.draft import Draft, DraftState
from tui.store.identities import Identity

BODY = "Dit jaar telde ik er vier."
WITH_REPLY = (
    replace(HEDGE[0], replies=(*HEDGE[0].replies, Reply("Femke", BODY))),
    *HEDGE[1:],
)


@dataclass
class Site:
    """The page on a server, and the stand-in for what sends.

    Attributes:
        url: Where the page is.
        services: The stores.
        outbox: What sends.
        answers: What the server says, by path.
    """

    url: str
    services: Services
    outbox: StandIn
    answers: dict[str, Answer]

    def draft(self) -> Draft:
        """The only draft, as it is on disk."""
        (draft,) = self.services.drafts.all()
        return draft

    def publish(self) -> None:
        """Let the page show the reply."""
        self.answers["/heg"] = Answer(page_with_form(WITH_REPLY).encode())


@pytest.fixture
def site(services: Services) -> Iterator[Site]:
    answers = {"/heg": Answer(page_with_form().encode())}
    with http_server(answers) as server:
        outbox = StandIn(services.drafts)
        own = replace(services, outbox_of=lambda _: outbox)
        yield Site(f"{server.base}/heg", own, outbox, answers)


async def test_a_reply_goes_from_the_composer_to_its_place_in_the_thread(site: Site) -> None:
    site.outbox.sends = site.publish
    async with reading(site.services, f"{site.url}#comment-1") as pilot:
        await press(pilot, "R")
        await write(pilot, BODY)
        await press(pilot, "f8")
        assert site.draft().body == BODY, "the words are on disk before anything else"
        text = screen_text(pilot.app)
        assert f"As whom do you write on {site.url.split('/')[2]}?" in text
        assert "Naam *" in text
        assert "E-mail *" in text
        assert "Site\n" in text or "Site " in text
        await write(pilot, "Femke")
        await press(pilot, "tab")
        await write(pilot, "femke@heg.example")
        await press(pilot, "enter")
        text = screen_text(pilot.app)
        assert "This is what would be sent" in text
        assert "https://tuin.example/wp-comments-post.php" in text
        assert "As  Femke, femke@heg.example" in text
        assert "Answers  Marijke on “De heg en de schaar”" in text
        assert "Field comment “Reactie”  Dit jaar telde ik er vier." in text
        assert "Hidden field comment_parent  1" in text
        assert "Hidden field token" in text
        assert "xxxx" in text
        assert "(4000" in text
        assert "Cookies  sessie" in text
        assert "geheim" not in text
        assert "Note  What it answers was edited since." in text
        assert not site.outbox.sent
        await press(pilot, "enter")
        assert not site.outbox.sent, "enter alone agrees to nothing"
        await press(pilot, "y")
        assert [plan.text for plan in site.outbox.sent] == [BODY]
        assert "Your reply is published" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert reader(pilot).composer is None
        shown = thread(pilot).thread
        reply = next(c for c in shown.comments if c.author == "Femke")
        assert reply.parent is not None
        assert shown.comments[reply.parent].author == "Marijke"
        assert "Your reply to Marijke is on the page now." in notices(pilot.app)
        assert screen_text(pilot.app).count(BODY) == 1, "the comment stands in place of the draft"
        done = site.draft()
        assert (done.state, done.delivery and done.delivery.seen) == (DraftState.SENT, True)
    assert "femke@heg" not in "".join(
        path.read_text() for path in site.services.drafts.folder.rglob("*.md")
    )
    assert not site.services.identities.path.exists(), "nobody asked to remember it"


async def test_escape_at_every_step_sends_nothing(site: Site) -> None:
    a_draft(site.services.drafts, site.url)
    site.services.write_as(FEMKE)
    for steps in (("S", "escape"), ("S", "enter", "escape")):
        async with reading(site.services, site.url) as pilot:
            await press(pilot, "tab", *steps)
            assert reader(pilot) is pilot.app.screen
    assert not site.outbox.sent
    assert site.draft().state is DraftState.DRAFT


async def test_who_is_remembered_for_a_site_only_when_the_box_is_ticked(site: Site) -> None:
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S")
        dialog = pilot.app.screen
        assert isinstance(dialog, dialogs.IdentityDialog)
        assert not dialog.query_one(Checkbox).value
        dialog.query_one("#who-name", Input).value = "Femke"
        dialog.query_one("#who-email", Input).value = "femke@heg.example"
        dialog.query_one(Checkbox).value = True
        await press(pilot, "enter", "y", "escape")
    assert site.services.identities.get(site.url) == Identity("Femke", "femke@heg.example")
    site.services.drafts.mark(site.draft().id, DraftState.DRAFT)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S")
        assert "As  Femke, femke@heg.example" in screen_text(pilot.app), "nobody is asked again"
        await press(pilot, "w")
        dialog = pilot.app.screen
        assert isinstance(dialog, dialogs.IdentityDialog)
        assert dialog.query_one("#who-email", Input).value == "femke@heg.example"
        dialog.query_one(Checkbox).value = False
        await press(pilot, "enter", "y", "escape")
    assert site.services.identities.get(site.url) is None


async def test_a_site_that_needs_a_name_is_not_asked_without_one(site: Site) -> None:
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S", "enter")
        assert isinstance(pilot.app.screen, dialogs.IdentityDialog)
        assert not site.outbox.asked
        assert pilot.app.focused is pilot.app.screen.query_one("#who-name")


async def test_what_the_site_misses_is_asked_for_with_its_reason(site: Site) -> None:
    def planned(draft: Draft, identity: Identity, consents: Collection[str]) -> Planned:
        if identity.email == "femke":
            wrong = Missing("email", "E-mail", "femke is no e-mail address.")
            return Obstacle("femke is no e-mail address.", missing=(wrong,))
        return plan_of(draft, identity, consents)

    site.outbox.planned = planned
    site.services.write_as(Identity("Femke", "femke"))
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S", "enter")
        assert "femke is no e-mail address." in screen_text(pilot.app)
        assert pilot.app.focused is pilot.app.screen.query_one("#who-email")
        await write(pilot, "femke@heg.example")
        await press(pilot, "enter")
        assert "As  Femke, femke@heg.example" in screen_text(pilot.app)


async def test_a_box_for_consent_is_off_until_it_is_ticked_and_then_part_of_what_is_shown(
    site: Site,
) -> None:
    site.services.write_as(FEMKE)
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S", "enter")
        assert "Field consent" not in screen_text(pilot.app)
        assert not pilot.app.screen.query_one(Checkbox).value
        await press(pilot, "space")
        assert "Field consent “Bewaar mijn naam”  yes" in screen_text(pilot.app)
        assert pilot.app.screen.query_one(Checkbox).value
        await press(pilot, "y")
    assert [ticked for _, ticked in site.outbox.asked] == [frozenset(), frozenset({"consent"})]
    assert "consent" in {entry.name for entry in site.outbox.sent[0].entries}


async def test_a_refusal_gives_the_site_s_reason_and_stays_with_the_draft(site: Site) -> None:
    site.outbox.came = REFUSED
    site.services.write_as(FEMKE)
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S", "enter", "y")
        text = screen_text(pilot.app)
        assert "Your reply was refused" in text
        assert "The site says: too fast." in text
        await press(pilot, "escape")
        assert "reply to Marijke, 1 line · refused" in screen_text(pilot.app)
        assert BODY in screen_text(pilot.app)
        site.outbox.came = HELD
        await press(pilot, "S", "enter", "y", "escape")
        assert "reply to Marijke, 1 line · held for moderation" in screen_text(pilot.app)
    assert len(site.outbox.sent) == 2


async def test_what_keeps_a_reply_from_being_sent_is_told_and_hands_over_by_one_key(
    site: Site,
) -> None:
    captcha = "The site asks a riddle (a captcha) that only a person in a browser solves."
    form = f"{site.url}?replytocom=1#respond"
    site.outbox.planned = lambda *_: Obstacle(captcha, form)
    site.services.write_as(FEMKE)
    a_draft(site.services.drafts, site.url)
    opened: list[str] = []
    async with reading(site.services, site.url) as pilot:
        pilot.app.open_url = lambda url, **_: opened.append(url)  # type: ignore[method-assign]
        await press(pilot, "tab", "S", "enter")
        text = screen_text(pilot.app)
        assert "This cannot be sent from here" in text
        assert "The site asks a riddle" in text
        await press(pilot, "h")
        assert opened == [form]
        assert pilot.app.clipboard == BODY
        assert "The reply was sent to the terminal's clipboard (OSC 52)." in screen_text(pilot.app)
        await press(pilot, "escape")
        assert "reply to Marijke, 1 line · handed over" in screen_text(pilot.app)
    assert site.draft().state is DraftState.HANDED_OVER


async def test_a_text_that_is_too_long_goes_back_to_its_writer(site: Site) -> None:
    sentence = "It is 12 characters longer than the 65,525 that the site takes."
    site.outbox.planned = lambda *_: Obstacle(sentence, too_long=12)
    site.services.write_as(FEMKE)
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S", "enter")
        assert "It is 12 characters longer" in screen_text(pilot.app)
        await press(pilot, "e")
        composer = reader(pilot).composer
        assert composer is not None
        assert composer.text.text == BODY


async def test_reading_the_page_anew_can_be_given_up(site: Site) -> None:
    site.outbox.gate = asyncio.Event()
    site.services.write_as(FEMKE)
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S")
        await pilot.press("enter")
        await until(lambda: bool(site.outbox.asked))
        await until(lambda: "Reading the page anew" in screen_text(pilot.app))
        await press(pilot, "escape")
        assert reader(pilot) is pilot.app.screen
    assert not site.outbox.sent


async def test_a_page_that_cannot_be_had_is_told_and_tried_again(site: Site) -> None:
    answers = iter([SendError("The server refuses the connection."), None])

    def planned(draft: Draft, identity: Identity, consents: Collection[str]) -> Planned:
        error = next(answers)
        if error is not None:
            raise error
        return plan_of(draft, identity, consents)

    site.outbox.planned = planned
    site.services.write_as(FEMKE)
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S", "enter")
        assert "The server refuses the connection." in screen_text(pilot.app)
        await press(pilot, "s")
        assert "This is what would be sent" in screen_text(pilot.app)


def unreachable(*_: object) -> Planned:
    raise SendError("The server refuses the connection.")


async def test_without_a_network_a_reply_can_wait_by_the_copy_of_its_page(site: Site) -> None:
    site.services.write_as(FEMKE)
    draft = a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "q")  # keeps a copy of the page
    site.outbox.planned = unreachable
    async with reading(replace(site.services, offline=True), site.url) as pilot:
        await press(pilot, "tab", "S", "enter")
        text = screen_text(pilot.app)
        assert "This is what would be sent later" in text
        assert "The server refuses the connection." in text
        assert "Send now" not in text
        await press(pilot, "y")
        assert site.outbox.sent == []
        await press(pilot, "o")
    assert list(site.outbox.queued) == [draft.id]
    assert site.outbox.queued[draft.id].kept


async def test_a_click_sends_what_is_shown(site: Site) -> None:
    site.services.write_as(FEMKE)
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S", "enter")
        await pilot.click("#send")
        await settle(pilot)
    assert len(site.outbox.sent) == 1


async def test_a_reply_is_sent_from_the_list_of_drafts(site: Site) -> None:
    site.services.write_as(FEMKE)
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, None) as pilot:
        await press(pilot, "D", "S", "enter", "y", "escape")
        assert "published" in screen_text(pilot.app)
    assert len(site.outbox.sent) == 1


async def test_without_a_draft_the_key_says_how_to_begin_one(site: Site) -> None:
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "S")
        assert "There is no draft; r begins one." in notices(pilot.app)


async def test_a_reply_that_is_being_written_stays_open_where_it_is_not_sent(
    site: Site, tmp_path: Path
) -> None:
    del tmp_path
    site.outbox.came = REFUSED
    site.services.write_as(FEMKE)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "R")
        await write(pilot, BODY)
        await press(pilot, "f8", "enter", "y", "escape")
        composer = reader(pilot).composer
        assert composer is not None
        await until(lambda: composer.text.has_focus)
        await write(pilot, " Echt.")
        await press(pilot, "escape")
    assert site.draft().body == f"{BODY} Echt."
    assert site.draft().state is DraftState.DRAFT, "a text that changed is no refused one any more"


async def test_waiting_for_an_answer_can_be_given_up(site: Site) -> None:
    site.outbox.hangs = True
    site.services.write_as(FEMKE)
    draft = a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S", "enter")
        await pilot.press("y")
        await until(lambda: bool(site.outbox.sent) and "Sending …" in screen_text(pilot.app))
        await press(pilot, "escape")
        assert "Nothing was sent: it had not left yet." in notices(pilot.app)
        site.outbox.sends = partial(site.services.drafts.mark, draft.id, *UNKNOWN)
        await press(pilot, "S", "enter")
        await pilot.press("y")
        await until(lambda: len(site.outbox.sent) == 2 and "Sending …" in screen_text(pilot.app))
        await press(pilot, "escape")
        assert "Nobody knows whether your reply has arrived" in screen_text(pilot.app)


async def test_a_site_that_wants_more_time_gets_it(site: Site) -> None:
    site.outbox.came = (DraftState.READY, REFUSED[1])
    site.services.write_as(FEMKE)
    a_draft(site.services.drafts, site.url)
    async with reading(site.services, site.url) as pilot:
        await press(pilot, "tab", "S", "enter", "y")
        assert "The site wants more time between two replies" in screen_text(pilot.app)
        assert "The site says: too fast." in screen_text(pilot.app)
        assert "It waits in the outbox" in screen_text(pilot.app)


async def test_the_real_outbox_sends_it_to_a_real_server(services: Services) -> None:
    with blog() as server:
        async with reading(services, f"{server.url}#comment-1") as pilot:
            await press(pilot, "R")
            await write(pilot, "Ik loop mee, als het droog blijft.")
            await press(pilot, "f8")
            await write(pilot, "Femke Jansen")
            await press(pilot, "enter")
            assert "Field comment “Comment”  Ik loop mee" in screen_text(pilot.app)
            assert server.posted == []
            await press(pilot, "y")
            assert "Your reply is published" in screen_text(pilot.app)
            await press(pilot, "escape")
            assert thread(pilot).thread.comments[-1].author == "Femke Jansen"
            assert screen_text(pilot.app).count("als het droog blijft") == 1
        assert server.fields_posted["author"] == "Femke Jansen"
        assert server.fields_posted["website2"] == "", "the decoy stays empty"
        assert len(server.posted) == 1
