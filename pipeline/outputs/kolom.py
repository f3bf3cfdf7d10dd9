"""How the procedure table is laid out: type size, column widths, headings, heights of headings and rows.

Takes texts and gives measures, in points; what the texts mean is no business of this module.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product, repeat, zip_longest
from typing import Final, NamedTuple

from pipeline.data import table
from pipeline.outputs.imbang import imbang
from pipeline.outputs.ukuran import (
    BARIS,
    Tuntutan,
    bagi,
    baris_teks,
    berat,
    jumlah_baris,
    kata_terlebar,
    lebar_teks,
)

SISI = 3.0
"""Space left and right of the text in a cell."""

_HURUF_KEPALA_TERKECIL = 7.5
# An actor column has room for a symbol and lines beside it, more where there are few, and all of them together
# take no more than their share.
_PELAKSANA_TEGAK = 36.0
_PELAKSANA_BAGIAN_TEGAK = 0.47
_TINGGI_TEGAK = (44.0, 130.0)
# Any number of lines in a heading.
_BEBAS = 99
# A longer word is broken rather than given all the room.
_KATA_TERLEBAR = 84.0
# "1 x 24 jam" stays on one line, "30 menit/ bagian" need not. In em.
_WAKTU_SEBARIS = 5.0
# Programs round widths.
_LONGGAR = 1.5
ATAS = 2.5
"""Space above and below the text in a cell."""


class Kelapangan(NamedTuple):
    """How much room a table takes.

    Attributes:
        huruf: most actor columns that a type size carries, and the size; the last one carries any number.
        sempit: least widths of actor columns, those tried first that are liked best.
        bagian: the share of the table that they may take together.
        baris: least height of a row.
    """

    huruf: tuple[tuple[int, float], ...]
    sempit: tuple[float, ...]
    bagian: float
    baris: float


BIASA: Final = Kelapangan(((6, 9.0), (9, 8.5), (_BEBAS, 8.0)), (44.0, 38.0), 0.4, 0.0)
LAPANG: Final = Kelapangan(((6, 10.0), (9, 9.5), (_BEBAS, 8.5)), (62.0, 54.0, 44.0, 38.0), 0.42, 32.0)
"""For a procedure that has a page to itself and leaves much of it free."""


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
        tinggi: heights of the two rows of the table's heading.
    """

    lebar: tuple[float, ...]
    huruf: float
    tegak: float = 0.0
    tinggi: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Tata:
    """The measures of one table.

    Attributes:
        huruf: type size of the cells.
        kepala: the actors' headings.
        lebar: all columns, left to right; they add up to the width of the table.
    """

    huruf: float
    kepala: Kepala
    lebar: tuple[float, ...]

    @property
    def kiri(self) -> float:
        """Left edge of the first actor column."""
        return self.lebar[0] + self.lebar[1]


def atur(
    pelaksana: Sequence[str], baris: Sequence[Teks], lebar: float, kelapangan: Kelapangan = BIASA
) -> Tata:
    """The layout of the table.

    Args:
        pelaksana: headings of the actor columns, at least one.
        baris: the rows, at least one.
        lebar: width of the table, in points.
        kelapangan: how much room it takes.
    """
    huruf = next(
        (ukuran for paling, ukuran in kelapangan.huruf if len(pelaksana) <= paling), kelapangan.huruf[-1][1]
    )
    kepala = _kepala(pelaksana, huruf, lebar, kelapangan)
    kata = table("dokumen")["kolom"]
    kolom = zip(Teks._fields, zip(*baris, strict=True), strict=True)
    minta = [_tuntutan(kata[nama], isi, huruf) for nama, isi in kolom]
    waktu = min(max(lebar_teks(teks.waktu) for teks in baris), _WAKTU_SEBARIS) * huruf + 2 * SISI + _LONGGAR
    minta[3] = replace(minta[3], minimum=max(minta[3].minimum, waktu))
    nomor, *minta = minta
    kasar = bagi(lebar - nomor.minimum - sum(kepala.lebar), minta)
    teks = [[getattr(each, nama) for each in baris] for nama in Teks._fields[1:]]
    uraian, *mutu = imbang(kasar, [k.minimum for k in minta], teks, huruf, 2 * SISI)
    widths = (nomor.minimum, uraian, *kepala.lebar, *mutu)
    return Tata(huruf, replace(kepala, tinggi=_tinggi_kepala(pelaksana, kepala, widths, huruf)), widths)


def tinggi_teks(teks: Teks, tata: Tata) -> float:
    """How high a row must be for its texts, in points."""
    return max(map(len, _terbagi(teks, tata))) * tata.huruf * BARIS + 2 * ATAS


