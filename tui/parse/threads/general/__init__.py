"""The general finder: comments in markup that no module knows, by what all threads have in common.

A thread is a repeated element; each repetition has a date or a reply button of its own, a name and
some words; and something around it says that these are comments. `anchors` finds dates and buttons,
`groups` the elements that repeat around them, `evidence` weighs what they are, `parents` tells what
each answers, and `finder` puts them together.
"""

from tui.parse.threads.general.finder import SYSTEM

__all__ = ["SYSTEM"]
