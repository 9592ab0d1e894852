"""What can be done while a reply is written, and while its preview is shown."""

from __future__ import annotations

from tui.app.actions.action import Action, Scope

WRITING = (
    Action(
        "close",
        ("escape",),
        "Keep and close",
        "Go back to reading; the draft is kept.",
        Scope.COMPOSER,
        1,
    ),
    Action(
        "save",
        ("ctrl+s",),
        "Save now",
        "Save at once; it is saved by itself half a second after the last key too.",
        Scope.COMPOSER,
    ),
    Action("undo", ("ctrl+z",), "Undo", "Undo the last change of the text.", Scope.COMPOSER),
    Action("redo", ("ctrl+y",), "Redo", "Do again what was undone.", Scope.COMPOSER),
    Action(
        "editor", ("ctrl+e",), "Editor", "Go on writing in $VISUAL or $EDITOR.", Scope.COMPOSER, 4
    ),
    Action(
        "show_article",
        ("f2",),
        "Article",
        "Show the article again while writing.",
        Scope.COMPOSER,
        5,
    ),
    Action(
        "preview",
        ("f3",),
        "Preview",
        "Show how the text will look on the site, and back.",
        Scope.COMPOSER,
        3,
    ),
    Action(
        "quote_all",
        ("ctrl+r",),
        "Quote",
        "Put what is answered in at the cursor, as a quote; of the article the paragraph on top.",
        Scope.COMPOSER,
        8,
    ),
    Action(
        "template",
        ("f5",),
        "Template",
        "Put one of your templates in at the cursor.",
        Scope.COMPOSER,
    ),
    Action(
        "markup",
        ("f6",),
        "Markup",
        "Write in the site's own rules, sent as typed, instead of Markdown; and back.",
        Scope.COMPOSER,
    ),
    Action(
        "misspelt_next",
        ("ctrl+n",),
        "Next misspelt",
        "To the next word that is not in the dictionary.",
        Scope.COMPOSER,
    ),
    Action(
        "suggestions",
        ("ctrl+l",),
        "Spelling",
        "Choose another spelling of the word at the cursor, or add it to your own words.",
        Scope.COMPOSER,
    ),
    Action(
        "settle",
        ("ctrl+g",),
        "Which text",
        "Where another program changed the draft: keep your text, take theirs, or keep both.",
        Scope.COMPOSER,
    ),
    Action("discard", ("ctrl+x",), "Discard", "Discard the draft; asks first.", Scope.COMPOSER, 6),
    Action(
        "switch_pane",
        ("tab", "shift+tab"),
        "Switch pane",
        "Go to the other pane to read on; once more to come back.",
        Scope.COMPOSER,
        7,
    ),
)

PREVIEWING = (
    Action(
        "preview",
        ("f3", "escape", "q"),
        "Write on",
        "Go back to the text.",
        Scope.PREVIEW,
        1,
    ),
    Action("line_down", ("j", "down"), "Down", "One line down.", Scope.PREVIEW, 3),
    Action("line_up", ("k", "up"), "Up", "One line up.", Scope.PREVIEW),
    Action("half_down", ("ctrl+d",), "Half down", "Half a page down.", Scope.PREVIEW),
    Action("half_up", ("ctrl+u",), "Half up", "Half a page up.", Scope.PREVIEW),
    Action("page_on", ("space", "pagedown"), "Page down", "One page down.", Scope.PREVIEW, 2),
    Action("page_back", ("b", "pageup"), "Page up", "One page up.", Scope.PREVIEW),
    Action("top", ("g", "home"), "Top", "To the top.", Scope.PREVIEW),
    Action("bottom", ("G", "end"), "Bottom", "To the bottom.", Scope.PREVIEW),
)
