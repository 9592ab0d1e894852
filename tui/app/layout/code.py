"""Code in the looks of its language, told apart by Pygments.

Two looks and two marks are enough to read by, and no theme has to know more: words of the language
are bold, comments dim, strings and numbers have a colour.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice

from msgspec import Struct

from tui.app.layout.lines import Role, Run
from tui.model import Mark

LONGEST = 20_000
"""Code of more characters stays as it is: no lexer is bound to be done with it in time."""

_KEPT = 32


class _Look(Struct, frozen=True):
    role: Role = Role.CODE
    marks: Mark = Mark.NONE


class _Token(Struct, frozen=True):
    end: int
    look: _Look


def code_runs(text: str, language: str, start: int, end: int) -> Iterator[Run]:
    """The runs of the characters from `start` to `end` of some code.

    Args:
        text: All of it.
        language: What the page calls its language; one that nobody knows has no looks.
        start: The first character.
        end: The character after the last one.
    """
    at = start
    tokens = _tokens(text, language)
    first = bisect_right(tokens, start, key=lambda token: token.end)
    for token in islice(tokens, first, None):
        if at >= end:
            return
        yield Run(text[at : min(token.end, end)], token.look.role, token.look.marks)
        at = token.end
    if at < end:
        yield Run(text[at:end], Role.CODE)


@lru_cache(_KEPT)
def _tokens(text: str, language: str) -> Sequence[_Token]:
    """The stretches of one look each; none where the language is not known."""
    if len(text) > LONGEST:
        return ()
    # Loaded with the first code that is drawn, which most pages do not have.
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 -- as said
    from pygments.token import (  # noqa: PLC0415
        Comment,
        Keyword,
        Literal,
        Operator,
        is_token_subtype,
    )
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return ()
    looks = (
        (Comment, _Look(Role.META)),
        (Keyword, _Look(marks=Mark.BOLD)),
        (Operator.Word, _Look(marks=Mark.BOLD)),
        (Literal, _Look(Role.LITERAL)),
    )
    found = [
        _Token(
            at + len(value),
            next((look for kind, look in looks if is_token_subtype(of, kind)), _Look()),
        )
        for at, of, value in lexer.get_tokens_unprocessed(text)
    ]
    return [list(same)[-1] for _, same in groupby(found, key=lambda token: token.look)]
