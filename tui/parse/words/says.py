"""Who wrote, from a line such as "Anna Visser schreef op 3 mei:" or "Anna より:"."""

# ruff: noqa: RUF001 - colons of many scripts

from __future__ import annotations

import re
from functools import cache

from tui.parse.clean import clean_line
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import fold
from tui.parse.words.language import Language

NAME_LENGTH = 80
"""No commenter's name is longer than this many characters."""

_ENDS = (":", "：", "…", "...")
_SPACELESS = frozenset({"ja", "zh", "ko"})


@cache
def _says_words() -> tuple[dict[str, None], tuple[str, ...]]:
    """The words after a name: those set off by a space, and those of scripts without spaces."""
    kept = _kept_says()
    return dict.fromkeys(kept["spaced"]), tuple(kept["joined"])


@ahead
def _kept_says(languages: tuple[Language, ...]) -> dict[str, list[str]]:
    """The words after a name, as they are kept."""
    spaced = {fold(word): None for table in languages for word in table.says}
    joined = {fold(w): None for t in languages if t.code in _SPACELESS for w in t.says}
    return {"spaced": list(spaced), "joined": sorted(joined, key=len, reverse=True)}


@cache
def _after() -> re.Pattern[str]:
    """What may stand between the says word and the colon: a date or a time, told by its digits."""
    words = "|".join(map(re.escape, _joiners()))
    return re.compile(rf"(?:[ ,]*(?:{words})\b)?[ ,]*[^.!?:]{{0,60}}\d[^!?]{{0,40}}")


@ahead
def _joiners(languages: tuple[Language, ...]) -> list[str]:
    joiners = {fold(word) for table in languages for word in table.joiners.split()}
    return sorted(joiners, key=lambda word: (-len(word), word))


def says(line: str) -> str | None:
    """The author of a line that introduces a comment, or None.

    The line is a name, a word for saying in one of the twenty languages, perhaps a date, and a
    colon or dots; nothing of the comment itself.
    """
    if len(line) > 2 * NAME_LENGTH:
        return None
    line = clean_line(line)
    body = line
    for end in _ENDS:
        if body.endswith(end):
            body = body[: -len(end)].rstrip(" .")
            break
    else:
        return _dated(line)
    return _before_says(body) or _dated(body)


def says_glued(line: str) -> str | None:
    """The author of a line whose theme sets no space before the says word: "Annasays:".

    Any word may end so; the caller must know by a date that a comment begins.
    """
    body = clean_line(line)
    if not body.endswith(_ENDS) or len(body) > NAME_LENGTH:
        return None
    body = body.rstrip(" :：….")
    folded = fold(body)
    if len(folded) != len(body):
        return None
    spaced, _ = _says_words()
    ends = [word for word in spaced if len(word) > 3 and folded.endswith(word)]
    return _name(body[: -len(max(ends, key=len))]) if ends else None


def strip_says(text: str) -> str:
    """A name without the words around it: "Anna schreef:" and "Anna says" become "Anna"."""
    line = clean_line(text)
    found = says(line)
    if found:
        return found
    body = line.rstrip(" :：…")
    return _before_says(body) or body or line


def _before_says(body: str) -> str | None:
    """The name before a says word that ends the text."""
    spaced, joined = _says_words()
    for word in joined if body.endswith(joined) else ():
        if body.endswith(word) and len(word) > 1:
            return _name(body[: -len(word)])
    words = body.split(" ")
    for size in (3, 2, 1):
        if len(words) > size and fold(" ".join(words[-size:])) in spaced:
            return _name(" ".join(words[:-size]))
    return None


def _dated(body: str) -> str | None:
    """The name before a says word that a date follows."""
    spaced, _ = _says_words()
    words = body.split(" ")
    for at in range(1, min(len(words) - 1, 8)):
        for size in (1, 2):
            said = fold(" ".join(words[at : at + size])).rstrip(",:")
            if said in spaced and _after().fullmatch(fold(" ".join(words[at + size :]))):
                return _name(" ".join(words[:at]))
    return None


def _name(text: str) -> str | None:
    name = text.strip(" ,:-–—|·•*")
    return name if name and len(name) <= NAME_LENGTH and any(c.isalnum() for c in name) else None
