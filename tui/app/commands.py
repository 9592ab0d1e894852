"""The command palette: every action that applies now, found by its name."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode
from textual.widget import Widget

from tui.app.actions import Action, Scope, actions_of
from tui.app.keymap import Keymap
from tui.app.keys import key_name

Runner = Widget | App[object]

_NOT_LISTED = frozenset({"command_palette"})


class ActionProvider(Provider):
    """Offers the actions of the scopes that apply where the palette was opened.

    Attributes:
        keymap: The keys in effect, shown beside the names.
    """

    keymap: ClassVar[Keymap] = Keymap()

    @classmethod
    def showing(cls, keymap: Keymap) -> type[ActionProvider]:
        """The provider that shows these keys: Textual makes it itself, and hands it nothing."""
        return type(cls.__name__, (cls,), {"keymap": keymap})

    def _rows(self) -> list[tuple[Action, Runner]]:
        rows: list[tuple[Action, Runner]] = []
        node: DOMNode | None = self.focused or self.screen
        while node is not None:
            scope = getattr(node, "scope", None)
            if isinstance(scope, Scope) and isinstance(node, Widget):
                rows.extend((action, node) for action in actions_of(scope))
            node = node.parent
        rows.extend((action, self.app) for action in actions_of(Scope.APP))
        return [row for row in rows if row[0].id not in _NOT_LISTED]

    async def discover(self) -> Hits:
        """All of them."""
        for action, node in self._rows():
            yield DiscoveryHit(
                self._label(action), partial(self.app.run_action, action.id, node), help=action.help
            )

    async def search(self, query: str) -> Hits:
        """Those whose name or help matches."""
        matcher = self.matcher(query)
        for action, node in self._rows():
            text = f"{self._label(action)} · {action.help}"
            score = max(matcher.match(action.title) * 1.2, matcher.match(text))
            if score > 0:
                yield Hit(
                    score,
                    self._label(action),
                    partial(self.app.run_action, action.id, node),
                    help=action.help,
                )

    def _label(self, action: Action) -> str:
        keys = self.keymap.keys(action)
        return f"{action.title} ({key_name(keys[0])})" if keys else action.title
