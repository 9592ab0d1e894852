"""The part of a page's view that knows where the reader is, and tells it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from tui.fetch import Opened
from tui.model import Block, ShownDate
from tui.parse.clean import clean_line
from tui.plain import telling
from tui.plain.commands import Asked, CommandError
from tui.plain.table import Where
from tui.plain.view import Host, Lines, View
from tui.reading import moves
from tui.reading.dates import Dates, age_text, date_text, day_text
from tui.reading.jumps import Jumps
from tui.reading.state import ThreadState
from tui.reading.undo import Undo
from tui.reading.visits import Visits
from tui.send.telling import is_on_page
from tui.store.draft import Draft
from tui.store.library import ReadingPlace
from tui.store.placing import Placed, place_drafts


class Spot(Struct, frozen=True):
    """A place that one can come back to.

    Attributes:
        comment: The key of the comment, or None for the article.
        block: The number of the article's block, -1 for its title.
    """

    comment: str | None
    block: int


class PlaceView(View):
    """A page and a reader in it, who is in the article or in the comments.

    Attributes:
        page: The page.
        source: What opens it again.
        state: How its thread is read.
        block: The number of the block that was told last of the article, -1 for its title.
        comment: The comment that was told last, or None where there are none.
        in_thread: Whether the reader is in the comments.
        placed: The drafts of the page, and where they stand.
        dates: How dates are told.
        short_quotes: Whether only the first line of quotes is told.
    """

    def __init__(self, host: Host, opened: Opened) -> None:
        super().__init__(host)
        self.page = opened.page
        self.source = opened.source
        self.state = ThreadState(opened.page)
        self.state.sort(self.stores.preferences.reading.order)
        self.block = -1
        self.comment = moves.first(self.state.arranged)
        self.in_thread = False
        self.dates = Dates(self.stores.preferences.reading.dates)
        self.short_quotes = self.stores.preferences.reading.quotes == "folded"
        self.placed: list[Placed] = []
        self.read_drafts()
        self.jumps: Jumps[Spot] = Jumps()
        self.undone = Undo()
        self.visits = self.stores.visit(opened.page)
        self.state.show_marks(self.visits.fresh, self.visits.read)

    @property
    def where(self) -> Where:
        """In the article or in the comments."""
        return Where.THREAD if self.in_thread else Where.ARTICLE

    @property
    def prompt(self) -> str:
        """The place, in two words at most."""
        if self.in_thread and self.comment is not None:
            return f"comment {self.state.arranged.ranks[self.comment] + 1}> "
        return "article> "

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The article."""
        return self.page.article.blocks

    def cursor(self) -> int:
        """The comment that a command about comments means.

        Raises:
            CommandError: There is none.
        """
        if self.comment is None:
            raise CommandError("There are no comments on this page.")
        return self.comment

    # Coming and going

    def restore(self, place: ReadingPlace | None) -> None:
        """Be where the reader left the page, in the article first."""
        if place is None:
            return
        self.state.folded = self.state.indexes(place.folded)
        index = self.state.thread.index_of(place.comment or "")
        if index is not None:
            self.comment = index
        self.settle()
        kind, _, number = (place.block or "").partition("-")
        if kind == "block" and number.isdecimal() and len(number) < 9:
            self.block = min(int(number), len(self.blocks)) - 1

    def close(self) -> None:
        """Keep the place, the folds and what was read."""
        reading = self.state
        block = f"block-{self.block}" if self.block >= 0 else "title"
        comment = None if self.comment is None else reading.key(self.comment)
        folded = reading.keys(reading.folded)
        self.stores.keep_place(self.page, ReadingPlace(folded, comment, block))
        self.stores.keep_visits(self.page, self.visits_now())

    def visits_now(self) -> Visits:
        """What is to be kept of the visits; what was read of other pages of the thread stays."""
        here = {comment.key for comment in self.state.thread.comments}
        return replace(self.visits, read=(self.visits.read - here) | self.state.marks.read_keys())

    def here(self) -> Spot:
        """Where the reader is."""
        in_thread = self.in_thread and self.comment is not None
        return Spot(self.state.key(self.cursor()) if in_thread else None, self.block)

    def settle(self) -> None:
        """Be at a comment that is shown, after a change of what is shown."""
        if self.comment is not None:
            self.comment = self.state.visible(self.comment)

    def did(self, title: str, restore: Callable[[], None]) -> None:
        """Keep how to undo what the reader did."""
        self.undone.did(title, restore)

    # Telling

    def tell(self) -> Lines:
        """Where the reader is, and what stands there; a comment that is told whole was read."""
        if self.in_thread and self.comment is not None:
            lines = self.comment_lines(self.comment)
            if self.comment not in self.state.folded | self.state.context:
                self.state.marks.pass_by([self.comment])
        elif self.block < 0:
            lines = list(telling.head_lines(self.page, self.host.width))
        else:
            lines = self.passage(self.block)
        yield from lines

    def comment_lines(self, index: int) -> list[str]:
        """A comment, and the drafts that answer it."""
        width = self.host.width
        own = self.drafts_at(self.state.key(index))
        sentence = self.position(index, len(own))
        words = telling.words_lines(self.state, index, width, short_quotes=self.short_quotes)
        return [*self.host.wrapped(sentence), *words]

    def position(self, index: int, drafts: int) -> str:
        """Where a comment stands and whose it is."""
        names = self.stores.preferences.names
        yours = self.state.key(index) in {each.became for each in self.placed}
        return telling.position(
            self.state, index, self.told_date, names=names, drafts=drafts, yours=yours
        )

    def told_date(self, shown: ShownDate | None) -> str:
        """A date as the reader wants to be told of it."""
        match self.dates:
            case Dates.PAGE:
                return clean_line(date_text(shown))
            case Dates.AGES:
                return clean_line(age_text(shown, self.stores.clock().astimezone()))
            case Dates.DAYS:
                return clean_line(day_text(shown))

    def passage(self, block: int) -> list[str]:
        """A block of the article."""
        return self.told(self.blocks[block])

    def told(self, block: Block) -> list[str]:
        """A block as lines."""
        return telling.passage_lines(block, self.host.width, short_quotes=self.short_quotes)

    def drafts_at(self, key: str | None) -> list[Draft]:
        """The drafts that answer a comment, or the article; those whose comment is gone too."""
        return [each.draft for each in self.placed_at(key)]

    def placed_at(self, key: str | None) -> list[Placed]:
        """The same, each with what became of what it answers."""
        return [
            each
            for each in self.placed
            if each.parent == key and each.became is None and not is_on_page(each.draft)
        ]

    def read_drafts(self) -> None:
        """Know the drafts of the page as they are now."""
        drafts = self.stores.page_drafts(self.page, self.source)
        self.placed = place_drafts(drafts, self.state.thread)

    def where_sentence(self) -> str:
        """Where the reader is, in a sentence."""
        if self.in_thread and self.comment is not None:
            own = self.drafts_at(self.state.key(self.comment))
            return self.position(self.comment, len(own))
        if self.block < 0:
            return "At the title of the article."
        return f"Part {self.block + 1} of {len(self.blocks)} of the article."

    def do_where(self, _asked: Asked) -> Lines:
        """Tell the place."""
        yield from self.host.wrapped(self.where_sentence())

    def do_again(self, _asked: Asked) -> Lines:
        """Tell what stands here once more."""
        yield from self.tell()

    # Going

    def go_to_comment(self, index: int, *, jump: bool = False, opens: bool = False) -> Lines:
        """Go to a comment and tell it; folds that hide it are opened, its own where asked for."""
        if index in self.state.hidden:
            raise CommandError("The filter takes that comment out; filter without words keeps all.")
        if jump:
            self.jumps.leave(self.here())
        own = {index} if opens else set()
        self.state.folded = self.state.unfolded_to(index) - own
        self.comment, self.in_thread = index, True
        yield from self.tell()

    def go_to_block(self, block: int, *, jump: bool = False) -> Lines:
        """Go to a block of the article, or to its title, and tell it."""
        if jump:
            self.jumps.leave(self.here())
        self.block, self.in_thread = block, False
        if jump and block >= 0:
            yield from self.host.wrapped(self.where_sentence())
        yield from self.tell()

    def do_jump_back(self, asked: Asked) -> Lines:
        """To where the last jump began; where there was none, to the page before."""
        if not self._gone(asked, self.jumps.back):
            yield from self.host.back()
        else:
            yield from self.tell()

    def do_jump_forth(self, asked: Asked) -> Lines:
        """To where one came back from."""
        if not self._gone(asked, self.jumps.forth):
            raise CommandError("There is nothing to go forth to.")
        yield from self.tell()

    def _gone(self, asked: Asked, step: Callable[[Spot], Spot | None]) -> bool:
        """Go along the jumps; False where there is none to go to."""
        gone = False
        for _ in range(asked.times):
            spot = step(self.here())
            if spot is None:
                break
            index = self.state.thread.index_of(spot.comment or "")
            self.block = min(spot.block, len(self.blocks) - 1)
            self.in_thread = index is not None
            if index is not None:
                self.comment = index
                if index not in self.state.hidden:
                    self.state.folded = self.state.unfolded_to(index)
                self.settle()
            gone = True
        return gone

    def do_undo(self, asked: Asked) -> Lines:
        """Undo what was done last."""
        for _ in range(asked.times):
            title = self.undone.undo()
            if title is None:
                raise CommandError("Nothing to undo.")
            yield from self.host.wrapped(f"Undone: {title}.")
        self.settle()
        yield from self.host.wrapped(self.where_sentence())
