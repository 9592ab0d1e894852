"""Threads and pages to measure with: as many comments as asked for, the same ones every time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from tests.parse.threads.markup import wordpress
from tests.parse.threads.markup.writing import Sample
from tui.model import Article, Block, Comment, Heading, Page, Paragraph, ShownDate, Span, Thread

DEEPEST = 40
SHORTEST, LONGEST = 8, 90
"""The words of a comment, at least and at most."""

OTHER_SCRIPTS = 20
"""One comment in so many is written in another script than Latin."""

SOUGHT = "heron"
"""A word that one comment in ten or so has."""

_LATIN = f"""
the spade of my grandfather hangs over the door and nobody dares to clean it because he did not
either we cut turf every june until the rain came then we sat in the shed with tea and a radio
that knew one station my aunt says that some {SOUGHT} stood there at dawn I never saw it myself
but the dog did and would not cross the ditch for a week later the peat was dry enough to stack
you may laugh at eighteen rows yet it lasts a winter when the stove is small who told you that
coal was cheaper around here well thank you for the photographs they made me look for mine again
""".split()
_OTHERS = (
    "лопата деда висит над дверью и никто не смеет её чистить потому что он сам не чистил",
    "το φτυάρι του παππού κρέμεται πάνω από την πόρτα και κανείς δεν τολμά να το καθαρίσει",
    "祖父のシャベルは 今も戸口の上に 掛かっていて 誰も磨こうとは しない 雨なら お茶を飲む",
    "祖父的铁锹 还挂在门上 没有人敢去擦 因为他自己 也从来不擦 下雨了 我们就在棚子里 喝茶",
    "할아버지의 삽은 아직도 문 위에 걸려 있고 아무도 닦으려 하지 않는다 비가 오면 차를 마신다",
    "مجرفة جدي معلقة فوق الباب ولا يجرؤ أحد على تنظيفها لأنه لم يفعل ذلك قط",
    "המעדר של סבא תלוי מעל הדלת ואיש אינו מעז לנקות אותו כי גם הוא לא עשה זאת",
    "दादा का फावड़ा दरवाज़े के ऊपर टँगा है और कोई उसे साफ़ करने की हिम्मत नहीं करता",
)
_NAMES = (
    "Ans",
    "Bo",
    "Corrie de Wit",
    "Dirk",
    "Ellen van Loon",
    "Frans",
    "Géke",
    "Ильмира",
    "明子",
)
_BEGUN = datetime(2024, 5, 1, 8, tzinfo=UTC)


def page(count: int) -> Page:
    """A page with a short article and a thread of so many comments."""
    random = Random(7)  # noqa: S311 -- the same words every time, no secrets
    blocks: list[Block] = []
    for number in range(1, 7):
        blocks.append(Heading(2, (Span(f"Part {number}"),)))
        blocks += [Paragraph((Span(_text(random, 80)),)) for _ in range(3)]
    article = Article("Cutting peat by hand", tuple(blocks), ("Ans Veenstra",))
    return Page(article, f"{count:064x}", thread(count), url="https://peat.example/spade")


def thread(count: int) -> Thread:
    """A thread of so many comments, to a depth of 40 where there are enough of them."""
    random = Random(count)  # noqa: S311 -- as above
    comments = tuple(
        Comment(
            key=f"c{index}",
            author=random.choice(_NAMES),
            blocks=tuple(Paragraph((Span(part),)) for part in _parts(random)),
            parent=parent,
            date=ShownDate(f"{at:%d %B %Y, %H:%M}", at),
            permalink=f"https://peat.example/spade#c{index}",
        )
        for index, (parent, at) in enumerate(zip(_parents(random, count), _times(), strict=False))
    )
    return Thread(comments, "wordpress", stated_count=count)


def html(size: int) -> str:
    """A page of a blog in WordPress markup with about so many characters of HTML."""
    random = Random(11)  # noqa: S311 -- as above
    article = "".join(f"<p>{_text(random, 70)}</p>\n" for _ in range(20))
    style = "".join(f".widget-{n} > a:hover {{ color: #{n:03x}; }}\n" for n in range(size // 250))
    menu = "".join(f'<li><a href="/tag/{n}">{_text(random, 2)}</a></li>\n' for n in range(60))
    samples: list[Sample] = []
    written = len(article) + len(style) + len(menu)
    while written < size:
        number = len(samples)
        depth = number % 4
        words = tuple(_text(random, random.randint(SHORTEST, LONGEST) // 2) for _ in range(2))
        at = _BEGUN + timedelta(minutes=17 * number)
        parent = number - 1 if depth else None
        samples.append(Sample(number + 1, parent, depth, random.choice(_NAMES), at, words))
        written += 870 + sum(map(len, words))  # with the markup of a comment
    return (
        wordpress.MARKUP.write(samples)
        .replace("</head>", f"<style>{style}</style></head>", 1)
        .replace("<main>", f"<nav><ul>{menu}</ul></nav><main>", 1)
        .replace("</article>", f"{article}</article>", 1)
    )


def _parents(random: Random, count: int) -> Iterator[int | None]:
    """The parent of each comment: most go on with what was said last, some begin anew."""
    chain: list[int] = []
    for index in range(count):
        back = random.choices((0, 1, 2, 5, DEEPEST + 1), (70, 12, 8, 5, 5))[0]
        del chain[max(len(chain) - back, 0) :]
        del chain[DEEPEST:]
        yield chain[-1] if chain else None
        chain.append(index)


def _times() -> Iterator[datetime]:
    at = _BEGUN
    while True:
        yield at
        at += timedelta(minutes=3)


def _parts(random: Random) -> list[str]:
    """The paragraphs of a comment: one to three."""
    words = random.randint(SHORTEST, LONGEST)
    if random.randrange(OTHER_SCRIPTS) == 0:
        return [" ".join(random.choices(random.choice(_OTHERS).split(), k=words))]
    parts = random.randint(1, 1 + words // 30)
    return [_text(random, max(words // parts, 1)) for _ in range(parts)]


def _text(random: Random, words: int) -> str:
    """A sentence of so many words."""
    start = random.randrange(len(_LATIN))
    return " ".join(_LATIN[(start + at) % len(_LATIN)] for at in range(words)).capitalize() + "."
