"""What a filter is built of: terms that a comment matches or not, and how they are combined.

Each writes itself as text from which `tui.reading.query.parse_query` makes an equal one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import astuple

from tui.reading.query.facts import Facts

Test = Callable[[Facts, int], bool]
"""Whether a comment, by its index, is meant."""

KEYWORDS = frozenset({"and", "or", "not"})

_BARE_WORD = re.compile(r'[^\s()|":!-][^\s()|":<>=]*')
_BARE_VALUE = re.compile(r'(?:[^\s()|"<>=][^\s()|"]*)?')


class Query(Struct, frozen=True):
    """What comments match or not."""

    def matches(self, facts: Facts, index: int) -> bool:
        """Whether a comment matches."""
        raise NotImplementedError

    def matching(self, facts: Facts) -> frozenset[int]:
        """The indexes of all comments that match."""
        matches = self.matches
        return frozenset(index for index in range(len(facts.thread)) if matches(facts, index))


class Term(Query, frozen=True):
    """A single condition.

    Attributes:
        name: The field's name; empty for words, which are sought in text and author.
        operator: What stands before the value: `<`, `<=`, `>`, `>=`, `=` or nothing.
        value: The value.
        test: What the three mean.
    """

    name: str
    operator: str
    value: str
    test: Test

    def __eq__(self, other: object) -> bool:
        """Whether both are written the same; the test follows from that."""
        return isinstance(other, Term) and astuple(self)[:-1] == astuple(other)[:-1]

    def __hash__(self) -> int:
        return hash(astuple(self)[:-1])

    def matches(self, facts: Facts, index: int) -> bool:
        """Whether a comment matches."""
        return self.test(facts, index)

    def __str__(self) -> str:
        if not self.name:
            keyword = self.value.lower() in KEYWORDS
            bare = not keyword and _BARE_WORD.fullmatch(self.value) is not None
            return self.value if bare else quoted(self.value)
        bare = _BARE_VALUE.fullmatch(self.value) is not None
        return f"{self.name}:{self.operator}{self.value if bare else quoted(self.value)}"


class All(Query, frozen=True):
    """What matches each of several queries; everything, where there are none."""

    parts: tuple[Query, ...]

    def matches(self, facts: Facts, index: int) -> bool:
        """Whether a comment matches."""
        for part in self.parts:  # noqa: SIM110 -- a generator a comment takes twice the time
            if not part.matches(facts, index):
                return False
        return True

    def __str__(self) -> str:
        return " ".join(f"({part})" if isinstance(part, Some) else str(part) for part in self.parts)


class Some(Query, frozen=True):
    """What matches at least one of several queries."""

    parts: tuple[Query, ...]

    def matches(self, facts: Facts, index: int) -> bool:
        """Whether a comment matches."""
        for part in self.parts:  # noqa: SIM110 -- as above
            if part.matches(facts, index):
                return True
        return False

    def __str__(self) -> str:
        return " or ".join(map(str, self.parts))


class Not(Query, frozen=True):
    """What does not match a query."""

    part: Query

    def matches(self, facts: Facts, index: int) -> bool:
        """Whether a comment matches."""
        return not self.part.matches(facts, index)

    def __str__(self) -> str:
        return f"-{self.part}" if isinstance(self.part, Term) else f"-({self.part})"


EVERYTHING = All(())
"""What every comment matches."""


def all_of(queries: Iterable[Query]) -> Query:
    """What matches each of the queries."""
    parts: list[Query] = []
    for query in queries:
        parts += query.parts if isinstance(query, All) else [query]
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def some_of(queries: Iterable[Query]) -> Query:
    """What matches at least one of the queries, of which there is one or more."""
    parts: list[Query] = []
    for query in queries:
        parts += query.parts if isinstance(query, Some) else [query]
    return parts[0] if len(parts) == 1 else Some(tuple(parts))


def negated(query: Query) -> Query:
    """What does not match a query."""
    return query.part if isinstance(query, Not) else Not(query)


def quoted(text: str) -> str:
    """Text in quotation marks, which are read back as it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def unquoted(text: str) -> str:
    """What stood between quotation marks."""
    return re.sub(r'\\([\\"])', r"\1", text)


def named(text: str) -> str:
    """A user's word as an error names it: its beginning, without what a terminal would act on."""
    shown = "".join(character if character.isprintable() else "�" for character in text[:40])
    return shown if len(text) <= 40 else f"{shown}…"
