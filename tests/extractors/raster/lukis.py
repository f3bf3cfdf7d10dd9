"""Pages drawn for tests: paper, rules and text in the font that the package depends on."""

from pathlib import Path

import fontpkg_arimo
import numpy as np
from PIL import Image, ImageDraw, ImageFont

HURUF = next((Path(fontpkg_arimo.__file__).parent / "files").glob("Arimo[[]*.ttf"))


def lembar(lebar, tinggi, teks, garis=(), ukuran=28, warna=False):
    """Greys (or colours) of a page with texts (x, y, text) and rules (x0, y0, x1, y1)."""
    page = Image.new("RGB" if warna else "L", (lebar, tinggi), "white")
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(HURUF), ukuran)
    for x, y, isi in teks:
        pen.text((x, y), isi, font=font, fill="black")
    for ruas in garis:
        pen.line(ruas, fill="black", width=2)
    return np.asarray(page, dtype=np.uint8).copy()
