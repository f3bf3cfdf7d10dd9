"""How many texts a core works through in a second, with outputs off and on.

``python -m benchmarks.throughput`` writes random SOP texts of every layout to a temporary folder
and works on them in this one process. ``--profile`` shows where the time goes. The exit code is 1
when canonical-only is under the limit.
"""

import argparse
import cProfile
import pstats
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from benchmarks.layouts import LAYOUTS, tulis
from pipeline.batch import ingest
from pipeline.config import Settings
from pipeline.outputs import records
from pipeline.run import run_file

LIMIT = 150.0
"""Texts per second and core that canonical-only must reach."""
KANONIK = Settings(jobs=1, dokumen=False, laporan=False, tabel=False)
LAPORAN = Settings(jobs=1, dokumen=False)
SEMUA = Settings(jobs=1)


def canonical_only(files: Sequence[Path]) -> int:
    """Text to canonical JSON in memory: reading, normalising, findings. Gives the number of SOPs."""
    sops = 0
    for path in files:
        for naskah in run_file(path, path.name, KANONIK).naskah:
            records.to_json(naskah.sop)
            sops += 1
    return sops


def whole_run(files: Sequence[Path], settings: Settings) -> int:
    """A run into a fresh output folder. Gives the number of SOPs."""
    with tempfile.TemporaryDirectory() as out:
        rows = ingest(files, Path(out), settings).manifest["berkas"]
    return sum(row["jumlah"]["sop"] for row in rows)


def rate(name: str, files: Sequence[Path], work: Callable[[], int]) -> float:
    """Files per second of processor time; prints them."""
    begin = process_time()
    sops = work()
    seconds = process_time() - begin
    print(
        f"{name:34} {len(files):6} files {sops:6} SOPs {seconds:8.2f} s {len(files) / seconds:8.1f} files/s"
    )
    return len(files) / seconds


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(description="Measure texts per second on one core.")
    parser.add_argument("--per-layout", type=int, default=20, help="texts of each layout for canonical-only")
    parser.add_argument("--documents", type=int, default=20, help="texts for the run with all outputs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", action="store_true", help="print where canonical-only spends its time")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tulis(Path(folder), args.seed, args.per_layout, sorted(LAYOUTS))
        files = sorted((Path(folder) / "inputs").iterdir())
        canonical_only(files[:: args.per_layout])  # tables are loaded and patterns compiled once per process
        if args.profile:
            with cProfile.Profile() as profile:
                canonical_only(files)
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)
            return
        fastest = rate("canonical only, in memory", files, lambda: canonical_only(files))
        rate("run: canonical only", files, lambda: whole_run(files, KANONIK))
        rate("run: and reports, index, tables", files, lambda: whole_run(files, LAPORAN))
        some = files[:: max(1, len(files) // args.documents)]
        rate("run: and documents", some, lambda: whole_run(some, SEMUA))
    if fastest < LIMIT:
        sys.exit(f"canonical only is under the limit of {LIMIT:.0f} files/s")


if __name__ == "__main__":
    main()
