"""What a page asks of writers beside a form: the answer to a riddle, or a mail."""

# ruff: noqa: RUF001 - signs of sums and question marks of many scripts

from __future__ import annotations

import re
from functools import cache

from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import fold, key
from tui.parse.words.language import Language

MAX_LENGTH = 200
"""Neither is longer than this many characters."""

_MAIL = regex(r"\be ?mails?\b|\bmail\b")
_SIGNS = r"[\-*/x×✕✖·÷−–]"


def asks_for_mail(text: str) -> bool:
    """Whether a line asks for replies by mail: "Reply via e-mail"."""
    if len(text) > MAX_LENGTH:
        return False
    words = _mail_key(text)
    return any(part in words for part in _asking())


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
