"""A server on 127.0.0.1 that takes comments as a Waline does, and a page that has its own there.

What it answers is what release 1.39 was seen to answer.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_PAGE = """<!doctype html><html lang="nl"><title>De dijk</title><article><h1>De dijk</h1><p>Wij
liepen de hele dag langs het water, met de wind in de rug en de zon in het gezicht, en zagen
niemand.</p></article><div id="waline"></div><script type="module">import {{ init }} from
'https://unpkg.com/@waline/client@v3/dist/waline.js'; init({{ el: '#waline', serverURL: '{base}'
}})</script>"""


@dataclass
class Waline:
    """The server.

    Attributes:
        base: Its address.
        status: What becomes of a reply: `approved`, `waiting` or `spam`.
        error: What it answers instead of taking a reply, with its status, or None.
        posted: The replies that came.
        comments: What it has, as it gives it.
    """

    base: str
    status: str = "approved"
    error: tuple[int, Any] | None = None
    posted: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(
        default_factory=lambda: [
            {"objectId": 1, "nick": "Femke", "comment": "<p>Tot hoe laat?</p>", "time": 1772874e6},
            {"objectId": 2, "nick": "Kees", "comment": "<p>Tot zes.</p>", "pid": 1, "rid": 1,
             "time": 1772875e6},
        ]
    )  # fmt: skip

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"{self.base}/dijk/"

    def given(self) -> object:
        """What it answers everybody."""
        roots = [one for one in self.comments if not one.get("rid")]
        data = [
            root
            | {"children": [one for one in self.comments if one.get("rid") == root["objectId"]]}
            for root in reversed(roots)
        ]
        count = len(self.comments)
        return {"errno": 0, "errmsg": "", "data": {"count": count, "totalPages": 1, "data": data}}

    def take(self, reply: dict[str, Any]) -> tuple[int, object]:
        """Take a reply; the status and the answer."""
        self.posted.append(reply)
        if self.error is not None:
            return self.error
        comment = {
            "objectId": len(self.comments) + 1,
            "nick": reply["nick"],
            "comment": f"<p>{reply['comment']}</p>\n",
            "status": self.status,
            "time": 1772876e6,
        }
        if "pid" in reply:
            comment |= {"pid": int(reply["pid"]), "rid": int(reply["rid"])}
        if self.status == "approved":
            self.comments.append(comment)
        return 200, {"errno": 0, "errmsg": "", "data": comment}


@contextmanager
def waline(**wishes: object) -> Iterator[Waline]:
    """A server that runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/api/comment?path=%2Fdijk%2F"):
                self._say(200, "application/json", json.dumps(server.given()))
            else:
                self._say(200, "text/html; charset=utf-8", _PAGE.format(base=server.base))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.path == "/api/comment"
            assert self.headers["Content-Type"] == "application/json"
            status, answer = server.take(json.loads(body))
            told = answer if isinstance(answer, str) else json.dumps(answer)
            self._say(status, "application/json", told)

        def _say(self, status: int, kind: str, text: str) -> None:
            body = text.encode()
            self.send_response(status)
            for name, value in self._headers(kind, body).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _headers(self, kind: str, body: bytes) -> Mapping[str, str]:
            return {"Content-Type": kind, "Content-Length": str(len(body))}

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = Waline(f"http://127.0.0.1:{http.server_port}", **wishes)  # type: ignore[arg-type]
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()
