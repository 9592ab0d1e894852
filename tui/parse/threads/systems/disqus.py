"""Disqus."""

from __future__ import annotations

from tui.parse.threads.system import Embed, sign

EMBED = Embed(service="Disqus", sign=sign("#disqus_thread"))
