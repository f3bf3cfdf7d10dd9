"""Every kind and level of every SOP, by two processes with a browser each."""

import json
import random
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.halaman.bundel import bundel, negatif
from benchmarks.halaman.docx import buat_docx
from benchmarks.halaman.kantor import ke_format
from benchmarks.halaman.naskah import Cetakan, Naskah, cetak, lengkap, naskah
from benchmarks.halaman.peramban import Peramban, peramban
from benchmarks.halaman.pindai import Hasil, jumlah_halaman, pindai, pindai_polos, potret
from benchmarks.halaman.xlsx import buat_xlsx

KINDS = ("pdf", "docx", "docxpdf", "xlsx", "xlsxpdf", "xls", "scan", "photo", "bundle", "negatif")
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
    (out / "gold" / f"{stem}.json").write_text(
        json.dumps(truth, ensure_ascii=False, indent=2) + "\n", "utf-8"
    )
    return {"berkas": nama, **catatan, "catatan": hasil.catatan}


def _baris(doc: Naskah, kind: str, level: str, sop: int = 1) -> dict[str, Any]:
    return {"jenis": kind, "tingkat": level, "gaya": doc.rupa.id, "sop": sop}


def _satu(doc: Naskah, nomor: int, pesanan: Pesanan, browser: Peramban) -> list[dict[str, Any]]:
    """Every kind and level of one SOP that starts from a printed page."""
    if not {"pdf", "scan", "photo"} & set(pesanan.kinds):
        return []
    lembar: Cetakan = cetak(doc, browser)
    rows = []
    for kind in pesanan.kinds:
        for level in pesanan.levels:
            hasil = _halaman(
                doc, lembar, kind, level, random.Random(f"{pesanan.seed}/{nomor}/{kind}/{level}")
            )
            if hasil:
                rows.append(
                    _tulis(
                        pesanan.out,
                        f"{nomor:03d}-{kind}-{level}-{doc.rupa.id}",
                        hasil,
                        _baris(doc, kind, level),
                    )
                )
    return rows


def _halaman(doc: Naskah, lembar: Cetakan, kind: str, level: str, rng: random.Random) -> Hasil | None:
    lain = doc.rupa.id[0] != "t"
    if kind == "pdf" and level == "clean":
        return Hasil(lembar.pdf, "pdf", lembar.truth, [])
    if kind == "scan" and level != "clean":
        return pindai(lembar.pdf, lembar.info, doc.isi.sop, lembar.truth, level, lain, rng)
    if kind == "photo" and level != "clean":
        return potret(lembar.pdf, lembar.info, doc.isi.sop, lembar.truth, level, lain, rng)
    return None


def _kantor(pesanan: Pesanan, nomor: range) -> list[dict[str, Any]]:
    """The office files of these SOPs, and what LibreOffice makes of them in one run per format."""
    rows = []
    with tempfile.TemporaryDirectory() as temp:
        folder = Path(temp)
        for asal, (write, turunan) in KANTOR.items():
            if not {asal, *turunan} & set(pesanan.kinds):
                continue
            made: dict[str, tuple[Hasil, Naskah, Path]] = {}
            for n in nomor:
                doc = naskah(pesanan.seed, n, pesanan.styles)
                hasil = write(doc, random.Random(f"{pesanan.seed}/{n}/{asal}"))
                path = folder / f"{n:03d}.{asal}"
                path.write_bytes(hasil.data)
                made[path.stem] = (hasil, doc, path)
                if asal in pesanan.kinds:
                    stem = f"{path.stem}-{asal}-clean-{doc.rupa.id}"
                    rows.append(_tulis(pesanan.out, stem, hasil, _baris(doc, asal, "clean")))
            for kind in sorted(turunan & set(pesanan.kinds)):
                for path in ke_format([p for _, _, p in made.values()], folder, FORMAT[kind]):
                    hasil, doc, _ = made[path.stem]
                    stem = f"{path.stem}-{kind}-clean-{doc.rupa.id}"
                    rows.append(_tulis(pesanan.out, stem, _ubahan(hasil, path), _baris(doc, kind, "clean")))
    return rows


