"""Copies: of comments, passages and addresses."""

from __future__ import annotations

from functools import partial

from textual.actions import SkipAction

from tui.app.clipboard import copy_text
from tui.app.layout.comments import DraftItem
from tui.app.reader.feature import Feature
from tui.dump.passages import Citation, passage_markdown
from tui.model import Block, Comment


class Copying(Feature):
    """Puts things on the clipboard."""

    @property
    def comment(self) -> Comment | None:
        """The comment that the reader is at, where that is in the comments."""
        index = self.thread.comment
        if self.screen.focused is not self.thread or index is None:
            return None
        return self.thread.thread.comments[index]

    def action_copy(self) -> None:
        """Copy what the mouse selected, the comment, the draft, or the passage in sight."""
        item = self.thread.current
        comment = self.comment
        on_thread = self.screen.focused is self.thread
        selected = self.screen.get_selected_text()
        if selected:
            self.copy(selected, "The selection")
        elif on_thread and isinstance(item, DraftItem):
            self.copy(item.body, "The draft")
        elif comment is not None:
            self.copy(passage_markdown(comment.blocks), "The comment")
        elif on_thread:
            self.tell("There is no comment to copy.", 4)
        else:
            passage = self.article.passage_in_sight()
            if passage:
                self.copy_passage(passage, None)
            else:
                self.tell("There is no passage in sight.", 4)

    def copy_selected(self) -> None:
        """Copy what the mouse selected.

        Raises:
            SkipAction: Nothing is selected; the key may mean something else.
        """
        selected = self.screen.get_selected_text()
        if not selected:
            raise SkipAction
        self.copy(selected, "The selection")

    def action_copy_link(self) -> None:
        """Copy the comment's address, or the page's."""
        comment = self.comment
        address = self._address(comment)
        if address is None:
            self.tell("The page names no address for this.", 4)
        else:
            self.copy(address, "The link" if comment is None else "The comment's link")

    def copy_address(self, address: str) -> None:
        """Copy the address of a link that was picked."""
        self.copy(address, "The link")

    def copy_passage(self, passage: tuple[Block, ...], comment: Comment | None) -> None:
        """Copy a passage of the article, or of a comment, with where it is from."""
        article = self.page.article
        author = ", ".join(article.authors) if comment is None else comment.author
        citation = Citation(author, article.title, self._address(comment))
        self.copy(passage_markdown(passage, citation), "The passage")

    def _address(self, comment: Comment | None) -> str | None:
        """Where a comment is, or the page; of a file its path."""
        source = None if self.screen.source == "-" else self.screen.source
        page = self.page.canonical or self.page.url or source
        if comment is None:
            return page
        permalink = comment.permalink
        if permalink is None or not permalink.startswith("#"):
            return permalink
        return None if page is None else page.partition("#")[0] + permalink

    def copy(self, text: str, what: str) -> None:
        """Put a text on the clipboard, and tell what of that is known.

        Args:
            text: The text.
            what: What it is, as the beginning of a sentence.
        """
        self.run(partial(self._copy, text, what), "copy", exclusive=True)

    async def _copy(self, text: str, what: str) -> None:
        copied = await copy_text(self.app, text, what)
        if copied.sent:
            self.tell(copied.sentence, 4)
        else:
            self.complain(copied.sentence)
