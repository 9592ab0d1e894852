"""Formulas are read once, as their writer wrote them or on one line."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tui.model import blocks_text
from tui.parse import parse_page
from tui.parse.blocks import blocks_of

ROW = "<mrow><mi>c</mi><msup><mi>q</mi><mn>2</mn></msup></mrow>"
TEX = '<annotation encoding="application/x-tex">c q^2</annotation>'


def text(html: str) -> str:
    """The words of the blocks of a stretch of HTML."""
    body = LexborHTMLParser(html).body
    assert body is not None
    return blocks_text(blocks_of([body], None))


@pytest.mark.parametrize(
    "formula",
    [
        f"<math alttext='x'><semantics>{ROW}{TEX}</semantics></math>",
        f"<math alttext='{{\\displaystyle c q^2}}'>{ROW}</math>",
        (
            f"<span class='katex'><span><math><semantics>{ROW}{TEX}</semantics></math></span>"
            "<span class='katex-html' aria-hidden='true'>cq2</span></span>"
        ),
        "<script type='math/tex'>c q^2</script>",
        (
            "<span class='MathJax_Preview'></span>"
            "<span class='MathJax' id='MathJax-Element-7-Frame'><nobr>cq2</nobr></span>"
            "<script type='math/tex' id='MathJax-Element-7'>c q^2</script>"
        ),
        (
            "<span class='MathJax_Display'><span class='MathJax' id='MathJax-Element-8-Frame'>cq2"
            "</span></span><script type='math/tex' id='MathJax-Element-8'>c q^2</script>"
        ),
        "<img class='latex' alt='c q^2' src='https://pictures.example/latex.php?latex=c'>",
        (
            "<span style='display: none'><math><mi>c</mi></math></span>"
            "<img class='mwe-math-fallback-image-inline' alt='{\\displaystyle c q^2}' src='/c.svg'>"
        ),
    ],
)
def test_a_formula_is_its_source_wherever_the_page_keeps_it(formula: str) -> None:
    assert text(f"<p>The cost is {formula} a day.") == "The cost is c q^2 a day."


@pytest.mark.parametrize(
    ("mathml", "line"),
    [
        (ROW, "cq^2"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>12</mn></mfrac>", "(a+b)/12"),
        ("<mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac>", "n¦k"),
        ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "√(x+1)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "√(3&x)"),
        (
            (
                "<munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi>"
                "</munderover><msub><mi>a</mi><mi>k</mi></msub>"
            ),
            "∑_(k=1)^n a_k",
        ),
        ("<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>", "sin x"),
        ("<mtext>for</mtext><mi>x</mi><mo>≠</mo><mn>0</mn>", "for x≠0"),
        (
            (
                "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr>"
                "<mtr><mtd><mn>0</mn></mtd><mtd><mi>z</mi></mtd></mtr></mtable>"
            ),
            "(1 0; 0 z)",
        ),
        ("<mfenced><mi>x</mi><mi>y</mi></mfenced>", "(x,y)"),
    ],
)
def test_mathml_without_a_source_is_written_on_a_line(mathml: str, line: str) -> None:
    assert text(f"<p><math>{mathml}</math>") == line


def test_a_formula_set_apart_stands_on_a_line_of_its_own() -> None:
    assert text(
        "<p>Since <script type='math/tex; mode=display'>a = b</script> we have"
        "<math display='block'><mi>b</mi></math> too."
    ).split("\n") == ["Since", "a = b", "we have", "b", "too."]


def test_other_scripts_and_pictures_are_no_formulas() -> None:
    assert text("<p>One <script type='text/x-template'>two</script>three.") == "One three."
    assert "gloves" not in text("<p>Wear <img src='/latex-gloves.jpg' alt='gloves'> here.")


def test_formulas_drawn_by_mathjax_stay_in_the_article() -> None:
    drawn = (
        "<mjx-container class='MathJax CtxtMenu_Attached_0' jax='CHTML'><mjx-math></mjx-math>"
        f"<mjx-assistive-mml><math>{ROW}</math></mjx-assistive-mml></mjx-container>"
    )
    words = "The cost of a garden grows with the square of its paths, as everybody knows. " * 4
    page = parse_page(f"<h1>Paths</h1><p>{words}<p>So it is {drawn} in all.<p>{words}".encode())
    assert "So it is cq^2 in all." in blocks_text(page.article.blocks)


def test_a_formula_without_end_is_read() -> None:
    deep = "<mrow>" * 60_000 + "<mi>x</mi>"
    assert text(f"<p>Deep <math>{deep}</math>").startswith("Deep")
    assert text("<p><math>" + "<mi>x</mi>" * 5_000 + "</math>").count("x") == 5_000
