"""The identity page of the clean document as a worksheet.

Items of a box stand in rows of their own, their numbers in a narrow column before them. Two boxes beside each other
share fine rows, of which each item takes as many as it needs, so that no item waits for its neighbour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from extractors.boxes import Box
from pipeline.bentuk import Penomoran
from pipeline.data import table
from pipeline.outputs.kerja import (
    BERGARIS,
    PALING_TINGGI,
    Gaya,
    Huruf,
    LembarKerja,
    Tepi,
    Untai,
    skala_muat,
)
from pipeline.outputs.lambang import PALING
from pipeline.outputs.lembar import KOLOM_IDENTITAS, RUANG_TANDA_TANGAN, Kotak, Lembar, ruang
from pipeline.outputs.ukuran import BARIS, baris_teks, jumlah_baris, lebar_teks

_NOMOR: Final = 28.0
"""Width of the column with the numbers of items, in points."""
_MENJOROK: Final = 9.0
"""How far programs set in a text, in points; taken off the room that it has."""
_SEBARIS: Final = 1.25
"""Height of a line in em: programs give lines of a cell more room than others do."""
_SELA: Final = 2.5
"""Below each item, in points."""
_SISI: Final = 4.0
"""What programs leave free left and right of a text, together, in points."""
_TEPI: Final = 8.0
_KAKI: Final = 5.0
_SELA_LAMBANG: Final = 10.0
_SISI_KOP: Final = 14.0
"""The letterhead keeps so far from the sides of its cell, left and right together."""
_SKALA_TERKECIL: Final = 84
_PT_PER_MM: Final = 72 / 25.4
_KOP: Final = 1.15
"""Type size of the letterhead against that of the page."""
_KIRI, _KANAN, _NILAI, _AKHIR = 0, 2, 4, 4
"""Columns: where the left and the right box begin, values, and the last one."""


@dataclass(frozen=True, slots=True)
class _Butir:
    """An item of a box: its number, its text, and how high it is in points."""

    nomor: str
    teks: str
    tinggi: float


def identitas(lembar: Lembar) -> LembarKerja:
    """The worksheet of the identity page."""
    lebar, tinggi = ruang(lembar.kertas_identitas)
    instansi, label, nilai = (lebar * bagian for bagian in KOLOM_IDENTITAS)
    # Set in, the labels need more room than elsewhere.
    instansi, label = instansi - _MENJOROK, label + _MENJOROK
    kolom = (_NOMOR, instansi - _NOMOR, _NOMOR, label - _NOMOR, nilai)
    found = LembarKerja(table("dokumen")["lembar_kerja"]["identitas"], kolom)
    _atas(found, lembar)
    pasangan = [
        (_butir(kiri, lembar, instansi), _butir(kanan, lembar, label + nilai)) for kiri, kanan in lembar.kotak
    ]
    judul = lembar.huruf * BARIS + _KAKI
    semua = sum(found.tinggi) + sum(
        judul + _KAKI + max(sum(b.tinggi for b in sisi) for sisi in dua) for dua in pasangan
    )
    muat = skala_muat(kolom, lebar)
    skala = min(muat, int(100 * tinggi / semua))
    found.skala = skala if skala >= _SKALA_TERKECIL else muat
    halaman = tinggi * 100 / found.skala
    for (kiri, kanan), (butir_kiri, butir_kanan) in zip(lembar.kotak, pasangan, strict=True):
        _pasangan(found, (kiri, kanan), (butir_kiri, butir_kanan), lembar.huruf, halaman)
    return found


def _atas(found: LembarKerja, lembar: Lembar) -> None:
    """Letterhead, numbers and dates, approval and name."""
    kata, huruf = table("dokumen"), lembar.huruf
    isi = Gaya(Huruf(huruf), menjorok=True)
    nilai = found.lebar[_NILAI] - _MENJOROK
    kop = Gaya(Huruf(_huruf_kop(lembar, found.lebar[0] + found.lebar[1]), tebal=True), mendatar="center")
    batas = len(lembar.identitas)
    lambang, instansi = (
        kop._replace(tepi=BERGARIS._replace(bawah=False)),
        kop._replace(tepi=BERGARIS._replace(atas=False)),
    )

    def baris(tinggi: float, label: str, teks: str, gaya: Gaya, kiri: str = "") -> int:
        look = lambang if len(found.tinggi) < batas else instansi
        at = found.baris(
            tinggi,
            (0, kiri, look),
            (1, "", look),
            (_KANAN, label, isi._replace(lipat=False)),
            (3, "", isi),
            (_NILAI, teks, gaya),
        )
        found.satukan(at, _KANAN, at, _NILAI - 1)
        return at

    for label, teks in lembar.identitas:
        baris(_tinggi(teks, nilai, huruf), label, teks, isi)
    untai = _pengesah(lembar)
    tinggi = sum(_jumlah(u.teks, found.lebar[_NILAI], huruf) for u in untai) * huruf * BARIS + _TEPI
    tengah = isi._replace(mendatar="center", menjorok=False)
    baris(tinggi, kata["disahkan_oleh"], "", tengah, "\n".join(teks.upper() for teks in lembar.kop))
    teks = "\n".join(u.teks for u in untai)
    found.sel[-1] = found.sel[-1]._replace(teks=teks, untai=_berbaris(untai))
    tebal = isi._replace(huruf=Huruf(huruf, tebal=True))
    tinggi = jumlah_baris(lembar.nama_sop, (nilai - 2) / huruf, tebal=True) * huruf * BARIS + _TEPI
    last = baris(tinggi, kata["identitas"]["nama_sop"], lembar.nama_sop, tebal)
    found.satukan(0, 0, batas - 1, 1)
    found.satukan(batas, 0, last, 1)
    _lambang(found, lembar, kop.huruf.ukuran, batas)


def _huruf_kop(lembar: Lembar, lebar: float) -> float:
    """The type size of the letterhead: the usual one, or one somewhat smaller where that spares its lines a break."""
    usual = round(_KOP * lembar.huruf * 2) / 2
    widest = max(lebar_teks(teks.upper(), tebal=True) for teks in lembar.kop)
    sizes = (usual - smaller for smaller in (0.0, 0.5, 1.0, 1.5))
    return next((size for size in sizes if widest * size <= lebar - _SISI_KOP), usual)


def _lambang(found: LembarKerja, lembar: Lembar, ukuran: float, batas: int) -> None:
    """The emblem, or a frame for it, above the letterhead, whose cell begins with the row ``batas``."""
    ada = (lembar.logo.lebar, lembar.logo.tinggi) if lembar.logo else PALING
    width, height = (mm * _PT_PER_MM for mm in ada)
    room = found.lebar[0] + found.lebar[1]
    lines = sum(jumlah_baris(t.upper(), (room - _SISI) / ukuran, tebal=True) for t in lembar.kop)
    upper, lower = sum(found.tinggi[:batas]), sum(found.tinggi[batas:])
    text = upper + (lower - lines * ukuran * BARIS) / 2
    top = max(2.0, min((upper + lower - height) / 2, text - _SELA_LAMBANG - height))
    left = (room - width) / 2
    found.gambarkan(0, Box(left, top, left + width, top + height), "logo" if lembar.logo else "lambang")


def _pengesah(lembar: Lembar) -> list[Untai]:
    """The lines of the approval: what is above the signature, room for it, name, and what is below."""
    p, biasa = lembar.pengesah, Huruf(lembar.huruf)
    nama = biasa if p.nama == table("dokumen")["kosong"] else Huruf(lembar.huruf_nama, True, True)
    gap = [Untai("", biasa)] * round(RUANG_TANDA_TANGAN / (lembar.huruf * BARIS))
    above = [Untai(t, biasa) for t in (p.tempat, p.jabatan) if t is not None]
    below = [Untai(t, biasa) for t in (p.pangkat, p.nip) if t is not None]
    return [*above, *gap, Untai(p.nama, nama), *below]


def _berbaris(untai: Sequence[Untai]) -> tuple[Untai, ...]:
    """The lines as pieces of one text, neighbours of the same type in one."""
    found: list[Untai] = []
    for n, each in enumerate(untai):
        teks = each.teks + ("\n" if n < len(untai) - 1 else "")
        if found and found[-1].huruf == each.huruf:
            found[-1] = Untai(found[-1].teks + teks, each.huruf)
        else:
            found.append(Untai(teks, each.huruf))
    return tuple(found)


def _butir(kotak: Kotak, lembar: Lembar, lebar: float) -> list[_Butir]:
    sebaris, huruf = _SEBARIS * lembar.huruf, lembar.huruf
    if not kotak.bernomor:
        return [_Butir("", t, _jumlah(t, lebar - _MENJOROK, huruf) * sebaris + _SELA) for t in kotak.butir]
    return [
        _Butir(_nomor(n, lembar.penomoran), t, _jumlah(t, lebar - _NOMOR, huruf) * sebaris + _SELA)
        for n, t in enumerate(kotak.butir)
    ]


def _nomor(n: int, penomoran: Penomoran) -> str:
    if penomoran == "strip":
        return "–"
    return f"{n + 1}." if penomoran == "angka" else f"{chr(ord('a') + n % 26)}."


def _jumlah(teks: str, lebar: float, huruf: float) -> int:
    return len(baris_teks(teks, (lebar - _SISI) / huruf))


def _tinggi(teks: str, lebar: float, huruf: float) -> float:
    return _jumlah(teks, lebar, huruf) * huruf * BARIS + _TEPI


def _pasangan(
    found: LembarKerja,
    kotak: tuple[Kotak, Kotak],
    butir: tuple[list[_Butir], list[_Butir]],
    huruf: float,
    halaman: float,
) -> None:
    """Two boxes beside each other: headings and items, over as many pages as it takes."""
    judul = huruf * BARIS + _KAKI
    sisa_kiri, sisa_kanan = butir
    berjudul = True
    while True:
        terpakai = sum(found.tinggi[found.putus[-1] if found.putus else 0 :])
        muat = halaman - terpakai - _KAKI - (judul if berjudul else 0.0)
        kiri, kanan = _yang_muat(sisa_kiri, muat), _yang_muat(sisa_kanan, muat)
        if (sisa_kiri and not kiri) or (sisa_kanan and not kanan):
            if terpakai:
                found.berganti_halaman()
                continue
            kiri, kanan = kiri or sisa_kiri[:1], kanan or sisa_kanan[:1]
        if berjudul:
            _judul(found, kotak, huruf, judul)
        _isi(found, (kiri, kanan), huruf, atas=not berjudul)
        berjudul = False
        sisa_kiri, sisa_kanan = sisa_kiri[len(kiri) :], sisa_kanan[len(kanan) :]
        if not sisa_kiri and not sisa_kanan:
            return
        found.berganti_halaman()


def _yang_muat(butir: Sequence[_Butir], tinggi: float) -> list[_Butir]:
    """As many of the first items as fit."""
    heights = accumulate(b.tinggi for b in butir)
    return [b for b, bawah in zip(butir, heights, strict=True) if bawah <= tinggi]


def _judul(found: LembarKerja, kotak: tuple[Kotak, Kotak], huruf: float, tinggi: float) -> None:
    look = Gaya(Huruf(huruf, tebal=True), Tepi(True, True, True, False), menjorok=True)
    texts = (kotak[0].judul, "", kotak[1].judul, "", "")
    at = found.baris(tinggi, *((k, t, look) for k, t in enumerate(texts)))
    found.satukan(at, _KIRI, at, _KANAN - 1)
    found.satukan(at, _KANAN, at, _AKHIR)


def _isi(
    found: LembarKerja, sisi: tuple[Sequence[_Butir], Sequence[_Butir]], huruf: float, *, atas: bool
) -> None:
    """Items of two boxes, on one page; ``atas`` closes the boxes above them, too."""
    tepian = [[round(y, 2) for y in accumulate((b.tinggi for b in butir), initial=0.0)] for butir in sisi]
    tinggi = max(tepian[0][-1], tepian[1][-1])
    terpecah = {k * PALING_TINGGI for k in range(1, int(tinggi // PALING_TINGGI) + 1)}
    batas = sorted({*tepian[0], *tepian[1], *terpecah})
    first = len(found.tinggi)
    texts: dict[tuple[int, int], str] = {}
    for kolom, butir, ys in zip((_KIRI, _KANAN), sisi, tepian, strict=True):
        akhir = _KANAN - 1 if kolom == _KIRI else _AKHIR
        for each, (y0, y1) in zip(butir, pairwise(ys), strict=True):
            rows = batas.index(y0), batas.index(y1) - 1
            mulai = kolom + 1 if each.nomor else kolom
            texts |= {(rows[0], kolom): each.nomor, (rows[0], mulai): each.teks}
            found.satukan(first + rows[0], mulai, first + rows[1], akhir)
            if each.nomor:
                found.satukan(first + rows[0], kolom, first + rows[1], kolom)
    for n, (y0, y1) in enumerate(pairwise(batas)):
        akhir_ = y1 == tinggi
        cells = [
            (k, texts.get((n, k), ""), _gaya(k, huruf, atas and n == 0, akhir_)) for k in range(_AKHIR + 1)
        ]
        found.baris(y1 - y0 + (_KAKI if akhir_ else 0.0), *cells)


def _gaya(kolom: int, huruf: float, atas: bool, bawah: bool) -> Gaya:
    """The look of a cell of a box, which has rules around it and none inside."""
    tepi = Tepi(kolom in (_KIRI, _KANAN), kolom in (_KANAN - 1, _AKHIR), atas, bawah)
    return Gaya(Huruf(huruf), tepi, tegak="top", menjorok=kolom in (_KIRI, _KANAN))
