"""Durations of the Waktu column: quantity, unit, bounds and working minutes.

A cell goes through three steps: repair what OCR did to digits and units, find the
quantities, read what stands before, between and behind them. What is no single duration
keeps its text and nothing else.
"""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from normalizers import bilangan, prose
from normalizers.data import table
from normalizers.model import Batas, Satuan, Waktu
from normalizers.reading import APA_ADANYA, INFERENSI, KOREKSI, Reading, Saksi
from normalizers.satuan import ALIAS, BATAS, KATA_SATUAN, MENIT_PER, TOLERAN, perbaiki

_DATA = table("satuan")
_PENGANTAR = frozenset(_DATA["pengantar"]["kata"])
_SAMBUNG = frozenset(_DATA["sambung"]["kata"])
_SEKETIKA = frozenset(_DATA["seketika"]["teks"])
_KALENDER = frozenset(
    [*(row["nama"].lower() for row in table("bulan")["bulan"]), *table("bulan")["hari"]["nama"]]
)
_TANPA_LAMA: Mapping[str, frozenset[str]] = {
    kind: frozenset(words) | (_KALENDER if kind == "jadwal" else frozenset())
    for kind, words in _DATA["tanpa_lama"].items()
}
_DIPISAH = frozenset({"", ",", "dan"})
_KATA_PENDEK = 6  # a longer cell is a sentence, whatever single words it holds


_KUTIP = "".join(alias for alias in ALIAS if not alias.isalnum())

POLA = re.compile(
    rf"(?<![\w.,/-])(?:\d\.\d{{3}}|\d{{1,3}}(?:[.,]\d+)?|[\dlI|][\dOolIS|]{{0,2}}|(?:\d\s*)?[½¼¾]|{bilangan.POLA_KATA})"
    rf"(?:\s*[-–]\s*\d{{1,3}}|\s*x\s*\d\d)?\s*(?:\([a-z ]+\)\s*)?(?:{TOLERAN})(?![^\W\d_])(?:\s+(?:kerja|kalender))?",
    re.IGNORECASE,
)
"""Finds a number with a unit inside running text, OCR slips included: "… surat 1O rnenit Edaran"."""

_HITUNGAN = re.compile(rf"\s*\(\s*\d{{1,3}}\s+(?!(?:{TOLERAN})(?![^\W\d_]))[^\W\d_]+\s*\)$", re.IGNORECASE)
"""How many of something are done in a time: "24 jam (8 berita)"."""
_PADANAN = re.compile(
    rf"^([^()]{{0,20}}\d[^()]{{0,9}}?({KATA_SATUAN}))\s*\(\s*\d{{1,4}}\s*({KATA_SATUAN})\s*\)$",
    re.IGNORECASE,
)
"""The same time in another unit behind it: "1 hari (8 jam)"."""
# Two columns read line by line: "10 Surat / menit Edaran", "15 c / menit".
_BERSELANG = re.compile(rf"\s*(\d+)\s+([^\d\n(]*)\n\s*({KATA_SATUAN})(?![a-z])[^\n]*\s*", re.IGNORECASE)
_SISA_HURUF = re.compile(rf"^(\d+) [a-z] (?=(?:{KATA_SATUAN})$)", re.IGNORECASE)
_RAPAT = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,}\.?)(?=\d)")
"""A word that lost the blank before its number: "Maks.2 hari", which engines and hasty typists write."""
_KALI = re.compile(r"(?<=[\d)])\s*[x×*]\s*(?=\d)", re.IGNORECASE)

