"""The tables of keys: `python -m tests.keytable` writes them from the table of actions.

One is in the README; `docs/keys.md` has the names of the actions and the keys of the presets, too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from tui.app.actions import Action, Scope, actions_of
from tui.app.keymap import preset_keys
from tui.app.keys import key_name
from tui.app.presets import PRESETS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
DOCUMENT = ROOT / "docs" / "keys.md"
START, END = "<!-- keys:start -->", "<!-- keys:end -->"

_HEAD = (
    "# Actions and their keys\n\n"
    "What can be bound to other keys below `[keys]` in the settings; "
    "[settings.md](settings.md#keys) says how. Of the presets, only the keys that differ from "
    "Rejoinder's own are given. `python -m tests.keytable` writes this page.\n\n"
)


def key_table() -> str:
    """The keys of each scope as Markdown tables, one heading a scope."""
    return "\n".join(_scope_table(scope) for scope in Scope)


def _scope_table(scope: Scope) -> str:
    rows = "".join(_row(action) for action in actions_of(scope))
    return f"**{scope.value}**\n\n| Keys | Does |\n| --- | --- |\n{rows}"


def _row(action: Action) -> str:
    return f"| {_keys(action.keys)} | {escaped(action.help)} |\n"


def _keys(keys: Iterable[str]) -> str:
    return " ".join(f"<kbd>{escaped(key_name(key))}</kbd>" for key in keys)


def key_document() -> str:
    """The page of all actions with their names and their keys in each preset."""
    return _HEAD + "\n".join(_named_table(scope) for scope in Scope)


def _named_table(scope: Scope) -> str:
    names = list(PRESETS)
    head = f"| Action | {' | '.join(names)} | Does |\n| --- |{' --- |' * len(names)} --- |\n"
    own, *others = (preset_keys(name) for name in names)
    rows = ""
    for action in actions_of(scope):
        differing = (keys[action.name] for keys in others)
        cells = [own[action.name], *(keys if keys != action.keys else () for keys in differing)]
        shown = " | ".join(map(_keys, cells))
        rows += f"| `{action.name}` | {shown} | {escaped(action.help)} |\n"
    return f"## {scope.value}\n\n{head}{rows}"


def escaped(text: str) -> str:
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
    """Write the tables; the exit status."""
    try:
        readme = with_table(README.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)  # noqa: T201 -- a command for people
        return 1
    README.write_text(readme, encoding="utf-8")
    DOCUMENT.write_text(key_document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
