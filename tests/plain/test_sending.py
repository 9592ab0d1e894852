"""Sending by prompts: the plan line by line before the yes, and what became of it after."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.app.outboxes import (
    FEMKE,
    REFUSED,
    SENT,
    UNKNOWN,
    StandIn,
    a_draft,
    page_with_form,
    plan_of,
)
from tests.app.pages import HEDGE, URL, Reply
from tests.plain.sessions import Reader, stores
from tui.errors import SendError
from tui.plain.stores import PlainStores
from tui.send.plan import Missing, Obstacle, Planned
from tui.store.draft import Draft, DraftState
from tui.store.identities import Identity

BODY = "Dit jaar telde ik er vier."


class Desk:
    """Stores with one draft, and the stand-in for what sends."""

    def __init__(self, home: Path) -> None:
        self.path = home / "heg.html"
        self.write_page(HEDGE)
        kept = stores(home)
        self.outbox = StandIn(kept.drafts)
        self.stores: PlainStores = replace(kept, outbox_of=lambda _: self.outbox)
        a_draft(kept.drafts, URL)

    def write_page(self, comments: tuple[Reply, ...]) -> None:
        self.path.write_text(page_with_form(comments, url=URL), encoding="utf-8")

    def reader(self) -> Reader:
        """A reader at the comment that the draft answers."""
        self.stores.remember(self.stores.open(str(self.path)))
        reader = Reader(self.stores, self.path)
        reader("comments", "1")
        return reader

    @property
    def draft(self) -> Draft:
        (draft,) = self.stores.drafts.all()
        return draft


@pytest.fixture
def desk(home: Path) -> Desk:
    return Desk(home)


def test_who_is_asked_the_plan_is_told_and_a_yes_sends(desk: Desk) -> None:
    reader = desk.reader()
    assert "As whom do you write on tuin.example?" in reader("send")[0]
    assert reader.prompt == "Naam, which must be given> "
    reader("Femke")
    assert reader.prompt == "E-mail, which must be given> "
    reader("femke@heg.example", "")
    assert reader.prompt == "remember this for tuin.example? yes or no> "
    told = reader("no")
    assert "This is what would be sent." in told
    assert "Address: https://tuin.example/wp-comments-post.php" in told
    assert "As: Femke, femke@heg.example" in told
    assert f"Field comment “Reactie”: {BODY}" in told
    assert "Hidden field comment_parent: 1" in told
    assert "Note: What it answers was edited since." in told
    assert "Box 1, not ticked: Bewaar mijn naam. The number ticks it." in told
    assert not desk.outbox.sent
    told = reader("yes")
    assert told[-1] == "It stands on the page."
    assert [plan.text for plan in desk.outbox.sent] == [BODY]
    assert not desk.stores.identities.path.exists()
    assert reader.prompt == "comments> " or "thread" in reader.prompt or reader.prompt


@pytest.mark.parametrize("answer", ["no", "", "maybe"])
def test_nothing_but_a_yes_sends(desk: Desk, answer: str) -> None:
    desk.stores.identities.remember(URL, FEMKE)
    reader = desk.reader()
    reader("send")
    assert reader(answer) == ["Nothing was sent."]
    assert not desk.outbox.sent
    assert desk.draft.state is DraftState.DRAFT


def test_ctrl_c_at_a_question_sends_nothing(desk: Desk) -> None:
    desk.stores.identities.remember(URL, FEMKE)
    reader = desk.reader()
    reader("send")
    assert list(reader.session.interrupted()) == ["Nothing was done."]
    assert "comment 1" in reader("where")[0].lower()
    assert not desk.outbox.sent


def test_a_box_is_ticked_by_its_number_and_told_again(desk: Desk) -> None:
    desk.stores.identities.remember(URL, FEMKE)
    reader = desk.reader()
    reader("send")
    told = reader("1")
    assert "Box 1, ticked: Bewaar mijn naam. The number ticks it." in told
    assert "Field consent “Bewaar mijn naam”: yes" in told
    reader("yes")
    assert [ticked for _, ticked in desk.outbox.asked] == [frozenset(), frozenset({"consent"})]


def test_what_is_missing_is_asked_for_with_its_reason(desk: Desk) -> None:
    def planned(draft: Draft, identity: Identity, consents: Collection[str]) -> Planned:
        if not identity.email:
            missing = Missing("email", "E-mail", "The site wants “E-mail” to be filled.")
            return Obstacle(missing.reason, missing=(missing,))
        return plan_of(draft, identity, consents)

    desk.outbox.planned = planned
    desk.stores.identities.remember(URL, Identity("Femke"))
    reader = desk.reader()
    assert "The site wants “E-mail” to be filled." in reader("send")
    told = reader("femke@heg.example", "yes")
    assert "As: Femke, femke@heg.example" in told
    reader("yes")
    assert desk.stores.identities.get(URL) == Identity("Femke", "femke@heg.example")


def test_a_refusal_is_told_in_the_site_s_words(desk: Desk) -> None:
    desk.outbox.came = REFUSED
    desk.stores.identities.remember(URL, FEMKE)
    reader = desk.reader()
    reader("send")
    assert reader("yes")[-1] == "The site says: too fast."
    assert any("Your reply, refused: Dit jaar" in line for line in reader("again"))


def unreachable(*_: object) -> Planned:
    raise SendError("The server refuses the connection.")


def test_a_page_that_cannot_be_had_and_was_not_kept_ends_the_talk(desk: Desk) -> None:
    desk.outbox.planned = unreachable
    desk.stores.identities.remember(URL, FEMKE)
    reader = desk.reader()
    desk.stores.library.forget(URL)
    assert reader("send")[-1] == "The server refuses the connection."
    assert "Comment 1" in reader("where")[0]


def test_without_a_network_a_reply_can_wait_by_the_copy_of_its_page(desk: Desk) -> None:
    desk.outbox.planned = unreachable
    desk.stores.identities.remember(URL, FEMKE)
    reader = desk.reader()
    told = reader("send")
    assert any(line.startswith("Note: The server refuses the connection.") for line in told)
    assert reader.prompt == "keep for later? outbox, hand over, who or no> "
    assert reader("yes")[-1] == "Nothing was sent."
    assert desk.outbox.sent == []
    reader("send")
    assert reader("outbox")[-1] == "It waits in the outbox and goes when you say so there."
    assert desk.draft.state is DraftState.READY


def test_what_cannot_be_sent_is_handed_over(desk: Desk) -> None:
    desk.outbox.planned = lambda *_: Obstacle("Comments are closed on this page.", URL)
    desk.stores.identities.remember(URL, FEMKE)
    opened: list[str] = []

    def browse(url: str) -> bool:
        opened.append(url)
        return True

    desk.stores = replace(desk.stores, browse=browse)
    reader = desk.reader()
    assert "Comments are closed on this page." in reader("send")
    told = reader("yes")
    assert told[0] == "There is no clipboard here; this is the text to send:"
    assert BODY in told
    assert opened == [URL]
    assert desk.draft.state is DraftState.HANDED_OVER


def test_handing_over_tells_the_address_of_the_form_where_there_is_no_browser(desk: Desk) -> None:
    told = desk.reader()("hand over")
    assert f"The form is at {URL}#comment-1" in told
    assert "marked as handed over" in told[-1]


def test_a_reply_waits_in_the_outbox(desk: Desk) -> None:
    desk.stores.identities.remember(URL, FEMKE)
    reader = desk.reader()
    reader("send")
    assert reader("outbox") == ["It waits in the outbox and goes when you say so there."]
    (row, _) = reader("outbox")
    assert row.startswith("1: Marijke on “De heg en de schaar”, ready, in the outbox, to tuin")
    assert "as Femke, f…@heg.example" in row
    reader("x 1")
    assert desk.draft.state is DraftState.DRAFT
    desk.outbox.queue(plan_of(desk.draft, FEMKE))
    reader("back", "outbox")
    assert reader("send")[-1] == "Marijke on “De heg en de schaar”: It stands on the page."
    assert len(desk.outbox.sent) == 1


def test_an_unknown_reply_is_looked_for_and_never_sent_again_unasked(desk: Desk) -> None:
    desk.stores.drafts.mark(desk.draft.id, *UNKNOWN)
    desk.stores.identities.remember(URL, FEMKE)
    reader = desk.reader()
    assert "It is not sent again unless you say so." in reader("send")[1]
    assert "it may stand there twice." in reader("send again")[0]
    assert reader("no") == []
    assert desk.draft.state is DraftState.UNKNOWN
    assert not desk.outbox.asked
    desk.outbox.found = SENT
    reader("send")
    assert reader("look")[-1] == "Published. It stands on the page."


@pytest.mark.parametrize(
    ("answer", "state"),
    [("it is there", DraftState.SENT), ("it is not there", DraftState.DRAFT)],
)
def test_the_reader_s_own_word_settles_it(desk: Desk, answer: str, state: DraftState) -> None:
    desk.stores.drafts.mark(desk.draft.id, *UNKNOWN)
    reader = desk.reader()
    reader("send", answer)
    assert desk.draft.state is state


def test_what_was_handed_over_is_done_once_the_page_shows_it(desk: Desk) -> None:
    reader = desk.reader()
    reader("hand over")
    own = replace(HEDGE[0], replies=(*HEDGE[0].replies, Reply("Femke", BODY)))
    desk.write_page((own, *HEDGE[1:]))
    desk.stores.write_as(FEMKE)
    assert "Your reply to Marijke is on the page now." in reader("reload")
    assert desk.draft.state is DraftState.SENT
    assert not any("Your reply" in line for line in reader("again"))


def test_who_am_i_tells_no_address_in_full_and_forgets(desk: Desk) -> None:
    desk.stores.identities.remember(URL, FEMKE)
    reader = desk.reader()
    assert reader("who am I") == ["tuin.example: Femke, f…@heg.example, https://femke.example"]
    assert reader("tuin.example") == ["tuin.example is forgotten."]
    assert desk.stores.identities.all() == {}
    assert reader("who am I") == ["Nothing is remembered; who you are is asked for when you send."]


def test_drafts_are_sent_from_their_list(desk: Desk) -> None:
    desk.stores.identities.remember(URL, FEMKE)
    reader = desk.reader()
    reader("drafts")
    assert "This is what would be sent." in reader("send 1")
    reader("yes")
    assert len(desk.outbox.sent) == 1
