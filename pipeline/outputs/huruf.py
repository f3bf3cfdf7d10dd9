"""How wide letters are, from the font that comes with the packages: the only module that opens it for measuring.

Arimo has the measures of Arial and Liberation Sans, so what holds here holds in Word, LibreOffice and
browsers too. Where an office has another font for its tables, ``diukur`` measures with that one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from typing import Final

import fontpkg_arimo
from PIL import ImageFont

_EM: Final = 1000
_WEIGHT: Final = {False: 400, True: 700}
# Far Eastern text and emoji fill a whole square, and other fonts fill in for the rest.
_SQUARE: Final = 0x2E80
_FOREIGN: Final = 0x0530
_LEAST_FOREIGN: Final = 0.62


@dataclass(frozen=True, slots=True)
class Muka:
    """A font to measure with: the files of its upright and its bold face."""

    biasa: bytes
    tebal: bytes


_MUKA: Final[ContextVar[Muka | None]] = ContextVar("muka", default=None)


@contextmanager
def diukur(muka: Muka | None) -> Iterator[None]:
    """What is measured inside is measured with this font; None: with the usual one."""
    before = _MUKA.set(muka)
    try:
        yield
    finally:
        _MUKA.reset(before)


def dapat_dibuka(muka: Muka) -> bool:
    """Whether both faces are fonts that can be measured with."""
    try:
        return all(_font(muka, tebal).getlength("a") > 0 for tebal in (False, True))
    except OSError:
        return False


def lebar(teks: str, tebal: bool = False) -> float:
    """The width of a text on one line, in em; without kerning, which makes it narrower if anything."""
    return _lebar(teks, tebal, _MUKA.get())


# All formats of one SOP ask for the same texts, and the layout of each several times over.
@lru_cache(maxsize=8192)
def _lebar(teks: str, tebal: bool, muka: Muka | None) -> float:
    return sum(_letter(each, tebal, muka) for each in teks)


@cache
def _letter(letter: str, tebal: bool, muka: Muka | None) -> float:
    code = ord(letter)
    if code >= _SQUARE:
        return 1.0
    width = float(_font(muka, tebal).getlength(letter)) / _EM
    return max(width, _LEAST_FOREIGN) if _FOREIGN <= code < 0x2000 else width


@cache
def _font(muka: Muka | None, tebal: bool) -> ImageFont.FreeTypeFont:
    if muka is not None:
        face = BytesIO(muka.tebal if tebal else muka.biasa)
        return ImageFont.truetype(face, _EM, layout_engine=ImageFont.Layout.BASIC)
    path = fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf"
    font = ImageFont.truetype(str(path), _EM, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([_WEIGHT[tebal]])
    return font
