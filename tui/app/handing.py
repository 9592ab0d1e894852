"""Handing a reply over: to the clipboard and the browser, or to a mail program."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

from tui.app.asking import Asker
from tui.app.clipboard import Copied, copy_text
from tui.app.dialogs.report import Choice
from tui.send.handing import fits, mail_address, reply_address, reply_text
from tui.store.draft import Draft

BROWSER = Choice("h", "Copy the text and open the form")
COPY = Choice("c", "Copy the text alone")
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
        return [*([BROWSER] if self.address else []), *mail, COPY]


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
        if key == _MAIL and ways.mail:
            told = await self._to_mail(draft, ways.mail, ways.text)
        else:
            copied = await self._copy(ways.text)
            told = [copied.sentence]
            if key == BROWSER.key and ways.address:
                self.app.open_url(ways.address)
                told.append(
                    f"The browser was asked to open {ways.address}: paste the text there and "
                    "send it."
                )
            elif not copied.sent:
                await self.report("Not handed over", told)
                return
        by_mail = key == _MAIL and ways.mail
        where = f"mailto:{ways.mail}" if by_mail else ways.address or draft.page.source
        self.moved(await asyncio.to_thread(self.services.outbox.hand_over, draft, where))
        told.append(
            "The draft is marked as handed over, and as done once its page is read and shows it."
        )
        await self.report("Handed over", told)

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
