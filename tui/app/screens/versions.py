"""The earlier versions of a draft, each beside how it differs from the draft as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType

from tui.app import dialogs
from tui.app.actions import Scope, bindings
from tui.app.layout.comments import MessageItem, count
from tui.app.layout.lines import Role
from tui.app.layout.look import Guides, Look
from tui.app.layout.rows import ListRow
from tui.app.layout.texts import ReadItem, compared, read_item
from tui.app.screens.beside import BesideScreen
from tui.app.services import Services
from tui.app.widgets.bars import TitleBar
from tui.errors import DraftError
from tui.reading.differences import first_difference
from tui.store.draft import Draft
from tui.store.draftlist import KINDS, addressee, age
from tui.store.drafts import DraftStore
from tui.store.versions import Version

_NONE = (
    "No earlier versions are kept yet. One is set aside every few minutes while you write, and "
    "before much of a text goes."
)


class _Kept(NamedTuple):
    """A version and what it says."""

    version: Version
    body: str


class VersionsScreen(BesideScreen):
    """The versions of one draft, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.VERSIONS)
    scope = Scope.VERSIONS
    heading = "Earlier versions"

    def __init__(self, services: Services, draft_id: str) -> None:
        super().__init__(services)
        self.draft_id = draft_id
        self._draft: Draft | None = None
        self._versions: dict[str, _Kept] = {}
        self._compares = True
        self._glyphs = Look(guides=Guides(services.preferences.reading.guides)).glyphs

    def make_rows(self) -> list[ListRow | MessageItem]:
        """A row a version."""
        self._draft, kept = self.services.with_drafts(self._read)
        self._versions = {str(number): each for number, each in enumerate(kept)}
        rows: list[ListRow | MessageItem] = [
            self._row(key, each, self._draft.body) for key, each in self._versions.items()
        ]
        return rows or [MessageItem("none", _NONE)]

    def _read(self, store: DraftStore) -> tuple[Draft, list[_Kept]]:
        draft = store.get(self.draft_id)
        versions = store.versions(self.draft_id)
        return draft, [_Kept(version, store.version_body(version)) for version in versions]

    def rows_shown(self) -> None:
        """Show the version under the cursor, and whose versions they are."""
        super().rows_shown()
        if self._draft is not None:
            self.query_one(TitleBar).show_facts(f"reply to {addressee(self._draft)}")

    def _row(self, key: str, kept: _Kept, body: str) -> ListRow:
        at = kept.version.at
        facts = (
            KINDS.get(kept.version.kind, str(kept.version.kind)),
            age(at, self.services.clock()),
            count(len(kept.body.split()), "word") or "no words",
        )
        words = first_difference(body, kept.body) or "(the same text)"
        return ListRow(
            key, f"{at.astimezone():%Y-%m-%d %H:%M:%S}", self._glyphs.dot.join(facts), words
        )

    def texts(self, key: str) -> Sequence[ReadItem]:
        """What a version says, or how it differs from the draft as it is."""
        kept = self._versions.get(key)
        if kept is None or self._draft is None:
            return ()
        if not self._compares:
            told = read_item("told", "The text of this version.", Role.META)
            return (told, read_item("body", kept.body or "(nothing)"))
        legend = "What this version has and the draft has not is bold, what it lacks is struck."
        return (
            read_item("told", legend, Role.META),
            ReadItem("body", compared(self._draft.body, kept.body, self._glyphs)),
        )

    def action_compare(self) -> None:
        """Show the version alone, or how it differs."""
        self._compares = not self._compares
        self.show_text()

    def choose(self, key: str) -> None:
        """Restore a version, after a yes."""
        kept = self._versions[key]
        detail = "What the draft says now becomes a version itself, so that nothing is lost."
        dialog = dialogs.ConfirmDialog("Put this version in the place of the draft?", detail)
        self.app.push_screen(dialog, lambda yes: self._restore(kept.version) if yes else None)

    def _restore(self, version: Version) -> None:
        self.run_worker(lambda: self._put(version), thread=True, group="restore")

    def _put(self, version: Version) -> None:
        try:
            self.services.with_drafts(lambda store: store.restore_version(self.draft_id, version))
        except DraftError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
            return
        told = f"The draft says what it said at {version.at.astimezone():%H:%M:%S} again."
        self.app.call_from_thread(self.notify, told, markup=False)
        self.app.call_from_thread(self.read_rows)

    def action_go_back(self) -> None:
        """From the text to the list, from there back."""
        if not self.leave_text():
            super().action_go_back()
