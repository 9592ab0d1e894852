"""Replies: begun at a comment or the article, gone on with, and what they quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app import dialogs
from tui.app.reader.base import ReadingScreen
from tui.app.reader.desk import Desk
from tui.app.reader.drafts import PageDrafts
from tui.app.reader.feature import Feature
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.thread_pane import ThreadPane
from tui.model import Block, Comment
from tui.reading.quoting import from_article, quoted, quoted_text
from tui.store.draft import Draft, DraftState

if TYPE_CHECKING:  # loaded with the first reply
    from tui.store.writing import Writing

_LEFT = frozenset({DraftState.SENDING, DraftState.SENT, DraftState.UNKNOWN})
"""How far a draft has come when its text is no longer its writer's alone."""


class Replies(Feature):
    """Begins replies, and goes on with drafts of the page."""

    def __init__(self, screen: ReadingScreen, drafts: PageDrafts, desk: Desk) -> None:
        super().__init__(screen)
        self._drafts, self._desk = drafts, desk

    # Beginning

    def to_article(self, *, quotes: tuple[Block, ...]) -> None:
        """Begin a reply to the article, with a passage of it unless another is selected."""
        selected = self.article.passage_selected() if quotes else ()
        self._begin(None, selected or quotes)

    def to_comment(self, comment: Comment, *, quotes: bool) -> None:
        """Begin a reply to a comment, perhaps with what is selected of it, or with all of it."""
        thread = self.thread
        index = thread.comment_selected() if quotes else None
        is_selected = index is not None and thread.reading.key(index) == comment.key
        passage = thread.passage_selected() if is_selected else comment.blocks
        self._begin(comment, passage if quotes else ())

    def _begin(self, comment: Comment | None, quote: tuple[Block, ...]) -> None:
        """Begin a reply to a comment, or to the article, whose quote says that it is from there."""
        origin = from_article(None, self.page.language) if comment is None else None
        self.screen.clear_selection()
        self._begin_with(comment, quoted(quote, origin))

    def _begin_with(self, comment: Comment | None, body: str) -> None:
        """Begin a reply with some text in it."""
        from tui.store.writing import Writing, page_ref, parent_ref  # noqa: PLC0415 -- as above

        page = page_ref(self.page, self.screen.source)
        if comment is not None:
            self.thread.open_comment(comment.key)
        self._desk.open(Writing(self.services, page, parent_ref(comment), body=body))

    # Going on

    def go_on_with_asked(self) -> None:
        """Go to the draft that the page was opened for, now that it is read."""
        drafts = self._drafts
        draft_id = drafts.asked
        if draft_id is not None and draft_id in drafts.known:
            drafts.asked = None
            if drafts.asked_to_write:
                self.go_on(draft_id)
            else:
                drafts.show_one(draft_id)

    def go_on(self, draft_id: str) -> None:
        """Go on writing a draft; of one that has left, with its text in a new one, after a yes."""
        draft, placed = self._drafts.known.get(draft_id), self._drafts.where(draft_id)
        if draft is None:
            self._desk.hand_over_keys(None)
        elif placed is not None and placed.became is not None:
            self._desk.hand_over_keys(None)
            self._drafts.show_one(draft_id)
        elif draft.state in _LEFT:
            self._desk.hand_over_keys(None)
            from tui.send.telling import sentence_of  # noqa: PLC0415 -- as above

            told = sentence_of(draft)
            detail = f"{told} What was sent stays as it is; begin a new draft with its text?"
            dialog = dialogs.ConfirmDialog("This reply has left", detail)
            self.app.push_screen(dialog, lambda yes: self._begin_again(draft) if yes else None)
        else:
            self._open(draft)

    def _open(self, draft: Draft) -> None:
        """Open a draft where it stands, and tell whether what it answers has changed."""
        from tui.store.writing import Writing  # noqa: PLC0415 -- as above

        placed = self._drafts.where(draft.id)
        if placed is not None and placed.parent is not None:
            self.thread.open_comment(placed.parent)
        self.thread.go_to_draft(draft.id)
        if placed is not None and placed.anchored is not None and placed.anchored.changed:
            told = f"What this draft answers {placed.anchored.change} since it was begun."
            self.tell(told, 6, "warning")
        self._desk.open(Writing(self.services, draft.page, draft.parent, draft=draft))

    def _begin_again(self, draft: Draft) -> None:
        from tui.store.writing import Writing  # noqa: PLC0415 -- as above

        self._desk.open(
            Writing(self.services, draft.page, draft.parent, body=draft.body, markup=draft.markup)
        )

    # Quotes

    def action_quote(self) -> None:
        """Quote what the mouse selected, the comment, or the passage in sight, in the reply."""
        pane = self.article if self.screen.focused is self.article else self.thread
        passage, comment = self._quotable(pane)
        if passage:
            self.quote(passage, comment)
        else:
            self.tell("There is nothing to quote here.", 3)

    def _quotable(self, pane: ArticlePane | ThreadPane) -> tuple[tuple[Block, ...], Comment | None]:
        """What would be quoted of a pane, and the comment that it is from."""
        selected = pane.passage_selected()
        if isinstance(pane, ArticlePane):
            return selected or pane.passage_in_sight(), None
        thread = pane.thread
        index = pane.comment if not selected else pane.comment_selected()
        comment = None if index is None else thread.comments[index]
        return selected or (comment.blocks if comment else ()), comment

    def quote(self, passage: tuple[Block, ...], comment: Comment | None) -> None:
        """Quote a passage in the reply that is being written, or in a new one.

        The quote says where it is from, but for one of the very comment that is answered.

        Args:
            passage: The passage.
            comment: The comment that it is from, or None for the article.
        """
        composer = self._desk.composer
        parent = None if composer is None else composer.writing.parent
        is_answered = comment is not None and (
            composer is None or (parent is not None and parent.key == comment.key)
        )
        origin = self._from_article() if comment is None else comment.author
        quote = quoted(passage, None if is_answered else origin)
        self.screen.clear_selection()
        if composer is None:
            self.article.asking = self.thread.asking = True
            self._begin_with(comment, quote)
        else:
            composer.insert(quote)
            self.screen.set_focus(composer.front)

    def _from_article(self) -> str:
        """What a quote from the article says of where it is from."""
        composer = self._desk.composer
        answers_article = composer is None or composer.writing.parent is None
        title = None if answers_article else self.page.article.title
        return from_article(title, self.page.language)

    def quote_of_answered(self, writing: Writing) -> str:
        """What is answered, as a quote: all of a comment, of the article the passage in sight."""
        if writing.parent is None:
            return quoted(self.article.passage_in_sight(), self._from_article())
        index = self.thread.thread.index_of(self._desk.answered(writing) or "")
        if index is None:
            return quoted_text(writing.parent.text)
        return quoted(self.thread.thread.comments[index].blocks)
