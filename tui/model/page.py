"""A page: one value with everything the program knows of it."""

from __future__ import annotations

from msgspec import Struct

from tui.model.blocks import Block, Image
from tui.model.dates import ShownDate
from tui.model.form import ReplyForm
from tui.model.pictures import same_picture
from tui.model.thread import Thread


class Article(Struct, frozen=True, gc=False):
    """The main content of a page.

    Attributes:
        title: Its title without the site's name, or None.
        blocks: Its text; the title is not repeated in it.
        authors: Everyone in its byline, names alone.
        published: When it was published, as far as its readers are told.
        updated: When it was last changed.
        lead_image: The picture that stands for it, perhaps one of its blocks; or None.
    """

    title: str | None = None
    blocks: tuple[Block, ...] = ()
    authors: tuple[str, ...] = ()
    published: ShownDate | None = None
    updated: ShownDate | None = None
    lead_image: Image | None = None

    @property
    def image_above(self) -> Image | None:
        """The lead image where its blocks do not show it already, to stand above them."""
        image = self.lead_image
        shown = image is not None and image.src and same_picture(self.blocks, image.src)
        return None if shown else image


class Parts(Struct, frozen=True, gc=False):
    """That a page holds one part of an article, and where the others are.

    Attributes:
        number: Which part it is, from 1.
        count: How many parts there are, or None where the page does not tell.
        previous: The address of the part before, or None.
        next: The address of the part after, or None.
        whole: The address of a page with all parts, or None.
    """

    number: int
    count: int | None = None
    previous: str | None = None
    next: str | None = None
    whole: str | None = None


class Page(Struct, frozen=True, gc=False):
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
        parts: Which part of its article it holds, or None where it is not one of several.
        joined: The addresses of the other pages whose articles and comments were joined to it, and
            of the service that gave comments with them.
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
    parts: Parts | None = None
    joined: tuple[str, ...] = ()

    @property
    def site_beside(self) -> str:
        """The site's name to stand beside the authors: nothing where one of them has it."""
        site = self.site or ""
        authors = {author.casefold() for author in self.article.authors}
        return "" if site.casefold() in authors else site

    @property
    def is_partial(self) -> bool:
        """Whether it tells of more elsewhere: other parts of its article, more comments."""
        thread = self.thread
        return self.parts is not None or (thread is not None and bool(thread.more or thread.remote))

    @property
    def key(self) -> str:
        """What drafts and read marks hang on: the canonical address, else the content's."""
        address = self.canonical or self.url
        return address.partition("#")[0] if address else f"sha256:{self.digest}"
