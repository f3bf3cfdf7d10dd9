"""Findings against labelled documents: which rule speaks where it must, and how often where it must not.

    python -m benchmarks.temuan [--misses]

``tests/temuan/benar`` holds correct documents, ``set.toml`` faults made in them with all findings that
each must bring. Every document is read from its bytes, as a run does.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from normalizers.model import Temuan
from pipeline.config import Settings
from pipeline.findings import ATURAN
from pipeline.run import run_file

FOLDER = Path(__file__).parents[1] / "tests" / "temuan"
_SETTINGS = Settings(jobs=1, dokumen=False, laporan=False, tabel=False)


@dataclass(frozen=True, slots=True)
class Dokumen:
    """One labelled document.

    Attributes:
        nama: its file and, for one with a fault, what the fault is.
        berkas: name of the file.
        isi: its bytes.
        wajib: "KODE /lokasi" of all findings that it must bring.
    """

    nama: str
    berkas: str
    isi: bytes
    wajib: frozenset[str]


@dataclass(slots=True)
class Hitungan:
    """How the rules did: by code, findings that had to be and are, had to be and are not, and should not be."""

    benar: Counter[str]
    luput: Counter[str]
    palsu: Counter[str]
    palsu_berat: list[str]
    dokumen: int = 0


def dokumen() -> Iterator[Dokumen]:
    """The correct documents, then those with a fault.

    Raises:
        ValueError: a text that is to be replaced does not occur.
    """
    benar = {path.name: path.read_text("utf-8") for path in sorted((FOLDER / "benar").iterdir())}
    for nama, isi in benar.items():
        yield Dokumen(nama, nama, isi.encode(), frozenset())
    for row in tomllib.loads((FOLDER / "set.toml").read_text("utf-8"))["salah"]:
        isi = benar[row["dari"]]
        for lama, baru in row["ganti"].items():
            if lama not in isi:
                raise ValueError(f"{row['alasan']}: {lama!r} does not occur in {row['dari']}")
            isi = isi.replace(lama, baru)
        yield Dokumen(f"{row['dari']}: {row['alasan']}", row["dari"], isi.encode(), frozenset(row["temuan"]))


def temuan(satu: Dokumen, folder: Path) -> list[Temuan]:
    """What the program finds in a document."""
    path = folder / satu.berkas
    path.write_bytes(satu.isi)
    hasil = run_file(path, satu.berkas, _SETTINGS)
    return [t for naskah in hasil.naskah for t in naskah.sop.temuan]


def hitung(misses: bool = False) -> Hitungan:
    """All documents, counted."""
    hasil = Hitungan(Counter(), Counter(), Counter(), [])
    with TemporaryDirectory() as folder:
        for satu in dokumen():
            hasil.dokumen += 1
            ada = {f"{t.kode} {t.lokasi}": t for t in temuan(satu, Path(folder))}
            hasil.benar.update(key.split()[0] for key in satu.wajib & ada.keys())
            hasil.luput.update(key.split()[0] for key in satu.wajib - ada.keys())
            lebih = sorted(ada.keys() - satu.wajib)
            hasil.palsu.update(key.split()[0] for key in lebih)
            hasil.palsu_berat += [f"{satu.nama}: {key}" for key in lebih if ada[key].tingkat != "info"]
            if misses:
                for key in sorted(satu.wajib - ada.keys()):
                    print(f"luput  {satu.nama}: {key}")
                for key in lebih:
                    print(f"palsu  {satu.nama}: {key} [{ada[key].tingkat}] {ada[key].pesan}")
    return hasil


def main() -> int:
    """Print the table; 1 where a rule of level galat or peringatan speaks without reason, or one keeps silent."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="show each finding that is missing or too many")
    hasil = hitung(parser.parse_args().misses)
    print(f"{'rule':<7}{'level':<12}{'right':>6}{'missed':>8}{'false':>7}{'false per document':>20}")
    for aturan in ATURAN:
        kode = aturan.kode
        ada = hasil.benar[kode], hasil.luput[kode], hasil.palsu[kode]
        if any(ada):
            print(
                f"{kode:<7}{aturan.tingkat:<12}{ada[0]:>6}{ada[1]:>8}{ada[2]:>7}{ada[2] / hasil.dokumen:>19.1%}"
            )
    diam = [a.kode for a in ATURAN if not (hasil.benar[a.kode] or hasil.luput[a.kode] or hasil.palsu[a.kode])]
    print(f"{hasil.dokumen} documents; no false finding and no label: {' '.join(diam)}")
    return 1 if hasil.palsu_berat or hasil.luput.total() else 0


if __name__ == "__main__":
    sys.exit(main())
