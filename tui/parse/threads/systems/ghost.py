"""Ghost."""

from __future__ import annotations

from tui.parse.threads.system import Embed, sign

EMBED = Embed(service="Ghost", sign=sign(selector="script[data-ghost-comments]"))
