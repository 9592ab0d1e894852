"""What names of classes, ids, roles and elements say about a part of a page, as data.

The names are the words that content systems, themes and advertisement networks use; they are
matched as whole words of a class or id (`post-share-bar` has `post`, `share` and `bar`). Patterns
begin with the sign before the word, a space at least: a search for it is many times faster than one
that looks behind each letter.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from tui.parse.blocks.elements import word_set
from tui.parse.marks import stem
from tui.parse.patterns import regex

BESIDE_TAGS = word_set("nav aside footer dialog button select menu")
"""Elements for what stands beside the content (HTML standard, section 4.3)."""

BESIDE_ROLES = word_set(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar listbox"
    " toolbar"
)
"""Landmarks and controls that stand beside the content (WAI-ARIA 1.2, section 5.3)."""

_BESIDE_WORDS = word_set(
    """
    ad ads advert adverts advertisement advertising adsbygoogle sponsor sponsored sponsors promo
    promotion promoted banner cookie cookies consent gdpr
    share shares sharing sharer sharedaddy shareaholic social socials addtoany addthis
    related recirc recirculation recommended recommendations recommendation outbrain taboola
    newsletter newsletters subscribe subscription signup optin mailchimp convertkit
    sidebar footer masthead toolbar popup modal overlay lightbox authorbox bio byline
    comment comments commentlist disqus respond reactions trackbacks pingbacks
    saboxplugin molongui vcard disclaimer disclaimers disclosure
    trending popular cta copyright login rating ratings print
"""
)
"""Words for what stands beside the content: advertisements, sharing, navigation, comments."""

_BESIDE_PHRASES = (
    r"abh_box",
    r"authors?[-_ ]{0,2}(?:box|bio|info|card|profile|block|section|details?|meta|desc\w*)",
    r"authors?[-_ ]{0,2}(?:about|wrap\w*|container|area)",
    r"about[-_]?(?:the[-_]?)?author",
    r"(?:post|entry|article|blog|page)[-_]*(?:meta|footer|info|date|author)",
    r"headline[-_]*(?:meta|date|author)",
    r"(?:post|entry|article|blog|page)[-_]*(?:share|sharing)",
    r"(?:read|see|view)[-_]?(?:next|also)|up[-_]?next",
    r"(?:next|prev(?:ious)?)[-_]?(?:post|article)|back[-_]?to[-_]?top",
    r"(?:more|latest|recent|other|similar|featured|suggested)[-_]?(?:posts?|articles?|stories|news)",
    r"(?:more|latest|recent|other|similar|suggested)[-_]?(?:reading|from|content)",
    r"widget[-_]?area|(?:footer|blog|sidebar)[-_]?widgets?",
    r"widget_(?:recent|archive|categor|search|tag|nav|meta|calendar)\w*|skip[-_]?(?:link|to)\w*",
    r"call[-_]to[-_]action|site[-_]?(?:header|footer)|page[-_]?footer",
    r"jp-relatedposts|sd-sharing|wp-block-(?:latest-posts|query|post-template)|most[-_]?(?:read|popular)",
    r"(?:sign|log)[-_]?in|regwall",
    r"vjs-(?:control|loading|modal|big-play|text-track|error)[\w-]*|plyr__controls?",
    r"mejs(?:__|-)(?:controls|layers)|jw-(?:controls|skip|captions|error-msg)",
    r"mw-editsection|navbox|catlinks|printfooter",
)
_BESIDE = regex(r"[^a-z0-9](?:" + "|".join(_BESIDE_PHRASES) + r")(?![a-z0-9])")
"""Phrases for it."""

_LINK_WORDS = word_set(
    """
    breadcrumb breadcrumbs pagination pager paging navbar navigation nav menu toc tag tags
    tagcloud taglist categories button buttons btn
