"""Filling forms as a browser does, and writing them as one does."""

from __future__ import annotations

from email.parser import BytesParser
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, strategies as st

from tui.model import MULTIPART, URLENCODED, FormField, ReplyForm
from tui.parse import parse_page
from tui.send.filling import Role, encoded, fill, role_of
from tui.send.plan import Entry
from tui.store.identities import Identity

WRITER = Identity("Jos", "jos@voorbeeld.example", "https://jos.example")


def form_of(fields: str) -> ReplyForm:
    """The form of a page with some fields after the text."""
    html = (
        f"<form id=commentform action=/post method=post><textarea name=comment></textarea>{fields}"
    )
    form = parse_page(html.encode(), url="https://blog.example/", content_type=None).form
    assert form is not None
    return form


def sent(form: ReplyForm, **wishes: object) -> dict[str, str]:
    filled = fill(form, "Dag.", WRITER, **wishes)  # type: ignore[arg-type]
    return {entry.name: entry.value for entry in filled.entries}


@pytest.mark.parametrize(
    ("html", "role"),
    [
        ("<input name=author>", Role.NAME),
        ("<input name=comment_author_name>", Role.NAME),
        ("<input name=f1 placeholder='Your name'>", Role.NAME),
        ("<label for=x>Naam</label><input id=x name=veld7>", Role.NAME),
        ("<input name=email>", Role.EMAIL),
        ("<input type=email name=wie>", Role.EMAIL),
        ("<input name=author_email>", Role.EMAIL),
        ("<input name=url>", Role.SITE),
        ("<input type=url name=w>", Role.SITE),
        ("<input name=website>", Role.SITE),
        ("<label>Votre nom <input name=f1></label>", Role.NAME),
        ("<input name=votreNom>", Role.NAME),
        ("<input name=nombre>", Role.NAME),
        ("<label>Nome <input name=f1></label>", Role.NAME),
        ("<label>Imię <input name=f1></label>", Role.NAME),
        ("<input name=jmeno>", Role.NAME),
        ("<label>Ваше имя <input name=f1></label>", Role.NAME),
        ("<label>お名前 <input name=f1></label>", Role.NAME),
        ("<label>昵称 <input name=f1></label>", Role.NAME),
        ("<label>이름 <input name=f1></label>", Role.NAME),
        ("<input name=adresse_courriel>", Role.EMAIL),
        ("<label>Correo electrónico <input name=f1></label>", Role.EMAIL),
        ("<label>E-post <input name=f1></label>", Role.EMAIL),
        ("<label>メールアドレス <input name=f1></label>", Role.EMAIL),
        ("<label>Sähköposti <input name=f1></label>", Role.EMAIL),
        ("<label>Сайт <input name=f1></label>", Role.SITE),
        ("<label>Hjemmeside <input name=f1></label>", Role.SITE),
        ("<table><tr><td>Uw naam:</td><td><input name=f1></td></tr></table>", Role.NAME),
        ("<p>Courriel :<br><input name=f1></p>", Role.EMAIL),
        ("<p><b>Your name</b> <input name=f1></p>", Role.NAME),
        ("<h3>Your name</h3><input name=f1>", None),
        ("<input name=f0> Name <br> <input name=f1>", Role.NAME),
        ("<p>Name <input name=f0></p><p><input name=f1></p>", None),
        ("<label>Nomination <input name=f1></label>", None),
        ("<input name=subject>", None),
        ("<input type=hidden name=email value=x>", None),
        ("<input name=email style='display:none'>", None),
        ("<input type=checkbox name=email_me>", None),
    ],
)
def test_what_a_field_takes_of_the_writer(html: str, role: Role | None) -> None:
    assert role_of(form_of(html).fields[-1]) is role


def test_what_people_do_not_see_is_left_as_the_page_has_it() -> None:
    form = form_of(
        "<input type=hidden name=nonce value=a1><p style='display:none'><input name=hp></p>"
        "<input name=author><input type=email name=email tabindex=-1 autocomplete=off>"
    )
    assert sent(form) == {"comment": "Dag.", "nonce": "a1", "hp": "", "author": "Jos", "email": ""}


@pytest.mark.parametrize(
    "label",
    ["If you are human, leave this field blank:", "Laissez ce champ vide", "Laat dit veld leeg!"],
)
def test_what_people_are_to_leave_empty_is_left_empty(label: str) -> None:
    form = form_of(f"<input name=author><label>{label} <input type=url name=url></label>")
    assert sent(form) == {"comment": "Dag.", "author": "Jos", "url": ""}
    assert not form.fields[-1].shown


def test_a_name_may_be_left_out_and_is_filled_all_the_same() -> None:
    form = form_of("<label>Name (leave blank to stay unnamed) <input name=author></label>")
    assert sent(form)["author"] == "Jos"


