"""One page that is drawn on, and how places of its sheet are found on it."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from PIL import ImageDraw, ImageFont

from extractors.boxes import Box
from extractors.sheets import Sheet

LEGENDA: Final = 46
"""Pixels of the strip above the page that says what is what."""
KERTAS: Final = (255, 255, 255)
TINTA: Final = (20, 20, 20)
Warna = tuple[int, int, int]
Titik = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Lapisan:
    """One page that is drawn on, and how places of its sheet are found on it."""

    pen: ImageDraw.ImageDraw
    sheet: Sheet
    width: int
    height: int

    def point(self, x: float, y: float) -> Titik:
        """A point of the sheet in pixels."""
        beside = self.sheet.sambungan
        x = min(x, beside.mulai - 1) if beside else x  # what stands on the page beside is not on this one
        at = self.sheet.on_page(Box(x, y, x, y))
        return at.x0 * self.width, LEGENDA + at.y0 * self.height

    def outline(self, box: Box) -> list[Titik]:
        """The corners of a box of the sheet in pixels; on a page that lies askew they make no upright box."""
        corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1), (box.x0, box.y0))
        return [self.point(x, y) for x, y in corners]

    def label(self, at: Titik, text: str, colour: Warna, size: int = 13) -> None:
        """Words on a light ground, their upper left corner at a point in pixels."""
        self.pen.rectangle(self.pen.textbbox(at, text, font=huruf(size)), fill=(*KERTAS, 200))
        self.pen.text(at, text, fill=colour, font=huruf(size))


@cache
def huruf(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The font of labels."""
    return ImageFont.load_default(size)
