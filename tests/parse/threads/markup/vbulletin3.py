"""vBulletin 3: a table for each post, whose date stands alone in the head."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<div align="center"><div class="page"><div id="edit{number}">\n'
        f'<table id="post{number}" class="tborder" cellpadding="6" width="100%" align="center">'
        f'<tr><td class="thead"><a name="post{number}"><img class="inlineimg" src="old.gif" '
        f'alt="Old"></a> {sample.at:%d %B %Y, %H:%M} </td><td class="thead" align="right">&nbsp; #'
        f'<a href="showpost.php?p={number}&amp;postcount=2" id="postcount{number}" name="2">'
        f"<strong>{number}</strong></a> &nbsp;</td></tr>\n"
        '<tr valign="top"><td class="alt2" width="175" rowspan="2">'
        f'<div id="postmenu_{number}">'
        f'<a class="bigusername" href="member.php?u=5">{sample.name}</a>'
        '</div><div class="smallfont">Junior Member</div><div class="smallfont">&nbsp;<br>'
        "<div>Join Date: Jan 2009</div><div>Posts: 12</div></div></td>\n"
        f'<td class="alt1" id="td_post_{number}"><div class="smallfont"><strong>Re: Peat</strong>'
        f'</div><hr size="1"><div id="post_message_{number}">{sample.body}</div>'
        "<div>__________________<br>Dig on</div></td></tr>\n"
        '<tr><td class="alt1" align="right"><a href="newreply.php" rel="nofollow">Quote</a></td>'
        "</tr></table></div></div></div>\n"
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(
        f'<table class="tborder"><tr><td>Peat</td></tr></table><div id="posts">{posts}</div>'
    )


MARKUP = Markup("vbulletin", _write, threaded=False, nameless=False)
