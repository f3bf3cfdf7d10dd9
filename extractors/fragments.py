"""Blocks to rows of fragments: one way to look at lines with wide gaps and at table rows.

A fragment is a cell of a table, or a piece of a line between gaps of two blanks and
more. ``x`` is the column of the cell or the character position in the line; positions
compare only within one ``unit`` (all lines are unit 0, each table is a unit of its own).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.lexicon.boxes_by_law import named_by_law
from extractors.lexicon.crowded_labels import label_behind, next_field
from extractors.lexicon.labels import Label, begins_label, find, leading, split_pair, standing_alone
from extractors.lexicon.signs import goes_on_annex, heads_annex
from extractors.lexicon.worn_labels import Entry, restored
from extractors.lists.items import Piece, is_bare, number_of, pieces
from extractors.pages import Block, Cell, Line, Row, Table, first_page
from extractors.raw import IDENTITAS
from extractors.spans import BARIS, PARAGRAF, Span, join
from extractors.tables.columns import is_heading_row

_BROKEN_LABEL = 28
_ANNEX_ROWS = 4
"""Rows of the head of an annex at most: number, date, subject."""
_BESIDE = {
    "dasar_hukum": "kualifikasi_pelaksana",
    "keterkaitan": "peralatan_perlengkapan",
    "peringatan": "pencatatan_pendataan",
}
"""Which box stands to the right of which in the standard's form."""
_VALUED = frozenset(("disahkan_oleh", *(key for key in IDENTITAS if key.startswith("tanggal"))))
"""Fields whose label of two words may have its value between them."""
_WORD = re.compile(r"\S+")
_SPACED_BEFORE, _SPACED_BEHIND = re.compile(r"(?<!\w)\w \w$"), re.compile(r" {2,3}\w \w(?!\w)")
"""Between two words in spaced type stands more room than between their letters: "D A S A R  H U K U M"."""
_NUMBER = re.compile(r"[A-Z\d][\w.\-]*(?:\s?/\s?[\w.\-]+)+")
_GAP = re.compile(r"\s{2,}|\t")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text with its place in the row, and the label that it begins with, if any."""

    span: Span
    x: int
    unit: int
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class FlowRow:
    """The fragments of one line or table row.

    Attributes:
        fragments: left to right, without empty ones.
        block: index of the block that the row belongs to.
        gap: whether an empty line stood before it.
        halaman: the page that the block begins on; 0 where the file has no pages.
    """

    fragments: tuple[Fragment, ...]
    block: int
    gap: bool
    halaman: int = 0

    @property
    def text(self) -> str:
        """All that stands in it."""
        return " ".join(fragment.span.text for fragment in self.fragments)


def flow(blocks: Sequence[Block]) -> list[FlowRow]:
    """The rows of consecutive blocks. Tables of a procedure are not searched for labels."""
    rows: list[FlowRow] = []
    gap = False
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            headed = is_heading_row(block.rows[0])
            cells = _plain_rows(block, index + 1) if headed else _form_rows(block, index + 1)
            for fragments in cells:
                rows.append(FlowRow(fragments, index, gap, first_page(block)))
                gap = False
        elif block.span:
            fragments = tuple(_with_split_labels(_with_colons(list(line_fragments(block)))))
            rows.append(FlowRow(fragments, index, gap, block.halaman))
            gap = False
        else:
            gap = True
    return _with_numbers(_with_whole_labels(_without_annex(rows)))


def _with_numbers(rows: Sequence[FlowRow]) -> list[FlowRow]:
    """The same with a label where the word alone stands over a number: "Nomor" above "SOP/AP/02"."""
    found = list(rows)
    for at, (row, below) in enumerate(pairwise(rows)):
        (first, *more), text = row.fragments, below.text
        if first.unit or first.label or more or len(below.fragments) > 1 or below.fragments[0].label:
            continue
        if _NUMBER.fullmatch(text) and (label := standing_alone(first.span, text)):
            found[at] = replace(row, fragments=(replace(first, label=label),))
    return found


def _without_annex(rows: Sequence[FlowRow]) -> list[FlowRow]:
    """The same without labels in the head of an annex: "NOMOR : 188/45/2021" below "LAMPIRAN : KEPUTUSAN BUPATI"."""
    found: list[FlowRow] = []
    left = 0
    for row in rows:
        text = row.text
        left = _ANNEX_ROWS if heads_annex(text) else left - 1 if left and goes_on_annex(text) else 0
        of_annex = left and all(f.label is None or f.label.weak for f in row.fragments)
        found.append(
            replace(row, fragments=tuple(replace(f, label=None) for f in row.fragments)) if of_annex else row
        )
    return found


def lines_of(rows: Iterable[FlowRow]) -> list[Piece]:
    """The lines of rows, an empty line before one noted."""
    marked = ((PARAGRAF if row.gap else BARIS, fragment) for row in rows for fragment in row.fragments)
    return [line for mark, fragment in marked for line in pieces(fragment.span, mark)]


def _with_whole_labels(rows: Sequence[FlowRow]) -> list[FlowRow]:
    """The same with labels put together that were broken over two lines: "Tanggal" above "Pembuatan"."""
    changed: dict[int, list[Fragment]] = {}
    for at, row in enumerate(rows):
        for index, fragment in enumerate(changed.get(at, row.fragments)):
            following = [
                (i, changed.get(i) or list(rows[i].fragments)) for i in range(at + 1, min(at + 3, len(rows)))
            ]
            taken = _rest_of_label(fragment, following) if _may_be_broken(fragment) else None
            taken = taken or _label_around(fragment, following)
            if taken:
                line, kept, whole = taken
                changed[line] = kept
                changed.setdefault(at, list(row.fragments))[index] = Fragment(
                    join((whole.head, whole.rest)), fragment.x, 0, whole
                )
    if not changed:
        return list(rows)
    merged = [replace(row, fragments=tuple(changed.get(at, row.fragments))) for at, row in enumerate(rows)]
    return [row for row in merged if row.fragments]


def _may_be_broken(fragment: Fragment) -> bool:
    """Whether a piece may be the first half of a label."""
    text, label = fragment.span.text, fragment.label
    if fragment.unit or len(text) > _BROKEN_LABEL or not text[:1].isalpha():
        return False
    if label and (label.colon or label.rest):
        return False
    return label is not None or begins_label(text)


def _rest_of_label(
    fragment: Fragment, following: Sequence[tuple[int, list[Fragment]]]
) -> tuple[int, list[Fragment], Label] | None:
    """The second half of a label in one of the next rows: that row, what remains of it, and the whole label."""
    label = fragment.label
    for line, row in following:
        for index, other in enumerate(row):
            if other.unit or abs(other.x - fragment.x) > 1 or len(other.span.text) > _BROKEN_LABEL:
                continue
            if number_of(other.span.text) or is_bare(other.span.text):
                continue
            whole = find(join((fragment.span, other.span), BARIS))
            if whole is None or whole.weak or whole.rest or (label and whole.sure < 1):
                continue
            if (label is None or label.weak or label.key == whole.key) and (
                other.label is None or label is None
            ):
                return line, row[:index] + row[index + 1 :], whole
    return None


def _label_around(
    fragment: Fragment, following: Sequence[tuple[int, list[Fragment]]]
) -> tuple[int, list[Fragment], Label] | None:
    """The same where the value stands between the halves: "TANGGAL 3 Maret 2019" over "PEMBUATAN"."""
    first = _WORD.match(fragment.span.text)
    named = fragment.label and not fragment.label.weak
    if fragment.unit or named or not following or not first or not begins_label(first.group()):
        return None
    line, row = following[0]
    half, value = fragment.span.cut(0, first.end()), fragment.span.cut(first.end()).strip()
    for index, other in enumerate(row):
        rest = _WORD.match(other.span.text)
        if other.unit or abs(other.x - fragment.x) > 1 or not rest or not value:
            continue
        whole = find(join((half, other.span.cut(0, rest.end())), BARIS))
        if whole is None or whole.weak or whole.rest or whole.sure < 1 or whole.key not in _VALUED:
            continue
        if whole.key == "disahkan_oleh" or any(map(str.isdigit, value.text)):
            said = join((value, other.span.cut(rest.end()).strip()))
            return line, row[:index] + row[index + 1 :], replace(whole, rest=said)
    return None


def line_fragments(line: Line) -> Iterator[Fragment]:
    """The pieces of a line between its gaps, at their character positions."""
    start, text = 0, line.span.text
    for gap in _GAP.finditer(text):
        if _SPACED_BEFORE.search(text, 0, gap.start()) and _SPACED_BEHIND.match(text, gap.start()):
            continue
        if gap.start() > start:
            yield Fragment(line.span.cut(start, gap.start()), line.indent + start, 0)
        start = gap.end()
    yield Fragment(line.span.cut(start), line.indent + start, 0)


def _with_colons(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The same with a label of one word put to what makes it one: "Nomor" before ": 421.3/88", or before the number."""
    found: list[Fragment] = []
    for fragment in fragments:
        before = found[-1] if found else None
        if before and find(before.span) is None:
            whole = join((before.span, fragment.span), " ")
            label = find(whole)
            if label and label.weak and label.rest:
                found[-1] = replace(before, span=whole)
                continue
        found.append(fragment)
    return found


