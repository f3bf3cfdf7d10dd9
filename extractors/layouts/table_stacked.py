"""The procedure table printed cell below cell, as plain ``pdftotext`` does.

A row runs from its number to the next; the duration divides it into what stands before
(step and kelengkapan) and behind it (output and keterangan). Blank lines, capitals and
line lengths tell where one cell ends and the next begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.layouts.chain import Anchor, end_of, find_chain, number_span
from extractors.layouts.heading_lines import read_heading_lines, roles_in
from extractors.layouts.steps import Draft, Procedure, build
from extractors.lexicon.actors import is_actor
from extractors.lexicon.durations import DURATION, is_duration, is_time_unit, split_duration
from extractors.lexicon.labels import fold, heading
from extractors.lexicon.marks import read_mark
from extractors.lexicon.open_ends import is_open
from extractors.pages import Line
from extractors.spans import Span, join

_ADDED = re.compile(r"[)\].;,\s]*(?:(?:output|keluaran|hasil)\s*:\s*)?", re.IGNORECASE)
"""What stands between a duration in brackets and the output behind it: "(10 menit). Output: disposisi"."""
_SEVERAL = 2
"""More headings than so many on a line, or lines with one among them, are a heading again."""
_OPENED = re.compile(r"(.*\S)\s*\($", re.DOTALL)  # "Memeriksa berkas (10 menit)"
_BEGINS = re.compile(r"(?<=[a-z,)] )[A-Z][a-z]{2,}")
"""A word that may begin a cell within a line: with a capital behind one with none."""
_WORDS_OF_STEP = 3
"""Words of a step before the cell behind it, at least."""
_SHORT = 0.62
_LONGEST_DURATION = 30
_LONGEST_MARK = 12
_UNBROKEN, _SURELY = 48, 64
"""Letters of a line that a column would have broken where all rows tell that lines are cells, and where most do."""
_ALIKE = 0.8
"""The part of rows of which each line is a cell, where all are."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a row; ``gap`` says that an empty line stands before it."""

    span: Span
    gap: bool


def read_stacked(lines: Sequence[Line]) -> tuple[Procedure, int, int] | None:
    """The procedure in a stack of lines, and the lines [start, end) that it takes."""
    texts = tuple(line.span.text for line in lines)
    chain = find_chain(texts)
    if not chain:
        return None
    end = end_of(texts, chain[-1].line)
    _, start = read_heading_lines(lines, chain[0].line)
    names = {fold(text) for text in texts[start : chain[0].line] if text}
    bounds = [anchor.line for anchor in chain] + [end]
    rows = [
        _pieces(lines, anchor, low, high, names)
        for anchor, low, high in zip(chain, bounds, bounds[1:], strict=False)
    ]
    unbroken = _are_cells(rows)
    if unbroken:
        rows = [[replace(piece, gap=True) for piece in pieces] for pieces in rows]
    columns, start = read_heading_lines(lines, chain[0].line, unbroken)
    drafts: list[Draft] = []
    output = ""
    for anchor, pieces in zip(chain, rows, strict=True):
        draft = _draft(pieces, output)
        draft.cells["no"] = number_span(lines[anchor.line].span, anchor)
        output = fold(draft.cells["output"].text) if "output" in draft.cells else ""
        drafts.append(draft)
    _part_glued(drafts)
    heads = [column.heading for column in columns] + [
        line.span for line in lines[start : chain[0].line] if line.span and heading(line.span.text)
    ]
    return build(drafts, columns, heads, "urutan"), start, end


def _part_glued(drafts: Sequence[Draft]) -> None:
    """Take the kelengkapan off the end of steps that have none, where most have one, at the only word that may begin it.

    ``pdftotext -raw`` writes two cells on one line where their lines are at one height: "… pengaduan Berkas pengaduan".
    """
    if 2 * sum("kelengkapan" in draft.cells for draft in drafts) < len(drafts):
        return
    for draft in drafts:
        step = draft.cells.get("uraian")
        if step is None or "kelengkapan" in draft.cells or "waktu" not in draft.cells:
            continue
        begins = [match.start() for match in _BEGINS.finditer(step.text) if not is_actor(match.group())]
        begins = [at for at in begins if not is_open(step.text[:at], "kotak", "unit", "orang")]
        if len(begins) == 1 and len(step.text[: begins[0]].split()) >= _WORDS_OF_STEP:
            draft.cells["uraian"] = step.cut(0, begins[0]).strip()
            draft.cells["kelengkapan"] = step.cut(begins[0])


