"""Templates: texts to begin a reply with, `templates/*.md` in the folder of the settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from tui.errors import RejoinderError
from tui.model import Article, Page
from tui.store.draft import PageRef, ParentRef

MOST_BYTES = 100_000
"""No template is larger; what is, is no template."""

PLACEHOLDERS = ("author", "title", "date", "quote")
"""What a template may name in braces."""

_HOLE = re.compile(rf"\{{({'|'.join(PLACEHOLDERS)})\}}")


class TemplateError(RejoinderError):
    """A template cannot be read."""


class Template(Struct, frozen=True):
    """A text to begin with.

    Attributes:
        name: The name of its file, without the ending.
        text: What is in it.
    """

    name: str
    text: str

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with its holes filled; other braces stay as they are.

        Args:
            values: What to put in, by the names of `PLACEHOLDERS`.
        """
        return _HOLE.sub(lambda hole: values.get(hole[1], hole[0]), self.text)


def reply_values(
    page: Page | None, page_ref: PageRef, parent: ParentRef | None, quote: str
) -> dict[str, str]:
    """What the placeholders of a template stand for in a reply.

    Args:
        page: The page, or None where it is not known.
        page_ref: What the draft keeps of it.
        parent: The comment that is answered, or None for the article.
        quote: What is answered, as a Markdown quote.
    """
    article = page.article if page is not None else Article(page_ref.title)
    published = article.published.text if article.published else ""
    return {
        "author": (parent.author or "") if parent else ", ".join(article.authors),
        "title": article.title or page_ref.title or "",
        "date": parent.date if parent else published,
        "quote": quote.rstrip("\n"),
    }


def read_templates(folder: Path) -> list[Template]:
    """The templates of a folder by their names; none where there is no such folder.

    Raises:
        TemplateError: The folder, or a file in it, cannot be read.
    """
    try:
        if not folder.is_dir():
            return []
        files = sorted(path for path in folder.glob("*.md") if path.is_file())
        return [_read(path) for path in files]
    except OSError as error:
        raise TemplateError(
            f"The templates in {folder} cannot be read: {error.strerror or error}."
        ) from error


def _read(path: Path) -> Template:
    if path.stat().st_size > MOST_BYTES:
        raise TemplateError(f"The template {path} is too long; {MOST_BYTES:,} bytes are the most.")
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return Template(path.stem, text.replace("\r\n", "\n").replace("\r", "\n"))
