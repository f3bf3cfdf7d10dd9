"""The picture of a page to a sheet: lines first, then words with the cells in mind.

What a cell may hold decides how it is read: step numbers as digits, symbols not as words,
headings also on end. The heading of the table tells which column is which, so the page is read
once to find it, and the rest follows from there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Final

from extractors.boxes import Box
from extractors.engines import required, second_opinion, strip_reader, versed_opinion
from extractors.engines.mesin import Engine
from extractors.lattice.denied_rules import undenied
from extractors.lattice.grid import GridCell
from extractors.lattice.ruled import Ruled, numbering
from extractors.lexicon.durations import is_time_unit
from extractors.raster.geometry.paper import Gray, Rgb
from extractors.raster.ink import without_ink
from extractors.raster.page import Prepared, prepare, with_table
from extractors.raster.writing.branch_words import branch_words
from extractors.raster.writing.checks import checks
from extractors.raster.writing.credible import is_number
from extractors.raster.writing.fills import unbanded
from extractors.raster.writing.fractions import with_fractions
from extractors.raster.writing.lettering import letters_in
from extractors.raster.writing.marks_in_cells import marks_of_page
from extractors.raster.writing.overprinted import Readers, overprinted
from extractors.raster.writing.tugas import CellTask, Peran
from extractors.raster.writing.unsure_pages import asked_whole
from extractors.raster.writing.words import read_heads, read_words
from extractors.scans.facing import below, facing
from extractors.scans.word_boxes import levelled, once, without_dots
from extractors.sheets import TAK_TERBACA, Drawing, Ketelitian, Rule, Sheet, Word
from extractors.tables.columns import AKTOR, Heading
from extractors.tables.even_columns import heads_of, joined_columns
from extractors.tables.head_rows import anew, bare_rows, below_groups, in_pieces, least_rows, with_rows
from extractors.tables.headings import heading_of
from extractors.tables.open_tables import lined
from extractors.tables.unlined import framed
from extractors.tables.worded import parts

_INCH = 72.0
_MANY_COLUMNS = 6
_SURE = 0.6
"""A heading with a word less sure than this is read again before the others."""
_LEGIBLE = 0.7
"""Words read less surely than this say nothing about the way up of a page."""
_MOSTLY = 0.34
"""A column of which fewer cells than this share have text holds symbols, where no heading says what it holds."""
_UNITS = 2
"""So many units of time show that a column has times in it."""
CENTANG: Final = "•"
"""What is put for a check mark of whatever form; ``marks.read_mark`` knows it."""
_CHECKED = 0.8
"""How sure a check mark is: its like stands in most rows."""
_DARK, _BLACK = 140, 0.5
"""Darker than this is ink; a place with more of it than this share is a fill."""
_INKED, _BARE = 0.6, 0.25
"""A column of which this share of the cells has letters by the shape of its ink holds texts, though no word be legible; one
between such columns that has no more of them than the second share holds symbols, whatever its pieces are read as."""
_WORDY, _TELLING = 0.7, 4
"""A column of which this share of so many cells at least have text holds no symbols, whatever its heading seems to say."""


def sheet_of_picture(rgb: Rgb, halaman: int, ketelitian: Ketelitian) -> Sheet:
    """The sheet that a picture shows.

    Args:
        rgb: height x width x 3, as the page is seen in the file.
        halaman: its 1-based number.
        ketelitian: how much time reading may take.

    Raises:
        BerkasTidakTerbaca: no engine is installed.
    """
    legible = partial(_legible, required(ketelitian)[0])
    page = prepare(rgb, legible)
    pages = facing(page)
    if pages is None:
        return _read(page, halaman, ketelitian)
    left, right = (_read(prepare(rgb, legible, part), halaman, ketelitian) for part in pages)
    return below(left, right, page.catatan)


def _read(page: Prepared, halaman: int, ketelitian: Ketelitian) -> Sheet:
    """The sheet of a page that was made ready."""
    able = required(ketelitian)
    scale = _INCH / page.dpi
    blank = _sheet(page, halaman, scale)
    if "kosong" in page.catatan:
        return blank
    picture = unbanded(without_ink(page.rgb), page.bands)
    look, seen = _first_look(able[0], picture, blank, scale, ketelitian)
    if look.dibingkai:
        page, look = _with_flow(page, look)
    lettered = partial(lettered_columns, picture, seen, scale)
    tasks = [task for table in look.tables(seen) for task in look.tasks(_roles(table, lettered))]
    reading = read_words(picture, tasks, ketelitian, seen, page.gray)
    told = with_fractions(reading.words, page.gray, strip_reader())
    found = _with_late_heads(look, picture, tasks, told, ketelitian)
    marked = _checks(picture, tasks, found, page.drawings)
    named = [_smaller(drawing, scale) for drawing in _branch_names(page, picture, able[0], found)]
    # The holes in a fill that copying made black are no writing.
    unread = [
        Word(TAK_TERBACA, box, 0.0, able[0].nama) for box in reading.unread if not _is_black(page.gray, box)
    ]
    return replace(
        look.blank,
        drawings=(*look.blank.drawings, *named),
        words=tuple(_scaled(word, scale) for word in (*found, *unread, *marked)),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """What a page is known to have while it is read: words are in pixels, the sheet and its tables in points.

    Attributes:
        blank: the sheet without its words.
        scale: points per pixel.
        dibingkai: whether it has lines of a table of which none was seen.
    """

    blank: Sheet
    scale: float
    dibingkai: bool = False

    def written(self, words: Sequence[Word]) -> Sheet:
        """The sheet with these words."""
        return replace(self.blank, words=tuple(_scaled(word, self.scale) for word in without_dots(words)))

    def tables(self, words: Sequence[Word]) -> list[Ruled]:
        """The tables of the sheet with these words."""
        return _tables(self.written(words))

    def pixels(self, box: Box) -> Box:
        """A box of the sheet in pixels."""
        return _times(box, 1 / self.scale)

    def tasks(self, roles: Iterable[tuple[GridCell, Peran]]) -> list[CellTask]:
        """Cells of the sheet with what they may hold, as what is to be read."""
        return [CellTask(self.pixels(cell.box), peran) for cell, peran in roles]


def _first_look(
    engine: Engine, picture: Gray, blank: Sheet, scale: float, ketelitian: Ketelitian
) -> tuple[_Look, list[Word]]:
    """One pass over the page, and its headings read anew: which column is which must be known before the cells are read.

    Gives the page without the rules that words run through, with those that they show, and the words in pixels.
    """
    seen = asked_whole(picture, engine.read_page(picture), versed_opinion(), ketelitian)
    words = _Look(blank, scale).written(seen).words
    drawn = lined(replace(blank, rules=tuple(undenied(blank.rules, words)), words=words))
    first = framed(drawn)
    look = _Look(replace(first, words=()), scale, first is not drawn)
    tables = _tables(first)
    if bare := bare_rows([t for t in tables if len(t.edges) > _MANY_COLUMNS]):
        # A heading that the pass over the page saw nothing of is read as a whole first: its groups stand over several cells.
        seen = with_rows(seen, picture, engine, [[look.pixels(box) for box in row] for row in bare])
        tables = look.tables(seen)
    if heads := _unread_heads(tables):
        seen = read_heads(picture, look.tasks(heads), "cepat", seen)
    return look, seen


def _with_flow(page: Prepared, look: _Look) -> tuple[Prepared, _Look]:
    """A page and what is known of it with the flow that is drawn in a table whose lines only words showed."""
    page = with_table(page, [_rescaled(rule, 1 / look.scale) for rule in look.blank.rules])
    drawings = tuple(_smaller(drawing, look.scale) for drawing in page.drawings)
    return page, replace(look, blank=replace(look.blank, drawings=drawings))


def _with_late_heads(
    look: _Look, picture: Gray, tasks: Sequence[CellTask], words: Sequence[Word], ketelitian: Ketelitian
) -> list[Word]:
    """The words of a page with the headings read anew whose cells were read in pieces, as the words now tell."""
    heads = [role for table in look.tables(words) for role in _roles(table) if role[1] == "kepala"]
    late = [task for task in look.tasks(heads) if in_pieces(task.box, [task.box for task in tasks])]
    again = read_heads(picture, late, ketelitian, []) if late else []
    return levelled(once(without_dots(anew(words, [task.box for task in late], again))))


def _branch_names(page: Prepared, picture: Gray, engine: Engine, words: Sequence[Word]) -> list[Drawing]:
    """What stands at the ways out of decisions, as drawings with a text, in pixels."""
    named = branch_words(picture, engine, page.drawings, page.rules, words, page.dpi)
    second, strip = second_opinion(), strip_reader()
    if second is None or strip is None:
        return named
    return list(
        overprinted(picture, Readers(second, strip), page.drawings, page.rules, words, named, page.dpi)
    )


def _checks(
    picture: Rgb, tasks: Sequence[CellTask], words: Sequence[Word], drawings: Sequence[Drawing]
) -> list[Word]:
    """The check marks in actors' cells as words; which sign they are is not known."""
    sure = [word.box for word in words if word.keyakinan >= _SURE and len(word.text) > 1]
    taken = [*(word.box for word in words), *(drawing.box for drawing in drawings)]
    found = checks(tasks, partial(marks_of_page, picture, sure), taken)
    return [Word(CENTANG, box, _CHECKED, "gambar") for box in found]


