"""utterances."""

from __future__ import annotations

from tui.parse.threads.system import Embed, sign

EMBED = Embed(service="utterances", sign=sign("//utteranc.es", ".utterances"))
