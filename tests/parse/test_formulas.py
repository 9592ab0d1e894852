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
        (
            "<span data-math='c q^2'><span class='katex'><span class='katex-html'"
            " aria-hidden='true'>cq2</span></span></span>"
        ),
        "<span class='inline' data-tex='$c q^2$'></span>",
        f"<span class='hurmet-tex' data-entry='c q^2'><math>{ROW}</math></span>",
        (
            "<span class='latex-rendered' data-component-name='LatexBlockToDOM'"
            """ data-attrs='{"persistentExpression": "c q^2", "id": "A"}'></span>"""
        ),
        f"<math data-latex='c q^2'>{ROW}</math>",
        (
            "<mjx-container jax='CHTML'><mjx-math data-latex='c q^2'><mjx-mi><mjx-c"
            " class='mjx-c63'></mjx-c></mjx-mi></mjx-math></mjx-container>"
        ),
        f"<span class='MathJax' data-mathml='<math alttext=\"c q^2\">{ROW}</math>'>cq2</span>",
        (
            "<span class='mjx-chtml'><span class='mjx-math' aria-label='c q^2'><span"
            " aria-hidden='true'>cq2</span></span></span>"
        ),
        "<span class='math inline'>\\(c q^2\\)</span>",
        "<img src='https://tex.example/svg.image?c%20q%5E2'>",
        "<img src='https://tex.example/png.latex?%5Cdpi%7B110%7D&space;c%20q^2' alt='equation'>",
        "<img src='https://tex.example/equation?tex=c+q%5E2' alt=''>",
        "<img src='https://tex.example/chart?cht=tx&chl=%5Clarge+c+q%5E2'>",
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
        (
            (
                "<mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd></mtr><mtr><mtd><mn>2</mn></mtd></mtr>"
                "</mtable><mo>]</mo>"
            ),
            "[1; 2]",
        ),
        ("<mover accent='true'><mi>x</mi><mo>~</mo></mover>", "x\u0303"),
        ("<msup><mi>f</mi><mo>′</mo></msup>", "f′"),
    ],
)
def test_mathml_without_a_source_is_written_on_a_line(mathml: str, line: str) -> None:
    assert text(f"<p><math>{mathml}</math>") == line


@pytest.mark.parametrize(
    ("spans", "line"),
    [
        (
            (
                "<span class='mord'><span class='mopen nulldelimiter'></span><span class='mfrac'>"
                "<span class='vlist-t vlist-t2'><span class='vlist-r'><span class='vlist'><span>"
                "<span class='pstrut'></span><span class='mord'>b</span></span><span><span"
                " class='frac-line'></span></span><span><span class='mord'>a</span><span"
                " class='mbin'>+</span><span class='mord'>1</span></span></span><span"
                " class='vlist-s'>\u200b</span></span></span></span></span>"
            ),
            "(a+1)/b",
        ),
        (
            (
                "<span class='mord'><span class='mord'>x</span><span class='msupsub'><span"
                " class='vlist-t'><span class='vlist-r'><span class='vlist'><span><span"
                " class='mord'>2</span></span></span></span></span></span></span>"
            ),
            "x^2",
        ),
        (
            (
                "<span class='mord'><span class='mord'>x</span><span class='msupsub'><span"
                " class='vlist-t vlist-t2'><span class='vlist-r'><span class='vlist'><span>i</span>"
                "<span>2</span></span></span></span></span></span>"
            ),
            "x_i^2",
        ),
        (
            (
                "<span class='mop op-limits'><span class='vlist-t vlist-t2'><span class='vlist-r'>"
                "<span class='vlist'><span><span class='mord'>k</span><span class='mrel'>=</span>"
                "<span class='mord'>1</span></span><span><span class='mop'>∑</span></span><span>n"
                "</span></span></span></span></span>"
            ),
            "∑_(k=1)^n",
        ),
        (
            (
                "<span class='mopen'>(</span><span class='mtable'><span class='col-align-c'><span"
                " class='vlist-t'><span class='vlist-r'><span class='vlist'><span>a</span><span>c"
                "</span></span></span></span></span><span class='arraycolsep'></span><span"
                " class='col-align-c'><span class='vlist-t'><span class='vlist-r'><span"
                " class='vlist'><span>b</span><span>d</span></span></span></span></span></span>"
                "<span class='mclose'>)</span>"
            ),
            "(a b; c d)",
        ),
    ],
)
def test_what_katex_drew_is_read_where_nothing_else_is_there(spans: str, line: str) -> None:
    drawn = f"<span class='katex'><span class='katex-html' aria-hidden='true'>{spans}</span></span>"
    assert text(f"<p>Here {drawn}.") == f"Here {line}."


