"""The procedure table read straight across its columns, as OCR engines print a page without its rules.

Each printed line holds a line of every cell: "1 Memberikan arahan penyusunan Surat edaran
bupati 1 Hari Disposisi" over "laporan kinerja penyusunan LKjIP". ``flat_rows`` gathers the
lines of each row, ``flat_cuts`` decides where its cells end.
"""

from collections.abc import Sequence

from extractors.layouts.chain import Anchor, end_of, find_chain
from extractors.layouts.flat_cuts import cells_of, cut_rows
from extractors.layouts.flat_rows import read_rows, runs_across
from extractors.layouts.heading_lines import read_heading_lines, roles_in
from extractors.layouts.loose.place import find_steps
from extractors.layouts.loose.words import VERBAL, verb_likeness
from extractors.layouts.steps import Draft, Procedure, build
from extractors.lexicon.durations import DURATION
from extractors.lexicon.labels import heading
from extractors.pages import Line
from extractors.spans import join

_FAR = 6
_FEWEST = 3


def _above(texts: Sequence[str], start: int, first: int) -> int:
    """The line behind the heading, above the first number."""
    last = max((at for at in range(start, first) if roles_in(texts[at])), default=first - 1)
    return min(last + 1, first)


def _is_step(text: str) -> bool:
    return verb_likeness(text) > VERBAL


def _by_verbs(lines: Sequence[Line], texts: Sequence[str]) -> tuple[Anchor, ...]:
    """The lines that begin rows whose numbers an engine passed over, with a verb, most of them timed."""
    _, verbs = find_steps(lines)
    if len(verbs) < _FEWEST:
        return ()
    bounds = [*verbs[1:], end_of(texts, verbs[-1])]
    timed = sum(any(DURATION.search(text) for text in texts[a:b]) for a, b in zip(verbs, bounds, strict=True))
    return tuple(Anchor(at, 0, 0) for at in verbs) if timed >= max(2, len(verbs) // 2) else ()


def read_flattened(lines: Sequence[Line]) -> tuple[Procedure, int, int] | None:
    """The procedure in lines that run across its columns, and the lines [start, end) that it takes."""
    texts = tuple(line.span.text for line in lines)
    chain = find_chain(texts) or _by_verbs(lines, texts)
    if not chain:
        return None
    end = end_of(texts, chain[-1].line)
    columns, start = read_heading_lines(lines, chain[0].line)
    low = _above(texts, start, chain[0].line) if columns else max(chain[0].line - _FAR, 0)
    ways = [rows for rows in read_rows(lines, chain, low, end, _is_step) if runs_across(rows)]
    if not ways:
        return None
    cut = [(*cut_rows(rows, texts), rows) for rows in ways]
    _, cuts_of_rows, rows = min(cut, key=lambda way: way[0])
    drafts = []
    for row, cuts in zip(rows, cuts_of_rows, strict=True):
        cells = {
            role: join(cell, "\n")
            for role, cell in zip(("uraian", "kelengkapan", "output"), cells_of(row, cuts), strict=True)
        }
        cells.update({role: span for role, span in (("no", row.number), ("waktu", row.time)) if span})
        drafts.append(Draft({role: span for role, span in cells.items() if span}))
    heads = [column.heading for column in columns]
    heads += [line.span for line in lines[start : chain[0].line] if heading(line.span.text)]
    return build(drafts, columns, heads, "pola"), start, end
