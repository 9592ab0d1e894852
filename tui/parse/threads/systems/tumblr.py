"""Tumblr: the notes of a post that say something, replies and reblogs with a comment.

Source: the notes that themes show by `{block:PostNotes}`. Likes and bare reblogs are no comments.
Notes have no dates, and the newest stands first; further ones come from an address that
the script behind "more notes" asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.model import LinkKind, ThreadLink
from tui.parse.clean import clean_link
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere, first_of, line_of
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_POST = regex(r"/post/(\d+)")
_NEXT = regex(r"'(/notes/\d+/\w+[^']*)'")


def _key(note: LexborNode) -> str | None:
    """The number of the post that a reblog is; a reply has none."""
    action = note.css_first(".action[data-post-url]")
    return first_group(_POST, attribute(action, "data-post-url")) if action is not None else None


def _items(document: Document) -> Sequence[Item]:
    notes = everywhere(document, ".notes .note.reply, .notes .note.with_commentary")
    return [Item((note,), _key(note)) for note in notes[:MAX_ITEMS]]


def _more(document: Document) -> Sequence[ThreadLink]:
    """The address that the button for older notes has its script ask."""
    link = first_of(document, "a.more_notes_link[onclick]")
    path = first_group(_NEXT, attribute(link, "onclick")) if link is not None else None
    url = clean_link(path, document.base)
    return [ThreadLink(line_of(link), url, LinkKind.OLDER)] if link is not None and url else ()


SYSTEM = System(
    name="tumblr",
    title="Tumblr notes",
    sign=sign(".more_notes_link", ".with_commentary", ".note", selector=".notes > .note"),
    items=_items,
    parts=Parts(
        author=(".action > a:first-of-type", ".action a", "a.tumblelog"),
        date=(),
        body=(".answer_content", "blockquote > a:only-child, blockquote"),
        permalink=(".action[data-post-url] a.action_permalink", "blockquote > a[href]"),
        left_out=(".avatar_frame",),
        meta=(".action",),
        by_post_author=".original_post",
    ),
    surroundings=Surroundings(area="#notes, .notes"),
    more=_more,
)
