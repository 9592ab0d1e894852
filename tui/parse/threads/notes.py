"""Sentences for the reader on what a page lacks of its thread."""

from __future__ import annotations


def loaded_note(service: str) -> str:
    """That a service loads the comments of a page."""
    return f"Comments are loaded by {service}; they are not in the page's HTML."
