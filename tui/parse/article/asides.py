"""Lines within an article that are none of it: credits of pictures, pointers to other posts.

Patterns are for small letters: each short line is made small once, and fails most of them sooner.
"""

from __future__ import annotations

from msgspec.structs import replace

from tui.model import Heading, Image, ListBlock, Paragraph, Rule
from tui.parse.article.notices import Notices
from tui.parse.article.pieces import LINES, Piece, is_linked
from tui.parse.patterns import regex
from tui.parse.words import is_share_label

_LONGEST_CREDIT = 100
_LONGEST = 200
_SHORT = 40
_LONGEST_NOTICE = 400
_LABEL_WORDS = 4
"""So many words at the beginning of a link may be a label."""

_CREDIT = regex(
    r"[(\[*\s]*(?:(?:photo(?:graph|s)?|image|picture|illustration|graphic|video|screenshot)s?"
    r" ?(?:credits?|sources?|courtesy|by|via|from)\b|(?:photo|image|credit|photo credit|foto"
    r"|bild|bildquelle|crédit photo|fuente|fotografía|beeld|zdjęcie|фото) ?:|courtesy of\b|©)"
)
"""How credits of pictures begin: with a word for the picture."""

_AGENCIES = (
    *("getty images", "shutterstock", "unsplash", "istock", "istockphoto", "alamy", "pexels"),
    *("pixabay", "adobe stock", "depositphotos", "wikimedia commons"),
)
_BY_AGENCY = regex(rf".{{0,60}}\b(?:{'|'.join(_AGENCIES)})\b.{{0,20}}$")
"""And how they end: with the agency that the picture comes from."""

_LABEL = (
    r"(?:advertise?ment|advertising|sponsored|anzeige|werbung|advertentie|publicidad|publicité"
    r"|pubblicità|reklam[ae]?|annons(?:er)?|annonse|mainos|реклама|إعلان|広告|광고"
    r"|(?:advertisement\W+)?(?:continue reading|(?:page|article|story|post) continues)"
    r" (?:below|after (?:this |the )?ad(?:vert(?:isement)?)?))\W*$"
)
"""What stands over an advertisement, whose own words are loaded by a script."""

_FOLLOW = (
    r"(?:follow (?:us|me)|like us|find us|connect with us|join us|folgen? (?:sie|du|mir) uns"
    r"|folge? uns|volg ons|suivez[- ]nous|retrouvez[- ]nous|síguenos|síganos|siga-nos|sigam?-nos"
    r"|seguici|śledź nas|obserwuj nas|följ oss|følg os[s]?|seuraa meitä|sledujte nás"
    r"|подписывайтесь на|читайте нас в|підписуйтесь на|bizi takip)\b.{0,60}\b"
    r"(?:facebook|twitter|instagram|linkedin|youtube|pinterest|tik ?tok|threads|bluesky|mastodon"
    r"|telegram|телеграм|whatsapp|google news|x)\b"
)
"""Lines that ask to follow the site elsewhere."""

_CONTROL = (
    r"(?:loading(?: \w+)?|please wait|back to (?:top|video)"
    r"|(?:show|see|view|load|read) (?:more|less|all)"
    r"|scroll to continue|(?:hide|show|toggle|view) caption"
    r"|skip (?:past )?(?:newsletter promotion|ad(?:vertisement)?)"
    r"|nach oben|zum seitenanfang|mehr anzeigen|haut de (?:la )?page"
    r"|retour en haut|voir plus|volver arriba|ver más|ver mais|torna su|terug naar boven"
    r"|(?:current time |remaining time |duration )?-?0?0:00(?:[ /|-]*\d{1,2}:\d\d)*"
    r"|video player is loading|(?:loaded|progress) ?: ?0(?:\.0+)?%|stream type live)\W*$"
)
"""What stands on controls that are no buttons, on players, and where a script has yet to put
something."""

_CONTENTS = (
    r"(?:table of contents|on this page|inhaltsverzeichnis|inhoudsopgave|table des matières"
    r"|sommaire|tabla de contenidos?|índice|indice|spis treści|innehåll|obsah|содержание|зміст"
    r"|目次|目录|목차)\W*$"
)
"""What heads a list of the article's headings, which is no part of it."""

