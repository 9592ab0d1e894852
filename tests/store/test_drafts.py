from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from msgspec.structs import replace

from tests.work import calls_of
from tui.errors import DraftError
from tui.reading.naming import kept_names
from tui.store.draft import Draft, DraftState, PageRef, ParentRef
from tui.store.draftfile import read
from tui.store.drafts import DraftStore
from tui.store.versions import KEEP_LAST, VersionKind

PAGE = PageRef("https://blog.example/dijk", "https://blog.example/dijk", "Langs de dijk")
PARENT = ParentRef("comment-7", "Jos", "2 mei 2013", "https://blog.example/dijk#comment-7", "Ja.")


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> DraftStore:
    return DraftStore(tmp_path / "drafts", clock)


def only_file(store: DraftStore) -> Path:
    (path,) = store.folder.glob("*.md")
    return path


def kept_bodies(store: DraftStore, draft: Draft) -> list[str]:
    """The bodies of the versions, newest first."""
    return [store.version_body(version) for version in store.versions(draft.id)]


texts = st.text(max_size=40)
awkward = st.text(st.sampled_from("+\n\r\t \"'\\\0\x1b\x7f#=[]é\u2028\ud800"), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=texts | awkward,
    title=st.none() | texts | awkward,
    quoted=texts | awkward,
    state=st.sampled_from(DraftState),
    author=st.none() | texts,
)
def test_every_text_comes_back_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory,
    body: str,
    title: str | None,
    quoted: str,
    state: DraftState,
    author: str | None,
) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    parent = ParentRef(quoted, author, quoted, author, quoted)
    draft = DraftStore(folder).create(PageRef(body, quoted, title), parent, body)
    draft = DraftStore(folder).save(replace(draft, state=state))
    assert DraftStore(folder).all() == [draft]
    assert (draft.body, draft.page.title, draft.parent) == (body, title, parent)


def test_the_file_can_be_read_by_people(store: DraftStore) -> None:
    draft = store.create(PAGE, replace(PARENT, text="Ja.\nDat klopt."), "Dank je.\n\n*Femke*\n\n")
    path = only_file(store)
    assert path.name == f"2026-03-01-langs-de-dijk-{draft.id}.md"
    assert path.read_text() == (
        f"""\
+++
format = 1
id = "{draft.id}"
state = "draft"
created = 2026-03-01T09:30:00+00:00
changed = 2026-03-01T09:30:00+00:00

[page]
key = "https://blog.example/dijk"
source = "https://blog.example/dijk"
title = "Langs de dijk"

[parent]
key = "comment-7"
author = "Jos"
date = "2 mei 2013"
permalink = "https://blog.example/dijk#comment-7"
text = \"\"\"
Ja.
Dat klopt.\"\"\"
+++
Dank je.

*Femke*

"""
    )


def test_drafts_come_last_changed_first_and_by_page(store: DraftStore, clock: Clock) -> None:
    first = store.create(PAGE, None, "een")
    clock.advance(seconds=1)
    second = store.create(PAGE, PARENT, "twee")
    clock.advance(seconds=1)
    other = store.create(PageRef("k", "s"), None, "drie")
    clock.advance(seconds=1)
    first = store.save(replace(first, body="een!"))
    assert store.all() == [first, other, second]
    assert store.for_page(kept_names(PAGE.key, PAGE.source)) == [first, second]
    assert store.get(second.id).parent == PARENT


def test_saving_the_same_again_changes_nothing(store: DraftStore, clock: Clock) -> None:
    draft = store.create(PAGE, None, "een")
    before = only_file(store).stat()
    clock.advance(hours=1)
    assert store.save(draft) == draft
    assert only_file(store).stat() == before


def test_a_version_is_kept_every_few_minutes(store: DraftStore, clock: Clock) -> None:
    draft = store.create(PAGE, None)
    for second in range(20 * 60):
        clock.advance(seconds=1)
        draft = store.save(replace(draft, body=draft.body + f"{second} "))
    assert 5 <= len(store.versions(draft.id)) <= 7
    assert all(draft.body.startswith(body) for body in kept_bodies(store, draft))


