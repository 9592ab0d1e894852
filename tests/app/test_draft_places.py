"""Drafts in the tree: under what they answer, also after the page has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.app.pages import URL, Reply, page
from tests.app.reading import notices, press, reader, reading, screen_text, thread
from tui.app.layout.comments import DraftItem
from tui.app.services import Services
from tui.parse import parse_page
from tui.store.draft import Delivery, Draft, DraftState, Outcome
from tui.store.writing import page_ref, parent_ref

SIZE = (140, 60)


@pytest.fixture
def online_draft(services: Services, online: Path) -> Draft:
    """A draft that answers Sjoerd, on the page with an address."""
    opened = parse_page(online.read_bytes(), url=None, content_type=None)
    assert opened.thread is not None
    parent = parent_ref(opened.thread.comments[1])
    assert parent is not None
    return services.drafts.create(page_ref(opened, str(online)), parent, "Vier nesten.")


def change(path: Path, *, html: str | None = None, **words: str) -> None:
    """Change words of a saved page, or the whole of it."""
    text = html or path.read_text()
    for before, after in words.items():
        assert before in text
        text = text.replace(before, after)
    path.write_text(text)


def neighbours(text: str) -> tuple[int, int, int]:
    """Where Sjoerd's words, the draft and those of the next comment are."""
    return text.index("nesten telt u?"), text.index("Vier nesten."), text.index("Dit jaar drie.")


async def test_a_draft_stands_under_what_it_answers_on_another_page_of_comments(
    services: Services, online: Path, online_draft: Draft
) -> None:
    change(online, html=page(url=f"{URL}comment-page-2/"))
    async with reading(services, online, SIZE) as pilot:
        await press(pilot, "tab")
        text = screen_text(pilot.app)
        assert list(neighbours(text)) == sorted(neighbours(text))
        assert f"draft to Sjoerd, {len(online_draft.body.splitlines())} line" in text


async def test_a_comment_that_was_numbered_anew_is_found_by_its_words(
    services: Services, online: Path, online_draft: Draft
) -> None:
    change(online, **{"comment-3": "comment-93", "comment-2": "comment-3"})
    async with reading(services, online, SIZE) as pilot:
        text = screen_text(pilot.app)
        assert list(neighbours(text)) == sorted(neighbours(text))
        assert thread(pilot).reading.drafts[0].parent == "3"
        assert "was edited" not in text
        assert online_draft.parent is not None
        assert online_draft.parent.key == "2"


async def test_what_was_edited_is_told_and_shown(
    services: Services, online: Path, online_draft: Draft
) -> None:
    change(online, **{"Hoeveel nesten telt u?": "Hoeveel nesten telt u dit voorjaar?"})
    async with reading(services, online, SIZE) as pilot:
        assert "what it answers was edited" in " ".join(screen_text(pilot.app).split())
        await press(pilot, "D", "o", "C")
        text = screen_text(pilot.app)
        assert "What this draft answers was edited." in text
        assert "Hoeveel nesten telt u?" in text
        assert "dit voorjaar" in text
        await press(pilot, "escape", "e")
        assert "was edited since it was begun" in notices(pilot.app)
        assert reader(pilot).composer is not None
        assert services.drafts.get(online_draft.id).body == online_draft.body


async def test_what_is_gone_is_kept_with_the_draft_that_still_opens(
    services: Services, online: Path, online_draft: Draft
) -> None:
    change(online, html=page(comments=(Reply("Kees", "Heel iets anders."),), url=URL))
    async with reading(services, online, SIZE) as pilot:
        await press(pilot, "tab")
        text = " ".join(screen_text(pilot.app).split())
        assert "what it answers is gone" in text
        assert "Hoeveel nesten telt u?" in text
        assert text.index("Vier nesten.") < text.index("Heel iets anders.")
        thread(pilot).go_to_draft(online_draft.id)
        await press(pilot, "enter")
        composer = reader(pilot).composer
        assert composer is not None
        assert composer.text.text == "Vier nesten."
        assert composer.writing.parent == online_draft.parent


