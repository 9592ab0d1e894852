"""What is wrong among the files of drafts, and what can be done about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec.structs import replace

from tui.store.folder import DraftProblem, Files
from tui.store.history import History


def damage(files: Files, copies: Collection[Path], history: History) -> Iterator[DraftProblem]:
    """The files that are damaged or cut off.

    Args:
        files: The files of a folder.
        copies: Those that have the id of another one.
        history: Knows what was saved of each draft.
    """
    for path, found in files:
        if isinstance(found, DraftProblem):
            yield _advised(found, history)
        elif path in copies:
            what = f"{path} is a copy of another draft that cannot be parted from it."
            yield DraftProblem(path, what)
        elif history.cut_off(found.draft, path):
            what = f"{path} ends earlier than it was saved here last."
            yield _advised(DraftProblem(path, what, found.draft.id), history)


def _advised(problem: DraftProblem, history: History) -> DraftProblem:
    """A problem with what can be done about it."""
    if problem.draft_id is None or not history.all(problem.draft_id, None):
        return problem
    advice = f"Earlier versions of draft {problem.draft_id} are kept and can be restored."
    return replace(problem, sentence=f"{problem.sentence} {advice}")
