"""Reddit's old pages."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, nested, page


def _one(sample: Sample, replies: str) -> str:
    mark = f"t1_c{sample.number}"
    author = f'<a href="/user/u" class="author may-blank">{sample.name}</a>'
    listing = f'<div class="sitetable listing" id="siteTable_{mark}">{replies}</div>'
    return (
        f'<div class="thing id-{mark} noncollapsed comment" id="thing_{mark}" '
        f'data-fullname="{mark}" data-type="comment"><p class="parent"><a name="c1"></a></p>'
        '<div class="midcol unvoted"><div class="arrow up"></div></div>'
        '<div class="entry unvoted"><p class="tagline"><a class="expand">[&ndash;]</a>'
        f'{author if sample.name else "<em>[deleted]</em>"}<span class="userattrs"></span> '
        '<span class="score dislikes" title="4">4 points</span>'
        '<span class="score unvoted" title="5">5 points</span>'
        '<span class="score likes" title="6">6 points</span> '
        f'<time title="{sample.at:%c}" datetime="{sample.at.isoformat()}+00:00" '
        'class="live-timestamp">1 year ago</time>&nbsp;<a class="numchildren">(1 child)</a></p>'
        '<form class="usertext"><div class="usertext-body may-blank-within md-container">'
        f'<div class="md">{sample.body}</div></div></form><ul class="flat-list buttons">'
        '<li class="first"><a href="/r/peat/comments/1/_/c1/" class="bylink">permalink</a></li>'
        f'</ul></div><div class="child">{listing if replies else ""}</div></div>'
    )


def _write(thread: Thread) -> str:
    return page(
        '<div class="commentarea"><div class="panestack-title"><span class="title">all</span></div>'
        f'<div class="sitetable nestedlisting">{nested(thread, _one)}</div></div>'
    )


MARKUP = Markup("reddit", _write, key=lambda number: f"c{number}")
