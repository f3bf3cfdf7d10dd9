"""Pictures of single symbols as hands and programs draw them and scanners damage them, with their forms.

The ways of drawing are drawn from wide ranges, wider than any page generator's: what learns from them
shall not know a house style.
"""

import math
import random
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.raster.drawing.forms import FORMS

Gambar = NDArray[np.uint8]
Titik = list[tuple[float, float]]

BOBOT = {
    "kotak": 22,
    "bulat": 17,
    "lingkaran": 7,
    "huruf": 5,
    "wajik": 15,
    "segi_lima": 6,
    "dokumen": 9,
    "trapesium": 7,
    "jajar_genjang": 4,
    "lain": 26,
}
KATA = ("Mulai", "Selesai", "Start", "End", "MULAI", "Ya", "Tidak", "1", "2", "A", "Cek", "OK", "Arsip")
HURUF = ("1", "2", "3", "A", "B", "C", "D", "4", "12", "a", "b", "P")
HALUS = 4
"""Fractional bits of OpenCV's drawing."""


@dataclass(frozen=True)
class Contoh:
    """One symbol: its picture, the box of its outline, its form and how many pixels an inch has."""

    gambar: Gambar
    kotak: Box
    bentuk: str
    dpi: float


def contoh(rng: random.Random) -> Contoh:
    """A symbol by chance."""
    bentuk = rng.choices(list(BOBOT), list(BOBOT.values()))[0]
    dpi = rng.choice([110, 125, 150, 170, 200, 200, 240, 300])
    w, h = _ukuran(bentuk, dpi, rng)
    tepi = max(10.0, 0.55 * max(w, h))
    dasar = 255 if rng.random() < 0.85 else rng.randint(190, 250)
    gambar = np.full((int(h + 2 * tepi), int(w + 2 * tepi)), dasar, np.uint8)
    q = Box(tepi, tepi, tepi + w, tepi + h)
    tebal = min(math.exp(rng.uniform(math.log(0.4), math.log(3.2))) * dpi / 72, h / 5)
    if bentuk == "lain":
        q = _bukan(gambar, q, tebal, rng)
    else:
        _adegan(gambar, bentuk, q, tebal, rng)
    gambar, q = _miring(gambar, q, rng)
    gambar = rusak(gambar, dpi, rng)
    # Seen from within, what is found is smaller by the outline; seen from without, larger by it and by its blur.
    susut = rng.uniform(-1.2, 1.1) * tebal / 2 - rng.uniform(0.0, 0.008) * dpi
    goyang = 0.02 * min(q.width, q.height) + 0.6
    kotak = Box(
        q.x0 + susut + rng.gauss(0, goyang),
        q.y0 + susut + rng.gauss(0, goyang),
        q.x1 - susut + rng.gauss(0, goyang),
        q.y1 - susut + rng.gauss(0, goyang),
    )
    assert bentuk in FORMS
    return Contoh(gambar, kotak, bentuk, float(dpi))


def _ukuran(bentuk: str, dpi: float, rng: random.Random) -> tuple[float, float]:
    """Width and height in pixels."""
    h = math.exp(rng.uniform(math.log(0.13), math.log(0.6))) * dpi
    if bentuk in ("lingkaran", "huruf"):
        return h * rng.uniform(0.93, 1.07), h
    if bentuk == "segi_lima":
        return h * rng.uniform(0.8, 2.2), h
    if bentuk == "wajik":
        return h * rng.uniform(0.9, 2.6), h
    return h * rng.uniform(1.15, 3.4), h


