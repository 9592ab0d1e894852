"""The outbox: replies that wait for the network, and the one way by which a reply leaves.

What is on disk at every moment tells what happened, whenever the program ends:

    draft     ready      sending                       sent, failed, ready again or unknown
    record    agreed     agreed, attempt begun         gone, or kept for what is unknown

A record is what the user agreed to: the text, the address, as whom. It holds an e-mail address, so
that its folder is for its owner alone and nothing exports it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import NamedTuple

from tui.send.plan import Plan, Planned
from tui.store.draft import Draft
from tui.store.identities import Identity


class Waiting(NamedTuple):
    """A reply in the outbox.

    Attributes:
        draft: The draft, ready, sending or unknown.
        address: Where it goes.
        identity: As whom.
        queued: When the user agreed.
        not_before: The moment before which it is not sent, for the site's sake, or None.
    """

    draft: Draft
    address: str
    identity: Identity
    queued: datetime
    not_before: datetime | None = None


class Outbox:
    """Sends drafts, once each. The methods that are not asynchronous wait for the disk."""

    async def plan(
        self, draft: Draft, identity: Identity, consents: Collection[str] = ()
    ) -> Planned:
        """Read a draft's page anew and work out what would be sent; nothing leaves but that GET.

        Args:
            draft: The draft.
            identity: As whom.
            consents: The names of the boxes that the user ticked.

        Raises:
            SendError: The page cannot be had.
        """
        raise NotImplementedError

    def queue(self, plan: Plan) -> Draft:
        """Put what the user agreed to into the outbox; the draft is ready then.

        Raises:
            DraftError: It could not be written.
        """
        raise NotImplementedError

    def take_back(self, draft_id: str) -> Draft:
        """Take a reply that is ready out of the outbox; it is a draft again.

        Raises:
            DraftError: It is not ready, or could not be written.
        """
        raise NotImplementedError

    def waiting(self) -> list[Waiting]:
        """What is in the outbox, in the order in which it is sent.

        Raises:
            DraftError: It cannot be read.
        """
        raise NotImplementedError

    async def send(self, plan: Plan) -> Draft:
        """Send what the user agreed to; the draft as it is afterwards, with its delivery.

        Raises:
            SendError: Nothing left: another program is sending, the text has changed since, or the
                outbox cannot be written.
        """
        raise NotImplementedError

    async def send_waiting(
        self, tell: Callable[[Draft], None], ids: Collection[str] | None = None
    ) -> list[Draft]:
        """Send what is ready, in order and at each site's pace.

        Args:
            tell: Is told each draft as it begins to be sent, waits, and once it was sent.
            ids: The drafts to send; None for all.

        Raises:
            SendError: Another program is sending, or the outbox cannot be read.
        """
        raise NotImplementedError

    def recover(self) -> list[Draft]:
        """Mark what was being sent when a program ended as unknown; those drafts.

        Raises:
            DraftError: It could not be read or written.
        """
        raise NotImplementedError

    async def resolve(self, draft_id: str) -> Draft:
        """Read the page of a reply that is unknown, held or handed over, and see whether it is there.

        Raises:
            SendError: The page cannot be had; what is known stays.
        """
        raise NotImplementedError

    def hand_over(self, draft: Draft, address: str) -> Draft:
        """Mark a draft as handed over to a person's browser or mail.

        Raises:
            DraftError: It could not be written.
        """
        raise NotImplementedError
