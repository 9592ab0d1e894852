"""The comments: going from one to another, folding, and where the cursor stays."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests.app.pages import ORDER, Reply, page
from tests.app.reading import at, press, reading, screen_text, settle, shown, thread
from tests.app.test_opening import Save
from tui.app.services import Services
from tui.parse import parse_page
from tui.store.writing import page_ref, parent_ref


def number(pilot: Pilot[None]) -> str | None:
    """The number of the comment that the cursor is on."""
    return thread(pilot).cursor_key


async def test_next_and_previous_go_through_all_in_reading_order(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab")
        seen = [at(pilot)]
        for key in ("j", "down", "j", "down", "j", "j"):
            await press(pilot, key)
            seen.append(at(pilot))
        assert seen == ORDER
        await press(pilot, "j")
        assert at(pilot) == "Job", "the last one stays the last one"
        back = [at(pilot)]
        for key in ("k", "up", "k", "up", "k", "k"):
            await press(pilot, key)
            back.append(at(pilot))
        assert back == ORDER[::-1]
        assert "1 of 7" in screen_text(pilot.app)


RELATIVES = [
    (1, "J", 5),  # over the replies
    (2, "J", 4),
    (4, "J", 5),  # after the last sibling, out of the conversation
    (7, "J", 7),
    (5, "K", 1),
    (4, "K", 2),
    (2, "K", 1),  # before the first sibling, to the comment above
    (3, "u", 2),
    (6, "P", 5),
    (1, "u", 1),
    (3, "circumflex_accent", 1),
    (6, "circumflex_accent", 5),
    (2, "right_curly_bracket", 5),
    (5, "right_curly_bracket", 7),
    (7, "right_curly_bracket", 7),
    (7, "left_curly_bracket", 5),
    (3, "left_curly_bracket", 1),
    (6, "g", 1),
    (2, "G", 7),
    (6, "home", 1),
    (2, "end", 7),
    (4, "left", 1),  # nothing to fold: to the parent
    (2, "right", 3),  # open: to the first reply
    (3, "right", 3),
]
"""From which comment which key leads to which."""


async def test_keys_go_to_relatives(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-1") as pilot:
        went = []
        for start, key, _ in RELATIVES:
            thread(pilot).go_to(start - 1)
            await press(pilot, key)
            went.append((start, key, int(number(pilot) or 0)))
        assert went == RELATIVES


async def test_the_cursor_is_in_sight_wherever_it_goes(services: Services, walk: Path) -> None:
    async with reading(services, walk, (100, 20)) as pilot:
        await press(pilot, "tab")
        for key in ("j", "j", "j", "j", "j", "G", "k", "k", "k", "k", "g"):
            await press(pilot, key)
            author = at(pilot) or "nobody"
            assert author in shown(thread(pilot))


async def test_the_cursor_follows_where_pages_are_turned(services: Services, walk: Path) -> None:
    async with reading(services, walk, (100, 20)) as pilot:
        await press(pilot, "tab")
        numbers = []
        for key in ("space", "space", "pagedown", "ctrl+d"):
            await press(pilot, key)
            numbers.append(int(number(pilot) or 0))
            assert "▎" in shown(thread(pilot)), "a part of the cursor's comment is in sight"
        assert numbers == sorted(set(numbers)), "each page has another comment under the cursor"
        for key in ("b", "pageup", "ctrl+u", "b"):
            await press(pilot, key)
        assert int(number(pilot) or 0) < numbers[1]


async def test_turning_pages_shows_every_comment_in_order(services: Services, walk: Path) -> None:
    async with reading(services, walk, (50, 24)) as pilot:
        await press(pilot, "tab")
        pane = thread(pilot)
        lines = shown(pane).splitlines()
        while pane.scroll_offset.y + pane.size.height < pane.virtual_size.height:
            before = pane.scroll_offset.y
            await press(pilot, "space")
            lines.extend(shown(pane).splitlines()[before - int(pane.scroll_offset.y) :])
        words = " ".join(" ".join(line.removeprefix("▎") for line in lines).split())
        places = [words.find(f"Zu Kilometer {number}:") for number in range(1, 31)]
        assert -1 not in places
        assert places == sorted(places)


# Folding


async def test_a_fold_is_one_line_that_tells_what_it_hides(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        before = shown(thread(pilot))
        await press(pilot, "tab", "enter")
        folded = shown(thread(pilot))
        assert "3 replies hidden" in folded
        for hidden in ("Hoeveel nesten telt u?", "Dit jaar drie.", "Bij ons alleen mussen."):
            assert hidden not in folded
        assert "Een motorschaar gaat anders prima." in folded
        await press(pilot, "j")
        assert at(pilot) == "Kees", "what is hidden is passed over"
        await press(pilot, "k", "enter")
        gutter = str.maketrans("▎○", "  ")  # where the cursor is, and what was not read
        assert shown(thread(pilot)).translate(gutter) == before.translate(gutter)


async def test_arrows_fold_and_open_as_in_a_tree(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-2") as pilot:
        await press(pilot, "left")
        assert "Dit jaar drie." not in shown(thread(pilot))
        assert number(pilot) == "2"
        await press(pilot, "left")
        assert number(pilot) == "1", "what is folded already leads to its parent"
        await press(pilot, "j", "right")
        assert number(pilot) == "2"
        assert "Dit jaar drie." in shown(thread(pilot))
        await press(pilot, "l")
        assert number(pilot) == "3"
        await press(pilot, "h")
        assert number(pilot) == "2"


async def test_all_conversations_fold_and_the_cursor_goes_to_what_is_left_and_back(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-3") as pilot:
        await press(pilot, "H")
        assert number(pilot) == "1"
        assert "Hoeveel nesten telt u?" not in shown(thread(pilot))
        assert "Dat hoor je wel, ja." not in shown(thread(pilot))
        await press(pilot, "L")
        assert "Dit jaar drie." in shown(thread(pilot))
        assert "Dat hoor je wel, ja." in shown(thread(pilot))
        assert number(pilot) == "3"


async def test_folding_goes_level_by_level(services: Services, hedge: Path) -> None:
    levels = ("Bij ons zitten er elk jaar merels in.", "Hoeveel nesten telt u?", "Dit jaar drie.")

    async with reading(services, f"{hedge}#comment-3") as pilot:

        def depth() -> int:
            """How many levels of replies are open."""
            return sum(text in shown(thread(pilot)) for text in levels)

        assert depth() == 3
        await press(pilot, "less_than_sign")
        assert "▸ Sjoerd" in shown(thread(pilot))
        assert "Dit jaar drie." not in shown(thread(pilot))
        await press(pilot, "less_than_sign")
        assert "▸ Marijke" in shown(thread(pilot))
        assert "Sjoerd" not in shown(thread(pilot))
        await press(pilot, "greater_than_sign", "greater_than_sign", "greater_than_sign")
        assert depth() == 3


async def test_a_conversation_folds_whole_and_the_next_one_begins(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-3") as pilot:
        await press(pilot, "X")
        assert at(pilot) == "Kees"
        assert "3 replies hidden" in shown(thread(pilot))
        assert "Dat hoor je wel, ja." in shown(thread(pilot))


async def test_a_link_into_a_fold_opens_it(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "H", "tab", "f", "a")
        assert at(pilot) == "Ineke"
        assert "Bij ons alleen mussen." in shown(thread(pilot))


async def test_a_fold_hides_the_drafts_in_it_and_keeps_them(
    services: Services, hedge: Path
) -> None:
    opened = parse_page(hedge.read_bytes(), url=None, content_type=None)  # noqa: ASYNC240 -- small
    assert opened.thread is not None
    parent = parent_ref(opened.thread.comments[2])
    services.drafts.create(page_ref(opened, str(hedge)), parent, "Wij tellen er vier.")
    async with reading(services, f"{hedge}#comment-3") as pilot:
        await press(pilot, "j")
        assert (number(pilot) or "").startswith("draft:")
        assert "Wij tellen er vier." in shown(thread(pilot))
        await press(pilot, "u")
        assert number(pilot) == "3"
        await press(pilot, "j", "H")
        assert number(pilot) == "1"
        assert "Wij tellen er vier." not in shown(thread(pilot))
        await press(pilot, "L")
        assert "Wij tellen er vier." in shown(thread(pilot))


# What a person is told


async def test_heads_tell_replies_date_and_depth(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-3") as pilot:
        rows = shown(thread(pilot)).splitlines()
        head = next(row for row in rows if "Sjoerd" in row)
        assert "1 reply" in head
        assert "3 maart 2026" in head
        assert "level 3 · 3 of 7" in screen_text(pilot.app)


async def test_stated_and_found_counts_stand_beside_each_other(
    services: Services, save: Save
) -> None:
    html = page(comments=(Reply("Anna", "Schön."),), language="de").replace(
        '<ol class="comment-list">',
        '<h2 class="comments-title">12 Gedanken zu „Hecke“</h2><ol class="comment-list">',
    )
    async with reading(services, save("a.html", html)) as pilot:
        assert "1 comment here; the page says 12." in shown(thread(pilot))
        assert "1 of 12 comments" in screen_text(pilot.app).splitlines()[0]


async def test_a_page_without_comments_says_so(services: Services, save: Save) -> None:
    async with reading(services, save("a.html", page(comments=()))) as pilot:
        assert "No comments on this page." in shown(thread(pilot))
        await press(pilot, "tab", "j", "J", "u", "circumflex_accent", "enter", "H", "X", "r", "e")
        await press(pilot, "less_than_sign", "greater_than_sign", "left", "right", "x", "o")
        assert thread(pilot).has_focus
        assert services.drafts.all() == []


async def test_markup_and_bidi_of_names_are_shown_as_text(services: Services, save: Save) -> None:
    nasty = Reply("[bold red]Jan[/]", "Zie [link=https://weg.example]hier[/link] \u202eretrof.")
    async with reading(services, save("a.html", page("[b]Heg[/b]", comments=(nasty,)))) as pilot:
        text = screen_text(pilot.app)
        assert "[bold red]Jan[/]" in text
        assert "Zie [link=https://weg.example]hier[/link] retrof." in text
        assert "[b]Heg[/b]" in text.splitlines()[0]
        await press(pilot, "tab", "r")
        await settle(pilot)
        assert "Reply to [bold red]Jan[/]" in screen_text(pilot.app)


async def test_a_click_on_the_marker_folds_and_opens(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        pane = thread(pilot)
        row = next(y for y, line in enumerate(shown(pane).splitlines()) if "Kees" in line)
        column = shown(pane).splitlines()[row].index("▾")
        await pilot.click(pane, offset=(column, row))
        await settle(pilot)
        assert at(pilot) == "Kees"
        assert "1 reply hidden" in shown(pane)
        await pilot.click(pane, offset=(column, row))
        await settle(pilot)
        assert "hidden" not in shown(pane)


async def test_a_page_that_lost_comments_is_read_again_beside_the_article(
    services: Services, save: Save
) -> None:
    comments = [Reply(f"Gast {number}", "Een schaap. " * 9) for number in range(1, 31)]
    path = save("schaap.html", page(comments=comments))
    async with reading(services, f"{path}#comment-30", (50, 24)) as pilot:
        # The comments are out of sight, and laid out anew without being drawn.
        await press(pilot, "tab", "t")
        save("schaap.html", page(comments=comments[:5]))
        await press(pilot, "ctrl+r", "tab")
        assert at(pilot) == "Gast 5"
        assert "5 of 5" in screen_text(pilot.app)
        assert "Gast 5" in shown(thread(pilot))
