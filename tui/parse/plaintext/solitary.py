"""Comments introduced by nothing but a name on a line of its own.

A name alone looks like a short paragraph. What tells them apart: the shape of a name, the blank
lines around it, longer text after it, the same name coming again, and above all the number of
comments that the page states.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from tui.parse.plaintext.footers import is_reply_line
from tui.parse.plaintext.heads import Head, Shape
from tui.parse.plaintext.lines import Line
from tui.parse.plaintext.names import bare_name, may_be_name, name_score
from tui.parse.words import says

_SENTENCE = (". ", ", ", "!", "?", "。", "，", "！", "？", "،", "؟")  # noqa: RUF001 - of many scripts

SURE = 0.75
"""Without a stated count, a line needs this score to be taken for a name."""


class _Candidate(Struct, frozen=True):
    at: int
    name: str
    score: float


def lone_names(lines: Sequence[Line], start: int, end: int, count: int | None) -> list[Head]:
    """Heads for the lines from `start` to `end`, of which the first must be one; else none."""
    if start >= end or not may_be_name(lines[start].text):
        return []
    replies = [at for at in range(start, end) if is_reply_line(lines[at].text)]
    if len(replies) >= 2:
        return _after_replies(lines, start, end, replies)
    candidates = _candidates(lines, start, end)
    if not candidates or candidates[0].at != start:
        return []
    if count is None:
        chosen = [c for c in candidates if c.score >= SURE or c.at == start]
        if len(chosen) < 2:
            return []
    else:
        rest = sorted(candidates[1:], key=lambda c: (-c.score, c.at))
        chosen = sorted([candidates[0], *rest[: max(0, count - 1)]], key=lambda c: c.at)
    heads = [_head(lines, c.at) for c in chosen]
    return heads if _is_prose(lines, heads, end) else []


def _is_prose(lines: Sequence[Line], heads: Sequence[Head], end: int) -> bool:
    """Whether sentences follow at least half of the names, and not the points of a list."""
    stops = [head.first for head in heads[1:]] + [end]
    spoken = sum(
        any(mark in f"{line.text} " for line in lines[head.body : stop] for mark in _SENTENCE)
        for head, stop in zip(heads, stops, strict=True)
    )
    return spoken * 2 >= len(heads)


def _head(lines: Sequence[Line], at: int) -> Head:
    return Head(at, at + 1, bare_name(lines[at].text), Shape.NAME, lines[at].column)


def _after_replies(
    lines: Sequence[Line], start: int, end: int, replies: Sequence[int]
) -> list[Head]:
    """Heads where a reply link ends each comment: the first line after it is the next name."""
    heads = [_head(lines, start)]
    for reply in replies:
        at = reply + 1
        while at < end and not may_be_name(lines[at].text):
            at += 1
        if at + 1 < end and at - reply <= 3 and heads[-1].first < reply:
            heads.append(_head(lines, at))
    return heads


def _candidates(lines: Sequence[Line], start: int, end: int) -> list[_Candidate]:
    """Lines that could be names, each with its score; of a row of them only the last."""
    repeated = Counter(lines[at].text for at in range(start, end))
    spaced = lines[start + 1].gap > 0 if start + 1 < end else False
    found: list[_Candidate] = []
    for at in range(start, end - 1):
        text = lines[at].text
        score = name_score(text)
        if at != start and (score == 0.0 or lines[at].gap == 0):
            continue
        after = lines[at + 1]
        if (
            name_score(after.text) >= score
            and after.gap
            and at != start
            and _text_after(lines, at + 1, end)
        ):
            continue  # a signature over the next name
        if found and text == found[-1].name and name_score(after.text) > 0.4:
            continue  # the commenter's own signature
        score += 0.3 if repeated[text] > 1 else 0.0
        score += 0.2 if (after.gap > 0) == spaced else -0.3
        score += 0.1 if len(after.text) > 60 else 0.0
        score -= 0.5 if says(text) else 0.0
        found.append(_Candidate(at, text, score))
    return found


def _text_after(lines: Sequence[Line], at: int, end: int) -> bool:
    """Whether a line is followed by text that is no name."""
    return at + 1 < end and name_score(lines[at + 1].text) < 0.6
