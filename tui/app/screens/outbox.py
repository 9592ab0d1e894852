"""The outbox: the replies that wait to be sent, in the order in which they go."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message

from tui.app.actions import Scope, bindings
from tui.app.layout.comments import MessageItem
from tui.app.layout.rows import ListRow
from tui.app.messages import DraftMoved, SendAllAsked, SendAsked
from tui.app.screens.lists import ListScreen, RowList, minute
from tui.app.services import Services
from tui.errors import DraftError
from tui.send.outbox import Waiting
from tui.send.showing import host_words, identity_words
from tui.send.telling import addressee, state_words
from tui.store.draft import DraftState

_EMPTY = (
    "Nothing waits to be sent. A reply comes here from what is shown before it is sent, or when "
    "nobody knows whether it has arrived."
)


class OutboxScreen(ListScreen):
    """What waits to be sent."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.OUTBOX)
    scope = Scope.OUTBOX
    heading = "Outbox"

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._waiting: dict[str, Waiting] = {}
        self._whole = False

    def make_rows(self) -> list[ListRow | MessageItem]:
        """A row a reply."""
        waiting = self.services.outbox.waiting()
        self._waiting = {each.draft.id: each for each in waiting}
        rows: list[ListRow | MessageItem] = [
            _row(number, each, whole=self._whole) for number, each in enumerate(waiting, 1)
        ]
        return rows or [MessageItem("empty", _EMPTY)]

    def choose(self, key: str) -> None:
        """See what can be done with a reply."""
        self.post_message(SendAsked(key))

    def action_send_all(self) -> None:
        """Send all that is ready."""
        self.post_message(SendAllAsked())

    def action_take_back(self) -> None:
        """Take the reply under the cursor out of the outbox."""
        row = self.query_one(RowList).current
        if row is not None:
            self.run_worker(lambda: self._take_back(row.key), thread=True, group="take-back")

    def _take_back(self, draft_id: str) -> None:
        try:
            draft = self.services.outbox.take_back(draft_id)
        except DraftError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
            return
        message: Message = DraftMoved(draft)
        for screen in self.app.screen_stack:
            screen.post_message(message)

    def action_show_emails(self) -> None:
        """Show e-mail addresses in full, and back."""
        self._whole = not self._whole
        self.read_rows()

    @on(DraftMoved)
    def _moved(self) -> None:
        self.read_rows()


def _row(number: int, waiting: Waiting, *, whole: bool) -> ListRow:
    draft = waiting.draft
    facts = [
        state_words(draft),
        f"to {host_words(waiting.address)}",
        f"as {identity_words(waiting.identity, whole=whole)}",
        f"since {minute(waiting.queued)}",
    ]
    if waiting.not_before is not None and draft.state is DraftState.READY:
        facts.append(f"not before {waiting.not_before.astimezone():%H:%M:%S}")
    words = "\n".join(line for line in draft.body.splitlines() if not line.startswith(">"))
    return ListRow(
        draft.id, f"{number}. {addressee(draft)}", " · ".join(facts), words or draft.body
    )
