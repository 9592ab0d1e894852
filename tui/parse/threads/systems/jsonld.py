"""schema.org in JSON-LD: what the page's item has as `comment` or as an answer.

Read are the comments of the one item of a page that has some (article, `Question`,
`DiscussionForumPosting`, ...). A reply is a `comment` of the comment it answers or names that as
its `parentItem`; objects of which only the `@id` is given are looked up. Likes and upvotes are the
score. A script often holds the first comments only or cuts their words, so that the page's markup
is preferred where the general finder sees as many there; `commentCount` says how many there are.
Reviews are no comments, and the answers of an `FAQPage` are no discussion.

Source: https://schema.org/Comment, /Answer and /DiscussionForumPosting, and JSON-LD 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from tui.model import CommentKind, CommentState, ShownDate
from tui.parse.clean import clean_line, clean_link
from tui.parse.dates import shown_date
from tui.parse.document import Document
from tui.parse.metadata.jsonld import Item as Thing, kinds_of
from tui.parse.threads.builder import RawComment
from tui.parse.threads.linked import Linked, Placed, linked_discussion, names_of, speaks_of_comments
from tui.parse.threads.scores import read_score
from tui.parse.threads.standards import anchor_key, blocks_of_words, seen_at_large
from tui.parse.threads.system import Rank, System

MAX_LINE = 2_000
"""Names, dates and numbers are read up to this many characters."""

_WORDS = ("text", "commentText", "articleBody", "description")
_DATES = ("dateCreated", "datePublished", "commentTime")
_COUNTS = ("commentCount", "answerCount")


def _comments(document: Document) -> list[RawComment]:
    linked = linked_discussion(document)
    if linked is None or seen_at_large(document) >= len(linked.comments):
        return []
    return [_comment(document, linked, placed) for placed in linked.comments]


def _comment(document: Document, linked: Linked, placed: Placed) -> RawComment:
    thing = placed.thing
    names = names_of(thing)
    anchor = next((name for name in names if "#" in name), None)
    links = (clean_link(name, document.base) for name in reversed(names))
    writer = thing.get("author") or thing.get("creator")
    person = linked.first(writer)
    is_deleted = "deleted" in _line(thing.get("creativeWorkStatus")).lower()
    return RawComment(
        author=_name(person.get("name") if person else writer),
        author_url=clean_link(_line(person.get("url")), document.base),
        blocks=blocks_of_words(_first(thing, _WORDS), document.base),
        key=anchor_key(anchor) if anchor else _line(names[0]) if names else None,
        around=placed.around,
        date=_date(thing, document.language),
        permalink=next(filter(None, links), None),
        kind=CommentKind.ANSWER if "answer" in kinds_of(thing) else CommentKind.COMMENT,
        state=CommentState.DELETED if is_deleted else CommentState.SHOWN,
        score=_score(thing),
    )


def _first(thing: Thing, names: tuple[str, ...]) -> str:
    """The first text that an object has by one of some names, empty where it has none."""
    return next((thing[name] for name in names if isinstance(thing.get(name), str)), "")


def _line(value: object) -> str:
    """A value on one line: the first of a list, and numbers as they are written."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value", "")
    known = isinstance(value, str | int | float) and not isinstance(value, bool)
    return clean_line(str(value)[:MAX_LINE]) if known else ""


def _name(value: object) -> str | None:
    """A name, which many programs escape as they would in HTML."""
    return clean_line(unescape(_line(value))) or None


def _date(thing: Thing, language: str | None) -> ShownDate | None:
    date = shown_date("", machine=_first(thing, _DATES)[:MAX_LINE], language=language)
    return date if date.at is not None else None


def _score(thing: Thing) -> int | None:
    """The upvotes or likes of a comment."""
    votes = _line(thing.get("upvoteCount"))
    return read_score(votes) if votes else _actions(thing, "LikeAction")


def _actions(thing: Thing, kind: str) -> int | None:
    """How often something was done with an object (schema.org's `InteractionCounter`)."""
    counters = thing.get("interactionStatistic")
    for counter in counters if isinstance(counters, list) else [counters]:
        if isinstance(counter, dict) and kind in _types(counter):
            return read_score(_line(counter.get("userInteractionCount")))
    return None


def _types(counter: Thing) -> str:
    of = counter.get("interactionType")
    return _line(of.get("@type") if isinstance(of, dict) else of)


def _counts(linked: Linked) -> Iterator[int | None]:
    for name in _COUNTS:
        yield read_score(_line(linked.owner.get(name)))
    yield _actions(linked.owner, "CommentAction")


def _stated(document: Document) -> int | None:
    """How many comments the page's item says it has."""
    linked = linked_discussion(document)
    return next(filter(None, _counts(linked)), None) if linked is not None else None


SYSTEM = System(
    name="jsonld",
    title="schema.org JSON-LD",
    sign=speaks_of_comments,
    rank=Rank.STANDARD,
    data=_comments,
    stated=_stated,
)
