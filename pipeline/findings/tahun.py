"""Years that a misread year may have been: neighbouring digits swapped, or one look-alike digit."""

from typing import Final

TAHUN_AWAL: Final = 1945
"""The Republic issues no regulation before this year."""

# Digit for digit, as scans confuse them.
_SERUPA: Final = {"0": "69", "1": "7", "3": "8", "5": "6", "6": "05", "7": "1", "8": "3", "9": "0"}


def kandidat(tahun: int) -> tuple[int, ...]:
    """Other four-digit years that reading or typing turns into this one; 2106 gives 2016 first."""
    teks = str(tahun)
    if len(teks) != 4 or not teks.isdigit():
        return ()
    tukar = [teks[:i] + teks[i + 1] + teks[i] + teks[i + 2 :] for i in range(len(teks) - 1)]
    ganti = [teks[:i] + c + teks[i + 1 :] for i, huruf in enumerate(teks) for c in _SERUPA.get(huruf, "")]
    return tuple(dict.fromkeys(int(t) for t in (*tukar, *ganti) if t != teks))


def mungkin(tahun: int, tahun_acuan: int) -> bool:
    """Whether a regulation can be of this year."""
    return TAHUN_AWAL <= tahun <= tahun_acuan