def titik(bentuk: str, q: Box, rng: random.Random) -> Titik:
    """The outline of a form in a box."""
    if bentuk == "kotak":
        return _di([(0, 0), (1, 0), (1, 1), (0, 1)], q)
    if bentuk == "wajik":
        return _di([(0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)], q)
    if bentuk in ("lingkaran", "huruf"):
        return _elips(q)
    if bentuk == "bulat":
        jenis = rng.random()
        if jenis < 0.25:
            return _elips(q)
        return _membulat(q, 0.5 if jenis < 0.6 else rng.uniform(0.24, 0.48))
    if bentuk == "segi_lima":
        bahu = rng.uniform(0.5, 0.75)
        bawah = [(0.0, 0.0), (1.0, 0.0), (1.0, bahu), (0.5, 1.0), (0.0, bahu)]
        if rng.random() < 0.2:
            bawah = [(v, u) for u, v in bawah]
        return _di(bawah, q)
    if bentuk == "dokumen":
        return _dokumen(q, rng)
    if bentuk == "trapesium":
        lari = rng.uniform(0.1, 0.3)
        atas = [(lari, 0.0), (1 - lari, 0.0), (1.0, 1.0), (0.0, 1.0)]
        return _di(atas if rng.random() < 0.6 else [(u, 1 - v) for u, v in atas], q)
    lari = rng.uniform(0.12, 0.32)
    kiri = [(lari, 0.0), (1.0, 0.0), (1 - lari, 1.0), (0.0, 1.0)]
    return _di(kiri if rng.random() < 0.7 else [(1 - u, v) for u, v in kiri], q)


def _di(unit: Titik, q: Box) -> Titik:
    return [(q.x0 + u * q.width, q.y0 + v * q.height) for u, v in unit]


def _elips(q: Box) -> Titik:
    langkah = [2 * math.pi * n / 60 for n in range(60)]
    return _di([(0.5 + 0.5 * math.cos(a), 0.5 + 0.5 * math.sin(a)) for a in langkah], q)


def _membulat(q: Box, bagian: float) -> Titik:
    """A box with round corners of a share of its shorter side."""
    r = bagian * min(q.width, q.height)
    sudut = [
        (q.x1 - r, q.y0 + r, -90),
        (q.x1 - r, q.y1 - r, 0),
        (q.x0 + r, q.y1 - r, 90),
        (q.x0 + r, q.y0 + r, 180),
    ]
    return [
        (x + r * math.cos(math.radians(mulai + d)), y + r * math.sin(math.radians(mulai + d)))
        for x, y, mulai in sudut
        for d in range(0, 91, 10)
    ]


def _dokumen(q: Box, rng: random.Random) -> Titik:
    naik, tinggi = rng.uniform(0.78, 0.9), rng.uniform(0.07, 0.14)
    ombak = [(1 - n / 24, naik + tinggi * math.sin(2 * math.pi * n / 24)) for n in range(25)]
    if rng.random() < 0.7:  # the wave of office programs falls to the left
        ombak = [(u, 2 * naik - v) for u, v in ombak]
    return _di([(0.0, 0.0), (1.0, 0.0), *ombak], q)


def _warna(rng: random.Random) -> tuple[int, int]:
    """Greys of the outline and of what it encloses; 255 is paper, and -1 no filling at all."""
    garis = rng.choice([0, 0, 0, rng.randint(0, 90), rng.randint(60, 150)])
    undi = rng.random()
    if undi < 0.3:
        return garis, -1
    if undi < 0.55:
        return garis, 255
    isi = rng.randint(70, 245)
    return (isi if rng.random() < 0.15 else min(garis, isi)), isi


