"""Forums: the post that opens a topic is the article, whatever page of the topic is read."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import found

POST = (
    '<div id="p{0}" class="post"><div class="postbody"><p class="author">by <strong>'
    '<a class="username">N{0}</a></strong> &raquo; 3 May 2020, 10:0{0}</p>'
    '<div class="content">Words {0}.</div></div></div>'
)


def authors(head: str, url: str | None = None, extra: str = "") -> list[str | None]:
    posts = "".join(POST.format(number) for number in range(1, 4))
    thread = found(f'<head>{head}</head><body id="phpbb"><h2>Peat</h2>{posts}{extra}', url).thread
    assert thread is not None
    return [comment.author for comment in thread.comments]


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<link rel="canonical" href="https://f.example/viewtopic.php?t=4">',
        '<link rel="canonical" href="https://f.example/viewtopic.php?t=4&amp;start=0">',
        '<link rel="next" href="https://f.example/viewtopic.php?t=4&amp;start=10">',
    ],
)
def test_first_post_of_the_first_page_is_no_comment(head: str) -> None:
    assert authors(head) == ["N2", "N3"]


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="prev" href="https://f.example/viewtopic.php?t=4">',
        '<link rel="canonical" href="https://f.example/viewtopic.php?t=4&amp;start=10">',
        '<link rel="canonical" href="https://f.example/showthread.php?t=4&amp;page=2">',
        '<link rel="canonical" href="https://f.example/threads/peat.4/page-12">',
    ],
)
def test_first_post_of_a_later_page_is_a_comment(head: str) -> None:
    assert authors(head) == ["N1", "N2", "N3"]


def test_address_or_pager_tells_a_later_page() -> None:
    pager = (
        '<fieldset class="display-options"><a class="left-box left" href="?t=4">Back</a></fieldset>'
    )
    assert len(authors("", "https://f.example/viewtopic.php?t=4&start=10")) == 3
    assert len(authors("", extra=pager)) == 3
    assert len(authors("", "https://f.example/viewtopic.php?t=4&page=1")) == 2
