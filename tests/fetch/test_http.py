from __future__ import annotations

import asyncio
import gzip
import re
import socket
import ssl
import threading
import zlib

import pytest
import trustme

from tests.fetch.servers import Answer, http_server, raw_server
from tui.errors import SourceError
from tui.fetch import MAX_BYTES, Fetched, Limits, fetch, open_page

PAGE = b"<title>Langs de dijk</title><p>Na de storm lag het pad vol takken.</p>"
SHORT = Limits(connect=0.3, read=0.3, total=2.0)
ONE_SENTENCE = re.compile(r"[^\n]{20,300}[.]")


async def failure(source: str, limits: Limits | None = None) -> str:
    """The one sentence that a source which cannot be had gives."""
    with pytest.raises(SourceError) as caught:
        await fetch(source, limits=limits or Limits())
    sentence = str(caught.value)
    assert ONE_SENTENCE.fullmatch(sentence), sentence
    return sentence


async def test_a_page_comes_with_its_address_and_type() -> None:
    headers = {"Content-Type": "text/html; charset=windows-1252"}
    with http_server({"/stuk": Answer(PAGE, headers=headers)}) as server:
        got = await fetch(f"{server.base}/stuk#comment-7")
        url = f"{server.base}/stuk"
        assert got == Fetched(PAGE, url, url, "text/html; charset=windows-1252")
        assert server.headers["User-Agent"].startswith("Rejoinder/")
        assert "text/html" in server.headers["Accept"]


async def test_the_scheme_may_be_left_out() -> None:
    with http_server({"/stuk": Answer(PAGE)}) as server:
        got = await fetch(server.base.removeprefix("http://") + "/stuk")
        assert got.data == PAGE
        assert got.source == f"{server.base}/stuk"


async def test_redirects_are_followed_to_the_final_address() -> None:
    moved = Answer(status=301, headers={"Location": "/b?x=1"})
    with http_server({"/a": moved, "/b?x=1": Answer(PAGE)}) as server:
        assert (await fetch(f"{server.base}/a")).url == f"{server.base}/b?x=1"


async def test_passwords_stay_out_of_addresses_that_are_kept() -> None:
    with http_server({"/": Answer(PAGE)}) as server:
        got = await fetch(server.base.replace("//", "//femke:geheim@") + "/")
        assert "geheim" not in str(got.url)
    assert "geheim" not in await failure("http://femke:geheim@127.0.0.1:1/")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "logged in"),
        (403, "forbidden"),
        (404, "no page at"),
        (410, "taken away for good"),
        (418, "status 418"),
        (429, "too many requests"),
        (500, "has a fault"),
        (503, "try again later"),
    ],
)
async def test_a_status_is_told_in_words_even_with_a_page(status: int, words: str) -> None:
    with http_server({"/": Answer(PAGE, status)}) as server:
        sentence = await failure(server.base + "/")
        assert words in sentence
        assert str(status) in sentence


async def test_a_redirect_loop_ends() -> None:
    with http_server({"/": Answer(status=302, headers={"Location": "/"})}) as server:
        assert "without end" in await failure(server.base + "/")
        assert len(server.paths) == 11


async def test_a_redirect_leads_to_no_file() -> None:
    away = Answer(status=302, headers={"Location": "file:///etc/passwd"})
    with http_server({"/": away}) as server:
        assert "malformed address" in await failure(server.base + "/")


async def test_a_refused_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    assert "refuses the connection" in await failure(f"http://127.0.0.1:{port}/")


async def test_a_host_that_is_not_there() -> None:
    assert "no server by the name" in await failure("https://blog.invalid/")


async def test_a_certificate_of_nobody_we_trust() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with http_server({"/": Answer(PAGE)}, context) as server:
        assert "cannot prove" in await failure(server.base + "/")


async def test_plain_http_where_https_was_asked() -> None:
    with http_server({"/": Answer(PAGE)}) as server:
        sentence = await failure(server.base.replace("http:", "https:") + "/")
        assert "http://" in sentence


async def test_a_server_that_never_answers() -> None:
    over = threading.Event()
    with raw_server(lambda _: over.wait(60)) as url:
        sentence = await failure(url, SHORT)
        over.set()
    assert "too long" in sentence


async def test_a_server_that_drips_for_ever() -> None:
    def drip(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            connection.sendall(b".")
            threading.Event().wait(0.05)

    with raw_server(drip) as url:
        assert "too long" in await failure(url, Limits(connect=1, read=1, total=0.5))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (b"", "broke off"),
        (b"220 mail.example ESMTP\r\n", "does not speak HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "sent nothing"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf", "broke off"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nno gzip at all", "cannot be unpacked"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\n\r\n", "127.0.0.1"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\nx", "more than once"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx", "longer than 64 MB"),
    ],
)
async def test_what_is_no_answer(said: bytes, words: str) -> None:
    def talk(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(said)

    with raw_server(talk) as url:
        assert words in await failure(url)


async def test_an_answer_that_blows_up_when_unpacked() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b" " * 2**20
    bomb = b"".join(packer.compress(block) for _ in range(MAX_BYTES // 2**20 + 1))
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    with http_server({"/": Answer(bomb + packer.flush(), headers=headers)}) as server:
        assert "longer than 64 MB" in await failure(server.base + "/")


async def test_a_packed_page_is_unpacked() -> None:
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    with http_server({"/": Answer(gzip.compress(PAGE), headers=headers)}) as server:
        assert (await fetch(server.base + "/")).data == PAGE


@pytest.mark.parametrize("media_type", ["image/png", "application/pdf", "video/mp4"])
async def test_what_is_no_page_is_not_read(media_type: str) -> None:
    answer = Answer(b"\x89PNG", headers={"Content-Type": media_type})
    with http_server({"/": answer}) as server:
        assert media_type in await failure(server.base + "/")


async def test_nothing_of_an_address_reaches_the_terminal() -> None:
    sentence = await failure("http://127.0.0.1:1/\x1b]0;titel\x07\u202e")
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", sentence)


async def test_progress_is_told() -> None:
    told: list[tuple[int, int | None]] = []
    with http_server({"/": Answer(PAGE)}) as server:
        await fetch(server.base + "/", progress=lambda size, of: told.append((size, of)))
    assert told[-1] == (len(PAGE), len(PAGE))


async def test_opening_can_be_cancelled() -> None:
    over = threading.Event()
    with raw_server(lambda _: over.wait(60)) as url:
        opening = asyncio.create_task(open_page(url))
        await asyncio.sleep(0.1)
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(opening, 30)
        over.set()


async def test_an_opened_page_knows_its_address_and_fragment() -> None:
    with http_server({"/stuk": Answer(PAGE)}) as server:
        opened = await open_page(f"{server.base}/stuk#comment-7")
        assert opened.page.url == opened.source == f"{server.base}/stuk"
        assert opened.fragment == "comment-7"
        assert opened.page.article.title == "Langs de dijk"
