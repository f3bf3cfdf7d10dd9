"""Score what was read of made pages, by kind and level, and how far ``keyakinan`` can be trusted.

``python -m benchmarks.halaman.nilai DIR PRED [--per berkas] [--misses]``: DIR as ``benchmarks.halaman``
writes it, PRED an output folder of ``sopbaku`` (or its ``canonical``). Symbols, actors of steps and
arrows are left out of the score, as are texts that only repeat other values; of edges whose line was followed it tells
how many are right.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from normalizers.fuzzy import ratio
from pipeline.score import Nilai, align, fold, score
from pipeline.truth import load, score_paths

TANPA = ("alur", "prosedur.tanda", "dasar_hukum.teks", "prosedur.waktu.teks", "prosedur.waktu.menit")
TAK_DINILAI = {"alur", "simbol", "sumber", "temuan", "id", "teks", "menit"}
WAKTU = ("nilai", "nilai_maks", "satuan", "per")
YAKIN = 0.9
TERLACAK = "simbol"
"""How ``cara`` of an edge begins whose line was followed."""
Json = Any


@dataclass
class Kalibrasi:
    """Values by whether they are right and whether they were given as sure."""

    jumlah: dict[tuple[bool, bool], int] = field(default_factory=lambda: defaultdict(int))

    def tambah(self, benar: bool, keyakinan: float) -> None:
        """Count one value."""
        self.jumlah[benar, keyakinan >= YAKIN] += 1

    def __str__(self) -> str:
        yakin = self.jumlah[True, True] + self.jumlah[False, True]
        salah = self.jumlah[False, True] + self.jumlah[False, False]
        tepat = self.jumlah[True, True] / yakin if yakin else 1.0
        tertangkap = self.jumlah[False, False] / salah if salah else 1.0
        return f"keyakinan >= {YAKIN}: {tepat:.2%} benar dari {yakin}; {tertangkap:.1%} dari {salah} yang salah ada di bawahnya"


def tanpa_alur(nilai: Nilai) -> Nilai:
    """The score without the parts of the drawing."""
    bidang = {k: v for k, v in nilai.bidang.items() if not k.startswith(TANPA)}
    buang = ("/tanda", "/alur", "/teks", "/menit")
    return Nilai(bidang, [m for m in nilai.meleset if not any(b in m.lokasi for b in buang)])


def benar(truth: Json, sop: Json, pointer: str) -> bool | None:
    """Whether the value at ``pointer`` of the output is what the truth states; None where that is not judged."""
    node, hasil, kunci, keys = truth, sop, "", pointer.strip("/").split("/")
    if TAK_DINILAI & set(keys) or (keys[0] == "prosedur" and "pelaksana" in keys):
        return None
    for key in keys:
        if isinstance(hasil, list):
            node, hasil = _anggota(node, hasil, int(key))
        else:
            kunci = key
            node = node.get(key) if isinstance(node, Mapping) and "salah_satu" not in node else None
            hasil = hasil.get(key) if isinstance(hasil, Mapping) else None
    if kunci == "waktu" and isinstance(hasil, Mapping):
        hasil = {k: hasil.get(k) for k in WAKTU}
        node = {k: node.get(k) for k in WAKTU} if isinstance(node, Mapping) else None
    elif isinstance(hasil, Mapping | list):
        return None
    return None if hasil is None else score({kunci: node}, {kunci: hasil}).utuh


def _anggota(truth: Json, hasil: list[Json], nomor: int) -> tuple[Json, Json]:
    """The item of a list, and the item of the truth's list that it stands for."""
    if nomor >= len(hasil):
        return None, None
    asal = truth if isinstance(truth, list) else []
    i = next((i for i, j in align(asal, hasil, _mirip) if j == nomor), None)
    return (None if i is None else asal[i]), hasil[nomor]


def _teks(item: Json) -> str:
    if isinstance(item, Mapping):
        if "salah_satu" in item:
            return next((str(v) for v in item["salah_satu"] if v is not None), "")
        return _teks(item.get("uraian") or item.get("tentang") or item.get("label") or item.get("nama") or "")
    return str(item or "")


def _mirip(a: Json, b: Json) -> float:
    return ratio(fold(_teks(a)), fold(_teks(b)))


