"""Ink that people add to paper: stamps, signatures, handwriting; all of it invented and drawn by rule."""

import math
import random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from benchmarks.sop_acak import Sop

Gambar = NDArray[np.uint8]
Kotak = tuple[float, float, float, float]
TINTA = {"biru": (36, 52, 150), "ungu": (96, 58, 160), "hitam": (30, 30, 34), "biru-muda": (70, 100, 200)}


def tempel(page: Gambar, ink: NDArray[np.float32], x: int, y: int, warna: tuple[int, int, int]) -> None:
    """Lay ``ink`` (0..1) of a colour over the RGB ``page``, in place, as ink on paper multiplies."""
    h, w = ink.shape
    x0, y0, x1, y1 = max(0, x), max(0, y), min(page.shape[1], x + w), min(page.shape[0], y + h)
    if x1 <= x0 or y1 <= y0:
        return
    part = ink[y0 - y : y1 - y, x0 - x : x1 - x, None]
    target = page[y0:y1, x0:x1].astype(np.float32)
    tint = np.array(warna, np.float32) / 255
    page[y0:y1, x0:x1] = np.clip(target * (1 - part * (1 - tint)), 0, 255).astype(np.uint8)


def cap(sop: Sop, size: int, rng: random.Random) -> NDArray[np.float32]:
    """A round stamp, ``size`` pixels across."""
    big = size * 2
    image = Image.new("L", (big, big), 0)
    draw = ImageDraw.Draw(image)
    c, r = big / 2, big / 2 - 4
    tebal = max(2, big // 90)
    draw.ellipse((c - r, c - r, c + r, c + r), outline=255, width=tebal * 2)
    for k in (0.93, 0.62):
        draw.ellipse((c - r * k, c - r * k, c + r * k, c + r * k), outline=255, width=tebal)
    font = _huruf(int(big * 0.1))
    atas, bawah = sop.kop[0][:26], sop.kop[-1][:24]
    _melingkar(image, atas, c, r * 0.775, font, 270, 1)
    _melingkar(image, bawah, c, r * 0.775, font, 90, -1)
    tengah = rng.choice(["★", "SOP", sop.kop[-1].split()[-1][:8]])
    if tengah == "★":
        pts = [
            (
                c + r * (0.4 if k % 2 == 0 else 0.17) * math.sin(k * math.pi / 5),
                c - r * (0.4 if k % 2 == 0 else 0.17) * math.cos(k * math.pi / 5),
            )
            for k in range(10)
        ]
        draw.polygon(pts, outline=255, width=tebal)
    else:
        draw.text((c, c), tengah, 255, font=font, anchor="mm")
    ink = (
        np.asarray(
            image.rotate(rng.uniform(-35, 35)).resize((size, size), Image.Resampling.LANCZOS), np.float32
        )
        / 255
    )
    # Rubber does not print evenly.
    noise = np.random.default_rng(rng.getrandbits(32)).random((12, 12)).astype(np.float32)
    uneven = cv2.resize(noise, (size, size), interpolation=cv2.INTER_CUBIC)
    return np.asarray(ink * np.clip(0.45 + uneven * 0.7, 0.15, 1) * rng.uniform(0.6, 0.95), np.float32)


def _huruf(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    for name in ("LiberationSans-Bold.ttf", "DejaVuSans-Bold.ttf"):
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def _melingkar(
    image: Image.Image,
    text: str,
    c: float,
    r: float,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    pusat: float,
    arah: int,
) -> None:
    langkah = min(14.0, 150 / max(1, len(text)))
    for n, letter in enumerate(text):
        sudut = pusat + arah * (n - (len(text) - 1) / 2) * langkah
        tile = Image.new("L", (60, 60), 0)
        ImageDraw.Draw(tile).text((30, 30), letter, 255, font=font, anchor="mm")
        tile = tile.rotate(-(sudut + 90) if arah > 0 else -(sudut - 90), resample=Image.Resampling.BICUBIC)
        x, y = c + r * math.cos(math.radians(sudut)), c + r * math.sin(math.radians(sudut))
        image.paste(255, (int(x) - 30, int(y) - 30), tile)


def tanda_tangan(w: int, h: int, rng: random.Random) -> NDArray[np.float32]:
    """A scribbled signature."""
    skala = 2
    ink = np.zeros((h * skala, w * skala), np.uint8)
    n = rng.randint(5, 9)
    xs = np.cumsum([rng.uniform(0.05, 1) * rng.choice([1, 1, 1, -0.6]) for _ in range(n)])
    xs = (xs - xs.min()) / max(1e-6, float(np.ptp(xs))) * 0.9 + 0.05
    ys = np.array([rng.uniform(0.05, 0.95) for _ in range(n)])
    t = np.linspace(0, n - 1, n * 24)
    px, py = _licin(xs, t) * w * skala, _licin(ys, t) * h * skala
    pts = np.stack([px, py], 1).astype(np.int32)
    cv2.polylines(ink, [pts], False, 255, max(2, int(h * skala / 45)), cv2.LINE_AA)
    y = int(h * skala * rng.uniform(0.6, 0.9))
    if rng.random() < 0.6:
        cv2.line(
            ink,
            (int(w * 0.1), y),
            (int(w * skala * 0.95), y - int(h * 0.15)),
            255,
            max(2, int(h * skala / 55)),
            cv2.LINE_AA,
        )
    return np.asarray(cv2.resize(ink, (w, h), interpolation=cv2.INTER_AREA) / 255, np.float32)


def _licin(values: NDArray[np.float64], t: NDArray[np.float64]) -> NDArray[np.float64]:
    """Catmull–Rom through ``values`` at parameters ``t``."""
    p = np.concatenate([values[:1], values, values[-1:]])
    i = np.minimum(t.astype(int), len(values) - 2)
    f = t - i
    a, b, c, d = p[i], p[i + 1], p[i + 2], p[i + 3]
    out: NDArray[np.float64] = 0.5 * (
        2 * b + (c - a) * f + (2 * a - 5 * b + 4 * c - d) * f**2 + (3 * b - a - 3 * c + d) * f**3
    )
    return out


def tulisan(text: str, h: int, rng: random.Random) -> NDArray[np.float32]:
    """Handwriting ``h`` pixels high; letters lean, jump and vary in size."""
    font = rng.choice(
        [cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, cv2.FONT_HERSHEY_SCRIPT_COMPLEX, cv2.FONT_HERSHEY_SIMPLEX]
    )
    skala, x = h * 2 / 30, 8
    ink = np.zeros((h * 4, int(len(text) * h * 2.2) + 20), np.uint8)
    for letter in text:
        s = skala * rng.uniform(0.85, 1.1)
        (w, _), _ = cv2.getTextSize(letter, font, s, 2)
        cv2.putText(
            ink,
            letter,
            (x, int(h * 2.8 + rng.uniform(-0.12, 0.12) * h)),
            font,
            s,
            255,
            max(2, h // 8),
            cv2.LINE_AA,
        )
        x += int(w * rng.uniform(0.85, 1.05)) + 1
    miring = np.array([[1, -0.18, h * 0.5], [rng.uniform(-0.02, 0.02), 1, 0]], np.float32)
    leaning = cv2.warpAffine(ink, miring, (x + h, ink.shape[0]))
    size = (leaning.shape[1] // 2, leaning.shape[0] // 2)
    return np.asarray(cv2.resize(leaning, size, interpolation=cv2.INTER_AREA) / 255, np.float32)
