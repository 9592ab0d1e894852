"""Whatever is typed, a session goes on, and what it tells of its place is true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, strategies as st

from tests.app.pages import HEDGE, Reply
from tests.plain.sessions import Reader, stores, write_page
from tui.plain.page import PageView
from tui.plain.table import COMMANDS

EVIL = Reply("Jos\x1b[2J", "Weg\x1b]0;x\x07 hiermee\x9b5m\u202e.", [Reply("", "Zonder naam.")])
NOT_HERE = {"open", "pipe", "export", "quit"}
"""Commands that reach outside, and the one that ends."""

NAMES = [
    name
    for command in COMMANDS
    if command.id not in NOT_HERE
    for name in (*command.keys, *command.words)
]
TEXTS = [
    "",
    "2",
    "author:wil",
    "newest",
    "merels",
    "is:new",
    "de heg",
    "page",
    "comment-4",
    "((",
    ".",
]

typed = st.builds(
    lambda count, name, text: f"{count}{name} {text}".strip(),
    st.sampled_from(["", "", "1", "2", "7", "9"]),
    st.sampled_from(NAMES),
    st.sampled_from(TEXTS),
)
answers = st.sampled_from(["", ".", ".x", "y", "n", "een regel", "3", "reload"])
lines = st.lists(typed | answers | st.text(max_size=12), max_size=25)


def shown_comments(view: PageView) -> set[int]:
    """The comments that neither a filter nor a fold hides, by the state's own parts."""
    state = view.state
    return {
        index
        for index in range(len(state.thread))
        if index not in state.hidden
        and not any(above in state.folded for above in state.thread.ancestors(index))
    }


def check(reader: Reader, told: Sequence[str]) -> None:
    for line in told:
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line)
    view = reader.session.views[-1]
    assert re.fullmatch(r"[a-z]+( [a-z0-9]+){0,2}> ", reader.prompt)
    if not isinstance(view, PageView):
        return
    assert -1 <= view.block < len(view.blocks)
    if view.comment is None:
        assert not view.in_thread
        return
    assert view.comment in shown_comments(view)
    if view.in_thread and not reader.session.modes:
        number = view.state.arranged.ranks[view.comment] + 1
        assert reader.prompt == f"comment {number}> "
        (where, *_) = reader("where")
        comment = view.state.thread.comments[view.comment]
        assert re.match(rf"\w+ {number} of {len(view.state.thread)}, level \d+, ", where)
        assert (comment.author or "Anonymous").split()[0] in where


@given(lines)
def test_any_lines_leave_a_prompt_and_a_true_place(typed_lines: list[str]) -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        reader = Reader(stores(home), write_page(home, [*HEDGE, EVIL]))
        for line in typed_lines:
            told = reader(line)
            if reader.session.over:
                break
            check(reader, told)
        assert all(line.isprintable() for line in reader.leave())
