"""The titles of an article's parts: the one of all, and those of single parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tui.model import Page
from tui.parse.patterns import regex
from tui.parse.words import PartLabel, part_label

_AROUND = " \t-–—―|｜·•:：,，;/([（［【<>«»"  # noqa: RUF001 -- signs of many scripts
_IN_BRACKETS = regex(r"[(（\[［【][^()（）\[\]［］【】]{1,60}[)）\]］】]$")  # noqa: RUF001 -- likewise
_MOST_WORDS = 6
"""A label that numbers a part has no more words than this."""


class Numbers:
    """The numbers by which a part may be called.

    Attributes:
        own: Its own, by its place and by what its page says.
        before: Those of the part before.
        after: Those of the part after.
        counts: How many parts there may be.
    """

    def __init__(self, at: int, parts: Sequence[Page]) -> None:
        told = parts[at].parts
        self.own = {at + 1} if told is None else {at + 1, told.number}
        self.before = {number - 1 for number in self.own}
        self.after = {number + 1 for number in self.own}
        self.counts = {len(parts), told.count if told is not None else None}

    def has(self, label: PartLabel | None, others: Collection[int] = ()) -> bool:
        """Whether a label names the part itself, or one of others where it says "continued"."""
        if label is None or not (label.count is None or label.count in self.counts):
            return False
        return label.number in self.own or (label.continued and label.number in others)


def joined_title(parts: Sequence[Page]) -> str | None:
    """The title of the whole: the first part's, without a number that others have otherwise."""
    first, *others = [bare_titles(at, parts) for at in range(len(parts))]
    title = parts[0].article.title
    if title is None:
        return next((titles[-1] for titles in others if titles), None)
    if all(page.article.title == title for page in parts[1:]):
        return title
    if any(title in bare for bare in others):
        return title
    for bare in first[1:]:
        if any(bare in other for other in others):
            return bare
    return title


def bare_titles(at: int, parts: Sequence[Page]) -> list[str]:
    """The title of a part as it is, and without its number; none where it has none."""
    title = parts[at].article.title
    return with_bare(title, Numbers(at, parts)) if title else []


def with_bare(title: str, numbers: Numbers) -> list[str]:
    """A title as it is, and without the number of its part at its end."""
    bare = (rest for rest, label in _cuts(title) if rest and numbers.has(part_label(label)))
    return [title, *dict.fromkeys(bare)]


def own_title(at: int, parts: Sequence[Page], whole: str | None) -> str | None:
    """What the title of a later part says beside the title of the whole, or None."""
    titles = bare_titles(at, parts)
    known = {key_of_title(title) for title in (whole, *bare_titles(0, parts)) if title}
    if not titles or any(key_of_title(title) in known for title in titles):
        return None
    title = titles[-1]
    if whole and title.startswith(whole):
        rest = title.removeprefix(whole)
        if rest[:1] in _AROUND and rest.strip(_AROUND):
            title = rest.lstrip(_AROUND)
    return title if any(map(str.isalnum, title)) and part_label(title) is None else None


def key_of_title(title: str) -> str:
    """A title for comparison."""
    return " ".join(title.casefold().split())


def _cuts(title: str) -> Iterator[tuple[str, str]]:
    """A title without its last words, and these; what a bracket at its end holds is one of them."""
    bracket = _IN_BRACKETS.search(title[-64:])
    if bracket is not None:
        yield title[: -len(bracket[0])].rstrip(_AROUND), bracket[0]
    rest = title
    for _ in range(_MOST_WORDS):
        rest = rest.rpartition(" ")[0].rstrip()
        if not rest:
            break
        yield rest.rstrip(_AROUND), title[len(rest) :]
