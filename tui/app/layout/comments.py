"""The items of the thread pane: comments, open or folded, and the drafts under them."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from rich.cells import cell_len

from tui.app.layout.blocks import block_pieces, gap
from tui.app.layout.clip import clip
from tui.app.layout.glyphs import UNICODE, Glyphs
from tui.app.layout.lines import GUIDES, Role, Run, Runs, runs_width
from tui.app.layout.look import PLAIN, Look
from tui.app.layout.pieces import FixedPiece, Piece, PiecedItem, lines_of, text_piece
from tui.app.layout.stack import Shape
from tui.model import Comment, CommentKind, CommentState, Mark, Span, blocks_text

MIN_COLUMN = 40
"""The indent stops growing where the text column would fall under this many cells."""

_LEAF = "  "
_BODY = Run("  ")


class Place(Struct, frozen=True):
    """Where an item stands in the tree.

    Attributes:
        depth: How many comments are above it.
        step: How many columns a level is indented by.
    """

    depth: int
    step: int = 2

    def guides(self, width: int, glyphs: Glyphs = UNICODE) -> Runs:
        """The guides by depth; the last one tells the depth where not all levels fit."""
        return _guides(self.depth, self.step, width, glyphs.guides)


@lru_cache(maxsize=1_024)
def _guides(depth: int, step: int, width: int, signs: tuple[str, ...]) -> Runs:
    """The guides of a depth; kept, since all comments of a depth have the same."""
    spare = max(width - MIN_COLUMN, 0)
    number = () if depth * step <= spare else (f"{depth}{signs[depth % len(signs)]} ",)
    fit = max(spare - sum(map(len, number)), 0) // step
    runs = [
        Run(signs[level % len(signs)].ljust(step), GUIDES[level % len(GUIDES)])
        for level in range(min(depth, fit))
    ]
    runs.extend(Run(text, GUIDES[depth % len(GUIDES)]) for text in number)
    return tuple(runs)


class CommentItem(PiecedItem, frozen=True):
    """A comment.

    Attributes:
        comment: The comment.
        index: Its index in the thread.
        place: Where it stands.
        replies: How many comments answer it directly.
        hidden: How many comments hang under it, at any depth.
        shape: Whether it is open, or one line as a fold or as context.
        new: Of a fold, how many of the comments under it are new.
        drafts: Of a fold, how many drafts it hides.
        look: How the reader wants to see it.
        signs: What is true of it at the moment (`● new`); shown as far as there is room, so that
            they never change its height.
    """

    comment: Comment
    index: int
    place: Place
    replies: int
    hidden: int
    shape: Shape = Shape.OPEN
    new: int = 0
    drafts: int = 0
    look: Look = PLAIN
    signs: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The comment's key."""
        return self.comment.key

    def pieces(self, width: int) -> list[Piece]:
        """What it is built of."""
        guides = self.place.guides(width, self.look.glyphs)
        room = width - sum(len(run.text) for run in guides)  # a guide's characters have a cell each
        if self.shape is not Shape.OPEN:
            return [FixedPiece(((*guides, *self._folded_line(room)),)), gap(guides)]
        pieces = self._head(room, guides)
        pieces.extend(block_pieces(self.comment.blocks, width, (*guides, _BODY), self.look))
        pieces.append(gap(guides))
        return pieces

    def _head(self, room: int, guides: Runs) -> list[Piece]:
        """The author and, on the right or below, badges, replies and date."""
        glyphs = self.look.glyphs
        marker = Run(glyphs.opened if self.replies else _LEAF, Role.MARKER)
        name = Run(author_name(self.comment), Role.AUTHOR, Mark.BOLD, self.comment.author_url)
        badges = self._badges()
        facts = [count(self.replies, "reply"), self.look.date(self.comment.date)]
        right = Run(glyphs.dot.join(filter(None, facts)), Role.META)
        left = (marker, name, *(Run(f"  {badge}", Role.BADGE) for badge in badges))
        space = room - runs_width((name, *left[2:], right)) - len(marker.text)
        least = 2 if right.text else 0
        if space >= least:
            signs = self._signs(space - least)
            gap_between = Run(" " * (space - runs_width(signs)))
            return [FixedPiece(((*guides, *left, *signs, gap_between, right),))]
        label = (Span(name.text, Mark.BOLD, name.href),)
        below = glyphs.dot.join(filter(None, (*badges, *facts)))
        prefix = (*guides, _BODY)
        pieces: list[Piece] = [text_piece(label, room - 2, (*guides, marker), prefix, Role.AUTHOR)]
        if below:
            pieces.append(text_piece((Span(below),), room - 2, prefix, prefix, Role.META))
        # Heads are no part of the text, so that a place in it is the same with one line or two.
        first, *others = (line.runs for line in lines_of(pieces))
        signs = self._signs(room - runs_width(first[len(guides) :]))
        return [FixedPiece(((*first, *signs), *others))]

    def _badges(self) -> list[str]:
        you = ["you"] if self.look.is_own(self.comment.author) else []
        return [*you, *badges_of(self.comment)]

    def _signs(self, room: int) -> Runs:
        """The signs that fit."""
        runs: list[Run] = []
        for sign in self.signs:
            run = Run(f"  {sign}", Role.BADGE)
            if runs_width((*runs, run)) <= room:
                runs.append(run)
        return tuple(runs)

    def _folded_line(self, room: int) -> Runs:
        """Author, date, what is hidden, and the first words as far as there is room."""
        glyphs = self.look.glyphs
        name = clip(author_name(self.comment), room - 2, glyphs.more)
        drafts = f"{glyphs.draft}{count(self.drafts, 'draft')}" if self.drafts else ""
        hidden = count(self.hidden, "reply", " hidden") if self.shape is Shape.FOLDED else ""
        new = f"{self.new} new" if self.new else ""
        known = (*self.signs, self.look.date(self.comment.date), hidden, new, drafts)
        facts = "".join(f"{glyphs.dot}{fact}" for fact in known if fact)
        facts = clip(facts, room - 2 - cell_len(name), glyphs.more)
        left = room - 2 - cell_len(name) - cell_len(facts) - len(glyphs.dot)
        words = " ".join(blocks_text(self.comment.blocks).split())
        tail = f"{glyphs.dot}{clip(words, left, glyphs.more)}" if left > 5 and words else ""
        return (
            Run(glyphs.folded if self.shape is Shape.FOLDED else glyphs.opened, Role.MARKER),
            Run(name, Role.AUTHOR, Mark.BOLD),
            Run(facts, Role.META),
            Run(tail, Role.QUOTE),
        )


