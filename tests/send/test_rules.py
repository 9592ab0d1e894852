"""What a page tells of the rules for replies."""

from __future__ import annotations

import pytest

from tui.model import Page
from tui.parse import parse_page
from tui.send.markup import length
from tui.send.rules import MARKDOWN_TAGS, WORDPRESS_TAGS, Rules, SiteMarkup, rules_of

COMMENTS = """
<section id="comments"><h2>2 Comments</h2><ol class="comment-list">
<li id="comment-1" class="comment"><article><b class="fn">Kim</b> <time>1 May 2024</time>
<div class="comment-content"><p>First of the words.</p></div></article></li>
<li id="comment-2" class="comment"><article><b class="fn">Ann</b> <time>2 May 2024</time>
<div class="comment-content"><p>Second of the words.</p></div></article></li></ol></section>
"""


def page(form: str) -> Page:
    """A page with two comments and a form."""
    html = (
        f"<html><body><article><h1>Mud</h1><p>Of mud.</p></article>{COMMENTS}{form}</body></html>"
    )
    return parse_page(html, url="https://blog.example/mud", content_type="text/html")


def form(note: str = "", *, action: str = "/comment", fields: str = "") -> str:
    """A reply form with a note under its text."""
    return (
        f'<form id="commentform" action="{action}" method="post"><h3>Leave a Reply</h3>'
        f'<textarea name="comment"></textarea><input name="author"><input name="email">{fields}'
        f"<p>{note}</p><button>Send</button></form>"
    )


@pytest.mark.parametrize(
    "html",
    [
        form(action="/wp-comments-post.php"),
        form(action="/blog/wp-comments-post.php?for=x"),
        form(fields='<input type="hidden" name="comment_post_ID" value="7">'),
    ],
)
def test_wordpress_takes_some_html_and_counts_bytes(html: str) -> None:
    rules = rules_of(page(html))
    assert rules == Rules("WordPress", SiteMarkup.HTML, WORDPRESS_TAGS, 65_525, in_bytes=True)
    assert length("é\né\n", rules) == 6, "two bytes of a letter, a line end as forms send it"


def test_a_form_that_says_nothing_takes_plain_text() -> None:
    rules = rules_of(page(form()))
    assert rules.markup is SiteMarkup.TEXT
    assert rules.limit is None
    assert length("é\n", rules) == 2


@pytest.mark.parametrize(
    "note",
    [
        "You may use these HTML tags and attributes: &lt;a href=&quot;&quot;&gt; &lt;em&gt;",
        "Allowed HTML tags: &lt;a&gt; &lt;em&gt;",
        "Toegelaten HTML-tags: &lt;a href hreflang&gt; &lt;em&gt;",
        "Erlaubte HTML-Tags: &lt;A&gt; &lt;EM&gt; (nie &lt;script&gt;)",
        "Допустимые HTML-теги: &lt;a&gt; &lt;em&gt;",
        "次の<abbr>HTML</abbr>タグと属性が使えます: &lt;a href&gt; &lt;em&gt;",
    ],
)
def test_a_note_tells_which_tags_are_kept(note: str) -> None:
    rules = rules_of(page(form(note)))
    assert rules.markup is SiteMarkup.HTML
    assert rules.tags == {"a", "em"}


def test_a_note_goes_before_what_wordpress_keeps_by_itself() -> None:
    note = "You may use these HTML tags: &lt;b&gt; &lt;u&gt;"
    assert rules_of(page(form(note, action="/wp-comments-post.php"))).tags == {"b", "u"}


def test_a_note_tells_of_markdown() -> None:
    rules = rules_of(page(form("Markdown ist erlaubt.")))
    assert rules.markup is SiteMarkup.MARKDOWN
    assert rules.tags == MARKDOWN_TAGS


def test_a_note_that_forbids_html_leaves_plain_text() -> None:
    assert rules_of(page(form("No HTML tags allowed."))).markup is SiteMarkup.TEXT


def test_a_page_without_a_form_has_the_rules_of_its_system() -> None:
    text = "<html><body><p>Words.</p></body></html>"
    assert rules_of(parse_page(text, url=None, content_type="text/html")) == Rules()
