"""XenForo topics, versions 1 and 2.

A post is `.message` with its number in its id. Reactions (version 2) are the score where the page
counts them for machines, and votes of question topics likewise; posts that moderators may see
deleted, and posts of people whom the reader ignores, are told as such.

Source: the templates `post_macros`, `message_macros` and, for version 1, `message` and `post`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_posts = items_by_id(
    ".message--post[id*='post-'], .message.js-post[id*='post-'], "
    "#messageList > li.message[id^='post-']",
    r"post-(\d+)$",
)


def _items(document: Document) -> Sequence[Item]:
    return without_opening(document, _posts(document))


SYSTEM = System(
    name="xenforo",
    title="XenForo",
    sign=sign(
        "#XF",
        "#XenForo",
        ".message--post",
        "#messageList",
        selector=".message--post, #messageList",
    ),
    items=_items,
    parts=Parts(
        author=(
            ".message-name .username, .message-name",
            ".messageUserInfo .username",
            ".username",
        ),
        date=(".message-attribution time, .message-attribution-main time", ".DateTime", "time"),
        body=(
            ".message-body .bbWrapper",
            ".messageContent .messageText",
            ".message-body",
            ".messageNotice--deleted, .placeholderContent",
        ),
        permalink=(
            ".message-attribution-main a[href*='post-']",
            ".message-attribution a[href*='post-'], .messageMeta a.datePermalink",
        ),
        left_out=(
            ".message-signature, .signature",
            ".message-lastEdit, .editDate",
            ".bbCodeBlock-title",
            ".bbCodeBlock-expandLink, .quoteExpand",
            ".attribution",
            ".messageTextEndMarker",
            ".js-selectToQuoteEnd",
        ),
        deleted=".message--deleted, .message.deleted",
        collapsed=".message.is-ignored, .message.ignored",
        score=(
            "[itemprop='interactionStatistic'] [itemprop='userInteractionCount']",
            "[itemprop='upvoteCount'], .contentVote-score",
        ),
    ),
    surroundings=Surroundings(
        area=(
            ".block-outer, .blockStatus, .block--messages + form, .js-quickReply, "
            ".pageNavLinkGroup, #QuickReply, .quickReply"
        ),
        headings=".js-quickReply h3, .quickReply h3",
        closed=".blockStatus-message--locked, .pageNavLinkGroup .lockedAlert, .threadAlerts .icon",
        more=(
            ".pageNav-jump, .pageNav-page:not(.pageNav-page--current) a, "
            "a.pageNavSimple-el:not(.pageNavSimple-el--current), .PageNav a:not(.currentPage)"
        ),
    ),
)
