"""Two programs and one draft: both texts are kept, and the user says which goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.store.drafting import (
    PAGE,
    PARENT,
    Clock,
    Keeper,
    every_text,
    going_on,
    only_file,
    writing,
)
from tui.store.draft import Delivery, Draft, DraftState, Markup, Outcome
from tui.store.draftfile import read
from tui.store.drafts import DraftStore
from tui.store.versions import VersionKind
from tui.store.writing import Choice, Writing


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return DraftStore(tmp_path / "drafts", Clock())


@pytest.fixture
def reply(store: DraftStore) -> Writing:
    """A reply on disk that says `van mij`."""
    fresh = writing(store, "van mij")
    fresh.write()
    return fresh


def on_disk(reply: Writing) -> Draft:
    """What is on disk of a reply."""
    assert reply.draft is not None
    draft_id = reply.draft.id
    return reply._keeper.with_drafts(lambda store: DraftStore(store.folder).get(draft_id))


def edit(store: DraftStore, text: str) -> None:
    """Change the text of the only draft as an editor does."""
    path = only_file(store)
    path.write_bytes(path.read_bytes().rpartition(b"+++\n")[0] + b"+++\n" + text.encode())


def by_another_program(store: DraftStore, text: str) -> None:
    """Change the text of the only draft as another copy of this program does."""
    other = DraftStore(store.folder)
    (draft,) = other.all()
    other.save(replace(draft, body=text))


# Asking


@pytest.mark.parametrize("change", [edit, by_another_program])
def test_a_change_by_another_program_is_asked_about(
    store: DraftStore, reply: Writing, change: Callable[[DraftStore, str], None]
) -> None:
    change(store, "van hen")
    reply.body = "van mij, verder"
    reply.write()
    assert on_disk(reply).body == "van mij, verder", "ours is on disk"
    conflict = reply.conflict
    assert conflict is not None
    assert conflict.body == "van hen"
    assert conflict.version.kind is VersionKind.FOREIGN
    assert store.version_body(conflict.version) == "van hen"
    assert not conflict.damaged
    assert "Another program changed this draft" in conflict.sentence
    reply.body += " en verder"
    reply.write()
    assert reply.conflict == conflict, "the question stays until it is answered"


def test_mine_goes_on_and_theirs_stays_a_version(store: DraftStore, reply: Writing) -> None:
    edit(store, "van hen")
    reply.body = "van mij, verder"
    reply.write()
    (draft,) = reply.settle(Choice.MINE)
    assert draft.body == "van mij, verder"
    assert reply.conflict is None
    assert "van hen" in every_text(store)


def test_theirs_goes_on_and_mine_becomes_a_version(store: DraftStore, reply: Writing) -> None:
    edit(store, "van hen")
    reply.body = "van mij, verder"
    reply.write()
    reply.body = "van mij, verder en verder"  # typed before the answer
    (draft,) = reply.settle(Choice.THEIRS)
    assert (draft.body, reply.body, on_disk(reply).body) == ("van hen",) * 3
    assert not reply.unsaved
    assert "van mij, verder en verder" in every_text(store)
    reply.body = "van hen, en van mij"
    reply.write()
    assert reply.conflict is None


def test_both_go_on_as_two_drafts_on_the_same_comment(store: DraftStore, reply: Writing) -> None:
    assert reply.draft is not None
    store.amend(reply.draft.id, tags=["dijk"])
    edit(store, "van hen")
    reply.body = "van mij, verder"
    reply.write()
    mine, theirs = reply.settle(Choice.BOTH)
    assert (mine.body, theirs.body) == ("van mij, verder", "van hen")
    assert mine.id != theirs.id
    assert (theirs.page, theirs.parent, theirs.tags) == (PAGE, PARENT, ("dijk",))
    assert {draft.body for draft in store.all()} == {"van mij, verder", "van hen"}
    assert reply.conflict is None


def test_without_a_conflict_there_is_nothing_to_settle(store: DraftStore, reply: Writing) -> None:
    assert [draft.body for draft in reply.settle(Choice.THEIRS)] == ["van mij"]
    assert writing(store).settle(Choice.BOTH) == ()


def test_the_same_text_from_two_sides_is_no_conflict(store: DraftStore, reply: Writing) -> None:
    edit(store, "van ons")
    reply.body = "van ons"
    reply.write()
    assert reply.conflict is None


@pytest.mark.parametrize("typed", ["van mij", "van mij, verder"])
def test_a_change_beside_the_text_is_no_conflict(
    store: DraftStore, reply: Writing, typed: str
) -> None:
    assert reply.draft is not None
    other = DraftStore(store.folder)
    delivery = Delivery(Outcome.HELD, datetime(2026, 3, 1, tzinfo=UTC), "https://blog.example/")
    other.amend(reply.draft.id, tags=["dijk"])
    other.mark(reply.draft.id, DraftState.SENT, delivery)
    reply.body = typed
    assert not reply.look()
    reply.write()
    assert reply.conflict is None
    found = on_disk(reply)
    assert (found.body, found.state, found.tags) == (typed, DraftState.SENT, ("dijk",))
    assert found.delivery == delivery
    assert reply.draft == found


# Noticing without a key


def test_looking_costs_nothing_where_nothing_changed(
    store: DraftStore, reply: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not reply.look()

    def refuse(_path: Path) -> bytes:
        raise AssertionError("the file is read again")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert not reply.look()
    assert not writing(store, "niets op schijf").look()


def test_what_is_newer_is_taken_over_where_nothing_is_unsaved(
    store: DraftStore, reply: Writing
) -> None:
    edit(store, "van mij, en van hen")
    assert reply.look()
    assert reply.take_over()
    assert reply.body == "van mij, en van hen"
    assert not reply.unsaved
    assert not reply.look()
    assert reply.conflict is None
    assert "van mij" in every_text(store)
    reply.body += ", verder"
    reply.write()
    assert reply.conflict is None
    assert {"van mij", "van mij, en van hen"} <= every_text(store)


def test_what_is_typed_is_not_given_up_for_what_is_newer(store: DraftStore, reply: Writing) -> None:
    edit(store, "van mij, en van hen")
    reply.body = "van mij, verder"
    assert reply.look()
    assert not reply.take_over()
    assert reply.body == on_disk(reply).body == "van mij, verder"
    assert reply.conflict is not None
    assert reply.conflict.body == "van mij, en van hen"


def test_a_draft_that_was_discarded_elsewhere_does_not_come_back_by_itself(
    store: DraftStore, reply: Writing
) -> None:
    assert reply.draft is not None
    DraftStore(store.folder).discard(reply.draft.id)
    assert not reply.look()
    assert not reply.unsaved
    assert store.all() == []


def test_two_places_of_one_program_are_as_two_programs(store: DraftStore, reply: Writing) -> None:
    assert reply.draft is not None
    second = going_on(store, reply.draft.id)
    second.body = "van de andere kant"
    second.write()
    reply.body = "van mij, verder"
    reply.write()
    assert reply.conflict is not None
    assert reply.conflict.body == "van de andere kant"


def test_markup_is_part_of_what_is_written(store: DraftStore, reply: Writing) -> None:
    reply.markup = Markup.OWN
    assert reply.unsaved
    reply.write()
    assert on_disk(reply).markup is Markup.OWN
    assert going_on(store, on_disk(reply).id).markup is Markup.OWN


# Copies that syncs make


COPIES = {
    "Syncthing": "{stem}.sync-conflict-20260301-093000-ABCDEFG.md",
    "Dropbox": "{stem} (Marijke's conflicted copy 2026-03-01).md",
    "iCloud": "{stem} 2.md",
    "Nextcloud": "{stem} (conflicted copy 2026-03-01 093000).md",
    "a name that sorts first": "000.md",
}


@pytest.mark.parametrize("name", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("renamed", [False, True])
def test_a_copy_of_a_sync_becomes_a_draft_of_its_own(
    store: DraftStore, reply: Writing, name: str, *, renamed: bool
) -> None:
    assert reply.draft is not None
    path = only_file(store)
    if renamed:
        path = path.rename(path.with_name("mijn antwoord.md"))
        assert store.get(reply.draft.id).body == "van mij"
    copy = path.with_name(name.format(stem=path.stem))
    copy.write_bytes(path.read_bytes() + b" en van de andere computer")
    drafts = {draft.body: draft for draft in store.all()}
    assert set(drafts) == {"van mij", "van mij en van de andere computer"}
    assert drafts["van mij"].id == reply.draft.id, "the draft itself stays what it is"
    second = drafts["van mij en van de andere computer"]
    assert second.id != reply.draft.id
    assert second.tags == ("conflict",)
    assert (second.page, second.parent) == (PAGE, PARENT)
    assert read(copy.read_bytes()).draft == second, "its identity is kept on disk"
    assert DraftStore(store.folder).all() == store.all()
    assert store.problems() == []
    store.save(replace(second, body="verder"))
    assert {draft.body for draft in store.all()} == {"van mij", "verder"}


def test_a_copy_is_told_of_where_its_name_is_the_only_sign(store: DraftStore) -> None:
    """A copy that the list has not come by is found by whoever asks for problems first."""
    store.create(PAGE, None, "een")
    (store.folder / "zzz.md").write_bytes(only_file(store).read_bytes())
    assert store.problems() == []
    assert [draft.body for draft in store.all()] == ["een", "een"]
    assert len({draft.id for draft in store.all()}) == 2


@pytest.mark.parametrize(
    ("state", "copied"),
    [
        (DraftState.READY, DraftState.DRAFT),
        (DraftState.SENDING, DraftState.UNKNOWN),
        (DraftState.SENT, DraftState.SENT),
        (DraftState.DRAFT, DraftState.DRAFT),
    ],
)
def test_a_copy_is_never_sent_for_having_been_copied(
    store: DraftStore, state: DraftState, copied: DraftState
) -> None:
    draft = store.create(PAGE, PARENT, "een")
    store.mark(draft.id, state)
    path = only_file(store)
    path.with_name(f"{path.stem} 2.md").write_bytes(path.read_bytes())
    states = {each.id == draft.id: each.state for each in store.all()}
    assert states == {True: state, False: copied}


def test_copies_among_the_discarded_are_not_hidden(store: DraftStore, reply: Writing) -> None:
    assert reply.draft is not None
    path = only_file(store)
    data = path.read_bytes()
    store.discard(reply.draft.id)
    (store.folder / "discarded" / "nog een.md").write_bytes(data + b"!")
    assert {draft.body for draft in store.discarded()} == {"van mij", "van mij!"}


# git


def conflicted(ours: bytes, theirs: bytes, base: bytes | None = None) -> bytes:
    """Two contents of a file as git leaves them, line by line where they differ."""
    mine, yours = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    out: list[bytes] = []
    for one, other in zip(mine, yours, strict=True):
        if one == other:
            out.append(one)
            continue
        middle = b"||||||| 91c2\n" + base if base is not None else b""
        ended = [line if line.endswith(b"\n") else line + b"\n" for line in (one, other)]
        out.append(
            b"<<<<<<< HEAD\n" + ended[0] + middle + b"=======\n" + ended[1] + b">>>>>>> laptop\n"
        )
    return b"".join(out)


@pytest.mark.parametrize("base", [None, b"zoals het was\n"])
def test_what_git_could_not_merge_becomes_two_drafts(tmp_path: Path, base: bytes | None) -> None:
    clock = Clock()
    store = DraftStore(tmp_path, clock)
    draft = store.create(PAGE, PARENT, "begin\n")
    path = only_file(store)
    clock.advance(minutes=1)
    store.save(replace(draft, body="op de ene computer\n"))
    ours = path.read_bytes()
    clock.advance(minutes=1)
    theirs = ours.replace(b"op de ene computer", b"op de andere computer")
    theirs = theirs.replace(b"09:31:00", b"09:32:00")
    left = conflicted(ours, theirs, base)
    path.write_bytes(left)
    other = DraftStore(tmp_path, clock)
    bodies = {each.body: each for each in other.all()}
    assert set(bodies) == {"op de ene computer\n", "op de andere computer\n"}
    assert bodies["op de ene computer\n"].id == draft.id
    assert bodies["op de andere computer\n"].tags == ("conflict",)
    assert other.problems() == []
    kept = [version.path.read_bytes() for version in other.versions(draft.id)]
    assert left in kept, "the file as git left it is a version"


def test_what_git_could_not_merge_is_one_draft_where_the_texts_are_the_same(
    store: DraftStore, reply: Writing
) -> None:
    path = only_file(store)
    ours = path.read_bytes()
    theirs = ours.replace(b"changed = 2026-03-01T09:30:00", b"changed = 2026-03-02T09:30:00")
    path.write_bytes(conflicted(ours, theirs))
    (draft,) = DraftStore(store.folder).all()
    assert draft.body == "van mij"
    assert f"{draft.changed:%Y-%m-%d}" == "2026-03-02"
    assert reply.look() is False


def test_marks_of_git_that_were_typed_are_text(store: DraftStore) -> None:
    body = "<<<<<<< HEAD\nZo?\n=======\nOf zo?\n>>>>>>> laptop\n"
    draft = store.create(PAGE, None, body)
    assert [each.body for each in DraftStore(store.folder).all()] == [body]
    assert store.versions(draft.id) == []


# Versions


def test_an_earlier_version_is_restored_and_the_present_text_kept(store: DraftStore) -> None:
    first = "Een tekst van enige lengte, met woorden."
    draft = store.create(PAGE, PARENT, first)
    draft = store.save(replace(draft, body="Heel iets anders"))
    (version,) = store.versions(draft.id)
    store.mark(draft.id, DraftState.READY)
    restored = store.restore_version(draft.id, version)
    assert (restored.body, restored.state) == (first, DraftState.DRAFT)
    assert store.get(draft.id) == restored
    kinds = [(each.kind, store.version_body(each)) for each in store.versions(draft.id)]
    assert kinds[0] == (VersionKind.REPLACED, "Heel iets anders")
    again = store.restore_version(draft.id, store.versions(draft.id)[0])
    assert again.body == "Heel iets anders"


def test_a_version_of_a_draft_that_is_gone_is_restored(store: DraftStore, reply: Writing) -> None:
    assert reply.draft is not None
    only_file(store).unlink()
    (version,) = store.versions(reply.draft.id)
    assert version.kind is VersionKind.SAVED
    assert store.restore_version(reply.draft.id, version) == reply.draft


def test_going_on_keeps_the_text_as_it_was_found(store: DraftStore, reply: Writing) -> None:
    assert reply.draft is not None
    later = going_on(DraftStore(store.folder), reply.draft.id)
    later.body = "van mij!"
    later.write()
    (version,) = store.versions(reply.draft.id)
    assert (version.kind, store.version_body(version)) == (VersionKind.EARLIER, "van mij")


def test_a_text_that_is_replaced_by_one_as_long_is_kept(store: DraftStore) -> None:
    body = "Op zondag lag het pad vol takken en bladeren."
    draft = store.create(PAGE, None, body)
    store.save(replace(draft, body="Plakwerk van dezelfde lengte, maar heel wat anders."))
    assert [store.version_body(version) for version in store.versions(draft.id)] == [body]


def test_writing_asks_its_keeper_for_the_place_of_a_new_draft(store: DraftStore) -> None:
    fresh = Writing(Keeper(store), PAGE, None, body="> citaat\n\n")
    assert not fresh.unsaved
    assert fresh.write() is None
    assert not store.folder.exists()


def test_what_another_program_saved_is_kept_though_the_text_before_was_put_back(
    store: DraftStore, reply: Writing
) -> None:
    path = only_file(store)
    before = path.read_bytes()
    by_another_program(store, "van het andere venster")
    path.write_bytes(before)  # as a sync does, or who takes the draft back from the discarded ones
    reply.body = "iets heel anders"
    reply.write()
    assert reply.conflict is None
    assert every_text(store) >= {"van het andere venster", "iets heel anders"}
