"""Handing a reply over by prompts: its text to the clipboard, the form to the browser."""

from __future__ import annotations

import asyncio

from tui.plain.asking import Ask, Talk
from tui.plain.stores import PlainStores
from tui.send.handing import fits, mail_address, reply_address, reply_text
from tui.store.draft import Draft
from tui.system.clipboard import copy_with, tool
from tui.system.commands import CommandError


def hand_over(
    stores: PlainStores, draft: Draft, address: str | None = None, mail: str | None = None
) -> Talk:
    """Hand a draft over: by a mail where the page asks for one and the user wants that."""
    page = stores.page_of(draft)
    text = reply_text(draft, page)
    address = address or reply_address(draft, page)
    mail = mail or (page.reply_mail if page else None)
    if mail is not None:
        answer = yield Ask(f"write a mail to {mail}? yes, or no for the form> ")
        if answer.lower() in {"y", "yes"}:
            yield from _mail(stores, draft, text, mail)
            stores.outbox.hand_over(draft, f"mailto:{mail}")
            yield _MARKED
            return
    yield from _copy(stores, text)
    if address is not None:
        handed = stores.browse(address)
        yield f"Handed to the browser: {address}" if handed else f"The form is at {address}"
    stores.outbox.hand_over(draft, address or draft.page.source)
    yield _MARKED


_MARKED = "The draft is marked as handed over, and as done once its page is read and shows it."


def _mail(stores: PlainStores, draft: Draft, text: str, mail: str) -> Talk:
    letter = mail_address(mail, draft, text)
    if fits(letter) and stores.browse(letter):
        yield f"Handed to your mail program: a mail to {mail}."
        return
    yield from _copy(stores, text)
    yield f"Mail it to {mail}."


def _copy(stores: PlainStores, text: str) -> Talk:
    """Copy a text; where there is no clipboard, tell it."""
    argv = [*stores.preferences.commands.copy] or tool(stores.environ)
    problem = "There is no clipboard here"
    if argv:
        try:
            asyncio.run(copy_with(argv, text, stores.environ))
        except CommandError as error:
            problem = str(error).rstrip(".")
        else:
            yield f"The reply was copied by {argv[0]}."
            return
    yield f"{problem}; this is the text to send:"
    yield from text.split("\n")
