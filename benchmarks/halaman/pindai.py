"""From a clean PDF to scans and photographs: render, ink on paper, damage, and what it does to the truth."""

import copy
import io
import random
import re
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from benchmarks.halaman import rusak
from benchmarks.halaman.berkas_gambar import Lembar, abu, jpeg, pdf, png, tahan_dua_warna, tiff
from benchmarks.halaman.cap import TINTA, cap, tanda_tangan, tempel, tulisan
from benchmarks.kutipan import satu_dari
from benchmarks.sop_acak import TANGGAL, Sop

Gambar = NDArray[np.uint8]
Truth = dict[str, Any]
TULIS = ("nomor_sop", *TANGGAL)


@dataclass
class Hasil:
    """A made file: its bytes and suffix, the truth left, and notes for the manifest."""

    data: bytes
    akhiran: str
    truth: Truth
    catatan: list[str]


def gambar_pdf(data: bytes, dpi: int, nomor: int | None = None) -> list[Gambar]:
    """The pages of a PDF as RGB pictures, or the one with this number (from 0)."""
    document = pypdfium2.PdfDocument(data)
    try:
        numbers = range(len(document)) if nomor is None else [nomor]
        pages = [document[n].render(scale=dpi / 72).to_numpy() for n in numbers]
        return [
            np.ascontiguousarray(p[..., 2::-1] if p.ndim == 3 else np.repeat(p[..., None], 3, 2))
            for p in pages
        ]
    finally:
        document.close()


def _tinta(
    pages: list[Gambar],
    info: dict[str, Any],
    sop: Sop,
    level: str,
    truth: Truth,
    catatan: list[str],
    rng: random.Random,
) -> None:
    """Stamp and signature over the approval block, handwriting over number and dates; in place."""
    if rng.random() < (0.75 if sop.pejabat else 0):
        blok = info["tanda"] or [v for v in info["nilai"] if v["nama"] == "disahkan_oleh"]
        if blok:
            _sahkan(pages, blok[-1], sop, rng)
            catatan.append("cap")
            if level == "heavy":
                pejabat = truth["identitas"]["disahkan_oleh"]
                for key in ("jabatan", "nama", "pangkat", "nip", "status"):
                    pejabat[key] = _boleh_kosong(pejabat[key])
    if level in ("medium", "heavy", "photo") and rng.random() < 0.4:
        for v in info["nilai"]:
            if v["nama"] in TULIS and sop.identitas.get(v["nama"], "-").strip("- ") and rng.random() < 0.5:
                _tulis(pages[v["halaman"]], v["kotak"], sop.identitas[v["nama"]], rng)
                truth["identitas"][v["nama"]] = _boleh_kosong(truth["identitas"][v["nama"]])
                catatan.append(f"tulisan:{v['nama']}")


def _boleh_kosong(value: Any) -> Any:
    if isinstance(value, dict):
        return satu_dari(*[v for v in value["salah_satu"] if v is not None], None)
    return None if value is None else satu_dari(value, None)


def _sahkan(pages: list[Gambar], blok: dict[str, Any], sop: Sop, rng: random.Random) -> None:
    page = pages[blok["halaman"]]
    h, w = page.shape[:2]
    x0, y0, x1, y1 = (v * s for v, s in zip(blok["kotak"], (w, h, w, h), strict=True))
    ukuran = int(max(h, w) * rng.uniform(0.095, 0.125))
    tinta = rng.choice(["biru", "ungu", "biru", "hitam", "biru-muda"])
    cx, cy = x0 + (x1 - x0) * rng.uniform(0.1, 0.45), (y0 + y1) / 2 + rng.uniform(-0.2, 0.2) * (y1 - y0)
    tempel(page, cap(sop, ukuran, rng), int(cx - ukuran / 2), int(cy - ukuran / 2), TINTA[tinta])
    sw, sh = int(ukuran * rng.uniform(0.9, 1.4)), int(ukuran * rng.uniform(0.4, 0.65))
    sx, sy = (x0 + x1) / 2 + rng.uniform(-0.15, 0.1) * (x1 - x0), y0 + (y1 - y0) * 0.48
    tempel(
        page,
        tanda_tangan(sw, sh, rng),
        int(sx - sw / 2),
        int(sy - sh / 2),
        TINTA[rng.choice(["biru", "hitam", "biru-muda"])],
    )


