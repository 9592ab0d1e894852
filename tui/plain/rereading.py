"""The part of a page's view that looks back: at what drafts answer, and at their versions."""

from __future__ import annotations

from collections.abc import Iterator

from tui.plain import telling
from tui.plain.commands import Asked, CommandError
from tui.plain.dispatching import DispatchingView
from tui.plain.view import Lines
from tui.reading.anchoring import Change, text_now
from tui.reading.differences import Kind, differences, first_difference
from tui.store.draft import Draft
from tui.store.draftlist import KINDS
from tui.store.versions import Version


class RereadingView(DispatchingView):
    """A page whose drafts tell what they were written about and how they came about."""

    _listed: tuple[Draft, list[Version]] | None = None

    def do_answered(self, asked: Asked) -> Lines:
        """Tell what a draft answers, as it was then and what changed since."""
        draft = self._draft(asked)
        placed = next(each for each in self.placed if each.draft.id == draft.id)
        parent, anchored = draft.parent, placed.anchored
        if parent is None or anchored is None:
            yield "This draft answers the article."
            return
        yield from self.host.wrapped(f"What this draft answers {anchored.change}.")
        by = ", ".join(filter(None, (telling.name(parent.author), parent.date)))
        yield from self.host.wrapped(f"{by}:")
        for line in parent.text.split("\n"):
            yield from self.host.wrapped(line)
        if anchored.index is not None and anchored.change is Change.EDITED:
            now = text_now(self.state.thread.comments[anchored.index])
            for sentence in _changes(parent.text, now):
                yield from self.host.wrapped(sentence)

    def do_versions(self, asked: Asked) -> Lines:
        """List the earlier versions of a draft."""
        draft = self.stores.drafts.get(self._draft(asked).id)
        versions = self.stores.drafts.versions(draft.id)
        self._listed = draft, versions
        for number, version in enumerate(versions, 1):
            body = self.stores.drafts.version_body(version)
            words = first_difference(draft.body, body)
            told = telling.first_words(words) if words else "the same text"
            at = f"{version.at.astimezone():%Y-%m-%d %H:%M:%S}"
            size = telling.many(len(body.split()), "word")
            yield from self.host.wrapped(f"{number}: {at}, {KINDS[version.kind]}, {size}: {told}")
        if versions:
            yield "restore and a number puts one in the place of the draft, which is kept."
        else:
            yield "No earlier versions are kept yet."

    def do_restore(self, asked: Asked) -> Lines:
        """Put a version of those listed last in the place of the draft, after a yes."""
        if self._listed is None:
            raise CommandError("List the versions of a draft first, with V.")
        draft, versions = self._listed
        if asked.count is None or not 1 <= asked.count <= len(versions):
            raise CommandError(f"Name a version by its number; there are {len(versions)}.")
        version = versions[asked.count - 1]

        def yes() -> Lines:
            self.stores.drafts.restore_version(draft.id, version)
            self._listed = None
            self.read_drafts()
            yield "Restored; what the draft said until now is kept as a version."

        yield from self.host.ask(f"Put version {asked.count} in the place of the draft?", yes)


def _changes(before: str, now: str) -> Iterator[str]:
    """What was taken out of a text and put into it, in sentences."""
    words = {Kind.BEFORE: "Taken out", Kind.AFTER: "Put in"}
    for text, kind in differences(before, now):
        told = " ".join(text.split())
        if kind in words and told:
            yield f"{words[kind]}: {told}"
