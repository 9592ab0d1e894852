"""Where a person replies in a browser or by mail, and what goes along."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from tui.model import Article, Comment, FormField, Page, Paragraph, ReplyForm, Span, Thread
from tui.send.handing import LONGEST, fits, mail_address, reply_address, reply_text
from tui.store.draft import Draft, DraftState, PageRef, ParentRef

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
URL = "https://dijk.example/lopen/"
DRAFT = Draft(
    "k7m2x9qd",
    PageRef(URL, URL, "Langs de dijk & terug"),
    ParentRef("7", "Jos", "", f"{URL}#comment-7"),
    "Ik liep *mee*.",
    DraftState.DRAFT,
    NOON,
    NOON,
)


def a_page(reply_url: str | None = None, permalink: str | None = None) -> Page:
    words = (Paragraph((Span("Ik was er."),)),)
    comment = Comment("7", "Jos", words, permalink=permalink, reply_url=reply_url)
    return Page(Article("Langs de dijk"), "0", Thread((comment,), "wordpress"), url=URL)


def test_the_form_that_answers_a_comment_comes_first() -> None:
    own = a_page(f"{URL}?replytocom=7#respond", f"{URL}#comment-7")
    assert reply_address(DRAFT, own) == f"{URL}?replytocom=7#respond"
    assert reply_address(DRAFT, a_page(None, f"{URL}x#comment-7")) == f"{URL}x#comment-7"
    assert reply_address(DRAFT, a_page(None, "#comment-7")) == f"{URL}#comment-7"
    assert reply_address(DRAFT, None) == f"{URL}#comment-7", "what the draft kept"


def test_a_reply_to_the_article_goes_to_its_page() -> None:
    assert reply_address(replace(DRAFT, parent=None), a_page()) == URL


def test_a_file_without_an_address_has_nowhere_to_go() -> None:
    page = PageRef("sha256:0", "/home/jos/dijk.html", None)
    assert reply_address(replace(DRAFT, page=page, parent=None), None) is None


def test_what_goes_along_is_in_the_markup_of_the_site() -> None:
    form = ReplyForm(
        action=f"{URL}wp-comments-post.php",
        fields=(FormField("comment", "textarea"), FormField("comment_post_ID", "hidden")),
        text_field="comment",
    )
    assert reply_text(DRAFT, replace(a_page(), form=form)) == "Ik liep <em>mee</em>."
    assert reply_text(DRAFT, None) == DRAFT.body


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_a_mail_says_what_was_written_whatever_that_is(title: str, body: str) -> None:
    draft = replace(DRAFT, page=PageRef(URL, URL, title))
    address = mail_address("reactie@dijk.example", draft, body)
    assert address.isascii()
    assert not set(address) & set(' "<>\\^`{|}\n\r')
    parts = urlsplit(address)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "reactie@dijk.example")
    pairs = dict(pair.split("=", 1) for pair in parts.query.split("&"))
    assert unquote(pairs["subject"]) == f"Re: {' '.join((title or URL).split())}"
    lines = body.replace("\r\n", "\n").replace("\r", "\n")
    assert unquote(pairs["body"]).replace("\r\n", "\n") == lines


def test_a_mail_address_cannot_smuggle_in_headers() -> None:
    address = mail_address("a@dijk.example?bcc=b@c.example&x", DRAFT, "Ja.")
    assert list(parse_qs(urlsplit(address).query)) == ["subject", "body"]


@pytest.mark.parametrize(("length", "fitting"), [(10, True), (LONGEST, False)])
def test_what_is_too_long_for_a_command_line_is_known(length: int, fitting: bool) -> None:  # noqa: FBT001 -- from the table
    assert fits(mail_address("a@dijk.example", DRAFT, "x" * length)) is fitting
