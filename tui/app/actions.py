"""The one table of actions: it feeds bindings, footer, help, command palette and docs.

An action's id names the method that does it: `Action("fold", ...)` is `action_fold` of
the widget or screen that owns the scope.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType


class Scope(StrEnum):
    """Where an action applies; the value is its heading in the help."""

    APP = "Everywhere"
    READER = "Reading a page"
    ARTICLE = "In the article"
    THREAD = "In the comments"
    COMPOSER = "Writing a reply"
    LIBRARY = "In the library"
    DRAFTS = "In the list of drafts"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    Attributes:
        id: Its name in keymaps, unique within its scope.
        keys: The keys that do it, the one to show first.
        title: Its name in the footer and the palette.
        help: A sentence for the help screen.
        scope: Where it applies.
        footer: Its rank in the footer, 1 first; None for none.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    scope: Scope
    footer: int | None = None


def _table() -> tuple[Action, ...]:
    app, reader, article = Scope.APP, Scope.READER, Scope.ARTICLE
    thread, composer, library, drafts = Scope.THREAD, Scope.COMPOSER, Scope.LIBRARY, Scope.DRAFTS
    return (
        Action("help", ("question_mark", "f1"), "Help", "Show all keys.", app, 9),
        Action("command_palette", ("ctrl+p", "colon"), "Commands", "Find an action by name.", app),
        Action("open", ("ctrl+o",), "Open", "Open an address or a file.", app),
        Action("drafts", ("D",), "Drafts", "List the drafts of all pages.", app, 8),
        Action("library", ("B",), "Library", "List the pages that were opened.", app),
        Action("theme", ("T",), "Theme", "Go on to the next theme.", app),
        Action("quit", ("ctrl+q",), "Quit", "Leave the program.", app),
        # Reading a page
        Action("switch_pane", ("tab", "shift+tab"), "Switch pane",
               "Go from the article to the comments and back.", reader, 2),
        Action("zoom", ("z",), "Zoom", "Give the whole width to one pane, and back.", reader),
        Action("hint", ("f",), "Follow link",
               "Show a letter on each link; typing it opens the link here.", reader, 6),
        Action("hint_browser", ("F",), "Link in browser",
               "As above, but open the link in the browser.", reader),
        Action("page_browser", ("O",), "Page in browser", "Open the page in the browser.", reader),
        Action("reload", ("ctrl+r", "f5"), "Reload", "Read the page again.", reader),
        Action("go_back", ("q", "escape", "minus", "backspace"), "Back",
               "Go back to the page before; from the first one, leave.", reader, 10),
        # In the article
        Action("line_down", ("j", "down"), "Down", "One line down.", article, 4),
        Action("line_up", ("k", "up"), "Up", "One line up.", article),
        Action("half_down", ("ctrl+d",), "Half down", "Half a page down.", article),
        Action("half_up", ("ctrl+u",), "Half up", "Half a page up.", article),
        Action("page_on", ("space", "pagedown"), "Page down", "One page down.", article, 3),
        Action("page_back", ("b", "pageup"), "Page up", "One page up.", article),
        Action("top", ("g", "home"), "Top", "To the top.", article),
        Action("bottom", ("G", "end"), "Bottom", "To the bottom.", article),
        Action("heading_next", ("right_curly_bracket", "right_square_bracket"), "Next heading",
               "To the next heading.", article, 5),
        Action("heading_previous", ("left_curly_bracket", "left_square_bracket"),
               "Previous heading", "To the heading before.", article),
        Action("reply", ("r",), "Reply",
               "Reply to the article, quoting the paragraph at the top of the pane.", article, 1),
        Action("reply_bare", ("R",), "Reply bare", "Reply to the article without a quote.",
               article),
        # In the comments
        Action("next", ("j", "down"), "Next", "To the next comment.", thread, 4),
        Action("previous", ("k", "up"), "Previous", "To the comment before.", thread),
        Action("line_down", ("ctrl+e", "shift+down"), "Line down", "One line down.", thread),
        Action("line_up", ("ctrl+y", "shift+up"), "Line up", "One line up.", thread),
        Action("half_down", ("ctrl+d",), "Half down", "Half a page down.", thread),
        Action("half_up", ("ctrl+u",), "Half up", "Half a page up.", thread),
        Action("page_on", ("space", "pagedown"), "Page down", "One page down.", thread),
        Action("page_back", ("b", "pageup"), "Page up", "One page up.", thread),
        Action("top", ("g", "home"), "Top", "To the first comment.", thread),
        Action("bottom", ("G", "end"), "Bottom", "To the last comment.", thread),
        Action("sibling_next", ("J",), "Next sibling",
               "To the next comment of the same level; after the last, to the next above it.",
               thread),
        Action("sibling_previous", ("K",), "Previous sibling",
               "To the comment of the same level before.", thread),
        Action("parent", ("u", "P"), "Parent", "To the comment that this one answers.", thread, 5),
        Action("root", ("circumflex_accent",), "Root",
               "To the top-level comment of this conversation.", thread),
        Action("thread_next", ("right_curly_bracket",), "Next thread",
               "To the next top-level comment.", thread),
        Action("thread_previous", ("left_curly_bracket",), "Previous thread",
               "To the top-level comment before.", thread),
        Action("fold", ("enter",), "Fold",
               "Fold the comment and its replies to one line, or open them; on a draft, go on"
               " writing.", thread, 3),
        Action("fold_in", ("h", "left"), "Fold or parent",
               "Fold the comment; where it is folded, to its parent.", thread),
        Action("fold_out", ("l", "right"), "Open or first reply",
               "Open the comment; where it is open, to its first reply.", thread),
        Action("fold_all", ("H",), "Fold all", "Fold all conversations.", thread),
        Action("unfold_all", ("L",), "Open all", "Open all conversations.", thread),
        Action("fold_more", ("less_than_sign",), "Fold one level",
               "Show one level of replies less.", thread),
        Action("fold_less", ("greater_than_sign",), "Open one level",
               "Show one level of replies more.", thread),
        Action("fold_chain", ("X",), "Fold thread",
               "Fold the whole conversation around this comment and go on to the next.", thread),
        Action("reply", ("r",), "Reply", "Reply to the comment, quoting it.", thread, 1),
        Action("reply_bare", ("R",), "Reply bare", "Reply to the comment without a quote.",
               thread),
        Action("edit", ("e",), "Edit draft", "Go on writing the draft under the cursor.", thread),
        Action("discard", ("x", "delete"), "Discard draft",
               "Discard the draft under the cursor; asks first.", thread),
        Action("comment_browser", ("o",), "Comment in browser",
               "Open the comment in the browser.", thread),
        # Writing a reply
        Action("close", ("escape",), "Close, keeps the draft",
               "Go back to reading; the draft is kept.", composer, 1),
        Action("save", ("ctrl+s",), "Save now",
               "Save at once; it is saved by itself half a second after the last key too.",
               composer),
        Action("editor", ("ctrl+e",), "Editor",
               "Go on writing in $VISUAL or $EDITOR.", composer, 2),
        Action("show_article", ("f2",), "Article", "Show the article again while writing.",
               composer, 3),
        Action("discard", ("ctrl+x",), "Discard", "Discard the draft; asks first.", composer, 4),
        Action("switch_pane", ("tab", "shift+tab"), "Switch pane",
               "Go to the other pane to read on; once more to come back.", composer, 5),
        # In the library
        Action("choose", ("enter",), "Open", "Open the page under the cursor.", library, 1),
        Action("next", ("j", "down"), "Next", "To the next page.", library, 2),
        Action("previous", ("k", "up"), "Previous", "To the page before.", library),
        Action("top", ("g", "home"), "Top", "To the first page.", library),
        Action("bottom", ("G", "end"), "Bottom", "To the last page.", library),
        Action("go_back", ("q", "escape"), "Back", "Go back.", library, 3),
        # In the list of drafts
        Action("choose", ("enter",), "Go on writing",
               "Open the page of the draft and go on writing.", drafts, 1),
        Action("next", ("j", "down"), "Next", "To the next draft.", drafts, 2),
        Action("previous", ("k", "up"), "Previous", "To the draft before.", drafts),
        Action("top", ("g", "home"), "Top", "To the first draft.", drafts),
        Action("bottom", ("G", "end"), "Bottom", "To the last draft.", drafts),
        Action("discard", ("x", "delete"), "Discard", "Discard the draft; asks first.", drafts, 3),
        Action("go_back", ("q", "escape", "D"), "Back", "Go back.", drafts, 4),
    )  # fmt: skip


ACTIONS = _table()
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
            id=f"{scope.name.lower()}.{action.id}",
            priority=priority,
        )
        for action in actions_of(scope)
    ]


_NAMES = {
    "question_mark": "?",
    "colon": ":",
    "minus": "-",
    "circumflex_accent": "^",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def key_name(key: str) -> str:
    """How a key is written for people."""
    if key.startswith(("ctrl+", "shift+")):
        modifier, _, rest = key.partition("+")
        return f"{modifier}+{key_name(rest)}"
    return _NAMES.get(key, key)
