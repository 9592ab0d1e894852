"""LiveJournal: the tables of its first layouts, moved to the right by an empty image."""

from __future__ import annotations

from html import escape

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    words = "<br /><br />".join(escape(words) for words in sample.words)
    return (
        f'<table><tr><td><img src="dot.gif" height="1" width="{25 * sample.depth}" alt=""></td>'
        f'<td><div class="ljcmt_full" id="ljcmt{sample.number}"><div id="cmtbar{sample.number}" '
        'class="talk-comment"><table><tr><td><b>From:</b></td><td><span class="ljuser">'
        '<a href="http://n.livejournal.example/profile"><img src="i.gif" alt="[info]"></a>'
        f'<a href="http://n.livejournal.example/"><b>{sample.name}</b></a></span></td></tr><tr>'
        '<td><b>Date:</b></td><td><small><span title="6 hours after journal entry">'
        f"{sample.at:%B %-d %Y, %H:%M} UTC</span></small></td></tr><tr><td><p><strong>"
        f'(<a href="?thread={sample.number}#t{sample.number}">Link</a>)</strong></p></td></tr>'
        f'</table></div><div class="comment-text">{words}</div><p class="comment-links">'
        '(<a href="?replyto=1">Reply to this</a>)</p></div></td></tr></table>'
    )


def _write(thread: Thread) -> str:
    return page(f'<div id="Comments">{"".join(_one(sample) for sample in thread)}</div>')


MARKUP = Markup("livejournal", _write)
