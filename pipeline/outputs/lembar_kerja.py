"""The clean document as the cells, measures and drawings of two worksheets; ``xlsx`` writes them.

The procedure is one long sheet: where it is printed the program breaks it, so no connector to another page is drawn.
Measures are points; drawings are anchored to the cell that their upper left corner lies in.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, zip_longest
from typing import Final, NamedTuple

from normalizers.model import Sop
from pipeline.bentuk import Bentuk
from pipeline.data import table
from pipeline.outputs import prosedur
from pipeline.outputs.flowchart.model import Box, Page
from pipeline.outputs.kolom import tinggi_teks
from pipeline.outputs.lembar import (
    KOLOM_IDENTITAS,
    RUANG_TANDA_TANGAN,
    SISI_KOTAK,
    Kotak,
    Lembar,
    ruang,
    susun,
)
from pipeline.outputs.prosedur import TANDA
from pipeline.outputs.ukuran import BARIS, baris_teks

PALING_TINGGI: Final = 409.0
"""No row of a worksheet is higher."""

_TAK_TERBATAS: Final = 1e6
_HURUF: Final = 10.0
_TEPI: Final = 6.0
_PELAKSANA_AWAL: Final = 2
"""Columns before those of the actors."""


class Sel(NamedTuple):
    """A cell: row and column from 0, its text, and the name of its style."""

    baris: int
    kolom: int
    teks: str
    gaya: str


class Gabung(NamedTuple):
    """Cells that are one, first and last row and column."""

    atas: int
    kiri: int
    bawah: int
    kanan: int


class Gambar(NamedTuple):
    """A drawing: the cells of its corners and where in them it begins and ends, its size, and what it is.

    Anchored at both corners, it fits the cells however a program rounds their widths.

    ``titik`` are the corners of a line from its own upper left corner; ``nama`` is that of a symbol.
    """

    baris: int
    kolom: int
    dx: float
    dy: float
    lebar: float
    tinggi: float
    sampai: tuple[int, int, float, float]
    jenis: str
    nama: str = ""
    teks: str = ""
    titik: tuple[tuple[float, float], ...] = ()


@dataclass(slots=True)
class LembarKerja:
    """A worksheet: columns and rows with their measures, cells, merged cells, drawings, heading rows that repeat."""

    nama: str
    lebar: Sequence[float]
    tinggi: list[float] = field(default_factory=list)
    sel: list[Sel] = field(default_factory=list)
    gabung: list[Gabung] = field(default_factory=list)
    gambar: list[Gambar] = field(default_factory=list)
    ulang: tuple[int, int] | None = None

    def baris(self, tinggi: float, *isi: tuple[int, str, str]) -> int:
        """A further row with cells (column, text, style); its number."""
        self.tinggi.append(min(tinggi, PALING_TINGGI))
        at = len(self.tinggi) - 1
        self.sel += [Sel(at, kolom, teks, gaya) for kolom, teks, gaya in isi]
        return at


def lembar_kerja(sop: Sop, bentuk: Bentuk) -> tuple[Lembar, LembarKerja, LembarKerja]:
    """The document, its identity sheet and its procedure sheet."""
    lembar = susun(sop, bentuk)
    return lembar, _identitas(lembar), _prosedur(sop, lembar)


def _identitas(lembar: Lembar) -> LembarKerja:
    kata = table("dokumen")
    lebar = [ruang(lembar.kertas_identitas)[0] * bagian for bagian in KOLOM_IDENTITAS]
    lembar_ = LembarKerja(kata["lembar_kerja"]["identitas"], lebar)
    for label, nilai in lembar.identitas:
        lembar_.baris(_tinggi((nilai, lebar[2])), (0, "", "kop"), (1, label, "isi"), (2, nilai, "isi"))
    p = lembar.pengesah
    above, below = filter(None, (p.tempat, p.jabatan)), filter(None, (p.pangkat, p.nip))
    gap = round(RUANG_TANDA_TANGAN / (_HURUF * BARIS))
    lines = [*above, *[""] * gap, p.nama, *below]
    lembar_.baris(
        _tinggi(*((line or "x", lebar[2]) for line in lines), stacked=True),
        (0, "", "kop"), (1, kata["disahkan_oleh"], "isi"), (2, "\n".join(lines), "tengah"),
    )  # fmt: skip
    last = lembar_.baris(
        _tinggi((lembar.nama_sop, lebar[2])),
        (0, "", "kop"), (1, kata["identitas"]["nama_sop"], "isi"), (2, lembar.nama_sop, "tebal"),
    )  # fmt: skip
    lembar_.sel[0] = Sel(0, 0, "\n".join(lembar.kop), "kop")
    lembar_.gabung.append(Gabung(0, 0, last, 0))
    for kiri, kanan in lembar.kotak:
        _pasangan(lembar_, kiri, kanan, lembar.penomoran)
    return lembar_


def _pasangan(lembar: LembarKerja, kiri: Kotak, kanan: Kotak, penomoran: str) -> None:
    """Two boxes beside each other: a row with their headings, and one for each item."""
    rows = [
        (kiri.judul, kanan.judul),
        *zip_longest(_butir(kiri, penomoran), _butir(kanan, penomoran), fillvalue=""),
    ]
    for number, (a, b) in enumerate(rows):
        style = "judul_kotak" if number == 0 else "butir_akhir" if number == len(rows) - 1 else "butir"
        width = (lembar.lebar[0], lembar.lebar[1] + lembar.lebar[2])
        at = lembar.baris(_tinggi((a, width[0]), (b, width[1])), (0, a, style), (1, b, style), (2, "", style))
        lembar.gabung.append(Gabung(at, 1, at, 2))


def _butir(kotak: Kotak, penomoran: str) -> list[str]:
    if not kotak.bernomor:
        return list(kotak.butir)
    return [f"{_nomor(n, penomoran)} {item}" for n, item in enumerate(kotak.butir)]


def _nomor(n: int, penomoran: str) -> str:
    if penomoran == "strip":
        return "–"
    return f"{n + 1}." if penomoran == "angka" else f"{chr(ord('a') + n % 26)}."


def _tinggi(*teks: tuple[str, float], stacked: bool = False) -> float:
    """The height of a row with these texts in columns of that width, beside each other or one below the other."""
    lines = [len(baris_teks(t, (width - 2 * SISI_KOTAK) / _HURUF)) for t, width in teks]
    return (sum(lines) if stacked else max(lines)) * _HURUF * BARIS * 1.08 + _TEPI


def _prosedur(sop: Sop, lembar: Lembar) -> LembarKerja:
    kata = table("dokumen")
    lebar = ruang(lembar.kertas_prosedur)[0]
    tabel = prosedur.susun(sop, lembar.nama_sop.upper(), (lebar, _TAK_TERBATAS), lambda _: 0.0)
    tata, kolom = tabel.tata, kata["kolom"]
    found = LembarKerja(kata["lembar_kerja"]["prosedur"], tata.lebar)
    akhir, aktor = len(tata.lebar) - 1, len(tabel.pelaksana)
    mutu = _PELAKSANA_AWAL + aktor
    found.baris(tabel.tinggi_judul + _TEPI, (0, lembar.nama_sop.upper(), "judul"))
    found.gabung.append(Gabung(0, 0, 0, akhir))
    atas = [
        kolom["no"],
        kolom["uraian"],
        kolom["pelaksana"],
        *[""] * (aktor - 1),
        kata["kolom"]["mutu_baku"],
        "",
        "",
    ]
    tegak = "kepala_tegak" if tata.kepala.tegak else "kepala"
    bawah = ["", "", *tabel.pelaksana, kolom["kelengkapan"], kolom["waktu"], kolom["output"], ""]
    first = found.baris(
        tata.kepala.tinggi[0] + _TEPI, *((k, t, "kepala") for k, t in enumerate([*atas, kolom["keterangan"]]))
    )
    found.baris(
        tata.kepala.tinggi[1] + _TEPI,
        *((k, t, tegak if _PELAKSANA_AWAL <= k < mutu else "kepala") for k, t in enumerate(bawah)),
    )
    for k in (0, 1, akhir):
        found.gabung.append(Gabung(first, k, first + 1, k))
    for left, right in ((_PELAKSANA_AWAL, mutu - 1), (mutu, mutu + 2)):
        if right > left:
            found.gabung.append(Gabung(first, left, first, right))
    found.ulang = (first, first + 1)
    (page,) = tabel.alur.halaman
    for baris, tinggi in zip(tabel.baris, page.tinggi, strict=True):
        t = baris.teks
        marks = [kata["tanda"] if TANDA in cell else "" for cell in baris.pelaksana]
        texts = [t.no, t.uraian, *marks, t.kelengkapan, t.waktu, t.output, t.keterangan]
        centred = {0, *range(_PELAKSANA_AWAL, mutu), mutu + 1}
        high = max(tinggi, tinggi_teks(t, tata))
        found.baris(high, *((k, x, "sel_tengah" if k in centred else "sel") for k, x in enumerate(texts)))
    found.gambar = _gambar(page, tata.lebar, found.tinggi, first + 2)
    for note in tabel.catatan:
        at = found.baris(_HURUF * BARIS * 2, (0, note, "catatan"))
        found.gabung.append(Gabung(at, 0, at, akhir))
    return found


def _gambar(page: Page, lebar: Sequence[float], tinggi: Sequence[float], first: int) -> list[Gambar]:
    """The drawings over the rows of the steps, lines below symbols below labels."""
    left = list(accumulate(lebar, initial=0.0))
    tops = list(accumulate(tinggi[first:], initial=0.0))

    def at(
        box: Box, jenis: str, nama: str = "", teks: str = "", line: Sequence[tuple[float, float]] = ()
    ) -> Gambar:
        column, dx = _cell(left, box.x0)
        row, dy = _cell(tops, box.y0)
        last_column, last_dx = _cell(left, box.x1)
        last_row, last_dy = _cell(tops, box.y1)
        corners = tuple((x - box.x0, y - box.y0) for x, y in line)
        size = (box.x1 - box.x0, box.y1 - box.y0)
        end = (first + last_row, last_column, last_dx, last_dy)
        return Gambar(first + row, column, dx, dy, *size, end, jenis, nama, teks, corners)

    found = []
    for arrow in page.panah:
        xs, ys = zip(*arrow.titik, strict=True)
        found.append(at(Box(min(xs), min(ys), max(xs), max(ys)), "panah", line=arrow.titik))
    found += [at(s.kotak, "simbol", s.simbol) for s in page.simbol if s.simbol != TANDA]
    found += [at(label.kotak, "label", teks=label.teks) for label in page.label]
    return found


def _cell(edges: Sequence[float], at: float) -> tuple[int, float]:
    """The cell that a place lies in, and how far from its beginning."""
    number = max(0, min(bisect_right(edges, at) - 1, len(edges) - 2))
    return number, max(0.0, min(at, edges[number + 1]) - edges[number])
