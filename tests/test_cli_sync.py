"""`rejoinder sync` and `--offline`: what is fetched, told and kept, and read without a network."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.app.pages import HEDGE, Reply, page
from tests.fetch.servers import Answer, http_server
from tests.fetch.spread import (
    PATH,
    comments_page,
    comments_path,
    older,
    part_page,
    part_path,
)
from tui.cli import main
from tui.cli.syncing import sync
from tui.reading.visits import visited
from tui.store.bookmarks import Bookmark, Bookmarks
from tui.store.draft import Delivery, DraftState, Outcome, PageRef, ParentRef
from tui.store.drafts import DraftStore
from tui.store.library import Library
from tui.store.places import Places

NOW = datetime(2026, 5, 2, 12, 0, tzinfo=UTC)

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def places(home: Path) -> Places:
    return Places.find({"REJOINDER_HOME": str(home)})


@pytest.fixture
def library(places: Places) -> Library:
    return Library(places.library)


def answer(title: str, comments: tuple[Reply, ...] = HEDGE) -> Answer:
    return Answer(page(title, comments=comments).encode())


def test_bookmarks_and_what_was_asked_for_offline_are_fetched(
    places: Places, library: Library, capsys: Captured
) -> None:
    with http_server({"/heg": answer("De heg"), "/dijk": answer("De dijk", HEDGE[2:])}) as server:
        Bookmarks(places.data).put(Bookmark(f"{server.base}/heg", "De heg", ("tuin",)))
        Bookmarks(places.data).put(Bookmark("file:///srv/bewaard.html", "Bewaard"))
        library.queue(f"{server.base}/dijk", NOW)
        assert main(["sync"]) == 0
        printed = capsys.readouterr()
        assert sorted(printed.out.splitlines()) == [
            "De dijk: 1 comment, not opened yet",
            "De heg: 7 comments, not opened yet",
        ]
        assert printed.err == ""
        assert sorted(server.paths) == ["/dijk", "/heg"]
        heg = f"{server.base}/heg"
    assert library.queued() == []
    assert {entry.title for entry in library.recent()} == {"De heg", "De dijk"}
    copy = library.copy(heg)
    assert copy is not None
    assert copy.page.thread is not None
    assert len(copy.page.thread) == 7


def test_new_comments_since_the_last_visit_are_counted_until_it_is_opened(
    library: Library, capsys: Captured
) -> None:
    answers = {"/heg": answer("De heg")}
    with http_server(answers) as server:
        url = f"{server.base}/heg"
        assert main(["sync", url]) == 0
        copy = library.copy(url)
        assert copy is not None
        assert copy.page.thread is not None
        keys = [comment.key for comment in copy.page.thread.comments]
        library.opened(url, url, "De heg", NOW)
        library.keep_visits(url, visited(None, keys, NOW))
        answers["/heg"] = answer("De heg", (*HEDGE, Reply("Nieuw", "Dag."), Reply("Wim", "Hoi.")))
        for _ in range(2):
            capsys.readouterr()
            assert main(["sync", url]) == 0
            assert capsys.readouterr().out == "De heg: 9 comments, 2 new\n"
    (entry,) = library.recent()
    assert (entry.new, entry.count) == (2, 1)


def test_the_pages_opened_last_are_fetched_where_that_is_asked(
    library: Library, capsys: Captured
) -> None:
    names = ("een", "twee", "drie")
    with http_server({f"/{name}": answer(name, ()) for name in names}) as server:
        for minute, name in enumerate(names):
            url = f"{server.base}/{name}"
            library.opened(url, url, name, NOW.replace(minute=minute))
        library.opened("sha256:0", "/srv/bestand.html", "Bestand", NOW.replace(minute=9))
        assert main(["sync", "--recent", "2"]) == 0
        assert sorted(server.paths) == ["/drie", "/twee"]
    assert "drie: no comments" in capsys.readouterr().out


def test_what_cannot_be_fetched_is_told_and_the_run_goes_on(
    library: Library, capsys: Captured, tmp_path: Path
) -> None:
    file = tmp_path / "bestand.html"
    file.write_text(page())
    with http_server({"/heg": answer("De heg")}) as server:
        gone = f"{server.base}/weg"
        library.queue(gone, NOW)
        assert main(["sync", gone, str(file), "ftp://a.example/x", f"{server.base}/heg"]) == 1
        printed = capsys.readouterr()
    assert printed.out == "De heg: 7 comments, not opened yet\n"
    errors = sorted(printed.err.splitlines())
    assert len(errors) == 3
    assert all(error.startswith("rejoinder: ") and error.endswith(".") for error in errors)
    assert "status 404" in printed.err
    assert "is no http or https address" in printed.err
    assert library.queued() == [gone]


def test_a_broken_line_of_the_bookmarks_is_told(places: Places, capsys: Captured) -> None:
    path = Bookmarks(places.data).path
    path.parent.mkdir(parents=True)
    path.write_text("wat is dit\n")
    assert main(["sync"]) == 0
    printed = capsys.readouterr()
    assert printed.out == (
        "There is nothing to fetch: no page is bookmarked, and none is on the list.\n"
    )
    assert printed.err.startswith(f"rejoinder: Line 1 of {path} is left alone")


@dataclass
class Crowd:
    """How many requests each host, and all of them, were at work on at once."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    now: dict[str, int] = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)
    two_hosts: threading.Event = field(default_factory=threading.Event)

    def enter(self, host: str) -> None:
        with self.lock:
            self.now[host] = self.now.get(host, 0) + 1
            self.most[host] = max(self.most.get(host, 0), self.now[host])
            if sum(bool(number) for number in self.now.values()) > 1:
                self.two_hosts.set()

    def leave(self, host: str) -> None:
        with self.lock:
            self.now[host] -= 1


