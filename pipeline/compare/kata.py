"""The meaning-bearing words of a text: lower case, affixes stripped, words that say nothing left out.

For judging likeness only. A root need not be that of a dictionary; it must be the same for
"mengirim", "pengiriman" and "kirim". What the module knows lies in ``data/kata_dasar.toml``.
"""

import re
from functools import cache, lru_cache
from typing import Final

from pipeline.data import table

_BUKAN_HURUF: Final = re.compile(r"[\W_]+")
_PENDEK: Final = 4
"""A root keeps at least so many letters; shorter words are left as they are."""
_HILANG: Final = "k"
"""Behind meng- and peng- a k melts away and an initial vowel does not, so "irim" must meet "kirim"."""
_VOKAL: Final = frozenset("aeiou")


@lru_cache(maxsize=16384)
def rata(teks: str) -> str:
    """The text for comparison: lower case, everything but letters and digits one blank."""
    return _BUKAN_HURUF.sub(" ", teks.casefold()).strip()


@lru_cache(maxsize=32768)
def inti(teks: str) -> tuple[str, ...]:
    """The roots of the meaning-bearing words, in order; words of one meaning have one root."""
    found = []
    for word in rata(teks).split():
        if word not in _henti():
            root = akar(word)
            found.append(_semakna().get(root, root))
    return tuple(found)


def panjang(nama: str) -> str:
    """The name of an SOP with its abbreviations written out: ``SKTM`` is ``surat keterangan tidak mampu``."""
    short: dict[str, str] = table("kata_dasar")["singkatan"]
    return " ".join(short.get(word, word) for word in rata(nama).split())


def ringan(root: str) -> bool:
    """Whether the root, in the name of an SOP, says little about which procedure it is."""
    return root in _ringan()


@lru_cache(maxsize=32768)
def akar(word: str) -> str:
    """The word, lower case, without its affixes: a known root where one is inside, else what is left of it."""
    if len(word) <= _PENDEK or not word.isalpha() or word in _utuh():
        return word
    bare = [word.removesuffix(s) for s in ("", *table("kata_dasar")["akhiran"]) if word.endswith(s)]
    inside = [root for stem in bare for root in _tanpa_awalan(stem) if root in _utuh()]
    if inside:
        return max(inside, key=len)
    stem = next((stem for stem in bare[1:] if len(stem) >= _PENDEK), word)
    return _awal(next((root for root in _tanpa_awalan(stem)[1:] if len(root) >= _PENDEK), stem))


def _awal(word: str) -> str:
    return word[1:] if len(word) > _PENDEK and word[0] == _HILANG and word[1] in _VOKAL else word


def _tanpa_awalan(word: str, depth: int = 2) -> list[str]:
    """The word, and what may be left of it without one or two prefixes; the likeliest first."""
    found = [word]
    for prefix, lost in table("kata_dasar")["awalan_luluh"]:
        rest = word.removeprefix(prefix)
        if rest != word and rest:
            found += [rest] if lost == _HILANG or rest[0] not in _VOKAL else []
            found += [lost + rest, prefix[-1] + rest] if rest[0] in _VOKAL else []
    for prefix in table("kata_dasar")["awalan"] if depth else ():
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _PENDEK - 1:
            found += _tanpa_awalan(rest, depth - 1)
    return found


@cache
def _henti() -> frozenset[str]:
    return frozenset(table("kata_dasar")["kata_henti"])


@cache
def _utuh() -> frozenset[str]:
    return frozenset(table("kata_dasar")["utuh"])


@cache
def _ringan() -> frozenset[str]:
    return frozenset(root for word in table("kata_dasar")["kata_ringan"] for root in inti(word))


@cache
def _semakna() -> dict[str, str]:
    return {akar(word): akar(group[0]) for group in table("kata_dasar")["semakna"] for word in group}
