"""Commento."""

from __future__ import annotations

from tui.parse.threads.system import Embed, sign

EMBED = Embed(service="Commento", sign=sign("#commento", "/commento.js"))
