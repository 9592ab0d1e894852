"""The drafts panel: the drafts of all pages, and what can be done with one or with many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, cast

from textual import on, work
from textual.binding import BindingType

from tui.app import dialogs
from tui.app.actions import Scope, bindings
from tui.app.clipboard import copy_text
from tui.app.layout.comments import count
from tui.app.layout.drafts import discard_detail
from tui.app.messages import DraftChosen, DraftMoved, HandOverAsked, SendAsked
from tui.app.screens.draft_rows import DraftRows
from tui.app.screens.versions import VersionsScreen
from tui.app.services import Services
from tui.app.terminal import TerminalApp
from tui.dump.draft_files import DraftOrder, default_path, files_of, write_files
from tui.dump.exports import Form
from tui.errors import RejoinderError
from tui.reading.undo import Undo
from tui.store.bookmarks import split_tags
from tui.store.draft import Draft
from tui.store.draftlist import retagged, tags_of
from tui.store.drafts import DraftStore

Tags = tuple[str, ...]


class DraftsScreen(DraftRows):
    """The drafts of all pages."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.DRAFTS)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._undo = Undo()

    def choose(self, key: str) -> None:
        """Go on writing a draft; one that was discarded is taken back."""
        draft = self._drafts[key]
        if self.shows_discarded:
            self._restore([draft])
        else:
            self.post_message(DraftChosen(draft))

    def action_go_to(self) -> None:
        """Show the draft in its place, without going on with it."""
        draft = self.current()
        if draft is not None and not self.shows_discarded:
            self.post_message(DraftChosen(draft, writes=False))

    def action_versions(self) -> None:
        """List the earlier versions of the draft."""
        draft = self.current()
        if draft is not None and not self.shows_discarded:
            self.app.push_screen(VersionsScreen(self.services, draft.id))

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """Copy what was written."""
        draft = self.current()
        if draft is not None:
            app = cast("TerminalApp", self.app)
            copied = await copy_text(app, draft.body, "The draft")
            (self._say if copied.sent else self._complain)(copied.sentence)

    # Sending

    def action_send(self) -> None:
        """Send the drafts, each after its own yes."""
        drafts = self.meant()
        if drafts and not self.shows_discarded:
            self.post_message(SendAsked(*(draft.id for draft in drafts)))

    def action_hand_over(self) -> None:
        """Hand the draft under the cursor over."""
        draft = self.current()
        if draft is not None and not self.shows_discarded:
            self.post_message(HandOverAsked(draft.id))

    @on(DraftMoved)
    def _moved(self) -> None:
        self.read_rows()

    # Tags

    def action_tags(self) -> None:
        """Ask for the tags of the drafts."""
        drafts = self.meant()
        if not drafts or self.shows_discarded:
            return

        def named(text: str | None) -> None:
            if text is not None:
                self._tag(drafts, text)

        known = " ".join(tags_of(self._drafts.values()))
        if len(drafts) == 1:
            before, hint = " ".join(drafts[0].tags), f"words, perhaps none; in use: {known or '-'}"
            title = "Tags"
        else:
            before, hint = "", f"words to add, -words to take off; in use: {known or '-'}"
            title = f"Tags of {len(drafts)} drafts"
        self.app.push_screen(dialogs.LinePrompt(title, before, hint=hint), named)

    def _tag(self, drafts: Sequence[Draft], text: str) -> None:
        one = len(drafts) == 1
        after = {
            draft.id: split_tags(text) if one else retagged(draft.tags, text) for draft in drafts
        }
        before = {draft.id: draft.tags for draft in drafts}
        self._do(lambda: self._put_tags(after))
        self._undo.did("Tags", lambda: self._do(lambda: self._put_tags(before)))

    def _put_tags(self, tags: Mapping[str, Tags]) -> None:
        def put(store: DraftStore) -> None:
            for draft_id, own in tags.items():
                store.amend(draft_id, tags=own)

        self.services.with_drafts(put)

    # Discarding

    def action_discard(self) -> None:
        """Discard the drafts, after a yes."""
        drafts = self.meant()
        if not drafts:
            return
        if self.shows_discarded:
            self._say("The file stays in the folder “discarded” until you delete it there.")
            return
        if len(drafts) == 1:
            dialog = dialogs.ConfirmDialog("Discard this draft?", discard_detail(drafts[0]))
        else:
            detail = "The files go to the folder “discarded”."
            dialog = dialogs.ConfirmDialog(f"Discard {len(drafts)} drafts?", detail)
        self.app.push_screen(dialog, lambda yes: self._discard(drafts) if yes else None)

    def _discard(self, drafts: Sequence[Draft]) -> None:
        ids = [draft.id for draft in drafts]

        def discard(store: DraftStore) -> None:
            for draft_id in ids:
                store.discard(draft_id)

        self.marked -= frozenset(ids)
        self._do(lambda: self.services.with_drafts(discard))
        self._undo.did(f"Discarded {count(len(ids), 'draft')}", lambda: self._put_back(ids))
        self._say(f"Discarded {count(len(ids), 'draft')}; ctrl+z takes it back.")

    def action_discarded(self) -> None:
        """List the drafts that were discarded, and back."""
        self.show_discarded(discarded=not self.shows_discarded)

    def _restore(self, drafts: Sequence[Draft]) -> None:
        self._put_back([draft.id for draft in drafts])
        self._say(f"Took {count(len(drafts), 'draft')} back.")

    def _put_back(self, ids: Sequence[str]) -> None:
        def restore(store: DraftStore) -> None:
            for draft_id in ids:
                store.restore(draft_id)

        self._do(lambda: self.services.with_drafts(restore))

    def action_undo(self) -> None:
        """Undo what was done last."""
        title = self._undo.undo()
        self._say(f"Undone: {title}." if title else "Nothing to undo.")

    # Exporting

    def action_export(self) -> None:
        """Write the drafts to a file or to a folder."""
        drafts = self.meant()
        if drafts:
            self._ask_export(drafts, DraftOrder(Form.MARKDOWN, default_path(drafts, Form.MARKDOWN)))

    def _ask_export(self, drafts: Sequence[Draft], order: DraftOrder) -> None:
        def ordered(order: DraftOrder | None) -> None:
            if order is not None:
                self._export(drafts, order)

        self.app.push_screen(dialogs.DraftExportDialog(order, drafts), ordered)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _export(self, drafts: Sequence[Draft], order: DraftOrder) -> None:
        """Write the files; where that does not come about, ask again."""
        call = self.app.call_from_thread
        try:
            files = files_of(drafts, order)
            taken = [path for path in files if path.exists()]
            if taken:
                call(self._ask_replace, drafts, order, files, taken)
            else:
                call(self._say, f"Written: {write_files(files)}")
        except RejoinderError as error:
            call(self._complain, str(error))
            call(self._ask_export, drafts, order)

    def _ask_replace(
        self,
        drafts: Sequence[Draft],
        order: DraftOrder,
        files: dict[Path, bytes],
        taken: Sequence[Path],
    ) -> None:
        """Replace files only after a yes."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 -- Textual hands over the result
            if yes:
                self._do(lambda: self._write(files))
            else:
                self._ask_export(drafts, order)

        several = f" and {len(taken) - 1} more are" if len(taken) > 1 else " is"
        detail = f"{taken[0]}{several} there already."
        self.app.push_screen(dialogs.ConfirmDialog("Replace what is there?", detail), answered)

    def _write(self, files: dict[Path, bytes]) -> None:
        self.app.call_from_thread(self._say, f"Written: {write_files(files)}")

    # Doing

    def _do(self, write: Callable[[], None]) -> None:
        """Write something in a thread, and read the rows again."""

        def work() -> None:
            try:
                write()
            except RejoinderError as error:
                self.app.call_from_thread(self._complain, str(error))
            self.app.call_from_thread(self.read_rows)

        self.run_worker(work, thread=True, group="write", exit_on_error=False)

    def _say(self, sentence: str) -> None:
        self.notify(sentence, timeout=4, markup=False)

    def _complain(self, sentence: str) -> None:
        self.notify(sentence, severity="error", timeout=8, markup=False)