async def test_several_drafts_stand_on_one_comment_in_the_order_they_were_begun(
    services: Services, online: Path, online_draft: Draft
) -> None:
    services.drafts.create(online_draft.page, online_draft.parent, "Of toch vijf.")
    async with reading(services, online, SIZE) as pilot:
        items = [item for item in thread(pilot).stack.items if isinstance(item, DraftItem)]
        assert [item.body for item in items] == ["Vier nesten.", "Of toch vijf."]
        await press(pilot, "D", "x", "y", "q")
        assert "Of toch vijf." not in screen_text(pilot.app)


STATES = [
    (DraftState.READY, None, "ready"),
    (DraftState.SENDING, None, "being sent"),
    (DraftState.SENT, Outcome.HELD, "held for moderation"),
    (DraftState.HANDED_OVER, Outcome.HANDED_OVER, "handed over"),
    (DraftState.FAILED, Outcome.REFUSED, "refused"),
    (DraftState.UNKNOWN, Outcome.UNKNOWN, "no answer"),
]


def put(
    services: Services, draft: Draft, state: DraftState, outcome: Outcome | None, **more: object
) -> None:
    """Put a draft in a state."""
    delivery = None if outcome is None else Delivery(outcome, services.clock(), URL)
    services.drafts.mark(draft.id, state, delivery and replace(delivery, **more))


@pytest.mark.parametrize(("state", "outcome", "words"), STATES)
async def test_the_state_is_told_in_words(
    services: Services,
    online: Path,
    online_draft: Draft,
    state: DraftState,
    outcome: Outcome | None,
    words: str,
) -> None:
    put(services, online_draft, state, outcome)
    async with reading(services, online, SIZE) as pilot:
        (line,) = [
            each for each in screen_text(pilot.app).splitlines() if "reply to Sjoerd" in each
        ]
        assert words in line


async def test_a_reply_that_is_in_the_thread_stands_as_that_comment(
    services: Services, online: Path, online_draft: Draft
) -> None:
    put(services, online_draft, DraftState.SENT, Outcome.PUBLISHED, key="7", seen=True)
    async with reading(services, online, SIZE) as pilot:
        text = screen_text(pilot.app)
        assert "Vier nesten." not in text
        (line,) = [each for each in text.splitlines() if "yours" in each]
        assert "Job" in line
        await press(pilot, "D")
        assert "Sent · 1" in screen_text(pilot.app)
        assert "Vier nesten." in screen_text(pilot.app)
        await press(pilot, "enter")
        assert thread(pilot).cursor_key == "7"
        assert reader(pilot).composer is None


async def test_a_draft_on_another_page_of_comments_opens_that_page(
    services: Services, online: Path, online_draft: Draft, tmp_path: Path
) -> None:
    link = f'<a href="{URL}comment-page-1/#comments">Oudere reacties</a>'
    more = f'<nav class="comment-navigation"><div class="nav-previous">{link}</div></nav>'
    newer = page(comments=(Reply("Kees", "Heel iets anders."),), url=f"{URL}comment-page-2/")
    second = tmp_path / "tweede.html"
    second.write_text(newer.replace("</ol></div>", f"</ol>{more}</div>"))
    async with reading(services, second, (90, 40)) as pilot:
        await press(pilot, "tab")
        text = " ".join(screen_text(pilot.app).split())
        assert "what it answers is not among the comments here" in text
        await press(pilot, "D", "o")
        assert reader(pilot).source == str(online)
        assert thread(pilot).cursor_key == f"draft:{online_draft.id}"


async def test_the_library_counts_drafts_by_any_name_of_the_page(
    services: Services, online_draft: Draft
) -> None:
    address = f"{URL}comment-page-2/"
    services.library.opened(address, address, "De heg en de schaar", services.clock())
    assert online_draft.page.key == URL
    async with reading(services, None, (90, 30)) as pilot:
        assert "1 draft" in screen_text(pilot.app)
