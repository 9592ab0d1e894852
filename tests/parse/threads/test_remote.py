"""Of comments that a script loads, a page tells what the service's manual has it tell."""

from __future__ import annotations

import pytest

from tests.parse.threads.pages import thread

PAGE = "https://peat.example/spade/"

SNIPPETS = [
    (
        """<link rel="https://api.w.org/" href="/wp-json/"><input type="hidden" id="llc_post_id"
        value="41"><div id="llc_comments"><button>Load Comments</button></div>""",
        "https://peat.example/wp-json/wp/v2/comments?post=41&per_page=100&order=asc",
        {"root": "https://peat.example/wp-json/", "post": "41"},
    ),
    (
        """<div id="gitalk-container"></div><script>new Gitalk({ clientID: 'x', repo: 'blog',
        owner: "peat", admin: ['peat'], id: 'a1b2' }).render('gitalk-container')</script>""",
        "https://api.github.com/repos/peat/blog/issues?labels=Gitalk%2Ca1b2",
        {"owner": "peat", "repo": "blog", "id": "a1b2"},
    ),
    (
        (
            '<script src="https://c.example/comentario.js"></script>'
            '<comentario-comments page-id="/p"></comentario-comments>'
        ),
        None,
        {"page-id": "/p"},
    ),
    (
        '<div id="cusdis_thread" data-host="https://c.example" data-app-id="a" data-page-id="p/1">',
        "https://c.example/api/open/comments?appId=a&pageId=p%2F1&page=1",
        {"host": "https://c.example", "app-id": "a", "page-id": "p/1"},
    ),
    (
        """<div id="waline"></div><script type="module">init({ el: '#waline',
        serverURL: 'https://w.example/' })</script>""",
        "https://w.example/api/comment?path=%2Fspade%2F&pageSize=100&page=1",
        {"serverURL": "https://w.example/"},
    ),
    (
        "<div id='tcomment'></div><script>twikoo.init({ envId: 'https://t.example' })</script>",
        None,
        {"envId": "https://t.example"},
    ),
    (
        """<script src="/artalk/Artalk.js"></script><script>Artalk.init({ el: '#Comments',
        pageKey: '/k', server: 'https://a.example', site: 'Peat' })</script>""",
        "https://a.example/api/v2/comments?page_key=%2Fk&site_name=Peat&limit=100",
        {"server": "https://a.example", "site": "Peat", "pageKey": "/k"},
    ),
    (
        (
            '<script src="https://talk.hyvor.com/embed/embed.js"></script>'
            '<hyvor-talk-comments website-id="7" page-id="p"></hyvor-talk-comments>'
        ),
        None,
        {"website-id": "7", "page-id": "p"},
    ),
    (
        """<div id="fastcomments-widget"></div>
        <script>fcConfigs = [{ "tenantId": "demo", "urlId": "p&1" }]</script>""",
        "https://fastcomments.com/comments/demo?urlId=p%261",
        {"tenantId": "demo", "urlId": "p&1"},
    ),
    (
        """<div id="coral_thread"></div><script>Coral.createStreamEmbed({
        rootURL: 'https://c.example', storyID: 's1' })</script>""",
        None,
        {"rootURL": "https://c.example", "storyID": "s1"},
    ),
    (
        (
            '<script src="https://launcher.spot.im/spot/sp_1"></script>'
            '<div data-spotim-module="conversation" data-spot-id="sp_1" data-post-id="4"></div>'
        ),
        None,
        {"spot-id": "sp_1", "post-id": "4"},
    ),
    (
        '<div class="fb-comments" data-href="https://f.example/1"></div>',
        None,
        {"href": "https://f.example/1"},
    ),
    (
        '<div id="webmentions"></div><script src="/js/webmention.min.js"></script>',
        (
            "https://webmention.io/api/mentions.jf2?target=https%3A%2F%2Fpeat.example%2Fspade%2F"
            "&per-page=100&sort-by=published&sort-dir=up"
        ),
        {},
    ),
    (
        """<div id="mastodon-comments-list"></div>
        <script>fetch('https://m.example/api/v1/statuses/109/context')</script>""",
        "https://m.example/api/v1/statuses/109/context",
        {"host": "m.example", "id": "109"},
    ),
    (
        (
            '<script src="/mastodon-comments.js"></script>'
            '<mastodon-comments host="m.example" user="bo" tootId="12"></mastodon-comments>'
        ),
        "https://m.example/api/v1/statuses/12/context",
        {"host": "m.example", "id": "12"},
    ),
    (
        '<div id="bluesky-comments" data-uri="https://bsky.app/profile/bo.example/post/3k"></div>',
        (
            "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread"
            "?uri=at%3A%2F%2Fbo.example%2Fapp.bsky.feed.post%2F3k&depth=10&parentHeight=0"
        ),
        {"uri": "at://bo.example/app.bsky.feed.post/3k"},
    ),
    (
        """<div id="disqus_thread"></div><script src="//peat.disqus.com/embed.js"></script>""",
        (
            "https://disqus.com/embed/comments/?base=default&f=peat"
            "&t_u=https%3A%2F%2Fpeat.example%2Fspade%2F&s_o=default"
        ),
        {"shortname": "peat", "url": PAGE},
    ),
    (
        """<div id="disqus_thread"></div><script>var embedVars = {"disqusIdentifier":"66 x",
        "disqusShortname":"peat","disqusUrl":"https:\\/\\/peat.example\\/a"};</script>""",
        (
            "https://disqus.com/embed/comments/?base=default&f=peat&t_i=66+x"
            "&t_u=https%3A%2F%2Fpeat.example%2Fa&s_o=default"
        ),
        {"shortname": "peat", "identifier": "66 x", "url": "https://peat.example/a"},
    ),
    (
        """<link rel="dns-prefetch" href="//www.disqus.com"><link rel="dns-prefetch"
        href="//peat.disqus.com"><div id="disqus_thread"></div>""",
        (
            "https://disqus.com/embed/comments/?base=default&f=peat"
            "&t_u=https%3A%2F%2Fpeat.example%2Fspade%2F&s_o=default"
        ),
        {"shortname": "peat", "url": PAGE},
    ),
    (
        """<meta name="disqus:shortname" content="peat"><meta name="disqus:identifier" content="7">
        <div id="disqus_thread"></div>""",
        (
            "https://disqus.com/embed/comments/?base=default&f=peat&t_i=7"
            "&t_u=https%3A%2F%2Fpeat.example%2Fspade%2F&s_o=default"
        ),
        {"shortname": "peat", "identifier": "7", "url": PAGE},
    ),
    (
        '<script src="https://utteranc.es/client.js" repo="peat/blog" issue-number="4"></script>',
        "https://api.github.com/repos/peat/blog/issues/4/comments",
        {"repo": "peat/blog", "issue-number": "4"},
    ),
    (
        (
            '<script src="https://giscus.app/client.js" data-repo="peat/blog" '
            'data-mapping="number" data-term="9"></script>'
        ),
        "https://giscus.app/api/discussions?repo=peat%2Fblog&number=9&first=20",
        {"repo": "peat/blog", "mapping": "number", "number": "9"},
    ),
]


