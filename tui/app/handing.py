"""Handing a reply over: to the clipboard and the browser, or to a mail program."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from tui.app.asking import Asker
from tui.app.clipboard import Copied, copy_text
from tui.app.dialogs.ask import ConfirmDialog
from tui.app.dialogs.draft_export import DraftExportDialog
from tui.app.dialogs.report import Choice
from tui.dump.draft_files import DraftOrder, default_path, files_of, write_files
from tui.dump.exports import Form
from tui.errors import RejoinderError
from tui.send.handing import fits, mail_address, reply_address, reply_text
from tui.store.draft import Draft

BROWSER = Choice("h", "Copy the text and open the form")
COPY = Choice("c", "Copy the text alone")
FILE = Choice("x", "Write it to a file")
_MAIL = "m"


class Ways(NamedTuple):
    """How a draft can be handed over.

    Attributes:
        text: What goes into the form, in the site's markup.
        address: Where the form is, or None.
        mail: Where the page asks to mail replies, or None.
    """

    text: str
    address: str | None
    mail: str | None

    def choices(self) -> list[Choice]:
        """The same for the user to choose from."""
        mail = [Choice(_MAIL, f"Write a mail to {self.mail}")] if self.mail else []
        return [*([BROWSER] if self.address else []), *mail, COPY, FILE]


class HandingOver(Asker):
    """Lets a person take a reply further."""

    async def ways(self, draft: Draft, address: str | None = None, mail: str | None = None) -> Ways:
        """How a draft can be handed over.

        Args:
            draft: The draft.
            address: Where the form is, where that was just read; else it is looked up.
            mail: The same of the address for mail.
        """
        page = await self.page_of(draft)
        text = await asyncio.to_thread(reply_text, draft, page)
        address = address or reply_address(draft, page)
        return Ways(text, address, mail or (page.reply_mail if page else None))

    async def offer_hand_over(self, draft: Draft) -> None:
        """Ask how to hand a draft over, and do it."""
        ways = await self.ways(draft)
        where = f"The form is at {ways.address}" if ways.address else "No address of it is known"
        sentence = f"You send this reply yourself. {where}. The draft is marked as handed over."
        key = await self.report("Hand over", [sentence], *ways.choices())
        if key is not None:
            await self.hand_over(draft, key, ways)

    async def hand_over(self, draft: Draft, key: str, ways: Ways) -> None:
        """Hand a draft over in the way of a choice, mark it so, and tell what was done.

        Raises:
            DraftError: It could not be marked; what was copied is copied all the same.
        """
        by_mail = key == _MAIL and ways.mail
        if by_mail and ways.mail:
            told = await self._to_mail(draft, ways.mail, ways.text)
        elif key == FILE.key:
            told = await self._to_file(draft)
        else:
            told = await self._to_clipboard(ways, opens=key == BROWSER.key)
        if not told:
            return
        where = f"mailto:{ways.mail}" if by_mail else ways.address or draft.page.source
        self.moved(await asyncio.to_thread(self.services.outbox.hand_over, draft, where))
        told.append(
            "The draft is marked as handed over, and as done once its page is read and shows it."
        )
        await self.report("Handed over", told)

    async def _to_clipboard(self, ways: Ways, *, opens: bool) -> list[str]:
        """Copy the text, and perhaps open the form; what was done, nothing where it was not."""
        copied = await self._copy(ways.text)
        if opens and ways.address:
            self.app.open_url(ways.address)
            where = f"The browser was asked to open {ways.address}"
            return [copied.sentence, f"{where}: paste the text there and send it."]
        if not copied.sent:
            await self.report("Not handed over", [copied.sentence])
            return []
        return [copied.sentence]

    async def _to_file(self, draft: Draft) -> list[str]:
        """Write the draft to a file; what was done, nothing where that was given up."""
        order: DraftOrder | None = DraftOrder(Form.MARKDOWN, default_path([draft], Form.MARKDOWN))
        while order is not None:
            dialog = DraftExportDialog(order, [draft])
            order = await self.app.push_screen_wait(dialog)
            if order is None:
                break
            try:
                files = await asyncio.to_thread(files_of, [draft], order)
                if await self._may_replace(files):
                    return [f"Written: {await asyncio.to_thread(write_files, files)}"]
            except RejoinderError as error:
                await self.report("Nothing was written", [str(error)])
        return []

    async def _may_replace(self, files: Collection[Path]) -> bool:
        """Whether none of some files is there, or the user wants it replaced."""
        taken = await asyncio.to_thread(lambda: [path for path in files if path.exists()])
        if not taken:
            return True
        dialog = ConfirmDialog("Replace the file?", f"{taken[0]} is there already.")
        return await self.app.push_screen_wait(dialog)

    async def _to_mail(self, draft: Draft, mail: str, text: str) -> list[str]:
        address = mail_address(mail, draft, text)
        if fits(address):
            self.app.open_url(address)
            return [f"Your mail program was asked to write to {mail}."]
        copied = await self._copy(text)
        self.app.open_url(mail_address(mail, draft, ""))
        return [
            f"The text is too long to be handed to a mail program. {copied.sentence}",
            f"Your mail program was asked to write to {mail}: paste the text there.",
        ]

    async def _copy(self, text: str) -> Copied:
        return await copy_text(self.app, text, "The reply")
