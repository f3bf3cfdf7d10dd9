"""Clean text to blocks: lines of running text, and tables from tabs, pipes and HTML.

A table here is a run of rows that the source itself marks as cells. Columns that are
only aligned with blanks stay lines; ``layouts`` looks at those.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from extractors.pages import Block, Cell, Line, Row, Table
from extractors.spans import BUTIR, PARAGRAF, SELA, Span, join
from extractors.texts.broken_rows import whole_rows
from extractors.texts.markup import CELL, END_CELL, END_TABLE, ROW, TABLE, Clean
from extractors.texts.one_line import unrolled
from extractors.texts.semicolons import SEMICOLON, semicolon_rows
from extractors.texts.spacing import closed_up

_CONTROL = re.compile(f"[{TABLE}{ROW}{CELL}{END_CELL}{END_TABLE}]")
_NEWLINE = re.compile(r"\n")
_HARD = re.compile(f"[{SELA}{PARAGRAF}{BUTIR}]")
_TAB = re.compile(r"\t")
_PIPE = re.compile(r"(?<!\\)\|")
_RULED = re.compile(r"[|+\s:=\-–—_]+")
_STROKE = re.compile(r"[-=]{2}")
_DRAWN = re.compile(r"\+[-=]{2,}\+|\|[-=:]{3,}\|")
_COLONS = (":", "=")
_BETWEEN = re.compile(r"\s*\+[-=:+]+\+?\s*$")
_FRAME = 3
"""Rules of a table of which one is above, one below and one behind the heading."""
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_MAX_QUOTED_LINES = 40
_STROKES = re.compile(r"(?:^|\s)['‘’!¦](?:\s|$)")
"""What engines see of rules where they see no pipe."""
_PIPED_RUN = 3
_AGREEING = 0.5
"""The part of rows that have as many cells as each other in a table of pipes."""


def blocks(clean: Clean) -> list[Block]:
    """The lines and tables of a clean text in reading order."""
    found: list[Block] = []
    widths = iter(clean.widths)
    position = 0
    text = clean.span.text
    while position < len(text):
        control = _CONTROL.search(text, position)
        start = control.start() if control else len(text)
        found.extend(_plain(clean.span.cut(position, start)))
        if control is None:
            break
        if control.group() in (END_CELL, END_TABLE):  # the end of a table that never began
            position = control.end()
            continue
        end = _table_end(text, start)
        rows = tuple(_html_rows(clean.span.cut(start, end), widths))
        if rows:
            found.append(Table(rows))
        position = end
    return found


def _table_end(text: str, start: int) -> int:
    """Where the table ends that begins at ``start``: nested ones belong to it, an unclosed one ends with its cells."""
    depth = 0
    closed = None
    for control in _CONTROL.finditer(text, start):
        closed = control.end() if control.group() == END_CELL else None
        if control.group() == TABLE:
            depth += 1
        elif control.group() == END_TABLE:
            depth -= 1
            if depth <= 0:
                return control.end()
    return closed or len(text)


def _html_rows(span: Span, widths: Iterator[tuple[int, int]]) -> Iterator[Row]:
    """The rows of one table, each cell in its column, also right of cells that reach down from above."""
    covered: dict[int, int] = {}  # column -> rows still covered from above
    for texts in _raw_rows(span, widths):
        column, cells = 0, []
        below = {at: rows - 1 for at, rows in covered.items() if rows > 1}
        for text, (width, height) in texts:
            while covered.get(column, 0) > 0:
                column += 1
            cells.append(Cell(text, column, width))
            below.update(dict.fromkeys(range(column, column + width), height - 1) if height > 1 else {})
            column += width
        covered = below
        yield Row(tuple(cells))


RawCells = list[tuple[Span, tuple[int, int]]]


def _raw_rows(span: Span, widths: Iterator[tuple[int, int]]) -> Iterator[RawCells]:
    """The cells of each row with their width and height; a nested table becomes lines of its cell.

    Text outside all cells, such as a caption, comes as a row of its own behind the row it stands in.
    """
    depth = 0
    row: RawCells = []
    outside: list[Span] = []
    position = int(span.text[:1] == TABLE)
    opened: tuple[int, tuple[int, int]] | None = None
    for control in (*_CONTROL.finditer(span.text), None):
        kind = control.group() if control else END_TABLE
        size = next(widths, (1, 1)) if kind == CELL else (1, 1)
        depth += (kind == TABLE) - (kind == END_TABLE)
        if kind == TABLE or depth > 1 or (kind == END_TABLE and depth == 1):
            continue
        if opened:
            start, shape = opened
            row.append((_flat(span.cut(start, control.start() if control else None)).strip(), shape))
            opened = None
        elif text := _flat(span.cut(position, control.start() if control else None)).strip():
            outside.append(text)
        position = control.end() if control else len(span.text)
        if kind == CELL and control:
            opened = control.end(), size
        elif kind in (ROW, END_TABLE):
            if row:
                yield row
            yield from ([(text, (1, 1))] for text in outside)
            row, outside = [], []


def _flat(span: Span) -> Span:
    """A cell's text with the controls of a nested table turned into breaks."""
    if not _CONTROL.search(span.text):
        return span
    marks = str.maketrans({TABLE: PARAGRAF, ROW: SELA, CELL: "\t", END_CELL: " ", END_TABLE: PARAGRAF})
    return Span(span.text.translate(marks), span.offsets)


