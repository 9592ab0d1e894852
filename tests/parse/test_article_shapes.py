"""Articles whose parts lie apart in the page: answers that fold, labels that head text."""

from __future__ import annotations

import pytest

from tests.parse.test_article import ASIDE, LONG, LONG_PARAGRAPHS, lines
from tui.model import Paragraph
from tui.parse import parse_page

SAID = "Wie voor zessen op het strand is, ziet het zoals het altijd was, en heeft niets nodig."
MORE = "Wie later komt, vindt de karren van de ijsverkopers en de eerste rij badhokjes al bezet."
THIRD = "En wie na tienen komt, kan net zo goed thuisblijven, want dan is de zee van de stad."
TITLE = "<h1>Vroeg aan zee</h1>"


@pytest.mark.parametrize(
    "button",
    [
        "<button aria-expanded=false>Mag de hond mee?<i>+</i></button>",
        "<button aria-controls=a1>Mag de hond mee?</button>",
        "<button><h3>Mag de hond mee?</h3></button>",
        "<h3><button>Mag de hond mee?</button></h3>",
        "<summary>Mag de hond mee?</summary>",
    ],
)
def test_the_questions_over_folded_answers_are_read(button: str) -> None:
    answer = f"<div><div>{button}</div><div id=a1><p>{SAID}</p></div></div>"
    found = lines(f"<article>{LONG_PARAGRAPHS}{answer}</article>")
    assert [line.rstrip("+") for line in found[-2:]] == ["Mag de hond mee?", SAID]


def test_buttons_that_are_controls_are_still_left_out() -> None:
    controls = "<button aria-expanded=false>Menu</button><button>Nog vragen?</button>"
    assert lines(f"<article>{LONG_PARAGRAPHS}{controls}</article>") == LONG


def test_a_button_that_is_a_word_of_a_sentence_is_read() -> None:
    word = "<span><button aria-haspopup=dialog>vloed</button></span>"
    found = lines(f"<article>{LONG_PARAGRAPHS}<p>Wie de{word} niet kent, wacht.</p></article>")
    assert found == [*LONG, "Wie de vloed niet kent, wacht."]
    mark = "<sup><button class='footnote__button'>1</button></sup>"
    assert f"{SAID}1" in lines(f"<article>{LONG_PARAGRAPHS}<p>{SAID}{mark}</p></article>")
    keys = "<p>Klik dan <button>hier</button> <button>daar</button></p>"
    assert lines(f"<article>{LONG_PARAGRAPHS}{keys}</article>") == [*LONG, "Klik dan"]


@pytest.mark.parametrize("hiding", ["hidden", "style='display: none'"])
@pytest.mark.parametrize(
    "kind",
    [
        "role=region aria-labelledby=h1",
        "role=tabpanel aria-labelledby=h1",
        "class=callout-content",
        "class='x faq__answer'",
    ],
)
def test_a_folded_answer_is_read(hiding: str, kind: str) -> None:
    panel = f"<div {hiding} {kind}><p>{SAID}</p></div>"
    heading = "<h3 id=h1><button>Wie mag mee</button></h3>"
    found = lines(f"<article>{LONG_PARAGRAPHS}{heading}{panel}</article>")
    assert found == [*LONG, "Wie mag mee", SAID]


@pytest.mark.parametrize("name", ["no-sidebar", "sidebar-enabled--false", "has-share-buttons"])
def test_a_class_that_says_what_a_part_has_does_not_say_what_it_is(name: str) -> None:
    intro = f"<div class='{name}'><p>{SAID}</p><p>{MORE}</p></div>"
    assert lines(f"<article>{intro}{LONG_PARAGRAPHS}</article>") == [SAID, MORE, *LONG]


def test_a_label_of_some_box_may_head_the_last_section() -> None:
    section = f"<h2>Next</h2><p>{SAID}</p><p>{MORE}</p><p>{THIRD}</p>"
    assert lines(f"<article>{LONG_PARAGRAPHS}{section}</article>") == [
        *LONG, "Next", SAID, MORE, THIRD,
    ]  # fmt: skip


def test_the_life_of_the_author_is_left_out_however_long_it_is() -> None:
    life = f"<h2>About the author</h2><p>{SAID}</p><p>{MORE}</p><p>{ASIDE}</p>"
    long = LONG_PARAGRAPHS * 2
    assert lines(f"<article>{long}{life}</article>")[-1] == LONG[-1]