_KUANTITAS = re.compile(
    rf"""
    (?<![\w.,]) (?:
        se(?P<se>{KATA_SATUAN})(?![a-z])
      | (?P<jam>\d{{1,2}}):(?P<menit>\d\d)(?!\d)
      | (?P<angka>{bilangan.POLA_ANGKA})
      | (?P<kata>{bilangan.POLA_KATA})
    )
    (?:\s*\(\s*(?P<terbilang>{bilangan.POLA_KATA})\s*\)?)?
    (?:\s*(?P<satuan>{KATA_SATUAN})(?![a-z]) | (?P<pendek>(?<=\d)m(?![a-z]) | \s*[{_KUTIP}](?!\w)))?
    (?:\s*(?P<sifat>kerja|kalender)(?![a-z]))?
    """,
    re.VERBOSE,
)
_PER = re.compile(
    r"\s*(?:/|@|(?:per|untuk setiap|untuk tiap|setiap|tiap|untuk(?=\s+(?:1|satu)\s))(?![a-z]))\s*(?:(?:1|satu)\s+)?(?=[a-z])"
)
_JAM_DINDING = re.compile(
    r"(?<!\d)\d\d?[.:]\d\d\s*(?:[-–]|s/?\.?d\.?)\s*\d\d?[.:]\d\d(?!\d|\s*jam)|\d[.:]\d\d\s*wi(?:b|ta?)(?![a-z])"
)
_H_KURANG = re.compile(r"(?<![a-z])h\s?([-+])\s*")
_KATA_SEKITAR = re.compile(r"h[-+]$|[a-z]+(?:-[a-z]+)*")
_KATA_LEPAS = re.compile(r"[a-z]+(?:-[a-z]+)*-?")
_JAM_MENIT = re.compile(r"(\d{1,2})\.([1-4]0|15|45)")
_TAK_MASUK_AKAL = re.compile(r"\d{10}")  # digits that no length of time has: stray text, or a NIP


@dataclass(frozen=True, slots=True)
class _Kuantitas:
    """A number with its unit, if it has one."""

    nilai: float
    satuan: str | None
    kalender: bool = False
    cara: str = APA_ADANYA
    terbilang: float | None = None


def parse(text: str, menit_per: Mapping[str, float] | None = None) -> Reading[Waktu | None]:
    """The duration of a Waktu cell; None for an empty cell, only ``teks`` for an indefinite time.

    Args:
        text: the cell as read.
        menit_per: working minutes by unit where they differ from ``data/satuan.toml``.

    A witness tells what an indefinite time is (see ``jenis``), or on ``/nilai`` that the number in
    words says otherwise.
    """
    return _parse(text, tuple(sorted(menit_per.items())) if menit_per else ())


def jenis(text: str) -> str:
    """Which kind of time a text states.

    "tetap", "seketika", "bersyarat", "periodik", "jadwal", "tidak_tentu", "kosong" or "tak_dikenal".
    """
    reading = _parse(text, ())
    if reading.nilai is None:
        return "kosong"
    return next((s.jenis for s in reading.saksi if not s.lokasi), "tetap")


def tampak(text: str) -> bool:
    """Whether a cell or fragment looks like a time: a number with a unit, or a word such as "Tentatif"."""
    if POLA.search(text):
        return True
    value = _parse(text, ()).nilai
    return value is not None and (value.satuan is not None or jenis(text) in ("periodik", "tidak_tentu"))


@lru_cache(maxsize=4096)
def _parse(text: str, setelan: tuple[tuple[str, float], ...]) -> Reading[Waktu | None]:
    factors = {**MENIT_PER, **dict(setelan)}
    printed = prose.bersih(text).strip(" ,;")
    repaired = perbaiki(_RAPAT.sub(r"\1 ", _SISA_HURUF.sub(r"\1 ", _satukan_kolom(text))))
    letters = [c for c in repaired if c.isalnum()]
    if not letters or (len(letters) == 1 and letters[0].isalpha()):
        return Reading(None)
    cara = APA_ADANYA if repaired == printed else KOREKSI
    if repaired.lower() in _SEKETIKA:
        saksi = Saksi("", "seketika", repaired)
        return Reading(Waktu(teks=repaired, nilai=0, satuan="menit", menit=0), INFERENSI, 0.8, saksi=(saksi,))
    meant = _KALI.sub(" × ", _PADANAN.sub(_tanpa_padanan, _HITUNGAN.sub("", repaired)))
    found = None if _TAK_MASUK_AKAL.search(repaired) else _lama(meant, factors)
    if found is None:
        return Reading(Waktu(teks=repaired), cara, 1.0 if not cara else 0.8, saksi=(_tanpa_lama(repaired),))
    return _waktu(repaired, found, cara, factors)


def _tanpa_padanan(match: re.Match[str]) -> str:
    return match[1] if ALIAS[match[2].lower()] != ALIAS[match[3].lower()] else match[0]


