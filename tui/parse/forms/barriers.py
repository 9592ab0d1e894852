"""What keeps a form from being sent by anything but a browser with a person before it.

Riddles for people are told by the fields and elements of the services and plug-ins that set them,
and by sums and pictures beside a field; a script's part by fields that only a script fills in, by
an address that only a script gives, and by a notice for browsers without scripts. What Akismet's
script adds is left out: the form is taken without it.

Sources: the manuals of reCAPTCHA, hCaptcha, Turnstile, Friendly Captcha, mCaptcha and ALTCHA;
Drupal's modules captcha, antibot and honeypot; the WordPress plug-ins Really Simple CAPTCHA, SI
CAPTCHA, Captcha (BestWebSoft), CleanTalk, WP Hashcash and wpDiscuz.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from selectolax.lexbor import LexborNode

from tui.model import Barrier
from tui.parse.forms.caption import holders
from tui.parse.forms.fields import Control, is_button, only_previews
from tui.parse.patterns import regex
from tui.parse.threads.nodes import ancestors, attribute, line_of, select
from tui.parse.words import is_login_notice, is_riddle

MAX_BOX = 200
"""What stands around one field of a form is shorter than this many characters."""

MAX_LOOKED_AT = 200
"""How many pictures and notices of a form are looked at."""

_SERVICES = (
    ".g-recaptcha, .h-captcha, .cf-turnstile, .frc-captcha, .mcaptcha__widget, altcha-widget, "
    "cap-widget, .mtcaptcha, .geetest_captcha, .smart-captcha, "
    "iframe[src*='/recaptcha/'], iframe[src*='hcaptcha.com'], script[src*='/recaptcha/'], "
    "script[src*='hcaptcha.com/'], script[src*='challenges.cloudflare.com/turnstile'], "
    "[data-sitekey], [data-drupal-selector*='captcha'], fieldset.captcha, #captcha, .captcha"
)
"""What the services have sites put into a form, and what Drupal and others call theirs."""

_TOKENS = regex(
    r"^(?:g-recaptcha(?:-response.*)?|h-captcha-response|cf-turnstile-response|frc-captcha-.*"
    r"|mcaptcha__token|altcha|cap-token|mtcaptcha-.*|recaptcha_.*|captcha_(?:sid|token|response)"
    r"|captcha-(?:sid|token|response)|cptch_.*|si_captcha.*|si_code.*|captcha_prefix)$",
    re.IGNORECASE,
)
"""Fields that riddles have whether people see them or not."""

_ANSWERS = regex(
    r"captcha|captch|securimage|secur(?:ity)?[-_]?(?:code|image|question)|sec[-_]?code|vercode"
    r"|(?:verif(?:y|ication)?|validat(?:e|ion)|confirm|check|auth|image)[-_]?(?:code|image)"
    r"|(?:anti|no|is)[-_]?(?:spam|bot|robot)|spam[-_]?(?:check|question|answer|protect)"
    r"|(?:not|am|are)[-_]?(?:a[-_]?)?(?:ro)?bot|human(?:[-_]?(?:check|test|verif)|$)"
    r"|^(?:mcspvalue|hotcha|turing|riddle|quiz|sum|som|math[-_]?(?:answer|result|quiz|captcha)?)$",
    re.IGNORECASE,
)
"""Fields that people fill with the answer of a riddle, by their name, id or label's."""

_FILLED = frozenset({"text", "number", "tel", "search", "checkbox", "textarea", "select"})
_PLAIN = regex(
    r"author|name|e?-?mail|^url$|website|homepage|site|subject|title|comment|phone|company|city",
    re.IGNORECASE,
)
"""What fields that are no answers are called."""

_PICTURE = regex(
    r"captcha|securimage|sec(?:urity)?[-_]?code|seccode|vercode|verif|vcode|checkcode|authimage"
    r"|auth[-_]?code|code[-_]?image|imagecode|randomimage|antispam|turing",
    re.IGNORECASE,
)
_NAMED = ("src", "id", "class", "alt")
"""Attributes of a picture that tell what it is."""

_MADE = regex(
    r"^(?:antibot_key|ct_checkjs.*|apbct_.*|ct_bot_detector.*|.*hashcash.*|wphc_.*|wpdiscuz_.*"
    r"|js_?(?:token|check|enabled)|javascript_?(?:check|enabled)|jstoken|nojs|no_js|gasp_.*)$",
    re.IGNORECASE,
)
"""Fields that hold what only a script puts there."""

_BY_SCRIPT = ".wpd_comm_form, .wc_comm_form, .antibot, .antibot-no-js"
_NEVER_SENT = regex(r"return\s+false\s*;?\s*$|preventDefault\s*\(", re.IGNORECASE)
_NOWHERE = regex(r"^(?:#?|javascript:.*|about:.*|data:.*)$", re.IGNORECASE | re.DOTALL)
_QUESTIONS = ("?", "\uff1f", "\u061f")
"""The question marks of all scripts: of Latin, of Chinese and Japanese, of Arabic."""

