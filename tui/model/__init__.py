"""What a page is: frozen values that every other part speaks in.

Nothing here reads, writes or draws. Every string in these values has passed `tui.parse.clean`.
"""

from tui.model.blocks import (
    Block,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Table,
)
from tui.model.dates import ShownDate
from tui.model.form import MULTIPART, URLENCODED, Barrier, FormField, ReplyForm
from tui.model.inline import Inline, Mark, Span, plain
from tui.model.page import Article, Page
from tui.model.text import blocks_text
from tui.model.thread import (
    Comment,
    CommentKind,
    CommentState,
    LinkKind,
    MalformedThreadError,
    RemoteThread,
    Thread,
    ThreadLink,
)

__all__ = [
    "MULTIPART",
    "URLENCODED",
    "Article",
    "Barrier",
    "Block",
    "Comment",
    "CommentKind",
    "CommentState",
    "FormField",
    "Heading",
    "Image",
    "Inline",
    "LinkKind",
    "ListBlock",
    "MalformedThreadError",
    "Mark",
    "Page",
    "Paragraph",
    "Preformatted",
    "Quote",
    "RemoteThread",
    "ReplyForm",
    "Rule",
    "ShownDate",
    "Span",
    "Table",
    "Thread",
    "ThreadLink",
    "blocks_text",
    "plain",
]
