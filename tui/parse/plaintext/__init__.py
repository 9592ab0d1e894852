"""Pages saved or pasted as plain text: article, thread and form from words and blank lines."""

from tui.parse.plaintext.page import parse_text

__all__ = ["parse_text"]
