"""Services whose scripts load the comments are told by what their manuals have sites put in."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import found

SNIPPETS = [
    ("Disqus", '<div id="disqus_thread"></div>'),
    ("giscus", '<script src="https://giscus.app/client.js" data-repo="a/b" async></script>'),
    ("utterances", '<script src="https://utteranc.es/client.js" repo="a/b"></script>'),
    ("Isso", '<script data-isso="//c.example/" src="//c.example/js/embed.min.js"></script>'),
    ("Remark42", '<div id="remark42"></div>'),
    ("Commento", '<div id="commento"></div>'),
    ("Cusdis", '<div id="cusdis_thread" data-app-id="1"></div>'),
    ("Waline", '<div id="waline"></div>'),
    (
        "Ghost",
        '<script data-ghost-comments="https://g.example/" src="https://g.example/comments-ui.min.js"></script>',
    ),
    ("Hyvor Talk", '<script src="https://talk.hyvor.com/embed/embed.js"></script>'),
    ("Discourse", '<div id="discourse-comments"></div>'),
    ("Facebook", '<div class="fb-comments" data-href="https://f.example/"></div>'),
    ("Viafoura", '<div class="viafoura comments"><vf-conversations></vf-conversations></div>'),
    ("Vuukle", "<div id=vuukle-comments></div>"),
    ("GraphComment", "<div id=graphcomment></div>"),
    ("WordPress", '<div id="llc_comments"><button>Load Comments</button></div>'),
    ("WordPress", '<div id="llc-comments" class="llc-comments-area"></div>'),
    ("Insticator", '<div class="insticator-unit type-commenting"></div>'),
]


@pytest.mark.parametrize(("name", "snippet"), SNIPPETS)
def test_service_is_named_in_the_notes(name: str, snippet: str) -> None:
    result = found(f"<article><h1>Title</h1><p>Words of the post.</p></article>{snippet}")
    assert result.thread is not None
    assert result.thread.comments == ()
    assert [service.service for service in result.thread.remote] == [name]
    assert result.notes == (f"Comments are loaded by {name}; they are not in the page's HTML.",)


def test_page_without_any_service_has_no_note() -> None:
    assert found("<article><h1>Disqus</h1><p>A post about giscus.</p></article>").notes == ()


def test_comments_in_the_page_win_over_a_service() -> None:
    item = '<li id="comment-1" class="comment even depth-1"><b class="fn">Jo</b><p>Here.</p></li>'
    result = found(f'<ol class="comment-list">{item}</ol><div id="disqus_thread"></div>')
    assert result.notes == ()
    assert result.thread is not None
    assert len(result.thread) == 1
