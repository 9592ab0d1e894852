"""`find_article`: the blocks of a page's main content."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.model import Block, blocks_text
from tui.parse.article.beside import cards, drop_beside, labels_above
from tui.parse.article.content import content_of
from tui.parse.article.footnotes import notes_below
from tui.parse.article.kept import Kept
from tui.parse.article.lead import as_text, lead_above
from tui.parse.article.pullquotes import LONGEST, PULLED, is_pull_quote
from tui.parse.article.trim import trimmed
from tui.parse.article.twins import twins
from tui.parse.blocks import blocks_of
from tui.parse.outline import Outline


def find_article(
    elements: Outline,
    base: str | None,
    claimed: Collection[int],
    title: str | None = None,
    told: Sequence[str] = (),
) -> tuple[Block, ...]:
    """The blocks of a page's main content.

    Args:
        elements: The outline of the page's body.
        base: What relative links are resolved against, or None.
        claimed: The `mem_id`s of the elements that hold the comments.
        title: The article's title, which is not repeated in the blocks.
        told: The names of its authors and the words of its date, which are not repeated, either.
    """
    if not elements:
        return ()
    dropped = drop_beside(elements)
    kept = Kept(elements, tuple(dropped))
    chosen = content_of(kept, title)
    dropped += labels_above(elements, chosen[0])
    dropped += cards(elements, chosen)
    lead = lead_above(kept, chosen[0], title)
    dropped += twins(elements, (*lead, *chosen))
    leave_out = {elements[index].node.mem_id for index in dropped}.union(claimed)
    notes = notes_below(elements, chosen)
    nodes = [elements[index].node for index in (*lead, *chosen, *notes)]
    blocks = blocks_of(nodes, base, lambda node: node.mem_id in leave_out)
    blocks = as_text(blocks, {elements[index].words for index in lead})
    # Where the rules for what is none of an article leave nothing, it is of what they speak of.
    article = trimmed(blocks, title, _named_pull_quotes(elements, chosen, base), told)
    return article if any(blocks_text((block,)) for block in article) else blocks


def _named_pull_quotes(elements: Outline, chosen: list[int], base: str | None) -> set[str]:
    """The texts of the paragraphs within the chosen elements that are called pull quotes."""
    found: set[str] = set()
    called = elements.named_like(PULLED)
    for start in chosen:
        end = start + 1
        for index in called:
            element = elements[index]
            is_inside = end <= index < elements[start].end
            if is_inside and element.text <= LONGEST and is_pull_quote(element.names):
                found.update(blocks_text((block,)) for block in blocks_of([element.node], base))
                end = element.end
    return found
