"""Reading: panes, moving through the article, widths, links, mouse, themes, help, palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.pages import Reply, page
from tests.app.reading import (
    article,
    at,
    notices,
    press,
    reader,
    reading,
    screen_text,
    settle,
    shown,
    thread,
    until,
    write,
)
from tests.app.test_opening import Save
from tui.app.dialogs.help import HelpScreen
from tui.app.services import Services
from tui.app.widgets.thread_map import ThreadMap

# Moving through the article


async def test_the_article_moves_by_lines_and_pages(services: Services, walk: Path) -> None:
    async with reading(services, walk) as pilot:
        pane = article(pilot)
        rows = shown(pane).splitlines()
        await press(pilot, "j", "down")
        assert shown(pane).splitlines()[:10] == rows[2:12]
        await press(pilot, "k", "up")
        assert pane.scroll_offset.y == 0
        await press(pilot, "space")
        after = shown(pane).splitlines()
        assert after[:2] == rows[-2:], "two lines are kept from page to page"
        await press(pilot, "b")
        assert pane.scroll_offset.y == 0
        await press(pilot, "ctrl+d")
        assert pane.scroll_offset.y == pane.size.height // 2
        await press(pilot, "ctrl+u")
        assert pane.scroll_offset.y == 0


async def test_the_article_goes_to_its_ends(services: Services, walk: Path) -> None:
    async with reading(services, walk) as pilot:
        await press(pilot, "G")
        assert "Nach 30 Kilometern" in shown(article(pilot))
        assert "100%" in screen_text(pilot.app)
        await press(pilot, "g")
        assert shown(article(pilot)).splitlines()[0].strip() == "Eine Wanderung am Deich"
        assert "0%" in screen_text(pilot.app)


async def test_the_article_goes_from_heading_to_heading(services: Services, walk: Path) -> None:
    async with reading(services, walk) as pilot:
        tops = []
        for _ in range(3):
            await press(pilot, "right_curly_bracket")
            tops.append(shown(article(pilot)).splitlines()[0].strip())
        assert tops == ["## Kilometer 1", "## Kilometer 2", "## Kilometer 3"]
        await press(pilot, "left_curly_bracket")
        assert shown(article(pilot)).splitlines()[0].strip() == "## Kilometer 2"
        await press(pilot, "j", "left_square_bracket")
        assert shown(article(pilot)).splitlines()[0].strip() == "## Kilometer 2"


async def test_paging_down_shows_every_word_of_the_article(services: Services, walk: Path) -> None:
    async with reading(services, walk) as pilot:
        pane = article(pilot)
        lines = shown(pane).splitlines()
        while pane.scroll_offset.y + pane.size.height < pane.virtual_size.height:
            before = pane.scroll_offset.y
            await press(pilot, "space")
            lines.extend(shown(pane).splitlines()[before - int(pane.scroll_offset.y) :])
        words = " ".join(" ".join(lines).split())
        places = [words.find(f"Nach {number} Kilometern") for number in range(1, 31)]
        assert -1 not in places
        assert places == sorted(places)


# Panes and widths


async def test_tab_goes_to_the_comments_and_back(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        assert article(pilot).has_focus
        await press(pilot, "tab")
        assert thread(pilot).has_focus
        await press(pilot, "tab")
        assert article(pilot).has_focus
        await press(pilot, "shift+tab")
        assert thread(pilot).has_focus


@pytest.mark.parametrize(
    ("width", "side_by_side", "mapped"),
    [(50, False, False), (90, False, False), (140, True, False), (200, True, True)],
)
async def test_the_width_decides_what_stands_side_by_side(
    services: Services, hedge: Path, width: int, *, side_by_side: bool, mapped: bool
) -> None:
    async with reading(services, hedge, (width, 30)) as pilot:
        first = "Achter ons huis"
        last = "Wat doet u met de doorns?"
        both = [first in screen_text(pilot.app), last in screen_text(pilot.app)]
        assert both == [True, side_by_side]
        assert bool(pilot.app.screen.query(ThreadMap)) is mapped
        titles = screen_text(pilot.app).splitlines()[1]
        assert ("Article" in titles, "Comments" in titles) == (True, True)
        assert (pilot.app.screen.query_one("#tabs").size.width == width) is not side_by_side
        await press(pilot, "tab")
        both = [first in screen_text(pilot.app), last in screen_text(pilot.app)]
        assert both == [side_by_side, True]


@pytest.mark.parametrize("width", [100, 140, 200])
async def test_an_article_without_comments_has_the_width_until_there_is_something_beside_it(
    services: Services, save: Save, width: int
) -> None:
    path = save("stil.html", page(comments=()))
    async with reading(services, path, (width, 30)) as pilot:
        assert article(pilot).size.width == width
        assert "No comments on this page." not in screen_text(pilot.app)
        assert "Next new" not in screen_text(pilot.app)
        await press(pilot, "tab")
        assert "No comments on this page." in screen_text(pilot.app)
        await press(pilot, "tab", "R")
        await write(pilot, "Mooie heg!")
        assert article(pilot).size.width < 2 * width // 3, "what is answered is beside the reply"
        await press(pilot, "escape")
        assert article(pilot).size.width < 2 * width // 3
        assert "Mooie heg!" in shown(thread(pilot))
        await press(pilot, "tab", "x", "y")
        await until(lambda: article(pilot).size.width == width)


async def test_the_footer_names_no_key_for_what_is_not_there(
    services: Services, hedge: Path, save: Save
) -> None:
    moves = {"Fold", "Next", "Parent", "heading"}
    async with reading(services, hedge, (140, 30)) as pilot:
        shown_moves = moves.intersection(screen_text(pilot.app).splitlines()[-1].split())
        await press(pilot, "tab")
        shown_moves |= moves.intersection(screen_text(pilot.app).splitlines()[-1].split())
        assert shown_moves == moves
    path = save("stil.html", page(text="<p>Een heg van meidoorn, en meer niet.</p>", comments=()))
    async with reading(services, path, (140, 30)) as pilot:
        assert not moves.intersection(screen_text(pilot.app).splitlines()[-1].split())
        await press(pilot, "tab")
        assert "No comments on this page." in screen_text(pilot.app)
        assert not moves.intersection(screen_text(pilot.app).splitlines()[-1].split())


async def test_zoom_gives_one_pane_the_whole_width_and_back(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "z")
        assert thread(pilot).size.width > 130
        assert "Achter ons huis" not in screen_text(pilot.app)
        assert "Article" in screen_text(pilot.app), "the other pane is a tab"
        await press(pilot, "tab")
        assert "Achter ons huis" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert article(pilot).size.width < 80
        assert "Wat doet u met de doorns?" in screen_text(pilot.app)


async def test_another_width_keeps_the_paragraph_on_top(services: Services, walk: Path) -> None:
    async with reading(services, walk) as pilot:
        await press(pilot, *["right_curly_bracket"] * 9)
        for width in (200, 90, 50, 140):
            await resize(pilot, width, 40)
            assert shown(article(pilot)).splitlines()[0].strip() == "## Kilometer 9"


async def test_another_width_keeps_the_comment_under_the_cursor_in_its_row(
    services: Services, walk: Path
) -> None:
    async with reading(services, f"{walk}#comment-12") as pilot:
        await press(pilot, "j", "j")
        row = cursor_row(pilot)
        for width in (200, 90, 50, 140):
            await resize(pilot, width, 40)
            assert at(pilot) == "Gast 14"
            assert cursor_row(pilot) == row, width


async def test_a_tab_that_is_clicked_shows_its_pane(services: Services, hedge: Path) -> None:
    async with reading(services, hedge, (80, 24)) as pilot:
        line = screen_text(pilot.app).splitlines()[1]
        await pilot.click("#tabs", offset=(line.index("Comments") + 2, 0))
        await settle(pilot)
        assert "Bij ons zitten er elk jaar merels in." in screen_text(pilot.app)
        assert thread(pilot).has_focus


async def test_a_narrow_screen_keeps_a_column_to_read_in(services: Services, save: Save) -> None:
    deep = Reply("Laatste", "Heel diep, en toch nog te lezen.")
    for number in range(30, 0, -1):
        deep = Reply(f"Niveau {number}", "En dan nog dit.", (deep,))
    async with reading(services, save("diep.html", page(comments=(deep,))), (50, 24)) as pilot:
        await press(pilot, "tab", "G")
        assert "Heel diep, en toch nog te lezen." in shown(thread(pilot))
        assert "level 31 · 31 of 31" in screen_text(pilot.app)


# Links


async def test_a_link_to_a_comment_goes_there(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "f")
        (hint,) = article(pilot).hints
        assert shown(article(pilot)).splitlines()[hint.y][hint.x :].startswith(hint.label)
        await press(pilot, hint.label)
        assert at(pilot) == "Ineke"
        assert thread(pilot).has_focus
        assert article(pilot).hints == ()


async def test_escape_gives_up_following(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        before = shown(article(pilot))
        await press(pilot, "f")
        assert shown(article(pilot)) != before
        await press(pilot, "escape")
        assert shown(article(pilot)) == before
        assert article(pilot).has_focus


async def test_where_no_link_is_in_sight_that_is_said(services: Services, walk: Path) -> None:
    async with reading(services, walk) as pilot:
        await press(pilot, "f")
        assert "There is no link in sight." in notices(pilot.app)
        assert article(pilot).has_focus


@pytest.fixture
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that went to the browser."""
    urls: list[str] = []

    monkeypatch.setattr("webbrowser.get", object)  # one with a window of its own
    monkeypatch.setattr("webbrowser.open", urls.append)
    return urls


