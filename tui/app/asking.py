"""Asking and telling, one dialog after another, in a worker that waits for each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeVar

from tui.app.dialogs.busy import BusyDialog
from tui.app.dialogs.identity import LABELS, IdentityDialog, Wanted, Who
from tui.app.dialogs.report import Choice, ReportDialog
from tui.app.messages import DraftMoved
from tui.app.terminal import TerminalApp
from tui.errors import DraftError
from tui.model import Page
from tui.send.filling import asked_of
from tui.send.plan import Missing
from tui.send.planning import page_address
from tui.store.draft import Draft
from tui.store.drafts import DraftStore
from tui.store.identities import site_of

T = TypeVar("T")


class Asker:
    """Talks with the user about a draft; its methods are for a worker."""

    def __init__(self, app: TerminalApp) -> None:
        self.app = app
        self.services = app.services

    async def report(
        self, title: str, sentences: Sequence[str], *choices: Choice | None
    ) -> str | None:
        """Tell something; the key of what was chosen, or None."""
        dialog = ReportDialog(title, sentences, tuple(filter(None, choices)))
        return await self.app.push_screen_wait(dialog)

    async def busy(
        self, title: str, work: Awaitable[T], dialog: BusyDialog | None = None
    ) -> T | None:
        """Wait for something; None where the user gave it up, which cancels it."""
        dialog = dialog or BusyDialog(title)
        task = asyncio.ensure_future(work)

        def closed(_: None) -> None:
            task.cancel()

        await self.app.push_screen(dialog, closed)
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError:
            task.cancel()
            raise
        dialog.dismiss(None)
        return None if task.cancelled() else task.result()

    async def with_drafts(self, work: Callable[[DraftStore], T]) -> T:
        """Do something with the drafts, in a thread."""
        return await asyncio.to_thread(self.services.with_drafts, work)

    async def draft(self, draft_id: str) -> Draft:
        """A draft as it is on disk now.

        Raises:
            DraftError: There is none.
        """
        return await self.with_drafts(lambda store: store.get(draft_id))

    def moved(self, draft: Draft) -> None:
        """Let every screen know how far a draft has come."""
        for screen in self.app.screen_stack:
            screen.post_message(DraftMoved(draft))

    async def page_of(self, draft: Draft) -> Page | None:
        """The draft's page as it was last read, or None."""
        return await asyncio.to_thread(self.services.page_of, draft)

    # Who

    async def who(self, draft: Draft) -> Who | None:
        """As whom a draft is sent, as remembered or as the user says; None to give up."""
        address = page_address(draft) or draft.page.source
        identity, remembered = await asyncio.to_thread(self.services.whom, address)
        wanted = _wanted(await self.page_of(draft))
        if remembered or wanted == {}:
            return Who(identity, remembered)
        return await self._ask_who(address, Who(identity, remember=False), wanted or {})

    async def ask_who(self, draft: Draft, who: Who, missing: Sequence[Missing] = ()) -> Who | None:
        """Ask as whom a draft is sent; None where the user gave up."""
        wanted = dict(_wanted(await self.page_of(draft)) or {})
        for each in missing:
            wanted[each.name] = Wanted(each.label, required=True, reason=each.reason)
        ordered = {name: wanted[name] for name in LABELS if name in wanted}
        return await self._ask_who(page_address(draft) or draft.page.source, who, ordered)

    async def _ask_who(self, address: str, who: Who, wanted: Mapping[str, Wanted]) -> Who | None:
        dialog = IdentityDialog(site_of(address), who.identity, wanted, remember=who.remember)
        return await self.app.push_screen_wait(dialog)

    async def keep_who(self, draft: Draft, who: Who) -> None:
        """Keep who the user is: for the site where that is to be remembered, else until the end."""
        self.services.write_as(who.identity)
        address = page_address(draft) or draft.page.source
        identities = self.services.identities

        def keep() -> None:
            if who.remember:
                identities.remember(address, who.identity)
            elif identities.get(address) is not None:
                identities.forget(address)

        try:
            await asyncio.to_thread(keep)
        except DraftError as error:
            self.app.notify(str(error), severity="warning", timeout=8, markup=False)


def _wanted(page: Page | None) -> dict[str, Wanted] | None:
    """What a page asks of who writes there; None where that is not known."""
    if page is None or page.form is None or page.form.action is None:
        return None
    asked = asked_of(page.form)
    return {role.value: Wanted(field.label, field.required) for role, field in asked.items()}
