"""The names of a page: the addresses and paths by which it is known from one visit to the next.

A page that is read again may call itself otherwise: by https, by the address of its second page of
comments, by a shorter one. What is kept of it is found by any of its names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias
from urllib.parse import parse_qsl, quote, urlencode

from tui.model import Page

PageNames: TypeAlias = frozenset[str]
"""Names of one page, as `names_of` makes them."""

PIPE = "-"
"""What opens a pipe, which is no name: each has other bytes."""

_ADDRESS = re.compile(r"(?i:https?)://(?P<host>[^/?#]*)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?")
_COMMENT_PAGE = re.compile(r"/comment-page-[0-9]+(?=/|$)")  # WordPress's pages of comments
_PAGING = frozenset({"cpage", "comment-page", "comment_page", "commentpage", "page"})
_ROOTS = frozenset({"", "/index.php", "/index.html"})


def names_of(page: Page, source: str | None = None) -> PageNames:
    """All names of a page.

    Args:
        page: The page.
        source: What it was opened by, or None where that is not known.
    """
    return _names((page.key, page.url, page.canonical, source))


def kept_names(key: str, source: str) -> PageNames:
    """The names of a page that something was kept of.

    Args:
        key: The page's key then.
        source: What it was opened by then. A path counts only where the page had no address of its
            own: another page may have been saved there since.
    """
    return _names((key, source if is_address(source) or not is_address(key) else None))


def is_address(text: str) -> bool:
    """Whether a text is a web address."""
    return _ADDRESS.match(text) is not None


def bare_address(address: str) -> str:
    """An address without what may differ between two ways to the same page of an article.

    That is its scheme, a slash at its end, the number of a page of its comments, and its fragment.
    What is no web address stays as it is.
    """
    match = _ADDRESS.match(address)
    if match is None:
        return address
    path = _COMMENT_PAGE.sub("", match["path"]).rstrip("/")
    query = [pair for pair in parse_qsl(match["query"] or "", keep_blank_values=True)
             if not _is_paging(*pair, path)]  # fmt: skip
    bare = match["host"].lower() + quote(path, safe="/%:@!$&'()*+,;=~-._")
    return f"{bare}?{urlencode(query)}" if query else bare


def bare_permalink(permalink: str) -> tuple[str, str]:
    """A comment's address as the bare address of its page, perhaps empty, and the fragment."""
    page, _, fragment = permalink.partition("#")
    return bare_address(page), fragment


def _is_paging(name: str, value: str, path: str) -> bool:
    """Whether a query's field is the number of a page; at the root, `page` may name an article."""
    if not value.isdecimal() or name.lower() not in _PAGING:
        return False
    return name.lower() != "page" or path not in _ROOTS


def _names(names: Iterable[str | None]) -> PageNames:
    return frozenset(bare_address(name) for name in names if name and name != PIPE)
