"""The manifest: one row per input file, what became of it and which SOPs it gave."""

import json
from collections.abc import Sequence
from typing import Final, TypedDict

from normalizers.model import Sop
from pipeline.config import VERSI
from pipeline.hasil import HasilBerkas, Status

NAMA: Final = "manifest.json"


class Jumlah(TypedDict):
    """How many SOPs a file gave, and how many findings of each level they have."""

    sop: int
    galat: int
    peringatan: int
    info: int


class Baris(TypedDict):
    """One input file."""

    berkas: str
    sha256: str | None
    status: Status
    alasan: str | None
    id: list[str]
    jumlah: Jumlah


class Manifest(TypedDict):
    """All input files of a run, sorted by path, and the version of sopbaku that worked on them."""

    versi: str
    berkas: list[Baris]


def manifest(hasil: Sequence[tuple[HasilBerkas, Sequence[Sop]]]) -> Manifest:
    """The manifest of a run from each file's result and its final SOPs."""
    rows = [_row(file, sops) for file, sops in hasil]
    return {"versi": VERSI, "berkas": sorted(rows, key=lambda row: row["berkas"])}


def to_bytes(content: Manifest) -> bytes:
    """The manifest as JSON."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def count(content: Manifest, key: Status) -> int:
    """How many files have a status."""
    return sum(row["status"] == key for row in content["berkas"])


def totals(content: Manifest) -> Jumlah:
    """The counts of all files together."""
    total = Jumlah(sop=0, galat=0, peringatan=0, info=0)
    for row in content["berkas"]:
        for key in ("sop", "galat", "peringatan", "info"):
            total[key] += row["jumlah"][key]
    return total


def _row(file: HasilBerkas, sops: Sequence[Sop]) -> Baris:
    levels = [temuan.tingkat for sop in sops for temuan in sop.temuan]
    return {
        "berkas": file.berkas,
        "sha256": file.sha256,
        "status": file.status,
        "alasan": file.alasan,
        "id": [sop.id for sop in sops],
        "jumlah": {
            "sop": len(sops),
            "galat": levels.count("galat"),
            "peringatan": levels.count("peringatan"),
            "info": levels.count("info"),
        },
    }
