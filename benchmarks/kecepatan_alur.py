"""How much processor time finding the flow adds to a scanned page.

``python -m benchmarks.kecepatan_alur FILES…`` makes each page of the files upright as the program does, and then
measures what only the flow needs: shapes with their forms and lines, and words at branches, by either engine (the
words of the page are read once before and not counted). The exit code is 1 when the mean over the pages that have something of a flow is
above the limit.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import numpy as np

from extractors.engines import required, second_opinion, strip_reader
from extractors.pictures import page_pixels
from extractors.raster.drawing.drawn_flow import drawn_flow
from extractors.raster.ink import without_ink
from extractors.raster.page import prepare
from extractors.raster.writing.branch_words import branch_words
from extractors.raster.writing.overprinted import Readers, overprinted

LIMIT = 0.5
"""Seconds of processor time that a page may take more."""
MOST_PAGES = 500
"""Of a file."""
SISI = 2339
"""Pixels of the long side: A4 at 200 dpi."""


def ukur(path: Path) -> Iterator[tuple[float, float, bool]]:
    """Seconds for drawings and words of each page of a file that is not blank, and whether anything was drawn."""
    engine, second, strip = required("cepat")[0], second_opinion(), strip_reader()
    for _, picture in page_pixels(path.read_bytes(), range(1, MOST_PAGES), SISI):
        page = prepare(np.ascontiguousarray(picture))
        if "kosong" in page.catatan:
            continue
        lightened = without_ink(page.rgb)
        words = engine.read_page(lightened)
        times = [process_time()]
        drawn = drawn_flow(page.gray, page.rgb, page.rules, page.seen, page.dpi)
        times.append(process_time())
        named = branch_words(lightened, engine, drawn, page.rules, words, page.dpi)
        if second is not None and strip is not None:
            overprinted(lightened, Readers(second, strip), drawn, page.rules, words, named, page.dpi)
        times.append(process_time())
        yield times[1] - times[0], times[2] - times[1], bool(drawn)


def main() -> int:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kecepatan_alur", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    pages = np.asarray([times for path in parser.parse_args().files for times in ukur(path)])
    if not len(pages):
        print("tidak ada halaman")
        return 1
    whole = pages[:, :2].sum(axis=1)
    own = pages[pages[:, 2] > 0]
    gambar, kata = pages[:, :2].mean(axis=0)
    print(f"{len(pages)} halaman: rata-rata {whole.mean():.3f} s, terlama {whole.max():.3f} s")
    print(f"gambar {gambar:.3f} s, kata cabang {kata:.3f} s")
    beralur = float(own[:, :2].sum(axis=1).mean()) if len(own) else 0.0
    print(f"{len(own)} di antaranya bergambar: rata-rata {beralur:.3f} s")
    return int(beralur > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
