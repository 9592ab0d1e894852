"""A reader's stores and settings in one value, and what every way to read does with them.

- `known`: what may be missing, of which the log is told alone;
- `pages`: pages and their copies, what is known of a page, drafts and bookmarks;
- `whole`: those with their other parts and pages of comments;
- `writer`: those and what sends: as whom the user writes, and the outbox.
"""

from tui.stores.writer import Stores

__all__ = ["Stores"]