@pytest.mark.parametrize(
    "line",
    [
        "3 mei 2024",
        "Geplaatst op 3 mei 2024",
        "Geschreven door: Anna Visser",
        "By Anna Visser",
        "Door Anna Visser en Bram de Wit",
        "5 min read",
        "Tiempo de lectura: 6 min",
        "28.4.2023 18:41 Uhr",
        "Do 25.04.24 | 14:07 Uhr | Von Anna Visser",
        "9. September 2025 um 15:46 Uhr / Anna Visser",
        "5 gennaio 2025 (modifica il 6 gennaio 2025 | 15:24)",
        "2025年1月14日 01時28分 (1月14日 01時40分更新)",
        "Thu 3 Jan 2019 02.00 EST Last modified on Wed 16 Jan 2019 06.16 EST",
    ],
)
def test_when_and_by_whom_it_was_written_is_no_part_of_the_text(line: str) -> None:
    assert lines(f"<article>{TITLE}<p>{line}</p>{LONG_PARAGRAPHS}</article>") == LONG
    assert lines(f"<article>{LONG_PARAGRAPHS}<p>{line}</p></article>") == LONG


@pytest.mark.parametrize(
    "line",
    [
        "<p>Anna Visser</p>",
        "<ul><li>Anna Visser<li>Bram de Wit</ul>",
        "<p>Anna Visser, Senior Writer, and Bram de Wit, Editor at Zee</p>",
        "<img src=/a.jpg alt='Anna Visser'>",
        "<h6>Vrijdag 3 mei 2024</h6>",
    ],
)
def test_authors_and_dates_that_are_told_are_not_said_again_above_the_text(line: str) -> None:
    head = (
        "<title>Vroeg aan zee</title><meta name=author content='Anna Visser'>"
        "<meta name=author content='Bram de Wit'><meta name=date content=2024-05-03>"
    )
    page = f"<html lang=nl><head>{head}</head><body><article>{TITLE}{line}{LONG_PARAGRAPHS}"
    assert [type(block) for block in parse_page(page).article.blocks] == [Paragraph] * len(LONG)


@pytest.mark.parametrize("line", ["Anna Visser zag het zelf.", "Tom Reilly", "Anna en de zee"])
def test_a_line_with_more_than_the_author_is_text(line: str) -> None:
    head = "<title>Vroeg aan zee</title><meta name=author content='Anna Visser'>"
    assert lines(f"<article>{TITLE}<p>{line}</p>{LONG_PARAGRAPHS}", head) == [line, *LONG]


@pytest.mark.parametrize("around", ["<p>{}</p>", "<ul><li>{}</ul>"])
def test_so_is_it_between_the_lead_and_the_text(around: str) -> None:
    lead, picture = f"<p>{SAID} {MORE}</p>", "<figure><img src=/zee.jpg alt='De zee'></figure>"
    dated = around.format("3 mei 2024, 18:41 uur")
    found = lines(f"<article>{TITLE}{lead}{picture}{dated}{LONG_PARAGRAPHS}</article>")
    assert found == [f"{SAID} {MORE}", *LONG]


@pytest.mark.parametrize(
    "line", ["On 3 May 2024 the war ended.", "Bake for 20 min", "Van Haarlem naar Zandvoort"]
)
def test_sentences_with_a_date_or_some_minutes_are_text(line: str) -> None:
    assert lines(f"<article>{TITLE}<p>{line}</p>{LONG_PARAGRAPHS}</article>") == [line, *LONG]


def test_dates_and_names_within_the_text_stay() -> None:
    said = ["3 mei 2024", "Geschreven door: Anna Visser"]
    body = f"{LONG_PARAGRAPHS}<p>{said[0]}</p><p>{said[1]}</p><p>{SAID}</p>"
    assert lines(f"<article>{body}</article>") == [*LONG, *said, SAID]


