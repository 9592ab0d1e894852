"""phpBB: subsilver2, the style of tables that versions 3.0 and 3.1 bring along."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        f'<table class="tablebg" width="100%" cellspacing="1"><tr class="row{number % 2 + 1}">\n'
        f'<td align="center" valign="middle"><a name="p{number}"></a>'
        f'<b class="postauthor">{sample.name}</b></td>\n<td width="100%" height="25">'
        '<table width="100%" cellspacing="0"><tr><td class="gensmall" width="100%">'
        f'<div style="float: left;">&nbsp;<b>Post subject:</b> <a href="#p{number}">Re: Peat</a>'
        f'</div><div style="float: right;"><a href="./viewtopic.php?p={number}#p{number}" '
        f'class="imageset"></a><b>Posted:</b> {sample.at:%a %b %d, %Y %-I:%M} '
        f"{'am' if sample.at.hour < 12 else 'pm'}&nbsp;</div></td></tr></table></td></tr>\n"
        '<tr class="row1"><td valign="top" class="profile"><table cellspacing="4"><tr>'
        '<td class="postdetails">Digger</td></tr></table><span class="postdetails"><br><b>Joined:'
        "</b> Sun Jan 03, 2010 10:00 am<br><b>Posts:</b> 31</span></td>\n"
        '<td valign="top"><table width="100%" cellspacing="5"><tr><td>'
        f'<div class="postbody">{sample.body}</div>\n<div class="postbody"><br>_________________'
        '<br>Dig on</div><br clear="all"><br><table width="100%"><tr><td class="gensmall"></td>'
        '</tr></table></td></tr></table></td></tr>\n<tr class="row1"><td class="profile"><strong>'
        '<a href="#wrapheader">Top</a></strong></td><td><div class="gensmall">&nbsp;</div></td>'
        '</tr><tr><td class="spacer" colspan="2" height="1"><img src="spacer.gif" alt=""></td></tr>'
        "</table>\n"
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(
        '<div id="wrapcentre"><div id="pageheader"><h2>Peat</h2></div>'
        f'<div id="pagecontent">{posts}</div></div>'
    )


MARKUP = Markup("phpbb", _write, threaded=False, nameless=False)
