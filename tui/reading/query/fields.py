"""The fields of the filter language: what each is called, what it takes and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from tui.model import Comment, CommentKind, CommentState
from tui.reading.query import conditions
from tui.reading.query.conditions import Maker, limit, number, one_of, written
from tui.reading.query.facts import Facts
from tui.reading.query.features import Feature
from tui.reading.query.terms import Term, Test
from tui.reading.states import ReadState


class Field(Struct, frozen=True):
    """A field.

    Attributes:
        takes: The values that it takes, as Markdown.
        finds: What a comment is or has that it finds, as Markdown.
        maker: Makes its tests.
        keeps_case: Whether capitals of a value are kept, to be shown again.
    """

    takes: str
    finds: str
    maker: Maker
    keeps_case: bool = False


def word_term(words: str) -> Term:
    """What has the words in its text or its author's name.

    Raises:
        QueryError: There are no words.
    """
    return Term("", "", words, conditions.anywhere(words))


def field_term(name: str, operator: str, value: str) -> Term:
    """What a field finds.

    Raises:
        QueryError: It does not take such a value.
    """
    field = FIELDS[name]
    value = value if field.keeps_case else value.lower()
    return Term(name, operator, value, field.maker(name, operator, value))


def _of(wanted: Callable[[Comment], bool]) -> Test:
    return lambda facts, index: wanted(facts.thread.comments[index])


def _kind(kind: CommentKind) -> Test:
    return _of(lambda comment: comment.kind is kind)


def _state(state: CommentState) -> Test:
    return _of(lambda comment: comment.state is state)


def _read(*states: ReadState) -> Test:
    return lambda facts, index: facts.states(index) in states


def _not_new(facts: Facts, index: int) -> bool:
    return facts.states(index) is not ReadState.NEW


def _has(feature: Feature) -> Test:
    return lambda facts, index: feature in facts.text.features[index]


def _answers(test: Test) -> Test:
    def answers(facts: Facts, index: int) -> bool:
        parent = facts.thread.comments[index].parent
        return parent is not None and test(facts, parent)

    return answers


_by_op = _of(lambda comment: comment.by_post_author)
_new = _read(ReadState.NEW)

FIELDS: Mapping[str, Field] = {
    "text": Field("words", "has them in its text", conditions.in_text, keeps_case=True),
    "author": Field(
        'a name, `"Full Name"`, or `=Name` for the whole name',
        "is by somebody whose name has this in it",
        conditions.in_author,
        keeps_case=True,
    ),
    "by": Field(
        "`op`, `me`",
        "is by the author of the post, or by yourself",
        one_of({"op": _by_op, "me": Facts.by_me}),
    ),
    "to": Field(
        "`op`, `me`",
        "answers a comment by the author of the post, or by yourself",
        one_of({"op": _answers(_by_op), "me": _answers(Facts.by_me)}),
    ),
    "is": Field(
        "`new`, `seen`, `unread`, `read`",
        "came since the visit before and was not read; was there then and was not read; "
        "is either of these; was read",
        one_of(
            {
                "new": _new,
                "seen": _read(ReadState.SEEN),
                "unread": _read(ReadState.NEW, ReadState.SEEN),
                "read": _read(ReadState.READ),
            }
        ),
    ),
    "new": Field(
        "nothing, `yes`, `no`",
        "as `is:new`, and with `no` as `-is:new`",
        one_of({"": _new, "yes": _new, "no": _not_new}),
    ),
    "has": Field(
        "`link`, `image`, `code`, `quote`, `draft`, `replies`, `date`, `score`",
        "has one; a draft is yours, and answers it",
        one_of(
            {
                "link": _has(Feature.LINK),
                "image": _has(Feature.IMAGE),
                "code": _has(Feature.CODE),
                "quote": _has(Feature.QUOTE),
                "draft": lambda facts, index: facts.thread.comments[index].key in facts.drafted,
                "replies": lambda facts, index: bool(facts.thread.children(index)),
                "date": lambda facts, index: facts.text.periods[index] is not None,
                "score": _of(lambda comment: comment.score is not None),
            }
        ),
    ),
    "replies": Field("a number", "has so many direct replies", number),
    "below": Field("a number", "has so many comments below it, at any depth", number),
    "depth": Field("a number", "is so many levels deep; 0 is top level", number),
    "score": Field("a number", "has so many points, likes or votes", number),
    "words": Field("a number", "is so many words long", number),
    "min": Field(
        "`replies=3`, or another of the five above; `3` for replies; `replies` alone",
        "as `replies:>=3`; alone, as `has:replies`",
        limit(">=", 1),
    ),
    "max": Field("as `min:`, but always a number", "as `replies:<=3`", limit("<=", None)),
    "kind": Field(
        ", ".join(f"`{kind}`" for kind in CommentKind),
        "is of this kind",
        one_of({str(kind): _kind(kind) for kind in CommentKind}),
    ),
    "state": Field(
        ", ".join(f"`{state}`" for state in CommentState),
        "can be read; waits for moderation; was deleted; was folded away by the page",
        one_of({str(state): _state(state) for state in CommentState}),
    ),
    "date": Field(
        "a date, or two as in `2026-05..2026-06`",
        "was written then, the ends included",
        conditions.within,
        keeps_case=True,
    ),
    "since": Field(
        "a date or an age",
        "was written then or later; is not older",
        written(lambda shown, asked: shown.first >= asked.first, older=False),
        keeps_case=True,
    ),
    "after": Field(
        "a date or an age",
        "was written when that day, month or year was over; as `since:`",
        written(lambda shown, asked: shown.first > asked.last, older=False),
        keeps_case=True,
    ),
    "before": Field(
        "a date or an age",
        "was written before that began; is older",
        written(lambda shown, asked: shown.last < asked.first, older=True),
        keeps_case=True,
    ),
    "until": Field(
        "a date or an age",
        "was written then or earlier; is older",
        written(lambda shown, asked: shown.last <= asked.last, older=True),
        keeps_case=True,
    ),
    "age": Field(
        "an age with `<` or `>`",
        "is not older, or is older; `<` may be left out",
        conditions.age,
        keeps_case=True,
    ),
}
"""The fields by their names, in the order in which people are told of them."""
