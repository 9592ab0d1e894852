"""Which addresses are not asked on behalf of a page: browsers refuse the same."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from tui.fetch.fetched import shown


def refusal(page: str | None, url: str) -> str | None:
    """Why an address is not asked on behalf of a page, as a sentence; None where it may be."""
    if page is None:
        return None
    if page.startswith("https:") and not url.startswith("https:"):
        return f"The page is secure, but it has its comments at {shown(url)}, unprotected."
    if _is_local(host_of(url)) and not _is_local(host_of(page)):
        return f"The page is from elsewhere, but it has its comments at {shown(host_of(url))}."
    return None


def host_of(url: str) -> str:
    """The host of an address; empty where it has none or is malformed."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_local(host: str) -> bool:
    """Whether a host is this computer or stands beside it, by its name alone."""
    if host == "localhost" or host.endswith((".localhost", ".local")):
        return True
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False
