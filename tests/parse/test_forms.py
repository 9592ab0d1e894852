"""Reply forms: which form it is, its fields, and the decoys that people do not see."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tui.model import FormField, ReplyForm
from tui.parse.document import read_document
from tui.parse.forms import find_form

FIXTURES = Path(__file__).parents[2] / "fixtures" / "threads"
URL = "https://blog.example/stuk"


def find(html: str) -> ReplyForm | None:
    return find_form(read_document(html, URL))


def form(html: str) -> ReplyForm:
    found = find(html)
    assert found is not None
    return found


def fixture(name: str) -> str:
    return (FIXTURES / f"{name}.html").read_text(encoding="utf-8")


def field(found: ReplyForm, name: str) -> FormField:
    return next(item for item in found.fields if item.name == name)


def comment_form(inner: str, text: str = '<textarea name="comment"></textarea>') -> str:
    return f'<form id="commentform" action="/reply" method="post">{text}{inner}</form>'


def test_wordpress_form_with_its_fields_and_notes() -> None:
    found = form(fixture("wordpress-html5-nl"))
    assert found.action == "https://tuin.example/wp-comments-post.php"
    assert found.method == "post"
    assert found.text_field == "comment"
    assert found.parent_field == "comment_parent"
    assert [item.name for item in found.fields if item.shown] == [
        "comment",
        "author",
        "email",
        "url",
        "wp-comment-cookies-consent",
        "submit",
    ]
    assert field(found, "author").label == "Naam"
    assert field(found, "author").required
    assert not field(found, "url").required
    assert field(found, "comment_parent").value == "102"
    assert field(found, "ak_hp_textarea").shown is False
    assert any("e-mailadres wordt niet gepubliceerd" in note for note in found.notes)
    assert any("Vereiste velden" in note for note in found.notes)


def test_block_theme_form() -> None:
    found = form(fixture("wordpress-blocks-en"))
    assert (found.title, found.text_field) == ("Leave a Reply", "comment")


def test_home_made_form() -> None:
    found = form(fixture("general-nested-nl"))
    assert found.title == "Plaats een reactie"
    assert found.text_field == "bericht"
    assert [item.label for item in found.fields if item.shown][:3] == ["Naam", "E-mail", "Reactie"]
    assert field(found, "website2").shown is False


def test_login_note_is_a_form_that_takes_no_text() -> None:
    found = form(fixture("wordpress-empty-nl"))
    assert found.action is None
    assert found.text_field is None
    assert found.notes == ("Je moet ingelogd zijn op om een reactie te plaatsen.",)


def test_form_in_a_frame_is_named_by_its_host() -> None:
    html = (
        '<div id="respond"><h3 id="reply-title">Leave a Reply</h3>'
        '<form id="commentform"><iframe id="jetpack_remote_comment" '
        'src="https://jetpack.wordpress.com/jetpack-comment/?blogid=1"></iframe></form></div>'
    )
    found = form(html)
    assert found.action is None
    assert found.title == "Leave a Reply"
    assert found.notes == ("The reply form is a frame from jetpack.wordpress.com.",)


@pytest.mark.parametrize(
    "decoy",
    [
        '<input name="x" type="hidden">',
        '<input name="x" hidden>',
        '<input name="x" style="display: none">',
        '<p style="position:absolute; left:-9999px"><input name="x"></p>',
        '<div aria-hidden="true"><input name="x"></div>',
        '<input name="x" tabindex="-1" autocomplete="off">',
        '<div class="honeypot"><input name="x"></div>',
        '<style>.zz{display:none}</style><div class="zz"><input name="x"></div>',
        '<textarea name="x" style="clip:rect(1px,1px,1px,1px);position:absolute"></textarea>',
    ],
)
def test_decoys_are_not_shown(decoy: str) -> None:
    found = form(comment_form(decoy))
    assert field(found, "x").shown is False
    assert found.text_field == "comment"


def test_text_goes_into_the_visible_field_though_a_decoy_has_its_name() -> None:
    text = (
        '<textarea name="comment" aria-hidden="true" autocomplete="new-password" tabindex="-1">'
        '</textarea><textarea name="c8877647dc" required></textarea>'
    )
    assert form(comment_form("", text)).text_field == "c8877647dc"


@pytest.mark.parametrize(
    ("inner", "label"),
    [
        ('<label for="n">Your name *</label><input id="n" name="n">', "Your name"),
        ('<label>Your name <input name="n"></label>', "Your name"),
        ('<input name="n" placeholder="Your name">', "Your name"),
        ('<input name="n" aria-label="Your name">', "Your name"),
        ('<input name="n">', ""),
    ],
)
def test_labels(inner: str, label: str) -> None:
    assert field(form(comment_form(inner)), "n").label == label


@pytest.mark.parametrize(
    ("inner", "value"),
    [
        ('<input name="n" value="a">', "a"),
        ('<input type="checkbox" name="n" value="yes">', ""),
        ('<input type="checkbox" name="n" value="yes" checked>', "yes"),
        ('<select name="n"><option>one<option selected value="2">two</select>', "2"),
        ('<select name="n"><option>one<option>two</select>', "one"),
        ('<textarea name="n">\nline 1\r\nline 2</textarea>', "line 1\nline 2"),
    ],
)
def test_values_are_what_is_sent_when_nobody_touches_a_field(inner: str, value: str) -> None:
    assert field(form(comment_form(inner)), "n").value == value


@pytest.mark.parametrize(
    "name", ["comment_parent", "parent_id", "reply_to", "pid", "comment[parent_id]", "replyto"]
)
def test_field_for_the_parent_is_known_by_its_name(name: str) -> None:
    found = form(comment_form(f'<input type="hidden" name="{name}" value="0">'))
    assert found.parent_field == name


def test_fields_outside_belong_to_the_form_they_name() -> None:
    html = comment_form("") + '<input name="email" form="commentform" required>'
    assert field(form(html), "email").required


def test_form_without_action_is_sent_to_the_page() -> None:
    html = '<form class="comment-form"><textarea name="comment"></textarea></form>'
    found = form(html)
    assert (found.action, found.method) == (URL, "post")


@pytest.mark.parametrize(
    "html",
    [
        '<form action="/search" role="search"><input name="q" type="search"></form>',
        '<form id="contact"><h3>Contact</h3><input name="email"><textarea name="m"></textarea>',
        '<form class="newsletter-form"><input name="email"><button>Subscribe</button></form>',
        '<form action="/login"><input name="user"><input type="password" name="p"></form>',
        '<form class="comment-form"><input name="q"></form>',
        "<p>No form at all.</p>",
    ],
)
def test_other_forms_are_no_reply_forms(html: str) -> None:
    assert find(html) is None


def test_reply_form_is_chosen_among_others() -> None:
    html = (
        '<form action="/contact"><input name="name"><textarea name="comments">'
        f"</textarea></form>{comment_form('<input name=email type=email>')}"
    )
    assert form(html).action == "https://blog.example/reply"


@settings(max_examples=60, deadline=None)
@given(
    cut=st.floats(0, 1),
    patch=st.sampled_from(["\x1b[2J", "\u202e", "</form>", "<form>", "[b]", '"', "\x00"]),
)
def test_damaged_form_does_no_harm(cut: float, patch: str) -> None:
    page = fixture("wordpress-html5-nl")
    start = page.index('<div id="respond"')
    at = start + int(cut * 2_500)
    found = find(page[:at] + patch + page[at:])
    if found is not None:
        words = found.title + "".join(f.name + f.label + f.value for f in found.fields)
        assert not set(words) & set("\x1b\u202e\x00")
