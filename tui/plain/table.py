"""The one table of commands of the linear mode: it feeds the prompt's parser and the help.

A command's id is that of the screen's action that does the same. It names the method that does it:
`Command("fold", ...)` is `do_fold` of the view that is open, or of the session.
"""

from __future__ import annotations

from enum import Flag, auto

from msgspec import Struct


class Where(Flag):
    """Where a command applies."""

    ARTICLE = auto()
    THREAD = auto()
    PAGE = ARTICLE | THREAD
    LIST = auto()
    ANY = PAGE | LIST


HEADINGS = {
    Where.ANY: "Everywhere",
    Where.PAGE: "Reading a page",
    Where.ARTICLE: "In the article",
    Where.THREAD: "In the comments",
    Where.LIST: "In a list",
}
"""The headings of the help, in its order."""


class Command(Struct, frozen=True):
    """Something that can be asked for at the prompt.

    Attributes:
        id: Its name, unique in the table.
        keys: The signs that ask for it, each alone on its line or after a number.
        words: The words, or pairs of words, that do, the one to show first.
        help: A sentence.
        where: Where it applies.
        takes: What follows the word, named for people; empty where nothing does.
        opens: Whether its first key may open a line, with what it takes right behind it.
    """

    id: str
    keys: tuple[str, ...]
    words: tuple[str, ...]
    help: str
    where: Where = Where.PAGE
    takes: str = ""
    opens: bool = False


