"""What can be done everywhere, and with a page as a whole."""

from __future__ import annotations

from tui.app.actions.action import Action, Scope

EVERYWHERE = (
    Action("help", ("question_mark", "f1"), "Help", "Show all keys.", Scope.APP, 9),
    Action(
        "command_palette", ("ctrl+p", "colon"), "Commands", "Find an action by name.", Scope.APP
    ),
    Action("open", ("ctrl+o",), "Open", "Open an address or a file.", Scope.APP),
    Action("drafts", ("D",), "Drafts", "List the drafts of all pages.", Scope.APP, 8),
    Action("library", ("B",), "Library", "List the pages that were opened.", Scope.APP),
    Action("theme", ("ctrl+t",), "Theme", "Go on to the next theme.", Scope.APP),
    Action("quit", ("ctrl+q",), "Quit", "Leave the program.", Scope.APP),
)

OPENING = (
    Action(
        "cancel",
        ("escape", "q"),
        "Cancel",
        "Give the page up and go back.",
        Scope.OPENING,
        1,
    ),
    Action(
        "again",
        ("r", "ctrl+r"),
        "Try again",
        "Try once more, where the page could not be opened.",
        Scope.OPENING,
        2,
    ),
)

READING = (
    Action(
        "switch_pane",
        ("tab", "shift+tab"),
        "Switch pane",
        "Go from the article to the comments and back.",
        Scope.READER,
        2,
    ),
    Action("zoom", ("z",), "Zoom", "Give the whole width to one pane, and back.", Scope.READER),
    Action(
        "wider",
        ("right_parenthesis",),
        "Wider text",
        "Make the text column of the pane wider.",
        Scope.READER,
    ),
    Action(
        "narrower",
        ("left_parenthesis",),
        "Narrower text",
        "Make the text column of the pane narrower.",
        Scope.READER,
    ),
    Action(
        "hint",
        ("f",),
        "Follow link",
        "Show a letter on each link; typing it opens the link here.",
        Scope.READER,
        6,
    ),
    Action(
        "hint_browser",
        ("F",),
        "Link in browser",
        "As above, but open the link in the browser.",
        Scope.READER,
    ),
    Action(
        "links",
        ("U",),
        "Links",
        "List all links of the page, to follow one, open it in the browser or copy it.",
        Scope.READER,
    ),
    Action(
        "bookmark",
        ("asterisk",),
        "Bookmark",
        "Bookmark the page, or take the bookmark off.",
        Scope.READER,
    ),
    Action("tags", ("at",), "Tags", "Give the page's bookmark tags.", Scope.READER),
    Action(
        "page_browser", ("O",), "Page in browser", "Open the page in the browser.", Scope.READER
    ),
    Action(
        "search",
        ("slash",),
        "Find",
        "Find words in the article and in all comments, folded or not.",
        Scope.READER,
        7,
    ),
    Action(
        "find_next",
        ("n",),
        "Next new",
        "To the next comment that was not read; while words are sought, to the next place of them.",
        Scope.READER,
        3,
    ),
    Action("find_previous", ("N",), "Previous new", "As above, but back.", Scope.READER),
    Action(
        "filter",
        ("backslash",),
        "Filter",
        "Show only the comments that match, by words, author:, has:, min: and more.",
        Scope.READER,
    ),
    Action(
        "hide_read",
        ("full_stop",),
        "Hide read",
        "Show only what was not read and what it answers, and back.",
        Scope.READER,
    ),
    Action(
        "sort", ("s",), "Sort", "Choose the order of replies to the same comment.", Scope.READER
    ),
    Action(
        "mark_all",
        ("c",),
        "Mark all read",
        "Mark all comments as read; asks first.",
        Scope.READER,
    ),
    Action(
        "undo",
        ("ctrl+z",),
        "Undo",
        "Undo the last fold, mark, filter, order or mute.",
        Scope.READER,
    ),
    Action(
        "jump_back",
        ("minus", "backspace"),
        "Back in jumps",
        "Back to where the last jump began; before the first one, to the page before.",
        Scope.READER,
    ),
    Action(
        "jump_forth",
        ("plus", "equals_sign"),
        "Forth in jumps",
        "Forth again to where one came back from.",
        Scope.READER,
    ),
    Action(
        "newest",
        ("w",),
        "Newest",
        "List all comments, the newest first, to go to one.",
        Scope.READER,
    ),
    Action(
        "statistics",
        ("i",),
        "Statistics",
        "Who wrote how much, how deep and when.",
        Scope.READER,
    ),
    Action(
        "picture",
        ("p",),
        "Picture",
        "Fetch a picture of the comment, or of the article in sight, and show it.",
        Scope.READER,
    ),
    Action(
        "go_to",
        ("number_sign",),
        "Go to comment",
        "Go to a comment by its number, its id or its address.",
        Scope.READER,
    ),
    Action("reload", ("ctrl+r", "f5"), "Reload", "Read the page again.", Scope.READER),
    Action(
        "whole",
        ("W",),
        "Get the rest",
        "Fetch the other parts of the article and the other pages of its comments.",
        Scope.READER,
        2,
    ),
    Action(
        "go_back",
        ("q", "escape"),
        "Back",
        "Go back to the page before; from the first one, leave.",
        Scope.READER,
        10,
    ),
    Action(
        "toggle_dates",
        ("t",),
        "Dates",
        "Dates as the page shows them, as ages, as days.",
        Scope.READER,
    ),
    Action(
        "toggle_quotes",
        ("T",),
        "Quotes",
        "Fold quoted text to its first line, and back.",
        Scope.READER,
    ),
    Action(
        "toggle_mouse",
        ("f4",),
        "Free mouse",
        "Leave the mouse to the terminal, to select text, and back.",
        Scope.READER,
    ),
    Action(
        "copy",
        ("y",),
        "Copy",
        "Copy the comment, or the paragraph at the top of the article's pane, as Markdown.",
        Scope.READER,
    ),
    Action(
        "copy_link", ("Y",), "Copy link", "Copy the comment's address, or the page's.", Scope.READER
    ),
    Action(
        "select",
        ("v",),
        "Select",
        "Select text by keys, to copy it or to quote it in a reply.",
        Scope.READER,
    ),
    Action(
        "quote",
        ("quotation_mark",),
        "Quote",
        "Quote what the mouse selected, else the comment or the paragraph on top, in the reply.",
        Scope.READER,
    ),
    Action(
        "pipe",
        ("vertical_line",),
        "Pipe",
        "Hand the comment, its branch, the thread or the article to a command.",
        Scope.READER,
    ),
    Action(
        "export",
        ("E",),
        "Export",
        "Write the page, its thread or a branch to a file.",
        Scope.READER,
    ),
)