def test_a_text_is_kept_before_much_of_it_goes(store: DraftStore, clock: Clock) -> None:
    text = "Op zondag lag het pad vol takken. " * 9
    draft = store.create(PAGE, None, text)
    clock.advance(seconds=1)
    draft = store.save(replace(draft, body="x"))
    assert kept_bodies(store, draft) == [text]
    assert store.versions(draft.id)[0].kind is VersionKind.SHORTENED


def test_a_text_is_kept_when_it_goes_letter_by_letter(store: DraftStore, clock: Clock) -> None:
    text = "Op zondag lag het pad vol takken. " * 9
    draft = store.create(PAGE, None, text)
    while draft.body:
        clock.advance(seconds=0.1)
        draft = store.save(replace(draft, body=draft.body[:-1]))
    kept = kept_bodies(store, draft)
    assert text in kept
    assert len(kept) < 20


def test_after_a_day_one_version_an_hour_is_kept(store: DraftStore, clock: Clock) -> None:
    draft = store.create(PAGE, None)
    for minute in range(0, 240, 4):
        clock.advance(minutes=4)
        draft = store.save(replace(draft, body=f"{draft.body}{minute} "))
    clock.advance(days=2)
    draft = store.save(replace(draft, body=draft.body + "einde"))
    versions = store.versions(draft.id)
    hours = [version.at.strftime("%d %H") for version in versions]
    assert hours[:KEEP_LAST].count("01 12") > 5, "the last ones are all kept"
    assert len(hours[KEEP_LAST:]) == len(set(hours[KEEP_LAST:]))
    assert {"01 09", "01 10", "01 11", "01 12", "01 13"} <= set(hours)


def test_what_another_program_wrote_is_kept_beside(store: DraftStore) -> None:
    draft = store.create(PAGE, None, "van ons")
    path = only_file(store)
    path.write_text(path.read_text().replace("van ons", "van een ander"))
    assert store.all()[0].body == "van een ander"  # looking at it must not hide the change
    saved = store.save(replace(draft, body="weer van ons"))
    assert store.get(draft.id).body == "weer van ons"
    (version,) = store.versions(draft.id)
    assert version.kind is VersionKind.FOREIGN
    assert kept_bodies(store, saved) == ["van een ander"]


def test_a_file_that_an_editor_garbled_is_kept_beside(store: DraftStore) -> None:
    draft = store.create(PAGE, None, "van ons")
    only_file(store).write_bytes(b"\xff\xfe alles kwijt")
    store.save(replace(draft, body="weer van ons"))
    assert DraftStore(store.folder).get(draft.id).body == "weer van ons"
    (version,) = store.versions(draft.id)
    assert version.path.read_bytes() == b"\xff\xfe alles kwijt"
    assert "alles kwijt" in store.version_body(version)
    version.path.unlink()
    with pytest.raises(DraftError, match="could not be read"):
        store.version_body(version)


def test_going_on_from_another_programs_text_is_no_conflict(store: DraftStore) -> None:
    draft = store.create(PAGE, None, "een")
    path = only_file(store)
    path.write_text(path.read_text() + " twee")
    reread = store.get(draft.id)
    assert reread.body == "een twee"
    assert store.put(replace(reread, body="een twee drie")).theirs is None
    kinds = [version.kind for version in store.versions(draft.id)]
    assert VersionKind.FOREIGN not in kinds
    assert kept_bodies(store, draft) == ["een twee"]


def test_two_stores_that_save_in_turn_lose_nothing(store: DraftStore, clock: Clock) -> None:
    draft = store.create(PAGE, None, "begin")
    other = DraftStore(store.folder, clock)
    theirs = other.save(replace(other.get(draft.id), body="van hen"))
    store.save(replace(draft, body="van ons"))
    assert kept_bodies(store, draft) == ["van hen", "begin"]
    other.save(replace(theirs, body="van hen, later"))
    assert set(kept_bodies(store, draft)) == {"begin", "van hen", "van ons"}


