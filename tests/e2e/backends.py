"""Isso and Django on 127.0.0.1, each test's own on a copy of the data that the scripts made."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.e2e.servers import CACHE, SERVERS, free_port, installed, wait_for
from tests.fetch.servers import Answer, http_server

_ISSO = """[general]
dbpath = {folder}/isso.db
host = {page}
[server]
listen = http://127.0.0.1:{port}/
[moderation]
enabled = {moderated}
[guard]
enabled = {guarded}
ratelimit = {rate}
direct-reply = 3
reply-to-self = false
require-author = {required}
require-email = {required}
"""

_DAY = 24 * 60 * 60


@contextmanager
def process(command: Sequence[str], url: str, **environ: str) -> Iterator[None]:
    """A server that runs, until it is no longer needed."""
    started = subprocess.Popen(
        command,
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(url)
        yield
    finally:
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()


def copied(source: Path, target: Path) -> None:
    """A copy of a database that may be in use."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here)


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    """What a database answers."""
    with closing(sqlite3.connect(database)) as there:
        return list(there.execute(query))


class Isso:
    """An Isso server, and a page that loads its comments from there.

    Attributes:
        url: The address of the page.
    """

    def __init__(self, folder: Path, url: str) -> None:
        self._folder = folder
        self.url = url

    def written(self) -> list[tuple[object, ...]]:
        """The comments of Jos: id, parent, mode, text, e-mail address and website."""
        return rows(
            self._folder / "isso.db",
            "SELECT id, parent, mode, text, email, website FROM comments "
            "WHERE author LIKE 'Jos%' ORDER BY id",
        )


@contextmanager
def isso_in(
    folder: Path, *, moderated: bool = False, rate: int = 0, required: bool = False
) -> Iterator[Isso]:
    """An Isso that runs.

    Args:
        folder: Where its data is.
        moderated: Whether what is written waits for approval.
        rate: How many comments a minute it takes from one address; 0 for any number.
        required: Whether it requires name and e-mail address.
    """
    installed("isso/up.sh")
    copied(CACHE / "isso" / "main.db", folder / "isso.db")
    with closing(sqlite3.connect(folder / "isso.db")) as database, database:
        # What was written a moment ago counts towards the limits of whoever writes next.
        database.execute("UPDATE comments SET created = created - ?", (_DAY,))
    port = free_port()
    server = f"http://127.0.0.1:{port}"
    html = (SERVERS / "isso" / "site" / "bericht.html").read_text("utf-8")
    page = Answer(html.replace("http://127.0.0.1:8091", server).encode())
    with http_server({"/bericht.html": page}) as site:
        config = _ISSO.format(
            folder=folder,
            page=site.base,
            port=port,
            moderated=str(moderated).lower(),
            guarded=str(bool(rate) or required).lower(),
            rate=rate or 1_000,
            required=str(required).lower(),
        )
        (folder / "isso.cfg").write_text(config, "utf-8")
        command = str(CACHE / "isso" / "venv" / "bin" / "isso")
        with process([command, "-c", str(folder / "isso.cfg"), "run"], f"{server}/config"):
            yield Isso(folder, f"{site.base}/bericht.html")


class Django:
    """A Django with django-comments-xtd.

    Attributes:
        url: The address of its page.
    """

    def __init__(self, folder: Path, base: str) -> None:
        self._folder = folder
        self._base = base
        self.url = f"{base}/bericht/1/"

    def written(self) -> list[tuple[object, ...]]:
        """The comments of Jos: id, parent, text, e-mail address, and whether he wants mails."""
        return rows(
            self._folder / "db.sqlite3",
            "SELECT c.id, x.parent_id, c.comment, c.user_email, x.followup FROM django_comments c "
            "JOIN django_comments_xtd_xtdcomment x ON x.comment_ptr_id = c.id "
            "WHERE c.user_name LIKE 'Jos%' ORDER BY c.id",
        )

    def confirm(self) -> None:
        """Follow the link of the last mail."""
        mail = max((self._folder / "mail").iterdir(), key=lambda path: path.stat().st_mtime_ns)
        lines = mail.read_text("utf-8").replace("=\n", "").split()
        link = next(line for line in lines if "/comments/confirm/" in line)
        path = link.partition("/comments/")[2]
        with urlopen(f"{self._base}/comments/{path}", timeout=20) as response:  # noqa: S310 -- 127.0.0.1
            response.read()


@contextmanager
def django_in(folder: Path, *, confirmed: bool = False) -> Iterator[Django]:
    """A Django that runs.

    Args:
        folder: Where its data is.
        confirmed: Whether what is written has to be confirmed by mail.
    """
    installed("django/up.sh")
    home = CACHE / "django"
    copied(home / "db.sqlite3", folder / "db.sqlite3")
    (folder / "mail").mkdir()
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database:
        database.execute("UPDATE django_site SET domain = ?", (f"127.0.0.1:{port}",))
        database.commit()
    python, script = str(home / "venv" / "bin" / "python"), str(SERVERS / "django" / "app.py")
    command = [python, "-B", script, "runserver", f"127.0.0.1:{port}", "--noreload"]
    environ: Mapping[str, str] = {"DJ_RUN": str(folder), "CONFIRM": "1" if confirmed else "0"}
    with process(command, f"{base}/bericht/1/", **environ):
        yield Django(folder, base)
