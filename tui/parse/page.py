"""`parse_page`: the order in which a page is taken apart."""

from __future__ import annotations

import gc
import hashlib
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from msgspec import Struct

from tui.model import Article, Block, Page
from tui.parse.article import find_article, or_body
from tui.parse.clean import clean_link
from tui.parse.decode import Decoded, decoded
from tui.parse.document import in_utf8, read_document, within_limits
from tui.parse.forms import find_form, find_reply_mail
from tui.parse.measuring import outline_of
from tui.parse.memory import give_back
from tui.parse.metadata import Metadata, find_metadata, lead_image
from tui.parse.nesting import limit_nesting
from tui.parse.outline import Outline
from tui.parse.parts import FoundParts, find_parts
from tui.parse.sniff import Kind, binary_kind, data_kind, text_kind
from tui.parse.stubs import stub_note
from tui.parse.threads import FoundThread, find_thread

_NO_ARTICLE = "No article was found in the page; its text may be loaded by scripts."
_ONLY_COMMENTS = "No article was found in the page, only comments."

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")


def parse_page(
    data: bytes | str, *, url: str | None = None, content_type: str | None = None
) -> Page:
    """A page from its bytes or text.

    Args:
        data: What was fetched, read or pasted: HTML or plain text, told apart by its content.
        url: The address it came from, or None.
        content_type: The HTTP Content-Type header, or None.

    Returns:
        The page; never raises.
    """
    with _uncollected():
        page = _parse(data, url, content_type)
    give_back(len(data))
    return page


@contextmanager
def _uncollected() -> Iterator[None]:
    """Work without Python's cyclic garbage collector, which is on again afterwards.

    A page becomes a million objects that all stay for now and hold no cycles; the collector would
    go through all of them time and again, longer the more there are.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Source(Struct, frozen=True):
    """What is read.

    Attributes:
        html: The page as the parser takes it; empty where it is no HTML.
        text: The text where it is plain text.
        encoding: The encoding that the page's bytes were in.
        note: What to tell of it, or nothing; where there is neither HTML nor text, why it is not
            read.
    """

    html: bytes = b""
    text: str = ""
    encoding: str = ""
    note: str = ""


def _parse(data: bytes | str, url: str | None, content_type: str | None) -> Page:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    digest = hashlib.sha256(raw).hexdigest()
    del raw
    url = clean_link(url)
    source = _source(data, content_type)
    if source.html:
        return _parse_html(source, url, digest)
    if not source.text:
        return _unread(source.note, digest, url)
    from tui.parse.plaintext import parse_text  # noqa: PLC0415 -- HTML is read without it

    return _guarded(
        lambda: parse_text(source.text, url=url, digest=digest),
        _unread("The text could not be read; the log says why.", digest, url),
        "text",
        [],
    )


def _source(data: bytes | str, content_type: str | None) -> _Source:
    """Find out what is to be read.

    Of a page its bytes are kept alone, and not twice: as text a large one takes four times as much.
    """
    kind = binary_kind(data) if isinstance(data, bytes) else None
    found = Decoded("", "") if kind else decoded(data, content_type)
    text = found.text
    kind = kind or data_kind(text)
    if kind:
        return _Source(note=f"This is {kind}, not a page.")
    if not text.strip("\ufeff\x00 \t\r\n\f"):
        return _Source(note="The page is empty.")
    if text_kind(text, content_type) is not Kind.HTML:
        return _Source(text=text)
    start = within_limits(text)
    note = ""
    if len(start) < len(text):
        note = f"The page is too large; only its first {len(start):,} characters were read."
    read = limit_nesting(start)
    html = data if found.is_utf8 and read is text and isinstance(data, bytes) else in_utf8(read)
    return _Source(html, "", found.encoding, note)


def _unread(note: str, digest: str, url: str | None) -> Page:
    return Page(article=Article(), digest=digest, url=url, notes=(note,))


def _parse_html(source: _Source, url: str | None, digest: str) -> Page:
    notes = [source.note] if source.note else []
    document = read_document(source.html, url, source.encoding)
    found = _guarded(lambda: find_thread(document), FoundThread(), "comments", notes)
    form = _guarded(lambda: find_form(document), None, "reply form", notes)
    written = found.roots if found.thread is not None and found.thread.comments else ()
    mail = _guarded(
        lambda: find_reply_mail(document, written), None, "address for replies by mail", notes
    )
    claimed = frozenset(root.mem_id for root in found.roots)
    body = document.tree.body
    outline = outline_of(body, claimed) if body is not None else Outline()
    metadata = _guarded(
        lambda: find_metadata(document, outline), Metadata(), "title, author and date", notes
    )
    several = _guarded(
        lambda: find_parts(document, outline, found.thread), FoundParts(), "other parts", notes
    )
    blocks: tuple[Block, ...] = _guarded(
        lambda: or_body(
            find_article(
                outline, document.base, claimed | several.box, metadata.title, metadata.told
            ),
            metadata.body,
            document,
        ),
        (),
        "article",
        notes,
    )
    stub = _guarded(
        lambda: stub_note(document, outline, blocks, metadata.title), None, "signs of a stub", notes
    )
    if stub is not None:
        notes.append(stub)
    elif not blocks:
        has_comments = found.thread is not None and found.thread.comments
        notes.append(_ONLY_COMMENTS if has_comments else _NO_ARTICLE)
    return Page(
        article=Article(
            title=metadata.title,
            blocks=blocks,
            authors=metadata.authors,
            published=metadata.published,
            updated=metadata.updated,
            lead_image=_guarded(
                lambda: lead_image(metadata.images, blocks), None, "lead image", notes
            ),
        ),
        digest=digest,
        thread=found.thread,
        form=form,
        url=url,
        canonical=metadata.canonical,
        site=metadata.site,
        language=document.language,
        feeds=metadata.feeds,
        notes=(*notes, *found.notes),
        reply_mail=mail,
        parts=several.parts,
    )


def _guarded(find: Callable[[], _T], otherwise: _T, what: str, notes: list[str]) -> _T:
    """The answer of a finder; a fault in one leaves the others their say and is in the log."""
    try:
        return find()
    except Exception:  # noqa: BLE001  # `parse_page` promises never to raise
        _LOG.exception("could not find the %s", what)
        notes.append(f"Looking for the {what} failed; the log says why.")
        return otherwise
