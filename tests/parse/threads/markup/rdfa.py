"""RDFa with the vocabulary of SIOC: a comment names the one it is a reply of."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, page


def _one(sample: Sample, thread: Thread) -> str:
    parent = None if sample.parent is None else thread[sample.parent].number
    reply_of = (
        ""
        if parent is None
        else f'<span rel="sioc:reply_of" resource="/c/{parent}#c-{parent}"></span>'
    )
    return (
        f'<div class="rr" about="/c/{sample.number}#c-{sample.number}" '
        f'typeof="sioc:Post sioct:Comment"><span rel="sioc:has_creator"><span '
        f'typeof="sioc:UserAccount" property="foaf:name">{sample.name}</span></span> '
        f'<span property="dc:date dc:created" content="{sample.at.isoformat()}">'
        f'{sample.at:%d/%m/%Y - %H:%M}</span><span rel="sioc:reply_of" resource="/node/1"></span>'
        f'{reply_of}<div property="content:encoded">{sample.body}</div></div>'
    )


def _write(thread: Thread) -> str:
    return page(f'<div class="box">{"".join(_one(sample, thread) for sample in thread)}</div>')


MARKUP = Markup("rdfa", _write, nameless=False)
