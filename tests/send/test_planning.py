"""What would be sent is told whole before it is; and so is why it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.send import sites
from tests.send.desks import WRITER, Desk
from tests.send.sites import Reply, blog
from tui.errors import SendError
from tui.store.draft import PageRef, ParentRef

FEMKE = ParentRef("comment-1", "Femke", text="Wie loopt er zondag mee langs de dijk?")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


async def test_every_field_is_told_in_order_and_nothing_has_left(desk: Desk) -> None:
    with blog() as site:
        plan = await desk.plan(desk.draft(site.url, "Ik *loop* mee.", FEMKE))
        assert site.posted == []
    assert plan.address == f"{site.base}/comments/post"
    assert plan.page == site.url
    told = [(entry.name, entry.value, entry.shown) for entry in plan.entries]
    assert told == [
        ("comment", "Ik *loop* mee.", True),
        ("author", "Jos Veldwijk", True),
        ("email", "jos@voorbeeld.example", True),
        ("website2", "", False),
        ("token", "t-1", False),
        ("parent", "1", False),
        ("post", "Post Comment", False),
    ]
    assert WRITER.email not in "".join(p.read_text() for p in desk.store.folder.glob("*.md"))


async def test_cookies_of_the_page_go_with_it(desk: Desk) -> None:
    with blog(page_headers={"Set-Cookie": "csrf=abc; Path=/; HttpOnly"}) as site:
        plan = await desk.plan(desk.draft(site.url, "Dag."))
        assert plan.cookies == (("csrf", "abc"),)
        await desk.outbox.send(plan)
        assert site.headers["Cookie"] == "csrf=abc"
        assert site.headers["Referer"] == site.url
        assert site.headers["Origin"] == site.base


async def test_an_answer_is_asked_for_as_a_page_and_not_as_data(desk: Desk) -> None:
    with blog() as site:
        await desk.send(site.url, "Dag.")
        assert site.headers["Accept"].startswith("text/html")
        assert "json" not in site.headers["Accept"]


async def test_another_host_is_told_and_learns_no_cookie_and_no_page(desk: Desk) -> None:
    with blog() as there, blog(page_headers={"Set-Cookie": "csrf=abc; Path=/"}) as site:
        site.action = there.base.replace("127.0.0.1", "localhost") + "/comments/post"
        plan = await desk.plan(desk.draft(site.url, "Dag."))
        assert plan.notes == ("It goes to localhost, not to 127.0.0.1, the host of the page.",)
        assert plan.cookies == ()
        await desk.outbox.send(plan)
        assert "Cookie" not in there.headers
        assert "Referer" not in there.headers
        assert there.headers["Origin"] == site.base


async def test_a_parent_with_another_number_by_now_is_found(desk: Desk) -> None:
    moved = sites.FEMKE._replace(id=7)
    with blog(comments=[Reply(1, "Kees", "Eerst ik, en dan de hele rest."), moved]) as site:
        plan = await desk.plan(desk.draft(site.url, "Ik.", FEMKE))
        assert plan.parent == "comment-7"


async def test_an_edited_parent_is_told(desk: Desk) -> None:
    edited = sites.FEMKE._replace(text="Wie loopt er zaterdag mee langs de dijk?")
    with blog(comments=[edited, sites.KEES]) as site:
        plan = await desk.plan(desk.draft(site.url, "Ik.", FEMKE))
        assert plan.notes == ("What it answers was edited.",)


async def test_a_parent_that_is_gone_is_an_obstacle(desk: Desk) -> None:
    with blog(comments=[sites.KEES, Reply(5, "Anja", "Iets anders dan dat.")]) as site:
        obstacle = await desk.obstacle(desk.draft(site.url, "Ik.", FEMKE))
    assert obstacle.sentence == "The comment of Femke that it answers is not on the page any more."
    assert obstacle.address == site.url


@pytest.mark.parametrize(
    ("wishes", "sentence"),
    [
        ({"fields": "<div class='g-recaptcha' data-sitekey=x></div>"}, "captcha"),
        ({"form": "<p>Comments are closed.</p>"}, "closed"),
        ({"form": "<p>Niets.</p>"}, "no form that takes replies"),
        ({"fields": "<label for=c>City</label><input id=c name=city required>"}, "“City”"),
    ],
)
async def test_why_a_page_takes_no_reply(desk: Desk, wishes: dict[str, str], sentence: str) -> None:
    with blog(**wishes) as site:
        obstacle = await desk.obstacle(desk.draft(site.url, "Dag."))
        assert sentence in obstacle.sentence
        assert obstacle.address == site.url
        assert site.posted == []


async def test_a_form_that_would_put_the_reply_into_an_address_is_not_used(desk: Desk) -> None:
    with blog(form="<form id=commentform method=get action=/c><textarea name=comment>") as site:
        assert "into an address" in (await desk.obstacle(desk.draft(site.url, "Dag."))).sentence


async def test_a_text_that_is_too_long_is_told_by_how_much(desk: Desk) -> None:
    with blog() as site:
        site.form = site.form.replace("<textarea", "<textarea maxlength=10")
        obstacle = await desk.obstacle(desk.draft(site.url, "Twaalf teken"))
    assert obstacle.too_long == 2


async def test_nothing_written_is_nothing_to_send(desk: Desk) -> None:
    with blog() as site:
        assert "Nothing is written" in (await desk.obstacle(desk.draft(site.url, " \n"))).sentence


async def test_a_page_from_a_file_that_tells_no_address_cannot_be_answered(desk: Desk) -> None:
    draft = desk.store.create(PageRef("sha256:1", "/home/jos/dijk.html", "De dijk"), None, "Dag.")
    assert "opened from a file" in (await desk.obstacle(draft)).sentence


async def test_a_saved_page_is_answered_at_the_address_that_it_tells(desk: Desk) -> None:
    with blog() as site:
        draft = desk.store.create(PageRef(site.url, "/home/jos/dijk.html", "De dijk"), None, "Dag.")
        assert (await desk.plan(draft)).page == site.url


async def test_a_server_that_is_down_and_offline_are_told(desk: Desk, tmp_path: Path) -> None:
    with blog() as site:
        pass
    with pytest.raises(SendError, match="refuses the connection"):
        await desk.plan(desk.draft(site.url, "Dag."))
    offline = Desk(tmp_path / "off", offline=True)
    with pytest.raises(SendError, match="runs offline"):
        await offline.plan(offline.draft(site.url, "Dag."))


async def test_the_same_words_on_the_page_are_told(desk: Desk) -> None:
    own = Reply(3, "Jos Veldwijk", "Ik loop mee.")
    with blog(comments=[sites.FEMKE, sites.KEES, own]) as site:
        plan = await desk.plan(desk.draft(site.url, "Ik loop mee!"))
        assert plan.notes == ("The page has a comment with the same words already.",)
        assert plan.known == ("comment-3",)
