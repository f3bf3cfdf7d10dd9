"""Sheets to pages: words of cells and lines written out as the text that all evidence points into.

Each printed line of a cell, and each line outside the tables, becomes one line of the source.
Lines outside keep their gaps as blanks, so that what only stands in columns can still be read.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from extractors.composing.broken_words import joined, vocabulary
from extractors.composing.copies import SALINAN, marked
from extractors.lattice.ruled import Ruled, aligned, goes_on, numbering
from extractors.lexicon.open_ends import is_open
from extractors.lexicon.signs import CITATION, NIP, is_office, is_unit
from extractors.lists.cell_lists import ordered
from extractors.lists.ended_lines import ended_lines
from extractors.lists.items import number_of
from extractors.pages import KAMUS, Block, Cell, Line, Pages, Place, Row, Source, Table
from extractors.sheets import TEKS_PDF, Sheet, Word, by_line, middle
from extractors.spans import EMPTY, Span, join
from extractors.tables.headings import rows_of
from extractors.tables.label_cells import label_first
from extractors.tables.worded import parts
from extractors.texts.running_lines import is_page_number, without_page_number

_GAP = 1.8
"""Blanks wider than this many characters part columns; narrower ones part words."""
_SKIP = 1.7
"""Lines further apart than this many usual distances have an empty line between them."""
_PADDING = 5.0
"""Points that a cell keeps free at either side at least."""
_MARGIN = 0.1
"""The share of a page's height at its top and bottom where page numbers stand."""


def pages_of(jenis: str, sheets: Sequence[Sheet]) -> Pages:
    """The text, tables and lines of the sheets of one file, in order."""
    sheets = marked(sheets)
    draft = _Draft(vocabulary(sheets))
    read = [sheet for sheet in sheets if SALINAN not in sheet.catatan]
    pages = [parts(sheet) for sheet in read]
    repeated = _repeated(read, pages)
    tables = iter(aligned([part for page in pages for part in page if isinstance(part, Ruled)]))
    for sheet, page in zip(read, pages, strict=True):
        opening = True
        for part in page:
            if isinstance(part, Ruled):
                _add_table(draft, sheet, next(tables), opening)
                opening = False
            else:
                lines = [line for line in part if not _is_furniture(line, sheet, repeated)]
                draft.blocks.extend(_lines(draft, sheet, lines))
                opening = opening and not lines
        draft.blocks.append(Line(EMPTY, halaman=sheet.halaman))
    source = Source("".join(draft.text), tuple(draft.places))
    return Pages(jenis, source, tuple(draft.blocks), len(sheets), tuple(sheets))


@dataclass(slots=True)
class _Draft:
    """The source and the blocks while they are made; ``before`` is the last table, ``known`` the file's words."""

    known: Counter[str]
    text: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    before: Ruled | None = None
    length: int = 0

    def write(self, text: str) -> int:
        """Add to the text; returns the offset at which it begins."""
        start = self.length
        self.text.append(text)
        self.length += len(text)
        return start

    def word(self, word: Word, sheet: Sheet) -> None:
        """Add a word and its place."""
        start = self.write(word.text)
        mesin = "" if word.mesin == TEKS_PDF else word.mesin
        mesin = f"{mesin}+{KAMUS}" if word.dikira else mesin
        self.places.append(
            Place(
                start,
                self.length,
                sheet.page_at(word.box),
                sheet.on_page(word.box),
                mesin,
                word.keyakinan,
                word.utuh,
                word.lain,
            )
        )


def _add_table(draft: _Draft, sheet: Sheet, ruled: Ruled, opening: bool) -> None:
    """Add a table; one that opens a page at the place of the table that ended the page before goes on with it."""
    before = draft.before
    table = _table(draft, sheet, ruled, numbering(ruled, before))
    draft.before = ruled
    at = len(draft.blocks) - 1
    while at >= 0 and isinstance(line := draft.blocks[at], Line) and not line.span:
        at -= 1
    last = draft.blocks[at] if at >= 0 else None
    if opening and before is not None and isinstance(last, Table) and goes_on(ruled, before):
        draft.blocks[at:] = [Table(last.rows + table.rows)]
    else:
        draft.blocks.append(table)


def _table(draft: _Draft, sheet: Sheet, ruled: Ruled, columns: Sequence[int]) -> Table:
    rows = []
    for _, cells in rows_of(ruled, columns):
        entries = []
        for cell, first, wide in cells:
            span = _cell_text(draft, sheet, ruled.words.get(cell, []), cell.box.width)
            entries.append(Cell(span, first, wide, cell.box, sheet.halaman))
        rows.append(Row(tuple(entries)))
    return Table(tuple(rows))


