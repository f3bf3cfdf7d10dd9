"""The procedure table whose cells the source marks: tabs, pipes, HTML, ruled lines.

Rows broken over pages are joined, repeated headings dropped, and a continuation with a
column fewer is put right by the duration that every row has at the same place.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.layouts.steps import Draft, Procedure, build
from extractors.lexicon.durations import is_duration, may_be_time
from extractors.lexicon.labels import fold
from extractors.lexicon.signs import title_rest
from extractors.pages import Row, Table, page_of
from extractors.spans import EMPTY, Span, join
from extractors.tables.column_contents import cell_at
from extractors.tables.columns import (
    AKTOR,
    MUTU,
    Column,
    Heading,
    is_counting_row,
    is_heading_row,
    read_heading,
)
from extractors.tables.worn_headings import repetition

_NUMBER = re.compile(r"^\W{0,2}(\d{1,3})\W{0,3}$")
_SECTION = re.compile(r"\W{0,2}(?:[A-Z]|[IVX]{1,4})\W{0,2}")
"""What counts the parts of a procedure whose steps have figures: "A. Persiapan"."""
_TITLE_WORDS = 6
"""A title of a part has no more words; a longer text is a step whose figure was misread."""
_FIGURES = 2
"""So many rows with figures show that letters count parts and not steps."""
_ACROSS = 2
"""So many texts of a row without a number stand each across columns of different kinds where it is no step."""
_UNHEADED = 0.8
"""How sure a value is in its column where only what stands in it tells the column."""
_GLUED_NUMBER = re.compile(r"^\s*(\d{1,2})[.)]?\s+(?=[A-Z])")


def read_tables(tables: Sequence[Table], known: Heading | None = None) -> Procedure | None:
    """The procedure in consecutive tables of which one begins with (or holds) its heading.

    Args:
        tables: top to bottom.
        known: what their columns are, where no heading says so.
    """
    columns = known
    drafts: list[Draft] = []
    heads: list[Span] = []
    repeated: list[Heading] = []
    head: Sequence[Row] = ()
    parted = sum(_is_numbered(row) for table in tables for row in table.rows) >= _FIGURES
    wanted = {id(row) for row in _without_tops([row for table in tables for row in table.rows])}
    for table in tables:
        rows = [row for row in table.rows if id(row) in wanted]
        at = 0
        shift: int | None = None
        while at < len(rows):
            found = read_heading(rows[at:]) if is_heading_row(rows[at]) else None
            if found:
                heads.extend(cell.span for row in rows[at : at + found.rows] for cell in row.cells)
                columns = columns if columns and _is_same(columns, found) else _merged(columns, found)
                repeated.append(found)
                head = rows[at : at + found.rows]
                at += found.rows
                shift = None
                continue
            if columns and (again := repetition(rows, at, columns.columns, head)):
                at += again
                continue
            if columns and not is_counting_row(rows[at]) and not _is_foreign(rows[at], columns):
                width = len(columns.columns)
                if shift is None or _size(rows[at], width) != _size(rows[at - 1], width):
                    shift = _shift(rows[at:], columns)
                _read_row(drafts, rows[at], columns, shift, parted)
            at += 1
    for draft in drafts if known else ():
        draft.sure *= _UNHEADED
    if columns is None or not drafts:
        return None
    columns = _usual(repeated, columns)
    same = tuple(
        names for heading in repeated if heading is not columns and (names := _beside(heading, columns))
    )
    return replace(build(drafts, columns.columns, heads, "tabel"), ulang=same)


def _usual(repeated: Sequence[Heading], last: Heading) -> Heading:
    """Of the headings of a table's pages one with as many actors as most have; the last one where none are more.

    Of two that are as frequent, the last one is not taken if a heading of it stands over two columns that the other parts.
    """
    counts = Counter(len(_actors(heading)) for heading in repeated)
    own = len(_actors(last))
    fused = any(column.role == AKTOR and column.goes_on for column in last.columns)
    usual = max(
        counts, key=lambda count: (counts[count], count > own if fused else count == own), default=own
    )
    return last if usual == own else next(h for h in repeated if len(_actors(h)) == usual)


def _actors(heading: Heading) -> tuple[Span, ...]:
    """The names of the actors."""
    return tuple(column.heading for column in heading.columns if column.role == AKTOR and not column.goes_on)


def _beside(heading: Heading, usual: Heading) -> tuple[Span, ...]:
    """What another page's heading says in the columns of the actors, empty where it lost a line; none of another table."""
    if len(heading.columns) != len(usual.columns):
        return ()
    pairs = [
        (own, column)
        for own, column in zip(heading.columns, usual.columns, strict=True)
        if column.role == AKTOR and not column.goes_on
    ]
    # A name that stands in two columns is that of one of them.
    often = Counter(tuple(own.heading.offsets) for own, _ in pairs)
    fits = [
        own.role == AKTOR and not own.goes_on and often[tuple(own.heading.offsets)] == 1 for own, _ in pairs
    ]
    spans = tuple(own.heading if fit else EMPTY for (own, _), fit in zip(pairs, fits, strict=True))
    return spans if any(fits) else ()


