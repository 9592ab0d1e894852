"""Gitalk: the comments that its script writes into the page, from an issue on GitHub.

Recognised are the `.gt-comment` elements; they are flat and have no ids. Those of the blog's owners
are marked, and hearts are the score. The snippet tells the repository and the label by which the
issue is found. Sources: its components `comment.jsx` and `gitalk.jsx`, and its manual.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.embeds import asked
from tui.parse.threads.items import MAX_ITEMS
from tui.parse.threads.nodes import everywhere
from tui.parse.threads.snippets import asking, in_script
from tui.parse.threads.system import Embed, Item, Parts, Surroundings, System, sign

_REPOSITORY = regex(r"^[\w.-]{1,100}/[\w.-]{1,100}$")


def _items(document: Document) -> Sequence[Item]:
    return [Item((node,)) for node in everywhere(document, ".gt-comment")[:MAX_ITEMS]]


def _url(_: Document, told: Mapping[str, str]) -> str | None:
    """GitHub's address for the issue that has the labels of the page."""
    repository = f"{told.get('owner', '')}/{told.get('repo', '')}"
    if "id" not in told or not _REPOSITORY.match(repository):
        return None
    query = {"labels": f"Gitalk,{told['id']}"}
    return asking(f"https://api.github.com/repos/{repository}/issues", query)


EMBED = Embed(
    service="Gitalk",
    sign=sign("#gitalk-container"),
    details=in_script("Gitalk", "owner", "repo", "id"),
    url=_url,
)

SYSTEM = System(
    name="gitalk",
    title="Gitalk",
    sign=sign(".gt-comment", selector=".gt-comment .gt-comment-username"),
    items=_items,
    parts=Parts(
        author=(".gt-comment-username",),
        date=(".gt-comment-date",),
        body=(".gt-comment-body",),
        left_out=(".gt-comment-avatar", ".email-hidden-toggle"),
        by_post_author=".gt-comment-admin",
        score=(".gt-comment-like",),
    ),
    surroundings=Surroundings(area="#gitalk-container, .gt-container", headings=".gt-counts"),
    remote=asked(EMBED),
)
