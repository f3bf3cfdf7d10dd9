"""A set of canonical SOPs as large as one likes, written directly, and how its whole-set checks scale.

The SOPs are those of ``sop_acak``, in offices that each have many of them; some are there twice (a poor scan, a
revision, another name), and they name one another. Run it to see the curve:

    python -m benchmarks.himpunan                     # 100, 1,000, 10,000: time and peak memory
    python -m benchmarks.himpunan --write FOLDER 500  # only write the files
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.sop_acak import sop_acak
from normalizers.model import Sop
from normalizers.pelaksana import slug
from pipeline.outputs import records

UKURAN = (100, 1_000, 10_000)
SOP_PER_KANTOR = 40
P_KEMBAR = 0.06
"""Share of SOPs that are there a second time."""
BATAS_DETIK = 60.0
BATAS_MB = 600.0


def sop_set(count: int, seed: int = 1) -> Iterator[Sop]:
    """So many SOPs; the same for the same seed."""
    rng = random.Random(seed)
    kantor: list[dict[str, Any]] = []
    made: list[Sop] = []
    for number in range(count):
        if made and rng.random() < P_KEMBAR:
            sop = _lagi(rng.choice(made), number, rng)
        else:
            if number % SOP_PER_KANTOR == 0 or not kantor:
                kantor.append(_kantor(len(kantor)))
            sop = _baru(kantor[-1], number, rng)
            # Only the latest can come back, so that the generator itself needs no memory to speak of.
            made = [*made[-50:], sop]
        yield sop


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Writes the set as canonical files."""
    folder.mkdir(parents=True, exist_ok=True)
    for sop in sop_set(count, seed):
        (folder / f"{sop.id}.json").write_bytes(records.to_json(sop))


def _kantor(number: int) -> dict[str, Any]:
    names = ("Aru", "Bina", "Cakra", "Darma", "Eka", "Giri", "Jaya", "Karya", "Mulya", "Sari")
    place = f"{names[number % 10]}{names[number // 10 % 10].lower()} {_romawi(number // 100 + 1)}"
    return {
        "pemerintah": f"Pemerintah Kabupaten {names[number // 30 % 10]}raya",
        "unit": f"Kecamatan {place}",
    }