def test_hosts_are_asked_at_once_but_none_twice(capsys: Captured) -> None:
    crowd = Crowd()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            crowd.enter(host)
            crowd.two_hosts.wait(60)  # a page of the other host, while this one is answered
            body = page(self.path).encode()
            crowd.leave(host)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        port = server.server_port
        hosts = ("127.0.0.1", "localhost")
        pages = [f"http://{host}:{port}/{number}" for host in hosts for number in range(3)]
        assert sync(pages, jobs=6) == 0
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert len(capsys.readouterr().out.splitlines()) == 6
    assert set(crowd.most) == set(hosts)
    assert set(crowd.most.values()) == {1}
    assert crowd.two_hosts.is_set()


def dumped(capsys: Captured, *args: str, status: int = 0) -> str:
    """What `dump` prints, or tells where it fails."""
    capsys.readouterr()
    assert main(["dump", *args]) == status
    printed = capsys.readouterr()
    return printed.err if status else printed.out


def test_a_page_that_was_kept_is_printed_without_its_server(
    library: Library, capsys: Captured
) -> None:
    with http_server({"/heg": answer("De heg")}) as server:
        url = f"{server.base}/heg"
        assert main(["sync", url]) == 0
        seen = len(server.paths)
        text = dumped(capsys, "--offline", f"{url}#comment-2")
        assert len(server.paths) == seen
    assert "De heg" in text
    assert "Hoeveel nesten telt u?" in text
    copy = library.copy(url)
    assert copy is not None
    assert copy.at is not None
    when = f"{copy.at.astimezone():%Y-%m-%d %H:%M}"
    assert f"This is the copy kept on {when}, just now." in " ".join(text.split())


def test_a_page_that_was_never_kept_is_told(capsys: Captured) -> None:
    error = dumped(capsys, "--offline", "https://nooit.example/", status=1)
    assert error == (
        "rejoinder: https://nooit.example/ was never kept, so it cannot be read offline; "
        "`rejoinder sync ADDRESS` fetches and keeps it.\n"
    )


def test_a_file_needs_no_network(capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "heg.html"
    file.write_text(page())
    assert "De heg en de schaar" in dumped(capsys, "--offline", str(file))


def test_a_reply_that_was_handed_over_is_done_once_its_page_shows_it(
    places: Places, capsys: Captured
) -> None:
    drafts = DraftStore(places.drafts)
    mine = Reply("Femke", "Dat hoor je zeker, zelfs hier.")
    with http_server({"/heg": answer("De heg", (*HEDGE, mine))}) as server:
        url = f"{server.base}/heg"
        parent = ParentRef("1", "Marijke")
        draft = drafts.create(PageRef(url, url, "De heg"), parent, "Dat hoor je zeker, zelfs hier.")
        told = Delivery(Outcome.HANDED_OVER, datetime(2026, 2, 1, tzinfo=UTC), url)
        drafts.mark(draft.id, DraftState.HANDED_OVER, told)
        assert main(["sync", url]) == 0
        assert "De heg: your reply to Marijke is on the page now" in capsys.readouterr().out
        done = drafts.get(draft.id)
        assert done.state is DraftState.SENT
        assert done.delivery is not None
        assert done.delivery.seen
        main(["sync", url])
        assert "your reply" not in capsys.readouterr().out, "it is told once"


@pytest.mark.usefixtures("home")
def test_whole_pages_are_kept_and_stay_whole(capsys: Captured) -> None:
    answers = {
        PATH: comments_page([3, 4], older(1), says=4),
        comments_path(1): comments_page([1, 2]),
    }
    with http_server(answers) as server:
        url = server.base + PATH
        assert main(["sync", url]) == 0
        assert capsys.readouterr().out == "De dijk: 2 comments, not opened yet\n"
        assert main(["sync", "--whole", url]) == 0
        assert capsys.readouterr().out == "De dijk: 4 comments, not opened yet\n"
        assert main(["sync", url]) == 0
        assert capsys.readouterr().out == "De dijk: 4 comments, not opened yet\n"
    assert main(["dump", "--offline", url]) == 0
    told = capsys.readouterr().out
    assert told.index("Reactie nummer 1.") < told.index("Reactie nummer 4.")


def test_dump_prints_a_whole_page_when_asked(capsys: Captured) -> None:
    parts = {
        part_path(1): part_page(1, 2, "Het begon met regen."),
        part_path(2): part_page(2, 2, "En daarna de zon."),
    }
    with http_server(parts) as server:
        assert main(["dump", server.base + PATH]) == 0
        assert "de zon" not in capsys.readouterr().out
        assert main(["dump", "--whole", "--format", "json", server.base + PATH]) == 0
        told = json.loads(capsys.readouterr().out)
    assert "Het begon met regen." in told["article"]
    assert "En daarna de zon." in told["article"]
    assert told["joined"] == [server.base + part_path(2)]
    assert told["parts"] is None
    assert main(["dump", "--whole", "fixtures/saves/nl-namen.txt"]) == 0  # which has no rest
