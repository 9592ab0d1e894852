"""Copies to read without a network, what is fetched for later, and libraries of older versions."""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from tui.model import Article, Page, Paragraph, Span
from tui.model.codec import to_json
from tui.reading.visits import Visits
from tui.store.library import Library, LibraryEntry, ReadingPlace
from tui.store.packing import packed

NOW = datetime(2026, 5, 2, 11, 4, tzinfo=UTC)
PAGE = Page(
    Article("Langs de dijk", (Paragraph((Span("Veel takken."),)),)),
    "0",
    url="https://b.example/dijk/",
    canonical="https://b.example/2026/dijk",
)

VERSION_2 = """
CREATE TABLE opened (key TEXT PRIMARY KEY, source TEXT NOT NULL, title TEXT, at TEXT NOT NULL,
    count INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE INDEX opened_at ON opened (at);
CREATE TABLE snapshot (key TEXT PRIMARY KEY, page BLOB NOT NULL) STRICT;
CREATE TABLE place (key TEXT PRIMARY KEY, place TEXT NOT NULL) STRICT;
CREATE TABLE visits (key TEXT PRIMARY KEY, visits BLOB NOT NULL) STRICT;
CREATE TABLE muted (query TEXT PRIMARY KEY) STRICT;
PRAGMA user_version = 2;
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "data" / "library.sqlite")


@pytest.fixture
def version_2(library: Library) -> Library:
    """A library as the second version of the program's tables held it."""
    library.path.parent.mkdir()
    with sqlite3.connect(library.path) as connection:
        connection.executescript(VERSION_2)
        packed = zlib.compress(json.dumps(to_json(PAGE)).encode())
        source = "https://b.example/dijk/"
        connection.execute(
            "INSERT INTO opened VALUES (?, ?, ?, ?, 3)",
            (PAGE.key, source, "Langs de dijk", NOW.isoformat()),
        )
        connection.execute("INSERT INTO snapshot VALUES (?, ?)", (PAGE.key, packed))
        connection.execute("INSERT INTO snapshot VALUES ('weg', ?)", (packed,))
        connection.execute('INSERT INTO place VALUES (?, \'[["a"], "b", null, 0]\')', (PAGE.key,))
        visits = zlib.compress(json.dumps([NOW.isoformat(), ["a"], ["b"], ["a"]]).encode())
        connection.execute("INSERT INTO visits VALUES (?, ?)", (PAGE.key, visits))
        connection.execute("INSERT INTO muted VALUES ('author:\"Kees\"')")
    connection.close()
    return library


def test_a_library_of_version_2_keeps_everything(version_2: Library) -> None:
    assert version_2.recent() == [
        LibraryEntry(PAGE.key, "https://b.example/dijk/", "Langs de dijk", NOW, 3)
    ]
    assert version_2.page(PAGE.key) == PAGE
    assert version_2.place(PAGE.key) == ReadingPlace(frozenset({"a"}), "b")
    assert version_2.visits(PAGE.key) == Visits(
        NOW, frozenset({"a"}), frozenset({"b"}), frozenset({"a"})
    )
    assert version_2.muted() == {'author:"Kees"'}
    assert version_2.notice is None
    copy = version_2.copy("https://b.example/dijk/")
    assert copy is not None
    assert (copy.page, copy.at) == (PAGE, NOW)
    unknown = version_2.copy("weg")
    assert unknown is not None
    assert unknown.at is None
    assert unknown.noted(NOW).notes == ("This is the copy kept when the page was last opened.",)


