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
    SELECTION = "Selecting text"
    COMPOSER = "Writing a reply"
    LIBRARY = "In the library"
    DRAFTS = "In the list of drafts"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    Attributes:
        id: Its name, unique within its scope.
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

    @property
    def name(self) -> str:
        """Its name in keymaps, unique among all: `thread.next`."""
        return f"{self.scope.name.lower()}.{self.id}"


ACTIONS = (
    Action("help", ("question_mark", "f1"), "Help", "Show all keys.", Scope.APP, 9),
    Action(
        "command_palette", ("ctrl+p", "colon"), "Commands", "Find an action by name.", Scope.APP
    ),
    Action("open", ("ctrl+o",), "Open", "Open an address or a file.", Scope.APP),
    Action("drafts", ("D",), "Drafts", "List the drafts of all pages.", Scope.APP, 8),
    Action("library", ("B",), "Library", "List the pages that were opened.", Scope.APP),
    Action("theme", ("ctrl+t",), "Theme", "Go on to the next theme.", Scope.APP),
    Action("quit", ("ctrl+q",), "Quit", "Leave the program.", Scope.APP),
    # Reading a page
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
    # In the article
    Action("line_down", ("j", "down"), "Down", "One line down.", Scope.ARTICLE, 4),
    Action("line_up", ("k", "up"), "Up", "One line up.", Scope.ARTICLE),
    Action("half_down", ("ctrl+d",), "Half down", "Half a page down.", Scope.ARTICLE),
    Action("half_up", ("ctrl+u",), "Half up", "Half a page up.", Scope.ARTICLE),
    Action("page_on", ("space", "pagedown"), "Page down", "One page down.", Scope.ARTICLE, 3),
    Action("page_back", ("b", "pageup"), "Page up", "One page up.", Scope.ARTICLE),
    Action("top", ("g", "home"), "Top", "To the top.", Scope.ARTICLE),
    Action("bottom", ("G", "end"), "Bottom", "To the bottom.", Scope.ARTICLE),
    Action(
        "heading_next",
        ("right_curly_bracket", "right_square_bracket"),
        "Next heading",
        "To the next heading.",
        Scope.ARTICLE,
        5,
    ),
    Action(
        "heading_previous",
        ("left_curly_bracket", "left_square_bracket"),
        "Previous heading",
        "To the heading before.",
        Scope.ARTICLE,
    ),
    Action(
        "reply",
        ("r",),
        "Reply",
        "Reply to the article, quoting the paragraph at the top of the pane.",
        Scope.ARTICLE,
        1,
    ),
    Action(
        "reply_bare", ("R",), "Reply bare", "Reply to the article without a quote.", Scope.ARTICLE
    ),
    Action(
        "link_browser",
        ("o",),
        "Link in browser",
        "Open the first link in sight in the browser; after a number, the one of that number.",
        Scope.ARTICLE,
    ),
    # In the comments
    Action("next", ("j", "down"), "Next", "To the next comment.", Scope.THREAD, 4),
    Action("previous", ("k", "up"), "Previous", "To the comment before.", Scope.THREAD),
    Action("line_down", ("ctrl+e", "shift+down"), "Line down", "One line down.", Scope.THREAD),
    Action("line_up", ("ctrl+y", "shift+up"), "Line up", "One line up.", Scope.THREAD),
    Action("half_down", ("ctrl+d",), "Half down", "Half a page down.", Scope.THREAD),
    Action("half_up", ("ctrl+u",), "Half up", "Half a page up.", Scope.THREAD),
    Action("page_on", ("space", "pagedown"), "Page down", "One page down.", Scope.THREAD),
    Action("page_back", ("b", "pageup"), "Page up", "One page up.", Scope.THREAD),
    Action("top", ("g", "home"), "Top", "To the first comment.", Scope.THREAD),
    Action("bottom", ("G", "end"), "Bottom", "To the last comment.", Scope.THREAD),
    Action(
        "sibling_next",
        ("J",),
        "Next sibling",
        "To the next comment of the same level; after the last, to the next above it.",
        Scope.THREAD,
    ),
    Action(
        "sibling_previous",
        ("K",),
        "Previous sibling",
        "To the comment of the same level before.",
        Scope.THREAD,
    ),
    Action(
        "parent", ("u", "P"), "Parent", "To the comment that this one answers.", Scope.THREAD, 5
    ),
    Action(
        "root",
        ("circumflex_accent",),
        "Root",
        "To the top-level comment of this conversation.",
        Scope.THREAD,
    ),
    Action(
        "thread_next",
        ("right_curly_bracket",),
        "Next thread",
        "To the next top-level comment.",
        Scope.THREAD,
    ),
    Action(
        "thread_previous",
        ("left_curly_bracket",),
        "Previous thread",
        "To the top-level comment before.",
        Scope.THREAD,
    ),
    Action(
        "author_next",
        ("a",),
        "Same author",
        "To the next comment by the same author.",
        Scope.THREAD,
    ),
    Action(
        "author_only",
        ("A",),
        "Only author",
        "Show only what the author of this comment wrote and what it answers, and back.",
        Scope.THREAD,
    ),
    Action("mark", ("m",), "Mark read", "Mark the comment as read, or as not read.", Scope.THREAD),
    Action(
        "mark_branch",
        ("M",),
        "Mark branch read",
        "Mark the comment and all below it as read, and go on.",
        Scope.THREAD,
    ),
    Action(
        "mute",
        ("exclamation_mark",),
        "Mute",
        "Fold all comments of this author, now and later; once more takes it back.",
        Scope.THREAD,
    ),
    Action(
        "fold",
        ("enter",),
        "Fold",
        "Fold the comment and its replies to one line, or open them; on a draft, go on writing.",
        Scope.THREAD,
        3,
    ),
    Action(
        "fold_in",
        ("h", "left"),
        "Fold or parent",
        "Fold the comment; where it is folded, to its parent.",
        Scope.THREAD,
    ),
    Action(
        "fold_out",
        ("l", "right"),
        "Open or first reply",
        "Open the comment; where it is open, to its first reply.",
        Scope.THREAD,
    ),
    Action("fold_all", ("H",), "Fold all", "Fold all conversations.", Scope.THREAD),
    Action("unfold_all", ("L",), "Open all", "Open all conversations.", Scope.THREAD),
    Action(
        "fold_more",
        ("less_than_sign",),
        "Fold one level",
        "Show one level of replies less.",
        Scope.THREAD,
    ),
    Action(
        "fold_less",
        ("greater_than_sign",),
        "Open one level",
        "Show one level of replies more.",
        Scope.THREAD,
    ),
    Action(
        "fold_chain",
        ("X",),
        "Fold thread",
        "Fold the whole conversation around this comment and go on to the next.",
        Scope.THREAD,
    ),
    Action("reply", ("r",), "Reply", "Reply to the comment, quoting it.", Scope.THREAD, 1),
    Action(
        "reply_bare", ("R",), "Reply bare", "Reply to the comment without a quote.", Scope.THREAD
    ),
    Action("edit", ("e",), "Edit draft", "Go on writing the draft under the cursor.", Scope.THREAD),
    Action(
        "discard",
        ("x", "delete"),
        "Discard draft",
        "Discard the draft under the cursor; asks first.",
        Scope.THREAD,
    ),
    Action(
        "comment_browser",
        ("o",),
        "Comment in browser",
        "Open the comment in the browser; after a number, the link of that number in it.",
        Scope.THREAD,
    ),
    # Selecting text
    Action("line_down", ("j", "down"), "Down", "On by a line.", Scope.SELECTION, 5),
    Action("line_up", ("k", "up"), "Up", "Back by a line.", Scope.SELECTION),
    Action("word_on", ("w", "l", "right"), "Word", "On by a word.", Scope.SELECTION, 4),
    Action("word_back", ("b", "h", "left"), "Word back", "Back by a word.", Scope.SELECTION),
    Action(
        "sentence_on",
        ("right_parenthesis",),
        "Sentence",
        "To the end of the sentence, then of the next.",
        Scope.SELECTION,
        6,
    ),
    Action(
        "sentence_back",
        ("left_parenthesis",),
        "Sentence back",
        "To the start of the sentence, then of the one before.",
        Scope.SELECTION,
    ),
    Action(
        "paragraph_on",
        ("right_curly_bracket",),
        "Paragraph",
        "To the end of the paragraph, then of the next.",
        Scope.SELECTION,
        7,
    ),
    Action(
        "paragraph_back",
        ("left_curly_bracket",),
        "Paragraph back",
        "To the start of the paragraph, then of the one before.",
        Scope.SELECTION,
    ),
    Action("top", ("g", "home"), "Start", "To the start of the text.", Scope.SELECTION),
    Action("bottom", ("G", "end"), "End", "To the end of the text.", Scope.SELECTION, 8),
    Action(
        "swap",
        ("o",),
        "Other end",
        "Go on from the other end of what is selected.",
        Scope.SELECTION,
    ),
    Action("copy", ("y", "enter"), "Copy", "Copy it, with where it is from.", Scope.SELECTION, 1),
    Action("reply", ("r",), "Quote", "Quote it in a reply.", Scope.SELECTION, 2),
    Action("pipe", ("vertical_line",), "Pipe", "Hand it to a command.", Scope.SELECTION, 9),
    Action(
        "leave", ("escape", "v", "q"), "Leave", "Select nothing any more.", Scope.SELECTION, 3
    ),
    # Writing a reply
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
    # In the library
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
    # In the list of drafts
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