def _without_tops(rows: Sequence[Row]) -> list[Row]:
    """The rows without the head that is printed at the top of every page, above a repeated heading or the next step."""
    kept: list[Row] = []
    top = 0
    for row in rows:
        page = page_of(row)
        if kept and page != page_of(kept[-1]):
            top = len(kept)
        fresh = page_of(kept[top]) == page if top < len(kept) else False
        if page and top and fresh and (_is_numbered(row) or is_heading_row(row)):
            above = kept[top:]
            steps = any(_is_numbered(other) or is_heading_row(other) for other in above)
            if not steps and (is_heading_row(row) or any(map(_names_document, above))):
                del kept[top:]
            top = 0
        kept.append(row)
    return kept


def _is_numbered(row: Row) -> bool:
    return bool(row.cells and row.cells[0].column == 0 and _NUMBER.match(row.cells[0].span.text))


def _names_document(row: Row) -> bool:
    return any(title_rest(cell.span.text) is not None for cell in row.cells)


def _is_same(known: Heading, found: Heading) -> bool:
    """Whether a heading says what one before it says: of the same words the rows under the first may have told more."""
    return _roles(known) == _roles(found) or _words(known) == _words(found) or _is_lower_row(known, found)


def _is_lower_row(known: Heading, found: Heading) -> bool:
    """Whether a heading is the lower row of one before it, repeated alone: "Camat | Staf | Kelengkapan | Waktu …"."""
    if found.index("uraian") is not None or len(found.columns) > len(known.columns):
        return False
    pairs = zip(_words(found), _words(known), strict=False)
    return all(fold(own) == fold(before) for own, before in pairs if own.strip())


def _roles(heading: Heading) -> list[str]:
    return [column.role for column in heading.columns]


def _words(heading: Heading) -> list[str]:
    return [column.heading.text for column in heading.columns]


def _merged(known: Heading | None, found: Heading) -> Heading:
    """The heading to go on with: a page whose heading lost its actors keeps those of the page before."""
    if (
        known is None
        or sum(c.role == AKTOR for c in found.columns)
        or len(found.columns) < len(known.columns)
    ):
        return found
    return known


def _shift(rows: Sequence[Row], heading: Heading) -> int:
    """By how many columns the right part of the following rows of one width stands too far left."""
    waktu = heading.index("waktu")
    width = len(heading.columns)
    cells = _size(rows[0], width)
    if waktu is None or cells >= width:
        return 0
    votes: dict[int, int] = {}
    for row in rows:
        if _size(row, width) != cells:
            break
        for cell in row.cells:
            offset = waktu - cell.column
            if 0 <= offset <= width - cells and is_duration(cell.span.text):
                votes[offset] = votes.get(offset, 0) + 1
                break
    return max(votes, key=lambda offset: (votes[offset], -offset)) if votes else 0


def _size(row: Row, width: int) -> int:
    """How many cells a row has; of one filled up with empty ones at its end those before them."""
    if len(row.cells) < width:
        return len(row.cells)
    return max((cell.column + cell.width for cell in row.cells if cell.span), default=0)


