from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, strategies as st

from tui.app.actions import ACTIONS, Scope
from tui.app.keys import key_name
from tui.plain.commands import Asked, CommandError, help_lines, parse
from tui.plain.lists import DraftsView, LibraryView
from tui.plain.page import PageView
from tui.plain.table import COMMANDS, HEADINGS, Where

PLACES = (Where.ARTICLE, Where.THREAD, Where.LIST)
BY_PLACE = {Scope.ARTICLE: Where.ARTICLE, Scope.THREAD: Where.THREAD}
OF_THE_SESSION = {"help", "open", "drafts", "library", "outbox", "who", "go_back", "quit"}

WITHOUT_A_SCREEN = {
    "command_palette": "every command is typed by its name anyway",
    "theme": "there are no colours",
    "picture": "a picture is told by its words; there are no cells to draw it in",
    "select": "there is no cursor to select with; a comment or a paragraph is taken whole",
    "quote": "a reply takes the next lines, and .q in it quotes what is answered",
    "zoom": "there is one stream of lines and no pane",
    "wider": "lines are as long as the terminal is wide, or as --width says",
    "narrower": "as wider",
    "toggle_mouse": "the mouse is the terminal's",
    "line_down": "a paragraph is the least that is told, by next",
    "line_up": "as line_down, by previous",
    "half_down": "there is no page of lines to turn",
    "half_up": "as half_down",
}
"""Actions of the screen that mean nothing in lines of text, with the reason."""


@pytest.mark.parametrize("place", PLACES)
def test_a_sign_or_word_means_one_thing_in_a_place(place: Where) -> None:
    here = [command for command in COMMANDS if command.where & place]
    names = Counter(name for command in here for name in (*command.keys, *command.words))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_command_has_an_id_a_word_and_a_sentence() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        assert command.words
        assert all(len(key) == 1 for key in command.keys)
        assert command.help[0].isupper()
        assert command.help.endswith(".")
        assert command.where in HEADINGS


def test_every_command_is_done_by_a_method() -> None:
    views = {Where.ANY: (PageView,), Where.LIST: (LibraryView, DraftsView)}
    for command in COMMANDS:
        owners = views.get(command.where, (PageView,))
        done = any(hasattr(owner, f"do_{command.id}") for owner in owners)
        assert done or command.id in OF_THE_SESSION, command.id


def screen_actions() -> list[tuple[Where, str, tuple[str, ...]]]:
    scopes = (Scope.APP, Scope.READER, Scope.ARTICLE, Scope.THREAD)
    return [
        (BY_PLACE.get(action.scope, Where.PAGE), action.id, tuple(map(key_name, action.keys)))
        for action in ACTIONS
        if action.scope in scopes
    ]


def test_every_action_of_the_screen_is_there_or_needs_cells() -> None:
    there = {command.id: command.where for command in COMMANDS}
    missing = [
        (where, name)
        for where, name, _ in screen_actions()
        if name not in WITHOUT_A_SCREEN and not (name in there and where & there[name])
    ]
    assert missing == []
    assert WITHOUT_A_SCREEN.keys() <= {name for _, name, _ in screen_actions()}
    assert not WITHOUT_A_SCREEN.keys() & there.keys()


def test_a_letter_means_what_it_means_on_the_screen() -> None:
    for where, name, keys in screen_actions():
        for key in keys:
            if len(key) == 1 and key.isascii() and name not in WITHOUT_A_SCREEN:
                assert parse(key, where).id == name, (where, key)


def test_no_letter_means_something_else_on_the_screen() -> None:
    on_screen = {(where, key): name for where, name, keys in screen_actions() for key in keys}
    for command in COMMANDS:
        for where in (Where.ARTICLE, Where.THREAD):
            for key in command.keys if command.where & where else ():
                there = on_screen.get((where, key), on_screen.get((Where.PAGE, key)))
                assert there in {None, command.id, *WITHOUT_A_SCREEN}, key


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("", Asked("page_on")),
        ("   ", Asked("page_on")),
        ("j", Asked("next")),
        ("3j", Asked("next", 3)),
        ("3 j", Asked("next", 3)),
        ("j 3", Asked("next", 3, "3")),
        ("next", Asked("next")),
        ("NEXT", Asked("next")),
        ("rel", Asked("reload")),
        ("12", Asked("go_to", 12, "12")),
        ("#comment-4", Asked("go_to", text="comment-4")),
        ("go 4", Asked("go_to", 4, "4")),
        ("/wil je?", Asked("search", text="wil je?")),
        ("find Wil je?", Asked("search", text="Wil je?")),
        ("\\author:jos", Asked("filter", text="author:jos")),
        ("filter has:link", Asked("filter", text="has:link")),
        ("\\", Asked("filter")),
        ("s newest", Asked("sort", text="newest")),
        ("3O", Asked("page_browser", 3)),
        ("hide read", Asked("hide_read")),
        ("mark branch", Asked("mark_branch")),
        ("mark", Asked("mark")),
        ("Previous  heading", Asked("heading_previous")),
        ("open example.org/a b", Asked("open", text="example.org/a b")),
        ("| tr a b", Asked("pipe", text="tr a b")),
        ("99999999999999999999j", Asked("next", 999_999)),
    ],
)
def test_lines_as_people_type_them(line: str, asked: Asked) -> None:
    assert parse(line, Where.THREAD) == asked


def test_a_sign_means_what_fits_the_place() -> None:
    assert parse("}", Where.ARTICLE).id == "heading_next"
    assert parse("}", Where.THREAD).id == "thread_next"
    assert parse("l", Where.LIST).id == "list"
    assert parse("7", Where.LIST) == Asked("choose", 7, "7")
    assert parse("", Where.LIST).id == "list"


def test_what_is_no_command_is_told() -> None:
    with pytest.raises(CommandError, match="There is no command xyzzy"):
        parse("xyzzy", Where.ARTICLE)
    with pytest.raises(CommandError, match="repl can mean reply or reply bare"):
        parse("repl", Where.ARTICLE)


@given(st.text(max_size=30), st.sampled_from(PLACES))
def test_any_line_is_a_command_or_a_sentence(line: str, place: Where) -> None:
    ids = {command.id for command in COMMANDS}
    sentence = ""
    try:
        assert parse(line, place).id in ids
    except CommandError as error:
        sentence = str(error)
    assert not sentence or sentence.endswith(".")


def test_the_help_tells_every_command() -> None:
    told = "\n".join(help_lines())
    for command in COMMANDS:
        assert command.help in told
        assert all(word in told for word in command.words)
    assert list(help_lines("parent")) == [
        "u or P or parent or up: To the comment that this one answers."
    ]
    assert next(help_lines("mark branch")).startswith("M or mark branch: ")
