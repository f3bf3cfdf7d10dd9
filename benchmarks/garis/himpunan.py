"""Sets of damaged pages on disk: made once, learned from many times."""

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.garis.contoh import Contoh, contoh
from benchmarks.garis.halaman import halaman
from benchmarks.halaman.peramban import Peramban, peramban

PER_SOP = 3
"""Pages of one SOP that are taken at most."""
RUPA_RUSAK = 2
"""Ways in which each page is damaged."""


def buat(folder: Path, seed: int, count: int, *, tertahan: bool) -> None:
    """Fill ``folder`` with the pages of ``count`` SOPs; what is there already stays."""
    folder.mkdir(parents=True, exist_ok=True)
    with peramban() as browser:
        for n in range(count):
            path = folder / f"{seed}-{n:04d}.npz"
            if path.exists():
                continue
            made = list(_satu_sop(browser, seed, n, tertahan=tertahan))
            part = path.with_suffix(".part")
            with part.open("wb") as file:
                isi = {f"g{k}": one.gambar for k, one in enumerate(made)}
                isi |= {f"l{k}": one.lapis for k, one in enumerate(made)}
                np.savez_compressed(file, allow_pickle=False, **isi)
            part.replace(path)


def _satu_sop(browser: Peramban, seed: int, n: int, *, tertahan: bool) -> Iterator[Contoh]:
    for k, page in enumerate(halaman(browser, seed, n, tertahan=tertahan)):
        if k < PER_SOP:
            for kali in range(RUPA_RUSAK):
                yield contoh(page, random.Random(f"garis/{seed}/{n}/{k}/{kali}"))


def baca(folder: Path) -> list[Contoh]:
    """All pages of a folder, in the order of their names."""
    out = []
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as data:
            out += [Contoh(data[f"g{k}"], data[f"l{k}"]) for k in range(len(data.files) // 2)]
    return out
