"""Collects inline text with HTML's white-space collapsing."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Inline, Mark, Span
from tui.parse.clean import clean
from tui.parse.patterns import regex

_SPACES = regex(r"[ \t\n\u00a0]+")


class InlineText:
    """A stretch of inline text while it is collected.

    White space of any kind and length becomes one space, also across elements; none remains at the
    start, at the end or around a line break (CSS Text, section 4.1).
    """

    def __init__(self) -> None:
        self._pieces: list[list[str]] = []
        self._looks: list[tuple[Mark, str | None]] = []
        self._after_space = True
        self._after_break = False

    @property
    def is_empty(self) -> bool:
        """Whether there is no word yet."""
        return not self._pieces

    def add(self, text: str, marks: Mark = Mark.NONE, href: str | None = None) -> None:
        """Append text of the page."""
        # Printable text has nothing to clean but runs of spaces, and most text is printable.
        if "  " in text or not text.isprintable():
            text = _SPACES.sub(" ", clean(text))
        if self._after_space:
            text = text.removeprefix(" ")
        if not text:
            return
        self._put(text, marks, href)
        self._after_space = text.endswith(" ")
        self._after_break = False

    def line_break(self) -> bool:
        """Append a hard line break; False where there is one already, or nothing to break."""
        if self.is_empty or self._after_break:
            return False
        self._trim()
        marks, href = self._looks[-1]
        self._put("\n", marks, href)
        self._after_space = self._after_break = True
        return True

    def take(self) -> Inline:
        """What was collected, trimmed; the collector is empty afterwards."""
        self._trim()
        spans = tuple(
            Span("".join(pieces), marks, href)
            for pieces, (marks, href) in zip(self._pieces, self._looks, strict=True)
        )
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