def _plain(span: Span) -> Iterator[Block]:
    """Lines and the tab or pipe tables among them."""
    rows: list[tuple[Span, Row]] = []
    every = whole_rows([part for line in closed_up(list(_lines(span))) for part in unrolled(line)])
    piped, parted = _piped_lines(every), semicolon_rows(every)
    lines = deque(every)
    drawn = False
    ends: list[int] = []
    while lines:
        line = lines.popleft()
        if id(line) in parted:
            row: Row | None = _cells(line, SEMICOLON)
        else:
            row = _cells(line, _PIPE) if id(line) in piped else _row(line, lines)
        if row is not None:
            rows.append((line, row))
            continue
        if _is_rule(line.text) and (rows or _DRAWN.search(line.text)):
            drawn = True  # the rule between the rows of a Markdown or ASCII table
            if _BETWEEN.match(line.text):
                ends.append(len(rows))
            continue
        yield from _table(_whole_rows(rows, ends), drawn=drawn)
        rows, ends, drawn = [], [], False
        yield from _text_lines(line)
    yield from _table(_whole_rows(rows, ends), drawn=drawn)


def _whole_rows(rows: list[tuple[Span, Row]], ends: Sequence[int]) -> list[tuple[Span, Row]]:
    """The rows of a table with the lines between two rules "+---+" put together, where rules part more than the heading.

    Args:
        rows: line by line.
        ends: before which of them a rule stands.
    """
    if len(set(ends)) <= _FRAME:
        return rows
    found: list[tuple[Span, Row]] = []
    for start, end in pairwise((0, *ends, len(rows))):
        some = rows[start:end]
        if some:
            columns = sorted({cell.column for _, row in some for cell in row.cells})
            texts = {at: [c.span for _, row in some for c in row.cells if c.column == at] for at in columns}
            cells = tuple(Cell(join([text for text in texts[at] if text], "\n"), at) for at in columns)
            found.append((some[0][0], Row(cells)))
    return found


def _table(rows: Sequence[tuple[Span, Row]], *, drawn: bool) -> Iterator[Block]:
    """The table that rows make, or lines where their pipes are what an engine saw of the rules of a page.

    Args:
        rows: with the line that each is.
        drawn: whether a rule stands among them, which engines do not write.
    """
    if len(rows) == 1 and len(rows[0][1].cells) == 1:
        yield from _text_lines(rows[0][1].cells[0].span)
    elif len(rows) == 1 and not drawn and _is_lone_label(rows[0][1]):
        yield from _text_lines(rows[0][0])
    elif rows and not drawn and _is_residue(rows):
        for line, _ in rows:
            yield from _text_lines(line)
    elif rows:
        yield Table(tuple(row for _, row in rows))


def _is_lone_label(row: Row) -> bool:
    """Whether tabs lead from a label to a colon with nothing behind it: what it names stands below."""
    first, *others = (cell.span.text for cell in row.cells)
    return bool(first) and "".join(others).strip() in _COLONS


def _is_residue(rows: Sequence[tuple[Span, Row]]) -> bool:
    """Whether pipes part no cells: other strokes stand among them, few rows agree in how many, or one alone begins with text."""
    if any("\t" in line.text for line, _ in rows):
        return False
    if sum(_STROKES.search(line.text) is not None for line, _ in rows) >= _AGREEING * len(rows):
        return True
    if len(rows) == 1:
        return not rows[0][0].text.strip().startswith("|")
    counts = Counter(len(row.cells) for _, row in rows)
    return max(counts.values()) < _AGREEING * len(rows)


