"""Twikoo: the comments that its script writes into the page.

Recognised are the `.tk-comment` elements; replies lie in the `.tk-replies` of the comment that
begins their thread. Those of the blog's owner are marked, and what waits for moderation has a
yellow tag. The snippet tells the server (`envId`), which answers POST requests only. Sources: its
components `TkComment.vue` and `TkComments.vue`.
"""

from __future__ import annotations

from tui.parse.document import Document
from tui.parse.threads.embeds import asked
from tui.parse.threads.items import items_by_id
from tui.parse.threads.nodes import first_of
from tui.parse.threads.scores import score_of
from tui.parse.threads.snippets import in_script
from tui.parse.threads.system import Embed, Parts, Surroundings, System, sign

EMBED = Embed(
    service="Twikoo",
    sign=sign("#twikoo", "#tcomment"),
    details=in_script("envId", "envId", "path"),
)


def _stated(document: Document) -> int | None:
    node = first_of(document, ".tk-comments-count > span")
    return score_of(node) if node is not None else None


SYSTEM = System(
    name="twikoo",
    title="Twikoo",
    sign=sign(".tk-comment"),
    items=items_by_id(".tk-comment", r"^(\w+)$"),
    parts=Parts(
        author=(".tk-meta .tk-nick", ".tk-nick"),
        date=(".tk-time time", ".tk-time"),
        body=(".tk-content",),
        left_out=(
            ".tk-content > span:has(> .tk-ruser)",
            ".tk-tag",
            ".tk-extras",
            ".tk-expand-wrap",
        ),
        by_post_author=".tk-master",
        held=".tk-tag-yellow",
        score=(".tk-action-link:first-child .tk-action-count", ".tk-action-count"),
    ),
    surroundings=Surroundings(
        area="#twikoo, #tcomment, .tk-comments", headings=".tk-comments-count"
    ),
    stated=_stated,
    remote=asked(EMBED),
)
