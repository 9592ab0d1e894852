from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from tests.app.pages import HEDGE, Reply, page
from tests.app.reading import (
    article,
    at,
    make_services,
    notices,
    press,
    reader,
    reading,
    screen_text,
    settle,
    shown,
    thread,
    write,
)
from tests.fetch.servers import http_server
from tests.fetch.spread import PATH, comments_page
from tui.app.dialogs.newest import NewestDialog, NewestList
from tui.app.dialogs.statistics import StatisticsDialog
from tui.app.reader.screen import ReaderScreen
from tui.app.services import Services
from tui.app.widgets.thread_map import ThreadMap
from tui.store.settings import Settings
from tui.store.settings.values import ReadingSettings

Save = Callable[[str, str], Path]

QUOTED = """Gij schreef:<br>&gt; de heg moet weg<br>&gt; en de sloot ook<br>&gt; en het pad<br>&gt;
en de schuur<br>Dat vind ik niet.</p>
<blockquote><p>een</p><p>twee</p><p>drie</p></blockquote><p>Slot"""


def wishing(services: Services, *names: str, **wishes: object) -> Services:
    """Services with settings of reading."""
    return replace(
        services,
        preferences=Settings(names=names, reading=ReadingSettings(**wishes)),  # type: ignore[arg-type]
    )


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Stores of a reader whom no comment is read for by its being in sight."""
    return wishing(make_services(tmp_path / "kept"), read_after=60.0)


def named(text: str, name: str) -> str:
    """The line with a name in it."""
    return next(line for line in text.splitlines() if name in line)


# Dates


async def test_t_shows_dates_as_ages_then_as_days_then_as_the_page(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        assert "8 maart 2026" in named(shown(thread(pilot)), "Job")
        await press(pilot, "t")
        assert " ago" in named(shown(thread(pilot)), "Job")
        assert "Dates as ages." in notices(pilot.app)
        await press(pilot, "t")
        assert "2026-03-08 09:00" in named(shown(thread(pilot)), "Job")
        await press(pilot, "t")
        assert "8 maart 2026" in named(shown(thread(pilot)), "Job")


async def test_the_look_keeps_the_place_in_a_long_thread(services: Services, walk: Path) -> None:
    async with reading(services, walk, (100, 20)) as pilot:
        await press(pilot, "tab", *"jjjjjjjjjjjj")
        before = at(pilot)
        row = named(shown(thread(pilot)), f"{before} ").index(str(before))
        for key in ("t", "t", "T", "T"):
            await press(pilot, key)
            assert at(pilot) == before
            assert named(shown(thread(pilot)), f"{before} ").index(str(before)) == row


async def test_settings_say_how_a_page_looks_from_the_start(
    services: Services, hedge: Path
) -> None:
    wished = wishing(services, "kees", dates="day", guides="ascii", quotes="folded")
    async with reading(wished, hedge) as pilot:
        text = shown(thread(pilot))
        assert "2026-03-08 09:00" in text
        assert "Kees  you " in text
        assert text.isascii()
        assert "|" in text


# Quotes


@pytest.fixture
def quoting(save: Save) -> Path:
    return save("citaat.html", page(comments=[Reply("Wil", QUOTED), *HEDGE]))


async def test_capital_t_folds_quotes_to_their_first_line_and_opens_them(
    services: Services, quoting: Path
) -> None:
    async with reading(services, quoting) as pilot:
        whole = shown(thread(pilot))
        assert "> en het pad" in whole
        assert "▌ drie" in whole
        await press(pilot, "T")
        folded = shown(thread(pilot))
        assert "> de heg moet weg … 3 more lines" in folded
        assert "▌ een … 4 more lines" in folded
        assert "en het pad" not in folded
        assert "Dat vind ik niet." in folded
        await press(pilot, "T")
        assert shown(thread(pilot)) == whole


# Badges and marks


async def test_what_is_new_is_said_until_it_is_read(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        pane = thread(pilot)
        key = next(each.key for each in pane.thread.comments if each.author == "Job")
        pane.reading.show_marks({key}, set())
        pane.show_marks()
        await settle(pilot)
        assert "● new" in named(shown(pane), "Job")
        await press(pilot, "tab", "G", "m")
        assert "● new" not in named(shown(pane), "Job")


async def test_what_came_above_the_place_where_one_was_is_not_read_by_going_there(
    services: Services,
) -> None:
    later = replace(services, clock=lambda: services.clock() + timedelta(days=1))
    answers = {PATH: comments_page([3, 2, 1])}
    with http_server(answers) as server:
        async with reading(services, server.base + PATH) as pilot:
            await press(pilot, "tab", "j")
        answers[PATH] = comments_page([4, 3, 2, 1])
        async with reading(later, server.base + PATH) as pilot:
            assert at(pilot) == "Lezer 2"
            assert "● new" in named(shown(thread(pilot)), "Lezer 4")


async def test_the_comment_that_is_answered_says_so_while_one_writes(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "j", "r")
        assert "answering" in named(shown(thread(pilot)), "Sjoerd")
        assert "answering" not in named(shown(thread(pilot)), "Kees")
        await press(pilot, "escape")
        assert "answering" not in shown(thread(pilot))


# The thread map


def the_map(screen: ReaderScreen) -> ThreadMap:
    """The map beside the comments."""
    return screen.query_one(ThreadMap)


async def test_the_map_shows_marks_tallies_drafts_and_what_is_folded(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge, (165, 30)) as pilot:
        side = the_map(reader(pilot))
        assert shown(side).splitlines()[0].startswith("▎○Marijke")
        assert shown(side).splitlines()[0].endswith("○4")
        assert shown(side).splitlines()[6].endswith("○1")
        await press(pilot, "tab", "m")
        assert shown(side).splitlines()[0].startswith("▎ Marijke")
        assert shown(side).splitlines()[0].endswith("○3")
        await press(pilot, "h")
        assert "(Sjoerd)" in shown(side)
        assert "(Kees)" not in shown(side)
        await press(pilot, "l", "r")
        await write(pilot, "Ja")
        await press(pilot, "escape")
        assert "Marijke ✎" in shown(side).splitlines()[0]


async def test_the_map_follows_the_cursor_the_order_and_a_click_leads_back(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge, (165, 30)) as pilot:
        side = the_map(reader(pilot))
        await press(pilot, "tab", "j", "j")
        assert shown(side).splitlines()[2].startswith("▎")
        await pilot.click(ThreadMap, offset=(6, 6))
        await settle(pilot)
        assert at(pilot) == "Job"
        assert shown(side).splitlines()[6].startswith("▎")
        await press(pilot, "minus")
        assert at(pilot) == "Marijke"
        await press(pilot, "s", "3")
        assert shown(side).splitlines()[0].strip(" ▎○").startswith("Job")


async def test_the_map_is_built_when_the_screen_becomes_wide(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge, (120, 30)) as pilot:
        assert not reader(pilot).query(ThreadMap)
        await press(pilot, "tab", "j", "j")
        await pilot.resize_terminal(170, 30)
        await settle(pilot)
        rows = shown(the_map(reader(pilot))).splitlines()
        assert "Sjoerd" in rows[1]
        assert [row.startswith("▎") for row in rows[:4]] == [False, False, True, False]


async def test_the_map_comes_back_as_the_thread_is_by_then(services: Services, save: Save) -> None:
    comments = [Reply("Marijke", "Kort."), Reply("Kees", "Ook kort."), Reply("Job", "Wat?")]
    path = save("heg.html", page(comments=comments))
    async with reading(services, path, (165, 30)) as pilot:
        side = the_map(reader(pilot))
        await press(pilot, "z")
        assert not side.size.width
        save("heg.html", page(comments=comments[:1]))
        await press(pilot, "ctrl+r", "z")
        assert "Marijke" in shown(side)
        assert "Kees" not in shown(side)


async def test_undoing_a_mark_shows_in_the_map(services: Services, hedge: Path) -> None:
    async with reading(services, hedge, (165, 30)) as pilot:
        side = the_map(reader(pilot))
        before = shown(side).splitlines()[0]
        await press(pilot, "tab", "m")
        assert shown(side).splitlines()[0] != before
        await press(pilot, "ctrl+z")
        assert shown(side).splitlines()[0] == before


# Newest


async def test_w_lists_the_newest_first_and_enter_opens_folds_on_the_way(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "H", "w")
        assert isinstance(pilot.app.screen, NewestDialog)
        rows = shown(pilot.app.screen.query_one(NewestList)).splitlines()
        names = [row.strip(" ▎○●").split()[0] for row in rows if row]
        assert names == ["Job", "Wil", "Kees", "Ineke", "Marijke", "Sjoerd", "Marijke"]
        assert "Wat doet u met de doorns?" in rows[0]
        await press(pilot, "down", "enter")
        assert at(pilot) == "Wil"
        assert "Dat hoor je wel, ja." in shown(thread(pilot))
        assert thread(pilot).has_focus
        await press(pilot, "minus")
        assert at(pilot) == "Marijke"


async def test_the_list_is_filtered_by_typing_words_or_an_author(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "w")
        await write(pilot, "merels")
        text = screen_text(pilot.app)
        assert "Newest comments · 1 of 7" in text
        pilot.app.screen.query_one(Input).value = "ineke"
        await settle(pilot)
        await press(pilot, "enter")
        assert at(pilot) == "Ineke"


async def test_the_list_of_a_long_thread_goes_on_to_its_end(services: Services, save: Save) -> None:
    many = [Reply(f"Gast {number}", "Mooi.") for number in range(1_200)]
    async with reading(services, save("lang.html", page(comments=many)), (80, 24)) as pilot:
        await press(pilot, "w")
        rows = pilot.app.screen.query_one(NewestList)
        for _ in range(4):
            rows.scroll_lines_to(10_000)
            await settle(pilot)
        assert rows.stack.height == 1_200
        await press(pilot, "up", "enter")
        assert at(pilot) is not None


async def test_the_list_leads_round_a_filter(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "backslash")
        await write(pilot, "author:Kees\n")
        assert "Dat hoor je wel, ja." not in shown(thread(pilot))
        await press(pilot, "w", "down", "enter")
        assert at(pilot) == "Wil"
        assert "Dat hoor je wel, ja." in shown(thread(pilot))
        assert "Job" not in shown(thread(pilot))


async def test_words_that_nobody_wrote_leave_nothing_to_choose(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "w")
        await write(pilot, "xyzzy")
        await press(pilot, "enter")
        assert "Newest comments · 0 of 7" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert article(pilot).has_focus


async def test_a_page_without_comments_has_no_list_and_no_figures(
    services: Services, save: Save
) -> None:
    async with reading(services, save("leeg.html", page(comments=()))) as pilot:
        await press(pilot, "w", "i")
        assert "There are no comments on this page." in notices(pilot.app)


# Statistics


async def test_i_shows_who_wrote_how_much_how_deep_and_when(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, StatisticsDialog)
        text = screen_text(pilot.app)
        for words in ("7 comments by 6 people", "Who wrote most", "level 3", "When, by the day"):
            assert words in text
        await press(pilot, "j", "k", "space", "escape")
        assert article(pilot).has_focus


async def test_figures_fit_a_narrow_terminal(services: Services, hedge: Path) -> None:
    async with reading(services, hedge, (50, 24)) as pilot:
        await press(pilot, "i")
        assert "7 comments by 6 people" in screen_text(pilot.app)
