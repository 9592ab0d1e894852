"""Addresses as a reply meets them: of whose site they are, and what of them is the writer's own."""

from __future__ import annotations

from urllib.parse import urlsplit


def origin_of(address: str) -> str:
    """The scheme, host and port of an address (RFC 6454); empty where it is none of the web."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


def same_place(one: str, other: str) -> bool:
    """Whether an address may be read after another: the same host, and no less secure."""
    first, second = urlsplit(one), urlsplit(other)
    downgraded = first.scheme == "https" and second.scheme != "https"
    return first.hostname == second.hostname and bool(first.hostname) and not downgraded


def without_query(address: str) -> str:
    """An address without its query, which may tell what is the writer's alone; fragment kept."""
    before, mark, fragment = address.partition("#")
    return before.partition("?")[0] + mark + fragment
