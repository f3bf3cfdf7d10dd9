"""The one door to PDFium: documents, letters, outlines and images of a page, in its own terms.

PDFium is not safe for threads, so everything here runs under one lock. What leaves this module
is the plain data of ``drawn``.
"""

import ctypes
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as c
from numpy.typing import NDArray

from extractors.boxes import Box, union
from extractors.vector.drawn import (
    IDENTITY,
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
from extractors.vector.printed import TextObject, address, colour_of, letters_of, looks_of
from extractors.vector.replaced import in_place

LOCK: Final = threading.RLock()
DEEPEST = 12
"""Forms within forms; deeper nesting is hostile."""
MOST_OBJECTS = 40_000
MOST_SEGMENTS = 400_000
COVERING = 0.01
"""A smaller share of the page under an image is not looked at."""
MOST_LOOKED_AT = 40_000_000
"""Pixels: a larger image is not decoded to see whether it hides anything."""
OPAQUE = 0.9
"""The least share of an image that must be opaque for it to hide what is below; its frame may not be."""
_DRAWN, _STORED = (0, 1, 2), (2, 1, 0)
"""Where red, green and blue stand in a pixel that PDFium drew, and in one of a stored image."""

Pdf = Any
"""An open document of pypdfium2, which carries no types."""


class OpenPage:
    """A loaded page; only inside ``page_of``."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self.width, self.height = page.get_size()
        self.to_display = self._display()
        self._whole = Box(0.0, 0.0, self.width, self.height)
        self._texts: dict[int, TextObject] | None = None

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
        texts: dict[int, TextObject] = {}
        seen = False
        budget = _Budget(MOST_OBJECTS, MOST_SEGMENTS)
        for order, (handle, kind, parent) in enumerate(self._objects(budget)):
            if kind == c.FPDF_PAGEOBJ_TEXT:
                clip = self._clip(handle, parent)
                texts[address(handle)] = TextObject(order, parent, clip if clip != self._whole else None)
                seen = seen or not looks_of(handle)[1]
            elif kind == c.FPDF_PAGEOBJ_PATH:
                outline = self._outline(handle, parent, order, budget)
                if outline is not None:
                    outlines.append(outline)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                images.append(self._placed(handle, parent, order, bool(texts)))
            elif kind == c.FPDF_PAGEOBJ_SHADING:
                shaded.append(self._clip(handle, parent))
        self._texts = texts
        return Drawn(tuple(outlines), tuple(images), tuple(shaded), budget.spent, bool(texts) and not seen)

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
        fill, solid = colour_of(handle, c.FPDFPageObj_GetFillColor) if mode.value else (None, False)
        stroke, _ = colour_of(handle, c.FPDFPageObj_GetStrokeColor) if stroked.value else (None, False)
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
            return fitted(in_place(letters_of(text.raw, self.to_display, texts)), clips)
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


def _matrix(handle: Any) -> Matrix:
    m = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(handle, m):
        return IDENTITY
    return m.a, m.b, m.c, m.d, m.e, m.f


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
        # Colour by colour they are copied in a quarter of the time that a turned view takes.
        made = np.empty((*pixels.shape[:2], len(_DRAWN)), np.uint8)
        for at, colour in enumerate(_STORED if stored_bgr else _DRAWN):
            made[:, :, at] = pixels[:, :, colour]
        return made
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
