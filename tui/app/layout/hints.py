"""Letters for links: short labels, none the beginning of another."""

from __future__ import annotations

from itertools import product

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"


def hint_labels(count: int) -> list[str]:
    """So many different labels: one letter each where they suffice, else two each, else three."""
    size = 1
    while len(_LETTERS) ** size < count:
        size += 1
    labels = ("".join(letters) for letters in product(_LETTERS, repeat=size))
    return [label for label, _ in zip(labels, range(count), strict=False)]
