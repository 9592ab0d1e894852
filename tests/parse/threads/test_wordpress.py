"""WordPress comments: what its themes do to them, in markup of our own."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import FIXTURES, document, found, thread
from tui.model import CommentKind, CommentState, ListBlock, Paragraph, blocks_text
from tui.parse.forms import find_form


def fixture(name: str) -> str:
    return (FIXTURES / f"{name}.html").read_text(encoding="utf-8")


def item(number: int, words: str, inner: str = "", classes: str = "depth-1") -> str:
    return (
        f'<li id="comment-{number}" class="comment even {classes}">'
        f'<article id="div-comment-{number}" class="comment-body">'
        f'<footer class="comment-meta"><b class="fn">Naam {number}</b></footer>'
        f'<div class="comment-content"><p>{words}</p></div></article>{inner}</li>'
    )


def page(items: str, heading: str = "") -> str:
    return f'<div id="comments">{heading}<ol class="comment-list">{items}</ol></div>'


def test_reply_form_inside_the_list_is_no_part_of_a_comment() -> None:
    html = fixture("wordpress-html5-nl")
    words = [blocks_text(comment.blocks) for comment in thread(html).comments]
    assert not any("Geef een reactie" in text or "gepubliceerd" in text for text in words)
    form = find_form(document(html))
    assert form is not None
    assert form.title == "Geef een reactie op Joke"
    assert form.parent_field == "comment_parent"


def test_lists_in_a_comment_stay_lists_and_share_buttons_go() -> None:
    first, second, *_ = thread(fixture("wordpress-html5-nl")).comments
    assert isinstance(second.blocks[1], ListBlock)
    assert "Delen" not in blocks_text(first.blocks)


def test_replies_beyond_the_maximal_depth_keep_the_parent_that_the_page_shows() -> None:
    found_thread = thread(fixture("wordpress-html5-nl"))
    assert [found_thread.depths[index] for index in range(6)] == [0, 1, 2, 2, 0, 0]


def test_held_comment_is_marked_and_its_notice_is_not_its_words() -> None:
    held = thread(fixture("wordpress-html5-nl")).comments[-1]
    assert held.state is CommentState.HELD
    assert blocks_text(held.blocks) == "Mag ik een keer komen kijken?"


def test_pingback_is_its_title_without_words() -> None:
    ping = thread(fixture("wordpress-html5-nl")).comments[4]
    assert ping.kind is CommentKind.PINGBACK
    assert ping.author == "Wat er bij de buren groeit"
    assert ping.blocks == ()


def test_line_breaks_of_the_xhtml_format_stay() -> None:
    reply = thread(fixture("wordpress-xhtml-de")).comments[1]
    block = reply.blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text[0].text == "Zu spät …\naber es ist waschbar."


def test_widget_of_latest_comments_is_left_out() -> None:
    authors = {comment.author for comment in thread(fixture("wordpress-html5-nl")).comments}
    assert "Piet" not in authors


def test_depth_classes_tell_parents_in_a_flat_list() -> None:
    depths = [1, 2, 3, 2, 1]
    items = "".join(item(n, f"woord {n}", classes=f"depth-{d}") for n, d in enumerate(depths))
    assert [c.parent for c in thread(page(items)).comments] == [None, 0, 1, 0, None]


def test_nesting_tells_parents_where_depth_classes_lie() -> None:
    inner = f'<ol class="children">{item(8, "binnen", classes="depth-1")}</ol>'
    assert [c.parent for c in thread(page(item(7, "buiten", inner))).comments] == [None, 0]


def test_comment_wrapped_twice_is_one_comment() -> None:
    html = (
        '<ol class="commentlist"><li class="comment even depth-1" id="li-comment-5">'
        '<div id="comment-5"><cite class="fn">Ada</cite>'
        '<div class="comment-body"><p>Once.</p></div></div></li></ol>'
    )
    comments = thread(html).comments
    assert [(c.key, c.author, blocks_text(c.blocks)) for c in comments] == [("5", "Ada", "Once.")]


def test_list_that_the_page_holds_twice_is_one_thread() -> None:
    items = item(1, "eerste", f'<ol class="children">{item(2, "tweede")}</ol>')
    comments = thread(page(items) + page(items)).comments
    assert [(c.key, c.parent) for c in comments] == [("1", None), ("2", 0)]


def test_one_id_on_two_comments_keeps_both() -> None:
    comments = thread(page(item(1, "eerste") + item(1, "tweede"))).comments
    assert [blocks_text(c.blocks) for c in comments] == ["eerste", "tweede"]
    assert len({c.key for c in comments}) == 2


def test_definition_list_gives_terms_and_words_to_one_comment() -> None:
    html = (
        '<dl><dt class="comment even depth-1" id="comment-3">'
        '<span class="comment_author">Jo</span></dt>'
        '<dd class="comment even depth-1"><div id="comment-body-3"><p>Hello.</p></div></dd></dl>'
    )
    comments = thread(html).comments
    assert [(c.author, blocks_text(c.blocks)) for c in comments] == [("Jo", "Hello.")]


def test_stated_count_beyond_the_found_is_told() -> None:
    result = found(page(item(1, "enige"), "<h2>12 Comments</h2>"))
    assert result.notes == ("The page says 12 comments; 1 is in its HTML.",)


def test_pager_leads_to_older_and_newer_comments() -> None:
    links = thread(fixture("wordpress-blocks-en")).more
    assert [link.label for link in links] == ["Older Comments", "Newer Comments"]
    assert links[0].url == "https://towpath.example/old-canal/comment-page-1/#comments"


def test_roots_hold_heading_list_and_form_but_not_the_article() -> None:
    result = found(fixture("wordpress-html5-nl"))
    words = " ".join(node.text(separator=" ") for node in result.roots)
    assert "5 gedachten over" in words
    assert "Reactie annuleren" in words
    assert "tuinbonen de grond in" not in words


@pytest.mark.parametrize("name", ["wordpress-closed-de", "wordpress-xhtml-de"])
def test_closing_notice_closes_the_thread(name: str) -> None:
    assert thread(fixture(name)).closed


def test_ids_like_comment_7_alone_are_not_wordpress() -> None:
    html = '<ul><li id="comment-7">Comment mode</li><li id="comment-8">Quote mode</li></ul>'
    assert found(html).thread is None


def test_box_around_the_whole_page_is_no_root() -> None:
    html = (
        '<div id="comments"><h1>Een stuk</h1><p>Woorden van het stuk.</p>'
        f'<ol class="comment-list">{item(1, "reactie")}</ol></div>'
    )
    words = " ".join(node.text() for node in found(html).roots)
    assert "reactie" in words
    assert "Woorden van het stuk" not in words


def test_list_of_replies_is_nobodys_name() -> None:
    reply = item(2, "binnen", classes="depth-2")
    html = (
        '<ol class="comment-list"><li id="comment-1" class="comment even depth-1">'
        f'<ul class="comment comment-author-jo">{reply}</ul><h4>Jo</h4><p>buiten</p></li></ol>'
    )
    comments = thread(html).comments
    assert [(c.author, blocks_text(c.blocks)) for c in comments] == [
        ("Jo", "buiten"),
        ("Naam 2", "binnen"),
    ]


def test_ping_is_called_by_its_link() -> None:
    html = (
        '<ol class="commentlist"><li class="even depth-1" id="comment-1"><cite>Pingback von '
        '<a href="https://kohl.example/" rel="external">Kohl und Kraut</a></cite>'
        "<p>[...] sehr schön [...]</p></li></ol>"
    )
    ping = thread(html).comments[0]
    assert (ping.author, ping.kind) == ("Kohl und Kraut", CommentKind.PINGBACK)


@pytest.mark.parametrize("words", [":)", "…ok", "👍", "8-)", "?"])
def test_shortest_comments_of_the_xhtml_format_are_kept(words: str) -> None:
    html = (
        '<ol class="commentlist"><li class="comment even depth-1" id="comment-1"><div>'
        '<div class="comment-author vcard"><cite class="fn">Jo</cite> <span class="says">says:'
        f'</span></div><p>{words}</p><div class="reply">Reply</div></div></li></ol>'
    )
    assert blocks_text(thread(html).comments[0].blocks) == words


def test_title_of_a_ping_may_end_in_a_word_for_saying() -> None:
    title = "In praise of slow replies"
    ping = (
        '<li id="comment-1" class="pingback even depth-1"><div class="comment-body">'
        f'Pingback: <a href="https://a.example/x">{title}</a></div></li>'
    )
    marked = item(2, "[...] they write [...]", classes="pingback depth-1").replace("Naam 2", title)
    first, second = thread(page(ping + marked)).comments
    assert (first.kind, first.author) == (CommentKind.PINGBACK, title)
    assert (second.kind, second.author) == (CommentKind.PINGBACK, title)


def stated(head: str, body: str = "", number: int = 12) -> str:
    """A page that states more comments than it holds."""
    return f"<head>{head}</head><body>{page(item(1, 'enige'), f'<h2>{number} Comments</h2>')}{body}"


API = '<link rel="https://api.w.org/" href="{}">'
ENDPOINT = "https://w.example/wp-json/wp/v2/comments?post=7&per_page=100&order=asc"


@pytest.mark.parametrize(
    ("head", "body", "url"),
    [
        (API.format("/wp-json/"), '<input name="comment_post_ID" value="7">', ENDPOINT),
        (API.format("/wp-json/") + '<link rel="shortlink" href="/?p=7">', "", ENDPOINT),
        (
            '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/7">',
            "",
            ENDPOINT,
        ),
        (
            API.format("/?rest_route=/") + '<link rel="shortlink" href="/?p=7">',
            "",
            "https://w.example/?rest_route=/wp/v2/comments&post=7&per_page=100&order=asc",
        ),
        (
            '<meta name="generator" content="WordPress.com">',
            '<input name="comment_post_ID" value="7">',
            (
                "https://public-api.wordpress.com/rest/v1.1/sites/w.example/posts/7/replies/"
                "?number=100&order=ASC"
            ),
        ),
    ],
)
def test_missing_comments_are_where_the_rest_api_is(head: str, body: str, url: str) -> None:
    remote = thread(stated(head, body), "https://w.example/spade/").remote
    assert [one.url for one in remote] == [url]


@pytest.mark.parametrize("head", ["", API.format("/wp-json/"), API.format("javascript:x")])
def test_address_of_missing_comments_is_not_guessed(head: str) -> None:
    assert thread(stated(head), "https://w.example/spade/").remote == ()


def test_page_that_holds_all_its_comments_names_no_other_place() -> None:
    head = API.format("/wp-json/") + '<link rel="shortlink" href="/?p=7">'
    assert thread(stated(head, number=1), "https://w.example/spade/").remote == ()


def linked(number: int, words: str, post: str) -> str:
    link = f'<a href="https://w.example/{post}/#comment-{number}">3 mei 2020</a>'
    return item(number, words).replace("</footer>", f"{link}</footer>")


@pytest.mark.parametrize("url", ["https://w.example/spade/", None])
def test_list_of_another_post_is_left_out(url: str | None) -> None:
    html = page(linked(1, "eerste", "spade") + linked(2, "tweede", "spade"))
    other = page(linked(8, "elders", "hark")).replace('id="comments"', "")
    assert [c.key for c in thread(html + other, url).comments] == ["1", "2"]


def test_reply_to_a_comment_at_the_deepest_level_follows_it() -> None:
    html = page(
        item(1, "a", classes="depth-1 parent")
        + item(2, "b", classes="depth-2 parent")
        + item(3, "c", classes="depth-2 parent")
        + item(4, "d", classes="depth-2")
        + item(5, "e", classes="depth-1")
    )
    assert [c.parent for c in thread(html).comments] == [None, 0, 1, 2, None]


def test_at_name_tells_the_parent_and_stays_a_word() -> None:
    html = page(item(1, "a") + item(2, "b") + item(3, '<a href="#comment-1">@Naam</a> juist'))
    last = thread(html).comments[2]
    assert (last.parent, blocks_text(last.blocks)) == (0, "@Naam juist")


def test_link_to_a_later_comment_makes_no_parent() -> None:
    html = page(item(1, '<a href="#comment-2">@Naam 2</a> zie onder') + item(2, "b"))
    assert [c.parent for c in thread(html).comments] == [None, None]


def test_reply_link_of_the_parent_tells_it() -> None:
    reply = '<div class="reply"><a class="comment-reply-link" data-commentid="{}">Reply</a></div>'
    rows = [(1, 1), (2, 2), (3, 1)]
    html = page("".join(item(n, f"woord {n}", reply.format(to)) for n, to in rows))
    assert [c.parent for c in thread(html).comments] == [None, None, 0]


def test_reply_links_that_count_otherwise_than_the_items_tell_nothing() -> None:
    reply = '<a class="comment-reply-link" data-commentid="{}">Reply</a>'
    html = page("".join(item(n, f"woord {n}", reply.format(n - 1)) for n in range(1, 5)))
    assert [c.parent for c in thread(html).comments] == [None] * 4


def test_pings_in_a_list_without_ids_are_comments_of_their_own() -> None:
    html = (
        '<ol class="commentlist"><li class="comment"><b class="fn">Jo</b><p>Hello.</p></li>'
        '<li class="pingback"><p>Pingback: <a href="https://a.example/">Peat</a></p></li></ol>'
    )
    assert [(c.author, c.kind) for c in thread(html).comments] == [
        ("Jo", CommentKind.COMMENT),
        ("Peat", CommentKind.PINGBACK),
    ]


def test_likes_are_the_score_and_no_words() -> None:
    likes = (
        '<p class="comment-likes"><a href="#">Like</a>'
        '<span class="comment-like-feedback">Liked by 4 people</span></p>'
    )
    html = page(item(1, f"Fraai.</p>{likes}<p>"))
    first = thread(html).comments[0]
    assert (first.score, blocks_text(first.blocks)) == (4, "Fraai.")


def test_names_and_dates_past_all_measure_do_not_hide_the_words() -> None:
    long = "zeer lang " * 2_000
    html = page(item(1, "a").replace("Naam 1", long) + item(2, "b").replace("Naam 2", long))
    assert [blocks_text(c.blocks) for c in thread(html).comments] == ["a", "b"]


@pytest.mark.parametrize(
    "told",
    [
        '<script type="application/ld+json">{"@type":"Article","commentCount":"7"}</script>',
        '<meta itemprop="interactionCount" content="UserComments:7">',
        '<li itemprop="commentCount"><span>7 Comments</span></li>',
    ],
)
def test_count_that_only_machines_are_told_is_stated(told: str) -> None:
    assert thread(page(item(1, "enige")) + told).stated_count == 7


def test_counts_of_other_articles_are_not_the_pages_own() -> None:
    counts = '[{"@type":"Article","commentCount":7},{"@type":"Article","commentCount":9}]'
    told = f'<script type="application/ld+json">{counts}</script>'
    assert thread(page(item(1, "enige")) + told).stated_count is None
