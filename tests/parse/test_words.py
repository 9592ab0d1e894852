from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from tests.chance import examples
from tui.model import CommentKind
from tui.parse import words
from tui.parse.words import Language
from tui.parse.words.counts import read_count
from tui.parse.words.languages import LANGUAGES

BY_LANGUAGE = pytest.mark.parametrize("table", LANGUAGES, ids=lambda table: table.code)


@BY_LANGUAGE
def test_every_label_of_a_language_is_recognised(table: Language) -> None:
    checks: dict[Callable[[str], bool], tuple[str, ...]] = {
        words.is_reply_label: table.reply + table.answers,
        words.is_action_label: table.actions,
        words.is_form_title: table.form,
        words.is_form_label: table.chrome,
        words.is_mail_note: table.mail,
        words.is_required_note: table.required,
        words.is_held_notice: table.held,
        words.is_markup_note: table.allowed,
        words.is_unfold_label: table.unfold,
        words.is_older_link: table.older,
        words.is_newer_link: table.newer,
        words.is_closed_notice: table.closed,
        words.is_preview_label: table.preview,
        words.is_login_notice: table.login,
        words.asks_for_mail: table.reply_mail,
        words.is_share_label: table.share,
        words.is_anonymous: table.anonymous,
        words.is_post_author_mark: table.post_author,
        words.is_deleted_notice: table.deleted,
        words.is_comments_heading: table.headings,
    }
    for check, labels in checks.items():
        for label in labels:
            shown = label.format(name="Kim", title="Kim", n=12)
            assert check(shown), (check, shown)
            assert check(f"  {shown.upper()} ») "), (check, shown)


@BY_LANGUAGE
def test_every_line_that_numbers_a_part_is_read(table: Language) -> None:
    for label in table.part:
        count = 5 if "{m}" in label else None
        shown = label.format(n=2, m=5)
        assert words.part_label(f"- {shown.upper()} »") == words.PartLabel(2, count), shown
        if count is None:
            counted = words.PartLabel(2, 5)
            assert words.part_label(shown.replace("2", "2/5")) == counted, shown
    for label in table.continued:
        shown = label.format(n=2)
        assert words.part_label(f"({shown} …)") == words.PartLabel(2, continued=True), shown


@pytest.mark.parametrize("line", ["Page", "Page two", "2", "Page 2 was wet", "Page 1234", "1 2 3"])
def test_other_lines_number_no_part(line: str) -> None:
    assert words.part_label(line) is None


@BY_LANGUAGE
def test_every_count_of_a_language_is_read(table: Language) -> None:
    for pattern in table.many:
        if pattern.count("{n}") == 1:
            assert words.stated_count(pattern.format(n=12, title="“Kim”")) == 12, pattern
    for pattern in table.none:
        assert words.stated_count(pattern.format(title="“Kim”")) == 0, pattern
    for pattern in table.one:
        assert words.stated_count(pattern.format(title="“Kim”")) == 1, pattern


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("3 Reacties", 3),
        ("One thought on “A tent”", 1),
        ("12 thoughts on “10 tents”", 12),
        ("Keine Kommentare", 0),
        ("Comments (12)", 12),
        ("1,234 comments", 1234),
        ("1.234 Kommentare", 1234),
        ("٥ تعليقات", 5),
        ("「題名」への3件のフィードバック", 3),
        ("“Çadır” için 2 yanıt", 2),
        ("2\u00a0réflexions sur «\u00a0Le jardin\u00a0»", 2),
        ("I got 12 comments on this post.", None),
        ("There were 3 comments that made me laugh, and I kept them.", None),
        ("#1 Less walking", None),
        ("12", None),
        ("Comments", None),
    ],
)
def test_counts_stand_in_labels_and_not_in_sentences(line: str, count: int | None) -> None:
    assert words.stated_count(line) == count


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Anna says:", "Anna"),
        ("Anna de Vries schreef:", "Anna de Vries"),
        ("Hans schrieb am 3. Mai 2013 um 10:04:", "Hans"),
        ("Anna said...", "Anna"),
        ("花子 より:", "花子"),
        ("花子 さんのコメント...", "花子"),
        ("王五说道：", "王五"),
        ("김철수님의 말:", "김철수"),
        ("Pierre dit\u00a0:", "Pierre"),
        ("Marie a dit…", "Marie"),
        ("Ali dedi ki:", "Ali"),
        ("سلمى يقول:", "سلمى"),
        ("Марина пишет:", "Марина"),
        ("Kees Kuik: “Het is beter zo”", None),
        ("He says that nothing will come of it", None),
    ],
)
def test_says_lines_name_their_author(line: str, author: str | None) -> None:
    assert words.says(line) == author


def test_names_lose_the_words_around_them() -> None:
    assert words.strip_says("Anna says") == "Anna"
    assert words.strip_says("Anna") == "Anna"


def test_pings_have_their_kind() -> None:
    assert words.ping_label("Pingback:") is CommentKind.PINGBACK
    assert words.ping_label("トラックバック") is CommentKind.TRACKBACK
    assert words.ping_label("Anna") is None


def test_sentences_are_no_labels() -> None:
    line = "I will leave a reply when I have read all the comments that are closed to me."
    assert not words.is_form_title(line)
    assert not words.is_closed_notice(line)
    assert not words.is_reply_label(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("In reply to Anna Visser", "Anna Visser"),
        ("Antwort auf Heinz Weiß:", "Heinz Weiß"),
        ("↳ Als Antwort auf Jürgen", "Jürgen"),
        ("Antwoord op Wil", "Wil"),
        ("En réponse à Chloé", "Chloé"),
        ("山田さんへの返信", "山田"),
        ("In reply to", None),
        ("In reply to Anna, who asked how the leeks of last year had done in all that rain", None),
        ("In reply to Anna: no.", None),
        ("Reply", None),
    ],
)
def test_lines_name_whom_a_comment_answers(line: str, name: str | None) -> None:
    assert words.answered_name(line) == name
    if name:
        assert words.is_reply_label(line)


def test_ping_is_a_label_only_with_its_colon() -> None:
    assert words.ping_label("Ping:") is CommentKind.PINGBACK
    assert words.ping_label("Ping") is None


HEADS = [
    label
    for table in LANGUAGES
    for label in table.none + table.one + table.many + table.headings + table.form
]
FILLING = st.text(max_size=30) | st.sampled_from(["Kim", "“山の家”", "12", "a comment", "3月"])


@given(label=st.sampled_from(HEADS), fillings=st.tuples(FILLING, FILLING, FILLING, FILLING))
@examples(8)
def test_the_cheap_look_misses_no_line_about_comments(
    label: str, fillings: tuple[str, str, str, str]
) -> None:
    before, title, number, after = fillings
    for line in (
        f"{before}{label.format(title=title, name=title, n=number)}{after}",
        label.format(title=title, name=title, n=7).upper(),
    ):
        if not words.may_speak_of_comments(line):
            assert not words.is_comments_heading(line)
            assert not words.is_form_title(line)
            assert read_count(line) is None


@pytest.mark.parametrize(
    ("line", "may"),
    [
        ("Comments", True),
        ("12件のコメント", True),
        ("Comments on the weather", True),
        ("The mill at the weir", False),
        ("Recent posts", False),
        ("What people think of mills", False),
        ("", False),
    ],
)
def test_the_cheap_look_lets_few_other_lines_pass(line: str, may: bool) -> None:  # noqa: FBT001 - a column of the table
    assert words.may_speak_of_comments(line) is may
