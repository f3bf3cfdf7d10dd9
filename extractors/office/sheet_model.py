"""A workbook as read, before it is laid out: shown texts, merged cells, widths and heights, shapes.

Rows and columns count from 0; lengths are points. What is hidden has no width or height.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from extractors.boxes import Box

MAX_TEXTS = 100_000
"""Cells with a text that are taken from one workbook; a form has a few hundred."""
MAX_LENGTH = 32_767
"""Characters in one cell, as many as the programs allow."""


class Area(NamedTuple):
    """A rectangle of cells, the last row and column included."""

    row: int
    column: int
    last_row: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in it."""
        return self.row <= row <= self.last_row and self.column <= column <= self.last_column


@dataclass(frozen=True)
class Axis:
    """The widths of columns or heights of rows.

    Attributes:
        usual: of all that are not given.
        given: first index, last index, size; in order and without overlap.
    """

    usual: float
    given: tuple[tuple[int, int, float], ...] = ()

    @cached_property
    def _firsts(self) -> list[int]:
        return [first for first, _, _ in self.given]

    @cached_property
    def _surplus(self) -> list[float]:
        """By how much the given ones before each entry are longer than usual."""
        return list(
            accumulate(
                ((last - first + 1) * (size - self.usual) for first, last, size in self.given), initial=0.0
            )
        )

    def size(self, index: int) -> float:
        """Of one column or row."""
        at = bisect_right(self._firsts, index) - 1
        if at >= 0 and index <= self.given[at][1]:
            return self.given[at][2]
        return self.usual

    def start(self, index: int) -> float:
        """Where a column or row begins, from the edge of the worksheet."""
        at = bisect_right(self._firsts, index - 1) - 1
        if at < 0:
            return index * self.usual
        first, last, size = self.given[at]
        inside = min(index, last + 1) - first
        return index * self.usual + self._surplus[at] + inside * (size - self.usual)

    def index(self, position: float, limit: int) -> int:
        """The column or row at a position, none beyond the limit."""
        low, high = 0, limit
        while low < high:
            middle = (low + high + 1) // 2
            if self.start(middle) <= position:
                low = middle
            else:
                high = middle - 1
        return low

    def shown(self, first: int, last: int) -> bool:
        """Whether any of a run of columns or rows can be seen."""
        return self.start(last + 1) - self.start(first) > 0


def axis(usual: float, given: Iterable[tuple[int, int, float]]) -> Axis:
    """An axis from entries in any order; of overlapping ones the later is cut."""
    kept: list[tuple[int, int, float]] = []
    for first, last, size in sorted(given):
        if kept:
            first = max(first, kept[-1][1] + 1)
        if first <= last:
            kept.append((first, last, size))
    return Axis(usual, tuple(kept))


@dataclass(frozen=True, slots=True)
class Shape:
    """Something drawn on a worksheet.

    Attributes:
        jenis: name of its preset, ``connector`` or ``picture``.
        box: from the corner of the worksheet.
        points: as in ``Drawing``; a connector runs towards its arrow.
        fill: colour inside as ``#rrggbb`` where given as such, None without.
        stroke: colour of the outline likewise.
        text: what is written in it.
        filled: whether anything of it is to be seen but its text.
        nomor: its number on the worksheet, as connectors name it.
        dari: number of the shape that a connector starts from.
        ke: number of the shape that a connector ends at.
        panah: as in ``Drawing``.
        curved: whether an outline that no preset names has curves.
    """

    jenis: str
    box: Box
    points: tuple[tuple[float, float], ...] = ()
    fill: str | None = None
    stroke: str | None = None
    text: str = ""
    filled: bool = True
    nomor: str = ""
    dari: str = ""
    ke: str = ""
    panah: tuple[bool, bool] | None = None
    curved: bool = False


@dataclass(frozen=True)
class Worksheet:
    """One worksheet.

    Attributes:
        nama: on its tab.
        texts: (row, column) -> what a person sees in the cell; empty ones are left out.
        columns: their widths.
        rows: their heights.
        merged: merged cells.
        bordered: row -> first and last column with a border.
        wrapped: cells with a text that is broken into lines where it meets the border.
        printed: the print area, empty where there is none.
        shapes: in drawing order.
        hidden: whether its tab is.
    """

    nama: str
    texts: Mapping[tuple[int, int], str]
    columns: Axis
    rows: Axis
    merged: tuple[Area, ...] = ()
    bordered: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    wrapped: frozenset[tuple[int, int]] = frozenset()
    printed: tuple[Area, ...] = ()
    shapes: tuple[Shape, ...] = ()
    hidden: bool = False

    def box(self, area: Area) -> Box:
        """The place of some cells."""
        return Box(
            self.columns.start(area.column),
            self.rows.start(area.row),
            self.columns.start(area.last_column + 1),
            self.rows.start(area.last_row + 1),
        )
