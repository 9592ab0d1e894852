"""What can be done with drafts that are to leave, and in the outbox."""

from __future__ import annotations

from tui.app.actions.action import Action, Scope

SENDING = (
    Action(
        "outbox",
        ("Q",),
        "Outbox",
        "List the replies that wait to be sent.",
        Scope.APP,
    ),
    Action(
        "send",
        ("S", "f8"),
        "Send draft",
        "Send the draft under the cursor: first shows exactly what goes where.",
        Scope.READER,
    ),
    Action(
        "hand_over",
        ("f9",),
        "Hand over",
        "Copy the draft and open the page's form in the browser, or write a mail with it.",
        Scope.READER,
    ),
    Action(
        "send",
        ("f8",),
        "Send",
        "Send the reply: first shows exactly what goes where.",
        Scope.COMPOSER,
        2,
    ),
    Action(
        "hand_over",
        ("f9",),
        "Hand over",
        "Copy the reply and open the page's form in the browser, or write a mail with it.",
        Scope.COMPOSER,
    ),
    Action(
        "send",
        ("S", "f8"),
        "Send",
        "Send the draft: first shows exactly what goes where.",
        Scope.DRAFTS,
    ),
    Action(
        "hand_over",
        ("f9",),
        "Hand over",
        "Copy the draft and open the page's form in the browser, or write a mail with it.",
        Scope.DRAFTS,
    ),
)

IN_OUTBOX = (
    Action(
        "choose",
        ("enter",),
        "What to do",
        "See what can be done with the reply: send it, take it back, look for it on its page.",
        Scope.OUTBOX,
        1,
    ),
    Action("send_all", ("S", "f8"), "Send all", "Send all that is ready.", Scope.OUTBOX, 2),
    Action(
        "take_back",
        ("x", "delete"),
        "Take back",
        "Take the reply out of the outbox; it is a draft again.",
        Scope.OUTBOX,
        3,
    ),
    Action(
        "show_emails",
        ("e",),
        "E-mail",
        "Show e-mail addresses in full, and back.",
        Scope.OUTBOX,
    ),
    Action("next", ("j", "down"), "Next", "To the next reply.", Scope.OUTBOX, 4),
    Action("previous", ("k", "up"), "Previous", "To the reply before.", Scope.OUTBOX),
    Action("top", ("g", "home"), "Top", "To the first reply.", Scope.OUTBOX),
    Action("bottom", ("G", "end"), "Bottom", "To the last reply.", Scope.OUTBOX),
    Action("go_back", ("q", "escape", "Q"), "Back", "Go back.", Scope.OUTBOX, 5),
)
