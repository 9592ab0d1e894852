"""Hacker News: the rows of an item's page."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread


def _row(sample: Sample) -> str:
    link = f"item?id={sample.number}"
    user = f'<a href="user?id=u" class="hnuser">{sample.name}</a> ' if sample.name else ""
    first, rest = sample.body[3:].split("</p>", 1)  # only later paragraphs are elements
    return (
        f'<tr class="athing comtr" id="{sample.number}"><td><table border="0"><tr>'
        f'<td class="ind" indent="{sample.depth}"><img src="s.gif" height="1" '
        f'width="{40 * sample.depth}"></td><td valign="top" class="votelinks"><center>'
        '<div class="votearrow" title="upvote"></div></center></td><td class="default">'
        f'<div style="margin-top:2px"><span class="comhead">{user}<span class="age" '
        f'title="{sample.at.isoformat()} 1736935929"><a href="{link}">3 days ago</a></span>'
        '<span class="navs"> | <a href="#1" class="clicky">next</a> <a class="togg clicky" n="2">'
        f'[&ndash;]</a></span></span></div><br><div class="comment"><div class="commtext c00">'
        f'{first}{rest}</div><div class="reply"><p><font size="1"><u><a href="reply?id=1">reply'
        "</a></u></font></div></div></td></tr></table></td></tr>"
    )


def _write(thread: Thread) -> str:
    return (
        '<html lang="en"><head><title>Peat</title></head><body><center><table id="hnmain"><tr><td>'
        '<table class="fatitem"><tr class="athing submission" id="0"><td class="title">'
        '<span class="titleline"><a href="https://peat.example">Cutting peat</a></span></td></tr>'
        '</table><table border="0" class="comment-tree">'
        f"{''.join(map(_row, thread))}</table></td></tr></table></center></body></html>"
    )


MARKUP = Markup("hackernews", _write)
