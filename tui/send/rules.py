"""The rules of a site for what is written there: its length, and what markup it takes.

WordPress keeps the elements of its `$allowedtags` and makes paragraphs of empty lines and breaks of
line ends. Its column holds 65,535 bytes, of which it leaves ten alone. Isso takes Markdown and at
most 65,535 characters, Waline as much Markdown as one likes. Drupal and many forms of the old web
say in a note under the text which tags writers may use; a form that says nothing shows what is
typed.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from tui.model import FormField, Page


class SiteMarkup(StrEnum):
    """What markup a site takes."""

    TEXT = "plain text"
    HTML = "some HTML"
    MARKDOWN = "Markdown"


class Rules(Struct, frozen=True):
    """The rules of a site.

    Attributes:
        system: The name of what takes replies there (`WordPress`), for people; perhaps empty.
        markup: What markup it takes.
        tags: The HTML elements that it keeps, where it takes HTML or Markdown.
        limit: The most that a text may have, or None where that is not known.
        in_bytes: Whether the limit counts bytes of UTF-8 rather than characters.
    """

    system: str = ""
    markup: SiteMarkup = SiteMarkup.TEXT
    tags: frozenset[str] = frozenset()
    limit: int | None = None
    in_bytes: bool = False


WORDPRESS_TAGS = frozenset(
    "a abbr acronym b blockquote cite code del em i q s strike strong".split()  # noqa: SIM905 -- a table
)
"""What WordPress keeps of what a visitor writes."""

WORDPRESS_LIMIT = 65_525
"""The most bytes of a comment on WordPress."""

MARKDOWN_TAGS = frozenset(
    "a p hr br ol ul li pre code blockquote del ins strong em h1 h2 h3 h4 h5 h6"  # noqa: SIM905 -- a table
    " sub sup table thead tbody th td".split()
)
"""What Isso keeps of the HTML that Markdown becomes there; others keep no less."""

ISSO_LIMIT = 65_535
"""The most characters of a comment on Isso."""

_NAMES = {"drupal": "Drupal", "django": "Django"}
_WORDPRESS = frozenset({"wordpress", "wordpress-blocks", "wpdiscuz"})
_WORDPRESS_ACTION = "wp-comments-post.php"
_WORDPRESS_FIELD = "comment_post_ID"
_TAG = re.compile(r"<\s*([a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
_NEVER = frozenset({"script", "style", "iframe", "object", "embed", "form", "input", "textarea"})
"""Elements that a note names only to forbid them."""


def rules_of(page: Page) -> Rules:
    """The rules of the site of a page, as far as the page and its system tell them."""
    system = page.thread.system if page.thread else ""
    if system == "isso":
        return Rules("Isso", SiteMarkup.MARKDOWN, MARKDOWN_TAGS, ISSO_LIMIT)
    if system == "waline":
        return Rules("Waline", SiteMarkup.MARKDOWN, MARKDOWN_TAGS)
    field = _text_field(page)
    limit = field.limit if field else None
    told = _told_tags(page)
    if _is_wordpress(page, system):
        tags = told or WORDPRESS_TAGS
        limit = min(limit or WORDPRESS_LIMIT, WORDPRESS_LIMIT)
        return Rules("WordPress", SiteMarkup.HTML, tags, limit, in_bytes=True)
    name = _NAMES.get(system, "")
    if told:
        return Rules(name, SiteMarkup.HTML, told, limit)
    if page.form and any("markdown" in note.casefold() for note in page.form.notes):
        return Rules(name, SiteMarkup.MARKDOWN, MARKDOWN_TAGS, limit)
    return Rules(name, limit=limit)


def _text_field(page: Page) -> FormField | None:
    form = page.form
    return next((f for f in form.fields if f.name == form.text_field), None) if form else None


def _is_wordpress(page: Page, system: str) -> bool:
    form = page.form
    if form is None or not form.fields:
        return system in _WORDPRESS
    action = (form.action or "").partition("?")[0]
    return action.endswith(_WORDPRESS_ACTION) or any(
        field.name == _WORDPRESS_FIELD for field in form.fields
    )


def _told_tags(page: Page) -> frozenset[str]:
    """The tags that the form's notes say writers may use."""
    notes = page.form.notes if page.form else ()
    named = {name.lower() for note in notes for name in _TAG.findall(note)}
    return frozenset(named - _NEVER)
