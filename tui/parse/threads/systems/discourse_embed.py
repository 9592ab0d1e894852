"""Discourse's embedded comments: the document of the frame that a blog has under its post.

Recognised are `article.post` elements with a `.post-date` and the author's name as the head of the
`.cooked` words, as the server writes them for `/embed/comments`. A reply names the post it answers
in `data-link-to-post`. The frame has the first posts only and links to the topic for the others.
The snippet tells the forum (`discourseUrl`) and the topic, by its id or by the address of the post.
Sources: `app/views/embed/comments.html.erb` and `public/javascripts/embed.js`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.model import RemoteThread
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere, first_of
from tui.parse.threads.snippets import (
    Details,
    address,
    asking,
    details,
    endpoint,
    script_with,
    setting,
)
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign

_POSTS = "article.post[id^='post-']"
_ID = regex(r"^post-(\d+)$")
_TOPIC_URL = regex(r"^(https?://[^?#]{1,400}?)/t/[^/?#]{1,400}/(\d{1,19})/\d")
_TOPIC = regex(r"topicId[\"']?\s{0,9}[:=]\s{0,9}[\"']?(\d{1,19})")


def _items(document: Document) -> Sequence[Item]:
    items: list[Item] = []
    for node in everywhere(document, _POSTS)[:MAX_ITEMS]:
        answered = node.css_first("a.in-reply-to[data-link-to-post]")
        parent = attribute(answered, "data-link-to-post") if answered is not None else None
        items.append(Item((node,), first_group(_ID, attribute(node, "id")), parent))
    return items


def _details(document: Document) -> Details:
    script = script_with(document, "DiscourseEmbed") or script_with(document, "discourseUrl")
    return details(
        {
            "discourseUrl": setting(script, "discourseUrl"),
            "topicId": first_group(_TOPIC, script),
            "discourseEmbedUrl": setting(script, "discourseEmbedUrl") or address(document),
        }
    )


def _url(document: Document, told: Mapping[str, str]) -> str | None:
    """The address of the frame, as the script makes it."""
    forum = endpoint(told.get("discourseUrl"), document)
    topic, post = told.get("topicId"), told.get("discourseEmbedUrl")
    if forum is None or not (topic or post):
        return None
    return asking(f"{forum}/embed/comments", {"topic_id": topic} if topic else {"embed_url": post})


def _remote(document: Document) -> Sequence[RemoteThread]:
    """The topic as JSON, at the address that its posts are linked with."""
    link = first_of(document, "a.post-date[href]")
    match = _TOPIC_URL.match(attribute(link, "href")) if link is not None else None
    if match is None:
        return []
    return [RemoteThread("Discourse", f"{match[1]}/t/{match[2]}.json", (("topicId", match[2]),))]


EMBED = Embed(
    service="Discourse",
    sign=sign("#discourse-comments", "#discourse-embed-frame"),
    details=_details,
    url=_url,
)

SYSTEM = System(
    name="discourse-embed",
    title="Discourse (embedded)",
    sign=sign(".post-date", "/embed-application", selector=f"{_POSTS} > .cooked > .username"),
    items=_items,
    parts=Parts(
        author=(".cooked > .username > a:first-child", ".username a"),
        date=("a.post-date", ".post-date"),
        body=(".cooked",),
        permalink=("a.post-date",),
        left_out=(".cooked > .username", ".post-replies", ".author", ".quote .title"),
        deleted="article.post.deleted",
    ),
    surroundings=Surroundings(
        area="header.discourse, body > footer, .logo + .button",
        headings="header .replies",
        more="footer a.button, header a.button",
    ),
    remote=_remote,
)
