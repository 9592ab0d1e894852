"""The picture of sending in the README: `python -m tests.replying_picture` writes it.

`docs/replying.svg` shows what would be sent of a reply, before it is. No network is asked: the form
is filled here as a real one would be.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from tests.app.outboxes import NOON, StandIn, page_with_form
from tests.app.pages import Reply, page
from tests.app.reading import settle
from tests.screenshot import SIZE, svg_of
from tui.app.app import RejoinderApp
from tui.app.services import Services
from tui.app.widgets.composer import ReplyText
from tui.send.plan import Entry, Plan
from tui.store.draft import Draft
from tui.store.drafts import DraftStore
from tui.store.identities import Identity
from tui.store.library import Library

PICTURE = Path(__file__).parents[1] / "docs" / "replying.svg"
URL = "https://garden.example/2026/03/the-hedge/"
TITLE = "The hedge and the shears"
TEXT = """
<p>Behind our house stands a hawthorn hedge that is older than the road beside it. Whoever wants to
cut it should read this first.</p>
<h2>When to cut</h2>
<p>Not in spring, for the blackbirds nest in it then. In November you may, unless it freezes.</p>
<h2>What to cut it with</h2>
<p>Sharp shears and much patience. A machine is faster, but it leaves the branches frayed.</p>
<h2>Where the wood goes</h2>
<p>Lay it along the ditch. Hedgehogs love it.</p>
"""
COMMENTS = (
    Reply(
        "Marian",
        "We have blackbirds in ours every year.",
        (Reply("Stuart", "How many nests do you count?", (Reply("Marian", "Three this year."),)),),
    ),
    Reply("Colin", "A machine does it well enough.", (Reply("Will", "And one can hear it."),)),
    Reply("Job", "What do you do with the thorns?"),
)
REPLY = """\
Four this year, and one of them was **in the gate post**.

Do they come back to the same one?"""


def plan(draft: Draft, identity: Identity, _: object) -> Plan:
    """What WordPress's form would be filled with."""
    text = REPLY.replace("**in the gate post**", "<strong>in the gate post</strong>")
    return Plan(
        draft=draft,
        identity=identity,
        system="WordPress",
        page=URL,
        address="https://garden.example/wp-comments-post.php",
        entries=(
            Entry("comment", text, "Comment"),
            Entry("author", identity.name, "Name"),
            Entry("email", identity.email, "Email"),
            Entry("url", identity.site, "Website"),
            Entry("comment_post_ID", "7", shown=False),
            Entry("comment_parent", "1", shown=False),
        ),
        text=text,
        consents=(("wp-comment-cookies-consent", "Save my name and email in this browser"),),
    )


async def picture(home: Path) -> str:
    """What would be sent of a reply, as SVG.

    Args:
        home: An empty folder for the page and for what the program keeps.
    """
    form = page_with_form().partition('<div id="respond"')[2].partition("</main>")[0]
    html = page(TITLE, TEXT, COMMENTS, url=URL, language="en").replace(" maart ", " March ")
    path = home / "hedge.html"
    path.write_text(html.replace("</main>", f'<div id="respond"{form}</main>'), encoding="utf-8")
    drafts = DraftStore(home / "drafts", lambda: NOON)
    outbox = StandIn(drafts, plan)
    services = Services(drafts, Library(home / "library.db"), {})
    services.identities.remember(URL, Identity("Anna", "anna@meadow.example"))
    app = RejoinderApp(replace(services, outbox_of=lambda _: outbox), f"{path}#comment-1")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("R")
        await settle(pilot)
        app.screen.query_one(ReplyText).text = REPLY
        await settle(pilot)
        await pilot.press("f8")
        await settle(pilot)
        return svg_of(app)


def main() -> None:
    """Write the picture."""
    with TemporaryDirectory() as home:
        svg = asyncio.run(picture(Path(home)))
    PICTURE.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
