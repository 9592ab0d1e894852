"""A site on 127.0.0.1 that takes comments as Drupal's core does, with its markup and messages."""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

_FORM = """<section class="comments" id="comments"><h2>Add new comment</h2>
<form class="comment-comment-form comment-form" data-drupal-selector="comment-form"
action="{action}" method="post" id="comment-form" accept-charset="UTF-8">
<label for="n" class="js-form-required form-required">Your name</label>
<input id="n" type="text" name="name" maxlength="60" required="required">
<label for="m">Email</label><input id="m" type="email" name="mail" maxlength="254">
<label for="h">Homepage</label><input id="h" type="url" name="homepage" maxlength="255">
<label for="s">Subject</label>
<input id="s" type="text" name="subject[0][value]" maxlength="64"{subject}>
<label for="b" class="form-required">Comment</label>
<textarea id="b" name="comment_body[0][value]" required="required"></textarea>
<input type="hidden" name="comment_body[0][format]" value="restricted_html">
<input autocomplete="off" type="hidden" name="form_build_id" value="form-{build}">
<input type="hidden" name="form_id" value="comment_comment_form">
<div class="homepage-textfield" style="display: none !important"><input name="url" value=""></div>
<div id="edit-actions">{buttons}</div></form></section>"""

SAVE = '<input data-drupal-selector="edit-submit" type="submit" name="op" value="Save">'
PREVIEW = '<input data-drupal-selector="edit-preview" type="submit" name="op" value="Preview">'

ERROR = """<div role="contentinfo" aria-label="Error message" class="messages messages--error">
<div role="alert"><h2 class="visually-hidden">Error message</h2>{}</div></div>"""
STATUS = """<div role="contentinfo" aria-label="Status message" class="messages messages--status">
<h2 class="visually-hidden">Status message</h2>{}</div>"""
QUEUED = (
    "Your comment has been queued for review by site administrators and will be published after "
    "approval."
)


@dataclass
class Drupal:
    """The site: what it asks, what it answers, and what it has.

    Attributes:
        base: Its address.
        approves: Whether what is written waits for approval.
        error: What it objects to, or empty.
        subject: What the form says of its subject, as an attribute.
        buttons: The form's buttons.
        posted: The fields of the posts.
        comments: The comments that its page shows: number, author, words, parent.
    """

    base: str
    approves: bool = False
    error: str = ""
    subject: str = ""
    buttons: str = SAVE + PREVIEW
    message: str = ""
    posted: list[dict[str, str]] = field(default_factory=list)
    comments: list[tuple[int, str, str, int]] = field(
        default_factory=lambda: [(1, "Petra", "Which one of the gates do you mean?", 0)]
    )

    @property
    def url(self) -> str:
        """The address of its one page."""
        return f"{self.base}/two-gates"

    def form(self, action: str) -> str:
        """The form, for what its address says."""
        return _FORM.format(
            action=action, build=len(self.posted), subject=self.subject, buttons=self.buttons
        )

    def page(self) -> str:
        """The page, with a message that is told once."""
        message, self.message = self.message, ""
        shown = "".join(
            f'<article id="comment-{number}" class="comment js-comment by-anonymous" role="article"'
            f' data-comment-user-id="0"><footer class="comment__meta"><p class="comment__author">'
            f"<span>{html.escape(author)} (not verified)</span></p>"
            f'<p class="comment__time">14 March, 2023 - 09:2{number % 10}</p></footer>'
            '<div class="comment__content">'
            f'<div class="field--name-comment-body"><p>{html.escape(words)}</p></div>'
            f'<ul class="links inline comment__links"><li><a href="/comment/reply/node/4/comment/'
            f'{number}">Reply</a></li></ul></div></article>'
            for number, author, words, _ in self.comments
        )
        return (
            '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="Generator" '
            'content="Drupal 11 (https://www.drupal.org)"><title>Two gates</title><body>'
            f"{message}<main><article><h1>Two gates</h1><p>Nobody has shut the second gate since "
            f'the flood came down the valley.</p></article><section id="comments" class="comments">'
            f"<h2>Comments</h2>{shown}</section>{self.form('/comment/reply/node/4/comment')}</main>"
        )

    def take(self, path: str, fields: dict[str, str]) -> tuple[int, str]:
        """Take a post: the status, and where it leads or what it shows."""
        self.posted.append(fields)
        if self.error:
            return 200, ERROR.format(self.error) + self.form(path)
        number = len(self.posted) + 1
        last = path.rpartition("/")[2]
        parent = int(last) if last.isdigit() else 0
        if self.approves:
            self.message = STATUS.format(QUEUED)
        else:
            self.message = STATUS.format("Your comment has been posted.")
            words = fields["comment_body[0][value]"]
            self.comments.append((number, fields["name"], words, parent))
        return 303, f"{self.url}#comment-{number}"


@contextmanager
def drupal(**wishes: object) -> Iterator[Drupal]:
    """A site that runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/comment/reply/"):
                self._answer(200, f"<!doctype html><h1>Reply</h1>{site.form(self.path)}")
            else:
                self._answer(200, site.page())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            fields = dict(parse_qsl(body, keep_blank_values=True))
            self._answer(*site.take(self.path, fields))

        def _answer(self, status: int, told: str) -> None:
            body = b"" if status == 303 else told.encode()
            self.send_response(status)
            if status == 303:
                self.send_header("Location", told)
            self.send_header("Content-Type", "text/html; charset=UTF-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Drupal(f"http://127.0.0.1:{server.server_port}", **wishes)  # type: ignore[arg-type]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
