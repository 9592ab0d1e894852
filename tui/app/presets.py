"""Sets of keys that users of other programs have in their fingers, as differences from the table.

A preset moves what its program has elsewhere, and then what stood in the way. Keys that take two
strokes there, such as vim's `gg`, are not among them: one stroke does what the table says.
"""

from __future__ import annotations

from collections.abc import Mapping

_Keys = Mapping[str, tuple[str, ...]]

_VIM: _Keys = {
    "app.command_palette": ("colon", "ctrl+p"),
    "app.open": ("E",),  # ctrl+o goes back
    "reader.export": ("S",),  # E opens
    "drafts.export": ("W",),  # likewise
    "reader.send": ("f8",),  # S exports
    "reader.jump_back": ("ctrl+o", "minus", "backspace"),
    "reader.switch_pane": ("ctrl+w", "tab", "shift+tab"),
    "reader.undo": ("u", "ctrl+z"),
    "article.page_on": ("ctrl+f", "space", "pagedown"),
    "article.page_back": ("ctrl+b", "b", "pageup"),
    "article.line_down": ("j", "down", "ctrl+e"),
    "article.line_up": ("k", "up", "ctrl+y"),
    "thread.page_on": ("ctrl+f", "space", "pagedown"),
    "thread.page_back": ("ctrl+b", "b", "pageup"),
    "thread.parent": ("P",),  # u undoes
}

_LESS: _Keys = {
    "app.help": ("h", "question_mark", "f1"),
    "reader.filter": ("ampersand", "backslash"),
    "reader.hint": ("semicolon",),  # f goes a page on
    "reader.jump_back": ("apostrophe", "minus", "backspace"),
    "reader.jump_forth": ("plus",),
    "reader.statistics": ("equals_sign", "i"),
    "article.line_down": ("j", "down", "e", "ctrl+n", "enter"),
    "article.line_up": ("k", "up", "ctrl+y"),
    "article.half_down": ("d", "ctrl+d"),
    "article.half_up": ("u", "ctrl+u"),
    "article.page_on": ("space", "pagedown", "f", "ctrl+f", "ctrl+v"),
    "article.page_back": ("b", "pageup", "ctrl+b"),
    "article.top": ("g", "home", "less_than_sign"),
    "article.bottom": ("G", "end", "greater_than_sign"),
    "thread.half_down": ("d", "ctrl+d"),
    "thread.half_up": ("u", "ctrl+u"),
    "thread.page_on": ("space", "pagedown", "f", "ctrl+f", "ctrl+v"),
    "thread.page_back": ("b", "pageup", "ctrl+b"),
    "thread.line_down": ("ctrl+n", "ctrl+e", "shift+down"),
    "thread.parent": ("P",),  # u goes half a page up
    "thread.fold_in": ("left",),  # h is help
    "selection.word_back": ("b", "left"),
}

_MUTT: _Keys = {
    "app.command_palette": ("colon",),  # ctrl+p goes to the thread before
    "reader.switch_pane": ("f6",),  # tab goes to what is new
    "reader.find_next": ("tab", "n"),
    "reader.find_previous": ("shift+tab",),  # N marks
    "reader.filter": ("l", "backslash"),
    "reader.sort": ("o", "s"),
    "reader.hint": ("ctrl+b", "f"),
    "reader.reload": ("f5",),  # ctrl+r marks
    "reader.whole": ("comma",),  # W hands to the browser
    "reader.undo": ("u", "ctrl+z"),
    "reader.jump_forth": ("plus",),
    "article.top": ("equals_sign", "g", "home"),
    "article.bottom": ("asterisk", "G", "end"),
    "article.half_down": ("right_square_bracket", "ctrl+d"),
    "article.half_up": ("left_square_bracket", "ctrl+u"),
    "article.heading_next": ("right_curly_bracket",),
    "article.heading_previous": ("left_curly_bracket",),
    "thread.top": ("equals_sign", "g", "home"),
    "thread.bottom": ("asterisk", "G", "end"),
    "thread.half_down": ("right_square_bracket", "ctrl+d"),
    "thread.half_up": ("left_square_bracket", "ctrl+u"),
    "thread.parent": ("P",),  # u undoes
    "thread.thread_next": ("ctrl+n", "right_curly_bracket"),
    "thread.thread_previous": ("ctrl+p", "left_curly_bracket"),
    "thread.sibling_next": ("J", "alt+n"),
    "thread.sibling_previous": ("K", "alt+p"),
    "thread.mark": ("N", "m"),
    "thread.mark_branch": ("ctrl+r", "alt+r", "M"),
    "thread.fold": ("enter", "alt+v"),
    "thread.fold_all": ("H", "alt+shift+v"),
    "thread.fold_out": ("right",),  # l limits
    "article.link_browser": ("W",),  # o sorts
    "thread.comment_browser": ("W",),  # likewise
    "reader.bookmark": ("ampersand",),  # * goes to the end
}

PRESETS: Mapping[str, _Keys] = {"rejoinder": {}, "vim": _VIM, "less": _LESS, "mutt": _MUTT}
"""The presets by their names, each with the actions whose keys are others than in the table."""
