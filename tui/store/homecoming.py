"""Bringing rescued drafts home: what is in the second place goes into the folder of drafts.

Nothing is lost and nothing shortened by that. Where the draft's file went on in the meantime, the
longer text stays in it, and the other one becomes a version.
"""

from __future__ import annotations

import logging
from pathlib import Path

from tui.errors import DraftError
from tui.store.atomic import explain
from tui.store.draft import Draft
from tui.store.drafts import DraftStore
from tui.store.rescue import rescued
from tui.store.versions import VersionKind

_log = logging.getLogger(__name__)


def bring_home(store: DraftStore) -> list[str]:
    """Put every rescued draft in its place.

    Returns:
        Sentences for the user: what was brought home, and what could not be.
    """
    sentences = []
    for path in store.rescue.waiting():
        try:
            sentence = _bring(store, rescued(path))
        except FileNotFoundError:  # another copy of the program was faster
            continue
        except (ValueError, OSError) as error:
            reason = explain(error, path) if isinstance(error, OSError) else f"{path}: {error}"
            sentences.append(f"A rescued draft could not be read: {reason}.")
            continue
        except DraftError as error:
            _log.warning("a rescued draft stays where it is", exc_info=True)
            sentences.append(f"{str(error).removesuffix('.')}; the text is safe in {path}.")
            continue
        store.rescue.done(path)
        sentences += [sentence] if sentence else []
    return sentences


def _bring(store: DraftStore, draft: Draft) -> str | None:
    """Put one draft in its place; what to tell of it, or None where nothing is new."""
    found = store.glance(draft.id)
    if found is None and store.is_discarded(draft.id):
        store.set_aside(draft, VersionKind.RESCUED)
        return None
    if isinstance(found, Draft):
        if found.body == draft.body:
            return None
        if found.revision != draft.revision and len(found.body) > len(draft.body):
            store.set_aside(draft, VersionKind.RESCUED)
            return f"{_name(draft)} went on after it was rescued, which is kept as a version."
    saved = store.put(draft, is_rescued=True)
    if saved.theirs is not None:
        return f"{_name(draft)} is brought home; what was in its file is kept as a version."
    return f"{_name(draft)}, which could not be saved before, is brought home."


def _name(draft: Draft) -> str:
    whom = "" if draft.parent is None else f" to {draft.parent.author or 'a comment'}"
    return f"Your reply{whom} on “{draft.page.title or Path(draft.page.source).name}”"
