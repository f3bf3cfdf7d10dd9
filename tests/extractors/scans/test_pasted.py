"""A scanned signature sheet put into a page that a program drew."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from extractors.boxes import Box
from extractors.pages import Pages, Table
from extractors.readers.pdf import read
from extractors.scans.pasted import pictures_of_text
from extractors.sheets import Drawing, Sheet, Word
from tests.extractors.vector.made import Page, pdf

PLACE = Box(200, 542, 500, 692)
"""Where the picture lies on the page, in points from its top left corner."""
CELLS = [
    ("DIBUAT OLEH", "Bagas Wirayuda", "Kepala Seksi"),
    ("DISETUJUI OLEH", "Ratna Wulandari", "Camat Sukamaju"),
]


def signature_sheet() -> NDArray[np.uint8]:
    """Two officers side by side in a ruled table, at 300 dpi."""
    image = Image.new("RGB", (1250, 625), "white")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(size=48)
    for x in (20, 625, 1230):
        pen.line((x, 20, x, 600), "black", 5)
    for y in (20, 130, 400, 500, 600):
        pen.line((20, y, 1230, y), "black", 5)
    for at, (heading, name, office) in enumerate(CELLS):
        for y, text in ((45, heading), (420, name), (520, office)):
            pen.text((70 + 605 * at, y), text, "black", font)
    return np.asarray(image, dtype=np.uint8)


@pytest.fixture(scope="module")
def pages() -> Pages:
    lines = "".join(
        f"BT /F 11 Tf 60 {760 - 20 * at} Td (Baris {at + 1} dari surat edaran tentang arsip kecamatan) Tj ET "
        for at in range(8)
    )
    low = 842 - PLACE.y1
    drawn = f"q {PLACE.width} 0 0 {PLACE.height} {PLACE.x0} {low} cm /Im0 Do Q"
    return read(pdf(Page(lines + drawn, pictures=(signature_sheet(),))))


def test_its_cells_are_read_beside_the_text_of_the_page(pages: Pages) -> None:
    assert "surat edaran tentang arsip" in pages.source.text
    (table,) = [block for block in pages.blocks if isinstance(block, Table)]
    cells = [[cell.span.text for cell in row.cells] for row in table.rows]
    assert [row for row in cells if any(row)] == [list(row) for row in zip(*CELLS, strict=True)]


def test_each_word_says_which_engine_read_it_and_where(pages: Pages) -> None:
    start = pages.source.text.index("Wulandari")
    (place,) = [place for place in pages.source.places if place.start == start]
    assert place.mesin
    assert place.kotak is not None
    x0, y0, x1, y1 = place.kotak
    assert PLACE.holds(x0 * 595, y0 * 842)
    assert PLACE.holds(x1 * 595, y1 * 842)
    typed = next(place for place in pages.source.places if place.start == pages.source.text.index("edaran"))
    assert not typed.mesin


def picture(x0: float, y0: float, x1: float, y1: float) -> Drawing:
    return Drawing("image", Box(x0, y0, x1, y1))


def test_emblems_backgrounds_and_turned_pages_are_left_alone() -> None:
    emblem, scan = picture(40, 40, 110, 110), picture(200, 500, 500, 600)
    sheet = Sheet(1, 595, 842, drawings=(emblem, scan))
    assert pictures_of_text(sheet) == [scan.box]
    typed = tuple(Word(f"kata{at}", Box(210 + 40 * at, 520, 240 + 40 * at, 530)) for at in range(6))
    assert pictures_of_text(Sheet(1, 595, 842, words=typed, drawings=(scan,))) == []
    turned = (0.0, -1 / 595, 1.0, 1 / 842, 0.0, 0.0, 0.0, 0.0, 1.0)
    assert pictures_of_text(Sheet(1, 842, 595, drawings=(scan,), ke_halaman=turned)) == []
