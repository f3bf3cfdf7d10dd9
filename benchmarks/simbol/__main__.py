"""Learn the forms of symbols, or the heads of lines: ``python -m benchmarks.simbol [--ujung] [OUT.npz] [--count N] [--seed S]``.

Makes the weights that ``extractors.raster.drawing.forms`` reads, from pictures made by ``contoh``, or those of
``extractors.raster.drawing.heads`` from ``ujung``; the same seed gives the same weights on the same machine. Prints how many of
other pictures, never learned from, are told rightly, by form.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.simbol.contoh import contoh
from benchmarks.simbol.ujung import ujung
from extractors.raster.drawing import heads
from extractors.raster.drawing.forms import FILE, FORMS, Vektor, Weights, features, scores

TERSEMBUNYI = 112
LANGKAH = 512
"""Pictures that one step learns from."""
SISA = 4000
"""Pictures kept for judging."""
UJI = 1000
"""What is added to the seed for these."""
DATA = Path(__file__).parents[2] / "extractors" / "data"
UJUNG = ("tanpa panah", "panah")


def ujung_ujung(count: int, seed: int) -> tuple[Vektor, NDArray[np.int64]]:
    """Feature vectors of ends of lines, and 1 for those with a head."""
    vectors, panah = [], []
    for n in range(count):
        one = ujung(random.Random(f"{seed}/{n}"))
        vectors.append(heads.features(one.gambar, one.jalan, one.dpi))
        panah.append(int(one.panah))
    return np.stack(vectors), np.asarray(panah)


def contoh_contoh(count: int, seed: int) -> tuple[Vektor, NDArray[np.int64]]:
    """Feature vectors and the numbers of their forms."""
    vectors, forms = [], []
    for n in range(count):
        one = contoh(random.Random(f"{seed}/{n}"))
        vectors.append(features(one.gambar, one.kotak, one.dpi))
        forms.append(FORMS.index(one.bentuk))
    return np.stack(vectors), np.asarray(forms)


def latih(x: Vektor, y: NDArray[np.int64], k: int, putaran: int, seed: int) -> Weights:
    """Weights that tell k forms: two layers, Adam, softened truths, a falling step."""
    acak = np.random.default_rng(seed)
    n = x.shape[1]
    net = [
        acak.normal(0, np.sqrt(2 / n), (n, TERSEMBUNYI)).astype(np.float32),
        np.zeros(TERSEMBUNYI, np.float32),
        acak.normal(0, np.sqrt(2 / TERSEMBUNYI), (TERSEMBUNYI, k)).astype(np.float32),
        np.zeros(k, np.float32),
    ]
    first = [np.zeros_like(w) for w in net]
    second = [np.zeros_like(w) for w in net]
    benar = np.full((len(y), k), 0.04 / k, np.float32)
    benar[np.arange(len(y)), y] += 0.96
    step, steps = 0, putaran * max(1, len(y) // LANGKAH)
    for _ in range(putaran):
        urut = acak.permutation(len(y))
        for at in range(0, len(y) - LANGKAH + 1, LANGKAH):
            part = urut[at : at + LANGKAH]
            grads = _gradien(net, x[part], benar[part], acak)
            step += 1
            laju = 2e-3 * 0.5 * (1 + np.cos(np.pi * step / steps)) + 1e-5
            for w, g, m, v in zip(net, grads, first, second, strict=True):
                m += 0.1 * (g - m)
                v += 0.001 * (g * g - v)
                w -= (laju * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)).astype(
                    np.float32
                )
                w -= (laju * 1e-2 * w).astype(np.float32)
    return Weights(*net)


def _gradien(net: list[Vektor], x: Vektor, benar: Vektor, acak: np.random.Generator) -> list[Vektor]:
    """Which way each weight is wrong on some pictures; a part of the hidden values is left out each time."""
    a, a0, b, b0 = net
    hidden = np.maximum(x @ a + a0, 0)
    tutup = (acak.random(hidden.shape) > 0.15).astype(np.float32) / np.float32(0.85)
    hidden = hidden * tutup
    raw = hidden @ b + b0
    raw = np.exp(raw - raw.max(axis=1, keepdims=True))
    salah = (raw / raw.sum(axis=1, keepdims=True) - benar) / len(x)
    kembali = (salah @ b.T) * (hidden > 0) * tutup
    return [x.T @ kembali, kembali.sum(axis=0), hidden.T @ salah, salah.sum(axis=0)]


def simpan(path: Path, net: Weights, resep: str, benar: float) -> None:
    """Write weights as half floats (they need no more), with what made them and how well they do."""
    np.savez(
        path,
        resep=np.asarray(resep),
        benar=np.asarray(benar),
        first=net.first.astype(np.float16),
        first_bias=net.first_bias.astype(np.float16),
        second=net.second.astype(np.float16),
        second_bias=net.second_bias.astype(np.float16),
    )


def benar(x: Vektor, y: NDArray[np.int64], net: Weights) -> float:
    """Share of pictures whose form is told rightly."""
    return float(np.mean(scores(x, net).argmax(axis=1) == y))


def lapor(x: Vektor, y: NDArray[np.int64], net: Weights, nama: Sequence[str]) -> str:
    """Share of each form told rightly, and what it is mostly taken for instead."""
    told = scores(x, net).argmax(axis=1)
    lines = [f"semua {benar(x, y, net):.3f}"]
    for n, form in enumerate(nama):
        own = told[y == n]
        lain = np.bincount(own[own != n], minlength=len(nama))
        lines.append(
            f"{form:14} {np.mean(own == n):.3f} dari {len(own)}, terbanyak keliru: {nama[int(lain.argmax())]}"
        )
    return "\n".join(lines)


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.simbol", description=__doc__)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--ujung", action="store_true", help="heads of lines instead of forms")
    parser.add_argument("--count", type=int, default=40000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=30)
    args = parser.parse_args()
    buat, nama, berkas = (ujung_ujung, UJUNG, heads.FILE) if args.ujung else (contoh_contoh, FORMS, FILE)
    x, y = buat(args.count, args.seed)
    net = latih(x, y, len(nama), args.rounds, args.seed)
    uji = buat(SISA, args.seed + UJI)
    resep = f"--count {args.count} --seed {args.seed} --rounds {args.rounds}"
    simpan(args.out or DATA / berkas, net, resep, round(benar(*uji, net), 3))
    print(lapor(*uji, net, nama))


if __name__ == "__main__":
    main()
