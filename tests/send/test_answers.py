"""What Isso and Django answer, as recorded from real ones, in the words of the user."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui.model import Page
from tui.parse import parse_page
from tui.send.browsing import Answer, Browser
from tui.send.judging import reason
from tui.send.plan import Plan
from tui.send.system import Judgement
from tui.send.systems import django, isso
from tui.store.draft import Draft, DraftState, Outcome, PageRef
from tui.store.identities import Identity

PAGE = "https://bericht.example/stuk"
_NOW = datetime(2026, 3, 1, tzinfo=UTC)
_DRAFT = Draft("a1b2c3d4", PageRef(PAGE, PAGE), None, "Hoi.", DraftState.DRAFT, _NOW, _NOW)
_COMMENTS = """<h2>1 reactie</h2><dl id="comments"><dt id="c7">3 maart 2026 - Jos</dt>
<dd><p>Wat een tocht langs het water was dat.</p></dd></dl>"""


def plan(address: str) -> Plan:
    return Plan(
        _DRAFT,
        Identity("Jos"),
        "",
        PAGE,
        address,
        (),
        read_as="Wat een tocht langs het water was dat.",
    )


class Shelf(Browser):
    """A browser that has one page, whatever it is asked for."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._html = html

    async def read(self, url: str) -> Page:
        return parse_page(self._html, url=url)

    async def get(self, url: str) -> Answer:
        return Answer(200, url, body=self._html.encode(), content_type="text/html; charset=utf-8")


async def by_isso(status: int, body: str) -> Judgement:
    answer = Answer(status, "https://isso.example/new", None, body.encode())
    return await isso.judge(plan("https://isso.example/new?uri=%2Fstuk"), answer, Shelf(""))


def page_of_error(reason: str) -> str:
    return f"<!doctype html>\n<title>403 Forbidden</title>\n<h1>Forbidden</h1>\n<p>{reason}</p>\n"


@pytest.mark.parametrize(
    ("status", "body", "outcome", "word"),
    [
        (202, '{"id": 3, "mode": 2, "text": "<p>x</p>"}', Outcome.HELD, "approved"),
        (201, '{"id": 3, "mode": 1, "text": "<p>x</p>"}', Outcome.ACCEPTED, "does not show it"),
        (200, "<p>Welcome</p>", Outcome.UNKNOWN, "as an Isso server does"),
        (201, '{"id": "3"}', Outcome.UNKNOWN, "as an Isso server does"),
        (201, "[" * 100_000, Outcome.UNKNOWN, "as an Isso server does"),
        (403, page_of_error("127.0.0.0: ratelimit exceeded (18, 19)"), Outcome.REFUSED, "minute"),
        (403, page_of_error("4 direct responses to /stuk"), Outcome.REFUSED, "more than 4 replies"),
        (403, page_of_error("edit time frame is still open"), Outcome.REFUSED, "one's own"),
        (403, page_of_error("CSRF"), Outcome.REFUSED, "refused it: CSRF"),
        (400, page_of_error("Website not Django-conform"), Outcome.REFUSED, "Website"),
        (404, page_of_error("Not found"), Outcome.REFUSED, "takes no replies"),
        (500, page_of_error("oops"), Outcome.UNKNOWN, "had a fault"),
    ],
)
async def test_isso(status: int, body: str, outcome: Outcome, word: str) -> None:
    judged = await by_isso(status, body)
    assert judged.outcome is outcome
    assert word in judged.sentence
    assert "127.0.0" not in judged.sentence


async def test_isso_that_is_asked_too_often_is_asked_again_after_a_minute() -> None:
    judged = await by_isso(403, page_of_error("127.0.0.0: ratelimit exceeded (18, 19)"))
    assert (judged.is_early, judged.wait) == (True, 60.0)


def test_a_reason_is_read_in_the_encoding_that_its_page_names() -> None:
    page = "<meta charset=iso-8859-1><p class=error>Le nom a été oublié.</p>".encode("latin-1")
    said = reason(Answer(200, PAGE, None, page, "text/html"), [".error"])
    assert said == "Le nom a été oublié."


async def by_django(answer: Answer, html: str = "") -> Judgement:
    return await django.judge(plan(answer.address), answer, Shelf(html))


def sent(query: str) -> Answer:
    address = "https://bericht.example/comments/post/"
    return Answer(302, address, f"https://bericht.example/comments/sent/{query}")


async def test_django_that_sends_a_mail_holds_a_reply_until_its_link_is_followed() -> None:
    judged = await by_django(sent("?c=eyJlbWFp.-bCI6Imp:1w0aBc:Z-9_x"))
    assert (judged.outcome, judged.sentence) == (Outcome.HELD, django.BY_MAIL)


async def test_django_tells_the_number_of_the_comment() -> None:
    judged = await by_django(sent("?c=7"), _COMMENTS)
    assert (judged.outcome, judged.key) == (Outcome.PUBLISHED, "7")


async def test_django_that_does_not_show_a_reply_has_accepted_it() -> None:
    judged = await by_django(sent("?c=9"), "<p>Dank u.</p>")
    assert (judged.outcome, judged.key) == (Outcome.ACCEPTED, "9")


@pytest.mark.parametrize(
    ("status", "body", "word"),
    [
        (
            200,
            '<form><div class="form-group has-danger"><div><label>Mail</label></div></div></form>',
            "it objects to “Mail”",
        ),
        (200, '<ul class="errorlist"><li>Enter a valid URL.</li></ul>', "Enter a valid URL"),
        (200, "<form></form>", "gave no reason"),
        (400, '<div id="summary"><td>Timestamp check failed</td></div>', "too long ago"),
        (400, "<h1>Bad Request (400)</h1>", "Bad Request (400)"),
        (403, '<div id="summary"><p>CSRF verification failed.</p></div>', "its own form again"),
    ],
)
async def test_django_refuses_in_words(status: int, body: str, word: str) -> None:
    answer = Answer(status, "https://bericht.example/comments/post/", None, body.encode())
    judged = await by_django(answer)
    assert judged.outcome is Outcome.REFUSED
    assert word in judged.sentence
