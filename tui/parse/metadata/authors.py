"""The authors of an article.

In order of trust: a line beside the title that begins with "by", where it names nobody that the
machine's sources name; people of the linked data and author fields of meta elements, the first of
them that readers are told beside the title, else the first; then what readers see, beside the title
before further from it: elements marked as the author (`rel=author`, microdata), elements whose
class says author (hCard's and microformats' among them), lines that begin with "by", links to the
page of an author; names that stand alone beside a portrait or a role; lines and elements of that
kind below the article, and links there that all lead to one author; at last organisations of the
linked data, and who keeps the site under their own name. Logins in one word give way to a full name
beside the title, and the name of the site to any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from tui.parse.clean import clean_line
from tui.parse.declared import Declared
from tui.parse.metadata.jsonld import LinkedData
from tui.parse.metadata.lines import LONGEST, NO_SITE, SHORT, Sites, in_lines, in_lines_below
from tui.parse.metadata.names import (
    first_name_first,
    has_byline,
    is_called,
    is_label,
    is_of_site,
    is_person,
    is_same_person,
    names_of,
)
from tui.parse.metadata.places import is_elsewhere
from tui.parse.metadata.portraits import named_alone, without_roles
from tui.parse.outline import Element
from tui.parse.patterns import regex

_FIELDS = ("citation_author", "author", "parsely-author", "sailthru.author", "dc.creator",
           "dcterms.creator", "article:author_name", "byl", "article:author", "og:article:author",
           "twitter:creator_name")  # fmt: skip
_LIBRARY = frozenset({"citation_author", "dc.creator", "dcterms.creator"})
"""Fields in which libraries write the last name first, as in Highwire's and Dublin Core's rules."""

_NAMED = ("author", "by", "creator", "contributor", "writer", "fn", "org")
"""Names of elements that say something of an author have one of these, which is sooner found."""

_CLASS = regex(
    r"(?<![a-z])(?:by-?line|author[-_]{0,2}(?:name|link|title)|(?:post|entry|article|blog)[-_]{0,2}author"
    r"|written-?by|p-author|creator|posted-?by)(?![a-z])"
)
_LOOSE_CLASS = regex(r"(?<![a-z])(?:author|contributor|writer)s?(?![a-z])|(?<=\s)fn(?=\s|$)")
_NO_NAME = regex(
    r"(?:author|by-?line)[-_]{0,2}(?:date|desc|bio|about|modal|avatar|image|photo|social|role|job)"
    r"|(?:^| )org(?: |$)"
)
"""Classes of what stands beside a name in a box about the author, and hCard's of organisations."""

_PERSONAL = regex(
    r"/(?:[a-z]{1,12}-)?(?:authors?|contributors?|writers?|columnists?|editors?|journalists?"
    r"|reporters?|staff|autore?n?|auteurs?)/[^/?#]|/@[\w.-]+/?(?:[?#]|$)"
)
"""The path of a page about an author: WordPress's `/author/name/` and what others make of it, and
`/@name` of Medium, Substack and Mastodon."""

_TOPICAL = regex(r"/(?:tags?|categor(?:y|ies)|topics?|themas?|section)/|[?&](?:tag|cat|topic)=")
"""The path of a page about a topic, which stands where authors do and may look like a name."""

_MARKING = frozenset({"rel", "itemprop", "property"})
_AUTHOR = frozenset({"author", "creator", "has_creator"})
_VOCABULARY = regex(r"[\s:/#]+")
"""Properties of schema.org, Dublin Core and SIOC, and what divides them from their vocabulary."""

_SLUG = (2, 3)
"""The name in an address is of so many words."""

_PROSE = 250
"""After so long a text a line such as "Authors: Anna Visser" is part of the article."""

_NEXT = 2
"""Between two elements for authors, one after the other, stand fewer others than this."""

_LARGEST = 60
"""No byline is made of more elements than this."""


