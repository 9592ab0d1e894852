"""`rejoinder drafts`: drafts without the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tui.cli import draft_changing
from tui.cli.called import Arguments
from tui.cli.draft_choosing import matching, sifted
from tui.cli.output import STANDARD, emit, one_line, width
from tui.dump.draft_files import DraftOrder, files_of, write_files
from tui.dump.drafts import addressee, draft_json, draft_text, dump_drafts
from tui.dump.exports import Form
from tui.dump.jsonform import to_line
from tui.errors import DraftError
from tui.store.draft import Draft
from tui.store.draftlist import own_words
from tui.store.drafts import DraftStore
from tui.store.homecoming import bring_home
from tui.store.places import Places

_EXCERPT = 60  # characters

_CHANGES = {
    "tag": draft_changing.tag,
    "untag": draft_changing.untag,
    "versions": draft_changing.list_versions,
    "restore": draft_changing.restore,
    "discard": draft_changing.discard,
}


def drafts(args: Arguments) -> int:
    """Do what the action of `rejoinder drafts` asks.

    Raises:
        RejoinderError: It could not be done.
    """
    store = DraftStore.at(Places.find(os.environ))
    for sentence in bring_home(store):
        sys.stderr.write(f"rejoinder: {one_line(sentence, 500)}\n")
    for problem in store.problems():
        sys.stderr.write(f"rejoinder: {one_line(problem.sentence, 500)}\n")
    match args.action:
        case "list":
            some = sifted(store.discarded() if args.discarded else store.all(), args)
            emit(_listed(some, as_json=args.json))
        case "show":
            _show(store, args)
        case "export":
            named = dict.fromkeys(matching(store, wanted) for wanted in args.ids)
            _export(sifted(named or store.all(), args), Form(args.format), args.output)
        case action:
            _CHANGES[action](store, args)
    return 0


def _listed(some: Sequence[Draft], *, as_json: bool) -> str:
    if as_json:
        lines = ",\n".join(to_line(draft_json(draft)) for draft in some)
        return f"[\n{lines}\n]\n" if lines else "[]\n"
    if not some:
        return "There are no drafts.\n"
    return "".join(
        f"{draft.id}  {draft.changed.astimezone():%Y-%m-%d %H:%M}  {draft.state:<11}  "
        f"{addressee(draft)}: {_excerpt(draft)}{_tags(draft)}\n"
        for draft in some
    )


def _excerpt(draft: Draft) -> str:
    return one_line(own_words(draft.body), _EXCERPT) or "(empty)"


def _tags(draft: Draft) -> str:
    tags = one_line(" ".join(f"#{tag}" for tag in draft.tags), 200)
    return f"  {tags}" if tags else ""


def _show(store: DraftStore, args: Arguments) -> None:
    draft = matching(store, args.id)
    if args.version is not None:
        version = draft_changing.version_of(store, draft, args.version)
        _write(store.version_body(version))
    elif args.body:
        _write(draft.body)
    else:
        emit(draft_text(draft, width()))


def _write(body: str) -> None:
    """A text byte for byte."""
    sys.stdout.buffer.write(body.encode("utf-8", "surrogatepass"))


def _export(some: Sequence[Draft], form: Form, output: str | None) -> None:
    if output is None or output == STANDARD:
        emit(dump_drafts(some, form, width()))
    elif not some:  # an earlier export in that place stays
        raise DraftError("There are no such drafts, so nothing was written.")
    else:
        write_files(files_of(some, DraftOrder(form, output)))
