"""The rest of a page: the other parts of its article, and the other pages of its comments.

They are fetched one after another, as a reader would turn pages, and joined to what is there. Only
the site of the page is asked, and only where links of its own lead; what is something else there,
or cannot be had, stays a link.

- `onward`: where more is, as far as the page tells;
- `turning`: fetches further pages, each once, up to a number of them;
- `parts`: the other parts of an article;
- `comments`: the other pages of a thread;
- `gathering`: both.
"""

from collections.abc import Callable
from typing import TypeAlias

from tui.fetch.whole.onward import has_rest

__all__ = ["Turned", "has_rest"]

Turned: TypeAlias = Callable[[int], None]
"""Called with the number of further pages that have come."""
