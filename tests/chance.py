"""How many examples of a property a run tries."""

from __future__ import annotations

from hypothesis import settings


def examples(share: float) -> settings:
    """More or fewer examples than of other properties.

    A usual run tries the same few of each; `--hypothesis-profile thorough` tries many, and others
    each time.

    Args:
        share: How many times as many: less than one where an example takes long, or where the test
            runs with many parameters; more than one where it takes no time and seldom fails.
    """
    return settings(max_examples=max(round(share * settings().max_examples), 1))
