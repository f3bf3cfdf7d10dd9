"""What the flow is made of: symbols, the places of their glyphs in the source, and edges between symbols."""

from dataclasses import dataclass
from typing import Final, Literal

from extractors.boxes import Box

Simbol = Literal["terminator", "proses", "keputusan", "konektor"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """One drawn symbol.

    Attributes:
        simbol: which of the standard's, None when it is plainly a symbol but doubtful which.
        halaman: 1-based page.
        box: on the sheet of that page, in its units.
        keyakinan: 0..1.
        teks: text inside it, such as the letter of a connector.
        asing: the shape is none of the standard's five and was mapped to one (a document shape, a circle …).
        tersirat: nobody sees it; the ends of lines say that it is there.
    """

    simbol: Simbol | None
    halaman: int
    box: Box
    keyakinan: float
    teks: str = ""
    asing: bool = False
    tersirat: bool = False


TUNGGAL: Final = 4.0
"""``selisih`` of an edge whose lines can be read in one way only; no other is larger."""

Jalan = tuple[int, tuple[tuple[float, float], ...]]
"""Where a line runs: 1-based page, and its corners on the sheet of that page from beginning to end."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One way from a symbol to another; both count in the list of the file's symbols.

    Attributes:
        dari: where it begins.
        ke: where it ends.
        label: the branch of a decision: Ya, Tidak, or None where none is written.
        terlacak: whether a drawn line was followed; False for what only order or wording suggests.
        keyakinan: 0..1.
        jalan: the lines that were followed, in order; of an edge over pages one for each page. Empty where none was.
        berpanah: whether a head was seen that tells which way it goes.
        selisih: by how much the next best reading of the lines, without this way, is odder (``flow.whole``).
    """

    dari: int
    ke: int
    label: Literal["Ya", "Tidak"] | None
    terlacak: bool
    keyakinan: float
    jalan: tuple[Jalan, ...] = ()
    berpanah: bool = False
    selisih: float = TUNGGAL


@dataclass(frozen=True, slots=True)
class Placed:
    """A symbol of a file with where its glyphs stand in the source.

    Attributes:
        symbol: as drawn.
        offsets: of its glyph, one for each cell that it stands in; empty for one outside the actors' cells, and for a
            connector that only hands the flow to another page.
    """

    symbol: Symbol
    offsets: tuple[int, ...] = ()
