"""Our own documents read back: how much of the SOP is the same again, field by field and format by format.

``python -m benchmarks.dokumen_bolak_balik --count 60`` takes the corpus and fully specified random SOPs;
``--misses`` prints what was lost or changed.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.dokumen_acak import utuh
from extractors.errors import SopError
from extractors.read import read_bytes
from normalizers.model import Sop
from pipeline.config import Settings
from pipeline.outputs import documents
from pipeline.run import run_file, run_pages
from pipeline.score import Hitung, Nilai, score

CORPUS = Path(__file__).parents[1] / "corpus" / "inputs"
FORMAT = ("docx", "html", "pdf", "xlsx")


def isi(sop: Sop) -> dict[str, Any]:
    """What a document says: all but where it was read."""
    return sop.model_dump(mode="json", exclude={"temuan", "bukti", "id", "sumber"})


def kembali(sop: Sop, format_: Any) -> Sop | None:
    """The SOP that its document of a format is read as; None where it is no single one."""
    data = documents.render(sop, format_)
    try:
        found = run_pages(read_bytes(f"a.{format_}", data), f"a.{format_}", "0" * 64, Settings(jobs=1))
    except SopError:
        return None
    return found[0].sop if len(found) == 1 else None


def korpus() -> Iterator[tuple[str, Sop]]:
    """The SOPs of the corpus as they are read."""
    for path in sorted(CORPUS.glob("[0-2]*")):
        for number, naskah in enumerate(run_file(path, path.name, Settings(jobs=1)).naskah):
            yield f"{path.stem}-{number}", naskah.sop


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(description="Score our own documents read back, by format and field.")
    parser.add_argument("--count", type=int, default=40, help="random SOPs beside the corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", nargs="+", default=FORMAT)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    sops = [*korpus(), *((f"acak-{n}", utuh(args.seed, n)) for n in range(args.count))]
    for format_ in args.format:
        _print(format_, sops, args.misses)


def _print(format_: str, sops: list[tuple[str, Sop]], misses: bool) -> None:
    semua, sama = Nilai(), 0
    for name, sop in sops:
        again = kembali(sop, format_)
        found = score(isi(sop), isi(again) if again else {})
        semua.add(found)
        sama += again is not None and isi(sop) == isi(again)
        if misses:
            for miss in found.meleset:
                print(f"  {name} {miss.lokasi}: {miss.kebenaran!r} -> {miss.hasil!r}")
    print(f"{format_}: F1 {_persen(semua.semua)}, the very same {sama} of {len(sops)}")
    print("  " + ", ".join(f"{key} {_persen(h)}" for key, h in semua.bidang.items() if h.f1 < 1))


def _persen(hitung: Hitung) -> str:
    return f"{100 * hitung.f1:.2f} %"


if __name__ == "__main__":
    main()
