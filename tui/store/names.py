"""The ids of drafts, and names of files that tell people what is in them."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from random import SystemRandom

from tui.store.draft import Draft

_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # no letter that passes for a digit
_ID_LENGTH = 8
_SLUG_LENGTH = 40


def new_id() -> str:
    """An id that no draft has yet, as far as chance goes."""
    return "".join(SystemRandom().choices(_ID_LETTERS, k=_ID_LENGTH))


def file_name(draft: Draft) -> str:
    """A name that tells people what the file is."""
    words = unicodedata.normalize("NFC", draft.page.title or "").casefold()
    slug = re.sub(r"[\W_]+", "-", words)[:_SLUG_LENGTH].strip("-") or "reply"
    return f"{draft.created:%Y-%m-%d}-{slug}-{draft.id}.md"


def free_path(path: Path) -> Path:
    """The path itself, or one like it that nothing has yet."""
    while path.exists():
        path = path.with_name(f"{os.urandom(2).hex()}-{path.name}")
    return path
