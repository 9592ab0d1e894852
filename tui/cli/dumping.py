"""`rejoinder dump`: a page without the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cli.loading import keep_patterns
from tui.cli.output import emit, width as default_width
from tui.errors import QueryError, RejoinderError, UsageError
from tui.fetch import open_blocking
from tui.model import Page

if TYPE_CHECKING:  # what filters and orders need is loaded where there are any
    from collections.abc import Callable

    from tui.reading.selection import Selection


class Choice(Struct, frozen=True):
    """What of a page to print.

    Attributes:
        wanted: A filter for the comments, or None for all.
        order: Their order.
        only: `article`, `thread` or `branch`, or None for all of the page.
    """

    wanted: str | None = None
    order: str = "page"
    only: str | None = None


ALL = Choice()


def dump(
    source: str,
    choice: Choice = ALL,
    *,
    form: str = "text",
    output: str | None = None,
    width: int | None = None,
    offline: bool = False,
    whole: bool = False,
) -> int:
    """Print a page, or a part of it, or write it to a file.

    A fragment in the source names the comment of a branch, and makes no difference else.

    Args:
        source: Where the page is.
        choice: What of it to print.
        form: `text`, `markdown`, `html` or `json`.
        output: The file, or None for standard output.
        width: The width of text in cells, or None for the terminal's.
        offline: Whether the page comes from the library, never from the network.
        whole: Whether the rest of the page is fetched, where that comes from the network.

    Raises:
        UsageError: The filter cannot be understood, or no comment is named for a branch.
        RejoinderError: The page cannot be had, or the file cannot be written.
    """
    part_of = _selector(choice.wanted, choice.order)
    page = _kept(source) if offline else None
    if page is None:
        page = open_blocking(source).page
        if whole:
            page = _whole(page)
    if choice.only is not None:
        page = _only(page, choice.only, source)
    part = part_of(page)
    if form == "text":
        width = width or (default_width() if output is None else 80)
    emit(_printed(page, form, source, width or 80, part), output)
    keep_patterns()
    return 0


def _printed(page: Page, form: str, source: str, width: int, part: Selection | None) -> str:
    """A page in a form, which alone is loaded."""
    match form:
        case "json":
            from tui.dump.jsonform import dump_json  # noqa: PLC0415 -- as said, and the next three

            return dump_json(page, source, part) + "\n"
        case "markdown":
            from tui.dump.markdown import dump_markdown  # noqa: PLC0415

            return dump_markdown(page, part)
        case "html":
            from tui.dump.html import dump_html  # noqa: PLC0415

            return dump_html(page, part)
        case _:
            from tui.dump.text import dump_text  # noqa: PLC0415

            return dump_text(page, width, part)


def _kept(source: str) -> Page | None:
    """The copy of a page; None for a file or a pipe, which need no network."""
    from tui.cli.offline import kept_page  # noqa: PLC0415 -- loads the store

    return kept_page(source)


def _whole(page: Page) -> Page:
    """A page with the other parts of its article and the other pages of its comments."""
    from tui.fetch.whole import has_rest  # noqa: PLC0415 -- seldom needed, as the next two

    if not has_rest(page):
        return page
    import asyncio  # noqa: PLC0415

    from tui.fetch.whole.gathering import with_rest  # noqa: PLC0415

    return asyncio.run(with_rest(page))


def _only(page: Page, only: str, source: str) -> Page:
    """A part of a page; the comment at the top of a branch is named by the source's fragment."""
    from tui.fetch import locate  # noqa: PLC0415 -- seldom needed, as the next two
    from tui.reading.links import comment_at  # noqa: PLC0415
    from tui.reading.parts import Part, part_of  # noqa: PLC0415

    part = Part(only)
    index = None
    if part is Part.BRANCH:
        _, fragment = locate(source)
        if fragment is None:
            raise UsageError("A branch needs its comment; name it after a #, as in page.html#3.")
        index = comment_at(page.thread, fragment) if page.thread is not None else None
        if index is None:
            raise RejoinderError(f"The page has no comment that is called {fragment}.")
    return part_of(page, part, index)


def _selector(wanted: str | None, order: str) -> Callable[[Page], Selection | None]:
    """What picks the comments of a page to print; a wrong filter is told before it is fetched."""
    if wanted is None and order == "page":
        return lambda _: None
    from tui.cli.knowing import facts_of  # noqa: PLC0415 -- loads the stores
    from tui.reading.arrangement import Order  # noqa: PLC0415 -- seldom needed, as the next two
    from tui.reading.query import parse_query  # noqa: PLC0415
    from tui.reading.selection import select  # noqa: PLC0415

    try:
        query = None if wanted is None else parse_query(wanted)
    except QueryError as error:
        raise UsageError(str(error)) from error

    def part_of(page: Page) -> Selection | None:
        if page.thread is None:
            return None
        matched = None
        if query is not None:
            matched = query.matching(facts_of(page, page.thread))
        return select(page.thread, Order(order), matched)

    return part_of
