"""The columns of a procedure table without a standard of quality, told from its steps, where its heading is lost.

Some tables say only what is done and who does it. No times tell their columns, but numbers count the steps, what
stands beside them begins with verbs, and behind them are columns in which nobody writes.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from extractors.lexicon.verbs import is_verb
from extractors.pages import Row
from extractors.tables.cell_kinds import is_time, is_written, number_of_step, text_at
from extractors.tables.column_contents import cell_at, usual_width
from extractors.tables.columns import AKTOR

_STEPS = 4
"""Steps that show that it is a procedure."""
_COUNTED, _VERBAL, _DRAWN = 0.7, 0.6, 0.2
"""The shares of the steps that follow the number before, that begin with a verb, and up to which a column of symbols has texts."""
_ACTORS = 2
"""Columns of actors that stand side by side at least."""
_UNLIKE = 0.25
"""By which share of theirs the width of a column differs from those of the actors, if it is none."""


def roles_untimed(rows: Sequence[Row]) -> tuple[int, Mapping[int, str], range] | None:
    """The row of the first step, the roles of columns, and those over which what is done reaches; None for another table.

    Args:
        rows: of the table, its heading among them.
    """
    width = max((cell.column + cell.width for row in rows for cell in row.cells), default=0)
    steps = [row for row in rows if number_of_step(row) is not None and is_written(text_at(row, 1))]
    if len(steps) < _STEPS or not _counts(steps) or not _begin_with_verbs(steps):
        return None
    reach = Counter(cell.width for row in steps if (cell := cell_at(row, 1))).most_common(1)[0][0]
    uraian, behind = range(1, 1 + reach), range(1 + reach, width)
    last = width - 1
    if len(behind) < _ACTORS or any(_is_written_in(steps, at) for at in behind[:-1]):
        return None
    if any(is_time(text_at(row, at)) for row in steps for at in behind):
        return None
    roles = {0: "no", **dict.fromkeys(uraian, "uraian"), **dict.fromkeys(behind, AKTOR)}
    if len(behind) > _ACTORS and (
        any(is_written(text_at(row, last)) for row in steps) or _is_odd(rows, behind)
    ):
        roles[last] = "keterangan"
    return next(at for at, row in enumerate(rows) if row is steps[0]), roles, uraian


def _counts(steps: Sequence[Row]) -> bool:
    """Whether most steps have the number behind that of the step above."""
    numbers = [number_of_step(row) or 0 for row in steps]
    return sum(b == a + 1 for a, b in pairwise(numbers)) >= _COUNTED * (len(numbers) - 1)


def _begin_with_verbs(steps: Sequence[Row]) -> bool:
    return sum(is_verb(text_at(row, 1).split()[0]) for row in steps) >= _VERBAL * len(steps)


def _is_written_in(steps: Sequence[Row], column: int) -> bool:
    """Whether more is written in a column than words of branches, or in fewer rows than steps has it a cell of its own."""
    own = [
        row for row in steps if (cell := cell_at(row, column)) and (cell.column, cell.width) == (column, 1)
    ]
    return 2 * len(own) < len(steps) or sum(is_written(text_at(row, column)) for row in own) > _DRAWN * len(
        own
    )


def _is_odd(rows: Sequence[Row], columns: Sequence[int]) -> bool:
    """Whether the last of some columns is much wider or narrower than the others."""
    *others, last = (usual_width(rows, at) or 0.0 for at in columns)
    usual = median(others)
    return abs(last - usual) > _UNLIKE * usual
