"""Pages parsed by a process of its own, while this one draws.

The parser and the screen each take a while to load, and a long page takes seconds in which the
screen would stand still. So the first process makes a copy of itself before the screen is loaded,
and that copy, once the parser is loaded, makes one of itself for each page. What makes the parser's
C code crash takes that last copy down, and a page that nobody waits for any more ends with its own.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
from contextlib import suppress
from select import select
from threading import Lock
from typing import BinaryIO, NoReturn

from tui.errors import SourceError
from tui.fetch.fetched import Fetched, shown
from tui.fetch.parsing import PARSER_HERE, Parser
from tui.model import Page

_log = logging.getLogger(__name__)

_NOT_HANDED_OVER = "deep"
"""The answer in the place of a page that is nested too deeply for pickle."""

_ENDED = "ended"
"""The answer where the process of a page ended without one."""

_NUMBER_LENGTH = 8
"""The bytes of a page's number, which a pipe takes and gives as a whole."""


class ParserProcess:
    """A process that has pages parsed, one after another; it ends with this one."""

    def __init__(
        self, orders: BinaryIO, given_up: BinaryIO, answers: BinaryIO, ahead: Fetched | None
    ) -> None:
        self._orders, self._given_up, self._answers = orders, given_up, answers
        self._ahead = ahead
        self._ordered = 0 if ahead is None else 1
        self._turn = Lock()
        self._current: Fetched | None = None
        self._changing = Lock()  # of the current one, so that no other is given up in its place

    @classmethod
    def start(cls, ahead: Fetched | None) -> Parser:
        """Start it, or have pages parsed here where the system cannot copy a process.

        No other thread may run as yet.

        Args:
            ahead: What it is to begin with, since it will be asked for first.
        """
        if not hasattr(os, "fork"):
            return PARSER_HERE
        their_orders, our_orders = os.pipe()
        their_given_up, our_given_up = os.pipe()
        our_answers, their_answers = os.pipe()
        if os.fork() == 0:
            for ours in (our_orders, our_given_up, our_answers):
                os.close(ours)
            files = os.fdopen(their_orders, "rb"), os.fdopen(their_answers, "wb")
            _serve(_Service(files[0], their_given_up, files[1]), ahead)
        for theirs in (their_orders, their_given_up, their_answers):
            os.close(theirs)
        return cls(
            os.fdopen(our_orders, "wb"),
            os.fdopen(our_given_up, "wb", buffering=0),
            os.fdopen(our_answers, "rb"),
            ahead,
        )

    def parse(self, fetched: Fetched) -> Page:
        """The page; another that is asked for meanwhile waits for its turn.

        Raises:
            SourceError: The page made the parser crash, or was given up.
        """
        with self._turn:
            try:
                answer = self._ask(fetched)
            except (OSError, EOFError, pickle.UnpicklingError):
                _log.warning("the process that parses is gone", exc_info=True)
                answer = _NOT_HANDED_OVER
            finally:
                self._set_current(None)
        if answer == _NOT_HANDED_OVER:
            return PARSER_HERE.parse(fetched)
        if isinstance(answer, Page):
            return answer
        raise SourceError(f"{shown(fetched.source)} cannot be read: it made the parser crash.")

    def give_up(self, fetched: Fetched) -> None:
        """Stop parsing this page, if that is what is done."""
        with self._changing, suppress(OSError):  # it is gone
            if self._current is fetched:
                self._current = None
                self._given_up.write(_number_bytes(self._ordered))

    def _set_current(self, fetched: Fetched | None) -> None:
        with self._changing:
            self._current = fetched

    def _ask(self, fetched: Fetched) -> object:
        """What the process answers."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead != fetched:  # the file is another by now
            pickle.load(self._answers)  # noqa: S301 -- from our own process, as below
        if ahead != fetched:
            self._ordered += 1
        self._set_current(fetched)
        if ahead != fetched:
            pickle.dump(fetched, self._orders)
            self._orders.flush()
        return pickle.load(self._answers)  # noqa: S301


def _number_bytes(number: int) -> bytes:
    """The number of a page as it is told when that is given up."""
    return number.to_bytes(_NUMBER_LENGTH, "big")


def _serve(service: _Service, ahead: Fetched | None) -> NoReturn:
    """What the process does, until the orders end."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+C is the other's business
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):  # or the terminal would seem to be in use once the other has ended
            os.dup2(nowhere, stream)
        with suppress(EOFError, BrokenPipeError):
            service.serve(ahead)
    except BaseException:  # noqa: BLE001 -- nobody else could tell of it
        _log.critical("the process that parses ended", exc_info=True)
    finally:
        os._exit(0)  # what the other process does at its end is not for this one to do


class _Service:
    """Has one page after another parsed, each by a process that may be ended."""

    def __init__(self, orders: BinaryIO, given_up: int, answers: BinaryIO) -> None:
        self._orders, self._given_up, self._answers = orders, given_up, answers
        self._number = 0  # of the page, as the other process counts them
        self._last_given_up = 0

    def serve(self, ahead: Fetched | None) -> NoReturn:
        """Answer what is ordered."""
        import tui.parse.page  # noqa: PLC0415, F401 -- once for all, while the other loads the screen

        fetched = ahead
        while True:
            if fetched is not None:
                self._number += 1
                self._answers.write(self._answer(fetched))
                self._answers.flush()
            fetched = None  # a page may be large
            fetched = pickle.load(self._orders)  # noqa: S301 -- from our own process

    def _answer(self, fetched: Fetched) -> bytes:
        """The pickled answer of a process that parses this page alone."""
        ours, theirs = os.pipe()
        page = os.fork()
        if page == 0:
            os.close(ours)
            _parse_alone(fetched, theirs)
        os.close(theirs)
        with os.fdopen(ours, "rb") as answer:
            if not self._is_awaited(ours):
                os.kill(page, signal.SIGKILL)
            data = answer.read()
        _, status = os.waitpid(page, 0)
        return pickle.dumps(_ENDED) if status else data

    def _is_awaited(self, answer: int) -> bool:
        """Wait for an answer; false as soon as the page is given up, or the other process ended."""
        while self._last_given_up < self._number:
            if answer in select([answer, self._given_up], [], [])[0]:
                return True
            number = os.read(self._given_up, _NUMBER_LENGTH)
            if not number:
                return False
            self._last_given_up = int.from_bytes(number, "big")
        return False


def _parse_alone(fetched: Fetched, answer: int) -> NoReturn:
    """Parse a page, write it to a pipe, and end: without a failure where all of it is there."""
    status = 1
    try:
        page = PARSER_HERE.parse(fetched)
        try:
            data = pickle.dumps(page, pickle.HIGHEST_PROTOCOL)
        except RecursionError:
            data = pickle.dumps(_NOT_HANDED_OVER)
        with os.fdopen(answer, "wb") as pipe:
            pipe.write(data)
        status = 0
    finally:
        os._exit(status)
