"""The main content of a page, by how its text lies in the tree and what its parts are called."""

from tui.parse.article.body import or_body
from tui.parse.article.finder import find_article

__all__ = ["find_article", "or_body"]
