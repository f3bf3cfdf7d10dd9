"""Pictures of pages: photographs and scans as JPG, JPEG 2000, PNG, TIFF (one page or several), WebP and BMP."""

from extractors.composing.compose import pages_of
from extractors.pages import Pages
from extractors.sheets import Ketelitian

_MAGIC = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"\x00\x00\x00\x0cjP  \r\n\x87\n",
    b"\xff\x4f\xff\x51",
)


def claims(_: str, head: bytes) -> bool:
    """Whether a file begins like a picture of one of the kinds."""
    return head.startswith(_MAGIC) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def read(data: bytes, ketelitian: Ketelitian = "cepat") -> Pages:
    """The pages of a picture file.

    Raises:
        BerkasTidakTerbaca: truncated, or no picture at all.
        BerkasTerlaluBesar: more pixels or pages than can be read.
    """
    # These bring large libraries, which a run over texts does without.
    from extractors.raster.picture import frames
    from extractors.scans.scan import sheet_of_picture

    sheets = [sheet_of_picture(frame, at, ketelitian) for at, frame in enumerate(frames(data), 1)]
    return pages_of("pindaian", sheets)
