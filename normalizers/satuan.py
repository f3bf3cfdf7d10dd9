"""Units of time and numbers before them as scanning leaves them: "1O rnenit", "2 H2r1", "1.518m".

What engines make of a unit is read as one only where a number stands before it, and numbers are put right only
before a unit; nothing is counted anew.
"""

import re
from collections.abc import Mapping

from normalizers import fuzzy
from normalizers.data import table

_DATA = table("satuan")
MENIT_PER: Mapping[str, float] = {name: row["menit"] for name, row in _DATA["satuan"].items()}
ALIAS = {alias: name for name, row in _DATA["satuan"].items() for alias in row["alias"]}
_RUSAK = {form: name for name, row in _DATA["satuan"].items() for form in row["rusak"]}
BATAS = {phrase: batas for batas, phrases in _DATA["batas"].items() for phrase in phrases}
"""Working minutes of each unit, the unit of each spelling, and what each phrase bounds."""
_SATUAN_PANJANG = tuple(name for name in MENIT_PER if len(name) > 4)  # "jam" and "hari" are near too much


def _salah_satu(words: Mapping[str, object] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


KATA_SATUAN = _salah_satu([alias for alias in ALIAS if alias.isalnum() and len(alias) > 1])
_RENGGANG = "|".join(" ?".join(name) for name in MENIT_PER)  # "meni t"
TOLERAN = rf"{KATA_SATUAN}|{_salah_satu(_RUSAK)}|{_RENGGANG}"
"""Patterns of the units as they are spelled, and as engines read them, too."""

_ANGKA_RUSAK = re.compile(
    rf"(?<![\w.,])([\dOoQlI|!SsZzB]{{1,4}})(?=\s*(?:{TOLERAN})(?![^\W\d_]))", re.IGNORECASE
)
_ANGKA_AWAL = re.compile(r"^[lI|!](?=\s*[-–]\s*\d)")
_SATUAN_DIBAGI = "|".join(name for name, menit in MENIT_PER.items() if menit >= MENIT_PER["jam"])
_SETENGAH_RUSAK = re.compile(
    rf"(?:^|(?<=\d )|(?<=± ))(?:{_salah_satu(_DATA['setengah']['rusak'])})(?=\s*(?:{_SATUAN_DIBAGI})(?![a-z]))"
)
_GLIF = str.maketrans("OoQlI|!SsZzB", "000111155228")
_SATU = re.compile(r"[lI|!][oO0]?|.*\d.*")
_SATUAN_RUSAK = re.compile(rf"(?<=[\d½¼¾)])(\s*)({_RENGGANG}|[a-z]+)(?![a-z])", re.IGNORECASE)
_SISA_SATUAN = re.compile(
    r"((?:([A-Za-z]+)\.?\s+)?\W*\d[\d.,–\- ]*(?<=[\d ]))((?<=\s)[A-Za-z][A-Za-z\d]{2,5}|[A-Za-z]{3,6})\.?((?:\s+kerja)?\s*(?:(?:/|per\s).*)?)",
    re.IGNORECASE,
)
_SISA = {form: name for name, forms in _DATA["sisa"].items() for form in forms}
_ANGKA_HURUF = str.maketrans("0123458", "oiaaasa")
"""Letters of units as engines see figures in them: "H2r1"."""
_JAM_RUSAK = re.compile(
    r"(?:(?<=\d[.,]\d)\s?[1lIj][0-9ao]m|(?<=^\d) (?:[1lIj][38a]|a)m|(?<=^\d)1[238a]m)(?![^\W_])"
)
"""What is left of "jam" behind a part of an hour or one figure, read as figures: "1.518m", "1 13m", "1 am", "112m"."""
_TANDA_LEPAS = re.compile(rf"(?<=\d)(?:[.,]\s+|\s+[-–.]\s+|\.)(?=(?:{TOLERAN})(?![^\W\d_]))", re.IGNORECASE)
"""A speck between a number and its unit: "2. jam", "15.menit"."""
_KIRA_RUSAK = re.compile(
    rf"^(?:{_salah_satu(_DATA['kurang_lebih']['rusak'])}) ?(?=\d+\s*(?:{TOLERAN})(?![^\W\d_]))"
)
_SATUAN_LAZIM, _MIRIP, _LEBIH = ("menit", "jam", "hari", "minggu"), 0.6, 0.05
"""Units that the remains of one may be of; how alike they must be, and how much more than with any other."""
_TANDA_HUBUNG = re.compile(r"(?<=\d)-(?=[^\W\d_]{3})")


def perbaiki(text: str) -> str:
    """The text with look-alike digits and damaged units repaired, both only where a unit is meant."""
    text = _SETENGAH_RUSAK.sub("½", _TANDA_HUBUNG.sub(" ", text))
    text = _JAM_RUSAK.sub(" jam", _TANDA_LEPAS.sub(" ", text))
    text = _ANGKA_RUSAK.sub(lambda m: m[0].translate(_GLIF) if _SATU.fullmatch(m[0]) else m[0], text)
    text = _KIRA_RUSAK.sub("± ", _ANGKA_AWAL.sub("1", text))
    return _sisa_satuan(_SATUAN_RUSAK.sub(lambda m: m[1] + _satuan(m[2]), text))


def _sisa_satuan(text: str) -> str:
    """The text with its unit put right where it is a number with the remains of one and nothing else: "45 mena", "2 tam".

    A word that bounds the time may stand before it: "Maks. 3 hart kerja".
    """
    match = _SISA_SATUAN.fullmatch(text)
    if match is None or match[3].lower() in ALIAS or (match[2] and match[2].lower() not in BATAS):
        return text
    word = match[3].lower().translate(_ANGKA_HURUF)
    best, second = sorted(((fuzzy.ratio(word, name), name) for name in _SATUAN_LAZIM), reverse=True)[:2]
    near = best[1] if best[0] >= _MIRIP and best[0] - second[0] >= _LEBIH else None
    meant = _SISA.get(word, near)
    return f"{match[1].rstrip()} {meant}{match[4]}" if meant else text


def _satuan(word: str) -> str:
    """The unit that a damaged word stands for, in the word's case; the word itself where none is near."""
    folded = word.lower().replace(" ", "")
    name = folded if folded in ALIAS else _RUSAK.get(folded)
    if name is None and len(folded) > 4:
        name = fuzzy.nearest(folded, _SATUAN_PANJANG, 1)
    if name is None or name == word.lower():
        return word
    return (
        name.upper() if word.isupper() and len(word) > 1 else name.capitalize() if word[0].isupper() else name
    )
