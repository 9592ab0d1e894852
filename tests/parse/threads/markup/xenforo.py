"""XenForo 2: posts with member columns, microdata, reactions and signatures."""

from __future__ import annotations

from tests.parse.threads.markup.writing import Markup, Sample, Thread, opening, topic


def _one(sample: Sample) -> str:
    number = sample.number
    return (
        '<article class="message message--post js-post js-inlineModContainer" '
        f'data-author="{sample.name}" data-content="post-{number}" id="js-post-{number}" itemscope '
        f'itemtype="https://schema.org/Comment"><span class="u-anchorTarget" id="post-{number}">'
        '</span><div class="message-inner"><div class="message-cell message-cell--user">'
        '<section class="message-user" itemprop="author" itemscope '
        'itemtype="https://schema.org/Person"><div class="message-userDetails">'
        '<h4 class="message-name"><a href="/members/x.2/" class="username" data-user-id="2">'
        f'<span itemprop="name">{sample.name}</span></a></h4><h5 class="userTitle">Digger'
        "</h5></div>"
        '<div class="message-userExtras"><dl class="pairs"><dt>Joined</dt><dd>Jan 3, 2010</dd></dl>'
        '</div></section></div>\n<div class="message-cell message-cell--main">'
        '<header class="message-attribution message-attribution--split"><ul '
        'class="message-attribution-main listInline"><li class="u-concealed">'
        f'<a href="/threads/peat.7/post-{number}" rel="nofollow" itemprop="url"><time class="u-dt" '
        f'datetime="{sample.at.isoformat()}" itemprop="datePublished">{sample.at:%b %-d, %Y}</time>'
        '</a></li></ul><ul class="message-attribution-opposite"><li>'
        f'<a href="/threads/peat.7/post-{number}">#2</a></li></ul></header>\n'
        '<div class="message-content js-messageContent"><div class="message-userContent">'
        f'<article class="message-body js-selectToQuote"><div class="bbWrapper">{sample.body}</div>'
        '<div class="js-selectToQuoteEnd">&nbsp;</div></article></div><aside '
        'class="message-signature"><div class="bbWrapper">Dig on</div></aside></div>\n'
        '<footer class="message-footer"><div class="message-microdata" '
        'itemprop="interactionStatistic" itemtype="https://schema.org/InteractionCounter" '
        'itemscope><meta itemprop="userInteractionCount" content="3"></div>'
        '<div class="message-actionBar actionBar"><a '
        'class="actionBar-action--reply">Reply</a></div>'
        '<div class="reactionsBar"><a class="reactionsBar-link"><bdi>Moss</bdi> and 2 others</a>'
        "</div></footer></div></div></article>\n"
    )


def _write(thread: Thread) -> str:
    posts = "".join(_one(sample) for sample in (opening(thread), *thread))
    return topic(
        '<h1 class="p-title-value">Peat</h1><div class="block block--messages"><div '
        f'class="block-body js-replyNewMessageContainer">{posts}</div></div>'
    )


MARKUP = Markup("xenforo", _write, threaded=False, nameless=False)
