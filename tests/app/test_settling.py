"""Replies on their way: the outbox, what is unknown, what was handed over, what has arrived."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.outboxes import (
    FEMKE,
    HELD,
    SENT,
    UNKNOWN,
    Came,
    StandIn,
    a_draft,
    page_with_form,
    plan_of,
)
from tests.app.pages import HEDGE, Reply
from tests.app.reading import (
    dialog_text,
    notices,
    press,
    reading,
    screen_text,
    settle,
    thread,
    until,
)
from tui.app.screens.outbox import OutboxScreen
from tui.app.services import Services
from tui.fetch import open_blocking
from tui.send.handing import LONGEST
from tui.store.draft import Delivery, Draft, DraftState, Outcome

BODY = "Dit jaar telde ik er vier."
ARRIVED = (
    replace(HEDGE[0], replies=(*HEDGE[0].replies, Reply("Femke", BODY))),
    *HEDGE[1:],
)


@dataclass
class Home:
    """Stores with a draft on a saved page, and the stand-in for what sends.

    Attributes:
        path: The page.
        services: The stores.
        outbox: What sends.
        opened: The addresses that were handed to the browser.
    """

    path: Path
    services: Services
    outbox: StandIn
    opened: list[str] = field(default_factory=list)

    def draft(self) -> Draft:
        """The only draft, as it is on disk."""
        (draft,) = self.services.drafts.all()
        return draft

    def come(self, came: Came) -> Draft:
        """Let the draft have come somewhere."""
        return self.services.drafts.mark(self.draft().id, *came)

    def handed_over(self) -> Draft:
        """Let the draft be handed over."""
        return self.outbox.hand_over(self.draft(), "https://tuin.example/heg/#respond")

    def watch(self, pilot: Pilot[None]) -> None:
        """See what is handed to the browser."""
        pilot.app.open_url = lambda url, **_: self.opened.append(url)  # type: ignore[method-assign]

    def write_page(self, comments: tuple[Reply, ...] = HEDGE) -> None:
        """Write the page anew."""
        html = page_with_form(comments, url="https://tuin.example/heg/")
        self.path.write_text(html, encoding="utf-8")


@pytest.fixture
def at_home(services: Services, tmp_path: Path) -> Home:
    outbox = StandIn(services.drafts)
    own = replace(services, outbox_of=lambda _: outbox)
    own.write_as(FEMKE)
    found = Home(tmp_path / "heg.html", own, outbox)
    found.write_page()
    a_draft(services.drafts, "https://tuin.example/heg/")
    return found


# The outbox


async def test_a_reply_waits_in_the_outbox_until_it_is_sent_from_there(at_home: Home) -> None:
    async with reading(at_home.services, at_home.path) as pilot:
        await press(pilot, "tab", "S", "enter", "o")
        assert "It waits in the outbox" in notices(pilot.app)
        assert "reply to Marijke, 1 line · ready, in the outbox" in screen_text(pilot.app)
        assert not at_home.outbox.sent
        await press(pilot, "Q")
        text = screen_text(pilot.app)
        assert "1. Marijke on “De heg en de schaar”" in text
        assert "to tuin.example" in text
        assert "as Femke, f…@heg.example" in text
        assert "femke@heg" not in text
        await press(pilot, "e")
        assert "as Femke, femke@heg.example" in screen_text(pilot.app)
        await press(pilot, "S")
        assert "Marijke on “De heg en de schaar”: It stands on the page." in screen_text(pilot.app)
        await press(pilot, "escape")
        assert "Nothing waits to be sent." in screen_text(pilot.app)
    assert len(at_home.outbox.sent) == 1


async def test_a_reply_is_taken_back_from_the_outbox(at_home: Home) -> None:
    at_home.outbox.queue(plan_of(at_home.draft(), FEMKE))
    async with reading(at_home.services, at_home.path) as pilot:
        await press(pilot, "Q", "x")
        assert "Nothing waits to be sent." in screen_text(pilot.app)
        await press(pilot, "q")
        assert "draft to Marijke, 1 line" in screen_text(pilot.app)
    assert at_home.draft().state is DraftState.DRAFT


async def test_a_ready_reply_is_sent_or_taken_back_from_its_place(at_home: Home) -> None:
    at_home.outbox.queue(plan_of(at_home.draft(), FEMKE))
    async with reading(at_home.services, at_home.path) as pilot:
        await press(pilot, "tab", "S")
        assert "Your reply is ready" in screen_text(pilot.app)
        await press(pilot, "k")
        assert at_home.draft().state is DraftState.DRAFT
        await press(pilot, "S", "enter", "o", "S", "s", "escape")
    assert at_home.draft().state is DraftState.SENT


async def test_the_outbox_is_found_by_its_name(at_home: Home) -> None:
    async with reading(at_home.services, at_home.path) as pilot:
        await press(pilot, "ctrl+p")
        await press(pilot, *"outbox")
        await press(pilot, "enter")
        await until(lambda: isinstance(pilot.app.screen, OutboxScreen))


# Unknown


async def test_an_unknown_reply_is_never_sent_again_without_a_warning(at_home: Home) -> None:
    at_home.come(UNKNOWN)
    async with reading(at_home.services, at_home.path) as pilot:
        assert "reply to Marijke, 1 line · sent perhaps, no answer" in screen_text(pilot.app)
        await press(pilot, "tab", "S")
        text = screen_text(pilot.app)
        assert "Nobody knows whether your reply has arrived" in text
        assert "No answer came." in text
        assert "It is not sent again unless you say so." in dialog_text(pilot.app)
        await press(pilot, "s")
        assert "Send it a second time?" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert at_home.draft().state is DraftState.UNKNOWN
        assert not at_home.outbox.asked
        await press(pilot, "S", "s", "y", "enter")
        assert "This is what would be sent" in screen_text(pilot.app)
        assert at_home.draft().state is DraftState.UNKNOWN, "as long as nothing has left"
        await press(pilot, "y")
    assert len(at_home.outbox.sent) == 1


async def test_looking_again_finds_a_reply_that_had_arrived(at_home: Home) -> None:
    at_home.come(UNKNOWN)
    async with reading(at_home.services, at_home.path) as pilot:
        await press(pilot, "tab", "S", "l")
        assert "It is not on the page as anybody sees it." in screen_text(pilot.app)
        at_home.outbox.found = SENT
        await press(pilot, "l")
        assert "Your reply is published" in screen_text(pilot.app)
    assert at_home.draft().state is DraftState.SENT
    assert not at_home.outbox.sent


@pytest.mark.parametrize(("key", "state"), [("t", DraftState.SENT), ("n", DraftState.DRAFT)])
async def test_the_user_s_own_word_settles_what_is_unknown(
    at_home: Home, key: str, state: DraftState
) -> None:
    at_home.come(UNKNOWN)
    async with reading(at_home.services, at_home.path) as pilot:
        await press(pilot, "tab", "S", key)
        assert not pilot.app.screen.is_modal
    assert at_home.draft().state is state
    assert not at_home.outbox.sent


async def test_a_reply_that_was_being_sent_when_the_program_ended_is_told_at_the_next_start(
    at_home: Home,
) -> None:
    (at_home.services.drafts.folder.parent / "outbox").mkdir()
    at_home.services.drafts.mark(at_home.draft().id, DraftState.SENDING)
    async with reading(at_home.services, at_home.path) as pilot:
        assert "It is not known whether your reply on “De heg en de schaar” has arrived" in (
            notices(pilot.app)
        )
        assert "sent perhaps, no answer" in screen_text(pilot.app)
    assert at_home.draft().state is DraftState.UNKNOWN


# Handing over


async def test_a_reply_is_handed_over_without_reading_anything(at_home: Home) -> None:
    offline = replace(at_home.services, offline=True)
    async with reading(offline, at_home.path) as pilot:
        at_home.watch(pilot)
        await press(pilot, "tab", "f9")
        text = dialog_text(pilot.app)
        assert "The form is at https://tuin.example/heg/#comment-1" in text
        await press(pilot, "h")
        assert pilot.app.clipboard == BODY
        assert at_home.opened == ["https://tuin.example/heg/#comment-1"]
        text = dialog_text(pilot.app)
        assert "The reply was sent to the terminal's clipboard (OSC 52)." in text
        assert "Handed over" in text
    assert at_home.draft().state is DraftState.HANDED_OVER
    assert not at_home.outbox.asked


async def test_a_page_that_asks_for_mail_gets_one(
    at_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = replace(
        open_blocking(str(at_home.path)).page, reply_mail="reactie@tuin.example", form=None
    )
    monkeypatch.setattr(Services, "page_of", lambda _self, _draft: page)
    async with reading(at_home.services, at_home.path) as pilot:
        at_home.watch(pilot)
        await press(pilot, "tab", "f9", "m")
        (mail,) = at_home.opened
        assert mail.startswith("mailto:reactie@tuin.example?subject=Re:%20De%20heg")
        assert unquote(mail).endswith(f"&body={BODY}")
        assert "Your mail program was asked to write to reactie@tuin.example." in (
            dialog_text(pilot.app)
        )
        await press(pilot, "escape")
        draft = at_home.draft()
        long = replace(draft, body="Vier nesten. " * (LONGEST // 8))
        at_home.services.drafts.save(long)
        at_home.services.drafts.mark(draft.id, DraftState.DRAFT)
        await press(pilot, "f9", "m")
        text = dialog_text(pilot.app)
        assert "The text is too long to be handed to a mail program." in text
        assert pilot.app.clipboard == long.body.rstrip()
        assert at_home.opened[1].endswith("&body=")


async def test_what_was_handed_over_is_done_once_the_page_shows_it(at_home: Home) -> None:
    at_home.handed_over()
    async with reading(at_home.services, at_home.path) as pilot:
        assert "reply to Marijke, 1 line · handed over" in screen_text(pilot.app)
        at_home.write_page(ARRIVED)
        await press(pilot, "ctrl+r")
        await settle(pilot)
        assert "Your reply to Marijke is on the page now." in notices(pilot.app)
        text = screen_text(pilot.app)
        assert "handed over" not in text
        assert text.count(BODY) == 1
    done = at_home.draft()
    assert done.state is DraftState.SENT
    assert done.delivery is not None
    assert (done.delivery.seen, done.delivery.key) == (True, "5")
    assert done.delivery.permalink is not None


async def test_what_was_held_is_done_when_the_page_is_opened_later(at_home: Home) -> None:
    at_home.come(HELD)
    at_home.write_page(ARRIVED)
    async with reading(at_home.services, at_home.path) as pilot:
        assert "Your reply to Marijke is on the page now." in notices(pilot.app)
        assert "held" not in screen_text(pilot.app)
        assert len(thread(pilot).thread) == 8


async def test_what_was_handed_over_can_be_taken_up_again(at_home: Home) -> None:
    at_home.handed_over()
    async with reading(at_home.services, at_home.path) as pilot:
        await press(pilot, "tab", "S")
        assert "Your reply was handed over" in screen_text(pilot.app)
        await press(pilot, "n")
        assert "draft to Marijke, 1 line" in screen_text(pilot.app)
    assert at_home.draft().state is DraftState.DRAFT


async def test_what_the_site_published_can_be_seen_in_the_browser(at_home: Home) -> None:
    link = "https://tuin.example/heg/comment-page-2/#comment-99"
    told = Delivery(Outcome.ACCEPTED, HELD[1].at, "https://tuin.example/", "Fine.", "99", link)
    at_home.services.drafts.mark(at_home.draft().id, DraftState.SENT, told)
    async with reading(at_home.services, at_home.path) as pilot:
        at_home.watch(pilot)
        await press(pilot, "tab", "S", "b")
    assert at_home.opened == [link]


async def test_a_reply_is_handed_over_as_a_file(at_home: Home, tmp_path: Path) -> None:
    target = tmp_path / "antwoord.md"
    target.write_text("iets anders")
    async with reading(at_home.services, at_home.path) as pilot:
        await press(pilot, "tab", "f9", "x")
        pilot.app.screen.query_one("#export-path", Input).value = str(target)
        await press(pilot, "enter", "n")
        assert target.read_text() == "iets anders"
        assert at_home.draft().state is DraftState.DRAFT
        await press(pilot, "escape", "f9", "x")
        pilot.app.screen.query_one("#export-path", Input).value = str(target)
        await press(pilot, "enter", "y")
        assert "Written:" in dialog_text(pilot.app)
    assert BODY in target.read_text()
    assert at_home.draft().state is DraftState.HANDED_OVER
