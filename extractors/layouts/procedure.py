"""Where in a slice the procedure stands and which arrangement explains it best.

The arrangements are tried in the order of how much the source itself says about cells.
The first whose steps are convincingly numbered, timed and worded is taken, else the best.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.fragments import FlowRow
from extractors.layouts import table_cells
from extractors.layouts.loose.place import begins_step
from extractors.layouts.signature import is_signature_row
from extractors.layouts.steps import Procedure
from extractors.layouts.table_columns import read_columns
from extractors.layouts.table_flattened import read_flattened
from extractors.layouts.table_halves import read_halves
from extractors.layouts.table_listed import read_listed
from extractors.layouts.table_loose import read_loose
from extractors.layouts.table_records import read_records
from extractors.layouts.table_stacked import read_stacked
from extractors.lexicon.durations import DURATION, is_whole_duration
from extractors.lexicon.labels import names_box
from extractors.pages import Block, Cell, Line, Row, Table, first_page, last_page
from extractors.raw import RawStep
from extractors.spans import join
from extractors.tables.columns import AKTOR, MUTU, Heading, is_heading_row, read_heading
from extractors.tables.unheaded import heading_by_content, without_tops

LinesReader = Callable[[Sequence[Line]], tuple[Procedure, int, int] | None]
_LINES_READERS: tuple[LinesReader, ...] = (
    read_columns,
    read_stacked,
    read_flattened,
    read_halves,
    read_loose,
)


_CONVINCING = 1.0  # of 1.2 for a step with number, duration and text
_VERBAL = 0.6
"""The part of a reading's worth that verbs at the beginning of its steps make."""
_WHOLE = 0.4
"""How much more a reading is worth of which all steps have all their cells."""
_TIMELESS = 0.8
"""How much less a reading is worth of which all steps hold their times in other cells."""
_MANY_COLUMNS = 7
"""Columns that no table of an identity page has."""


@dataclass(frozen=True, slots=True)
class Place:
    """A procedure and the blocks [start, end) that it was read from.

    ``complete`` says that its heading names steps, actors and a standard of quality: no other table has all three.
    """

    procedure: Procedure
    start: int
    end: int
    complete: bool = False


def find_procedure(blocks: Sequence[Block], behind: int = 0) -> Place | None:
    """The best reading of the procedure in the blocks of one SOP, None when there is none.

    Args:
        blocks: of one SOP.
        behind: where the boxes of its identity page end, if that is known: their lists are no procedure, and one
            above them is believed only with its heading.
    """
    place = _best(blocks[behind:])
    if place is None and behind:
        above = _best(blocks[:behind])
        return above if above and above.complete else None
    return replace(place, start=place.start + behind, end=place.end + behind) if place and behind else place


def told_procedure(blocks: Sequence[Block]) -> Place | None:
    """The procedure whose cells have their labels beside them, or whose sentences say all, where no table has a heading."""
    if any(map(_is_headed, blocks)):
        return None
    return _in_lines(blocks, read_records) or _in_lines(blocks, read_listed)


def _best(blocks: Sequence[Block]) -> Place | None:
    found: list[Place] = []
    for place in _readings(blocks):
        if place and place.procedure.score > _CONVINCING * len(place.procedure.steps):
            return place
        if place:
            found.append(place)
    return max(found, key=_worth, default=None)


def _worth(place: Place) -> float:
    """How well a reading explains the text: steps mostly begin with a verb, and have all their cells."""
    steps = place.procedure.steps
    verbs = sum(step.uraian is not None and begins_step(step.uraian.text) for step in steps)
    whole = all(all((step.no, step.uraian, step.kelengkapan, step.waktu, step.output)) for step in steps)
    share = verbs / max(len(steps), 1)
    timeless = sum(map(_holds_time, steps)) / max(len(steps), 1)
    return (
        place.procedure.score
        * (1 - _VERBAL + _VERBAL * share)
        * (1 + _WHOLE * whole)
        * (1 - _TIMELESS * timeless)
    )


def _holds_time(step: RawStep) -> bool:
    """Whether the time of a step is in the text of another cell: nobody parted them."""
    others = (step.uraian, step.kelengkapan, step.output)
    return step.waktu is None and any(cell and DURATION.search(cell.text) for cell in others)


def unread_tables(blocks: Sequence[Block], rows: Sequence[FlowRow]) -> set[int]:
    """Which blocks are ruled tables of many columns without any label: procedures that nobody could read, of no box.

    Args:
        blocks: of one SOP.
        rows: what of them may be its identity page.
    """
    labelled = {row.block for row in rows for fragment in row.fragments if fragment.label}
    return {
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Table)
        and first_page(block)
        and at not in labelled
        and _columns(block) >= _MANY_COLUMNS
    }


def _readings(blocks: Sequence[Block]) -> Iterator[Place | None]:
    """Each arrangement's reading, made only when it is asked for."""
    yield _cells(blocks)
    for read in _LINES_READERS:
        yield _in_lines(blocks, read)


def _cells(blocks: Sequence[Block]) -> Place | None:
    """The procedure in tables with cells, from the first heading to the last row that goes on with it."""
    start = next((at for at, block in enumerate(blocks) if _is_headed(block)), None)
    if start is None:
        return _unheaded(blocks)
    tables: list[Table] = []
    end = start
    for at in range(start, len(blocks)):
        block = blocks[at]
        if isinstance(block, Table):
            rest = None if is_signature_row(block.rows[0]) else _further(block, tables)
            if rest is None and tables and _heads_page(blocks, at, tables[-1]):
                continue
            if rest is None:
                break
            tables.append(rest)
            end = at + 1
    procedure = table_cells.read_tables(tables)
    return Place(procedure, start, end, _is_complete(tables[0])) if procedure else None


