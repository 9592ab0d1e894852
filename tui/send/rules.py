"""The rules of a site for what is written there: its length, and what markup it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.model import Page


class SiteMarkup(StrEnum):
    """What markup a site takes."""

    TEXT = "plain text"
    HTML = "some HTML"
    MARKDOWN = "Markdown"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a site.

    Attributes:
        system: The name of what takes replies there (`WordPress`), for people; perhaps empty.
        markup: What markup it takes.
        tags: The HTML elements that it keeps, where it takes HTML.
        limit: The most that a text may have, or None where that is not known.
        in_bytes: Whether the limit counts bytes of UTF-8 rather than characters.
    """

    system: str = ""
    markup: SiteMarkup = SiteMarkup.TEXT
    tags: frozenset[str] = frozenset()
    limit: int | None = None
    in_bytes: bool = False


def rules_of(page: Page) -> Rules:
    """The rules of the site of a page, as far as the page and its system tell them."""
    field = (
        next((f for f in page.form.fields if f.name == page.form.text_field), None)
        if page.form
        else None
    )
    return Rules(limit=field.limit if field else None)