def _satukan_kolom(text: str) -> str:
    """The cell as one line, without what a neighbouring column left between number and unit."""
    if "\n" in text and (match := _BERSELANG.fullmatch(text)) and match[2]:
        return f"{match[1]} {match[3]}"
    return prose.bersih(text).strip(" ,;")


@dataclass(frozen=True, slots=True)
class _Lama:
    """One duration: one quantity, or the two ends of a range."""

    dari: _Kuantitas
    sampai: _Kuantitas | None
    per: str | None
    batas: str | None
    keyakinan: float


def _lama(text: str, factors: Mapping[str, float]) -> _Lama | None:
    """The one duration that a text states; None when it states none, or several."""
    low = text.lower()
    matches = list(_KUANTITAS.finditer(low))
    if not matches or _JAM_DINDING.search(low):
        return None
    per, behind = None, low[matches[-1].end() :]
    for count, one in enumerate(matches, 1):
        if match := _PER.match(low, one.end()):
            if any(map(_satuan_dari, matches[count:])):  # "8 jam/hari x 2 hari"
                return None
            matches, behind = matches[:count], ""
            per = _pembagi(text[match.end() :], shouted=text.isupper())
            break
    ends = _gabung(matches, low, factors)
    batas, clear = _sekitar(low[: matches[0].start()], behind)
    if ends is None or clear is None:
        return None
    if ends[0].satuan is None and (clear < 1 or per):  # "10 berkas", "Tanggal 5"
        return None
    return _Lama(ends[0], ends[1], per, batas, clear)


def _gabung(
    matches: list[re.Match[str]], low: str, factors: Mapping[str, float]
) -> tuple[_Kuantitas, _Kuantitas | None] | None:
    """The quantities as one, or as the two ends of a range; None where they do not belong together."""
    found = [_kuantitas(match) for match in matches]
    ends = [found[0]]
    for left, right, one in zip(matches, matches[1:], found[1:], strict=False):
        gap = low[left.end() : right.start()].strip(" .")
        if gap == "×":
            ends[-1] = _kalikan(ends[-1], one)
        elif gap in _DIPISAH and _lebih_besar(ends[-1], one, factors):
            ends[-1] = _tambah(ends[-1], one, factors)
        elif gap in _SAMBUNG and len(ends) == 1:
            ends.append(one)
        else:
            return None
    first = ends[0]
    if len(ends) == 1:
        if first.satuan == "jam" and first.nilai == 24:
            return replace(first, nilai=1, satuan="hari", kalender=True), None
        return first, None
    return _rentang(first, ends[1], factors)


def _satuan_dari(match: re.Match[str]) -> str | None:
    return ALIAS.get((match["satuan"] or match["pendek"] or match["se"] or "").strip())


def _kuantitas(match: re.Match[str]) -> _Kuantitas:
    unit = _satuan_dari(match)
    calendar = match["sifat"] == "kalender"
    words = match["terbilang"]
    spelled = bilangan.dari_kata(words) if words else None
    if match["jam"]:
        minutes = 60 * int(match["jam"]) + int(match["menit"])
        return _Kuantitas(minutes, "menit", cara=APA_ADANYA if unit else INFERENSI)
    if unit == "jam" and match["angka"] and (clock := _JAM_MENIT.fullmatch(match["angka"])):
        return _Kuantitas(60 * int(clock[1]) + int(clock[2]), "menit", cara=INFERENSI)
    value = bilangan.dari_angka(match["angka"]) if match["angka"] else 1
    if match["kata"]:
        value = bilangan.dari_kata(match["kata"])
    return _Kuantitas(value, unit, calendar, terbilang=spelled)


def _lebih_besar(first: _Kuantitas, second: _Kuantitas, factors: Mapping[str, float]) -> bool:
    return bool(first.satuan and second.satuan) and factors[str(first.satuan)] > factors[str(second.satuan)]


def _tambah(first: _Kuantitas, second: _Kuantitas, factors: Mapping[str, float]) -> _Kuantitas:
    """The sum of "1 jam" and "30 menit" in the smaller unit."""
    value = first.nilai * factors[str(first.satuan)] / factors[str(second.satuan)]
    return replace(second, nilai=value + second.nilai)


def _kalikan(times: _Kuantitas, one: _Kuantitas) -> _Kuantitas:
    """The product: "2 x 24 jam" are two days by the clock, "2 x 60 menit" two sessions."""
    if one.satuan == "jam" and one.nilai == 24:
        return _Kuantitas(times.nilai, "hari", kalender=True)
    return replace(one, nilai=times.nilai * one.nilai, cara=INFERENSI)


