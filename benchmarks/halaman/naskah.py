"""One printed SOP: the clean PDF of a browser, its truth, and where its values stand on the page."""

import random
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.halaman.html import dokumen
from benchmarks.halaman.isi import Isi, isi_acak
from benchmarks.halaman.peramban import Peramban
from benchmarks.halaman.rupa import Rupa, id_acak, rupa_dari


@dataclass
class Naskah:
    """A random SOP in a style, before it is printed."""

    isi: Isi
    rupa: Rupa
    rng: random.Random


@dataclass
class Cetakan:
    """A printed SOP; ``info`` is what ``atur.js`` reports."""

    pdf: bytes
    truth: dict[str, Any]
    info: dict[str, Any]


def naskah(seed: int, nomor: int, styles: str, gaya: str = "") -> Naskah:
    """The SOP number ``nomor`` of a seed; the same whatever kinds are made of it. ``gaya`` forces a style id."""
    rng = random.Random(f"halaman/{seed}/{nomor}/{styles}")
    acak = id_acak(rng, styles)
    rupa = rupa_dari(gaya or acak)
    return Naskah(isi_acak(rng, rupa), rupa, rng)


def cetak(doc: Naskah, browser: Peramban) -> Cetakan:
    """Print it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "sop.html"
        source.write_text(dokumen(doc.isi, doc.rupa, doc.rng), "utf-8")
        pdf, info = browser.cetak(source, "atur()")
    return Cetakan(pdf, lengkap(doc.isi, info["panah"], info["halaman"]), info)


def lengkap(isi: Isi, panah: list[dict[str, Any]], halaman: int) -> dict[str, Any]:
    """The truth in the gold's shape: with pages, the citations' texts and the arrows that were drawn."""
    kolom = isi.sop.kolom
    truth: dict[str, Any] = {"sumber": {"berkas": "", "halaman": list(range(1, halaman + 1))}, **isi.truth}
    truth["dasar_hukum"] = [
        {"teks": teks.rstrip(";. "), **fakta}
        for teks, fakta in zip(isi.sop.kotak["dasar_hukum"], truth["dasar_hukum"], strict=False)
    ]
    truth["alur"] = [
        {
            "dari": {"no": p["dari"][0] + 1, "pelaksana": kolom[p["dari"][1]]},
            "ke": {"no": p["ke"][0] + 1, "pelaksana": kolom[p["ke"][1]]},
            "label": p["arti"],
        }
        for p in panah
    ]
    return truth
