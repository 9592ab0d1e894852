"""A page as one HTML file that needs nothing else: no scripts, no pictures from elsewhere.

What the page said is escaped, whatever it was; its own words tell their direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from tui.dump.text import LEFT_OUT, byline, more_title, part_title, when
from tui.model import (
    Block,
    Comment,
    CommentState,
    DefinitionList,
    Heading,
    Image,
    Inline,
    ListBlock,
    Mark,
    Page,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    ShownDate,
    Span,
    Table,
)
from tui.parse.clean import clean
from tui.reading.onward import part_line
from tui.reading.selection import Selection

MAX_NESTED = 12
"""Replies deeper than this stand under each other; their bylines say whom they answer."""

_LEFTWARDS = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script reads from right to left."""

_ELEMENTS = {
    Mark.CODE: "code",
    Mark.SUB: "sub",
    Mark.SUPER: "sup",
    Mark.ITALIC: "em",
    Mark.BOLD: "strong",
    Mark.STRUCK: "del",
}

_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 serif; }
header p, .by, .more, footer { opacity: .75; font-size: .9rem; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid; }
dt { font-weight: bold; }
pre { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: .2rem .5rem; text-align: start; }
.thread ol { list-style: none; padding-inline-start: 1rem; border-inline-start: 1px solid; }
.thread > ol { padding: 0; border: 0; }
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def dump_html(page: Page, part: Selection | None = None) -> str:
    """The page as HTML.

    Args:
        page: The page.
        part: What to write of its thread instead of the whole.
    """
    language = page.language or ""
    attributes = f' lang="{escape(language)}"' if language else ""
    if language.partition("-")[0].lower() in _LEFTWARDS:
        attributes += ' dir="rtl"'
    title = page.article.title or page.site or page.url or "Untitled page"
    lines = [
        *_article(page),
        *(_thread(part or Selection.whole(page.thread)) if page.thread is not None else ()),
    ]
    return html_document(title, lines, attributes=attributes, foot=_notes(page))


def html_document(
    title: str, lines: Iterable[str], *, attributes: str = "", foot: Iterable[str] = ()
) -> str:
    """A file that needs nothing else, around some HTML.

    Args:
        title: Its title, as text.
        lines: Its content.
        attributes: Those of its outermost element.
        foot: What stands under its content.
    """
    whole = [
        "<!DOCTYPE html>",
        f"<html{attributes}>",
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style></head>",
        "<body><main>",
        *lines,
        "</main>",
        *foot,
        "</body></html>",
    ]
    return clean("\n".join(whole) + "\n")


def _article(page: Page) -> Iterator[str]:
    article = page.article
    yield "<article>"
    yield "<header>"
    if article.title:
        yield f'<h1 dir="auto">{escape(article.title)}</h1>'
    by = f"By {escape(', '.join(article.authors))}" if article.authors else ""
    about = (by, _time(article.published), escape(page.site_beside))
    if any(about):
        yield f'<p dir="auto">{", ".join(filter(None, about))}</p>'
    address = page.url or page.canonical
    if address:
        yield f"<p>{_link(address, escape(address))}</p>"
    if article.image_above:
        yield from _image(article.image_above)
    yield "</header>"
    yield from blocks_html(article.blocks)
    if page.parts is not None:
        yield f'<p class="more">{inline_html(part_line(page.parts, " · "))}</p>'
    yield "</article>"


def _notes(page: Page) -> Iterator[str]:
    if page.notes:
        yield "<footer>"
        yield from (f'<p dir="auto">Note: {escape(note)}</p>' for note in page.notes)
        yield "</footer>"


def blocks_html(blocks: Sequence[Block]) -> Iterator[str]:
    """Blocks as HTML, an element a line; they never nest so deep that this could not recurse."""
    for block in blocks:
        yield from _anchors(block.anchors)
        match block:
            case Paragraph(text):
                yield f'<p dir="auto">{inline_html(text)}</p>'
            case Heading(level, text):
                below = min(level + 1, 6)  # the title is the one of the first level
                yield f'<h{below} dir="auto">{inline_html(text)}</h{below}>'
            case ListBlock():
                yield from _list(block)
            case DefinitionList():
                yield from _definitions(block)
            case Quote(inner):
                yield "<blockquote>"
                yield from blocks_html(inner)
                yield "</blockquote>"
            case Preformatted(code):
                yield f'<pre dir="auto"><code>{escape(code)}</code></pre>'
            case Table():
                yield from _table(block)
            case Image():
                yield from _image(block)
            case Rule():
                yield "<hr>"


