"""The article of pages that hold it only as data for their scripts.

Frameworks that draw a page by script keep what they draw in it, as JSON in a script element or as a
value that a script assigns. The article is where most prose lies, as in the tree of elements: one
long string of HTML or text, or a list of paragraphs in the shape of an editor. Only fields that are
called text, content, body and the like count, for such data also holds every label of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from tui.parse.metadata.jsonld import load_script
from tui.parse.patterns import regex

LEAST_SCRIPT = 1_000
MOST_SCRIPTS = 60
"""Shorter scripts hold no article, and so many longer ones are looked at."""

MOST_VALUES = 200_000
"""Only so many values of a script's data are looked at."""

LEAST = 40
"""A string of prose has so many characters, and"""

WORDS = 15
"""a space for each so many of them."""

DOMINANT = 0.7
"""A value is the article where it holds this share of the prose of the value around it."""

ALONE = 0.5
"""One string with this share of the prose is the article by itself."""

_FIELD = regex(
    r"(?:^|[_-])(?:text|content|body|html|value|markdown|rendered|paragraphs?|story|articlebody)$"
    r"|(?:Text|Content|Body|H(?:tml|TML)|Markdown|Paragraphs?)$"
)
"""What fields with prose are called."""

_SCRIPTS = 'script:not([src]):not([type*="ld+json"])'
"""Linked data tell of comments, too, and are read by themselves."""

_ASSIGNED = regex(r"=\s*(?=[{\[])|JSON\.parse\(\s*(?=\")")
_TAG = regex(r"<[^<>]{1,500}>")
_ENDS = (".", "!", "?", "…", "”", '"', ":", "。")


class _Value(Struct):
    """A value of the data, in the order of the page.

    Attributes:
        parent: The index of the value that holds it; its own for the first.
        text: The string of a field for prose; else nothing.
        group: The list that the object with the field is an entry of, by number; else 0.
        mass: How many characters of prose it holds.
    """

    parent: int
    text: str = ""
    group: int = 0
    mass: int = 0


def body_in_scripts(tree: LexborHTMLParser) -> str | None:
    """The text or the HTML of the article in a page's data for scripts, or None."""
    found = (_body_of(data) for data in _data_in(tree))
    return max(filter(None, found), key=len, default=None)


def _data_in(tree: LexborHTMLParser) -> Iterator[object]:
    scripts = (node.text() or "" for node in tree.css(_SCRIPTS))
    long = (script for script in scripts if len(script) >= LEAST_SCRIPT)
    for script in islice(long, MOST_SCRIPTS):
        text = script.strip()
        if not text.startswith(("{", "[")):
            found = _ASSIGNED.search(text)
            text = text[found.end() :].rstrip("; \n)") if found else ""
        data = load_script(text) if text else None
        yield load_script(data) if isinstance(data, str) else data


def _body_of(data: object) -> str | None:
    """The article in some data: where most of their prose lies."""
    values = _values(data)
    for value in reversed(values[1:]):
        values[value.parent].mass += value.mass
    at = 0
    for index, value in enumerate(values):
        if index and value.parent == at and value.mass >= DOMINANT * values[at].mass > 0:
            at = index
    inside = _inside(values, at)
    longest = max(inside, key=lambda value: value.mass, default=None)
    if longest is None or not longest.mass:
        return None
    if longest.mass >= ALONE * values[at].mass:
        return longest.text
    return "\n\n".join(_paragraphs(inside))


def _values(data: object) -> list[_Value]:
    """All values of the data."""
    values: list[_Value] = []
    stack: list[tuple[object, int, str, int, int]] = [(data, 0, "", 0, 0)]
    while stack and len(values) < MOST_VALUES:
        value, parent, name, group, within = stack.pop()
        index = len(values)
        if isinstance(value, str):
            text = value if _FIELD.search(name) else ""
            values.append(_Value(parent, text, group, _prose(text)))
            continue
        values.append(_Value(parent))
        if isinstance(value, dict):
            entries: Iterable[tuple[str, object]] = value.items()
            below = (within, 0)
        elif isinstance(value, list):
            entries, below = ((name, entry) for entry in value), (0, index)
        else:
            continue
        stack += [(entry, index, key, *below) for key, entry in reversed(list(entries))]
    return values


def _prose(text: str) -> int:
    """How many characters of prose a string holds."""
    if len(text) < LEAST or text.startswith(("http", "{", "[", "/", "data:", "function")):
        return 0
    plain = _TAG.sub("", text) if "<" in text else text
    is_prose = plain.count(" ") * WORDS >= len(plain) or not plain.isascii()
    return len(plain) if is_prose and "{" not in plain[:LEAST] else 0


def _inside(values: list[_Value], at: int) -> list[_Value]:
    """The strings of a value, in order."""
    known = {at}
    found: list[_Value] = [values[at]] if values[at].text else []
    for index in range(at + 1, len(values)):
        if values[index].parent not in known:
            continue
        known.add(index)
        if values[index].text:
            found.append(values[index])
    return found


def _paragraphs(inside: list[_Value]) -> Iterator[str]:
    """The paragraphs: each string alone, or the runs of one, which editors keep in a list."""
    runs: list[_Value] = []
    for value in (*inside, _Value(0)):
        if runs and (not value.group or value.group != runs[-1].group):
            whole = all(run.text.rstrip().endswith(_ENDS) and run.mass for run in runs)
            texts = [run.text for run in runs]
            yield from texts if whole else ["".join(texts)]
            runs = []
        runs.append(value)
