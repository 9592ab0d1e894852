"""Bytes to text: byte order mark, HTTP header, meta element, then detection.

The order and the labels are those of the WHATWG standards (HTML, section 13.2.3 "determining the
character encoding", and Encoding, section 4.2 "names and labels"), with two additions from
practice: a page that calls itself UTF-8 and is not is looked at again, and one that is UTF-8
throughout is read so whatever it calls itself, since programs that save pages write them in UTF-8
and leave the meta element as it was.
"""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from tui.parse.patterns import regex

META_WINDOW = 4_096
"""In how many bytes a meta element may declare the encoding; the standard asks for 1,024."""

CERTAIN = 16
"""So many bytes after the first of their characters, all of them valid, and a page is UTF-8.

Texts in other encodings have a few valid sequences by chance, but next to none has no other.
"""

SAMPLE = 64_000
"""How many bytes detection looks at; it takes about a second per megabyte."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = regex(rb"<meta\b[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w:.+-]{1,40})", re.IGNORECASE)
_XML = regex(rb"^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w:.+-]{1,40})", re.IGNORECASE)
_HEADER = regex(r"charset\s*=\s*[\"']?\s*([\w:.+-]{1,40})", re.IGNORECASE)

_WEB_NAMES = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "ks_c-5601-1987": "cp949",
    "big5": "big5hkscs",
}
"""Python's name of an encoding to the one that browsers read in its place."""

_WEB_LABELS = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "x-x-big5": "big5hkscs",
    "windows-949": "cp949",
    "windows-874": "cp874",
    "dos-874": "cp874",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "unicode-1-1-utf-8": "utf-8",
    "utf8": "utf-8",
    "iso-8859-8-i": "iso8859-8",
    "logical": "iso8859-8",
    "visual": "iso8859-8",
    "x-user-defined": "cp1252",
}
"""Labels of the Encoding standard that Python does not know."""

_SENT_AS = {
    "cp866": "ibm866",
    "cp874": "windows-874",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "mac_roman": "macintosh",
    "mac-roman": "macintosh",
    "mac_cyrillic": "x-mac-cyrillic",
    "mac-cyrillic": "x-mac-cyrillic",
    "gb18030": "gbk",
    "big5hkscs": "big5",
    "cp932": "shift_jis",
    "euc_jp": "euc-jp",
    "iso2022_jp": "iso-2022-jp",
    "cp949": "euc-kr",
}
"""Python's name of an encoding to the one that a form is sent in, by its name on the web."""

_ENCODERS = frozenset({"gbk", "big5"})
"""Encodings that browsers write with fewer characters than they read in them."""

_UTF8 = "utf-8"


class Decoded(Struct, frozen=True):
    """The text of a page, and the encoding that it names or else is in, by Python's name.

    A page in UTF-8 that names another is sent to as browsers do, in the one it names.

    Attributes:
        text: The text.
        encoding: The encoding.
        is_utf8: Whether the bytes are the text in UTF-8, each of them.
    """

    text: str
    encoding: str
    is_utf8: bool = False


def decode(data: bytes | str, content_type: str | None = None) -> str:
    """The text of a page, as `decoded` gives it."""
    return decoded(data, content_type).text


def decoded(data: bytes | str, content_type: str | None = None) -> Decoded:
    """The text of a page, and its encoding.

    Args:
        data: Its bytes; text is passed through.
        content_type: The HTTP Content-Type header, or None.

    Returns:
        The text without a byte order mark. Bytes that mean nothing in the encoding are U+FFFD, or
        the C1 control of their number in single-byte encodings, as in browsers. Never raises.
    """
    if isinstance(data, str):
        return Decoded(data.removeprefix("\ufeff"), _UTF8)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    declared = _declared(data, content_type) or _UTF8
    try:
        text = data.decode(_UTF8)
    except UnicodeDecodeError as error:
        if declared == _UTF8 and _is_mostly_utf8(data, error):
            return Decoded(data.decode(_UTF8, "replace"), _UTF8)
    else:
        if declared == _UTF8 or len(data) - len(text) >= CERTAIN:
            return Decoded(text, declared, is_utf8=True)
    if declared != _UTF8:
        return Decoded(_lenient(data, declared), declared)
    detected = _detected(data)
    return Decoded(_lenient(data, detected), detected)


