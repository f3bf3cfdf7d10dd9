"""How the procedure table is laid out: type size, column widths, headings, rows that stay whole.

Takes texts and gives measures, in points; what the texts mean is no business of this module.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.data import table
from pipeline.outputs.ukuran import (
    BARIS,
    TEBAL,
    Tuntutan,
    bagi,
    berat,
    jumlah_baris,
    kata_terlebar,
    lebar_teks,
)

SISI = 3.0
"""Space left and right of the text in a cell."""

# Most actor columns that a type size carries, and the size that carries any number.
_HURUF = ((6, 9.0), (9, 8.5))
_HURUF_TERKECIL = 8.0
_HURUF_KEPALA_TERKECIL = 7.5
# An actor column is never narrower than a symbol, and all of them together take no more than their share.
_PELAKSANA_SEMPIT = 34.0
_PELAKSANA_TEGAK = 30.0
_PELAKSANA_BAGIAN = 0.38
_PELAKSANA_BAGIAN_TEGAK = 0.47
# A symbol with the air around it.
_SIMBOL = 29.0
_TINGGI_TEGAK = (44.0, 130.0)
# Any number of lines in a heading.
_BEBAS = 99
# A longer word is broken rather than given all the room.
_KATA_TERLEBAR = 84.0
# "1 x 24 jam" stays on one line, "30 menit/ bagian" need not. In em.
_WAKTU_SEBARIS = 5.0
# The measures of text are estimates.
_LONGGAR = 1.5
# A row whose estimate is below this share of a page fits, however rough the estimate.
_BAGIAN_UTUH = 0.6


class Teks(NamedTuple):
    """The text cells of one row, left to right, the actors' cells left out."""

    no: str
    uraian: str
    kelengkapan: str
    waktu: str
    output: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class Kepala:
    """How the actors' headings stand.

    Attributes:
        lebar: width of each actor column.
        huruf: type size of the headings.
        tegak: height of headings that run upwards; 0 where they stand as usual.
        skala: factor 0..1 on the size of the symbols, below 1 where the columns are very narrow.
    """

    lebar: tuple[float, ...]
    huruf: float
    tegak: float = 0.0
    skala: float = 1.0


@dataclass(frozen=True, slots=True)
class Tata:
    """The measures of one table.

    Attributes:
        huruf: type size of the cells.
        kepala: the actors' headings.
        lebar: all columns, left to right; they add up to the width of the table.
        utuh: per row, whether it is sure to fit on a page and so must not be parted.
    """

    huruf: float
    kepala: Kepala
    lebar: tuple[float, ...]
    utuh: tuple[bool, ...]


def atur(pelaksana: Sequence[str], baris: Sequence[Teks], lebar: float, tinggi: float) -> Tata:
    """The layout of the table.

    Args:
        pelaksana: headings of the actor columns, at least one.
        baris: the rows, at least one.
        lebar: width of the table, in points.
        tinggi: height of a page between its margins, in points.
    """
    huruf = next((ukuran for paling, ukuran in _HURUF if len(pelaksana) <= paling), _HURUF_TERKECIL)
    kepala = _kepala(pelaksana, huruf, lebar)
    kata = table("dokumen")["kolom"]
    kolom = zip(Teks._fields, zip(*baris, strict=True), strict=True)
    minta = [_tuntutan(kata[nama], isi, huruf) for nama, isi in kolom]
    waktu = min(max(lebar_teks(teks.waktu) for teks in baris), _WAKTU_SEBARIS) * huruf + 2 * SISI + _LONGGAR
    minta[3] = replace(minta[3], minimum=max(minta[3].minimum, waktu))
    nomor, *minta = minta
    uraian, *mutu = bagi(lebar - nomor.minimum - sum(kepala.lebar), minta)
    muat = [(w - 2 * SISI) / huruf for w in (uraian, *mutu)]
    paling = tinggi * _BAGIAN_UTUH / (huruf * BARIS)
    return Tata(
        huruf=huruf,
        kepala=kepala,
        lebar=(nomor.minimum, uraian, *kepala.lebar, *mutu),
        utuh=tuple(max(map(jumlah_baris, teks[1:], muat)) < paling for teks in baris),
    )


def _tuntutan(judul: str, isi: Sequence[str], huruf: float) -> Tuntutan:
    kata = max(TEBAL * kata_terlebar(judul), *map(kata_terlebar, isi)) * huruf
    return Tuntutan(minimum=min(kata, _KATA_TERLEBAR) + 2 * SISI + _LONGGAR, berat=berat(isi))


def _kepala(judul: Sequence[str], huruf: float, halaman: float) -> Kepala:
    """How the headings stand, by what there is room for.

    Equally wide and on few lines; else each as wide as it needs; else on many lines; else in
    smaller type; else upright.
    """
    kelompok = lebar_teks(table("dokumen")["kolom"]["pelaksana"]) * huruf * TEBAL + 2 * SISI + _LONGGAR
    sempit = max(_PELAKSANA_SEMPIT, kelompok / len(judul))
    for ukuran, baris in ((huruf, 3), (huruf, _BEBAS), (_HURUF_KEPALA_TERKECIL, _BEBAS)):
        perlu = [
            max(sempit, _lebar_judul(teks, baris) * ukuran * TEBAL + 2 * SISI + _LONGGAR) for teks in judul
        ]
        for lebar in ([max(perlu)] * len(perlu), perlu):
            if sum(lebar) <= halaman * _PELAKSANA_BAGIAN:
                return Kepala(lebar=tuple(lebar), huruf=ukuran)
    kolom = min(_PELAKSANA_TEGAK, halaman * _PELAKSANA_BAGIAN_TEGAK / len(judul))
    kolom = max(kolom, kelompok / len(judul))
    ukuran = _HURUF_KEPALA_TERKECIL
    susun = min(2, int(kolom / (ukuran * BARIS))) or 1
    perlu_tinggi = max(_lebar_judul(teks, susun) for teks in judul) * ukuran * TEBAL
    rendah, tinggi = _TINGGI_TEGAK
    return Kepala(
        lebar=(kolom,) * len(judul),
        huruf=ukuran,
        tegak=round(min(max(perlu_tinggi + 2 * SISI, rendah), tinggi), 1),
        skala=min(1.0, round(kolom / _SIMBOL, 3)),
    )


def _lebar_judul(teks: str, baris: int) -> float:
    """The width in em at which a heading takes no more than so many lines and parts no word."""
    return max(kata_terlebar(teks), 1.2 * lebar_teks(teks) / baris)
