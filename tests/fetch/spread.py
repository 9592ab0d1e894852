"""A post that a site spreads over several pages: its comments, and the parts of its article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from tests.fetch.servers import Answer

PATH = "/2026/03/dijk/"
FIRST = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 -- as a page without a zone shows it
TOLD = "<p>Het water stond die week hoger dan in jaren, en de dijk hield het maar net. </p>"


def comments_page(
    numbers: Sequence[int],
    *links: str,
    says: int | None = None,
    parents: Mapping[int, int] | None = None,
    title: str = "De dijk",
) -> Answer:
    """A page of comments, with links to others of its kind.

    Args:
        numbers: The ids of the comments, each written an hour after the one before.
        links: The links of the pager, as HTML.
        says: How many comments the page says there are, or None.
        parents: The comments that those of some ids stand below.
        title: The post's.
    """
    parents = parents or {}
    below: dict[int | None, list[int]] = {}
    for number in numbers:
        below.setdefault(parents.get(number), []).append(number)

    def written(number: int) -> str:
        at = FIRST + timedelta(hours=number)
        children = "".join(map(written, below.get(number, ())))
        nested = f'<ol class="children">{children}</ol>' if children else ""
        return (
            f'<li id="comment-{number}" class="comment depth-1">'
            f'<article id="div-comment-{number}" class="comment-body">'
            f'<footer class="comment-meta"><b class="fn">Lezer {number}</b> '
            f'<a href="{PATH}#comment-{number}"><time datetime="{at.isoformat()}">'
            f"{at:%d/%m/%Y %H:%M}</time></a></footer>"
            f'<div class="comment-content"><p>Reactie nummer {number}.</p></div></article>'
            f"{nested}</li>"
        )

    listed = "".join(map(written, below.get(None, ())))
    heading = "" if says is None else f'<h2 class="comments-title">{says} reacties</h2>'
    pager = f'<nav class="comments-pagination">{" ".join(links)}</nav>' if links else ""
    return _page(
        title,
        TOLD * 6,
        f'<div id="comments" class="comments-area">{heading}<ol class="comment-list">{listed}</ol>'
        f"{pager}</div>",
    )


def part_page(number: int, count: int, words: str, after: str = "") -> Answer:
    """A part of an article, with the links to the others.

    Args:
        number: Which one, from 1.
        count: How many there are.
        words: What it tells besides.
        after: HTML after the article.
    """
    links = " ".join(
        f'<span class="post-page-numbers current">{each}</span>'
        if each == number
        else f'<a class="post-page-numbers" href="{part_path(each)}">{each}</a>'
        for each in range(1, count + 1)
    )
    pages = f'<div class="page-links">Pagina\'s: {links}</div>'
    return _page("De dijk", f"<p>{words}</p>{_told(number)}{pages}", after)


def _told(number: int) -> str:
    """What a part of an article tells, in words of its own."""
    return "".join(
        f"<p>Dag {number * 10 + day}: het water stond hoog, en de dijk hield het net.</p>"
        for day in range(6)
    )


def part_path(number: int) -> str:
    """Where a part of an article is."""
    return PATH if number == 1 else f"{PATH}{number}/"


def comments_path(number: int) -> str:
    """Where a page of comments is."""
    return f"{PATH}comment-page-{number}/"


def older(number: int) -> str:
    """The link to an older page of comments."""
    return f'<a href="{comments_path(number)}#comments">Oudere reacties</a>'


def newer(number: int) -> str:
    """The link to a newer page of comments."""
    return f'<a href="{comments_path(number)}#comments">Nieuwere reacties</a>'


def _page(title: str, article: str, after: str) -> Answer:
    return Answer(
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8">'
        f'<meta name="generator" content="WordPress 6.5.5"><title>{title}</title></head>'
        f"<body><article><h1>{title}</h1>{article}</article>{after}</body></html>".encode()
    )
