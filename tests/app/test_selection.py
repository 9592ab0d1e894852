"""Selecting text by keys: in the article and in comments, over widths, to copy and to quote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.pages import URL, page
from tests.app.reading import (
    article,
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
from tests.app.terminals import Terminal, terminal
from tui.app.dialogs.selecting import SelectionScreen
from tui.app.services import Services
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.bars import KeyBar
from tui.app.widgets.thread_pane import ThreadPane

__all__ = ["terminal"]


def reversed_text(pane: ArticlePane | ThreadPane) -> str:
    """What is drawn as selected, line by line."""
    lines: list[str] = []
    for y in range(pane.size.height):
        parts = [
            segment.text
            for segment in pane.render_line(y)
            if segment.style is not None and segment.style.reverse
        ]
        if parts:
            lines.append("".join(parts))
    return "\n".join(lines)


async def copied(pilot: Pilot[None], terminal: Terminal) -> str:
    """What is selected, copied, without the line on where it is from."""
    await press(pilot, "y")
    return (terminal.clipboard or "").partition("\n\n—")[0]


async def test_v_selects_from_the_first_line_in_sight_and_keys_extend_it(
    terminal: Terminal, services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "v")
        assert reversed_text(article(pilot)) == "De"
        await press(pilot, "w", "w")
        assert reversed_text(article(pilot)) == "De heg en"
        await press(pilot, "b")
        assert reversed_text(article(pilot)) == "De heg"
        assert await copied(pilot, terminal) == "De heg"
        assert reversed_text(article(pilot)) == ""


async def test_the_key_bar_shows_the_keys_of_selecting(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        bar = reader(pilot).query_one(KeyBar)
        before = shown(bar)
        await press(pilot, "v")
        assert "y Copy  r Quote  esc Leave" in screen_text(pilot.app)
        await press(pilot, "v")
        assert shown(bar) == before
        assert pilot.app.screen is reader(pilot)


@pytest.mark.parametrize("key", ["escape", "q", "v"])
async def test_leaving_selects_nothing(services: Services, hedge: Path, key: str) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "v", "w", key)
        assert reversed_text(article(pilot)) == ""
        assert pilot.app.screen is reader(pilot)


async def test_lines_keep_the_column_and_end_where_the_text_ends(
    services: Services, walk: Path
) -> None:
    async with reading(services, walk, (90, 30)) as pilot:
        await press(pilot, "tab", "v", "w", "j")
        lines = reversed_text(thread(pilot)).splitlines()
        assert lines[0].startswith("Zu Kilometer 1: das Schaf kenne ich.")
        assert len(lines) == 2
        await press(pilot, "9", "j")
        assert reversed_text(thread(pilot)).splitlines()[-1].endswith("wie euch.")
        await press(pilot, "9", "k", "w")
        assert reversed_text(thread(pilot)) == "Zu Kilometer"


async def test_in_a_comment_the_selection_stays_in_it(
    terminal: Terminal, services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await press(pilot, "v", "G")
        assert reversed_text(thread(pilot)) == "Hoeveel nesten telt u?"
        await press(pilot, "right_curly_bracket", "j", "9", "w")
        assert await copied(pilot, terminal) == "Hoeveel nesten telt u?"
        assert (terminal.clipboard or "").endswith(
            f"— Sjoerd, De heg en de schaar, <{hedge}#comment-2>\n"
        )


async def test_a_selection_over_blocks_is_markdown_with_its_source(
    terminal: Terminal, services: Services, save: Callable[[str, str], Path]
) -> None:
    text = "<p>Het water kwam.</p><ul><li>eerst <b>langzaam</b></li><li>toen snel</li></ul>"
    async with reading(services, save("water.html", page(text=text, url=URL))) as pilot:
        await press(pilot, "v", "right_curly_bracket", "right_curly_bracket")
        await press(pilot, "o", *["right_curly_bracket"] * 2, "o", "right_curly_bracket")
        await press(pilot, "escape")
        await press(pilot, "v", "G", "o", "w", "w", "w", "w", "w")
        selected = reversed_text(article(pilot))
        assert selected.endswith("Het water kwam.\neerst langzaam\ntoen snel")
        await press(pilot, "y")
        assert "Het water kwam.\n\n- eerst **langzaam**\n- toen snel\n\n— De heg" in (
            terminal.clipboard or ""
        )
        assert f"<{URL}>" in (terminal.clipboard or "")


async def test_the_same_words_stay_selected_at_another_width(
    services: Services, walk: Path
) -> None:
    async with reading(services, walk) as pilot:
        await press(pilot, "v", *["right_curly_bracket"] * 4, "b", "b")
        before = " ".join(reversed_text(article(pilot)).split())
        await pilot.resize_terminal(70, 30)
        await settle(pilot)
        assert " ".join(reversed_text(article(pilot)).split()) == before
        await press(pilot, "w")
        assert " ".join(reversed_text(article(pilot)).split()).startswith(before)


async def test_the_end_that_moves_is_kept_in_sight(services: Services, walk: Path) -> None:
    async with reading(services, walk, (90, 20)) as pilot:
        await press(pilot, "v", "G")
        assert reversed_text(article(pilot)).endswith("nach Hause will.")
        await press(pilot, "o", "w")
        assert article(pilot).scroll_offset.y == 0


async def test_a_selection_is_drawn_without_colour_too(
    monkeypatch: pytest.MonkeyPatch, services: Services, hedge: Path
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(services, hedge) as pilot:
        await press(pilot, "v", "w")
        assert reversed_text(article(pilot)) == "De heg"


async def test_r_quotes_exactly_the_selection_and_says_it_is_from_the_article(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "j", "v", *["right_curly_bracket"] * 2, "o")
        selecting = pilot.app.screen
        assert isinstance(selecting, SelectionScreen)
        await press(pilot, "right_parenthesis", "w", "o", "right_parenthesis")
        words = " ".join(reversed_text(article(pilot)).split())
        await press(pilot, "r")
        composer = reader(pilot).composer
        assert composer is not None
        assert composer.writing.parent is None
        quote = composer.text.text
        assert quote.endswith(">\n> — Uit het artikel\n\n")
        plain = " ".join(line.removeprefix(">").strip() for line in quote.splitlines()[:-3])
        assert " ".join(plain.split()) == words
        assert pilot.app.focused is composer.text


async def test_r_quotes_a_part_of_a_comment_in_a_reply_to_it(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-6") as pilot:
        await press(pilot, "v", "w", "w")
        await pilot.press("r", "N", "e", "e")
        await settle(pilot)
        composer = reader(pilot).composer
        assert composer is not None
        assert composer.writing.parent is not None
        assert composer.writing.parent.author == "Wil"
        assert composer.text.text == "> Dat hoor je\n\nNee"


async def test_a_passage_of_another_goes_into_the_reply_that_is_being_written(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await press(pilot, "R")
        await write(pilot, "Zie ook:")
        await press(pilot, "tab", "G", "v", "w", "r")
        composer = reader(pilot).composer
        assert composer is not None
        assert composer.text.text == "Zie ook:\n\n> Wat doet\n>\n> — Job\n\n"
        assert pilot.app.focused is composer.text
        await press(pilot, "tab")
        thread(pilot).go_to(1)
        await press(pilot, "v", "r")
        assert composer.text.text.endswith("\n\n> Hoeveel\n\n")


async def test_a_selection_goes_to_a_command(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await press(pilot, "v", "w", "vertical_line")
        assert "Pipe the selection to" in screen_text(pilot.app)
        pilot.app.screen.query_one(Input).value = "tr a-z A-Z"
        await press(pilot, "enter")
        assert "HOEVEEL NESTEN" in screen_text(pilot.app)
        assert "TELT U?" not in screen_text(pilot.app)


async def test_where_there_is_no_text_that_is_said(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-1") as pilot:
        await press(pilot, "h", "v")
        assert "There is no text to select." in notices(pilot.app)
        assert pilot.app.screen is reader(pilot)


async def test_the_wheel_scrolls_and_a_click_leaves(services: Services, walk: Path) -> None:
    async with reading(services, walk) as pilot:
        await press(pilot, "v")
        await pilot._post_mouse_events([events.MouseScrollDown], offset=(10, 10))
        await settle(pilot)
        assert article(pilot).scroll_offset.y == 3
        await pilot.click(offset=(10, 10))
        await settle(pilot)
        assert pilot.app.screen is reader(pilot)


# With the mouse


async def drag(pilot: Pilot[None], pane: ArticlePane | ThreadPane, *ends: tuple[str, int]) -> None:
    """Drag from a cell of the line with these words to that of another."""
    lines = [pane.render_line(y).text for y in range(pane.size.height)]
    rows = [next(y for y, line in enumerate(lines) if words in line) for words, _ in ends]
    columns = [lines[y].index(words) + x for y, (words, x) in zip(rows, ends, strict=True)]
    begin, end = zip(columns, rows, strict=True)
    await pilot.mouse_down(pane, begin)
    await pilot.hover(pane, end)
    await pilot.mouse_up(pane, end)
    await settle(pilot)


async def test_a_drag_selects_words_and_ctrl_c_copies_what_was_written(
    terminal: Terminal, services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await drag(pilot, article(pilot), ("Wie hem wil", 1), ("Wanneer u", 3))
        assert reversed_text(article(pilot)).startswith("Wie hem wil ")
        assert reversed_text(article(pilot)).endswith("eerst dit lezen.\nWanneer")
        await press(pilot, "ctrl+c")
        assert terminal.clipboard == (
            "Wie hem wil snoeien, moet [eerst dit lezen](#comment-4).\n\n## Wanneer"
        )
        assert "The selection was sent to the terminal's clipboard (OSC 52)." in notices(pilot.app)


async def test_y_copies_what_was_dragged_over_comments_from_bottom_to_top(
    terminal: Terminal, services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await drag(pilot, thread(pilot), ("Dit jaar drie", 2), ("Hoeveel nesten", 10))
        await press(pilot, "y")
        assert terminal.clipboard == "nesten telt u?\n\nDit"
        await pilot.resize_terminal(60, 40)
        await settle(pilot)
        await press(pilot, "y")
        assert terminal.clipboard == "nesten telt u?\n\nDit"


async def test_a_click_selects_nothing_any_more(
    terminal: Terminal, services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await drag(pilot, article(pilot), ("Niet in het", 0), ("Niet in het", 9))
        assert reversed_text(article(pilot)) == "Niet in het"
        await pilot.click(article(pilot), (20, 12))
        await settle(pilot)
        assert reversed_text(article(pilot)) == ""
        await pilot.click(article(pilot), (20, 12), times=2)
        await settle(pilot)
        assert reversed_text(article(pilot)) == ""
        await press(pilot, "ctrl+c")
        assert terminal.clipboard is None
