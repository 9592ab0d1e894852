"""Whether a line is one of the fixed labels of a comment thread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TypedDict

from msgspec import Struct

from tui.model import CommentKind
from tui.parse.words.ahead import ahead
from tui.parse.words.fold import fold, key, numbered_keys
from tui.parse.words.language import Language

LABEL_LENGTH = 160
"""No label is longer than this many characters."""

NOTE_LENGTH = 400
"""No note of a form or notice is longer than this many characters."""

MOST_NAMES = 5
"""A name has no more words than this."""

_AROUND = " :\u2022\u00b7|@()[]\u2192\u21b3\u21b1\u00bb"
_NAME = "{name}"
_TITLE = "{title}"
_COUNT = "{n}"
_PING = "ping"


_LABELS = (
    *("none", "one", "headings", "form", "chrome", "reply", "actions", "unfold", "older", "newer"),
    *("closed", "preview", "pingback", "trackback", "share", "anonymous", "deleted", "post_author"),
)
_NOTES = ("mail", "required", "held", "allowed", "login")
_ANSWERS = ("answers", "reply")
"""The fields of a language that are looked up as labels, within a text, and around a name."""


class _Keys(TypedDict):
    """Labels as they are kept.

    Attributes:
        whole: The keys of labels without a hole; a number is one word of them.
        holed: For labels with a hole, what stands before and after it, and how many words in it.
        numbered: Whether some of them hold a number.
    """

    whole: list[str]
    holed: list[tuple[str, str, int]]
    numbered: bool


class Labels:
    """Labels of all languages, ready to be looked up.

    Attributes:
        whole: The keys of labels without a hole; a number is one word of them.
        holed: For labels with a hole, what stands before and after it, and how many words in it.
        numbered: Whether some of them hold a number.
    """

    def __init__(self, keys: _Keys) -> None:
        self.whole = frozenset(keys["whole"])
        self.holed = keys["holed"]
        self.numbered = keys["numbered"]
        self._starts = tuple({before for before, _, _ in self.holed if before})
        self._ends = tuple({after for before, after, _ in self.holed if not before})

    def __contains__(self, text: str) -> bool:
        if len(text) > LABEL_LENGTH:
            return False
        if self._holds(key(text)):
            return True
        return self.numbered and any(self._holds(words) for words, _ in numbered_keys(text))

    def _holds(self, words: str) -> bool:
        if words in self.whole:
            return True
        near = words.startswith(self._starts) or words.endswith(self._ends)
        return near and any(fits(words, *label) for label in self.holed)


@ahead
def _keys(languages: tuple[Language, ...]) -> dict[str, _Keys]:
    """The keys of labels, by their field."""
    return {field: _keys_of(_all(languages, field)) for field in _LABELS}


def _keys_of(shown: Iterable[str]) -> _Keys:
    whole: set[str] = set()
    holed: list[tuple[str, str, int]] = []
    numbered = False
    for label in shown:
        before, hole, after = label.replace(_TITLE, _NAME).partition(_NAME)
        numbered = numbered or _COUNT in label
        if hole:
            most = LABEL_LENGTH if _TITLE in label else MOST_NAMES
            holed.append((marked(before), marked(after), most))
        else:
            whole.add(marked(label))
    return _Keys(whole=sorted(whole), holed=holed, numbered=numbered)


def _all(languages: tuple[Language, ...], field: str) -> Iterator[str]:
    """The labels of one field, of all languages."""
    return (label for language in languages for label in getattr(language, field))


def marked(label: str) -> str:
    """The key of a label or a half of one, with its first number marked."""
    if _COUNT not in label:
        return key(label)
    return numbered_keys(label.replace(_COUNT, "0"))[0][0]


def fits(words: str, before: str, after: str, most: int = LABEL_LENGTH) -> bool:
    """Whether something of so many words at most stands between the two halves of a label."""
    if not (words.startswith(before) and words.endswith(after)):
        return False
    hole = words[len(before) : len(words) - len(after)]
    if not 0 < len(hole.split()) <= most:
        return False
    return _joins(before, hole) and _joins(hole, after)


def _joins(left: str, right: str) -> bool:
    """Whether a word may end here: always beside a script that writes no spaces."""
    if not left or not right:
        return True
    return left[-1] == " " or right[0] == " " or left[-1] > "\u2fff" or right[0] > "\u2fff"


@cache
def labels(field: str) -> Labels:
    """The labels of one field of all languages."""
    return Labels(_keys()[field])


@ahead
def _notes(languages: tuple[Language, ...]) -> dict[str, list[str]]:
    """The keys of parts of notes, by their field."""
    return {field: [key(part) for part in _all(languages, field)] for field in _NOTES}


@lru_cache(maxsize=4096)  # a save's line is asked about as the end of a thread and of a comment
def _holds(text: str, field: str) -> bool:
    if len(text) > NOTE_LENGTH:
        return False
    words = key(text)
    return any(part in words for part in _notes()[field])


@lru_cache(maxsize=4096)
def is_reply_label(text: str) -> bool:
    """Whether this is the link that answers a comment, or a line that says which one is answered.

    "Reply", "Auf Anna antworten", "In reply to Anna".
    """
    if len(text) > LABEL_LENGTH:
        return False
    return key(text) in labels("reply").whole or replied_name(text) is not None


def answered_name(text: str) -> str | None:
    """The name in a line that says whose comment is answered, such as "In reply to Anna"."""
    name = _named(text, "answers")
    return None if name and key(text) in labels("reply").whole else name


def replied_name(text: str) -> str | None:
    """The name in a reply link, such as "Reply to Anna": above a text, it is whom that answers."""
    return answered_name(text) or _named(text, "reply")


@lru_cache(maxsize=4096)
def _named(text: str, field: str) -> str | None:
    """The name between two halves of a label."""
    line = " ".join(text.split()).strip(_AROUND)
    if not line or len(line) > LABEL_LENGTH or line.endswith((".", "!", "?")):
        return None
    answers = _answers(field)
    folded = fold(line)
    if not (folded.startswith(answers.starts) or folded.endswith(answers.ends)):
        return None
    for before, after in answers.pairs:
        end = len(line) - len(after)
        if _is_half(line[: len(before)], before) and _is_half(line[end:], after):
            name = line[len(before) : end].strip(_AROUND)
            if len(name.split()) > MOST_NAMES:  # "In reply to A title by Anna"
                name = signed_by(name) or ""
            if 0 < len(name.split()) <= MOST_NAMES and ": " not in name:
                return name
    return None


def signed_by(text: str) -> str | None:
    """What stands after the last "by" of a text such as "A title by Anna", or None."""
    parts = _by().split(text)
    return parts[-1] if len(parts) > 1 else None


@cache
def _by() -> re.Pattern[str]:
    """The words before a name, between spaces."""
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, _by_words()))})\s", re.IGNORECASE)


@ahead
def _by_words(languages: tuple[Language, ...]) -> list[str]:
    return sorted({fold(word) for word in _all(languages, "by") if " " not in word})


class _Answers(Struct, frozen=True):
    """What stands around the name in lines that say whose comment is answered.

    Attributes:
        pairs: What stands before and after it, the longest first.
        starts: What such lines begin with.
        ends: What those end with that begin with the name.
    """

    pairs: tuple[tuple[str, str], ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]


@cache
def _answers(field: str) -> _Answers:
    pairs = [(before, after) for before, after in _halves()[field]]
    return _Answers(
        pairs=tuple(pairs),
        starts=tuple({before for before, _ in pairs if before}),
        ends=tuple({after for before, after in pairs if not before}),
    )


@ahead
def _halves(languages: tuple[Language, ...]) -> dict[str, list[tuple[str, str]]]:
    """What stands before and after the name in each line, the longest first, by their field."""
    return {field: _halves_of(_all(languages, field)) for field in _ANSWERS}


def _halves_of(lines: Iterable[str]) -> list[tuple[str, str]]:
    halves = (fold(line).partition(_NAME) for line in lines if _NAME in line)
    return sorted(
        ((before, after) for before, _, after in halves),
        key=lambda pair: -len(pair[0]) - len(pair[1]),
    )


def _is_half(text: str, half: str) -> bool:
    """Whether a text is a half of a label, with its space towards the name."""
    folded = fold(text)
    if half.startswith(" "):
        folded = f" {folded}" if text.startswith(" ") else folded
    if half.endswith(" "):
        folded = f"{folded} " if text.endswith(" ") else folded
    return folded == half


def is_action_label(text: str) -> bool:
    """Whether this is another link or button of a comment: "Report", "Edit", "Like"."""
    return text in labels("actions")


def is_form_title(text: str) -> bool:
    """Whether this is the title of the form that takes replies: "Leave a Reply"."""
    return text in labels("form")


def is_form_label(text: str) -> bool:
    """Whether this is a button or field of that form: "Post Comment", "Website"."""
    return text in labels("chrome")


def is_mail_note(text: str) -> bool:
    """Whether this tells writers that their mail address is not shown."""
    return _holds(text, "mail")


def is_required_note(text: str) -> bool:
    """Whether this tells writers how required fields are marked."""
    return _holds(text, "required")


def is_markup_note(text: str) -> bool:
    """Whether this tells writers which HTML tags they may use, or that they may use Markdown."""
    return _holds(text, "allowed") or (len(text) <= NOTE_LENGTH and "markdown" in text.casefold())


def is_held_notice(text: str) -> bool:
    """Whether this says that a comment waits for moderation."""
    return len(text) <= LABEL_LENGTH and _holds(text, "held")


def is_closed_notice(text: str) -> bool:
    """Whether this says that the thread takes no replies."""
    return text in labels("closed")


def is_preview_label(text: str) -> bool:
    """Whether this is the button that shows a reply before it is sent: "Preview"."""
    return text in labels("preview")


def is_login_notice(text: str) -> bool:
    """Whether this says that one has to log in to write."""
    return _holds(text, "login")


def is_deleted_notice(text: str) -> bool:
    """Whether this stands where a comment was taken away."""
    return text in labels("deleted")


def is_share_label(text: str) -> bool:
    """Whether this heads a box for sharing, for related posts or for other parts of the site."""
    return text in labels("share")


def is_comments_heading(text: str) -> bool:
    """Whether this heads a thread, without a count: "Comments", "Reacties"."""
    return text in labels("headings")


def is_unfold_label(text: str) -> bool:
    """Whether this opens the rest of a comment, or replies that are folded away."""
    return text in labels("unfold")


def is_older_link(text: str) -> bool:
    """Whether this leads to older comments."""
    return text in labels("older")


def is_newer_link(text: str) -> bool:
    """Whether this leads to newer comments."""
    return text in labels("newer")


def is_post_author_mark(text: str) -> bool:
    """Whether this marks a comment as written by the author of the post: "Author", "Auteur"."""
    return text in labels("post_author")


def without_unverified(name: str) -> str:
    """A name without the mark of a commenter who has no account: "(not verified)"."""
    for mark in _unverified():
        if name.casefold().endswith(mark):
            return name[: -len(mark)].rstrip()
    return name


@cache
def _unverified() -> tuple[str, ...]:
    return tuple(_unverified_marks())


@ahead
def _unverified_marks(languages: tuple[Language, ...]) -> list[str]:
    return sorted({mark.casefold() for mark in _all(languages, "unverified")})


def is_anonymous(text: str) -> bool:
    """Whether this name stands for a commenter who gave none."""
    return text in labels("anonymous")


def ping_label(text: str) -> CommentKind | None:
    """Which kind of ping a label announces: "Pingback:", "Trackback from"; None for others.

    "Ping" needs its colon: people are called so, too.
    """
    words = key(text)
    if words == _PING:
        return CommentKind.PINGBACK if text.rstrip().endswith((":", "\uff1a")) else None
    if words in labels("trackback").whole:
        return CommentKind.TRACKBACK
    return CommentKind.PINGBACK if words in labels("pingback").whole else None
