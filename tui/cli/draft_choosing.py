"""Which drafts a command means: by the beginning of an id, by state, tag and page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.cli.called import Arguments
from tui.cli.output import one_line
from tui.errors import DraftError, UsageError
from tui.fetch import Address, locate
from tui.fetch.source import FileSource
from tui.reading.naming import bare_address, kept_names
from tui.reading.normalised import normalised
from tui.store.draft import Draft
from tui.store.drafts import DraftStore


def matching(store: DraftStore, wanted: str) -> Draft:
    """The one draft whose id begins so.

    Raises:
        UsageError: The id is empty.
        DraftError: There is none, or more than one.
    """
    return _only(store.all(), wanted, "draft", "`rejoinder drafts list` names those there are")


def discarded(store: DraftStore, wanted: str) -> Draft:
    """The one draft that was discarded and whose id begins so.

    Raises:
        UsageError: The id is empty.
        DraftError: There is none, or more than one.
    """
    listing = "`rejoinder drafts list --discarded` names those there are"
    return _only(store.discarded(), wanted, "discarded draft", listing)


def _only(drafts: Iterable[Draft], wanted: str, what: str, listing: str) -> Draft:
    if not wanted:  # a variable of a script that is not set does not name the only draft
        raise UsageError(f"The id of the {what} is empty; {listing}.")
    found = [draft for draft in drafts if draft.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    name = one_line(wanted, 40)
    if not found:
        raise DraftError(f"There is no {what} {name}; {listing}.")
    raise DraftError(f"{len(found)} drafts have an id that begins with {name}; give more of it.")


def sifted(drafts: Iterable[Draft], args: Arguments) -> list[Draft]:
    """The drafts in the state, with the tag and of the page that were asked for.

    Raises:
        SourceError: The page is named by no source.
    """
    tests: list[Callable[[Draft], bool]] = []
    if args.state:
        state = args.state.replace("-", " ")
        tests.append(lambda draft: draft.state == state)
    if args.tag:
        tag = normalised(args.tag.removeprefix("#"))
        tests.append(lambda draft: tag in map(normalised, draft.tags))
    if getattr(args, "page", None):
        source = _located(args.page)
        bare = bare_address(source)
        tests.append(
            lambda draft: (
                draft.page.source == source or bare in kept_names(draft.page.key, draft.page.source)
            )
        )
    return [draft for draft in drafts if all(test(draft) for test in tests)]


def _located(page: str) -> str:
    """The source of a page as drafts keep it."""
    match locate(page)[0]:
        case Address(url):
            return url
        case FileSource(path):
            return str(path)
        case _:
            return "-"
