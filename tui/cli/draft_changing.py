"""Changes to drafts by commands: tags, versions, discarding and taking back."""

from __future__ import annotations

import sys

from tui.cli.called import Arguments
from tui.cli.draft_choosing import discarded, matching
from tui.cli.output import emit, one_line
from tui.dump.drafts import addressee
from tui.errors import DraftError, UsageError
from tui.reading.differences import first_difference
from tui.store.bookmarks import split_tags
from tui.store.draft import Draft
from tui.store.draftlist import KINDS
from tui.store.drafts import DraftStore
from tui.store.versions import Version

_EXCERPT = 60  # characters


def tag(store: DraftStore, args: Arguments) -> None:
    """Give a draft tags, besides those that it has."""
    draft = matching(store, args.id)
    more = split_tags(" ".join(args.tags))
    _retag(store, draft, (*draft.tags, *(each for each in more if each not in draft.tags)))


def untag(store: DraftStore, args: Arguments) -> None:
    """Take tags off a draft; all where none is named."""
    draft = matching(store, args.id)
    less = split_tags(" ".join(args.tags)) or draft.tags
    _retag(store, draft, tuple(each for each in draft.tags if each not in less))


def _retag(store: DraftStore, draft: Draft, tags: tuple[str, ...]) -> None:
    store.amend(draft.id, tags=tags)
    told = " ".join(f"#{each}" for each in tags) or "no tags"
    sys.stderr.write(f"{draft.id}: {one_line(told, 200)}\n")


def list_versions(store: DraftStore, args: Arguments) -> None:
    """Print the versions of a draft, the newest first, each with the first line that differs."""
    draft = matching(store, args.id)
    lines = []
    for number, version in enumerate(store.versions(draft.id), 1):
        body = store.version_body(version)
        differs = first_difference(draft.body, body) or "(the same text)"
        lines.append(
            f"{number:>3}  {version.at.astimezone():%Y-%m-%d %H:%M:%S}  {len(body.split()):>5} "
            f"words  {KINDS[version.kind]}: {one_line(differs, _EXCERPT)}\n"
        )
    emit("".join(lines) or "No earlier versions are kept.\n")


def version_of(store: DraftStore, draft: Draft, number: int) -> Version:
    """The version of a number, as they are listed.

    Raises:
        DraftError: There is none.
    """
    versions = store.versions(draft.id)
    if not 1 <= number <= len(versions):
        raise DraftError(f"There is no version {number} of {draft.id}; it has {len(versions)}.")
    return versions[number - 1]


def restore(store: DraftStore, args: Arguments) -> None:
    """Take a discarded draft back, or put a version in the place of a draft."""
    if args.version is None:
        draft = discarded(store, args.id)
        store.restore(draft.id)
        sys.stderr.write(f"Taken back: the draft {addressee(draft)}.\n")
        return
    draft = matching(store, args.id)
    version = version_of(store, draft, args.version)
    store.restore_version(draft.id, version)
    sys.stderr.write(
        f"{draft.id} says what it said at {version.at.astimezone():%Y-%m-%d %H:%M:%S} again; "
        "what it said until now is kept as a version.\n"
    )


def discard(store: DraftStore, args: Arguments) -> None:
    """Discard a draft after a yes.

    Raises:
        UsageError: Nobody can be asked.
    """
    draft = matching(store, args.id)
    if not args.yes:
        if not sys.stdin.isatty():
            raise UsageError("Nobody can be asked here; to discard a draft, add --yes.")
        sys.stderr.write(f"Discard the draft {addressee(draft)}? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
            sys.stderr.write("Nothing was discarded.\n")
            return
    store.discard(draft.id)
    sys.stderr.write(f"Discarded; it is kept in {store.folder / 'discarded'}.\n")
