"""Comments that a script loads: which services do so, and where they have them.

Named here are the services whose comments are never in a saved page; what the others render is read
by their modules in `systems`. Settings are named as the services' manuals name them, and an address
is told only where a manual says that everybody may read there without a key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from tui.model import RemoteThread
from tui.parse.document import Document
from tui.parse.patterns import regex
from tui.parse.threads.nodes import attribute
from tui.parse.threads.snippets import (
    Details,
    address,
    asking,
    attributes,
    details,
    endpoint,
    first,
    in_element,
    in_script,
    script_with,
)
from tui.parse.threads.system import Embed, sign
from tui.parse.threads.wordpress import asked_at, known_by

_STATUS = regex(r"(https://[\w.:-]{1,200})/api/v1/statuses/(\d{1,30})/context")
_BLUESKY = regex(r"bsky\.app/profile/([\w.:-]{1,200})/post/(\w{1,40})")
_AT_URI = regex(r"at://[\w.:-]{1,200}/app\.bsky\.feed\.post/\w{1,40}")


def remote_thread(document: Document, embed: Embed) -> RemoteThread:
    """Where a service has the comments of a page."""
    told = embed.details(document)
    return RemoteThread(embed.service, embed.url(document, dict(told)), told)


def asked(embed: Embed) -> Callable[[Document], Sequence[RemoteThread]]:
    """What tells where the comments are that a service has not yet loaded, for `System.remote`."""
    return lambda document: [remote_thread(document, embed)]


def _cusdis(document: Document, told: Mapping[str, str]) -> str | None:
    server = endpoint(told.get("host") or "https://cusdis.com", document)
    if server is None or not {"app-id", "page-id"} <= told.keys():
        return None
    query = {"appId": told["app-id"], "pageId": told["page-id"], "page": "1"}
    return asking(f"{server}/api/open/comments", query)


def _fastcomments(document: Document, told: Mapping[str, str]) -> str | None:
    tenant, page = told.get("tenantId", ""), told.get("urlId") or address(document)
    if not re.fullmatch(r"[\w-]{1,60}", tenant) or page is None:
        return None
    return asking(f"https://fastcomments.com/comments/{tenant}", {"urlId": page})


def _webmentions(document: Document, told: Mapping[str, str]) -> str | None:
    target = told.get("page-url") or address(document)
    if target is None:
        return None
    query = {"target": target, "per-page": "100", "sort-by": "published", "sort-dir": "up"}
    return asking("https://webmention.io/api/mentions.jf2", query)


def _mastodon_details(document: Document) -> Details:
    """The status that the page's script asks for, or that its element names."""
    match = _STATUS.search(script_with(document, "/api/v1/statuses/"))
    if match is not None:
        return details({"host": match[1].partition("//")[2], "id": match[2]})
    told = attributes(document, "mastodon-comments", ("host", "tootid"))
    return details({"host": told.get("host"), "id": told.get("tootid")})


def _mastodon(document: Document, told: Mapping[str, str]) -> str | None:
    server = endpoint(f"https://{told['host']}" if "host" in told else None, document)
    status = told.get("id", "")
    return f"{server}/api/v1/statuses/{status}/context" if server and status.isdigit() else None


def _bluesky_details(document: Document) -> Details:
    """The post that an element or the page's script names, by its AT URI or its address."""
    node = first(document, "bluesky-comments, bsky-comments, #bluesky-comments")
    named = [attribute(node, name) for name in ("uri", "post", "data-uri", "url")] if node else []
    scripts = [script_with(document, word) for word in ("app.bsky.feed.post", "bsky.app/profile/")]
    for text in (*named, *scripts):
        uri, link = _AT_URI.search(text), _BLUESKY.search(text)
        if uri is not None or link is not None:
            made = f"at://{link[1]}/app.bsky.feed.post/{link[2]}" if link is not None else ""
            return details({"uri": uri[0] if uri is not None else made})
    return ()


def _bluesky(_: Document, told: Mapping[str, str]) -> str | None:
    if "uri" not in told:
        return None
    api = "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread"
    return asking(api, {"uri": told["uri"], "depth": "10", "parentHeight": "0"})


EMBEDS: tuple[Embed, ...] = (
    Embed(
        service="Cusdis",
        sign=sign("#cusdis_thread"),
        details=in_element("#cusdis_thread", "host", "app-id", "page-id", "page-url"),
        url=_cusdis,
    ),
    Embed(
        service="Hyvor Talk",
        sign=sign("#hyvor-talk-view", "//talk.hyvor.com"),
        details=in_element("hyvor-talk-comments", "website-id", "page-id"),
    ),
    Embed(
        service="FastComments",
        sign=sign("#fastcomments-widget", "//cdn.fastcomments.com/"),
        details=in_script("tenantId", "tenantId", "urlId"),
        url=_fastcomments,
    ),
    Embed(
        service="Coral",
        sign=sign("#coral_thread", "#coralStreamEmbed"),
        details=in_script("Coral.", "rootURL", "storyID", "storyURL"),
    ),
    Embed(
        service="OpenWeb",
        sign=sign(
            "//launcher.spot.im/",
            selector="script[src*='//launcher.spot.im/'], "
            "[data-spot-im-module-default-area], [data-spotim-module='conversation']",
        ),
        details=in_element("[data-spot-id][data-post-id], [data-spot-id]", "spot-id", "post-id"),
    ),
    Embed(
        service="IntenseDebate",
        sign=sign("#idc-container", "#IDCommentsHead"),
        details=in_script("idcomments_acct", "idcomments_acct", "idcomments_post_id"),
    ),
    Embed(
        service="Facebook",
        sign=sign(".fb-comments"),
        details=in_element(".fb-comments", "href"),
    ),
    Embed(
        service="Viafoura",
        sign=sign(".viafoura", "//cdn.viafoura.net/", selector="vf-conversations, vf-comments"),
    ),
    Embed(service="Vuukle", sign=sign("#vuukle-comments")),
    Embed(service="GraphComment", sign=sign("#graphcomment")),
    Embed(
        service="Insticator",
        sign=sign(".insticator-unit", selector=".insticator-unit.type-commenting"),
    ),
    Embed(
        service="webmention.io",
        sign=sign("/webmention.js", "/webmention.min.js"),
        details=in_element("script[src*='/webmention.']", "page-url"),
        url=_webmentions,
    ),
    Embed(
        service="Mastodon",
        sign=sign("#mastodon-comments-list", "#mastodon-comments", "/mastodon-comments"),
        details=_mastodon_details,
        url=_mastodon,
    ),
    Embed(
        service="Bluesky",
        sign=sign("#bluesky-comments", "/bluesky-comments", "/bsky-comments"),
        details=_bluesky_details,
        url=_bluesky,
    ),
    Embed(
        service="WordPress",  # by the plug-in Lazy Load for Comments, versions 1 and 2
        sign=sign("#llc_comments", "#llc-comments"),
        details=known_by,
        url=asked_at,
    ),
)
"""Services whose comments are never in a saved page."""
