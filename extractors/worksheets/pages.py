"""Worksheets to pages: the identity page, the procedure and the lines around them, with the places of all cells.

Borders tell what is a table. The columns of a procedure are those that its heading names; cells
that begin elsewhere belong to the column that they lie under.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.boxes import Box, union
from extractors.office.outlines import PENGHUBUNG
from extractors.office.sheet_model import Worksheet
from extractors.pages import Block, Cell, Line, Pages, Place, Row, Source, Table
from extractors.sheets import Drawing, Sheet
from extractors.spans import EMPTY, GLUE, PARAGRAF, Span, join
from extractors.worksheets.columns import Leaf, is_heading, leaves, under
from extractors.worksheets.form import NUMBER, ended_at, form_rows, label_of
from extractors.worksheets.rest import Written, goes_on, last_number
from extractors.worksheets.runs import Run, rows_of, runs
from extractors.worksheets.view import Entry, View, text_boxes, views

_PITCH = 5.25
"""Points of a character where text is laid out in lines."""
_IDENTITY_LABELS = 3
_TITLE_ROWS, _TITLE_LENGTH = 4, 120
_WORD = re.compile(r"\S+")
_CURVED = ("ellipse", "curved", "flowChartTerminator", "flowChartConnector", "roundRect")


def pages_of(jenis: str, worksheets: Iterable[Worksheet]) -> Pages:
    """The text, tables and lines of the worksheets of one file, in order."""
    draft = _Draft()
    for halaman, view in _in_order(views(worksheets)):
        draft.turn(halaman, view)
        parts = list(_parts(view))
        boxes = text_boxes(view, (part.box for part in parts if part.jenis == _PROSEDUR))
        taken = [entry for entry in boxes if any(_meet(entry, other) for other in view.entries)]
        if len(boxes) > len(taken):
            parts = list(_parts(view.with_entries(entry for entry in boxes if entry not in taken)))
        for part in _with_rest(parts, draft.before):
            _WRITERS[part.jenis](draft, part)
        _write_lines(draft, _Part(_BARIS, [[entry] for entry in taken], view))
        draft.blocks.append(Line(EMPTY, halaman=halaman))
    source = Source("".join(draft.text), tuple(draft.places))
    sheets = sorted(draft.sheets, key=lambda sheet: sheet.halaman)
    return Pages(jenis, source, tuple(draft.blocks), len(sheets), tuple(sheets))


def _in_order(found: Sequence[View]) -> list[tuple[int, View]]:
    """The worksheets with their numbers; identity pages behind their procedures come before them."""
    numbered = list(enumerate(found, 1))
    kinds = [_kind(view) for view in found]
    told = "".join(kinds)
    if not re.fullmatch("(pi)+|p+i", told):
        return numbered
    ordered: list[tuple[int, View]] = []
    procedures: list[tuple[int, View]] = []
    for kind, entry in zip(kinds, numbered, strict=True):
        if kind == "i":
            ordered += [entry, *procedures]
            procedures = []
        else:
            procedures.append(entry)
    return ordered + procedures


def _kind(view: View) -> str:
    """``p`` for a worksheet with a procedure alone, ``i`` for an identity page alone, ``b`` for both, else nothing."""
    rows = rows_of(view, sorted({entry.area.row for entry in view.entries}))
    keys = {label.key for entry in view.entries if (label := label_of(entry.text))}
    procedure, identity = any(map(is_heading, rows)), len(keys) >= _IDENTITY_LABELS
    return "b" if procedure and identity else "p" if procedure else "i" if identity else ""


def _meet(entry: Entry, other: Entry) -> bool:
    a, b = entry.area, other.area
    return (
        a.row <= b.last_row
        and b.row <= a.last_row
        and a.column <= b.last_column
        and b.column <= a.last_column
    )


@dataclass(frozen=True)
class _Part:
    """Rows of a worksheet that are read alike; a row without texts is empty, ``numbers`` are their indices.

    ``columns`` are those of a procedure whose heading stands on another worksheet.
    """

    jenis: str
    rows: list[list[Entry]]
    view: View
    numbers: Sequence[int] = ()
    columns: Sequence[Leaf] = ()

    @property
    def box(self) -> Box:
        return union(entry.box for row in self.rows for entry in row)


@dataclass(slots=True)
class _Draft:
    """The source, the blocks and the sheets while they are made."""

    text: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    length: int = 0
    corner: tuple[float, float] = (0.0, 0.0)
    halaman: int = 0
    before: Written | None = None

    def turn(self, halaman: int, view: View) -> None:
        """Go on with a new worksheet."""
        self.halaman = halaman
        self.corner = view.box.x0, view.box.y0
        drawings = tuple(
            Drawing(
                shape.jenis,
                self.moved(shape.box),
                tuple((x - self.corner[0], y - self.corner[1]) for x, y in shape.points),
                closed=shape.jenis != PENGHUBUNG,
                fill=shape.fill,
                stroke=shape.stroke,
                curved=shape.curved or shape.jenis.startswith(_CURVED),
                text=shape.text,
                nomor=shape.nomor,
                dari=shape.dari,
                ke=shape.ke,
                panah=shape.panah,
            )
            for shape in view.shapes
        )
        size = max(view.box.width, 1.0), max(view.box.height, 1.0)
        self.sheets.append(Sheet(halaman, *size, drawings=drawings))

    def moved(self, box: Box) -> Box:
        """A box of the worksheet on the sheet."""
        x, y = self.corner
        return Box(box.x0 - x, box.y0 - y, box.x1 - x, box.y1 - y)

    def write(self, text: str, box: Box, end: str = "\n") -> Span:
        """Add a text, each word of it with its place."""
        start = self.length
        kotak = self.sheets[-1].on_page(self.moved(box))
        self.text += [text, end]
        self.length += len(text) + len(end)
        self.places.extend(
            Place(start + word.start(), start + word.end(), self.halaman, kotak)
            for word in _WORD.finditer(text)
        )
        return Span(text, range(start, start + len(text)))


_PROSEDUR, _FORMULIR, _BARIS = "prosedur", "formulir", "baris"


def _parts(view: View) -> Iterator[_Part]:
    """The rows of a worksheet, cut where borders begin and end and where a procedure begins."""
    ruled = bool(view.bordered)
    every = runs(view)
    for at, run in enumerate(every):
        numbers, rows = run.numbers, run.rows
        procedure_follows = at + 1 < len(every) and is_heading(every[at + 1].rows[0])
        beside: list[Entry] = []
        if run.top:
            edge = max(view.bordered[number][1] for number in numbers if number in view.bordered)
            beside = [entry for row in rows for entry in row if entry.area.column > edge]
            rows = [[entry for entry in row if entry.area.column <= edge] for row in rows]
        cuts = [0, *_headings(rows), len(rows)]
        for low, high in pairwise(cuts):
            if low == high:
                continue
            if is_heading(rows[low]):
                yield _Part(_PROSEDUR, rows[low:high], view, numbers[low:high])
            elif _is_labelled(rows[low:high]) or ((run.top or not ruled) and high == len(rows)):
                part = _Part(_FORMULIR, rows[low:high], view, numbers[low:high])
                yield from _form(part, run, procedure_follows or high < len(rows))
            else:
                yield _Part(_BARIS, rows[low:high], view, numbers[low:high])
        if beside:
            yield _Part(_BARIS, [[entry] for entry in beside], view)


def _is_labelled(rows: Iterable[Iterable[Entry]]) -> bool:
    return any(label_of(entry.text) for row in rows for entry in row)


def _form(part: _Part, run: Run, procedure_follows: bool) -> Iterator[_Part]:
    """An identity page; where nothing is drawn around it, the letterhead above and a title below it make lines."""
    first = next(
        (at for at, row in enumerate(part.rows) if len(row) > 1 or _is_labelled([row])), len(part.rows)
    )
    low = 0 if run.top else first
    high = len(part.rows) if run.foot or not procedure_follows else max(low, _title(part))
    for jenis, start, end in ((_BARIS, 0, low), (_FORMULIR, low, high), (_BARIS, high, len(part.rows))):
        if start < end:
            yield _Part(jenis, part.rows[start:end], part.view, part.numbers[start:end])


def _title(part: _Part) -> int:
    """The row below an empty one with which the title of the procedure that follows begins; the end if there is none."""
    end = len(part.rows)
    for at in range(end - 1, max(end - 1 - _TITLE_ROWS, 0), -1):
        row = part.rows[at]
        if (
            len(row) != 1
            or len(row[0].text) > _TITLE_LENGTH
            or row[0].text.endswith(".")
            or _is_labelled([row])
        ):
            break
        if part.numbers[at] > part.numbers[at - 1] + 1:
            return at
    return end


def _headings(rows: Sequence[Sequence[Entry]]) -> Iterator[int]:
    """The rows with which procedures begin."""
    for at, row in enumerate(rows):
        if at and is_heading(row) and not is_heading(rows[at - 1]):
            yield at


def _write_lines(draft: _Draft, part: _Part) -> None:
    """Cells outside tables as lines, with blanks for what lies between them."""
    before = None
    for row, number in zip(part.rows, part.numbers or range(len(part.rows)), strict=True):
        if before is not None and number > before + 1:
            draft.blocks.append(Line(EMPTY, halaman=draft.halaman))
        before = number
        columns = [(entry, entry.text.split("\n")) for entry in row]
        for at in range(max((len(lines) for _, lines in columns), default=0)):
            level = [(entry, lines[at].strip()) for entry, lines in columns if at < len(lines)]
            _write_line(draft, [(entry, text) for entry, text in level if text])


def _write_line(draft: _Draft, pieces: Sequence[tuple[Entry, str]]) -> None:
    if not pieces:
        return
    indent = position = max(0, round(draft.moved(pieces[0][0].box).x0 / _PITCH))
    spans: list[Span] = []
    for at, (entry, text) in enumerate(pieces):
        if at:
            column = round(draft.moved(entry.box).x0 / _PITCH)
            gap = max(2, column - position)
            spans.append(Span(" " * gap, [GLUE] * gap))
            position += gap
        spans.append(draft.write(text, entry.box, "\n" if at == len(pieces) - 1 else "  "))
        position += len(text)
    offsets = [offset for span in spans for offset in span.offsets]
    draft.blocks.append(Line(Span("".join(span.text for span in spans), offsets), indent, draft.halaman))


def _write_form(draft: _Draft, part: _Part) -> None:
    """An identity page: cells at the columns in which cells of it begin."""
    anchors = sorted({entry.area.column for row in part.rows for entry in row})
    columns = {column: at for at, column in enumerate(anchors)}
    rows = []
    for pieces in form_rows(part.rows):
        cells = []
        for piece in pieces:
            span = _joined(draft, piece.entries)
            if piece.begins:
                span = Span(PARAGRAF + span.text, [GLUE, *span.offsets])
            first = columns[piece.entries[0].area.column]
            last = max(
                at
                for column, at in columns.items()
                if column <= max(e.area.last_column for e in piece.entries)
            )
            box = draft.moved(union(entry.box for entry in piece.entries))
            cells.append(Cell(span, first, last - first + 1, box, draft.halaman))
        if cells:
            rows.append(Row(tuple(cells)))
    if rows:
        draft.blocks.append(Table(tuple(rows)))


def _joined(draft: _Draft, entries: Sequence[Entry]) -> Span:
    """The texts of cells that a person reads as one, each on a line of its own in the source."""
    first = entries[0].text
    numbers, texts = first.split("\n"), entries[1].text.split("\n") if len(entries) > 1 else []
    if len(numbers) > 1 and len(numbers) == len(texts) and all(NUMBER.fullmatch(n.strip()) for n in numbers):
        pairs = zip(numbers, texts, strict=True)
        lines = [
            _glued([draft.write(n.strip(), entries[0].box), draft.write(t.strip(), entries[1].box)])
            for n, t in pairs
        ]
        return join([join(lines, "\n"), *(draft.write(e.text, e.box) for e in entries[2:])])
    return _glued([_ended(draft.write(entry.text, entry.box), entry) for entry in entries])


def _ended(span: Span, entry: Entry) -> Span:
    """The text of a cell with a mark behind each line that somebody ended."""
    text = list(span.text)
    for at in ended_at(entry):
        text[at] = PARAGRAF
    return Span("".join(text), span.offsets)


def _glued(spans: Sequence[Span]) -> Span:
    number = spans[0].text
    dotted = len(spans) > 1 and NUMBER.fullmatch(number) and number[-1:].isalnum()
    return join([spans[0], join(spans[1:])], ". " if dotted else " ")


def _with_rest(parts: Sequence[_Part], before: Written | None) -> Iterator[_Part]:
    """The parts of a worksheet, the first a procedure where it goes on with that of the worksheet before."""
    for at, part in enumerate(parts):
        rest = at == 0 and part.jenis != _PROSEDUR and before is not None and goes_on(part.rows, before)
        yield replace(part, jenis=_PROSEDUR, columns=before.columns) if rest and before else part


def _write_procedure(draft: _Draft, part: _Part) -> None:
    """A procedure: cells at the columns that its heading names, or that of the worksheet before."""
    columns = part.columns or leaves(part.rows)
    draft.before = Written(columns, last_number(part.rows))
    down: dict[int, int] = {}  # column -> last row that a cell covers from above
    rows = []
    for row, number in zip(part.rows, part.numbers, strict=True):
        placed: dict[int, list[Entry]] = {}
        widths: dict[int, int] = {}
        for entry in row:
            first, width = under(columns, entry)
            placed.setdefault(first, []).append(entry)
            widths[first] = max(widths.get(first, 1), width)
        cells: list[Cell] = []
        column = 0
        while column < len(columns):
            following = min((other for other in placed if other > column), default=len(columns))
            width = min(widths.get(column, 1), following - column)
            entries = placed.get(column, [])
            if entries:
                box = union(entry.box for entry in entries)
                last_row = max(entry.area.last_row for entry in entries)
                down.update((covered, last_row) for covered in range(column, column + width))
                spans = [draft.write(entry.text, entry.box) for entry in entries]
                cells.append(Cell(join(spans), column, width, draft.moved(box), draft.halaman))
            elif down.get(column, -1) < number:
                cells.append(
                    Cell(EMPTY, column, 1, draft.moved(_room(part, columns[column], number)), draft.halaman)
                )
            column += width
        if cells:
            rows.append(Row(tuple(cells)))
    draft.blocks.append(Table(tuple(rows)))


def _room(part: _Part, leaf: Leaf, number: int) -> Box:
    """The place of an empty cell."""
    axis = part.view.worksheet.rows
    return Box(leaf.x0, axis.start(number), leaf.x1, axis.start(number + 1))


_WRITERS: dict[str, Callable[[_Draft, _Part], None]] = {
    _PROSEDUR: _write_procedure,
    _FORMULIR: _write_form,
    _BARIS: _write_lines,
}