def _legible(engine: Engine, gray: Gray) -> float:
    """How well a picture reads as it lies: the letters of all words that were read surely."""
    words = engine.read_page(gray)
    return float(sum(len(word.text) for word in words if word.keyakinan > _LEGIBLE and word.text.isalpha()))


def _sheet(page: Prepared, halaman: int, scale: float) -> Sheet:
    """The sheet without its words, in points."""
    height, width = page.gray.shape
    to_page = tuple(
        value if column == 2 else value / scale
        for value, column in zip(page.transform, (0, 1, 2) * 3, strict=True)
    )
    return Sheet(
        halaman,
        width * scale,
        height * scale,
        rules=tuple(_rescaled(rule, scale) for rule in page.rules),
        drawings=tuple(_smaller(drawing, scale) for drawing in page.drawings),
        ke_halaman=to_page,  # type: ignore[arg-type]
        pindaian=True,
        catatan=page.catatan,
    )


def _rescaled(rule: Rule, by: float) -> Rule:
    """A rule of another unit."""
    return Rule(rule.tegak, *(value * by for value in (rule.at, rule.start, rule.end, rule.tebal)))


def _smaller(drawing: Drawing, scale: float) -> Drawing:
    """A drawing in points."""
    points = tuple((x * scale, y * scale) for x, y in drawing.points)
    return replace(drawing, box=_times(drawing.box, scale), points=points)


