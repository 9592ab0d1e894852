from __future__ import annotations

import sqlite3
import threading
import zlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tui.model import Article, Page, Paragraph, Span
from tui.store.library import Library, LibraryEntry, LibraryError

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
PAGE = Page(
    Article("Langs de dijk", (Paragraph((Span("Veel takken."),)),)), "0", url="https://b.example/"
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "data" / "library.sqlite")


def test_pages_come_last_opened_first(library: Library) -> None:
    assert library.recent() == []
    library.opened("a", "a.example", None, NOW)
    library.opened("b", "-", "Twee", NOW + timedelta(minutes=1))
    later = (NOW + timedelta(minutes=2)).astimezone(timezone(timedelta(hours=5)))
    library.opened("a", "https://a.example", "Een", later)
    assert library.recent() == [
        LibraryEntry("a", "https://a.example", "Een", NOW + timedelta(minutes=2), 2),
        LibraryEntry("b", "-", "Twee", NOW + timedelta(minutes=1), 1),
    ]
    assert len(library.recent(1)) == 1


def test_a_page_is_there_as_it_was(library: Library) -> None:
    library.keep(PAGE)
    assert Library(library.path).page(PAGE.key) == PAGE
    assert library.page("elders") is None
    newer = Page(Article("Langs het strand"), "1", url=PAGE.url)
    library.keep(newer)
    assert library.page(PAGE.key) == newer


@pytest.mark.parametrize(
    "content", [b"", b"geen databank" * 200, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_damaged_library_is_set_aside(library: Library, content: bytes) -> None:
    library.path.parent.mkdir()
    library.path.write_bytes(content)
    library.opened("a", "a", None, NOW)
    assert [entry.key for entry in library.recent()] == ["a"]
    aside = list(library.path.parent.glob("*.damaged-*"))
    if content:
        assert [path.read_bytes() for path in aside] == [content]
        assert library.notice is not None
        assert str(aside[0]) in library.notice
    else:  # an empty file is a database without tables
        assert aside == []
        assert library.notice is None


def test_a_damaged_snapshot_is_no_page(library: Library) -> None:
    library.keep(PAGE)
    for damage in (b"rubbish", zlib.compress(b"[]"), zlib.compress(b"[" * 200_000)):
        with sqlite3.connect(library.path) as connection:
            connection.execute("UPDATE snapshot SET page = ?", (damage,))
        connection.close()
        assert library.page(PAGE.key) is None


def test_programs_that_write_at_once_wait_for_each_other(library: Library) -> None:
    def write() -> None:
        for _ in range(10):
            Library(library.path).opened("a", "a", None, NOW)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert library.recent()[0].count == 40


def test_a_library_that_several_begin_at_once_is_there_for_all(tmp_path: Path) -> None:
    failed: list[LibraryError] = []
    many = threading.Barrier(6)

    def begin(number: int) -> None:
        many.wait()
        try:
            Library(tmp_path / f"{number}.db").place("a")
        except LibraryError as error:
            failed.append(error)

    for number in range(30):
        threads = [threading.Thread(target=begin, args=(number,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failed


def test_a_damaged_library_is_set_aside_once_however_many_find_it_so(tmp_path: Path) -> None:
    many = threading.Barrier(6)
    failed: list[LibraryError] = []

    def read(library: Library) -> None:
        many.wait()
        try:
            library.opened("a", "a", None, NOW)
        except LibraryError as error:
            failed.append(error)

    for number in range(10):
        library = Library(tmp_path / f"{number}.db")
        library.path.write_bytes(b"this is no database" * 100)
        threads = [threading.Thread(target=read, args=(library,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failed
        assert len(list(tmp_path.glob(f"{number}.db.damaged-*"))) == 1
        assert library.recent()[0].count == 6


def test_what_cannot_be_used_is_told(tmp_path: Path, library: Library) -> None:
    (tmp_path / "data").write_text("geen map")
    with pytest.raises(LibraryError, match=r"cannot be used: [^\n]+\.$"):
        library.recent()


def test_a_newer_library_is_left_alone(library: Library) -> None:
    library.opened("a", "a", None, NOW)
    with sqlite3.connect(library.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryError, match="newer version"):
        library.opened("b", "b", None, NOW)
    assert library.path.exists()


def test_half_a_character_in_a_name_is_no_obstacle(library: Library) -> None:
    library.opened("bad\udcff", "bad\udcff", "titel\ud800", NOW)
    assert library.recent()[0].title == "titel?"
