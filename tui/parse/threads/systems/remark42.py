"""Remark42."""

from __future__ import annotations

from tui.parse.threads.system import Embed, sign

EMBED = Embed(service="Remark42", sign=sign("#remark42"))
