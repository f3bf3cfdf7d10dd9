"""The number of a civil servant (NIP): found in text, checked, and mended where only one digit is too many.

Eighteen digits: date of birth (8), month of appointment (6), sex (1), serial number (3).
PPPK carry such a number too, with 21 or more in place of the month.
"""

import datetime
import re
from functools import lru_cache

from normalizers.reading import APA_ADANYA, KOREKSI, Bagian, Reading

PANJANG = 18
_PANJANG_LAMA = 9
_PALING_PENDEK = 5
_LEKAT = 15  # digits from which on a group may be all look-alike letters
_PPPK = 21
_UMUR_ANGKAT = range(18, 59)

LABEL = re.compile(r"(?<![^\W_])N\s?[IlL1|!]\s?P(?:PPK|\s?\.?\s*PPPK)?(?![^\W\d_])[\s.,:;]*", re.IGNORECASE)
"""The label before the number, with what stands between."""
_TERSUSUN = re.compile(r"(?<!\d)\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}(?!\d)")
_KELOMPOK = re.compile(r"[^\s.\-–]+|\n")
_GLIF = str.maketrans("OoQDlI|i!ZzSsGbBgq", "000011111225566899")
_MIRIP = frozenset("OoQDlI|i!ZzSsGbBgq")


@lru_cache(maxsize=2048)
def parse(text: str) -> Reading[str | None]:
    """The digits of the first NIP in a text, without blanks; None without one.

    What cannot be a NIP of 18 digits comes back as read. ``bagian["nip"]`` is the place of the
    number, without its label.
    """
    for label in LABEL.finditer(text):
        if (end := _akhir(text, label.end())) is not None:
            return _baca(text, label.end(), end)
    if match := _TERSUSUN.search(text):
        return _baca(text, *match.span())
    return Reading(None)


def _akhir(text: str, start: int) -> int | None:
    """Where the number that begins here ends; None when it is no number."""
    count, end, wrapped = 0, None, False
    for group in _KELOMPOK.finditer(text, start):
        if group[0] == "\n":
            wrapped = count >= _LEKAT
            continue
        digits = _angka(group[0].rstrip(",;:)"), count)
        if not digits or (wrapped and count + digits != PANJANG):  # the next line may be a year
            break
        count, end = count + digits, group.start() + digits
        if count >= PANJANG:
            break
    return end if count >= _PALING_PENDEK else None


def _angka(group: str, before: int) -> int:
    """How many digits a group of characters stands for; 0 when it is a word."""
    figures = sum(map(str.isdigit, group))
    if not all(c in _MIRIP or c.isdecimal() for c in group):
        return 0
    if 2 * figures >= len(group) or (before >= _LEKAT and before + len(group) == PANJANG):
        return len(group)
    lone_one = len(group) == 1 and before == _LEKAT - 1 and group in "lI|!i"
    return 1 if lone_one else 0


def _baca(text: str, start: int, end: int) -> Reading[str | None]:
    written = re.sub(r"[\s.\-–]", "", text[start:end])
    digits = written.translate(_GLIF)
    cara, keyakinan = (APA_ADANYA, 1.0) if digits == written else (KOREKSI, 0.9)
    return Reading(digits, cara, keyakinan, {"nip": Bagian(start, end, cara, keyakinan)})


def masalah(nip: str, pada: datetime.date | None = None) -> list[tuple[str, str]]:
    """What is wrong with a NIP: pairs of code and sentence; an empty list when it is sound.

    Args:
        nip: the digits, without blanks.
        pada: day of approval, which an appointment must not follow.
    """
    if len(nip) == _PANJANG_LAMA and nip.isdecimal():
        return [("NP001", "NIP 9 angka adalah NIP lama; lengkapi dengan NIP 18 angka.")]
    if len(nip) != PANJANG or not (nip.isascii() and nip.isdecimal()):
        return [("NP001", f"NIP harus 18 angka, yang tertulis {len(nip)} angka.")]
    born = _tanggal(nip[:8])
    if born is None:
        return [("NP002", f"Tanggal lahir {nip[6:8]}-{nip[4:6]}-{nip[:4]} dalam NIP tidak ada di kalender.")]
    year, month = int(nip[8:12]), int(nip[12:14])
    pppk = month >= _PPPK
    found = []
    if not (1 <= month <= 12 or pppk):
        found.append(("NP002", f"Bulan pengangkatan {nip[12:14]} dalam NIP tidak mungkin."))
    if nip[14] not in "12" and not pppk:
        found.append(("NP002", f"Angka jenis kelamin {nip[14]} dalam NIP harus 1 atau 2."))
    if nip[15:] == "000":
        found.append(("NP002", "Nomor urut 000 dalam NIP tidak mungkin."))
    return found or _umur(born, year, month, pada, pppk=pppk)


def _umur(
    born: datetime.date, year: int, month: int, on: datetime.date | None, *, pppk: bool
) -> list[tuple[str, str]]:
    """Whether the appointment fits the birth and the day of approval."""
    # A PPPK number has no month of appointment, and no age limit as narrow as that of a civil servant.
    age = year - born.year - (0 if pppk or month >= born.month else 1)
    if age not in _UMUR_ANGKAT and not (pppk and age > 0):
        return [("NP003", f"Menurut NIP, umur saat pengangkatan {age} tahun; wajarnya 18 sampai 58 tahun.")]
    if on is not None and (year, 1 if pppk else month) > (on.year, on.month):
        return [("NP003", f"Menurut NIP, pengangkatan ({year}) sesudah tanggal pengesahan.")]
    return []


def _tanggal(digits: str) -> datetime.date | None:
    try:
        return datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def calon(nip: str) -> list[str]:
    """The sound numbers that a NIP of 19 digits becomes when one digit is left out, sorted."""
    if len(nip) != PANJANG + 1:
        return []
    return sorted({short for i in range(len(nip)) if not masalah(short := nip[:i] + nip[i + 1 :])})