def web_name(label: str) -> str | None:
    """The name that the Encoding standard has for an encoding, by any of its labels.

    It is that of the encoding in which a browser sends a form; None where browsers know none. What
    is read as GB 18030 is sent as GBK, whose bytes are the same as far as it goes, and a page in
    UTF-16 sends UTF-8.
    """
    name = _codec(label) if label else None
    if name is None or name.startswith("utf-"):
        return _UTF8 if name else None
    if name.startswith("cp125"):
        return f"windows-{name[2:]}"
    if name.startswith("iso8859-"):
        return f"iso-{name[3:]}"
    return _SENT_AS.get(name)


def sending_codec(name: str) -> str:
    """Python's name of the encoding in which a form is sent, by its name on the web."""
    return name if name in _ENCODERS else _codec(name) or _UTF8


def _declared(data: bytes, content_type: str | None) -> str | None:
    """The encoding that the header or the page names, or None where neither names a known one."""
    if (match := _HEADER.search((content_type or "")[:1_000])) and (name := _codec(match[1])):
        return name
    window = data[:META_WINDOW]
    if label := _META.search(window) or _XML.search(window):
        name = _codec(label[1].decode("ascii", "replace"))
        # A meta element that can be read byte by byte is not in UTF-16, whatever it says.
        return "utf-8" if name and name.startswith("utf-16") else name
    return _utf16_without_mark(window)


def _utf16_without_mark(window: bytes) -> str | None:
    """UTF-16 by its null bytes: every second byte of markup is one."""
    even, odd = window[0::2], window[1::2]
    if len(window) < 8:
        return None
    if odd.count(0) > len(odd) * 0.7 and even.count(0) < len(even) * 0.1:
        return "utf-16-le"
    if even.count(0) > len(even) * 0.7 and odd.count(0) < len(odd) * 0.1:
        return "utf-16-be"
    return None


def _codec(label: str) -> str | None:
    """Python's name of the encoding that browsers read under a label, or None."""
    label = label.strip().lower()
    if label in _WEB_LABELS:
        return _WEB_LABELS[label]
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    # Codecs that map text to text (such as rot13) are no encodings of a page.
    if not getattr(info, "_is_text_encoding", True) or info.name.startswith(("utf-7", "idna")):
        return None
    return _WEB_NAMES.get(info.name, info.name)


def _is_mostly_utf8(data: bytes, first: UnicodeDecodeError) -> bool:
    """Whether bytes that are not quite UTF-8 are still best read as it.

    A page cut off in a character, or one with a few broken bytes among many good sequences, is
    UTF-8; a page in a single-byte encoding has next to no good sequences.
    """
    if first.start >= len(data) - 3:
        return True
    sample = data[max(0, first.start - SAMPLE) : first.start + SAMPLE].decode("utf-8", "replace")
    broken = sample.count("\ufffd")
    good = sum(character > "\x7f" for character in sample) - broken
    return good > 4 * broken


def _detected(data: bytes) -> str:
    """The encoding that the bytes look like; windows-1252 where they look like nothing."""
    import charset_normalizer  # noqa: PLC0415  # slow to import and seldom needed

    start = next((index for index, byte in enumerate(data) if byte > 0x7F), 0)
    start = max(0, start - SAMPLE // 4)
    sample = _without_tags(data[start : start + SAMPLE])
    try:
        best = charset_normalizer.from_bytes(sample, steps=5, chunk_size=512).best()
    except (LookupError, UnicodeError, ValueError):
        return "cp1252"
    name = best.encoding if best is not None else None
    return _codec(name) or "cp1252" if name and name not in ("ascii", "utf_8") else "cp1252"


def _without_tags(sample: bytes) -> bytes:
    """A sample without markup, which is ASCII in every language and hides what is not."""
    return re.sub(rb"<[^<>]{0,2000}>", b" ", sample)


def _lenient(data: bytes, encoding: str) -> str:
    """Decode without raising; in single-byte encodings undefined bytes keep their number."""
    try:
        return data.decode(encoding, "web" if encoding.startswith("cp125") else "replace")
    except (LookupError, UnicodeError, ValueError):
        return data.decode("cp1252", "web")


def _keep_number(error: UnicodeError) -> tuple[str, int]:
    """How the Encoding standard's index-windows-1252 fills the five bytes Microsoft left open."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("web", _keep_number)
