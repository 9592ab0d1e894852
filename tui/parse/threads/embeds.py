"""Comments that a script loads: which services do so, and where they have them."""

from __future__ import annotations

from tui.model import RemoteThread
from tui.parse.document import Document
from tui.parse.threads.signs import Signs
from tui.parse.threads.system import Embed, sign

EMBEDS: tuple[Embed, ...] = (
    Embed(service="Gitalk", sign=sign("#gitalk-container")),
    Embed(service="Comentario", sign=sign("/comentario.js")),
    Embed(service="Cusdis", sign=sign("#cusdis_thread")),
    Embed(service="Waline", sign=sign("#waline")),
    Embed(service="Twikoo", sign=sign("#twikoo", "#tcomment")),
    Embed(service="Valine", sign=sign("#vcomments")),
    Embed(service="Hyvor Talk", sign=sign("#hyvor-talk-view", "//talk.hyvor.com")),
    Embed(service="FastComments", sign=sign("#fastcomments-widget")),
    Embed(service="Coral", sign=sign("#coral_thread", "#coralStreamEmbed")),
    Embed(service="OpenWeb", sign=sign(selector="[data-spot-im-module-default-area]")),
    Embed(service="IntenseDebate", sign=sign("#idc-container", "#IDCommentsHead")),
    Embed(service="Facebook", sign=sign(".fb-comments")),
)
"""Services whose comments are never in a saved page."""


def services(document: Document, embeds: Signs[Embed]) -> tuple[RemoteThread, ...]:
    """The services that load comments into a page."""
    return tuple(remote_thread(document, embed) for embed in embeds.on(document))


def remote_thread(document: Document, embed: Embed) -> RemoteThread:
    """Where a service has the comments of a page."""
    details = embed.details(document)
    return RemoteThread(embed.service, embed.url(document, dict(details)), details)
