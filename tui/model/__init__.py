"""What a page is: frozen values that every other part speaks in.

Nothing here reads, writes or draws. Every string in these values has passed `tui.parse.clean`.
"""

from tui.model.blocks import (
    Block,
    Definition,
    DefinitionList,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Table,
    Term,
    inner_blocks,
)
from tui.model.dates import ShownDate
from tui.model.form import MULTIPART, URLENCODED, Barrier, FormField, ReplyForm
from tui.model.inline import Inline, Mark, Span, marked, plain
from tui.model.page import Article, Page, Parts
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
    "Definition",
    "DefinitionList",
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
    "Parts",
    "Preformatted",
    "Quote",
    "RemoteThread",
    "ReplyForm",
    "Rule",
    "ShownDate",
    "Span",
    "Table",
    "Term",
    "Thread",
    "ThreadLink",
    "blocks_text",
    "inner_blocks",
    "marked",
    "plain",
]
