"""The signs that the program draws beside the words of a page, in one place.

Every sign has a twin for terminals and fonts with ASCII alone.
"""

from __future__ import annotations

from msgspec import Struct

from tui.reading.states import ReadState


class Glyphs(Struct, frozen=True):
    """A set of signs.

    Attributes:
        guides: What stands before a reply, a sign a level, in turn, so that levels can be told
            apart without colours.
        opened: Before a comment whose replies are shown; two cells, as the next two.
        folded: Before one that hides its replies.
        draft: Before a draft.
        cursor: Beside what the cursor is on.
        new: Of a comment that came since the last visit.
        seen: Of one that was there, but was not read.
        quote: Before quoted text.
        bullets: Before the items of lists, by how deep these nest.
        picture: Before the words of a picture.
        rule: What rules are drawn with.
        column: Between the columns of a table.
        crossing: Below that, in the rule under a header.
        dot: Between facts.
        more: Where something is left out.
        bar: What bars of a chart are drawn with.
        levels: Signs from the darkest to the brightest, on a dark ground.
        bookmark: Of a page that is bookmarked.
        external: Of a link that leads to another site.
        mark: Of a row that is marked.
    """

    guides: tuple[str, str, str, str] = ("╎", "│", "┊", "┃")
    opened: str = "▾ "
    folded: str = "▸ "
    draft: str = "✎ "
    cursor: str = "▎"
    new: str = "●"
    seen: str = "○"
    quote: str = "▌ "
    bullets: tuple[str, str, str] = ("•", "◦", "▪")
    picture: str = "▣ "
    rule: str = "─"
    column: str = " │ "
    crossing: str = "─┼─"
    dot: str = " · "
    more: str = "…"
    bar: str = "█"
    levels: str = " ░▒▓█"
    bookmark: str = "★"
    external: str = "↗"
    mark: str = "✓"

    @property
    def is_ascii(self) -> bool:
        """Whether they are for terminals and fonts with ASCII alone."""
        return self.more.isascii()

    def of_state(self, state: ReadState) -> str:
        """What stands beside a comment for what is known of it."""
        return {ReadState.NEW: self.new, ReadState.SEEN: self.seen}.get(state, " ")


UNICODE = Glyphs()
UNGUIDED = Glyphs(guides=(" ", " ", " ", " "))
ASCII = Glyphs(
    guides=("|", ":", "!", ";"),
    opened="- ",
    folded="+ ",
    draft="% ",
    cursor=">",
    new="*",
    seen="o",
    quote="> ",
    bullets=("*", "-", "+"),
    picture="@ ",
    rule="-",
    column=" | ",
    crossing="-+-",
    dot=" - ",
    more="...",
    bar="#",
    levels=" .:-=+*#%@",
    bookmark="[*]",
    external="^",
    mark="x",
)