def test_fields_that_others_put_in_stay(store: DraftStore) -> None:
    draft = store.create(PAGE, PARENT, "een")
    path = only_file(store)
    text = path.read_text().replace('state = "draft"', 'state = "draft"\nlabels = ["a", "b"]')
    path.write_text(text.replace("[parent]", 'stars = 3\n\n[parent]\n"to do" = {by = 2026-04-01}'))
    store.save(replace(store.get(draft.id), body="twee"))
    written = path.read_text()
    assert 'labels = ["a", "b"]' in written
    assert "stars = 3" in written
    assert '"to do" = {by = 2026-04-01}' in written
    assert store.get(draft.id).body == "twee"


def test_a_renamed_file_is_still_the_draft(store: DraftStore) -> None:
    draft = store.create(PAGE, None, "een")
    only_file(store).rename(store.folder / "mijn antwoord.md")
    store.save(replace(draft, body="twee"))
    assert only_file(store).name == "mijn antwoord.md"
    assert store.get(draft.id).body == "twee"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "it is empty"),
        (b"# Een brief\n", "no front matter"),
        (b"+++\nformat = 1\n", "no front matter"),
        (b"+++\nformat = 2\n+++\n", "newer program"),
        (b"+++\nid = 'x'\n+++\n", "not known"),
        (b"+++\nformat = \n+++\n", "no TOML"),
        (b"+++\nformat = 1\nid = 'x'\n+++\n", r"\[page\] is missing"),
        (b"+++\nformat = 1\n[page]\nkey = 'k'\nsource = 's'\n+++\n", "id is missing"),
        (b"+++\nformat = 1\n+++\n\xff", "not UTF-8"),
        (b"+++\na=" + b"[" * 5000 + b"\n+++\n", "nested too deeply"),
    ],
)
def test_a_file_that_is_no_draft_is_told_and_left(
    store: DraftStore, content: bytes, what: str
) -> None:
    draft = store.create(PAGE, None, "een")
    stray = store.folder / "brief.md"
    stray.write_bytes(content)
    (problem,) = store.problems()
    assert problem.path == stray
    assert re.search(what, problem.sentence)
    assert store.all() == [draft]
    assert stray.read_bytes() == content


@given(st.binary(max_size=60), st.text(st.sampled_from("+=[]\n\"'.#{}1a-:T "), max_size=60))
def test_reading_any_bytes_gives_a_draft_or_a_fault(data: bytes, text: str) -> None:
    for content in (data, b"+++\n" + data + b"\n+++\n", f"+++\nformat=1\n{text}\n+++\n".encode()):
        with pytest.raises(ValueError, match=r"\w"):
            read(content)


def test_a_discarded_draft_can_be_taken_back(store: DraftStore) -> None:
    draft = store.create(PAGE, PARENT, "een")
    store.discard(draft.id)
    assert store.all() == []
    assert store.discarded() == [draft]
    with pytest.raises(DraftError, match="There is no draft"):
        store.get(draft.id)
    assert store.restore(draft.id) == draft
    assert store.all() == [draft]
    with pytest.raises(DraftError, match="no discarded draft"):
        store.restore(draft.id)


def test_a_folder_that_vanished_is_made_again(store: DraftStore) -> None:
    draft = store.create(PAGE, None, "een")
    shutil.rmtree(store.folder)
    assert store.all() == []
    store.save(replace(draft, body="twee"))
    assert store.get(draft.id).body == "twee"


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("hier was ik eerst")
    with pytest.raises(DraftError, match="a file is in the place of the folder"):
        DraftStore(tmp_path / "drafts").create(PAGE, None)
    with pytest.raises(DraftError, match="a file is in the place of a folder"):
        DraftStore(tmp_path / "drafts" / "x").create(PAGE, None)


def test_drafts_that_did_not_change_are_not_read_again(store: DraftStore) -> None:
    draft = store.create(PAGE, PARENT, "Een antwoord van een paar woorden.\n" * 20)
    text = only_file(store).read_text()
    for number in range(200):
        name = f"{number:08d}"
        (store.folder / f"x-{name}.md").write_text(text.replace(draft.id, name))
    first = calls_of(store.all)
    again = calls_of(store.all)
    assert again < first / 4
    assert len(store.all()) == 201
