"""`rejoinder drafts`: drafts without the screen."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.cli.output import emit, one_line, width
from tui.dump.jsonform import JsonObject, to_line
from tui.dump.wrapping import wrap
from tui.errors import DraftError, UsageError
from tui.model.codec import Json
from tui.parse.clean import clean
from tui.store.draft import Draft
from tui.store.drafts import DraftStore
from tui.store.output import write_output
from tui.store.places import Places

_EXCERPT = 60  # characters


def drafts(args: argparse.Namespace) -> int:
    """Do what the action of `rejoinder drafts` asks.

    Raises:
        RejoinderError: It could not be done.
    """
    store = DraftStore(Places.find(os.environ).drafts)
    for problem in store.problems():
        sys.stderr.write(f"rejoinder: {one_line(problem.sentence, 500)}\n")
    match args.action:
        case "list":
            emit(_listed(store.all(), as_json=args.json))
        case "show":
            draft = matching(store, args.id)
            if args.body:
                sys.stdout.buffer.write(draft.body.encode("utf-8", "surrogatepass"))
            else:
                emit(_shown(draft))
        case "export":
            some = [matching(store, wanted) for wanted in args.ids] or store.all()
            _export(some, args.format, args.output)
        case _:
            _discard(store, matching(store, args.id), sure=args.yes)
    return 0


def matching(store: DraftStore, wanted: str) -> Draft:
    """The one draft whose id begins so.

    Raises:
        DraftError: There is none, or more than one.
    """
    found = [draft for draft in store.all() if draft.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    name = one_line(wanted, 40)
    if not found:
        raise DraftError(
            f"There is no draft {name}; `rejoinder drafts list` names those there are."
        )
    raise DraftError(f"{len(found)} drafts have an id that begins with {name}; give more of it.")


def draft_json(draft: Draft) -> JsonObject:
    """A draft as docs/json.md describes it."""
    parent = draft.parent
    parent_json: Json = None
    if parent is not None:
        parent_json = {
            "key": parent.key,
            "author": parent.author,
            "date": parent.date,
            "permalink": parent.permalink,
            "text": parent.text,
        }
    page = draft.page
    return {
        "id": draft.id,
        "state": str(draft.state),
        "created": draft.created.isoformat(),
        "changed": draft.changed.isoformat(),
        "page": {"key": page.key, "source": page.source, "title": page.title},
        "parent": parent_json,
        "body": draft.body,
    }


def _listed(some: Sequence[Draft], *, as_json: bool) -> str:
    if as_json:
        lines = ",\n".join(to_line(draft_json(draft)) for draft in some)
        return f"[\n{lines}\n]\n" if lines else "[]\n"
    if not some:
        return "There are no drafts.\n"
    return "".join(
        f"{draft.id}  {draft.changed.astimezone():%Y-%m-%d %H:%M}  {draft.state:<11}  "
        f"{_addressee(draft)}: {one_line(draft.body, _EXCERPT) or '(empty)'}\n"
        for draft in some
    )


def _addressee(draft: Draft) -> str:
    title = one_line(draft.page.title or draft.page.source, _EXCERPT)
    if draft.parent is None:
        return f"on “{title}”"
    return f"to {one_line(draft.parent.author or 'Anonymous', 30)} on “{title}”"


def _shown(draft: Draft) -> str:
    """A draft for reading: what it answers, then its text, without anything a terminal acts on."""
    parent = draft.parent
    parts = [f"Draft {draft.id}, {draft.state}, {_addressee(draft)}", draft.page.source]
    if parent is not None:
        parts += ["", ", ".join(filter(None, (parent.author or "Anonymous", parent.date)))]
        parts += [f"> {line}".rstrip() for line in wrap(parent.text, width() - 2)]
    return clean("\n".join([*parts, "", draft.body.rstrip("\n")])) + "\n"


def _markdown(draft: Draft) -> str:
    """A draft as a Markdown document; the body stays as it was typed."""
    parent = draft.parent
    head = f"<!-- draft {draft.id}, {draft.state}, {_addressee(draft)} -->"
    parts = [head.replace("--", "- -").replace("<!- -", "<!--").replace("- ->", "-->")]
    if parent is not None:
        quoted = "\n".join(f"> {line}".rstrip() for line in clean(parent.text).split("\n"))
        parts.append(quoted)
    return "\n\n".join([*parts, draft.body])


def _export(some: Sequence[Draft], form: str, output: str | None) -> None:
    if output is not None and (Path(output).is_dir() or output.endswith(os.sep)):
        suffix = "json" if form == "json" else "md"
        for draft in some:
            data = to_line(draft_json(draft), 2) + "\n" if form == "json" else _markdown(draft)
            path = Path(output) / f"{draft.id}.{suffix}"
            write_output(path, data.encode("utf-8", "surrogatepass"))
    elif form == "json":
        emit(json.dumps([draft_json(draft) for draft in some], indent=2) + "\n", output)
    else:
        emit("\n\n---\n\n".join(_markdown(draft) for draft in some), output)


def _discard(store: DraftStore, draft: Draft, *, sure: bool) -> None:
    if not sure:
        if not sys.stdin.isatty():
            raise UsageError("Nobody can be asked here; to discard a draft, add --yes.")
        sys.stderr.write(f"Discard the draft {_addressee(draft)}? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
            sys.stderr.write("Nothing was discarded.\n")
            return
    store.discard(draft.id)
    sys.stderr.write(f"Discarded; it is kept in {store.folder / 'discarded'}.\n")
