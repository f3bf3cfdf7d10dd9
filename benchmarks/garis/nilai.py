"""How well a network tells the layers of pages that it never learned from."""

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.garis.contoh import Contoh
from benchmarks.garis.halaman import Gambar

Topeng = NDArray[np.bool_]
NAMA = ("garis datar", "garis tegak", "simbol", "panah")
BATAS = 128
"""Half sure."""
DEKAT = np.ones((3, 3), np.uint8)
"""A pixel aside is right."""
TERPENDEK, SEBAGIAN_BESAR = 28, 0.8
"""Pixels of the shortest line that counts, and the share of one that must be right."""


def lapor(pages: Sequence[Contoh], lihat: Callable[[Gambar], Gambar]) -> str:
    """Precision and recall by layer, of pixels, and for rules of whole lines too.

    Args:
        pages: with their truths.
        lihat: from a grey page to its layers, height x width x 4.
    """
    hitung = np.zeros((len(NAMA), 2, 4), np.int64)
    for page in pages:
        found = lihat(page.gambar)
        for n in range(len(NAMA)):
            benar, kata = page.lapis[..., n] >= BATAS, found[..., n] >= BATAS
            hitung[n, 0] += _cocok(kata, benar)
            if n < 2:
                hitung[n, 1] += _garis(kata, benar, tegak=n == 1)
    lines = []
    for nama, (piksel, garis) in zip(NAMA, hitung, strict=True):
        lines.append(
            f"{nama:12} piksel {_angka(piksel)}" + (f"  garis {_angka(garis)}" if garis.any() else "")
        )
    return "\n".join(lines)


def _cocok(kata: Topeng, benar: Topeng) -> tuple[int, int, int, int]:
    """Said and right, said, true and said, true."""
    dekat_benar, dekat_kata = (cv2.dilate(x.astype(np.uint8), DEKAT) > 0 for x in (benar, kata))
    return int((kata & dekat_benar).sum()), int(kata.sum()), int((benar & dekat_kata).sum()), int(benar.sum())


def _garis(kata: Topeng, benar: Topeng, *, tegak: bool) -> tuple[int, int, int, int]:
    """The same, counting lines of which most is right."""
    dekat_benar, dekat_kata = (cv2.dilate(x.astype(np.uint8), DEKAT) > 0 for x in (benar, kata))
    a, b = _ruas(kata, dekat_benar, tegak=tegak)
    c, d = _ruas(benar, dekat_kata, tegak=tegak)
    return a, b, c, d


def _ruas(ada: Topeng, lain: Topeng, *, tegak: bool) -> tuple[int, int]:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ada.astype(np.uint8), connectivity=8)
    panjang = stats[:, cv2.CC_STAT_HEIGHT if tegak else cv2.CC_STAT_WIDTH]
    kena = np.bincount(labels.ravel(), lain.ravel(), count)
    semua = np.bincount(labels.ravel(), minlength=count)
    dihitung = (panjang >= TERPENDEK) & (np.arange(count) > 0)
    return int((dihitung & (kena >= SEBAGIAN_BESAR * semua)).sum()), int(dihitung.sum())


def _angka(hitung: NDArray[np.int64]) -> str:
    a, b, c, d = (int(v) for v in hitung)
    return f"tepat {a / max(b, 1):.3f} lengkap {c / max(d, 1):.3f}"
