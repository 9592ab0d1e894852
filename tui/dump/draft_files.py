"""Drafts written to a file, or to a folder that gets a file for each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from tui.dump.drafts import dump_draft, dump_drafts
from tui.dump.exports import SUFFIXES, Form, file_name
from tui.errors import RejoinderError
from tui.reading.parts import Part
from tui.store.draft import Draft
from tui.store.output import write_output


class DraftOrder(Struct, frozen=True):
    """How to export drafts.

    Attributes:
        form: In which form.
        path: Where to, as it was typed: a file, or a folder, which ends with a slash or is there.
    """

    form: Form
    path: str


def default_path(drafts: Sequence[Draft], form: Form) -> str:
    """A name for the file of some drafts."""
    if len(drafts) == 1:
        return file_name(f"reply {drafts[0].page.title or ''}", Part.PAGE, form)
    return file_name("drafts", Part.PAGE, form)


def renamed_path(path: str, drafts: Sequence[Draft], form: Form) -> str:
    """A path that was named for one form, for another; a folder stays what it is."""
    folder, slash, last = path.rpartition("/")
    if not last:
        return path
    for other in Form:
        if last == default_path(drafts, other):
            return folder + slash + default_path(drafts, form)
    stem, dot, suffix = last.rpartition(".")
    return f"{folder}{slash}{stem}{SUFFIXES[form]}" if dot + suffix in SUFFIXES.values() else path


def files_of(drafts: Sequence[Draft], order: DraftOrder) -> dict[Path, bytes]:
    """The files to write, by where they go.

    Raises:
        RejoinderError: The path is none.
    """
    try:
        path = Path(order.path).expanduser().absolute()
        if not (path.is_dir() or order.path.endswith(("/", os.sep))):
            return {path: _encoded(dump_drafts(drafts, order.form))}
    except (OSError, RuntimeError, ValueError) as error:
        raise RejoinderError(f"{order.path} is no file that can be written.") from error
    suffix = SUFFIXES[order.form]
    return {
        path / f"{draft.id}{suffix}": _encoded(dump_draft(draft, order.form)) for draft in drafts
    }


def write_files(files: dict[Path, bytes]) -> str:
    """Write files; what was written, for people.

    Raises:
        RejoinderError: One cannot be written; those before it are.
    """
    for path, data in files.items():
        write_output(path, data)
    first = next(iter(files), None)
    if first is None or len(files) == 1:
        return str(first or "nothing")
    return f"{len(files)} files in {first.parent}"


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
