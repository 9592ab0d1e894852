"""The part of a reading screen that serves its writer: quotes, templates, editor, spelling."""

from __future__ import annotations

from asyncio import to_thread
from pathlib import Path

from textual import on, work
from textual.app import SuspendNotSupported

from tui.app import dialogs
from tui.app.messages import DraftSaved, WritingAsked
from tui.app.screens.desk import DeskScreen
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.thread_pane import ThreadPane
from tui.errors import DraftError, RejoinderError
from tui.model import Block, Comment
from tui.reading.quoting import from_article, quoted, quoted_text
from tui.send.telling import sentence_of
from tui.store.draft import Draft, DraftState
from tui.store.templates import read_templates, reply_values
from tui.store.writing import Choice, Writing
from tui.system.editor import edit, editor_command
from tui.system.spelling import SpellingError

_LEFT = frozenset({DraftState.SENDING, DraftState.SENT, DraftState.UNKNOWN})
"""How far a draft has come when its text is no longer its writer's alone."""

_ADD, _PASS = "Add it to your own words", "Take it for right until the program ends"


class ComposingScreen(DeskScreen):
    """A screen with a composer that can do more than take keys."""

    @on(WritingAsked)
    def _help_asked(self, event: WritingAsked) -> None:
        """Do what a key of the composer asks for."""
        composer = self.composer
        if composer is None:
            return
        match event.name:
            case "editor":
                self._use_editor()
            case "preview":
                composer.show_preview()
            case "markup":
                composer.switch_markup()
            case "quote_all":
                composer.insert(self._quote_of_answered(composer.writing))
            case "template":
                self._choose_template()
            case "misspelt_next":
                self._go_to_misspelt()
            case "suggestions":
                self._choose_spelling()
            case "settle":
                self._settle()

    # Drafts that have left

    def edit_draft(self, draft_id: str) -> None:
        """Go on writing a draft; of one that has left, with its text in a new one, after a yes."""
        draft = self._drafts.get(draft_id)
        placed = self.placed_draft(draft_id)
        if draft is None or draft.state not in _LEFT or (placed and placed.became is not None):
            super().edit_draft(draft_id)
            return
        self._hand_over_keys(None)
        told = sentence_of(draft)
        detail = f"{told} What was sent stays as it is; begin a new draft with its text?"
        dialog = dialogs.ConfirmDialog("This reply has left", detail)
        self.app.push_screen(dialog, lambda yes: self._begin_again(draft) if yes else None)

    def _begin_again(self, draft: Draft) -> None:
        self.open_writing(
            Writing(self.services, draft.page, draft.parent, body=draft.body, markup=draft.markup)
        )

    # Quotes

    def action_quote(self) -> None:
        """Quote what the mouse selected, the comment, or the passage in sight, in the reply."""
        pane = self.article if self.focused is self.article else self.thread
        passage, comment = self._quotable(pane)
        if passage:
            self.quote(passage, comment)
        else:
            self.notify("There is nothing to quote here.", timeout=3, markup=False)

    def _quotable(self, pane: ArticlePane | ThreadPane) -> tuple[tuple[Block, ...], Comment | None]:
        """What would be quoted of a pane, and the comment that it is from."""
        selected = pane.passage_selected()
        if isinstance(pane, ArticlePane):
            return selected or pane.passage_in_sight(), None
        thread = pane.thread
        index = pane.comment if not selected else pane.comment_selected()
        comment = None if index is None else thread.comments[index]
        return selected or (comment.blocks if comment else ()), comment

    def quote(self, passage: tuple[Block, ...], comment: Comment | None) -> None:
        """Quote a passage in the reply that is being written, or in a new one.

        The quote says where it is from, but for one of the very comment that is answered.

        Args:
            passage: The passage.
            comment: The comment that it is from, or None for the article.
        """
        composer = self.composer
        parent = None if composer is None else composer.writing.parent
        is_answered = comment is not None and (
            composer is None or (parent is not None and parent.key == comment.key)
        )
        origin = self._from_article() if comment is None else comment.author
        quote = quoted(passage, None if is_answered else origin)
        self.clear_selection()
        if composer is None:
            self.article.asking = self.thread.asking = True
            self.reply_with(comment, quote)
        else:
            composer.insert(quote)
            self.set_focus(composer.front)

    def _from_article(self) -> str:
        """What a quote from the article says of where it is from."""
        answers_article = self.composer is None or self.composer.writing.parent is None
        title = None if answers_article else self.page.article.title
        return from_article(title, self.page.language)

    def _quote_of_answered(self, writing: Writing) -> str:
        """What is answered, as a quote: all of a comment, of the article the passage in sight."""
        if writing.parent is None:
            return quoted(self.article.passage_in_sight(), self._from_article())
        index = self.thread.thread.index_of(self.answered(writing) or "")
        if index is None:
            return quoted_text(writing.parent.text)
        return quoted(self.thread.thread.comments[index].blocks)

    # Templates

    @work(exclusive=True, group="templates")
    async def _choose_template(self) -> None:
        """Let the user choose a template, and put it in at the cursor."""
        folder = self.services.templates
        try:
            found = [] if folder is None else await to_thread(read_templates, folder)
        except RejoinderError as error:
            self.notify(str(error), severity="error", timeout=8, markup=False)
            return
        if not found:
            where = folder or Path("templates")
            said = f"There is no template; put files such as {where / 'thanks.md'} there."
            self.notify(said, timeout=8, markup=False)
            return
        names = [template.name for template in found]
        chosen = await self.app.push_screen_wait(dialogs.ChooseDialog("Which template?", names))
        composer = self.composer
        if chosen is not None and composer is not None:
            writing = composer.writing
            quote = self._quote_of_answered(writing)
            values = reply_values(self.page, writing.page, writing.parent, quote)
            composer.insert(found[chosen].filled(values))

    # The user's editor

    def _use_editor(self) -> None:
        """Hand the terminal to the user's editor; the draft is on disk before."""
        composer = self.composer
        if composer is None:
            return
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
            app.notify("This terminal cannot be handed to an editor.", severity="error")
        except DraftError as error:
            app.notify(str(error), severity="error", timeout=10, markup=False)
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

    @work(exclusive=True, group="misspelt")
    async def _go_to_misspelt(self) -> None:
        """Put the cursor on the next misspelt word, and tell what may have been meant."""
        composer = self.composer
        if composer is None:
            return
        await composer.check_spelling()
        mistakes = composer.mistakes
        if not mistakes:
            said = composer.proof.problem or "No word is misspelt."
            self.notify(said, timeout=6, markup=False)
            return
        here = composer.text.cursor_location
        ends = ((mistake.word.row, mistake.span[1]) for mistake in mistakes)
        at = next((at for at, end in enumerate(ends) if end > here), 0)
        composer.show_mistake(mistakes[at])

    @work(exclusive=True, group="misspelt")
    async def _choose_spelling(self) -> None:
        """Let the user choose another spelling of the word at the cursor, or keep it."""
        composer = self.composer
        if composer is None:
            return
        await composer.check_spelling()
        mistake = composer.mistake_here()
        if mistake is None:
            wrong = ", ".join(dict.fromkeys(each.word.text for each in composer.mistakes))
            said = f"Misspelt: {wrong}; ctrl+n goes to the next." if wrong else ""
            said = composer.proof.problem or said or "No word is misspelt."
            self.notify(said, timeout=8, markup=False)
            return
        offered = [*mistake.finding.suggestions, _ADD, _PASS]
        title = f"“{mistake.finding.part}” is not in the dictionary {composer.proof.dictionary}"
        chosen = await self.app.push_screen_wait(dialogs.ChooseDialog(title, offered))
        if chosen is None or self.composer is not composer:
            return
        try:
            if offered[chosen] == _ADD:
                await composer.proof.learn(mistake.word.text)
            elif offered[chosen] == _PASS:
                composer.proof.ignore(mistake.word.text)
            else:
                composer.correct(mistake, offered[chosen])
        except SpellingError as error:
            self.notify(str(error), severity="error", timeout=8, markup=False)
        await composer.check_spelling()

    # Two texts

    @work(exclusive=True, group="settle")
    async def _settle(self) -> None:
        """Let the user say which of two texts of the draft goes on."""
        composer = self.composer
        conflict = composer.writing.conflict if composer is not None else None
        if composer is None or conflict is None:
            self.notify("No other program has changed this draft.", timeout=3, markup=False)
            return
        choice = await self.app.push_screen_wait(
            dialogs.ConflictDialog(composer.text.text, conflict)
        )
        if choice is None:
            return
        composer.writing.body = composer.text.text
        try:
            drafts = composer.writing.settle(choice)
        except DraftError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        said = {
            Choice.MINE: "Your text goes on; theirs is kept as a version.",
            Choice.THEIRS: "Their text goes on; yours is kept as a version.",
            Choice.BOTH: "Both are drafts now; theirs is beside this one.",
        }
        composer.show_text(said[choice])
        for draft in drafts:
            self.post_message(DraftSaved(draft))