def test_the_writer_s_name_is_given_once_and_the_address_as_often_as_it_is_asked() -> None:
    form = form_of(
        "<input name=author><label>Company name <input name=firm></label>"
        "<input name=email><input name=email2>"
    )
    assert sent(form) == {
        "comment": "Dag.",
        "author": "Jos",
        "firm": "",
        "email": WRITER.email,
        "email2": WRITER.email,
    }
    needed = form_of("<input name=first_name><input name=last_name required>")
    assert [field.name for field in fill(needed, "Dag.", WRITER).stuck] == ["last_name"]


def test_the_button_that_sends_is_pressed_and_not_the_one_that_shows() -> None:
    buttons = "<input type=submit name=a value=Vorschau><button name=b value=1>Senden</button>"
    assert sent(form_of(buttons)) == {"comment": "Dag.", "b": "1"}


def test_one_of_a_row_of_buttons_has_to_be_chosen_by_a_person() -> None:
    row = "<input type=radio name=mark value=1 required><input type=radio name=mark value=2{}>"
    assert [field.name for field in fill(form_of(row.format("")), "Dag.", WRITER).stuck] == ["mark"]
    chosen = form_of(row.format(" checked"))
    assert not fill(chosen, "Dag.", WRITER).stuck
    assert sent(chosen)["mark"] == "2"


def test_boxes_stay_empty_unless_they_are_ticked() -> None:
    form = form_of(
        "<label><input type=checkbox name=cookies value=yes> Remember me</label>"
        "<label><input type=checkbox name=mail checked> Follow</label>"
        "<input type=radio name=r value=1><input type=radio name=r value=2 checked>"
        "<input type=checkbox name=trap value=1 style='display:none'>"
    )
    assert sent(form) == {"comment": "Dag.", "mail": "on", "r": "2"}
    assert fill(form, "Dag.", WRITER).consents == (("cookies", "Remember me"),)
    assert sent(form, consents={"cookies", "trap"})["cookies"] == "yes"
    assert "trap" not in sent(form, consents={"cookies", "trap"})


def test_a_box_that_must_be_ticked_is_told() -> None:
    form = form_of("<label><input type=checkbox name=gdpr required> I agree</label>")
    assert fill(form, "Dag.", WRITER).wanted == ("I agree",)
    assert fill(form, "Dag.", WRITER, consents={"gdpr"}).wanted == ()


def test_the_parent_stands_in_its_field() -> None:
    form = form_of("<input type=hidden name=comment_parent value=0>")
    assert sent(form)["comment_parent"] == "0"
    assert sent(form, parent="17")["comment_parent"] == "17"


def test_what_is_missing_of_the_writer_is_told_by_the_page_s_words() -> None:
    form = form_of(
        "<label for=a>Naam *</label><input id=a name=author required maxlength=5>"
        "<label for=e>E-mail</label><input id=e name=email>"
    )
    assert fill(form, "Dag.", WRITER).missing == ()
    for identity, name, word in (
        (Identity(), "name", "“Naam”"),
        (Identity("Jos", "jos"), "email", "jos is no e-mail address"),
        (Identity("Josephine", ""), "name", "5 characters, not 9"),
    ):
        (missing,) = fill(form, "Dag.", identity).missing
        assert missing.name == name
        assert word in missing.reason


def test_a_field_that_must_be_filled_and_is_not_known_is_in_the_way() -> None:
    form = form_of("<label for=s>City</label><input id=s name=city required>")
    assert [field.name for field in fill(form, "Dag.", WRITER).stuck] == ["city"]


def pairs(*entries: tuple[str, str]) -> list[Entry]:
    return [Entry(name, value) for name, value in entries]


def test_a_form_is_written_in_the_page_s_characters() -> None:
    body, kind = encoded(pairs(("comment", "é € 🙂\nja")), URLENCODED, "iso-8859-1")
    assert kind == "application/x-www-form-urlencoded"
    assert body == b"comment=%E9+%80+%26%23128578%3B%0D%0Aja"


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=6))
def test_every_field_arrives_as_it_was(entries: list[tuple[str, str]]) -> None:
    body, _ = encoded(pairs(*entries), URLENCODED, "utf-8")
    got = parse_qsl(body.decode(), keep_blank_values=True)
    ends = [(name, "\n".join(v.replace("\r\n", "\n").split("\r"))) for name, v in entries]
    assert [(name, value.replace("\r\n", "\n")) for name, value in got] == ends


def test_a_form_in_parts_is_written_so() -> None:
    body, kind = encoded(pairs(("comment", "dag é"), ("n", "")), MULTIPART, "utf-8")
    message = BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    parts = {
        part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
        for part in message.walk()
        if not part.is_multipart()
    }
    assert parts == {"comment": "dag é".encode(), "n": b""}
    assert b"filename" not in body


def test_half_of_a_pair_of_characters_does_no_harm() -> None:
    body, _ = encoded(pairs(("comment", "\ud83d x")), URLENCODED, "utf-8")
    assert b"x" in body


def test_fields_without_a_kind_of_their_own_are_kept() -> None:
    field = FormField("comment", "textarea")
    form = ReplyForm(
        action="/", fields=(field, FormField("x", "range", value="3")), text_field="comment"
    )
    assert sent(form) == {"comment": "Dag.", "x": "3"}
