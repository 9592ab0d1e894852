"""What is wrong in the spelling of a reply, as the user's own checker says."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.reading.proofing import Word, words_of
from tui.system.spelling import Finding, Speller, SpellingError, find_speller


class Mistake(NamedTuple):
    """A word that is not in the dictionary.

    Attributes:
        word: The word and where it is.
        finding: What is wrong in it.
    """

    word: Word
    finding: Finding

    @property
    def span(self) -> tuple[int, int]:
        """The characters of its line, from and to, that are wrong."""
        first = self.word.start + max(self.word.text.find(self.finding.part), 0)
        return first, first + len(self.finding.part)


class Proofreader:
    """Checks the spelling of replies to one page.

    Attributes:
        problem: Why nothing is checked, as a sentence; empty where that is not so.
    """

    def __init__(self, environ: Mapping[str, str], program: str, language: str | None) -> None:
        """A checker, which is looked for when there is something to check.

        Args:
            environ: The environment.
            program: `aspell` or `hunspell`, `auto` for the first that will do, `off` for none.
            language: The language as a BCP 47 tag; None for that of the environment.
        """
        self.problem = "Spelling is not checked: the settings say so." if program == "off" else ""
        self._environ = environ
        self._program = "" if program == "auto" else program
        self._languages = (language,) if language else ()
        self._speller: Speller | None = None
        self._lock = asyncio.Lock()

    @property
    def is_checking(self) -> bool:
        """Whether there is a dictionary, and something was looked up in it."""
        return self._speller is not None

    @property
    def dictionary(self) -> str:
        """The name of the dictionary, empty as long as there is none."""
        return self._speller.dictionary if self._speller else ""

    async def check(self, lines: Sequence[str]) -> list[Mistake]:
        """The words of a text that are not in the dictionary, in order.

        Where nothing can be checked there are none, and `problem` says why.
        """
        if self.problem:
            return []
        words = await asyncio.to_thread(words_of, lines)
        try:
            async with self._lock:
                if self._speller is None:
                    self._speller = await find_speller(
                        self._environ, self._languages, self._program
                    )
                await self._speller.check(word.text for word in words)
        except SpellingError as error:
            self.problem = str(error)
            return []
        return self.mistakes(words)

    def mistakes(self, words: Sequence[Word]) -> list[Mistake]:
        """Those of some words that are known to be wrong."""
        speller = self._speller
        if speller is None:
            return []
        found = ((word, speller.wrong(word.text)) for word in words)
        return [Mistake(word, finding) for word, finding in found if finding is not None]

    def ignore(self, word: str) -> None:
        """Take a word for right from now on, here."""
        if self._speller is not None:
            self._speller.ignore(word)

    async def learn(self, word: str) -> None:
        """Add a word to the user's own.

        Raises:
            SpellingError: It could not be added.
        """
        if self._speller is not None:
            await self._speller.learn(word)