def _heads_page(blocks: Sequence[Block], at: int, last: Table) -> bool:
    """Whether a table is the head of a page on which the procedure goes on below its own heading, however it was read.

    Args:
        blocks: of one SOP.
        at: where the table is among them; one with boxes is an identity page, and what is below it another procedure.
        last: the procedure's last table so far; the first lines of the head may have been joined to it.
    """
    head, page = blocks[at], first_page(blocks[at])
    below = next((block for block in blocks[at + 1 :] if isinstance(block, Table)), None)
    if below is None or first_page(below) != page or not first_page(last) < page <= last_page(last) + 1:
        return False
    boxed = isinstance(head, Table) and any(
        names_box(cell.span.text) for row in head.rows for cell in row.cells
    )
    return _is_headed(below) and not boxed


def _unheaded(blocks: Sequence[Block]) -> Place | None:
    """The procedure in ruled tables without a heading that could be read, from the first whose columns tell what they are."""
    told = (
        (at, block, known)
        for at, block in enumerate(blocks)
        if isinstance(block, Table) and first_page(block) and (known := heading_by_content(block.rows))
    )
    start, first, known = next(told, (0, None, None))
    if first is None or known is None:
        return None
    tables = [Table(tuple(without_tops(first.rows, known)))]
    last, end = first, start + 1
    for at in range(start + 1, len(blocks)):
        below = blocks[at]
        if isinstance(below, Table):
            rest = None if is_signature_row(below.rows[0]) else _rest(below, last, first, known)
            if rest is None:
                break
            tables.append(rest)
            last, end = below, at + 1
    procedure = table_cells.read_tables(tables, known)
    return Place(procedure, start, end) if procedure else None


def _further(table: Table, before: Sequence[Table]) -> Table | None:
    """A table that goes on with a procedure, None if it does not.

    Where a scan shows other columns than on the first page, it has those of that page if its steps count on.
    """
    if not before or _is_headed(table) or _goes_on(table, before):
        return table
    known = read_heading(before[0].rows) if first_page(table) else None
    if known is None or known.index("no") is None or known.index("waktu") is None:
        return None
    rest = _rest(table, before[-1], before[0], known)
    if rest is None:
        return None
    last = _number(reversed([row for one in before for row in one.rows]), known)
    following = _number(rest.rows, known)
    return rest if last is not None and following == last + 1 else None


def _number(rows: Iterable[Row], known: Heading) -> int | None:
    """The number of the first of some rows that has one."""
    at = known.index("no")
    texts = (cell.span.text.strip(" .)") for row in rows for cell in row.cells if cell.column == at)
    return next((int(text) for text in texts if text.isdecimal()), None)


def _rest(table: Table, last: Table, first: Table, known: Heading) -> Table | None:
    """A table that goes on with a procedure without a heading, in the columns of its first page; None if it does not.

    A scan gives one page a line more than another; then the places of the cells tell their columns.
    """
    if first_page(table) - last_page(last) != 1:
        return None
    if _columns(table) == _columns(first):
        return table
    ranges = _ranges(first)
    rows = tuple(Row(_in_ranges(row, ranges)) for row in table.rows)
    waktu = known.index("waktu")
    timed = sum(c.column == waktu and is_whole_duration(c.span.text) for row in rows for c in row.cells)
    return Table(rows) if timed else None


def _ranges(table: Table) -> dict[int, tuple[float, float]]:
    """From where to where each column of a ruled table reaches on its page."""
    found: dict[int, tuple[float, float]] = {}
    for row in table.rows:
        for cell in row.cells:
            if cell.box is not None and cell.width == 1:
                found.setdefault(cell.column, (cell.box.x0, cell.box.x1))
    return found


def _in_ranges(row: Row, ranges: Mapping[int, tuple[float, float]]) -> tuple[Cell, ...]:
    """The cells of a row in the columns that their middles lie in; pieces of one column put together."""
    cells: dict[int, Cell] = {}
    for cell in row.cells:
        x = cell.box.centre[0] if cell.box else -1.0
        at = next((column for column, (low, high) in ranges.items() if low <= x < high), None)
        if at is not None:
            before = cells.get(at)
            span = join((before.span, cell.span)) if before else cell.span
            cells[at] = replace(cell, column=at, width=1, span=span)
    return tuple(cells[at] for at in sorted(cells))


def _is_complete(table: Table) -> bool:
    heading = read_heading(table.rows)
    roles = {column.role for column in heading.columns} if heading else set()
    return {"uraian", AKTOR} <= roles and bool(roles & set(MUTU))


def _in_lines(blocks: Sequence[Block], read: LinesReader) -> Place | None:
    """The procedure in lines without cells, read in one of the ways there are for them."""
    numbered = [(at, block) for at, block in enumerate(blocks) if isinstance(block, Line)]
    found = read([line for _, line in numbered])
    if found is None:
        return None
    procedure, start, end = found
    return Place(procedure, numbered[start][0], numbered[end - 1][0] + 1)


def _is_headed(block: Block) -> bool:
    return isinstance(block, Table) and is_heading_row(block.rows[0])


def _columns(table: Table) -> int:
    return max(cell.column + cell.width for row in table.rows for cell in row.cells)


def _goes_on(table: Table, before: Sequence[Table]) -> bool:
    """Whether a table without a heading has the width of a procedure that began before it, and goes on with its last table."""
    first = before[0]
    if first_page(table):
        # The rest of a ruled table has mostly been joined to it by its place on the page.
        return _columns(table) == _columns(first) and first_page(table) - last_page(before[-1]) == 1
    width = max(len(row.cells) for row in first.rows)
    return max(len(row.cells) for row in table.rows) >= max(4, width - 3)
