"""What becomes of what was typed where the disk does not take it: nothing is lost or shortened."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.store.drafting import (
    PAGE,
    PARENT,
    Clock,
    Disk,
    as_nobody,
    disk,
    every_text,
    going_on,
    only_file,
    open_folder,
    places_at,
    writing,
)
from tui.errors import DraftError
from tui.store.draft import DraftState
from tui.store.draftfile import read
from tui.store.drafts import DraftStore
from tui.store.homecoming import bring_home
from tui.store.places import Places
from tui.store.rescue import Rescue
from tui.store.versions import VersionKind
from tui.store.writing import Writing

TEXT = "Op zondag lag het pad vol takken. " * 30


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary files."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Disk]:
    """A disk of 256 kB."""
    with disk(tmp_path / "disk") as mounted:
        yield mounted


@pytest.fixture
def places(tmp_path: Path, small: Disk) -> Places:
    """The folders of a user whose drafts are on the small disk."""
    return places_at(tmp_path, data=small.path / "data")


def second_copies(places: Places) -> list[str]:
    """What is in the second place."""
    return [read(path.read_bytes()).draft.body for path in places.rescued.glob("*.md")]


def nothing(_disk: Disk) -> None:
    """Leave the disk as it is."""


@pytest.mark.parametrize(
    ("spoil", "mend", "reason"),
    [
        (Disk.fill, Disk.free, "is full; free some space"),
        (Disk.protect, Disk.unprotect, "is on a file system that is read-only"),
    ],
)
def test_a_disk_that_takes_nothing_loses_nothing(
    places: Places,
    small: Disk,
    spoil: Callable[[Disk], None],
    mend: Callable[[Disk], None],
    reason: str,
) -> None:
    store = DraftStore.at(places)
    reply = writing(store, "Begin. ")
    reply.write()
    before = only_file(store).read_bytes()
    spoil(small)
    for text in ("Begin. " + TEXT, "Begin. " + TEXT + TEXT):
        reply.body = text
        with pytest.raises(DraftError) as told:
            reply.write()
        assert reason in str(told.value)
        assert str(reply.rescued) in str(told.value), "the sentence says where the second copy is"
        assert second_copies(places) == [text]
        assert reply.unsaved
        assert reply.body == text
    assert only_file(store).read_bytes() == before
    mend(small)
    draft = reply.write()
    assert draft is not None
    assert DraftStore.at(places).get(draft.id).body == reply.body
    assert second_copies(places) == []
    assert reply.rescued is None
    assert reply.conflict is None


def test_a_reply_that_never_was_on_disk_is_rescued_once(places: Places, small: Disk) -> None:
    small.fill()
    reply = writing(DraftStore.at(places))
    for text in ("Een", "Een twee", TEXT):
        reply.body = text
        with pytest.raises(DraftError, match="what was typed is in"):
            reply.write()
    assert second_copies(places) == [TEXT]
    small.free()
    reply.write()
    assert [draft.body for draft in DraftStore.at(places).all()] == [TEXT]
    assert second_copies(places) == []


def test_a_quota_of_files_is_told(tmp_path: Path) -> None:
    with disk(tmp_path / "few", "size=1m,nr_inodes=12") as few:
        places = places_at(tmp_path, data=few.path)
        store = DraftStore.at(places)
        told = ""
        replies: list[Writing] = []
        while not told:
            replies.append(writing(store, f"Nummer {len(replies)}"))
            try:
                replies[-1].write()
            except DraftError as error:
                told = str(error)
        assert second_copies(places) == [replies[-1].body]
        assert len(store.all()) == len(replies) - 1


@pytest.mark.parametrize("number", [errno.EDQUOT, errno.EIO])
def test_a_fault_at_the_last_moment_is_told_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    places = places_at(tmp_path)
    store = DraftStore.at(places)
    reply = writing(store, "Een")
    reply.write()
    synced = os.fsync

    def fail(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").readlink().is_relative_to(places.data):
            raise OSError(number, os.strerror(number))
        synced(handle)

    monkeypatch.setattr(os, "fsync", fail)
    reply.body = "Een twee"
    reason = {errno.EDQUOT: "your quota on the disk", errno.EIO: "does not work properly"}[number]
    with pytest.raises(DraftError, match=reason):
        reply.write()
    assert second_copies(places) == ["Een twee"]
    assert store.all()[0].body == "Een"
    monkeypatch.undo()
    reply.write()
    assert store.all()[0].body == "Een twee"


def test_a_folder_that_may_not_be_written_is_told() -> None:
    with open_folder() as root:
        places = places_at(root)
        store = DraftStore.at(places)
        draft = store.create(PAGE, PARENT, "Een")
        places.state.mkdir()
        places.state.chmod(0o777)
        with as_nobody():
            theirs = DraftStore.at(places)
            reply = going_on(theirs, draft.id)
            reply.body = "Een twee"
            with pytest.raises(DraftError, match="change its permissions"):
                reply.write()
            assert second_copies(places) == ["Een twee"]
        assert store.get(draft.id).body == "Een"
        for path in places.data.rglob("*"):
            path.chmod(0o777)
        places.drafts.chmod(0o777)
        with as_nobody():
            reply.write()
            assert second_copies(places) == []
        assert store.get(draft.id).body == "Een twee"


def test_a_folder_that_vanishes_while_writing_is_made_again(tmp_path: Path) -> None:
    store = DraftStore.at(places_at(tmp_path))
    reply = writing(store, "Een")
    reply.write()
    shutil.rmtree(store.folder)
    assert not reply.look()
    assert reply.unsaved, "what is on screen is not on disk any more"
    reply.write()
    assert [draft.body for draft in store.all()] == ["Een"]


def test_a_file_in_the_place_of_the_folder_keeps_no_text_from_being_kept(tmp_path: Path) -> None:
    places = places_at(tmp_path)
    store = DraftStore.at(places)
    reply = writing(store, "Een")
    reply.write()
    shutil.rmtree(store.folder)
    store.folder.write_text("hier was ik eerst")
    reply.body = "Een twee"
    with pytest.raises(DraftError, match="a file is in the place of the folder"):
        reply.write()
    assert second_copies(places) == ["Een twee"]
    store.folder.unlink()
    reply.write()
    assert store.all()[0].body == "Een twee"
    assert second_copies(places) == []


# The second place


def test_a_third_place_is_there_where_the_second_is_on_the_same_disk(
    tmp_path: Path, small: Disk, temporary: Path
) -> None:
    places = places_at(tmp_path, data=small.path / "data", state=small.path / "state")
    store = DraftStore.at(places)
    small.fill()
    reply = writing(store, TEXT)
    with pytest.raises(DraftError, match=str(temporary)):
        reply.write()
    assert reply.rescued is not None
    assert read(reply.rescued.read_bytes()).draft.body == TEXT
    assert stat.S_IMODE(reply.rescued.stat().st_mode) == 0o600
    assert stat.S_IMODE(reply.rescued.parent.stat().st_mode) == 0o700
    small.free()
    assert bring_home(DraftStore.at(places)) == [
        "Your reply to Jos on “Langs de dijk”, which could not be saved before, is brought home."
    ]
    assert [draft.body for draft in store.all()] == [TEXT]
    assert list(temporary.rglob("*.md")) == []


def test_where_no_place_takes_it_the_sentence_says_so(
    tmp_path: Path, small: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(small.path))
    places = places_at(tmp_path, data=small.path / "data", state=small.path / "state")
    store = DraftStore.at(places)
    small.fill()
    reply = writing(store, TEXT)
    with pytest.raises(DraftError, match="There is no second copy of what was typed"):
        reply.write()
    assert reply.rescued is None
    assert reply.body == TEXT


def test_the_temporary_folder_of_somebody_else_is_not_used(temporary: Path) -> None:
    with open_folder() as root:
        drafts, rescued = root / "drafts", root / "rescued"
        drafts.write_text("no folder")
        rescued.write_text("no folder")
        second = Rescue.beside(rescued, drafts)
        store = DraftStore(drafts, rescue=second)
        with pytest.raises(DraftError, match="what was typed is in"):
            store.create(PAGE, None, "Een")
        (folder,) = temporary.iterdir()
        os.chown(folder, 12345, -1)
        with pytest.raises(DraftError, match="There is no second copy"):
            store.create(PAGE, None, "Een")
        assert second.waiting() == []


def test_two_homes_keep_their_rescued_drafts_apart(tmp_path: Path, temporary: Path) -> None:
    stores = [
        DraftStore(tmp_path / name, rescue=Rescue.beside(tmp_path / name, tmp_path / name))
        for name in ("a", "b")
    ]
    for store in stores:
        store.folder.write_text("no folder")
        with pytest.raises(DraftError):
            store.create(PAGE, None, f"van {store.folder.name}")
    assert len(list(temporary.rglob("*.md"))) == 2
    stores[0].folder.unlink()
    bring_home(stores[0])
    assert [draft.body for draft in stores[0].all()] == ["van a"]


# Coming home


@pytest.fixture
def rescued(tmp_path: Path) -> tuple[Places, str]:
    """A draft of which more was typed than its file has; the program has ended since."""
    places = places_at(tmp_path)
    store = DraftStore.at(places)
    reply = writing(store, "Een")
    draft = reply.write()
    assert draft is not None
    aside = store.folder.rename(tmp_path / "aside")
    store.folder.write_text("no folder")
    reply.body = "Een twee"
    with pytest.raises(DraftError):
        reply.write()
    store.folder.unlink()
    aside.rename(store.folder)
    return places, draft.id


def test_what_was_rescued_comes_home(rescued: tuple[Places, str]) -> None:
    places, draft_id = rescued
    store = DraftStore.at(places)
    (sentence,) = bring_home(store)
    assert "is brought home" in sentence
    assert store.get(draft_id).body == "Een twee"
    assert "Een" in every_text(store)
    assert second_copies(places) == []
    assert bring_home(store) == []


@pytest.mark.parametrize(
    ("theirs", "stays"),
    [("Een, en veel meer dan dat", "Een, en veel meer dan dat"), ("E", "Een twee")],
)
def test_the_longer_text_stays_and_the_other_is_kept(
    rescued: tuple[Places, str], theirs: str, stays: str
) -> None:
    places, draft_id = rescued
    path = only_file(DraftStore.at(places))
    path.write_bytes(path.read_bytes().replace(b"+++\nEen", b"+++\n" + theirs.encode()))
    store = DraftStore.at(places)
    (sentence,) = bring_home(store)
    assert "kept as a version" in sentence
    assert store.get(draft_id).body == stays
    assert {theirs, "Een twee"} <= every_text(store)
    assert second_copies(places) == []


def test_a_rescued_text_of_a_damaged_file_comes_home(rescued: tuple[Places, str]) -> None:
    places, draft_id = rescued
    only_file(DraftStore.at(places)).write_bytes(b"+++\nhalf")
    store = DraftStore.at(places)
    (sentence,) = bring_home(store)
    assert "what was in its file is kept as a version" in sentence
    assert store.get(draft_id).body == "Een twee"
    assert "+++\nhalf" in every_text(store)


def test_a_rescued_text_of_a_discarded_draft_is_a_version_of_it(
    rescued: tuple[Places, str],
) -> None:
    places, draft_id = rescued
    store = DraftStore.at(places)
    store.discard(draft_id)
    assert bring_home(store) == []
    assert store.all() == []
    assert second_copies(places) == []
    assert {"Een", "Een twee"} <= every_text(store)


def test_a_draft_that_cannot_come_home_yet_is_told(rescued: tuple[Places, str]) -> None:
    places, draft_id = rescued
    aside = places.drafts.rename(places.data / "aside")
    places.drafts.write_text("no folder")
    (sentence,) = bring_home(DraftStore.at(places))
    assert "a file is in the place of a folder" in sentence
    assert str(places.rescued) in sentence
    assert second_copies(places) == ["Een twee"]
    places.drafts.unlink()
    aside.rename(places.drafts)
    bring_home(DraftStore.at(places))
    assert DraftStore.at(places).get(draft_id).body == "Een twee"


def test_a_disk_that_is_still_full_at_the_start_gathers_no_copies(
    places: Places, small: Disk
) -> None:
    small.fill()
    reply = writing(DraftStore.at(places), TEXT)
    with pytest.raises(DraftError):
        reply.write()
    for _ in range(3):
        (sentence,) = bring_home(DraftStore.at(places))
        assert "is full" in sentence
        assert str(reply.rescued) in sentence
        assert second_copies(places) == [TEXT]
    small.free()
    bring_home(DraftStore.at(places))
    assert [draft.body for draft in DraftStore.at(places).all()] == [TEXT]
    assert second_copies(places) == []


def test_a_rescued_file_that_is_no_draft_is_told_and_left(tmp_path: Path) -> None:
    places = places_at(tmp_path)
    places.rescued.mkdir(parents=True)
    (places.rescued / "x.md").write_text("geen concept")
    (sentence,) = bring_home(DraftStore.at(places))
    assert "could not be read" in sentence
    assert (places.rescued / "x.md").read_text() == "geen concept"


def test_what_another_copy_of_the_program_brought_home_is_no_conflict(
    rescued: tuple[Places, str],
) -> None:
    places, draft_id = rescued
    store = DraftStore.at(places)
    reply = going_on(store, draft_id)
    aside = store.folder.rename(places.data / "aside")
    store.folder.write_text("no folder")
    reply.body = "Een twee drie"
    with pytest.raises(DraftError):
        reply.write()
    store.folder.unlink()
    aside.rename(store.folder)
    bring_home(DraftStore.at(places))
    reply.body = "Een twee drie vier"
    reply.write()
    assert store.get(draft_id).body == "Een twee drie vier"
    assert reply.conflict is None


# Files that another program damaged


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "zeros": lambda data: bytes(len(data)),
    "half of the front matter": lambda data: data[:60],
    "garbage": lambda _: b"\xff\xfe\x00",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_file_that_is_damaged_while_writing_is_asked_about(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    store = DraftStore(tmp_path)
    reply = writing(store, TEXT)
    draft = reply.write()
    assert draft is not None
    path = only_file(store)
    left = damage(path.read_bytes())
    path.write_bytes(left)
    assert reply.look()
    assert not reply.take_over(), "what is on screen is not given up for it"
    assert reply.body == TEXT
    assert store.get(draft.id).body == TEXT, "the draft is whole again"
    assert reply.conflict is not None
    assert reply.conflict.damaged
    assert "damaged the file" in reply.conflict.sentence
    assert reply.conflict.version.path.read_bytes() == left


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_file_that_was_damaged_meanwhile_is_told_and_restored(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    draft = DraftStore(tmp_path).create(PAGE, PARENT, TEXT)
    path = only_file(DraftStore(tmp_path))
    path.write_bytes(damage(path.read_bytes()))
    left = path.read_bytes()
    store = DraftStore(tmp_path)
    (problem,) = store.problems()
    assert problem.draft_id == draft.id
    assert "Earlier versions" in problem.sentence
    assert path.read_bytes() == left
    good = store.versions(draft.id)[0]
    assert good.kind is VersionKind.SAVED
    assert store.version_body(good) == TEXT
    restored = store.restore_version(draft.id, good)
    assert (restored.id, restored.body, restored.parent) == (draft.id, TEXT, PARENT)
    assert [each.path.read_bytes() for each in store.versions(draft.id)] == [left]
    assert store.problems() == []


def test_a_text_that_was_cut_off_is_not_taken_over(tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    reply = writing(store, TEXT)
    draft = reply.write()
    assert draft is not None
    path = only_file(store)
    path.write_bytes(path.read_bytes()[: -len(TEXT) // 2])
    assert reply.look()
    assert not reply.take_over()
    assert store.get(draft.id).body == TEXT
    assert reply.conflict is not None
    assert not reply.conflict.damaged
    assert TEXT.startswith(reply.conflict.body)


def test_a_text_that_was_cut_off_meanwhile_can_be_had_back(tmp_path: Path) -> None:
    draft = DraftStore(tmp_path).create(PAGE, PARENT, TEXT)
    path = only_file(DraftStore(tmp_path))
    path.write_bytes(path.read_bytes()[: -len(TEXT) // 2])
    store = DraftStore(tmp_path)
    (problem,) = store.problems()
    assert problem.draft_id == draft.id
    assert "ends earlier than it was saved" in problem.sentence
    cut = store.get(draft.id).body
    store.save(replace(store.get(draft.id), body=f"{cut} verder"))
    assert {TEXT, cut, f"{cut} verder"} <= every_text(store)


# Clocks


def test_a_clock_that_jumps_shortens_nothing(tmp_path: Path) -> None:
    clock = Clock()
    store = DraftStore(tmp_path, clock)
    draft = store.create(PAGE, None, "nul")
    texts: list[str] = []
    for days in (0, -365, 3650, -3650, 1, -365 * 20):
        clock.advance(days=days)
        for _ in range(2):
            clock.advance(minutes=4)
            texts.append(f"{draft.body} en {len(texts)}")
            draft = store.save(replace(draft, body=texts[-1]))
    assert store.get(draft.id).body == texts[-1]
    kept = [store.version_body(version) for version in store.versions(draft.id)]
    assert kept == [*reversed(texts[:-1]), "nul"], "newest first, whatever the clock said"


def test_a_clock_without_a_zone_is_no_fault(tmp_path: Path) -> None:
    naive = DraftStore(tmp_path, lambda: datetime(2026, 3, 1, 9, 30))  # noqa: DTZ001 -- the fault
    draft = naive.create(PAGE, None, "een")
    other = DraftStore(tmp_path).create(PAGE, None, "twee")
    naive.save(replace(draft, body="een, later"))
    assert {each.id for each in naive.all()} == {draft.id, other.id}
    assert naive.get(draft.id).changed == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def test_a_file_of_the_future_is_still_written(tmp_path: Path) -> None:
    clock = Clock()
    clock.advance(days=3650)
    draft = DraftStore(tmp_path, clock).create(PAGE, None, "een")
    clock.advance(days=-3650)
    store = DraftStore(tmp_path, clock)
    saved = store.save(replace(store.get(draft.id), body="een, later"))
    assert store.get(draft.id).body == "een, later"
    assert saved.changed - clock() == timedelta(0)


# Other programs that hold things up

HOLDER = """
import sys, time
from pathlib import Path
from tui.store.atomic import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_program_that_stopped_in_its_work_holds_nothing_up_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.atomic._LOCK_PATIENCE", 0.1)
    places = places_at(tmp_path)
    store = DraftStore.at(places)
    reply = writing(store, "Een")
    reply.write()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(store.folder)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGSTOP)
        reply.body = "Een twee"
        with pytest.raises(DraftError, match="another copy of this program holds"):
            reply.write()
        assert second_copies(places) == ["Een twee"]
    finally:
        holder.kill()
        holder.wait()
        assert holder.stdout is not None
        holder.stdout.close()
    reply.write()
    assert store.all()[0].body == "Een twee"
    assert second_copies(places) == []