def find_authors(
    data: LinkedData,
    metas: Declared,
    zones: tuple[list[Element], list[Element]],
    far: list[Element],
    site_names: tuple[str | None, ...],
    others: Iterable[Callable[[], str | None]],
) -> tuple[str, ...]:
    """The names of the authors.

    Args:
        data: The page's linked data.
        metas: Its meta elements.
        zones: The elements beside the title and the others near it, the likeliest first.
        far: The elements after those, where a box about the author may stand.
        site_names: What the site is called; an author only where no person is.
        others: What to ask where nobody is named: the data for scripts, whose site it is.
    """
    beside = zones[0]
    spare: tuple[str, ...] = ()
    claims = []
    for names in _machine(data, metas):
        people = tuple(n for n in names if not any(is_of_site(n, site) for site in site_names))
        if people:
            claims.append(people)
        spare = spare or names
    if claims:
        people = claims[0] if len(set(claims)) == 1 else _told(claims, beside)
        return _correction(people, beside) or people
    sites = Sites(site_names, [])
    if shown := next(filter(None, _visible(zones, far, sites)), spare):
        return shown
    if sites.named:
        return min(sites.named, key=lambda names: len(" ".join(names)))
    in_scripts, of_site = others
    return (
        _joined(filter(None, (in_scripts(),)))
        or _of_addresses((*data.people, *metas.all("article:author")))
        or _joined(data.organisations)
        or _joined(filter(None, (of_site(),)))
    )


def _machine(data: LinkedData, metas: Declared) -> Iterator[tuple[str, ...]]:
    yield _joined(data.people)
    for field in _FIELDS:
        if values := metas.all(field):
            yield _joined(map(first_name_first, values) if field in _LIBRARY else values)
    if is_label((metas.first("twitter:label1") or "").lower()):
        yield names_of(metas.first("twitter:data1") or "")


def _of_addresses(links: Iterable[str]) -> tuple[str, ...]:
    """The names in addresses of pages about authors, such as `/author/anna-visser/`."""
    pages = (link.rstrip("/") for link in links if "://" in link and _PERSONAL.search(link))
    slugs = (page.rpartition("/")[2].split("-") for page in pages)
    return tuple(
        " ".join(map(str.title, words))
        for words in slugs
        if len(words) in _SLUG and all(map(str.isalpha, words))
    )


def _visible(
    zones: tuple[list[Element], list[Element]], far: list[Element], sites: Sites
) -> Iterator[tuple[str, ...]]:
    """What readers see, in the order of trust, without names of the site."""
    for zone in zones:
        short, is_beside = _short(zone), zone is zones[0]
        told = [element for element in short if element.attributes]
        signed = [(e, signs) for e in told if (signs := _signs_of(e)) is not _NO_SIGNS]
        surely = (element for element, signs in signed if signs.surely)
        for elements in (filter(_is_marked, told), surely):
            if found := _first(elements, sites):
                # An element may hold only the last of the names that a line has.
                line = in_lines(short, sites, plain=not is_beside)
                yield line if found == line[1:][-len(found) :] else found
        yield in_lines(short, sites, plain=not is_beside)
        if is_beside:
            yield _first((e for e in short if _is_personal(e)), sites, person=True)
        yield _first((element for element, signs in signed if signs.loosely), sites, person=True)
    for zone in zones:
        yield sites.without(named_alone(zone, beside=zone is zones[0]))
    below = _short(far)
    told = [element for element in below if element.attributes]
    yield _first((e for e in told if _is_marked(e) or _signs_of(e).surely), sites, person=True)
    yield sites.without(in_lines_below(below))
    links = {names for e in below if _is_personal(e) and (names := _of_profile(e))}
    yield sites.without(links.pop()) if len(links) == 1 else ()


def _short(elements: Iterable[Element]) -> list[Element]:
    """The elements that are short enough for a byline and hold nothing of comments."""
    return [
        element
        for element in elements
        if 0 < element.text <= 2 * LONGEST
        and element.size <= _LARGEST
        and not element.holds_claimed
    ]


def _told(claims: list[tuple[str, ...]], beside: list[Element]) -> tuple[str, ...]:
    """Of what the machine's sources say the first that readers are told as well, else the first."""
    said = " | ".join({element.words for element in _short(beside)})
    told = (c for c in claims if all(is_person(name) and name in said for name in c))
    return next(told, claims[0])


def _correction(people: tuple[str, ...], beside: list[Element]) -> tuple[str, ...]:
    """Who readers are told wrote the article, where that is nobody of these people.

    The machine's sources name the account that the article was put in with, which is another
    person's, or a login in one word.
    """
    prose = next((e.place for e in beside if e.own > _PROSE), None)
    beside = _short(e for e in beside if prose is None or e.place < prose)
    told = in_lines(beside, NO_SITE, plain=True, labels=False)
    if not told and all(" " not in name for name in people):
        marked = (e for e in beside if _is_marked(e) or _signs_of(e).loosely)
        told = _first(marked, NO_SITE, person=True)
    if not all(map(is_person, told)):
        return ()
    is_fuller = all(" " not in name for name in people)
    is_known = any(is_same_person(one, other) for one in told for other in people)
    return () if is_known and not is_fuller else told


