"""A PDF as pages: what is drawn on them, and what they look like.

A scanned page is one image; its stored pixels are handed out as they are, because drawing the
page anew would resample them and cost more than reading them.
"""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from extractors.errors import BerkasTerlaluBesar, BerkasTidakTerbaca
from extractors.sheets import Transform
from extractors.vector.drawn import Drawn, Letter, Placed, outline_boxes
from extractors.vector.pdfium import LOCK, LoadError, OpenPage, Pdf, loaded, page_of, pixels_of
from extractors.vector.streams import has_bomb, has_endless_forms

Pixels = NDArray[np.uint8]
"""Height x width x 3 (RGB), or height x width (grey)."""

MOST_PAGES: Final = 2000
LARGEST_SIDE: Final = 14_400.0
"""In points: the largest page that PDF allows, 200 inches."""
MOST_PIXELS: Final = 30_000_000
"""A4 at 560 dpi. Larger pictures are drawn smaller."""
MOST_STORED: Final = 40_000_000
"""Stored images of more pixels than A4 at 640 dpi are drawn smaller, too."""
MOST_DECODED: Final = 150_000_000
"""Nothing that decodes an image of more pixels than this is begun: twice A3 at 600 dpi."""
MOST_DPI: Final = 600.0
SCAN_DPI: Final = 300.0
"""What a page is drawn at when there is no image whose resolution could tell."""
LEAST_DPI: Final = 100.0
COVERS: Final = 0.45
"""The least share of the page that the picture of a scan covers; scanning apps leave wide margins."""
NEGLIGIBLE: Final = 0.012
"""An overlay smaller than this share of the page (the mark of a scanning app) may be lost."""
CHECK_SIDE: Final = 240
"""Pixels of the longer side of the small drawing that a stored picture is compared with."""
TILES: Final = 8
SAME_LIGHT: Final = 10.0
"""How much brighter or darker (of 255) the tiles of a picture may be than those of the page."""
FEW_LETTERS: Final = 30
"""Of text typed over a scan so many may be lost: the line of a scanning app, a page number."""
PAPER: Final = "#ffffff"
STRAIGHT: Final = 0.002
"""How far the side of an image may lean, as a share of its length."""
_KEPT_PAGES: Final = 2


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page draws, in points as displayed; the letters of a searchable scan are left out."""

    width: float
    height: float
    drawn: Drawn
    letters: tuple[Letter, ...]


class Document:
    """An open PDF; use it in a ``with`` block. Pages count from 1."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._contents: OrderedDict[int, PageContent] = OrderedDict()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._contents.clear()
        with LOCK:
            self._pdf.close()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pdf)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points, as displayed."""
        with self._page(number) as page:
            return page.width, page.height

    def content(self, number: int) -> PageContent:
        """Letters, outlines and images of a page; the last few pages are remembered.

        Raises:
            BerkasTidakTerbaca: the page is broken.
            BerkasTerlaluBesar: it is larger than any paper.
        """
        known = self._contents.get(number)
        if known is None:
            with self._page(number) as page:
                known = _content_of(page)
            self._contents[number] = known
            while len(self._contents) > _KEPT_PAGES:
                self._contents.popitem(last=False)
        return known

    def render(
        self, number: int, dpi: float = SCAN_DPI, max_side: int | None = None, gray: bool = False
    ) -> Pixels:
        """A page as a person sees it.

        Args:
            number: 1-based.
            dpi: pixels per inch; less where the picture would become too large.
            max_side: the longest side in pixels, instead of ``dpi``.
            gray: one channel instead of three.

        Raises:
            BerkasTidakTerbaca: the page is broken.
            BerkasTerlaluBesar: it is larger than any paper.
        """
        with self._page(number) as page:
            self._guard(page, number)
            scale = max_side / max(page.width, page.height) if max_side else dpi / 72.0
            scale = min(scale, (MOST_PIXELS / (page.width * page.height)) ** 0.5)
            return page.bitmap(scale, gray)

    def native_picture(self, number: int) -> tuple[Pixels, Transform] | None:
        """The pixels of the one image that makes up a page, turned as the page shows them.

        Returns:
            The picture and the map from its pixels to fractions (0..1) of the page as displayed;
            None where no single upright image covers the page, or something else is drawn over it.
        """
        with self._page(number) as page:
            content = self._drawn_again(number, page)
            main = main_image(content)
            if main is None or _crossed(main, content):
                return None
            if main.pixels[0] * main.pixels[1] > MOST_STORED:
                return None
            pixels = pixels_of(main)
            if pixels is None or (pixels.shape[1], pixels.shape[0]) != main.pixels:
                return None
            displayed = _as_displayed(pixels, main, page.width, page.height)
            return displayed if displayed is not None and _looks_like(page, *displayed) else None

    def picture(self, number: int) -> Pixels:
        """The whole page in RGB as a person sees it, from stored pixels where there are such.

        A stored picture that leaves margins is laid onto white paper of the page's size, so that
        fractions of the picture are fractions of the page.
        """
        native = self.native_picture(number)
        if native is not None:
            laid = _on_paper(*native)
            if laid is not None:
                return laid
        return self.render(number, self._own_dpi(number))

    def _own_dpi(self, number: int) -> float:
        """The resolution at which drawing a page loses nothing of its largest image."""
        with self._page(number) as page:
            main = main_image(self._drawn_again(number, page))
            if main is None:
                return SCAN_DPI
            a, b, c, d, _, _ = main.matrix
            wide, high = float(np.hypot(a, b)), float(np.hypot(c, d))
            own = max(main.pixels[0] / max(wide, 1.0), main.pixels[1] / max(high, 1.0)) * 72.0
            return min(max(own, LEAST_DPI), MOST_DPI)

    def _drawn_again(self, number: int, page: OpenPage) -> PageContent:
        """A page's content with images whose pixels can be had while it is open; its letters as they are remembered."""
        known = self._contents.get(number)
        return _content_of(page, None if known is None else known.letters)

    def _guard(self, page: OpenPage, number: int) -> None:
        """Drawing a page decodes all its images; none may be a bomb."""
        if any(image.pixels[0] * image.pixels[1] > MOST_DECODED for image in page.drawn().images):
            raise BerkasTerlaluBesar(f"gambar pada halaman {number} berkas PDF terlalu besar untuk dibaca")

    @contextmanager
    def _page(self, number: int) -> Iterator[OpenPage]:
        try:
            with page_of(self._pdf, number) as page:
                if not 0 < max(page.width, page.height) <= LARGEST_SIDE:
                    raise BerkasTerlaluBesar(
                        f"halaman {number} berkas PDF berukuran {page.width:.0f} x {page.height:.0f} titik; "
                        "terlalu besar untuk dibaca"
                    )
                yield page
        except LoadError as error:
            raise BerkasTidakTerbaca(f"halaman {number} berkas PDF rusak") from error


