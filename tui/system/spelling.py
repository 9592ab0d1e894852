"""Spelling by the user's own checker: Aspell or Hunspell, through the pipe of Ispell.

Both take `-a` and then lines: `^word` asks for a word, `*word` adds it to the user's own words, `#`
keeps these. For each word asked they print a line for each part they see in it, `*` or `+` for one
that is right, `&` or `#` for one that is not, and an empty line at the end. See "Through A Pipe" in
Aspell's manual and hunspell(1).
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePath

from msgspec import Struct, field

from tui.system.commands import CommandError, Result, find, how_it_ended, run

MOST_SUGGESTIONS = 7
"""No more are told of."""

_SECONDS = 20.0
_PROGRAMS = ("aspell", "hunspell")
_LISTS = {"aspell": ("dicts",), "hunspell": ("-D",)}
_PIPES = {
    "aspell": ("-a", "--encoding=utf-8", "--lang"),
    "hunspell": ("-a", "-i", "utf-8", "-d"),
}
_WRONG = re.compile(r"[&#] (\S+) [\d ]+(?:: (.*))?")


class SpellingError(CommandError):
    """Spelling cannot be checked."""


class Finding(Struct, frozen=True):
    """A word that is not in the dictionary.

    Attributes:
        part: The part of it that is not.
        suggestions: What may have been meant, the likeliest first.
    """

    part: str
    suggestions: tuple[str, ...] = ()


class Speller(Struct):
    """A dictionary of the user's, and what it said so far.

    Attributes:
        program: The program that has it.
        dictionary: Its name.
        environ: The environment of the program.
        known: What is known of words that were asked for; None for those that are right.
    """

    program: str
    dictionary: str
    environ: Mapping[str, str]
    known: dict[str, Finding | None] = field(default_factory=dict)

    def __repr__(self) -> str:  # for logs, which the environment may not get into
        return f"Speller({self.program!r}, {self.dictionary!r})"

    async def check(self, words: Iterable[str]) -> None:
        """Know of some words; only those that are new are asked for.

        Raises:
            SpellingError: The program cannot be had or failed.
        """
        new = [word for word in dict.fromkeys(words) if word not in self.known]
        if not new:
            return
        said = await self._ask("".join(f"^{word}\n" for word in new))
        answers = _answers(said)
        self.known.update(
            (word, _finding(word, answer)) for word, answer in zip(new, answers, strict=False)
        )

    async def learn(self, word: str) -> None:
        """Add a word to the user's own.

        Raises:
            SpellingError: The program cannot be had or failed.
        """
        await self._ask(f"*{word}\n#\n")
        self.known[word] = None

    def ignore(self, word: str) -> None:
        """Take a word for right until the program ends."""
        self.known[word] = None

    def wrong(self, word: str) -> Finding | None:
        """What is wrong with a word, or None where nothing is, or it was not asked for yet."""
        return self.known.get(word)

    async def _ask(self, text: str) -> str:
        argv = [self.program, *_PIPES[PurePath(self.program).name], self.dictionary]
        return (await _run(argv, text, self.environ)).output


async def find_speller(
    environ: Mapping[str, str], languages: Collection[str], program: str = ""
) -> Speller:
    """The checker to use.

    Args:
        environ: The environment: where programs are, and the language where no other is named.
        languages: Languages as BCP 47 tags or names of locales, the one to prefer first.
        program: `aspell` or `hunspell`; empty for the first that has a dictionary.

    Raises:
        SpellingError: None is installed, or none has a dictionary of these languages.
    """
    programs = [name for name in _PROGRAMS if program in {"", name} and find(name, environ)]
    if not programs:
        wanted = program or "aspell or hunspell"
        raise SpellingError(
            f"Spelling is not checked: {wanted} is not installed; install it with a dictionary."
        )
    wishes = [*languages, *_locale(environ)] or ["en"]
    # A text in one language is not to be checked by the words of another.
    for name in programs:
        dictionary = best_dictionary(wishes[0], await _dictionaries(name, environ))
        if dictionary is not None:
            return Speller(name, dictionary, environ)
    package = f"aspell-{_base(wishes[0])} or hunspell-{_base(wishes[0])}"
    raise SpellingError(
        f"Spelling is not checked: there is no dictionary for “{wishes[0]}”;"
        f" install one, such as {package}, or name a language in the settings."
    )


def best_dictionary(language: str, names: Iterable[str]) -> str | None:
    """The dictionary of a language among those there are, or None.

    The same country goes first, then the language alone, then any country.
    """
    names = sorted(names, key=lambda name: (len(name), name))
    wish, base = _plain(language), _base(language)
    for fits in (wish, base):
        found = next((name for name in names if _plain(name) == fits), None)
        if found is not None:
            return found
    return next((name for name in names if _base(name) == base), None)


def _plain(name: str) -> str:
    return name.partition(".")[0].replace("_", "-").lower()


def _base(name: str) -> str:
    return _plain(name).partition("-")[0]


def _locale(environ: Mapping[str, str]) -> list[str]:
    """The language of the user's locale."""
    names = (environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), "").partition(".")[0].partition("@")[0]
    return [name] if name not in {"", "C", "POSIX"} else []


async def _dictionaries(program: str, environ: Mapping[str, str]) -> list[str]:
    result = await _run([program, *_LISTS[program]], "", environ)
    if program == "aspell":
        return result.output.split()
    # Hunspell lists paths on standard error, below headings and beside files with their endings.
    lines = (line.strip() for line in result.errors.splitlines())
    paths = (PurePath(line) for line in lines if line.startswith("/") and ":" not in line)
    return [path.name for path in paths if not path.suffix]


async def _run(argv: list[str], text: str, environ: Mapping[str, str]) -> Result:
    try:
        async with asyncio.timeout(_SECONDS):
            result = await run(argv, text, environ)
    except TimeoutError as error:
        raise SpellingError(f"Spelling is not checked: {argv[0]} does not answer.") from error
    except CommandError as error:
        raise SpellingError(f"Spelling is not checked: {error}") from error
    if result.status:
        said = " ".join(result.errors.split())[:200]
        ended = how_it_ended(argv[0], result)
        raise SpellingError(f"Spelling is not checked: {ended} {said}".rstrip())
    return result


def _answers(said: str) -> Iterator[list[str]]:
    """What was said of each word: the lines up to an empty one, after the program's greeting."""
    answer: list[str] = []
    for line in said.splitlines()[1:]:
        if line.strip():
            answer.append(line)
        else:
            yield answer
            answer = []


def _finding(word: str, answer: list[str]) -> Finding | None:
    """What an answer says of a word: its first part that is wrong, with what may be meant."""
    for line in answer:
        match = _WRONG.match(line)
        if match:
            part, told = match[1], match[2] or ""
            suggestions = tuple(filter(None, told.split(", ")))[:MOST_SUGGESTIONS]
            return Finding(part if part in word else word, suggestions)
    return None
