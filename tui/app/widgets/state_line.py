"""The line under a reply: whether it is on disk, how long it is, and what else its writer knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.app.layout.clip import clip

_BETWEEN = " · "
_MOST_ROWS = 6


class Fact(NamedTuple):
    """Something to tell.

    Attributes:
        text: The words.
        style: How they look, as Textual's styles are written.
    """

    text: str
    style: str = ""


class StateLine(Widget):
    """Facts beside each other, on as many rows as they need.

    Attributes:
        facts: What is told.
    """

    facts: tuple[Fact, ...] = ()

    def show(self, facts: Iterable[Fact]) -> None:
        """Tell something else; the screen is laid out anew only where that takes other rows."""
        facts = tuple(fact for fact in facts if fact.text)
        if facts != self.facts:
            before = len(self._rows(self.size.width))
            self.facts = facts
            self.refresh(layout=len(self._rows(self.size.width)) != before)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many rows as the facts need."""
        return len(self._rows(width))

    def render(self) -> Content:
        """The rows."""
        return Content("\n").join(map(_row, self._rows(self.size.width)))

    def _rows(self, width: int) -> Sequence[Sequence[Fact]]:
        """The facts by rows; one that is longer than a row is broken between words."""
        rows: list[list[Fact]] = [[]]
        room = width
        for fact in self.facts:
            for at, part in enumerate(_broken(fact.text, max(width, 10))):
                needed = cell_len(part) + (cell_len(_BETWEEN) if rows[-1] else 0)
                if at or needed > room:
                    rows.append([])
                    room, needed = width, cell_len(part)
                rows[-1].append(Fact(part, fact.style))
                room -= needed
        return [row for row in rows if row][:_MOST_ROWS] or [[]]


def _row(facts: Sequence[Fact]) -> Content:
    return Content(_BETWEEN).join(Content.styled(fact.text, fact.style) for fact in facts)


def _broken(text: str, width: int) -> Iterator[str]:
    """A text in parts that fit into a width."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        line = clip(word, width)
    yield line
