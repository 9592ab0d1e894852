"""The system's own browser, where the settings name none."""

from __future__ import annotations

from tui.system.commands import CommandError


def browser_command(url: str) -> list[str] | None:
    """The command that opens an address; None where `webbrowser.open` does it beside the terminal.

    Python's module starts a browser of which it knows nothing but the name, as those in terminals
    are, over whatever the terminal shows, and waits for its end.

    Raises:
        CommandError: There is no browser.
    """
    import webbrowser  # noqa: PLC0415 -- loaded with the first link that is opened

    try:
        browser = webbrowser.get()
    except webbrowser.Error as error:
        told = "There is no browser here; commands.browser in the settings can name one."
        raise CommandError(told) from error
    if type(browser) is not webbrowser.GenericBrowser:
        return None
    return [browser.name, *(part.replace("%s", url) for part in browser.args)]
