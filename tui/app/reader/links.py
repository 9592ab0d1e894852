"""Following: links, fragments, numbers of comments, the browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.app import dialogs
from tui.app.layout.comments import count
from tui.app.layout.hints import hint_labels
from tui.app.layout.passages import characters_before
from tui.app.messages import OpenAsked
from tui.app.reader.base import ReadingScreen
from tui.app.reader.feature import Feature
from tui.app.reader.trail import Trail
from tui.app.widgets.line_view import Hint
from tui.app.widgets.thread_pane import ThreadPane
from tui.reading.links import Place, links_of, same_page, target_of


class Links(Feature):
    """Goes where links and names of comments lead.

    Attributes:
        fragment: What follows the `#` of the address that was opened or followed last, or None.
    """

    def __init__(
        self,
        screen: ReadingScreen,
        trail: Trail,
        copy_address: Callable[[str], None],
        fragment: str | None,
    ) -> None:
        super().__init__(screen)
        self._trail, self._copy_address = trail, copy_address
        self.fragment = fragment

    def go_to_fragment(self) -> None:
        """To the comment or the place in the article that the fragment of an address names."""
        if not self.fragment:
            return
        match target_of(self.page, self.fragment):
            case None:
                self.tell("The page has nothing of that name.")
            case Place() as place:
                self._to_place(place)
            case index:
                self._go_to_comment(index)

    def _go_to_comment(self, index: int) -> None:
        self._trail.leave()
        self.screen.show_comment(index)

    def _to_place(self, place: Place) -> None:
        self._trail.leave()
        self.screen.show_pane(self.article)
        block = self.page.article.blocks[place.block]
        self.article.go_to_place(place.block, characters_before(block, place.path))

    def action_go_to(self) -> None:
        """Ask for a comment, by its number, its id or its address."""

        def named(text: str | None) -> None:
            if text and text.strip():
                index = self.thread.reading.named(text.strip())
                if index is None:
                    self.tell("The page has no comment of that name.")
                else:
                    self._go_to_comment(index)

        prompt = dialogs.LinePrompt("Go to comment", hint="its number, its id or its address")
        self.app.push_screen(prompt, named)

    # Links

    def action_hint(self) -> None:
        """Follow a link in sight."""
        self._ask_hint(in_browser=False)

    def action_hint_browser(self) -> None:
        """Open a link in sight in the browser."""
        self._ask_hint(in_browser=True)

    def _ask_hint(self, *, in_browser: bool) -> None:
        panes = [pane for pane in (self.article, self.thread) if pane.region.width]
        links = [(pane, *link) for pane in panes for link in pane.links_in_sight()]
        if not links:
            self.tell("There is no link in sight.")
            return
        labels = hint_labels(len(links))
        hints = {
            label: (pane, Hint(label, href, y, x))
            for label, (pane, y, x, href) in zip(labels, links, strict=True)
        }
        for pane in panes:
            pane.show_hints(tuple(hint for owner, hint in hints.values() if owner is pane))

        def typed(label: str | None) -> None:
            for pane in panes:
                pane.show_hints(())
            if label is not None:
                self.follow(hints[label][1].href, in_browser=in_browser)

        self.app.push_screen(dialogs.HintPrompt(frozenset(hints)), typed)

    def action_links(self) -> None:
        """List all links of the page."""
        from tui.reading.linklist import page_links  # noqa: PLC0415 -- not to start with

        links = page_links(self.page)
        if not links:
            self.tell("There is no link on this page.")
            return

        def picked(choice: dialogs.LinkChoice | None) -> None:
            if choice is None:
                return
            if choice.use is dialogs.LinkUse.COPY:
                self._copy_address(self._absolute(choice.link.href))
            else:
                in_browser = choice.use is dialogs.LinkUse.BROWSER
                self.follow(choice.link.href, in_browser=in_browser)

        self.app.push_screen(dialogs.LinksDialog(links, self.article.glyphs), picked)

    def follow(self, href: str, *, in_browser: bool) -> None:
        """Go where a link leads: a place of this page, another page, or the browser."""
        fragment = same_page(self.page, href)
        if fragment is not None and not in_browser:
            self.fragment = fragment
            self.go_to_fragment()
        elif in_browser or href.startswith("mailto:"):
            self.open_in_browser(self._absolute(href))
        else:
            self.screen.post_message(OpenAsked(href))

    def _absolute(self, href: str) -> str:
        """A link as one can use it outside of the page."""
        address = self.page.url or self.page.canonical or ""
        return address.partition("#")[0] + href if href.startswith("#") else href

    def open_in_browser(self, url: str | None) -> None:
        """Hand an address to the browser."""
        if url is None or url.startswith("#"):
            self.tell("The page names no address for this.")
        else:
            self.app.browse(url, f"Handed to the browser: {url}")

    def action_page_browser(self) -> None:
        """Open the page in the browser."""
        self.open_in_browser(self.page.canonical or self.page.url)

    def open_comment(self, event: ThreadPane.BrowserAsked) -> None:
        """Open a comment in the browser, or one of its links."""
        comment = event.comment
        if event.link is None:
            self.open_in_browser(comment.permalink or self.page.canonical or self.page.url)
        else:
            hrefs = [link.href for link in links_of(comment.blocks)]
            self._open_numbered(hrefs, event.link, "This comment")

    def open_numbered_in_article(self, number: int) -> None:
        """Open a link of the part of the article in sight in the browser."""
        hrefs = [href for _, _, href in self.article.links_in_sight()]
        self._open_numbered(hrefs, number, "This part of the article")

    def _open_numbered(self, hrefs: Sequence[str], number: int, where: str) -> None:
        """Open the link of a number, from 1, in the browser."""
        if number <= len(hrefs):
            self.open_in_browser(self._absolute(hrefs[number - 1]))
        else:
            has = count(len(hrefs), "link") or "no link"
            self.tell(f"{where} has {has}.", 3)
