"""Which SOPs are worth comparing: signatures of texts, and pairs of those that share a block.

Comparing each SOP with each other would cost the square of their number. Instead each text gets
a MinHash signature: of every hash function the least value over its pieces of four letters. Two
signatures agree in about as many places as the texts share pieces, so texts that are alike
agree in one of a few bands of places nearly always, and others seldom.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

Sidik = npt.NDArray[np.uint32]
"""The signature of a text; one place per hash function."""

_POTONG: Final = 4
"""Letters of a piece: short enough that one misread letter spoils few."""
_PITA: Final = 32
_LEBAR: Final = 4
"""32 bands of 4 places: texts that share half of their pieces meet with 87 %, two thirds with 99.8 %."""
_JENDELA: Final = 20
"""In a block of more SOPs each is compared with so many behind it: equal texts in thousands must not cost the square."""
_ACAK: Final = np.random.RandomState(35_2012)
_A: Final = _ACAK.randint(0, 2**64, _PITA * _LEBAR, np.uint64) | np.uint64(1)
"""Factors of 64 bits: the product must run over, or its order would be that of the pieces for every function."""
_B: Final = _ACAK.randint(0, 2**64, _PITA * _LEBAR, np.uint64)
_KOSONG: Final = np.iinfo(np.uint32).max


def sidik(isi: str) -> Sidik:
    """The signature of a plain text; that of an empty one meets no other."""
    raw = isi.encode()
    pieces = {raw[i : i + _POTONG] for i in range(len(raw) - _POTONG + 1)}
    if not pieces:
        return np.full(_PITA * _LEBAR, _KOSONG, np.uint32)
    hashes = np.fromiter(map(crc32, pieces), np.uint64, len(pieces))
    mixed = (hashes[:, None] * _A + _B) >> np.uint64(32)
    return np.asarray(mixed.min(axis=0), np.uint32)


def serupa(first: Sidik, second: Sidik) -> float:
    """About how many of their pieces two texts share, 0..1."""
    if first[0] == _KOSONG or second[0] == _KOSONG:
        return 0.0
    return float(np.mean(first == second))


def pita(sidik_semua: Sequence[Sidik], kunci: Sequence[Hashable]) -> Iterator[list[list[int]]]:
    """Band by band the blocks: indices of texts that share a key and agree in the band.

    One band at a time, so that the blocks of all bands never lie in memory together.
    """
    for k in range(0, _PITA * _LEBAR, _LEBAR):
        yield kelompok(
            None if s[0] == _KOSONG else (kunci[i], s[k : k + _LEBAR].tobytes())
            for i, s in enumerate(sidik_semua)
        )


def kelompok(kunci: Iterable[Hashable | None]) -> list[list[int]]:
    """The indices that share a key, where there are two or more; None shares nothing."""
    blocks: dict[Hashable, list[int]] = {}
    for i, key in enumerate(kunci):
        if key is not None:
            blocks.setdefault(key, []).append(i)
    return [block for block in blocks.values() if len(block) > 1]


def pasangan(blocks: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The pairs of each block, each with the lower index first; in large blocks only of near neighbours."""
    for block in blocks:
        for place, i in enumerate(block):
            for j in block[place + 1 : place + 1 + _JENDELA]:
                yield i, j
