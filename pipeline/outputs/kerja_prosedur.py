"""The procedure of the clean document as a worksheet: the pages of the other formats, below each other."""

from collections.abc import Sequence
from typing import Final

from extractors.boxes import Box
from pipeline.data import table
from pipeline.outputs.flowchart.model import KONEKTOR, Page
from pipeline.outputs.flowchart.strokes import letter_of
from pipeline.outputs.kerja import TANPA_GARIS, Gaya, Huruf, LembarKerja, skala_muat
from pipeline.outputs.lembar import (
    HURUF_CATATAN,
    HURUF_TANDA_TANGAN,
    LEBAR_TANDA_TANGAN,
    RUANG_TANDA_TANGAN,
    SELA_TANDA_TANGAN,
    Lembar,
    ruang,
)
from pipeline.outputs.prosedur import HURUF_JUDUL, TANDA, Baris
from pipeline.outputs.ukuran import BARIS, jumlah_baris

_PELAKSANA_AWAL: Final = 2
"""Columns before those of the actors."""


def prosedur(lembar: Lembar) -> LembarKerja:
    """The worksheet of the procedure: title, table with its flowchart, notes and signature."""
    tabel = lembar.tabel
    nama, lebar = table("dokumen")["lembar_kerja"]["prosedur"], tabel.tata.lebar
    found = LembarKerja(nama, lebar, skala_muat(lebar, ruang(lembar.kertas_prosedur)[0]))
    akhir = len(tabel.tata.lebar) - 1
    judul = Gaya(Huruf(HURUF_JUDUL, tebal=True), TANPA_GARIS, "center", "top")
    found.baris(tabel.tinggi_judul, (0, lembar.nama_sop.upper(), judul))
    found.satukan(0, 0, 0, akhir)
    _kepala(found, lembar)
    for number, page in enumerate(tabel.alur.halaman):
        if number:
            found.berganti_halaman()
        _halaman(found, page, lembar)
    _penutup(found, lembar)
    return found


def _kepala(found: LembarKerja, lembar: Lembar) -> None:
    tabel, kolom = lembar.tabel, table("dokumen")["kolom"]
    tata = tabel.tata
    akhir, mutu = len(tata.lebar) - 1, _PELAKSANA_AWAL + len(tabel.pelaksana)
    biasa = Gaya(Huruf(tata.huruf, tebal=True), mendatar="center", kelabu=True)
    aktor = biasa._replace(huruf=Huruf(tata.kepala.huruf, tebal=True), putar=90 if tata.kepala.tegak else 0)
    atas = [kolom["no"], kolom["uraian"], kolom["pelaksana"], *[""] * (mutu - 3), kolom["mutu_baku"], "", ""]
    bawah = ["", "", *tabel.pelaksana, kolom["kelengkapan"], kolom["waktu"], kolom["output"], ""]
    first = found.baris(
        tata.kepala.tinggi[0], *((k, t, biasa) for k, t in enumerate([*atas, kolom["keterangan"]]))
    )
    found.baris(
        tata.kepala.tinggi[1],
        *((k, t, aktor if _PELAKSANA_AWAL <= k < mutu else biasa) for k, t in enumerate(bawah)),
    )
    for k in (0, 1, akhir):
        found.satukan(first, k, first + 1, k)
    found.satukan(first, _PELAKSANA_AWAL, first, mutu - 1)
    found.satukan(first, mutu, first, mutu + 2)
    found.ulang = (first, first + 1)


