"""The one door to PDFium: documents, letters, outlines and images of a page, in its own terms.

PDFium is not safe for threads, so everything here runs under one lock. What leaves this module
is the plain data of ``drawn``.
"""

import ctypes
import math
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, NamedTuple

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as c
from numpy.typing import NDArray

from extractors.boxes import Box, union
from extractors.vector.drawn import (
    IDENTITY,
    LARGEST,
    Drawn,
    Letter,
    Matrix,
    Outline,
    Placed,
    Subpath,
    clipped,
    mapped,
    subpath,
    times,
)
from extractors.vector.overflow import fitted
from extractors.vector.replaced import Claimed, in_place

LOCK: Final = threading.RLock()
DEEPEST = 12
"""Forms within forms; deeper nesting is hostile."""
MOST_OBJECTS = 40_000
MOST_SEGMENTS = 400_000
MOST_LETTERS = 120_000
LEAST_LEAN = 0.02
"""Slant, as a share of the height, from which on letters have their boxes put right."""
COVERING = 0.01
"""A smaller share of the page under an image is not looked at."""
MOST_LOOKED_AT = 40_000_000
"""Pixels: a larger image is not decoded to see whether it hides anything."""
OPAQUE = 0.9
"""The least share of an image that must be opaque for it to hide what is below; its frame may not be."""

Pdf = Any
"""An open document of pypdfium2, which carries no types."""


