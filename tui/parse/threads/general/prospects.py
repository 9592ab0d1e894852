"""Whether elements can be comments: a look at what is around them, before they are weighed.

Most pages whose names speak of comments hold none: the names are those of an empty place, a form or
an icon, and the only date is the article's.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tui.parse.threads.general.evidence import (
    FEW,
    SHARE,
    WHOLE,
    has_form_beside,
    has_number,
    is_called,
    is_schema,
)
from tui.parse.threads.general.groups import around
from tui.parse.threads.general.surface import Surface
from tui.parse.threads.nodes import Inside

MANY = 500
"""More dates or buttons than these are weighed at once: looking at all of them takes as long."""


class Prospects:
    """Whether there may be evidence enough, as `Evidence.enough` asks for it.

    Args:
        surface: The page.
    """

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._is_told = Inside(self._tells)
        self._has_form_beside = Inside(
            lambda node: node.tag not in WHOLE and has_form_beside(surface, node)
        )

    def are_open(self, nodes: Sequence[LexborNode], *, dated: bool) -> bool:
        """Whether some elements, or any of those around them, may be comments.

        Args:
            nodes: The elements; or dates and buttons, which may be texts.
            dated: Whether they were found by their dates.
        """
        if len(nodes) > MANY or any(map(self._is_told, nodes)):
            return True
        if len(nodes) <= FEW:
            return False
        return (
            (dated and bool(self._surface.replies))
            or any(map(self._has_form_beside, nodes))
            or self._may_be_posts(nodes)
        )

    def _tells(self, node: LexborNode) -> bool:
        """Whether the name of an element, or a line before it, says that it holds comments."""
        if node.tag in WHOLE:
            return False
        return is_called(node) or is_schema(node) or self._surface.is_headed(node)

    def _may_be_posts(self, nodes: Sequence[LexborNode]) -> bool:
        """Whether several elements name a member and have an id with a number."""
        members = self._surface.around_members
        if not members:
            return False
        chosen = {at.mem_id: at for node in nodes for at in around(node) if at.mem_id in members}
        return sum(map(has_number, chosen.values())) >= SHARE * FEW
