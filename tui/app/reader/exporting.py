"""Writing the page, or a part of it, to a file."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from tui.app import dialogs
from tui.app.reader.feature import Feature
from tui.dump.exports import Form, exported, file_name
from tui.errors import RejoinderError
from tui.model import Page
from tui.reading.parts import Part, part_of
from tui.store.output import write_output


class Exporting(Feature):
    """Asks what to export and where, until a file is written or nothing is wanted."""

    def action_export(self) -> None:
        """Write the page, or a part of it, to a file."""
        part, form = Part.PAGE, Form.MARKDOWN
        self._ask(
            dialogs.ExportOrder(part, form, file_name(self.page.article.title, part, form)),
            self.thread.comment,
        )

    def _ask(self, order: dialogs.ExportOrder, index: int | None) -> None:
        """Ask what to export and where, beginning with what was asked for before."""

        def ordered(order: dialogs.ExportOrder | None) -> None:
            if order is not None:
                self._begin(order, index)

        self.app.push_screen(dialogs.ExportDialog(order, self.page.article.title), ordered)

    def _begin(
        self, order: dialogs.ExportOrder, index: int | None, *, replaces: bool = False
    ) -> None:
        self.run(partial(self._export, order, index, replaces=replaces), "export", exclusive=True)

    async def _export(
        self, order: dialogs.ExportOrder, index: int | None, *, replaces: bool
    ) -> None:
        """Write a file; where that does not come about, ask again."""
        name = file_name(self.page.article.title, order.part, order.form)
        try:
            page = _exportable(self.page, order.part, index)
            path, is_there = await asyncio.to_thread(_target, order.path, name)
            if is_there and not replaces:
                self._ask_replace(order, index, path)
                return
            text = await asyncio.to_thread(exported, page, order.form, self.screen.source)
            await asyncio.to_thread(write_output, path, text.encode())
        except RejoinderError as error:
            self.complain(str(error))
            self._ask(order, index)
        else:
            self.tell(f"Written: {path}", 4)

    def _ask_replace(self, order: dialogs.ExportOrder, index: int | None, path: Path) -> None:
        """Replace a file only after a yes."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 -- Textual hands over the result
            if yes:
                self._begin(order, index, replaces=True)
            else:
                self._ask(order, index)

        detail = f"{path} is there already."
        self.app.push_screen(dialogs.ConfirmDialog("Replace the file?", detail), answered)


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
