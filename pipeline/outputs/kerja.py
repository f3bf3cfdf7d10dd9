"""A worksheet of the clean document before it is written: columns, rows, cells with their looks, drawings, pages.

Measures are points; drawings are anchored to the cells that their corners lie in.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, Literal, NamedTuple

from extractors.boxes import Box

PALING_TINGGI: Final = 409.0
"""No row of a worksheet is higher."""
SKALA: Final = 97
"""Per cent at which sheets are printed: programs round widths of columns and heights of rows, a page must not break for it."""

# Widths of columns are kept as a number of digits of the normal type, with room around them: so wide, in points,
# is a digit by its pixels, that room, and a digit as the font has it.
_DIGIT, _PINGGIR, _DIGIT_HURUF = 5.25, 3.75, 5.56

Mendatar = Literal["left", "center"]
Tegak = Literal["top", "center"]


class Tepi(NamedTuple):
    """Which sides of a cell have a rule."""

    kiri: bool
    kanan: bool
    atas: bool
    bawah: bool


BERGARIS: Final = Tepi(True, True, True, True)
TANPA_GARIS: Final = Tepi(False, False, False, False)


class Huruf(NamedTuple):
    """The type of a text: size in points, weight, and whether it is underlined."""

    ukuran: float
    tebal: bool = False
    bergaris_bawah: bool = False


class Gaya(NamedTuple):
    """The look of a cell; ``menjorok`` sets its text in from the left, ``putar`` turns it, ``lipat`` lets it have lines."""

    huruf: Huruf
    tepi: Tepi = BERGARIS
    mendatar: Mendatar = "left"
    tegak: Tegak = "center"
    kelabu: bool = False
    putar: int = 0
    menjorok: bool = False
    lipat: bool = True


class Untai(NamedTuple):
    """A piece of a cell's text with type of its own."""

    teks: str
    huruf: Huruf


class Sel(NamedTuple):
    """A cell: row and column from 0, its text, its look, and the pieces of the text where they differ in type."""

    baris: int
    kolom: int
    teks: str
    gaya: Gaya
    untai: tuple[Untai, ...] = ()


class Gabung(NamedTuple):
    """Cells that are one, first and last row and column."""

    atas: int
    kiri: int
    bawah: int
    kanan: int


class Gambar(NamedTuple):
    """A drawing: the cells of its corners and where in them it begins and ends, its size, and what it is.

    Anchored at both corners, it fits the cells however a program rounds their widths.

    ``titik`` are the corners of a line from its own upper left corner; ``nama`` is that of a symbol, ``huruf`` the
    type size of ``teks``.
    """

    baris: int
    kolom: int
    dx: float
    dy: float
    lebar: float
    tinggi: float
    sampai: tuple[int, int, float, float]
    jenis: str
    nama: str = ""
    teks: str = ""
    huruf: float = 0.0
    titik: tuple[tuple[float, float], ...] = ()


@dataclass(slots=True)
class LembarKerja:
    """A worksheet.

    Attributes:
        nama: its name.
        lebar: of its columns.
        skala: per cent at which it is printed.
        tinggi: of its rows.
        sel: its cells.
        gabung: those that are merged.
        gambar: what is drawn over them.
        ulang: first and last row of the heading that each page repeats.
        putus: rows (from 1, as programs count them) behind which a page ends.
    """

    nama: str
    lebar: Sequence[float]
    skala: int = SKALA
    tinggi: list[float] = field(default_factory=list)
    sel: list[Sel] = field(default_factory=list)
    gabung: list[Gabung] = field(default_factory=list)
    gambar: list[Gambar] = field(default_factory=list)
    ulang: tuple[int, int] | None = None
    putus: list[int] = field(default_factory=list)

    def baris(self, tinggi: float, *isi: tuple[int, str, Gaya]) -> int:
        """A further row with cells (column, text, look), as high as a row may be; its number."""
        self.tinggi.append(min(tinggi, PALING_TINGGI))
        at = len(self.tinggi) - 1
        self.sel += [Sel(at, kolom, teks, gaya) for kolom, teks, gaya in isi]
        return at

    def baris_tinggi(self, tinggi: float, *isi: tuple[int, str, Gaya]) -> None:
        """The same, with its cells merged over as many rows as it takes where it is higher than a row may be."""
        banyak = int(tinggi // PALING_TINGGI) + 1
        awal = self.baris(tinggi / banyak, *isi)
        for _ in range(banyak - 1):
            self.baris(tinggi / banyak, *((kolom, "", gaya) for kolom, _, gaya in isi))
        if banyak > 1:
            self.gabung += [Gabung(awal, kolom, awal + banyak - 1, kolom) for kolom, _, _ in isi]

    def satukan(self, atas: int, kiri: int, bawah: int, kanan: int) -> None:
        """Merge cells, where they are more than one."""
        if (atas, kiri) != (bawah, kanan):
            self.gabung.append(Gabung(atas, kiri, bawah, kanan))

    def berganti_halaman(self) -> None:
        """The rows so far end a page."""
        self.putus.append(len(self.tinggi))

    def gambarkan(
        self,
        awal: int,
        box: Box,
        jenis: str,
        nama: str = "",
        *,
        tulisan: tuple[str, float] = ("", 0.0),
        garis: Sequence[tuple[float, float]] = (),
    ) -> None:
        """Draw something; its place counts from the upper edge of the row ``awal``, ``tulisan`` are text and size."""
        left = list(accumulate(self.lebar, initial=0.0))
        tops = list(accumulate(self.tinggi[awal:], initial=0.0))
        (column, dx), (row, dy) = _sel(left, box.x0), _sel(tops, box.y0)
        (last_column, last_dx), (last_row, last_dy) = _sel(left, box.x1), _sel(tops, box.y1)
        corners = tuple((x - box.x0, y - box.y0) for x, y in garis)
        size = (box.x1 - box.x0, box.y1 - box.y0)
        end = (awal + last_row, last_column, last_dx, last_dy)
        self.gambar.append(
            Gambar(awal + row, column, dx, dy, *size, end, jenis, nama, *tulisan, titik=corners)
        )


def digit(lebar: float) -> float:
    """The width of a column, given in points, as workbooks keep it: in digits of the normal type."""
    return max(0.0, lebar - _PINGGIR) / _DIGIT


def skala_muat(lebar: Sequence[float], ruang: float) -> int:
    """Per cent at which the columns stay on a page ``ruang`` points wide, also where digits are as wide as in the font."""
    widest = max(sum(lebar), sum(digit(width) * _DIGIT_HURUF for width in lebar))
    return min(SKALA, int(100 * (ruang - 1.0) / widest))


def _sel(edges: Sequence[float], at: float) -> tuple[int, float]:
    """The cell that a place lies in, and how far from its beginning."""
    number = max(0, min(bisect_right(edges, at) - 1, len(edges) - 2))
    return number, max(0.0, min(at, edges[number + 1]) - edges[number])
