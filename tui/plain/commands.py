"""From a line at the prompt to a command."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from tui.errors import RejoinderError
from tui.plain.table import COMMANDS, HEADINGS, Command, Where

_MOST = 999_999
"""Higher numbers count as this one."""

_COUNT = re.compile(r"(\d*)\s*(.*)", re.ASCII | re.DOTALL)
_NUMBER = re.compile(r"\d+", re.ASCII)
_LEAST = 2  # letters of a word that can stand for it


class CommandError(RejoinderError):
    """A line at the prompt is no command."""


class Asked(Struct, frozen=True):
    """What a line asks for.

    Attributes:
        id: The command's.
        count: The number before or after it, or None.
        text: What follows it.
    """

    id: str
    count: int | None = None
    text: str = ""

    @property
    def times(self) -> int:
        """How often to do it, for what can be done several times."""
        return max(self.count or 1, 1)


def parse(line: str, where: Where) -> Asked:
    """The command that a line asks for.

    Args:
        line: What was typed.
        where: Where the reader is: what a sign means can depend on it.

    Raises:
        CommandError: It is none.
    """
    line = line.strip()
    if not line:
        return Asked("list" if where is Where.LIST else "page_on")
    opening = _by_key(line[0], where)
    if opening is not None and opening.opens:
        return Asked(opening.id, text=line[1:].strip())
    matched = _COUNT.fullmatch(line)
    count, rest = (matched[1], matched[2]) if matched else ("", line)
    if not rest:
        return Asked("choose" if where is Where.LIST else "go_to", _number(count), count)
    command, text = _command(rest, where)
    if not count and _NUMBER.fullmatch(text):
        count = text
    return Asked(command.id, _number(count) if count else None, text)


def _command(rest: str, where: Where) -> tuple[Command, str]:
    """The command that a line without its count begins with, and what follows it."""
    words = rest.split(maxsplit=2)
    pair = " ".join(words[:2]).lower()
    found = [command for command in COMMANDS if " " in pair and pair in command.words]
    if found:
        return _nearest(found, where), " ".join(words[2:])
    word, _, text = rest.partition(" ")
    return _by_key(word, where) or _by_word(word, where), text.strip()


def _number(digits: str) -> int:
    return _MOST if len(digits) > len(str(_MOST)) else int(digits)


def _by_key(key: str, where: Where) -> Command | None:
    found = [command for command in COMMANDS if key in command.keys]
    return _nearest(found, where) if found else None


def _by_word(word: str, where: Where) -> Command:
    """The command of a word, or of enough of its beginning."""
    word = word.lower()
    exact = [command for command in COMMANDS if word in command.words]
    if exact:
        return _nearest(exact, where)
    begun = [
        command
        for command in COMMANDS
        if len(word) >= _LEAST and any(each.startswith(word) for each in command.words)
    ]
    here = [command for command in begun if where & command.where] or begun
    if len(here) == 1:
        return here[0]
    if here:
        words = " or ".join(command.words[0] for command in here)
        raise CommandError(f"{word} can mean {words}; type more of it.")
    shown = word if len(word) <= 40 else word[:40] + "…"
    raise CommandError(f"There is no command {shown}; help lists those there are.")


def _nearest(commands: list[Command], where: Where) -> Command:
    """The one that applies where the reader is, else the first."""
    return next((command for command in commands if where & command.where), commands[0])


def help_lines(about: str = "") -> Iterator[str]:
    """The commands, by where they apply; or those alone that a sign or word asks for.

    Raises:
        CommandError: The word is no command.
    """
    if about:
        found = [command for command in COMMANDS if about in command.keys]
        for command in found or [_command(about, Where.PAGE)[0]]:
            yield f"{_how(command)}: {command.help}"
        return
    yield "Type a sign or a word, then enter. A number before it repeats it: 3j."
    for where, heading in HEADINGS.items():
        yield ""
        yield f"{heading}:"
        for command in COMMANDS:
            if command.where is where:
                yield f"{_how(command)}: {command.help}"


def _how(command: Command) -> str:
    """How a command is asked for: `/WORDS or find WORDS`."""
    signs = [key + command.takes if command.opens else key for key in command.keys]
    words = [" ".join(filter(None, (word, command.takes))) for word in command.words]
    return " or ".join([*signs, *words])
