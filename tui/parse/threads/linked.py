"""The comments in a page's linked data (JSON-LD 1.1), as objects with their places.

Scripts are as hostile as pages: they nest deeply, refer in circles and hold anything anywhere. So
nothing here recurses, every object is taken once, and there is a limit to how many are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.metadata.jsonld import MAX_SCRIPTS, Item as Thing, kinds_of, load_script
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS

MAX_VALUES = 200_000
"""Values of the data beyond this many are not looked at."""

HOLDERS = ("comment", "acceptedAnswer", "suggestedAnswer")
"""The properties that hold comments."""

_TYPED = regex(r'"@type"\s{0,9}:\s{0,9}(?:\[\s{0,9})?"(?:\w+:)?(?:User)?Comments?"')
_COMMENTS = frozenset({"comment", "usercomments", "answer"})
_POST = "discussionforumposting"


class Placed(Struct, frozen=True):
    """A comment of the data.

    Attributes:
        thing: The object.
        around: The index of the comment that holds it, or that it names as its parent, or None.
    """

    thing: Thing
    around: int | None


class Linked(Struct, frozen=True):
    """The discussion in a page's linked data.

    Attributes:
        owner: The item that is discussed, empty where the comments stand alone.
        comments: Its comments, each before its replies.
        by_id: All objects of the page that say something of themselves, by their `@id`.
    """

    owner: Thing
    comments: tuple[Placed, ...]
    by_id: Mapping[str, Thing]

    def first(self, value: object) -> Thing:
        """The first object of a value, empty where there is none."""
        return next(_objects(value, self.by_id), {})


def speaks_of_comments(document: Document) -> bool:
    """Whether a page's linked data has a word for comments: a cheap look before the dear one."""
    return next(_scripts(document), None) is not None


def linked_discussion(document: Document) -> Linked | None:
    """The discussion in a page's linked data, or None where there is none or more than one."""
    by_id: dict[str, Thing] = {}
    owners: list[Thing] = []
    loose: list[Thing] = []
    for text in _scripts(document):
        for thing, is_held in _things(load_script(text)):
            if isinstance(thing.get("@id"), str) and len(thing) > 1:
                by_id.setdefault(thing["@id"], thing)
            if is_held or (kinds_of(thing) & _COMMENTS):
                loose.extend(() if is_held else (thing,))
            elif any(thing.get(name) for name in HOLDERS):
                owners.append(thing)
    owner = _discussed(document, owners)
    if owner is None:
        return None
    comments = _placed([*_held(owner, by_id), *loose], by_id)
    return Linked(owner, comments, by_id) if comments else None


def _scripts(document: Document) -> Iterator[str]:
    """The scripts that may hold comments."""
    for script in document.marks.data[:MAX_SCRIPTS]:
        text = script.text() or ""
        answers = 'Answer"' in text and "FAQPage" not in text  # whose answers nobody discusses
        if answers or ("omment" in text and ('"comment"' in text or _TYPED.search(text))):
            yield text


def names_of(thing: Thing) -> list[str]:
    """What an object can be called by: its `@id` and its address."""
    return [name for name in (thing.get("@id"), thing.get("url")) if isinstance(name, str)]


def _things(data: object) -> Iterator[tuple[Thing, bool]]:
    """All objects of some data in reading order, and whether each is held as a comment."""
    stack = [(data, False)]
    for _ in range(MAX_VALUES):
        if not stack:
            return
        value, is_held = stack.pop()
        if isinstance(value, list):
            stack.extend((entry, is_held) for entry in reversed(value))
        elif isinstance(value, dict) and "faqpage" not in kinds_of(value):
            yield value, is_held
            inner = [(name, part) for name, part in value.items() if isinstance(part, dict | list)]
            stack.extend((part, is_held or name in HOLDERS) for name, part in reversed(inner))


def _objects(value: object, by_id: Mapping[str, Thing]) -> Iterator[Thing]:
    """The objects of a value: one, a list, or references by `@id`."""
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            name = entry.get("@id")
            is_reference = len(entry) == 1 and isinstance(name, str)
            yield by_id.get(str(name), entry) if is_reference else entry


def _discussed(document: Document, owners: list[Thing]) -> Thing | None:
    """The item whose comments are the page's: the only one, or the one that is the page itself."""
    if len(owners) < 2:
        return owners[0] if owners else {}
    here = (document.url or document.base or "").partition("#")[0]
    for owner in owners:
        page = owner.get("mainEntityOfPage")
        pages = [*names_of(owner), *(names_of(page) if isinstance(page, dict) else [page])]
        links = (clean_link(name, document.base) for name in pages if isinstance(name, str))
        if here and here in {link.partition("#")[0] for link in links if link}:
            return owner
    return None


def _held(thing: Thing, by_id: Mapping[str, Thing]) -> Iterator[Thing]:
    for name in HOLDERS:
        yield from _objects(thing.get(name), by_id)


def _placed(top: list[Thing], by_id: Mapping[str, Thing]) -> tuple[Placed, ...]:
    """The comments with all their replies, each before these and once."""
    found: list[Placed] = []
    seen: set[int] = set()
    places: dict[str, int] = {}
    waiting: list[tuple[Thing, int | None]] = [(thing, None) for thing in reversed(top)]
    while waiting and len(found) < MAX_ITEMS:
        thing, around = waiting.pop()
        if id(thing) not in seen and kinds_of(thing) & {*_COMMENTS, _POST}:
            seen.add(id(thing))
            here = len(found)
            found.append(Placed(thing, around))
            places.update(dict.fromkeys(names_of(thing), here))
            waiting.extend((reply, here) for reply in reversed(list(_held(thing, by_id))))
    return tuple(_with_parent(placed, places) for placed in found)


def _with_parent(placed: Placed, places: Mapping[str, int]) -> Placed:
    """A comment under the one that it names as its parent, where no other holds it."""
    parent = placed.thing.get("parentItem")
    names = names_of(parent) if isinstance(parent, dict) else [parent]
    named = (places[name] for name in names if isinstance(name, str) and name in places)
    return placed if placed.around is not None else Placed(placed.thing, next(named, None))
