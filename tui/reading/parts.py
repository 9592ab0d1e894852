"""Parts of a page that are pages themselves: the article, the thread, one branch of it."""

from __future__ import annotations

from enum import StrEnum

from msgspec.structs import replace

from tui.model import Page, Thread


class Part(StrEnum):
    """What of a page is taken along."""

    PAGE = "page"
    ARTICLE = "article"
    THREAD = "thread"
    BRANCH = "branch"
    """A comment and all that hangs under it."""


def part_of(page: Page, part: Part, index: int | None = None) -> Page:
    """A page with nothing but a part of it; its title, authors and address stay.

    Args:
        page: The page.
        part: What to leave of it.
        index: The comment at the top of the branch, by its index in the thread; without one, a
            branch is the whole thread.
    """
    match part:
        case Part.PAGE:
            return page
        case Part.ARTICLE:
            return replace(page, thread=None, form=None)
        case Part.THREAD:
            return replace(_without_article(page), notes=page.notes)
        case Part.BRANCH:
            if page.thread is None or index is None:
                return _without_article(page)
            return replace(_without_article(page), thread=branch(page.thread, index), notes=())


def branch(thread: Thread, index: int) -> Thread:
    """A comment and all below it, as a thread of its own."""
    within = {index}
    for each in thread.preorder:
        if thread.comments[each].parent in within:
            within.add(each)
    kept = sorted(within)
    places = {each: place for place, each in enumerate(kept)}
    comments = []
    for each in kept:
        parent = thread.comments[each].parent
        above = None if parent is None or each == index else places[parent]
        comments.append(replace(thread.comments[each], parent=above))
    return replace(thread, comments=tuple(comments), stated_count=None, more=(), remote=())


def _without_article(page: Page) -> Page:
    return replace(page, article=replace(page.article, blocks=()), form=None, parts=None)