def _adegan(gambar: Gambar, bentuk: str, q: Box, tebal: float, rng: random.Random) -> None:
    """A symbol with what stands around, behind and in it."""
    garis, isi = _warna(rng)
    raut = titik(bentuk, q, rng)
    titik_titik = isi < 0 and rng.random() < 0.06
    belakang = rng.random() < 0.5
    if belakang:
        _sekitar(gambar, q, rng)
    if rng.random() < 0.1:
        geser = rng.uniform(0.03, 0.12) * q.height
        cv2.fillPoly(
            gambar, [bulatkan([(x + geser, y + geser) for x, y in raut])], (rng.randint(120, 200),), 16, HALUS
        )
    if isi >= 0:
        cv2.fillPoly(gambar, [bulatkan(raut)], (isi,), cv2.LINE_AA, HALUS)
    if titik_titik:
        _putus(gambar, [*raut, raut[0]], garis, tebal, rng)
    else:
        ruas(gambar, [*raut, raut[0]], garis, tebal)
    if not belakang:
        _sekitar(gambar, q, rng)
    _panah(gambar, q, tebal, rng)
    gelap = 0 <= isi < 120
    if bentuk == "huruf":
        tulis(gambar, rng.choice(HURUF), q, rng.uniform(0.35, 0.6), 255 if gelap else garis // 2)
    elif rng.random() < 0.2 and bentuk != "lingkaran":
        muat = 0.8 if gelap or rng.random() < 0.75 else rng.uniform(0.9, 1.5)
        tulis(gambar, rng.choice(KATA), q, rng.uniform(0.25, 0.55), 255 if gelap else 0, muat)
    if rng.random() < 0.12:
        _pudar(gambar, rng)


def bulatkan(raut: Titik) -> NDArray[np.int32]:
    """Points as OpenCV takes them."""
    return np.asarray([(round(x * 2**HALUS), round(y * 2**HALUS)) for x, y in raut], np.int32)


def ruas(gambar: Gambar, raut: Titik, abu: int, tebal: float) -> None:
    """A line through points; one thinner than a pixel is paler."""
    pucat = abu if tebal >= 1 else round(255 - (255 - abu) * max(tebal, 0.45))
    cv2.polylines(gambar, [bulatkan(raut)], False, (pucat,), max(1, round(tebal)), cv2.LINE_AA, HALUS)


def _putus(gambar: Gambar, raut: Titik, abu: int, tebal: float, rng: random.Random) -> None:
    """A dotted or dashed line through points."""
    tanda, sela = rng.uniform(1.0, 5.0) * max(tebal, 1.0), rng.uniform(1.0, 3.0) * max(tebal, 1.0)
    for a, b in pairwise(raut):
        jauh = math.dist(a, b)
        for n in range(int(jauh / (tanda + sela)) + 1):
            u, v = (n * (tanda + sela) / max(jauh, 1.0), (n * (tanda + sela) + tanda) / max(jauh, 1.0))
            ujung = [(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])) for t in (u, min(v, 1.0))]
            ruas(gambar, ujung, abu, tebal)


def tulis(gambar: Gambar, teks: str, q: Box, bagian: float, abu: int, muat: float = 0.8) -> None:
    """A text in the middle of a box, as high as a share of it; no wider than a share of it, or beyond it."""
    huruf = cv2.FONT_HERSHEY_SIMPLEX
    (w, h), _ = cv2.getTextSize(teks, huruf, 1.0, 1)
    skala = min(bagian * q.height / h, muat * q.width / w)
    x, y = q.centre[0] - w * skala / 2, q.centre[1] + h * skala / 2
    cv2.putText(
        gambar, teks, (round(x), round(y)), huruf, skala, (abu,), max(1, round(skala * 2)), cv2.LINE_AA
    )


def _sekitar(gambar: Gambar, q: Box, rng: random.Random) -> None:
    """Rules of the table beside a symbol or across it, and a word."""
    h, w = gambar.shape
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        abu, tebal = rng.choice([0, 0, 80, 140]), rng.uniform(0.7, 3.5)
        if rng.random() < 0.5:
            x = rng.choice([rng.uniform(0, w), q.x0 - _sela(rng), q.x1 + _sela(rng)])
            ruas(gambar, [(x, 0), (x, h)], abu, tebal)
        else:
            y = rng.choice([rng.uniform(0, h), q.y0 - _sela(rng), q.y1 + _sela(rng)])
            ruas(gambar, [(0, y), (w, y)], abu, tebal)
    if rng.random() < 0.15:
        tinggi = rng.uniform(0.25, 0.5) * q.height
        x, y = rng.choice([(q.x1, q.y0), (q.x0 - 2 * tinggi, q.y0), (q.centre[0], q.y1 + tinggi)])
        tulis(gambar, rng.choice(KATA), Box(x, y - tinggi, x + 3 * tinggi, y), 0.9, 0)


def _sela(rng: random.Random) -> float:
    """Pixels between a symbol and a rule beside it; some stand on it."""
    return 0.0 if rng.random() < 0.3 else rng.uniform(0, 8)


