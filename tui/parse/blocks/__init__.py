"""Elements to blocks: what an article or a comment is drawn from.

The rules are those of the HTML standard's rendering section (white space, lists, tables, ruby), and
of the habits of the web where it has none (lazy images, emoji as images, line-number gutters).
"""

from tui.parse.blocks.builder import blocks_of, inline_of
from tui.parse.blocks.inline import without_permalink

__all__ = ["blocks_of", "inline_of", "without_permalink"]
