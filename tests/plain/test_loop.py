from __future__ import annotations

import io
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plain.sessions import stores, write_page
from tui.plain import loop
from tui.store.drafts import DraftStore


def run(*args: str | Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """The program with commands from a script."""
    return subprocess.run(
        [sys.executable, "-m", "tui", "read", *map(str, args)],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


def test_commands_come_from_a_script(home: Path, hedge: Path) -> None:
    done = run("--plain", hedge, typed="comments\n3j\nr\nEen regel.\n.\nquit\nj\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("De heg\nAn article of 7 parts, 7 comments.\n")
    assert "Comment 4 of 7, level 2, Ineke, not read, in reply to Marijke" in done.stdout
    assert done.stdout.endswith("The draft is kept.\n")
    assert "> \n" not in done.stdout
    (draft,) = DraftStore(home / "data" / "drafts").all()
    assert draft.body.endswith("\nEen regel.\n")


def test_the_end_of_the_input_leaves_and_keeps_the_place(hedge: Path) -> None:
    assert run("--plain", hedge, typed="comments\n5\nr\nOnaf").returncode == 0
    again = run("--plain", hedge)
    assert "1 draft of yours." in again.stdout
    assert "Comments goes to comment 5." in again.stdout


def test_lines_are_wrapped_where_a_width_is_given_and_only_there(home: Path) -> None:
    page = write_page(home, text=f"<p>{'woord ' * 60}</p>")
    assert max(map(len, run("--plain", page, typed="\n").stdout.splitlines())) > 300
    narrow = run("--plain", "--width", "44", page, typed="\nhelp\n").stdout
    assert max(map(len, narrow.splitlines())) <= 44


def test_the_library_opens_without_a_source(hedge: Path) -> None:
    assert "No page was opened yet." in run("--plain").stdout
    run("--plain", hedge)
    assert "1: De heg, opened " in run("--plain", typed="1\n").stdout


def test_what_cannot_be_read_ends_with_a_sentence(home: Path) -> None:
    done = run("--plain", home / "weg.html")
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no file" in done.stderr


@pytest.mark.parametrize(
    "args", [["--width", "40", "x.html"], ["een", "twee"], ["--plain", "--fold"]]
)
def test_wrong_use_ends_with_two(args: list[str]) -> None:
    done = run(*args)
    assert done.returncode == 2
    assert "usage: rejoinder read" in done.stderr


def test_the_help_tells_the_options() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "--plain" in done.stdout


def test_without_plain_it_is_the_screen_which_prints_where_there_is_no_terminal(
    hedge: Path,
) -> None:
    assert run(hedge).stdout.startswith("De heg\n")
    assert "7 comments\n" in run(hedge).stdout


def test_wrong_settings_are_told_by_their_line(home: Path, hedge: Path) -> None:
    settings = home / "config" / "rejoinder.toml"
    settings.parent.mkdir()
    settings.write_text('names = ["Marijke"]\nkleur = "rood"\n')
    done = run("--plain", hedge, typed="comments\nj\n")
    assert "line 2" in done.stderr
    assert "in reply to you" in done.stdout


@pytest.mark.parametrize("step", ["_fit", "_print"])
@pytest.mark.parametrize("calls", [(2,), (3,), (3, 4), (3, 4, 5)])
def test_ctrl_c_ends_nothing_but_what_runs_whenever_it_comes(
    home: Path,
    hedge: Path,
    step: str,
    calls: tuple[int, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    does = getattr(loop, step)
    done = 0

    def interrupted(*args: object) -> None:
        nonlocal done
        done += 1
        if done in calls:
            signal.raise_signal(signal.SIGINT)
        does(*args)

    monkeypatch.setattr(loop, step, interrupted)
    monkeypatch.setattr(sys, "stdin", io.StringIO("where\n" * 10))
    assert loop.run(stores(home), str(hedge), 80) == 0
    assert "At the title of the article." in capsys.readouterr().out
