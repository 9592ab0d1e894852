"""Muted people, the order of replies, what filters leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.app.pages import Reply, page
from tests.app.reading import at, notices, press, reading, screen_text, shown, thread, write
from tests.app.test_opening import Save
from tui.app.services import Services
from tui.store.settings import Settings


async def test_a_muted_author_is_folded_now_and_at_the_next_visit(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await press(pilot, "exclamation_mark")
        assert "Muted Sjoerd" in notices(pilot.app)
        assert "muted" in shown(thread(pilot)), "in the line that is left"
        assert "Dit jaar drie." not in shown(thread(pilot)), "with what answers it"
    async with reading(services, hedge) as pilot:
        assert "Dit jaar drie." not in shown(thread(pilot))
        await press(pilot, "tab")
        thread(pilot).go_to(1)
        await press(pilot, "enter")
        assert "Dit jaar drie." in shown(thread(pilot)), "it opens as any fold does"
        await press(pilot, "exclamation_mark")
        assert "Unmuted Sjoerd" in notices(pilot.app)
    async with reading(services, hedge) as pilot:
        assert "Dit jaar drie." in shown(thread(pilot))


async def test_what_is_muted_is_not_sought_for_what_is_new(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "j", "exclamation_mark", "g")
        seen = []
        for _ in range(5):
            await press(pilot, "n")
            seen.append(at(pilot))
        assert seen == ["Marijke", "Ineke", "Kees", "Wil", "Job"]
        assert thread(pilot).cursor_key == "7"


async def test_the_settings_mute_by_any_filter(services: Services, hedge: Path) -> None:
    quiet = replace(services, preferences=Settings(mute=("merels",)))
    async with reading(quiet, hedge) as pilot:
        assert "3 replies hidden" in shown(thread(pilot))


async def test_what_the_settings_mute_is_not_said_to_be_unmuted(
    services: Services, hedge: Path
) -> None:
    quiet = replace(services, preferences=Settings(mute=("nesten",)))
    async with reading(quiet, f"{hedge}#comment-2") as pilot:
        await press(pilot, "exclamation_mark", "exclamation_mark")
        assert "Unmuted Sjoerd, but the settings still mute this comment." in notices(pilot.app)
        assert "muted" in shown(thread(pilot))


async def test_a_muted_comment_says_so_when_it_is_opened_and_none_once_it_is_not(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-5") as pilot:
        await press(pilot, "exclamation_mark", "enter")
        assert "Dat hoor je wel, ja." in shown(thread(pilot))
        assert "muted" in shown(thread(pilot))
        await press(pilot, "enter")
        assert "muted" in shown(thread(pilot))
        await press(pilot, "exclamation_mark")
        assert "muted" not in shown(thread(pilot))


async def test_muting_is_undone(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-5") as pilot:
        await press(pilot, "exclamation_mark")
        assert "Dat hoor je wel, ja." not in shown(thread(pilot))
        await press(pilot, "ctrl+z")
        assert "Dat hoor je wel, ja." in shown(thread(pilot))
    assert services.muted() == frozenset()


ORDERS = {
    "1": ["Marijke", "Sjoerd", "Marijke", "Ineke", "Kees", "Wil", "Job"],
    "2": ["Marijke", "Sjoerd", "Marijke", "Ineke", "Kees", "Wil", "Job"],
    "3": ["Job", "Kees", "Wil", "Marijke", "Ineke", "Sjoerd", "Marijke"],
    "4": ["Marijke", "Sjoerd", "Marijke", "Ineke", "Kees", "Wil", "Job"],
}


@pytest.mark.parametrize("key", ORDERS)
async def test_an_order_keeps_the_comment_under_the_cursor(
    services: Services, hedge: Path, key: str
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "s", "3" if key == "1" else "1")
        await press(pilot, "s", key)
        assert at(pilot) == "Ineke"
        comments = thread(pilot).thread.comments
        order = thread(pilot).reading.arranged.order
        assert [comments[index].author for index in order] == ORDERS[key]
        rows = shown(thread(pilot))
        places = [rows.index(name) for name in ("Kees", "Ineke", "Job")]
        wanted = [ORDERS[key].index(name) for name in ("Kees", "Ineke", "Job")]
        assert sorted(range(3), key=places.__getitem__) == sorted(range(3), key=wanted.__getitem__)


async def test_the_choice_of_an_order_can_be_given_up(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        before = shown(thread(pilot))
        await press(pilot, "s")
        assert "Newest first" in screen_text(pilot.app)
        await press(pilot, "j", "k", "escape")
        assert shown(thread(pilot)) == before


async def test_the_same_author_is_gone_to_and_shown_alone(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-1") as pilot:
        await press(pilot, "a")
        assert thread(pilot).cursor_key == "3"
        await press(pilot, "a")
        assert thread(pilot).cursor_key == "1", "round at the end"
        await press(pilot, "A")
        rows = shown(thread(pilot))
        assert "Bij ons zitten er elk jaar merels in." in rows
        assert "Dit jaar drie." in rows
        assert "Sjoerd" in rows, "what is answered is there as a line"
        assert "Ineke" not in rows
        await press(pilot, "A")
        assert "Ineke" in shown(thread(pilot))
        await press(pilot, "backslash")
        await write(pilot, "drie\n")
        await press(pilot, "a")
        assert thread(pilot).cursor_key == "3", "what the filter takes out is passed over"
        await press(pilot, "q", *"999999", "a")
        assert thread(pilot).cursor_key == "1"


async def test_a_filter_that_nothing_matches_says_so_and_moves_lead_nowhere(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "backslash")
        await write(pilot, "author:niemand\n")
        assert "0 of 7 comments" in notices(pilot.app)
        assert "Comments · none shown · 7 unread · only author:niemand" in screen_text(pilot.app)
        for key in ("j", "k", "J", "u", "n", "G", "g", "space", "enter", "right_curly_bracket"):
            await press(pilot, key)
        assert "Marijke" not in shown(thread(pilot))
        hidden = "Nothing is left unread but 7 comments that the filter or a mute hides."
        assert hidden in notices(pilot.app)
        await press(pilot, "escape")
        assert "Marijke" in shown(thread(pilot)), "escape shows all again"


async def test_a_filter_stays_over_a_reload(services: Services, save: Save) -> None:
    path = save("heg.html", page())
    async with reading(services, path) as pilot:
        await press(pilot, "backslash")
        await write(pilot, "author:kees\n")
        save("heg.html", page(comments=(Reply("Kees", "Ik was eerst."), Reply("Wil", "Niet."))))
        await press(pilot, "ctrl+r")
        assert "Ik was eerst." in shown(thread(pilot))
        assert "Niet." not in shown(thread(pilot))
