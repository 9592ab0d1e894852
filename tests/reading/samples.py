"""Threads to ask filters about and to sort: a small one that can be read, and random ones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st
from msgspec.structs import replace

from tui.model import (
    Comment,
    CommentKind,
    CommentState,
    Image,
    Paragraph,
    Preformatted,
    Quote,
    ShownDate,
    Span,
    Thread,
)
from tui.reading.query import Facts, parse_query
from tui.reading.states import ReadState

CET = timezone(timedelta(hours=1))


def said(key: str, author: str | None, text: str, parent: int | None = None) -> Comment:
    """A comment of one paragraph."""
    return Comment(key, author, (Paragraph((Span(text),)),), parent)


def dated(comment: Comment, at: datetime | date | None) -> Comment:
    """A comment with a date."""
    return replace(comment, date=ShownDate("", at))


LINK = Span("here", href="https://example.org/")
DIKE = Thread(
    (
        dated(
            replace(said("0", "Søren Ünal", "Was the dike CLOSED?"), score=5),
            datetime(2026, 5, 1, 23, 30, tzinfo=CET),
        ),
        dated(
            replace(said("1", "Ada", "", 0), blocks=(Paragraph((LINK,)),), by_post_author=True),
            datetime(2026, 5, 2, 9, 0, tzinfo=CET),
        ),
        dated(said("2", "Jos", "I don’t\nthink so", 1), datetime(2026, 5, 3, 10, 0)),  # noqa: DTZ001
        dated(
            replace(said("3", "Jos", "> was it\nIt was, see https://example.org", 0), score=-2),
            date(2026, 6, 1),
        ),
        replace(
            said("4", None, "x"),
            blocks=(Quote((Preformatted("if x:"),)), Image(None, "a map")),
            kind=CommentKind.PINGBACK,
        ),
        replace(said("5", "Adam", "Run make", 4), state=CommentState.DELETED, score=0),
    ),
    "test",
)
"""Two conversations; the second without dates."""

NOW = datetime(2026, 6, 2, 12, 0, tzinfo=UTC)
STATES = (ReadState.NEW, ReadState.SEEN, ReadState.READ, ReadState.NEW, ReadState.READ) * 2


def facts(thread: Thread = DIKE) -> Facts:
    """What is known of a thread by Jos, who drafts a reply to the first comment."""
    return Facts(
        thread=thread,
        states=lambda index: STATES[index % len(STATES)],
        names=("JOS",),
        drafted=frozenset({"0"}),
        now=NOW,
    )


def found(text: str, thread: Thread = DIKE) -> list[int]:
    """The comments that a filter finds."""
    return sorted(parse_query(text).matching(facts(thread)))


MOMENTS = st.one_of(
    st.none(),
    st.dates(),
    st.datetimes(),
    st.datetimes(timezones=st.sampled_from([UTC, CET, timezone(timedelta(hours=-12))])),
)


@st.composite
def threads(draw: st.DrawFn, most: int = 25) -> Thread:
    """Random trees with what comments may lack; a parent may come after its reply."""
    size = draw(st.integers(0, most))
    names = st.sampled_from([None, "Ada", "Jos", "Søren"])
    words = st.sampled_from(["", "dike", "storm > dike", "Storm!"])
    comments = []
    for at in range(size):
        parent = draw(st.none() | st.integers(0, at - 1)) if at else None
        comment = said(f"c{at}", draw(names), draw(words), parent)
        comment = replace(comment, score=draw(st.none() | st.integers(-2, 2)))
        comments.append(dated(comment, draw(MOMENTS)))
    places = draw(st.permutations(range(size)))
    shuffled = [comments[place] for place in places]
    moved = {place: at for at, place in enumerate(places)}
    return Thread(
        tuple(
            replace(one, parent=None if one.parent is None else moved[one.parent])
            for one in shuffled
        ),
        "test",
    )
