"""The place to write: opened beside what is answered, closed, and keys that come before it."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import events

from tui.app import dialogs
from tui.app.layout.panes import Part, Side
from tui.app.reader.base import ReadingScreen
from tui.app.reader.drafts import PageDrafts
from tui.app.reader.feature import Feature
from tui.app.widgets.article_pane import ArticlePane
from tui.app.widgets.panes import Edge
from tui.app.widgets.thread_pane import ThreadPane
from tui.errors import DraftError

if TYPE_CHECKING:  # what writing needs loads slowly
    from tui.app.widgets.composer import Composer, ReplyText
    from tui.store.writing import Writing
    from tui.system.proofreading import Proofreader


class Desk(Feature):
    """Where one reply at a time is written.

    Attributes:
        composer: What is being written, or None.
    """

    def __init__(self, screen: ReadingScreen, drafts: PageDrafts) -> None:
        super().__init__(screen)
        self._drafts = drafts
        self.composer: Composer | None = None
        self._idle: Composer | None = None
        self._typed_ahead: list[events.Key] = []

    @cached_property
    def proof(self) -> Proofreader:
        """Checks the spelling of replies."""
        from tui.system.proofreading import Proofreader  # noqa: PLC0415 -- not to start with

        how = self.services.preferences.writing
        language = how.language or self.page.language
        return Proofreader(self.services.environ, how.spelling, language)

    @property
    def is_writing(self) -> bool:
        """Whether keys go to a reply."""
        return self.composer is not None and self.screen.focused is self.composer.text

    def reading_pane(self) -> ArticlePane | ThreadPane:
        """The pane that shows what is answered."""
        composer = self.composer
        answers_comment = composer is not None and composer.writing.parent is not None
        return self.thread if answers_comment else self.article

    def asked(self, name: str) -> None:
        """Do what a key of the composer asks for."""
        composer = self.composer
        if composer is None:
            return
        match name:
            case "close":
                self.close()
            case "save":
                composer.save()
            case "show_article":
                arrangement = self.screen.arrangement
                self.screen.arrange_panes(replace(arrangement, peeking=not arrangement.peeking))
            case "discard":
                self._discard_open(composer)
            case "switch_pane":
                self.go_round(composer)

    # Opening

    def open(self, writing: Writing) -> None:
        """Open a place to write, in the place of one that is open."""
        screen = self.screen
        if not screen.is_attached:  # the page was left since this was asked for
            return
        if self.composer is not None and not self.close():
            self.hand_over_keys(None)
            return
        self.composer = self._composer_for(writing)
        side = Side.LEFT if writing.parent is not None else Side.RIGHT
        arrangement = screen.arrangement
        screen.arrange_panes(replace(arrangement, zoomed=False, writing=side, peeking=False))
        self.thread.show_answered(self.answered(writing))
        if self.composer.text.focusable:
            screen.set_focus(self.composer.text)  # at once, so that all is drawn in one frame
        screen.call_after_refresh(self._opened)

    def _composer_for(self, writing: Writing) -> Composer:
        """The composer, which is made once, with something to write in it."""
        from tui.app.widgets.composer import Composer  # noqa: PLC0415 -- loads the text area
        from tui.send.rules import rules_of  # noqa: PLC0415 -- as said

        rules = rules_of(self.page)
        if self._idle is not None:
            self._idle.begin(writing, rules)
            return self._idle

        self._idle = Composer(writing, rules, self.proof)
        self.screen.mount(Edge(id=Part.SILL), self._idle)
        return self._idle

    def answered(self, writing: Writing) -> str | None:
        """The key of the comment that a reply answers, as it is in the thread now."""
        if writing.parent is None:
            return None
        if writing.draft is None:
            return writing.parent.key
        return self._drafts.answered(writing.draft)

    def _opened(self) -> None:
        gc.collect(0)  # a little after each opening, or a later key would wait for much
        if self.composer is not None:
            self.screen.set_focus(self.composer.text)
            self.hand_over_keys(self.composer.text)
            if self.composer.writing.parent is not None:
                self.thread.bring_into_sight()

    def pin_answered(self) -> None:
        """Pin the words that are answered over the text where there is one column only."""
        if self.composer is not None:
            arrangement = self.screen.arrangement
            pins = arrangement.is_single(self.screen.size.width) and not arrangement.peeking
            self.composer.pin_answered(pins=pins)

    # What is typed before the place to write is there

    def keeps_key(self, event: events.Key) -> bool:
        """Keep a key that was typed while a place to write is on its way.

        Without this, fast typing after the reply key would do what the letters do in the panes.
        """
        waits = self.article.asking or self.thread.asking
        if waits:
            self._typed_ahead.append(event)
            return True
        letter = event.character if event.is_forwarded and event.is_printable else None
        if letter and self.is_writing and self.composer is not None:
            # A text in focus lets no letter get here but one that was still on its way.
            self.composer.text.take_late(letter)
            return True
        return False

    def hand_over_keys(self, text: ReplyText | None) -> None:
        """Give the keys that were kept to the text; without one they are void."""
        self.article.asking = self.thread.asking = False
        keys, self._typed_ahead = self._typed_ahead, []
        if text is not None:
            for event in sorted(keys, key=lambda event: event.time):
                text.post_message(events.Key(event.key, event.character))

    # Closing

    def close(self) -> bool:
        """Put the words on disk and close; False where they could not be put there."""
        composer = self.composer
        if composer is None:
            return True
        problem = composer.finish()
        if problem:
            self.complain(problem, 10)
            return False
        if composer.writing.draft is not None:
            self._drafts.saved(composer.writing.draft)
        self.put_away()
        return True

    def put_away(self) -> None:
        """Close the place to write."""
        pane = self.reading_pane()
        composer, self.composer = self.composer, None
        if composer is not None:
            composer.put_away()
        arrangement = self.screen.arrangement
        self.screen.arrange_panes(replace(arrangement, writing=None, peeking=False))
        self.thread.show_answered(None)
        self.screen.show_pane(pane)

    def go_round(self, composer: Composer) -> None:
        """From the text to what it answers, to the pane that was called beside it, and back."""
        screen = self.screen
        answered = self.reading_pane()
        other = self.article if answered is self.thread else self.thread
        if screen.focused is composer.front:
            screen.show_pane(answered)
        elif screen.focused is answered and screen.arrangement.peeking:
            screen.show_pane(other)
        else:
            screen.set_focus(composer.front)

    def draft_in_composer(self) -> str | None:
        """The draft that is being written, its last words on disk; None where nothing is kept."""
        if self.composer is None:
            return None
        problem = self.composer.finish()
        draft = self.composer.writing.draft
        if problem or draft is None:
            self.complain(problem or "Nothing is written yet.")
            return None
        self._drafts.saved(draft)
        return draft.id

    def leave(self) -> None:
        """Put the last words on disk before the screen goes, or leave them to be printed."""
        problem = self.composer.finish() if self.composer is not None else None
        if problem and self.composer is not None:
            writing = self.composer.writing
            words = [] if writing.rescued else ["This is what you wrote:", writing.body]
            self.services.last_words.extend([problem, *words])

    # Discarding

    def _discard_open(self, composer: Composer) -> None:
        problem = composer.finish()
        if problem:
            self.complain(problem, 10)
        elif composer.writing.draft is None:
            self.put_away()
        else:
            self._drafts.saved(composer.writing.draft)
            self.ask_discard(composer.writing.draft.id)

    def ask_discard(self, draft_id: str) -> None:
        """Discard a draft after a yes."""
        draft = self._drafts.known.get(draft_id)
        if draft is None:
            return
        from tui.app.layout.drafts import discard_detail  # noqa: PLC0415 -- seldom needed

        dialog = dialogs.ConfirmDialog("Discard this draft?", discard_detail(draft))
        self.app.push_screen(dialog, lambda yes: self._discard(draft_id) if yes else None)

    def _discard(self, draft_id: str) -> None:
        try:
            self.services.with_drafts(lambda store: store.discard(draft_id))
        except DraftError as error:
            self.complain(str(error))
            return
        composer = self.composer
        open_draft = composer.writing.draft if composer is not None else None
        if open_draft is not None and open_draft.id == draft_id:
            self.put_away()
        self._drafts.forget(draft_id)
