"""Handing a comment, a passage, a thread or a page to a command."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from textual.app import SuspendNotSupported

from tui.app import dialogs
from tui.app.reader.base import ReadingScreen
from tui.app.reader.copying import Copying
from tui.app.reader.feature import Feature
from tui.dump.exports import WIDTH, Form, exported
from tui.dump.passages import passage_markdown, passage_text
from tui.model import Block
from tui.reading.parts import Part, part_of
from tui.system.commands import CommandError, how_it_ended, split
from tui.system.terminal import lend, needs_terminal


class Offer(Struct, frozen=True):
    """Something that can be handed to a command.

    Attributes:
        name: What it is.
        text: Makes it, as Markdown or as plain text; runs in a thread.
    """

    name: str
    text: Callable[[Form], str]


class Pipes(Feature):
    """Runs commands with something of the page as their input."""

    def __init__(self, screen: ReadingScreen, copying: Copying) -> None:
        super().__init__(screen)
        self._copying = copying

    def action_pipe(self) -> None:
        """Hand something to a command."""
        self.ask(self._offers())

    def ask_for_passage(self, passage: tuple[Block, ...]) -> None:
        """Hand a selected passage to a command."""
        self.ask([_passage("selection", passage)])

    def _offers(self) -> list[Offer]:
        index = self.thread.comment
        comment = self._copying.comment
        parts = {Part.ARTICLE: "article", Part.THREAD: "thread", Part.PAGE: "page"}
        if comment is None:
            return [self._offer(part, name) for part, name in parts.items()]
        of_thread = {Part.BRANCH: "branch", Part.THREAD: "thread"} | parts
        return [
            _passage("comment", comment.blocks),
            *(self._offer(part, name, index) for part, name in of_thread.items()),
        ]

    def _offer(self, part: Part, name: str, index: int | None = None) -> Offer:
        page, source = self.page, self.screen.source
        return Offer(name, lambda form: exported(part_of(page, part, index), form, source))

    def ask(self, offers: Sequence[Offer]) -> None:
        """Ask for a command, and what it is handed."""
        command = self.app.last_command or self.services.preferences.commands.pipe
        prompt = dialogs.PipePrompt([offer.name for offer in offers], command)

        def entered(command: str | None) -> None:
            if command is not None and command.strip():
                self.app.last_command = command
                form = Form.MARKDOWN if prompt.markdown else Form.TEXT
                pipe = partial(self._pipe, command, offers[prompt.offer], form)
                self.run(pipe, "pipe", exclusive=True)

        self.app.push_screen(prompt, entered)

    async def _pipe(self, command: str, offer: Offer, form: Form) -> None:
        """Run a command, with the whole terminal where it needs that."""
        environ = self.services.environ
        lends = command.lstrip().startswith("!")
        try:
            argv = split(command.lstrip().removeprefix("!"))
            text = await asyncio.to_thread(offer.text, form)
            if lends or needs_terminal(argv, environ):
                self._lend(argv, text)
            else:
                dialog = dialogs.CommandDialog(argv, text, environ)
                self.app.push_screen(dialog, lambda said: self.tell(said, 4) if said else None)
        except CommandError as error:
            self.complain(str(error))

    def _lend(self, argv: Sequence[str], text: str) -> None:
        """Run a command that has the terminal until it ends."""
        try:
            with self.app.suspend():
                result = lend(argv, text, self.services.environ)
        except SuspendNotSupported:
            self.complain("This terminal cannot be lent to a command.")
            return
        finally:
            self.app.refresh(layout=True)
        if result.status:
            self.tell(how_it_ended(argv[0], result), 4)


def _passage(name: str, blocks: tuple[Block, ...]) -> Offer:
    def text(form: Form) -> str:
        if form is Form.MARKDOWN:
            return passage_markdown(blocks)
        return passage_text(blocks, WIDTH)

    return Offer(name, text)