def _ubahan(hasil: Hasil, path: Path) -> Hasil:
    """The converted file with the truth of what it was made of; a PDF has its own pages."""
    data, truth = path.read_bytes(), hasil.truth
    if path.suffix == ".pdf":
        truth = {**truth, "sumber": {**truth["sumber"], "halaman": list(range(1, jumlah_halaman(data) + 1))}}
    return Hasil(data, path.suffix[1:], truth, [])


def _docx(doc: Naskah, rng: random.Random) -> Hasil:
    data, bagan = buat_docx(doc.isi, doc.rupa, rng)
    depan = doc.rupa.kepala != "tanpa"
    return Hasil(data, "docx", lengkap(doc.isi, bagan.panah, max(bagan.halaman) + 1 + depan), [])


def _xlsx(doc: Naskah, rng: random.Random) -> Hasil:
    data, bagan, sheets = buat_xlsx(doc.isi, doc.rupa, rng)
    return Hasil(data, "xlsx", lengkap(doc.isi, bagan.panah, sheets), [])


KANTOR = {"docx": (_docx, {"docxpdf"}), "xlsx": (_xlsx, {"xlsxpdf", "xls"})}
FORMAT = {"docxpdf": "pdf", "xlsxpdf": "pdf", "xls": "xls"}


def _lain(nomor: int, pesanan: Pesanan, browser: Peramban) -> list[dict[str, Any]]:
    """A bundle for every fourth SOP, a file that is no SOP for every other fourth."""
    kind = {0: "bundle", 2: "negatif"}.get(nomor % 4, "")
    rows: list[dict[str, Any]] = []
    if kind not in pesanan.kinds:
        return rows
    rng = random.Random(f"{pesanan.seed}/{nomor}/{kind}")
    rusak = [level for level in pesanan.levels if level != "clean"]
    levels = [level for level in pesanan.levels if level == "clean"] + (rng.sample(rusak, 1) if rusak else [])
    data, truths, gaya = (
        bundel(pesanan.seed, nomor, pesanan.styles, browser, rng)
        if kind == "bundle"
        else negatif(pesanan.styles, browser, rng)
    )
    for level in levels:
        stem = f"{nomor:03d}-{kind}-{level}-{gaya}"
        isi = data if level == "clean" else pindai_polos(data, level, gaya[0] != "t", rng)
        (pesanan.out / "inputs" / f"{stem}.pdf").write_bytes(isi)
        for n, truth in enumerate(truths, 1):
            truth["sumber"]["berkas"] = f"{stem}.pdf"
            (pesanan.out / "gold" / f"{stem}--{n}.json").write_text(
                json.dumps(truth, ensure_ascii=False, indent=2) + "\n", "utf-8"
            )
        rows.append(
            {
                "berkas": f"{stem}.pdf",
                "jenis": kind,
                "tingkat": level,
                "gaya": gaya,
                "sop": len(truths),
                "catatan": [],
            }
        )
    return rows


def _pekerja(pesanan: Pesanan, bagian: int) -> list[dict[str, Any]]:
    nomor = range(bagian, pesanan.count, PEKERJA)
    rows = _kantor(pesanan, nomor)
    if set(pesanan.kinds) & {"pdf", "scan", "photo", "bundle", "negatif"}:
        with peramban() as browser:
            for n in nomor:
                rows += _satu(naskah(pesanan.seed, n, pesanan.styles), n, pesanan, browser)
                rows += _lain(n, pesanan, browser)
    return rows


def buat(pesanan: Pesanan) -> list[dict[str, Any]]:
    """Make all files; their rows of the manifest, which keeps those of earlier orders."""
    for name in ("inputs", "gold"):
        (pesanan.out / name).mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(PEKERJA, get_context("spawn")) as pool:
        parts = list(pool.map(_pekerja, [pesanan] * PEKERJA, range(PEKERJA)))
    rows = sorted((row for part in parts for row in part), key=lambda row: str(row["berkas"]))
    path = pesanan.out / "manifest.json"
    lama = json.loads(path.read_text("utf-8")) if path.exists() else []
    semua = {row["berkas"]: row for row in [*lama, *rows]}
    path.write_text(
        json.dumps([semua[k] for k in sorted(semua)], ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    return rows
