from __future__ import annotations

import asyncio
import gzip
import os
import threading
from io import BytesIO
from pathlib import Path

import pytest

from tui.errors import SourceError
from tui.fetch import (
    MAX_BYTES,
    Address,
    FileSource,
    Limits,
    Pipe,
    fetch,
    fetch_blocking,
    locate,
    open_page,
)

PAGE = b"<title>Am Deich</title><p>Nach dem Sturm lag der Weg voller Zweige.</p>"


def sentence(source: str, limits: Limits | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        fetch_blocking(source, limits=limits or Limits())
    text = str(caught.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "seite.html"
    path.write_bytes(PAGE)
    return path


async def test_a_file_by_path_and_by_address(page: Path) -> None:
    for source in (str(page), page.as_uri(), f"file://localhost{page}"):
        got = await fetch(source)
        assert (got.data, got.source, got.url) == (PAGE, str(page), None)


async def test_a_relative_path_becomes_one_that_opens_it_again(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(page.parent)
    assert (await fetch("seite.html")).source == str(page)


async def test_the_fragment_of_a_file(page: Path) -> None:
    opened = await open_page(f"{page}#comment-7")
    assert (opened.source, opened.fragment) == (str(page), "comment-7")


async def test_a_file_with_a_number_sign_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "deel #2.html"
    path.write_bytes(PAGE)
    whole, pointed = await open_page(str(path)), await open_page(f"{path}#c9")
    assert (whole.source, whole.fragment) == (str(path), None)
    assert (pointed.source, pointed.fragment) == (str(path), "c9")


async def test_a_pipe() -> None:
    opened = await open_page("-#c1", stdin=BytesIO(PAGE))
    assert (opened.source, opened.fragment) == ("-", "c1")
    assert opened.page.article.title == "Am Deich"


def test_an_existing_file_wins_over_a_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert isinstance(locate("blog.example")[0], Address)
    (tmp_path / "blog.example").write_bytes(PAGE)
    assert locate("blog.example")[0] == FileSource(tmp_path / "blog.example")


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("blog.example", "https://blog.example"),
        ("blog.example:8080/dijk?p=1", "https://blog.example:8080/dijk?p=1"),
        ("bücher.example/größe", "https://bücher.example/größe"),
        ("localhost:8000", "http://localhost:8000"),
        ("127.0.0.1/x", "http://127.0.0.1/x"),
        ("[::1]:80/", "http://[::1]:80/"),
        ("HTTP://blog.example/", "HTTP://blog.example/"),
    ],
)
def test_what_looks_like_a_host_is_an_address(source: str, url: str) -> None:
    assert locate(source) == (Address(url), None)
    assert locate(source + "#c1") == (Address(url), "c1")


@pytest.mark.parametrize("source", ["stuk.html", "map/stuk.txt", "README", "C:\\stuk.htm", "a b.c"])
def test_what_looks_like_a_file_is_one(source: str) -> None:
    assert isinstance(locate(source)[0], FileSource)


def test_a_lone_hyphen_is_the_pipe() -> None:
    assert locate("-") == (Pipe(), None)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "No source"),
        ("mailto:femke@blog.example", "not mailto"),
        ("gopher://blog.example/", "not gopher"),
        ("file://elders/stuk.html", "another computer"),
        ("a\0b", "no name"),
        ("/dev/zero", "is a device"),
        ("/dev/null", "is a device"),
        ("x" * 5000, "that long"),
        ("niet-hier.html", "There is no file"),
    ],
)
def test_what_cannot_be_opened_is_told(source: str, words: str) -> None:
    assert words in sentence(source)


def test_a_folder_an_empty_file_and_a_circle_of_links(tmp_path: Path, page: Path) -> None:
    assert "is a folder" in sentence(str(tmp_path))
    (tmp_path / "leeg.html").touch()
    assert "is empty" in sentence(str(tmp_path / "leeg.html"))
    (tmp_path / "kring").symlink_to(tmp_path / "kring")
    assert "in a circle" in sentence(str(tmp_path / "kring"))
    assert "no folder" in sentence(str(page / "stuk.html"))


def test_a_file_that_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / "lang.html"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "longer than 64 MB" in sentence(str(path))


async def test_a_packed_file_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "seite.html.gz"
    path.write_bytes(gzip.compress(PAGE[:10]) + gzip.compress(PAGE[10:]))
    assert (await fetch(str(path))).data == PAGE


async def test_what_came_of_a_truncated_packed_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "seite.html.gz"
    path.write_bytes(gzip.compress(os.urandom(50_000))[:30_000])
    assert len((await fetch(str(path))).data) > 10_000
    path.write_bytes(b"\x1f\x8b\x08rubbish")
    assert "damaged gzip" in sentence(str(path))


def test_a_packed_file_that_blows_up(tmp_path: Path) -> None:
    path = tmp_path / "bom.html.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(MAX_BYTES // 2**20 + 1):
            file.write(b" " * 2**20)
    assert "longer than 64 MB" in sentence(str(path))


def test_a_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "buis"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(PAGE,))
    writer.start()
    assert fetch_blocking(str(path)).data == PAGE
    writer.join()


def test_a_named_pipe_without_a_writer_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "buis"
    os.mkfifo(path)
    assert "nothing comes through" in sentence(str(path), Limits(read=0.1))


async def test_pipes_that_hold_nothing_or_too_much() -> None:
    with pytest.raises(SourceError, match="Nothing came"):
        await fetch("-", stdin=BytesIO())
    with pytest.raises(SourceError, match="longer than 64 MB"):
        await fetch("-", stdin=BytesIO(bytes(MAX_BYTES + 1)))


async def test_two_pages_open_side_by_side(page: Path) -> None:
    first, second = await asyncio.gather(open_page(str(page)), open_page(str(page)))
    assert first == second
