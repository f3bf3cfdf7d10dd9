"""Damaged pages with the places of their lines: the same bending and turning goes over a page and its layers.

What scanners do to tones is drawn from wider ranges than ``benchmarks.halaman`` has, and rules lose parts where
they lie, not where morphology finds them. Then the page is made straight and even as the reader makes it, a little
less exactly.
"""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from benchmarks.garis.halaman import Gambar, Halaman, gambar
from benchmarks.halaman import rusak
from benchmarks.halaman.cap import TINTA, cap, tanda_tangan, tempel
from extractors.raster.geometry.paper import even_light, without_dark_edges
from extractors.raster.geometry.upright import LONG_SIDE_INCHES, WORKING_DPI
from extractors.raster.learned import DPI
from extractors.sheets import Rule


@dataclass(frozen=True)
class Contoh:
    """A page as the network sees it.

    Attributes:
        gambar: grey, height x width.
        lapis: height x width x 4, 255 where there is a level rule, a plumb rule, a symbol's outline, an arrow.
    """

    gambar: Gambar
    lapis: Gambar


Bentuk = Callable[[Gambar], Gambar]


def contoh(page: Halaman, rng: random.Random) -> Contoh:
    """The page with damage by chance."""
    dpi = rng.choice([100, 110, 125, 125, 150, 150, 170, 200, 200, 240])
    utuh, lapis = gambar(page, dpi)
    if rng.random() < 0.3:
        _cap(utuh, page, dpi, rng)
    abu = np.asarray(cv2.cvtColor(utuh, cv2.COLOR_RGB2GRAY), np.uint8)
    if rng.random() < 0.65:
        abu = _lapuk(abu, page.garis, dpi, rng)
    if rng.random() < 0.35:
        abu = rusak.garis_putus(abu, rng.uniform(0, 0.55), rng.uniform(0, 0.5), rng)
    if rng.random() < 0.15:
        abu = rusak.tembus(abu, rng)
    if rng.random() < 0.45:
        abu = _salin(abu, dpi, rng)
    derajat = rng.choice([0.0, rng.gauss(0, 0.5), rng.uniform(-2.5, 2.5)])
    sudut = rng.getrandbits(32)
    bentuk: list[Bentuk] = [lambda p: rusak.miring(p, derajat, random.Random(sudut))]
    if rng.random() < 0.4:
        kuat, fase = rng.choice([-1, 1]) * math.exp(rng.uniform(-7.5, -5.1)), rng.getrandbits(32)
        bentuk.append(lambda p: rusak.lengkung(p, kuat, random.Random(fase)))
    for ubah in bentuk:
        abu, lapis = ubah(abu[..., None]).reshape(abu.shape), ubah(lapis)
    abu = _kotor(abu, dpi, rng)
    abu, lapis = _luruskan(abu, lapis, -derajat + rng.gauss(0, rng.choice([0.05, 0.05, 0.2])))
    if rng.random() < 0.9:
        bersih = without_dark_edges(abu, WORKING_DPI)
        abu = even_light(np.where(bersih > 0, abu, 255).astype(np.uint8), WORKING_DPI)
        abu[bersih == 0] = 250
    size = (
        max(16, round(abu.shape[1] * DPI / WORKING_DPI)),
        max(16, round(abu.shape[0] * DPI / WORKING_DPI)),
    )
    kecil = cv2.resize(abu, size, interpolation=cv2.INTER_AREA)
    target = 255 - cv2.resize(lapis, size, interpolation=cv2.INTER_AREA)
    return Contoh(
        np.asarray(kecil, np.uint8), np.clip(target.astype(np.float32) * 1.2, 0, 255).astype(np.uint8)
    )


