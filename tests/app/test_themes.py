"""Themes: built in, of high contrast, the user's own; and a screen without colours or motion."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from rich.segment import Segment
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES
from textual.widgets import Input, TextArea

from tests.app.reading import (
    article,
    make_services,
    notices,
    press,
    reader,
    reading,
    screen_text,
    settle,
    thread,
    write,
)
from tui.app.services import Services
from tui.app.themes import HIGH_CONTRAST, SHORT_LIST, own_themes
from tui.store.settings import Source
from tui.store.settings.lines import setting_lines

MOSS = """\
name = "moss"
dark = false
primary = "#336633"
background = "ivory"
"""


def fitted(home: Path, settings: str = "", **themes: str) -> Services:
    folder = home / "config" / "themes"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in themes.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    path = home / "config" / "rejoinder.toml"
    path.write_text(settings, encoding="utf-8")
    return make_services(home).fitted(path)


# The list


async def test_the_theme_key_goes_through_the_short_list_and_the_user_s_own(
    home: Path, hedge: Path
) -> None:
    async with reading(fitted(home, moss=MOSS), hedge) as pilot:
        seen = [pilot.app.theme]
        for _ in range(len(SHORT_LIST) + 1):
            await press(pilot, "ctrl+t")
            assert "Achter ons huis" in screen_text(pilot.app)
            seen.append(pilot.app.theme)
    assert seen == [*SHORT_LIST, "moss", SHORT_LIST[0]]
    text = (home / "config" / "rejoinder.toml").read_text(encoding="utf-8")
    assert text.startswith(f'theme = "{SHORT_LIST[0]}"')


@pytest.mark.parametrize("theme", ["moss", "high-contrast", "dracula", "ansi-light"])
async def test_the_theme_of_the_settings_is_there_from_the_start(
    home: Path, hedge: Path, theme: str
) -> None:
    async with reading(fitted(home, f"theme = '{theme}'", moss=MOSS), hedge) as pilot:
        assert pilot.app.theme == theme
        assert notices(pilot.app) == ""
        assert "Achter ons huis" in screen_text(pilot.app)


def test_high_contrast_is_one() -> None:
    colors = HIGH_CONTRAST.to_color_system().generate()
    background = Color.parse(colors["background"])
    for name in ("foreground", "primary", "secondary", "accent", "warning", "error", "success"):
        assert _contrast(Color.parse(colors[name]), background) >= 7, name


def _contrast(one: Color, other: Color) -> float:
    """The ratio of WCAG 2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


# The user's own


def theme_problems(text: str, name: str = "moss.toml") -> list[str]:
    source = Source(name, tomllib.loads(text), setting_lines(text))
    assert own_themes([source]) == [] or not source.problems
    return [str(problem) for problem in source.problems]


def test_a_theme_file_is_a_theme() -> None:
    (theme,) = own_themes([Source("moss.toml", {"primary": "#363", "surface": "black"})])
    assert (theme.name, theme.primary, theme.surface, theme.dark) == ("moss", "#363", "black", True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("primary = 'reed'", 'line 1: primary must be a colour such as "#ffa62b" or "orange", not'),
        ("primary = 3", "line 1: primary must be a colour"),
        ("primary = '#00000000'", "line 1: primary must be a colour"),
        ("primary = 'red'\n\nacent = 'red'", "line 3: a theme has no acent; did you mean accent?"),
        ("primary = 'red'\ndark = 'no'", 'line 2: dark must be true or false, not "no".'),
        ("name = 3\nprimary = 'red'", "line 1: name must be a name in quotes, not 3."),
        ("name = ''\nprimary = 'red'", 'and underscores, unlike "".'),
        ("name = 'my moss'\nprimary = 'red'", 'and underscores, unlike "my moss".'),
        ("name = 'moss'", "a theme needs at least the colour primary."),
        ("primary = 'red'\nname = 'nord'", "line 2: there is a theme nord already"),
        ("primary = 'red'\nname = 'high-contrast'", "line 2: there is a theme high-contrast"),
    ],
)
def test_a_mistake_in_a_theme_file_is_told(text: str, told: str) -> None:
    (problem,) = theme_problems(text)
    assert problem.startswith("moss.toml")
    assert told in problem


