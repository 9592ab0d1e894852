"""What a page says of itself: title, authors, dates, site, canonical address and feeds.

Each finder asks the sources in an order of trust, which its module states: what is written for
machines first where it is about the article, then what readers see beside the title.
"""

from tui.parse.metadata.finder import Metadata, find_metadata

__all__ = ["Metadata", "find_metadata"]
