"""The authors of an article.

In order of trust: people of the linked data; author fields of meta elements; elements marked as
the author (`rel=author`, microdata, hCard); elements whose class says byline or author, and lines
that begin with "by", near the title; organisations of the linked data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.parse.clean import clean_line
from tui.parse.declared import Declared
from tui.parse.metadata.jsonld import LinkedData
from tui.parse.metadata.names import has_byline, is_label, is_person, names_of, same_name
from tui.parse.outline import Element
from tui.parse.patterns import regex

_FIELDS = ("citation_author", "author", "parsely-author", "sailthru.author", "dc.creator",
           "dcterms.creator", "article:author_name", "byl", "article:author", "og:article:author",
           "twitter:creator_name")  # fmt: skip
_CLASS = regex(
    r"(?<![a-z])(?:by-?line|author-?(?:name|link|title)|(?:post|entry|article|blog)-?author|written-?by"
    r"|p-author|creator|posted-?by)(?![a-z])"
)
_LOOSE_CLASS = regex(r"(?<![a-z])(?:author|contributor|writer|fn)s?(?![a-z])")
_LONGEST = 100
"""No byline is longer than this many characters."""

_LARGEST = 60
"""No byline is made of more elements than this."""


def find_authors(
    data: LinkedData,
    metas: Declared,
    near: list[Element],
    far: list[Element],
    site_names: tuple[str | None, ...],
) -> tuple[str, ...]:
    """The names of the authors.

    Args:
        data: The page's linked data.
        metas: Its meta elements.
        near: The elements around the title, the likeliest first.
        far: The elements after those, where a box about the author may stand.
        site_names: What the site is called; an author only where no person is.
    """
    spare: tuple[str, ...] = ()
    for names in _sources(data, metas, near, far):
        people = tuple(n for n in names if not any(same_name(n, site) for site in site_names))
        if people:
            return people
        spare = spare or names
    return spare


def _sources(
    data: LinkedData, metas: Declared, near: list[Element], far: list[Element]
) -> Iterator[tuple[str, ...]]:
    yield _joined(data.people)
    for field in _FIELDS:
        yield _joined(value for value in metas.all(field) if "://" not in value)
    if is_label((metas.first("twitter:label1") or "").lower()):
        yield names_of(metas.first("twitter:data1") or "")
    yield _first(element for element in near if _is_marked(element))
    yield _first(element for element in near if _CLASS.search(element.names))
    yield _lines(near)
    yield _first((e for e in near if _LOOSE_CLASS.search(e.names)), person=True)
    yield _first((e for e in far if _is_marked(e) or _CLASS.search(e.names)), person=True)
    yield _joined(data.organisations)


def _joined(texts: Iterable[str]) -> tuple[str, ...]:
    names = [name for text in texts for name in names_of(text)]
    return tuple(dict.fromkeys(names))


def _is_marked(element: Element) -> bool:
    """Whether a standard's attribute marks an element as the author."""
    attributes = element.node.attributes
    if "author" in (attributes.get("rel") or "").lower().split():
        return True
    return (attributes.get("itemprop") or "").lower() == "author"


def _first(elements: Iterable[Element], *, person: bool = False) -> tuple[str, ...]:
    """The names in the first element that holds any."""
    for element in elements:
        line = _line(element)
        names = names_of(line) if line else ()
        if names and all(is_person(name) if person else len(name.split()) <= 6 for name in names):
            return names
    return ()


def _lines(near: list[Element]) -> tuple[str, ...]:
    """The names in the first line such as "By Anna Visser"; they may follow on their own line."""
    labelled = False
    for element in near:
        line = _line(element)
        if not line or len(line) > _LONGEST:
            continue
        names = names_of(line) if labelled or has_byline(line) else ()
        if names and all(map(is_person, names)):
            return names
        labelled = is_label(line)
    return ()


def _line(element: Element) -> str:
    """The words of a short element; of its `name` property where it has one (schema.org)."""
    if not 0 < element.text <= 2 * _LONGEST or element.size > _LARGEST or element.holds_claimed:
        return ""
    inner = element.node.css_first('[itemprop="name"]')
    return clean_line((element.node if inner is None else inner).text(separator=" "))