def _are_cells(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether each line is a whole cell: two before nearly each duration, one or two behind it, and long ones unbroken."""
    whole = 0
    for pieces in rows:
        at = next((at for at, piece in enumerate(pieces) if is_duration(piece.span.text)), 0)
        whole += at == _SEVERAL and 1 <= len(pieces) - at - 1 <= _SEVERAL
    longest = max((len(piece.span.text) for pieces in rows for piece in pieces), default=0)
    least = _UNBROKEN if whole == len(rows) else _SURELY
    return whole >= _ALIKE * len(rows) and longest >= least


def _pieces(lines: Sequence[Line], anchor: Anchor, low: int, high: int, names: set[str]) -> list[Piece]:
    """The lines of a row without its number, repeated headings, page numbers and lone symbols."""
    skipped = _repeated_heading(lines, low + 1, high, names)
    found: list[Piece] = []
    gap = False
    for at in range(low, high):
        span = lines[at].span
        if at == low:
            span = span.cut(anchor.end).strip()
        if not span:
            gap = gap or at > low
            continue
        if at > low and (at in skipped or _is_residue(span.text)):
            continue
        found.append(Piece(span, gap))
        gap = False
    return found


def _repeated_heading(lines: Sequence[Line], low: int, high: int, names: set[str]) -> set[int]:
    """Lines that repeat the heading at the top of a page: a run of its texts with a known heading among them."""
    found: set[int] = set()
    run: list[int] = []
    for at in range(low, high + 1):
        text = lines[at].span.text if at < high else "."
        if text and fold(text) in names:
            run.append(at)
        elif text and not text.isdigit():
            texts = [lines[i].span.text for i in run]
            several = any(len(roles_in(one)) > _SEVERAL for one in texts)
            if several or (len(run) > _SEVERAL and any(map(heading, texts))):
                found.update(run)
            run = []
    return found


def _is_residue(text: str) -> bool:
    """Whether a line is a drawn line's or a symbol's leftover, or nothing but a page number."""
    if not any(c.isalnum() for c in text):
        return text not in ("-", "–")
    return read_mark(text) is not None and len(text) < _LONGEST_MARK


def _draft(pieces: Sequence[Piece], output_before: str) -> Draft:
    draft = Draft()
    at, count, rest = _find_duration(pieces)
    if at is None:
        before, after = list(pieces), []
    else:
        before = list(pieces[:at])
        time = join((piece.span for piece in pieces[at : at + count]), "\n")
        inside = DURATION.search(time.text) if count == 1 else None
        if inside and inside.start():
            head = _OPENED.match(time.text[: inside.start()])
            before.append(Piece(time.cut(0, head.end(1) if head else inside.start()).strip(), pieces[at].gap))
            rest, time = (rest - inside.start() if rest else 0), time.cut(inside.start())
            if head and rest and time.text[rest:].strip(" .);") == "":
                time, rest = time.cut(0, rest), 0
        draft.cells["waktu"] = time.cut(0, rest) if rest else time
        behind = _ADDED.match(time.text, rest) if rest else None
        after = ([Piece(time.cut(behind.end() if behind else rest).strip(), False)] if rest else []) + list(
            pieces[at + count :]
        )
    cut = _best_cut(before, output_before)
    _put(draft, "uraian", before[:cut])
    if at is None and len(_cells(before[cut:])) > 1:
        cells = _cells(before[cut:])
        _put(draft, "kelengkapan", cells[0])
        _put(draft, "output", [piece for cell in cells[1:] for piece in cell])
        draft.sure = 0.7
    else:
        _put(draft, "kelengkapan", before[cut:])
    cells = _cells(after)
    if cells:
        _put(draft, "output", cells[0])
        _put(draft, "keterangan", [piece for cell in cells[1:] for piece in cell])
    return draft


def _put(draft: Draft, role: str, pieces: Sequence[Piece]) -> None:
    span = join((piece.span for piece in pieces), "\n")
    if span:
        draft.cells[role] = span


def _find_duration(pieces: Sequence[Piece]) -> tuple[int | None, int, int]:
    """Where the duration of a row stands: line, how many lines, and where in them another cell's text begins (0: nowhere)."""
    for at in range(1, len(pieces)):
        text = pieces[at].span.text
        for count in (3, 2):
            joined = " ".join(p.span.text for p in pieces[at : at + count])
            if len(pieces) >= at + count and len(joined) < _LONGEST_DURATION and DURATION.fullmatch(joined):
                return at, count, 0
        rest = split_duration(text)
        if rest:
            return at, 1, rest
        if is_duration(text):
            following = pieces[at + 1] if at + 1 < len(pieces) else None
            goes_on = following and not following.gap and _is_tail(following.span.text)
            return at, 2 if goes_on else 1, 0
    for at in (*range(1, len(pieces)), 0):
        text = pieces[at].span.text if pieces else ""
        inside = DURATION.search(text)
        if inside and inside.start() and (at or len(pieces) == 1 or _ends_cell(inside, pieces[1])):
            return at, 1, inside.end() if inside.end() < len(text) else 0
    dash = next((at for at in range(1, len(pieces)) if _is_dash(pieces[at])), None)
    return (dash, 1, 0) if dash else (None, 0, 0)


def _ends_cell(time: re.Match[str], below: Piece) -> bool:
    """Whether a duration ends the first line of a row, and the line below begins another cell."""
    return time.end() == len(time.string) and below.span.text[:1].isupper()


_TAILS = frozenset(("kerja", "per", "kalender", "orang", "berkas"))


def _is_tail(text: str) -> bool:
    """Whether a line goes on with the duration above: "kerja", "per berkas", but not "Berkas permohonan"."""
    first = text.split()[0]
    return (first.casefold() in _TAILS or is_time_unit(first)) and (first.islower() or first == text)


def _cells(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Lines grouped into cells: at blank lines, and around a dash, which fills a cell alone."""
    cells: list[list[Piece]] = []
    for piece in pieces:
        if cells and not piece.gap and not _is_dash(piece) and not _is_dash(cells[-1][-1]):
            cells[-1].append(piece)
        else:
            cells.append([piece])
    return cells


def _is_dash(piece: Piece) -> bool:
    return piece.span.text in ("-", "–", "—", "--")


def _best_cut(pieces: Sequence[Piece], output_before: str) -> int:
    """How many of the lines before the duration belong to the step; the rest is its kelengkapan."""
    if len(pieces) < 2:
        return len(pieces)
    width = max(len(piece.span.text) for piece in pieces[: max(2, len(pieces) // 2 + 1)])
    scores = []
    for cut in range(1, len(pieces) + 1):
        step, need = pieces[:cut], pieces[cut:]
        score = -1.0 if not need else 0.0
        score += _flow(step) + _flow(need)
        if need:
            first, last = need[0], step[-1]
            score += 3.0 if first.gap else 0.0
            score += 1.0 if first.span.text[:1].isupper() or first.span.text[:1] in "-1(" else -2.0
            score += 0.6 if len(last.span.text) < _SHORT * width else 0.0
            score -= 2.0 if is_open(last.span.text) else 0.0
            if output_before and fold(" ".join(piece.span.text for piece in need)) == output_before:
                score += 2.0
        scores.append(score)
    return 1 + max(range(len(scores)), key=lambda at: scores[at])


def _flow(pieces: Sequence[Piece]) -> float:
    """How well lines read as the text of one cell."""
    score = 0.0
    for before, piece in pairwise(pieces):
        if piece.gap:
            score -= 2.5
        if piece.span.text[:1].isupper() and not before.span.text.endswith((",", "/")):
            opened = is_open(before.span.text)
            score -= 0.1 if opened else 0.7
    return score
