"""One draft while it is being written: what was typed, and what of it is on disk."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock

from tui.app.services import Services
from tui.model import Block, Heading, ListBlock, Paragraph, Preformatted, Quote, blocks_text
from tui.store.draft import Draft, PageRef, ParentRef


class Writing:
    """A draft in the making. It comes to be on disk with its first change.

    Attributes:
        page: The page that it belongs to.
        parent: The comment that it answers, or None for the article.
        draft: What is on disk, or None as long as nothing is.
        body: What was typed.
    """

    def __init__(
        self,
        services: Services,
        page: PageRef,
        parent: ParentRef | None,
        *,
        draft: Draft | None = None,
        body: str = "",
    ) -> None:
        self.page = page
        self.parent = parent
        self.draft = draft
        self.body = draft.body if draft else body
        self._untouched = self.body
        self._services = services
        self._lock = Lock()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on disk yet."""
        if self.draft is None:
            return self.body != self._untouched
        return self.body != self.draft.body

    def write(self) -> Draft | None:
        """Put what was typed on disk; safe to call from any thread.

        Returns:
            The draft, or None where there is nothing to keep.

        Raises:
            DraftError: It could not be written; the text is still here.
        """
        with self._lock:
            if self.unsaved:
                self.draft = self._services.with_drafts(
                    lambda store: (
                        store.create(self.page, self.parent, self.body)
                        if self.draft is None
                        else store.save(replace(self.draft, body=self.body))
                    )
                )
            return self.draft

    @property
    def title(self) -> str:
        """Whom or what it answers."""
        if self.parent is None:
            return "Reply to the article"
        return f"Reply to {self.parent.author or 'a comment'}"


def quoted(blocks: tuple[Block, ...]) -> str:
    """Blocks as a Markdown quote with an empty line under it; nothing for no blocks."""
    paragraphs = [text for block in blocks for text in _quotable(block)]
    if not paragraphs:
        return ""
    lines = "\n\n".join(paragraphs).split("\n")
    return "".join(f"> {line}\n" if line else ">\n" for line in lines) + "\n"


def _quotable(block: Block) -> list[str]:
    """The text of a block, a quote in it quoted once more."""
    match block:
        case Quote(blocks):
            return [quoted(blocks).rstrip("\n")]
        case Preformatted(text):
            return ["\n".join(f"    {line}" for line in text.split("\n"))]
        case ListBlock(items):
            return ["\n".join(f"- {blocks_text(item)}" for item in items)]
        case Paragraph() | Heading():
            return [blocks_text((block,))]
        case _:
            text = blocks_text((block,))
            return [text] if text else []
