"""Words for what somebody is: what stands beside names, and is none."""

from __future__ import annotations

from tui.parse.patterns import regex

_ROLE = regex(
    r"\b(?:writer|author|editor|journalist|reporter|correspondent|columnist|contributor|blogger"
    r"|(?:co-?)?founder|c[etmo]o|[es]?vp|chief|director|president|manager|specialist|analyst|strategist"
    r"|consultant|engineer|developer|designer|producer|researcher|scientist|professor|marketer"
    r"|advocate|maintainer|owner|intern|fellow|expert|redakteur(?:in)?|autor(?:in|a)?|auteure?|journaliste|periodista|redactora?"
    r"|giornalista|redacteur|jornalista|dziennikar(?:z|ka)|журналист(?:ка)?|автор)\b"
)
"""Words for what somebody is, in small letters."""


def says_role(words: str) -> bool:
    """Whether words tell what somebody is."""
    return _ROLE.search(words.lower()) is not None
