"""The free text of one cell or list item: cleaned, or None where the cell says nothing.

Knows what is left of drawn lines around a text; spelling belongs to ``prose``.
"""

import re
from functools import cache, lru_cache

from normalizers import prose
from normalizers.data import table
from normalizers.reading import KOREKSI, Reading

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
    tanpa_sisa = _tanpa_sisa(bersih)
    ejaan = prose.ejaan(tanpa_sisa)
    if tanpa_sisa == bersih:
        return Reading(ejaan.nilai, ejaan.cara, ejaan.keyakinan, saksi=ejaan.saksi)
    return Reading(ejaan.nilai, KOREKSI, ejaan.keyakinan * _YAKIN_TANPA_SISA, saksi=ejaan.saksi)


def _tanpa_sisa(text: str) -> str:
    """The text without residue of a drawing at either end; the text itself if nothing else would be left."""
    awal, akhir = _pola()
    kept = akhir.sub("", awal.sub("", text, count=1), count=1)
    return kept if any(map(str.isalnum, kept)) else text


@cache
def _pola() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = table("sel")["sisa_gambar"]
    glif = re.escape(data["tanda"])
    tanda = f"[{glif}]"
    dilindungi = "".join(rf"(?<!\b{kata})" for kata in data["pelindung"])
    awal = rf"^(?:{tanda}+\s+(?:\d\s+(?=[A-Z]))?|[{data['awal']}]\s+(?=[A-Z]))+"
    akhir = rf"(?i:{dilindungi})(?:\s+(?:{tanda}+(?:\s?[4/])?|(?<=[a-z.,){glif}]\s)[{data['akhir']}]))+$"
    return re.compile(awal), re.compile(akhir)
