from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tui.reading.arrangement import Order
from tui.store.settings import (
    CommandSettings,
    KeySettings,
    ReadingSettings,
    Settings,
    SettingsError,
    read_settings,
    read_theme_files,
    remember_theme,
)
from tui.store.settings.lines import line_of, setting_lines
from tui.store.toml import toml_lines

WHOLE = """\
theme = "nord"
names = ["Marijke", "marijke_v"]
mute = ['author:"Troll"', "spam"]

[reading]
dates = "age"
order = "newest"
article_width = 66
comment_width = 60
guides = "ascii"
quotes = "folded"
mouse = false
motion = false
read_after = 2
cooldown = 0.5

[commands]
copy = "wl-copy --primary"
browser = ["firefox", "--new window"]
pipe = "less -R"

[keys]
preset = "vim"
"thread.next" = "n, down"
reader.zoom = ["Z", ","]
app.theme = ""
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rejoinder.toml"


def problems(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    return [str(problem) for problem in read_settings(path)[1].problems]


def test_no_file_means_that_all_is_as_the_program_has_it(path: Path) -> None:
    settings, source = read_settings(path)
    assert settings == Settings()
    assert source.problems == []


def test_all_that_is_set_is_read(path: Path) -> None:
    path.write_text(WHOLE, encoding="utf-8")
    settings, source = read_settings(path)
    assert source.problems == []
    assert settings == Settings(
        theme="nord",
        names=("Marijke", "marijke_v"),
        mute=('author:"Troll"', "spam"),
        reading=ReadingSettings(
            dates="age",
            order=Order.NEWEST,
            article_width=66,
            comment_width=60,
            guides="ascii",
            quotes="folded",
            mouse=False,
            motion=False,
            read_after=2.0,
            cooldown=0.5,
        ),
        commands=CommandSettings(
            copy=("wl-copy", "--primary"), browser=("firefox", "--new window"), pipe="less -R"
        ),
        keys=KeySettings(
            "vim",
            (("thread.next", ("n", "down")), ("reader.zoom", ("Z", ",")), ("app.theme", ())),
        ),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = 1\nthme = 'nord'", "line 2: there is no setting thme; did you mean theme?"),
        ("theme = 3", "line 1: theme must be a name in quotes, not 3."),
        ("\n\nnames = 'Jos'", 'line 3: names must be a list, ["Jos"], not "Jos".'),
        ("names = [\n  'Jos',\n  7,\n]", "line 3: names must be a name in quotes, not 7."),
        ("reading = 1", "line 1: reading must be a table, [reading], not 1."),
        ("[reading]\nmouse = 'no'", 'line 2: reading.mouse must be true or false, not "no".'),
        (
            "[reading]\n\ndates = 'days'",
            'line 3: reading.dates must be "page", "age" or "day", not "days"; did you mean day?',
        ),
        (
            "[reading]\narticle_width = 300",
            "line 2: reading.article_width must be a whole number from 40 to 200, not 300.",
        ),
        (
            "[reading]\narticle_width = 72.5",
            "line 2: reading.article_width must be a whole number from 40 to 200, not 72.5.",
        ),
        (
            "reading.read_after = true",
            "line 1: reading.read_after must be a number from 0 to 60, not true.",
        ),
        (
            "[reading]\ndate = 'age'",
            "line 2: there is no setting reading.date; did you mean dates?",
        ),
        ('commands.copy = "a \'b"', 'line 1: commands.copy lacks a quotation mark in "a \'b".'),
        ("[commands]\npipe = 3", "line 2: commands.pipe must be a text on one line, not 3."),
        (
            "[keys]\npreset = 'emacs'",
            'line 2: keys.preset must be "rejoinder", "vim", "less" or "mutt", not "emacs".',
        ),
        (
            "[keys]\nthread.next = 3",
            'line 2: the keys of thread.next must be a text such as "j, down", not 3.',
        ),
    ],
)
def test_a_mistake_is_told_by_its_line(path: Path, text: str, told: str) -> None:
    assert f"rejoinder.toml, {told}" in problems(path, text)


def test_a_filter_that_cannot_be_understood_is_told_and_the_others_count(path: Path) -> None:
    (told,) = problems(path, "mute = [\n  'spam',\n  'author:\"Troll',\n  'has:nothing',\n]")[:1]
    assert told.startswith("rejoinder.toml, line 3: mute cannot be understood: ")
    assert told.endswith(".")
    assert "spam" in read_settings(path)[0].mute
    assert 'author:"Troll' not in read_settings(path)[0].mute


def test_the_rest_of_a_file_with_mistakes_counts(path: Path) -> None:
    told = problems(path, WHOLE.replace('"age"', '"old"').replace("66", "6").replace("false", "0"))
    assert [line.partition(":")[0] for line in told] == [
        f"rejoinder.toml, line {line}" for line in (6, 8, 12, 13)
    ]
    settings = read_settings(path)[0]
    assert settings.reading == ReadingSettings(
        order=Order.NEWEST,
        comment_width=60,
        guides="ascii",
        quotes="folded",
        read_after=2.0,
        cooldown=0.5,
    )
    assert settings.theme == "nord"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"theme = 'nord'\ntheme = [\n", "rejoinder.toml, line 2: this is no TOML"),
        (b"a = 1\nb = = 2\n", "rejoinder.toml, line 2: this is no TOML"),
        (b'theme = "', "rejoinder.toml"),
        (b"\xff\xfe", "rejoinder.toml: it is not UTF-8"),
    ],
)
def test_a_file_that_is_no_toml_is_told_and_nothing_in_it_counts(
    path: Path, content: bytes, told: str
) -> None:
    path.write_bytes(content)
    settings, source = read_settings(path)
    assert settings == Settings()
    assert str(source.problems[0]).startswith(told)
    assert len(source.problems) == 1


def test_a_folder_in_the_way_is_told(path: Path) -> None:
    path.mkdir()
    assert "it was not read" in str(read_settings(path)[1].problems[0])
    with pytest.raises(SettingsError, match="not remembered"):
        remember_theme(path, "nord")


# The line that the program writes


def test_a_remembered_theme_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "config" / "rejoinder.toml"
    remember_theme(path, "ansi-dark")
    remember_theme(path, "textual-light")
    assert read_settings(path)[0].theme == "textual-light"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '# mine\ntheme = "nord"  # old\n\n[keys]\nreply = "a"\n',
            '# mine\ntheme = "ansi-light"\n\n[keys]\nreply = "a"\n',
        ),
        ('[keys]\nreply = "a"\n', 'theme = "ansi-light"\n[keys]\nreply = "a"\n'),
        ('[x]\ntheme = "a"\n', 'theme = "ansi-light"\n[x]\ntheme = "a"\n'),
        ("s = '''\ntheme = 1\n'''\n", "theme = \"ansi-light\"\ns = '''\ntheme = 1\n'''\n"),
        ("'theme' = 'a'\nb = 1", 'theme = "ansi-light"\nb = 1'),
    ],
)
def test_everything_but_the_theme_stays(path: Path, before: str, after: str) -> None:
    path.write_text(before, encoding="utf-8")
    remember_theme(path, "ansi-light")
    assert path.read_text(encoding="utf-8") == after


# Where settings stand


def test_lines_are_known_through_lists_tables_and_texts_of_several_lines() -> None:
    lines = setting_lines(
        '# comment = 1\na = """\nb = 2\n"""\n[ t . "u.v" ] # c = 3\nw = [\n'
        "  1, # one, two\n  [2, 3],\n  { x = 4 }, '#',\n]\n[[s]]\n y.'z' = { q = 1 }\n"
    )
    assert lines == {
        "a": 2,
        "t.u.v": 5,
        "t.u.v.w": 6,
        "t.u.v.w.0": 7,
        "t.u.v.w.1": 8,
        "t.u.v.w.2": 9,
        "t.u.v.w.3": 9,
        "s": 11,
        "s.y.z": 12,
    }
    assert line_of(lines, "s.y.z.q") == 12
    assert line_of(lines, "elsewhere.x") is None


_KEYS = st.text("ab-_.\"' é#=[]", min_size=1, max_size=5)
_VALUES: st.SearchStrategy[object] = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.text("a\n\"'#=[]{},\\ ", max_size=12)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_KEYS, inner, max_size=2)),
    max_leaves=6,
)


@given(st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=6))
def test_each_key_of_a_file_has_the_line_where_it_is_written(pairs: Mapping[str, object]) -> None:
    written, expected = "# settings\n", {}
    for key, value in pairs.items():
        expected[key] = written.count("\n") + 1
        written += toml_lines({key: value})  # type: ignore[dict-item]
    assert tomllib.loads(written) == pairs
    lines = setting_lines(written)
    assert {key: lines[key] for key in pairs} == expected


@given(st.text("a.=[]{}\"'#\n\\, ", max_size=60))
def test_any_text_has_lines(source: str) -> None:
    assert all(1 <= line <= source.count("\n") + 1 for line in setting_lines(source).values())


# Theme files


def test_theme_files_are_read_by_name_and_other_files_are_not(path: Path) -> None:
    assert read_theme_files(path) == []
    folder = path.parent / "themes"
    folder.mkdir()
    (folder / "b.toml").write_text("primary = 'red'", encoding="utf-8")
    (folder / "a.toml").write_text("primary = ", encoding="utf-8")
    (folder / "notes.txt").write_text("no theme", encoding="utf-8")
    bad, good = read_theme_files(path)
    assert str(bad.problems[0]).startswith("a.toml, line 1: this is no TOML")
    assert (good.name, good.table, good.problems) == ("b.toml", {"primary": "red"}, [])


def test_a_file_in_the_place_of_the_folder_of_themes_is_told(path: Path) -> None:
    (path.parent / "themes").write_text("", encoding="utf-8")
    (source,) = read_theme_files(path)
    assert str(source.problems[0]).startswith("themes: it was not read")
