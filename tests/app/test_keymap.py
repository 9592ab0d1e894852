"""The user's keys: names of keys, presets, clashes, and what the screen then does and shows."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from textual.binding import BindingsMap

from tests.app.reading import (
    at,
    make_services,
    notices,
    press,
    reader,
    reading,
    screen_text,
    shown,
    thread,
    write,
)
from tui.app.actions import ACTIONS, Scope, bindings
from tui.app.keymap import BY_NAME, Keymap, clashes, keymap, preset_keys
from tui.app.keys import SAME_BYTE, is_text, key_name, known_key
from tui.app.presets import PRESETS as PRESET_KEYS
from tui.app.services import Services
from tui.app.widgets.bars import KeyBar
from tui.reading.wrap import wrap
from tui.store.settings import PRESETS, KeySettings, Source

# Names of keys


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("j", "j"),
        ("J", "J"),
        ("shift+j", "J"),
        ("?", "question_mark"),
        ("question_mark", "question_mark"),
        ("+", "plus"),
        ("-", "minus"),
        ("hyphen_minus", "minus"),
        (",", "comma"),
        ("é", "é"),
        ("§", "section_sign"),
        ("esc", "escape"),
        ("PgDn", "pagedown"),
        ("↓", "down"),
        ("ctrl+D", "ctrl+d"),
        ("Ctrl+Shift+left", "ctrl+shift+left"),
        ("alt+V", "alt+shift+v"),
        ("shift+alt+v", "alt+shift+v"),
        ("ctrl++", "ctrl+plus"),
        ("f12", "f12"),
    ],
)
def test_keys_are_known_as_people_write_them(written: str, key: str) -> None:
    assert known_key(written) == key


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("pagedwn", "pagedwn is no key; did you mean pagedown?"),
        ("hyper", "hyper is no key"),
        ("cmd+j", r"cmd\+j is no key"),
        ("gg", "gg is no key"),
        ("ctrl+", r"ctrl\+ is no key"),
        ("<any>", "<any> is no key"),
        ("\x07", "is no key"),
        ("ctrl+i", r"ctrl\+i is the same as tab in a terminal"),
        ("ctrl+m", r"ctrl\+m is the same as enter in a terminal"),
        ("ctrl+H", r"ctrl\+H is the same as backspace in a terminal"),
        ("ctrl+[", r"ctrl\+\[ is the same as escape in a terminal"),
    ],
)
def test_what_is_no_key_is_told(written: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        known_key(written)


@pytest.mark.parametrize("key", sorted({key for action in ACTIONS for key in action.keys}))
def test_a_key_can_be_written_as_it_is_shown(key: str) -> None:
    assert known_key(key_name(key)) == key
    assert known_key(key) == key


@given(st.text(max_size=12))
def test_any_text_is_a_key_or_told(written: str) -> None:
    key = None
    with suppress(ValueError):
        key = known_key(written)
    if key is not None:
        assert known_key(key) == key
        assert not set(key) & set(", \n")
        assert key not in SAME_BYTE


# Presets


def test_the_presets_are_those_of_the_settings() -> None:
    assert tuple(PRESET_KEYS) == PRESETS


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_has_known_actions_known_keys_and_no_clash(preset: str) -> None:
    keys = preset_keys(preset)
    assert set(keys) == set(BY_NAME)
    for name, own in keys.items():
        action = BY_NAME[name]
        assert own, f"{name} has no key"
        assert len(own) == len(set(own))
        for key in own:
            assert known_key(key) == key
            assert clashes(keys, action, key) == [], f"{key} of {name}"
            assert action.scope is not Scope.COMPOSER or not is_text(key)


@pytest.mark.parametrize("preset", PRESETS[1:])
def test_a_preset_says_only_what_differs(preset: str) -> None:
    for name, own in PRESET_KEYS[preset].items():
        assert own != BY_NAME[name].keys


# The user's lines


def made(*lines: tuple[str, str], preset: str = PRESETS[0]) -> tuple[Keymap, list[str]]:
    """The keymap of lines, and what was told."""
    source = Source(
        "rejoinder.toml", lines={f"keys.{name}": at for at, (name, _) in enumerate(lines, 2)}
    )
    bound = tuple((name, tuple(filter(None, keys.split(" ")))) for name, keys in lines)
    return keymap(KeySettings(preset, bound), source), [str(each) for each in source.problems]


def test_a_line_gives_an_action_other_keys() -> None:
    keys, told = made(("thread.sibling_next", "ctrl+n ;"))
    assert told == []
    assert keys.keys(BY_NAME["thread.sibling_next"]) == ("ctrl+n", "semicolon")
    assert keys.overrides() == {"thread.sibling_next": "ctrl+n,semicolon"}
    assert keys.keys(BY_NAME["thread.next"]) == BY_NAME["thread.next"].keys


def test_a_line_that_says_what_is_so_changes_nothing() -> None:
    assert made(("thread.next", "j down")) == (Keymap({}), [])


def test_an_empty_line_takes_the_keys_away() -> None:
    keys, told = made(("app.theme", ""))
    assert told == []
    assert keys.keys(BY_NAME["app.theme"]) == ()
    assert keys.overrides()["app.theme"] not in {"", *BY_NAME["app.theme"].keys}


def test_two_actions_can_change_places() -> None:
    keys, told = made(("thread.next", "k up"), ("thread.previous", "j down"))
    assert told == []
    assert keys.keys(BY_NAME["thread.next"]) == ("k", "up")
    assert keys.keys(BY_NAME["thread.previous"]) == ("j", "down")


@pytest.mark.parametrize(
    ("name", "keys", "told"),
    [
        ("thread.nxt", "n", "there is no action thread.nxt; did you mean thread.next?"),
        ("thread.next", "qq", "qq is no key."),
        ("thread.next", "ctrl+m", "ctrl+m is the same as enter in a terminal."),
        (
            "composer.save",
            "w",
            "w writes text in a reply, so it cannot do composer.save there.",
        ),
        ("thread.next", "7", "7 is a number before the next key, so it cannot do thread.next."),
    ],
)
def test_a_line_that_cannot_be_is_told_and_the_keys_stay(name: str, keys: str, told: str) -> None:
    assert made((name, keys)) == (Keymap({}), [f"rejoinder.toml, line 2: {told}"])


def test_the_keys_of_a_line_that_can_be_count() -> None:
    keys, told = made(("thread.next", "qq ctrl+n"))
    assert len(told) == 1
    assert keys.keys(BY_NAME["thread.next"]) == ("ctrl+n",)


def test_a_key_that_another_action_has_is_taken_from_it_and_told() -> None:
    keys, told = made(("thread.sibling_next", "j"), ("app.help", "z"))
    assert keys.keys(BY_NAME["thread.sibling_next"]) == ("j",)
    assert keys.keys(BY_NAME["thread.next"]) == ("down",)
    assert keys.keys(BY_NAME["reader.zoom"]) == ()
    assert told == [
        "rejoinder.toml, line 2: j was the key of thread.next, which is left with ↓.",
        "rejoinder.toml, line 3: z was the key of reader.zoom, which is left with none.",
    ]


def test_nothing_is_told_of_a_key_whose_action_was_given_up() -> None:
    keys, told = made(("app.help", "z"), ("reader.zoom", ""))
    assert told == []
    assert keys.keys(BY_NAME["app.help"]) == ("z",)


def test_of_two_lines_with_one_key_the_first_has_it() -> None:
    keys, told = made(("thread.next", "ctrl+n"), ("app.theme", "ctrl+n f12"))
    assert keys.keys(BY_NAME["thread.next"]) == ("ctrl+n",)
    assert keys.keys(BY_NAME["app.theme"]) == ("f12",)
    assert told == ["rejoinder.toml, line 3: ctrl+n is given to thread.next by another line."]


def test_places_that_are_never_there_together_may_share_a_key() -> None:
    _, told = made(("thread.next", "ctrl+n"), ("article.line_down", "ctrl+n"))
    assert told == []


def test_a_line_comes_on_top_of_a_preset() -> None:
    keys, told = made(("thread.parent", "ctrl+g"), preset="vim")
    assert told == []
    assert keys.keys(BY_NAME["thread.parent"]) == ("ctrl+g",)
    assert keys.keys(BY_NAME["reader.undo"]) == ("u", "ctrl+z")


SOME_KEYS = [
    "j",
    "k",
    "n",
    "N",
    "u",
    "tab",
    "ctrl+n",
    "ctrl+p",
    "f12",
    "esc",
    "?",
    "1",
    "+",
    "enter",
]


@given(
    st.sampled_from(PRESETS),
    st.dictionaries(
        st.sampled_from(sorted(BY_NAME)),
        st.lists(st.sampled_from(SOME_KEYS), max_size=3),
        max_size=8,
    ),
)
def test_textual_is_given_no_two_actions_for_a_key(
    preset: str, bound: dict[str, list[str]]
) -> None:
    source = Source("rejoinder.toml")
    lines = tuple((name, tuple(keys)) for name, keys in bound.items())
    made_of_lines = keymap(KeySettings(preset, lines), source)
    for scope in Scope:
        taken = BindingsMap(bindings(scope))
        taken.apply_keymap(made_of_lines.overrides())
        does = {
            (key, binding.action)
            for key, all_of_key in taken.key_to_bindings.items()
            for binding in all_of_key
            if not key.startswith("no-key-")
        }
        assert does == {
            (key, action.id)
            for action in ACTIONS
            if action.scope is scope
            for key in made_of_lines.keys(action)
        }
        assert len({key for key, _ in does}) == len(does)


# The screen


@pytest.fixture
def fit(home: Path) -> Services:
    """Services whose settings move some keys."""
    return fitted(
        home,
        '[keys]\n"thread.next" = "ctrl+n"\nthread.parent = "Z"\nthread.fold = ""\n'
        'app.help = ["f12"]\ncomposer.close = "f10"\n',
    )


def fitted(home: Path, text: str) -> Services:
    path = home / "config" / "rejoinder.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return make_services(home).fitted(path)


async def test_a_line_changes_what_a_key_does(fit: Services, hedge: Path) -> None:
    async with reading(fit, hedge) as pilot:
        await press(pilot, "tab", "g")
        first = at(pilot)
        await press(pilot, "j", "down")
        assert at(pilot) == first
        await press(pilot, "ctrl+n")
        assert at(pilot) != first
        await press(pilot, "Z")
        assert at(pilot) == first
        before = shown(thread(pilot))
        await press(pilot, "enter")
        assert shown(thread(pilot)) == before
        await press(pilot, "r")
        await write(pilot, "Ja")
        await press(pilot, "escape")
        assert reader(pilot).composer is not None
        await press(pilot, "f10")
        assert reader(pilot).composer is None


async def test_the_footer_the_help_and_the_palette_show_the_keys_in_effect(
    fit: Services, hedge: Path
) -> None:
    async with reading(fit, hedge) as pilot:
        await press(pilot, "tab")
        footer = shown(pilot.app.screen.query_one(KeyBar))
        assert "Z Parent" in footer
        assert "f12 Help" in footer
        assert "Fold" not in footer
        await press(pilot, "f12")
        await write(pilot, "to the next comment.")
        assert "ctrl+n" in screen_text(pilot.app)
        await press(pilot, "escape", "colon")
        await write(pilot, "next")
        assert "Next (ctrl+n)" in screen_text(pilot.app)
        assert notices(pilot.app) == ""


async def test_an_action_without_a_key_is_in_the_palette(fit: Services, hedge: Path) -> None:
    async with reading(fit, hedge) as pilot:
        await press(pilot, "tab", "g")
        before = shown(thread(pilot))
        await press(pilot, "ctrl+p")
        await write(pilot, "fold the comment")
        await press(pilot, "enter")
        assert shown(thread(pilot)) != before


async def test_mistakes_are_told_together_when_the_program_starts(home: Path, hedge: Path) -> None:
    services = fitted(
        home,
        'theme = "nrd"\n\n[keys]\nthread.nxt = "n"\nthread.next = "z"\nthread.fold = "ctrl+i"\n'
        "\n[reading]\nmouse = 3\n",
    )
    async with reading(services, hedge) as pilot:
        assert len(list(pilot.app._notifications)) == 1
        assert notices(pilot.app).splitlines() == [
            "rejoinder.toml, line 1: there is no theme nrd; did you mean nord?",
            "rejoinder.toml, line 4: there is no action thread.nxt; did you mean thread.next?",
            "rejoinder.toml, line 5: z was the key of reader.zoom, which is left with none.",
            "rejoinder.toml, line 6: ctrl+i is the same as tab in a terminal.",
            "rejoinder.toml, line 9: reading.mouse must be true or false, not 3.",
        ]
        assert pilot.app.theme == "textual-dark"


async def test_many_mistakes_do_not_fill_the_screen(home: Path, hedge: Path) -> None:
    services = fitted(home, "".join(f"wrong_{number} = 1\n" for number in range(30)))
    async with reading(services, hedge) as pilot:
        assert notices(pilot.app).endswith("22 more are in the log.")


async def test_mistakes_are_told_from_the_first_on_in_a_small_terminal(
    home: Path, hedge: Path
) -> None:
    services = fitted(home, 'theme = "bladgoud"\n' + "".join(f"wrong_{n} = 1\n" for n in range(9)))
    async with reading(services, hedge, (80, 20)) as pilot:
        told = notices(pilot.app).splitlines()
        assert told[0].startswith("rejoinder.toml, line 1: there is no theme bladgoud")
        assert told[-1].endswith("more are in the log.")
        assert sum(len(wrap(line, 36)) for line in told) < 16, "of 20 rows, with what is around"


async def test_a_preset_works(home: Path, hedge: Path) -> None:
    services = fitted(home, '[keys]\npreset = "mutt"\n')
    async with reading(services, hedge) as pilot:
        await press(pilot, "f6", "equals_sign")
        first = at(pilot)
        assert thread(pilot).has_focus
        await press(pilot, "j", "P")
        assert at(pilot) == first
        await press(pilot, "asterisk")
        assert at(pilot) != first
        assert "f6 Switch pane" in screen_text(pilot.app)
        assert notices(pilot.app) == ""


def test_the_user_s_own_folder_is_where_the_settings_are(home: Path) -> None:
    fitted(home, 'names = ["Jos"]\n')
    assert Services.find().names() == ("Jos",)
    assert Services.find().settings == home / "config" / "rejoinder.toml"
