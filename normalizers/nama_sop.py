"""The name of the SOP, from its label or from a heading that repeats it."""

import re
from functools import cache, lru_cache

from extractors.spans import Span, join
from normalizers import prose
from normalizers.data import table
from normalizers.reading import Reading
from normalizers.unit import cari

_BARIS = re.compile(r"[\n\x1d\x1e]")
_AKHIR = re.compile(r"(\w{4,})\W*$")
_TAHUN = re.compile(r"(?i)\W*tahun(?:\s+anggaran)?\s+\d{4}\W*")


@lru_cache(maxsize=1024)
def parse(text: str, singkatan: frozenset[str] = frozenset()) -> Reading[str | None]:
    """The name in title case, safe slips repaired; None for dashes, dots or nothing.

    The abbreviations that the SOP uses elsewhere keep their capitals.
    """
    if not any(map(str.isalnum, text)):
        return Reading(None)
    ejaan = prose.ejaan(prose.bersih(text))
    return Reading(prose.judul(ejaan.nilai, singkatan), ejaan.cara, ejaan.keyakinan, saksi=ejaan.saksi)


def dari_judul(heading: Span) -> Span:
    """The part of a heading that names the procedure; empty when it names the kind of document or the unit only.

    "STANDAR OPERASIONAL PROSEDUR (SOP) / PENGURUSAN KTP / KECAMATAN SUKAMAJU" leaves "PENGURUSAN KTP".
    """
    kept = []
    for line in heading.split(_BARIS):
        rest = line.cut(_nama_mulai(line.text)).strip()
        says_something = any(map(str.isalnum, rest.text)) and not _TAHUN.fullmatch(rest.text)
        if says_something and not _names_unit(rest.text):
            kept.append(rest)
    return join(kept, "\n")


def tanpa_tempat(heading: Span, nama: str) -> Span:
    """A heading without the place that it adds behind the last word of the name: "… KERJA DI KOTA SUKAMAJU"."""
    last = next(iter(_AKHIR.findall(nama)), "")
    if not last:
        return heading
    behind = re.compile(rf"(?i)\b{re.escape(last)}\b\W*(?=\s(?:di|pada)\s)")
    found = list(behind.finditer(heading.text))
    return heading.cut(0, found[-1].end()).strip() if found else heading


@lru_cache(maxsize=1024)
def inti(nama: str) -> str:
    """The letters and digits of a name without unit, region and kind of document, for comparing headings."""
    text = prose.ejaan(prose.bersih(nama)).nilai
    for found in reversed(cari(text)):
        text = text[: found.start] + text[found.end :]
    return "".join(filter(str.isalnum, text[_nama_mulai(text) :].casefold()))


def _names_unit(line: str) -> bool:
    """Whether a line is names of units and regions and nothing else."""
    names = cari(line)
    return bool(names) and not any(map(str.isalnum, line[: names[0].start] + line[names[-1].end :]))


def _nama_mulai(text: str) -> int:
    """Where the name begins behind the kind of document and "tentang"."""
    match = _jenis_dokumen().match(text)
    return match.end() if match else 0


@cache
def _jenis_dokumen() -> re.Pattern[str]:
    kinds = sorted(table("nama_sop")["jenis_dokumen"], key=len, reverse=True)
    forms = "|".join(r"\s+".join(map(re.escape, kind.split())) for kind in kinds)
    return re.compile(rf"(?:(?:\W*+(?:{forms})(?!\w))++\W*+)?(?:tentang\b\W*)?", re.IGNORECASE)
