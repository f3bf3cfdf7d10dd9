"""How a step begins: with a verb, with its own subject, with a noun. Words only; roles come from outside.

Owns the look at the first words of a step (``awal``); ``rata``, the text for comparison, is that of ``compare``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from pipeline.compare.kata import rata as rata
from pipeline.findings.data import table, words

BATAS_SUBJEK: Final = 9
"""A subject before its verb is no longer than this: "Kasubag Perencanaan, Evaluasi dan Pelaporan Dinas menyusun …"."""

_KATA: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# "Penandatanganan …", "Perencanaan …", "Validasi …", "Distribusi …": abstract nouns by their form.
_NOMINAL: Final = re.compile(r"pe(?:r|m|n|ng|ny|l)?[a-z]{4,}an|[a-z]{4,}(?:isasi|asi|usi|ensi)")

Jenis = Literal["verba", "subjek", "nominal", "lain"]


@dataclass(frozen=True, slots=True)
class Awal:
    """The first words of a step.

    Attributes:
        jenis: verba | nominal by the first word; subjek where words stand before the first verb
            that may name who acts; lain.
        kata: the first word, folded; "" where the text has none.
        depan: what stands before the first verb, as written (jenis subjek).
        sisa: the text from the first verb on (jenis subjek), else the text behind the first word.
    """

    jenis: Jenis
    kata: str
    depan: str = ""
    sisa: str = ""


def is_verba(kata: str) -> bool:
    """Whether the folded word is an active verb: prefix me- or ber-, or a root of the list."""
    if kata in words("kata", "kata_kerja"):
        return True
    return len(kata) > 4 and kata.startswith(("me", "ber")) and kata not in words("kata", "bukan_verba")


@lru_cache(maxsize=4096)
def awal(uraian: str) -> Awal:
    """How the step begins; connecting words ("kemudian menyusun …") and list marks do not count."""
    sambung = words("kata", "penyambung")
    kata = [m for m in _KATA.finditer(uraian) if len(m[0]) > 1]
    while kata and kata[0][0].casefold() in sambung:
        kata.pop(0)
    if not kata:
        return Awal("lain", "")
    pertama = kata[0][0].casefold()
    sisa = uraian[kata[0].end() :].strip()
    if is_verba(pertama):
        return Awal("verba", pertama, sisa=sisa)
    # "Pelanggan mengisi …" has the form of "Penyusunan", and names who acts.
    if pertama not in words("kata", "subjek") and _is_nominal(pertama):
        return Awal("nominal", pertama, sisa=sisa)
    if pertama not in words("kata", "benda"):
        for m in kata[1 : BATAS_SUBJEK + 1]:
            if is_verba(m[0].casefold()):
                depan = uraian[kata[0].start() : m.start()].strip(" ,;:-")
                return Awal("subjek", pertama, depan, uraian[m.start() :].strip())
    return Awal("lain", pertama, sisa=sisa)


def _is_nominal(kata: str) -> bool:
    return kata in table("kata")["verba_dari"] or _NOMINAL.fullmatch(kata) is not None


def kapital(teks: str) -> str:
    """The text with a capital at its beginning."""
    return teks[:1].upper() + teks[1:]