COMMANDS = (
    Command("help", ("?",), ("help",), "Tell all commands, or more of one.", Where.ANY, "COMMAND"),
    Command("open", (), ("open",), "Open an address or a file.", Where.ANY, "SOURCE"),
    Command("drafts", ("D",), ("drafts",), "List the drafts of all pages.", Where.ANY),
    Command("library", ("B",), ("library",), "List the pages that were opened.", Where.ANY),
    Command("outbox", ("Q",), ("outbox",), "List the replies that wait to be sent.", Where.ANY),
    Command(
        "send",
        ("S",),
        ("send",),
        "Send the draft here, or that of a number: tells first exactly what goes where.",
        Where.ANY,
    ),
    Command(
        "hand_over",
        (),
        ("hand over",),
        "Copy the draft here, or that of a number, and hand the form to the browser.",
        Where.ANY,
    ),
    Command("who", (), ("who", "who am"), "Tell as whom you write on each site.", Where.ANY),
    Command(
        "go_back",
        ("q",),
        ("back",),
        "Go back to the page before; from the first one, leave.",
        Where.ANY,
    ),
    Command("quit", (), ("quit", "exit"), "Leave the program; all is kept.", Where.ANY),
    # In a list
    Command(
        "choose",
        (),
        ("choose",),
        "Open the row of that number; the number alone will do.",
        Where.LIST,
        "NUMBER",
    ),
    Command("list", ("l",), ("list",), "Tell the list again.", Where.LIST),
    Command(
        "discard_row",
        ("x",),
        ("discard",),
        "Discard the draft of that number; asks first.",
        Where.LIST,
        "NUMBER",
    ),
    # Reading a page
    Command("page_on", (), ("on",), "Read on; the enter key alone will do."),
    Command("page_back", ("b",), ("before",), "Read again what stands before this."),
    Command("next", ("j",), ("next",), "To the next comment, or paragraph of the article."),
    Command("previous", ("k",), ("previous",), "To the one before."),
    Command("top", ("g",), ("first", "top"), "To the first one; with a number, to that one."),
    Command("bottom", ("G",), ("last", "bottom"), "To the last one; with a number, to that one."),
    Command("rest", (), ("rest",), "Read all the rest, of the article or of the conversation."),
    Command("again", (",",), ("again",), "Tell this comment or paragraph again."),
    Command("where", (), ("where",), "Tell where you are."),
    Command("head", (), ("title",), "Tell the title, the byline and the notes of the page."),
    Command("switch_pane", (), ("tab",), "Go from the article to the comments and back."),
    Command("article", (), ("article",), "Go to the article."),
    Command("comments", (), ("comments",), "Go to the comments."),
    Command(
        "go_to",
        ("#",),
        ("go",),
        "Go to a comment by its number, its id or its address; a number alone will do.",
        takes="COMMENT",
        opens=True,
    ),
    Command(
        "search",
        ("/",),
        ("find", "search"),
        "Find words in the article and in all comments, folded or not; without words, stop.",
        takes="WORDS",
        opens=True,
    ),
    Command(
        "find_next",
        ("n",),
        ("new", "next new"),
        "To the next comment that was not read; while words are sought, to the next place of them.",
    ),
    Command("find_previous", ("N",), ("previous new",), "As above, but back."),
    Command(
        "filter",
        ("\\",),
        ("filter",),
        "Keep only the comments that match, by words, author:, has: and more; without, keep all.",
        takes="QUERY",
        opens=True,
    ),
    Command("hide_read", (".",), ("hide read",), "Keep only what was not read, and back."),
    Command(
        "sort",
        ("s",),
        ("sort",),
        "Put replies in the order page, oldest, newest, replies or score.",
        takes="ORDER",
    ),
    Command("mark_all", ("c",), ("mark all", "catchup"), "Mark all comments as read; asks first."),
    Command("undo", (), ("undo",), "Undo the last fold, mark, filter, order or mute."),
    Command(
        "jump_back",
        ("-",),
        ("return",),
        "Back to where the last jump began; before the first, to the page before.",
    ),
    Command("jump_forth", ("+", "="), ("forth",), "Forth again to where you came back from."),
    Command("newest", ("w",), ("newest",), "List the newest comments; a number says how many."),
    Command("statistics", ("i",), ("statistics",), "Who wrote how much, how deep and when."),
    Command("toggle_dates", ("t",), ("dates",), "Dates as the page tells them, as ages, as days."),
    Command("toggle_quotes", ("T",), ("quotes",), "Tell only the first line of quotes, and back."),
    Command("hint", ("f",), ("links",), "List the links of this; 3f opens the third here."),
    Command("hint_browser", ("F",), ("browse",), "As above; 3F hands the third to the browser."),
    Command(
        "links",
        ("U",),
        ("all links",),
        "List all links of the page, or those with some words; 3U opens the third here.",
        takes="WORDS",
    ),
    Command("page_browser", ("O",), ("browse page",), "Hand the page's address to the browser."),
    Command("reload", (), ("reload",), "Read the page again."),
    Command(
        "whole",
        ("W",),
        ("whole",),
        "Fetch the other parts of the article and the other pages of its comments.",
    ),
    Command("copy", ("y",), ("copy",), "Copy this, as Markdown with the place where it stands."),
    Command("copy_link", ("Y",), ("copy link",), "Copy the address of the comment, or the page."),
    Command(
        "export",
        ("E",),
        ("export",),
        "Write the page to a file, as its ending says: .txt, .md, .html or .json; before the file, "
        "article, thread or branch stands for that part.",
        takes="FILE",
    ),
    Command(
        "pipe",
        ("|",),
        ("pipe",),
        "Hand this comment or paragraph to a command.",
        takes="COMMAND",
        opens=True,
    ),
    Command("reply", ("r",), ("reply",), "Write a reply that quotes what you are at."),
    Command("reply_bare", ("R",), ("reply bare",), "Write a reply without a quote."),
    Command("edit", ("e",), ("edit",), "Go on writing the draft here; of several, that number."),
    Command("editor", (), ("editor",), "As above, in $VISUAL or $EDITOR."),
    Command("discard", ("x",), ("discard",), "Discard the draft here; asks first."),
    Command(
        "answered",
        ("C",),
        ("answered",),
        "Tell what the draft here answers, as it was then and what changed since.",
    ),
    Command("versions", ("V",), ("versions",), "List the earlier versions of the draft here."),
    Command(
        "restore",
        (),
        ("restore",),
        "Put the version of that number, of those listed last, in the place of its draft.",
        takes="NUMBER",
    ),
    Command("bookmark", ("*",), ("bookmark",), "Bookmark the page, or take the bookmark off."),
    Command("tags", ("@",), ("tags",), "Give the page's bookmark tags.", takes="WORDS", opens=True),
    # In the article
    Command(
        "link_browser",
        ("o",),
        ("browse link",),
        "Hand the first link here to the browser; with a number, that one.",
        Where.ARTICLE,
    ),
    Command(
        "heading_next",
        ("}", "]"),
        ("heading", "next heading"),
        "To the next heading.",
        Where.ARTICLE,
    ),
    Command(
        "heading_previous",
        ("{", "["),
        ("previous heading",),
        "To the heading before.",
        Where.ARTICLE,
    ),
    # In the comments
    Command(
        "sibling_next",
        ("J",),
        ("sibling", "next sibling"),
        "To the next comment of the same level; after the last, to the next above it.",
        Where.THREAD,
    ),
    Command(
        "sibling_previous",
        ("K",),
        ("previous sibling",),
        "To the comment of the same level before.",
        Where.THREAD,
    ),
    Command(
        "parent",
        ("u", "P"),
        ("parent", "up"),
        "To the comment that this one answers.",
        Where.THREAD,
    ),
    Command(
        "root", ("^",), ("root",), "To the top-level comment of this conversation.", Where.THREAD
    ),
    Command(
        "thread_next",
        ("}",),
        ("conversation", "next conversation"),
        "To the next top-level comment.",
        Where.THREAD,
    ),
    Command(
        "thread_previous",
        ("{",),
        ("previous conversation",),
        "To the top-level comment before.",
        Where.THREAD,
    ),
    Command(
        "author_next", ("a",), ("author",), "To the next comment by the same author.", Where.THREAD
    ),
    Command(
        "author_only",
        ("A",),
        ("only author",),
        "Keep only what this author wrote, and back.",
        Where.THREAD,
    ),
    Command("mark", ("m",), ("mark",), "Mark the comment as read, or as not read.", Where.THREAD),
    Command(
        "mark_branch",
        ("M",),
        ("mark branch",),
        "Mark the comment and all below it as read, and go on.",
        Where.THREAD,
    ),
    Command(
        "mute",
        ("!",),
        ("mute",),
        "Fold all comments of this author, now and later; once more takes it back.",
        Where.THREAD,
    ),
    Command(
        "fold",
        (),
        ("fold", "skip"),
        "Fold the comment, so that its words and replies are passed over, or open it.",
        Where.THREAD,
    ),
    Command(
        "fold_in",
        ("h",),
        ("fold in",),
        "Fold the comment; where it is folded, to its parent.",
        Where.THREAD,
    ),
    Command(
        "fold_out",
        ("l",),
        ("unfold",),
        "Open the comment; where it is open, to its first reply.",
        Where.THREAD,
    ),
    Command("fold_all", ("H",), ("fold all",), "Fold all conversations.", Where.THREAD),
    Command("unfold_all", ("L",), ("unfold all",), "Open all conversations.", Where.THREAD),
    Command("fold_more", ("<",), ("fold level",), "Keep one level of replies less.", Where.THREAD),
    Command(
        "fold_less", (">",), ("unfold level",), "Keep one level of replies more.", Where.THREAD
    ),
    Command(
        "fold_chain",
        ("X",),
        ("fold conversation",),
        "Fold the whole conversation around this comment and go on to the next.",
        Where.THREAD,
    ),
    Command(
        "comment_browser",
        ("o",),
        ("browse comment",),
        "Hand the comment's address to the browser; with a number, that link in it.",
        Where.THREAD,
    ),
)
"""Every command, in the order of the help."""