def _panah(gambar: Gambar, q: Box, tebal: float, rng: random.Random) -> None:
    """Lines that leave or reach a symbol, with or without heads."""
    h, w = gambar.shape
    x, y = q.centre
    tipis = max(0.6, tebal * rng.choice([0.6, 1.0, 1.0]))
    abu = rng.choice([0, 0, rng.randint(0, 130)])
    for pangkal, arah in (
        ((x, q.y0), (0, -1)),
        ((x, q.y1), (0, 1)),
        ((q.x0, y), (-1, 0)),
        ((q.x1, y), (1, 0)),
    ):
        undi = rng.random()
        if undi > 0.45:
            continue
        jauh = w + h if rng.random() < 0.8 else rng.uniform(0.2, 0.6) * q.height
        serong = rng.uniform(-0.8, 0.8) if rng.random() < 0.12 else 0.0
        ux, uy = arah[0] + serong * arah[1], arah[1] + serong * arah[0]
        ujung = (pangkal[0] + jauh * ux, pangkal[1] + jauh * uy)
        ruas(gambar, [pangkal, ujung], abu, tipis)
        if undi < 0.22:
            p = rng.uniform(0.12, 0.3) * max(q.height, 14)
            lebar = p * rng.uniform(0.2, 0.5)
            kiri = (pangkal[0] + p * ux - lebar * uy, pangkal[1] + p * uy + lebar * ux)
            kanan = (pangkal[0] + p * ux + lebar * uy, pangkal[1] + p * uy - lebar * ux)
            if rng.random() < 0.7:
                cv2.fillPoly(gambar, [bulatkan([kiri, pangkal, kanan])], (abu,), cv2.LINE_AA, HALUS)
            else:
                ruas(gambar, [kiri, pangkal, kanan], abu, tipis)


def _bukan(gambar: Gambar, q: Box, tebal: float, rng: random.Random) -> Box:
    """What a candidate may be that is no symbol: meshes of lines, text, halves, hexagons, empty paper."""
    h, w = gambar.shape
    jenis = rng.random()
    tipis = max(0.6, tebal * 0.8)
    if jenis < 0.45:
        sisi = [
            [(q.x0, q.y0), (q.x1, q.y0)],
            [(q.x1, q.y0), (q.x1, q.y1)],
            [(q.x0, q.y1), (q.x1, q.y1)],
            [(q.x0, q.y0), (q.x0, q.y1)],
        ]
        # A mesh goes on beyond its corners; what does not is a box.
        jauh = [w + h] * rng.randint(3, 6)
        lewat_lewat = rng.sample(jauh + [0] * (8 - len(jauh)), 8)
        for n, ((ax, ay), (bx, by)) in enumerate(sisi):
            lewat = lewat_lewat[2 * n : 2 * n + 2]
            d = max(math.dist((ax, ay), (bx, by)), 1.0)
            ux, uy = (bx - ax) / d, (by - ay) / d
            ruas(
                gambar,
                [(ax - lewat[0] * ux, ay - lewat[0] * uy), (bx + lewat[1] * ux, by + lewat[1] * uy)],
                0,
                tipis,
            )
        x, y = rng.choice([(q.x0, 0.0), (q.x1, 0.0), (0.0, q.y0), (0.0, q.y1)])
        ruas(gambar, [(x, 0), (x, h)] if x else [(0, y), (w, y)], 0, tipis)
        if rng.random() < 0.5:
            _panah(gambar, q, tebal, rng)
        return q
    if jenis < 0.6:
        sudut = rng.uniform(0.1, 0.25)
        raut = _di([(sudut, 0), (1 - sudut, 0), (1, 0.5), (1 - sudut, 1), (sudut, 1), (0, 0.5)], q)
        ruas(gambar, [*raut, raut[0]], 0, tebal)
        return q
    if jenis < 0.66:
        teks = rng.choice(KATA)
        tulis(gambar, teks, q, rng.uniform(0.6, 0.95), rng.choice([0, 0, 90]))
        return Box(q.x0, q.y0, q.x0 + rng.uniform(0.2, 1.0) * q.width, q.y1)
    if jenis < 0.75:
        for n in range(3):
            pita = Box(q.x0, q.y0 + n * q.height / 3, q.x1, q.y0 + (n + 1) * q.height / 3)
            tulis(gambar, rng.choice(KATA) + " " + rng.choice(KATA), pita, 0.7, 0)
        return q
    if jenis < 0.92:
        bentuk = rng.choice(["kotak", "wajik", "bulat", "lingkaran"])
        _adegan(gambar, bentuk, q, tebal, rng)
        u = rng.uniform(0.3, 0.65)
        return rng.choice(
            [
                Box(q.x0, q.y0, q.x0 + u * q.width, q.y1),
                Box(q.x1 - u * q.width, q.y0, q.x1, q.y1),
                Box(q.x0, q.y0, q.x1, q.y0 + u * q.height),
                Box(q.x0 - q.width * u, q.y0, q.x1 - q.width * u, q.y1),
            ]
        )
    if jenis < 0.96:
        _sekitar(gambar, q, rng)
        _panah(gambar, q, tebal, rng)
        return q
    return _ujung(gambar, q, tebal, rng)