@pytest.mark.parametrize(("snippet", "url", "details"), SNIPPETS)
def test_page_tells_where_its_comments_are(
    snippet: str, url: str | None, details: dict[str, str]
) -> None:
    (remote,) = thread(f"<article><h1>Title</h1><p>Words.</p></article>{snippet}", PAGE).remote
    assert (remote.url, dict(remote.details)) == (url, details)


@pytest.mark.parametrize(
    "snippet",
    [
        '<div id="cusdis_thread" data-host="javascript:alert(1)" data-app-id="a" data-page-id="p">',
        "<div id='waline'></div><script>init({ serverURL: 'ftp://w.example' })</script>",
        '<p id="isso-thread"></p><script data-isso="//[bad" src="/js/embed.js"></script>',
        "<div id='remark42'></div><script>remark_config = { host: '', site_id: 'x' }</script>",
        (
            "<div id='gitalk-container'></div><script>new Gitalk({ "
            "owner: 'a/..', repo: 'b', id: 'c' })</script>"
        ),
        f"<div id='disqus_thread'></div><script>disqus_shortname = '{'x' * 5000}'</script>",
    ],
)
def test_settings_that_make_no_address_of_the_web_give_none(snippet: str) -> None:
    (remote,) = thread(f"<article><h1>Title</h1><p>Words.</p></article>{snippet}", PAGE).remote
    assert remote.url is None
