"""Discourse embeds."""

from __future__ import annotations

from tui.parse.threads.system import Embed, sign

EMBED = Embed(service="Discourse", sign=sign("#discourse-comments"))