def test_programs_that_bring_a_library_up_at_once_do_it_once(version_2: Library) -> None:
    failures: list[BaseException] = []

    def use() -> None:
        try:
            Library(version_2.path).queue("https://a.example/", NOW)
        except BaseException as error:  # noqa: BLE001 -- a thread's failure is the test's
            failures.append(error)

    threads = [threading.Thread(target=use) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert version_2.page(PAGE.key) == PAGE
    assert version_2.queued() == ["https://a.example/"]


@pytest.mark.parametrize(
    "name",
    [
        "https://b.example/2026/dijk",
        "https://b.example/dijk/",
        "http://b.example/dijk",
        "https://kort.example/x",
        "http://kort.example/x/",
    ],
)
def test_a_copy_is_found_by_each_address_of_its_page(library: Library, name: str) -> None:
    library.keep(PAGE, NOW)
    library.opened(PAGE.key, "https://kort.example/x", None, NOW)
    copy = library.copy(name)
    assert copy is not None
    assert (copy.page, copy.at) == (PAGE, NOW)
    assert library.copy("https://b.example/") is None


@pytest.mark.parametrize(
    ("age", "told"),
    [
        (timedelta(seconds=9), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(days=3, hours=2), "3 days ago"),
        (timedelta(seconds=-5), "just now"),
    ],
)
def test_a_copy_tells_its_age(library: Library, age: timedelta, told: str) -> None:
    library.keep(replace(PAGE, notes=("Eerder.",)), NOW)
    copy = library.copy(PAGE.key)
    assert copy is not None
    noted = copy.noted(NOW + age, "The network is down.")
    local = f"{NOW.astimezone():%Y-%m-%d %H:%M}"
    assert noted.notes == (
        f"This is the copy kept on {local}, {told}. The network is down.",
        "Eerder.",
    )


def test_what_was_fetched_for_later_is_listed_as_never_opened(library: Library) -> None:
    library.queue("https://b.example/dijk/", NOW)
    library.queue("https://a.example/", NOW + timedelta(seconds=1))
    library.fetched(PAGE, "https://b.example/dijk/", NOW, new=0)
    (entry,) = library.recent()
    assert (entry.count, entry.title) == (0, "Langs de dijk")
    assert library.queued() == ["https://a.example/"]
    library.unqueue("https://a.example/")
    assert library.queued() == []


def test_new_comments_are_told_until_the_page_is_opened(library: Library) -> None:
    source = "https://b.example/dijk/"
    library.opened(PAGE.key, source, "Langs de dijk", NOW)
    library.fetched(PAGE, source, NOW + timedelta(days=1), new=4)
    (entry,) = library.recent()
    assert (entry.new, entry.count, entry.opened) == (4, 1, NOW)
    library.opened(PAGE.key, source, "Langs de dijk", NOW + timedelta(days=2))
    (entry,) = library.recent()
    assert (entry.new, entry.count) == (0, 2)


def test_a_page_that_is_forgotten_leaves_nothing(library: Library) -> None:
    library.keep(PAGE, NOW)
    library.opened(PAGE.key, "https://b.example/dijk/", None, NOW)
    library.opened("b", "https://ander.example/", None, NOW)
    library.keep_place(PAGE.key, ReadingPlace())
    library.keep_visits(PAGE.key, Visits(NOW))
    library.forget(PAGE.key)
    assert [entry.key for entry in library.recent()] == ["b"]
    assert library.copy("https://b.example/dijk/") is None
    assert library.place(PAGE.key) is None
    assert library.visits(PAGE.key) is None


@given(
    st.builds(
        Visits,
        st.just(NOW),
        st.frozensets(st.text(max_size=5)),
        st.frozensets(st.text(max_size=5)),
        st.frozensets(st.text(max_size=5)),
        st.booleans(),
    )
)
def test_what_was_read_comes_back_as_it_was(visits: Visits) -> None:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        library.keep_visits(PAGE.key, visits)
        assert library.visits(PAGE.key) == visits


def test_what_was_read_before_pages_were_joined_is_known(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    library = Library(path)
    library.keep_visits(PAGE.key, Visits(NOW))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE visits SET visits = ?", (packed([NOW.isoformat(), ["1"], ["2"], ["1"]]),)
        )
    assert library.visits(PAGE.key) == Visits(
        NOW, frozenset("1"), frozenset("2"), frozenset("1"), is_whole=False
    )
