"""A page: one value with everything the program knows of it."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model.blocks import Block
from tui.model.dates import ShownDate
from tui.model.form import ReplyForm
from tui.model.thread import Thread


@dataclass(frozen=True, slots=True)
class Article:
    """The main content of a page.

    Attributes:
        title: Its title without the site's name, or None.
        blocks: Its text; the title is not repeated in it.
        authors: Everyone in its byline, names alone.
        published: When it was published.
        updated: When it was last changed.
    """

    title: str | None = None
    blocks: tuple[Block, ...] = ()
    authors: tuple[str, ...] = ()
    published: ShownDate | None = None
    updated: ShownDate | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what people wrote under it.

    Attributes:
        article: Its main content.
        thread: Its comments, or None where it has no thread.
        form: How it takes replies, or None.
        url: The address it came from, or None for files and pipes.
        canonical: The address that it gives itself, or None.
        site: The site's name, or None.
        language: Its language as a BCP 47 tag, or None.
        feeds: The addresses of its feeds.
        notes: What could not be found and why, in sentences for the reader.
        digest: The SHA-256 of its bytes, in hexadecimal.
        reply_mail: The e-mail address to which the page asks to send replies, or None.
    """

    article: Article
    digest: str
    thread: Thread | None = None
    form: ReplyForm | None = None
    url: str | None = None
    canonical: str | None = None
    site: str | None = None
    language: str | None = None
    feeds: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    reply_mail: str | None = None

    @property
    def key(self) -> str:
        """What drafts and read marks hang on: the canonical address, else the content's."""
        address = self.canonical or self.url
        return address.partition("#")[0] if address else f"sha256:{self.digest}"
