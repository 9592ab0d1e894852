"""What differs between two texts, word by word, for people to see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

MOST_WORDS = 4_000
"""Of longer stretches that differ, whole lines are compared instead of words."""

_PARTS = re.compile(r"\n|[^\S\n]+|\S+")


class Kind(StrEnum):
    """Which of two texts a stretch is in."""

    BOTH = "both"
    BEFORE = "before"  # it was taken out
    AFTER = "after"  # it was put in


class Stretch(NamedTuple):
    """A stretch of text that is in both texts or in one of them."""

    text: str
    kind: Kind


def differences(before: str, after: str) -> list[Stretch]:
    """Two texts as one, in stretches; those of each text, joined, are that text."""
    first, second = _PARTS.findall(before), _PARTS.findall(after)
    head = next((at for at, (one, other) in enumerate(zip(first, second, strict=False))
                 if one != other), min(len(first), len(second)))  # fmt: skip
    most = min(len(first), len(second)) - head
    tail = next((at for at in range(most) if first[-1 - at] != second[-1 - at]), most)
    middle = [part[head : len(part) - tail] for part in (first, second)]
    if max(map(len, middle)) > MOST_WORDS:
        middle = ["".join(part).splitlines(keepends=True) for part in middle]
    stretches = [
        Stretch("".join(first[:head]), Kind.BOTH),
        *_compared(*middle),
        Stretch("".join(first[len(first) - tail :]), Kind.BOTH),
    ]
    return list(_joined(stretch for stretch in stretches if stretch.text))


def first_difference(before: str, after: str) -> str:
    """The first line of `after` that is not as in `before`; of what was only taken out, that."""
    lines, others = after.splitlines(), before.splitlines()
    at = next((at for at, (one, other) in enumerate(zip(lines, others, strict=False))
               if one != other), min(len(lines), len(others)))  # fmt: skip
    rest = [line for line in lines[at:] if line.strip()] or others[at:]
    return next((line.strip() for line in rest if line.strip()), "")


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Stretch]:
    for tag, start, end, begin, until in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            yield Stretch("".join(before[start:end]), Kind.BOTH)
            continue
        yield Stretch("".join(before[start:end]), Kind.BEFORE)
        yield Stretch("".join(after[begin:until]), Kind.AFTER)


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Stretches of one kind that follow each other, as one."""
    held: list[Stretch] = []
    for stretch in stretches:
        if held and held[-1].kind is not stretch.kind:
            yield Stretch("".join(part.text for part in held), held[0].kind)
            held = []
        held.append(stretch)
    if held:
        yield Stretch("".join(part.text for part in held), held[0].kind)
