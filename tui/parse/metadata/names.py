"""Names alone: bylines without "by", roles, addresses and the site's own name."""

# ruff: noqa: RUF001 - the punctuation of many scripts

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tui.parse.clean import clean_line, letters
from tui.parse.dates import find_date, tells_publication
from tui.parse.metadata.roles import says_role
from tui.parse.metadata.signs import is_unspaced
from tui.parse.patterns import regex
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import by_letter
from tui.parse.words.language import Language

MAX_NAME = 80
"""No author's name is longer than this many characters."""

_ADDRESS = regex(r"\S+@\S+\.\S+|https?://\S+|\bwww\.\S+")
_CUT = regex(
    r"(?=[\W\d]|\b[uprefml])(?:"  # most places within a name are none of these
    r"\s*(?:[|•·⋅●・/／\[\]<>]|\((?![^()]{1,40}\)\s+[^\W\d_]+\s*$))\s*|\s+[–—-]\s+"
    r"|\s+(?:on|am|op|le|il|el|den)\s+(?=\w+\s?\d|\d)|\s+in\s+(?!the\s)(?=\w)"
    r"|\s*,?\s*\b(?:updated|published|posted|reviewed|edited|medically|fact[- ]checked|last)\b.*"
    r"|\s+on\s+behalf\s+of\b.*|\s*[–—]\s*(?=\d)|\s{2,}|\d{3,}.*|\s+\d.*min.*|\s+@\w"
    r"|(?<!view)(?<!see)(?<!read)\s+(?:more|view|see|read)\s+(?:all\s+|more\s+)?(?:stories|posts|articles|by|from)\b)",
    re.IGNORECASE,
)
_MANY = regex(
    r"\s*(?:[,;]\s*(?:and|und|en|et|y)\s|[;&]|\s(?:and|und|et|og|och|en|y|e|i|ja|ve|with|mit|met)\s)\s*"
)
_ASIDE = regex(r"\s*\([^()]{1,40}\)(?=\s*[,;&])")
"""What stands in brackets between two names or after a degree."""

_NOBODY = frozenset(
    {"admin", "administrator", "root", "webmaster", "wpadmin", "unknown", "author",
     "no author", "user", "guest", "null", "none", "undefined", "true", "false", "bio", "full bio",
     "read full bio", "view bio", "view profile", "see profile", "read more", "contact us",
     "follow us", "about us", "copy link", "view all posts", "see all posts"}
)  # fmt: skip
_ROLE_WORDS = 5
"""No role between names is of more words."""

_NO_STARTS = ("of ", "this ", "for ", "to ", "View ", "Follow ")
_PARTICLES = frozenset(
    {"de", "da", "di", "do", "dos", "del", "della", "der", "den", "des", "du", "la", "le", "van",
     "von", "vom", "zu", "zur", "ter", "ten", "el", "al", "bin", "ibn", "y", "e", "af", "av", "st"}
)  # fmt: skip
_MARKS = " ,.;:@-–—|·•●・«»‹›《》〈〉【】"
_LEAD = regex(
    r"(?:(?:this |the )?(?:article|post|story|column|interview|words|text) (?:was |is )?"
    r"|(?:(?:view|see|read) )?(?:all|more) (?:articles|posts|stories) )(?=(?:written )?by\b)",
    re.IGNORECASE,
)
_OF_REPORTER = "\uae30\uc790"
_REPORTER = regex(rf"(?P<name>[\uac00-\ud7af]{{2,4}}) ?(?P<of>{_OF_REPORTER})(?![\uac00-\ud7af])")
"""In Korean the word for a reporter stands behind the name."""

_PARTS = regex(r"\s[|·•]\s+(?=\w)")
_DATED = regex(r"[^\W\d_]{3,10}\.?,? \d")
_FIRST_SYLLABLE, _LAST_SYLLABLE = "\uac00", "\ud7af"
"""The syllables of Korean, whose names are written without a space, too."""

_LONGEST_UNSPACED = 8
"""Names in these have no more characters than this."""

_DIGIT = regex(r"\d")
_LETTER = regex(r"[^\W\d_]")
_CODE = regex(r"[{}<>=]|\d:\d\d|[a-z]: |^\d+ ?min")
"""What data, code and lengths of recordings have in them, and no name."""


@cache
def _starts() -> dict[str, tuple[str, ...]]:
    return by_letter(word.casefold() for word in _by())


def _byline(line: str) -> re.Match[str] | None:
    """The word for a byline with which a line begins; mostly not even its letters are there."""
    begins = line[:MAX_NAME].replace("\u0130", "i").casefold()
    words = _starts().get(begins[:1])
    return _bylines(begins[0]).match(line) if words and begins.startswith(words) else None


@cache
def _bylines(first: str) -> re.Pattern[str]:
    """The words for bylines that begin with a letter."""
    spaced = "|".join(re.escape(word) for word in _by() if word.casefold()[0] == first)
    return re.compile(rf"(?:{spaced})(?:\s*[:：/／●＝]\s*|\s+|$)", re.IGNORECASE)


@ahead
def _by(languages: tuple[Language, ...]) -> list[str]:
    """The words before a name in a byline, the longest first."""
    words = {word for table in languages for word in table.by}
    return sorted(words, key=lambda word: (-len(word), word))


def has_byline(line: str) -> bool:
    """Whether a line begins with a word that stands before an author's name."""
    return _byline(line) is not None


def is_plain_byline(line: str) -> bool:
    """Whether the word at a line's beginning stands before nothing but names.

    English "by" does, and what is two words or has a colon; a preposition such as Swedish "av" or
    Italian "di" also begins other lines.
    """
    match = _byline(line)
    word = match[0].strip() if match else ""
    return word.lower() == "by" or " " in word or word.endswith((":", "："))


