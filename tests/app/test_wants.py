"""What users of other readers ask for most, by the numbers of the study of terminal readers.

Each test is one want. The first six are about replies, the others about reading.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input

from tests.app.pages import HEDGE, Reply, page
from tests.app.reading import (
    article,
    at,
    notices,
    press,
    reader,
    reading,
    saved,
    screen_text,
    settle,
    shown,
    thread,
    until,
    write,
)
from tests.app.test_opening import Save
from tests.plain.sessions import Reader, stores
from tui.app.reader.screen import ReaderScreen
from tui.app.services import Services
from tui.app.widgets.composer import ReplyText
from tui.reading.states import ReadState

NOON = datetime(2026, 5, 2, 12, 0, tzinfo=UTC)

GROWN = (*HEDGE, Reply("Nieuwkomer", "Ik las dit pas vandaag.", (Reply("Tweede", "Ik ook."),)))
"""The hedge's comments with two more."""


def state(pilot: Pilot[None], number: int) -> ReadState:
    """What is known of a comment, by its number from 1."""
    return thread(pilot).reading.marks.state(number - 1)


def row_of(pilot: Pilot[None], words: str) -> int:
    """The row of the comments in which some words are."""
    rows = shown(thread(pilot)).splitlines()
    return next(number for number, row in enumerate(rows) if words in row)


class Clock:
    """A clock that a test sets."""

    now = NOON

    def __call__(self) -> datetime:
        return self.now


def clocked(services: Services) -> tuple[Services, Clock]:
    """Services whose clock is the test's."""
    clock = Clock()
    return replace(services, clock=clock), clock