def _tulis(page: Gambar, kotak: list[float], text: str, rng: random.Random) -> None:
    """The printed value is wiped and written by hand in its place."""
    h, w = page.shape[:2]
    x0, y0, x1, y1 = (int(v * s) for v, s in zip(kotak, (w, h, w, h), strict=True))
    sela = max(3, (y1 - y0) // 8)
    page[y0 + sela : y1 - sela, x0 + sela : x1 - sela] = 255
    tinggi = max(12, int(min(y1 - y0, max(h, w) * 0.016) * rng.uniform(0.8, 1.05)))
    ink = tulisan(text, tinggi, rng)
    lebar = x1 - x0 - 2 * sela
    if ink.shape[1] > lebar > 10:
        ink = np.asarray(cv2.resize(ink, (lebar, ink.shape[0]), interpolation=cv2.INTER_AREA), np.float32)
    tempel(page, ink, x0 + sela, (y0 + y1) // 2 - ink.shape[0] // 2, TINTA[rng.choice(["biru", "hitam"])])


def _hidden(data: bytes, n: int, w: float, rng: random.Random) -> tuple[tuple[str, float, float, float], ...]:
    """A bad old text layer: the words of the page, garbled, some lost."""
    document = pypdfium2.PdfDocument(data)
    try:
        textpage = document[n].get_textpage()
        out = []
        for k in range(textpage.count_rects()):
            left, bottom, _, top = textpage.get_rect(k)
            text = textpage.get_text_bounded(left, bottom, left + w, top)[:60].strip()
            if rng.random() < 0.8 and text:
                out.append(
                    (
                        _kacau(text, rng),
                        left + rng.uniform(-4, 4),
                        bottom + rng.uniform(-4, 4),
                        max(4.0, top - bottom),
                    )
                )
        return tuple(out)
    finally:
        document.close()


def _kacau(text: str, rng: random.Random) -> str:
    letters = [rng.choice("iIl1|rn.,;:~tfjec") if c.isalnum() and rng.random() < 0.35 else c for c in text]
    return "".join(c for c in letters if rng.random() > 0.08).replace("\n", " ")


def pindai(
    clean: bytes, info: dict[str, Any], sop: Sop, truth: Truth, level: str, lain: bool, rng: random.Random
) -> Hasil:
    """A scan of ``level`` of the clean PDF."""
    truth = copy.deepcopy(truth)
    catatan: list[str] = []
    dpi = rng.choice(rusak.DPI[level])
    pages = gambar_pdf(clean, 200 if level == "heavy" else dpi)
    _tinta(pages, info, sop, level, truth, catatan, rng)
    kelabu = rng.random() < 0.35
    mutu = rng.randint(*rusak.JPEG[level])
    pages = [rusak.RESEP[level](page, dpi, lain, rng) for page in pages]
    if kelabu:
        pages = [abu(page) for page in pages]
    lembar = [Lembar(page, dpi, mutu) for page in pages]
    _putar(lembar, catatan, rng)
    return _simpan(lembar, clean, truth, level, catatan, rng)


def pindai_polos(clean: bytes, level: str, lain: bool, rng: random.Random) -> bytes:
    """A scan of ``level`` without ink by hand, as a PDF of pictures."""
    dpi = rng.choice(rusak.DPI[level])
    mutu = rng.randint(*rusak.JPEG[level])
    pages = [
        rusak.RESEP[level](page, dpi, lain, rng)
        for page in gambar_pdf(clean, 200 if level == "heavy" else dpi)
    ]
    return pdf([Lembar(page, dpi, mutu) for page in pages])


def jumlah_halaman(data: bytes) -> int:
    """The number of pages of a PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def _putar(lembar: list[Lembar], catatan: list[str], rng: random.Random) -> None:
    """Pages fed sideways or upside down, with or without a /Rotate that sets them right."""
    if rng.random() > 0.22:
        return
    putar = rng.choice([90, 180, 270])
    benar = rng.random() < 0.5
    semua = rng.random() < 0.6
    for n, page in enumerate(lembar):
        if semua or n == len(lembar) - 1:
            page.gambar = np.ascontiguousarray(np.rot90(page.gambar, putar // 90))
            page.rotasi = putar if benar else 0
    catatan.append(f"putar:{putar}{'+Rotate' if benar else ''}")


def _simpan(
    lembar: list[Lembar], clean: bytes, truth: Truth, level: str, catatan: list[str], rng: random.Random
) -> Hasil:
    wujud = rng.random()
    if any(page.rotasi for page in lembar):
        wujud = 0.0
    if wujud > 0.92 and level != "medium":
        catatan.append("tiff")
        return Hasil(tiff(lembar), "tiff", truth, catatan)
    if wujud > 0.7 and len(lembar) == 1:
        akhiran = "png" if wujud > 0.85 else "jpg"
        return Hasil(
            png(lembar[0]) if akhiran == "png" else jpeg(lembar[0].gambar, lembar[0].mutu),
            akhiran,
            truth,
            catatan,
        )
    # A heavy copy has lost what two colours lose before it gets here.
    if wujud > 0.76 and (level == "heavy" or (level != "medium" and all(map(tahan_dua_warna, lembar)))):
        catatan.append("1-bit")
        for page in lembar:
            page.dua_warna = True
    elif wujud > 0.66 and not any(c.startswith("putar") for c in catatan):
        catatan.append("lapisan-teks-buruk")
        for n, page in enumerate(lembar):
            page.kata = _hidden(clean, n, page.gambar.shape[1] * 72 / page.dpi, rng)
    elif wujud > 0.55 and len(lembar) > 1:
        catatan.append("campuran")
        return Hasil(_campur(pdf(lembar), clean, rng), "pdf", truth, catatan)
    return Hasil(pdf(lembar), "pdf", truth, catatan)


def _campur(scan: bytes, clean: bytes, rng: random.Random) -> bytes:
    """Some pages as scans, the others as they were printed."""
    a, b = pypdfium2.PdfDocument(scan), pypdfium2.PdfDocument(clean)
    out = pypdfium2.PdfDocument.new()
    pindaian = rng.randrange(len(a))
    for n in range(len(a)):
        out.import_pages(a if n == pindaian else b, [n])
    return simpan_pdf(out)


def simpan_pdf(document: Any) -> bytes:
    """The bytes of a pypdfium2 document."""
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    # The time and the id that pdfium draws from it are all that differs from run to run.
    data = re.sub(rb"(CreationDate\s*\(D:)\d{14}", rb"\g<1>20240101000000", buffer.getvalue())
    return re.sub(rb"/ID\s*\[.*?\]", lambda m: b" " * len(m[0]), data, flags=re.S)


def potret(
    clean: bytes, info: dict[str, Any], sop: Sop, truth: Truth, level: str, lain: bool, rng: random.Random
) -> Hasil:
    """Photographs of the printed pages by a phone; one page gives a JPG, more a PDF of pictures."""
    truth = copy.deepcopy(truth)
    catatan: list[str] = []
    dpi = {"light": 190, "medium": 170, "heavy": 150}[level]
    pages = gambar_pdf(clean, dpi)
    _tinta(pages, info, sop, "photo", truth, catatan, rng)
    kuat = {"light": 0.15, "medium": 0.5, "heavy": 0.9}[level]
    pages = [rusak.foto(page, kuat, rng) for page in pages]
    pages = [rusak.derau(rusak.kabur(p, 0.45 + 0.5 * kuat), 3 + 5 * kuat + 3 * lain, rng) for p in pages]
    lembar = [Lembar(page, dpi, rng.randint(55, 85)) for page in pages]
    if rng.random() < 0.15:
        _putar(lembar, catatan, rng)
    if len(lembar) == 1 and not lembar[0].rotasi:
        return Hasil(jpeg(lembar[0].gambar, lembar[0].mutu), "jpg", truth, catatan)
    return Hasil(pdf(lembar), "pdf", truth, catatan)
