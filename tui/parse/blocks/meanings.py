"""What elements mean where blocks are made: a container, a line of its own, or something else."""

from __future__ import annotations

from tui.parse.blocks.elements import (
    BLOCKS,
    FORMULAS,
    HEADINGS,
    LISTS,
    MARKS,
    MEDIA,
    PREFORMATTED,
    Attributes,
    number,
    word_set,
)
from tui.parse.blocks.frames import (
    CaptionFrame,
    DefinitionsFrame,
    DescriptionFrame,
    FigureFrame,
    Frame,
    ListFrame,
    QuoteFrame,
    TableFrame,
    TermFrame,
)

FRAMED: dict[str, type[Frame]] = {
    "blockquote": QuoteFrame,
    "figure": FigureFrame,
    "figcaption": CaptionFrame,
    "caption": CaptionFrame,
    "table": TableFrame,
    "dl": DefinitionsFrame,
    "dt": TermFrame,
    "dd": DescriptionFrame,
}
"""Elements that hold blocks of their own, and what collects these."""

PLAIN = BLOCKS - FRAMED.keys() - MARKS.keys() - {"td", "th", "tr", "li"}
"""Elements that only begin and end on a line of their own."""

REPLACED = PREFORMATTED | MEDIA | FORMULAS | word_set("img br hr button table")
"""Elements that may not be walked into."""

MEANT = frozenset(
    BLOCKS - PLAIN
    | LISTS
    | REPLACED
    | MARKS.keys()
    | HEADINGS.keys()
    | FRAMED.keys()
    | word_set("a noscript q rt")
)
"""Elements that mean more than that; all others are read as if their tags were not there."""


def list_frame(tag: str, attributes: Attributes) -> ListFrame:
    """What a list opens."""
    start = number(attributes.get("start"))
    if start is None and "reversed" in attributes:
        # A list counts up in the model, so one that counts down is kept without its numbers.
        return ListFrame()
    return ListFrame(ordered=tag == "ol", starts={} if start is None else {0: start})