def to_byline(line: str) -> str:
    """A line from its byline on: "Posted on 3 May 2024 by Anna", "This post was written by ..."."""
    if "by" in line.lower() and (lead := _LEAD.match(line)):
        return line[lead.end() :]
    if _DIGIT.search(line) and (line[0].isdigit() or _DATED.match(line) or tells_publication(line)):
        found = find_date(line)
        rest = line[found.end :].strip(_MARKS) if found is not None and not found.start else ""
        if has_byline(rest):
            return rest
    if _OF_REPORTER in line and (reporter := _REPORTER.match(line)):
        return f"{reporter['of']} {reporter['name']}"
    if "·" in line or "|" in line or "•" in line:
        for part in _PARTS.finditer(line):
            if is_plain_byline(rest := line[part.end() :]):
                return rest
    return line


def is_label(line: str) -> bool:
    """Whether a line is nothing but a word that stands before an author's name."""
    match = _byline(line)
    return match is not None and match.end() == len(line)


def is_person(text: str) -> bool:
    """Whether a name looks like one of a person: two to five words with capitals, no digits.

    Chinese, Japanese and Korean names are some characters without any space.
    """
    words = text.split()
    return _is_unspaced_name(text) or (
        2 <= len(words) <= 5
        and not any(character.isdigit() for character in text)
        and all(word[0].isupper() or word.lower() in _PARTICLES for word in words)
        and words[0][0].isupper()
    )


def _is_unspaced_name(text: str) -> bool:
    """Whether a text is in scripts without spaces, and as short as a name."""
    return 2 <= len(text) <= _LONGEST_UNSPACED and all(
        is_unspaced(character) or _FIRST_SYLLABLE <= character <= _LAST_SYLLABLE
        for character in text
    )


@lru_cache(maxsize=256)  # several fields name the same people
def names_of(text: str) -> tuple[str, ...]:
    """The names in a byline or in a field for authors; empty where there is none."""
    text = text[:400]
    if "&" in text:
        from html import unescape  # noqa: PLC0415 -- loads a large table, seldom needed

        text = unescape(text)
    line = clean_line(_ADDRESS.sub(" ", text)).strip(_MARKS)
    for _ in range(2):
        line = line[byline.end() :] if (byline := _byline(line)) else line
    found = find_date(line)
    if found is not None:
        line = line[: found.start].strip(_MARKS) or line[found.end :].strip(_MARKS)
    line = _CUT.split(_ASIDE.sub("", line), maxsplit=1)[0].strip(_MARKS)
    parts = _MANY.split(line)
    is_firm = len(parts) > len(set(parts)) and " " not in parts[0]  # "Visser & Visser"
    is_odd = any(len(part) == 1 or len(part) > MAX_NAME for part in parts)
    if len(parts) == 1 or is_firm or is_odd:
        parts = [line]
    names = [name for part in _without_more_roles(parts) for name in _comma_parts(part)]
    return tuple(dict.fromkeys(name for name in names if is_name(name)))


def _without_more_roles(parts: list[str]) -> Iterator[str]:
    """The parts without those that go on with a role: "Anna Visser, VP and Senior Fellow"."""
    before = ""
    for part in parts:
        _, comma, role = before.rpartition(",")
        if not (comma and _is_role(role) and _is_role(part.partition(",")[0])):
            yield part
        before = part


def _comma_parts(text: str) -> list[str]:
    """Full names between commas; after the first, a single word or a role is no name.

    What follows a role belongs to it, as in "Anna Visser, Vice President, Example Bread", unless it
    has a role of its own.
    """
    first, *rest = (part.strip() for part in text.split(","))
    if " " not in first or not rest:
        return [first]
    roles = [*map(_is_role, rest), False]
    return [
        first,
        *(
            part
            for at, part in enumerate(rest)
            if _is_full_name(part) and not roles[at] and (roles[at + 1] or True not in roles[:at])
        ),
    ]


def _is_role(text: str) -> bool:
    """Whether a text between commas is what somebody is, and no name."""
    return len(text.split()) <= _ROLE_WORDS and says_role(text)


def _is_full_name(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 4 and all(word[0].isupper() for word in words) and "." not in words[-1]
    )


def is_name(text: str) -> bool:
    """Whether a text can be the name of an author, and is no label or code in its place."""
    return (
        1 < len(text) <= MAX_NAME
        and text.lower() not in _NOBODY
        and _LETTER.search(text) is not None
        and _CODE.search(text) is None
        and not text.startswith(_NO_STARTS)
        and not is_label(text)
        and len(text.split()) <= 8
    )


def is_called(text: str) -> bool:
    """Whether a text can be what somebody or a team is called: few words, all like names."""
    words = text.split()
    if len(words) > 5:
        return False
    return len(words) == 1 or all(
        not word[0].islower() or word in _PARTICLES or word in {"the", "of"} for word in words
    )


def is_same_person(one: str, other: str) -> bool:
    """Whether all words of a name are in the other: a first name, or a name with a title."""
    ours, theirs = set(one.casefold().split()), set(other.casefold().split())
    return ours <= theirs or theirs <= ours


def is_of_site(name: str, site: str | None) -> bool:
    """Whether a name is that of the site, perhaps with a word such as "Team" around it."""
    if site is None:
        return False
    ours, theirs = letters(name), letters(site)
    return ours == theirs or (len(theirs) > 4 and theirs in ours)


def first_name_first(name: str) -> str:
    """A name such as "Visser, Anna" turned round; two full names between commas stay."""
    last, _, first = (part.strip() for part in name.partition(","))
    if not first or "," in first or (" " in first and " " in last and last[0].isupper()):
        return name
    return f"{first} {last}"
