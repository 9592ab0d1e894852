"""Whatever two programs, editors, syncs and disks do to drafts, no text that was saved is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from tests.store.drafting import PAGE, PARENT, Clock, every_text
from tui.errors import DraftError
from tui.store.draft import Draft, DraftState
from tui.store.draftfile import readable
from tui.store.drafts import DraftStore
from tui.store.homecoming import bring_home
from tui.store.rescue import Rescue

which = st.integers(0, 1)
nth = st.integers(0, 5)


class TwoPrograms(RuleBasedStateMachine):
    """Two stores on one folder, and others who write into it."""

    def __init__(self) -> None:
        super().__init__()
        # Files go by their names, ids among them: else a sequence that failed could not be tried
        # again.
        lots = Random(0)  # noqa: S311 -- as said
        self.patches = pytest.MonkeyPatch()
        for name in ("os.urandom", "random._urandom"):
            self.patches.setattr(name, lots.randbytes)
        self.root = Path(mkdtemp())
        self.folder = self.root / "drafts"
        self.clock = Clock()
        self.stores = [self._program(), self._program()]
        self.known: list[dict[str, Draft]] = [{}, {}]  # what each program believes of each draft
        self.ids: set[str] = set()
        self.texts: set[str] = set()  # what a program has put on disk, or found there and replaced
        self.names = count()

    def _program(self) -> DraftStore:
        places = self.root / "rescued", self.root / "temporary"
        return DraftStore(self.folder, self.clock, Rescue(*places))

    def teardown(self) -> None:
        self.patches.undo()
        shutil.rmtree(self.root)

    def text(self) -> str:
        """A text that shares next to nothing with any other."""
        name = f"<{next(self.names)}>"
        return name * (60 // len(name))

    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*.md"))

    def bodies(self) -> dict[bytes, str]:
        """What all files say, those that were discarded among them, by their bytes."""
        paths = (*self.files(), *(self.folder / "discarded").glob("*.md"))
        found = {data: readable(data) for data in (path.read_bytes() for path in paths)}
        return {data: file.draft.body for data, file in found.items() if file}

    @contextmanager
    def writing(self) -> Iterator[None]:
        """What a program does: what it replaces and what it writes counts from now on.

        A file that it only moves, to those that were discarded or back, is as others left it.
        """
        before = self.bodies()
        yield
        after = self.bodies()
        self.texts.update(before[data] for data in before.keys() - after.keys())
        self.texts.update(after[data] for data in after.keys() - before.keys())

    def do(self, work: Callable[[], object]) -> None:
        """Let a program do something that may fail."""
        with self.writing(), suppress(DraftError):
            work()

    @initialize()
    def begin(self) -> None:
        self.create(0)
        self.look(1)

    # What the programs do

    @rule(who=which)
    def create(self, who: int) -> None:
        with self.writing():
            draft = self.stores[who].create(PAGE, PARENT, self.text())
        self.known[who][draft.id] = draft
        self.ids.add(draft.id)

    @rule(who=which)
    def look(self, who: int) -> None:
        with self.writing():
            found = self.stores[who].all()
        self.known[who] = {draft.id: draft for draft in found}
        self.ids.update(self.known[who])

    def believed(self, who: int, number: int) -> Draft | None:
        drafts = list(self.known[who].values())
        return drafts[number % len(drafts)] if drafts else None

    @rule(who=which, number=nth)
    def save(self, who: int, number: int) -> None:
        draft = self.believed(who, number)
        if draft is not None:
            with self.writing():
                saved = self.stores[who].save(replace(draft, body=self.text()))
            self.known[who][saved.id] = saved

    @rule(who=which, number=nth, state=st.sampled_from(DraftState))
    def mark(self, who: int, number: int, state: DraftState) -> None:
        draft = self.believed(who, number)
        if draft is not None:
            self.do(lambda: self.stores[who].mark(draft.id, state))

    @rule(who=which, number=nth, version=nth)
    def restore_version(self, who: int, number: int, version: int) -> None:
        draft = self.believed(who, number)
        versions = self.stores[who].versions(draft.id) if draft else []
        if draft is not None and versions:
            chosen = versions[version % len(versions)]
            self.do(lambda: self.stores[who].restore_version(draft.id, chosen))

    @rule(who=which, number=nth)
    def discard(self, who: int, number: int) -> None:
        draft = self.believed(who, number)
        if draft is not None:
            self.do(lambda: self.stores[who].discard(draft.id))

    @rule(who=which, number=nth)
    def restore(self, who: int, number: int) -> None:
        draft = self.believed(who, number)
        if draft is not None:
            self.do(lambda: self.stores[who].restore(draft.id))

    @rule(who=which)
    def begin_anew(self, who: int) -> None:
        self.stores[who] = self._program()
        with self.writing():
            bring_home(self.stores[who])

    @rule(who=which, number=nth)
    def save_without_a_disk(self, who: int, number: int) -> None:
        draft = self.believed(who, number)
        if draft is None:
            return
        aside = self.folder.rename(self.root / "aside")
        self.folder.write_text("no folder")
        text = self.text()
        try:
            self.stores[who].save(replace(draft, body=text))
        except DraftError:
            self.texts.add(text)
        self.folder.unlink()
        aside.rename(self.folder)

    @rule(days=st.integers(-4000, 4000))
    def jump(self, days: int) -> None:
        self.clock.advance(days=days, minutes=5)

    # What others do

    def file(self, number: int) -> Path | None:
        files = self.files()
        return files[number % len(files)] if files else None

    @rule(number=nth)
    def edit(self, number: int) -> None:
        path = self.file(number)
        if path is not None:
            head = path.read_bytes().rpartition(b"+++\n")[0]
            path.write_bytes(head + b"+++\n" + self.text().encode())

    @rule(number=nth, share=st.integers(0, 100))
    def truncate(self, number: int, share: int) -> None:
        path = self.file(number)
        if path is not None:
            data = path.read_bytes()
            path.write_bytes(data[: len(data) * share // 100])

    @rule(number=nth)
    def garble(self, number: int) -> None:
        path = self.file(number)
        if path is not None:
            path.write_bytes(b"\xff\xfe" + self.text().encode())

    @rule(number=nth)
    def rename(self, number: int) -> None:
        path = self.file(number)
        if path is not None:
            path.rename(path.with_name(f"antwoord {next(self.names)}.md"))

    @rule(number=nth)
    def copy(self, number: int) -> None:
        path = self.file(number)
        if path is not None:
            name = f"{path.stem}.sync-conflict-{next(self.names)}.md"
            path.with_name(name).write_bytes(path.read_bytes() + self.text().encode())

    @rule(number=nth)
    @precondition(lambda self: len(self.files()) > 1)
    def delete(self, number: int) -> None:
        path = self.file(number)
        if path is not None:
            path.unlink()

    @invariant()
    def nothing_is_lost(self) -> None:
        store = DraftStore(self.folder, self.clock)
        kept = every_text(store)
        for draft_id in self.ids:
            kept.update(map(store.version_body, store.versions(draft_id)))
        for path in (self.root / "rescued").glob("*.md"):
            file = readable(path.read_bytes())
            kept.update({file.draft.body} if file else ())
        self.ids.update(draft.id for draft in (*store.all(), *store.discarded()))
        assert self.texts <= kept


TestTwoPrograms = TwoPrograms.TestCase
TestTwoPrograms.settings = settings(stateful_step_count=40)
