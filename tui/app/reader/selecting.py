"""Selecting text: by keys, or with the terminal's own mouse."""

from __future__ import annotations

from tui.app import dialogs
from tui.app.actions import Scope
from tui.app.reader.base import ReadingScreen
from tui.app.reader.copying import Copying
from tui.app.reader.feature import Feature
from tui.app.reader.pipes import Pipes
from tui.app.reader.replies import Replies


class Selecting(Feature):
    """Selects a passage, and does with it what is asked."""

    def __init__(
        self, screen: ReadingScreen, copying: Copying, replies: Replies, pipes: Pipes
    ) -> None:
        super().__init__(screen)
        self._copying, self._replies, self._pipes = copying, replies, pipes

    def action_select(self) -> None:
        """Select text by keys."""
        pane = self.thread if self.screen.focused is self.thread else self.article
        selecting = pane.selecting()
        if selecting is None:
            self.tell("There is no text to select.", 4)
            return
        self.screen.clear_selection()
        comment = self._copying.comment
        bar = self.screen.key_bar
        scopes = bar.scopes
        bar.show((Scope.SELECTION,))
        selecting.show()

        def done(taken: dialogs.Taken | None) -> None:
            selecting.stop()
            bar.show(scopes)
            passage = selecting.passage()
            match taken:
                case dialogs.Taken.COPIED:
                    self._copying.copy_passage(passage, comment)
                case dialogs.Taken.QUOTED:
                    self._replies.quote(passage, comment)
                case dialogs.Taken.PIPED:
                    self._pipes.ask_for_passage(passage)

        self.app.push_screen(dialogs.SelectionScreen(selecting), done)

    def action_toggle_mouse(self) -> None:
        """Leave the mouse to the terminal, or take it back."""
        match self.app.toggle_mouse():
            case True:
                self.tell("The mouse works in Rejoinder again.", 4)
            case False:
                self.tell("The mouse is the terminal's now, to select text with it.", 4)
            case None:
                self.tell("There is no mouse here that could be left to the terminal.", 4)
