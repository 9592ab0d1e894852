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
        "Open the page of the draft and go on writing; take back one that was discarded.",
        Scope.DRAFTS,
        1,
    ),
    Action(
        "go_to",
        ("o",),
        "Show in place",
        "Open the page with the cursor on the draft, without going on with it.",
        Scope.DRAFTS,
        3,
    ),
    Action("next", ("j", "down"), "Next", "To the next draft.", Scope.DRAFTS, 8),
    Action("previous", ("k", "up"), "Previous", "To the draft before.", Scope.DRAFTS),
    Action("top", ("g", "home"), "Top", "To the first draft.", Scope.DRAFTS),
    Action("bottom", ("G", "end"), "Bottom", "To the last draft.", Scope.DRAFTS),
    Action(
        "read",
        ("tab", "shift+tab"),
        "Read",
        "Read the whole draft with what it answers; once more goes back to the list.",
        Scope.DRAFTS,
        4,
    ),
    Action(
        "filter",
        ("slash",),
        "Filter",
        "Show only the drafts that match, by words and #tags.",
        Scope.DRAFTS,
        5,
    ),
    Action(
        "mark",
        ("space",),
        "Mark",
        "Mark the draft; tags, export and discarding then are for all that are marked.",
        Scope.DRAFTS,
        6,
    ),
    Action(
        "mark_all",
        ("a",),
        "Mark all",
        "Mark all drafts that are listed; where they are, none.",
        Scope.DRAFTS,
    ),
    Action("tags", ("at",), "Tags", "Give the drafts tags.", Scope.DRAFTS, 9),
    Action(
        "export",
        ("E",),
        "Export",
        "Write the drafts to a file, or to a folder with a file for each.",
        Scope.DRAFTS,
        10,
    ),
    Action("copy", ("y",), "Copy", "Copy what was written.", Scope.DRAFTS),
    Action(
        "versions",
        ("V",),
        "Versions",
        "List the earlier versions of the draft, to compare or restore one.",
        Scope.DRAFTS,
        11,
    ),
    Action(
        "discard", ("x", "delete"), "Discard", "Discard the drafts; asks first.", Scope.DRAFTS, 7
    ),
    Action(
        "discarded",
        ("X",),
        "Discarded",
        "List the drafts that were discarded, to take one back; once more lists the others.",
        Scope.DRAFTS,
    ),
    Action(
        "undo",
        ("ctrl+z",),
        "Undo",
        "Undo the last discarding or tagging.",
        Scope.DRAFTS,
    ),
    Action(
        "go_back",
        ("q", "escape", "D"),
        "Back",
        "Show all again and mark none, or go back.",
        Scope.DRAFTS,
        2,
    ),
)

IN_VERSIONS = (
    Action(
        "choose",
        ("enter",),
        "Restore",
        "Put the version in the place of the draft, which is kept; asks first.",
        Scope.VERSIONS,
        1,
    ),
    Action(
        "compare",
        ("d",),
        "Compare",
        "Show how the version differs from the draft, or the version alone.",
        Scope.VERSIONS,
        3,
    ),
    Action(
        "read",
        ("tab", "shift+tab"),
        "Read",
        "Go to the text of the version, to scroll it, and back.",
        Scope.VERSIONS,
        4,
    ),
    Action("next", ("j", "down"), "Next", "To the next version.", Scope.VERSIONS, 5),
    Action("previous", ("k", "up"), "Previous", "To the version before.", Scope.VERSIONS),
    Action("top", ("g", "home"), "Top", "To the newest version.", Scope.VERSIONS),
    Action("bottom", ("G", "end"), "Bottom", "To the oldest version.", Scope.VERSIONS),
    Action("go_back", ("q", "escape", "V"), "Back", "Go back to the draft.", Scope.VERSIONS, 2),
)