def _cap(utuh: Gambar, page: Halaman, dpi: int, rng: random.Random) -> None:
    """Stamps and signatures somewhere on the page; in place."""
    h, w = utuh.shape[:2]
    for _ in range(rng.choice([1, 1, 2])):
        tinta = TINTA[rng.choice(sorted(TINTA))]
        if rng.random() < 0.6:
            ink = cap(page.sop, int(dpi * rng.uniform(0.9, 1.6)), rng)
        else:
            ink = tanda_tangan(int(dpi * rng.uniform(0.8, 1.8)), int(dpi * rng.uniform(0.4, 0.8)), rng)
        tempel(utuh, ink, rng.randrange(w) - ink.shape[1] // 2, rng.randrange(h) - ink.shape[0] // 2, tinta)


def _lapuk(abu: Gambar, garis: tuple[Rule, ...], dpi: int, rng: random.Random) -> Gambar:
    """Rules that lose parts of themselves, all of them or some."""
    out = abu.astype(np.float32)
    semua = rng.random() < 0.4
    bagian = rng.uniform(0.05, 0.6)
    pudar = rng.choice([1.0, 1.0, rng.uniform(0.4, 1)])
    panjang = math.exp(rng.uniform(math.log(0.03), math.log(0.7)))
    dasar = rng.choice([0.0, 0.0, rng.uniform(0, 0.75)])
    for rule in garis:
        if not semua and rng.random() < 0.5:
            continue
        s = dpi / 72
        half = rule.tebal * s / 2 + 1.2
        low, high = round(rule.at * s - half), round(rule.at * s + half) + 1
        along = np.arange(max(0, int(rule.start * s)), max(1, int(rule.end * s)))
        kabur = np.full(len(along), dasar, np.float32)
        at = 0.0
        while at < len(along):
            at += rng.expovariate(1.0) * panjang * dpi / bagian * (1 - bagian)
            lubang = rng.expovariate(1.0) * panjang * dpi
            kabur[int(at) : int(at + lubang)] = pudar
            at += lubang + 1
        tampak = out[along, max(0, low) : high] if rule.tegak else out[max(0, low) : high, along].T
        if tampak.size == 0:
            continue
        latar = float(
            np.median(
                out[along, min(out.shape[1] - 1, high + 1)]
                if rule.tegak
                else out[min(out.shape[0] - 1, high + 1), along]
            )
        )
        baru = tampak + (latar - tampak) * kabur[:, None]
        if rule.tegak:
            out[along, max(0, low) : high] = baru
        else:
            out[max(0, low) : high, along] = baru.T
    return np.clip(out, 0, 255).astype(np.uint8)


def _salin(abu: Gambar, dpi: int, rng: random.Random) -> Gambar:
    """Copies and fax machines: few greys are left, strokes grow or shrink."""
    if rng.random() < 0.7:
        if dpi < 160 and rng.random() < 0.6:
            h, w = abu.shape
            besar = np.asarray(cv2.resize(abu, None, fx=1.5, fy=1.5, interpolation=cv2.INTER_CUBIC), np.uint8)
            besar = rusak.fotokopi(besar, rng.choice([1, 2, 3]), rng)
            return np.asarray(cv2.resize(besar, (w, h), interpolation=cv2.INTER_AREA), np.uint8)
        return rusak.fotokopi(abu, rng.choice([1, 1, 2]), rng)
    halus = cv2.GaussianBlur(abu, (0, 0), rng.uniform(0.4, 1.0))
    batas = rng.uniform(90, 225)
    return np.where(halus > batas, 255, 0).astype(np.uint8)


def _kotor(abu: Gambar, dpi: int, rng: random.Random) -> Gambar:
    """Blur, dust, streaks, shade, noise, faint toner, JPEG."""
    langkah: list[tuple[float, Callable[[Gambar], Gambar]]] = [
        (0.3, lambda p: rusak.bintik(p, rng.uniform(0.1, 1.6), rng)),
        (0.25, lambda p: rusak.goresan(p[..., None], rng)[..., 0]),
        (0.85, lambda p: rusak.kabur(p, rng.uniform(0.2, 1.0) * dpi / 170)),
        (0.25, lambda p: _pucat(p, rng)),
        (0.6, lambda p: rusak.terang(p, rng.choice([rng.uniform(0, 15), rng.uniform(15, 80)]), rng)),
        (0.2, lambda p: rusak.tepi_hitam(p, rng)),
        (0.9, lambda p: rusak.derau(p, rng.uniform(1, 11), rng)),
        (0.85, lambda p: _jpeg(p, rng.randint(30, 85))),
    ]
    for p, ubah in langkah:
        if rng.random() < p:
            abu = np.ascontiguousarray(ubah(abu))
    return abu


def _pucat(abu: Gambar, rng: random.Random) -> Gambar:
    """Ink that is no longer black."""
    pucat = 255 - (255 - abu.astype(np.float32)) * rng.uniform(0.35, 0.8)
    return np.asarray(np.clip(pucat, 0, 255), np.uint8)


def _jpeg(abu: Gambar, mutu: int) -> Gambar:
    data = cv2.imencode(".jpg", abu, [cv2.IMWRITE_JPEG_QUALITY, mutu])[1]
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8)


def _luruskan(abu: Gambar, lapis: Gambar, derajat: float) -> tuple[Gambar, Gambar]:
    """Turned back, at the resolution that the reader works in."""
    h, w = abu.shape
    skala = WORKING_DPI * LONG_SIDE_INCHES / max(h, w)
    size = (round(w * skala), round(h * skala))
    m = cv2.getRotationMatrix2D((w / 2, h / 2), derajat, skala)
    m[:, 2] += (size[0] / 2 - w / 2, size[1] / 2 - h / 2)
    way = cv2.INTER_CUBIC if skala > 1.25 else cv2.INTER_LINEAR
    lurus = cv2.warpAffine(abu, m, size, flags=way, borderMode=cv2.BORDER_REPLICATE)
    garis = cv2.warpAffine(lapis, m, size, flags=cv2.INTER_LINEAR, borderValue=(255,) * 4)
    return np.asarray(lurus, np.uint8), np.asarray(garis, np.uint8)
