"""wpDiscuz, a WordPress plug-in that writes its own comment markup (versions 4 to 7).

An item's id names the comment and the one it answers, `wpd-comm-ID_PARENT`, with 0 at top level;
before version 7 all names began with `wc-`. Votes are the score: the likes where likes and dislikes
are counted apart. Replies that the page folds away and further threads are fetched by its script,
so that the stated count and WordPress's own REST API say what is missing.

Source: the plug-in's `class.WpdiscuzWalker.php` and `comment-form.php`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import attribute, everywhere
from tui.parse.threads.standards import stated_by_standards
from tui.parse.threads.system import Item, Rank, System, sign
from tui.parse.threads.wordpress import BY_POST_AUTHOR, LEFT_OUT, PARTS, SURROUNDINGS, remote

_ID = regex(r"^(?:wpd|wc)-comm-(\d+)_(\d+)$")
_COMMENTS = ".wpd-comment[id^='wpd-comm-'], .wc-comment[id^='wc-comm-']"


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for node in everywhere(document, _COMMENTS)[:MAX_ITEMS]:
        match = _ID.match(attribute(node, "id"))
        if match is not None:
            items.append(Item((node,), match[1], None if match[2] == "0" else match[2]))
    return items


SYSTEM = System(
    name="wpdiscuz",
    title="wpDiscuz",
    sign=sign("#wpdcom", ".wpd-thread-list", "#wpcomm", ".wc-thread-wrapper"),
    rank=Rank.SPECIAL,
    items=_items,
    parts=replace(
        PARTS,
        author=(
            ".wpd-comment-author a, .wc-comment-author a",
            ".wpd-comment-author, .wc-comment-author",
        ),
        date=(".wpd-comment-date, .wc-comment-date",),
        body=(".wpd-comment-text, .wc-comment-text",),
        answers=(".wpd-reply-to a[href], .wc-reply-to a[href]",),
        left_out=(
            *LEFT_OUT,
            ".wpd-comment-label",
            ".wpd-inline-feedback-info",
            ".wpdiscuz-readmore",
        ),
        by_post_author=f"{BY_POST_AUTHOR}, .wpd-blog-post_author, .wc-blog-post_author",
        held=".wpd-unapproved-comment, .wpd-unapproved, .wc-unapproved-comment",
        score=(
            ".wpd-vote-result-like",
            ".wpd-vote-result:not(.wpd-vote-result-dislike), .wc-vote-result",
        ),
    ),
    surroundings=SURROUNDINGS,
    stated=stated_by_standards,
    remote=remote,
)
