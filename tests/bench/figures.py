"""A table of what was measured beside what is asked, and how much of a miss is noise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

NOISE = 1.15
"""A figure that misses by less than this factor may have been missed by the machine."""


@dataclass(frozen=True)
class Figure:
    """One figure.

    Attributes:
        name: What was measured.
        value: It.
        asked: The most that it may be.
        unit: Its unit; empty for a ratio.
    """

    name: str
    value: float
    asked: float
    unit: str = ""

    @property
    def holds(self) -> bool:
        """Whether it is what is asked."""
        return self.value <= self.asked


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of the values does not exceed."""
    return sorted(values)[max(ceil(share * len(values)) - 1, 0)]


def report(figures: Sequence[Figure]) -> int:
    """Print the figures; 1 where one is missed by more than noise, else 0."""
    width = max(len(figure.name) for figure in figures)
    print(f"{'':{width}}{'measured':>12}{'asked':>10}")
    for figure in figures:
        told = "ok" if figure.holds else "not ok"
        asked = f"{figure.asked:g} {figure.unit}".strip()
        measured = f"{figure.value:.{2 if figure.value < 10 else 0}f} {figure.unit}".strip()
        print(f"{figure.name:<{width}}{measured:>12}{asked:>10}  {told}")
    return int(any(figure.value > NOISE * figure.asked for figure in figures))
