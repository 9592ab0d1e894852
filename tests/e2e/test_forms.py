"""What the pages of a real WordPress tell of how they take replies."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.servers import CLOSED, DIKE, WordPress
from tests.send.desks import Desk
from tui.fetch import open_page
from tui.model import Barrier, Page


async def opened(server: WordPress, post: str) -> Page:
    return (await open_page(server.address + post)).page


async def test_form_and_reply_links_are_told_as_a_browser_has_them(wordpress: WordPress) -> None:
    page = await opened(wordpress, DIKE)
    assert page.form is not None
    assert page.form.barriers == ()
    fields = {field.name: field for field in page.form.fields}
    assert fields["comment"].limit == 65_525
    assert fields["wp-comment-cookies-consent"].on == "yes"
    assert [field.name for field in page.form.fields if field.pressed] == ["submit"]
    assert page.thread is not None
    links = {comment.key: comment.reply_url for comment in page.thread.comments}
    assert sum(link is None for link in links.values()) == 2  # the deepest level has none
    for key, link in links.items():
        assert link is None or f"replytocom={key}#respond" in link


async def test_page_that_wants_a_login_says_so(wordpress: WordPress, tmp_path: Path) -> None:
    wordpress.control("option", "comment_registration", "1")
    page = await opened(wordpress, DIKE)
    assert page.form is not None
    assert (page.form.action, page.form.barriers) == (None, (Barrier.LOGIN,))
    assert page.thread is not None
    assert {comment.reply_url for comment in page.thread.comments} == {None}
    desk = Desk(tmp_path / "home")
    obstacle = await desk.obstacle(desk.draft(wordpress.address + DIKE, "Mag ik ook?"))
    assert "logged in" in obstacle.sentence


async def test_closed_page_has_no_form(wordpress: WordPress, tmp_path: Path) -> None:
    assert (await opened(wordpress, CLOSED)).form is None
    desk = Desk(tmp_path / "home")
    obstacle = await desk.obstacle(desk.draft(wordpress.address + CLOSED, "Mag ik ook?"))
    assert "closed" in obstacle.sentence
