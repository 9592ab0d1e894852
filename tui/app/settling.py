"""What can be done with a reply that is on its way: in the outbox, sent, handed over, unknown."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from functools import partial

from tui.app.dialogs.busy import BusyDialog
from tui.app.dialogs.report import Choice
from tui.app.handing import HandingOver
from tui.send.telling import addressee, sentence_of, site_words, state_words, unknown_sentences
from tui.store.draft import Draft, DraftState, Outcome

_LOOK = Choice("l", "Look again: read the page anew")
_THERE = Choice("t", "It is there: I saw it")
_GONE = Choice("n", "It is not there: a draft again")
_AGAIN = Choice("s", "Send it again")
_SEND = Choice("s", "Send it now")
_TAKE = Choice("k", "Take it back: it is a draft again")
_BROWSER = Choice("b", "Open it in the browser")

_EARLY = "The site wants more time between two replies"

TITLES = {
    Outcome.PUBLISHED: "Your reply is published",
    Outcome.HELD: "Your reply waits for approval",
    Outcome.ACCEPTED: "Your reply was sent",
    Outcome.REFUSED: "Your reply was refused",
    Outcome.UNREACHABLE: "Your reply was not sent",
    Outcome.UNKNOWN: "Nobody knows whether your reply has arrived",
    Outcome.HANDED_OVER: "Your reply was handed over",
}


class Settling(HandingOver):
    """Deals with replies that have left, or wait to."""

    async def settle(self, draft: Draft) -> bool:
        """Offer what can be done with a draft that is on its way; whether it is to be sent anew."""
        match draft.state:
            case DraftState.UNKNOWN:
                return await self.settle_unknown(draft)
            case DraftState.READY:
                await self._settle_ready(draft)
            case DraftState.SENDING:
                sentence = f"It is being sent, {addressee(draft)}, perhaps by another program."
                await self.report("Your reply is on its way", [sentence])
            case _:
                return await self._settle_done(draft)
        return False

    # Unknown

    async def settle_unknown(self, draft: Draft) -> bool:
        """Find out, by the page or the user's word, whether a reply has arrived."""
        title = TITLES[Outcome.UNKNOWN]
        told = list(unknown_sentences(draft))
        while True:
            match await self.report(title, told, _LOOK, _THERE, _GONE, _AGAIN):
                case "l":
                    found = await self._look(draft)
                    if found is None:
                        continue
                    if found.state is not DraftState.UNKNOWN:
                        return await self.tell_outcome(found)
                    draft = found
                    told = ["It is not on the page as anybody sees it.", *unknown_sentences(draft)]
                case "t":
                    await self._take_word(draft, arrived=True)
                    return False
                case "n":
                    await self._take_word(draft, arrived=False)
                    return False
                case "s":
                    return await self._send_again(draft)
                case _:
                    return False

    async def _look(self, draft: Draft) -> Draft | None:
        """Read the page and see; None where that was given up."""
        found = await self.busy("Reading the page anew …", self.services.outbox.resolve(draft.id))
        if found is not None:
            self.moved(found)
        return found

    async def _take_word(self, draft: Draft, *, arrived: bool) -> None:
        settle = partial(self.services.settle, draft, arrived=arrived)
        self.moved(await asyncio.to_thread(settle))

    async def _send_again(self, draft: Draft) -> bool:
        """Warn; whether to send it all the same."""
        twice = f"If {site_words(draft)} has it already, it may stand there twice."
        first = "Look at the page in a browser first; what waits for approval is not shown there."
        key = await self.report(
            "Send it a second time?", [twice, first], Choice("y", "Yes, send it again")
        )
        return key == "y"

    # Ready, sent, handed over

    async def _settle_ready(self, draft: Draft) -> None:
        sentence = f"It waits in the outbox, {addressee(draft)}."
        match await self.report("Your reply is ready", [sentence], _SEND, _TAKE):
            case "s":
                await self.send_waiting([draft.id])
            case "k":
                await self._take_back(draft)

    async def _settle_done(self, draft: Draft) -> bool:
        handed = draft.state is DraftState.HANDED_OVER
        seen = draft.delivery is not None and draft.delivery.seen
        title = TITLES[draft.delivery.outcome] if draft.delivery else "Your reply was sent"
        choices = [None if seen else _LOOK, _THERE if handed else None, _BROWSER]
        again = [_GONE, Choice("s", "Send it from here after all")] if handed else []
        key = await self.report(title, [sentence_of(draft)], *choices, *again)
        match key:
            case "l":
                found = await self._look(draft)
                return found is not None and await self.tell_outcome(found)
            case "t":
                await self._take_word(draft, arrived=True)
            case "b":
                self._browse(draft)
            case "n":
                await self._take_word(draft, arrived=False)
        return key == "s"

    def _browse(self, draft: Draft) -> None:
        permalink = draft.delivery.permalink if draft.delivery else None
        self.app.open_url(permalink or draft.page.source)

    async def tell_outcome(self, draft: Draft) -> bool:
        """Tell what became of a reply until the user has read it; whether to send it anew."""
        if draft.state is DraftState.UNKNOWN:
            return await self.settle_unknown(draft)
        outcome = draft.delivery.outcome if draft.delivery else Outcome.UNKNOWN
        if draft.state is DraftState.SENT:
            if await self.report(TITLES[outcome], [sentence_of(draft)], _BROWSER):
                self._browse(draft)
            return False
        ways = await self.ways(draft)
        title, told = TITLES[outcome], [sentence_of(draft)]
        choices = [Choice("s", "Try again"), *ways.choices()]
        if draft.state is DraftState.READY:
            title = _EARLY if outcome is Outcome.REFUSED else title
            told.append("It waits in the outbox, and goes when you say so.")
            choices = [_TAKE, *ways.choices()]
        key = await self.report(title, told, *choices)
        if key == _TAKE.key:
            await self._take_back(draft)
        elif key is not None and key != "s":
            await self.hand_over(draft, key, ways)
        return key == "s"

    async def _take_back(self, draft: Draft) -> None:
        self.moved(await asyncio.to_thread(self.services.outbox.take_back, draft.id))

    # The outbox

    async def send_waiting(self, ids: Collection[str] | None = None) -> None:
        """Send what is ready at the site's pace; tell what became of each."""
        dialog = BusyDialog("Sending what is ready", "esc stops")

        def tell(draft: Draft) -> None:
            self.moved(draft)
            is_next = draft.state is DraftState.READY
            told = "next, when the site may have one" if is_next else state_words(draft)
            dialog.say(f"{addressee(draft)}: {told}")

        outbox = self.services.outbox
        sent = await self.busy("", outbox.send_waiting(tell, ids), dialog)
        if sent is None:
            return
        for draft in sent:
            self.moved(draft)
        told = [f"{addressee(draft)}: {sentence_of(draft)}" for draft in sent]
        await self.report("Sent", told or ["Nothing is ready to be sent now."])
