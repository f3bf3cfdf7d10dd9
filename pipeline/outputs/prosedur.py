"""The procedure table of a clean document: rows, marks, edges, and the pages that they come to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from normalizers.model import Langkah, Simpul, Sop
from pipeline.data import table
from pipeline.outputs import kolom
from pipeline.outputs.butir import berbaris, menjorok
from pipeline.outputs.cetak import bersih, padu
from pipeline.outputs.flowchart.layout import lay_out
from pipeline.outputs.flowchart.model import Cell, EdgeIn, Geometry, Layout, RowIn
from pipeline.outputs.flowchart.sequence import in_order
from pipeline.outputs.ukuran import BARIS, jumlah_baris

TANDA: Final = "tanda"
"""Mark of an actor whose symbol is not known, beside the names of the four symbols."""
HURUF_JUDUL: Final = 11.0
"""Type size of the heading above the table, in points."""
SELA_JUDUL: Final = 11.0
"""Space between that heading and the table, in points."""

_PADA_KAKI = 6.0
# A row with connectors at both ends of a page needs so much beside its texts.
_PENGHUBUNG = 60.0


@dataclass(frozen=True, slots=True)
class Baris:
    """One step: its texts, and per actor column the marks to draw (names of symbols, or TANDA).

    ``lanjutan`` says that it goes on with the texts of the row before, which were too long for a page.
    """

    teks: kolom.Teks
    pelaksana: tuple[tuple[str, ...], ...]
    lanjutan: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """The procedure table.

    Attributes:
        pelaksana: headings of the actor columns, one empty one where the SOP names no actors.
        baris: its rows.
        tata: its measures.
        alur: its pages with what is drawn on them.
        disimpulkan: whether the edges are only the order of the steps.
        tinggi_judul: height of the heading above it, with the space below.
        catatan: what stands below it.
    """

    pelaksana: tuple[str, ...]
    baris: tuple[Baris, ...]
    tata: kolom.Tata
    alur: Layout
    disimpulkan: bool
    tinggi_judul: float
    catatan: tuple[str, ...]


def susun(
    sop: Sop, judul: str, ruang: tuple[float, float], penutup: Callable[[Sequence[str]], float]
) -> Tabel:
    """The table of a SOP.

    Args:
        sop: whose procedure it is.
        judul: heading above it, in capitals.
        ruang: width and height between the margins of its pages, in points.
        penutup: height of what stands below it, notes (given) and signature, in points.
    """
    pelaksana, posisi = _kolom(sop)
    langkah = sop.prosedur or [Langkah(no=None, uraian="")]
    semua = [_baris(each, posisi, len(pelaksana)) for each in langkah]
    panah, hilang = _panah(sop, langkah, posisi)
    catatan = _catatan(semua, disimpulkan=not sop.alur and _berurutan(semua), hilang=hilang)
    isi = _Isi(pelaksana, semua, panah if sop.alur else None, catatan)
    tinggi_judul = jumlah_baris(judul, ruang[0] / HURUF_JUDUL, tebal=True) * HURUF_JUDUL * BARIS + SELA_JUDUL
    halaman = (ruang[0], ruang[1] - _PADA_KAKI, tinggi_judul, penutup(catatan))
    return _selembar(isi, halaman) or _tersusun(isi, halaman, kolom.BIASA)


@dataclass(frozen=True, slots=True)
class _Isi:
    """What a table shows: headings of the actors, its steps, edges by step (None: nobody knows them), and notes."""

    pelaksana: tuple[str, ...]
    baris: Sequence[Baris]
    panah: Sequence[EdgeIn] | None
    catatan: tuple[str, ...]


_Halaman = tuple[float, float, float, float]
"""Width and height of a page, height of the heading above the table and of what stands below it, in points."""


def _selembar(isi: _Isi, halaman: _Halaman) -> Tabel | None:
    """The table with more room where that keeps it on one page; None where it does not."""
    lebar, tinggi, judul, penutup = halaman
    tata = kolom.atur(isi.pelaksana, [b.teks for b in isi.baris], lebar, kolom.LAPANG)
    baris = sum(max(kolom.tinggi_teks(b.teks, tata), kolom.LAPANG.baris) for b in isi.baris)
    if judul + sum(tata.kepala.tinggi) + baris + penutup > tinggi:
        return None
    tabel = _tersusun(isi, halaman, kolom.LAPANG)
    return tabel if len(tabel.alur.halaman) == 1 else None


def _tersusun(isi: _Isi, halaman: _Halaman, kelapangan: kolom.Kelapangan) -> Tabel:
    """The table with so much room."""
    lebar, tinggi, judul, penutup = halaman
    tata = kolom.atur(isi.pelaksana, [b.teks for b in isi.baris], lebar, kelapangan)
    bebas = tinggi - sum(tata.kepala.tinggi)
    baris, pertama = _penggal(isi.baris, tata, (bebas - judul, bebas, penutup))
    rows = [RowIn(max(kolom.tinggi_teks(b.teks, tata), kelapangan.baris), _simbol(b)) for b in baris]
    panah = in_order([rows[k] for k in pertama]) if isi.panah is None else isi.panah
    room = Geometry(
        kolom=tata.kepala.lebar, kiri=tata.kiri, pertama=bebas - judul, berikut=bebas, penutup=penutup
    )
    alur = lay_out(rows, _pindah(panah, pertama), room)
    return Tabel(isi.pelaksana, tuple(baris), tata, alur, isi.panah is None, judul, isi.catatan)


def dalam_kata(sop: Sop) -> list[str]:
    """The edges in words: ``2 Petugas Loket → 1 Pemohon (Tidak)``."""
    label = {p.id: bersih(p.label) for p in reversed(sop.pelaksana)}

    def ujung(simpul: Simpul) -> str:
        return f"{simpul.no} {label.get(simpul.pelaksana, bersih(simpul.pelaksana))}"

    return [
        f"{ujung(alur.dari)} → {ujung(alur.ke)}{f' ({alur.label})' if alur.label else ''}"
        for alur in sop.alur
    ]


def _kolom(sop: Sop) -> tuple[tuple[str, ...], Mapping[str, int]]:
    """The headings of the actor columns, and the column of each actor by id."""
    # An actor whom a step names and no column carries still gets a column, headed by the id.
    label = [(p.id, bersih(p.label)) for p in sop.pelaksana]
    dikenal = {kunci for kunci, _ in label}
    tanpa_kolom = dict.fromkeys(t.id for langkah in sop.prosedur for t in langkah.pelaksana or [])
    label += [(kunci, bersih(kunci)) for kunci in tanpa_kolom if kunci not in dikenal]
    # Reversed, so that of two columns with one id the left one is kept.
    posisi = {kunci: k for k, (kunci, _) in reversed(list(enumerate(label)))}
    return tuple(teks for _, teks in label) or ("",), posisi


def _baris(langkah: Langkah, posisi: Mapping[str, int], jumlah: int) -> Baris:
    kosong = table("dokumen")["kosong_sel"]
    sel: list[tuple[str, ...]] = [()] * jumlah
    for tanda in langkah.pelaksana or []:
        sel[posisi[tanda.id]] += (tanda.simbol or TANDA,)
    return Baris(
        pelaksana=tuple(sel),
        teks=kolom.Teks(
            no=_nomor(langkah, kosong),
            uraian=_isi(langkah.uraian) or kosong,
            kelengkapan=_isi(langkah.kelengkapan) or kosong,
            waktu=padu(bersih(langkah.waktu.teks if langkah.waktu else None)) or kosong,
            output=_isi(langkah.output) or kosong,
            # A remark is no duty: without one the cell stays empty.
            keterangan=_isi(langkah.keterangan),
        ),
    )


def _nomor(langkah: Langkah, kosong: str) -> str:
    """The number of a step; a part of one in a row of its own ("a. …") has none to be filled in."""
    if langkah.no is None:
        return "" if langkah.uraian[:1].isalpha() and menjorok(langkah.uraian) else kosong
    return str(langkah.no)


def _isi(teks: str | None) -> str:
    """A text as its cell shows it, lists in lines."""
    return berbaris(padu(bersih(teks)))


def _simbol(baris: Baris) -> tuple[tuple[str, ...], ...]:
    """The marks as they are drawn."""
    glif = table("dokumen")["tanda"]
    return tuple(tuple(glif if nama == TANDA else nama for nama in sel) for sel in baris.pelaksana)


def _berurutan(baris: Sequence[Baris]) -> bool:
    """Whether any two steps that follow each other have actors."""
    return bool(in_order([RowIn(0.0, b.pelaksana) for b in baris]))


def _panah(
    sop: Sop, langkah: Sequence[Langkah], posisi: Mapping[str, int]
) -> tuple[list[EdgeIn], list[tuple[Simpul, Simpul]]]:
    """The edges by place of their steps and columns, and those whose ends the table does not have."""
    tempat = {each.no: k for k, each in reversed(list(enumerate(langkah))) if each.no is not None}

    def sel(simpul: Simpul) -> Cell | None:
        row, column = tempat.get(simpul.no), posisi.get(simpul.pelaksana)
        return None if row is None or column is None else (row, column)

    panah, hilang = [], []
    for alur in sop.alur:
        dari, ke = sel(alur.dari), sel(alur.ke)
        if dari is None or ke is None:
            hilang.append((alur.dari, alur.ke))
        else:
            panah.append(EdgeIn(dari, ke, alur.label or ""))
    return panah, hilang


def _catatan(
    baris: Sequence[Baris], *, disimpulkan: bool, hilang: Sequence[tuple[Simpul, Simpul]]
) -> tuple[str, ...]:
    kata = table("dokumen")
    catatan = []
    if any(TANDA in sel for b in baris for sel in b.pelaksana):
        catatan.append(f"{kata['tanda']} : {kata['catatan_tanda']}")
    if disimpulkan:
        catatan.append(kata["catatan_disimpulkan"])
    if hilang:
        pasangan = "; ".join(f"{dari.no} – {ke.no}" for dari, ke in hilang)
        catatan.append(f"{kata['catatan_hilang']} {pasangan}.")
    return tuple(catatan)


def _penggal(
    baris: Sequence[Baris], tata: kolom.Tata, tinggi: tuple[float, float, float]
) -> tuple[list[Baris], list[int]]:
    """The rows with those parted that are higher than a page, and for each step the first of its rows.

    Args:
        baris: one for each step.
        tata: the measures of the table.
        tinggi: heights for rows on the first page and on the others, and of what stands below the last row.
    """
    hasil: list[Baris] = []
    pertama: list[int] = []
    for at, each in enumerate(baris):
        ada = tinggi[0] if at == 0 else tinggi[1]
        if at == len(baris) - 1:
            ada = min(ada, max(tinggi[1] - tinggi[2], 0.5 * tinggi[1]))
        pertama.append(len(hasil))
        awal, *sisa = kolom.penggal(each.teks, tata, ada - _PENGHUBUNG)
        hasil.append(replace(each, teks=awal))
        kosong = ((),) * len(each.pelaksana)
        hasil += [Baris(teks, kosong, lanjutan=True) for teks in sisa]
    return hasil, pertama


def _pindah(panah: Sequence[EdgeIn], pertama: Sequence[int]) -> list[EdgeIn]:
    """The edges by row of the table instead of by step."""
    return [replace(p, dari=(pertama[p.dari[0]], p.dari[1]), ke=(pertama[p.ke[0]], p.ke[1])) for p in panah]
