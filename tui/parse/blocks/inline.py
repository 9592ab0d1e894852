"""Collects inline text with HTML's white-space collapsing."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from tui.model import Inline, Mark, Span
from tui.parse.clean import clean_run

_ENDS = frozenset(".:;,!?)]\u2026\u201d")
_UNSEEN = "\u200b\u200c\u2060 \n"
_FEW = 20
_PERMALINK_SIGNS = frozenset({"#", "¶", "§", "🔗", "∞", "link"})


class InlineText:
    """A stretch of inline text while it is collected.

    White space of any kind and length becomes one space, also across elements; none remains at the
    start, at the end or around a line break (CSS Text, section 4.1).

    Attributes:
        after_space: Whether white space would add nothing here.
    """

    def __init__(self) -> None:
        self._pieces: list[list[str]] = []
        self._looks: list[tuple[Mark, str | None]] = []
        self.after_space = True
        self._after_break = False
        self._parted = False

    @property
    def is_empty(self) -> bool:
        """Whether there is no word yet."""
        return not self._pieces

    def add(self, text: str, marks: Mark = Mark.NONE, href: str | None = None) -> None:
        """Append text of the page."""
        if self.after_space:
            if text.isspace():
                return
            text = clean_run(text).removeprefix(" ")
        else:
            text = clean_run(text)
        if not text:
            return
        if self._parted and self._touches(text):
            self._put(" ", *self._looks[-1])
        self._parted = False
        self._put(text, marks, href)
        self.after_space = text.endswith(" ")
        self._after_break = False

    def line_break(self) -> bool:
        """Append a hard line break; False where there is one already, or nothing to break."""
        if self.is_empty or self._after_break:
            return False
        self._trim()
        marks, href = self._looks[-1]
        self._put("\n", marks, href)
        self.after_space = self._after_break = True
        return True

    @property
    def has_words(self) -> bool:
        """Whether there is a letter among the first runs."""
        pieces = (piece for run in self._pieces[:_FEW] for piece in run[:_FEW])
        return any(any(map(str.isalpha, piece)) for piece in pieces)

    def turn(self, last: str, marks: Mark, href: str) -> bool:
        """Give the last words another look; False where the text does not end with them."""
        if not self._pieces:
            return False
        rest = "".join(self._pieces[-1]).rstrip()
        if not rest.endswith(last):
            return False
        self._pieces.pop()
        look = self._looks.pop()
        if rest := rest.removesuffix(last):
            self._put(rest, *look)
        self._put(last, marks, href)
        self.after_space = self._after_break = False
        return True

    def part(self) -> None:
        """Let words that follow directly upon other words stand apart from them."""
        self._parted = True

    def _touches(self, text: str) -> bool:
        """Whether text would be read as one word, or one sentence, with what is there."""
        if self.after_space or self.is_empty or not text[0].isalnum():
            return False
        last = self._pieces[-1][-1][-1]
        return last.isalnum() or last in _ENDS

    def take(self) -> Inline:
        """What was collected, trimmed; the collector is empty afterwards."""
        self._trim()
        spans = tuple(
            Span("".join(pieces), marks, href)
            for pieces, (marks, href) in zip(self._pieces, self._looks, strict=True)
        )
        if not any(span.text.strip(_UNSEEN) for span in spans):
            spans = ()  # signs without width, which editors leave behind, are nothing to read
        self.__init__()  # type: ignore[misc]  # a fresh start is what a constructor makes
        return spans

    def _put(self, text: str, marks: Mark, href: str | None) -> None:
        if self._looks and self._looks[-1] == (marks, href):
            self._pieces[-1].append(text)
        else:
            self._pieces.append([text])
            self._looks.append((marks, href))

    def _trim(self) -> None:
        """Take white space off the end."""
        while self._pieces:
            pieces = self._pieces[-1]
            pieces[-1] = pieces[-1].rstrip(" \n")
            if pieces[-1]:
                return
            pieces.pop()
            if not pieces:
                self._pieces.pop()
                self._looks.pop()


def joined(spans: Iterable[Span]) -> Inline:
    """The spans with equal neighbours made one."""
    text = InlineText()
    for span in spans:
        for index, line in enumerate(span.text.split("\n")):
            if index:
                text.line_break()
            text.add(line, span.marks, span.href)
    return text.take()


def without_permalink(text: Inline) -> Inline:
    """A heading without the link to itself that many systems put beside it."""
    kept = [span for span in text if not _is_permalink(span)]
    if not kept:
        return text
    if len(kept) == len(text):
        return text
    kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(span for span in kept if span.text)


def all_alike(text: Inline) -> Inline:
    """A heading that is bold from end to end as a plain one: that is what headings look like."""
    if not all(Mark.BOLD in span.marks for span in text):
        return text
    return tuple(replace(span, marks=span.marks & ~Mark.BOLD) for span in text)


def _is_permalink(span: Span) -> bool:
    """Whether a link of a heading is called by a sign, or by the fragment that it leads to."""
    if not span.href:
        return False
    name = span.text.strip()
    _, sign, fragment = span.href.partition("#")
    return name.lower() in _PERMALINK_SIGNS or (bool(fragment) and name == sign + fragment)


def with_breaks(lines: Iterable[Inline]) -> Inline:
    """Lines as one text, with a break between each two."""
    spans: list[Span] = []
    for line in lines:
        if spans:
            spans.append(Span("\n"))
        spans.extend(line)
    return tuple(spans)
