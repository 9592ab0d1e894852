"""The part of a reading screen that takes things along: copies, pipes, exports."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from textual import work
from textual.actions import SkipAction
from textual.app import SuspendNotSupported
from textual.geometry import Offset
from textual.widget import Widget

from tui.app import dialogs
from tui.app.actions import Scope
from tui.app.clipboard import copy_text
from tui.app.layout.comments import DraftItem
from tui.app.screens.seeing import SeeingScreen
from tui.app.widgets.bars import KeyBar
from tui.app.widgets.dragging import DraggableView
from tui.dump.exports import WIDTH, Form, exported, file_name
from tui.dump.passages import Citation, passage_markdown, passage_text
from tui.errors import RejoinderError
from tui.model import Block, Comment, Page
from tui.reading.parts import Part, part_of
from tui.store.output import write_output
from tui.system.commands import CommandError, how_it_ended, split
from tui.system.terminal import lend, needs_terminal


class Offer(NamedTuple):
    """Something that can be handed to a command.

    Attributes:
        name: What it is.
        text: Makes it, as Markdown or as plain text; runs in a thread.
    """

    name: str
    text: Callable[[Form], str]


class TakingScreen(SeeingScreen):
    """A screen whose comments and passages go to the clipboard, to commands and to files."""

    @property
    def _comment(self) -> Comment | None:
        """The comment that the reader is at, where that is in the comments."""
        index = self.thread.comment
        if self.focused is not self.thread or index is None:
            return None
        return self.thread.thread.comments[index]

    # Copying

    def action_copy(self) -> None:
        """Copy what the mouse selected, the comment, the draft, or the passage in sight."""
        item = self.thread.current
        comment = self._comment
        selected = self.get_selected_text()
        if selected:
            self.copy(selected, "The selection")
        elif self.focused is self.thread and isinstance(item, DraftItem):
            self.copy(item.body, "The draft")
        elif comment is not None:
            self.copy(passage_markdown(comment.blocks), "The comment")
        elif self.focused is self.thread:
            self._say("There is no comment to copy.")
        else:
            passage = self.article.passage_in_sight()
            if passage:
                self.copy(passage_markdown(passage, self._citation(None)), "The passage")
            else:
                self._say("There is no passage in sight.")

    def action_copy_text(self) -> None:
        """Copy what the mouse selected."""
        selected = self.get_selected_text()
        if not selected:
            raise SkipAction
        self.copy(selected, "The selection")

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is at a cell; of article and comments, the line of their text."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        return widget, widget.offset_at(x, y) if isinstance(widget, DraggableView) else offset

    def action_copy_link(self) -> None:
        """Copy the comment's address, or the page's."""
        comment = self._comment
        address = self._address(comment)
        if address is None:
            self._say("The page names no address for this.")
        else:
            self.copy(address, "The link" if comment is None else "The comment's link")

    def copy_address(self, address: str) -> None:
        """Copy the address of a link that was picked."""
        self.copy(address, "The link")

    def _address(self, comment: Comment | None) -> str | None:
        """Where a comment is, or the page; of a file its path."""
        source = None if self.source == "-" else self.source
        page = self.page.canonical or self.page.url or source
        if comment is None:
            return page
        permalink = comment.permalink
        if permalink is None or not permalink.startswith("#"):
            return permalink
        return None if page is None else page.partition("#")[0] + permalink

    def _citation(self, comment: Comment | None) -> Citation:
        """Where a passage of the article, or of a comment, is from."""
        article = self.page.article
        author = ", ".join(article.authors) if comment is None else comment.author
        return Citation(author, article.title, self._address(comment))

    @work(exclusive=True, group="copy")
    async def copy(self, text: str, what: str) -> None:
        """Put a text on the clipboard, and tell what of that is known.

        Args:
            text: The text.
            what: What it is, as the beginning of a sentence.
        """
        copied = await copy_text(self.terminal, text, what)
        (self._say if copied.sent else self._complain)(copied.sentence)

    # Selecting

    def action_select(self) -> None:
        """Select text by keys."""
        pane = self.thread if self.focused is self.thread else self.article
        selecting = pane.selecting()
        if selecting is None:
            self._say("There is no text to select.")
            return
        self.clear_selection()
        comment = self._comment
        bar = self.query_one(KeyBar)
        scopes = bar.scopes
        bar.show((Scope.SELECTION,))
        selecting.show()

        def done(taken: dialogs.Taken | None) -> None:
            selecting.stop()
            bar.show(scopes)
            passage = selecting.passage()
            match taken:
                case dialogs.Taken.COPIED:
                    self.copy(passage_markdown(passage, self._citation(comment)), "The passage")
                case dialogs.Taken.QUOTED:
                    self.quote(passage, comment)
                case dialogs.Taken.PIPED:
                    self._ask_pipe([_passage("selection", passage)])

        self.app.push_screen(dialogs.SelectionScreen(selecting), done)

    # Handing to a command

    def action_pipe(self) -> None:
        """Hand something to a command."""
        self._ask_pipe(self._offers())

    def _offers(self) -> list[Offer]:
        index = self.thread.comment
        comment = self._comment
        parts = {Part.ARTICLE: "article", Part.THREAD: "thread", Part.PAGE: "page"}
        if comment is None:
            return [self._offer(part, name) for part, name in parts.items()]
        of_thread = {Part.BRANCH: "branch", Part.THREAD: "thread"} | parts
        return [
            _passage("comment", comment.blocks),
            *(self._offer(part, name, index) for part, name in of_thread.items()),
        ]

    def _offer(self, part: Part, name: str, index: int | None = None) -> Offer:
        page, source = self.page, self.source
        return Offer(name, lambda form: exported(part_of(page, part, index), form, source))

    def _ask_pipe(self, offers: Sequence[Offer]) -> None:
        command = self.terminal.last_command or self.services.preferences.commands.pipe
        prompt = dialogs.PipePrompt([offer.name for offer in offers], command)

        def entered(command: str | None) -> None:
            if command is not None and command.strip():
                self.terminal.last_command = command
                form = Form.MARKDOWN if prompt.markdown else Form.TEXT
                self._pipe(command, offers[prompt.offer], form)

        self.app.push_screen(prompt, entered)

    @work(exclusive=True, group="pipe")
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
                self.app.push_screen(dialog, lambda said: self._say(said) if said else None)
        except CommandError as error:
            self._complain(str(error))

    def _lend(self, argv: Sequence[str], text: str) -> None:
        """Run a command that has the terminal until it ends."""
        try:
            with self.app.suspend():
                result = lend(argv, text, self.services.environ)
        except SuspendNotSupported:
            self._complain("This terminal cannot be lent to a command.")
            return
        finally:
            self.app.refresh(layout=True)
        if result.status:
            self._say(how_it_ended(argv[0], result))

    # Writing to a file

    def action_export(self) -> None:
        """Write the page, or a part of it, to a file."""
        part, form = Part.PAGE, Form.MARKDOWN
        self._ask_export(
            dialogs.ExportOrder(part, form, file_name(self.page.article.title, part, form)),
            self.thread.comment,
        )

    def _ask_export(self, order: dialogs.ExportOrder, index: int | None) -> None:
        """Ask what to export and where, beginning with what was asked for before."""

        def ordered(order: dialogs.ExportOrder | None) -> None:
            if order is not None:
                self._export(order, index)

        self.app.push_screen(dialogs.ExportDialog(order, self.page.article.title), ordered)

    @work(exclusive=True, group="export")
    async def _export(
        self, order: dialogs.ExportOrder, index: int | None, *, replaces: bool = False
    ) -> None:
        """Write a file; where that does not come about, ask again."""
        name = file_name(self.page.article.title, order.part, order.form)
        try:
            page = _exportable(self.page, order.part, index)
            path, is_there = await asyncio.to_thread(_target, order.path, name)
            if is_there and not replaces:
                self._ask_replace(order, index, path)
                return
            text = await asyncio.to_thread(exported, page, order.form, self.source)
            await asyncio.to_thread(write_output, path, text.encode())
        except RejoinderError as error:
            self._complain(str(error))
            self._ask_export(order, index)
        else:
            self._say(f"Written: {path}")

    def _ask_replace(self, order: dialogs.ExportOrder, index: int | None, path: Path) -> None:
        """Replace a file only after a yes."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 -- Textual hands over the result
            if yes:
                self._export(order, index, replaces=True)
            else:
                self._ask_export(order, index)

        detail = f"{path} is there already."
        self.app.push_screen(dialogs.ConfirmDialog("Replace the file?", detail), answered)

    # The mouse

    def action_toggle_mouse(self) -> None:
        """Leave the mouse to the terminal, or take it back."""
        match self.terminal.toggle_mouse():
            case True:
                self._say("The mouse works in Rejoinder again.")
            case False:
                self._say("The mouse is the terminal's now, to select text with it.")
            case None:
                self._say("There is no mouse here that could be left to the terminal.")

    def _say(self, sentence: str) -> None:
        self.notify(sentence, timeout=4, markup=False)

    def _complain(self, sentence: str) -> None:
        self.notify(sentence, severity="error", timeout=8, markup=False)


def _passage(name: str, blocks: tuple[Block, ...]) -> Offer:
    def text(form: Form) -> str:
        if form is Form.MARKDOWN:
            return passage_markdown(blocks)
        return passage_text(blocks, WIDTH)

    return Offer(name, text)


def _exportable(page: Page, part: Part, index: int | None) -> Page:
    """A part of a page.

    Raises:
        RejoinderError: It is a branch, and there is no comment that it begins with.
    """
    if part is Part.BRANCH and index is None:
        raise RejoinderError("A branch begins at a comment; this page has none.")
    return part_of(page, part, index)


def _target(written: str, name: str) -> tuple[Path, bool]:
    """The file that is meant, and whether it is there; in a folder it gets a name.

    Raises:
        RejoinderError: There is no such folder.
    """
    try:
        path = Path(written).expanduser().absolute()
        if path.is_dir():
            path /= name
        if not path.parent.is_dir():
            raise RejoinderError(f"There is no folder {path.parent}; make it, or name another.")
        return path, path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise RejoinderError(f"{written} is no file that can be written.") from error
