"""What helps the writer of a reply line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.app.pages import HEDGE, HEDGE_TEXT, URL, page
from tests.plain.sessions import Reader, stores
from tests.system.scripts import script
from tui.plain.stores import PlainStores
from tui.store.draft import DraftState, Markup
from tui.store.drafts import DraftStore

FORM = """
<form action="/wp-comments-post.php" method="post" id="commentform"><h3>Laat een reactie achter</h3>
<textarea name="comment"></textarea><input name="author"><input name="email">
<input type="hidden" name="comment_post_ID" value="7"><input type="submit" value="Stuur"></form>
"""


@pytest.fixture
def kept(home: Path) -> PlainStores:
    own = {"PATH": str(home / "bin"), "EDITOR": str(home / "bin" / "leeg")}
    return replace(stores(home, **own), templates=home / "templates")


@pytest.fixture
def reader(kept: PlainStores, home: Path) -> Reader:
    """Somebody at a WordPress page."""
    path = home / "heg.html"
    html = page("De heg", HEDGE_TEXT, HEDGE, url=URL).replace("</body>", f"{FORM}</body>")
    path.write_text(html, encoding="utf-8")
    assert FORM in html
    reader = Reader(kept, path)
    reader("comments", "R")
    return reader


def test_a_preview_tells_how_it_will_look(reader: Reader) -> None:
    reader("**Mooi** & <3", "", "> ja")
    assert reader(".v") == [
        "WordPress takes some HTML. As far as that is known, this is how it will look:",
        "Mooi & <3",
        "",
        "> ja",
    ]


def test_a_count_tells_the_limit_and_the_markup(reader: Reader) -> None:
    reader("Mooi hoor <3")
    assert reader(".c") == ["3 words, 15/65,525 bytes; Markdown."]
    assert reader(".m") == ["3 words, 12/65,525 bytes; as typed: some HTML."]
    reader("a" * 65_525)
    assert reader(".c")[0].startswith("4 words, too long by 14: ")


def test_the_markup_is_kept_with_the_draft(kept: PlainStores, reader: Reader) -> None:
    reader("<em>ja</em>", ".m", ".")
    (draft,) = DraftStore(kept.drafts.folder).all()
    assert draft.markup is Markup.OWN


def test_a_template_is_put_in_with_its_holes_filled(
    kept: PlainStores, reader: Reader, home: Path
) -> None:
    assert "There is no template" in reader(".t")[0]
    folder = home / "templates"
    folder.mkdir()
    (folder / "dank.md").write_text("Dank je, {author}!\n\n{quote}\n", encoding="utf-8")
    (folder / "nee.md").write_text("Nee.", encoding="utf-8")
    assert reader(".t") == ["1: dank", "2: nee", "Type .t and a name or a number."]
    told = reader("Dag.", ".t dank")
    assert told == ["Dank je, Marijke!", "", "> Bij ons zitten er elk jaar merels in."]
    reader(".t 2", ".")
    (draft,) = DraftStore(kept.drafts.folder).all()
    assert draft.body == (
        "Dag.\n\nDank je, Marijke!\n\n> Bij ons zitten er elk jaar merels in.\n\nNee.\n"
    )


def test_what_is_answered_is_quoted_and_a_dot_more_is_text(
    kept: PlainStores, reader: Reader
) -> None:
    assert reader(".q") == ["> Bij ons zitten er elk jaar merels in."]
    reader("..q", "..t dank", ".")
    (draft,) = DraftStore(kept.drafts.folder).all()
    assert draft.body.endswith("merels in.\n\n.q\n.t dank\n")


def test_misspelt_words_come_with_what_may_have_been_meant(home: Path, reader: Reader) -> None:
    script(
        home / "bin",
        "aspell",
        "[ $1 = dicts ] && echo nl && exit\necho '@(#)'\nwhile read -r line; do\n"
        "[ $line = ^merls ] && echo '& merls 1 1: merels' || echo '*'\necho\ndone",
    )
    reader("De merls", ".")
    reader("e")
    assert reader(".s") == ["merls: merels"]


def test_without_a_checker_it_says_what_to_install(reader: Reader) -> None:
    (told,) = reader("woord", ".s")
    assert told.endswith("aspell or hunspell is not installed; install it with a dictionary.")


def test_a_reply_that_has_left_is_begun_anew_after_a_yes(kept: PlainStores, reader: Reader) -> None:
    reader("Weg is weg.", ".")
    (draft,) = kept.drafts.all()
    kept.drafts.mark(draft.id, DraftState.SENT)
    reader("article", "comments")
    assert reader("e") == [
        "This reply has left: Sent. Begin a new draft with its text?",
    ]
    reader("y", "En meer.", ".")
    bodies = {each.state: each.body for each in kept.drafts.all()}
    assert bodies == {
        DraftState.SENT: "Weg is weg.\n",
        DraftState.DRAFT: "Weg is weg.\nEn meer.\n",
    }


def test_a_draft_in_the_outbox_says_so(kept: PlainStores, reader: Reader) -> None:
    reader("Klaar.", ".")
    (draft,) = kept.drafts.all()
    kept.drafts.mark(draft.id, DraftState.READY)
    told = reader("e")
    assert told[1] == "It is ready, in the outbox; a change makes it a draft again."


def test_of_two_texts_the_writer_says_which_goes_on(kept: PlainStores, reader: Reader) -> None:
    reader("Van mij.")
    other = DraftStore(kept.drafts.folder)
    (theirs,) = other.all()
    other.save(replace(theirs, body="Van hen.\n"))
    told = " ".join(reader("Meer."))
    assert "Another program changed this draft" in told
    assert reader(".d") == ["Van hen."]
    assert reader(".both") == ["Both are drafts now; D lists them."]
    assert {draft.body for draft in other.all()} == {"Van mij.\nMeer.\n", "Van hen.\n"}
    assert reader(".mine") == ["No other program has changed this draft."]


def test_an_editor_that_empties_the_text_is_asked_about(
    home: Path, kept: PlainStores, reader: Reader
) -> None:
    reader("Blijf.")
    script(home / "bin", "leeg", ': > "$1"')
    assert reader(".e")[-1] == "The editor gave back an empty text. Empty the draft?"
    assert reader("n") == ["Nothing was done."]
    (draft,) = kept.drafts.all()
    assert draft.body == "Blijf.\n"