def _halaman(found: LembarKerja, page: Page, lembar: Lembar) -> None:
    """The rows of a page and what is drawn over them, lines below symbols below labels."""
    first = len(found.tinggi)
    for baris, tinggi in zip(lembar.tabel.baris[page.awal : page.akhir], page.tinggi, strict=True):
        found.baris_tinggi(tinggi, *_langkah(baris, lembar.tabel.tata.huruf))
    for arrow in page.panah:
        xs, ys = zip(*arrow.titik, strict=True)
        found.gambarkan(first, Box(min(xs), min(ys), max(xs), max(ys)), "panah", garis=arrow.titik)
    for shape in page.simbol:
        if shape.simbol != table("dokumen")["tanda"]:
            found.gambarkan(first, shape.kotak, "simbol", shape.simbol)
    for connector in page.konektor:
        letter = (connector.huruf, letter_of(connector)[1])
        found.gambarkan(first, connector.kotak, "konektor", KONEKTOR, tulisan=letter)
    for label in page.label:
        found.gambarkan(first, label.kotak, "label", tulisan=(label.teks, label.huruf))


def _langkah(baris: Baris, huruf: float) -> list[tuple[int, str, Gaya]]:
    t, tanda = baris.teks, table("dokumen")["tanda"]
    marks = [tanda if TANDA in cell else "" for cell in baris.pelaksana]
    texts = [t.no, t.uraian, *marks, t.kelengkapan, t.waktu, t.output, t.keterangan]
    mutu = _PELAKSANA_AWAL + len(marks)
    centred = {0, *range(_PELAKSANA_AWAL, mutu), mutu + 1}
    kiri = Gaya(Huruf(huruf))
    return [
        (k, text, kiri._replace(mendatar="center") if k in centred else kiri) for k, text in enumerate(texts)
    ]


def _penutup(found: LembarKerja, lembar: Lembar) -> None:
    """Notes and signature below the table, together on a page."""
    p, kosong = lembar.pengesah, table("dokumen")["kosong"]
    tabel, akhir = lembar.tabel, len(lembar.tabel.tata.lebar) - 1
    baris = HURUF_TANDA_TANGAN * BARIS
    kiri = _kolom_tanda_tangan(found.lebar)
    lebar = sum(found.lebar[kiri:]) / HURUF_TANDA_TANGAN
    catatan = Gaya(Huruf(HURUF_CATATAN), TANPA_GARIS)
    orang = Gaya(Huruf(HURUF_TANDA_TANGAN), TANPA_GARIS, "center")
    nama = orang if p.nama == kosong else orang._replace(huruf=Huruf(HURUF_TANDA_TANGAN, True, True))
    rows = [(0, _tinggi_catatan(teks, found.lebar), teks, catatan) for teks in tabel.catatan]
    rows.append((0, SELA_TANDA_TANGAN, "", catatan))
    rows += [(kiri, jumlah_baris(t, lebar) * baris, t, orang) for t in (p.tempat, p.jabatan) if t is not None]
    rows.append((kiri, RUANG_TANDA_TANGAN, "", orang))
    rows.append((kiri, jumlah_baris(p.nama, lebar, tebal=True) * baris, p.nama, nama))
    rows += [(kiri, jumlah_baris(t, lebar) * baris, t, orang) for t in (p.pangkat, p.nip) if t is not None]
    page = tabel.alur.halaman[-1]
    atas = sum(tabel.tata.kepala.tinggi) + (tabel.tinggi_judul if page.awal == 0 else 0.0)
    if atas + sum(page.tinggi) + sum(row[1] for row in rows) > ruang(lembar.kertas_prosedur)[1]:
        found.berganti_halaman()
    for column, height, text, look in rows:
        at = found.baris(height, (column, text, look))
        found.satukan(at, column, at, akhir)


def _tinggi_catatan(teks: str, lebar: Sequence[float]) -> float:
    return (jumlah_baris(teks, sum(lebar) / HURUF_CATATAN) + 0.4) * HURUF_CATATAN * BARIS


def _kolom_tanda_tangan(lebar: Sequence[float]) -> int:
    """The first of the columns below which the signature stands, at the right end of the table."""
    kolom = len(lebar) - 1
    while kolom > 0 and sum(lebar[kolom:]) < LEBAR_TANDA_TANGAN:
        kolom -= 1
    return kolom
