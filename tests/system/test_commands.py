"""Commands: split without a shell, fed with a text, ended when nobody waits any more."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from tests.system.scripts import script, with_path
from tui.system.commands import (
    MOST_OUTPUT,
    CommandError,
    Result,
    how_it_ended,
    put,
    run,
    split,
)


def test_a_command_is_split_as_a_shell_would() -> None:
    assert split("grep -i 'de dijk' --color=never") == ["grep", "-i", "de dijk", "--color=never"]
    assert split("wc $HOME; rm") == ["wc", "$HOME;", "rm"]


@pytest.mark.parametrize("command", ["", "   ", "wc 'de dijk"])
def test_what_is_no_command_is_said(command: str) -> None:
    with pytest.raises(CommandError):
        split(command)


async def test_a_command_reads_the_text_and_its_words_come_back() -> None:
    text = "Het water\nkwam in de nacht: ‘früh’\n"
    assert await run(["cat"], text, os.environ) == Result(0, text)


async def test_status_and_errors_are_kept(tmp_path: Path) -> None:
    script(tmp_path, "klaag", "echo deels; echo nee >&2; exit 3")
    result = await run(["klaag"], "", with_path(tmp_path))
    assert result == Result(3, "deels\n", "nee\n")
    assert how_it_ended("klaag", result) == "klaag ended with status 3."


async def test_a_command_that_is_killed_is_told_so(tmp_path: Path) -> None:
    script(tmp_path, "sterf", "kill -9 $$")
    result = await run(["sterf"], "", with_path(tmp_path))
    assert how_it_ended("sterf", result) == "sterf was ended by SIGKILL."


async def test_a_command_need_not_read_its_input() -> None:
    assert await run(["true"], "woord " * 100_000, os.environ) == Result(0)


async def test_much_input_and_much_output_do_not_wait_for_each_other() -> None:
    text = "een regel van de dijk\n" * 50_000
    result = await run(["cat"], text, os.environ)
    assert result.output == text[:MOST_OUTPUT]


async def test_a_command_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="There is no command bestaat-niet"):
        await run(["bestaat-niet"], "", os.environ)


async def test_what_is_no_program_is_told(tmp_path: Path) -> None:
    path = tmp_path / "geen"
    path.write_bytes(b"\x7fELF")
    path.chmod(0o755)
    with pytest.raises(CommandError, match="geen could not be started"):
        await run(["geen"], "", with_path(tmp_path))


async def test_cancelling_ends_a_command_and_what_it_started(tmp_path: Path) -> None:
    ids = tmp_path / "ids"
    os.mkfifo(ids)
    script(tmp_path, "wacht", f"sleep 1000 & echo $! > {ids}; wait")
    task = asyncio.create_task(run(["wacht"], "", with_path(tmp_path)))
    child = int(await asyncio.to_thread(ids.read_text))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(30):  # a process that was killed takes a moment to be gone
        while await asyncio.to_thread(alive, child):  # noqa: ASYNC110 -- the end of a process of a process gives no event
            await asyncio.sleep(0.01)


def alive(process: int) -> bool:
    """Whether a process still runs; one that ended and is not yet collected does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state.split()[0] not in "ZX"


async def test_a_clipboard_s_tool_may_leave_a_process_behind(tmp_path: Path) -> None:
    got = tmp_path / "got"
    script(tmp_path, "houdt", f"cat > {got}; sleep 1000 & echo $! > {tmp_path / 'id'}")
    assert await put(["houdt"], "de dijk", with_path(tmp_path), seconds=30) == Result(0)
    assert got.read_text(encoding="utf-8") == "de dijk"
    os.kill(int((tmp_path / "id").read_text(encoding="utf-8")), 9)


async def test_a_tool_that_does_not_end_is_told(tmp_path: Path) -> None:
    script(tmp_path, "hangt", "cat > /dev/null; sleep 1000")
    with pytest.raises(CommandError, match=r"hangt did not end within 0\.2 seconds"):
        await put(["hangt"], "", with_path(tmp_path), seconds=0.2)
