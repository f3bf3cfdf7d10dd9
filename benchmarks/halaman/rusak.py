"""What scanners, copiers and phones do to a page; every step is drawn from a seed."""

import math
import random
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.halaman.berkas_gambar import Gambar, abu

cv2.setNumThreads(1)


def _acak(rng: random.Random) -> np.random.Generator:
    return np.random.default_rng(rng.getrandbits(48))


def miring(page: Gambar, derajat: float, rng: random.Random) -> Gambar:
    """Skew on a sheet of the same size."""
    h, w = page.shape[:2]
    m = cv2.getRotationMatrix2D((w / 2, h / 2), derajat, 1)
    m[:, 2] += (rng.uniform(-0.006, 0.006) * w, rng.uniform(-0.006, 0.006) * h)
    latar = (
        tuple(int(v) for v in page.reshape(-1, page.shape[-1]).max(0))
        if page.ndim == 3
        else (int(page.max()),)
    )
    return np.asarray(cv2.warpAffine(page, m, (w, h), flags=cv2.INTER_LINEAR, borderValue=latar), np.uint8)


def lengkung(page: Gambar, kuat: float, rng: random.Random) -> Gambar:
    """Curl: lines of text bend by ``kuat`` of the height towards one edge."""
    h, w = page.shape[:2]
    fase = rng.uniform(0, math.pi)
    xs = np.arange(w, dtype=np.float32)
    geser = (kuat * h * np.sin(xs / w * math.pi * rng.uniform(0.6, 1.2) + fase)).astype(np.float32)
    map_x = np.tile(xs, (h, 1))
    map_y = np.arange(h, dtype=np.float32)[:, None] + geser[None, :]
    return np.asarray(
        cv2.remap(page, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def derau(page: Gambar, sigma: float, rng: random.Random) -> Gambar:
    """Sensor noise."""
    noise: NDArray[np.float32] = _acak(rng).normal(0, sigma, page.shape[:2]).astype(np.float32)
    if page.ndim == 3:
        noise = noise[..., None]
    return np.asarray(np.clip(page.astype(np.float32) + noise, 0, 255), np.uint8)


def kabur(page: Gambar, sigma: float) -> Gambar:
    """Lack of focus."""
    return np.asarray(cv2.GaussianBlur(page, (0, 0), sigma), np.uint8)


def terang(page: Gambar, kuat: float, rng: random.Random) -> Gambar:
    """Uneven light, ``kuat`` grey levels darker at the worst place, and a tint of paper."""
    h, w = page.shape[:2]
    grid = _acak(rng).random((3, 4)).astype(np.float32)
    shade = cv2.resize(grid, (w, h), interpolation=cv2.INTER_CUBIC)
    factor = 1 - np.clip(shade, 0, 1) * kuat / 255
    if page.ndim == 3:
        factor = factor[..., None] * np.array([1, rng.uniform(0.97, 1), rng.uniform(0.9, 1)], np.float32)
    return np.clip(page.astype(np.float32) * factor, 0, 255).astype(np.uint8)


def tepi_hitam(page: Gambar, rng: random.Random) -> Gambar:
    """The dark lid of the scanner along one or two edges."""
    out = page.copy()
    h, w = page.shape[:2]
    for sisi in rng.sample(["kiri", "kanan", "atas", "bawah"], rng.choice([1, 1, 2])):
        lebar = rng.uniform(0.004, 0.022)
        tebal = int(lebar * (w if sisi in ("kiri", "kanan") else h))
        gelap = rng.randint(5, 70)
        lagi = int(tebal * rng.uniform(0.2, 1.4))
        kotak = {
            "kiri": [(0, 0), (tebal, 0), (lagi, h), (0, h)],
            "kanan": [(w, 0), (w - tebal, 0), (w - lagi, h), (w, h)],
            "atas": [(0, 0), (w, 0), (w, lagi), (0, tebal)],
            "bawah": [(0, h), (w, h), (w, h - lagi), (0, h - tebal)],
        }[sisi]
        cv2.fillPoly(out, [np.array(kotak, np.int32)], (gelap, gelap, gelap))
    return out


def garis_putus(page: Gambar, bagian: float, pudar: float, rng: random.Random) -> Gambar:
    """Break ``bagian`` of the long rules and fade the others by ``pudar``; text is left alone, and so are filled cells."""
    gray = abu(page)
    dark = (gray < 160).astype(np.uint8)
    panjang = max(30, min(gray.shape) // 14)
    rules = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, panjang), np.uint8))
    tegak = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((panjang, 1), np.uint8))
    isian = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((panjang // 4, panjang // 4), np.uint8))
    rules = cv2.dilate(np.maximum(rules, tegak), np.ones((3, 3), np.uint8))
    rules = np.minimum(rules, 1 - cv2.dilate(isian, np.ones((3, 3), np.uint8)))
    h, w = gray.shape
    grid = _acak(rng).random((h // 14 + 1, w // 14 + 1)).astype(np.float32)
    holes = cv2.resize(grid, (w, h), interpolation=cv2.INTER_LINEAR) > 1 - 0.5 * bagian - 0.12
    strength = rules.astype(np.float32) * np.where(holes, 0.95, pudar).astype(np.float32)
    if page.ndim == 3:
        strength = strength[..., None]
    return np.clip(page + (255.0 - page) * strength, 0, 255).astype(np.uint8)


def fotokopi(page: Gambar, kali: int, rng: random.Random) -> Gambar:
    """Copied ``kali`` times: blur, toner noise, hard threshold, strokes grow or shrink, specks."""
    gray = abu(page)
    acak = _acak(rng)
    for _ in range(kali):
        soft = cv2.GaussianBlur(gray, (0, 0), rng.uniform(0.6, 0.95)).astype(np.float32)
        soft += acak.normal(0, rng.uniform(10, 20), gray.shape).astype(np.float32)
        gray = np.where(soft > rng.uniform(140, 190), 255, 0).astype(np.uint8)
        gray = np.asarray(cv2.medianBlur(gray, 3)) if rng.random() < 0.5 else gray
    # Paper is not pure, toner is not black.
    toner = gray.astype(np.float32) * rng.uniform(0.9, 1) + rng.uniform(10, 30) * (gray == 0)
    return np.asarray(np.clip(toner, 0, 255), np.uint8)


def bintik(page: Gambar, banyak: float, rng: random.Random) -> Gambar:
    """Specks of dust, ``banyak`` per ten thousand pixels, dark and light."""
    out = page.copy()
    h, w = page.shape[:2]
    acak = _acak(rng)
    n = int(h * w * banyak / 10000)
    for y, x, r, c in zip(
        acak.integers(0, h, n), acak.integers(0, w, n), acak.integers(0, 3, n), acak.random(n), strict=True
    ):
        v = 20 if c < 0.75 else 250
        cv2.circle(out, (int(x), int(y)), int(r) // 2, (v, v, v), -1)
    return out


def goresan(page: Gambar, rng: random.Random) -> Gambar:
    """Vertical streaks of a dirty feeder, and bands of weak toner."""
    out = page.astype(np.float32)
    h, w = page.shape[:2]
    for _ in range(rng.randint(1, 4)):
        x, tebal = rng.randrange(w), rng.randint(1, 3)
        out[:, x : x + tebal] *= rng.uniform(0.45, 0.8)
    y, tinggi = rng.randrange(h), rng.randint(h // 40, h // 12)
    out[y : y + tinggi] += (255 - out[y : y + tinggi]) * rng.uniform(0.15, 0.45)
    return np.clip(out, 0, 255).astype(np.uint8)


def tembus(page: Gambar, rng: random.Random) -> Gambar:
    """The mirrored back side shines through."""
    back = cv2.GaussianBlur(page[:, ::-1], (0, 0), 2).astype(np.float32)
    return np.clip(page - (255 - back) * rng.uniform(0.05, 0.14), 0, 255).astype(np.uint8)


def kecilkan(page: Gambar, skala: float) -> Gambar:
    """Fewer dots per inch."""
    h, w = page.shape[:2]
    return np.asarray(
        cv2.resize(page, (round(w * skala), round(h * skala)), interpolation=cv2.INTER_AREA), np.uint8
    )


def foto(page: Gambar, berat: float, rng: random.Random) -> Gambar:
    """Seen by a phone: perspective, a desk around, shade, soft focus. ``berat`` 0..1."""
    h, w = page.shape[:2]
    luar = rng.uniform(0.04, 0.12)
    bw, bh = int(w * (1 + 2 * luar)), int(h * (1 + 2 * luar))
    goyang = (0.015 + 0.05 * berat) * min(w, h)
    sudut = [(bw * luar / 1.2, bh * luar / 1.2)]
    sudut = [
        (w * luar, h * luar),
        (bw - w * luar, h * luar),
        (bw - w * luar, bh - h * luar),
        (w * luar, bh - h * luar),
    ]
    ke = np.array(
        [(x + rng.uniform(-1, 1) * goyang, y + rng.uniform(-1, 1) * goyang) for x, y in sudut], np.float32
    )
    dari = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32)
    meja = _meja(bh, bw, rng)
    m = cv2.getPerspectiveTransform(dari, ke)
    if berat > 0.4:
        page = lengkung(page, rng.uniform(0.002, 0.008) * berat, rng)
    page = page if page.ndim == 3 else np.asarray(cv2.cvtColor(page, cv2.COLOR_GRAY2RGB), np.uint8)
    warped = cv2.warpPerspective(page, m, (bw, bh), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((h, w), 255, np.uint8), m, (bw, bh))
    mask = cv2.GaussianBlur(mask, (0, 0), 1.2).astype(np.float32)[..., None] / 255
    shadow = cv2.GaussianBlur(
        np.roll(mask[..., 0], (int(h * 0.008), int(w * 0.008)), (0, 1)), (0, 0), h * 0.008
    )[..., None]
    out = meja * (1 - 0.55 * shadow) * (1 - mask) + warped * mask
    return terang(_bayangan(np.clip(out, 0, 255).astype(np.uint8), berat, rng), 20 + 50 * berat, rng)


def _meja(h: int, w: int, rng: random.Random) -> NDArray[np.float32]:
    dasar = np.array(rng.choice([(120, 85, 55), (70, 60, 55), (150, 140, 125), (60, 75, 95)]), np.float32)
    grain = _acak(rng).normal(0, 1, (h // 3 + 1, max(2, w // 90))).astype(np.float32)
    texture = cv2.resize(grain, (w, h), interpolation=cv2.INTER_CUBIC)[..., None]
    return np.asarray(np.clip(dasar + texture * 9, 0, 255), np.float32)


def _bayangan(page: Gambar, berat: float, rng: random.Random) -> Gambar:
    """The shadow of the phone or the hand."""
    h, w = page.shape[:2]
    mask = np.zeros((h, w), np.float32)
    x, y = rng.choice([0, w]), rng.uniform(0, h)
    cv2.ellipse(mask, (int(x), int(y)), (int(w * 0.5), int(h * 0.6)), rng.uniform(0, 90), 0, 360, 1.0, -1)
    soft = cv2.GaussianBlur(cv2.resize(mask, (w // 8, h // 8)), (0, 0), w / 80)
    full = cv2.resize(soft, (w, h))[..., None]
    return np.clip(page * (1 - full * rng.uniform(0.1, 0.2 + 0.35 * berat)), 0, 255).astype(np.uint8)


def ringan(page: Gambar, dpi: int, lain: bool, rng: random.Random) -> Gambar:
    """Light: a good scanner."""
    page = miring(page, max(-0.9, min(0.9, rng.gauss(0, 0.45))), rng)
    page = kabur(page, rng.uniform(0.25, 0.55) * dpi / 200)
    page = terang(page, rng.uniform(0, 10), rng)
    if lain and rng.random() < 0.5:
        page = tembus(page, rng)
    return derau(page, rng.uniform(2, 5), rng)


def sedang(page: Gambar, dpi: int, lain: bool, rng: random.Random) -> Gambar:
    """Medium: an old scanner, a copy."""
    if rng.random() < 0.7:
        page = garis_putus(page, rng.uniform(0, 0.35), rng.uniform(0, 0.55), rng)
    page = miring(page, rng.choice([-1, 1]) * rng.uniform(0.8, 2), rng)
    page = kabur(page, rng.uniform(0.55, 0.9) * dpi / 170)
    if lain:
        page = goresan(page, rng)
    page = terang(page, rng.uniform(20, 70), rng)
    if rng.random() < 0.5:
        page = tepi_hitam(page, rng)
    return derau(page, rng.uniform(5, 10), rng)


def berat(page: Gambar, dpi: int, lain: bool, rng: random.Random) -> Gambar:
    """Heavy: the copy of a copy, curled and coarse; ``page`` comes at twice 100 dpi and leaves at ``dpi``."""
    page = garis_putus(page, rng.uniform(0.2, 0.55), rng.uniform(0, 0.2), rng)
    page = fotokopi(page, rng.choice([1, 2, 3]), rng)
    page = miring(page[..., None], rng.choice([-1, 1]) * rng.uniform(0.5, 2.6), rng)
    page = page if page.ndim == 2 else page[..., 0]
    page = lengkung(page, rng.uniform(0.001, 0.006), rng)
    page = bintik(page, rng.uniform(0.3, 1.6), rng)
    if lain:
        page = goresan(page, rng)
    page = kecilkan(page, dpi / 200)
    if rng.random() < 0.5:
        page = tepi_hitam(page, rng)
    return derau(page, rng.uniform(4, 9), rng)


RESEP: dict[str, Callable[[Gambar, int, bool, random.Random], Gambar]] = {
    "light": ringan,
    "medium": sedang,
    "heavy": berat,
}
DPI = {"light": (200, 240, 300), "medium": (150, 170, 200), "heavy": (110, 125, 150)}
JPEG = {"light": (68, 82), "medium": (42, 58), "heavy": (35, 60), "clean": (90, 95)}