_NONE = regex(rf"{_LABEL}|\W*(?:{_FOLLOW}|{_CONTROL}|(?P<contents>{_CONTENTS}))")
"""Any of these, in one look at the line."""

_POINTER = regex(
    r"\W*(?:related|more|also read|read (?:more|also|next)|see also)(?: \w+){0,2} ?[:\u2013\u2014]"
)
"""How pointers to other posts begin, in English; the labels of `tui.parse.words` know more."""

_FILE = regex(r"[\w() .,-]{1,80}\.\w+$")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
"""The name of a file, where the page has nothing else to say of a picture."""

_RULE = regex(r"([*_=~#\u2013\u2014\u2022\u25c6\u25c7\u25a0-])(?:\s*\1){2,}$|\u2042$")
_STRAY = frozenset(".,:;|/-\u00b7")
"""A sign that is written thrice is a rule; one of these alone is nothing."""


def without_asides(pieces: list[Piece]) -> list[Piece]:
    """The pieces without lines that are none of the article; pictures lose a credit.

    Signs that stand for a rule become one.
    """
    lines = [
        piece.text.lower()
        if len(piece.text) <= _LONGEST_NOTICE and isinstance(piece.block, LINES)
        else ""
        for piece in pieces
    ]
    notices = Notices("\n".join(lines))
    kept: list[Piece] = []
    for piece, line in zip(reversed(pieces), reversed(lines), strict=True):
        if not line:
            kept.append(_without_credit(piece))
        elif len(line) <= _SHORT and _RULE.match(line):
            kept.append(Piece(Rule(), ""))
        elif not (line in notices or _is_aside(piece, line, kept[-1] if kept else None)):
            kept.append(piece)
    return kept[::-1]


def _is_aside(piece: Piece, line: str, below: Piece | None) -> bool:
    """Whether a piece is none of the article.

    Args:
        piece: The piece.
        line: Its words in small letters.
        below: What is kept of the article right below it: a list that a label stands over is one.
    """
    block, text = piece.block, piece.text
    if len(line) > _LONGEST or not isinstance(block, LINES):
        return False
    known = _NONE.match(line)
    if known is not None:
        is_label = known.lastgroup == "contents"
        return not (is_label and below is not None and isinstance(below.block, ListBlock))
    if line in _STRAY:
        return True
    if isinstance(block, Paragraph) and (_is_credit(line) or _is_file(line)):
        return True
    return any(span.href for span in block.text) and (
        _is_pointer(line) or _is_labelled(block, text)
    )


def _is_credit(line: str) -> bool:
    if len(line) > _LONGEST_CREDIT:
        return False
    if _CREDIT.match(line):
        return True
    return any(map(line.__contains__, _AGENCIES)) and _BY_AGENCY.match(line) is not None


def _is_file(line: str) -> bool:
    return line.endswith(_PICTURES) and _FILE.match(line) is not None


def _is_pointer(line: str) -> bool:
    if _POINTER.match(line):
        return True
    label, colon, _ = line.partition(":")
    return bool(colon) and is_share_label(label.strip(" []()*>"))


def _is_labelled(block: Heading | Paragraph, text: str) -> bool:
    """Whether a line is a label of two words or more and a link: "Lees ook De vuurtoren"."""
    first, *rest = block.text
    if not first.href:
        label, is_link = first.text, all(span.href or not span.text.strip() for span in rest)
        return is_link and " " in label.strip() and is_share_label(label.strip(" :|-\u2013"))
    words = text.split(" ", _LABEL_WORDS)
    labels = (" ".join(words[:count]) for count in range(2, len(words)))
    return is_linked(block) and any(map(is_share_label, labels))


def _without_credit(piece: Piece) -> Piece:
    block, text = piece.block, piece.text
    if isinstance(block, Image) and block.caption and _is_credit(text.lower()):
        return Piece(replace(block, caption=()), "")
    return piece
