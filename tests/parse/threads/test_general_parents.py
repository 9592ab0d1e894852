"""Which comment another one answers, as the general finder tells it."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import thread
from tests.parse.threads.test_general import entry, wall
from tui.model import blocks_text


def test_indentation_tells_parents() -> None:
    html = wall(
        entry("Ans", "2024-01-01", "eerste", 'style="margin-left: 0px"'),
        entry("Ben", "2024-01-02", "tweede", 'style="margin-left: 24px"'),
        entry("Cor", "2024-01-03", "derde", 'style="margin-left: 48px"'),
        entry("Dik", "2024-01-04", "vierde", 'style="margin-left: 24px"'),
    )
    assert [c.parent for c in thread(html).comments] == [None, 0, 1, 0]


def test_level_attributes_tell_parents() -> None:
    html = wall(
        entry("Ans", "2024-01-01", "eerste", 'data-level="0"'),
        entry("Ben", "2024-01-02", "tweede", 'data-level="1"'),
        entry("Cor", "2024-01-03", "derde", 'data-level="0"'),
    )
    assert [c.parent for c in thread(html).comments] == [None, 0, None]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('data-id="41"', 'data-id="42" data-parent-id="41"'),
        ('id="c-41"', 'id="c-42" data-reply-to="41"'),
        ('data-comment-id="41"', 'data-comment-id="42" parentid="41"'),
        ("", 'class="comment ml-8"'),
        ("", 'class="comment pl-[24px]"'),
        ('class="comment"', 'class="comment comment-reply"'),
        ('data-depth="0"', 'data-depth="1"'),
    ],
)
def test_attributes_and_classes_tell_the_parent(first: str, second: str) -> None:
    html = wall(
        entry("Ans", "2024-01-01", "eerste", first),
        entry("Ben", "2024-01-02", "tweede", second).replace('"comment" class="', '"', 1),
        entry("Cor", "2024-01-03", "derde", first.replace("41", "43")),
    )
    assert [c.parent for c in thread(html).comments] == [None, 0, None]


def test_boxes_of_replies_beside_a_comment_tell_parents() -> None:
    first, reply, last = (
        entry(name, f"2024-01-0{n}", f"woorden {n}") for n, name in enumerate("ABC", 1)
    )
    html = wall(
        f'<div class="t">{first}<div class="replies">{reply}</div></div>',
        f'<div class="t">{last}</div>',
    )
    assert thread(html).comments[1].parent == 0


def test_link_to_an_earlier_comment_tells_the_parent_and_is_not_its_words() -> None:
    html = wall(
        entry("Ans", "2024-01-01", "eerste", 'id="c1"'),
        entry("Ben", "2024-01-02", "tweede", 'id="c2"'),
        entry("Cor", "2024-01-03", "derde", 'id="c3"', '<a href="#c1">als antwoord aan Ans</a>'),
    )
    last = thread(html).comments[2]
    assert (last.parent, blocks_text(last.blocks)) == (0, "derde")