def test_a_list_of_days_stays_where_it_begins_the_article() -> None:
    days = [f"{day} mei 2024" for day in range(3, 7)]
    body = f"{''.join(f'<p>{day}</p>' for day in days)}{LONG_PARAGRAPHS}"
    assert lines(f"<article>{TITLE}{body}</article>") == [*days, *LONG]


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Facebook, Instagram and X for the latest news and updates.",
        "Volg ons op Instagram voor meer verhalen",
        "Suivez-nous sur Facebook",
        "Loading paragraph...",
        "Back to top",
        "Skip past newsletter promotion",
        "\u2191 Nach oben",
        "\u2709 Folgen Sie uns auf Facebook",
        "\u00ab Voir plus \u00bb",
        "-0:00",
        "Story continues below",
        "REKLAM",
        "More: <a href=https://a.nl/honden>De honden van het strand</a>",
        "For the latest from the sea, sign up for our newsletters.",
        "Table of Contents",
        "Inhoudsopgave",
    ],
)
def test_what_asks_to_follow_and_what_was_a_control_is_none_of_the_text(line: str) -> None:
    body = f"{LONG_PARAGRAPHS}<p>{line}</p><p>{SAID}</p>"
    assert lines(f"<article>{body}</article>") == [*LONG, SAID]


@pytest.mark.parametrize(
    "line", ["Follow us along the dunes to the lighthouse.", "Loading the boat takes an hour."]
)
def test_sentences_that_begin_so_stay(line: str) -> None:
    body = f"{LONG_PARAGRAPHS}<p>{line}</p><p>{SAID}</p>"
    assert lines(f"<article>{body}</article>") == [*LONG, line, SAID]


def test_a_list_of_contents_keeps_its_heading() -> None:
    contents = "<h2>Inhoudsopgave</h2><ul><li>De ochtend</li><li>De middag</li></ul>"
    found = lines(f"<article>{contents}{LONG_PARAGRAPHS}</article>")
    assert found[:3] == ["Inhoudsopgave", "De ochtend", "De middag"]


def test_a_sentence_before_code_that_is_nearly_all_of_the_post_is_read() -> None:
    code = "<div><div><pre><code>for dag in week:\n    strand(dag)</code></pre></div></div>"
    found = lines(f"<nav><a href=/>Thuis</a></nav><article><p>Zo dus:</p>{code}</article>")
    assert found == ["Zo dus:", "for dag in week:", "    strand(dag)"]


def test_a_heading_within_a_link_to_its_own_place_heads_the_text_under_it() -> None:
    heading = "<a href=#zee><div><div><h2 id=zee>Aan zee</h2></div></div></a>"
    found = lines(f"<article>{LONG_PARAGRAPHS}<section>{heading}<p>{SAID}</p></section></article>")
    assert found == [*LONG, "Aan zee", SAID]


def test_a_property_of_a_style_sheet_that_is_called_like_one_hides_nothing() -> None:
    called = f"<div style='--footer-display: none'><p>{SAID}</p></div>"
    assert lines(f"<article>{LONG_PARAGRAPHS}{called}</article>") == [*LONG, SAID]


@pytest.mark.parametrize("role", ["listbox", "toolbar", "menubar"])
def test_controls_are_none_of_the_text(role: str) -> None:
    control = f"<div role={role}><div>Node.js</div><div>Geen treffers</div></div>"
    assert lines(f"<article>{LONG_PARAGRAPHS}{control}</article>") == LONG


NOTE = (
    "<h5><a id=FOOT1 href='#DOC1'>(1)</a></h5><p><a href=https://zee.example/>zee.example</a></p>"
)
MARKED = f"{LONG_PARAGRAPHS}<p>{SAID}<a id=DOC1 href='#FOOT1'><sup>1</sup></a></p>"


@pytest.mark.parametrize(
    "around",
    [
        "<div class=footnotes-segment>{}</div>",
        "<div><div class='footnotes'>{}</div></div>",
        "<footer><section class='footnotes' role=doc-endnotes>{}</section></footer>",
    ],
)
def test_the_footnotes_below_the_article_are_read(around: str) -> None:
    notes = around.format(f"<h4>Voetnoten</h4>{NOTE}")
    found = lines(f"<div><article>{MARKED}</article></div>{notes}")
    assert found[-3:] == ["Voetnoten", "(1)", "zee.example"]


def test_footnotes_of_something_else_stay_outside() -> None:
    other = f"<div class=footnotes><p id=elders>{MORE}</p></div>"
    assert lines(f"<div><article>{LONG_PARAGRAPHS}</article></div>{other}") == LONG


