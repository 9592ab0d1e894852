"""The part of a page's view that takes things along: copies, commands, files."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from tui.dump.exports import Form, exported
from tui.dump.passages import Citation, passage_markdown, passage_text
from tui.model import Block
from tui.plain.commands import Asked, CommandError
from tui.plain.following import FollowingView
from tui.plain.telling import UNWRAPPED
from tui.plain.view import Lines
from tui.reading.parts import Part, part_of
from tui.store.output import write_output
from tui.system.clipboard import copy_with, tool
from tui.system.commands import how_it_ended, run, split

_FORMS = {
    ".txt": Form.TEXT,
    ".md": Form.MARKDOWN,
    ".html": Form.HTML,
    ".json": Form.JSON,
}
"""The forms of files, by the endings of their names."""

_ENDINGS = ".txt, .md, .html or .json"


class TakingView(FollowingView):
    """A page whose words go elsewhere."""

    def here_blocks(self) -> tuple[Block, ...]:
        """What the reader is at; at the title the whole article."""
        if self.in_thread and self.comment is not None:
            return self.state.thread.comments[self.comment].blocks
        return self.blocks if self.block < 0 else self.blocks[self.block : self.block + 1]

    # To a command

    def do_pipe(self, asked: Asked) -> Lines:
        """Hand the words here to a command, and tell what it says."""
        argv = split(asked.text)
        words = passage_text(self.here_blocks(), UNWRAPPED)
        result = asyncio.run(run(argv, words, self.stores.environ))
        for line in f"{result.output}{result.errors}".splitlines():
            yield from self.host.wrapped(line)
        if result.status:
            yield how_it_ended(argv[0], result)

    # To the clipboard

    def do_copy(self, _asked: Asked) -> Lines:
        """Copy what the reader is at, as Markdown with the place where it stands."""
        comment = self.answered()
        authors = self.page.article.authors
        author = comment.author if comment else authors[0] if authors else None
        citation = Citation(author, self.page.article.title, self.address())
        yield from self._copy(passage_markdown(self.here_blocks(), citation))

    def do_copy_link(self, _asked: Asked) -> Lines:
        """Copy the comment's address, or the page's."""
        address = self.address()
        if address is None:
            raise CommandError("The page names no address for this.")
        yield from self._copy(address)

    def _copy(self, text: str) -> Lines:
        argv = [*self.stores.preferences.commands.copy] or tool(self.stores.environ)
        if not argv:
            raise CommandError("There is no clipboard here; | and a command take words along, too.")
        asyncio.run(copy_with(argv, text, self.stores.environ))
        yield f"Copied by {argv[0]}."

    # To a file

    def do_export(self, asked: Asked) -> Lines:
        """Write the page, or a part of it, to a file."""
        first, _, rest = asked.text.partition(" ")
        part = Part(first) if rest and first in set(Part) else Part.PAGE
        name = rest.strip() if rest and first in set(Part) else asked.text
        if not name:
            raise CommandError(f"Export to which file? Its ending, {_ENDINGS}, says how.")
        path = Path(os.path.expanduser(name))  # noqa: PTH111 -- Path's own raises for some names
        form = _FORMS.get(path.suffix.lower())
        if form is None:
            raise CommandError(f"{path.name} does not end in {_ENDINGS}.")

        if not _is_there(path.parent):
            raise CommandError(f"There is no folder {path.parent}; make it, or name another.")

        def write() -> Lines:
            page = part_of(self.page, part, self.comment)
            write_output(path, exported(page, form, self.source).encode("utf-8", "replace"))
            yield from self.host.wrapped(f"Written to {path}.")

        if _is_there(path):
            yield from self.host.ask(f"{path} is there already. Replace it?", write)
        else:
            yield from write()


def _is_there(path: Path) -> bool:
    """Whether there is a file; what cannot be looked at shows when it is written."""
    try:
        return path.exists()
    except OSError:  # such as a name that is too long
        return False
