"""Isso: the comments that its script writes into the page.

Recognised are `.isso-comment` elements inside `#isso-thread`, replies in `.isso-follow-up`, in the
markup since release 0.12.6 and in the one before, whose inner classes have no prefix. A note in the
head of a comment says that it waits for moderation or is deleted. The snippet tells the server
(`data-isso`) and the thread (`data-isso-id`, else the page's path); the server gives the comments
to everybody. Sources: its templates `comment.js` and `comment-loader.js`, and its API's manual.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.parse.document import Document
from tui.parse.threads.embeds import asked
from tui.parse.threads.items import items_by_id
from tui.parse.threads.snippets import Details, asking, attributes, details, endpoint, path
from tui.parse.threads.system import Embed, Parts, Surroundings, System, sign

_SCRIPT = "script[data-isso], script[src$='/js/embed.min.js'], script[src$='/js/embed.js']"
_END = "/js/embed"
_AUTHORS = "isso-page-author-hashes"


def _details(document: Document) -> Details:
    script = attributes(document, _SCRIPT, ("isso", "src", _AUTHORS))
    beside = script.get("src", "").rpartition(_END)[0]
    thread = attributes(document, "#isso-thread", ("isso-id",))
    server = script.get("isso") or beside
    return details(
        {
            "data-isso": server,
            "data-isso-id": thread.get("isso-id"),
            f"data-{_AUTHORS}": script.get(_AUTHORS),
        }
    )


def _url(document: Document, told: Mapping[str, str]) -> str | None:
    server = endpoint(told.get("data-isso"), document)
    thread = told.get("data-isso-id") or path(document)
    return asking(f"{server}/", {"uri": thread}) if server and thread else None


EMBED = Embed(
    service="Isso",
    sign=sign(
        "#isso-thread",
        "/js/embed.min.js",
        "/js/embed.dev.js",
        selector="#isso-thread, script[data-isso]",
    ),
    details=_details,
    url=_url,
)


SYSTEM = System(
    name="isso",
    title="Isso",
    sign=sign(".isso-comment"),
    items=items_by_id(".isso-comment[id^='isso-']", r"^isso-(\d+)$"),
    parts=Parts(
        author=(".isso-author", ".isso-comment-header .author, header .author"),
        date=(".isso-permalink time", ".permalink time, header time"),
        body=(
            ".isso-note, .isso-text",
            ".isso-comment-header .note, .text-wrapper > .text, header .note",
        ),
        permalink=(".isso-permalink", ".permalink"),
        left_out=(".isso-avatar", ".avatar", ".isso-comment-footer", ".isso-postbox", ".postbox"),
        by_post_author=".isso-is-page-author",
        score=(".isso-votes", ".isso-comment-footer .votes"),
    ),
    surroundings=Surroundings(
        area="#isso-thread", headings=".isso-thread-heading, #isso-thread > h4"
    ),
    remote=asked(EMBED),
)
