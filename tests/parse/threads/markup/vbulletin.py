"""vBulletin 4: list items with the member's menu, a title, a signature and buttons."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number, here = sample.number, f"showthread.php?t=9&amp;p={sample.number}#post{sample.number}"
    return (
        f'<li class="postbitlegacy postbitim postcontainer old" id="post_{number}">\n'
        '<div class="posthead"><span class="postdate old"><span class="date">'
        f'{sample.at:%d %B %Y},&nbsp;<span class="time">{sample.at:%H:%M}</span></span></span>'
        f'<span class="nodecontrols"><a name="post{number}" href="{here}" class="postcounter">'
        f'#{number}</a><a id="postcount{number}" name="{number}"></a></span></div>\n'
        '<div class="postdetails"><div class="userinfo"><div class="username_container">'
        '<div class="popupmenu memberaction"><a class="username offline popupctrl" '
        f'href="member.php?u=5" title="offline"><strong>{sample.name}</strong></a>'
        '<ul class="popupbody"><li class="left"><a href="member.php?u=5" class="siteicon_profile">'
        'View Profile</a></li></ul></div></div><span class="usertitle">Junior Member</span>'
        '<dl class="userinfo_extra"><dt>Join Date</dt> <dd>Jan 2009</dd></dl></div>\n'
        '<div class="postbody"><div class="postrow has_after_content"><h2 class="title icon">'
        f'Re: Peat</h2><div class="content"><div id="post_message_{number}"><blockquote '
        f'class="postcontent restore">{sample.body}</blockquote></div></div></div>'
        '<div class="after_content"><div class="signature restore">Dig on</div></div></div></div>\n'
        '<div class="postfoot"><span class="postcontrols"><a class="newreply" href="newreply.php">'
        "Reply With Quote</a></span></div></li>\n"
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(
        '<div id="pagetitle"><h1>Thread: Peat</h1></div><div id="postlist" class="postlist">'
        f'<ol id="posts" class="posts" start="1">{posts}</ol></div>'
    )


MARKUP = Markup("vbulletin", _write, threaded=False, nameless=False)
