"""LiveJournal: the flat list of leaves that stand on twigs of a level."""

from __future__ import annotations

from html import escape

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample) -> str:
    user = (
        '<span class="ljuser i-ljuser"><a href="https://n.livejournal.example/profile" '
        'class="i-ljuser-profile"><img src="i.gif" alt=""></a><a '
        f'href="https://n.livejournal.example/" class="i-ljuser-username"><b>{sample.name}</b></a>'
        "</span>"
    )
    link = f"https://p.livejournal.example/1.html?thread={sample.number}#t{sample.number}"
    words = "<br><br>".join(escape(words) for words in sample.words)
    return (
        f'<div class="b-tree-twig b-tree-twig-{sample.depth + 1}" data-tid="t{sample.number}" '
        f'style="margin-left: {30 * sample.depth}px"><div id="t{sample.number}" '
        'class="comment b-leaf p-comment" data-full="1"><div class="b-leaf-inner">'
        '<div class="b-leaf-header"><div class="b-leaf-details">'
        f'<h4 class="b-leaf-subject"><a href="{link}">Re: Peat</a></h4><p class="b-leaf-username">'
        f'<span class="b-leaf-username-name">{user}</span></p><p class="b-leaf-meta">'
        f'<span class="b-leaf-createdtime">{sample.at:%B %-d %Y, %H:%M:%S} UTC</span>'
        f'<span class="b-leaf-shorttime">2 years ago</span> <a href="{link}" '
        'class="b-leaf-permalink">Link</a></p></div></div>'
        f'<div class="b-leaf-article">{words}</div><div class="b-leaf-footer">'
        '<ul class="b-leaf-actions"><li><a href="?reply">Reply</a></li></ul></div></div></div>'
        "</div>"
    )


def _write(thread: Thread) -> str:
    twigs = "".join(_one(sample) for sample in thread)
    return page(f'<div id="comments" class="b-grove"><div class="b-tree">{twigs}</div></div>')


MARKUP = Markup("livejournal", _write)
