"""A page made of what a draft kept of it, for when it cannot be had in any other way."""

from __future__ import annotations

from tui.model import Article, Comment, Page, Paragraph, ShownDate, Span, Thread
from tui.parse.clean import clean, clean_line
from tui.reading.naming import is_address
from tui.store.draft import Draft, ParentRef

_HASHED = "sha256:"


def kept_page(draft: Draft, reason: str) -> Page:
    """The page of a draft: its title, and what the draft answers.

    Args:
        draft: The draft.
        reason: Why the page itself cannot be had, as a sentence.
    """
    key, parent = draft.page.key, draft.parent
    answered = "the comment that it answers" if parent is not None else "the title"
    return Page(
        Article(clean_line(draft.page.title or "") or None),
        key.removeprefix(_HASHED) if key.startswith(_HASHED) else "",
        thread=None if parent is None else Thread((_comment(parent),), "draft"),
        canonical=key if is_address(key) else None,
        notes=(f"{reason} What is shown is what your draft kept of the page: {answered}.",),
    )


def _comment(parent: ParentRef) -> Comment:
    lines = clean(parent.text).split("\n")
    return Comment(
        parent.key,
        clean_line(parent.author or "") or None,
        tuple(Paragraph((Span(line),)) for line in lines if line.strip()),
        date=ShownDate(clean_line(parent.date)) if parent.date else None,
        permalink=parent.permalink,
    )
