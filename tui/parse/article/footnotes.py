"""Notes of the article that stand outside of its element: below it, in its footer, beside it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from tui.parse.blocks.elements import word_set
from tui.parse.outline import Element, Outline
from tui.parse.patterns import regex

_CALLED = ("footnote", "endnote", "footdef")
_SECTION = regex(r"[^a-z0-9](?:foot-?notes?|end-?notes?|footdefs?)(?![a-z0-9])")
_ASIDE = regex(r"[^a-z0-9](?:side|margin|foot|end)-?notes?(?![a-z0-9])")
_ROLES = word_set("doc-footnote doc-endnote doc-endnotes note")


def notes_below(elements: Outline, chosen: Sequence[int]) -> list[int]:
    """The elements after the article's, called footnotes, to which its links lead."""
    found: list[int] = []
    fragments: set[str] | None = None
    end = chosen[0]
    for index in elements.named_like(_CALLED):
        element = elements[index]
        is_apart = index >= end and not any(
            at <= index < elements[at].end or index <= at < element.end for at in chosen
        )
        if not is_apart or not _SECTION.search(element.names):
            continue
        if fragments is None:
            fragments = _fragments(elements, chosen)
        end = element.end  # where it names none of them, nothing in it does
        if _names_any(element, fragments):
            found.append(index)
    return found


def is_note_aside(element: Element) -> bool:
    """Whether an `aside` is a note on the text beside it: by its role, its name, or its number."""
    if element.tag != "aside":
        return False
    if element.attributes.get("role") in _ROLES or _ASIDE.search(element.names):
        return True
    inner = list(element.node.iter())
    return len(inner) == 1 and inner[0].tag == "ol" and "start" in inner[0].attributes


def _fragments(elements: Outline, chosen: Sequence[int]) -> set[str]:
    """What the links of the article lead to on its own page."""
    links = (node for at in chosen for node in elements[at].node.css('a[href*="#"]'))
    hrefs = ((node.attributes.get("href") or "").partition("#")[2] for node in links)
    return {name for href in hrefs if href for name in (href, unquote(href))}


def _names_any(element: Element, fragments: set[str]) -> bool:
    named = (element.node, *element.node.css("[id], a[name]"))
    return any(node.attributes.get(name) in fragments for node in named for name in ("id", "name"))
