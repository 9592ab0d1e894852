"""The key table in the README: `python -m tests.keytable` writes it from the table of actions."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.app.actions import Action, Scope, actions_of, key_name

README = Path(__file__).parents[1] / "README.md"
START, END = "<!-- keys:start -->", "<!-- keys:end -->"


def key_table() -> str:
    """The keys of each scope as Markdown tables, one heading a scope."""
    return "\n".join(_scope_table(scope) for scope in Scope)


def _scope_table(scope: Scope) -> str:
    rows = "".join(_row(action) for action in actions_of(scope))
    return f"**{scope.value}**\n\n| Keys | Does |\n| --- | --- |\n{rows}"


def _row(action: Action) -> str:
    keys = " ".join(f"<kbd>{_escaped(key_name(key))}</kbd>" for key in action.keys)
    return f"| {keys} | {_escaped(action.help)} |\n"


def _escaped(text: str) -> str:
    """Text as Markdown in a table's cell would not take for its own."""
    for character, shown in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("|", "&#124;")):
        text = text.replace(character, shown)
    return text


def with_table(readme: str) -> str:
    """A README with the table of today between its markers.

    Raises:
        ValueError: The markers are not there once each, in this order.
    """
    before, start, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end or START in rest or END in after:
        raise ValueError(f"README.md must hold {START} and {END} once each.")
    return f"{before}{START}\n\n{key_table()}\n{END}{after}"


def main() -> int:
    """Write the table; the exit status."""
    try:
        readme = with_table(README.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)  # noqa: T201 -- a command for people
        return 1
    README.write_text(readme, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
