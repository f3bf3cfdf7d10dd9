"""How wide letters are, from the font that comes with the packages: the only module that opens it for measuring.

Arimo has the measures of Arial and Liberation Sans, so what holds here holds in Word, LibreOffice and
browsers too.
"""

from functools import cache, lru_cache
from typing import Final

import fontpkg_arimo
from PIL import ImageFont

_EM: Final = 1000
_WEIGHT: Final = {False: 400, True: 700}
# Far Eastern text and emoji fill a whole square, and other fonts fill in for the rest.
_SQUARE: Final = 0x2E80
_FOREIGN: Final = 0x0530
_LEAST_FOREIGN: Final = 0.62


# All formats of one SOP ask for the same texts, and the layout of each several times over.
@lru_cache(maxsize=8192)
def lebar(teks: str, tebal: bool = False) -> float:
    """The width of a text on one line, in em; without kerning, which makes it narrower if anything."""
    return sum(_letter(each, tebal) for each in teks)


@cache
def _letter(letter: str, tebal: bool) -> float:
    code = ord(letter)
    if code >= _SQUARE:
        return 1.0
    width = float(_font(tebal).getlength(letter)) / _EM
    return max(width, _LEAST_FOREIGN) if _FOREIGN <= code < 0x2000 else width


@cache
def _font(tebal: bool) -> ImageFont.FreeTypeFont:
    path = fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf"
    font = ImageFont.truetype(str(path), _EM, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([_WEIGHT[tebal]])
    return font