async def test_want_1_what_was_typed_is_kept_without_asking(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Een halfuur werk.")
        await saved(pilot)
        assert [draft.body for draft in services.drafts.all()] == ["Een halfuur werk."]


async def test_want_2_a_reply_stays_a_reply(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-4") as pilot:
        await press(pilot, "R")
        await write(pilot, "Mussen!")
        await press(pilot, "escape")
    (draft,) = services.drafts.all()
    assert draft.parent is not None
    assert (draft.parent.key, draft.parent.author) == ("4", "Ineke")
    async with reading(services, hedge) as pilot:
        await press(pilot, "D", "enter")
        assert "Reply to Ineke" in screen_text(pilot.app)


async def test_want_3_a_reply_leaves_folds_and_place_alone(services: Services, walk: Path) -> None:
    async with reading(services, f"{walk}#comment-20") as pilot:
        await press(pilot, "K", "enter", "J")
        before = shown(thread(pilot))
        await press(pilot, "R")
        await write(pilot, "Ja.")
        await press(pilot, "escape")
        pane = thread(pilot)
        assert at(pilot) == "Gast 20"
        assert pane.reading.keys(pane.reading.folded) == {"19"}
        assert shown(pane).splitlines()[0] == before.splitlines()[0], "no line has moved"


async def test_want_4_what_is_answered_stays_in_view(services: Services, hedge: Path) -> None:
    for width in (50, 90, 140, 200):
        async with reading(services, f"{hedge}#comment-6", (width, 40)) as pilot:
            await press(pilot, "R")
            assert isinstance(pilot.app.focused, ReplyText)
            assert "Dat hoor je wel, ja." in screen_text(pilot.app)


async def test_want_5_writing_needs_no_network(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "R")
        await write(pilot, "Geschreven in de trein.")
        await press(pilot, "escape", "D")
        assert "draft" in screen_text(pilot.app)
        assert "Geschreven in de trein." in screen_text(pilot.app)


async def test_want_6_there_can_be_many_drafts_on_one_comment(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-6") as pilot:
        for text in ("Eerste.", "Tweede."):
            await press(pilot, "u", "j", "R")
            await write(pilot, text)
            await press(pilot, "escape")
        text = shown(thread(pilot))
        assert "Eerste." in text
        assert "Tweede." in text
    assert len(services.drafts.all()) == 2


async def test_want_7_n_goes_from_one_new_comment_to_the_next(
    services: Services, save: Save
) -> None:
    services, clock = clocked(services)
    path = save("heg.html", page(url="https://tuin.example/heg/"))
    async with reading(services, path):
        pass
    clock.now += timedelta(hours=1)
    save("heg.html", page(url="https://tuin.example/heg/", comments=GROWN))
    async with reading(services, path) as pilot:
        assert "9 comments, 2 new" in screen_text(pilot.app)
        await press(pilot, "tab", "H")
        assert "1 new" in shown(thread(pilot)), "folds tell of what is new under them"
        seen = []
        for _ in range(2):
            await press(pilot, "n")
            seen.append(at(pilot))
        assert seen == ["Nieuwkomer", "Tweede"], "folds open on the way"
        await press(pilot, "n")
        assert at(pilot) not in ("Nieuwkomer", "Tweede"), "then what was seen but not read"
        await press(pilot, "minus")
        assert at(pilot) == "Tweede"


async def test_want_7_the_newest_comments_are_listed_and_lead_there(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "H", "w")
        rows = screen_text(pilot.app)
        assert rows.index("Wat doet u met de doorns?") < rows.index("Hoeveel nesten telt u?")
        await press(pilot, "enter")
        assert at(pilot) == "Job"


async def test_want_8_opening_an_article_reads_none_of_its_comments(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "j", "k")
        assert thread(pilot).reading.marks.unread == 7
        await press(pilot, "tab", "j", "j")
        states = [state(pilot, number) is ReadState.READ for number in (1, 2, 3)]
        assert states == [True, True, False], "the cursor reads what it passes"


@pytest.mark.parametrize("seconds", [0.01, 0])
async def test_want_8_what_is_in_sight_for_a_moment_was_read(
    services: Services, walk: Path, seconds: float
) -> None:
    async with reading(services, walk, (140, 24)) as pilot:
        thread(pilot).read_after = seconds
        await press(pilot, "tab")
        marks = thread(pilot).reading.marks
        await until(lambda: marks.unread < 30)
        in_sight = [
            number for number in range(1, 31) if f"Zu Kilometer {number}:" in shown(thread(pilot))
        ]
        assert 0 < 30 - marks.unread <= len(in_sight)
        assert state(pilot, 1) is ReadState.READ
        assert state(pilot, 30) is not ReadState.READ


async def test_want_9_what_was_read_is_hidden_by_a_key(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "M")  # Marijke and all below her
        assert at(pilot) == "Kees"
        before = shown(thread(pilot))
        await press(pilot, "full_stop")
        assert "merels" not in shown(thread(pilot))
        assert "Een motorschaar gaat anders prima." in shown(thread(pilot))
        assert at(pilot) == "Kees"
        await press(pilot, "ctrl+z")
        assert shown(thread(pilot)) == before


async def test_want_10_a_branch_is_done_with_by_one_key(services: Services, hedge: Path) -> None:
    async with reading(services, hedge, (200, 50)) as pilot:
        await press(pilot, "tab", "j", "M")
        assert at(pilot) == "Ineke"
        assert [state(pilot, number) is ReadState.READ for number in (2, 3, 4)] == [
            True,
            True,
            False,
        ]
        await press(pilot, "ctrl+z")
        assert state(pilot, 3) is not ReadState.READ
        rows = shown(pilot.app.screen.query_one("#map")).splitlines()
        assert [name for row in rows for name in ("Sjoerd", "Kees", "Job") if name in row] == [
            "Sjoerd",
            "Kees",
            "Job",
        ], "the map shows the tree"


async def test_want_11_a_whole_chain_folds_from_deep_inside(
    services: Services, hedge: Path
) -> None:
    async with reading(services, f"{hedge}#comment-3") as pilot:
        await press(pilot, "X")
        assert at(pilot) == "Kees"
        line = shown(thread(pilot)).splitlines()[row_of(pilot, "Marijke")]
        for part in ("Marijke", "2 maart 2026", "3 replies hidden", "Bij ons zitten"):
            assert part in line


async def test_want_12_arrows_and_letters_fold_as_in_trees(services: Services, hedge: Path) -> None:
    for fold, unfold in (("left", "right"), ("h", "l")):
        async with reading(services, f"{hedge}#comment-1") as pilot:
            await press(pilot, fold)
            assert "3 replies hidden" in shown(thread(pilot))
            await press(pilot, unfold)
            assert "hidden" not in shown(thread(pilot))
            await press(pilot, unfold)
            assert at(pilot) == "Sjoerd", "open already: to the first reply"
            assert "enter Fold" in screen_text(pilot.app), "the footer tells"


async def test_want_13_keys_go_deeper_and_up_in_the_tree(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "l", "l")
        assert thread(pilot).cursor_key == "3"
        await press(pilot, "h", "h")
        assert thread(pilot).cursor_key == "2", "folds first where there is something to fold"
        await press(pilot, "h")
        assert thread(pilot).cursor_key == "1"


@pytest.mark.parametrize("fragment", ["comment-6", "6"])
async def test_want_14_a_page_opens_at_a_comment(
    services: Services, hedge: Path, fragment: str
) -> None:
    async with reading(services, f"{hedge}#{fragment}") as pilot:
        assert at(pilot) == "Wil"
        assert thread(pilot).has_focus
        await press(pilot, "number_sign")
        await write(pilot, "#comment-2\n")
        assert at(pilot) == "Sjoerd"
        await press(pilot, "4", "G")
        assert at(pilot) == "Ineke"
        await press(pilot, "minus", "minus")
        assert at(pilot) == "Wil"
        await press(pilot, "plus")
        assert at(pilot) == "Sjoerd"


async def test_want_15_folds_and_place_are_there_the_next_time(
    services: Services, walk: Path
) -> None:
    async with reading(services, f"{walk}#comment-20") as pilot:
        await press(pilot, "enter", "j", "tab", "}", "j", "j")
        words = shown(article(pilot)).splitlines()[0]
    async with reading(services, walk) as pilot:
        assert shown(article(pilot)).splitlines()[0] == words
        assert at(pilot) == "Gast 21"
        assert thread(pilot).reading.keys(thread(pilot).reading.folded) == {"20"}


async def test_want_16_the_place_stays_through_links_lists_reloads_and_widths(
    services: Services, walk: Path
) -> None:
    async with reading(services, f"{walk}#comment-15") as pilot:
        row = row_of(pilot, "Zu Kilometer 15:")
        for keys in (("f", "escape"), ("B", "q"), ("ctrl+o", "escape"), ("ctrl+r",)):
            await press(pilot, *keys)
            assert at(pilot) == "Gast 15"
            assert row_of(pilot, "Zu Kilometer 15:") == row, keys
        await pilot.resize_terminal(120, 30)
        await settle(pilot)
        await pilot.resize_terminal(140, 40)
        await settle(pilot)
        assert at(pilot) == "Gast 15"
        assert "Zu Kilometer 15:" in shown(thread(pilot))


async def test_want_17_what_is_undone_is_not_read_by_its_being_in_sight(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        marks = thread(pilot).reading.marks
        await press(pilot, "tab", "c", "y", "ctrl+z")
        assert marks.unread == 7
        thread(pilot).read_after = 0.01
        await press(pilot, "j", "k")
        await pilot.pause(0.1)
        assert marks.unread == 7
        await press(pilot, "m")
        assert marks.unread == 6


async def test_want_17_every_change_of_state_can_be_undone(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "c")
        assert "Mark all comments as read?" in screen_text(pilot.app), "page-wide ones ask"
        await press(pilot, "n")
        assert thread(pilot).reading.marks.unread == 7
        await press(pilot, "c", "y")
        assert thread(pilot).reading.marks.unread == 0
        await press(pilot, "ctrl+z")
        assert thread(pilot).reading.marks.unread == 7
        for keys in (("H",), ("m",), ("s", "3"), ("exclamation_mark",), ("A",), ("full_stop",)):
            thread(pilot).go_to(0)
            before, marks = shown(thread(pilot)), thread(pilot).reading.marks.read_keys()
            await press(pilot, *keys)
            changed = shown(thread(pilot)) != before or (
                marks != thread(pilot).reading.marks.read_keys()
            )
            assert changed or keys == ("full_stop",), keys
            await press(pilot, "ctrl+z")
            thread(pilot).go_to(0)
            assert shown(thread(pilot)) == before, keys
            assert marks == thread(pilot).reading.marks.read_keys()
        await press(pilot, *["ctrl+z"] * 9)
        assert "Nothing to undo." in notices(pilot.app)


async def test_want_17_marks_are_undone_after_a_reload_too(services: Services, save: Save) -> None:
    path = save("heg.html", page(comments=HEDGE[1:]))
    async with reading(services, path) as pilot:
        await press(pilot, "tab", "c", "y", "m")
        save("heg.html", page(comments=(*HEDGE[1:], Reply("Nieuwkomer", "Dag."))))
        await press(pilot, "ctrl+r")
        thread(pilot).read_after = 0.01
        await press(pilot, "k", "j")
        await pilot.pause(0.1)
        assert state(pilot, 1) is not ReadState.READ, "what is to be unread stays so"
        await press(pilot, "ctrl+z", "ctrl+z")
        assert thread(pilot).reading.marks.unread == 4


async def test_want_17_a_filter_that_changes_nothing_is_not_to_be_undone(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "H", "backslash", "enter")
        await press(pilot, "ctrl+z")
        assert "Hoeveel nesten telt u?" in shown(thread(pilot))


WIDE_WORDS = "日本語の文章と한국어 문장, e\u0301te\u0301, 👩‍👩‍👧‍👦 und 🏳️‍🌈 " * 12


async def test_want_18_wide_characters_wrap_to_the_cell(services: Services, save: Save) -> None:
    path = save(
        "breed.html", page(text=f"<p>{WIDE_WORDS}</p>", comments=[Reply("李雷", WIDE_WORDS)])
    )
    for width in (50, 90, 140):
        async with reading(services, path, (width, 40)) as pilot:
            for pane in (article(pilot), thread(pilot)):
                if pane.size.width:
                    for row in shown(pane).splitlines():
                        assert cell_len(row) <= pane.size.width
            await press(pilot, "tab")
            assert "李雷" in screen_text(pilot.app)


async def test_want_19_right_to_left_text_keeps_its_logical_order(
    services: Services, save: Save
) -> None:
    words = "هذا تعليق طويل عن السد"
    path = save("sadd.html", page(text=f"<p>{words}</p>", comments=[Reply("ليلى", words)]))
    async with reading(services, path) as pilot:
        assert words in shown(article(pilot))
        assert words in shown(thread(pilot))


async def test_want_20_lines_have_a_widest_width_and_are_centred(
    services: Services, walk: Path
) -> None:
    async with reading(services, walk, (240, 40)) as pilot:
        for pane, most in ((article(pilot), 80), (thread(pilot), 72)):
            rows = [row for row in shown(pane).splitlines() if len(row.split()) > 6]
            assert rows
            left = min(len(row) - len(row.lstrip()) for row in rows)
            widest = max(cell_len(row) for row in rows)
            assert widest - left <= most
            assert left > 2, "centred"


async def test_want_21_letters_choose_more_links_than_there_are_digits(
    services: Services, save: Save
) -> None:
    links = " ".join(
        f'Wij gingen ook naar <a href="https://b{n}.example/">plek {n}</a>, aan het water.'
        for n in range(40)
    )
    async with reading(services, save("plekken.html", page(text=f"<p>{links}</p>"))) as pilot:
        await press(pilot, "f")
        labels = [hint.label for hint in article(pilot).hints]
        assert len(set(labels)) == 40
        assert all(1 <= len(label) <= 2 for label in labels)


async def test_want_22_deep_threads_keep_a_column_and_tell_their_depth(
    services: Services, save: Save
) -> None:
    deep = Reply("Laatste", "Heel diep, en toch nog te lezen.")
    for number in range(30, 0, -1):
        deep = Reply(f"Niveau {number}", "En dan nog dit.", (deep,))
    for width in (50, 90, 140):
        async with reading(
            services, save("diep.html", page(comments=(deep,))), (width, 40)
        ) as pilot:
            await press(pilot, "tab", "G")
            row = next(row for row in shown(thread(pilot)).splitlines() if "Heel diep" in row)
            assert "Heel diep, en toch nog te lezen." in row
            assert "30" in row, "the depth is told by a number, not by colour alone"


async def test_want_23_a_linear_mode_tells_places_in_words_and_draws_nothing(
    home: Path, hedge: Path
) -> None:
    reader = Reader(stores(home), hedge)
    told = reader("6")
    assert told[0].startswith("Comment 6 of 7, level 2, Wil, not read, in reply to Kees")
    assert all(line.isascii() and line.isprintable() for line in told)


async def test_want_24_one_search_goes_through_article_comments_and_folds(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "H", "tab", "slash")
        await write(pilot, "merels")
        assert "2 times" in screen_text(pilot.app), "the count is told while one types"
        await press(pilot, "enter")
        assert article(pilot).has_focus
        await press(pilot, "n")
        assert at(pilot) == "Marijke"
        await press(pilot, "n")
        assert article(pilot).has_focus, "round at the end"
        await press(pilot, "N")
        assert at(pilot) == "Marijke"
        assert "Dat hoor je wel, ja." not in shown(thread(pilot)), "only the way there opens"
        await press(pilot, "slash")
        pilot.app.screen.query_one(Input).value = ""
        await write(pilot, "mussen\n")
        assert at(pilot) == "Ineke", "jumps open folds"
        await press(pilot, "escape", "K", "K")
        assert reader(pilot).search.found is None


async def test_want_24_a_search_stays_within_what_a_filter_leaves(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "backslash")
        await write(pilot, "author:ineke\n")
        await press(pilot, "slash")
        await write(pilot, "merels\n")
        assert article(pilot).has_focus
        await press(pilot, "n")
        assert article(pilot).has_focus, "what the filter takes out is passed over"
        await press(pilot, "slash")
        pilot.app.screen.query_one(Input).value = ""
        await write(pilot, "doorns\n")
        assert "The filter leaves none of the places." in notices(pilot.app)
        assert "doorns" not in shown(thread(pilot))


async def test_want_24_a_filter_loses_no_folds(services: Services, hedge: Path) -> None:
    async with reading(services, f"{hedge}#comment-5") as pilot:
        await press(pilot, "enter")
        unread = str.maketrans("○", " ")
        before = shown(thread(pilot)).translate(unread)
        await press(pilot, "backslash")
        await write(pilot, "author:ineke\n")
        filtered = shown(thread(pilot))
        assert "Bij ons alleen mussen." in filtered
        assert "Marijke" in filtered, "what it answers is there as a line"
        assert "motorschaar" not in filtered
        assert "1 of 7 comments" in notices(pilot.app)
        await press(pilot, "backslash")
        pilot.app.screen.query_one(Input).value = ""
        await press(pilot, "enter")
        thread(pilot).go_to(4)
        assert shown(thread(pilot)).translate(unread) == before


async def test_want_24_a_wrong_filter_is_told_and_changes_nothing(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        before = shown(thread(pilot))
        await press(pilot, "backslash")
        await write(pilot, "autor:ineke")
        assert "autor" in screen_text(pilot.app).splitlines()[-1]
        await press(pilot, "enter")
        assert shown(thread(pilot)) == before


async def test_want_25_ten_thousand_comments_are_one_widget(services: Services, save: Save) -> None:
    many = [Reply(f"Gast {number}", "Kort.") for number in range(10_000)]
    async with reading(services, save("veel.html", page(comments=many))) as pilot:
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert len(pilot.app.screen.query("*")) < 40
        await press(pilot, "tab", "G")
        assert at(pilot) == "Gast 9999"


async def test_want_24_what_was_found_stands_out(services: Services, hedge: Path) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "slash")
        await write(pilot, "schaar\n")
        pane = thread(pilot)
        strip = pane.render_line(row_of(pilot, "motorschaar"))
        looks = {
            segment.text: (segment.style.bgcolor, segment.style.reverse)
            for segment in strip
            if segment.style is not None
        }
        found = next(text for text in looks if text == "schaar")
        beside = next(text for text in looks if "Een motor" in text)
        assert looks[found] != looks[beside]
        await press(pilot, "escape")
        assert "schaar" not in [
            segment.text for segment in pane.render_line(row_of(pilot, "motor"))
        ]


async def test_want_24_what_was_found_in_a_folded_comment_is_shown(
    services: Services, hedge: Path
) -> None:
    async with reading(services, hedge) as pilot:
        await press(pilot, "tab", "H", "slash")
        await write(pilot, "motorschaar gaat\n")
        assert at(pilot) == "Kees"
        assert "Dat hoor je wel, ja." in shown(thread(pilot))
        await press(pilot, "escape", "g", "H")
        assert "Dat hoor je wel, ja." not in shown(thread(pilot))
