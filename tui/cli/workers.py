"""Work spread over processes that may die: what a worker takes down with it is one item.

`concurrent.futures` gives up everything when a worker is killed, and `multiprocessing.Pool` waits
for it for ever; a page from anywhere can make the parser's C code crash or the system run out of
memory, so here each worker has a pipe of its own and is replaced when it ends.
"""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Callable, Generator, Sequence
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from msgspec import Struct

Work = Callable[[str], str]
"""A function of a module, so that another process can find it."""

LOOK_AHEAD = 64
"""So many items may be done ahead of the first that is not; the memory has an end."""

# A process that starts anew rather than as a copy: copies of one with threads can lock up.
_CONTEXT = get_context("spawn")


class _Worker(Struct):
    """A process and what it is at.

    Attributes:
        process: The process.
        pipe: Our end of its pipe.
        item: The index of its item, or None while it has none.
        deadline: When it is given up, on the monotonic clock.
    """

    process: BaseProcess
    pipe: Connection
    item: int | None = None
    deadline: float = 0.0


def spread(
    work: Work, items: Sequence[str], *, jobs: int, failed: Callable[[str, str], str], limit: float
) -> Generator[str, None, None]:
    """The results of the work, in the order of the items.

    Args:
        work: What to do with each item.
        items: The items.
        jobs: How many processes.
        failed: Makes the result of an item, given half a sentence, when its worker died.
        limit: The seconds after which a worker is stopped.
    """
    done: dict[int, str] = {}
    workers = [_start(work) for _ in range(min(jobs, len(items)))]
    given = shown = 0
    try:
        while shown < len(items):
            for worker in workers:
                if worker.item is None and given < min(len(items), shown + LOOK_AHEAD):
                    _give(worker, given, items[given], limit)
                    given += 1
            for at, worker in enumerate(workers):
                outcome = _outcome(worker)
                if outcome is None or worker.item is None:
                    continue
                result, fault = outcome
                done[worker.item] = failed(items[worker.item], fault) if fault else result
                worker.item = None
                if fault:
                    _stop(worker)
                    workers[at] = _start(work)
            while shown in done:
                yield done.pop(shown)
                shown += 1
            _wait(workers)
    finally:
        for worker in workers:
            _stop(worker)


def _start(work: Work) -> _Worker:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _stop(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _give(worker: _Worker, item: int, value: str, limit: float) -> None:
    worker.item = item
    worker.deadline = time.monotonic() + limit
    with contextlib.suppress(OSError):  # it is dead, which its outcome tells
        worker.pipe.send(value)


def _outcome(worker: _Worker) -> tuple[str, str] | None:
    """The result, or what went wrong with the worker; None while it is at work or idle."""
    if worker.item is None:
        return None
    try:
        if worker.pipe.poll():
            return str(worker.pipe.recv()), ""
    except (EOFError, OSError):
        worker.process.join(1)
        return "", f"reading it ended the process ({worker.process.exitcode})"
    if time.monotonic() > worker.deadline:
        return "", "reading it took too long"
    return None


def _wait(workers: Sequence[_Worker]) -> None:
    """Wait until some worker has a result or died, or the first deadline has passed."""
    busy = [worker for worker in workers if worker.item is not None]
    if busy:
        first = min(worker.deadline for worker in busy)
        connection.wait([worker.pipe for worker in busy], max(0.0, first - time.monotonic()) + 0.01)


def _serve(work: Work, pipe: Connection) -> None:
    """What a worker does: one item after another until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+C is the parent's business
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(work(pipe.recv()))