def _times(box: Box, scale: float) -> Box:
    return Box(*(edge * scale for edge in box))


def _scaled(word: Word, scale: float) -> Word:
    return replace(word, box=_times(word.box, scale))


def _tables(sheet: Sheet) -> list[Ruled]:
    return [part for part in parts(sheet) if isinstance(part, Ruled)]


def _unread_heads(tables: Sequence[Ruled]) -> list[tuple[GridCell, Peran]]:
    """The cells of the headings of wide tables, of those tables that have some without sure words."""
    cells: list[tuple[GridCell, Peran]] = []
    for table in tables:
        if len(table.edges) <= _MANY_COLUMNS:
            continue
        found = heading_of(table, numbering(table, None))
        top, rows = (found[0], found[1].rows) if found else (0, least_rows(table.lattice))
        heads = [cell for cell in table.lattice.cells if top <= cell.row < top + rows]
        if not found:
            heads = _above_steps(table, heads)
        if any(not _surely_read(table.words.get(cell, ())) for cell in heads):
            parts = dict(_joined_heads(table))
            words = [word for some in table.words.values() for word in some]
            cells += [
                (below_groups(part, words), _in_head(table, cell, top))
                for cell in heads
                for part in parts.get(cell, (cell,))
            ]
    return cells


def _above_steps(table: Ruled, cells: Sequence[GridCell]) -> list[GridCell]:
    """Those of the first cells of a table that may be of its heading: a table that goes on from another page has none.

    Its first rows are steps, from the one on whose number was surely read.
    """
    numbers = ((c.row, table.words.get(c, ())) for c in cells if c.column == 0)
    first = min((row for row, words in numbers if is_number(words) and _surely_read(words)), default=None)
    return [cell for cell in cells if first is None or cell.row < first]


def _joined_heads(table: Ruled) -> Iterator[tuple[GridCell, tuple[GridCell, ...]]]:
    """The headings over columns that may have run together, each as its parts: to be read one by one."""
    for column, places in joined_columns(table):
        for cell in heads_of(table, column):
            edges = (cell.box.x0, *places, cell.box.x1)
            yield cell, tuple(replace(cell, box=cell.box._replace(x0=a, x1=b)) for a, b in pairwise(edges))


def _in_head(table: Ruled, cell: GridCell, top: int) -> Peran:
    """What a cell of a heading holds; a first step whose number is not read yet passes for one more row of it."""
    lower = cell.column == 0 and cell.row > top
    return "nomor" if lower and not _surely_read(table.words.get(cell, ())) else "kepala"