"""
)
_LINKS = regex(
    r"[^a-z0-9](?:table[-_]of[-_]contents|featured[-_]?content"
    r"|(?:read|see|view|load|show)[-_]?more)(?![a-z0-9])"
)
"""Words and phrases for lists of links, which mean nothing on elements that hold running text."""

_LINK_PARTS = ("content", "more")
"""Each phrase has one of these, which is sooner found."""

_CONTENT = regex(
    r"[^a-z0-9](?:"
    r"(?:entry|post|article|blog|story|page|single|node)[-_]*(?:post[-_]*)?"
    r"(?:content|body|text|main|detail)s?"
    r"|(?:content|body|text)[-_]*(?:entry|post|article|blog|story|body)"
    r"|rich-?text|w-richtext|e-content|articlebody|postbody|prose|markdown-body"
    r"|field--?name-body|post-?entry|h-entry|hentry|(?:theme|wp-block)-post-content"
    r")(?![a-z0-9])"
)
"""Words for the content itself."""

_BODY = frozenset({"entry-content", "wp-block-post-content", "e-content"})
"""Classes of the body of a post: WordPress's themes, its block, microformats (h-entry)."""

_APART = bytes(byte if chr(byte).isalnum() and byte < 128 else 32 for byte in range(256))
"""Takes the words of a name apart: a space for each byte that is no letter or digit of ASCII."""

_SLUG = 5
"""An id with so many hyphens is an anchor made of a heading's words."""

_LONGEST = 600
"""Of an attribute so many characters are read."""

_FEATURE = regex(
    r"[^a-z0-9](?:"
    r"(?<=\s)(?:(?:has|no|with|without)[-_][^\s]+|h[1-6]-related|ltx_(?!page_)[^\s]+)"
    r"|sidebar[-_]{1,2}(?:enabled|disabled|on|off|none|no|true|false)[^\s]*)"
)
"""Classes that say what an element has or has not, and not what it is."""

_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")


class Said(Struct, frozen=True):
    """What the names of an element say of it.

    Attributes:
        beside: That it stands beside the content.
        links: That it is a list of links.
    """

    beside: bool
    links: bool


NOTHING = Said(beside=False, links=False)
"""What elements without a name say, and most of those with one."""


@lru_cache(maxsize=8_192)  # the elements of a page, and the pages of a site, share their names
def tells(name: str) -> bool:
    """Whether a class or an id may say something of its element: what `said` is asked about."""
    return _said(stem(name)) is not NOTHING


def said(classes: str, identity: str) -> Said:
    """What the class and the id of an element say.

    An id of many words is left out, for it is made of a heading's, and names no part of a page.
    """
    by_class = _said(stem(classes)) if classes else NOTHING
    by_id = _said(stem(identity)) if _is_name(identity) else NOTHING
    if by_class is NOTHING or by_id is NOTHING:
        return by_id if by_class is NOTHING else by_class
    return Said(by_class.beside or by_id.beside, by_class.links or by_id.links)


@lru_cache(maxsize=8_192)
def is_content(classes: str, identity: str) -> bool:
    """Whether the class and the id of an element say that it is the content."""
    if classes and _CONTENT.search(_names(classes)):
        return True
    return _is_name(identity) and _CONTENT.search(_names(identity)) is not None


def is_body(classes: str) -> bool:
    """Whether a class is one of those by which systems call the body of a post."""
    return bool(classes) and not _BODY.isdisjoint(classes.split())


def names(classes: str, identity: str) -> str:
    """The class and the id of an element, each after a space, in lower case.

    Camel case is taken apart; ids of many words are left out, as in `said`.
    """
    by_class = _names(classes) if classes else ""
    return by_class + _names(identity) if _is_name(identity) else by_class


def _is_name(identity: str) -> bool:
    return identity != "" and identity.count("-") < _SLUG


@lru_cache(maxsize=8_192)
def _names(attribute: str) -> str:
    text = " " + attribute[:_LONGEST]
    return text if text.islower() else _CAMEL.sub("-", text).lower()


@lru_cache(maxsize=8_192)
def _said(attribute: str) -> Said:
    """What a class or an id says, whose number at its end is 0."""
    text = _FEATURE.sub("", _names(attribute))
    words = text.encode("utf-8", "replace").translate(_APART).decode("ascii").split()
    beside = not _BESIDE_WORDS.isdisjoint(words) or _BESIDE.search(text) is not None
    links = not _LINK_WORDS.isdisjoint(words) or _is_of_links(text)
    return Said(beside=beside, links=links) if beside or links else NOTHING


def _is_of_links(text: str) -> bool:
    return any(map(text.__contains__, _LINK_PARTS)) and _LINKS.search(text) is not None
