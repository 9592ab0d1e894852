"""Comments that a script loads: what shows that they are elsewhere, as data.

The signs are the containers and scripts that each service's own manual tells sites to put in.
"""

from __future__ import annotations

from tui.parse.document import Document

EMBEDS: tuple[tuple[str, str], ...] = (
    ("Disqus", "#disqus_thread, script[src*='.disqus.com/embed.js']"),
    ("giscus", "script[src*='giscus.app/client.js'], .giscus, giscus-widget"),
    ("utterances", "script[src*='utteranc.es/client.js'], .utterances"),
    ("Gitalk", "#gitalk-container"),
    ("Isso", "#isso-thread, script[data-isso]"),
    ("Remark42", "#remark42"),
    ("Commento", "#commento, script[src$='/js/commento.js']"),
    ("Comentario", "comentario-comments, script[src$='/comentario.js']"),
    ("Cusdis", "#cusdis_thread"),
    ("Waline", "#waline, [data-waline]"),
    ("Twikoo", "#twikoo, #tcomment"),
    ("Valine", "#vcomments"),
    ("Hyvor Talk", "hyvor-talk-comments, #hyvor-talk-view"),
    ("FastComments", "#fastcomments-widget"),
    ("Coral", "#coral_thread, #coralStreamEmbed"),
    ("OpenWeb", "[data-spot-im-module-default-area], [data-spotim-module]"),
    ("IntenseDebate", "#idc-container, #IDCommentsHead"),
    ("Ghost", "script[data-ghost-comments]"),
    ("Discourse", "#discourse-comments"),
    ("Facebook", ".fb-comments, fb\\:comments"),
)
"""Names of services with the CSS selector of their containers and scripts."""

_ANY = ", ".join(sign for _, sign in EMBEDS)


def embeds(document: Document) -> tuple[str, ...]:
    """The names of the services whose comments a page loads."""
    if document.tree.css_first(_ANY) is None:
        return ()
    return tuple(name for name, sign in EMBEDS if document.tree.css_first(sign) is not None)


def embed_notes(document: Document) -> tuple[str, ...]:
    """A sentence for each service whose comments are not in the page."""
    return tuple(
        f"Comments are loaded by {name}; they are not in the page's HTML."
        for name in embeds(document)
    )