def _read_row(drafts: list[Draft], row: Row, heading: Heading, shift: int, parted: bool) -> None:
    draft = Draft()
    actors = 0
    seen: set[int] = set()
    for at, column in enumerate(heading.columns):
        cell = cell_at(row, at - shift if _moves(heading.columns, at) else at)
        actors += column.role == AKTOR and not column.goes_on
        if cell is None or not cell.span or id(cell) in seen or (column.goes_on and cell.column < at):
            continue
        if column.role == AKTOR:
            filled_up = len(row.cells) >= len(heading.columns)  # nobody knows which cells are gone
            if not (shift and (filled_up or at >= len(row.cells) - _tail(heading.columns))):
                draft.marks.append((actors - 1, cell.span))
        elif column.role and cell.column <= at:
            seen.add(id(cell))
            if column.role not in draft.cells:
                draft.cells[column.role] = cell.span
            elif column.goes_on:
                draft.cells[column.role] = join((draft.cells[column.role], cell.span))
    draft.covered = _covered(row, heading, drafts, shift)
    _split_glued_number(draft)
    if (not draft.cells and not draft.marks) or (parted and _heads_part(draft)):
        return
    if drafts and _continues(draft, drafts[-1], heading):
        _append(drafts[-1], draft)
    else:
        drafts.append(draft)


def _covered(row: Row, heading: Heading, drafts: Sequence[Draft], shift: int) -> list[str]:
    """The cells of the mutu baku that a row has not because those above reach down over it; cells to their right tell so."""
    if shift or not drafts:
        return []
    said = {*drafts[-1].cells, *drafts[-1].covered} & set(MUTU)
    last = max((cell.column for cell in row.cells), default=0)
    columns = enumerate(heading.columns[:last])
    return [column.role for at, column in columns if column.role in said and cell_at(row, at) is None]


def _is_foreign(row: Row, heading: Heading) -> bool:
    """Whether a row is of another table that goes on below in the same frame, as signatures do: texts stand across columns."""
    if _is_numbered(row):
        return False
    across = 0
    for cell in row.cells:
        roles = {column.role for column in heading.columns[cell.column : cell.column + cell.width]}
        across += bool(cell.span) and len(roles) > 1
    return across >= _ACROSS


def _heads_part(draft: Draft) -> bool:
    """Whether a row is the title of a part of the procedure and no step: a letter or a Roman number, and words alone."""
    number = draft.cells.get("no")
    return (
        number is not None
        and bool(_SECTION.fullmatch(number.text))
        and set(draft.cells) == {"no", "uraian"}
        and len(draft.cells["uraian"].text.split()) <= _TITLE_WORDS
        and not any(span.text.strip() for _, span in draft.marks)
    )


def _moves(columns: Sequence[Column], at: int) -> bool:
    """Whether a column stands right of the actors, so that missing actor cells move it."""
    last_actor = max((i for i, column in enumerate(columns) if column.role == AKTOR), default=-1)
    return at > last_actor >= 0 or (last_actor < 0 and columns[at].role in MUTU)


def _tail(columns: Sequence[Column]) -> int:
    return sum(_moves(columns, at) for at in range(len(columns)))


def _split_glued_number(draft: Draft) -> None:
    """Part a number from the step that it is glued to: "1. Menerima surat"."""
    uraian, number = draft.cells.get("uraian"), draft.cells.get("no")
    if uraian and not number:
        glued = _GLUED_NUMBER.match(uraian.text)
        if glued:
            draft.cells["no"] = uraian.cut(glued.start(1), glued.end(1))
            draft.cells["uraian"] = uraian.cut(glued.end()).strip()
    elif number and not uraian and len(number.text) > 6:
        glued = _GLUED_NUMBER.match(number.text)
        if glued:
            draft.cells["uraian"] = number.cut(glued.end()).strip()
            draft.cells["no"] = number.cut(glued.start(1), glued.end(1))


def _continues(draft: Draft, before: Draft, heading: Heading) -> bool:
    """Whether a row is the rest of the row before it, cut by a page break or a merged cell."""
    number = draft.cells.get("no")
    if number and _NUMBER.match(number.text):
        return False
    uraian = draft.cells.get("uraian")
    if not uraian:
        return "waktu" not in draft.cells or "waktu" not in before.cells
    if all(
        cells and "waktu" in cells and may_be_time(cells["waktu"].text)
        for cells in (draft.cells, before.cells)
    ):
        return False
    if uraian.text[:1].islower():
        return True
    # Where no column counts or measures steps, what each does is all that a row says.
    told = any(column.role in ("no", *MUTU) for column in heading.columns)
    return told and not set(draft.cells) & set(MUTU)


def _append(before: Draft, draft: Draft) -> None:
    for role, span in draft.cells.items():
        if role != "no":
            before.cells[role] = join(_present(before.cells.get(role), span), "\n")
    before.marks.extend(draft.marks)


def _present(*spans: Span | None) -> Iterable[Span]:
    return [span for span in spans if span]
