"""Isso."""

from __future__ import annotations

from tui.parse.threads.system import Embed, sign

EMBED = Embed(
    service="Isso",
    sign=sign(
        "#isso-thread", "/embed.min.js", "/embed.js", selector="#isso-thread, script[data-isso]"
    ),
)
