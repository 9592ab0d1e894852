"""What a page asks of writers: who they are, the answer to a riddle, or a mail instead."""

# ruff: noqa: RUF001 - signs of sums and question marks of many scripts

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import SPACELESS, fold, key
from tui.parse.words.language import Language

MAX_LENGTH = 200
"""None is longer than this many characters."""

_MAIL = regex(r"\be ?mails?\b|\bmail\b")
_HUMP = regex(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = r"[\-*/x×✕✖·÷−–]"


def asks_for_mail(text: str) -> bool:
    """Whether a line asks for replies by mail: "Reply via e-mail"."""
    if len(text) > MAX_LENGTH:
        return False
    words = _mail_key(text)
    return any(part in words for part in _asking())


def is_decoy_label(text: str) -> bool:
    """Whether the label of a field asks people to leave it empty, so that robots give away theirs.

    Such fields are out of sight, by a style sheet that is often a file of its own.
    """
    if len(text) > MAX_LENGTH:
        return False
    words = key(text)
    return any(part in words for part in _decoys())


@ahead
def _decoys(languages: tuple[Language, ...]) -> list[str]:
    return sorted({key(part) for table in languages for part in table.decoy})


def _mail_key(text: str) -> str:
    """The words of a line with one spelling of "e-mail"."""
    return _MAIL.sub("mail", key(text))


@ahead
def _asking(languages: tuple[Language, ...]) -> list[str]:
    return sorted({_mail_key(part) for table in languages for part in table.reply_mail})


def is_riddle(text: str) -> bool:
    """Whether a line sets a sum: "3 + 4 =", "What is three plus four?"."""
    return 0 < len(text) <= MAX_LENGTH and _sum().search(fold(text)) is not None


@cache
def _sum() -> re.Pattern[str]:
    """Two numbers, one perhaps a gap, with what makes a sum of them between."""
    words = _sum_words()
    side = rf"(?:\d{{1,3}}|{'|'.join(words['numbers'])}|[_…]{{1,9}}|\[\s*\])"
    added = rf"(?:[+＋]|{'|'.join(words['sums'])})"  # as nothing else that numbers stand around
    return re.compile(
        rf"(?<!\w){side}\s*{added}\s*{side}(?!\w)|(?<!\w){side}\s*{_SIGNS}\s*{side}\s*[=?＝？]"
    )


@ahead
def _sum_words(languages: tuple[Language, ...]) -> dict[str, list[str]]:
    """The words of sums, the longest first."""

    def of(field: str) -> list[str]:
        shown = {fold(word) for table in languages for word in getattr(table, field).split()}
        return [re.escape(word) for word in sorted(shown, key=lambda word: (-len(word), word))]

    return {"numbers": of("numbers"), "sums": of("sums")}


def asks_of_writer(text: str) -> str:
    """What of its writer a field asks by its label or its name; empty where that is none of these.

    Returns:
        `mail`, `site` or `name`, or nothing.
    """
    if len(text) > MAX_LENGTH:
        return ""
    words = _unmarked(_HUMP.sub(" ", text))
    return next((part for part, parts in _writer().items() if _has_one(words, parts)), "")


def _has_one(words: str, parts: list[str]) -> bool:
    spaced = f" {words} "
    return any((part if part >= SPACELESS else f" {part} ") in spaced for part in parts)


def _unmarked(text: str) -> str:
    """The words of a label without accents, which names of fields do not have."""
    letters = unicodedata.normalize("NFKD", key(text))
    return unicodedata.normalize("NFC", "".join(c for c in letters if not unicodedata.combining(c)))


@ahead
def _writer(languages: tuple[Language, ...]) -> dict[str, list[str]]:
    """Words of what is asked, the surest first: a name may be that of a site."""

    def of(field: str) -> list[str]:
        return sorted({_unmarked(part) for table in languages for part in getattr(table, field)})

    return {"mail": of("writer_mail"), "site": of("writer_site"), "name": of("writer_name")}
