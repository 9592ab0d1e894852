"""What gives a comment system away, and which of many systems a page gives away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from tui.parse.document import Document
from tui.parse.marks import stem


@dataclass(frozen=True, slots=True)
class Sign:
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
        return not self.selector or document.tree.css_first(self.selector) is not None


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

    One look for any mark of all of them spares most pages a look for each.
    """

    def __init__(self, things: Sequence[_S]) -> None:
        signs = [thing.sign for thing in things if isinstance(thing.sign, Sign)]
        self._things = things
        self._unmarked = [thing for thing in things if not _is_marked(thing.sign)]
        self._any = Sign(
            classes=frozenset().union(*(sign.classes for sign in signs)),
            ids=frozenset().union(*(sign.ids for sign in signs)),
            others=frozenset().union(*(sign.others for sign in signs)),
            loaded=tuple({part for sign in signs for part in sign.loaded}),
        )

    def are_named(self, document: Document) -> bool:
        """Whether a page has an id of one of the signs, is of its class, or loads its address."""
        marks = document.marks
        return (
            not self._any.ids.isdisjoint(marks.ids)
            or not self._any.classes.isdisjoint(marks.root)
            or any(part in marks.loaded for part in self._any.loaded)
        )

    def on(self, document: Document) -> Iterator[_S]:
        """The things whose sign is on a page, in their order; each is looked for when asked."""
        things = self._things if self._any(document) else self._unmarked
        return (thing for thing in things if thing.sign(document))


def _is_marked(sign: Callable[[Document], bool]) -> bool:
    """Whether a page without any of its marks cannot have a sign."""
    return isinstance(sign, Sign) and bool(sign.classes or sign.ids or sign.others or sign.loaded)
