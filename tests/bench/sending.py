"""Crashes while replies are sent to a real WordPress: `python -m tests.bench.sending [--runs 200]`.

In every run a program sends one reply and is killed (SIGKILL) at one of the steps of sending, or at
none; every second answer of the server is lost on its way. Then the program starts again, sees to
what it finds, looks up what is unknown, sends what is ready and, where the page does not show what
is unknown, has the user say so and sends it again. Asked: no reply is there twice, none is lost,
and after the restart each state says what is true. It exits with 1 where that does not hold.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from tests.e2e.servers import QUIET, WordPress, free_port, wait_for, wordpress_in
from tests.send.desks import Desk
from tui.send.ledger import Step
from tui.store.draft import DraftState

POST = 9
"""The number of the post that is answered."""

LOST = "verloren"
"""The word in a reply whose answer is lost."""


class Figures(NamedTuple):
    """What came of some runs.

    Attributes:
        runs: How many there were.
        twice: The replies that the server has more than once.
        lost: The drafts that are gone or shortened, and the replies that never arrived.
        wrong: The states after a restart that say what is not so.
        states: How often each state was found after a restart, by the step of the crash.
    """

    runs: int
    twice: list[str]
    lost: list[str]
    wrong: list[str]
    states: Counter[tuple[str, str]]


def words(run: int) -> str:
    """The text of a run's reply."""
    return f"Antwoord {run} {LOST if run % 2 else 'gekregen'}, met genoeg woorden om het te kennen."


def in_child(home: Path, url: str, run: int, at: Step | None) -> None:
    """Send a reply in a process that is killed at a step."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        desk = Desk(home, passing=lambda step: kill_if(step is at))
        asyncio.run(desk.send(url, words(run)))
    finally:
        os._exit(0)


def kill_if(meant: bool) -> None:  # noqa: FBT001 -- it is the whole question
    """End this process as `kill -9` does."""
    if meant:
        os.kill(os.getpid(), signal.SIGKILL)


async def restart(desk: Desk, server: WordPress, run: int, figures: Figures, at: str) -> None:
    """Start again after a crash, and hold what is on disk against what the server has."""
    drafts = [draft for draft in desk.store.all() if draft.body == words(run)]
    if len(drafts) != 1:
        figures.lost.append(f"run {run}, {at}: {len(drafts)} drafts")
        return
    desk.outbox.recover()
    draft = desk.store.get(drafts[0].id)
    figures.states[at, draft.state.value] += 1
    arrived = count(server, run)
    truth = {DraftState.SENT: {1}, DraftState.UNKNOWN: {0, 1}, DraftState.READY: {0}}
    if arrived not in truth.get(draft.state, {0}):
        figures.wrong.append(f"run {run}, {at}: {draft.state} with {arrived} on the server")
    if draft.state is DraftState.UNKNOWN:
        draft = await desk.outbox.resolve(draft.id)
        if (draft.state is DraftState.SENT) != (arrived == 1):
            figures.wrong.append(f"run {run}, {at}: looked up as {draft.state}, {arrived} there")
    if draft.state is DraftState.UNKNOWN:
        draft = desk.outbox.settle(draft.id, arrived=False)
    if draft.state is DraftState.DRAFT:
        desk.outbox.queue(await desk.plan(draft))
    await desk.outbox.send_waiting(lambda _: None)
    if count(server, run) == 0:
        figures.lost.append(f"run {run}, {at}: never arrived")


def count(server: WordPress, run: int) -> int:
    """How often the server has the reply of a run."""
    begin = words(run)[:50]
    return sum(row.text.startswith(begin) for row in server.comments(POST))


def measure(folder: Path, runs: int) -> Figures:
    """Crash so many times, once at each step in turn and at none."""
    figures = Figures(runs, [], [], [], Counter())
    with wordpress_in(folder / "wordpress") as server:
        server.control("option", "comment_previously_approved", "0")
        server.control("option", "default_comments_page", "newest")
        with losing(server) as address:
            home = folder / "home"
            for run in range(runs):
                at = [*Step, None][run // 2 % (len(Step) + 1)]
                in_child(home, address + QUIET, run, at)
                desk = Desk(home)
                asyncio.run(restart(desk, server, run, figures, at.value if at else "no crash"))
        rows = Counter(row.text for row in server.comments(POST))
        figures.twice.extend(text for text, number in rows.items() if number > 1)
    return figures


@contextmanager
def losing(server: WordPress) -> Iterator[str]:
    """A server before another, in a process of its own, that loses answers to some replies."""
    port, far = free_port(), urlsplit(server.address).port
    child = os.fork()
    if not child:
        try:
            asyncio.run(_lose(port, far or 80))
        finally:
            os._exit(0)
    address = f"http://127.0.0.1:{port}/"
    try:
        wait_for(address)
        yield address
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


async def _lose(port: int, far: int) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            sizes = [at for at in head.lower().split(b"\r\n") if at.startswith(b"content-length")]
            body = await reader.readexactly(int(sizes[0].split(b":")[1])) if sizes else b""
            there, back = await asyncio.open_connection("127.0.0.1", far)
            back.write(head.replace(b"keep-alive", b"close") + body)
            answer = await there.read()
            back.close()
            if LOST.encode() not in body:
                writer.write(answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, OSError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", port)
    async with listening:
        await listening.serve_forever()


def main() -> int:
    """Print what came of it."""
    parser = argparse.ArgumentParser(description="Crash while replies are sent.")
    parser.add_argument("--runs", type=int, default=200)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder), runs)
    for (at, state), number in sorted(figures.states.items()):
        print(f"{at:<10} {state:<12} {number:>4}")
    print(
        f"runs {figures.runs}, there twice {len(figures.twice)}, lost {len(figures.lost)}, ", end=""
    )
    print(f"wrong states {len(figures.wrong)}")
    for line in (*figures.twice, *figures.lost, *figures.wrong):
        print(line)
    return 1 if figures.twice or figures.lost or figures.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
