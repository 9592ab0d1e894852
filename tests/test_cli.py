from __future__ import annotations

import gzip
import json
import os
import pty
import re
import signal
import ssl
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import trustme

from tests.fetch.servers import Answer, http_server
from tui import __version__
from tui.cli import arguments, called, main

PAGE = """<!doctype html><html lang="nl"><head><title>Langs de dijk</title></head><body>
<article><h1>Langs de dijk</h1><p>Na de storm van zondag lag het pad naar de vuurtoren vol takken,
en wie wilde lopen moest klimmen. De gemeente ruimt deze week op, zegt de wethouder.</p>
<p>Wie toch gaat, neemt laarzen mee: bij de sluis staat het water nog over de weg.</p></article>
<section id="comments"><h2>2 reacties</h2><ol class="comment-list">
<li id="comment-7" class="comment depth-1"><article class="comment-body"><footer>
<b class="fn">Jos [b]</b> <time datetime="2026-03-01T09:30:00+01:00">1 maart 2026 om 9:30</time>
</footer><div class="comment-content"><p>Ik was er; het viel mee.</p></div></article>
<ol class="children"><li id="comment-8" class="comment depth-2"><article class="comment-body">
<footer><b class="fn">Ada</b> <time datetime="2026-03-01T10:00:00+01:00">1 maart 2026 om
10:00</time></footer><div class="comment-content"><p>Bij mij niet.</p></div></article></li></ol>
</li></ol></section></body></html>"""
LOG_HINT = "the log has the details:"
HOSTILE = "\x1b]0;weg\x07 [bold]vet[/] [/nergens] \x9b31m \u202eom \x00"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "dijk.html"
    path.write_text(PAGE)
    return path


def run(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The program as a user runs it."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *map(str, args)],
        input=stdin,
        capture_output=True,
        check=False,
    )


def told(done: subprocess.CompletedProcess[bytes], status: int = 1) -> str:
    """The one sentence on standard error of a run that could not do its work."""
    said = done.stderr.decode()
    assert done.returncode == status, said
    assert done.stdout == b""
    assert re.fullmatch(r"rejoinder: [^\n]{15,400}[.]\n", said), said
    return said


def test_version_and_help() -> None:
    assert run("--version").stdout.decode() == f"rejoinder {__version__}\n"
    for command in ([], ["dump"], ["extract"], ["drafts"], ["drafts", "export"]):
        done = run(*command, "--help")
        assert done.returncode == 0
        assert b"usage: rejoinder" in done.stdout


@pytest.mark.parametrize(
    "args",
    [
        ["dump"],
        ["dump", "--format", "pdf", "x"],
        ["dump", "x", "--width", "-3"],
        ["extract"],
        ["drafts"],
        ["drafts", "show"],
        ["--fold", "x"],
        ["een", "twee"],
    ],
)
def test_wrong_use_ends_with_two(args: Sequence[str]) -> None:
    done = run(*args)
    assert done.returncode == 2
    assert b"usage: rejoinder" in done.stderr
    assert b"Traceback" not in done.stderr


def test_text_shows_article_and_thread_with_depth(page: Path) -> None:
    done = run("dump", page, "--width", "60")
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith("Langs de dijk\n")
    assert "\n2 comments\n" in text
    assert "\nJos [b], 1 maart 2026 om 9:30\n  Ik was er; het viel mee.\n" in text
    assert "\n  Ada, 1 maart 2026 om 10:00, in reply to Jos [b]\n    Bij mij niet.\n" in text
    assert max(map(len, text.splitlines())) <= 60


def test_json_has_the_documented_names(page: Path) -> None:
    shown = json.loads(run("dump", page, "--format", "json").stdout)
    assert list(shown)[:11] == [
        *("page", "url", "title", "author", "date", "language"),
        *("article", "system", "stated_count", "comments", "notes"),
    ]
    assert (shown["page"], shown["title"], shown["language"]) == (str(page), "Langs de dijk", "nl")
    assert [block["type"] for block in shown["blocks"]] == ["paragraph", "paragraph"]
    assert shown["form"] is None
    first, second = shown["comments"]
    assert first["blocks"] == [
        {"type": "paragraph", "text": [{"text": "Ik was er; het viel mee."}]}
    ]
    assert (second["author"], second["parent"], second["text"]) == ("Ada", 0, "Bij mij niet.")
    documented = Path("docs/json.md").read_text()
    names = {*shown, *first, *shown["thread"]}
    assert [name for name in names if f"`{name}`" not in documented] == []


