"""The letters of a page as PDFium tells them, each with its place and looks.

Like ``pdfium``, whose part this is, it must run under that module's lock.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as c

from extractors.boxes import Box
from extractors.lexicon.glyphs import shown
from extractors.vector.drawn import IDENTITY, LARGEST, Letter, Matrix, mapped, times
from extractors.vector.replaced import Claimed

MOST_LETTERS = 120_000
LEAST_LEAN = 0.02
"""Slant, as a share of the height, from which on letters have their boxes put right."""

_SYMBOL_FONT = re.compile(r"(?:[A-Z]{6}\+)?(Wingdings|Webdings|Symbol) ?-?([23])?(?:MT|-?Regular|,.*)?")
"""The names in files of fonts whose letters show signs."""


def address(handle: Any) -> int:
    """Tells objects apart."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def colour_of(handle: Any, get: Any) -> tuple[str | None, bool]:
    """A colour and whether it is opaque; a pattern counts as grey, what is transparent as none."""
    r, g, b, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(handle, r, g, b, alpha):
        return "#808080", False
    if alpha.value == 0:
        return None, False
    return f"#{r.value & 255:02x}{g.value & 255:02x}{b.value & 255:02x}", alpha.value >= 250


@dataclass(frozen=True, slots=True)
class _Style:
    order: int
    turn: float
    size: float
    colour: str | None
    unseen: bool
    lean: float
    symbols: str
    origin: tuple[float, float]
    bounds: Box


class TextObject(NamedTuple):
    """A text object: its place in drawing order, the matrix of its container, what of the page it may print on."""

    order: int
    container: Matrix
    clip: Box | None


def looks_of(handle: Any) -> tuple[str | None, bool]:
    """The colour of a text object, and whether nothing of it is seen: drawn invisibly, or fully transparent."""
    mode = c.FPDFTextObj_GetTextRenderMode(handle) if handle else c.FPDF_TEXTRENDERMODE_FILL
    stroked = mode == c.FPDF_TEXTRENDERMODE_STROKE
    colour, _ = colour_of(handle, c.FPDFPageObj_GetStrokeColor if stroked else c.FPDFPageObj_GetFillColor)
    unseen = mode in (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)
    return colour, unseen or colour is None


def letters_of(text: Any, display: Matrix, texts: Mapping[int, TextObject]) -> Iterator[Claimed]:
    """Each letter where PDFium says that it stands, and where its text object does."""
    unknown = TextObject(-1, display, None)
    styles: dict[int, _Style] = {}
    rect, x, y = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    parted = False
    for at in range(min(c.FPDFText_CountChars(text), MOST_LETTERS)):
        code = c.FPDFText_GetUnicode(text, at)
        if c.FPDFText_IsGenerated(text, at) == 1 or not c.FPDFText_GetLooseCharBox(text, at, rect):
            parted = True
            continue
        owner = address(c.FPDFText_GetTextObject(text, at))
        style = styles.get(owner)
        if style is None:
            style = styles[owner] = _style(text, at, display, texts.get(owner, unknown))
        c.FPDFText_GetCharOrigin(text, at, x, y)
        box = _boxed(display, rect.left, rect.bottom, rect.right, rect.top)
        unmapped = c.FPDFText_HasUnicodeMapError(text, at) == 1
        character = "-" if code in (0x02, 0xFFFE) else chr(code) if code <= 0x10FFFF else "\ufffd"
        if style.symbols:
            character = shown(character, style.symbols) or character
        base = mapped(display, x.value, y.value)
        if style.lean > LEAST_LEAN:
            # The box of a slanted letter holds its slant; its advance does not.
            box = Box(base[0], box.y0, max(base[0], base[0] + box.width - style.lean * box.height), box.y1)
        looks = (style.turn, style.size, style.order, unmapped, style.colour, style.unseen, parted)
        yield Letter(character, box, base, *looks), style.bounds, style.origin
        parted = False


def _boxed(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """A rectangle of the page's own coordinates, as displayed."""
    one, other = mapped(matrix, left, bottom), mapped(matrix, right, top)
    return Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


def _style(text: Any, at: int, display: Matrix, drawn: TextObject) -> _Style:
    """What all letters of one text object share."""
    m = c.FS_MATRIX()
    own: Matrix = IDENTITY
    if c.FPDFText_GetMatrix(text, at, m):
        own = (m.a, m.b, m.c, m.d, m.e, m.f)
    a, b, d, e, *origin = times(own, display)
    turn = math.degrees(math.atan2(b, a)) if a or b else 0.0
    size = c.FPDFText_GetFontSize(text, at) * math.hypot(d, e)
    handle = c.FPDFText_GetTextObject(text, at)
    colour, unseen = looks_of(handle)
    lean = abs(d / e) if e and abs(turn) < 1 else 0.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    bounds = _boxed(drawn.container, left.value, bottom.value, right.value, top.value)
    place = (origin[0], origin[1]), bounds
    return _Style(
        drawn.order, turn, min(abs(size), LARGEST), colour, unseen, lean, _symbol_font(handle), *place
    )


def _symbol_font(handle: Any) -> str:
    """The symbol font that a text object is set in, "" for any other."""
    font = c.FPDFTextObj_GetFont(handle) if handle else None
    if not font:
        return ""
    name = ctypes.create_string_buffer(64)
    c.FPDFFont_GetBaseFontName(font, name, len(name))
    found = _SYMBOL_FONT.fullmatch(name.value.decode("ascii", "replace"))
    return " ".join(filter(None, found.groups())).casefold() if found else ""
