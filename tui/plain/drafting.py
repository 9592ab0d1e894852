"""Writing a reply line by line; each is on disk before the next is asked for."""

from __future__ import annotations

from collections.abc import Callable

from tui.errors import DraftError
from tui.plain import telling
from tui.plain.view import Host, Lines
from tui.store.draft import Draft
from tui.store.writing import Writing

END = "."
SIGNS = {
    END: "end; the draft is kept",
    ".p": "tell what is written so far",
    ".u": "take the last line back",
    ".e": "go on in $VISUAL or $EDITOR",
    ".x": "discard the draft; asks first",
    ".h": "tell these signs",
}
"""What a line that is one of these means; a dot more before it makes it text."""


class Drafting:
    """A draft that takes lines.

    Attributes:
        writing: The draft.
        over: Whether it takes no more lines.
    """

    prompt = "reply> "

    def __init__(self, host: Host, writing: Writing, done: Callable[[], None]) -> None:
        self.host = host
        self.writing = writing
        self.over = False
        self._done = done

    def begin(self) -> Lines:
        """What is answered, and what is there already."""
        yield from self.host.wrapped(
            f"{self.writing.title}. Type lines; a line with a dot alone ends, .h tells more."
        )
        if self.writing.body:
            told = "The draft so far:" if self.writing.draft else "It begins with this quote:"
            yield told
            yield from self._written()

    def enter(self, line: str) -> Lines:
        """Take a line of text, or do what a sign means."""
        match line.rstrip():
            case ".":
                yield from self._end()
            case ".p":
                yield from self._written()
            case ".u":
                yield from self._take_back()
            case ".e":
                yield from self.use_editor()
            case ".x":
                yield from self._discard()
            case ".h":
                for sign, meaning in SIGNS.items():
                    yield f"{sign}: {meaning}"
            case stuffed if stuffed[:1] == "." and stuffed[1:] in SIGNS:
                yield from self._add(stuffed[1:])
            case _:
                yield from self._add(line)

    def _add(self, line: str) -> Lines:
        body = self.writing.body
        gap = "" if not body or body.endswith("\n") else "\n"
        self.writing.body = f"{body}{gap}{line}\n"
        yield from self._save()

    def _take_back(self) -> Lines:
        lines = self.writing.body.removesuffix("\n").split("\n")
        if not self.writing.body:
            yield "There is no line to take back."
            return
        self.writing.body = "".join(f"{line}\n" for line in lines[:-1])
        yield from self._save()
        yield from self.host.wrapped(f"Taken back: {lines[-1]}")

    def _save(self) -> Lines:
        """Put what was typed on disk; where that fails it is tried again with the next line."""
        try:
            self.writing.write()
        except DraftError as error:
            yield from self.host.wrapped(f"{error} What you typed is kept here; . tries again.")

    def _written(self) -> Lines:
        for line in self.writing.body.removesuffix("\n").split("\n"):
            yield from self.host.wrapped(line)

    def use_editor(self) -> Lines:
        """Let the user's own editor have the text; it is on disk before."""
        yield from self._save()
        self.writing.body = self.host.stores.edited(self.writing.body)
        yield from self._save()
        lines = telling.many(len(self.writing.body.splitlines()), "line")
        yield f"The reply has {lines} now; a dot alone ends."

    def _end(self) -> Lines:
        yield from self._save()
        if self.writing.unsaved:
            return
        self.over = True
        self._done()
        kept = self.writing.draft
        yield "Nothing was written, so no draft is kept." if kept is None else "The draft is kept."

    def _discard(self) -> Lines:
        yield from self._save()
        draft = self.writing.draft
        if draft is None:
            self.over = True
            yield "Nothing was written, so no draft is kept."
            return

        def discarded() -> None:
            self.over = True
            self._done()

        yield from self.host.discard(draft, discarded)

    def close(self) -> Lines:
        """Put the last words on disk, or tell them where that cannot be done."""
        yield from self._save()
        if self.writing.unsaved:
            yield "This is what you wrote:"
            yield from self.writing.body.split("\n")


def discard_sentence(draft: Draft) -> str:
    """What is asked before a draft is discarded."""
    return f"Discard your {draft.state} {telling.addressee(draft)}?"
