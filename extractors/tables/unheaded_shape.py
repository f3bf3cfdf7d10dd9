"""What the columns of a procedure table are, told from which of them are written in, where hardly a word can be read.

The standard's table has one shape: what is done, the columns of who does it, in which nobody writes, then what is
needed, how long it takes and what comes of it. That there is writing shows also where no engine can read it.
"""

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from statistics import median

from extractors.lexicon.durations import UNITS
from extractors.pages import Row
from extractors.tables.cell_kinds import is_written, number_of_step, text_at
from extractors.tables.column_contents import cell_at, usual_width
from extractors.tables.columns import AKTOR

_COLUMNS = 7
"""Columns that no form has."""
_LEAST = 3
"""Cells of a column that tell what it holds."""
_WRITTEN, _SOME, _DRAWN = 0.6, 0.4, 0.34
"""The shares of its cells in which a column of steps, and another one of texts, is written; up to which one of symbols is."""
_ACTORS = 2
"""Columns of actors that stand side by side at least."""
_WIDER = 1.4
"""How many times wider what is done must be than the columns of actors."""
_NARROW = 0.85
"""How wide a column of times is at most, as a share of those beside it."""
_TIMED = 2
"""Cells in which something like a unit of time stands, in the column of times."""
_LIKE, _UNLIKE, _SHORT = 0.55, 3, 20
"""How much of a word must be like a unit, how many letters it has more or less at the least to be none, and how short the text is."""


def roles_by_shape(rows: Sequence[Row]) -> tuple[int, Mapping[int, str]] | None:
    """A row that is surely a step, and the roles of columns; None for a table of another shape.

    Args:
        rows: of the table, its heading among them.
    """
    width = max((cell.column + cell.width for row in rows for cell in row.cells), default=0)
    if width < _COLUMNS:
        return None
    shares = [_share(rows, at) for at in range(width)]
    actors = _actors(shares)
    if actors is None or not _counts(rows):
        return None
    uraian, first = actors.start - 1, actors.stop
    if not _is_wide(rows, uraian, actors):
        return None
    written = [at for at in range(first, width) if (_share(rows, at, _is_filled) or 0.0) >= _SOME]
    waktu = _times_column(rows, first, written)
    if waktu is None:
        return None
    roles = {uraian: "uraian", waktu: "waktu", waktu + 1: "output"}
    if uraian:
        roles[0] = "no"
    if waktu > first:
        roles[first] = "kelengkapan"
    if waktu + 2 < width:
        roles[width - 1] = "keterangan"
    roles.update(dict.fromkeys(actors, AKTOR))
    quality = [at for at in (first, waktu, waktu + 1) if at != uraian]
    step = next((at for at, row in enumerate(rows) if _is_step(row, uraian, quality)), None)
    return None if step is None else (step, roles)


def _times_column(rows: Sequence[Row], first: int, written: Sequence[int]) -> int | None:
    """The column of times behind those of actors: the narrow one of three, else the one with most times; None without any.

    Args:
        rows: of the table.
        first: the first column behind the actors.
        written: the columns from there on that are written in.
    """
    middle = first + 1
    if {first, middle, middle + 1} <= set(written):
        widths = [usual_width(rows, at) or 0.0 for at in (first, middle, middle + 1)]
        narrow = all(widths) and widths[1] <= _NARROW * min(widths[0], widths[2])
        told = _figures(rows, middle) if narrow else _times(rows, middle)
        if told >= _TIMED:
            return middle
    found = [at for at in (first, middle) if {at, at + 1} <= set(written) and _times(rows, at) >= _TIMED]
    return max(found, key=lambda at: _times(rows, at), default=None)


def _share(rows: Sequence[Row], column: int, test: Callable[[str], bool] = is_written) -> float | None:
    """The share of a column's own cells that pass a test; None where it has too few."""
    own = [row for row in rows if (cell := cell_at(row, column)) and (cell.column, cell.width) == (column, 1)]
    return sum(test(text_at(row, column)) for row in own) / len(own) if len(own) >= _LEAST else None


def _is_filled(text: str) -> bool:
    """Whether something stands in a cell, be it short as times are."""
    return is_written(text) or sum(map(str.isalnum, text)) > 1


def _counts(rows: Sequence[Row]) -> bool:
    """Whether the numbers in the first column, as far as they were read, count steps."""
    numbers = [number for row in rows if (number := number_of_step(row)) is not None]
    return sum(a < b for a, b in pairwise(numbers)) >= _WRITTEN * (len(numbers) - 1)


def _actors(shares: Sequence[float | None]) -> range | None:
    """The most columns side by side in which hardly anything is written, with what is done before and texts behind them."""
    best: range | None = None
    start = 1
    for at in range(1, len(shares) + 1):
        if at < len(shares) and (shares[at] or 0.0) <= _DRAWN:
            continue
        told = at < len(shares) and at - start >= _ACTORS and (shares[start - 1] or 0.0) >= _WRITTEN
        if told and (best is None or at - start > len(best)):
            best = range(start, at)
        start = at + 1
    return best


def _is_wide(rows: Sequence[Row], uraian: int, actors: range) -> bool:
    """Whether what may say what is done has the room for it; so it seems where cells have no places."""
    own, others = usual_width(rows, uraian), [w for at in actors if (w := usual_width(rows, at)) is not None]
    return own is None or not others or own >= _WIDER * median(others)


def _times(rows: Sequence[Row], column: int) -> int:
    """How many cells of a column hold what is like a unit of time."""
    return sum(_is_like_time(text_at(row, column)) for row in rows)


def _figures(rows: Sequence[Row], column: int) -> int:
    """How many cells of a column hold a number and little else, or what is like a unit of time."""
    texts = (text_at(row, column) for row in rows)
    return sum((len(t) <= _SHORT / 2 and any(map(str.isdigit, t))) or _is_like_time(t) for t in texts)


def _is_like_time(text: str) -> bool:
    words = ["".join(filter(str.isalpha, word)).casefold() for word in text.split()]
    pairs = ((word, unit) for word in words for unit in UNITS if abs(len(word) - len(unit)) < _UNLIKE)
    return len(text) <= _SHORT and any(SequenceMatcher(None, *pair).ratio() >= _LIKE for pair in pairs)


def _is_step(row: Row, uraian: int, quality: Sequence[int]) -> bool:
    """Whether what is done is written in a row, and something of what belongs to it."""
    return is_written(text_at(row, uraian)) and any(text_at(row, at) for at in quality)
