"""What gives a comment system away, and which of many systems a page gives away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from tui.parse.document import Document
from tui.parse.marks import stem
from tui.parse.threads.nodes import first_of


class Sign(Struct, frozen=True):
    """What gives a system away: any of these, and the selector where there is one.

    With a selector and nothing else the selector decides; it is dear, since every page is asked.

    Attributes:
        classes: Classes that its pages have, as in `Marks`.
        ids: Ids, likewise.
        others: Types of data and generators, likewise.
        loaded: Parts of the addresses of its scripts and frames.
        selector: A CSS selector that matches as well, where the rest is not sure.
    """

    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    loaded: tuple[str, ...] = ()
    selector: str = ""

    def __call__(self, document: Document) -> bool:
        """Whether a page has the sign."""
        marks = document.marks
        if (
            self.classes.isdisjoint(marks.classes)
            and self.ids.isdisjoint(marks.ids)
            and self.others.isdisjoint(marks.others)
            and not any(part in marks.loaded for part in self.loaded)
            and (self.classes or self.ids or self.others or self.loaded)
        ):
            return False
        return not self.selector or first_of(document, self.selector) is not None


def sign(*marks: str, selector: str = "") -> Sign:
    """A sign from its marks.

    Args:
        marks: `.class`, `#id` (any number at its end stands for all), `type:Comment`,
            `generator:name`, and with a slash in it a part of a script's or frame's address.
        selector: What matches as well.
    """
    rest = {mark for mark in marks if mark[0] not in ".#"}
    return Sign(
        classes=frozenset(stem(mark[1:]) for mark in marks if mark[0] == "."),
        ids=frozenset(stem(mark[1:]) for mark in marks if mark[0] == "#"),
        others=frozenset(mark for mark in rest if "/" not in mark),
        loaded=tuple(sorted(mark for mark in rest if "/" in mark)),
        selector=selector,
    )


class Signed(Protocol):
    """Anything with a sign, such as a system."""

    @property
    def sign(self) -> Callable[[Document], bool]:
        """Whether a page has what gives it away."""


_S = TypeVar("_S", bound=Signed)


class Signs(Generic[_S]):
    """Which of many things have their sign on a page.

    The marks of all of them are looked up at once, and only things that have one of them on the
    page, or have none at all, are asked for their sign.
    """

    def __init__(self, things: Sequence[_S]) -> None:
        self._things = things
        self._unmarked = {index for index, thing in enumerate(things) if not _is_marked(thing.sign)}
        self._classes = _index(things, "classes")
        self._ids = _index(things, "ids")
        self._others = _index(things, "others")
        self._loaded = _index(things, "loaded")

    def are_named(self, document: Document) -> bool:
        """Whether a page has an id of one of the signs, is of its class, or loads its address."""
        marks = document.marks
        return (
            not self._ids.keys().isdisjoint(marks.ids)
            or not self._classes.keys().isdisjoint(marks.root)
            or any(part in marks.loaded for part in self._loaded)
        )

    def on(self, document: Document) -> Iterator[_S]:
        """The things whose sign is on a page, in their order; each is looked for when asked."""
        marks = document.marks
        found = set(self._unmarked)
        for index, names in (
            (self._classes, marks.classes),
            (self._ids, marks.ids),
            (self._others, marks.others),
            (self._loaded, {part for part in self._loaded if part in marks.loaded}),
        ):
            for name in index.keys() & names:
                found.update(index[name])
        return (
            self._things[place] for place in sorted(found) if self._things[place].sign(document)
        )


def _index(things: Sequence[Signed], kind: str) -> dict[str, list[int]]:
    """The places of the things that have each mark of one kind."""
    index: dict[str, list[int]] = {}
    for place, thing in enumerate(things):
        for mark in getattr(thing.sign, kind) if isinstance(thing.sign, Sign) else ():
            index.setdefault(mark, []).append(place)
    return index


def _is_marked(sign: Callable[[Document], bool]) -> bool:
    """Whether a page without any of its marks cannot have a sign."""
    return isinstance(sign, Sign) and bool(sign.classes or sign.ids or sign.others or sign.loaded)
