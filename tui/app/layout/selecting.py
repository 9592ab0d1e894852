"""Selecting by keys: words, lines, sentences and paragraphs of a text that is laid out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from tui.app.layout.lines import BESIDE, Line, Runs, runs_width
from tui.app.layout.passages import cut, stretches
from tui.app.layout.stack import Anchor, ItemT, Stack
from tui.model import Block
from tui.parse.patterns import regex

_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters of scripts without spaces that are a word each: kana and ideographs."""

_WORD = regex(f"[{_ALONE}][\u3099\u309a\ufe00-\ufe0f]*|[^\\s{_ALONE}]+")
_SENTENCE_END = regex("[.!?…]+[\"'”’»)\\]]*(?=\\s)|[。！？]+[」』）]*")  # noqa: RUF001 -- the marks of other scripts are meant


class Selected(Struct, frozen=True):
    """A range of the text of a stack; the characters of items between the two are all in it.

    Attributes:
        first: The place of its first character.
        last: The place behind its last one.
    """

    first: Anchor
    last: Anchor

    def cells(self, stack: Stack[ItemT], y: int) -> tuple[int, int] | None:
        """The cells of line `y` of a stack that are selected, if any."""
        line, index = stack.line(y), stack.index_at(y)
        top, bottom = stack.index_of(self.first.key), stack.index_of(self.last.key)
        if line is None or top is None or bottom is None or not top <= index <= bottom:
            return None
        start = self.first.at if index == top else 0
        return cells_of(line, start, self.last.at if index == bottom else line.at + line.length)


class Field:
    """The text that a selection moves in: a whole article, or one comment.

    Places in it are numbers of characters. A selection covers whole words.
    """

    def __init__(self, items: Sequence[tuple[str, Sequence[Block]]]) -> None:
        """The text of items.

        Args:
            items: Their keys and blocks, from top to bottom.
        """
        self._items = items
        self._starts: list[int] = []
        self._words: list[int] = []
        self._word_ends: list[int] = []
        self._paragraphs: list[int] = []
        self._sentences: list[int] = []
        at = 0
        for _, blocks in items:
            self._starts.append(at)
            for stretch in stretches(blocks):
                if stretch.text.strip():
                    self._add(stretch.text, at, whole=stretch.whole)
                at += len(stretch.text)
        self._length = at
        self._by_key = {key: number for number, (key, _) in enumerate(items)}

    def _add(self, text: str, at: int, *, whole: bool) -> None:
        spans = [(0, len(text))] if whole else [match.span() for match in _WORD.finditer(text)]
        self._words.extend(at + start for start, _ in spans)
        self._word_ends.extend(at + end for _, end in spans)
        end = self._word_ends[-1]
        self._paragraphs.append(end)
        ends = () if whole else (at + match.end() for match in _SENTENCE_END.finditer(text))
        self._sentences.extend(each for each in ends if each < end)
        self._sentences.append(end)

    def __bool__(self) -> bool:
        return bool(self._words)

    def place(self, anchor: Anchor) -> int:
        """The characters before a place of an item."""
        number = self._by_key.get(anchor.key)
        return 0 if number is None else min(self._starts[number] + anchor.at, self._length)

    def anchor(self, place: int) -> Anchor:
        """The item of a place, and the characters of it before that."""
        number = max(bisect_right(self._starts, place) - 1, 0)
        return Anchor(self._items[number][0], place - self._starts[number])

    def selected(self, one: int, other: int) -> Selected:
        """The whole words between two places, those at both of them included."""
        first, last = self._words_between(one, other)
        end = self.anchor(self._word_ends[last] - 1)
        return Selected(self.anchor(self._words[first]), Anchor(end.key, end.at + 1))

    def passage(self, one: int, other: int) -> tuple[Block, ...]:
        """The same as blocks."""
        first, last = self._words_between(one, other)
        start, end = self._words[first], self._word_ends[last]
        return tuple(
            block
            for (_, blocks), at in zip(self._items, self._starts, strict=True)
            if at < end
            for block in cut(blocks, start - at, end - at)
        )

    def _words_between(self, one: int, other: int) -> tuple[int, int]:
        first, last = sorted((self._word_at(one), self._word_at(other)))
        return first, last

    def _word_at(self, place: int) -> int:
        return max(bisect_right(self._words, place) - 1, 0)

    # Moves: from a place to another one

    def start(self) -> int:
        """The first word."""
        return self._words[0]

    def end(self) -> int:
        """The last word."""
        return self._words[-1]

    def by_words(self, place: int, by: int) -> int:
        """So many words on; back where the number is negative."""
        return self._words[min(max(self._word_at(place) + by, 0), len(self._words) - 1)]

    def by_sentences(self, place: int, by: int) -> int:
        """To the end of the sentence, or of one so many on; back to the start of it."""
        return self._by_ends(self._sentences, place, by)

    def by_paragraphs(self, place: int, by: int) -> int:
        """To the end of the paragraph, or of one so many on; back to the start of it."""
        return self._by_ends(self._paragraphs, place, by)

    def _by_ends(self, ends: Sequence[int], place: int, by: int) -> int:
        word = self._word_at(place)
        if by > 0:
            at = bisect_right(ends, self._word_ends[word]) + by - 1
            return self._words[self._word_at(ends[min(at, len(ends) - 1)] - 1)]
        at = bisect_left(ends, self._words[word]) - 1
        if at >= 0 and self._first_behind(ends[at]) == word:  # it is at a start already
            at -= 1
        at += by + 1
        return self._words[self._first_behind(ends[at]) if at >= 0 else 0]

    def _first_behind(self, end: int) -> int:
        return bisect_left(self._words, end)


def cells_of(line: Line, first: int, last: int) -> tuple[int, int] | None:
    """The cells of a line where the characters from `first` to `last` of its item are, if any."""
    start, end = max(first, line.at), min(last, line.at + line.length)
    if start >= end:
        return None
    if line.lead is None:
        return 0, runs_width(line.runs)
    before = runs_width(line.runs[: line.lead])
    runs = line.runs[line.lead :]
    first, last = (_cells_before(runs, place - line.at) for place in (start, end))
    return before + first, before + last


def _cells_before(runs: Runs, characters: int) -> int:
    """The cells of so many characters of a text, and of the signs between them."""
    cells = 0
    for run in runs:
        if run.role not in BESIDE:
            if characters <= len(run.text):
                return cells + cell_len(run.text[:characters])
            characters -= len(run.text)
        cells += cell_len(run.text)
    return cells


def character_at(line: Line, cell: int) -> int:
    """The character of its item that a line shows in a cell, or the nearest one."""
    if line.lead is None:
        return line.at
    left = cell - runs_width(line.runs[: line.lead])
    place = line.at
    for run in line.runs[line.lead :]:
        is_text = run.role not in BESIDE
        for character in run.text:
            left -= cell_len(character)
            if left < 0:
                return min(place, line.at + max(line.length - 1, 0))
            place += is_text
    return line.at + max(line.length - 1, 0)
