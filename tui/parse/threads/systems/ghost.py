"""Ghost's own comments, as its script (`comments-ui`) renders them, and where it has them.

Recognised are the elements with the script's `data-testid` attributes; its classes say how things
look. Answers stand inside, or beside in one box with, the comment they answer; answers to answers
name theirs in a link. The snippet tells the site and the post; the members' API gives a post's
comments to everybody. Sources: `apps/comments-ui` and the helper `comments.js` of Ghost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborNode

from tui.model import RemoteThread
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.embeds import remote_thread
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, classes, everywhere
from tui.parse.threads.snippets import Details, asking, attributes, details, endpoint
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign

_SCRIPT = "script[data-ghost-comments]"
_NAMES = ("ghost-comments", "post-id")
_ID = regex(r"^([0-9a-f]{24})$")
_PAGE = {"limit": "100", "page": "1"}


def _details(document: Document) -> Details:
    told = attributes(document, _SCRIPT, _NAMES)
    return details({f"data-{name}": told.get(name) for name in _NAMES})


def _url(document: Document, told: Mapping[str, str]) -> str | None:
    site, post = endpoint(told.get("data-ghost-comments"), document), told.get("data-post-id", "")
    known = site and _ID.match(post)
    return asking(f"{site}/members/api/comments/post/{post}/", _PAGE) if known else None


EMBED = Embed(
    service="Ghost", sign=sign("/comments-ui", selector=_SCRIPT), details=_details, url=_url
)


def _remote(document: Document) -> Sequence[RemoteThread]:
    return [remote_thread(document, EMBED)]


def _item(node: LexborNode) -> Item:
    inner = node.css_first("div[id]")
    key = first_group(_ID, attribute(inner, "id")) if inner is not None else None
    box = node.parent
    threaded = box is not None and "flow-root" in classes(box)
    return Item((box if box is not None and threaded else node,), key)


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, "[data-testid='comment-component']")[:MAX_ITEMS]
    return [_item(node) for node in nodes]


SYSTEM = System(
    name="ghost",
    title="Ghost",
    sign=sign(
        ".gh-comment-content",
        ".ghost-display",
        "#ghost-comments-root",
        selector="[data-testid='comment-component']",
    ),
    items=_items,
    parts=Parts(
        author=("h4", "[data-testid='member-name']"),
        date=("a[href*='#ghost-comments-'][title]", "span[title]"),
        body=(".gh-comment-content, [data-testid='comment-content']",),
        permalink=("a[href*='#ghost-comments-'][title]",),
        answers=("a[data-testid='comment-in-reply-to']",),
        left_out=(
            "[data-testid='pinned-comment-label']",
            "[data-testid='replies-pagination']",
            "figure",
            "a[href*='#ghost-comments-'] > span",
        ),
        score=("[data-testid='like-button'] span", "[data-testid='like-count']"),
    ),
    surroundings=Surroundings(
        area=(
            "#ghost-comments-root, .ghost-display, [data-testid='comment-elements'], "
            "[data-testid='count'], [data-testid='commenting-disabled-box']"
        ),
        headings="[data-testid='count'], h2",
        closed="[data-testid='commenting-disabled-box']",
    ),
    remote=_remote,
)
