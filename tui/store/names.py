"""The ids of drafts, and names of files that tell people what is in them."""

from __future__ import annotations

import re
import secrets
import unicodedata
from pathlib import Path

from tui.store.draft import Draft

_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # no letter that passes for a digit
_ID_LENGTH = 8
_SLUG_LENGTH = 40


def new_id() -> str:
    """An id that no draft has yet, as far as chance goes."""
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))


def file_name(draft: Draft) -> str:
    """A name that tells people what the file is."""
    words = unicodedata.normalize("NFC", draft.page.title or "").casefold()
    slug = re.sub(r"[\W_]+", "-", words)[:_SLUG_LENGTH].strip("-") or "reply"
    return f"{draft.created:%Y-%m-%d}-{slug}-{draft.id}.md"


def free_path(path: Path) -> Path:
    """The path itself, or one like it that nothing has yet."""
    while path.exists():
        path = path.with_name(f"{secrets.token_hex(2)}-{path.name}")
    return path