def _piped_lines(lines: Sequence[Span]) -> frozenset[int]:
    """Identities of the lines of tables without outer pipes: around a rule "--- | ---", or three in a row."""
    found: set[int] = set()
    run: list[int] = []
    ruled = False
    for line in (*lines, Span("", ())):
        text = line.text.strip()
        if "|" in text and _is_rule(text):
            ruled = ruled or not text.startswith("|")
        elif "\t" not in text and _is_open_row(text, ruled):
            run.append(id(line))
        else:
            if ruled or len(run) >= _PIPED_RUN:
                found.update(run)
            run, ruled = [], False
    return frozenset(found)


def _is_open_row(text: str, ruled: bool) -> bool:
    """Whether a line may be a row without outer pipes; "| rest" goes on with the second cell of the row before."""
    if text.startswith("|"):
        return text.count("|") == 1 and len(text) > 1
    return "|" in text and (ruled or " | " in text)


def _lines(span: Span) -> Iterator[Span]:
    start = 0
    for newline in _NEWLINE.finditer(span.text):
        yield span.cut(start, newline.start())
        start = newline.end()
    if start < len(span.text):
        yield span.cut(start)


def _is_rule(text: str) -> bool:
    """Whether a line is drawn: strokes, and only what stands between strokes."""
    return bool(_RULED.fullmatch(text) and _STROKE.search(text))


def _row(line: Span, following: deque[Span]) -> Row | None:
    """The row that a line is, or None when it is running text."""
    text = line.text
    if "\t" in text:
        if not text.strip() and text.count("\t") < 2:
            return None
        return _cells(_whole(line, following), _TAB)
    stripped = text.strip()
    if stripped.startswith("|") and stripped.count("|") > 1 and not _is_rule(stripped):
        return _piped(line.strip())
    if stripped.count("|") > 2 and stripped.count(" | ") > 2 and not _is_rule(stripped):
        return _cells(line, _PIPE)
    return None


def _whole(line: Span, following: deque[Span]) -> Span:
    """A tab row with the lines that a quoted cell of a spreadsheet runs on over, taken from ``following``.

    A quote that no near line closes is a mere character.
    """
    if line.text.count('"') % 2 == 0 or '\t"' not in "\t" + line.text:
        return line
    ahead = islice(following, _MAX_QUOTED_LINES)
    closing = next((at for at, further in enumerate(ahead) if further.text.count('"') % 2), None)
    if closing is None:
        return line
    parts = [line, *(following.popleft() for _ in range(closing + 1))]
    text = "\n".join(part.text for part in parts)
    offsets = [offset for part in parts for offset in (*part.offsets, -1)][:-1]
    return Span(text, offsets)


def _piped(line: Span) -> Row:
    end = len(line.text) - 1 if line.text.endswith("|") and len(line.text) > 1 else None
    return _cells(line.cut(1, end), _PIPE)


def _cells(line: Span, separator: re.Pattern[str]) -> Row:
    cells, start = [], 0
    for column, match in enumerate(separator.finditer(line.text)):
        cells.append(Cell(_unquoted(line.cut(start, match.start())), column))
        start = match.end()
    cells.append(Cell(_unquoted(line.cut(start)), len(cells)))
    return Row(tuple(cells))


def _unquoted(cell: Span) -> Span:
    cell = cell.strip()
    if len(cell.text) > 1 and cell.text[0] == cell.text[-1] == '"' and "\n" in cell.text:
        return cell.cut(1, -1).strip()
    return cell


def _text_lines(line: Span) -> Iterator[Line]:
    """A physical line as lines of text: paragraphs and items of leftover markup begin lines of their own."""
    heading = _HEADING.match(line.text)
    if heading:
        line = line.cut(heading.end())
    if not _HARD.search(line.text):
        yield _line(line)
        return
    start = 0
    for mark in _HARD.finditer(line.text):
        if mark.start() > start and line.text[start : mark.start()].strip():
            yield _line(line.cut(start, mark.start()))
        if mark.group() == PARAGRAF:
            yield Line(Span("", ()))
        start = mark.end()
    if line.text[start:].strip():
        yield _line(line.cut(start))


def _line(span: Span) -> Line:
    """A line without blanks at its ends; the indent is what stood before it."""
    text = span.text
    indent = len(text) - len(text.lstrip())
    return Line(span.strip(), indent, top="\f" in text[:indent])