def _list(block: ListBlock) -> Iterator[str]:
    name = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    yield f"<{name}{start}>"
    for item in block.items:
        yield "<li>"
        yield from blocks_html(item)
        yield "</li>"
    yield f"</{name}>"


def _definitions(block: DefinitionList) -> Iterator[str]:
    yield "<dl>"
    for item in block.items:
        for term in item.terms:
            yield f'<dt dir="auto">{"".join(_anchors(term.anchors))}{inline_html(term.text)}</dt>'
        for blocks in item.descriptions:
            yield "<dd>"
            yield from blocks_html(blocks)
            yield "</dd>"
    yield "</dl>"


def _anchors(names: Iterable[str]) -> Iterator[str]:
    return (f'<a id="{escape(name)}"></a>' for name in names)


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    if table.caption:
        yield f'<caption dir="auto">{inline_html(table.caption)}</caption>'
    for number, row in enumerate(table.rows):
        name = "th" if table.header and not number else "td"
        cells = (f'<{name} dir="auto">{inline_html(cell)}</{name}>' for cell in row)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table>"


def _image(image: Image) -> Iterator[str]:
    """The words of a picture, linked to it: nothing is loaded when the file is opened."""
    words = escape(image.own_words or "picture")
    shown = _link(image.src, words) if image.src else words
    yield f'<figure><p dir="auto">[{shown}]</p>'
    if image.caption:
        yield f'<figcaption dir="auto">{inline_html(image.caption)}</figcaption>'
    yield "</figure>"


def inline_html(text: Inline) -> str:
    """Inline text; line feeds are line breaks."""
    parts: list[str] = []
    for href, spans in groupby(text, key=lambda span: span.href):
        words = "".join(map(_span, spans))
        parts.append(words if href is None else _link(href, words))
    return "".join(parts)


def _span(span: Span) -> str:
    written = escape(span.text).replace("\n", "<br>")
    for mark, name in _ELEMENTS.items():
        if mark in span.marks:
            written = f"<{name}>{written}</{name}>"
    return written


def _link(href: str, words: str) -> str:
    return f'<a href="{escape(href)}" rel="noreferrer">{words}</a>'


def _time(date: ShownDate | None) -> str:
    words = escape(when(date))
    return f'<time datetime="{escape(date.iso)}">{words}</time>' if date and date.iso else words


def _thread(part: Selection) -> Iterator[str]:
    thread, context = part.thread, part.context or ()
    yield '<section class="thread">'
    yield f"<h2>{escape(part_title(part))}</h2>"
    depth = -1  # of the list that is open; each level of it has an open item
    for index in thread.preorder:
        level = min(thread.depths[index], MAX_NESTED)
        if level > depth:
            yield "<ol>"
        else:
            yield "</li>" + "</ol></li>" * (depth - level)
        depth = level
        comment = thread.comments[index]
        parent = None if comment.parent is None else thread.comments[comment.parent]
        yield "<li>"
        yield from _comment(comment, parent, left_out=index in context)
    yield "</li></ol>" * (depth + 1)
    for link in thread.more:
        yield f'<p class="more">{_link(link.url, escape(link.label or more_title(link)))}</p>'
    if thread.closed:
        yield '<p class="more">Replying is closed.</p>'
    yield "</section>"


def _comment(comment: Comment, parent: Comment | None, *, left_out: bool) -> Iterator[str]:
    yield f'<article id="{escape(comment.key)}">'
    by = escape(byline(comment, parent))
    permalink = comment.permalink
    shown = _link(permalink, by) if permalink and not permalink.startswith("#") else by
    yield f'<p class="by" dir="auto">{shown}</p>'
    if left_out:
        yield f"<p>{LEFT_OUT}</p>"
    elif not comment.blocks and comment.state is CommentState.DELETED:
        yield "<p>[deleted]</p>"
    else:
        yield from blocks_html(comment.blocks)
    yield "</article>"
