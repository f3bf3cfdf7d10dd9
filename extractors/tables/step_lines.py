"""The lines between the columns of a procedure: how much of one is seen along the steps, and which cells lie over it.

The rows of a procedure have the same cells, so a line that some rows lost is one in them, too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.lattice.grid import GridCell
from extractors.lattice.ruled import Ruled, numbering
from extractors.tables.columns import AKTOR
from extractors.tables.headings import heading_of, read_rows

_ON = 1.5
"""A word that reaches over a line by more than this, in points, on both sides stands on it."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a table and its columns.

    Attributes:
        columns: for each edge of the lattice the number of the column that begins there.
        first: the row of the first step.
        actors: for each column whether it is an actor's.
    """

    columns: Sequence[int]
    first: int
    actors: Sequence[bool]

    def between(self) -> Iterator[tuple[int, bool, bool]]:
        """The edges of the lattice between two columns of the heading, with whether that before and that behind are actors'."""
        for at in range(1, len(self.columns) - 1):
            here = self.columns[at]
            if self.columns[at - 1] < here < len(self.actors):
                yield at, self.actors[here - 1], self.actors[here]


def steps_of(table: Ruled) -> Steps | None:
    """The steps below the heading of a table; None where it has no heading or no steps."""
    columns = numbering(table, None)
    found = heading_of(table, columns)
    if found is None:
        return None
    top, heading = found
    order, _ = read_rows(table, columns)
    rows = order[order.index(top) + heading.rows :]
    return Steps(columns, rows[0], [column.role == AKTOR for column in heading.columns]) if rows else None


def seen(table: Ruled, at: int, first: int) -> float:
    """The share of the height of the steps along which cells begin at an edge of the lattice."""
    height = table.lattice.ys[-1] - table.lattice.ys[first]
    drawn = sum(cell.box.height for cell in table.lattice.cells if cell.column == at and cell.row >= first)
    return drawn / height if height else 0.0


def cells_over(table: Ruled, columns: Sequence[int], at: int) -> list[GridCell]:
    """The cells over just the two columns beside an edge of the lattice on which none of their words stands."""
    x = table.lattice.xs[at]
    return [
        cell
        for cell in table.lattice.cells
        if cell.column < at < cell.column + cell.columns
        and columns[cell.column + cell.columns] - columns[cell.column] == 2
        and not any(w.box.x0 + _ON < x < w.box.x1 - _ON for w in table.words.get(cell, ()))
    ]