def _cell_text(draft: _Draft, sheet: Sheet, words: Sequence[Word], width: float) -> Span:
    """The lines of a cell, each written as a line of the source."""
    lines = ordered(label_first(by_line(words)))
    spans = [_written(draft, sheet, line) for line in lines]
    if any(is_unit(span.text) for span in spans) and not any(_is_no_name(span.text) for span in spans):
        return join(_unwrapped(spans, lines, width - 2 * _PADDING), "\n")
    free = width - 2 * _PADDING
    return joined(spans, draft.known, lines, free, ended_lines(spans, lines, free))


def _is_no_name(text: str) -> bool:
    """Whether a line cannot be of a letterhead: it names an officer, begins an entry of a list or cites a regulation."""
    marker = number_of(text)
    listed = marker is not None and marker[0] in ("angka", "huruf")
    return listed or is_office(text) or bool(NIP.search(text) or CITATION.match(text))


def _unwrapped(spans: Sequence[Span], lines: Sequence[Sequence[Word]], width: float) -> list[Span]:
    """The lines of a letterhead, those put together that were broken only because the cell was full."""
    whole = list(spans[:1])
    for span, above, line in zip(spans[1:], lines, lines[1:], strict=False):
        taken = above[-1].box.x1 - above[0].box.x0
        blank = 0.3 * line[0].box.height
        full = taken + blank + line[0].box.width > width
        begins = is_unit(span.text) and not is_open(whole[-1].text, "unit")
        if full and not begins and spans[0].text.isupper() == span.text.isupper():
            whole[-1] = join((whole[-1], span))
        else:
            whole.append(span)
    return whole


def _written(draft: _Draft, sheet: Sheet, line: Sequence[Word]) -> Span:
    start = draft.length
    for at, word in enumerate(line):
        if at:
            draft.write(" ")
        draft.word(word, sheet)
    end = draft.write("\n")
    return Span(" ".join(word.text for word in line), range(start, end))


def _is_furniture(line: Sequence[Word], sheet: Sheet, repeated: Collection[str]) -> bool:
    """Whether a line at the edge of a page counts the pages or stands there on others, too."""
    if not _at_edge(line, sheet):
        return False
    return is_page_number(_said(line), at_edge=True) or _uncounted(line) in repeated


def _at_edge(line: Sequence[Word], sheet: Sheet) -> bool:
    edge = _MARGIN * sheet.height
    return not edge < middle(line) < sheet.height - edge


def _said(line: Sequence[Word]) -> str:
    return " ".join(word.text for word in line)


def _uncounted(line: Sequence[Word]) -> str:
    """A line in small letters without the number of its page."""
    return without_page_number(_said(line).casefold())


def _repeated(sheets: Sequence[Sheet], pages: Sequence[Sequence[Ruled | list[list[Word]]]]) -> frozenset[str]:
    """Lines at the edges that stand on several pages: the mark of a scanning app, a running foot.

    Not those at the top, where the letterhead of each SOP of a bundle stands.
    """
    counts = Counter(
        _uncounted(line)
        for sheet, page in zip(sheets, pages, strict=True)
        for part in page
        if not isinstance(part, Ruled)
        for line in part
        if _at_edge(line, sheet) and middle(line) > sheet.height / 2
    )
    return frozenset(text for text, count in counts.items() if count > 1)


def _lines(draft: _Draft, sheet: Sheet, lines: Sequence[Sequence[Word]]) -> Iterator[Line]:
    """Lines outside tables, words that stand far apart with as many blanks as fit between them."""
    pitch = _pitch([word for line in lines for word in line])
    steps = [middle(b) - middle(a) for a, b in pairwise(lines)]
    usual = median(steps) if steps else 0.0
    for at, line in enumerate(lines):
        if at and steps[at - 1] > _SKIP * usual:
            yield Line(EMPTY, halaman=sheet.halaman)
        yield _spaced(draft, sheet, line, pitch)


def _spaced(draft: _Draft, sheet: Sheet, line: Sequence[Word], pitch: float) -> Line:
    indent = max(0, round(line[0].box.x0 / pitch))
    start, pieces, before = draft.length, [], None
    for word in line:
        if before is not None:
            gap = (word.box.x0 - before.box.x1) / pitch
            pieces.append(" " * (max(2, round(gap)) if gap > _GAP else 1))
            draft.write(pieces[-1])
        draft.word(word, sheet)
        pieces.append(word.text)
        before = word
    end = draft.write("\n")
    return Line(Span("".join(pieces), range(start, end)), indent, sheet.halaman)


def _pitch(words: Sequence[Word]) -> float:
    """The usual width of a character."""
    widths = [word.box.width / len(word.text) for word in words if len(word.text) > 1]
    return max(median(widths), 0.5) if widths else 5.0