def _surely_read(words: Sequence[Word]) -> bool:
    return bool(words) and min(word.keyakinan for word in words) >= _SURE


def _roles(
    table: Ruled, lettered: Callable[[Ruled], Mapping[int, float]] = lambda _: {}
) -> list[tuple[GridCell, Peran]]:
    """What each cell of a table may hold, as far as a first reading tells.

    Args:
        table: with the words of that reading.
        lettered: tells in how much of the columns of its lattice there is writing, be it legible or not.
    """
    columns = numbering(table, None)
    heading = heading_of(table, columns)
    if heading is None:
        texts = lettered(table) if len(table.edges) > _MANY_COLUMNS else {}
        return [(cell, _unheaded(table, cell, texts)) for cell in table.lattice.cells]
    top, found = heading
    words = [word for some in table.words.values() for word in some]
    roles: list[tuple[GridCell, Peran]] = []
    for cell in table.lattice.cells:
        at = columns[cell.column]
        if cell.row < top:
            roles.append((cell, "isian"))
        elif cell.row < top + found.rows:
            roles.append((below_groups(cell, words), _in_head(table, cell, top)))
        else:
            roles.append((cell, _body(table, cell, found, at)))
    return roles


def _body(table: Ruled, cell: GridCell, heading: Heading, column: int) -> Peran:
    """What a cell below the heading holds; what stands in its column is asked, too, for the heading may be unreadable."""
    role = heading.columns[column].role if column < len(heading.columns) else ""
    if role == "no" or (not role and _is_narrow_first(table, cell)):
        return "nomor"
    if role != AKTOR:
        return "teks"
    below = [c for c in table.lattice.cells if c.column == cell.column and c.row >= heading.rows]
    return "teks" if len(below) >= _TELLING and _written(table, below) >= _WORDY * len(below) else "gambar"


def _is_black(gray: Gray, box: Box) -> bool:
    """Whether a place is ink for the most part."""
    part = gray[round(box.y0) : round(box.y1) + 1, round(box.x0) : round(box.x1) + 1]
    return bool(part.size) and float((part < _DARK).mean()) > _BLACK


def lettered_columns(picture: Gray, seen: Sequence[Word], scale: float, table: Ruled) -> Mapping[int, float]:
    """The share of cells that hold writing, as far as the shape of the ink tells, by the columns of a table's lattice."""
    marks = marks_of_page(picture, [w.box for w in seen if w.keyakinan >= _SURE and len(w.text) > 1])
    columns: dict[int, list[bool]] = {}
    for cell in table.lattice.cells:
        inked = letters_in(picture, marks, _times(cell.box, 1 / scale)) is not None
        columns.setdefault(cell.column, []).append(inked)
    return {at: sum(inked) / len(inked) for at, inked in columns.items() if len(inked) >= _TELLING}


def _unheaded(table: Ruled, cell: GridCell, texts: Mapping[int, float]) -> Peran:
    """What a cell holds in a table that goes on from another page: its column's words tell symbols from text, or its ink."""
    if len(table.edges) <= _MANY_COLUMNS:
        return "isian"
    if _is_narrow_first(table, cell):
        return "nomor"
    share = texts.get(cell.column, _MOSTLY)
    written = [at for at, other in texts.items() if other >= _INKED]
    if share >= _INKED:
        return "teks"
    if share <= _BARE and len(written) > 1 and min(written) < cell.column < max(written):
        return "gambar"
    below = [c for c in table.lattice.cells if c.column == cell.column]
    drawn = len(below) > 1 and _written(table, below) <= _MOSTLY * len(below) and not _timed(table, below)
    return "gambar" if drawn else "teks"


def _timed(table: Ruled, cells: Sequence[GridCell]) -> bool:
    """Whether units of time stand in some cells: beside symbols nobody writes them."""
    return sum(any(is_time_unit(w.text) for w in table.words.get(c, ())) for c in cells) >= _UNITS


def _is_narrow_first(table: Ruled, cell: GridCell) -> bool:
    """Whether a cell is in the column of the numbers, by its place and width."""
    return cell.column == 0 and cell.box.width < 0.07 * table.lattice.box.width


def _written(table: Ruled, cells: Sequence[GridCell]) -> int:
    """How many of some cells hold a word."""
    return sum(any(w.text.isalpha() and len(w.text) > 1 for w in table.words.get(c, ())) for c in cells)
