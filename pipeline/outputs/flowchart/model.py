"""What the layout takes and gives: rows and edges in, pages with shapes, arrows and labels out."""

from dataclasses import dataclass

from extractors.boxes import Box

Point = tuple[float, float]
Cell = tuple[int, int]
"""Number of a row, from 0 in the whole table, and of an actor column."""

TITIK = "titik"
"""A symbol that is not drawn: an edge leads to a cell that holds none."""
KONEKTOR = "konektor"
KEPUTUSAN = "keputusan"


@dataclass(frozen=True, slots=True)
class RowIn:
    """A row of the table.

    Attributes:
        tinggi: height that its texts need.
        simbol: per actor column the symbols in the cell, by name; a name that is none of the four is a text.
    """

    tinggi: float
    simbol: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class EdgeIn:
    """An edge from cell to cell; ``label`` stands where it leaves."""

    dari: Cell
    ke: Cell
    label: str = ""


@dataclass(frozen=True, slots=True)
class Geometry:
    """The room there is.

    Attributes:
        kolom: widths of the actor columns, left to right, at least one.
        kiri: left edge of the first of them.
        pertama: height for rows on the first page.
        berikut: height for rows on each other page.
        penutup: height that must be left below the last row.
        sisa: height that is never filled, so that no format comes to another page by rounding.
    """

    kolom: tuple[float, ...]
    kiri: float
    pertama: float
    berikut: float
    penutup: float = 0.0
    sisa: float = 14.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A symbol in its cell; ``simbol`` may also be a text that stands for one."""

    simbol: str
    kotak: Box
    sel: Cell


@dataclass(frozen=True, slots=True)
class Connector:
    """What hands an edge over to another page: ``huruf`` is the same at both of its halves."""

    huruf: str
    kotak: Box
    sel: Cell


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge, or the half of it that is on this page; the head is at its last point.

    Attributes:
        edge: which of the edges given.
        titik: corners, at least two.
        huruf: letter of the connector that it begins or ends at; empty for a whole edge.
    """

    edge: int
    titik: tuple[Point, ...]
    huruf: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """The text beside the beginning of an edge."""

    edge: int
    teks: str
    kotak: Box
    huruf: float


@dataclass(frozen=True, slots=True)
class Page:
    """The rows ``awal`` to before ``akhir``, their heights, and what is drawn over them."""

    awal: int
    akhir: int
    tinggi: tuple[float, ...]
    simbol: tuple[Shape, ...]
    konektor: tuple[Connector, ...]
    panah: tuple[Arrow, ...]
    label: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages; ``tak_tergambar`` are edges whose rows or columns the table does not have."""

    halaman: tuple[Page, ...]
    tak_tergambar: tuple[int, ...] = ()
