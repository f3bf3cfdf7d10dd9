"""The procedure table of which a dump printed the steps first and all other cells after them.

Plain ``pdftotext`` reads a wide page in two halves: number and step of every row, then the
headings of the rest, then kelengkapan, waktu and output row by row. As many durations as
steps say which cells belong together; with any other count the cells are left out. Vision
models go on column by column: below each heading stand as many cells as there are steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.layouts.chain import Anchor, end_of, number_span, read_number
from extractors.layouts.heading_lines import read_heading_lines, roles_in
from extractors.layouts.steps import Draft, Procedure, build
from extractors.lexicon.durations import DURATION, is_whole_duration, split_duration
from extractors.lexicon.labels import heading
from extractors.pages import Line
from extractors.spans import Span, join
from extractors.tables.columns import MUTU

_BELOW = frozenset(("kelengkapan", "waktu", "output", "keterangan"))
_FAR = 6
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Text:
    """A cell's text, or a duration; ``glued`` says that a duration stood in the same paragraph behind it."""

    span: Span
    is_time: bool
    glued: bool = False


def read_halves(lines: Sequence[Line]) -> tuple[Procedure, int, int] | None:
    """The procedure in lines that hold its steps first, and the lines [start, end) that it takes."""
    texts = [line.span.text for line in lines]
    anchors = _steps(texts)
    if not anchors:
        return None
    middle = next(
        (
            at
            for at in range(anchors[-1].line + 1, len(lines))
            if roles_in(texts[at]) & {"pelaksana", "mutu_baku", "kelengkapan"}
        ),
        None,
    )
    if middle is None:
        return None
    end = end_of(texts, middle)
    start = next(at for at in range(anchors[0].line - 1, -1, -1) if "uraian" in roles_in(texts[at]))
    below = _by_column(lines[middle:end], len(anchors))
    body = min(middle + below.start, end) if below else _body_start(texts, middle, end)
    columns, _ = read_heading_lines(_with_step_heading(lines, start, middle, body), body - middle + 1)
    drafts = [
        Draft({"no": number_span(lines[anchor.line].span, anchor), "uraian": _uraian(lines, anchor, high)})
        for anchor, high in zip(anchors, [*(a.line for a in anchors[1:]), middle], strict=True)
    ]
    if below:
        for at, draft in enumerate(drafts):
            draft.cells.update((role, cells[at]) for role, cells in below.cells.items())
    else:
        _fill(drafts, _cells(lines[body:end]))
    heads = [column.heading for column in columns] + [lines[start].span]
    cara = "kolom" if below and set(MUTU) <= set(below.cells) else "pola"
    return build(drafts, columns, heads, cara), min(start, anchors[0].line), end


def _steps(texts: Sequence[str]) -> list[Anchor]:
    """The numbers 1, 2, 3 … below a heading of the step column, with no duration among them."""
    for at, text in enumerate(texts):
        if "uraian" not in roles_in(text):
            continue
        found: list[Anchor] = []
        for line in range(at + 1, len(texts)):
            number = read_number(texts[line])
            if number and number[0] == len(found) + 1:
                found.append(Anchor(line, *number))
            elif _ends_steps(texts[line], line - found[-1].line) if found else line - at > _FAR:
                break
        if len(found) >= _FEWEST:
            return found
    return []


def _ends_steps(text: str, distance: int) -> bool:
    """Whether a line below a step's number shows that the steps have ended."""
    return bool(roles_in(text)) or (distance > 1 and DURATION.search(text) is not None)


def _body_start(texts: Sequence[str], middle: int, end: int) -> int:
    """The line behind the last heading of the second half."""
    last = middle
    for at in range(middle, min(middle + 40, end)):
        if heading(texts[at]) or roles_in(texts[at]):
            last = at
        elif DURATION.search(texts[at]):
            break
    return last + 1


def _with_step_heading(lines: Sequence[Line], start: int, middle: int, body: int) -> list[Line]:
    """The heading lines of both halves put together."""
    return [lines[start], *lines[middle:body]]


def _uraian(lines: Sequence[Line], anchor: Anchor, high: int) -> Span:
    first = lines[anchor.line].span.cut(anchor.end)
    return join((first, *(line.span for line in lines[anchor.line + 1 : high] if line.span)), "\n")


@dataclass(frozen=True, slots=True)
class _Below:
    """Cells below their headings: column -> one for each step; ``start`` is the line of the first heading."""

    cells: dict[str, list[Span]]
    start: int


def _by_column(lines: Sequence[Line], steps: int) -> _Below | None:
    """The cells below each heading, where there are as many as steps; None unless the durations are so."""
    found: dict[str, list[Span]] = {}
    starts = [at for at, line in enumerate(lines) if heading(line.span.text) in _BELOW]
    for at, end in pairwise((*starts, len(lines))):
        cells = _paragraphs(lines[at + 1 : end])
        if len(cells) == 1 < steps:  # no empty lines between the cells
            cells = [line.span for line in lines[at + 1 : end] if line.span]
        role = heading(lines[at].span.text)
        if role and len(cells) == steps:
            found[role] = cells
    timed = all(is_whole_duration(" ".join(cell.text.split())) for cell in found.get("waktu", ()))
    return _Below(found, starts[0]) if timed and "waktu" in found else None


def _paragraphs(lines: Sequence[Line]) -> list[Span]:
    """The lines between empty ones, put together."""
    found: list[list[Span]] = [[]]
    for line in lines:
        if line.span:
            found[-1].append(line.span)
        elif found[-1]:
            found.append([])
    return [join(part, "\n") for part in found if part]


def _cells(lines: Sequence[Line]) -> list[_Text]:
    """The paragraphs of the second half, durations apart from the texts that they are glued to."""
    return [cell for paragraph in _paragraphs(lines) for cell in _split(paragraph)]


def _split(span: Span) -> list[_Text]:
    text = " ".join(span.text.split())
    if is_whole_duration(text):
        return [_Text(span, True)]
    rest = split_duration(span.text)
    if rest:
        return [_Text(span.cut(0, rest), True), _Text(span.cut(rest).strip(), False)]
    inside = list(DURATION.finditer(span.text))
    if inside and inside[-1].end() == len(span.text) and inside[-1].start():
        cut = inside[-1].start()
        return [_Text(span.cut(0, cut).strip(), False, True), _Text(span.cut(cut), True)]
    return [_Text(span, False)]


def _fill(drafts: Sequence[Draft], cells: Sequence[_Text]) -> None:
    """Give each step its cells, when there are as many durations as steps."""
    times = [at for at, cell in enumerate(cells) if cell.is_time]
    if len(times) != len(drafts):
        return
    before: list[_Text] = list(cells[: times[0]])
    for draft, at, following in zip(drafts, times, [*times[1:], len(cells)], strict=True):
        if before:
            draft.cells["kelengkapan"] = before[-1].span
        draft.cells["waktu"] = cells[at].span
        between = list(cells[at + 1 : following])
        last = following == len(cells)
        takes = not last and between and (between[-1].glued or len(between) > 1)
        before = [between.pop()] if takes else []
        if between:
            draft.cells["output"] = between[0].span
        if len(between) > 1:
            draft.cells["keterangan"] = between[1].span
