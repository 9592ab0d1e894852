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
    CellFrame,
    DefinitionsFrame,
    DescriptionFrame,
    FigureFrame,
    Frame,
    ItemFrame,
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


def frame_of(tag: str, attributes: Attributes) -> Frame | None:
    """The frame that an element opens, or None."""
    if tag in LISTS:
        return _list_frame(tag, attributes)
    if tag in ("td", "th"):
        columns, rows = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
        return CellFrame(header=tag == "th", columns=columns, rows=rows)
    if tag == "li":
        return ItemFrame(value=number(attributes.get("value")))
    if tag == "table":
        frame = TableFrame()
        frame.grid.layout = attributes.get("role") in ("presentation", "none")
        return frame
    kind = FRAMED.get(tag)
    return kind() if kind is not None else None


def _span(value: str | None) -> int:
    """How many columns or rows a cell takes."""
    return max(1, min(number(value) or 1, 1000))


def _list_frame(tag: str, attributes: Attributes) -> ListFrame:
    """What a list opens."""
    start = number(attributes.get("start"))
    if start is None and "reversed" in attributes:
        # A list counts up in the model, so one that counts down is kept without its numbers.
        return ListFrame()
    return ListFrame(ordered=tag == "ol", starts={} if start is None else {0: start})