def penggal(teks: Teks, tata: Tata, tinggi: float) -> list[Teks]:
    """The texts of a row in as many rows as it takes that none is higher than ``tinggi`` points."""
    muat = max(1, int((tinggi - 2 * ATAS) / (tata.huruf * BARIS)))
    kolom = _terbagi(teks, tata)
    if max(map(len, kolom)) <= muat:
        return [teks]
    potongan = zip_longest(*map(_potongan, teks, kolom, repeat(muat)), fillvalue="")
    return [Teks(*isi) for isi in potongan]


def _potongan(teks: str, baris: Sequence[str], muat: int) -> list[str]:
    """The text in pieces of so many lines, without a blank where a word was broken."""
    potongan, akhir = [], 0
    for k in range(0, len(baris), muat):
        awal = teks.index(baris[k], akhir)
        for each in baris[k : k + muat]:
            akhir = teks.index(each, akhir) + len(each)
        potongan.append(teks[awal:akhir])
    return potongan


def _terbagi(teks: Teks, tata: Tata) -> list[list[str]]:
    """The lines of each text."""
    lebar = (*tata.lebar[:2], *tata.lebar[-4:])
    return [baris_teks(isi, (kolom - 2 * SISI) / tata.huruf) for isi, kolom in zip(teks, lebar, strict=True)]


def _tinggi_kepala(
    pelaksana: Sequence[str], kepala: Kepala, lebar: Sequence[float], huruf: float
) -> tuple[float, float]:
    """The heights of the two rows of the heading; the first one holds "Pelaksana" and "Mutu Baku"."""
    kata = table("dokumen")["kolom"]

    def tinggi(teks: str, kolom: float, ukuran: float) -> float:
        return jumlah_baris(teks, (kolom - 2 * SISI) / ukuran, tebal=True) * ukuran * BARIS + 2 * ATAS

    atas = max(
        tinggi(kata["pelaksana"], sum(kepala.lebar), huruf),
        tinggi(kata["mutu_baku"], sum(lebar[-4:-1]), huruf),
    )
    sendiri = max(
        tinggi(kata[nama], kolom, huruf)
        for nama, kolom in (("no", lebar[0]), ("uraian", lebar[1]), ("keterangan", lebar[-1]))
    )
    bawah = [
        tinggi(kata[nama], kolom, huruf)
        for nama, kolom in zip(("kelengkapan", "waktu", "output"), lebar[-4:-1], strict=True)
    ]
    judul = zip(pelaksana, kepala.lebar, strict=True)
    bawah += [kepala.tegak] if kepala.tegak else [tinggi(t, kolom, kepala.huruf) for t, kolom in judul]
    return round(atas, 2), round(max(*bawah, sendiri - atas), 2)


def _tuntutan(judul: str, isi: Sequence[str], huruf: float) -> Tuntutan:
    kata = max(kata_terlebar(judul, tebal=True), *map(kata_terlebar, isi)) * huruf
    return Tuntutan(minimum=min(kata, _KATA_TERLEBAR) + 2 * SISI + _LONGGAR, berat=berat(isi))


def _kepala(judul: Sequence[str], huruf: float, halaman: float, kelapangan: Kelapangan) -> Kepala:
    """How the headings stand, by what there is room for.

    Equally wide and on few lines; else each as wide as it needs; else on many lines; else in
    smaller type; else upright.
    """
    kelompok = lebar_teks(table("dokumen")["kolom"]["pelaksana"], tebal=True) * huruf + 2 * SISI + _LONGGAR
    cara = ((huruf, 3), (huruf, _BEBAS), (_HURUF_KEPALA_TERKECIL, _BEBAS))
    for (ukuran, baris), sempit in product(cara, kelapangan.sempit):
        perlu = [
            max(
                sempit,
                kelompok / len(judul),
                _lebar_judul(teks, baris) * ukuran + 2 * SISI + _LONGGAR,
            )
            for teks in judul
        ]
        for lebar in ([max(perlu)] * len(perlu), perlu):
            if sum(lebar) <= halaman * kelapangan.bagian:
                return Kepala(lebar=tuple(lebar), huruf=ukuran)
    kolom = min(_PELAKSANA_TEGAK, halaman * _PELAKSANA_BAGIAN_TEGAK / len(judul))
    kolom = max(kolom, kelompok / len(judul))
    ukuran = _HURUF_KEPALA_TERKECIL
    susun = min(2, int(kolom / (ukuran * BARIS))) or 1
    perlu_tinggi = max(_lebar_judul(teks, susun) for teks in judul) * ukuran + _LONGGAR
    rendah, tinggi = _TINGGI_TEGAK
    return Kepala(
        lebar=(kolom,) * len(judul),
        huruf=ukuran,
        tegak=round(min(max(perlu_tinggi + 2 * SISI, rendah), tinggi), 1),
    )


def _lebar_judul(teks: str, baris: int) -> float:
    """The width in em at which a heading, which is bold, takes no more than so many lines and parts no word."""
    return max(kata_terlebar(teks, tebal=True), 1.2 * lebar_teks(teks, tebal=True) / baris)