def open_pdf(data: bytes) -> Document:
    """Opens a PDF for reading.

    Args:
        data: the file.

    Raises:
        BerkasTidakTerbaca: truncated, broken, or locked by a password.
        BerkasTerlaluBesar: more pages than can be read.
    """
    if has_bomb(data) or has_endless_forms(data):
        raise BerkasTerlaluBesar("berkas PDF berisi data termampat yang terlalu besar untuk dibaca")
    try:
        pdf = loaded(data)
    except LoadError as error:
        if error.locked:
            raise BerkasTidakTerbaca(
                "berkas PDF terkunci kata sandi; simpan salinan tanpa kata sandi lalu coba lagi"
            ) from error
        raise BerkasTidakTerbaca("berkas PDF rusak atau terpotong sehingga tidak dapat dibuka") from error
    document = Document(pdf)
    if document.pages > MOST_PAGES:
        raise BerkasTerlaluBesar(f"berkas PDF berisi {document.pages} halaman; batasnya {MOST_PAGES}")
    if document.pages == 0:
        raise BerkasTidakTerbaca("berkas PDF tidak berisi halaman")
    return document


def _content_of(page: OpenPage, letters: tuple[Letter, ...] | None = None) -> PageContent:
    """What a page draws; ``letters`` where they are known. Those that nobody sees on a scan are thousands, and none counts."""
    drawn = page.drawn()
    if letters is None:
        letters = () if drawn.is_searchable_scan else tuple(page.letters())
    return PageContent(page.width, page.height, drawn, letters)


def main_image(content: PageContent) -> Placed | None:
    """The image that makes up a page, None when none is large enough."""
    seen = [image for image in content.drawn.images if image.box.width > 0 and image.box.height > 0]
    largest = max(seen, key=lambda image: image.box.area, default=None)
    if largest is None or largest.box.area < COVERS * content.width * content.height:
        return None
    return largest


