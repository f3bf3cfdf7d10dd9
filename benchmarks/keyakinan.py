"""Fit what ``keyakinan`` means: ``python -m benchmarks.keyakinan kumpul DIR OUT.json``, then ``… muat A.json B.json``.

``kumpul`` reads the files of a folder as ``benchmarks.halaman`` writes it and notes of every value that was read from
pixels what speaks for and against it, and whether it is right. ``muat`` fits the weights of ``normalizers.kalibrasi``
on such notes (logistic regression; what comes out with the wrong sign is left out), prints how they do on files that
they were not fitted on, each in turn, and on the notes given with ``--uji``; with ``--tulis`` they replace
``normalizers/data/kalibrasi.toml``.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.halaman.nilai import YAKIN, benar
from extractors.errors import SopError
from extractors.extract import extract
from extractors.pages import Pages
from extractors.raw import RawSop
from extractors.read import read_bytes
from normalizers.bukti import Catatan
from normalizers.kalibrasi import tanda_nilai
from normalizers.model import Sop, Sumber
from normalizers.normalize import susun
from pipeline.truth import load

BAKU = Path(__file__).parents[1] / "normalizers" / "data" / "kalibrasi.toml"
ARAH = {
    "terendah": 1,
    "rata": 1,
    "tak_utuh": -1,
    "panjang": -1,
    "tata": 1,
    "baca": 1,
    "dua_mesin": -1,
    "halaman": 1,
    "sisa": -1,
    "hilang": -1,
    "kosong": -1,
    "tak_urut": -1,
    "janggal": -1,
    "waktu_janggal": -1,
}
"""Whether what is told speaks for a value (1) or against it."""
REDAM = 3.0
"""How strongly weights are held near 0; there are few pages, and many values of one."""
SASARAN = 0.98
"""So many of the values given as sure must be right on files that the weights were not fitted on: other pages are harder."""
JARAK_TERJAUH = 2.5
KEPALA = """\
# Weights of what speaks for and against a value that was read from pixels (normalizers/kalibrasi.py), in log odds.
# Written by `python -m benchmarks.keyakinan muat … --tulis`: fitted on {nilai} values of {berkas} made scans, {salah} of them wrong.
# `jarak` is taken off for pages unlike those.
"""
Angka = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Amatan:
    """One value: its file, pointer and kind, what speaks for and against it, whether it is right."""

    berkas: str
    lokasi: str
    jenis: str
    tanda: dict[str, float]
    benar: bool


@dataclass(frozen=True, slots=True)
class Bobot:
    """Weights as ``data/kalibrasi.toml`` holds them."""

    tetap: float
    tanda: dict[str, float]
    golongan: dict[str, float]

    def log_peluang(self, amatan: Amatan) -> float:
        """The log odds that a value is right."""
        told = sum(self.tanda.get(nama, 0.0) * angka for nama, angka in amatan.tanda.items())
        return self.tetap + self.golongan.get(amatan.jenis, 0.0) + told


class Terbaca(NamedTuple):
    """An SOP of a file as it was read, with its truth, both as JSON, and the name of that."""

    berkas: str
    raw: RawSop
    sop: Sop
    catatan: Catatan
    isi: dict[str, Any]
    kebenaran: dict[str, Any]


def terbaca(nama: str, pages: Pages, gold: Path) -> Iterator[Terbaca]:
    """Those SOPs of one file that have a truth."""
    with suppress(SopError):
        raws = extract(pages)
        for n, raw in enumerate(raws, 1):
            stem = Path(nama).stem if len(raws) == 1 else f"{Path(nama).stem}--{n}"
            path = gold / f"{stem}.json"
            if path.exists():
                sumber = Sumber(berkas=nama, sha256="0" * 64, halaman=list(raw.halaman), jenis="pindaian")
                sop, catatan = susun(raw, sumber)
                yield Terbaca(stem, raw, sop, catatan, json.loads(sop.model_dump_json()), load(path))


def amatan_dari(nama: str, pages: Pages, gold: Path) -> list[Amatan]:
    """The values of one file that was read, of those SOPs that have a truth."""
    found = []
    for one in terbaca(nama, pages, gold):
        for lokasi, (jenis, tanda) in tanda_nilai(one.sop, one.raw, one.catatan).items():
            tepat = benar(one.kebenaran, one.isi, lokasi) if lokasi in one.sop.bukti else None
            if tepat is not None:
                found.append(Amatan(one.berkas, lokasi, jenis, tanda, tepat))
    return found


def kumpul(folder: Path, dari: Callable[[str, Pages, Path], list[Amatan]] = amatan_dari) -> list[Amatan]:
    """What there is to note of all files of a folder as ``benchmarks.halaman`` writes it."""
    found = []
    for path in sorted((folder / "inputs").iterdir()):
        with suppress(SopError):
            found += dari(path.name, read_bytes(path.name, path.read_bytes()), folder / "gold")
    return found


def muat(amatan: Sequence[Amatan], arah: Mapping[str, int] = ARAH) -> Bobot:
    """The weights that explain best which values are right."""
    golongan = sorted({one.jenis for one in amatan})
    kept = list(arah)
    while True:
        weights = _terpasang(amatan, kept, golongan)
        wrong = [nama for nama, w in zip(kept, weights[1:], strict=False) if w * arah[nama] < 0]
        if not wrong:
            break
        kept = [nama for nama in kept if nama not in wrong]
    values = [round(float(w), 3) for w in weights]
    tanda = dict(zip(kept, values[1:], strict=False))
    return Bobot(
        values[0],
        {nama: tanda.get(nama, 0.0) for nama in arah},
        dict(zip(golongan, values[1 + len(kept) :], strict=True)),
    )


def _terpasang(amatan: Sequence[Amatan], kept: Sequence[str], golongan: Sequence[str]) -> Angka:
    rows = [
        [1.0, *(one.tanda[nama] for nama in kept), *(float(one.jenis == jenis) for jenis in golongan)]
        for one in amatan
    ]
    x, y = np.array(rows), np.array([one.benar for one in amatan], float)
    spread = x.std(axis=0) + 1e-9
    spread[[0, *range(1 + len(kept), x.shape[1])]] = 1.0  # rare kinds are held as strongly as common ones
    scaled = x / spread
    hold = np.eye(x.shape[1]) * REDAM
    hold[0, 0] = 1e-6
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (y - p) - hold @ weights
        bend = (scaled.T * (p * (1 - p))) @ scaled + hold
        weights = weights + np.linalg.solve(bend, slope)
    return np.asarray(weights / spread)


def dikira(amatan: Sequence[Amatan]) -> Angka:
    """The log odds of each value by weights that were fitted without its file."""
    found = np.zeros(len(amatan))
    for berkas in sorted({one.berkas for one in amatan}):
        bobot = muat([one for one in amatan if one.berkas != berkas])
        for at, one in enumerate(amatan):
            if one.berkas == berkas:
                found[at] = bobot.log_peluang(one)
    return found


def jarak(amatan: Sequence[Amatan], dugaan: Angka) -> float:
    """What must be taken off so that enough of the values given as sure are right."""
    tepat = np.array([one.benar for one in amatan])
    for off in np.arange(0.0, JARAK_TERJAUH, 0.05):
        sure = dugaan - off >= np.log(YAKIN / (1 - YAKIN))
        if sure.any() and tepat[sure].mean() >= SASARAN:
            return round(float(off), 2)
    return JARAK_TERJAUH


def laporan(nama: str, amatan: Sequence[Amatan], dugaan: Angka) -> str:
    """One line: how many values are given as sure, how many of them are right, how many wrong ones are not."""
    tepat = np.array([one.benar for one in amatan])
    sure = dugaan >= np.log(YAKIN / (1 - YAKIN))
    right = tepat[sure].mean() if sure.any() else 1.0
    caught = (~tepat & ~sure).sum() / max(1, (~tepat).sum())
    return (
        f"{nama:28s} {len(amatan):5d} nilai, {tepat.mean():6.1%} benar; >= {YAKIN}: {sure.mean():4.0%}, "
        f"{right:6.2%} benar; {caught:4.0%} dari {(~tepat).sum()} yang salah di bawahnya"
    )


def tertulis(bobot: Bobot, off: float, amatan: Sequence[Amatan]) -> str:
    """The weights as TOML."""
    head = KEPALA.format(
        nilai=len(amatan),
        berkas=len({one.berkas for one in amatan}),
        salah=sum(not one.benar for one in amatan),
    )
    lines = [head, f"tetap = {bobot.tetap}", f"jarak = {off}", "", "[tanda]"]
    lines += [f"{nama} = {w}" for nama, w in bobot.tanda.items()]
    lines += ["", "[golongan]", *(f"{nama} = {w}" for nama, w in bobot.golongan.items())]
    return "\n".join(lines) + "\n"


def dari_berkas(paths: Iterable[Path]) -> list[Amatan]:
    """The notes of some files."""
    return [Amatan(**row) for path in paths for row in json.loads(path.read_text("utf-8"))]


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.keyakinan", description="Fit keyakinan.")
    kerja = parser.add_subparsers(dest="kerja", required=True)
    baca = kerja.add_parser("kumpul", help="note the values of a folder")
    baca.add_argument("folder", type=Path)
    baca.add_argument("out", type=Path)
    pasang = kerja.add_parser("muat", help="fit the weights")
    pasang.add_argument("catatan", type=Path, nargs="+")
    pasang.add_argument("--uji", type=Path, nargs="*", default=[], help="notes to judge the weights by")
    pasang.add_argument("--tulis", action="store_true", help=f"write {BAKU.name}")
    args = parser.parse_args()
    if args.kerja == "kumpul":
        rows = [asdict(one) for one in kumpul(args.folder)]
        args.out.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
        print(f"{len(rows)} nilai di {args.out}")
        return
    amatan = dari_berkas(args.catatan)
    bobot, dugaan = muat(amatan), dikira(amatan)
    off = jarak(amatan, dugaan)
    print(tertulis(bobot, off, amatan))
    print(laporan("tiap berkas tanpa dirinya", amatan, dugaan - off))
    for path in (*args.catatan, *args.uji):
        some = dari_berkas([path])
        print(laporan(path.stem, some, np.array([bobot.log_peluang(one) - off for one in some])))
    if args.tulis:
        BAKU.write_text(tertulis(bobot, off, amatan), "utf-8")


if __name__ == "__main__":
    main()
