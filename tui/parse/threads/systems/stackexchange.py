"""Question-and-answer pages of Stack Exchange.

Recognised are the answers in `#answers` and the comments in `.comments-list`: answers and comments
on the question are top level, comments on an answer stand inside it. A signature block names the
last editor before the author, so the block that is marked wins. Votes are the score. Notices that
link to the help on closed or locked questions close the thread; comments that a list keeps back are
at `/posts/ID/comments`. Sources: pages as they are served, and the API's manual.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

from tui.model import LinkKind, RemoteThread, ThreadLink
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.items import MAX_ITEMS, first_group
from tui.parse.threads.nodes import attribute, everywhere, first_of, line_of
from tui.parse.threads.pager import MAX_LINKS
from tui.parse.threads.scores import read_score
from tui.parse.threads.snippets import address
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_ID = regex(r"^((?:answer|comment|follow-up)-\d+)$")
_ITEMS = "#answers .answer, .comments-list .comment, .answer [id^='follow-up-']"
_FOLDED = regex(r"^comments-link-(\d{1,19})$")
_QUESTION = regex(r"/questions/(\d{1,19})(?:[/?#]|$)")


def _items(document: Document) -> Sequence[Item]:
    nodes = everywhere(document, _ITEMS)[:MAX_ITEMS]
    return [Item((node,), first_group(_ID, attribute(node, "id"))) for node in nodes]


def _stated(document: Document) -> int | None:
    """The number of answers; comments are not counted."""
    node = first_of(document, "#answers [itemprop='answerCount'], #answers [data-answercount]")
    if node is None:
        return None
    return read_score(attribute(node, "data-answercount") or line_of(node))


def _more(document: Document) -> Sequence[ThreadLink]:
    """Where the comments are that "Show 3 more comments" gets, which is a link to nowhere."""
    url = address(document)
    links: list[ThreadLink] = []
    for node in everywhere(document, "[id^='comments-link-']")[:MAX_ITEMS]:
        shown = node.css_first("a.js-show-link:not(.dno)")
        post = first_group(_FOLDED, attribute(node, "id"))
        label = line_of(shown) if shown is not None else ""
        if url and post and label and len(links) < MAX_LINKS:
            link = urljoin(url, f"/posts/{post}/comments")
            links.append(ThreadLink(label, link, LinkKind.REPLIES))
    return links


def _remote(document: Document) -> Sequence[RemoteThread]:
    """Where the API has the answers."""
    url = address(document) or ""
    question = first_group(_QUESTION, url)
    if question is None:
        return []
    site = url.split("/")[2].removeprefix("www.")
    api = f"https://api.stackexchange.com/2.3/questions/{question}/answers"
    details = (("id", question), ("site", site))
    return [RemoteThread("Stack Exchange", f"{api}?site={site}&filter=withbody", details)]


SYSTEM = System(
    name="stackexchange",
    title="Stack Exchange",
    sign=sign(
        "#question",
        "#answers",
        selector="#question .js-post-body, #question .post-text, #answers .answer",
    ),
    items=_items,
    parts=Parts(
        author=(
            ".comment-user",
            ".user-details[itemprop='author'] a",
            ".user-details[itemprop='author'] [itemprop='name']",
            ".user-details[itemprop='author']",
            ".post-signature:last-child .user-details a",
            ".user-details a",
            ".user-details",
        ),
        date=(
            "time[itemprop='datePublished'], .comment-date .relativetime-clean, .comment-date",
            "time[itemprop='dateCreated']",
            ".post-signature:last-child .relativetime",
            ".relativetime",
        ),
        body=(".comment-copy", ".js-post-body", ".post-text", "[itemprop='text']"),
        permalink=("a.js-share-link, a.comment-link",),
        left_out=(".v-visible-sr",),
        by_post_author=".comment-user.owner, .answer .post-signature.owner",
        deleted=".answer.deleted-answer, .comment.deleted-comment",
        answer="#answers .answer",
        score=(".js-vote-count, .vote-count-post", ".comment-score"),
    ),
    surroundings=Surroundings(
        area="#answers, #post-form, .js-post-notices, #question .post-notice",
        headings="h2",
        closed=(
            ".js-post-notice a[href*='/help/closed-questions'], "
            ".js-post-notice a[href*='/help/locked-posts'], "
            ".post-notice a[href*='/help/closed-questions'], .question-status"
        ),
        more=".s-pagination a",
    ),
    more=_more,
    stated=_stated,
    remote=_remote,
)
