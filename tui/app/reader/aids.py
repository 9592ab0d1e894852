"""What serves the writer of a reply: templates, the own editor, spelling, a choice of two texts."""

from __future__ import annotations

from asyncio import to_thread
from pathlib import Path

from textual.app import SuspendNotSupported

from tui.app import dialogs
from tui.app.messages import DraftSaved
from tui.app.reader.base import ReadingScreen
from tui.app.reader.desk import Desk
from tui.app.reader.feature import Feature
from tui.app.reader.replies import Replies
from tui.errors import DraftError, RejoinderError

_ADD, _PASS = "Add it to your own words", "Take it for right until the program ends"


class Aids(Feature):
    """Does for a writer what is more than taking keys."""

    def __init__(self, screen: ReadingScreen, desk: Desk, replies: Replies) -> None:
        super().__init__(screen)
        self._desk, self._replies = desk, replies

    def asked(self, name: str) -> None:
        """Do what a key of the composer asks for."""
        composer = self._desk.composer
        if composer is None:
            return
        match name:
            case "editor":
                self._use_editor()
            case "preview":
                composer.show_preview()
            case "markup":
                composer.switch_markup()
            case "quote_all":
                composer.insert(self._replies.quote_of_answered(composer.writing))
            case "template":
                self.run(self._choose_template, "templates", exclusive=True)
            case "misspelt_next":
                self.run(self._go_to_misspelt, "misspelt", exclusive=True)
            case "suggestions":
                self.run(self._choose_spelling, "misspelt", exclusive=True)
            case "settle":
                self.run(self._settle, "settle", exclusive=True)

    # Templates

    async def _choose_template(self) -> None:
        """Let the user choose a template, and put it in at the cursor."""
        from tui.store.templates import read_templates, reply_values  # noqa: PLC0415 -- seldom needed

        folder = self.services.templates
        try:
            found = [] if folder is None else await to_thread(read_templates, folder)
        except RejoinderError as error:
            self.complain(str(error))
            return
        if not found:
            where = folder or Path("templates")
            said = f"There is no template; put files such as {where / 'thanks.md'} there."
            self.tell(said, 8)
            return
        names = [template.name for template in found]
        chosen = await self.app.push_screen_wait(dialogs.ChooseDialog("Which template?", names))
        composer = self._desk.composer
        if chosen is not None and composer is not None:
            writing = composer.writing
            quote = self._replies.quote_of_answered(writing)
            values = reply_values(self.page, writing.page, writing.parent, quote)
            composer.insert(found[chosen].filled(values))

    # The user's editor

    def _use_editor(self) -> None:
        """Hand the terminal to the user's editor; the draft is on disk before."""
        composer = self._desk.composer
        if composer is None:
            return
        from tui.system.editor import edit, editor_command  # noqa: PLC0415 -- seldom needed

        app = self.app
        composer.finish()
        before = composer.writing.body
        body = before
        try:
            command = editor_command(self.services.environ)
            folder = self.services.drafts.folder / "editing"
            with app.suspend():
                body = edit(before, command, folder)
        except SuspendNotSupported:
            self.complain("This terminal cannot be handed to an editor.", 5)
        except DraftError as error:
            self.complain(str(error), 10)
        app.refresh(layout=True)
        if body == f"{before}\n":  # editors end the last line, which says nothing
            body = before
        if before.strip() and not body.strip():
            detail = "The editor gave back an empty text. Empty the draft? Otherwise it stays."
            dialog = dialogs.ConfirmDialog("Empty the draft?", detail)
            app.push_screen(dialog, lambda yes: composer.replace_text(body) if yes else None)
        elif body != before:
            composer.replace_text(body)

    # Spelling

    async def _go_to_misspelt(self) -> None:
        """Put the cursor on the next misspelt word, and tell what may have been meant."""
        composer = self._desk.composer
        if composer is None:
            return
        await composer.check_spelling()
        mistakes = composer.mistakes
        if not mistakes:
            said = composer.proof.problem or "No word is misspelt."
            self.tell(said, 6)
            return
        here = composer.text.cursor_location
        ends = ((mistake.word.row, mistake.span[1]) for mistake in mistakes)
        at = next((at for at, end in enumerate(ends) if end > here), 0)
        composer.show_mistake(mistakes[at])

    async def _choose_spelling(self) -> None:
        """Let the user choose another spelling of the word at the cursor, or keep it."""
        composer = self._desk.composer
        if composer is None:
            return
        await composer.check_spelling()
        mistake = composer.mistake_here()
        if mistake is None:
            wrong = ", ".join(dict.fromkeys(each.word.text for each in composer.mistakes))
            said = f"Misspelt: {wrong}; ctrl+n goes to the next." if wrong else ""
            said = composer.proof.problem or said or "No word is misspelt."
            self.tell(said, 8)
            return
        from tui.system.spelling import SpellingError  # noqa: PLC0415 -- loaded with the speller

        offered = [*mistake.finding.suggestions, _ADD, _PASS]
        title = f"“{mistake.finding.part}” is not in the dictionary {composer.proof.dictionary}"
        chosen = await self.app.push_screen_wait(dialogs.ChooseDialog(title, offered))
        if chosen is None or self._desk.composer is not composer:
            return
        try:
            if offered[chosen] == _ADD:
                await composer.proof.learn(mistake.word.text)
            elif offered[chosen] == _PASS:
                composer.proof.ignore(mistake.word.text)
            else:
                composer.correct(mistake, offered[chosen])
        except SpellingError as error:
            self.complain(str(error))
        await composer.check_spelling()

    # Two texts

    async def _settle(self) -> None:
        """Let the user say which of two texts of the draft goes on."""
        composer = self._desk.composer
        conflict = composer.writing.conflict if composer is not None else None
        if composer is None or conflict is None:
            self.tell("No other program has changed this draft.", 3)
            return
        choice = await self.app.push_screen_wait(
            dialogs.ConflictDialog(composer.text.text, conflict)
        )
        if choice is None:
            return
        from tui.store.writing import Choice  # noqa: PLC0415 -- loaded with the composer

        composer.writing.body = composer.text.text
        try:
            drafts = composer.writing.settle(choice)
        except DraftError as error:
            self.complain(str(error), 10)
            return
        said = {
            Choice.MINE: "Your text goes on; theirs is kept as a version.",
            Choice.THEIRS: "Their text goes on; yours is kept as a version.",
            Choice.BOTH: "Both are drafts now; theirs is beside this one.",
        }
        composer.show_text(said[choice])
        for draft in drafts:
            self.screen.post_message(DraftSaved(draft))
