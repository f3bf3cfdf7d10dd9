"""Pictures of the pages of input files, kept in OUT/pages for the reports: one unit of the ledger per file.

They are made from the input file once more after all files have been read, because only then it is
known which pages hold an SOP, and because pictures must not travel between processes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from extractors.boxes import Box
from extractors.read import load
from extractors.sheets import Sheet
from pipeline import ledger
from pipeline.config import Settings, sidik_program
from pipeline.executors import run_all
from pipeline.naskah import Gambar, Naskah

FOLDER: Final = "pages"
_NAME: Final = 16
"""So many digits of the file's hash name its pictures."""


@dataclass(frozen=True, slots=True)
class Tugas:
    """One input file with the pages that its SOPs refer to."""

    path: Path
    sha256: str
    halaman: tuple[int, ...]


def unit(digest: str) -> str:
    """The unit of the ledger that holds the pictures of the file with this hash."""
    return f"halaman/{digest[:_NAME]}"


def pages_shown(naskah: Sequence[Naskah]) -> tuple[int, ...]:
    """The pages that these SOPs refer to by place; none where the file has no pages."""
    boxed = {b.halaman for n in naskah for b in n.sop.bukti.values() if b.kotak}
    boxed |= {s.halaman for n in naskah for s in n.sisa if s.kotak}
    if not boxed:
        return ()
    return tuple(sorted(boxed.union(*(n.sop.sumber.halaman for n in naskah))))


def turns(sheets: Sequence[Sheet]) -> dict[int, int]:
    """How to turn the pages on which text does not stand upright: page number -> degrees clockwise, 90, 180 or 270."""
    found = {sheet.halaman: _turn(sheet) for sheet in sheets}
    return {page: degrees for page, degrees in found.items() if degrees}


def _turn(sheet: Sheet) -> int:
    """From where the upper edge of the sheet, which is upright, runs on the page."""
    begin, end = (sheet.on_page(Box(x, 0.0, x, 0.0)) for x in (0.0, sheet.width))
    right, down = end.x0 - begin.x0, end.y0 - begin.y0
    if abs(right) >= abs(down):
        return 0 if right >= 0 else 180
    return 270 if down > 0 else 90


def make(
    tugas: Sequence[Tugas], out: Path, settings: Settings, progress: Callable[[int, int, int], None]
) -> tuple[dict[str, Mapping[int, Gambar]], dict[str, Exception]]:
    """The pictures of each file by its hash and page, and why those of a file could not be made.

    Args:
        tugas: each hash once.
        out: the output folder.
        settings: of the run.
        progress: is told how many files are done, of how many, and how many failed.
    """
    open_ = [t for t in tugas if not ledger.intact(out, unit(t.sha256), _sidik(t))]
    failures: dict[str, Exception] = {}
    work = partial(_write, out, settings.batas_byte)
    results = run_all(open_, work, settings.jobs, settings.batas_menit * 60)
    for done, (index, result) in enumerate(results, start=1):
        if isinstance(result, Exception):
            failures[open_[index].sha256] = result
        progress(done, len(open_), len(failures))
    return {t.sha256: _known(out, t) for t in tugas}, failures


def _write(out: Path, batas_byte: int, tugas: Tugas) -> None:
    from extractors.pictures import page_pictures

    data = load(tugas.path, batas_byte)
    files = {_name(tugas, number): picture for number, picture in page_pictures(data, tugas.halaman)}
    # A file that was exchanged since it was read would show other pages than those that were read.
    if sha256(data).hexdigest() == tugas.sha256:
        ledger.write(out, unit(tugas.sha256), _sidik(tugas), files)


def _known(out: Path, tugas: Tugas) -> Mapping[int, Gambar]:
    """The pictures of a file that are there."""
    # Libraries for pictures, which a run over texts does without.
    from extractors.pictures import size_of

    found = {}
    for number in tugas.halaman:
        name = _name(tugas, number)
        try:
            width, height = size_of(out / name)
        except OSError:
            continue
        found[number] = Gambar(name, width, height)
    return found


def _name(tugas: Tugas, number: int) -> str:
    return f"{FOLDER}/{tugas.sha256[:_NAME]}-{number}.webp"


def _sidik(tugas: Tugas) -> str:
    """The fingerprint of all that shapes the pictures of one file."""
    return sha256(f"{sidik_program()}|{tugas.sha256}|{tugas.halaman}".encode()).hexdigest()