def test_what_an_editor_saves_at_the_very_moment_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DraftStore(tmp_path)
    draft = store.create(PAGE, None, "Een")
    path = only_file(store)
    synced, edits = os.fsync, iter(["van de editor", "nog eens"])

    def edit_meanwhile(handle: int) -> None:
        synced(handle)
        text = next(edits, None)
        if text is not None:
            path.write_bytes(path.read_bytes().rpartition(b"+++\n")[0] + b"+++\n" + text.encode())

    monkeypatch.setattr(os, "fsync", edit_meanwhile)
    saved = store.put(replace(draft, body="Een twee"))
    monkeypatch.undo()
    assert store.get(draft.id).body == "Een twee"
    assert saved.theirs is not None
    assert {"van de editor", "nog eens"} & every_text(store)


def test_a_file_of_a_newer_program_is_not_written(tmp_path: Path) -> None:
    places = places_at(tmp_path)
    store = DraftStore.at(places)
    reply = writing(store, "Een")
    reply.write()
    path = only_file(store)
    newer = path.read_bytes().replace(b"format = 1", b"format = 2")
    path.write_bytes(newer)
    reply.body = "Een twee"
    with pytest.raises(DraftError, match="a newer program wrote"):
        reply.write()
    assert path.read_bytes() == newer
    assert second_copies(places) == ["Een twee"]


def test_versions_that_cannot_be_kept_keep_no_draft_from_being_saved(tmp_path: Path) -> None:
    clock = Clock()
    store = DraftStore(tmp_path, clock)
    (tmp_path / "versions").write_text("no folder")
    draft = store.create(PAGE, None, TEXT)
    clock.advance(minutes=5)
    draft = store.save(replace(draft, body=TEXT + TEXT))
    assert store.get(draft.id).body == TEXT + TEXT
    assert store.mark(draft.id, DraftState.READY).state is DraftState.READY
