from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from tests.app.layout.samples import WIDTHS, blocks, paragraph, thread_of
from tui.app.layout.article import BlockItem
from tui.app.layout.comments import CommentItem, DraftItem, MessageItem, Place, ThreadItem
from tui.app.layout.rows import ListRow, MapRow
from tui.app.layout.stack import Anchor, Item, Shape, Stack
from tui.app.layout.tops import Tops
from tui.model import Block, Paragraph, Span, Table

LONG = " ".join(f"woord{number}" for number in range(300))
COMMENT = thread_of(None).comments[0]
CHAIN = thread_of(None, 0, 1, 2, None).comments


def stack_of(some: tuple[Block, ...], width: int) -> Stack[BlockItem]:
    return Stack([BlockItem(str(number), block) for number, block in enumerate(some)], width)


@given(blocks, st.sampled_from(WIDTHS))
def test_the_height_is_the_number_of_lines(some: tuple[Block, ...], width: int) -> None:
    stack = stack_of(some, width)
    for index in range(len(stack.items)):
        assert len(stack.item_lines(index)) == stack.bottom(index) - stack.top(index)
    assert all(stack.line(y) is not None for y in range(stack.height))
    assert stack.line(stack.height) is None
    assert stack.line(-1) is None


@pytest.mark.parametrize("width", [10, 40, 72])
@pytest.mark.parametrize(
    "item",
    [
        CommentItem(COMMENT, 0, Place(3), replies=2, hidden=4),
        CommentItem(COMMENT, 0, Place(3), replies=2, hidden=4, shape=Shape.FOLDED),
        DraftItem("a", "eerste regel\n\n  tweede " + LONG, "draft, 3 lines", Place(1)),
        DraftItem("a", "", "draft, 0 lines", Place(1)),
        MessageItem("count", "No comments on this page."),
        ListRow("a", "Titel " * 30, "https://blog.example/", LONG),
        MapRow(COMMENT, depth=30, drafted=True),
    ],
    ids=lambda item: type(item).__name__,
)
def test_each_item_has_as_many_lines_as_it_says(item: Item, width: int) -> None:
    assert len(item.lines(width)) == item.height(width) > 0


@given(blocks, st.sampled_from(WIDTHS), st.sampled_from(WIDTHS))
def test_a_place_is_found_again_at_another_width(
    some: tuple[Block, ...], width: int, other: int
) -> None:
    before, after = stack_of(some, width), stack_of(some, other)
    for y in range(before.height):
        anchor = before.anchor(y)
        assert anchor is not None
        there = after.y_of(anchor)
        assert there is not None
        assert after.items[after.index_at(there)].key == anchor.key
        line = after.line(there)
        assert line is not None
        assert line.at <= anchor.at
        assert after.anchor(there) == Anchor(anchor.key, line.at)


def test_the_same_words_stay_at_the_top_when_the_width_changes() -> None:
    before = stack_of((paragraph("Kop"), paragraph(LONG)), 72)
    after = stack_of((paragraph("Kop"), paragraph(LONG)), 31)
    for y in range(2, before.height - 1):
        anchor = before.anchor(y)
        assert anchor is not None
        there = after.y_of(anchor)
        assert there is not None
        first, line = before.line(y), after.line(there)
        assert first is not None
        assert line is not None
        assert first.text.split()[0] in line.text.split()


def test_the_same_width_gives_the_same_line_back() -> None:
    stack = stack_of((paragraph(LONG), paragraph(LONG)), 40)
    for index in range(2):
        for y in range(stack.top(index), stack.bottom(index) - 1):  # all but the gap
            anchor = stack.anchor(y)
            assert anchor is not None
            assert stack.y_of(anchor) == y


def test_a_place_in_a_long_table_is_found_again_in_columns_and_as_a_list() -> None:
    rows = tuple(
        tuple((Span(f"{name}{number}"),) for name in ("dijk", "duin", "zee"))
        for number in range(50)
    )
    before, after = stack_of((Table(rows),), 60), stack_of((Table(rows),), 20)
    anchor = before.anchor(30)
    assert anchor is not None
    assert before.y_of(anchor) == 30
    there = after.y_of(anchor)
    assert there is not None
    shown = [line.text for y in range(there, there + 2) if (line := after.line(y)) is not None]
    assert "  dijk30" in shown