def _ujung(gambar: Gambar, q: Box, tebal: float, rng: random.Random) -> Box:
    """The head of an arrow, and a piece of its line or of what it points at."""
    x, y = q.centre
    panjang = rng.uniform(0.4, 1.0) * min(q.width, q.height)
    lebar = panjang * rng.uniform(0.3, 0.6)
    ux, uy = rng.choice([(1, 0), (-1, 0), (0, 1), (0, -1)])
    kiri = (x - panjang * ux - lebar * uy, y - panjang * uy + lebar * ux)
    kanan = (x - panjang * ux + lebar * uy, y - panjang * uy - lebar * ux)
    cv2.fillPoly(gambar, [bulatkan([kiri, (x, y), kanan])], (0,), cv2.LINE_AA, HALUS)
    jauh = max(gambar.shape)
    ruas(gambar, [(x, y), (x - jauh * ux, y - jauh * uy)], 0, tebal * 0.8)
    if rng.random() < 0.6:
        ruas(gambar, [(x - jauh * uy, y - jauh * ux), (x + jauh * uy, y + jauh * ux)], 0, tebal)
    xs, ys = zip(kiri, kanan, (x, y), strict=True)
    return Box(min(xs), min(ys), max(xs) + 1, max(ys) + 1)


def _pudar(gambar: Gambar, rng: random.Random) -> None:
    """Holes where toner did not hold."""
    h, w = gambar.shape
    acak = np.random.default_rng(rng.getrandbits(32)).random((h // 5 + 1, w // 5 + 1)).astype(np.float32)
    lubang = cv2.resize(acak, (w, h), interpolation=cv2.INTER_LINEAR) > rng.uniform(0.62, 0.85)
    gambar[lubang] = 255 - ((255 - gambar[lubang].astype(np.float32)) * rng.uniform(0, 0.4)).astype(np.uint8)


def _miring(gambar: Gambar, q: Box, rng: random.Random) -> tuple[Gambar, Box]:
    """Laid askew, as much as straightening leaves."""
    derajat = max(-2.5, min(2.5, rng.gauss(0, 0.7)))
    h, w = gambar.shape
    putar = cv2.getRotationMatrix2D(q.centre, derajat, 1)
    return np.asarray(cv2.warpAffine(gambar, putar, (w, h), borderValue=(255,)), np.uint8), q


def rusak(gambar: Gambar, dpi: float, rng: random.Random) -> Gambar:
    """Blur, noise, threshold, compression."""
    acak = np.random.default_rng(rng.getrandbits(32))
    halus = cv2.GaussianBlur(gambar, (0, 0), rng.uniform(0.25, 1.3) * max(1.0, dpi / 170)).astype(np.float64)
    pucat = rng.uniform(0.35, 1.0)
    halus = 255 - (255 - halus) * pucat + acak.normal(0, rng.uniform(0, 14), gambar.shape)
    if rng.random() < 0.2:
        halus = np.where(halus > rng.uniform(130, 200), 255.0, 15.0)
        if rng.random() < 0.5:
            halus = cv2.medianBlur(halus.astype(np.uint8), 3).astype(np.float64)
        halus += acak.normal(0, 5, gambar.shape)
    hasil = np.clip(halus, 0, 255).astype(np.uint8)
    if rng.random() < 0.7:
        _, data = cv2.imencode(".jpg", hasil, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(35, 90)])
        hasil = np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8)
    return hasil