@pytest.mark.parametrize(
    "aside",
    [
        f"<aside class=sidenote><p>{SAID}</p></aside>",
        f"<aside role=doc-footnote>{SAID}</aside>",
        f"<aside><ol start=2><li>{SAID}</li></ol></aside>",
    ],
)
def test_a_note_beside_its_paragraph_is_read(aside: str) -> None:
    found = lines(f"<article>{LONG_PARAGRAPHS}<p>{MORE}<sup>2</sup></p>{aside}<p>{THIRD}</article>")
    assert found[-3:] == [f"{MORE}2", SAID, THIRD]


def test_the_tags_of_latexml_are_read() -> None:
    tag = "<a href='#S2' class=ltx_ref><span class='ltx_text ltx_ref_tag'>2</span></a>"
    assert f"{SAID} Zie 2." in lines(
        f"<article>{LONG_PARAGRAPHS}<p>{SAID} Zie {tag}.</p></article>"
    )


def test_a_paragraph_after_a_heading_is_not_related_to_something_else() -> None:
    found = lines(
        f"<article><h2>Zee</h2><p class='h2-related'>{SAID}</p>{LONG_PARAGRAPHS}</article>"
    )
    assert SAID in found


@pytest.mark.parametrize(
    "line",
    [
        "Empfohlener redaktioneller Inhalt",
        "An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.",
        "Ich bin damit einverstanden, dass mir Inhalte von anderswo angezeigt werden.",
        "YouTube-Inhalte erlauben",
        "Please accept marketing cookies to watch this video.",
        "Deze video kan niet worden getoond zolang u geen cookies toestaat.",
        "We apologize, but this video has failed to load.",
        "Your browser does not support the audio element.",
        "Bei einem Kauf erhalten wir unter Umständen eine kleine Provision.",
        "Dieses Thema im Programm: Aan Zee, zondag om acht uur",
    ],
)
def test_what_stands_for_something_of_elsewhere_is_none_of_the_text(line: str) -> None:
    half = "".join(f"<p>{text}</p>" for text in LONG[:6])
    rest = "".join(f"<p>{text}</p>" for text in LONG[6:])
    assert lines(f"<article>{half}<p>{line}</p>{rest}</article>") == LONG


@pytest.mark.parametrize(
    "line",
    [
        "Allow the cookies to cool on the tray before you accept any.",
        "Wer verkauft, zahlt dem Makler eine Provision, und der Inhalt der Verträge ist bekannt.",
    ],
)
def test_sentences_with_such_words_stay(line: str) -> None:
    assert lines(f"<article>{LONG_PARAGRAPHS}<p>{line}</p>{LONG_PARAGRAPHS}</article>").count(line)


@pytest.mark.parametrize("label", ["Mehr zum Thema Strand", "Lees ook", "À lire également"])
def test_a_box_of_other_articles_goes_with_its_heading(label: str) -> None:
    box = f"<h3>{label}</h3><p><a href=/a>De honden van het strand</a></p>"
    assert lines(f"<article>{LONG_PARAGRAPHS}{box}</article>") == LONG


def test_the_headings_over_paragraphs_beside_code_are_read() -> None:
    code = f"<div><pre>{SAID * 4}</pre></div>"
    body = f"<h1>Zee</h1><h3>Eb</h3><p>{MORE}</p>{code}<h3>Vloed</h3><p>{THIRD}</p>"
    assert lines(f"<article>{body}</article>") == ["Eb", MORE, SAID * 4, "Vloed", THIRD]


@pytest.mark.parametrize("tag", ["p", "div", "h3", "span"])
def test_labels_for_screen_readers_are_none_of_the_text(tag: str) -> None:
    label = f"<{tag} class='visually-hidden'>Tekst van het artikel</{tag}>"
    first, second = ("".join(f"<p>{line}</p>" for line in part) for part in (LONG[:6], LONG[6:]))
    assert lines(f"<article>{label}{first}<section>{label}{second}</section></article>") == LONG


def test_short_boxes_in_a_table_above_the_text_are_no_labels() -> None:
    table = "<table><tr><td><div>Eb</div></td><td><div>06:10</div></td></tr></table>"
    assert lines(f"<article>{TITLE}{table}{LONG_PARAGRAPHS}</article>") == ["Eb 06:10", *LONG]
