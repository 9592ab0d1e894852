"""What lists of drafts tell: by state and age, in words, and which of them match."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from tui.parse.clean import clean_line
from tui.reading.ages import ago
from tui.reading.normalised import normalised
from tui.store.bookmarks import split_tags
from tui.store.draft import Draft, DraftState
from tui.store.versions import VersionKind

ORDER = (
    DraftState.UNKNOWN,
    DraftState.FAILED,
    DraftState.DRAFT,
    DraftState.READY,
    DraftState.SENDING,
    DraftState.HANDED_OVER,
    DraftState.SENT,
)
"""The states, what needs the user first."""

TITLES = {
    DraftState.UNKNOWN: "Unknown whether sent",
    DraftState.FAILED: "Failed",
    DraftState.DRAFT: "Drafts",
    DraftState.READY: "Ready to be sent",
    DraftState.SENDING: "Being sent",
    DraftState.HANDED_OVER: "Handed over",
    DraftState.SENT: "Sent",
}
"""The headings of the states."""

KINDS = {
    VersionKind.EARLIER: "set aside while you wrote",
    VersionKind.SHORTENED: "before much was taken out",
    VersionKind.FOREIGN: "by another program",
    VersionKind.REPLACED: "before another text took its place",
    VersionKind.RESCUED: "from the second place",
    VersionKind.SAVED: "as it was saved here last",
}
"""Why versions were kept."""


class Group(NamedTuple):
    """The drafts of a state, the one that was changed last first."""

    state: DraftState
    drafts: Sequence[Draft]


def grouped(drafts: Iterable[Draft]) -> list[Group]:
    """Drafts by their states, in `ORDER`; states without drafts are left out."""
    newest = sorted(drafts, key=lambda draft: draft.changed, reverse=True)
    groups = (Group(state, [each for each in newest if each.state is state]) for state in ORDER)
    return [group for group in groups if group.drafts]


def matches(draft: Draft, wanted: str) -> bool:
    """Whether a draft has all words, and all `#` words as tags, wherever the words are in it.

    They are sought in what was written, in what it answers, in the page's title and address, and
    in its state. A tag is known by its beginning, so that it is found while it is typed.
    """
    words = normalised(wanted).split()
    if not words:
        return True
    text, tags = _sought(draft)
    return all(
        any(tag.startswith(word[1:]) for tag in tags) if word.startswith("#") else word in text
        for word in words
    )


@lru_cache(maxsize=4_096)
def _sought(draft: Draft) -> tuple[str, tuple[str, ...]]:
    """The words and the tags of a draft, to be sought in; kept, since each letter asks anew."""
    page, parent = draft.page, draft.parent
    answered = (parent.author or "", parent.text) if parent is not None else ()
    states = (str(draft.state), str(draft.delivery.outcome) if draft.delivery else "")
    parts = (page.title or "", page.source, *states, *answered, draft.body)
    return normalised("\n".join(parts)), tuple(normalised(tag) for tag in draft.tags)


def addressee(draft: Draft, article: str = "the article") -> str:
    """Whom or what a draft answers, on one line."""
    if draft.parent is None:
        return article
    return clean_line(draft.parent.author or "") or "a comment"


def own_words(body: str) -> str:
    """What was written without what is quoted; all of it where nothing else is there."""
    own = "\n".join(line for line in body.splitlines() if not line.startswith(">"))
    return own if own.strip() else body


def words_in(body: str) -> int:
    """How many words were written, without those that are quoted."""
    return sum(len(line.split()) for line in body.splitlines() if not line.startswith(">"))


def age(at: datetime, now: datetime) -> str:
    """How long ago something was."""
    return ago((now - at).total_seconds()) or "just now"


def tags_of(drafts: Iterable[Draft]) -> list[str]:
    """All tags of some drafts, in the order of the alphabet."""
    return sorted({tag for draft in drafts for tag in draft.tags}, key=normalised)


def retagged(tags: Sequence[str], wanted: str) -> tuple[str, ...]:
    """Tags with some put to them; those with a `-` before them are taken off."""
    words = wanted.split()
    less = split_tags(" ".join(word[1:] for word in words if word.startswith("-")))
    more = split_tags(" ".join(word for word in words if not word.startswith("-")))
    return tuple(dict.fromkeys(tag for tag in (*tags, *more) if tag not in less))
