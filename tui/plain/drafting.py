"""Writing a reply line by line; each is on disk before the next is asked for."""

from __future__ import annotations

from collections.abc import Callable

from tui.model import Page
from tui.plain import telling
from tui.plain.composing import Composing
from tui.plain.view import Host, Lines
from tui.send.telling import state_words
from tui.store.draft import Draft, DraftState
from tui.store.writing import Choice, Writing

END = "."
_TEMPLATE = ".t"
SIGNS = {
    END: "end; the draft is kept",
    ".p": "tell what is written so far",
    ".v": "tell how it will look on the site",
    ".c": "count words and characters, against the site's limit",
    ".s": "tell what is misspelt",
    ".u": "take the last line back",
    ".q": "put what is answered in, as a quote",
    _TEMPLATE: "put a template in; .t and a name or a number says which",
    ".m": "write in the site's own rules, sent as typed, instead of Markdown; and back",
    ".e": "go on in $VISUAL or $EDITOR",
    ".d": "tell the text that another program gave the draft",
    ".mine": "where another program changed the draft, go on with your text",
    ".theirs": "likewise, go on with their text",
    ".both": "likewise, keep both as drafts",
    ".x": "discard the draft; asks first",
    ".h": "tell these signs",
}
"""What a line that is one of these means; a dot more before it makes it text."""


class Drafting(Composing):
    """A draft that takes lines.

    Attributes:
        over: Whether it takes no more lines.
    """

    prompt = "reply> "

    def __init__(
        self, host: Host, writing: Writing, done: Callable[[], None], page: Page | None = None
    ) -> None:
        super().__init__(host, writing, page)
        self.over = False
        self._done = done

    def begin(self) -> Lines:
        """What is answered, and what is there already."""
        yield from self.host.wrapped(
            f"{self.writing.title}. Type lines; a line with a dot alone ends, .h tells more."
        )
        draft = self.writing.draft
        if draft is not None and draft.state is not DraftState.DRAFT:
            again = draft.state in {DraftState.READY, DraftState.FAILED}
            what = "a change makes it a draft again" if again else "what you change stays here"
            yield from self.host.wrapped(f"It is {state_words(draft)}; {what}.")
        if self.writing.body:
            begins = "this quote" if self.writing.body.startswith(">") else "this"
            yield "The draft so far:" if self.writing.draft else f"It begins with {begins}:"
            yield from self._written()

    def enter(self, line: str) -> Lines:
        """Take a line of text, or do what a sign means."""
        sign = line.rstrip()
        if sign in SIGNS:
            yield from self._do(sign)
        elif sign.startswith(f"{_TEMPLATE} "):
            yield from self.template(sign.removeprefix(_TEMPLATE).strip())
        elif sign[:1] == "." and (sign[1:] in SIGNS or sign[1:].startswith(f"{_TEMPLATE} ")):
            yield from self._add(sign[1:])
        else:
            yield from self._add(line)

    def _do(self, sign: str) -> Lines:
        does: dict[str, Callable[[], Lines]] = {
            END: self._end,
            ".p": self._written,
            ".v": self.preview,
            ".c": self.counted,
            ".s": self.misspelt,
            ".u": self._take_back,
            ".q": lambda: self.put_in(self.quote()),
            _TEMPLATE: lambda: self.template(""),
            ".m": self.switch_markup,
            ".e": self.use_editor,
            ".d": self.theirs,
            ".mine": lambda: self.settle(Choice.MINE),
            ".theirs": lambda: self.settle(Choice.THEIRS),
            ".both": lambda: self.settle(Choice.BOTH),
            ".x": self._discard,
            ".h": self._help,
        }
        yield from does[sign]()

    def _help(self) -> Lines:
        for sign, meaning in SIGNS.items():
            yield f"{sign}: {meaning}"

    def _add(self, line: str) -> Lines:
        body = self.writing.body
        gap = "" if not body or body.endswith("\n") else "\n"
        self.writing.body = f"{body}{gap}{line}\n"
        yield from self.save()

    def _take_back(self) -> Lines:
        lines = self.writing.body.removesuffix("\n").split("\n")
        if not self.writing.body:
            yield "There is no line to take back."
            return
        self.writing.body = "".join(f"{line}\n" for line in lines[:-1])
        yield from self.save()
        yield from self.host.wrapped(f"Taken back: {lines[-1]}")

    def _written(self) -> Lines:
        for line in self.writing.body.removesuffix("\n").split("\n"):
            yield from self.host.wrapped(line)

    def use_editor(self) -> Lines:
        """Let the user's own editor have the text; it is on disk before."""
        yield from self.save()
        before = self.writing.body
        body = self.host.stores.edited(before)
        if before.strip() and not body.strip():
            question = "The editor gave back an empty text. Empty the draft?"
            yield from self.host.ask(question, lambda: self._take_edited(body))
        else:
            yield from self._take_edited(body)

    def _take_edited(self, body: str) -> Lines:
        self.writing.body = body
        yield from self.save()
        lines = telling.many(len(self.writing.body.splitlines()), "line")
        yield f"The reply has {lines} now; a dot alone ends."

    def _end(self) -> Lines:
        yield from self.save()
        if self.writing.unsaved:
            return
        self.over = True
        self._done()
        kept = self.writing.draft
        yield "Nothing was written, so no draft is kept." if kept is None else "The draft is kept."

    def _discard(self) -> Lines:
        yield from self.save()
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
        yield from self.save()
        if self.writing.unsaved:
            yield "This is what you wrote:"
            yield from self.writing.body.split("\n")


def discard_sentence(draft: Draft) -> str:
    """What is asked before a draft is discarded."""
    return f"Discard your {draft.state} {telling.addressee(draft)}?"