def _crossed(main: Placed, content: PageContent) -> bool:
    """Whether the page shows something that the pixels of the main image alone would lose."""
    least = NEGLIGIBLE * content.width * content.height
    others = [image.box for image in content.drawn.images if image is not main]
    for outline in content.drawn.outlines:
        if outline.order > main.order and (outline.fill or outline.stroke) != PAPER:
            others.extend(outline_boxes(outline))
    others.extend(content.drawn.shaded)
    if any(box.width > 0 and box.height > 0 and box.area > least for box in others):
        return True
    typed = sum(not letter.unseen and letter.owner > main.order for letter in content.letters)
    return typed > FEW_LETTERS


def _as_displayed(
    pixels: Pixels, image: Placed, width: float, height: float
) -> tuple[Pixels, Transform] | None:
    """Pixels turned and mirrored as the page shows them, and their place; None when they lie aslant."""
    a, b, c, d, e, f = image.matrix
    if abs(b) + abs(c) <= STRAIGHT * (abs(a) + abs(d)):
        right, down = a > 0, d < 0
    elif abs(a) + abs(d) <= STRAIGHT * (abs(b) + abs(c)):
        # The rows of the picture run along y: swap the axes first.
        pixels = np.swapaxes(pixels, 0, 1)
        right, down = c < 0, b > 0
    else:
        return None
    if not right:
        pixels = pixels[:, ::-1]
    if not down:
        pixels = pixels[::-1]
    x0, x1 = sorted((e, e + a + c))
    y0, y1 = sorted((f, f + b + d))
    high, wide = pixels.shape[:2]
    to_page: Transform = (
        (x1 - x0) / wide / width, 0.0, x0 / width,
        0.0, (y1 - y0) / high / height, y0 / height,
        0.0, 0.0, 1.0,
    )  # fmt: skip
    return np.ascontiguousarray(pixels), to_page


def _looks_like(page: OpenPage, pixels: Pixels, to_page: Transform) -> bool:
    """Whether a picture is as bright as the page shows it, tile by tile.

    Stencils, masks and inverted colours change what stored pixels mean; a small drawing of the
    page tells, whatever the reason.
    """
    seen = page.bitmap(CHECK_SIDE / max(page.width, page.height), gray=True)
    high, wide = seen.shape[:2]
    x0, y0 = round(to_page[2] * wide), round(to_page[5] * high)
    x1 = x0 + round(to_page[0] * pixels.shape[1] * wide)
    y1 = y0 + round(to_page[4] * pixels.shape[0] * high)
    x0, y0, x1, y1 = max(0, x0), max(0, y0), min(wide, x1), min(high, y1)
    step = max(1, min(pixels.shape[:2]) // 600)
    sample = pixels[::step, ::step]
    return float(np.abs(_tiles(sample) - _tiles(seen[y0:y1, x0:x1])).mean()) <= SAME_LIGHT


def _tiles(gray: NDArray[Any]) -> NDArray[np.float64]:
    """The mean of each tile of a picture, of all of its colours."""
    rows = [
        [float(tile.mean()) if tile.size else 255.0 for tile in np.array_split(band, TILES, axis=1)]
        for band in np.array_split(gray, TILES, axis=0)
    ]
    return np.array(rows)


def _on_paper(pixels: Pixels, to_page: Transform) -> Pixels | None:
    """The picture in RGB at its place on a white page of the same resolution; None when that cannot be done."""
    high, wide = pixels.shape[:2]
    across, down = 1.0 / to_page[0], 1.0 / to_page[4]
    left, top = round(to_page[2] * across), round(to_page[5] * down)
    page_wide, page_high = max(1, round(across)), max(1, round(down))
    if page_wide * page_high > MOST_STORED:
        return None
    if (left, top) == (0, 0) and pixels.shape == (page_high, page_wide, 3):
        return pixels
    paper = np.full((page_high, page_wide, 3), 255, dtype=np.uint8)
    x0, y0, x1, y1 = max(0, left), max(0, top), min(page_wide, left + wide), min(page_high, top + high)
    if x1 <= x0 or y1 <= y0:
        return None
    part = pixels[y0 - top : y1 - top, x0 - left : x1 - left]
    # Colour by colour: grey spread over all of them at once takes five times as long.
    for colour in range(3):
        paper[y0:y1, x0:x1, colour] = part[:, :, colour] if part.ndim == 3 else part
    return paper
