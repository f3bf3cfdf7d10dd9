"""Fit when an edge of the flow counts as followed: ``python -m benchmarks.keyakinan_alur kumpul DIR OUT.json``, then ``… muat A.json B.json``.

As ``benchmarks.keyakinan`` does for values: ``kumpul`` notes of every edge that was followed in pixels what speaks for and
against it, and whether both its ends and its name are right; ``muat`` fits the weights of ``normalizers.keyakinan_alur``, prints
how they do on documents that they were not fitted on, and with ``--tulis`` replaces ``normalizers/data/keyakinan_alur.toml``.
"""

import argparse
import json
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path

import numpy as np

from benchmarks.halaman.nilai import kunci_tepi
from benchmarks.keyakinan import Amatan, Angka, Bobot, dari_berkas, kumpul, muat, terbaca
from extractors.pages import Pages
from normalizers.kalibrasi import log_peluang
from normalizers.keyakinan_alur import TERLACAK, tanda_tepi

BAKU = Path(__file__).parents[1] / "normalizers" / "data" / "keyakinan_alur.toml"
UNTUK = frozenset({"lacak", "rupa", "nomor", "halaman"})
"""What speaks for an edge; all else speaks against it."""
LIPAT = 10
"""The documents are dealt into so many parts, each judged by weights fitted on the others."""
KEPALA = """\
# Weights of what speaks for and against an edge that was followed in pixels (normalizers/keyakinan_alur.py), in log odds.
# Written by `python -m benchmarks.keyakinan_alur muat … --tulis`: fitted on {tepi} edges of {berkas} made pages, {salah} of them wrong.
"""


def amatan_dari(nama: str, pages: Pages, gold: Path) -> list[Amatan]:
    """The followed edges of one file that was read, of those SOPs that have a truth with a flow."""
    found = []
    for one in terbaca(nama, pages, gold):
        benar = {kunci_tepi(tepi) for tepi in one.kebenaran.get("alur") or ()}
        for lokasi, tanda in tanda_tepi(one.sop, one.raw, one.catatan).items() if benar else ():
            tepat = kunci_tepi(one.isi["alur"][int(lokasi.rpartition("/")[2])]) in benar
            found.append(Amatan(one.berkas, lokasi, "tepi", tanda, tepat))
    return found


def pasang(amatan: list[Amatan]) -> Bobot:
    """The weights that explain best which edges are right."""
    return muat(amatan, {nama: 1 if nama in UNTUK else -1 for nama in amatan[0].tanda})


def dikira(amatan: list[Amatan]) -> Angka:
    """The log odds of each edge by weights that were fitted without its document, at whatever level of damage."""
    dokumen = [f"{one.berkas.partition('-')[0]}{one.berkas.rpartition('-')[2]}" for one in amatan]
    bagian = {nama: n % LIPAT for n, nama in enumerate(sorted(set(dokumen)))}
    found = np.zeros(len(amatan))
    for lipat in range(LIPAT):
        bobot = pasang(
            [one for one, nama in zip(amatan, dokumen, strict=True) if bagian[nama] != lipat] or amatan
        )
        for at, nama in enumerate(dokumen):
            if bagian[nama] == lipat:
                found[at] = bobot.log_peluang(amatan[at])
    return found


def laporan(amatan: list[Amatan], dugaan: Angka) -> list[str]:
    """By level of damage: how many edges are said to have been followed, and how many of those are right."""
    by: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for one, value in zip(amatan, dugaan, strict=True):
        sure = bool(value >= log_peluang(TERLACAK))
        for nama in ("semua", "-".join(one.berkas.split("-")[1:3])):
            by[nama].append((one.benar, sure))
    lines = []
    for nama, pairs in sorted(by.items()):
        told = [right for right, sure in pairs if sure]
        lines.append(
            f"{nama:16s} {len(pairs):5d} tepi, {np.mean([right for right, _ in pairs]):6.1%} benar; "
            f"terlacak {len(told) / len(pairs):4.0%}, {np.mean(told) if told else 1.0:6.1%} benar"
        )
    return lines


def tertulis(bobot: Bobot, amatan: list[Amatan]) -> str:
    """The weights as TOML."""
    head = KEPALA.format(
        tepi=len(amatan),
        berkas=len({one.berkas for one in amatan}),
        salah=sum(not one.benar for one in amatan),
    )
    weights = [f"{nama} = {bobot_}" for nama, bobot_ in bobot.tanda.items()]
    return "\n".join([head, f"tetap = {bobot.tetap}", "", "[tanda]", *weights]) + "\n"


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.keyakinan_alur", description="Fit keyakinan of edges."
    )
    kerja = parser.add_subparsers(dest="kerja", required=True)
    tugas = kerja.add_parser("kumpul", help="note the edges of a folder")
    tugas.add_argument("folder", type=Path)
    tugas.add_argument("out", type=Path)
    tugas = kerja.add_parser("muat", help="fit the weights")
    tugas.add_argument("catatan", type=Path, nargs="+")
    tugas.add_argument("--tulis", action="store_true", help=f"write {BAKU.name}")
    args = parser.parse_args()
    if args.kerja == "kumpul":
        rows = [asdict(one) for one in kumpul(args.folder, amatan_dari)]
        args.out.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
        print(f"{len(rows)} tepi di {args.out}")
        return
    amatan = dari_berkas(args.catatan)
    bobot = pasang(amatan)
    print(tertulis(bobot, amatan), *laporan(amatan, dikira(amatan)), sep="\n")
    if args.tulis:
        BAKU.write_text(tertulis(bobot, amatan), "utf-8")


if __name__ == "__main__":
    main()