def _with_split_labels(fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    """The same with labels that a dump printed one behind the other: "Dasar Hukum : Kualifikasi Pelaksana :"."""
    for fragment in fragments:
        label = find(fragment.span)
        if label is None and (cut := label_behind(fragment.span)):
            yield Fragment(fragment.span.cut(0, cut).strip(), fragment.x, 0)
            yield from _with_split_labels([Fragment(fragment.span.cut(cut), fragment.x + cut, 0)])
            continue
        if label is None and not begins_label(fragment.span.text):
            yield fragment
            continue
        behind = find(label.rest) if label and label.rest and not label.weak else None
        pair = split_pair(fragment.span) if label is None else None
        if label and behind and not behind.weak and (behind.colon or not behind.rest):
            cut = len(fragment.span.text) - len(label.rest.text)
            pair = fragment.span.cut(0, cut).strip(), label.rest
        if pair:
            yield from (Fragment(span, fragment.x, fragment.unit, find(span)) for span in pair)
        elif label and (cut := next_field(fragment.span, label)):
            first = fragment.span.cut(0, cut).strip()
            yield Fragment(first, fragment.x, 0, find(first))
            yield from _with_split_labels([Fragment(fragment.span.cut(cut), fragment.x + cut, 0)])
        else:
            yield Fragment(fragment.span, fragment.x, fragment.unit, label)


def _plain_rows(table: Table, unit: int) -> Iterator[tuple[Fragment, ...]]:
    """The rows of a procedure, whose cells hold no labels."""
    for row in table.rows:
        fragments = tuple(Fragment(cell.span, cell.column, unit) for cell in row.cells if cell.span)
        if fragments:
            yield fragments


def _form_rows(table: Table, unit: int) -> Iterator[tuple[Fragment, ...]]:
    """The rows of a table that may be an identity page; of one read from a page, worn labels too."""
    rows = [fragments for row in table.rows for fragments in _table_fragments(row, unit)]
    if not first_page(table):
        yield from rows
        return
    entries = [[Entry(f.span, f.x, f.label) for f in row] for row in rows]
    for row in named_by_law(restored(entries)):
        yield tuple(Fragment(e.span, e.column, unit, e.label) for e in row)


def _table_fragments(row: Row, unit: int) -> Iterator[tuple[Fragment, ...]]:
    """A table row as one row of fragments, or as several where its cells stack labels line by line."""
    cells = list(_with_markers(row))
    if not cells:
        return
    stacks = [(column, _stack(span)) for column, span in cells]
    height = max(len(stack) for _, stack in stacks)
    if height == 1:
        yield _paired(_untorn([_labelled(span, column, unit) for column, span in cells]))
        return
    lines = [(column, pieces(span)) for column, span in cells]
    if len(lines) > 1 and all(len(parts) == len(lines[0][1]) for _, parts in lines):
        for at in range(len(lines[0][1])):
            yield tuple(_labelled(parts[at].span, column, unit) for column, parts in lines)
        return
    for column, stack in stacks:
        for span in stack:
            yield (_labelled(span, column, unit),)


def _with_markers(row: Row) -> Iterator[tuple[int, Span]]:
    """The cells of a row that say something, with the number of an entry that has a cell of its own put before it."""
    marker: Cell | None = None
    for cell in (cell for cell in row.cells if cell.span):
        if marker and cell.column == marker.column + marker.width and find(cell.span) is None:
            yield marker.column, join((marker.span, cell.span), " ")
            marker = None
            continue
        if marker:
            yield marker.column, marker.span
        marker = cell if is_bare(cell.span.text) and len(cell.span.text.strip()) > 1 else None
        if marker is None:
            yield cell.column, cell.span
    if marker:
        yield marker.column, marker.span


def _paired(fragments: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
    """The cells of a row in which two begin with the names of boxes that stand side by side, prose behind them or not."""
    named = [f.label or leading(f.span) for f in fragments]
    for at, label in enumerate(named[:-1]):
        after = next((i for i in range(at + 1, len(named)) if named[i]), None)
        beside = named[after] if after else None
        if after and label and beside and _BESIDE.get(label.key) == beside.key:
            pair = {at: label, after: beside}
            return tuple(replace(f, label=pair.get(i, f.label)) for i, f in enumerate(fragments))
    return fragments


def _untorn(fragments: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """The cells of a row with a label made whole that a line runs through: "KUALIFIKASI" beside "PELAKSANA"."""
    found: list[Fragment] = []
    for fragment in fragments:
        before = found[-1] if found else None
        if before and before.label and not before.label.weak and not before.label.rest:
            whole = find(join((before.span, fragment.span), BARIS))
            same = whole is not None and whole.key == before.label.key and whole.sure == 1 and not whole.rest
            if same and (fragment.label is None or fragment.label.weak):
                found[-1] = replace(before, span=whole.head, label=whole) if whole else before
                continue
        found.append(fragment)
    return tuple(found)


def _labelled(span: Span, x: int, unit: int) -> Fragment:
    return Fragment(span, x, unit, find(span))


def _stack(span: Span) -> list[Span]:
    """A cell cut before every line of it that is a label, when there are two labels or more."""
    lines = pieces(span)
    if len(lines) < 2:
        return [span]
    starts = [at for at, line in enumerate(lines) if _is_label(line.span) and not _counts_on(lines, at)]
    starts = [at - _is_second_half(lines, at) for at in starts]
    if len(starts) < 2 and not (starts and starts[0] > 0):
        return [span]
    whole = find(span)
    if whole and not whole.weak and not whole.rest:
        return [span]  # "TGL." over "PENGESAHAN" is one label, though its second line is another
    cuts = sorted({0, *starts, len(lines)})
    return [_rejoin(span, lines[low:high]) for low, high in pairwise(cuts)]


def _is_second_half(lines: Sequence[Piece], at: int) -> bool:
    """Whether a line that is a label is one only with the line before it: "PENCATATAN DAN" over "PENDATAAN"."""
    if at == 0 or _is_label(lines[at - 1].span):
        return False
    whole = find(join((lines[at - 1].span, lines[at].span), BARIS))
    return whole is not None and not whole.weak and not whole.rest and whole.sure == 1


def _counts_on(lines: Sequence[Piece], at: int) -> bool:
    """Whether a line is the next entry of a list whose entry before is no label: "2. Komputer", "3. Dasar Hukum"."""
    here = number_of(lines[at].span.text)
    if here is None or here[1] < 2:
        return False
    before = next((line for line in reversed(lines[:at]) if number_of(line.span.text)), None)
    return (
        before is not None
        and number_of(before.span.text) == (here[0], here[1] - 1)
        and not _is_label(before.span)
    )


def _is_label(span: Span) -> bool:
    label = find(span)
    return label is not None and not label.weak


def _rejoin(whole: Span, lines: Sequence[Piece]) -> Span:
    """The part of a cell from the first to the last of some of its lines."""
    first, last = lines[0].span.offsets, lines[-1].span.offsets
    low = _position(whole, first)
    high = _position(whole, last) + len(last)
    return whole.cut(low, high)


def _position(whole: Span, offsets: Sequence[int]) -> int:
    return next(at for at, offset in enumerate(whole.offsets) if offset == offsets[0])
