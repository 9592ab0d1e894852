"""What forums have in common: posts of which the first opens the topic and is the article."""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.document import Document
from tui.parse.threads.system import Item

_EARLIER_PAGE = "link[rel='prev'], a[rel='prev'], a[rel~='prev'][href]"


def without_opening(document: Document, posts: Sequence[Item]) -> Sequence[Item]:
    """The posts that answer the topic: all on later pages, all but the first on page one."""
    later = document.tree.css_first(_EARLIER_PAGE) is not None
    return posts if later else posts[1:]
