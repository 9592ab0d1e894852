"""One table of words for each of the twenty languages."""

from __future__ import annotations

from tui.parse.words.languages.ar import ARABIC
from tui.parse.words.languages.cs import CZECH
from tui.parse.words.languages.da import DANISH
from tui.parse.words.languages.de import GERMAN
from tui.parse.words.languages.en import ENGLISH
from tui.parse.words.languages.es import SPANISH
from tui.parse.words.languages.fi import FINNISH
from tui.parse.words.languages.fr import FRENCH
from tui.parse.words.languages.it import ITALIAN
from tui.parse.words.languages.ja import JAPANESE
from tui.parse.words.languages.ko import KOREAN
from tui.parse.words.languages.nb import NORWEGIAN
from tui.parse.words.languages.nl import DUTCH
from tui.parse.words.languages.pl import POLISH
from tui.parse.words.languages.pt import PORTUGUESE
from tui.parse.words.languages.ru import RUSSIAN
from tui.parse.words.languages.sv import SWEDISH
from tui.parse.words.languages.tr import TURKISH
from tui.parse.words.languages.uk import UKRAINIAN
from tui.parse.words.languages.zh import CHINESE

LANGUAGES = (
    ENGLISH,
    DUTCH,
    GERMAN,
    FRENCH,
    SPANISH,
    PORTUGUESE,
    ITALIAN,
    POLISH,
    SWEDISH,
    DANISH,
    NORWEGIAN,
    FINNISH,
    CZECH,
    RUSSIAN,
    UKRAINIAN,
    TURKISH,
    JAPANESE,
    CHINESE,
    KOREAN,
    ARABIC,
)
"""All languages, the most frequent on the web's blogs first."""
