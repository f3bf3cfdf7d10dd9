"""How fast scanned pages are read, against one bare pytesseract pass over the same pictures, and with how much memory.

``python -m benchmarks.kecepatan_halaman FOLDER…`` reads all PDFs and pictures in the folders: once by Tesseract
alone, started by pytesseract and set up as it comes, and whole (file to canonical SOPs) as ``cepat`` and ``teliti``.
Each is measured in a process of its own, one after the other, so that the ratios come from one run. Pages that were
read from their text layer are not given to Tesseract and not counted. The exit code is 1 when
``cepat`` takes more than its limit or a process more memory than its limit.
"""

import argparse
import multiprocessing
import os
import resource
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from extractors.engines.gambar import Gambar
from extractors.engines.pytesseract_ import BATAS_HALAMAN_S, Pytesseract, read
from extractors.engines.rapid import Rapid
from extractors.errors import SopError
from extractors.read import read_bytes
from extractors.sheets import Ketelitian
from pipeline.config import Settings
from pipeline.run import run_pages

LIMIT = 1.5
"""``cepat`` may take so many times as long as the bare pass."""
MOST_MB = 700.0
SUFFIXES = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
BARE = "--psm 11 --dpi 200"
"""What the bare pass tells Tesseract: that text is scattered, and the size of its letters."""

Scanned = Mapping[Path, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What one process took: seconds on the clock and of processor, memory at its peak, pages by file."""

    halaman: Scanned
    detik: float
    prosesor: float
    megabita: float

    @property
    def jumlah(self) -> int:
        """How many pages."""
        return sum(map(len, self.halaman.values()))


def whole(files: Sequence[Path], ocr: Ketelitian) -> Scanned:
    """Files to canonical SOPs; gives the pages that were read from pixels."""
    settings = Settings(ocr=ocr)
    scanned = {}
    for path in files:
        data = path.read_bytes()
        with suppress(SopError):
            pages = read_bytes(path.name, data, ocr)
            scanned[path] = [sheet.halaman for sheet in pages.sheets if sheet.pindaian]
            run_pages(pages, path.name, sha256(data).hexdigest(), settings)
    return scanned


def bare(scanned: Scanned, machine: str) -> Scanned:
    """One pass of an engine over the pictures of these pages."""
    for path, numbers in scanned.items():
        for picture in pictures(path, numbers):
            PASSES[machine](picture)
    return scanned


PASSES: Mapping[str, Callable[[Gambar], object]] = {
    "pytesseract": lambda picture: read([picture], BARE, BATAS_HALAMAN_S),
    "rapidocr": Rapid().read_page,
}


def pictures(path: Path, numbers: Sequence[int]) -> Iterator[NDArray[np.uint8]]:
    """The pages as the readers get them."""
    from extractors.raster.picture import frames
    from extractors.vector.document import open_pdf

    data = path.read_bytes()
    if path.suffix.casefold() == ".pdf":
        with open_pdf(data) as document:
            for number in numbers:
                yield document.picture(number)
    else:
        yield from (frame for number, frame in enumerate(frames(data), 1) if number in numbers)


def measured(work: Callable[..., Scanned], *arguments: object) -> Ukuran:
    """What a piece of work took, in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_measure, work, arguments).result()


def _measure(work: Callable[..., Scanned], arguments: Sequence[object]) -> Ukuran:
    begin, before = perf_counter(), _processor()
    scanned = work(*arguments)
    seconds, used = perf_counter() - begin, _processor() - before
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    peak = max(own.ru_maxrss, children.ru_maxrss) / (1e6 if sys.platform == "darwin" else 1e3)
    return Ukuran(scanned, seconds, used, peak)


def _processor() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def row(name: str, took: Ukuran, than: Ukuran | None) -> None:
    """Prints one line of the table; ``than`` is what the ratio is to."""
    pages = max(1, took.jumlah)
    ratio = f"{took.prosesor / than.prosesor:6.2f} x" if than else ""
    print(
        f"{name:18} {took.jumlah:5} pages {took.detik / pages:7.2f} s/page {took.prosesor / pages:7.2f} CPU s/page "
        f"{pages / took.detik:6.2f} pages/s {took.megabita:6.0f} MB {ratio}",
        flush=True,
    )


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(description="Measure pages per second against bare Tesseract.")
    parser.add_argument("inputs", type=Path, nargs="+", help="folders and files: PDFs and pictures")
    parser.add_argument("--most", type=int, default=20, help="so many files at most, spread over all of them")
    parser.add_argument("--rapidocr", action="store_true", help="measure a bare RapidOCR pass, too")
    args = parser.parse_args()
    os.environ.pop("SOPBAKU_OCR_CACHE", None)  # remembered results would be measured
    os.environ["OMP_THREAD_LIMIT"] = "1"
    found = [f for path in args.inputs for f in ([path] if path.is_file() else sorted(path.rglob("*")))]
    files = [file for file in found if file.suffix.casefold() in SUFFIXES]
    files = files[:: max(1, -(-len(files) // args.most))]
    cepat = measured(whole, files, "cepat")
    if not cepat.jumlah:
        sys.exit("no page was read from pixels")
    if not Pytesseract().tersedia():
        sys.exit("pytesseract or Tesseract with Indonesian is not installed")
    first = measured(bare, cepat.halaman, "pytesseract")
    row("bare pytesseract", first, None)
    if args.rapidocr:
        row("bare rapidocr", measured(bare, cepat.halaman, "rapidocr"), first)
    row("cepat", cepat, first)
    row("teliti", teliti := measured(whole, files, "teliti"), first)
    if max(cepat.megabita, teliti.megabita) > MOST_MB:
        sys.exit(f"a process took more than {MOST_MB:.0f} MB")
    if cepat.prosesor > LIMIT * first.prosesor:
        sys.exit(f"cepat took more than {LIMIT} times the bare pass")


if __name__ == "__main__":
    main()
