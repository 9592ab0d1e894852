"""E-mail addresses that Cloudflare hides from programs; a script shows them to every reader.

The first byte of what it writes is what all others were combined with (its Email Address
Obfuscation: https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/).
"""

from __future__ import annotations

from tui.parse.blocks.elements import Attributes
from tui.parse.clean import clean_line

_HIDDEN_LINK = "/cdn-cgi/l/email-protection"
_LONGEST = 1_000


def hidden_address(attributes: Attributes) -> str | None:
    """The address, or what else of the page was taken for one, that stands in an element's place.

    None where the element hides none.
    """
    return _revealed(attributes.get("data-cfemail"))


def hidden_link(href: str) -> str | None:
    """The mailto link that was written in an address of the page, or None."""
    _, sign, code = href.partition(_HIDDEN_LINK + "#")
    address = _revealed(code) if sign else None
    return f"mailto:{address}" if address else None


def _revealed(code: str | None) -> str | None:
    if not code or len(code) > _LONGEST:
        return None
    try:
        key, *signs = bytes.fromhex(code)
        return clean_line(bytes(sign ^ key for sign in signs).decode("utf-8")) or None
    except ValueError:  # also of what is no UTF-8
        return None
