"""Modal screens that ask one thing; each is loaded when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.dialogs.ask import ConfirmDialog, HintPrompt, OpenDialog
    from tui.app.dialogs.busy import BusyDialog
    from tui.app.dialogs.choose import ChooseDialog
    from tui.app.dialogs.closing import Dialog, Palette
    from tui.app.dialogs.conflict import ConflictDialog
    from tui.app.dialogs.draft_export import DraftExportDialog
    from tui.app.dialogs.export import ExportDialog, ExportOrder
    from tui.app.dialogs.help import HelpScreen
    from tui.app.dialogs.identity import IdentityDialog, Wanted, Who
    from tui.app.dialogs.links import LinkChoice, LinksDialog, LinkUse
    from tui.app.dialogs.newest import NewestDialog
    from tui.app.dialogs.picture import PictureDialog
    from tui.app.dialogs.pipe import CommandDialog, PipePrompt
    from tui.app.dialogs.plan import Decided, Decision, PlanDialog
    from tui.app.dialogs.prompt import LinePrompt
    from tui.app.dialogs.report import Choice, ReportDialog
    from tui.app.dialogs.selecting import SelectionScreen, Taken
    from tui.app.dialogs.statistics import StatisticsDialog
    from tui.app.dialogs.text import TextDialog

__all__ = [
    "BusyDialog",
    "Choice",
    "ChooseDialog",
    "CommandDialog",
    "ConfirmDialog",
    "ConflictDialog",
    "Decided",
    "Decision",
    "Dialog",
    "DraftExportDialog",
    "ExportDialog",
    "ExportOrder",
    "HelpScreen",
    "HintPrompt",
    "IdentityDialog",
    "LinePrompt",
    "LinkChoice",
    "LinkUse",
    "LinksDialog",
    "NewestDialog",
    "OpenDialog",
    "Palette",
    "PictureDialog",
    "PipePrompt",
    "PlanDialog",
    "ReportDialog",
    "SelectionScreen",
    "StatisticsDialog",
    "Taken",
    "TextDialog",
    "Wanted",
    "Who",
]

_MODULES = {
    "ask": ("ConfirmDialog", "HintPrompt", "OpenDialog"),
    "busy": ("BusyDialog",),
    "choose": ("ChooseDialog",),
    "closing": ("Dialog", "Palette"),
    "conflict": ("ConflictDialog",),
    "draft_export": ("DraftExportDialog",),
    "export": ("ExportDialog", "ExportOrder"),
    "help": ("HelpScreen",),
    "identity": ("IdentityDialog", "Wanted", "Who"),
    "links": ("LinkChoice", "LinkUse", "LinksDialog"),
    "newest": ("NewestDialog",),
    "picture": ("PictureDialog",),
    "pipe": ("CommandDialog", "PipePrompt"),
    "plan": ("Decided", "Decision", "PlanDialog"),
    "prompt": ("LinePrompt",),
    "report": ("Choice", "ReportDialog"),
    "selecting": ("SelectionScreen", "Taken"),
    "statistics": ("StatisticsDialog",),
    "text": ("TextDialog",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    """A dialog, or what one is asked with and answers."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found  # where it is sought the next time: a key asks for some
    return found
