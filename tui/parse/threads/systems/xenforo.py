"""XenForo topics, versions 1 and 2.

Source: its `post_macros` and `message` templates.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.forum import without_opening
from tui.parse.threads.items import items_by_id
from tui.parse.threads.system import Item, Parts, Surroundings, System, sign

_posts = items_by_id(
    "article.message--post[id*='post-'], #messageList > li.message[id^='post-']",
    r"post-(\d+)$",
)


def _items(document: Document) -> Sequence[Item]:
    return without_opening(document, _posts(document))


SYSTEM = System(
    name="xenforo",
    title="XenForo",
    sign=sign(".message--post", "#messageList"),
    items=_items,
    parts=Parts(
        author=(
            ".message-name .username, .message-name",
            ".messageUserInfo .username",
            ".username",
        ),
        date=(".message-attribution time, .message-attribution-main time", ".DateTime", "time"),
        body=(".message-body .bbWrapper", ".messageContent .messageText", ".message-body"),
        left_out=(
            ".message-signature",
            ".message-lastEdit",
            ".bbCodeBlock-title",
            ".bbCodeBlock-expandLink",
            ".attribution",
            ".messageTextEndMarker",
            ".js-selectToQuoteEnd",
        ),
    ),
    surroundings=Surroundings(
        area=".js-replyNewMessageContainer, #messageList", more=".pageNav a[href]"
    ),
)
