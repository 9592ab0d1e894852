"""The name of the site: in titles, where it is taken off or found, and without its slogan."""

from __future__ import annotations

from itertools import islice

from tui.parse.metadata.names import has_byline
from tui.parse.metadata.signs import (
    BARS,
    BEFORE_NAME,
    COLONS,
    MOST_CUTS,
    PARTS,
    SEPARATORS,
    UNDERSCORES,
    key_of,
    runs_in,
    words_in,
)
from tui.parse.patterns import regex

_SECTION = 2
"""The name of a part of a site has no more words than this, and a title has more."""

_NAME = 6
"""No name of a site that nothing else names is of more words than this."""

_LONGEST = 200
"""No name of a site is longer than this many characters."""

_SHORT = 2
"""Names of so few letters are in many others by chance."""

_HOST = regex(r"https?://(?:www\.)?([^/:]+?)(?:\.(?:com?|org|net))?(?:\.\w+)?(?:[/:]|$)")
"""The beginning of an address, with what names the site in a group."""


def without_site(title: str, site: str | None, url: str | None) -> str:
    """A title without the name of its site at its end or beginning."""
    names = {key_of(name) for name in (site, host_name(url)) if name}
    cuts = list(SEPARATORS.finditer(title))
    for cut in BEFORE_NAME.finditer(title):
        if len(title) - cut.end() <= _LONGEST and key_of(title[cut.end() :]) in names:
            return _without_section(title[: cut.start()].strip())
    for cut in reversed(cuts):
        if key_of(title[: cut.start()]) in names:
            return title[cut.end() :].strip()
    last = cuts[-1] if cuts else None
    if last is not None and last[0].strip() not in COLONS:
        rest, end = title[: last.start()], title[last.end() :]
        tail = key_of(end)
        if any(tail in name or name in tail for name in names if min(len(name), len(tail)) > 3):
            return rest.strip()
        if last[0].strip() in BARS and len(words_in(rest)) > len(words_in(end)):
            return rest.strip()
        if "_" in last[0]:
            first, *others = UNDERSCORES.split(title)
            is_title = len(words_in(first)) > max(len(words_in(part)) for part in others)
            return first if is_title else title
    return title


def without_slogan(site: str, url: str | None) -> str:
    """The name of a site without what it says of itself: the part that the host is called by."""
    host = key_of(host_name(url) or "")
    first, *others = SEPARATORS.split(site)[:MOST_CUTS]
    name = key_of(first)
    if others and len(name) > _SHORT and host and (name in host or host in name):
        return first.strip()
    return next((part.strip() for part in others if host and host in key_of(part)), site)


def site_beside(heading: str, title: str, url: str | None) -> str | None:
    """The name of the site in the title of a page, which has it after or before that of an article.

    Args:
        heading: The article's title.
        title: The page's.
        url: The page's address; a name before the article's title is like its host's.
    """
    own = words_in(heading)
    host = key_of(host_name(url) or "")
    for cut in islice(PARTS.finditer(title), MOST_CUTS) if own else ():
        before, after = title[: cut.start()], title[cut.end() :]
        name = ""
        if words_in(before) == own:
            name = PARTS.split(after)[-1]
        elif words_in(after) == own and host and host in key_of(before):
            name = before
        if 0 < len(words_in(name)) <= _NAME and not name[-1].isdigit() and not has_byline(name):
            return name.strip()
    return None


def _without_section(title: str) -> str:
    """A title without the name of a part of its site behind a bar."""
    rest, bar, end = title.rpartition(" | ")
    is_section = bar and len(runs_in(end)) <= _SECTION < len(runs_in(rest))
    return rest.strip() if is_section else title


def host_name(url: str | None) -> str | None:
    """The part of an address's host that names the site: `example` of `www.example.co.uk`."""
    match = _HOST.match(url or "")
    return match[1] if match else None
