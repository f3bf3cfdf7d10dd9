"""The free text of one cell or list item: cleaned, or None where the cell says nothing.

Knows what is left of drawn lines around a text; spelling belongs to ``prose``.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from normalizers import prose
from normalizers.data import table
from normalizers.reading import KOREKSI, Reading

_PEMISAH = ";, "
_KATA_PEMISAH = re.compile(r"[;,]\s?(?:dan/atau|dan|serta|atau)$")
_EKOR = 200  # characters at the end that residue is looked for in
_MAKS_PUTARAN = 8
_PANJANG_LAZIM = 2000  # longer texts are rare and would only fill the cache
_YAKIN_TANPA_SISA = 0.9


def parse(text: str) -> Reading[str | None]:
    """The text of a cell, lines joined and safe slips repaired; None for "-", "…", dots or nothing."""
    return _parse(text) if len(text) <= _PANJANG_LAZIM else _parse.__wrapped__(text)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Reading[str | None]:
    bersih = prose.bersih(text)
    if not any(map(str.isalnum, bersih)):
        return Reading(None)
    teks, sisa = bersih, False
    for _ in range(_MAKS_PUTARAN):
        rapi = _tanpa_sisa(teks)
        sisa = sisa or rapi != teks
        rapi = _tanpa_penutup(rapi)
        if rapi == teks:
            break
        teks = prose.bersih(rapi)  # a bullet may stand at the end now
    ejaan = prose.ejaan(teks)
    if not sisa:
        return Reading(ejaan.nilai, ejaan.cara, ejaan.keyakinan, saksi=ejaan.saksi)
    return Reading(ejaan.nilai, KOREKSI, ejaan.keyakinan * _YAKIN_TANPA_SISA, saksi=ejaan.saksi)


def _tanpa_penutup(text: str) -> str:
    """The text without what parts it from the next item of a list: ";", ", dan"."""
    kept = text.rstrip(_PEMISAH)
    word = _KATA_PEMISAH.search(kept, max(0, len(kept) - _EKOR))
    if word:
        kept = kept[: word.start()]
    return _dengan_isi(kept, text) if kept != text else text


def _tanpa_sisa(text: str) -> str:
    """The text without residue of a drawing at either end."""
    sisa = _sisa()
    kept = text
    if kept[0] in sisa.mungkin_awal:
        match = sisa.awal.match(kept)
        kept = kept[match.end() :] if match else kept
    if kept and kept[-1] in sisa.mungkin_akhir:
        match = sisa.akhir.search(kept, max(0, len(kept) - _EKOR))
        if match and kept[: match.start()].rpartition(" ")[2].casefold() not in sisa.pelindung:
            kept = kept[: match.start()]
    return _dengan_isi(kept, text)


def _dengan_isi(kept: str, text: str) -> str:
    """What is kept, or the text itself where nothing would be left."""
    return kept if any(map(str.isalnum, kept)) else text


@dataclass(frozen=True, slots=True)
class _Sisa:
    """Residue at the start and the end of a text, the characters that it can begin and end with, protecting words."""

    awal: re.Pattern[str]
    akhir: re.Pattern[str]
    mungkin_awal: frozenset[str]
    mungkin_akhir: frozenset[str]
    pelindung: frozenset[str]


@cache
def _sisa() -> _Sisa:
    data = table("sel")["sisa_gambar"]
    glif, awal, akhir = re.escape(data["tanda"]), data["awal"], data["akhir"]
    return _Sisa(
        awal=re.compile(rf"(?:[{glif}]+\s+(?:\d\s+(?=[A-Z]))?|[{awal}]\s+(?=[A-Z]))+"),
        akhir=re.compile(rf"(?:\s+(?:[{glif}]+(?:\s?[4/])?|(?<=[a-z.,){glif}]\s)[{akhir}]))+$"),
        mungkin_awal=frozenset(data["tanda"] + awal),
        mungkin_akhir=frozenset(data["tanda"] + akhir + "4/"),
        pelindung=frozenset(data["pelindung"]),
    )
