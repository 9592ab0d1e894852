"""Whether a line could be a commenter's name."""

# ruff: noqa: RUF001 - quotes of many kinds

from __future__ import annotations

import re

from tui.parse.patterns import regex
from tui.parse.words import (
    is_action_label,
    is_anonymous,
    is_closed_notice,
    is_comments_heading,
    is_form_label,
    is_form_title,
    is_newer_link,
    is_older_link,
    is_post_author_mark,
    is_reply_label,
    is_share_label,
    is_unfold_label,
    stated_count,
    without_unverified,
)

NAME_LENGTH = 60
"""Longer lines are no names."""

TWICE = 5
"""Names of fewer characters that repeat themselves are names: "Yoyo"."""

_END = (".", "!", "?", "…", ":", ";", ",", "。", "！", "？", '"', "”", ")", "]")
_PARTICLES = frozenset(
    [
        "van",
        "de",
        "der",
        "den",
        "het",
        "ten",
        "ter",
        "von",
        "zu",
        "vom",
        "und",
        "di",
        "da",
        "del",
        "della",
        "du",
        "des",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "af",
        "av",
        "y",
        "e",
        "o",
        "dos",
        "das",
        "do",
        "mc",
        "st",
        "op",
        "in",
        "'t",
    ]
)
_ENDS_NAME = regex(r"\([^()]+\)$|\.\)$|\s(?:(?:[^\W\d_]\.?){1,3}|Jr|Sr|Dr)\.$")
_TRAILER = regex(r"(?:^|\s)(?:[|·•»«–—-]|\(?#\d*\)?)\s*$")
_AVATAR_BETWEEN = regex(r"(\S{1,40}) avatar ?\1", re.IGNORECASE)
_FEEDS = frozenset({"rss", "atom", "feed"})
_NUMBER = regex(r"^[+-]?\d*#[\d.]+\s+(?=\D)")  # "#2 Anna", with points before it "+4#2 Anna"
_POINTS = regex(r"[+-]?\d+\s")
_GLUED = regex(r"(?<=[a-zà-ÿ.\d])(?=[A-Z][a-z])")  # "AnnaAuthor": two parts without a space
_AVATAR = regex(
    r"^(?:(?:\[[\w.%-]{1,24}\]\s?)+(?=\S)"
    r"|(?:.{1,40}['’]s avatar|avatar(?: (?:for|of|von|van|de|di))?"
    r"|(?:profil(?:e )?(?:bild|picture|foto|pic)|profielfoto|photo|foto|bild|image|user avatar)"
    r"(?: (?:of|for|von|van|de|di|vom))?)\s+(?=\S))",
    re.IGNORECASE,
)

_AVATAR_AFTER = regex(r"(?<=\w)['’]s (?:avatar|profile picture|photo)$", re.IGNORECASE)


def bare_name(text: str) -> str:
    """A name without avatar's words before it, the word "by", and marks and numbers around it."""
    name = _NUMBER.sub("", text.strip(" \t|·•–—-*:,/@"))
    name = _AVATAR.sub("", without_unverified(name.strip("#@ ")))
    for _ in range(3):
        shorter = _TRAILER.sub("", name).strip(" |·•–—-*:,/@#")
        if shorter == name or not any(char.isalpha() for char in shorter):
            break
        name = shorter
    name = _once(_AVATAR_AFTER.sub("", name))
    return without_mark(name) or without_mark(_GLUED.sub(" ", name)) or name


def _once(name: str) -> str:
    """A name that stands twice, as a picture's text and as words, once."""
    if match := _AVATAR_BETWEEN.fullmatch(name):
        return match[1]
    middle = len(name) // 2
    if name[middle : middle + 1] == " " and name[:middle] == name[middle + 1 :]:
        return name[:middle]
    twice = middle >= TWICE and name[:middle] == name[middle:]
    return name[:middle] if twice else name


def without_mark(text: str) -> str | None:
    """What stands before a mark of the post's author that ends a text, or None without a mark."""
    words = text.rstrip(" :").split(" ")
    for size in (3, 2, 1):
        if len(words) > size and is_post_author_mark(" ".join(words[-size:])):
            return " ".join(words[:-size]).rstrip(" (|·•,–—-")
    return None


def is_label(text: str) -> bool:
    """Whether a line is a fixed label of a page and so nobody's name."""
    return (
        is_reply_label(text)
        or is_action_label(text)
        or is_form_title(text)
        or is_form_label(text)
        or is_share_label(text)
        or is_comments_heading(text)
        or is_closed_notice(text)
        or is_older_link(text)
        or is_newer_link(text)
        or is_unfold_label(text)
        or is_post_author_mark(text)
        or stated_count(text) is not None
    )


def may_be_name(text: str) -> bool:
    """Whether a line has the shape of a name: short, no sentence, with a letter."""
    if not text or len(text) > NAME_LENGTH or len(text.split()) > 7 or _POINTS.match(text):
        return False
    if text.endswith(_END) and not _ENDS_NAME.search(text) and len(text.split()) > 1:
        return False
    if text.casefold() in _FEEDS or "://" in text:
        return False
    return any(char.isalnum() for char in text) and not is_label(text)


def name_score(text: str) -> float:
    """How much a line looks like a name, from 0 to 1: capitals on every word, few words."""
    words = text.split()
    if not may_be_name(text) or len(text) > 40 or text.endswith(_END) or len(words) > 5:
        return 0.0
    if is_anonymous(text):
        return 1.0
    if len(words) == 1:
        return 0.6 if text[0].isupper() else 0.5
    if not any(char.isupper() or char.islower() for char in text):  # scripts without capitals
        return 0.5
    if words[-1][0].isupper() and all(map(_is_proper, words)):
        return 1.0
    return 0.25 if words[0][0].isupper() else 0.3


def _is_proper(word: str) -> bool:
    """Whether a word may stand in a name of several words."""
    return word[0].isupper() or word.lower() in _PARTICLES or not word[0].isalpha()