_LOGIN = ".must-log-in, .comment-login-required, .wpd-login-to-comment"
_SCRIPT_WORD = "javascript"


class Way(Struct, frozen=True):
    """A form on its way to be sent.

    Attributes:
        form: Its element.
        controls: Its controls.
        action: What its action says, as the page writes it.
        method: How it is sent.
    """

    form: LexborNode
    controls: Sequence[Control]
    action: str
    method: str


def leads_nowhere(way: Way) -> bool:
    """Whether a form has no address of its own, and is not plainly sent to its page either."""
    action = way.action.strip()
    if not action and way.method == "post":
        return False
    return bool(_NOWHERE.match(action))


def barriers_of(way: Way) -> tuple[Barrier, ...]:
    """What bars the way of a form, in the order of the kinds."""
    found = {
        Barrier.CAPTCHA: _sets_riddle,
        Barrier.LOGIN: _wants_login,
        Barrier.SCRIPT: _needs_script,
        Barrier.PREVIEW: _shows_preview_first,
    }
    return tuple(barrier for barrier, is_there in found.items() if is_there(way))


def _shows_preview_first(way: Way) -> bool:
    return only_previews(way.controls)


def _sets_riddle(way: Way) -> bool:
    if any(_TOKENS.search(name) for name in _names(way.controls)):
        return True
    if select(way.form, _SERVICES):
        return True
    seen = list(_fillable(way.controls))
    if any(_is_answer(control) for control in seen):
        return True
    return any(_is_odd(control) for control in seen) and _shows_picture(way.form)


def _names(controls: Iterable[Control]) -> Iterator[str]:
    return (control.field.name for control in controls if control.field is not None)


def _fillable(controls: Iterable[Control]) -> Iterator[Control]:
    """The controls that people see and fill in."""
    for control in controls:
        if control.field is not None and control.field.shown and control.kind in _FILLED:
            yield control


def _is_answer(control: Control) -> bool:
    """Whether a field takes the answer of a riddle.

    Its name says so, or there is a sum beside it, or it has to be filled and asks a question.
    """
    if control.field is None:
        return False
    if _ANSWERS.search(control.field.name) or _ANSWERS.search(attribute(control.node, "id")):
        return True
    if not _is_odd(control):
        return False
    asked = control.field.required and control.field.label.endswith(_QUESTIONS)
    return asked or is_riddle(control.field.label) or is_riddle(_beside(control.node))


def _is_odd(control: Control) -> bool:
    """Whether a field of one line is none of those that every form has."""
    if control.field is None or control.kind in {"textarea", "checkbox", "select"}:
        return False
    return not _PLAIN.search(control.field.name)


def _beside(node: LexborNode) -> str:
    """The words around a field, as far as they are its own."""
    words = ""
    for at, _ in zip(ancestors(node), range(3), strict=False):
        line = line_of(at)
        if at.tag == "form" or len(line) > MAX_BOX:
            break
        words = line
    return words


def _shows_picture(form: LexborNode) -> bool:
    """Whether a form has a picture that is called, or made by, what such pictures are."""
    return any(
        _PICTURE.search(" ".join(attribute(image, name)[:500] for name in _NAMED))
        for image in select(form, "img")[:MAX_LOOKED_AT]
    )


def _wants_login(way: Way) -> bool:
    return any(
        select(around, _LOGIN) or any(map(is_login_notice, _short_lines(around, "p, .alert")))
        for around in (way.form, *holders(way.form)[:1])
    )


def _short_lines(node: LexborNode, selector: str) -> Iterator[str]:
    for element in select(node, selector)[:MAX_LOOKED_AT]:
        line = line_of(element)
        if 0 < len(line) <= MAX_BOX:
            yield line


def _needs_script(way: Way) -> bool:
    names = " ".join((attribute(way.form, "class"), attribute(way.form, "id")))
    if any(_MADE.search(name) for name in _names(way.controls)) or "antibot" in names:
        return True
    if way.form.css_matches(_BY_SCRIPT) or "/antibot" in way.action:
        return True
    if _NEVER_SENT.search(attribute(way.form, "onsubmit")):
        return True
    if leads_nowhere(way) or _has_scripted_button(way.controls):
        return True
    return any(
        _SCRIPT_WORD in (notice.text() or "").casefold()
        for notice in select(way.form, "noscript")[:MAX_LOOKED_AT]
    )


def _has_scripted_button(controls: Sequence[Control]) -> bool:
    """Whether the only buttons of a form are such as do nothing without a script."""
    return any(one.kind == "button" for one in controls) and not any(map(is_button, controls))
