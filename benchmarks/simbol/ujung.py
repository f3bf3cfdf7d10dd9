"""Pictures of ends of lines, with heads and without, as hands and programs draw them and scanners damage them."""

import math
import random
from dataclasses import dataclass

import cv2
import numpy as np

from benchmarks.simbol.contoh import HALUS, KATA, Gambar, Titik, bulatkan, ruas, rusak, titik, tulis
from extractors.boxes import Box

SISI = 60.0
"""Points: width and height of a picture."""
LEBAR = 0.85
"""Half a head is so many times as broad as its line at least: a narrower one cannot be seen."""
LURUS = 2
"""A line without a bend has so many corners."""
PENDEK, DI_SANA = 0.25, 0.85
"""How often a straight line is so short that both ends are seen, and how often its other end has a head where this one has none."""
CABANG = 0.1
"""How often another line turns off a little before the end."""


@dataclass(frozen=True)
class Ujung:
    """The end of one line: its picture, the corners of the line, whether a head stands at its end, pixels per inch."""

    gambar: Gambar
    jalan: Titik
    panah: bool
    dpi: float


def ujung(rng: random.Random) -> Ujung:
    """The end of a line by chance; a line that has no head may leave a symbol there, or go on."""
    dpi = float(rng.choice([110, 125, 150, 170, 200, 200, 240, 300]))
    unit = dpi / 72
    sisi = int(SISI * unit)
    gambar = np.full((sisi, sisi), 255 if rng.random() < 0.9 else rng.randint(200, 250), np.uint8)
    tebal = math.exp(rng.uniform(math.log(0.4), math.log(3.0))) * unit
    abu = rng.choice([0, 0, 0, rng.randint(0, 120)])
    akhir = (sisi / 2 + rng.uniform(-4, 4) * unit, sisi / 2 + rng.uniform(-4, 4) * unit)
    sudut = rng.choice([0, 90, 180, 270]) + (
        rng.uniform(-45, 45) if rng.random() < 0.2 else rng.gauss(0, 0.7)
    )
    arah = math.cos(math.radians(sudut)), math.sin(math.radians(sudut))
    jalan = _jalan(akhir, arah, unit, rng)
    panah = rng.random() < 0.5
    pendek = len(jalan) == LURUS and rng.random() < PENDEK
    if pendek:
        jalan = [_geser(akhir, arah, -rng.uniform(9, 30) * unit, 0), akhir]
    _latar(gambar, akhir, arah, unit, rng)
    if rng.random() < 0.8:
        _simbol(gambar, akhir, arah, unit, rng)
    ruas(gambar, jalan, abu, tebal)
    if pendek:
        _pangkal(gambar, jalan[0], arah, not panah, tebal, unit, abu, rng)
    elif rng.random() < CABANG:
        p = _geser(akhir, arah, -rng.uniform(6, 35) * unit, 0)
        ruas(gambar, [p, _geser(p, arah, 0, rng.choice([-1, 1]) * 60 * unit)], abu, tebal)
    if panah:
        _kepala(gambar, akhir, arah, tebal, unit, abu, rng)
    elif rng.random() < 0.15:
        ruas(gambar, [akhir, _geser(akhir, arah, 40 * unit, 0)], abu, tebal)
    if rng.random() < 0.12:
        q = Box(akhir[0] + 4 * unit, akhir[1] - 12 * unit, akhir[0] + 24 * unit, akhir[1] - 4 * unit)
        tulis(gambar, rng.choice(KATA), q, 0.9, 0)
    gambar = rusak(gambar, dpi, rng)
    goyang = 0.5 * unit
    lihat = [(x + rng.gauss(0, goyang), y + rng.gauss(0, goyang)) for x, y in jalan]
    lihat[-1] = _geser(lihat[-1], arah, rng.gauss(-0.6, 1.2) * unit, 0)
    return Ujung(gambar, lihat, panah, dpi)


def _geser(
    p: tuple[float, float], arah: tuple[float, float], maju: float, samping: float
) -> tuple[float, float]:
    return p[0] + arah[0] * maju - arah[1] * samping, p[1] + arah[1] * maju + arah[0] * samping


