"""The part of a page's view where replies begin: new ones, and drafts to go on with."""

from __future__ import annotations

from tui.model import Comment
from tui.plain import telling
from tui.plain.bookmarking import BookmarkingView
from tui.plain.commands import Asked, CommandError
from tui.plain.view import Lines
from tui.reading.quoting import from_article, quoted
from tui.send.telling import sentence_of, state_words
from tui.store.draft import Draft, DraftState
from tui.store.writing import Writing, page_ref, parent_ref

_LEFT = frozenset({DraftState.SENDING, DraftState.SENT, DraftState.UNKNOWN})
"""How far a draft has come when its text is no longer its writer's alone."""


class ReplyingView(BookmarkingView):
    """A page that is answered."""

    def do_reply(self, _asked: Asked) -> Lines:
        """Write a reply that quotes the comment, or the paragraph that was told last."""
        comment = self.answered()
        if comment is not None:
            yield from self._write(comment, quoted(comment.blocks))
        else:
            passage = self.blocks[max(self.block, 0) :][:1]
            yield from self._write(None, quoted(passage, from_article(None, self.page.language)))

    def do_reply_bare(self, _asked: Asked) -> Lines:
        """Write a reply without a quote."""
        yield from self._write(self.answered(), "")

    def _write(self, comment: Comment | None, body: str) -> Lines:
        page = page_ref(self.page, self.source)
        writing = Writing(self.stores, page, parent_ref(comment), body=body)
        yield from self.host.write(writing, self.read_drafts, self.page)

    # Drafts

    def comment_lines(self, index: int) -> list[str]:
        """A comment, and the drafts that answer it."""
        lines = super().comment_lines(index)
        for placed in self.placed_at(self.state.key(index)):
            draft = placed.draft
            told = f"Your {_kind(draft)}: {telling.beginning(draft)}"
            lines += self.host.wrapped(told + telling.change(placed))
        return lines

    def _draft(self, asked: Asked) -> Draft:
        """The draft here, by its number where there are several."""
        answered = self.answered()
        drafts = self.drafts_at(answered.key if answered else None)
        if not drafts:
            raise CommandError("There is no draft here; r begins one, D lists all.")
        if asked.count is None and len(drafts) == 1:
            return drafts[0]
        if asked.count is None or not 1 <= asked.count <= len(drafts):
            raise CommandError(f"There are {len(drafts)} drafts here; name one by its number.")
        return drafts[asked.count - 1]

    def do_edit(self, asked: Asked) -> Lines:
        """Go on writing a draft."""
        yield from self._go_on(asked, in_editor=False)

    def do_editor(self, asked: Asked) -> Lines:
        """Go on writing a draft in the user's own editor."""
        yield from self._go_on(asked, in_editor=True)

    def _go_on(self, asked: Asked, *, in_editor: bool) -> Lines:
        """Go on writing a draft; of one that has left, with its text in a new one, after a yes."""
        draft = self.stores.drafts.get(self._draft(asked).id)
        page, parent = draft.page, draft.parent
        if draft.state not in _LEFT:
            writing = Writing(self.stores, page, parent, draft=draft)
            yield from self.host.write(writing, self.read_drafts, self.page, in_editor=in_editor)
            return
        again = Writing(self.stores, page, parent, body=draft.body, markup=draft.markup)
        yield from self.host.ask(
            f"This reply has left: {sentence_of(draft)} Begin a new draft with its text?",
            lambda: self.host.write(again, self.read_drafts, self.page, in_editor=in_editor),
        )

    def do_discard(self, asked: Asked) -> Lines:
        """Discard a draft after a yes."""
        yield from self.host.discard(self._draft(asked), self.read_drafts)


def _kind(draft: Draft) -> str:
    """What a draft is by now."""
    if draft.state is DraftState.DRAFT:
        return "draft"
    return f"reply, {state_words(draft)}"
