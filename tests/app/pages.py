"""Pages of our own for tests of the screen, in Dutch, German and English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

URL = "https://tuin.example/heg/"


class Reply(Struct, frozen=True):
    """A comment and its answers, as a page holds them."""

    author: str
    text: str
    replies: Sequence[Reply] = ()


HEDGE_TEXT = """
<p>Achter ons huis staat een heg van meidoorn die ouder is dan de weg ernaast. Wie hem wil
snoeien, moet <a href="#comment-4">eerst dit lezen</a>.</p>
<h2>Wanneer u snoeit</h2>
<p>Niet in het voorjaar, want dan broeden de merels. In november mag het wel, mits het niet
vriest.</p>
<h2>Waarmee u snoeit</h2>
<p>Met een scherpe schaar en veel geduld. Een motorschaar is sneller, maar de takken gaan
ervan rafelen.</p>
<h2>Waarheen met het hout</h2>
<p>Leg het op een ril langs de sloot. Egels zijn er dol op.</p>
"""

HEDGE = (
    Reply(
        "Marijke",
        "Bij ons zitten er elk jaar merels in.",
        (
            Reply("Sjoerd", "Hoeveel nesten telt u?", (Reply("Marijke", "Dit jaar drie."),)),
            Reply("Ineke", "Bij ons alleen mussen."),
        ),
    ),
    Reply("Kees", "Een motorschaar gaat anders prima.", (Reply("Wil", "Dat hoor je wel, ja."),)),
    Reply("Job", "Wat doet u met de doorns?"),
)
"""Numbered 1 to 7 from top to bottom: Marijke, Sjoerd, Marijke, Ineke, Kees, Wil, Job."""

ORDER = ["Marijke", "Sjoerd", "Marijke", "Ineke", "Kees", "Wil", "Job"]


def page(
    title: str = "De heg en de schaar",
    text: str = HEDGE_TEXT,
    comments: Sequence[Reply] = HEDGE,
    *,
    url: str | None = None,
    language: str = "nl",
) -> str:
    """A page as WordPress writes it; comments are numbered from 1 in reading order."""
    numbers = iter(range(1, 100_000))
    items = "\n".join(_comment(reply, 1, numbers) for reply in comments)
    canonical = f'<link rel="canonical" href="{url}">' if url else ""
    thread = f"""<div id="comments" class="comments-area"><ol class="comment-list">
{items}</ol></div>"""
    return f"""<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{canonical}</head>
<body class="single"><main><article class="post"><h1 class="entry-title">{title}</h1>
<div class="entry-content">{text}</div></article>
{thread if comments else ""}</main></body></html>"""


def _comment(reply: Reply, depth: int, numbers: Iterator[int]) -> str:
    number = next(numbers)
    answers = "\n".join(_comment(each, depth + 1, numbers) for each in reply.replies)
    children = f'<ol class="children">{answers}</ol>' if answers else ""
    return f"""<li id="comment-{number}" class="comment depth-{depth}">
<article id="div-comment-{number}" class="comment-body"><footer class="comment-meta">
<div class="comment-author vcard"><b class="fn">{reply.author}</b></div>
<div class="comment-metadata"><a href="#comment-{number}"><time
datetime="2026-03-0{1 + number % 9}T10:00:00+01:00">{1 + number % 9} maart 2026</time></a></div>
</footer><div class="comment-content"><p>{reply.text}</p></div></article>{children}</li>"""


LONG_WALK = page(
    "Eine Wanderung am Deich",
    "".join(
        f"<h2>Kilometer {number}</h2><p>Nach {number} Kilometern steht wieder ein Schaf im Weg, "
        "schaut uns an und kaut. Wir schauen zurück, der Wind kommt von links, und weit "
        "draußen fährt ein Schiff, das heute noch nach Hause will.</p>"
        for number in range(1, 31)
    ),
    [
        Reply(
            f"Gast {number}",
            f"Zu Kilometer {number}: das Schaf kenne ich. Es stand dort schon vor zwei Jahren, "
            "und es hat mich genauso angesehen wie euch.",
        )
        for number in range(1, 31)
    ],
    language="de",
)
"""Thirty sections and thirty comments."""
