"""Names of regions in a text: which kecamatan, kelurahan or desa it speaks of.

Only regions of the kind that the unit itself is are of interest: a kecamatan names its
villages with good reason, another kecamatan hardly ever.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from normalizers.fuzzy import ratio
from pipeline.findings.data import table
from pipeline.findings.kata import is_verba, rata

MIRIP: Final = 0.8
"""Names at least this alike are one name read twice, not two regions."""


@dataclass(frozen=True, slots=True)
class Wilayah:
    """A region: kind ("kecamatan") and folded name ("wanasari")."""

    jenis: str
    nama: str


@lru_cache(maxsize=1024)
def nama_wilayah(unit: str | None) -> Wilayah | None:
    """The region that the unit is named after; None for a unit that is none ("Dinas Kesehatan")."""
    for jenis in table("pejabat")["wilayah"]["jenis"]:
        if unit and rata(unit).startswith(f"{jenis} "):
            nama = next(_nama(_pola(jenis), unit), None)
            return Wilayah(jenis, nama) if nama else None
    return None


def disebut(teks: str, jenis: str) -> Iterator[str]:
    """The regions of one kind that a text names, folded: "… pada Kecamatan Wanasari" gives "wanasari"."""
    return _nama(_pola(jenis), teks)


def wilayah_pejabat(jabatan: str | None, jenis: str) -> str | None:
    """The region in the title of the head of a region of that kind: "Camat Wanasari" gives "wanasari"."""
    for kepala, milik in table("pejabat")["wilayah_jabatan"].items():
        if jabatan and milik == jenis:
            return next(_nama(_pola(kepala), jabatan), None)
    return None


def sama(a: str, b: str) -> bool:
    """Whether two folded names mean one region: equal, one longer by what follows it, or read a little otherwise."""
    a, b = a.replace(" ", ""), b.replace(" ", "")
    return a.startswith(b) or b.startswith(a) or ratio(a, b) >= MIRIP


@cache
def _pola(kepala: str) -> re.Pattern[str]:
    # Up to three capitalised words: "Kecamatan Wanasari Kidul", not "kecamatan yang bersangkutan".
    return re.compile(rf"\b(?i:{kepala})((?:[ \t]+[A-Z][\w’'-]*){{1,3}})")


def _nama(pola: re.Pattern[str], teks: str) -> Iterator[str]:
    data = table("pejabat")["wilayah"]
    for m in pola.finditer(teks):
        nama: list[str] = []
        for kata in rata(m[1]).split():
            if kata in data["penutup"] or is_verba(kata):
                break
            nama.append(kata)
        if nama and nama[0] not in data["bukan_nama"] and not any(k.isdigit() for k in nama):
            yield " ".join(nama)
