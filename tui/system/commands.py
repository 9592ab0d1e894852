"""Commands of the user's own: split as a shell would, run without one, told of in a sentence."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence

from msgspec import Struct

from tui.errors import RejoinderError

MOST_OUTPUT = 1_000_000
"""Bytes of a command's output that are kept; the rest is read and dropped."""

_CHUNK = 65_536


class CommandError(RejoinderError):
    """A command could not be run."""


class Result(Struct, frozen=True):
    """How a command ended.

    Attributes:
        status: Its exit status; minus the number of the signal that ended it.
        output: What it printed.
        errors: What it printed on standard error.
    """

    status: int
    output: str = ""
    errors: str = ""


def split(command: str) -> list[str]:
    """A command and its arguments, as a shell would split them.

    Raises:
        CommandError: It is empty, or a quotation mark in it is not closed.
    """
    import shlex  # noqa: PLC0415 -- loaded with the first command

    try:
        words = shlex.split(command)
    except ValueError as error:
        raise CommandError(f"This command cannot be understood: {command}.") from error
    if not words:
        raise CommandError("No command was given.")
    return words


def find(name: str, environ: Mapping[str, str]) -> str | None:
    """The path of a command, or None where there is none of that name."""
    return shutil.which(name, path=environ.get("PATH"))


def resolved(argv: Sequence[str], environ: Mapping[str, str]) -> list[str]:
    """The arguments with the path of the command in the place of its name.

    Raises:
        CommandError: There is no such command.
    """
    path = find(argv[0], environ)
    if path is None:
        raise CommandError(f"There is no command {argv[0]}; look at its name and at $PATH.")
    return [path, *argv[1:]]


async def run(argv: Sequence[str], text: str, environ: Mapping[str, str]) -> Result:
    """Run a command with a text on its standard input; cancelling ends it and what it started.

    It gets no terminal, so that it cannot write over the screen.

    Raises:
        CommandError: It could not be started.
    """
    async with _running(argv, environ, PIPE) as process:
        _, output, errors = await asyncio.gather(
            _feed(process, text), _read(process.stdout), _read(process.stderr)
        )
        return Result(await process.wait(), output, errors)


async def put(
    argv: Sequence[str], text: str, environ: Mapping[str, str], *, seconds: float
) -> Result:
    """Hand a text to a command whose output does not matter, as those of clipboards.

    They may leave a process behind that holds the text, which would hold an output open as well.

    Raises:
        CommandError: It could not be started, or did not end in time.
    """
    try:
        async with asyncio.timeout(seconds), _running(argv, environ, DEVNULL) as process:
            await _feed(process, text)
            return Result(await process.wait())
    except TimeoutError as error:
        raise CommandError(f"{argv[0]} did not end within {seconds:g} seconds.") from error


def start(argv: Sequence[str], environ: Mapping[str, str]) -> None:
    """Start a command that goes on by itself, such as a browser; its words are nobody's.

    Raises:
        CommandError: It could not be started.
    """
    command = resolved(argv, environ)
    _started[:] = [each for each in _started if each.poll() is None]
    try:
        # The command is the user's own; no shell is between.
        process = subprocess.Popen(  # noqa: S603 -- as said
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environ,
            start_new_session=True,
        )
    except OSError as error:
        raise not_started(argv[0], error) from error
    _started.append(process)


_started: list[subprocess.Popen[bytes]] = []
"""What was started and goes on; it is asked now and then whether it ended."""


@contextlib.asynccontextmanager
async def _running(
    argv: Sequence[str], environ: Mapping[str, str], output: int
) -> AsyncIterator[Process]:
    """A command that is killed, with what it started, where it is left before its end."""
    # A start that is cancelled half-way would leave a process that nobody knows.
    starting = asyncio.ensure_future(_start(argv, environ, output))
    try:
        yield await asyncio.shield(starting)
    except BaseException:
        process = await starting
        _end(process)
        await process.wait()
        raise


async def _start(argv: Sequence[str], environ: Mapping[str, str], output: int) -> Process:
    command = resolved(argv, environ)
    try:
        return await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=output, stderr=output, env=environ, start_new_session=True
        )
    except OSError as error:
        raise not_started(argv[0], error) from error


def not_started(name: str, error: OSError) -> CommandError:
    """The error of a command that is there and does not start."""
    return CommandError(f"{name} could not be started: {error.strerror or error}.")


def _end(process: Process) -> None:
    """Kill a command and, where the system has groups of processes, what it started."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


async def _feed(process: Process, text: str) -> None:
    """Write the input; a command need not read it."""
    stream = process.stdin
    if stream is not None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            stream.write(text.encode())
            await stream.drain()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            stream.close()
            await stream.wait_closed()


async def _read(stream: asyncio.StreamReader | None) -> str:
    kept = bytearray()
    while stream is not None and (chunk := await stream.read(_CHUNK)):
        kept += chunk[: max(MOST_OUTPUT - len(kept), 0)]
    return kept.decode("utf-8", "replace")


def how_it_ended(name: str, result: Result) -> str:
    """A sentence on how a command ended."""
    if result.status < 0:
        try:
            word = signal.Signals(-result.status).name
        except ValueError:
            word = f"signal {-result.status}"
        return f"{name} was ended by {word}."
    if result.status:
        return f"{name} ended with status {result.status}."
    return f"{name} ended well."