def test_markdown_and_files_and_pipes(page: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.md"
    assert (
        run("dump", "-", "--format", "markdown", "--output", target, stdin=PAGE.encode()).stdout
        == b""
    )
    assert target.read_text().startswith("# Langs de dijk\n")
    assert run("dump", page, "--output", "/dev/stdout").stdout.startswith(b"Langs de dijk\n")
    assert "is not there" not in told(run("dump", page, "--output", tmp_path))


def test_without_a_terminal_a_page_is_printed(page: Path) -> None:
    assert run(f"{page}#comment-8").stdout == run("dump", page).stdout
    assert "needs a terminal" in told(run(), 2)


def test_a_pipe_without_a_keyboard_is_told(page: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "tui", "-"],
        input=page.read_bytes(),
        stdout=theirs,
        stderr=subprocess.PIPE,
        start_new_session=True,  # and so without a terminal of its own
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 2
    assert b"no terminal to read keys from" in done.stderr


def test_bad_files_are_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "leeg.html").touch()
    assert "There is no file" in told(run("dump", tmp_path / "weg.html"))
    assert "is a folder" in told(run("dump", tmp_path))
    assert "is empty" in told(run("dump", tmp_path / "leeg.html"))
    assert "Nothing came" in told(run("dump", "-"))
    assert "is a device" in told(run("dump", "/dev/zero"))


def test_bad_answers_are_told_in_a_sentence() -> None:
    answers = {
        "/kring": Answer(status=302, headers={"Location": "/kring"}),
        "/plaatje": Answer(b"\x89PNG", headers={"Content-Type": "image/png"}),
    }
    with http_server(answers) as server:
        assert "status 404" in told(run("dump", f"{server.base}/weg"))
        assert "without end" in told(run("dump", f"{server.base}/kring"))
        assert "image/png" in told(run("dump", f"{server.base}/plaatje"))
        gone = server.base
    assert "refuses the connection" in told(run("dump", f"{gone}/"))


def test_a_bad_certificate_is_told_in_a_sentence() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with http_server({"/": Answer(PAGE.encode())}, context) as server:
        assert "cannot prove" in told(run("dump", f"{server.base}/"))


def test_a_page_comes_by_tls_also_where_asyncio_was_loaded_without(tmp_path: Path) -> None:
    context, authority = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), trustme.CA()
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusted = tmp_path / "trusted.pem"
    authority.cert_pem.write_to_path(trusted)
    code = """
import sys
from tui.cli import loading, main
loading.load_for_screen()
assert not {"ssl", "_hashlib", "bz2"} & set(sys.modules)
sys.exit(main(["dump", *sys.argv[1:]]))
"""
    with http_server({"/": Answer(PAGE.encode())}, context) as server:
        done = subprocess.run(
            [sys.executable, "-c", code, f"{server.base}/"],
            env=os.environ | {"SSL_CERT_FILE": str(trusted)},
            capture_output=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Langs de dijk" in done.stdout.decode()


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("json", b"\x00" * 4000),
        ("text", b"GIF89a" + bytes(range(256)) * 9),
        ("text", "Een zin die ophoudt bij caf\u00e9".encode()[:-1]),
        ("markdown", b"<div>" * 100_000 + b"diep"),
        ("text", PAGE.replace("Jos", HOSTILE).replace("Na de", HOSTILE).encode()),
    ],
    ids=["nulls", "binary", "cut", "nested", "hostile"],
)
def test_bad_pages_come_out_clean(form: str, data: bytes) -> None:
    done = run("dump", "-", "--format", form, stdin=data)
    assert (done.returncode, done.stderr) == (0, b"")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.stdout.decode())


