"""What names of classes, ids, roles and elements say about a part of a page, as data.

The names are the words that content systems, themes and advertisement networks use; they are
matched as whole words of a class or id (`post-share-bar` has `post`, `share` and `bar`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tui.parse.blocks.elements import word_set
from tui.parse.patterns import regex

BESIDE_TAGS = word_set("nav aside footer dialog button select menu")
"""Elements for what stands beside the content (HTML standard, section 4.3)."""

BESIDE_ROLES = word_set(
    "navigation banner contentinfo complementary search dialog alertdialog menu"
)
"""Landmarks for what stands beside the content (WAI-ARIA 1.2, section 5.3.4)."""

_BESIDE_WORDS = """
    ad ads advert adverts advertisement advertising adsbygoogle sponsor sponsored sponsors promo
    promotion promoted banner cookie cookies consent gdpr
    share shares sharing sharer sharedaddy shareaholic social socials addtoany addthis
    related recirc recirculation recommended recommendations recommendation outbrain taboola
    newsletter newsletters subscribe subscription signup optin mailchimp convertkit
    sidebar footer masthead toolbar popup modal overlay lightbox authorbox bio byline
    comment comments commentlist disqus respond reactions trackbacks pingbacks
    trending popular cta copyright login rating ratings print
"""
_BESIDE_PHRASES = (
    r"author[-_ ]?(?:box|bio|info|card|profile|block|section|details|meta|desc\w*)",
    r"about[-_]?(?:the[-_]?)?author",
    r"(?:post|entry|article|blog|page)[-_]*(?:meta|footer|info|date|author)",
    r"(?:post|entry|article|blog|page)[-_]*(?:share|sharing)",
    r"(?:read|see|view)[-_]?(?:next|also)|up[-_]?next",
    r"(?:next|prev(?:ious)?)[-_]?(?:post|article)|back[-_]?to[-_]?top",
    r"(?:more|latest|recent|other|similar|featured|suggested)[-_]?(?:posts?|articles?|stories|news)",
    r"(?:more|latest|recent|other|similar|featured|suggested)[-_]?(?:reading|from|content)",
    r"widget[-_]?area|(?:footer|blog|sidebar)[-_]?widgets?",
    r"widget_(?:recent|archive|categor|search|tag|nav|meta|calendar)\w*|skip[-_]?(?:link|to)\w*",
    r"call[-_]to[-_]action|site[-_]?(?:header|footer)|page[-_]?footer",
    r"jp-relatedposts|sd-sharing|wp-block-latest-posts|most[-_]?(?:read|popular)",
    r"mw-editsection|navbox|catlinks|printfooter",
)
BESIDE = regex(
    r"(?<![a-z0-9])(?:" + "|".join([*_BESIDE_WORDS.split(), *_BESIDE_PHRASES]) + r")(?![a-z0-9])"
)
"""Words for what stands beside the content: advertisements, sharing, navigation, comments."""

LINKS = regex(
    r"(?<![a-z0-9])(?:breadcrumbs?|pagination|pager|paging|navbar|navigation|nav|menu|toc|tags?"
    r"|tagcloud|taglist|categories|table[-_]of[-_]contents|(?:read|see|view|load|show)[-_]?more"
    r")(?![a-z0-9])"
)
"""Words for lists of links, which mean nothing on elements that hold running text."""

CONTENT = regex(
    r"(?<![a-z0-9])(?:"
    r"(?:entry|post|article|blog|story|page|single|node)[-_]*(?:post[-_]*)?"
    r"(?:content|body|text|main|detail)s?"
    r"|(?:content|body|text)[-_]*(?:entry|post|article|blog|story|body)"
    r"|rich-?text|w-richtext|e-content|articlebody|postbody|prose|markdown-body"
    r"|field--?name-body|post-?entry|h-entry|hentry|(?:theme|wp-block)-post-content"
    r")(?![a-z0-9])"
)
"""Words for the content itself."""

_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")


class Meaning(NamedTuple):
    """What the names of an element say of it.

    Attributes:
        content: That it is the content.
        beside: That it stands beside the content.
        links: That it is a list of links.
    """

    content: bool
    beside: bool
    links: bool


@lru_cache(maxsize=4_096)  # the elements of a page, and the pages of a site, share their names
def meaning(names: str) -> Meaning:
    """What the names of an element say, as `names` gives them."""
    return Meaning(
        content=CONTENT.search(names) is not None,
        beside=BESIDE.search(names) is not None,
        links=LINKS.search(names) is not None,
    )


def names(classes: str, identity: str) -> str:
    """The class and the id of an element, camel case taken apart, in lower case."""
    text = f"{classes} {identity}"[:600]
    return text if text.islower() else _CAMEL.sub("-", text).lower()
