"""The flowchart as things anchored in cells of a Word table: each moves with the cell that it begins in.

Measures are EMU (12700 to the point) from the upper left corner of the cell.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal

from extractors.boxes import Box
from pipeline.outputs.flowchart.model import KONEKTOR, Cell, Page, Point
from pipeline.outputs.flowchart.strokes import letter_of
from pipeline.outputs.kolom import Tata

EMU: Final = 12700
Jenis = Literal["simbol", "konektor", "panah", "label"]


@dataclass(frozen=True, slots=True)
class Benda:
    """A shape in a cell.

    Attributes:
        jenis: what kind of thing.
        nama: of the symbol; empty for all else.
        x: of its left edge.
        y: of its upper edge.
        lebar: its width.
        tinggi: its height.
        titik: the corners of an arrow, from its own upper left corner.
        teks: what stands in it.
        huruf: type size of that, in half points.
    """

    jenis: Jenis
    nama: str
    x: int
    y: int
    lebar: int
    tinggi: int
    titik: tuple[tuple[int, int], ...] = ()
    teks: str = ""
    huruf: int = 0


def benda(halaman: Sequence[Page], tata: Tata) -> Mapping[Cell, list[Benda]]:
    """By row of the table and actor column what is anchored there, arrows below symbols below labels."""
    found: defaultdict[Cell, list[Benda]] = defaultdict(list)
    left = list(accumulate(tata.kepala.lebar, initial=tata.kiri))
    for page in halaman:
        tops = list(accumulate(page.tinggi, initial=0.0))

        def add(
            box: Box,
            at: Point,
            jenis: Jenis,
            nama: str = "",
            titik: Sequence[Point] = (),
            teks: tuple[str, float] = ("", 0.0),
            *,
            page: Page = page,
            tops: Sequence[float] = tops,
        ) -> None:
            row, column = bisect_right(tops, at[1]) - 1, bisect_right(left, at[0]) - 1
            x, y = _emu(box.x0 - left[column]), _emu(box.y0 - tops[row])
            corners = tuple((_emu(px - box.x0), _emu(py - box.y0)) for px, py in titik)
            size = (_emu(box.x1 - box.x0), _emu(box.y1 - box.y0))
            found[page.awal + row, column].append(
                Benda(jenis, nama, x, y, *size, corners, teks[0], round(2 * teks[1]))
            )

        for arrow in page.panah:
            add(_around(arrow.titik), arrow.titik[0], "panah", titik=arrow.titik)
        for shape in page.simbol:
            add(shape.kotak, shape.kotak.centre, "simbol", shape.simbol)
        for connector in page.konektor:
            letter = (connector.huruf, letter_of(connector)[1])
            add(connector.kotak, connector.kotak.centre, "konektor", KONEKTOR, teks=letter)
        starts = {arrow.edge: arrow.titik[0] for arrow in page.panah}
        for label in page.label:
            add(label.kotak, starts[label.edge], "label", teks=(label.teks, label.huruf))
    return found


def _around(line: Sequence[Point]) -> Box:
    xs, ys = zip(*line, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _emu(points: float) -> int:
    return round(points * EMU)
