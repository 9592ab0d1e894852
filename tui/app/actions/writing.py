"""What can be done while a reply is written."""

from __future__ import annotations

from tui.app.actions.action import Action, Scope

WRITING = (
    Action(
        "close",
        ("escape",),
        "Keep and close",
        "Go back to reading; the draft is kept.",
        Scope.COMPOSER,
        1,
    ),
    Action(
        "save",
        ("ctrl+s",),
        "Save now",
        "Save at once; it is saved by itself half a second after the last key too.",
        Scope.COMPOSER,
    ),
    Action(
        "editor", ("ctrl+e",), "Editor", "Go on writing in $VISUAL or $EDITOR.", Scope.COMPOSER, 2
    ),
    Action(
        "show_article",
        ("f2",),
        "Article",
        "Show the article again while writing.",
        Scope.COMPOSER,
        3,
    ),
    Action("discard", ("ctrl+x",), "Discard", "Discard the draft; asks first.", Scope.COMPOSER, 4),
    Action(
        "switch_pane",
        ("tab", "shift+tab"),
        "Switch pane",
        "Go to the other pane to read on; once more to come back.",
        Scope.COMPOSER,
        5,
    ),
)
