"""Drafts taken along: whole, with what they answer, and with nothing that is nobody else's."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from tui.dump.draft_files import DraftOrder, default_path, files_of, renamed_path, write_files
from tui.dump.drafts import dump_draft, dump_drafts, public_address
from tui.dump.exports import Form
from tui.store.draft import Delivery, Draft, DraftState, Markup, Outcome, PageRef, ParentRef

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DRAFT = Draft(
    "k7m2x9qd",
    PageRef("https://blog.example/dijk", "https://blog.example/dijk", "Langs de *dijk*"),
    ParentRef("7", "Jos <b>", "1 maart", None, "Ik was er;\nhet viel <i>mee</i>."),
    "> het viel mee\n\nBij **mij** niet.\n\n\tmet een tab\n",
    DraftState.DRAFT,
    NOON,
    NOON,
    tags=("later",),
)
HELD = Delivery(
    Outcome.HELD,
    NOON,
    "https://blog.example/wp-comments-post.php?x=1",
    "The site wants to look at it first and will mail ada@blog.example.",
    "18",
    "https://blog.example/?p=3&unapproved=18&moderation-hash=0fd1c3#comment-18",
)
SENT = replace(DRAFT, id="zzz", state=DraftState.SENT, delivery=HELD)


def test_markdown_says_what_is_answered_and_where_and_keeps_the_body() -> None:
    written = dump_drafts([DRAFT], Form.MARKDOWN)
    head, _, rest = written.partition("\n\n")
    assert head.startswith("<!-- draft k7m2x9qd, draft, to Jos <b> on “Langs de *dijk*” -->")
    assert (
        r"In reply to Jos \<b>, 1 maart on [Langs de \*dijk\*](https://blog.example/dijk):" in rest
    )
    assert "> Ik was er;\n> het viel <i>mee</i>.\n" in rest
    assert written.endswith(DRAFT.body)


def test_several_drafts_are_parted_by_rules() -> None:
    written = dump_drafts([DRAFT, SENT], Form.MARKDOWN)
    assert written.count("\n\n---\n\n") == 1
    assert dump_drafts([], Form.MARKDOWN) == ""


def test_text_holds_state_tags_and_nothing_a_terminal_acts_on() -> None:
    written = dump_drafts([replace(SENT, body="Ja\x1b[31m.")], Form.TEXT, 70)
    assert written.startswith("Draft zzz, held for moderation, to Jos <b> on “Langs de *dijk*”\n")
    assert "https://blog.example/dijk\n#later\n" in written
    assert "The site wants to look at it first" in written
    assert "> Ik was er;\n> het viel <i>mee</i>.\n" in written
    assert "\x1b" not in written


def test_html_is_one_file_that_loads_and_runs_nothing() -> None:
    written = dump_drafts([DRAFT, SENT], Form.HTML)
    tree = LexborHTMLParser(written)
    assert [node.text() for node in tree.css("article > h2")] == [
        "To Jos <b> on Langs de *dijk*"
    ] * 2
    assert "Ik was er;" in tree.css("article > blockquote")[0].text()
    assert tree.css("article strong")[0].text() == "mij"
    assert tree.css("article i, article > b, script, img, link") == []
    assert "default-src 'none'" in written
    assert [link.attributes["href"] for link in tree.css("h2 a")] == [
        "https://blog.example/dijk"
    ] * 2


def test_what_is_in_the_site_s_own_markup_is_shown_as_it_was_typed() -> None:
    own = replace(DRAFT, markup=Markup.OWN, body="<b>Ja</b> & <script>x</script>")
    tree = LexborHTMLParser(dump_drafts([own], Form.HTML))
    assert tree.css("article pre")[0].text() == own.body
    assert tree.css("script") == []


def test_json_is_a_list_and_a_file_of_one_draft_an_object() -> None:
    (entry,) = json.loads(dump_drafts([DRAFT], Form.JSON))
    assert entry == json.loads(dump_draft(DRAFT, Form.JSON))
    assert entry["body"] == DRAFT.body
    assert (entry["tags"], entry["markup"], entry["delivery"]) == (["later"], "markdown", None)


@pytest.mark.parametrize("form", Form)
def test_no_export_holds_an_e_mail_address_or_the_key_to_what_is_held(form: Form) -> None:
    mailed = replace(
        SENT,
        delivery=replace(
            HELD,
            outcome=Outcome.HANDED_OVER,
            address="mailto:jos@blog.example?subject=Ja",
        ),
    )
    for draft in (SENT, mailed):
        written = dump_drafts([draft], form)
        assert "@" not in written
        assert "moderation-hash" not in written
        assert "unapproved" not in written
        assert "0fd1c3" not in written


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://b.example/x", "https://b.example/x"),
        ("https://b.example/?p=3&unapproved=1&moderation-hash=2#c1", "https://b.example/?p=3#c1"),
        ("https://ada:geheim@b.example/", "https://b.example/"),
        ("https://b.example/?email=a%40b.example&p=3", "https://b.example/?p=3"),
        ("https://b.example/?a=1&b=ö", "https://b.example/?a=1&b=ö"),
        ("#comment-3", "#comment-3"),
        ("mailto:a@b.example", None),
        ("https://[", None),
        ("", None),
        (None, None),
    ],
)
def test_addresses_lose_what_is_nobody_else_s_to_know(
    address: str | None, public: str | None
) -> None:
    assert public_address(address) == public


@given(st.text(max_size=80), st.sampled_from(Form))
def test_any_text_can_be_exported(body: str, form: Form) -> None:
    draft = replace(DRAFT, body=body, parent=ParentRef("7", text=body))
    written = dump_drafts([draft], form)
    if form is Form.JSON:
        assert json.loads(written)[0]["body"] == body
    if form is Form.MARKDOWN:
        assert written.endswith(body)


def test_a_file_holds_all_and_a_folder_a_file_for_each(tmp_path: Path) -> None:
    one = tmp_path / "alles.txt"
    assert write_files(files_of([DRAFT, SENT], DraftOrder(Form.TEXT, str(one)))) == str(one)
    assert one.read_text() == dump_drafts([DRAFT, SENT], Form.TEXT)
    told = write_files(files_of([DRAFT, SENT], DraftOrder(Form.HTML, f"{tmp_path / 'map'}/")))
    assert told == f"2 files in {tmp_path / 'map'}"
    assert {path.name for path in (tmp_path / "map").iterdir()} == {"k7m2x9qd.html", "zzz.html"}


def test_names_of_files_follow_the_form_as_far_as_they_are_not_the_user_s_own() -> None:
    assert default_path([DRAFT], Form.TEXT) == "reply-langs-de-dijk.txt"
    assert default_path([DRAFT, SENT], Form.JSON) == "drafts.json"
    some = [DRAFT, SENT]
    assert renamed_path("drafts.json", some, Form.HTML) == "drafts.html"
    assert renamed_path("a.b/mijn.md", some, Form.HTML) == "a.b/mijn.html"
    assert renamed_path("mijn.antwoord", some, Form.HTML) == "mijn.antwoord"
    assert renamed_path("map/", some, Form.HTML) == "map/"
