"""Comment threads in HTML: one module per comment system, a registry, and a general finder.

`find_thread` asks the systems in order of how sure and cheap their sign is; the general finder
takes what no system knows. To add a system, add one module with its fixture.
"""

from tui.parse.threads.found import FoundThread
from tui.parse.threads.registry import find_thread

__all__ = ["FoundThread", "find_thread"]
