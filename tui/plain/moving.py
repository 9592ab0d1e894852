"""The part of a page's view that moves: on and back, by headings, by the tree of the comments."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeAlias

from tui.model import Heading
from tui.plain import telling
from tui.plain.commands import Asked, CommandError
from tui.plain.place import PlaceView
from tui.plain.view import Lines
from tui.reading import moves
from tui.reading.arrangement import Arrangement
from tui.reading.links import Place, block_at, links_of, target_of
from tui.reading.moves import Way
from tui.reading.onward import part_links, which_part

Move: TypeAlias = Callable[[Arrangement, int, Way, Collection[int]], int | None]
"""A move among the comments that a filter leaves."""


class MovingView(PlaceView):
    """A page that is gone through."""

    # On and back

    def do_page_on(self, _asked: Asked) -> Lines:
        """Read on; from the end of the article into the comments."""
        if self.in_thread:
            yield from self._step(Way.ON, 1)
        elif self.block + 1 < len(self.blocks):
            yield from self._read_on()
        elif self.comment is not None:
            yield from self.do_comments(_asked)
        else:
            raise CommandError("This is the end of the page.")

    def do_page_back(self, asked: Asked) -> Lines:
        """Read what stands before."""
        yield from self.do_previous(asked)

    def _read_on(self) -> Lines:
        """The next block of the article, a heading with what stands under it."""
        while True:
            self.block += 1
            yield from self.passage(self.block)
            last = self.block + 1 >= len(self.blocks)
            if last or not isinstance(self.blocks[self.block], Heading):
                break
        if last:
            yield from self.host.wrapped(self._article_end())

    def _article_end(self) -> str:
        """That the article ends here, or where it goes on, by the numbers of its links."""
        parts = self.page.parts
        if parts is None:
            return "End of the article."
        first = len(links_of(self.blocks[self.block :])) + 1
        told = [
            f"{link.words}, link {at} here." for at, link in enumerate(part_links(parts), first)
        ]
        end = f"End of {which_part(parts).lower()}, as the site divides the article."
        return " ".join((end, *told))

    def do_next(self, asked: Asked) -> Lines:
        """To the next comment; in the article, the next paragraphs."""
        if self.in_thread:
            yield from self._step(Way.ON, asked.times)
            return
        for _ in range(asked.times):
            if self.block + 1 >= len(self.blocks):
                raise CommandError("This is the end of the article.")
            yield from self._read_on()

    def do_previous(self, asked: Asked) -> Lines:
        """To the comment, or the paragraph, before."""
        if self.in_thread:
            yield from self._step(Way.BACK, asked.times)
        elif self.block < 0:
            raise CommandError("This is the title of the article.")
        else:
            yield from self.go_to_block(max(self.block - asked.times, -1))

    def _step(self, way: Way, times: int) -> Lines:
        at = self.cursor()
        for _ in range(times):
            further = self.state.beside(at, way)
            if further is None:
                break
            at = further
        if at == self.comment:
            raise CommandError(self._end() if way is Way.ON else "This is the first comment.")
        yield from self.go_to_comment(at)

    def _end(self) -> str:
        unread = self.state.marks.unread
        thread = self.state.thread
        end = "This is the last comment."
        if thread.more:
            end += f" {telling.many(len(thread.more), 'link').capitalize()} to more: f lists them."
        if unread:
            end += f" {telling.many(unread, 'comment')} not read: n goes to the next."
        return end

    def do_top(self, asked: Asked) -> Lines:
        """To the first comment or to the title; with a number, to that one."""
        if asked.count is not None:
            yield from self._to_number(asked.count)
        elif self.in_thread:
            first = moves.first(self.state.arranged, self.state.hidden)
            yield from self.go_to_comment(self.cursor() if first is None else first, jump=True)
        else:
            yield from self.go_to_block(-1, jump=True)

    def do_bottom(self, asked: Asked) -> Lines:
        """To the last comment or paragraph; with a number, to that one."""
        if asked.count is not None:
            yield from self._to_number(asked.count)
        elif self.in_thread:
            order, hidden = self.state.arranged.order, self.state.hidden
            last = next(index for index in reversed(order) if index not in hidden)
            yield from self.go_to_comment(self.state.visible(last), jump=True)
        else:
            yield from self.go_to_block(len(self.blocks) - 1, jump=True)

    def _to_number(self, number: int) -> Lines:
        if self.in_thread:
            order = self.state.arranged.order
            yield from self.go_to_comment(order[min(max(number, 1), len(order)) - 1], jump=True)
        else:
            yield from self.go_to_block(min(number, len(self.blocks)) - 1, jump=True)

    def do_rest(self, _asked: Asked) -> Lines:
        """All the rest of the article, or of the conversation."""
        if not self.in_thread:
            if self.block + 1 >= len(self.blocks):
                raise CommandError("This is the end of the article.")
            while self.block + 1 < len(self.blocks):
                yield from self._read_on()
            return
        root = moves.root(self.state.thread, self.cursor())
        told = 0
        while (further := self.state.beside(self.cursor(), Way.ON)) is not None:
            if moves.root(self.state.thread, further) != root:
                break
            yield from self.go_to_comment(further)
            told += 1
        yield "End of the conversation." if told else "This is the end of the conversation."

    # Article and comments

    def do_head(self, _asked: Asked) -> Lines:
        """What the page is."""
        yield from telling.head_lines(self.page, self.host.width)

    def do_switch_pane(self, asked: Asked) -> Lines:
        """From the article to the comments and back."""
        yield from self.do_article(asked) if self.in_thread else self.do_comments(asked)

    def do_article(self, _asked: Asked) -> Lines:
        """To the article, where it was left."""
        yield from self.go_to_block(self.block, jump=self.in_thread)

    def do_comments(self, _asked: Asked) -> Lines:
        """To the comments, where they were left."""
        at = self.cursor()
        if not self.in_thread:
            thread, marks = self.state.thread, self.state.marks
            unread = f", {marks.unread} not read" if marks.unread else ", all read"
            new = f", {marks.new} of them new" if marks.new else ""
            yield from self.host.wrapped(f"{telling.many(len(thread), 'comment')}{unread}{new}.")
        yield from self.go_to_comment(at, jump=not self.in_thread)

    def do_go_to(self, asked: Asked) -> Lines:
        """To a comment, by the number that is told of it, its id or its address."""
        self.cursor()
        if not asked.text.strip("#"):
            raise CommandError("Go where? Name a comment by its number, its id or its address.")
        index = self.state.named(asked.text)
        if index is None:
            raise CommandError("The page has no comment of that name.")
        yield from self.go_to_comment(index, jump=True)

    def go_to_fragment(self, fragment: str) -> Lines:
        """To the comment, or the place in the article, that the fragment of an address names."""
        match target_of(self.page, fragment):
            case None:
                raise CommandError("The page has nothing of that name.")
            case Place() as place:
                self.jumps.leave(self.here())
                self.block, self.in_thread = place.block, False
                yield from self.host.wrapped(self.where_sentence())
                for block in block_at(self.blocks, place):
                    yield from self.told(block)
            case index:
                yield from self.go_to_comment(index, jump=True)

    # Headings

    def do_heading_next(self, asked: Asked) -> Lines:
        """To the next heading."""
        found = [at for at in self._headings() if at > self.block]
        if not found:
            raise CommandError("There is no further heading.")
        yield from self._to_heading(found[min(asked.times, len(found)) - 1])

    def do_heading_previous(self, asked: Asked) -> Lines:
        """To the heading before."""
        found = [at for at in self._headings() if at < self.block]
        yield from self._to_heading(found[-min(asked.times, len(found))] if found else -1)

    def _headings(self) -> list[int]:
        return [at for at, block in enumerate(self.blocks) if isinstance(block, Heading)]

    def _to_heading(self, block: int) -> Lines:
        self.jumps.leave(self.here())
        self.block, self.in_thread = block, False
        yield from self.tell()

    # The tree

    def _by(
        self, asked: Asked, step: Callable[[int], int | None], none: str, *, jump: bool = False
    ) -> Lines:
        """Go by a move, so many times as far as it goes."""
        at = self.cursor()
        for _ in range(asked.times):
            further = step(at)
            if further is None:
                break
            at = further
        if at == self.cursor() and self.in_thread:
            raise CommandError(none)
        yield from self.go_to_comment(at, jump=jump)

    def _moved(self, asked: Asked, move: Move, way: Way, none: str, *, jump: bool = False) -> Lines:
        state = self.state
        yield from self._by(
            asked, lambda index: move(state.arranged, index, way, state.hidden), none, jump=jump
        )

    def do_sibling_next(self, asked: Asked) -> Lines:
        """To the next comment that is not deeper."""
        yield from self._moved(asked, moves.sibling, Way.ON, "No comment of this level follows.")

    def do_sibling_previous(self, asked: Asked) -> Lines:
        """To the nearest comment before that is not deeper."""
        yield from self._moved(
            asked, moves.sibling, Way.BACK, "No comment of this level stands before."
        )

    def do_thread_next(self, asked: Asked) -> Lines:
        """To the next top-level comment."""
        yield from self._moved(
            asked, moves.conversation, Way.ON, "This is the last conversation.", jump=True
        )

    def do_thread_previous(self, asked: Asked) -> Lines:
        """To the top-level comment before."""
        yield from self._moved(
            asked, moves.conversation, Way.BACK, "This is the first conversation.", jump=True
        )

    def do_parent(self, asked: Asked) -> Lines:
        """To the comment that this one answers."""
        thread = self.state.thread
        yield from self._by(
            asked,
            lambda index: moves.parent(thread, index),
            "This comment answers the article.",
            jump=True,
        )

    def do_root(self, _asked: Asked) -> Lines:
        """To the top of the conversation."""
        top = moves.root(self.state.thread, self.cursor())
        if top == self.comment and self.in_thread:
            raise CommandError("This is the top of the conversation.")
        yield from self.go_to_comment(top, jump=True)

    def do_author_next(self, asked: Asked) -> Lines:
        """To the next comment by the same author; after the last, the first."""
        state, at = self.state, self.cursor()
        found = moves.same_author(state.arranged, at, asked.times, state.hidden)
        if found is None:
            author = telling.name(state.thread.comments[at].author)
            raise CommandError(f"{author} wrote no other comment.")
        yield from self.go_to_comment(found, jump=True)
