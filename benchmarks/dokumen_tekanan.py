"""SOPs that are hard to draw, drawn, and their PDFs checked by machine.

``python -m benchmarks.dokumen_tekanan --count 200`` reports every word that leaves its cell, every text that
is not in the PDF, every two symbols that overlap, and every drawing outside the table.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from benchmarks.dokumen_acak import janggal
from extractors.boxes import Box
from extractors.read import read_bytes
from extractors.sheets import Sheet
from normalizers.model import Sop
from pipeline.outputs import documents, lembar
from pipeline.outputs.flowchart.model import Page
from pipeline.outputs.lembar import Lembar, ruang

_AIR: Final = 0.6
"""Points by which the box of a word may reach over the rule of its cell."""
_MM: Final = 72 / 25.4


def keluhan(sop: Sop) -> list[str]:
    """What is wrong with the PDF of a SOP."""
    isi = lembar.susun(sop)
    sheets = read_bytes("a.pdf", documents.pdf(sop)).sheets
    pages = isi.tabel.alur.halaman
    found = list(_hilang(isi, sheets))
    if len(sheets) <= len(pages):
        return [*found, f"only {len(sheets)} pages for {len(pages)} of the procedure"]
    for page, sheet in zip(pages, sheets[-len(pages) :], strict=True):
        found += _keluar(isi, page, sheet)
        found += _bertindih(page)
    return found


def _hilang(isi: Lembar, sheets: Sequence[Sheet]) -> Iterator[str]:
    """Texts whose letters are not on the pages in this order; where a row is parted, its parts count."""
    printed = "".join(word.text for sheet in sheets for word in sheet.words)
    letters = sorted(re.sub(r"\W", "", printed).casefold())
    wanted = [teks for baris in isi.tabel.baris for teks in baris.teks]
    wanted += [teks for pasangan in isi.kotak for kotak in pasangan for teks in (kotak.judul, *kotak.butir)]
    wanted += [teks for _, teks in isi.identitas] + [isi.nama_sop, isi.pengesah.nama, *isi.tabel.pelaksana]
    words = {word for sheet in sheets for word in _split(" ".join(w.text for w in sheet.words))}
    whole = [token for teks in wanted for token in teks.split() if len(token) < _LONG]
    missing = {word for token in whole for word in _split(token)} - words
    yield from (f"not printed: {word}" for word in sorted(missing))
    needed = sorted(re.sub(r"\W", "", "".join(wanted)).casefold())
    for letter in dict.fromkeys(needed):
        if letters.count(letter) < needed.count(letter):
            yield f"too few {letter!r}: {letters.count(letter)} of {needed.count(letter)}"


_LONG: Final = 12
"""Longer words may be broken."""


def _split(teks: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", teks)]


def _keluar(isi: Lembar, page: Page, sheet: Sheet) -> Iterator[str]:
    """Words of the table's body that no cell holds, and drawings outside the actors' columns."""
    kertas, tata = isi.kertas_prosedur, isi.tabel.tata
    left, top = kertas.kiri * _MM, kertas.atas * _MM + sum(tata.kepala.tinggi)
    top += isi.tabel.tinggi_judul if page.awal == 0 else 0.0
    xs = list(accumulate(tata.lebar, initial=left))
    ys = list(accumulate(page.tinggi, initial=top))
    if ys[-1] > kertas.atas * _MM + ruang(kertas)[1] + _AIR:
        yield f"the rows end {ys[-1]:.0f} points down the page"
    for word in sheet.words:
        x, y = word.box.centre
        if not (xs[0] <= x <= xs[-1] and ys[0] <= y <= ys[-1]):
            continue
        column = max(k for k, edge in enumerate(xs) if edge <= x)
        row = max(k for k, edge in enumerate(ys) if edge <= y)
        cell = Box(xs[column], ys[row], xs[min(column + 1, len(xs) - 1)], ys[min(row + 1, len(ys) - 1)])
        actor = 2 <= column < len(tata.lebar) - 4
        if not actor and not _within(word.box, cell):
            yield f"row {page.awal + row + 1} column {column}: {word.text!r} leaves its cell"
    area = Box(xs[2], ys[0], xs[-5], ys[-1])
    points = [point for arrow in page.panah for point in arrow.titik]
    if any(not area.grown(_AIR).holds(left + x, top + y) for x, y in points):
        yield "an arrow leaves the actors' columns"


def _within(box: Box, cell: Box) -> bool:
    return (
        box.x0 >= cell.x0 - _AIR
        and box.x1 <= cell.x1 + _AIR
        and box.y0 >= cell.y0 - _AIR
        and box.y1 <= cell.y1 + _AIR
    )


def _bertindih(page: Page) -> Iterator[str]:
    """Symbols, connectors and labels that lie on each other."""
    boxes = [("symbol", shape.kotak) for shape in page.simbol]
    boxes += [("connector", each.kotak) for each in page.konektor]
    for at, (kind, box) in enumerate(boxes):
        for other, against in boxes[:at]:
            if box.meets(against):
                yield f"{kind} on {other} at {box.x0:.0f}, {box.y0:.0f}"
    for at, label in enumerate(page.label):
        if any(label.kotak.meets(other.kotak) for other in page.label[:at]):
            yield f"label on label at {label.kotak.x0:.0f}, {label.kotak.y0:.0f}"


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(description="Draw SOPs that are hard to draw and check their PDFs.")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    bad = 0
    for number in range(args.count):
        complaints = keluhan(janggal(args.seed, number))
        bad += bool(complaints)
        for complaint in complaints[:5]:
            print(f"{number}: {complaint}")
    print(f"{args.count - bad} of {args.count} documents without a complaint")


if __name__ == "__main__":
    main()