async def test_links_and_pages_go_to_the_browser_when_asked(
    services: Services, save: Save, handed_over: list[str]
) -> None:
    text = '<p>Lees ook <a href="https://sloot.example/">het verhaal van de sloot</a>.</p>'
    path = save("a.html", page(text=text, url="https://tuin.example/heg/"))
    async with reading(services, path) as pilot:
        await press(pilot, "F")
        (hint,) = article(pilot).hints
        await press(pilot, hint.label)
        assert handed_over == ["https://sloot.example/"]
        await press(pilot, "O")
        assert handed_over[1:] == ["https://tuin.example/heg/"]
        await press(pilot, "tab", "j", "o")
        assert handed_over[2:] == ["https://tuin.example/heg/#comment-2"]


async def test_a_page_without_an_address_has_none_for_the_browser(
    services: Services, hedge: Path, handed_over: list[str]
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "O")
        assert "The page names no address for this." in notices(pilot.app)
        assert handed_over == []


# Mouse


async def test_a_click_on_a_comment_puts_the_cursor_there(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await click_text(pilot, "Een motorschaar gaat anders prima.")
        assert at(pilot) == "Kees"
        assert thread(pilot).has_focus


async def test_a_second_click_on_a_head_folds(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await click_text(pilot, "Kees")
        assert "Dat hoor je wel, ja." in shown(thread(pilot))
        await click_text(pilot, "Kees")
        assert "Dat hoor je wel, ja." not in shown(thread(pilot))


async def test_a_click_on_a_link_follows_it(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await click_text(pilot, "eerst dit lezen")
        assert at(pilot) == "Ineke"


async def test_a_click_in_the_map_goes_to_the_comment(services: Services, hedge: Path) -> None:
    async with reading(services, hedge, (200, 40)) as pilot:
        rows = shown(pilot.app.screen.query_one(ThreadMap)).splitlines()
        row = next(number for number, line in enumerate(rows) if "Wil" in line)
        await pilot.click(ThreadMap, offset=(6, row))
        await settle(pilot)
        assert at(pilot) == "Wil"


# Help, palette, themes


async def test_help_shows_every_key_of_the_pane_and_finds_one(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "In the comments" in screen_text(pilot.app)
        await write(pilot, "sibling")
        found = screen_text(pilot.app)
        assert "To the next comment of the same level" in found
        assert "Leave the program." not in found
        await press(pilot, "ctrl+u")
        await write(pilot, "read")
        assert "To the next comment of the same level" not in screen_text(pilot.app)
        assert "Mark the comment as read" in screen_text(pilot.app)
        await press(pilot, "ctrl+u")
        await write(pilot, "thread.sib")
        assert "To the next comment of the same level" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert thread(pilot).has_focus


async def test_the_palette_finds_an_action_and_does_it(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "ctrl+p")
        await write(pilot, "fold all")
        assert "Fold all (H)" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert "Marijke · 2 maart 2026 · 3 replies hidden" in shown(thread(pilot))
        assert "Hoeveel nesten telt u?" not in shown(thread(pilot))


async def test_the_palette_knows_the_actions_of_the_page_in_both_panes(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        for _ in ("article", "comments"):
            await press(pilot, "ctrl+p")
            await write(pilot, "choose the order")
            assert "Sort (s)" in screen_text(pilot.app)
            await press(pilot, "enter")
            assert "Most replies first" in screen_text(pilot.app)
            await press(pilot, "escape", "tab")


async def test_the_open_dialog_can_be_left(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "ctrl+o")
        assert isinstance(pilot.app.focused, Input)
        await press(pilot, "escape")
        assert reader(pilot).focused is article(pilot)


async def test_the_keys_below_are_those_of_the_pane(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        assert "Next heading" in screen_text(pilot.app).splitlines()[-1]
        await press(pilot, "tab")
        keys = screen_text(pilot.app).splitlines()[-1]
        assert "Parent" in keys
        assert "Next heading" not in keys


async def test_the_keys_below_say_what_they_do_at_the_moment(
    services: Services, hedge: Path
) -> None:
    def keys() -> str:
        return screen_text(pilot.app).splitlines()[-1]

    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "enter")
        assert "enter Open" in keys()
        await press(pilot, "backslash")
        await write(pilot, "author:kees\n")
        assert "q Show all" in keys()
        await press(pilot, "slash")
        await write(pilot, "anders\n")
        assert "n Next match" in keys()
        assert "q End search" in keys()
        await press(pilot, "q", "q", "z")
        assert "q Unzoom" in keys()
        await press(pilot, "q", "enter")
        assert "n Next new" in keys()
        assert "enter Fold" in keys()
        assert "q Back" in keys()


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_back_from_the_only_page_leaves(services: Services, hedge: Path, key: str) -> None:
    async with reading(services, hedge) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert not pilot.app.is_running
        assert not pilot.app.return_code


# How the tests do it


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Give the terminal another size."""
    await pilot.resize_terminal(width, height)
    await settle(pilot)


def cursor_row(pilot: Pilot[None]) -> int:
    """The row of the thread pane that the cursor's comment begins in."""
    pane = thread(pilot)
    assert pane.cursor is not None
    row = int(pane.stack.top(pane.cursor) - pane.scroll_offset.y)
    assert (at(pilot) or "") in shown(pane).splitlines()[row]
    return row


async def click_text(pilot: Pilot[None], text: str) -> None:
    """Click on a text of the screen, a little into it."""
    rows = screen_text(pilot.app).splitlines()
    y = next(number for number, row in enumerate(rows) if text in row)
    await pilot.click(offset=(rows[y].index(text) + 1, y))
    await settle(pilot)


async def test_the_text_is_made_wider_and_narrower_and_keeps_its_place(
    services: Services, walk: Path
) -> None:
    async with reading(services, walk, (240, 40)) as pilot:
        await press(pilot, "right_curly_bracket", "right_curly_bracket")
        assert shown(article(pilot)).splitlines()[0].strip() == "## Kilometer 2"

        def widest() -> int:
            rows = shown(article(pilot)).splitlines()
            return max(len(row.strip()) for row in rows)

        before = widest()
        await press(pilot, "5", "right_parenthesis")
        assert before + 5 < widest() <= 100
        assert shown(article(pilot)).splitlines()[0].strip() == "## Kilometer 2"
        await press(pilot, "9", "9", "left_parenthesis")
        assert widest() <= 40
        assert shown(article(pilot)).splitlines()[0].strip() == "## Kilometer 2"
