"""Reply forms: which form it is, its fields, and the decoys that people do not see."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tui.model import MULTIPART, URLENCODED, Barrier, FormField, ReplyForm
from tui.parse import parse_page
from tui.parse.document import read_document
from tui.parse.forms import find_form, find_reply_mail

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


def test_text_area_outside_may_name_the_form_as_its_own() -> None:
    html = comment_form("", "") + '<textarea name="comment" form="commentform"></textarea>'
    assert form(html).text_field == "comment"


def test_form_without_action_is_sent_to_the_page() -> None:
    html = '<form class="comment-form" method="post"><textarea name="comment"></textarea></form>'
    found = form(html)
    assert (found.action, found.method, found.barriers) == (URL, "post", ())


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


@pytest.mark.parametrize(
    ("inner", "limit"),
    [
        ('<input name="n" maxlength="245">', 245),
        ('<input name="n" maxlength=" 30 ">', 30),
        ('<textarea name="n" maxlength="65525"></textarea>', 65_525),
        ('<input name="n" maxlength="-1">', None),
        ('<input name="n" maxlength="99999999999999999999">', None),
        ('<input name="n" maxlength="\u0663">', None),
        ('<input name="n">', None),
    ],
)
def test_limit_is_what_the_field_says(inner: str, limit: int | None) -> None:
    assert field(form(comment_form(inner)), "n").limit == limit


@pytest.mark.parametrize(
    ("inner", "value"),
    [
        ('<select name="n"><option disabled>pick<option>two</select>', "two"),
        ('<select name="n"><option disabled selected>pick<option>two</select>', ""),
        ('<select name="n"><option selected>one<option selected>two</select>', "two"),
        ('<select name="n" multiple><option>one<option>two</select>', ""),
    ],
)
def test_choices_are_those_of_a_browser(inner: str, value: str) -> None:
    assert field(form(comment_form(inner)), "n").value == value


@pytest.mark.parametrize(
    "inner",
    [
        '<input name="n" disabled>',
        '<fieldset disabled><input name="n"></fieldset>',
        '<select name="n" disabled><option>one</select>',
    ],
)
def test_disabled_fields_are_not_sent(inner: str) -> None:
    assert "n" not in [item.name for item in form(comment_form(inner)).fields]


@pytest.mark.parametrize(
    ("buttons", "pressed"),
    [
        ('<input type="submit" name="post" value="send">', ("post", "send")),
        (
            '<input type="submit" name="post" value="send"><input type="submit" name="preview">',
            ("post", "send"),
        ),
        (
            '<input type="submit" name="op" value="Vorschau"><input type="submit" name="op">',
            ("op", ""),
        ),
        (
            '<button name="b" value="1">Vorschau</button><button name="b" value="2">Los</button>',
            ("b", "2"),
        ),
        ('<button name="cancel">Cancel</button><button name="go">Send</button>', ("go", "")),
        ('<button type="button" name="x">Bold</button><button name="go">Send</button>', ("go", "")),
        ('<button>Send</button><input type="submit" name="preview" value="Preview">', None),
        ('<input type="submit" name="go" disabled>', ("go", "")),
        ("", None),
    ],
)
def test_the_button_that_sends_is_told_from_the_others(
    buttons: str, pressed: tuple[str, str] | None
) -> None:
    found = [item for item in form(comment_form(buttons)).fields if item.pressed]
    assert [(item.name, item.value) for item in found] == ([pressed] if pressed else [])


def test_a_button_may_say_where_and_how_the_form_is_sent() -> None:
    found = form(
        comment_form(
            '<button name="go" formaction="/elsewhere" formenctype="multipart/form-data">Send'
        )
    )
    assert found.action == "https://blog.example/elsewhere"
    assert found.encoding == MULTIPART


@pytest.mark.parametrize(
    ("attributes", "encoding"),
    [("", URLENCODED), ('enctype="Multipart/Form-Data"', MULTIPART), ('enctype="x"', URLENCODED)],
)
def test_encoding_of_a_form(attributes: str, encoding: str) -> None:
    html = f'<form class="comment-form" method="post" {attributes}><textarea name="comment">'
    assert form(html).encoding == encoding


@pytest.mark.parametrize(
    ("page", "accepted", "charset"),
    [
        ("utf-8", "", None),
        ("iso-8859-1", "", "windows-1252"),
        ("windows-1251", "", "windows-1251"),
        ("shift_jis", "", "shift_jis"),
        ("gb2312", "", "gbk"),
        ("euc-kr", "", "euc-kr"),
        ("iso-8859-2", "", "iso-8859-2"),
        ("iso-8859-1", "utf-8", None),
        ("utf-8", "x-nonsense, latin1 utf-8", "windows-1252"),
        ("utf-8", "unknown", None),
    ],
)
def test_character_set_is_the_one_a_browser_sends_in(
    page: str, accepted: str, charset: str | None
) -> None:
    html = (
        f'<meta charset="{page}"><form class="comment-form" method="post" action="/c" '
        f'accept-charset="{accepted}"><textarea name="comment"></textarea></form>'
    )
    found = parse_page(html.encode(page), url=URL).form
    assert found is not None
    assert found.charset == charset


PLAIN = (
    '<input name="author"><input name="email" type="email"><input name="url">'
    '<input type="hidden" name="ak_js_1" id="ak_js_1" value=""><input type="submit" name="submit">'
)

RIDDLES = [
    '<div class="g-recaptcha" data-sitekey="k"></div>',
    '<input type="hidden" name="g-recaptcha-response">',
    '<div class="h-captcha" data-sitekey="k"></div>',
    '<div class="cf-turnstile" data-sitekey="k"></div>',
    "<altcha-widget></altcha-widget>",
    '<input type="hidden" name="captcha_sid" value="7"><input name="captcha_response">',
    '<input type="hidden" name="captcha_prefix" value="1"><input name="captcha_code" size="4">',
    '<img src="/si-captcha/securimage_show.php" alt=""><input name="code">',
    '<label for="r">What is 3 + 4?</label><input id="r" name="x">',
    '<p>drie plus vier = <input name="x"></p>',
    '<p><input name="x"> + 3 = sieben</p><label>sechs \u2212 __ = 2 <input name="y"></label>',
    '<label>What colour is an orange? <input name="x" required></label>',
    '<label><input type="checkbox" name="not_a_robot"> I am not a robot</label>',
]


@pytest.mark.parametrize("riddle", RIDDLES)
def test_riddles_for_people_bar_the_way(riddle: str) -> None:
    assert form(comment_form(PLAIN + riddle)).barriers == (Barrier.CAPTCHA,)


@pytest.mark.parametrize(
    "inner",
    [
        "",
        '<input name="subject" required>',
        '<p style="display:none"><label>3 + 4 = <input name="captcha"></label></p>',
        '<label>How did you find us? <input name="found"></label>',
        '<label>Phone, 9 - 17 h <input name="phone"></label>',
        '<img src="/avatar.png" alt="you"><input name="nick">',
        '<textarea name="ak_hp_textarea" style="display:none"></textarea>',
        '<label><input type="checkbox" name="followup"> Notify me</label>',
    ],
)
def test_what_every_form_may_have_bars_no_way(inner: str) -> None:
    assert form(comment_form(PLAIN + inner)).barriers == ()


@pytest.mark.parametrize(
    "html",
    [
        comment_form('<input type="hidden" name="antibot_key" value="">'),
        comment_form("").replace('"/reply"', '"/antibot"'),
        comment_form("").replace('"/reply"', '"#"'),
        comment_form("").replace('"/reply"', '"javascript:void(0)"'),
        comment_form("").replace('action="/reply" method="post"', ""),
        comment_form("").replace("method", 'onsubmit="send(this); return false;" method'),
        comment_form('<button type="button" name="b">Send</button>'),
        comment_form("<noscript><p>Please enable JavaScript to comment.</p></noscript>"),
        comment_form("<noscript>Bitte JavaScript einschalten!</noscript>"),
    ],
)
def test_what_only_a_script_can_send_is_barred(html: str) -> None:
    assert form(html).barriers == (Barrier.SCRIPT,)


def test_form_that_shows_a_preview_first_says_so() -> None:
    found = form(comment_form('<input type="submit" name="preview" value="pr\u00e9visualiser">'))
    assert found.barriers == (Barrier.PREVIEW,)


@pytest.mark.parametrize(
    "notice",
    [
        (
            '<div id="respond"><p class="must-log-in">Je moet <a href="/wp-login.php">inloggen</a> '
            "om een reactie te plaatsen.</p></div>"
        ),
        (
            '<ul class="links"><li class="comment-forbidden"><a href="/user/login">Log in</a> or '
            '<a href="/user/register">register</a> to post comments</li></ul>'
        ),
        (
            '<section id="comments"><p>Sie müssen <a href="/login">angemeldet</a> sein? Bitte '
            '<a href="/login">einloggen, um zu kommentieren</a>.</p></section>'
        ),
    ],
)
def test_only_people_with_an_account_may_write(notice: str) -> None:
    found = form(notice)
    assert (found.action, found.text_field, found.barriers) == (None, None, (Barrier.LOGIN,))
    assert len(found.notes) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<nav><a href="/login">Log in</a> or <a href="/register">register</a></nav>',
        '<p>Read how to <a href="/login-guide">log in</a>.</p>',
        '<p class="shop">Logga in för att <a href="/login">se priser</a></p>',
    ],
)
def test_other_ways_to_an_account_are_no_notice(html: str) -> None:
    assert find(html) is None


def test_form_on_a_page_of_blogger_is_behind_a_frame() -> None:
    found = form(
        '<a href="https://www.blogger.com/comment/fullpage/post/1/2?postID=2">Post a Comment</a>'
    )
    assert (found.action, found.barriers) == (None, (Barrier.FRAME,))


def mail(html: str) -> str | None:
    return find_reply_mail(read_document(html, URL))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="mailto:jan@tuin.example?subject=Re:%20Heg">Reageer per e-mail</a>',
        '<p>Reply by email: <a href="mailto:jan@tuin.example">jan@tuin.example</a></p>',
        '<a href="MAILTO:jan%40tuin.example">Reply via e-mail</a>',
        '<a href="mailto:jan@tuin.example,piet@tuin.example" title="Reply by email">✉</a>',
        '<a href="mailto:jan@tuin.example">Per E-Mail antworten →</a>',
        '<a href="mailto:jan@tuin.example">メールで返信</a>',
        (
            '<form class="comment-form" action="mailto:jan@tuin.example" method="post">'
            '<textarea name="comment"></textarea></form>'
        ),
    ],
)
def test_page_may_ask_for_replies_by_mail(html: str) -> None:
    assert mail(html) == "jan@tuin.example"
    assert find(html) is None


@pytest.mark.parametrize(
    "html",
    [
        '<a href="mailto:jan@tuin.example">Contact</a>',
        '<a href="mailto:?subject=Look&body=https://blog.example">Email this to a friend</a>',
        '<a href="mailto:?subject=Re">Reply by email</a>',
        '<a href="mailto:not an address">Reply by email</a>',
        '<a href="mailto:jan@tuin.example">jan@tuin.example</a>',
        '<form action="mailto:jan@tuin.example"><input name="q"></form>',
        '<a href="/mail">Reply by email</a>',
    ],
)
def test_other_mail_is_not_for_replies(html: str) -> None:
    assert mail(html) is None


def test_commenters_cannot_have_replies_mailed_to_them() -> None:
    page = parse_page(
        fixture("wordpress-html5-nl").replace(
            "<p>", '<p><a href="mailto:mallory@evil.example">Reageer per e-mail</a> ', 40
        ),
        url=URL,
    )
    assert page.thread is not None
    assert len(page.thread) > 0
    inside = page.thread.comments[0].blocks
    assert "Reageer per e-mail" in str(inside)
    outside = parse_page(
        fixture("wordpress-html5-nl").replace(
            "<body>", '<body><a href="mailto:jan@tuin.example">Reageer per e-mail</a>', 1
        ),
        url=URL,
    )
    assert outside.reply_mail != "mallory@evil.example"


def test_form_that_is_sent_somewhere_comes_before_those_of_scripts() -> None:
    scripted = '<form id="comment-form" class="comment-form"><h3>Leave a comment</h3>{}</form>'
    fields = '<textarea name="comment"></textarea><input name="email" type="email">'
    plain = f'<form action="/reply" method="post">{fields}</form>'
    assert form(scripted.format(fields) + plain).action == "https://blog.example/reply"
    frame = '<iframe id="comment-editor" src="https://www.blogger.com/comment/frame/1"></iframe>'
    assert form(scripted.format(fields) + frame).barriers == (Barrier.FRAME,)
    assert form(scripted.format(fields)).barriers == (Barrier.SCRIPT,)


def test_form_of_a_gallery_is_none() -> None:
    html = (
        '<form id="jp-carousel-comment-form"><textarea name="comment"></textarea>'
        '<input name="email"><input name="author"><input type="submit" name="submit"></form>'
    )
    assert find(html) is None


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
