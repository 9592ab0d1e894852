"""A blog of a few lines on 127.0.0.1, which takes comments as a test wants it to."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qsl

FORM = """<form id="commentform" action="{action}" method="post"{more}>
<p><label for="comment">Comment</label>
<textarea id="comment" name="comment" required></textarea></p>
<p><label for="author">Name</label> <input id="author" name="author" required></p>
<p><label for="email">Email</label> <input id="email" name="email" type="email"></p>
<p style="display:none"><label>Leave this empty</label><input name="website2" value=""></p>
<input type="hidden" name="token" value="t-1">
<input type="hidden" name="parent" value="0">
{fields}
<input type="submit" name="preview" value="Preview">
<input type="submit" name="post" value="Post Comment"></form>"""


class Reply(NamedTuple):
    """A comment on the blog."""

    id: int
    author: str
    text: str
    parent: int = 0


FEMKE = Reply(1, "Femke", "Wie loopt er zondag mee langs de dijk?")
KEES = Reply(2, "Kees", "Ik heb nog geen schoenen die daarvoor goed zijn.", 1)


class Said(NamedTuple):
    """What the blog answers to a post."""

    status: int = 303
    location: str = "{page}#comment-{id}"
    body: str = ""
    keeps: bool = True
    headers: Mapping[str, str] = {}


@dataclass
class Blog:
    """The blog: what it shows, what it was sent, and what it answers.

    Attributes:
        base: Its address.
        action: Where its form sends to.
        form: Its form.
        fields: Further fields of the form.
        more: Further attributes of the form.
        says: What it answers to a post, by the fields of the post.
        posted: The posts, raw.
        headers: The headers of the last post.
        comments: What stands on its page.
        read: The addresses that were read.
    """

    base: str
    action: str = "/comments/post"
    form: str = FORM
    fields: str = ""
    more: str = ""
    charset: str = "utf-8"
    page_headers: Mapping[str, str] = field(default_factory=dict)
    says: Callable[[Mapping[str, str]], Said] = lambda _: Said()
    posted: list[bytes] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    comments: list[Reply] = field(default_factory=lambda: [FEMKE, KEES])
    read: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The address of its one page."""
        return f"{self.base}/dijk"

    @property
    def fields_posted(self) -> dict[str, str]:
        """The fields of the last post."""
        return dict(parse_qsl(self.posted[-1].decode(), keep_blank_values=True))

    def page(self) -> bytes:
        """Its page."""
        form = self.form.format(action=self.action, fields=self.fields, more=self.more)
        shown = "".join(
            f'<li id="comment-{reply.id}" class="comment"><b class="fn">{html.escape(reply.author)}'
            f"</b> <time datetime='2026-03-01T10:0{reply.id % 10}:00Z'>1 March 2026</time>"
            f'<div class="comment-content"><p>{html.escape(reply.text)}</p></div></li>'
            for reply in self.comments
        )
        text = (
            f"<!doctype html><meta charset={self.charset}><title>De dijk</title><article><h1>De "
            "dijk</h1><p>Wij liepen de hele dag langs het water, met de wind in de rug en de zon "
            "in het gezicht, en zagen niemand.</p></article><section id=comments><h2>Comments</h2>"
            f"<ol class=comment-list>{shown}</ol></section>{form}"
        )
        return text.encode(self.charset, "xmlcharrefreplace")

    def take(self, body: bytes) -> Said:
        """Take a post."""
        self.posted.append(body)
        fields = dict(parse_qsl(body.decode("latin-1"), keep_blank_values=True))
        said = self.says(fields)
        number = len(self.comments) + 1
        if said.keeps:
            given = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
            text, author = given.get("comment", ""), given.get("author", "")
            self.comments.append(Reply(number, author, text, int(given.get("parent") or 0)))
        names = {"{page}": self.url, "{id}": str(number), "{base}": self.base}
        where = said.location
        for name, value in names.items():
            where = where.replace(name, value)
        return said._replace(location=where)


@contextmanager
def blog(**wishes: object) -> Iterator[Blog]:
    """A blog that runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.read.append(self.path)
            flash = b"<p role=alert>Too short.</p>" if self.path == "/flash" else b""
            status = 404 if self.path == "/gone" else 200
            headers = {**site.page_headers, "Content-Type": "text/html"}
            self._say(status, flash + site.page(), headers)

        def do_POST(self) -> None:
            site.headers = dict(self.headers.items())
            said = site.take(self.rfile.read(int(self.headers["Content-Length"])))
            location = {"Location": said.location} if 300 <= said.status < 400 else {}
            kind = {"Content-Type": "text/html; charset=utf-8"}
            self._say(said.status, said.body.encode(), {**kind, **location, **said.headers})

        def _say(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that goes away is part of the test."""

    server = Quiet(("127.0.0.1", 0), Handler)
    site = Blog(f"http://127.0.0.1:{server.server_port}", **wishes)  # type: ignore[arg-type]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
