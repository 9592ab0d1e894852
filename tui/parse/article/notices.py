"""Lines that speak of the site rather than of its matter, or stand for what is not shown."""

from __future__ import annotations

from tui.parse.patterns import regex

_SITE = regex(
    r"\b(?:contains?|use|are|include)\b.{0,40}\baffiliate (?:links?|partner)"
    r"|\b(?:affiliate|links?)\b.{0,120}\b(?:earn|receive|get|make)\b.{0,40}\bcommission"
    r"|\b(?:earn|receive)\b.{0,40}\bcommission\b.{0,120}\b(?:link|purchase|buy)"
    r"|\b(?:erhalten|bekommen|verdienen) wir\b.{0,80}\bprovision"
    r"|(?:^|[.!?:,]\W+)(?:subscribe|sign up|join|register)\b.{0,60}\bnewsletter"
    r"|\banmeldung zum newsletter"
    r"|\b(?:sign up|subscribe)\b.{0,120}\b(?:in|to|into) your inbox\b"
    r"|\bdelivered (?:\w+ )?(?:in)?to your inbox\W*$"
    r"|\bread (?:our|the|more in our) (?:privacy|cookie) (?:policy|notice|statement)\W*$"
    r"|\bby (?:signing up|subscribing|clicking)\b.{0,80}\b(?:agree|accept|acknowledge|consent)"
    r"|^(?:über dieses thema bericht|dieses thema im programm)",
)
"""Who pays for links, letters to sign up for, where else something is broadcast."""

_SITE_WORDS = (
    *("affiliate", "commission", "newsletter", "signing up", "subscribing", "clicking"),
    *("inbox", "privacy", "cookie"),
    *("provision", "dieses thema"),
)

_EMBED = regex(
    r"empfohlener (?:redaktioneller|externer) inhalt|(?:externe[nr]? |\w{1,20}-)?inhalte?"
    r" (?:von \w{1,20} )?(?:anzeigen|erlauben|laden)\W*$|an dieser stelle finde(?:n sie|st du)\b"
    r".{0,80}\bextern|(?:sie können|du kannst) .{1,10} (?:sich|dir) mit einem klick"
    r"|ich bin (?:damit )?einverstanden, dass mir"
    r"|personenbezogene daten können\b.{0,80}\bübermittelt"
    r"|(?:please |you (?:need|have|must) (?:to )?)?(?:accept|enable) .{0,40}\bcookies?\b"
    r"|to (?:view|see|watch|display) (?:this|the) (?:content|video|tweet|embed|post|map)\b.{0,80}"
    r"\b(?:cookies?|consent)\b|(?:deze|dit) (?:inhoud|content|video|bericht)\b.{0,80}\bcookies"
    r"|(?:accepte[rz]|autorise[rz]) (?:les |ces )?cookies|acept(?:a|ar|e) (?:las )?cookies"
    r"|(?:we apologi[sz]e, but )?(?:this|the) video (?:has )?(?:failed to load|is unavailable"
    r"|cannot be played)|try refreshing your browser|your browser (?:does not|doesn't) support",
)
"""That a video or a post of elsewhere waits for consent, or failed to load."""

_EMBED_WORDS = ("inhalt", "cookie", "klick", "personenbezogen", "einverstanden", "video", "browser")


class Notices:
    """The notices among the lines of a text; a word that each of them has is looked for first.

    All is in small letters.
    """

    def __init__(self, text: str) -> None:
        self._site = list(filter(text.__contains__, _SITE_WORDS))
        self._embed = list(filter(text.__contains__, _EMBED_WORDS))

    def __contains__(self, line: str) -> bool:
        if self._site and any(map(line.__contains__, self._site)) and _SITE.search(line):
            return True
        if self._embed and any(map(line.__contains__, self._embed)):
            return _EMBED.match(line) is not None
        return False
