"""What is made of the languages' tables: `python -m tests.wordtables` writes it from them."""

from __future__ import annotations

import json
import sys

import tui.parse.page  # noqa: F401 -- loads all makers
from tui.parse.words.ahead import KEPT, MAKERS
from tui.parse.words.languages import LANGUAGES


def made_ahead() -> str:
    """What each maker gives today, a line for each."""
    lines = (
        f"{json.dumps(name)}: {json.dumps(make(LANGUAGES), ensure_ascii=False)}"
        for name, make in sorted(MAKERS.items())
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> int:
    """Write it."""
    KEPT.write_text(made_ahead(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