class _Signs(Struct, frozen=True):
    """What the names of an element say of an author in it.

    Attributes:
        surely: That it holds a name.
        loosely: That it may.
        beside: That it stands beside a name.
    """

    surely: bool = False
    loosely: bool = False
    beside: bool = False


_NO_SIGNS = _Signs()


def _signs_of(element: Element) -> _Signs:
    if not _may_sign(element.classes, element.identity):
        return _NO_SIGNS
    return _signs(element.names)


@lru_cache(maxsize=4_096)  # the elements of a page share their names
def _may_sign(classes: str, identity: str) -> bool:
    written = f"{classes} {identity}".lower()
    return any(map(written.__contains__, _NAMED))


@lru_cache(maxsize=1_024)
def _signs(names: str) -> _Signs:
    return _Signs(*(bool(sign.search(names)) for sign in (_CLASS, _LOOSE_CLASS, _NO_NAME)))


def _joined(texts: Iterable[str]) -> tuple[str, ...]:
    names = [name for text in texts for name in names_of(text)]
    return tuple(dict.fromkeys(names))


def _is_marked(element: Element) -> bool:
    """Whether a standard's attribute marks an element as the author."""
    if _MARKING.isdisjoint(element.attributes):
        return False
    attribute = element.attributes.get
    rel = attribute("rel")
    if rel and "author" in rel.lower().split():
        return True
    named = attribute("itemprop") or attribute("property") or ""
    return named != "" and not _AUTHOR.isdisjoint(_VOCABULARY.split(named.lower()))


def _is_personal(element: Element) -> bool:
    """Whether an element is a link to the page of an author."""
    if element.tag != "a" or element.text > LONGEST:
        return False
    return _PERSONAL.search(element.attributes.get("href") or "") is not None


def _of_profile(link: Element) -> tuple[str, ...]:
    """The person to whose page a link leads, and not to the site's own on a network (`/@site`)."""
    names = names_of(link.words)
    is_own = "@" in (link.attributes.get("href") or "")
    is_other = is_own or not all(map(is_person, names)) or is_elsewhere(link)
    return () if is_other else names


def _first(elements: Iterable[Element], sites: Sites, *, person: bool = False) -> tuple[str, ...]:
    """The names in the first element that holds any, and in those of its kind right after it."""
    found: tuple[str, ...] = ()
    last: Element | None = None
    for element in elements:
        if last is None:
            found = _named(element, sites, person=person)
            last = element if found else None
        elif element.place >= last.end:
            more = _named(element, sites, person=True) if _is_next(last, element) else ()
            if not more or not all(map(is_person, found)):
                break
            found, last = (*found, *more), element
    return tuple(dict.fromkeys(found))


def _is_next(last: Element, element: Element) -> bool:
    """Whether an element follows another of its kind, as the links to several authors do."""
    return element.place - last.end <= _NEXT and element.tag == last.tag


def _named(element: Element, sites: Sites, *, person: bool) -> tuple[str, ...]:
    """The names in an element for authors; empty where it holds something else."""
    line = _line(element)
    names = names_of(line) if line else ()
    if not names or _signs_of(element).beside or _is_topic(element):
        return ()
    if not sites.without(names) or is_elsewhere(element):
        return ()
    if has_byline(line) and len(line) <= SHORT:
        return without_roles(names, element)
    is_one = all(is_person(name) if person else is_called(name) for name in names)
    return without_roles(names, element) if is_one else ()


def _is_topic(element: Element) -> bool:
    """Whether an element is, or holds, or stands in a link to a page about a topic."""
    link = element.node if element.tag == "a" else element.node.css_first("a")
    return link is not None and _TOPICAL.search(link.attributes.get("href") or "") is not None


def _line(element: Element) -> str:
    """The words of a short element; of its `name` property where it has one (schema.org)."""
    inner = element.node.css_first('[itemprop="name"]')
    return element.words if inner is None else clean_line(inner.text(separator=" "))