def _rentang(
    first: _Kuantitas, last: _Kuantitas, factors: Mapping[str, float]
) -> tuple[_Kuantitas, _Kuantitas] | None:
    """Both ends in one unit, the smaller one; None for two times of the clock."""
    if INFERENSI in (first.cara, last.cara):
        return None
    unit, other = first.satuan or last.satuan, last.satuan or first.satuan
    if unit is None or other is None:
        return first, last
    small = min(unit, other, key=factors.__getitem__)
    low, high = first.nilai * factors[unit] / factors[small], last.nilai * factors[other] / factors[small]
    calendar = first.kalender or last.kalender
    return replace(first, nilai=low, satuan=small, kalender=calendar), replace(last, nilai=high, satuan=small)


def _sekitar(before: str, behind: str) -> tuple[str | None, float | None]:
    """The bound, and how clear the words around the quantities leave it; None when they say it is no duration."""
    before = _anak_kalimat(before)
    front, back = _kata(before), _kata(behind)
    never = _TANPA_LAMA["periodik"] | _TANPA_LAMA["jadwal"]
    if never & {*front, *back[:2]}:
        return None, None
    lead = [word for word in front if word not in _PENGANTAR]
    phrase = " ".join(lead) or before.strip(" .:;,(").lstrip("- ")
    batas = BATAS.get(phrase) or BATAS.get(before.strip(" .:;"))
    unclear = bool(lead) and batas is None
    if batas is None and back:
        batas = BATAS.get(" ".join(back))
        unclear = unclear or (batas is None and not behind.strip().startswith("("))
    return batas, 0.7 if unclear else 1.0


def _anak_kalimat(before: str) -> str:
    """The words before a quantity, from the clause on that bounds it: "setiap hari, maksimal …" has two."""
    clause = re.split(r"[,;]\s*", before)[-1]
    words = _kata(clause)
    bounds = any(" ".join(words[:count]) in BATAS for count in (1, 2))
    return clause if bounds else before


def _kata(text: str) -> list[str]:
    return _KATA_SEKITAR.findall(_H_KURANG.sub(r"h\1", text))


def _pembagi(text: str, *, shouted: bool) -> str:
    """What the time is for each of: "bagian" of "30 menit/ bagian"."""
    words = re.split(r"[,.;:()]", text, maxsplit=1)[0].split()
    chosen = words if len(words) <= 2 else words[:1]
    return " ".join(w if w.isupper() and len(w) > 1 and not shouted else w.lower() for w in chosen)


def _tanpa_lama(text: str) -> Saksi:
    """The witness of what a text without a length of time says instead."""
    low = text.lower()
    if _JAM_DINDING.search(low) or _H_KURANG.match(low):
        return Saksi("", "jadwal", text)
    words = _KATA_LEPAS.findall(low)
    if len(words) <= _KATA_PENDEK:
        said = {*words, *map(" ".join, itertools.pairwise(words))}
        for kind, known in _TANPA_LAMA.items():
            if not known.isdisjoint(said):
                return Saksi("", kind, text)
    return Saksi("", "tak_dikenal", text)


def _waktu(text: str, found: _Lama, cara: str, factors: Mapping[str, float]) -> Reading[Waktu | None]:
    """The canonical duration of what was found."""
    first, last = found.dari, found.sampai
    top = last or first
    unit = cast(Satuan | None, first.satuan)
    value = Waktu(
        teks=text,
        nilai=bilangan.ringkas(first.nilai),
        nilai_maks=bilangan.ringkas(last.nilai) if last else None,
        satuan=unit,
        per=found.per,
        batas=cast(Batas | None, found.batas),
        kalender=first.kalender,
        menit=bilangan.ringkas(top.nilai * factors[unit]) if unit else None,
    )
    saksi: tuple[Saksi, ...] = ()
    if first.terbilang is not None and first.terbilang != first.nilai:
        saksi = (Saksi("/nilai", "terbilang", f"{first.terbilang:g}"),)
    cara = cara or first.cara
    return Reading(value, cara, found.keyakinan * (0.9 if cara else 1.0), saksi=saksi)
