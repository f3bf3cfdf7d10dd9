"""Rows of a worksheet that are read alike: those with borders, those without, and forms of which only the labels have some.

Where somebody framed the names of the boxes and left what stands in them without borders, names and contents are
one form all the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.lexicon.labels import names_box
from extractors.worksheets.columns import is_heading
from extractors.worksheets.form import is_marked
from extractors.worksheets.view import Entry, View

MAX_EMPTY_ROWS = 3000
"""A worksheet with more rows than this gives only those with a text."""


@dataclass(frozen=True, slots=True)
class Run:
    """Rows one below the other; ``numbers`` are their indices, ``top`` and ``foot`` say where borders are."""

    numbers: list[int]
    rows: list[list[Entry]]
    top: bool
    foot: bool

    def part(self, low: int, high: int) -> "Run":
        """Some of its rows."""
        return Run(self.numbers[low:high], self.rows[low:high], self.top, self.foot)


def runs(view: View) -> list[Run]:
    """The rows of a worksheet, cut where borders begin and end, save within a form."""
    plain = [
        Run(numbers, rows_of(view, numbers), bordered, bordered) for numbers, bordered in _bordered(view)
    ]
    found: list[Run] = []
    waiting = False  # the last one ends with what the boxes hold that its last row names
    for at, run in enumerate(plain):
        following = plain[at + 1] if at + 1 < len(plain) else None
        if found and not run.top and _names_boxes(found[-1].rows[-1]) and not is_heading(run.rows[0]):
            framed = following is not None and following.top and _names_boxes(following.rows[0])
            end = len(run.rows) if framed else _end(run)
            found[-1] = _joined(found[-1], run.part(0, end))
            if end < len(run.rows):
                found.append(run.part(end, len(run.rows)))
            waiting = framed
            continue
        if waiting:
            found[-1] = _joined(found[-1], run)
        else:
            found.append(run)
        waiting = False
    return found


def _joined(above: Run, below: Run) -> Run:
    return Run(above.numbers + below.numbers, above.rows + below.rows, above.top, below.foot)


def _names_boxes(row: Sequence[Entry]) -> bool:
    """Whether a row holds the names of boxes and nothing else."""
    return bool(row) and all(names_box(entry.text) for entry in row)


def _end(run: Run) -> int:
    """How many rows of a run the last boxes of a form hold: down to an empty one that no further item follows."""
    for at, row in enumerate(run.rows):
        if at and run.numbers[at] > run.numbers[at - 1] + 1 and not is_marked(row):
            return at
    return len(run.rows)


def _bordered(view: View) -> Iterator[tuple[list[int], bool]]:
    """Rows one below the other that all have borders, or none of which has."""
    texts = {entry.area.row for entry in view.entries}
    merged = {
        row
        for area in view.merged
        if area.row in view.bordered
        for row in range(area.row, min(area.last_row, area.row + MAX_EMPTY_ROWS) + 1)
    }
    numbers = sorted(texts | view.bordered.keys())
    if len(numbers) > MAX_EMPTY_ROWS:
        numbers = sorted(texts)
    run: list[int] = []
    bordered = False
    for number in numbers:
        here = number in view.bordered or number in merged
        gap = bool(run) and here and view.worksheet.rows.shown(run[-1] + 1, number - 1)
        gap = gap and any(between not in merged for between in range(run[-1] + 1, number))
        if run and (here != bordered or gap):
            yield run, bordered
            run = []
        run.append(number)
        bordered = here
    if run:
        yield run, bordered


def rows_of(view: View, numbers: Sequence[int]) -> list[list[Entry]]:
    """The cells of some rows."""
    places = {number: at for at, number in enumerate(numbers)}
    rows: list[list[Entry]] = [[] for _ in numbers]
    for entry in view.entries:
        if entry.area.row in places:
            rows[places[entry.area.row]].append(entry)
    return rows