def _jalan(akhir: tuple[float, float], arah: tuple[float, float], unit: float, rng: random.Random) -> Titik:
    """The corners of a line that ends somewhere: straight, or turned off a little before."""
    jauh = 60 * unit
    if rng.random() < 0.55:
        return [_geser(akhir, arah, -jauh, 0), akhir]
    belok = rng.uniform(4.5, 25) * unit
    sudut = _geser(akhir, arah, -belok, 0)
    return [_geser(sudut, arah, 0, rng.choice([-1, 1]) * jauh), sudut, akhir]


def _kepala(
    gambar: Gambar,
    akhir: tuple[float, float],
    arah: tuple[float, float],
    tebal: float,
    unit: float,
    abu: int,
    rng: random.Random,
) -> None:
    """An arrowhead: filled, open, hollow behind, or an outline."""
    panjang = max(rng.uniform(2.5, 10) * unit, 2.0 * tebal)
    lebar = max(panjang * rng.uniform(0.25, 0.62), LEBAR * tebal)
    kiri, kanan = _geser(akhir, arah, -panjang, lebar), _geser(akhir, arah, -panjang, -lebar)
    jenis = rng.random()
    if jenis < 0.55:
        cv2.fillPoly(gambar, [bulatkan([kiri, akhir, kanan])], (abu,), cv2.LINE_AA, HALUS)
    elif jenis < 0.85:
        ruas(gambar, [kiri, akhir, kanan], abu, tebal)
    elif jenis < 0.95:
        lekuk = _geser(akhir, arah, -panjang * rng.uniform(0.5, 0.8), 0)
        cv2.fillPoly(gambar, [bulatkan([kiri, akhir, kanan, lekuk])], (abu,), cv2.LINE_AA, HALUS)
    else:
        cv2.fillPoly(gambar, [bulatkan([kiri, akhir, kanan])], (255,), cv2.LINE_AA, HALUS)
        ruas(gambar, [kiri, akhir, kanan, kiri], abu, tebal)


def _pangkal(
    gambar: Gambar,
    awal: tuple[float, float],
    arah: tuple[float, float],
    panah: bool,
    tebal: float,
    unit: float,
    abu: int,
    rng: random.Random,
) -> None:
    """What stands at the other end of a short line: a symbol, and mostly a head if this end has none."""
    balik = -arah[0], -arah[1]
    _simbol(gambar, awal, balik, unit, rng)
    if panah and rng.random() < DI_SANA:
        _kepala(gambar, awal, balik, tebal, unit, abu, rng)


def _simbol(
    gambar: Gambar, akhir: tuple[float, float], arah: tuple[float, float], unit: float, rng: random.Random
) -> None:
    """A symbol before the end of a line, which touches it, or nearly."""
    w, h = rng.uniform(16, 60) * unit, rng.uniform(10, 32) * unit
    sela = rng.choice([0.0, 0.0, rng.uniform(-0.5, 2.0) * unit, rng.uniform(1.0, 8.0) * unit])
    tengah = _geser(akhir, arah, (abs(arah[0]) * w + abs(arah[1]) * h) / 2 + sela, 0)
    q = Box(tengah[0] - w / 2, tengah[1] - h / 2, tengah[0] + w / 2, tengah[1] + h / 2)
    raut = titik(rng.choice(["kotak", "kotak", "bulat", "wajik", "lingkaran", "dokumen"]), q, rng)
    if rng.random() < 0.5:
        cv2.fillPoly(
            gambar, [bulatkan(raut)], (rng.choice([255, rng.randint(120, 245), 0]),), cv2.LINE_AA, HALUS
        )
    ruas(gambar, [*raut, raut[0]], rng.choice([0, 0, 80]), rng.uniform(0.4, 2.5) * unit)


def _latar(
    gambar: Gambar, akhir: tuple[float, float], arah: tuple[float, float], unit: float, rng: random.Random
) -> None:
    """Rules of the table across a line or beside it, and other lines."""
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        abu, tebal = rng.choice([0, 0, 80, 140]), rng.uniform(0.3, 2.2) * unit
        if rng.random() < 0.65:
            p = _geser(akhir, arah, rng.uniform(-18, 5) * unit, 0)
            ruas(gambar, [_geser(p, arah, 0, -90 * unit), _geser(p, arah, 0, 90 * unit)], abu, tebal)
        else:
            p = _geser(akhir, arah, 0, rng.choice([-1, 1]) * rng.uniform(2, 14) * unit)
            ruas(gambar, [_geser(p, arah, -90 * unit, 0), _geser(p, arah, 90 * unit, 0)], abu, tebal)
