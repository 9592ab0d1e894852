"""Talks at the prompt: lines are told, and now and then a line is asked for."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import NamedTuple, TypeAlias


class Ask(NamedTuple):
    """Asks for a line.

    Attributes:
        prompt: What stands before it.
    """

    prompt: str


Talk: TypeAlias = Generator[str | Ask, str, None]
"""Gives lines to tell, and questions; it is sent the answers."""


class Talking:
    """A talk that takes the lines which are typed until it is over.

    Attributes:
        prompt: What asks for the next line.
        over: Whether it takes no more.
    """

    def __init__(
        self, talk: Talk, done: Callable[[], None], wrapped: Callable[[str], list[str]]
    ) -> None:
        """A talk.

        Args:
            talk: The talk.
            done: Is called once it is over.
            wrapped: Makes lines of what is told.
        """
        self.prompt = "> "
        self.over = False
        self._talk = talk
        self._done = done
        self._wrapped = wrapped

    def begin(self) -> Iterator[str]:
        """What is told up to the first question."""
        yield from self._until_asked(None)

    def enter(self, line: str) -> Iterator[str]:
        """Take an answer."""
        yield from self._until_asked(line.strip())

    def _until_asked(self, answer: str | None) -> Iterator[str]:
        self.over = True  # whatever ends it, it takes no more lines
        try:
            said = next(self._talk) if answer is None else self._talk.send(answer)
            while not isinstance(said, Ask):
                yield from self._wrapped(said)
                said = next(self._talk)
            self.prompt, self.over = said.prompt, False
        except StopIteration:
            pass
        finally:
            if self.over:
                self._done()

    def close(self) -> Iterator[str]:
        """Nobody answered."""
        self.over = True
        self._talk.close()
        yield from ()