def _keluaran(pred: Path) -> dict[str, Json]:
    """The outputs by the names that their truths have."""
    folder = pred / "canonical" if (pred / "canonical").is_dir() else pred
    by_input: dict[str, list[Json]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        sop = load(path)
        by_input[PurePosixPath(sop["sumber"]["berkas"]).stem].append(sop)
    out = {}
    for stem, sops in by_input.items():
        sops.sort(key=lambda sop: sop["sumber"]["halaman"])
        out[stem] = sops[0]
        out |= {f"{stem}--{n}": sop for n, sop in enumerate(sops, 1)}
    return out


def kalibrasi(gold: Path, pred: Path) -> dict[str, Kalibrasi]:
    """Calibration by kind and level, and of all ("semua")."""
    outputs = _keluaran(pred)
    out: dict[str, Kalibrasi] = defaultdict(Kalibrasi)
    for path in sorted(gold.glob("*.json")):
        sop, truth = outputs.get(path.stem), load(path)
        for pointer, bukti in (sop or {}).get("bukti", {}).items():
            hit = benar(truth, sop, pointer)
            if hit is not None and bukti.get("keyakinan") is not None:
                for name in ("semua", _golongan(path.stem)):
                    out[name].tambah(hit, bukti["keyakinan"])
    return out


@dataclass
class Tepi:
    """Edges whose line was followed: how many, with both ends right, and with their label right, too."""

    semua: int = 0
    ujung: int = 0
    label: int = 0

    def __str__(self) -> str:
        if not self.semua:
            return "tidak ada tepi terlacak"
        return f"{self.semua} tepi terlacak: ujung benar {self.ujung / self.semua:.1%}, dengan label {self.label / self.semua:.1%}"


def kunci_tepi(edge: Json) -> tuple[str, str, str]:
    """What an edge says: the steps at its ends, and its name."""
    return str(edge["dari"]["no"]), str(edge["ke"]["no"]), fold(edge.get("label") or "")


def tepi(truth: Json, sop: Json) -> Tepi:
    """How right the followed edges of an output are."""
    benar = {kunci_tepi(edge) for edge in truth.get("alur") or []}
    ujung = {edge[:2] for edge in benar}
    terlacak = [
        kunci_tepi(edge)
        for n, edge in enumerate(sop.get("alur") or [])
        if sop["bukti"].get(f"/alur/{n}", {}).get("cara", "").startswith(TERLACAK)
    ]
    return Tepi(len(terlacak), sum(e[:2] in ujung for e in terlacak), sum(e in benar for e in terlacak))


def tepi_terlacak(gold: Path, pred: Path) -> dict[str, Tepi]:
    """Followed edges by kind and level, of truths that state a flow."""
    outputs = _keluaran(pred)
    out: dict[str, Tepi] = defaultdict(Tepi)
    for path in sorted(gold.glob("*.json")):
        sop, truth = outputs.get(path.stem), load(path)
        if sop and truth.get("alur"):
            satu, jumlah = tepi(truth, sop), out[_golongan(path.stem)]
            jumlah.semua += satu.semua
            jumlah.ujung += satu.ujung
            jumlah.label += satu.label
    return out


def _golongan(stem: str) -> str:
    return " ".join(stem.split("-")[1:3])


def _cacah(folder: Path, outputs: Mapping[str, Json]) -> list[str]:
    """Files in which another number of SOPs was found than there are."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    ada: dict[str, int] = defaultdict(int)
    for sop in {id(s): s for s in outputs.values()}.values():
        ada[sop["sumber"]["berkas"]] += 1
    return [
        f"{row['berkas']}: {ada[row['berkas']]} SOP, seharusnya {row['sop']}"
        for row in manifest
        if ada[row["berkas"]] != row["sop"]
    ]


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.halaman.nilai", description="Score read pages by kind and level."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("pred", type=Path)
    parser.add_argument("--per", choices=["golongan", "berkas"], default="golongan")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    penilaian = score_paths(args.folder / "gold", args.pred)
    rows: dict[str, Nilai] = defaultdict(Nilai)
    for stem, nilai in penilaian.dokumen.items():
        bersih = tanpa_alur(nilai)
        rows[stem if args.per == "berkas" else _golongan(stem)].add(bersih)
        rows["~semua"].add(bersih)
    for name, nilai in sorted(rows.items()):
        h = nilai.semua
        print(f"{name.strip('~'):36s} recall {h.recall:6.1%}  presisi {h.presisi:6.1%}  F1 {h.f1:6.1%}")
        if args.misses and name != "~semua":
            for m in nilai.meleset:
                print(f"    {m.lokasi}: {m.kebenaran!r} / {m.hasil!r}")
    print()
    for bidang, h in sorted(rows["~semua"].bidang.items()):
        print(
            f"  {bidang:38s} recall {h.recall:6.1%}  presisi {h.presisi:6.1%}  F1 {h.f1:6.1%}  ({h.benar}/{h.kebenaran})"
        )
    print()
    for name, counts in sorted(kalibrasi(args.folder / "gold", args.pred).items()):
        print(f"{name:24s} {counts}")
    print()
    for name, terlacak in sorted(tepi_terlacak(args.folder / "gold", args.pred).items()):
        print(f"{name:24s} {terlacak}")
    for line in _cacah(args.folder, _keluaran(args.pred)):
        print(line)


if __name__ == "__main__":
    main()
