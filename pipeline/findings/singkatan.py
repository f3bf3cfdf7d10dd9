"""Rules on abbreviations: whether a reader is told what they mean, and whether they are always written alike."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from normalizers.data import table as tabel
from pipeline.findings.data import words
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.tulisan import tulisan

SEBUT: Final = 5
"""A finding names at most so many."""
_SINGKATAN: Final = re.compile(r"(?<![\w.\-/])[A-Z][A-Za-z]{1,7}(?![\w\-]|\.\w|/\d)")
_ROMAWI: Final = re.compile(r"[IVXLC]+")
_DIJELASKAN: Final = re.compile(
    r"\(\s*([A-Z][A-Za-z]{1,7})\s*\)|\b([A-Z][A-Za-z]{1,7})\s*(?:\(\s*[A-Za-z]{3,}\s+\w|adalah\b)"
)
_HURUF: Final = re.compile(r"[^\W\d_]")
_KECIL: Final = 0.5
"""Share of small letters from which a text is no line of capitals, where every word would look like an abbreviation."""


@rule("DK005", "info")
def tak_dijelaskan(dok: Dokumen) -> Iterator[Hit]:
    """Singkatan yang tidak lazim tidak dijelaskan.

    Pelaksana baru tidak mengenal singkatan unit. Tulis kepanjangannya sekali, dengan singkatannya dalam kurung.
    Singkatan yang dikenal umum (KTP, ASN, APBD) tidak dihitung. Semuanya disebut dalam satu temuan, di tempat pertama.

    Buruk: Menyusun LBKP dan mengirimkannya ke OPD
    Baik: Menyusun Laporan Bulanan Kegiatan Penyuluhan (LBKP) dan mengirimkannya ke OPD
    Sumber: kemudahan membaca, tidak diatur tersendiri.
    """
    dijelaskan = {_kunci(a or b) for _, teks in _teks(dok, semua=True) for a, b in _DIJELASKAN.findall(teks)}
    asing: dict[str, str] = {}
    tempat = ""
    for lokasi, teks in _teks(dok):
        for kata in _SINGKATAN.findall(teks):
            kunci = _kunci(kata)
            if _kapital(kata) and kunci not in dijelaskan and kunci not in _dikenal() and kunci not in asing:
                asing[kunci] = kata
                tempat = tempat or lokasi
    if asing:
        sebut = ", ".join(list(asing.values())[:SEBUT]) + (
            f", dan {len(asing) - SEBUT} lainnya" if len(asing) > SEBUT else ""
        )
        pesan = f"Singkatan {sebut} tidak dijelaskan; tulis kepanjangannya sekali."
        yield Hit(tempat, pesan)


@rule("DK006", "info")
def dua_bentuk(dok: Dokumen) -> Iterator[Hit]:
    """Satu singkatan ditulis dengan dua cara.

    Pembaca dapat mengira keduanya berbeda. Dilaporkan sekali untuk setiap singkatan, pada bentuk yang kedua.

    Buruk: LKjIP pada langkah 2, LKJIP pada langkah 5
    Baik: LKjIP pada semua langkah
    Sumber: kemudahan membaca, tidak diatur tersendiri.
    """
    pertama: dict[str, str] = {}
    sudah: set[str] = set()
    for lokasi, teks in _teks(dok):
        for kata in _SINGKATAN.findall(teks):
            kunci = _kunci(kata)
            if sum(map(str.isupper, kata)) < 2 or kunci in sudah:
                continue
            awal = pertama.setdefault(kunci, kata)
            if awal != kata:
                sudah.add(kunci)
                yield Hit(lokasi, f"Singkatan ini ditulis “{kata}”, sebelumnya “{awal}”; pakai satu cara.")


def _kunci(kata: str) -> str:
    return kata.upper()


def _kapital(kata: str) -> bool:
    return kata.isupper() and not _ROMAWI.fullmatch(kata)


def _teks(dok: Dokumen, *, semua: bool = False) -> Iterator[tuple[str, str]]:
    """The texts in which an abbreviation tells itself by its capitals; all of them where it is to be explained."""
    for lokasi, teks in tulisan(dok.sop, hukum=True):
        huruf = _HURUF.findall(teks)
        if huruf and (semua or sum(map(str.islower, huruf)) >= _KECIL * len(huruf)):
            yield lokasi, teks


@cache
def _dikenal() -> frozenset[str]:
    """Abbreviations that need no words: those of the list, of titles, of bodies and of kinds of regulation."""
    bodies = tabel("lembaga")
    names = [
        alias
        for group in ("kementerian", "badan")
        for isi in bodies[group].values()
        for alias in isi["alias"]
    ]
    kinds = [
        alias
        for group in tabel("jenis_peraturan").values()
        for isi in group.values()
        for alias in isi["alias"]
    ]
    alias = [name for name in (*names, *kinds) if " " not in name]
    return frozenset(map(str.upper, (*words("singkatan", "umum"), *tabel("singkatan")["bentuk"], *alias)))


ATURAN: tuple[Aturan, ...] = (tak_dijelaskan, dua_bentuk)
