"""The features of a reading screen, and which of them does what keys and panes ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on

from tui.app.messages import DraftMoved, DraftSaved, WritingAsked
from tui.app.reader.aids import Aids
from tui.app.reader.arrival import Arrival
from tui.app.reader.base import ReadingScreen
from tui.app.reader.bookmark import PageBookmark
from tui.app.reader.copying import Copying
from tui.app.reader.counts import Counts
from tui.app.reader.desk import Desk
from tui.app.reader.dispatch import Dispatch
from tui.app.reader.drafts import PageDrafts
from tui.app.reader.exporting import Exporting
from tui.app.reader.feature import Feature
from tui.app.reader.history import History
from tui.app.reader.links import Links
from tui.app.reader.looks import Looks
from tui.app.reader.mutes import Mutes
from tui.app.reader.overviews import Overviews
from tui.app.reader.pipes import Pipes
from tui.app.reader.replies import Replies
from tui.app.reader.search import Search
from tui.app.reader.selecting import Selecting
from tui.app.reader.sieve import Sieve
from tui.app.reader.trail import Trail
from tui.app.reader.visit import Visit
from tui.app.reader.whole import Whole
from tui.app.services import Services
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.line_view import LineView
from tui.app.widgets.thread_map import ThreadMap
from tui.app.widgets.thread_pane import ThreadPane
from tui.fetch import Opened
from tui.reading.moves import Way
from tui.store.draft import Draft

if TYPE_CHECKING:  # loads the text area
    from tui.app.widgets.composer import Composer


class FeaturedScreen(ReadingScreen):
    """A reading screen with all its features; what keys do is theirs."""

    def __init__(self, services: Services, opened: Opened, draft_id: str | None) -> None:
        super().__init__(services, opened.page, opened.source)
        self.is_copy, self.is_stub = opened.is_copy, opened.is_stub
        # Writing
        self.drafts = PageDrafts(self, draft_id)
        self.desk = Desk(self, self.drafts)
        self.replies = Replies(self, self.drafts, self.desk)
        self.aids = Aids(self, self.desk, self.replies)
        self.dispatch = Dispatch(self, self.drafts, self.desk)
        self.history = History(self, self.drafts)
        # Going along with things
        self.copying = Copying(self)
        self.pipes = Pipes(self, self.copying)
        self.selecting = Selecting(self, self.copying, self.replies, self.pipes)
        self.exporting = Exporting(self)
        # Reading
        self.counts = Counts(self, self.key_bar, self.desk)
        self.trail = Trail(self)
        self.bookmark = PageBookmark(self, self.trail)
        self.links = Links(self, self.trail, self.copying.copy_address, opened.fragment)
        self.search = Search(self, self.trail)
        self.sieve = Sieve(self, self.drafts, self.trail)
        self.mutes = Mutes(self, self.sieve, self.trail)
        self.visit = Visit(self, self.trail)
        self.whole = Whole(self)
        self.looks = Looks(self)
        self.overviews = Overviews(self, self.trail, self.search, self.links, self.looks)
        self.arrival = Arrival(self, self.visit, self.mutes, self.links)
        self.drafts.when_read = self._drafts_read
        for feature in [each for each in vars(self).values() if isinstance(each, Feature)]:
            for name in feature.actions:
                setattr(self, name, getattr(feature, name))

    @property
    def composer(self) -> Composer | None:
        """What is being written, or None."""
        return self.desk.composer

    def keeps_key(self, event: events.Key) -> bool:
        """Keep a key for what is on its way: the reader's place, a text, the end of a number."""
        return (
            self.arrival.keeps_key(event)
            or self.desk.keeps_key(event)
            or (event.is_forwarded and self.counts.takes(event))
        )

    def action_copy_text(self) -> None:
        """Copy what the mouse selected; Textual's own key for it."""
        self.copying.copy_selected()

    # Drafts and replies

    def _drafts_read(self, drafts: list[Draft]) -> None:
        self.replies.go_on_with_asked()
        if drafts:
            self.dispatch.look_for_own()

    @on(WritingAsked)
    def _writing_asked(self, event: WritingAsked) -> None:
        for feature in (self.dispatch, self.aids, self.desk):
            feature.asked(event.name)

    @on(DraftSaved)
    def _draft_saved(self, event: DraftSaved) -> None:
        self.drafts.saved_meanwhile(event.draft)

    @on(DraftMoved)
    async def _draft_moved(self, event: DraftMoved) -> None:
        """Show how far a draft has come; the page is read again once the site has a reply."""
        if self.dispatch.moved(event.draft):
            await self.run_action("reload")

    @on(ArticlePane.ReplyAsked)
    def _reply_to_article(self, event: ArticlePane.ReplyAsked) -> None:
        self.replies.to_article(quotes=event.quote)

    @on(ThreadPane.ReplyAsked)
    def _reply_to_comment(self, event: ThreadPane.ReplyAsked) -> None:
        self.replies.to_comment(event.comment, quotes=event.quoted)

    @on(ThreadPane.DraftChosen)
    def _draft_chosen(self, event: ThreadPane.DraftChosen) -> None:
        self.replies.go_on(event.draft_id)

    @on(ThreadPane.DiscardAsked)
    def _discard_asked(self, event: ThreadPane.DiscardAsked) -> None:
        self.desk.ask_discard(event.draft_id)

    @on(ThreadPane.AnsweredAsked)
    def _answered_asked(self, event: ThreadPane.AnsweredAsked) -> None:
        self.history.show_answered(event.draft_id)

    @on(ThreadPane.VersionsAsked)
    def _versions_asked(self, event: ThreadPane.VersionsAsked) -> None:
        self.history.show_versions(event.draft_id)

    # Moving and following

    @on(ThreadPane.Jumping)
    def _jumping(self, event: ThreadPane.Jumping) -> None:
        self.trail.left_comment(event.key)

    @on(ArticlePane.Jumping)
    def _jumping_in_article(self, event: ArticlePane.Jumping) -> None:
        self.trail.left_article(event.anchor)

    @on(LineView.EndReached)
    def _end_reached(self, event: LineView.EndReached) -> None:
        """At the end of a pane, the key that turns pages goes on to what was not read."""
        event.stop()
        self.search.go_to_unread(Way.ON)

    @on(ThreadMap.Picked)
    def _map_picked(self, event: ThreadMap.Picked) -> None:
        index = self.thread.thread.index_of(event.key)
        if index is not None:
            self.thread.jump_to(index)

    @on(LineView.LinkFollowed)
    def _link_clicked(self, event: LineView.LinkFollowed) -> None:
        self.links.follow(event.href, in_browser=False)

    @on(ThreadPane.BrowserAsked)
    def _comment_in_browser(self, event: ThreadPane.BrowserAsked) -> None:
        self.links.open_comment(event)

    @on(ArticlePane.BrowserAsked)
    def _link_in_browser(self, event: ArticlePane.BrowserAsked) -> None:
        self.links.open_numbered_in_article(event.link)

    # Folds, marks, people

    @on(ThreadPane.Folding)
    def _folding(self, event: ThreadPane.Folding) -> None:
        self.search.keep_folds()
        folded = event.keys
        self.trail.did(event.title, lambda: self.thread.fold(self.thread.reading.indexes(folded())))

    @on(ThreadPane.Marked)
    def _marked(self, event: ThreadPane.Marked) -> None:
        self.visit.marked(event)

    @on(ThreadPane.MarksChanged)
    def _marks_changed(self) -> None:
        if self.thread_map is not None:
            self.thread_map.show_marks()

    @on(ThreadPane.AuthorAsked)
    def _author_asked(self, event: ThreadPane.AuthorAsked) -> None:
        if event.author is None:
            self.notify("The page does not name the author.", markup=False)
        elif event.wish == "only":
            self.sieve.show_only_author(event.author)
        else:
            self.mutes.toggle(event.author)
