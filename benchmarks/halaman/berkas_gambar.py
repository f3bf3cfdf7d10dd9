"""Picture files of pages: image-only PDF (JPEG or 1-bit), with /Rotate, with an old hidden text; TIFF, JPG, PNG."""

import io
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Gambar = NDArray[np.uint8]
AMBANG = 150
"""The grey up to which a page of two colours is black."""
PUDAR = 40
"""How far a stroke is darker than what is around it."""
PEJAL = 0.97
"""Black this far, and no letter stands there: the rest is noise."""
LEBIH_DARI_CAP = 40
"""Inches of strokes one pixel wide; stamps have up to 25."""


@dataclass
class Lembar:
    """One page to write: picture, dots per inch, the /Rotate entry, hidden words (text, x, y, size in points)."""

    gambar: Gambar
    dpi: int
    mutu: int
    rotasi: int = 0
    kata: tuple[tuple[str, float, float, float], ...] = ()
    dua_warna: bool = False


def jpeg(gambar: Gambar, mutu: int) -> bytes:
    """JPEG bytes of an RGB or grey picture."""
    warna = cv2.cvtColor(gambar, cv2.COLOR_RGB2BGR) if gambar.ndim == 3 else gambar
    return bytes(cv2.imencode(".jpg", warna, [cv2.IMWRITE_JPEG_QUALITY, mutu])[1])


def abu(gambar: Gambar) -> Gambar:
    """A picture in grey, itself where it is so already."""
    return gambar if gambar.ndim == 2 else np.asarray(cv2.cvtColor(gambar, cv2.COLOR_RGB2GRAY), np.uint8)


def tahan_dua_warna(page: Lembar) -> bool:
    """Whether two colours leave what a person could read: no filled cell solid black, no grey stroke gone.

    What was written in such a cell, or drawn with such strokes, would not be true of the page any more.
    """
    return not (_menghitam(page) or _memudar(page))


def _menghitam(page: Lembar) -> bool:
    """A third of an inch by an inch, lying or upright, without a letter; the lid of the scanner at the edges does not count."""
    tepi = page.dpi // 4
    hitam = (abu(page.gambar) <= AMBANG).astype(np.float32)[tepi:-tepi, tepi:-tepi]
    panjang, pendek = page.dpi, page.dpi // 3
    return any(cv2.blur(hitam, ukuran).max() > PEJAL for ukuran in ((panjang, pendek), (pendek, panjang)))


def _memudar(page: Lembar) -> bool:
    """A drawing in strokes that are paler than the threshold all over; the lines of a stamp are not that long."""
    kelabu, tebal = abu(page.gambar), page.dpi // 20
    goresan = cv2.morphologyEx(kelabu, cv2.MORPH_BLACKHAT, np.ones((tebal, tebal), np.uint8)) > PUDAR
    pucat = cv2.erode(kelabu, np.ones((tebal, tebal), np.uint8)) > AMBANG
    return int(np.count_nonzero(goresan & pucat)) > LEBIH_DARI_CAP * page.dpi


def _g4(gambar: Gambar) -> bytes:
    """CCITT group 4 data of a page cut at a threshold."""
    gray = abu(gambar)
    out = io.BytesIO()
    Image.fromarray(gray).point(lambda v: 255 * (v > AMBANG)).convert("1").save(
        out, "TIFF", compression="group4", tiffinfo={278: gray.shape[0]}
    )
    raw = out.getvalue()
    with Image.open(io.BytesIO(raw)) as tiff:
        start, size = tiff.tag_v2[273][0], tiff.tag_v2[279][0]  # type: ignore[attr-defined]
    return raw[start : start + size]


def pdf(lembar: list[Lembar]) -> bytes:
    """An image-only PDF, byte for byte the same for the same pages."""
    objek: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    anak = []
    for page in lembar:
        h, w = page.gambar.shape[:2]
        lebar, tinggi = w * 72 / page.dpi, h * 72 / page.dpi
        isi = f"q {lebar:.2f} 0 0 {tinggi:.2f} 0 0 cm /G Do Q\n"
        for text, x, y, size in page.kata:
            aman = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            isi += f"BT 3 Tr /F {size:.1f} Tf {x:.1f} {y:.1f} Td ({aman}) Tj ET\n"
        if page.dua_warna:
            data = _g4(page.gambar)
            saring = f"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /BlackIs1 true /Columns {w} /Rows {h} >>"
        else:
            data = jpeg(page.gambar, page.mutu)
            ruang = "RGB" if page.gambar.ndim == 3 else "Gray"
            saring = f"/ColorSpace /Device{ruang} /BitsPerComponent 8 /Filter /DCTDecode"
        n = len(objek)
        teks = isi.encode("latin-1", "replace")
        objek.append(
            f"<< /Type /XObject /Subtype /Image /Width {w} /Height {h} {saring} /Length {len(data)} >>\nstream\n".encode()
            + data
            + b"\nendstream"
        )
        objek.append(f"<< /Length {len(teks)} >>\nstream\n".encode() + teks + b"\nendstream")
        objek.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {lebar:.2f} {tinggi:.2f}] /Rotate {page.rotasi} /Contents {n + 2} 0 R "
            f"/Resources << /XObject << /G {n + 1} 0 R >> /Font << /F 3 0 R >> >> >>".encode()
        )
        anak.append(f"{n + 3} 0 R")
    objek[1] = f"<< /Type /Pages /Kids [{' '.join(anak)}] /Count {len(anak)} >>".encode()
    out, letak = b"%PDF-1.5\n", []
    for n, body in enumerate(objek, 1):
        letak.append(len(out))
        out += f"{n} 0 obj\n".encode() + body + b"\nendobj\n"
    xref = len(out)
    out += f"xref\n0 {len(objek) + 1}\n0000000000 65535 f \n".encode() + b"".join(
        f"{p:010d} 00000 n \n".encode() for p in letak
    )
    return out + f"trailer << /Size {len(objek) + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n".encode()


def tiff(lembar: list[Lembar]) -> bytes:
    """One TIFF of several pages."""
    frames = [Image.fromarray(page.gambar) for page in lembar]
    out = io.BytesIO()
    dpi = lembar[0].dpi
    frames[0].save(
        out, "TIFF", save_all=True, append_images=frames[1:], compression="tiff_lzw", dpi=(dpi, dpi)
    )
    return out.getvalue()


def png(page: Lembar) -> bytes:
    """One PNG."""
    out = io.BytesIO()
    Image.fromarray(page.gambar).save(out, "PNG", dpi=(page.dpi, page.dpi), compress_level=3)
    return out.getvalue()
