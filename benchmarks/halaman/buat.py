"""Every kind and level of every SOP, by two processes with a browser each."""

import json
import random
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.halaman.naskah import Cetakan, Naskah, cetak, naskah
from benchmarks.halaman.peramban import Peramban, peramban
from benchmarks.halaman.pindai import Hasil, pindai, potret

KINDS = ("pdf", "docx", "xlsx", "scan", "photo")
LEVELS = ("clean", "light", "medium", "heavy")
PEKERJA = 2


@dataclass(frozen=True)
class Pesanan:
    """What is to be made, and where."""

    out: Path
    seed: int
    count: int
    kinds: tuple[str, ...]
    levels: tuple[str, ...]
    styles: str


def _tulis(out: Path, stem: str, hasil: Hasil, catatan: dict[str, Any]) -> dict[str, Any]:
    nama = f"{stem}.{hasil.akhiran}"
    (out / "inputs" / nama).write_bytes(hasil.data)
    truth = {**hasil.truth, "sumber": {**hasil.truth["sumber"], "berkas": nama}}
    (out / "gold" / f"{stem}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return {"berkas": nama, **catatan, "catatan": hasil.catatan}


def _satu(doc: Naskah, nomor: int, args: Pesanan, browser: Peramban) -> list[dict[str, Any]]:
    """Every kind and level of one SOP."""
    lembar: Cetakan = cetak(doc, browser)
    rows = []
    for kind in args.kinds:
        for level in args.levels:
            hasil = _buat(doc, lembar, kind, level, random.Random(f"{args.seed}/{nomor}/{kind}/{level}"))
            if hasil:
                stem = f"{nomor:03d}-{kind}-{level}-{doc.rupa.id}"
                rows.append(_tulis(args.out, stem, hasil, {"jenis": kind, "tingkat": level, "gaya": doc.rupa.id}))
    return rows


def _buat(doc: Naskah, lembar: Cetakan, kind: str, level: str, rng: random.Random) -> Hasil | None:
    lain = doc.rupa.id[0] == "h"
    if kind == "pdf" and level == "clean":
        return Hasil(lembar.pdf, "pdf", lembar.truth, [])
    if kind == "scan" and level != "clean":
        return pindai(lembar.pdf, lembar.info, doc.isi.sop, lembar.truth, level, lain, rng)
    if kind == "photo" and level != "clean":
        return potret(lembar.pdf, lembar.info, doc.isi.sop, lembar.truth, level, lain, rng)
    return None


def _pekerja(args: Pesanan, bagian: int) -> list[dict[str, Any]]:
    rows = []
    with peramban() as browser:
        for nomor in range(bagian, args.count, PEKERJA):
            rows += _satu(naskah(args.seed, nomor, args.styles), nomor, args, browser)
    return rows



def buat(pesanan: Pesanan) -> list[dict[str, Any]]:
    """Make all files; the rows of the manifest."""
    for name in ("inputs", "gold"):
        (pesanan.out / name).mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(PEKERJA, get_context("spawn")) as pool:
        parts = list(pool.map(_pekerja, [pesanan] * PEKERJA, range(PEKERJA)))
    rows = sorted((row for part in parts for row in part), key=lambda row: str(row["berkas"]))
    (pesanan.out / "manifest.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return rows
