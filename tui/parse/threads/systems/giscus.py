"""giscus."""

from __future__ import annotations

from tui.parse.threads.system import Embed, sign

EMBED = Embed(service="giscus", sign=sign("//giscus.app", ".giscus"))