@pytest.mark.parametrize(
    ("elements", "line"),
    [
        (
            (
                "<mjx-mfrac><mjx-frac><mjx-num><mjx-mn>1</mjx-mn></mjx-num><mjx-dbox><mjx-line>"
                "</mjx-line><mjx-den><mjx-mi>n</mjx-mi></mjx-den></mjx-dbox></mjx-frac></mjx-mfrac>"
            ),
            "1/n",
        ),
        (
            (
                "<mjx-msubsup><mjx-mi><mjx-c class='mjx-c1D70E'></mjx-c></mjx-mi><mjx-script>"
                "<mjx-mn><mjx-c class='mjx-c32'></mjx-c></mjx-mn><mjx-spacer></mjx-spacer><mjx-mi>"
                "<mjx-c class='mjx-c1D456'></mjx-c></mjx-mi></mjx-script></mjx-msubsup>"
            ),
            "σ_i^2",
        ),
        (
            (
                "<mjx-munderover><mjx-over><mjx-mi>n</mjx-mi></mjx-over><mjx-box><mjx-munder>"
                "<mjx-row><mjx-base><mjx-mo>∑</mjx-mo></mjx-base></mjx-row><mjx-row><mjx-under>"
                "<mjx-mi>i</mjx-mi></mjx-under></mjx-row></mjx-munder></mjx-box></mjx-munderover>"
            ),
            "∑_i^n",
        ),
        (
            (
                "<mjx-msqrt><mjx-sqrt><mjx-surd><mjx-mo>√</mjx-mo></mjx-surd><mjx-box><mjx-mi>n"
                "</mjx-mi></mjx-box></mjx-sqrt></mjx-msqrt>"
            ),
            "√n",
        ),
    ],
)
def test_what_mathjax_drew_is_read_where_nothing_else_is_there(elements: str, line: str) -> None:
    drawn = f"<mjx-container jax='CHTML'><mjx-math>{elements}</mjx-math></mjx-container>"
    assert text(f"<p>Here {drawn}.") == f"Here {line}."


def test_a_picture_whose_description_is_tex_is_a_formula() -> None:
    assert text("<p>So <img src='/a.svg' alt='\\frac{a}{b} &gt; 1'> holds.") == (
        "So \\frac{a}{b} > 1 holds."
    )
    assert "Users" not in text("<p>See <img src='/a.png' alt='C:\\Users\\ann\\beach'> here.")


def test_attributes_that_say_something_else_of_text_replace_none_of_it() -> None:
    assert text("<p data-math='true' class='x'>All of it.") == "All of it."
    assert text("<table><td data-formula='=A1+B1'>5<td>apples</table>") == "5 apples"


def test_a_formula_set_apart_stands_on_a_line_of_its_own() -> None:
    assert text(
        "<p>Since <script type='math/tex; mode=display'>a = b</script> we have"
        "<math display='block'><mi>b</mi></math> too."
    ).split("\n") == ["Since", "a = b", "we have", "b", "too."]
    assert text("<p>So <span class='math display'>\\[b\\]</span> too.").split("\n") == [
        "So",
        "b",
        "too.",
    ]


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
    for drawn in ("<span class='katex' data-tex='x'>", "<mjx-container>", "<div data-latex='y'>"):
        assert text(f"<p>Deep {drawn * 30_000}z").startswith("Deep")
