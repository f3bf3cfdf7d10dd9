"""PDFs written by hand for tests: one content stream per page, the font of the first, images of plain pixels."""

import zlib
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Page:
    """Content in PDF operators; pictures are drawn by ``/Im0 Do`` and so on."""

    content: str
    width: float = 595
    height: float = 842
    rotate: int = 0
    pictures: tuple[NDArray[np.uint8], ...] = ()
    boxes: str = ""
    bits: int = 8
    extra: str = field(default="")
    font: str = "Helvetica"


def pdf(*pages: Page, trailer: str = "") -> bytes:
    objects: list[bytes] = [
        b"",
        b"",
        f"<</Type/Font/Subtype/Type1/BaseFont/{pages[0].font if pages else 'Helvetica'}/Encoding/WinAnsiEncoding>>".encode(),
    ]
    kids = []
    for page in pages:
        names = []
        for at, picture in enumerate(page.pictures):
            objects.append(_image(picture, page.bits))
            names.append(f"/Im{at} {len(objects)} 0 R")
        objects.append(_stream("", page.content.encode("cp1252")))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]/Rotate {page.rotate}{page.boxes}"
            f"/Contents {len(objects)} 0 R/Resources<</Font<</F 3 0 R>>/XObject<<{' '.join(names)}>>{page.extra}>>>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def text(x: float, y: float, words: str, size: float = 10, more: str = "", turn: str = "1 0 0 1") -> str:
    """A line of text at a place (from the lower left)."""
    return f"BT /F {size} Tf {more} {turn} {x} {y} Tm ({words}) Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S\n"


def table(xs: list[float], ys: list[float]) -> str:
    """The lines of a full table."""
    across = [line(xs[0], y, xs[-1], y) for y in ys]
    return "".join([*across, *(line(x, ys[0], x, ys[-1]) for x in xs)])


def _image(pixels: NDArray[np.uint8], bits: int) -> bytes:
    high, wide = pixels.shape[:2]
    colours = "DeviceRGB" if pixels.ndim == 3 else "DeviceGray"
    data = np.packbits(pixels > 127, axis=1) if bits == 1 else pixels
    head = (
        f"/Type/XObject/Subtype/Image/Width {wide}/Height {high}/ColorSpace/{colours}/BitsPerComponent {bits}"
    )
    return _stream(head, data.tobytes())


def _stream(head: str, data: bytes) -> bytes:
    packed = zlib.compress(data)
    return f"<<{head}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode() + packed + b"\nendstream"