class DraftItem(PiecedItem, frozen=True):
    """A draft under the comment that it answers.

    Attributes:
        draft_id: The draft's id.
        body: What was written.
        label: What it is: its state and what it answers.
        place: Where it stands.
        look: How the reader wants to see it.
        kept: What it kept of a comment that is not there any more, else empty.
    """

    draft_id: str
    body: str
    label: str
    place: Place
    look: Look = PLAIN
    kept: str = ""

    @property
    def key(self) -> str:
        """A key that no comment has."""
        return f"draft:{self.draft_id}"

    def pieces(self, width: int) -> list[Piece]:
        """What it is built of."""
        guides = self.place.guides(width, self.look.glyphs)
        room = width - sum(cell_len(run.text) for run in guides) - 2
        head = (*guides, Run(self.look.glyphs.draft, Role.DRAFT))
        hang = (*guides, _BODY)
        body = self.body.strip("\n").expandtabs(4)
        bar = Run(self.look.glyphs.quote, Role.BAR)
        kept = (*hang, bar)
        quote = text_piece((Span(self.kept.expandtabs(4)),), room - len(bar.text), kept, kept,
                           Role.QUOTE)  # fmt: skip
        return [
            text_piece((Span(self.label, Mark.BOLD),), room, head, hang, Role.DRAFT),
            *((quote,) if self.kept else ()),
            text_piece((Span(body),) if body else (), room, hang, hang, Role.DRAFT),
            gap(guides),
        ]


class MessageItem(PiecedItem, frozen=True):
    """A sentence of the program in the place of comments, perhaps a link."""

    key: str
    text: str
    role: Role = Role.NOTE
    href: str | None = None

    def pieces(self, width: int) -> list[Piece]:
        """What it is built of."""
        text = (Span(self.text, href=self.href),)
        return [text_piece(text, width, (), (), self.role), gap()]


ThreadItem = CommentItem | DraftItem | MessageItem


def author_name(comment: Comment) -> str:
    """The author's name, or words for an unknown one."""
    return comment.author or "Unknown author"


_STATES = {
    CommentState.HELD: "waiting for moderation",
    CommentState.DELETED: "deleted",
    CommentState.COLLAPSED: "collapsed by the page",
}


def badges_of(comment: Comment) -> list[str]:
    """What sets a comment apart, in a word each."""
    badges = ["author"] if comment.by_post_author else []
    if comment.kind is not CommentKind.COMMENT:
        badges.append(comment.kind.value)
    if comment.state in _STATES:
        badges.append(_STATES[comment.state])
    if comment.score is not None:
        badges.append("1 point" if comment.score == 1 else f"{comment.score} points")
    return badges


def count(number: int, word: str, after: str = "") -> str:
    """`2 replies`; nothing for none."""
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{number} {word if number == 1 else plural}{after}" if number else ""
