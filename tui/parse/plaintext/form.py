"""The reply form of a save: its title and its notes."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import ReplyForm
from tui.parse.plaintext.blocks import joined, paragraphs
from tui.parse.plaintext.lines import Line
from tui.parse.words import (
    is_form_label,
    is_form_title,
    is_mail_note,
    is_reply_label,
    is_required_note,
)

REACH = 15
"""The notes of a form stand at most this many paragraphs under its title."""

TITLE_LENGTH = 120
"""No title of a form is longer than this many characters."""

MOST_CANCEL_WORDS = 6
"""A link that cancels a reply has fewer words than this: "Cancel reply"."""

NOTE_LENGTH = 300
"""Longer paragraphs are no notes."""


def find_saved_form(lines: Sequence[Line], width: int | None) -> ReplyForm | None:
    """The last form of some lines, or None; a note alone also tells that there is one."""
    texts = [joined(group) for group in paragraphs(lines, width)]
    named = {at: name for at, text in enumerate(texts) if (name := form_title(text))}
    titles = list(named)
    noted = [at for at, text in enumerate(texts) if _is_note(text)]
    if not titles and not noted:
        return None
    before = [at for at in titles if noted and at < noted[-1]] or titles
    if not before or (noted and noted[-1] - before[-1] > REACH):
        return ReplyForm(notes=tuple(dict.fromkeys(texts[at] for at in noted)))
    title = before[-1]
    notes = [texts[at] for at in noted if 0 < at - title <= REACH]
    return ReplyForm(title=named[title], notes=tuple(dict.fromkeys(notes)))


def form_title(text: str) -> str | None:
    """The title of a form in a line that holds it, perhaps with the link that cancels it."""
    if not text or len(text) > TITLE_LENGTH or is_reply_label(text):
        return None
    if is_form_title(text):
        return text
    words = text.split(" ")
    for at in range(len(words) - 1, max(0, len(words) - MOST_CANCEL_WORDS), -1):
        title = " ".join(words[:at])
        if is_form_label(" ".join(words[at:])) and is_form_title(title):
            return title
    return None


def _is_note(text: str) -> bool:
    return len(text) <= NOTE_LENGTH and (is_mail_note(text) or is_required_note(text))