def test_two_files_with_one_theme_are_told() -> None:
    table = {"name": "moss", "primary": "red"}
    files = [Source("a.toml", table), Source("b.toml", table)]
    assert len(own_themes(files)) == 1
    assert [str(each) for each in files[1].problems] == [
        "b.toml: another file has a theme moss, too."
    ]


async def test_a_bad_theme_file_is_told_when_the_program_starts(home: Path, hedge: Path) -> None:
    services = fitted(home, "theme = 'moss'", moss="primary = 'reed'\n", fern="primary = [")
    async with reading(services, hedge) as pilot:
        told = notices(pilot.app)
        assert "moss.toml, line 1: primary must be a colour" in told
        assert "fern.toml, line 1: this is no TOML" in told
        assert "rejoinder.toml, line 1: there is no theme moss" in told
        assert pilot.app.theme == SHORT_LIST[0]


@given(
    st.dictionaries(
        st.sampled_from(["primary", "accent", "background", "foreground", "panel", "boost"]),
        st.sampled_from(["red", "#fff", "#12345678", "rgb(1,2,3)", "hsl(9,9%,9%)", "ansi_red", ""]),
    ),
    st.booleans(),
)
def test_a_theme_that_is_taken_has_colours(colors: dict[str, str], dark: bool) -> None:  # noqa: FBT001 -- hypothesis gives it
    for theme in own_themes([Source("moss.toml", {**colors, "dark": dark})]):
        assert theme.name not in BUILTIN_THEMES
        assert Color.parse(theme.to_color_system().generate()["primary"])


# Without colours


async def drawn(pilot: Pilot[None], words: str) -> list[Segment]:
    """The row of the screen that holds some words."""
    await settle(pilot)
    for strip in pilot.app.screen._compositor.render_strips(pilot.app.size):
        if words in strip.text:
            return list(strip)
    raise AssertionError(screen_text(pilot.app))


def attributes(segments: list[Segment], words: str) -> set[str]:
    """How words of a row stand out without a colour."""
    for segment in segments:
        if words in segment.text and segment.style is not None:
            names = ("bold", "underline", "reverse", "dim", "italic")
            return {name for name in names if getattr(segment.style, name)}
    raise AssertionError([segment.text for segment in segments])


@pytest.mark.parametrize("theme", SHORT_LIST)
async def test_without_colours_the_screen_keeps_its_meaning(
    monkeypatch: pytest.MonkeyPatch, home: Path, hedge: Path, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(fitted(home, f"theme = '{theme}'"), hedge) as pilot:
        assert pilot.app.no_color
        tab = await drawn(pilot, "Comments")
        assert "bold" not in attributes(tab, "Comments")
        await press(pilot, "tab", "g")
        tab = await drawn(pilot, "Comments")
        assert {"bold", "underline"} <= attributes(tab, "Comments")
        row = "".join(segment.text for segment in await drawn(pilot, "Marijke"))
        assert "▎○" in row.partition("Marijke")[0]  # the cursor, and that it was not read
        await press(pilot, "slash")
        await write(pilot, "nesten")
        await press(pilot, "enter")
        match = await drawn(pilot, "nesten telt")
        assert {"bold", "reverse"} <= attributes(match, "nesten")
        colors = {
            channel
            for strip in pilot.app.screen._compositor.render_strips(pilot.app.size)
            for segment in strip
            if segment.style is not None
            for color in (segment.style.color, segment.style.bgcolor)
            if color is not None and not color.is_default
            for channel in [tuple(color.get_truecolor())]
        }
        assert all(max(channel) - min(channel) <= 1 for channel in colors)


# Without motion


@pytest.mark.parametrize("motion", [True, False])
async def test_nothing_moves_by_itself_where_motion_is_off(
    home: Path,
    hedge: Path,
    motion: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    services = fitted(home, f"reading.motion = {str(motion).lower()}")
    async with reading(services, hedge) as pilot:
        level = pilot.app.animation_level
        assert (level == "none") is not motion
        await press(pilot, "r")
        text = reader(pilot).query_one(TextArea)
        assert text.cursor_blink is motion
        await press(pilot, "escape", "ctrl+o")
        assert pilot.app.screen.query_one(Input).cursor_blink is motion
        assert article(pilot).is_attached
        assert thread(pilot).is_attached
