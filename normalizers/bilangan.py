"""Quantities as people write them: figures, fractions, words.

Works on lower-case text; what the number counts is none of its business.
"""

import re
from collections.abc import Mapping

from normalizers.data import table

_DATA: Mapping[str, Mapping[str, int]] = table("satuan")["bilangan"]
_PECAHAN = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_RIBUAN = re.compile(r"\d{1,3}(?:\.\d{3})+")

_KATA = "|".join(sorted([*_DATA["satuan"], *_DATA["utuh"]], key=lambda w: (-len(w), w)))
POLA_KATA = rf"(?<![^\W\d_])(?:{_KATA})(?:\s+(?:{_KATA}|belas|{'|'.join(_DATA['pengali'])}))*(?![^\W\d_])"
"""Pattern of a number in words: "empat belas"."""
POLA_ANGKA = (
    r"\d*\s*[½¼¾]|(?:\d+\s+)?[1-3]/[2-4](?![\d/])|setengah(?![a-z])|\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
)
"""Pattern of a number in figures, with fraction or decimals, or one half in words."""


def dari_angka(text: str) -> float:
    """The value of what POLA_ANGKA matched: "1,5", "1.000", "1 ½", "1/2", "setengah"."""
    if text == "setengah":
        return 0.5
    if text[-1] in _PECAHAN:
        return int(text[:-1].strip() or 0) + _PECAHAN[text[-1]]
    if "/" in text:
        whole, _, fraction = text.rpartition(" ")
        upper, lower = fraction.split("/")
        return int(whole or 0) + int(upper) / int(lower)
    return float(text.replace(".", "") if _RIBUAN.fullmatch(text) else text.replace(",", "."))


def dari_kata(words: str) -> int:
    """The value of what POLA_KATA matched: "empat belas", "dua puluh lima"."""
    total = last = 0
    for word in words.split():
        if word in _DATA["pengali"]:
            total += last * (_DATA["pengali"][word] - 1)
        else:
            last = 10 if word == "belas" else _DATA["utuh"].get(word) or _DATA["satuan"][word]
            total += last
    return total


def ringkas(number: float) -> int | float:
    """A whole number as int, any other rounded to what a person would write."""
    rounded = round(number, 4)
    return int(rounded) if rounded == int(rounded) else rounded
