"""What the reader can do, feature by feature: `python -m tests.featuretable` writes it.

The rows name actions, which give their keys, and the tests that show each feature; a test holds
that all of them are there.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from tests.keytable import escaped
from tui.app.actions import ACTIONS, Action
from tui.app.keys import key_name

DOCUMENT = Path(__file__).parents[1] / "docs" / "features.md"

_HEAD = """# What the reader can do

Each row is a feature that people ask readers of articles and threads for, how it is had, and the
tests that show it. `python -m tests.featuretable` writes this page; the keys are the program's own,
before any of yours. Drafts and sending have pages of their own.

| Feature | How | Shown by |
| --- | --- | --- |
"""

_WANTS = "tests/app/test_wants.py"
_POSITION = "tests/app/test_position.py"
_LOOK = "tests/app/layout/test_look.py"


@dataclass(frozen=True, slots=True)
class Feature:
    """A row.

    Attributes:
        name: What it is.
        how: How it is had, in words; `{}` stands for the keys of the next action.
        actions: The actions by their names in keymaps.
        tests: Where it is shown: `file::test`, the test without the values that it runs with.
    """

    name: str
    how: str
    actions: tuple[str, ...]
    tests: tuple[str, ...]


FEATURES = (
    Feature(
        "Any address, file or pipe",
        "`rejoinder SOURCE`, `rejoinder -`, {}, or a path dropped on the terminal",
        ("app.open",),
        (
            "tests/fetch/test_files.py::test_a_file_by_path_and_by_address",
            "tests/e2e/test_tmux.py::test_a_piped_page_leaves_the_keyboard_to_the_reader",
        ),
    ),
    Feature(
        "Article and thread together",
        "two panes from 100 columns on, where there is anything beside the article; "
        "{} goes from one to the other, {} gives one the width",
        ("reader.switch_pane", "reader.zoom"),
        ("tests/app/test_snapshots.py::test_welcome",),
    ),
    Feature(
        "An article or a thread of several pages",
        "{} fetches the rest and joins it, and so does the page's next opening; `--whole`; the "
        "last line of a part leads to the others, as links do: {}, {}",
        ("reader.whole", "reader.hint", "reader.links"),
        (
            "tests/app/test_whole.py::test_a_key_fetches_the_other_pages_of_comments_and_keeps_the_place",
            "tests/app/test_whole.py::test_the_parts_of_an_article_are_joined_around_the_place",
            "tests/app/test_whole.py::test_a_page_that_was_whole_is_so_again_and_tells_what_came",
            "tests/app/test_links.py::test_the_last_line_of_a_part_leads_on",
            "tests/reading/test_onward.py::test_every_form_of_a_page_tells_the_parts_after_the_article",
        ),
    ),
    Feature(
        "What keeps the text from the page",
        "a note above the article: subscribers only, JavaScript, or a check of who asks",
        (),
        (
            "tests/parse/test_stubs.py::test_a_page_that_waits_for_javascript_says_so",
            "tests/parse/test_stubs.py::test_a_page_with_its_whole_text_is_no_stub_whatever_it_says",
        ),
    ),
    Feature(
        "A copy of each page and its comments",
        "kept whenever a page is opened; it opens when its source is gone",
        (),
        ("tests/app/test_library.py::test_a_page_that_is_gone_is_shown_as_it_was_kept",),
    ),
    Feature(
        "Offline on purpose, and fetching in one go",
        "`--offline`, `rejoinder sync`",
        (),
        (
            "tests/test_cli_sync.py::test_bookmarks_and_what_was_asked_for_offline_are_fetched",
            "tests/test_cli_sync.py::test_a_page_that_was_kept_is_printed_without_its_server",
        ),
    ),
    Feature(
        "Fold one comment",
        "{}, or fold and open as in a tree by {} and {}; a click on the marker",
        ("thread.fold", "thread.fold_in", "thread.fold_out"),
        (
            f"{_WANTS}::test_want_12_arrows_and_letters_fold_as_in_trees",
            "tests/app/test_thread_pane.py::test_a_click_on_the_marker_folds_and_opens",
        ),
    ),
    Feature(
        "Fold all, and to a depth",
        "{} and {}; a level less or more by {} and {}, with a number to that depth",
        ("thread.fold_all", "thread.unfold_all", "thread.fold_more", "thread.fold_less"),
        ("tests/app/test_thread_pane.py::test_folding_goes_level_by_level",),
    ),
    Feature(
        "Fold a whole conversation from deep inside",
        "{}, which goes on to the next",
        ("thread.fold_chain",),
        (f"{_WANTS}::test_want_11_a_whole_chain_folds_from_deep_inside",),
    ),
    Feature(
        "Comment by comment",
        "{} and {}; a number before the key repeats it",
        ("thread.next", "thread.previous"),
        ("tests/app/test_thread_pane.py::test_next_and_previous_go_through_all_in_reading_order",),
    ),
    Feature(
        "Siblings, parent, root, next conversation",
        "{} and {}, {}, {}, {} and {}",
        (
            "thread.sibling_next",
            "thread.sibling_previous",
            "thread.parent",
            "thread.root",
            "thread.thread_next",
            "thread.thread_previous",
        ),
        ("tests/app/test_thread_pane.py::test_keys_go_to_relatives",),
    ),
    Feature(
        "Next new comment",
        "{} and {} open what hides it; {} goes on to it at the end",
        ("reader.find_next", "reader.find_previous", "thread.page_on"),
        (f"{_WANTS}::test_want_7_n_goes_from_one_new_comment_to_the_next",),
    ),
    Feature(
        "The newest comments as a list",
        "{}",
        ("reader.newest",),
        (
            "tests/app/test_seeing.py::test_w_lists_the_newest_first_and_enter_opens_folds_on_the_way",
        ),
    ),
    Feature(
        "Back to where a jump began, and forth",
        "{} and {}",
        ("reader.jump_back", "reader.jump_forth"),
        (f"{_WANTS}::test_want_14_a_page_opens_at_a_comment",),
    ),
    Feature(
        "To a comment by number or address",
        "`SOURCE#comment-12`, {}, or its number before {}",
        ("reader.go_to", "thread.bottom"),
        (f"{_WANTS}::test_want_14_a_page_opens_at_a_comment",),
    ),
    Feature(
        "New since the last visit, seen and read, comment by comment",
        "marks beside the names; a comment is read once it was in sight or the cursor passed it",
        (),
        (
            f"{_WANTS}::test_want_8_what_is_in_sight_for_a_moment_was_read",
            "tests/reading/test_visits.py::test_a_quick_reopening_does_not_wipe_the_marks",
        ),
    ),
    Feature(
        "Mark one, a branch, all; undo",
        "{}, {}, {}; {} takes back any change",
        ("thread.mark", "thread.mark_branch", "reader.mark_all", "reader.undo"),
        (
            f"{_WANTS}::test_want_10_a_branch_is_done_with_by_one_key",
            f"{_WANTS}::test_want_17_every_change_of_state_can_be_undone",
        ),
    ),
    Feature(
        "Hide what was read",
        "{}",
        ("reader.hide_read",),
        (f"{_WANTS}::test_want_9_what_was_read_is_hidden_by_a_key",),
    ),
    Feature(
        "One search over article, comments and folds",
        "{}, then {} and {}; {} ends it and folds again what it opened",
        ("reader.search", "reader.find_next", "reader.find_previous", "reader.go_back"),
        (f"{_WANTS}::test_want_24_one_search_goes_through_article_comments_and_folds",),
    ),
    Feature(
        "Filter",
        "{} with a [small language](filter.md); {} and {} for an author",
        ("reader.filter", "thread.author_next", "thread.author_only"),
        (
            f"{_WANTS}::test_want_24_a_filter_loses_no_folds",
            "tests/reading/test_query.py::test_and_or_and_not_are_those_of_sets",
        ),
    ),
    Feature(
        "Mute people",
        "{} folds what they write, now and later; once more takes it back",
        ("thread.mute",),
        ("tests/app/test_muting.py::test_a_muted_author_is_folded_now_and_at_the_next_visit",),
    ),
    Feature(
        "Sort replies",
        "{}: as on the page, oldest, newest, most replies, most points",
        ("reader.sort",),
        ("tests/app/test_muting.py::test_an_order_keeps_the_comment_under_the_cursor",),
    ),
    Feature(
        "Links by letters, numbers and as a list",
        "{} and {}; a number before {}; {}",
        ("reader.hint", "reader.hint_browser", "thread.comment_browser", "reader.links"),
        (
            f"{_WANTS}::test_want_21_letters_choose_more_links_than_there_are_digits",
            "tests/app/test_links.py::test_a_number_before_o_is_a_link_of_the_comment",
        ),
    ),
    Feature(
        "Follow a link here and come back",
        "{}, then {}",
        ("reader.hint", "reader.go_back"),
        (
            "tests/app/test_opening.py::test_a_link_to_another_page_opens_on_top_and_q_comes_back_to_the_place",
        ),
    ),
    Feature(
        "Fold quoted text",
        "{}; quoted text is dimmed always",
        ("reader.toggle_quotes",),
        (
            "tests/app/test_seeing.py::test_capital_t_folds_quotes_to_their_first_line_and_opens_them",
        ),
    ),
    Feature(
        "Copy words and links",
        "{} and {}; {} selects by the keyboard",
        ("reader.copy", "reader.copy_link", "reader.select"),
        (
            "tests/app/test_copying.py::test_y_copies_a_comment_as_markdown",
            "tests/app/test_copying.py::test_within_tmux_the_sequence_is_handed_on_as_well",
            "tests/app/test_selection.py::test_a_selection_over_blocks_is_markdown_with_its_source",
        ),
    ),
    Feature(
        "The comment or the page in the browser",
        "{} and {}",
        ("thread.comment_browser", "reader.page_browser"),
        ("tests/app/test_reader.py::test_links_and_pages_go_to_the_browser_when_asked",),
    ),
    Feature(
        "Pictures on request",
        "{}; nothing is fetched before",
        ("reader.picture",),
        (
            "tests/app/test_picture.py::test_nothing_is_fetched_before_the_key_and_all_of_it_by_the_key",
        ),
    ),
    Feature(
        "Mouse, and the terminal's own selection",
        "clicks and wheel; {} gives the mouse back to the terminal",
        ("reader.toggle_mouse",),
        (
            "tests/app/test_thread_pane.py::test_a_click_on_the_marker_folds_and_opens",
            "tests/app/test_mouse.py::test_the_mouse_is_left_to_the_terminal_and_taken_back",
        ),
    ),
    Feature(
        "Themes: dark, light, the terminal's colours, high contrast, your own",
        "{} and [settings](settings.md)",
        ("app.theme",),
        (
            "tests/app/test_themes.py::test_the_theme_key_goes_through_the_short_list_and_the_user_s_own",
        ),
    ),
    Feature(
        "Your own keys; sets of vim, less and mutt",
        "[settings](settings.md); clashes and unknown names are told at start, by line",
        (),
        ("tests/app/test_keymap.py::test_mistakes_are_told_together_when_the_program_starts",),
    ),
    Feature(
        "Help made of the keys in effect, and a palette",
        "{} and {}",
        ("app.help", "app.command_palette"),
        (
            "tests/app/test_keymap.py::test_the_footer_the_help_and_the_palette_show_the_keys_in_effect",
        ),
    ),
    Feature(
        "Layouts for narrow and wide terminals",
        "under 60, from 60, 100 and 160 columns on",
        (),
        ("tests/app/test_snapshots.py::test_welcome",),
    ),
    Feature(
        "A widest text column, centred",
        "{} and {}, and [settings](settings.md)",
        ("reader.wider", "reader.narrower"),
        (f"{_WANTS}::test_want_20_lines_have_a_widest_width_and_are_centred",),
    ),
    Feature(
        "Scripts of wide characters, emoji, combining marks",
        "measured and wrapped to the cell",
        (),
        (
            f"{_WANTS}::test_want_18_wide_characters_wrap_to_the_cell",
            "tests/reading/test_wrap.py::test_what_a_reader_sees_as_one_character_is_never_split",
        ),
    ),
    Feature(
        "Right-to-left text",
        "in its logical order, at the right of the column",
        (),
        (f"{_LOOK}::test_text_from_right_to_left_stands_on_the_right_in_its_own_order",),
    ),
    Feature(
        "Screen readers and terminals without cells",
        "`rejoinder read --plain`; `NO_COLOR`, guides in ASCII",
        (),
        (
            "tests/plain/test_moving.py::test_a_position_says_all_that_the_screen_shows_by_looks",
            "tests/app/test_themes.py::test_without_colours_the_screen_keeps_its_meaning",
        ),
    ),
    Feature(
        "History and bookmarks",
        "{}; {} and {} bookmark a page, in a file of your own",
        ("app.library", "reader.bookmark", "reader.tags"),
        ("tests/app/test_bookmarks.py::test_the_library_shows_bookmarks_first",),
    ),
    Feature(
        "Export page, thread or branch",
        "{}, or `rejoinder dump`: Markdown, text, HTML, JSON",
        ("reader.export",),
        ("tests/app/test_exporting.py::test_any_part_is_exported_in_any_form",),
    ),
    Feature(
        "Pipe to a command",
        "{}",
        ("reader.pipe",),
        ("tests/app/test_piping.py::test_branch_thread_article_and_page_go_to_a_command",),
    ),
    Feature(
        "Words first, the rest as it comes; everything can be cancelled",
        "{} while a page opens",
        ("reader.go_back",),
        ("tests/app/test_opening.py::test_opening_can_be_given_up",),
    ),
    Feature(
        "Hostile pages do nothing to the terminal",
        "always",
        (),
        ("tests/e2e/test_tmux.py::test_escape_codes_of_a_page_do_nothing_to_the_terminal",),
    ),
    Feature(
        "A map of the thread",
        "from 160 columns on, with what is new and where drafts are",
        (),
        ("tests/app/test_seeing.py::test_the_map_shows_marks_tallies_drafts_and_what_is_folded",),
    ),
    Feature(
        "Dates as shown, as ages, as days",
        "{}",
        ("reader.toggle_dates",),
        ("tests/app/test_seeing.py::test_t_shows_dates_as_ages_then_as_days_then_as_the_page",),
    ),
    Feature(
        "Figures of the thread",
        "{}",
        ("reader.statistics",),
        ("tests/app/test_seeing.py::test_i_shows_who_wrote_how_much_how_deep_and_when",),
    ),
    Feature(
        "Folds and place survive",
        "closing, reloading, sorting, filtering, other widths",
        (),
        (
            f"{_WANTS}::test_want_15_folds_and_place_are_there_the_next_time",
            f"{_POSITION}::test_any_sequence_leaves_the_same_comment_under_the_cursor",
        ),
    ),
)


def document() -> str:
    """The page."""
    known = {action.name: action for action in ACTIONS}
    return _HEAD + "".join(_row(feature, known) for feature in FEATURES)


def _row(feature: Feature, known: dict[str, Action]) -> str:
    keys = (_keys(known[name]) for name in feature.actions)
    how = feature.how.format(*keys)
    tests = "<br>".join(f"`{test.partition('::')[2]}`" for test in feature.tests)
    return f"| {feature.name} | {how} | {tests} |\n"


def _keys(action: Action) -> str:
    return f"<kbd>{escaped(key_name(action.keys[0]))}</kbd>"


def main() -> int:
    """Write the page; the exit status."""
    DOCUMENT.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