@pytest.mark.parametrize("args", [["dump"], ["extract", "--list"]])
def test_a_reader_that_went_away_is_no_trouble(page: Path, args: list[str]) -> None:
    listed = page.with_name("lijst.jsonl")
    listed.write_text(json.dumps({"page": "p", "path": str(page), "url": None}))
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "tui", *args, str(page if args == ["dump"] else listed)],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    fifo = tmp_path / "buis"
    os.mkfifo(fifo)
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "dump", str(fifo)], stderr=subprocess.PIPE
    ) as process:
        writer = os.open(fifo, os.O_WRONLY)  # returns when the program has opened the other end
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert process.stderr.read() == b""
    os.close(writer)
    assert process.returncode == 130


def test_extract_answers_each_line_in_order(page: Path, tmp_path: Path) -> None:
    packed = tmp_path / "dijk.html.gz"
    packed.write_bytes(gzip.compress(PAGE.encode()))
    url = "https://blog.example/dijk"
    entries = [
        json.dumps({"page": "eerst", "path": str(page), "url": url}),
        json.dumps({"page": "weg", "path": str(tmp_path / "weg.html"), "url": None}),
        "geen json",
        "[" * 100_000,
        json.dumps({"page": "zonder pad"}),
        json.dumps({"page": "map", "path": str(tmp_path), "url": None}),
        json.dumps({"page": "nul", "path": "a\0b", "url": None}),
        json.dumps({"page": "laatst", "path": str(packed), "url": None}),
    ]
    done = run("extract", "--list", "-", "--jobs", "2", stdin="\n".join(entries).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [line["page"] for line in lines] == [
        *("eerst", "weg", None, None, "zonder pad", "map", "nul", "laatst")
    ]
    assert ["error" in line for line in lines] == [False, *[True] * 6, False]
    assert "There is no file" in lines[1]["error"]
    assert list(lines[0]) == [
        *("page", "url", "title", "author", "date", "language"),
        *("article", "system", "stated_count", "comments", "notes"),
    ]
    assert (lines[0]["url"], lines[0]["stated_count"]) == (url, 2)
    assert lines[0]["article"].count("\n") == 1
    assert lines[0]["comments"][0] == {
        "key": lines[0]["comments"][0]["key"],
        "author": "Jos [b]",
        "date": "2026-03-01T09:30:00+01:00",
        "date_text": "1 maart 2026 om 9:30",
        "parent": None,
        "kind": "comment",
        "text": "Ik was er; het viel mee.",
        "permalink": lines[0]["comments"][0]["permalink"],
    }
    assert lines[-1]["title"] == "Langs de dijk"


def test_extract_without_a_list_or_with_an_empty_one(tmp_path: Path) -> None:
    assert "There is no file" in told(run("extract", "--list", tmp_path / "weg.jsonl"))
    blank = tmp_path / "leeg.jsonl"
    blank.write_text("\n\n")
    assert run("extract", "--list", blank).stdout == b""


def test_extract_shows_its_progress_on_a_terminal(page: Path) -> None:
    ours, theirs = pty.openpty()
    entry = json.dumps({"page": "p", "path": str(page), "url": None}).encode()
    done = subprocess.run(
        [sys.executable, "-m", "tui", "extract", "--list", "-"],
        input=entry,
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
    )
    assert b"Reading pages" in os.read(ours, 100_000)
    assert json.loads(done.stdout)["title"] == "Langs de dijk"
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize("words", [[], ["x"], [""], ["read", "x"], ["dump", "x"]])
def test_a_page_alone_is_understood_as_it_is_beside_options(words: list[str]) -> None:
    assert called.parse(words) == arguments.parse_options(words)


def test_a_fault_of_our_own_is_one_sentence_and_a_log(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise ZeroDivisionError("een deling")

    monkeypatch.setattr("tui.cli.program._run", fail)
    assert main(["dump", "x"]) == 1
    log = home / "state" / "rejoinder.log"
    said = f"Something went wrong inside Rejoinder (ZeroDivisionError); {LOG_HINT} {log}."
    assert capsys.readouterr().err == f"rejoinder: {said}\n"
    assert "een deling" in log.read_text()


def test_a_log_that_cannot_be_written_stops_nothing(page: Path, home: Path) -> None:
    (home / "state").write_text("geen map")
    assert run("dump", page).returncode == 0
    assert "There is no file" in told(run("dump", "weg.html"))
