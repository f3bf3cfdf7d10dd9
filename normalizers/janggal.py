"""Values that hardly stand in a document as they were read: a name that is a digit, a time without a number.

Nothing is corrected here. A value that looks odd was more often misread, or is the text of another place.
"""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, Final

from normalizers import nip
from normalizers.data import table
from normalizers.model import KOTAK, DasarHukum, Identitas, Sop, Waktu

_GANDA: Final = re.compile(r"\b(\w{2,})\s+\1\b", re.IGNORECASE)
"""Lines that two engines cut in different ways come out twice."""
_BUNTUNG: Final = re.compile(rf"(?:\b(?:{'|'.join(table('sel')['buntung']['kata'])})|[,(/&])$", re.IGNORECASE)
"""How a text ends of which the rest is missing."""
_KALIMAT: Final = re.compile(
    r"[a-z]{3,}[.;] +[A-Z(]|\w[,;.]? +(?:\d{1,2}|[a-z])[.)] ?[A-Z]|[a-z]{3,}:? *[•▪] ?\w"
)
"""Two entries of a list in one."""
_ASING: Final = re.compile(r"[^\x20-\x7e\u00a0-\u00ff\u2013\u2014\u2018-\u201d\u2022\u2026]|[|~^{}<>\\]")
"""Signs that no office writes."""
_KATA: Final = re.compile(r"[^\W\d_]{2,}")
_BERNOMOR: Final = re.compile(r"\w\s*[/.-]\s*\w")
"""Numbers of documents have parts; digits alone are what handwriting is read as."""
_BUTIR_TERBANYAK: Final = 15
"""A longer list of a box is a table that was read into it."""
_TENTANG: Final = 2
"""Words that the subject of a regulation has at least."""


def janggal(sop: Sop, lokasi: str, mentah: str) -> bool:
    """Whether a value looks as if it was misread or belongs elsewhere.

    Args:
        sop: the SOP that it is of.
        lokasi: JSON Pointer of the value.
        mentah: the text that it was read from.
    """
    kunci = lokasi.strip("/").split("/")
    if _GANDA.search(mentah) or _ASING.search(mentah.replace("\n", " ")):
        return True
    if kunci[0] == "prosedur":
        return _sel(sop, kunci)
    if kunci[0] == "identitas":
        return _identitas(sop.identitas, kunci[1:])
    if kunci[0] == "dasar_hukum":
        return len(kunci) > 1 and _hukum(sop.dasar_hukum[int(kunci[1])], kunci[2:])
    if kunci[0] in KOTAK and len(getattr(sop, kunci[0])) > _BUTIR_TERBANYAK:
        return True
    return _butir(mentah) if len(kunci) > 1 and kunci[1].isdigit() else _buntung(mentah.strip())


def _butir(mentah: str) -> bool:
    """Whether an entry of a list is none: a label, several entries, a part of one."""
    teks = " ".join(mentah.split())
    return teks.endswith(":") or not _KATA.search(teks) or _buntung(teks) or _KALIMAT.search(teks) is not None


def _buntung(teks: str) -> bool:
    return _BUNTUNG.search(teks) is not None


def _sel(sop: Sop, kunci: list[str]) -> bool:
    """Whether a cell of the procedure is odd: a number out of order, a step without words, a time without one."""
    at = int(kunci[1])
    langkah = sop.prosedur[at]
    bagian = kunci[2] if len(kunci) > 2 else "no"
    if bagian == "no":
        return langkah.no != at + 1
    isi: Any = getattr(langkah, bagian, None)
    if isinstance(isi, Waktu):
        return (
            not isi.nilai or isi.satuan is None
        )  # no step takes no time, and a lone figure has lost its unit
    if not isinstance(isi, str):
        return False
    return _buntung(isi) or not _KATA.search(isi) or (bagian == "uraian" and " " not in isi.strip())


def _identitas(identitas: Identitas, kunci: list[str]) -> bool:
    if kunci == ["disahkan_oleh", "nip"]:
        return bool(nip.masalah(identitas.disahkan_oleh.nip or ""))
    if kunci[0].startswith("tanggal"):
        return _tak_urut(identitas)
    periksa = _IDENTITAS.get(kunci[-1])
    isi = identitas.disahkan_oleh if kunci[0] == "disahkan_oleh" else identitas
    nilai = getattr(isi, kunci[-1], None)
    return periksa is not None and isinstance(nilai, str) and periksa(nilai)


def tanpa_bagian(nomor: str | None) -> bool:
    """Whether the number of an SOP is nothing but digits or letters in a row."""
    return nomor is not None and not _BERNOMOR.search(nomor)


def _tak_urut(identitas: Identitas) -> bool:
    """Whether the days of making, approving and taking effect do not follow each other."""
    hari = (identitas.tanggal_pembuatan, identitas.tanggal_pengesahan, identitas.tanggal_efektif)
    tertulis = [tanggal for tanggal in hari if tanggal]
    return any(b[: len(a)] < a[: len(b)] for a, b in pairwise(tertulis))


_IDENTITAS: Final[Mapping[str, Callable[[str], bool]]] = {
    "nomor_sop": lambda teks: sum(map(str.isdigit, teks)) < 2 or tanpa_bagian(teks),
    "nama_sop": lambda teks: _buntung(teks) or len(_KATA.findall(teks)) < 2 or "SOP/" in teks,
    "nama": lambda teks: any(map(str.isdigit, teks)) or len(_KATA.findall(teks)) < 2,
    "jabatan": _buntung,
}


def _hukum(dasar: DasarHukum, kunci: list[str]) -> bool:
    """Whether a citation is torn: without its kind or number, or with a subject that breaks off."""
    if dasar.jenis is None or (dasar.nomor is None and dasar.tahun is None):
        return True
    return kunci == ["tentang"] and (
        _buntung(dasar.tentang or "") or len((dasar.tentang or "").split()) < _TENTANG
    )
