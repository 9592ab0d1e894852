"""Disqus: the list of posts that its script writes into its frame.

Recognised is the frame's document as a browser saves it, or a page that had the frame's content put
into it: `li.post` with the id `post-ID`, replies in `ul.children`. Upvotes count as the score, and
deleted posts keep their place. What is needed to ask for the comments is in the snippet that the
manual has sites put in: the forum's `shortname`, and the `identifier` or `url` of the thread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.embeds import asked
from tui.parse.threads.items import first_group, items_by_id
from tui.parse.threads.nodes import attribute, everywhere, first_of
from tui.parse.threads.snippets import (
    Details,
    address,
    asking,
    attributes,
    details,
    script_with,
    setting,
)
from tui.parse.threads.system import Embed, Parts, Surroundings, System, sign

_FORUM = regex(r"//(?!(?:www|links|c|a)\.)([\w-]{1,80})\.disqus\.com\b", re.IGNORECASE)
_LOADED = "script[src*='.disqus.com/'], link[href*='.disqus.com']"
_CONTAINER = "#disqus_thread, [data-disqus-shortname], [data-disqus-identifier]"
_ATTRIBUTES = ("disqus-shortname", "shortname", "disqus-identifier")

MAX_LINKS = 50
"""Scripts and links to Disqus beyond this many are not looked at."""


def _details(document: Document) -> Details:
    """The variables of the snippet, of WordPress's plug-in, or the attributes of a loader."""
    told = attributes(document, _CONTAINER, _ATTRIBUTES)
    script = script_with(document, "disqus_") or script_with(document, "disqusShortname")
    config = script_with(document, "disqus_config") or script
    return details(
        {
            "shortname": setting(script, "disqus_shortname", "disqusShortname")
            or told.get("disqus-shortname")
            or told.get("shortname")
            or _meta(document, "shortname")
            or _forum(document, script),
            "identifier": setting(
                config, "disqus_identifier", "this.page.identifier", "disqusIdentifier"
            )
            or told.get("disqus-identifier")
            or _meta(document, "identifier"),
            "url": setting(config, "disqus_url", "this.page.url", "disqusUrl") or address(document),
        }
    )


def _forum(document: Document, script: str) -> str | None:
    """The shortname in the address of the script, which the snippet or a link may have too."""
    nodes = everywhere(document, _LOADED)[:MAX_LINKS]
    addresses = (attribute(node, "src") or attribute(node, "href") for node in nodes)
    return next(filter(None, (first_group(_FORUM, text) for text in (*addresses, script))), None)


def _meta(document: Document, name: str) -> str | None:
    """What a meta element tells, as some publishing systems write them for their scripts."""
    node = first_of(document, f"meta[name='disqus:{name}'], meta[property='disqus:{name}']")
    return attribute(node, "content") if node is not None else None


def _url(_: Document, told: Mapping[str, str]) -> str | None:
    """The address of the frame, whose document has the first posts as JSON."""
    if "shortname" not in told or len(told) == 1:
        return None
    return asking(
        "https://disqus.com/embed/comments/",
        {
            "base": "default",
            "f": told["shortname"],
            "t_i": told.get("identifier"),
            "t_u": told.get("url"),
            "s_o": "default",
        },
    )


EMBED = Embed(
    service="Disqus",
    sign=sign(
        "#disqus_thread",
        ".disqus.com/embed.js",
        selector="#disqus_thread, script[src*='.disqus.com/embed.js']",
    ),
    details=_details,
    url=_url,
)


SYSTEM = System(
    name="disqus",
    title="Disqus",
    sign=sign(".post-byline", ".post-message", selector="li.post[id^='post-'] .post-message"),
    items=items_by_id("li.post[id^='post-']", r"^post-(\d+)$"),
    parts=Parts(
        author=(".post-byline .author a", ".post-byline .author", ".post-byline .publisher"),
        date=(".post-meta .time-ago", ".time-ago"),
        body=(".post-message",),
        permalink=(".post-meta .time-ago", ".time-ago"),
        left_out=(".post-media", ".see-more", "menu", ".comment__footer", ".post-menu"),
        deleted=".post.deleted, .post-content.deleted, .deleted > .post-body",
        collapsed=".post-content.minimized, .post.minimized, .post-content.collapsed",
        held=".post-content.is-pending, .post-content.unapproved, .pending",
        by_post_author=".badge.thread-author, .badge.author",
        score=(".vote-up .count", ".vote-up [data-role='likes']"),
    ),
    surroundings=Surroundings(
        area="#conversation, #posts, #post-list, .nav-tab .comment-count",
        headings=".comment-count",
        closed=".closed-thread, [data-role='closed'], .alert--closed",
    ),
    remote=asked(EMBED),
)
