"""Actors named in the text of a step: who stands before the verb, and to whom a part is handed.

Which words are roles the normalizers know; this module knows where in a step to look.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final

from normalizers.data import table
from normalizers.pelaksana import peran
from pipeline.findings.data import words
from pipeline.findings.kata import rata
from pipeline.findings.rule import Dokumen

PANJANG_SEBUTAN: Final = 7
"""A role is named in at most so many words: "Kasubag Perencanaan, Evaluasi dan Pelaporan Kecamatan"."""

SEKRETARIS: Final = "sekretaris"

_URUT: Final = re.compile(r"-\d+$")
_KATA: Final = re.compile(r"[^\s]+")


def menamai(depan: str, dok: Dokumen) -> bool:
    """Whether the words before a verb name who acts: a role, an actor column, or "petugas …", "tim …"."""
    bersih = rata(depan)
    return berawal_peran(depan) or any(
        bersih.startswith(label) for p in dok.sop.pelaksana if (label := rata(p.label))
    )


def berawal_peran(sebutan: str) -> bool:
    """Whether a heading or the beginning of a step names someone: a known role, or "petugas …", "tim …"."""
    return rata(sebutan).partition(" ")[0] in words("kata", "subjek") or bool(peran(sebutan))


def dituju(teks: str, unit: str | None) -> Iterator[str]:
    """The ids of the roles that a step hands something to, in order: "… kepada Camat" gives "camat"."""
    for sebutan in _sebutan(teks):
        yield from peran(sebutan, unit)


def dikenal(id_: str) -> bool:
    """Whether the id is one of the table of roles, a running number behind it aside."""
    return tanpa_urut(id_) in _tabel()


def tanpa_urut(id_: str) -> str:
    """The id without the running number of a second column of one role: "staf" for "staf-2"."""
    return _URUT.sub("", id_)


def nama(id_: str) -> str:
    """The official name of a role of the table."""
    return str(_tabel()[id_]["nama"])


def jenis(id_: str) -> str:
    """Whether a role of the table is struktural, fungsional, eksternal or tim."""
    return str(_tabel()[id_]["jenis"])


def umum(id_: str) -> Iterator[str]:
    """The more general roles of a role, nearest first: "kasubag-renvapor" gives "kasubag-pep", "kasubag"."""
    while induk := _tabel().get(id_, {}).get("induk"):
        yield induk
        id_ = induk


def setara(id_: str) -> str:
    """One id for roles that only the unit's name tells apart: "Sekretaris" and "Sekcam"."""
    return SEKRETARIS if id_ in words("pejabat", "sekretaris_unit") else id_


def _tabel() -> Mapping[str, Mapping[str, Any]]:
    tabel: Mapping[str, Mapping[str, Any]] = table("jabatan")["peran"]
    return tabel


@lru_cache(maxsize=4096)
def _sebutan(teks: str) -> tuple[str, ...]:
    """The words behind each "kepada", "oleh", "memerintahkan" …, up to what ends the naming."""
    hasil = []
    for m in _pengantar().finditer(teks):
        kata = []
        for n, k in enumerate(_KATA.finditer(teks, m.end())):
            if n == PANJANG_SEBUTAN or rata(k[0]) in words("kata", "penutup_peran"):
                break
            kata.append(k[0])
            if k[0].endswith((".", ";", ":")) and len(k[0]) > 4:
                break
        if kata:
            hasil.append(" ".join(kata))
    return tuple(hasil)


@cache
def _pengantar() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('kata', 'pengantar_peran')))})\s+", re.I)
