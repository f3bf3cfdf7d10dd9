"""The columns of a procedure table whose heading nobody can read, told from what stands in them.

White letters on black are lost in a copy of a copy, and with them what each column is. But steps count,
times are times, symbols stand in columns without words, and the standard has one order: who acts stands behind the
step, what is needed before the time, what comes of it behind.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from extractors.lexicon.vocabulary import known
from extractors.pages import Row
from extractors.sheets import TAK_TERBACA
from extractors.spans import EMPTY, Span
from extractors.tables.cell_kinds import is_text, is_time, is_written, number_of_step, share, text_at
from extractors.tables.column_contents import cell_at
from extractors.tables.columns import AKTOR, Column, Heading
from extractors.tables.unheaded_shape import roles_by_shape
from extractors.tables.unheaded_untimed import roles_untimed
from extractors.tables.worn_headings import repetition

_LEAST, _MOST, _SOME = 3, 0.6, 0.4
"""Rows at least, and the shares of them in which numbers, times and steps, and in which other texts must stand."""
_NUMBERED = 2
"""Numbers that show that a column counts the steps; fewer may stand in any."""
_FILLED = 2
"""Cells with text that the row of a step has, where neither its number nor its time were read."""
_DRAWN = 0.34
"""The share of rows up to which a column of symbols has texts: beside branches stand words."""
_MEANT = 0.5
"""The share of actors' columns above which words of the language must stand: then what stands there are names."""


def heading_by_content(rows: Sequence[Row]) -> Heading | None:
    """What the columns of a table are; its rows are those above the first step.

    Times of steps tell, else which columns are written in, else where steps count and nothing is written behind them.
    None where nothing does.

    The columns of actors are those of symbols, which have hardly a word; their names are what is legible above them.
    """
    width = max((cell.column + cell.width for row in rows for cell in row.cells), default=0)
    for waktu in range(2, width - 1):
        timed = [at for at, row in enumerate(rows) if is_time(text_at(row, waktu))]
        if len(timed) < _LEAST:
            continue
        uraian = _steps_column(rows[timed[0] :])
        if uraian is None:
            continue
        first = _first_step(rows, timed[0], uraian, waktu)
        roles = _roles(rows[first:], uraian, waktu, width)
        if roles is not None:
            return _heading(rows, roles, first, width)
    shaped = roles_by_shape(rows)
    if shaped is not None:
        at, told = shaped
        uraian, waktu = (next(c for c, role in told.items() if role == name) for name in ("uraian", "waktu"))
        return _heading(rows, told, _first_step(rows, at, uraian, waktu), width)
    untimed = roles_untimed(rows)
    if untimed is None:
        return None
    at, told, reach = untimed
    return _heading(rows, told, at, width, reach[1:])


def _heading(
    rows: Sequence[Row], roles: Mapping[int, str], first: int, width: int, further: Collection[int] = ()
) -> Heading:
    """The heading of columns whose roles are known, given the row of the first step.

    Args:
        rows: of the table.
        roles: what each column is that has a role.
        first: the row of the first step.
        width: how many columns there are.
        further: columns that go on with the one to their left.
    """
    names = _names(rows[:first], [at for at, role in roles.items() if role == AKTOR])
    columns = (Column(roles.get(at, ""), names.get(at, EMPTY), at in further) for at in range(width))
    return Heading(tuple(columns), first)


def without_tops(rows: Sequence[Row], heading: Heading) -> list[Row]:
    """The rows below a heading that nobody can read, without its repetitions on further pages.

    Args:
        rows: of the whole table.
        heading: as ``heading_by_content`` tells it.
    """
    head, kept, at = rows[: heading.rows], [], heading.rows
    while at < len(rows):
        again = repetition(rows, at, heading.columns, head)
        if not again:
            kept.append(rows[at])
        at += again or 1
    return kept


def _roles(steps: Sequence[Row], uraian: int, waktu: int, width: int) -> dict[int, str] | None:
    """What each column is that has a role, given those of the steps and of the times; None if these are none."""
    read = [text_at(row, waktu).strip(f" {TAK_TERBACA}") for row in steps]
    times = sum(map(is_time, read))
    others = sum(not is_time(text) and not text[0].isdecimal() for text in read if text)
    if times < _MOST * (times + others) or share(steps, uraian, is_written) < _MOST:
        return None
    behind = [at for at in range(waktu + 1, width) if any(text_at(row, at) for row in steps)]
    if not behind or share(steps, behind[0], is_written) < _SOME:
        return None  # with nothing behind the times nobody knows in which order the others stand
    roles = {uraian: "uraian", waktu: "waktu", behind[0]: "output"}
    if uraian:
        roles[0] = "no"
    if waktu - 1 > uraian and share(steps, waktu - 1, is_written) >= _SOME:
        roles[waktu - 1] = "kelengkapan"
    if len(behind) > 1:
        roles[behind[-1]] = "keterangan"
    between = (at for at in range(uraian + 1, waktu) if at not in roles)
    roles.update((at, AKTOR) for at in between if share(steps, at, is_written) <= _DRAWN)
    return roles


def _names(above: Sequence[Row], actors: Sequence[int]) -> Mapping[int, Span]:
    """What stands right above the columns of actors; nothing where most of it means nothing and may be dirt."""
    found = {at: span for at in actors if (span := _lowest(above, at)) is not None}
    meant = sum(any(map(known, span.text.split())) for span in found.values())
    return found if meant >= _MEANT * len(actors) else {}


def _lowest(above: Sequence[Row], column: int) -> Span | None:
    """The last words above a column that stand in a cell as wide as it; wider ones name a group."""
    cells = (cell_at(row, column) for row in reversed(above))
    own = (cell.span for cell in cells if cell is not None and (cell.column, cell.width) == (column, 1))
    return next((span for span in own if any(map(str.isalpha, span.text))), None)


def _steps_column(rows: Sequence[Row]) -> int | None:
    """The column that says what is done: the second where the first counts, or is empty, else the first."""
    numbers = [number for row in rows if (number := number_of_step(row)) is not None]
    if len(numbers) >= _NUMBERED:
        counting = sum(a < b for a, b in pairwise(numbers))
        return 1 if counting >= _MOST * (len(numbers) - 1) else None
    return 0 if share(rows, 0, is_written) >= _MOST else 1


def _first_step(rows: Sequence[Row], at: int, uraian: int, waktu: int) -> int:
    """The row of the first step, given one with a time. A number says how many steps stand above it.

    Without one a row above is a step where there is more than the text of a step: headings are not read here.
    """
    number = number_of_step(rows[at]) if uraian else None
    while at > 0 and (number is None or number > 1):
        above = rows[at - 1]
        test = is_text if number is None else is_written
        filled = sum(test(cell.span.text) for cell in above.cells) >= _FILLED
        if not filled and (number is None or not is_written(text_at(above, uraian))):
            break
        if _names_columns(above, range(uraian + 1, waktu)):
            break
        at -= 1
        number = None if number is None else number - 1
    return at


def _names_columns(row: Row, columns: Sequence[int]) -> bool:
    """Whether words stand in most of some columns: in the row of a step there are symbols."""
    return len(columns) > 1 and sum(is_text(text_at(row, at)) for at in columns) > _MOST * len(columns)
