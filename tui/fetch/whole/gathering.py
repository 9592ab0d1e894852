"""A page with its rest: what there is of its article and its comments on other pages, joined."""

from __future__ import annotations

from asyncio import Event
from collections.abc import Iterator

from msgspec.structs import replace

from tui.fetch.fetched import Limits
from tui.fetch.http import new_client
from tui.fetch.parsing import PARSER_HERE, Parser
from tui.fetch.whole import Turned
from tui.fetch.whole.comments import gathered_thread
from tui.fetch.whole.parts import gathered_article
from tui.fetch.whole.turning import Turning
from tui.model import Page, Thread
from tui.parse.threads.notes import joined_note, loaded_note, missing_note

_LIMITS = Limits()
_UNREAD = "Not all of the rest was fetched."


async def with_rest(
    page: Page,
    *,
    turned: Turned = lambda _: None,
    parser: Parser = PARSER_HERE,
    limits: Limits = _LIMITS,
    stop: Event | None = None,
) -> Page:
    """A page with the rest of its article and of its comments.

    Where some of that cannot be had, the others are joined, and a note says why.

    Args:
        page: The page.
        turned: Is told how many further pages have come.
        parser: What makes pages of what was fetched.
        limits: How long to wait for each.
        stop: Set by whoever does not want to wait for more; what came is joined.
    """
    async with new_client(limits) as client:
        turning = Turning(page, client, parser, limits, turned, stop or Event())
        article = await gathered_article(page, turning)
        thread = await gathered_thread(page, article.pages, turning)
    forms = (page.form, *(other.form for other in article.pages))
    return replace(
        page,
        article=article.article,
        parts=article.parts,
        thread=thread,
        form=next(filter(None, forms), None),
        notes=tuple(_notes(page, thread, turning.fault)),
        joined=(*page.joined, *turning.read),
    )


def _notes(page: Page, thread: Thread | None, fault: str) -> Iterator[str]:
    """The notes of a page with its rest: what it lacks now, and not what it lacked before."""
    before = page.thread
    stated = before.stated_count or 0 if before is not None else 0
    done = {joined_note(stated, len(before or ()))}
    if before is not None:
        asked = {each.service for each in before.remote}
        asked -= {each.service for each in thread.remote} if thread is not None else set()
        done |= {missing_note(stated, len(before), before.remote), *map(loaded_note, asked)}
    yield from (note for note in page.notes if note not in done and not note.startswith(_UNREAD))
    if fault:
        yield f"{_UNREAD} {fault}"
    elif thread is not None and (thread.stated_count or 0) > len(thread):
        yield joined_note(thread.stated_count or 0, len(thread))
