"""Learning with TensorFlow: small squares of pages, Adam, a falling step; products in half precision."""

import os
from collections.abc import Callable, Sequence
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from benchmarks.garis.contoh import Contoh
from benchmarks.garis.jaringan import Bobot, resep

SISI, TUMPUK = 256, 8
"""Pixels of the side of a square, and squares of one step."""
BERAT = (1.0, 1.0, 0.3, 0.3)
"""What each layer counts."""
KOSONG = 0.25
"""Share of squares without any line that are taken nevertheless."""
LUAR, KERTAS = 24, 250
"""Pixels by which a square may reach beyond the page, and what lies there."""
INGAT, KABAR = 0.995, 100
"""How much of the mean weights is kept at each step, and after how many steps one hears of it."""
SINGKAT = tf.bfloat16

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)


class _Tensorflow:
    """Weights are kept as out, in, height, width."""

    def __init__(self, p: dict[str, Any]) -> None:
        self.p = p

    def conv(self, x: Any, nama: str, langkah: int = 1) -> Any:
        w = tf.cast(tf.transpose(self.p[nama], (2, 3, 1, 0)), SINGKAT)
        return tf.nn.conv2d(x, w, langkah, "SAME") + tf.cast(self.p[nama + "_b"], SINGKAT)

    def relu(self, x: Any) -> Any:
        return tf.nn.relu(x)

    def tambah(self, x: Any, y: Any) -> Any:
        return x + y

    def gabung(self, x: Any, y: Any) -> Any:
        return tf.concat([x, y], -1)

    def besar(self, x: Any) -> Any:
        return tf.repeat(tf.repeat(x, 2, 1), 2, 2)

    def lipat(self, x: Any) -> Any:
        return tf.nn.space_to_depth(x, 2)

    def ujung(self, x: Any, y: Any) -> Any:
        both = self.relu(self.conv(self.gabung(self.besar(x), y), "u1"))
        return tf.nn.depth_to_space(self.conv(both, "akhir"), 2)


def salah(p: dict[str, Any], x: Any, y: Any) -> Any:
    """How wrong a network is: pixel by pixel, and by what it shares with the truth layer by layer."""
    z = tf.cast(resep(_Tensorflow(p), tf.cast(x, SINGKAT)), tf.float32)
    berat = tf.constant(BERAT)
    per = tf.nn.sigmoid_cross_entropy_with_logits(y, z) * (1 + 2 * y)
    s = tf.sigmoid(z)
    bersama, semua = (tf.reduce_sum(v, (0, 1, 2)) for v in (s * y, s * s + y * y))
    dice = 1 - (2 * bersama + 1) / (semua + 1)
    return 5 * tf.reduce_sum(tf.reduce_mean(per, (0, 1, 2)) * berat) + 0.2 * tf.reduce_sum(dice * berat)


def kotak_acak(
    pages: Sequence[Contoh], acak: np.random.Generator, count: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Squares of pages, mirrored and paler or darker by chance."""
    xs: list[NDArray[np.float32]] = []
    ys: list[NDArray[np.float32]] = []
    while len(xs) < count:
        page = pages[int(acak.integers(len(pages)))]
        h, w = page.gambar.shape
        top, left = acak.integers(-LUAR, h - SISI + LUAR), acak.integers(-LUAR, w - SISI + LUAR)
        x = np.full((SISI, SISI), KERTAS, np.uint8)
        y = np.zeros((SISI, SISI, page.lapis.shape[2]), np.uint8)
        there = np.s_[max(0, top) : top + SISI, max(0, left) : left + SISI]
        part = page.gambar[there]
        here = np.s_[
            max(0, -top) : max(0, -top) + part.shape[0], max(0, -left) : max(0, -left) + part.shape[1]
        ]
        x[here], y[here] = part, page.lapis[there]
        if y[..., :2].max() < 128 and acak.random() > KOSONG:
            continue
        if acak.random() < 0.5:
            x, y = x[:, ::-1], y[:, ::-1]
        if acak.random() < 0.5:
            x, y = x[::-1], y[::-1]
        ink = (255 - x.astype(np.float32)) / 255
        ink = np.clip(ink * acak.uniform(0.6, 1.25) + acak.normal(0, 0.02), 0, 1)
        xs.append(np.asarray(ink[..., None], np.float32))
        ys.append(np.asarray(y / 255, np.float32))
    return np.stack(xs), np.stack(ys)


def latih(
    pages: Sequence[Contoh],
    awal: Bobot,
    langkah: int,
    seed: int,
    laju: float = 2e-3,
    sela: Callable[[int, Bobot], None] = lambda n, bobot: None,
) -> Bobot:
    """Weights that tell the layers of these pages: a moving mean over the last steps.

    Args:
        pages: to learn from.
        awal: weights to begin with.
        langkah: number of steps.
        seed: of the squares.
        laju: how large steps are at first.
        sela: told the number of steps and the weights after every ``KABAR`` steps.
    """
    tf.random.set_seed(seed)
    p = {nama: tf.Variable(w) for nama, w in awal.items()}
    rata = {nama: tf.Variable(w) for nama, w in awal.items()}
    semua = list(p.values())
    hangat = min(100, langkah // 10 + 1)
    jadwal = tf.keras.optimizers.schedules.CosineDecay(
        laju / 20, langkah - hangat, alpha=0.02, warmup_target=laju, warmup_steps=hangat
    )
    adam = tf.keras.optimizers.AdamW(jadwal, weight_decay=1e-3, global_clipnorm=1.0)
    adam.build(semua)

    def satu(x: Any, y: Any) -> Any:
        with tf.GradientTape() as pita:
            rugi = salah(p, x, y)
        adam.apply_gradients(zip(pita.gradient(rugi, semua), semua, strict=True))
        for nama, w in rata.items():
            w.assign_add((1 - INGAT) * (p[nama] - w))
        return rugi

    langkah_cepat = tf.function(satu, reduce_retracing=True)
    acak = np.random.default_rng(seed)
    rugi = 0.0
    for n in range(1, langkah + 1):
        x, y = kotak_acak(pages, acak, TUMPUK)
        rugi += float(langkah_cepat(tf.constant(x), tf.constant(y)))
        if n % KABAR == 0:
            print(f"{n} langkah, salah {rugi / KABAR:.4f}", flush=True)
            rugi = 0.0
            sela(n, {nama: w.numpy() for nama, w in rata.items()})
    return {nama: w.numpy() for nama, w in rata.items()}
