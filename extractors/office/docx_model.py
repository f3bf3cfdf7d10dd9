"""A Word document as read, before it is laid out: paragraphs, tables, and drawings with their anchors.

Lengths are points. ``Paragraph.inlines`` holds text and drawings in order; within the text
``BARIS_BARU`` is a line break, ``HALAMAN_BARU`` a page break that somebody put there, and
``HALAMAN_TERCETAK`` one that Word met when it last drew the page.
"""

from dataclasses import dataclass

from extractors.boxes import Box
from extractors.office.docx_lists import Label

BARIS_BARU = "\n"
HALAMAN_BARU = "\f"
HALAMAN_TERCETAK = "\v"


@dataclass(frozen=True, slots=True)
class Part:
    """One shape of a drawing.

    Attributes:
        jenis: name of its preset, or ``connector``.
        box: from the upper left corner of the whole drawing.
        points: as in ``Drawing``; a connector runs towards its arrow.
        fill: colour inside as ``#rrggbb``, None without.
        stroke: colour of the outline, None without.
        blocks: what stands in it.
        text_box: whether it was drawn as a box for text.
        panah: as in ``Drawing``.
        nomor: its number in the file, empty without one.
        dari: as in ``Drawing``.
        ke: as in ``Drawing``.
    """

    jenis: str
    box: Box
    points: tuple[tuple[float, float], ...] = ()
    fill: str | None = None
    stroke: str | None = None
    blocks: tuple["Block", ...] = ()
    text_box: bool = False
    panah: tuple[bool, bool] | None = None
    nomor: str = ""
    dari: str = ""
    ke: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """Where an anchored drawing lies along one axis: an offset or an alignment, and what it counts from."""

    offset: float = 0.0
    align: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Art:
    """A drawing: its parts, its size, and its anchor; without axes it stands in the line like a letter.

    ``in_cell`` says that one anchored in a table is placed within its cell, else on the page.
    """

    parts: tuple[Part, ...]
    width: float
    height: float
    x: Axis | None = None
    y: Axis | None = None
    in_cell: bool = True

    @property
    def floats(self) -> bool:
        """Whether it lies over or beside the text."""
        return self.x is not None


@dataclass(frozen=True, slots=True)
class Section:
    """How the pages of a section look, and what stands at their edges.

    ``continues`` says that it begins on the page on which the section before ends; ``kepala``
    and ``kaki`` are the parts with its header and footer.
    """

    width: float = 595.3
    height: float = 841.9
    left: float = 72.0
    top: float = 72.0
    right: float = 72.0
    continues: bool = False
    kepala: tuple[str, ...] = ()
    kaki: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        inlines: text and drawings.
        label: its automatic number, None without one.
        indent: of its lines.
        align: ``center``, ``right`` … or empty.
        size: of its characters.
        space: above and below it together.
        leading: the distance of its lines as a multiple of the usual one.
        on_new_page: whether it begins a page.
        section: the section that ends with it.
        counts_pages: whether it shows the number of the page, in headers and footers.
    """

    inlines: tuple[str | Art, ...]
    label: Label | None = None
    indent: float = 0.0
    align: str = ""
    size: float = 11.0
    space: float = 0.0
    leading: float = 1.0
    on_new_page: bool = False
    section: Section | None = None
    counts_pages: bool = False

    @property
    def text(self) -> str:
        """All its text with the marks of breaks."""
        return "".join(piece for piece in self.inlines if isinstance(piece, str))


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of the grid; ``merge`` is ``restart`` or ``continue`` where it is merged downward."""

    column: int
    width: int
    blocks: tuple["Block", ...]
    merge: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; ``height`` is the given one, 0 without, and ``exact`` if text does not make it higher."""

    cells: tuple[TableCell, ...]
    height: float = 0.0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class TableGrid:
    """A table.

    Attributes:
        rows: top to bottom.
        edges: the lines between its columns, one more than there are columns, from its left side.
        indent: how far right of the text around it that side is.
        align: ``center``, ``right`` or empty.
        padding: what its cells keep free above and below their text together.
    """

    rows: tuple[TableRow, ...]
    edges: tuple[float, ...]
    indent: float = 0.0
    align: str = ""
    padding: float = 0.0


Block = Paragraph | TableGrid