def _romawi(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _baru(kantor: dict[str, Any], number: int, rng: random.Random) -> Sop:
    drawn = sop_acak(rng)
    truth = _canonical(drawn.truth)
    nama = truth["identitas"]["nama_sop"].replace(drawn.unit, "").strip()
    # The procedures of the generator are few: most SOPs of a real office speak of an object of their own.
    if rng.random() < 0.7:
        thing = f"{rng.choice(_BENDA)} {rng.choice(_SIFAT)} {number % 977}"
        nama = f"{nama} {thing}"
        for step in truth["prosedur"]:
            step["uraian"] = f"{step['uraian']} {thing}"
    truth["identitas"]["nama_sop"] = nama
    isi = truth | {
        "id": f"{slug(kantor['unit'])}--{slug(nama)}-{number}"[:180],
        "sumber": {"berkas": f"{number:05}.pdf", "sha256": f"{number:064x}", "halaman": [1], "jenis": "pdf"},
        "instansi": kantor,
    }
    return Sop.model_validate(isi)


_BENDA = (
    "arsip",
    "gudang",
    "pasar",
    "irigasi",
    "kendaraan",
    "taman",
    "sanggar",
    "koperasi",
    "lumbung",
    "perahu",
)
_SIFAT = ("harian", "bulanan", "darurat", "baru", "lama", "bersama", "keliling", "terpadu", "utama", "khusus")


def _lagi(sop: Sop, number: int, rng: random.Random) -> Sop:
    """The SOP again: misread here and there, revised, or under another name."""
    kind = rng.choice(("pindaian", "revisi", "nama"))
    identitas = sop.identitas
    steps = list(sop.prosedur)
    if kind == "pindaian":
        steps = [s.model_copy(update={"uraian": _salah_baca(s.uraian, rng)}) for s in steps]
    elif kind == "revisi":
        steps = steps[:-1] if len(steps) > 4 else steps
        identitas = identitas.model_copy(update={"tanggal_revisi": "2025-03-04"})
    else:
        identitas = identitas.model_copy(
            update={"nama_sop": "Tata Kelola Berkas Lainnya", "nomor_sop": str(number)}
        )
    sumber = sop.sumber.model_copy(update={"berkas": f"{number:05}-{kind}.pdf", "sha256": f"{number:064x}"})
    return sop.model_copy(
        update={"id": f"{sop.id[:160]}-{number}", "sumber": sumber, "identitas": identitas, "prosedur": steps}
    )


def _salah_baca(text: str, rng: random.Random) -> str:
    return "".join(rng.choice("aeiourn") if c.isalpha() and rng.random() < 0.02 else c for c in text)


def _canonical(truth: dict[str, Any]) -> dict[str, Any]:
    """The truth of a random SOP as a canonical one; of several right answers the first."""
    plain = {key: _pertama(value) for key, value in truth.items()}
    actors = [{"id": slug(p["nama"]), **p} for p in plain["pelaksana"]]
    ids = {p["label"]: p["id"] for p in actors}
    plain["pelaksana"] = actors
    plain["dasar_hukum"] = [{"teks": d.get("tentang") or "-"} | d for d in plain["dasar_hukum"]]
    plain["prosedur"] = [
        step | {"pelaksana": [{"id": ids[t["label"]], "simbol": t["simbol"]} for t in step["pelaksana"]]}
        for step in plain["prosedur"]
    ]
    return plain


def _pertama(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"salah_satu"}:
            return _pertama(value["salah_satu"][0])
        return {key: _pertama(part) for key, part in value.items()}
    return [_pertama(part) for part in value] if isinstance(value, list) else value


def _measure(folder: Path) -> None:
    """Runs the whole-set checks on the files and prints the figures; in a process of its own, for the memory's sake."""
    from pipeline.compare.himpunan import himpunan
    from pipeline.compare.kartu import semua
    from pipeline.findings import check_set

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = process_time()
    files = sorted(folder.glob("*.json"))
    cards = semua(records.from_json(file.read_bytes()) for file in files)
    read = process_time() - begin
    begin = process_time()
    found = himpunan(cards)
    checks = process_time() - begin
    temuan = check_set(found)
    whole = process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(
        f"{len(files)} {read:.1f} {checks:.2f} {whole:.2f} {peak / 1024:.0f} {(peak - before) / 1024:.0f} "
        f"{len(found.kembar)} {len(found.kegiatan)} {len(found.kaitan)} {sum(map(len, temuan.values()))}\n"
    )


def main() -> None:
    """Prints the curve; exits with 1 when the largest set needs more than its limits."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=list(UKURAN))
    parser.add_argument("--write", type=Path, metavar="FOLDER")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        _measure(args.measure)
        return
    if args.write:
        write(args.write, args.sizes[0])
        return
    print("CPU seconds of one core; peak memory of the whole process")
    print(
        f"{'SOPs':>7} {'cards s':>8} {'checks s':>9} {'peak MB':>8} {'same':>6} {'shared':>7} {'related':>8} {'findings':>9}"
    )
    ok = True
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), size)
            command = [sys.executable, "-m", "benchmarks.himpunan", "--measure", folder]
            out = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        count, read, _, whole, peak, _, same, shared, related, findings = out
        print(
            f"{count:>7} {read:>8} {whole:>9} {peak:>8} {same:>6} {shared:>7} {related:>8} {findings:>9}",
            flush=True,
        )
        ok &= float(read) + float(whole) <= BATAS_DETIK and float(peak) <= BATAS_MB
    sys.exit(not ok)


if __name__ == "__main__":
    main()
