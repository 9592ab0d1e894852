"""Parts of a page: the article, the thread, a branch."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tui.model import Article, Comment, Page, Paragraph, ReplyForm, Span, Thread, ThreadLink
from tui.reading.parts import Part, branch, part_of


def thread_of(*parents: int | None) -> Thread:
    return Thread(
        tuple(Comment(f"c{at}", f"N{at}", (), parent) for at, parent in enumerate(parents)),
        "general",
        stated_count=99,
        more=(ThreadLink("Ouder", "https://dijk.example/2"),),
    )


PAGE = Page(
    Article("De dijk", (Paragraph((Span("Het water kwam."),)),), ("Wil",)),
    "d1",
    thread=thread_of(None, 0, 1, 0, None),
    form=ReplyForm("https://dijk.example/reply"),
    url="https://dijk.example/",
)


def test_the_article_alone_has_no_thread() -> None:
    part = part_of(PAGE, Part.ARTICLE)
    assert part.article == PAGE.article
    assert part.thread is None
    assert part.form is None


def test_the_thread_alone_still_says_of_what() -> None:
    part = part_of(PAGE, Part.THREAD)
    assert part.thread == PAGE.thread
    assert (part.article.title, part.article.authors) == ("De dijk", ("Wil",))
    assert part.article.blocks == ()
    assert part.key == PAGE.key


def test_a_branch_is_a_comment_with_all_below_it() -> None:
    thread = part_of(PAGE, Part.BRANCH, 1).thread
    assert thread is not None
    assert [(each.key, each.parent) for each in thread.comments] == [("c1", None), ("c2", 0)]
    assert thread.stated_count is None
    assert not thread.more


def test_all_of_the_page_is_the_page() -> None:
    assert part_of(PAGE, Part.PAGE) is PAGE


parents = st.integers(1, 20).flatmap(
    lambda size: st.tuples(
        *(st.none() | st.integers(0, at - 1) if at else st.none() for at in range(size))
    )
)


@given(parents, st.data())
def test_a_branch_keeps_what_answers_what(
    parents: tuple[int | None, ...], data: st.DataObject
) -> None:
    thread = thread_of(*parents)
    top = data.draw(st.sampled_from(range(len(thread))))
    part = branch(thread, top)
    assert len(part) == thread.descendant_counts[top] + 1
    for comment in part.comments:
        whole = thread.comments[thread.index_of(comment.key) or 0]
        above = None if comment.parent is None else part.comments[comment.parent].key
        if comment.key == f"c{top}":
            assert above is None
        else:
            assert whole.parent is not None
            assert above == thread.comments[whole.parent].key
