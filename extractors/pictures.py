"""The pages of a file as pictures for people to look at: small WebP files, the page as it is seen in the file.

They are what evidence is shown on, so a box of ``bukti`` must fit them: what a viewer applies
(``/Rotate``, EXIF) is applied, and nothing that only reading needs (turning, straightening).
"""

from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Rgb = NDArray[np.uint8]
"""Height x width x 3, 0..255."""

SISI_MAKS = 1600
"""Pixels of the long side: small print on F4 can still be read, a page stays near 150 kB."""
BATAS_BYTE = 250_000
_QUALITIES = (70, 55, 40, 25)
"""Tried from the best downward until the picture is small enough; noise of old scanners needs the last ones."""
_EFFORT = 2
"""WebP's own scale 0..6; more takes twice the time for files a few per cent smaller."""
_SMALLER = 0.7
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")


def page_pictures(
    data: bytes, halaman: Collection[int], sisi_maks: int = SISI_MAKS
) -> Iterator[tuple[int, bytes]]:
    """Pictures of the pages of a PDF, a picture or a TIFF; nothing for formats without pages.

    Args:
        data: the file.
        halaman: the 1-based numbers of the pages wanted; such as the file does not have are left out.
        sisi_maks: pixels of the long side at most.

    Yields:
        Page number and WebP bytes, in the order of the pages.

    Raises:
        SopError: the file cannot be read; the message says why.
    """
    for number, page in page_pixels(data, halaman, sisi_maks):
        yield number, webp(page, sisi_maks)


def page_pixels(
    data: bytes, halaman: Collection[int], sisi_maks: int = SISI_MAKS
) -> Iterator[tuple[int, Rgb]]:
    """The same pages as pixels; those of a picture file may be larger than asked for."""
    if b"%PDF-" in data[:1024]:
        yield from _of_pdf(data, halaman, sisi_maks)
    elif data.startswith(_PICTURES) or data[8:12] == b"WEBP":
        # Loaded only where there is something to decode.
        from extractors.raster.picture import frames

        yield from ((number, page) for number, page in enumerate(frames(data), 1) if number in halaman)


def webp(page: Rgb, sisi_maks: int = SISI_MAKS, batas_byte: int = BATAS_BYTE) -> bytes:
    """A picture as WebP, no larger than the limits; the same bytes for the same picture.

    Args:
        page: the picture.
        sisi_maks: pixels of the long side at most.
        batas_byte: of the file; kept by coarser quality first, then by fewer pixels.
    """
    image = Image.fromarray(page)
    image.thumbnail((sisi_maks, sisi_maks), Image.Resampling.LANCZOS, reducing_gap=2.0)
    while True:
        for quality in _QUALITIES:
            content = _encoded(image, quality)
            if len(content) <= batas_byte:
                return content
        if max(image.size) < 64:
            return content
        image = image.resize([max(1, round(side * _SMALLER)) for side in image.size])


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height in pixels of one of the pictures made here.

    Raises:
        OSError: there is none.
    """
    with Image.open(picture, formats=("WEBP",)) as image:
        return image.size


def _encoded(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=quality, method=_EFFORT)
    return out.getvalue()


def _of_pdf(data: bytes, halaman: Collection[int], sisi_maks: int) -> Iterator[tuple[int, Rgb]]:
    from extractors.vector.document import open_pdf

    with open_pdf(data) as document:
        for number in sorted(n for n in set(halaman) if 1 <= n <= document.pages):
            yield number, document.render(number, max_side=sisi_maks)
