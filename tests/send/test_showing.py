"""What is told of a plan, of people and of what became of a draft."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from tests.app.outboxes import FEMKE, HELD, REFUSED, SENT, UNKNOWN, Came, plan_of
from tests.send.test_handing import DRAFT
from tui.send.plan import Entry
from tui.send.showing import LONGEST, cut, host_words, identity_words, masked, plan_rows
from tui.send.telling import is_on_page, sentence_of, state_words
from tui.store.draft import Draft, DraftState
from tui.store.identities import Identity


def test_everything_that_would_leave_is_told() -> None:
    plan = plan_of(DRAFT, FEMKE)
    told = "\n".join(f"{row.title}: {row.value}" for row in plan_rows(plan))
    assert plan.address in told
    for entry in plan.entries:
        assert entry.name in told
        assert entry.value in told or not entry.shown
    assert "Cookies: sessie" in told
    assert [row.title for row in plan_rows(plan) if row.warns] == ["Note"]


@given(st.text(), st.booleans())
def test_what_a_person_fills_is_never_cut(value: str, shown: bool) -> None:  # noqa: FBT001 -- from hypothesis
    plan = replace(plan_of(DRAFT, FEMKE), entries=(Entry("x", value, shown=shown),), notes=())
    (row,) = [row for row in plan_rows(plan) if row.title.endswith("x")]
    if shown or len(value) <= LONGEST:
        assert row.value == (value or "(empty)")
    else:
        assert f"({len(value)} characters)" in row.value
        assert len(row.value) < len(value) or len(value) < LONGEST + 40


def test_a_long_value_tells_its_length() -> None:
    assert cut("x" * LONGEST) == "x" * LONGEST
    assert cut("x" * 5000).endswith(" … (5000 characters)")


@pytest.mark.parametrize(
    ("email", "told"),
    [("femke@heg.example", "f…@heg.example"), ("", ""), ("femke", "f…")],
)
def test_a_masked_address_can_be_known_again_and_not_written_to(email: str, told: str) -> None:
    assert masked(email) == told
    assert email == "" or email not in identity_words(Identity("Femke", email), whole=False)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://tuin.example/x", "tuin.example"),
        ("http://127.0.0.1:8101/x", "127.0.0.1:8101"),
        ("https://xn--strae-oqa.example/x", "xn--strae-oqa.example (straße.example)"),
        ("https://аррӏе.example/x", "аррӏе.example (xn--80ak6aa92e.example)"),
    ],
)
def test_a_host_in_another_script_is_told_with_the_name_that_is_looked_up(
    address: str, told: str
) -> None:
    assert host_words(address) == told


@pytest.mark.parametrize(
    ("came", "words"),
    [
        (SENT, "published"),
        (HELD, "held for moderation"),
        (REFUSED, "refused"),
        (UNKNOWN, "sent perhaps, no answer"),
        ((DraftState.READY, REFUSED[1]), "ready, in the outbox"),
        ((DraftState.DRAFT, REFUSED[1]), "draft"),
    ],
)
def test_how_far_a_draft_has_come_is_a_few_words(came: Came, words: str) -> None:
    draft: Draft = replace(DRAFT, state=came[0], delivery=came[1])
    assert state_words(draft) == words
    assert sentence_of(draft) == came[1].sentence
    assert not is_on_page(draft)


def test_what_was_seen_is_on_the_page() -> None:
    draft = replace(DRAFT, state=DraftState.SENT, delivery=replace(SENT[1], seen=True))
    assert is_on_page(draft)
    assert state_words(draft) == "on the page"


def test_every_state_has_words() -> None:
    for state in DraftState:
        draft = replace(DRAFT, state=state)
        assert state_words(draft)
        assert sentence_of(draft).endswith(".")
