"""CPU time of one core per clean document and format, after start-up, over fully specified random SOPs.

``python -m benchmarks.kecepatan_dokumen --count 30``
"""

import argparse
from collections.abc import Callable
from time import process_time
from typing import Any

from benchmarks.dokumen_acak import janggal, utuh
from normalizers.model import Sop
from pipeline.outputs import documents, lembar
from pipeline.outputs.xlsx import xlsx

TUGAS: dict[str, Callable[[Sop], Any]] = {
    "layout": lembar.susun,
    "html": documents.html,
    "docx": documents.docx,
    "pdf": documents.pdf,
    "xlsx": xlsx,
}


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(description="Measure CPU seconds per clean document, by format.")
    parser.add_argument("--count", type=int, default=30)
    args = parser.parse_args()
    for kind, make in (("usual", utuh), ("hard", janggal)):
        sops = [make(1, number) for number in range(args.count)]
        steps = sum(len(sop.prosedur) for sop in sops) / len(sops)
        print(f"{kind}: {len(sops)} SOPs of {steps:.0f} steps on average")
        for name, task in TUGAS.items():
            task(sops[0])
            times = sorted(_seconds(task, sop) for sop in sops)
            print(f"  {name:7} mean {sum(times) / len(times):.3f} s, slowest {times[-1]:.3f} s")


def _seconds(task: Callable[[Sop], Any], sop: Sop) -> float:
    begin = process_time()
    task(sop)
    return process_time() - begin


if __name__ == "__main__":
    main()
