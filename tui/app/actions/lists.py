"""What can be done in the library and in the list of drafts."""

from __future__ import annotations

from tui.app.actions.action import Action, Scope

IN_LIBRARY = (
    Action("choose", ("enter",), "Open", "Open the page under the cursor.", Scope.LIBRARY, 1),
    Action("next", ("j", "down"), "Next", "To the next page.", Scope.LIBRARY, 2),
    Action("previous", ("k", "up"), "Previous", "To the page before.", Scope.LIBRARY),
    Action("top", ("g", "home"), "Top", "To the first page.", Scope.LIBRARY),
    Action("bottom", ("G", "end"), "Bottom", "To the last page.", Scope.LIBRARY),
    Action(
        "filter",
        ("slash",),
        "Filter",
        "Show only the pages that match, by words and #tags.",
        Scope.LIBRARY,
        3,
    ),
    Action(
        "bookmark",
        ("asterisk",),
        "Bookmark",
        "Bookmark the page under the cursor, or take the bookmark off.",
        Scope.LIBRARY,
    ),
    Action("tags", ("at",), "Tags", "Give the page's bookmark tags.", Scope.LIBRARY),
    Action(
        "forget",
        ("x", "delete"),
        "Forget",
        "Forget the page under the cursor, with what was kept of it; asks first.",
        Scope.LIBRARY,
    ),
    Action("go_back", ("q", "escape"), "Back", "Show all again, or go back.", Scope.LIBRARY, 4),
)

IN_DRAFTS = (
    Action(
        "choose",
        ("enter",),
        "Go on writing",
        "Open the page of the draft and go on writing.",
        Scope.DRAFTS,
        1,
    ),
    Action("next", ("j", "down"), "Next", "To the next draft.", Scope.DRAFTS, 2),
    Action("previous", ("k", "up"), "Previous", "To the draft before.", Scope.DRAFTS),
    Action("top", ("g", "home"), "Top", "To the first draft.", Scope.DRAFTS),
    Action("bottom", ("G", "end"), "Bottom", "To the last draft.", Scope.DRAFTS),
    Action(
        "discard", ("x", "delete"), "Discard", "Discard the draft; asks first.", Scope.DRAFTS, 3
    ),
    Action("go_back", ("q", "escape", "D"), "Back", "Go back.", Scope.DRAFTS, 4),
)
