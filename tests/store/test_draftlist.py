from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from tui.store.draft import Draft, DraftState, PageRef, ParentRef
from tui.store.draftlist import ORDER, age, grouped, matches, own_words, tags_of, words_in

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DRAFT = Draft(
    "d1",
    PageRef("https://blog.example/dijk", "https://blog.example/dijk", "Langs de dijk"),
    ParentRef("7", "Søren", text="Bij laag water."),
    "> Bij laag water.\n\nDat heb ik ook gehoord.",
    DraftState.DRAFT,
    NOON,
    NOON,
    tags=("Wadden", "later"),
)


def test_groups_come_in_the_order_of_what_needs_the_user_and_the_newest_first() -> None:
    drafts = [
        replace(DRAFT, id=f"{state}{hours}", state=state, changed=NOON + timedelta(hours=hours))
        for hours in (1, 2)
        for state in reversed(DraftState)
        if state is not DraftState.SENDING
    ]
    groups = grouped(drafts)
    assert [group.state for group in groups] == [
        state for state in ORDER if state is not DraftState.SENDING
    ]
    for state, some in groups:
        assert [each.id for each in some] == [f"{state}2", f"{state}1"]
    assert set(ORDER) == set(DraftState)


@pytest.mark.parametrize(
    "wanted",
    ["", "soren", "GEHOORD dijk", "#wad", "#later laag", "blog.example", "draft", "#wadden #later"],
)
def test_words_and_tags_that_are_in_a_draft_find_it(wanted: str) -> None:
    assert matches(DRAFT, wanted)


@pytest.mark.parametrize("wanted", ["fiets", "#dijk", "dijk fiets", "wadden"])
def test_others_do_not(wanted: str) -> None:
    assert not matches(DRAFT, wanted)


def test_quotes_are_not_among_the_words_that_were_written() -> None:
    assert own_words(DRAFT.body).strip() == "Dat heb ik ook gehoord."
    assert words_in(DRAFT.body) == 5
    assert own_words("> alleen dit") == "> alleen dit"
    assert words_in("> alleen dit") == 0


def test_ages_and_tags() -> None:
    assert age(NOON, NOON + timedelta(days=3)) == "3 days ago"
    assert age(NOON, NOON - timedelta(days=3)) == "just now"
    assert tags_of([DRAFT, replace(DRAFT, tags=("Åland", "later"))]) == ["Åland", "later", "Wadden"]
