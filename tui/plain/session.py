"""A session of the linear mode: lines in, lines out, no terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.dump.wrapping import wrap
from tui.errors import RejoinderError
from tui.model import Page
from tui.parse.clean import clean
from tui.plain.asking import Talk, Talking
from tui.plain.commands import Asked, CommandError, help_lines, parse
from tui.plain.dispatching import OutboxView
from tui.plain.drafting import Drafting, discard_sentence
from tui.plain.lists import DraftsView, LibraryView
from tui.plain.page import PageView
from tui.plain.sending import who_talk
from tui.plain.stores import PlainStores
from tui.plain.telling import UNWRAPPED
from tui.plain.view import Lines, View
from tui.store.draft import Draft
from tui.store.writing import Writing

_YES = frozenset({"y", "yes"})


class Question:
    """Something that is asked before it is done; anything but a yes means no."""

    prompt = "yes or no> "

    def __init__(self, question: str, yes: Callable[[], Lines]) -> None:
        self.question = question
        self.over = False
        self._yes = yes

    def enter(self, line: str) -> Lines:
        """Take the answer."""
        self.over = True
        if line.strip().lower() in _YES:
            yield from self._yes()
        else:
            yield "Nothing was done."

    def close(self) -> Lines:
        """Nobody answered."""
        yield from ()


class Session:
    """What a reader does from the start of the program to its end.

    Attributes:
        stores: The stores.
        width: The cells of a line.
        views: The page or list that is shown, on top of those to go back to.
        modes: What takes the next line in the place of a command: a draft, a question.
        over: Whether the reader left.
    """

    def __init__(self, stores: PlainStores, width: int = UNWRAPPED) -> None:
        self.stores = stores
        self.width = width
        self.views: list[View] = []
        self.modes: list[Drafting | Question | Talking] = []
        self.over = False

    @property
    def prompt(self) -> str:
        """What asks for the next line."""
        if self.modes:
            return self.modes[-1].prompt
        return self.views[-1].prompt if self.views else "> "

    def begin(self, source: str | None) -> Iterator[str]:
        """Open a page, or the library.

        Raises:
            SourceError: The page cannot be opened.
        """
        if source is None:
            yield from self._clean(self._show(LibraryView(self)))
        else:
            yield from self._clean(self._open(source, None))

    def enter(self, line: str) -> Iterator[str]:
        """Take a line and do what it says; never raises but for ctrl+c."""
        try:
            if self.modes:
                yield from self._clean(self._in_mode(line))
            else:
                view = self.views[-1]
                yield from self._clean(self._do(parse(clean(line), view.where), view))
        except RejoinderError as error:
            yield from self._clean(iter(self.wrapped(str(error))))
        if self.views:
            self.views[-1].keep_sometimes()

    def interrupted(self) -> Iterator[str]:
        """What ctrl+c at the prompt means: no to a question, and to all else how to leave."""
        mode = self.modes[-1] if self.modes else None
        if isinstance(mode, Question | Talking):
            self.modes.pop()
            yield "Nothing was done."
        else:
            yield "quit leaves." if mode is None else "A line with a dot alone ends the draft."

    def close(self) -> Iterator[str]:
        """Keep everything."""
        self.over = True
        while self.modes:
            yield from self._clean(self.modes.pop().close())
        while self.views:
            self.views.pop().close()

    @staticmethod
    def _clean(lines: Lines) -> Iterator[str]:
        """Lines that hold nothing a terminal acts on, whoever wrote them."""
        for line in lines:
            yield clean(line).replace("\t", " ")

    def _in_mode(self, line: str) -> Lines:
        mode = self.modes[-1]
        try:
            yield from mode.enter(line)
        finally:
            self.modes = [each for each in self.modes if not each.over]

    def _do(self, asked: Asked, view: View) -> Lines:
        own: dict[str, Callable[[Asked], Lines]] = {
            "help": self._help,
            "open": self._open_asked,
            "drafts": lambda _: self._show(DraftsView(self)),
            "library": lambda _: self._show(LibraryView(self)),
            "outbox": lambda _: self._show(OutboxView(self)),
            "who": lambda _: self.talk(who_talk(self.stores), lambda: None),
            "go_back": lambda _: self._back(),
            "quit": lambda _: self._quit(),
        }
        handler = own.get(asked.id) or view.handler(asked.id)
        if handler is None:
            raise CommandError("That cannot be done here; help lists what can.")
        yield from handler(asked)

    # What applies everywhere

    def _help(self, asked: Asked) -> Lines:
        for line in help_lines(asked.text):
            yield from self.wrapped(line)

    def _open_asked(self, asked: Asked) -> Lines:
        if not asked.text:
            raise CommandError("Open what? Name an address or a file.")
        yield from self.open(asked.text)

    def _show(self, view: View) -> Lines:
        self.views.append(view)
        yield from view.begin()

    def back(self) -> Lines:
        """Go back to what was shown before, if anything was."""
        if len(self.views) < 2:
            raise CommandError("There is nothing to go back to; quit leaves.")
        yield from self._back()

    def _back(self) -> Lines:
        self.views.pop().close()
        if self.views:
            yield from self.views[-1].resume()
        else:
            self.over = True

    def _quit(self) -> Lines:
        self.over = True
        yield from ()

    # What views ask for

    def wrapped(self, sentence: str) -> list[str]:
        """A sentence as lines."""
        return wrap(clean(sentence), self.width)

    def ask(self, question: str, yes: Callable[[], Lines]) -> Lines:
        """Ask something, and do what a yes means."""
        self.modes.append(Question(question, yes))
        yield from self.wrapped(question)

    def write(
        self,
        writing: Writing,
        done: Callable[[], None],
        page: Page | None = None,
        *,
        in_editor: bool = False,
    ) -> Lines:
        """Take lines of a draft, or let the user's editor have it, then tell that it is done."""
        mode = Drafting(self, writing, done, page)
        self.modes.append(mode)
        yield from mode.use_editor() if in_editor else mode.begin()

    def discard(self, draft: Draft, done: Callable[[], None]) -> Lines:
        """Discard a draft after a yes, then tell that it is done."""

        def yes() -> Lines:
            self.stores.drafts.discard(draft.id)
            done()
            yield f"Discarded; it is kept in {self.stores.drafts.folder / 'discarded'}."

        yield from self.ask(discard_sentence(draft), yes)

    def talk(self, talk: Talk, done: Callable[[], None]) -> Lines:
        """Talk until the talk is over, then tell that it is done."""
        mode = Talking(talk, done, self.wrapped)
        self.modes.append(mode)
        try:
            yield from mode.begin()
        finally:
            self.modes = [each for each in self.modes if not each.over]

    def open(self, source: str, key: str | None = None) -> Lines:
        """Open a page on top of what is shown."""
        yield f"Opening {source} …"
        yield from self._open(source, key)

    def _open(self, source: str, key: str | None) -> Lines:
        opened = self.stores.open(source, key)
        problem = self.stores.remember(opened)
        yield from self._show(PageView(self, opened))
        if problem:
            yield from self.wrapped(problem)
