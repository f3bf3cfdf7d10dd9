"""Learn the lines of scanned pages: ``python -m benchmarks.garis WORK [OUT.onnx] [--count N] [--seed S]``.

Makes the network that ``extractors.raster.learned`` runs, from pages whose lines are known exactly: ``halaman`` prints
them in layers, ``contoh`` damages page and layers alike, WORK keeps the result (a page and its damage take about a
second). Then ``latih`` learns from squares of them, in rounds; each prints how wrong it is still. The end prints
precision and recall on pages in styles from number 300 on, of which none was learned from.

Learning needs what using does not, and what the project therefore does not depend on:
``pip install tensorflow-cpu onnx`` beside it. It takes some twenty minutes of one core; ``--share 0.01`` tries it out.
The weights that are shipped were learned in these rounds while the set still grew, so a new run cannot give the same bytes.
"""

import argparse
from pathlib import Path

import numpy as np

from benchmarks.garis import himpunan, nilai
from benchmarks.garis.jaringan import LAPIS, awal, ke_onnx
from extractors.networks import network
from extractors.raster import learned
from extractors.raster.learned import DPI, FILE

BAKU = Path(__file__).parents[2] / "extractors" / "data" / FILE
PUTARAN = ((1000, 2e-3), (1300, 1.5e-3), (2500, 8e-4))
"""Steps, and how large the first ones of a round are."""
UJI, BANYAK_UJI = 9000, 8
"""Seed and number of the SOPs kept for judging."""


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.garis", description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=BAKU)
    parser.add_argument("--count", type=int, default=190, help="number of SOPs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="part of the steps to take, for a trial")
    args = parser.parse_args()
    himpunan.buat(args.work / "latih", args.seed, args.count, tertahan=False)
    himpunan.buat(args.work / "uji", UJI, BANYAK_UJI, tertahan=True)
    resep = f"--count {args.count} --seed {args.seed} --share {args.share}"
    args.out.write_bytes(_belajar(args.work / "latih", args.seed, args.share, resep))
    ready = network(args.out.read_bytes())
    print(
        nilai.lapor(
            himpunan.baca(args.work / "uji"), lambda page: np.dstack(learned.seen(page, DPI, ready)[:LAPIS])
        )
    )


def _belajar(folder: Path, seed: int, bagian: float, resep: str) -> bytes:
    from benchmarks.garis.latih import latih

    pages, bobot = himpunan.baca(folder), awal(seed)
    for n, (langkah, laju) in enumerate(PUTARAN):
        bobot = latih(pages, bobot, max(1, round(bagian * langkah)), seed + n, laju)
    return ke_onnx(bobot, resep)


if __name__ == "__main__":
    main()
