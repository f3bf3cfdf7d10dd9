"""Characters of symbol fonts to the Unicode glyphs that they show: Wingdings 0x6F is □."""

import re
from collections.abc import Mapping
from functools import cache

from extractors.data import table

_PRIVATE = 0xF000
"""Word stores the characters of symbol fonts from here on."""
_IS_PRIVATE = re.compile("[\uf000-\uf0ff]")
_PLAIN_BULLETS = frozenset("-–—")
BUTIR = "•"


def shown(text: str, font: str = "") -> str:
    """A text as it looks in a font: private characters become glyphs, those that show nothing known are dropped."""
    glyphs = _fonts().get(font.casefold(), {})
    if not glyphs and not _IS_PRIVATE.search(text):
        return text
    return "".join(_glyph(char, glyphs) for char in text)


def code(value: str, font: str) -> str:
    """The glyph of a hexadecimal character code in a font; empty where it is not known."""
    try:
        number = int(value, 16)
    except ValueError:
        return ""
    if not 0 < number < _PRIVATE + 0x100:
        return ""
    return shown(chr(number if number > 0xFF else _PRIVATE + number), font)


def bullet(text: str, font: str, alone: bool) -> str:
    """What stands before a list item: a dash or a bullet; its own glyph where nothing follows it."""
    glyph = shown(text, font).strip()
    if glyph in _PLAIN_BULLETS or (alone and glyph and not glyph.isalnum()):
        return glyph
    return BUTIR


def _glyph(char: str, glyphs: Mapping[int, str]) -> str:
    if _IS_PRIVATE.match(char):
        low = ord(char) - _PRIVATE
        return glyphs.get(low) or _fonts()["symbol"].get(low) or _fonts()["wingdings"].get(low, "")
    return glyphs.get(ord(char), char)


@cache
def _fonts() -> Mapping[str, Mapping[int, str]]:
    return {font: {int(at, 16): glyph for at, glyph in row.items()} for font, row in table("glif").items()}
