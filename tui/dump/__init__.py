"""Pages without the screen: text for people and screen readers, Markdown, and JSON for programs.

Nothing that a terminal would act on comes out of here, whatever went in.
"""

from tui.dump.jsonform import dump_json, record, record_with_blocks
from tui.dump.markdown import dump_markdown
from tui.dump.text import dump_text

__all__ = ["dump_json", "dump_markdown", "dump_text", "record", "record_with_blocks"]