def test_the_place_of_an_item_is_its_first_line_however_high_its_head_is() -> None:
    items: list[ThreadItem] = [
        MessageItem("count", "1 comment."),
        CommentItem(COMMENT, 0, Place(0), 0, 0),
    ]
    stack: Stack[ThreadItem] = Stack(items, 12)
    assert [line.at for line in stack.item_lines(1)][:2] == [0, 0]
    assert stack.y_of(Anchor(COMMENT.key)) == stack.top(1)


def test_places_of_items_that_are_gone_are_nowhere() -> None:
    assert stack_of((paragraph("een"),), 40).y_of(Anchor("weg")) is None


def test_an_empty_stack_has_no_line_and_no_place() -> None:
    stack = stack_of((), 40)
    assert stack.height == 0
    assert stack.line(0) is None
    assert stack.anchor(0) is None


def test_lines_outside_belong_to_the_nearest_item() -> None:
    stack = stack_of((paragraph("een"), paragraph("twee")), 40)
    assert (stack.index_at(-5), stack.index_at(500)) == (0, 1)


def test_a_stack_that_replaces_another_shows_what_changed() -> None:
    before = stack_of((paragraph("een"), paragraph("twee")), 20)
    items = [before.items[0], BlockItem("1", Paragraph((Span(LONG),)))]
    after = Stack(items, 20, before)
    fresh = Stack(items, 20)
    assert [after.top(index) for index in range(2)] == [fresh.top(index) for index in range(2)]
    assert after.height == fresh.height > before.height


def test_folds_change_nothing_but_what_is_shown() -> None:
    items = [CommentItem(comment, at, Place(0), 0, 0) for at, comment in enumerate(CHAIN)]
    whole = Stack(items, 40)
    shapes = bytes((Shape.OPEN, Shape.FOLDED, Shape.HIDDEN, Shape.CONTEXT, Shape.OPEN))
    stack = whole.shaped(shapes, lambda item, shape: replace(item, shape=shape))
    heights = [stack.bottom(at) - stack.top(at) for at in range(5)]
    assert heights == [whole.bottom(0), 2, 0, 2, whole.bottom(4) - whole.top(4)]
    assert [stack.index_at(stack.top(at)) for at in (0, 1, 3, 4)] == [0, 1, 3, 4]
    assert [len(stack.item_lines(at)) for at in range(5)] == heights
    assert stack.y_of(Anchor("c2")) is None
    assert stack.y_of(Anchor("c3")) == stack.top(3)
    assert stack.shaped(bytes(5), lambda item, _: item).height == whole.height


@given(st.lists(st.sampled_from(list(Shape)), min_size=5, max_size=5))
def test_every_line_of_a_folded_stack_is_one_of_its_item(shapes: list[Shape]) -> None:
    items = [CommentItem(comment, at, Place(0), 0, 0) for at, comment in enumerate(CHAIN)]
    stack = Stack(items, 30).shaped(bytes(shapes), lambda item, shape: replace(item, shape=shape))
    for y in range(stack.height):
        index = stack.index_at(y)
        assert stack.is_shown(index)
        assert stack.top(index) <= y < stack.bottom(index)
        assert stack.line(y) is not None
    assert stack.line(stack.height) is None


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(Shape)), max_size=400))
def test_each_item_begins_where_those_before_it_end(items: list[tuple[int, Shape]]) -> None:
    heights = [height for height, _ in items]
    own = {Shape.OPEN: heights, Shape.HIDDEN: [0] * len(items)}
    shown = [own.get(shape, [2] * len(items))[at] for at, (_, shape) in enumerate(items)]
    tops = Tops(heights).shaped(
        bytes(shape == Shape.OPEN for _, shape in items),
        bytes(shape in (Shape.FOLDED, Shape.CONTEXT) for _, shape in items),
    )
    ends = [*accumulate(shown, initial=0)]
    assert [tops[at] for at in range(len(items) + 1)] == ends
    assert tops.height == ends[-1]
    lines = [at for at, height in enumerate(shown) for _ in range(height)]
    assert [tops.index_at(y) for y in range(len(lines))] == lines
    assert tops.index_at(-1) == 0
    assert tops.index_at(len(lines)) == max(len(items) - 1, 0)