class OpenPage:
    """A loaded page; only inside ``page_of``."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self.width, self.height = page.get_size()
        self.to_display = self._display()
        self._whole = Box(0.0, 0.0, self.width, self.height)
        self._texts: dict[int, _Text] | None = None

    def _display(self) -> Matrix:
        """From the page's own coordinates to those as displayed."""
        left, bottom, right, top = self._page.get_bbox()
        turns: dict[int, Matrix] = {
            0: (1, 0, 0, -1, -left, top),
            90: (0, 1, 1, 0, -bottom, -left),
            180: (-1, 0, 0, 1, right, -bottom),
            270: (0, -1, -1, 0, top, right),
        }
        return turns[self._page.get_rotation() % 360]

    def bitmap(self, scale: float, gray: bool = False) -> NDArray[np.uint8]:
        """The page as seen, on white; height x width x 3, or height x width."""
        try:
            rendered = self._page.render(scale=scale, grayscale=gray, rev_byteorder=True, prefer_bgrx=False)
        except (pdfium.PdfiumError, ValueError) as error:
            raise LoadError(False) from error
        try:
            return _array(rendered)
        finally:
            rendered.close()

    def drawn(self) -> Drawn:
        """Outlines and images in drawing order."""
        outlines: list[Outline] = []
        images: list[Placed] = []
        shaded: list[Box] = []
        texts: dict[int, _Text] = {}
        budget = _Budget(MOST_OBJECTS, MOST_SEGMENTS)
        for order, (handle, kind, parent) in enumerate(self._objects(budget)):
            if kind == c.FPDF_PAGEOBJ_TEXT:
                clip = self._clip(handle, parent)
                texts[_address(handle)] = _Text(order, parent, clip if clip != self._whole else None)
            elif kind == c.FPDF_PAGEOBJ_PATH:
                outline = self._outline(handle, parent, order, budget)
                if outline is not None:
                    outlines.append(outline)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                images.append(self._placed(handle, parent, order, bool(texts)))
            elif kind == c.FPDF_PAGEOBJ_SHADING:
                shaded.append(self._clip(handle, parent))
        self._texts = texts
        return Drawn(tuple(outlines), tuple(images), tuple(shaded), budget.spent)

    def _objects(self, budget: "_Budget") -> Iterator[tuple[Any, int, Matrix]]:
        """All objects, those of forms in their place, each with the matrix of its container."""
        raw = self._page.raw
        count = c.FPDFPage_CountObjects(raw)
        stack: list[tuple[Iterator[int], Callable[[int], Any], Matrix]] = [
            (iter(range(count)), partial(c.FPDFPage_GetObject, raw), self.to_display)
        ]
        while stack:
            numbers, get, parent = stack[-1]
            at = next(numbers, None)
            if at is None:
                stack.pop()
                continue
            if not budget.object():
                return
            handle = get(at)
            if not handle:
                continue
            kind = c.FPDFPageObj_GetType(handle)
            if kind == c.FPDF_PAGEOBJ_FORM and len(stack) <= DEEPEST:
                inner = times(_matrix(handle), parent)
                children = iter(range(max(0, c.FPDFFormObj_CountObjects(handle))))
                stack.append((children, partial(c.FPDFFormObj_GetObject, handle), inner))
            else:
                yield handle, kind, parent

    def _outline(self, handle: Any, parent: Matrix, order: int, budget: "_Budget") -> Outline | None:
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        if not c.FPDFPath_GetDrawMode(handle, mode, stroked):
            return None
        fill, solid = _colour(handle, c.FPDFPageObj_GetFillColor) if mode.value else (None, False)
        stroke, _ = _colour(handle, c.FPDFPageObj_GetStrokeColor) if stroked.value else (None, False)
        if fill is None and stroke is None:
            return None
        matrix = times(_matrix(handle), parent)
        parts = _subpaths(handle, matrix, budget)
        if not parts:
            return None
        width = ctypes.c_float()
        c.FPDFPageObj_GetStrokeWidth(handle, width)
        a, b, d, e, _, _ = matrix
        thickness = width.value * abs(a * e - b * d) ** 0.5
        dashed = stroke is not None and c.FPDFPageObj_GetDashCount(handle) > 0
        clip = self._clip(handle, parent)
        return Outline(parts, fill, stroke, thickness, dashed, clip, order, solid)

    def _clip(self, handle: Any, parent: Matrix) -> Box:
        """The box around what the clip paths of an object leave of the page."""
        seen = self._whole
        clip = c.FPDFPageObj_GetClipPath(handle)
        if not clip:
            return seen
        for at in range(min(c.FPDFClipPath_CountPaths(clip), DEEPEST)):
            points = []
            for number in range(min(c.FPDFClipPath_CountPathSegments(clip, at), 64)):
                x, y = ctypes.c_float(), ctypes.c_float()
                c.FPDFPathSegment_GetPoint(c.FPDFClipPath_GetPathSegment(clip, at, number), x, y)
                points.append(mapped(parent, x.value, y.value))
            if points:
                seen = clipped(seen, union(Box(px, py, px, py) for px, py in points))
        return seen

    def _placed(self, handle: Any, parent: Matrix, order: int, over_text: bool) -> Placed:
        matrix = times(_matrix(handle), parent)
        corners = [mapped(matrix, x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
        outer = union(Box(x, y, x, y) for x, y in corners)
        box = clipped(outer, self._clip(handle, parent))
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        c.FPDFImageObj_GetImagePixelSize(handle, wide, high)
        large = min(box.width, box.height) > 0 and box.area > COVERING * self.width * self.height
        decodable = wide.value * high.value <= MOST_LOOKED_AT
        covers = over_text and large and decodable and self._is_opaque(handle)
        return Placed(box, matrix, (wide.value, high.value), order, covers, handle)

    def _is_opaque(self, handle: Any) -> bool:
        """Whether nothing shows through an image."""
        if c.FPDFPageObj_HasTransparency(handle):
            return False
        bitmap = c.FPDFImageObj_GetRenderedBitmap(self._page.pdf.raw, self._page.raw, handle)
        if not bitmap:
            return False
        pixels = pdfium.PdfBitmap.from_raw(bitmap).to_numpy()
        if pixels.ndim < 3 or pixels.shape[2] < 4:
            return True
        return bool((pixels[:, :, 3] > 250).mean() > OPAQUE)

    def letters(self) -> list[Letter]:
        """The characters of the page in drawing order, without the blanks that PDFium adds."""
        if self._texts is None:
            self.drawn()
        try:
            text = self._page.get_textpage()
        except pdfium.PdfiumError as error:
            raise LoadError(False) from error
        texts = self._texts or {}
        clips = {it.order: it.clip for it in texts.values() if it.clip is not None}
        try:
            return fitted(in_place(_letters(text.raw, self.to_display, texts)), clips)
        finally:
            text.close()


@dataclass(slots=True)
class _Budget:
    """How much of a page may still be read; hostile pages end here."""

    objects: int
    segments: int
    spent: bool = False

    def object(self) -> bool:
        self.objects -= 1
        self.spent |= self.objects < 0
        return self.objects >= 0

    def segment(self, count: int) -> bool:
        self.segments -= count
        self.spent |= self.segments < 0
        return self.segments >= 0


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _matrix(handle: Any) -> Matrix:
    m = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(handle, m):
        return IDENTITY
    return m.a, m.b, m.c, m.d, m.e, m.f


def _colour(handle: Any, get: Any) -> tuple[str | None, bool]:
    """A colour and whether it is opaque; a pattern counts as grey, what is transparent as none."""
    r, g, b, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(handle, r, g, b, alpha):
        return "#808080", False
    if alpha.value == 0:
        return None, False
    return f"#{r.value & 255:02x}{g.value & 255:02x}{b.value & 255:02x}", alpha.value >= 250


def _subpaths(handle: Any, matrix: Matrix, budget: _Budget) -> tuple[Subpath, ...]:
    count = c.FPDFPath_CountSegments(handle)
    if count <= 0 or not budget.segment(count):
        return ()
    parts: list[Subpath] = []
    points: list[tuple[float, float]] = []
    closed, beziers = False, 0
    x, y = ctypes.c_float(), ctypes.c_float()

    def finish() -> None:
        if len(points) > 1:
            whole = closed or (len(points) > 3 and _near(points[0], points[-1]))
            parts.append(subpath(points, whole, beziers > 0))

    for number in range(count):
        segment = c.FPDFPath_GetPathSegment(handle, number)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        kind = c.FPDFPathSegment_GetType(segment)
        point = mapped(matrix, x.value, y.value)
        if kind == c.FPDF_SEGMENT_MOVETO:
            finish()
            points, closed, beziers = [point], False, 0
        elif kind == c.FPDF_SEGMENT_BEZIERTO:
            beziers += 1
            if beziers % 3 == 0:
                points.append(point)
        else:
            points.append(point)
        closed = closed or bool(c.FPDFPathSegment_GetClose(segment))
    finish()
    return tuple(parts)


def _near(a: Sequence[float], b: Sequence[float]) -> bool:
    return abs(a[0] - b[0]) < 0.01 and abs(a[1] - b[1]) < 0.01


@dataclass(frozen=True, slots=True)
class _Style:
    order: int
    turn: float
    size: float
    colour: str | None
    unseen: bool
    lean: float
    origin: tuple[float, float]
    bounds: Box


class _Text(NamedTuple):
    """A text object: its place in drawing order, the matrix of its container, what of the page it may print on."""

    order: int
    container: Matrix
    clip: Box | None


def _letters(text: Any, display: Matrix, texts: Mapping[int, _Text]) -> Iterator[Claimed]:
    """Each letter where PDFium says that it stands, and where its text object does."""
    unknown = _Text(-1, display, None)
    styles: dict[int, _Style] = {}
    rect, x, y = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    parted = False
    for at in range(min(c.FPDFText_CountChars(text), MOST_LETTERS)):
        code = c.FPDFText_GetUnicode(text, at)
        if c.FPDFText_IsGenerated(text, at) == 1 or not c.FPDFText_GetLooseCharBox(text, at, rect):
            parted = True
            continue
        address = _address(c.FPDFText_GetTextObject(text, at))
        style = styles.get(address)
        if style is None:
            style = styles[address] = _style(text, at, display, texts.get(address, unknown))
        c.FPDFText_GetCharOrigin(text, at, x, y)
        box = _boxed(display, rect.left, rect.bottom, rect.right, rect.top)
        unmapped = c.FPDFText_HasUnicodeMapError(text, at) == 1
        character = "-" if code in (0x02, 0xFFFE) else chr(code) if code <= 0x10FFFF else "\ufffd"
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


def _style(text: Any, at: int, display: Matrix, drawn: _Text) -> _Style:
    """What all letters of one text object share."""
    m = c.FS_MATRIX()
    own: Matrix = IDENTITY
    if c.FPDFText_GetMatrix(text, at, m):
        own = (m.a, m.b, m.c, m.d, m.e, m.f)
    a, b, d, e, *origin = times(own, display)
    turn = math.degrees(math.atan2(b, a)) if a or b else 0.0
    size = c.FPDFText_GetFontSize(text, at) * math.hypot(d, e)
    handle = c.FPDFText_GetTextObject(text, at)
    mode = c.FPDFTextObj_GetTextRenderMode(handle) if handle else c.FPDF_TEXTRENDERMODE_FILL
    unseen = mode in (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)
    stroked = mode == c.FPDF_TEXTRENDERMODE_STROKE
    colour, _ = _colour(handle, c.FPDFPageObj_GetStrokeColor if stroked else c.FPDFPageObj_GetFillColor)
    unseen = unseen or colour is None
    lean = abs(d / e) if e and abs(turn) < 1 else 0.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    bounds = _boxed(drawn.container, left.value, bottom.value, right.value, top.value)
    place = (origin[0], origin[1]), bounds
    return _Style(drawn.order, turn, min(abs(size), LARGEST), colour, unseen, lean, *place)


def pixels_of(image: Placed) -> NDArray[np.uint8] | None:
    """The stored pixels of an image, first row on top: height x width (x 3); None where PDFium cannot say."""
    bitmap = c.FPDFImageObj_GetBitmap(image.handle)
    if not bitmap:
        return None
    # It is freed with its wrapper; _array copies.
    return _array(pdfium.PdfBitmap.from_raw(bitmap), stored_bgr=True)


def _array(bitmap: pdfium.PdfBitmap, stored_bgr: bool = False) -> NDArray[np.uint8]:
    pixels: NDArray[np.uint8] = bitmap.to_numpy()
    if pixels.ndim == 3 and pixels.shape[2] == 1:
        pixels = pixels[:, :, 0]
    if pixels.ndim == 3:
        pixels = pixels[:, :, 2::-1] if stored_bgr else pixels[:, :, :3]
    return np.array(pixels, dtype=np.uint8, order="C")


class LoadError(Exception):
    """The bytes are no PDF that PDFium can open; ``locked`` when a password is missing."""

    def __init__(self, locked: bool) -> None:
        super().__init__(locked)
        self.locked = locked


def loaded(data: bytes) -> Pdf:
    """A document from its bytes, tried with the empty password.

    Raises:
        LoadError: it cannot be opened.
    """
    with LOCK:
        try:
            return pdfium.PdfDocument(data, password="")
        except pdfium.PdfiumError as error:
            raise LoadError(getattr(error, "err_code", 0) == c.FPDF_ERR_PASSWORD) from error


@contextmanager
def page_of(document: Pdf, number: int) -> Iterator[OpenPage]:
    """A page by its 1-based number, loaded under the lock.

    Raises:
        LoadError: it is broken.
    """
    with LOCK:
        try:
            page = document[number - 1]
        except pdfium.PdfiumError as error:
            raise LoadError(False) from error
        try:
            yield OpenPage(page)
        finally:
            page.close()
