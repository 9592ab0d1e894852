"""The table of fields in docs/filter.md: `python -m tests.filtertable` writes it from them."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.reading.query.fields import FIELDS

DOCUMENT = Path(__file__).parents[1] / "docs" / "filter.md"
START, END = "<!-- fields:start -->", "<!-- fields:end -->"


def field_table() -> str:
    """The fields as a Markdown table."""
    rows = "".join(
        f"| `{name}:` | {field.takes} | {field.finds} |\n" for name, field in FIELDS.items()
    )
    return f"| field | takes | finds a comment that |\n| --- | --- | --- |\n{rows}"


def with_table(document: str) -> str:
    """The document with the table of today between its markers.

    Raises:
        ValueError: The markers are not there once each, in this order.
    """
    before, start, rest = document.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end or START in rest or END in after:
        raise ValueError(f"docs/filter.md must hold {START} and {END} once each.")
    return f"{before}{START}\n\n{field_table()}\n{END}{after}"


def main() -> int:
    """Write the table; the exit status."""
    try:
        document = with_table(DOCUMENT.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)  # noqa: T201 -- a command for people
        return 1
    DOCUMENT.write_text(document, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
