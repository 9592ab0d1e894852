"""Programs that have the terminal for a while."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.system.scripts import script, with_path
from tui.system.commands import CommandError
from tui.system.terminal import interrupts_ignored, lend, needs_terminal


@pytest.mark.parametrize(
    ("command", "needs"),
    [
        ("less", True),
        ("/usr/bin/vim", True),
        ("wc", False),
        ("bladeraar", True),
        ("vi-achtig", False),
    ],
)
def test_pagers_and_editors_need_the_terminal(command: str, needs: bool) -> None:  # noqa: FBT001 -- a case
    environ = {"PAGER": "/opt/bladeraar -R", "EDITOR": ""}
    assert needs_terminal([command, "-x"], environ) is needs


def test_a_program_that_has_the_terminal_reads_the_text(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    script(tmp_path, "lees", "cat; exit 4")
    assert lend(["lees"], "de dijk", with_path(tmp_path)).status == 4
    assert capfd.readouterr().out == "de dijk"


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="There is no command bestaat-niet"):
        lend(["bestaat-niet"], "", os.environ)


def test_an_interrupt_of_such_a_program_is_not_ours(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    script(tmp_path, "breek", f"kill -INT {os.getpid()}; kill -INT $$")
    assert lend(["breek"], "", with_path(tmp_path)).status == -signal.SIGINT
    assert signal.getsignal(signal.SIGINT) is before
    with interrupts_ignored():
        signal.raise_signal(signal.SIGINT)
