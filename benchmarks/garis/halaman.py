"""Pages with the exact places of their lines: one layout printed whole, and its rules, symbols and arrows alone.

The looks are those of ``benchmarks.halaman`` made wider: lines, greys and grounds that none of its styles has. Styles
of the numbers from ``TERTAHAN`` on are never learned from.
"""

import random
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.halaman.html import dokumen
from benchmarks.halaman.naskah import naskah
from benchmarks.halaman.peramban import Peramban
from benchmarks.halaman.pindai import gambar_pdf
from benchmarks.sop_acak import Sop
from extractors.sheets import Rule
from extractors.vector.document import open_pdf
from extractors.vector.page import sheet_of

Gambar = NDArray[np.uint8]
TERTAHAN = 300
"""Styles from this number on are kept out."""
LAPIS = Path(__file__).with_name("lapis.js")
GARIS_LAIN = ("solid", "solid", "solid", "dashed", "dotted", "double")
ABU = ("#000", "#000", "#000", "#222", "#444", "#666", "#888", "#aaa", "#2f5496", "#7f7f7f", "#548235")
LATAR = ("#d9d9d9", "#bfbfbf", "#a6a6a6", "#808080", "#595959", "#262626", "#bdd6ee", "#4472c4", "#1f3864")
GELAP = ("#808080", "#595959", "#262626", "#4472c4", "#1f3864")
"""Grounds on which letters are white."""


@dataclass(frozen=True)
class Halaman:
    """A printed page.

    Attributes:
        pdf: the file it is in.
        nomor: its place there, from 0.
        tinggi: its height in points.
        lebar: its width.
        garis: the rules of its tables, in points.
        simbol: a PDF with only the outlines of symbols.
        alir: a PDF with only lines and heads of arrows.
        sop: what stands on it, for stamps.
    """

    pdf: bytes
    nomor: int
    tinggi: float
    lebar: float
    garis: tuple[Rule, ...]
    simbol: bytes
    alir: bytes
    sop: Sop


def halaman(browser: Peramban, seed: int, nomor: int, *, tertahan: bool) -> Iterator[Halaman]:
    """The pages of one random SOP in a random look.

    Args:
        browser: prints them.
        seed: of the set.
        nomor: of the SOP in it.
        tertahan: whether in one of the styles that are kept out, as it is.
    """
    rng = random.Random(f"garis/{seed}/{nomor}")
    keluarga, styles = rng.choice([("t", "tuning"), ("h", "held-out")])
    gaya = rng.randrange(TERTAHAN, 400) if tertahan else rng.randrange(TERTAHAN)
    doc = naskah(seed, nomor, styles, f"{keluarga}{gaya:03d}")
    rupa, css = doc.rupa, ""
    if not tertahan and rng.random() < 0.7:
        rupa = replace(rupa, garis=_garis(rng), bingkai=_garis(rng), isi_kepala="")
        css = _latar(rng)
    text = dokumen(doc.isi, rupa, doc.rng).replace("</style>", css + "</style>", 1)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "sop.html"
        source.write_text(text, "utf-8")
        pdf, _ = browser.cetak(source, LAPIS.read_text("utf-8") + ";atur()")
        garis, simbol, alir = (
            browser.cetak_lagi(f"lapis('{nama}')")[0] for nama in ("garis", "simbol", "alir")
        )
    with open_pdf(garis) as document:
        for n in range(document.pages):
            sheet = sheet_of(document, n + 1)
            yield Halaman(pdf, n, sheet.height, sheet.width, sheet.rules, simbol, alir, doc.isi.sop)


def _garis(rng: random.Random) -> str:
    """A border by chance."""
    jenis = rng.choice(GARIS_LAIN)
    tebal = rng.choice([0.25, 0.35, 0.5, 0.5, 0.75, 0.75, 1, 1, 1.5, 2, 3])
    if jenis == "double":
        tebal = rng.choice([2.25, 3])
    if jenis in ("dotted", "dashed"):
        tebal = max(0.5, tebal)
    return f"{tebal}pt {jenis} {rng.choice(ABU)}"


def _latar(rng: random.Random) -> str:
    """Grounds behind headings, first columns or every other row, and rules of their own there."""
    out = ""
    for pilih, p in (
        (".prosedur th", 0.45),
        (".prosedur tbody:nth-of-type(even) td", 0.12),
        (".prosedur td.n", 0.1),
        (".identitas td:first-child", 0.15),
        ("td.kop", 0.1),
    ):
        if rng.random() < p:
            warna = rng.choice(LATAR if "th" in pilih or "first" in pilih else LATAR[:3])
            huruf = "; color: #fff" if warna in GELAP else ""
            out += f"{pilih} {{ background: {warna} !important{huruf} }}"
        if rng.random() < p / 2:
            out += f"{pilih} {{ border: {_garis(rng)} !important }}"
    return re.sub(r"\s+", " ", out)


def gambar(page: Halaman, dpi: int) -> tuple[Gambar, Gambar]:
    """The page as RGB, and its layers: level rules, plumb rules, symbols, arrows; black on white, four channels."""
    utuh = gambar_pdf(page.pdf, dpi, page.nomor)[0]
    tinggi, lebar = utuh.shape[:2]
    lapis = np.full((4, tinggi, lebar), 255, np.uint8)
    for rule in page.garis:
        _gambar_garis(lapis[int(rule.tegak)], rule, dpi)
    for n, data in ((2, page.simbol), (3, page.alir)):
        lapis[n] = gambar_pdf(data, dpi, page.nomor)[0][..., 0]
        lapis[n] = cv2.erode(lapis[n], np.ones((3, 3), np.uint8)) if dpi > 150 else lapis[n]
    return utuh, np.ascontiguousarray(lapis.transpose(1, 2, 0))


TAMPAK = 1.7
"""Hundredths of an inch that a rule takes at least in the layers."""


def _gambar_garis(lapis: Gambar, rule: Rule, dpi: int) -> None:
    s = dpi / 72
    tebal = max(rule.tebal * s, TAMPAK * dpi / 100)
    a, b = (rule.start * s, (rule.at * s) - tebal / 2), (rule.end * s, rule.at * s + tebal / 2)
    (x0, y0), (x1, y1) = (a[::-1], b[::-1]) if rule.tegak else (a, b)
    kotak = [(round(x * 16 - 8), round(y * 16 - 8)) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    cv2.fillPoly(lapis, [np.array(kotak, np.int32)], (0,), cv2.LINE_AA, 4)
