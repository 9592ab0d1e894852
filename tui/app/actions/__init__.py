"""The one table of actions: it feeds bindings, footer, help, command palette and docs.

An action's id names the method that does it: `Action("fold", ...)` is `action_fold` of
the widget or screen that owns the scope.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.app.actions.action import Action, Scope
from tui.app.actions.lists import IN_DRAFTS, IN_LIBRARY, IN_VERSIONS
from tui.app.actions.panes import IN_ARTICLE, IN_THREAD, SELECTING
from tui.app.actions.screen import EVERYWHERE, OPENING, READING
from tui.app.actions.sending import IN_OUTBOX, SENDING
from tui.app.actions.writing import PREVIEWING, WRITING

__all__ = ["ACTIONS", "Action", "Scope", "actions_of", "bindings"]

ACTIONS = (
    *EVERYWHERE,
    *OPENING,
    *READING,
    *IN_ARTICLE,
    *IN_THREAD,
    *SELECTING,
    *WRITING,
    *PREVIEWING,
    *IN_LIBRARY,
    *IN_DRAFTS,
    *IN_VERSIONS,
    *SENDING,
    *IN_OUTBOX,
)
"""Every action, in the order of the help screen."""


def actions_of(scope: Scope) -> list[Action]:
    """The actions of a scope."""
    return [action for action in ACTIONS if action.scope is scope]


def bindings(scope: Scope, *, priority: bool = False) -> list[BindingType]:
    """The key bindings of a scope."""
    return [
        Binding(
            ",".join(action.keys),
            action.id,
            action.title,
            show=action.footer is not None,
            id=action.name,
            priority=priority,
        )
        for action in actions_of(scope)
    ]
