"""The words of a page: one pass over the page, then again only what the pass missed or doubts.

The pass finds nearly all text. What it misses are lone numbers, dashes and headings on end;
what it garbles are words under stamps and damaged print. Both show: as letters that no word
explains, and as low confidence. Only such cells cost a second look.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.boxes import Box, union
from extractors.engines import Engine, required, second_opinion
from extractors.raster.writing import credible, rubbish
from extractors.raster.writing.bullets import with_bullets
from extractors.raster.writing.crops import Abu, bare_crop, crop_of, is_whole, number_crops, upright_words
from extractors.raster.writing.cut_lines import cut_lines
from extractors.raster.writing.deal import Dealt, deal
from extractors.raster.writing.doubts import RAGU, bands, handwriting, is_field, is_veiled, lost, veiled_bands
from extractors.raster.writing.edge_signs import without_edges
from extractors.raster.writing.faint_bullets import with_faint_bullets
from extractors.raster.writing.figures import doubted, unsure_figures
from extractors.raster.writing.fills import unbanded, unfilled
from extractors.raster.writing.handwritten import handwritten
from extractors.raster.writing.lettering import letters_in
from extractors.raster.writing.list_signs import with_list_signs
from extractors.raster.writing.lone_strokes import with_lone_stroke
from extractors.raster.writing.marks_in_cells import Marks, marks_of_page
from extractors.raster.writing.merge import best_number, merged
from extractors.raster.writing.names import with_names
from extractors.raster.writing.numerals import with_numerals
from extractors.raster.writing.tugas import CellTask, Reading
from extractors.raster.writing.unread_gaps import unread_gaps
from extractors.raster.writing.unread_markers import unread_markers
from extractors.raster.writing.unread_parts import with_unread_parts
from extractors.sheets import TAK_TERBACA, Ketelitian, Word

YAKIN_GAMBAR = 0.4
"""A label among symbols counts from here."""
_LEBIH_BESAR = (1.0, 1.5)
"""Whether lines under a stamp are found at all depends on their size by chance."""
_HILANG = 0.15
"""So much of a text without words is worth one more look."""
STRIP = "-"
_YAKIN_STRIP = 0.9
_PANJANG_LABEL = 2
_TEGAK, _YAKIN_TEGAK = 0.9, 0.45
"""A heading may stand on end in a cell so much higher than wide, if no whole word is read lying as sure as this."""


Part = tuple[int, Box]
"""The number of a cell, and what of it is meant."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page is read from, and what was read of it so far.

    Attributes:
        picture: height x width greys, fills made white.
        cells: of its tables.
        dealt: the words by their cells; better readings take their places.
        marks: what looks like writing.
    """

    picture: Abu
    cells: Sequence[CellTask]
    dealt: Dealt
    marks: Marks

    @property
    def read(self) -> list[list[Word]]:
        """The words of each cell."""
        return self.dealt.cells

    def take(self, better: Mapping[int, list[Word]]) -> None:
        """Takes better readings of some cells, by their numbers."""
        for number, words in better.items():
            self.read[number] = words


def read_words(
    picture: Abu,
    cells: Sequence[CellTask],
    ketelitian: Ketelitian = "cepat",
    seen: Sequence[Word] | None = None,
    stamped: Abu | None = None,
) -> Reading:
    """Reads a page.

    Args:
        picture: height x width greys, upright, paper near 255, stamps lightened (``ink.without_ink``).
        cells: the cells of its tables; none is fine.
        ketelitian: ``teliti`` asks a second engine about doubtful cells.
        seen: what the first engine read on the page, where it has been asked already.
        stamped: the page before its stamps were lightened; under some of them more is seen there.

    Returns:
        Words inside and outside of cells, and places with writing that could not be read.

    Raises:
        BerkasTidakTerbaca: no engine is installed.
    """
    able = required(ketelitian)
    page = _begun(able[0], picture, cells, seen)
    turned = _turned(able[0], page)
    _read_outside(able[0], page)
    second = _read_cells(able, page, turned)
    if second:
        _ask_about_missed(second, page)
        _ask_about_figures(second, page)
        page.take(handwritten(second, page.picture, cells, page.read, page.marks, stamped))
        _ask_about_veiled(second, page)
        _asked(second, page, list(cut_lines(cells, page.read, page.marks)), bare=True)
        _ask_about_foot(second, page)
    return _settled(page)


def read_heads(
    picture: Abu, cells: Sequence[CellTask], ketelitian: Ketelitian, seen: Sequence[Word]
) -> list[Word]:
    """The same for headings only, which tell what the other cells hold: what stands elsewhere is left as it was seen."""
    able = required(ketelitian)
    page = _begun(able[0], picture, cells, seen)
    _read_cells(able, page, _turned(able[0], page))
    return list(_settled(page).words)


def _begun(engine: Engine, picture: Abu, cells: Sequence[CellTask], seen: Sequence[Word] | None) -> _Page:
    """A page with the words that one pass over it gives, dealt to its cells."""
    picture = unfilled(picture, (task.box for task in cells if task.peran not in ("gambar", "kepala")))
    picture = unbanded(picture, (task.box for task in cells if task.peran == "kepala"))
    words = engine.read_page(picture) if seen is None else list(seen)
    sure = [word.box for word in words if word.keyakinan >= RAGU and len(word.text) > 1]
    marks = marks_of_page(picture, sure)
    page = _Page(picture, cells, deal(_clean(words, marks), cells, marks.letter), marks)
    for number, task in enumerate(cells):
        if task.peran == "gambar":
            page.read[number] = [word for word in page.read[number] if _is_label(word)]
    return page


def _read_cells(able: Sequence[Engine], page: _Page, turned: Collection[int]) -> Engine | None:
    """Reads again what is doubtful in all cells but those already read on end; gives the engine that may be asked, too."""
    for engine in able:
        _read_again(engine, page, [n for n in range(len(page.cells)) if n not in turned])
    second = second_opinion() if len(able) == 1 else able[1]
    _name(able[:1] if second is None else (able[0], second), page)
    return second


def _read_outside(engine: Engine, page: _Page) -> None:
    """Reads the markers of lists and the words within lines outside of tables that the pass did not see."""
    words = page.dealt.outside
    before = [(place, first, 0.0, first.box.x0) for place, first in unread_markers(words, page.marks)]
    within = [
        (place, word, word.box.x1, behind.box.x0) for place, word, behind in unread_gaps(words, page.marks)
    ]
    found = [*before, *within]
    crops = [crop_of(page.picture, place, page.marks, engine.huruf) for place, *_ in found]
    readings = engine.read_lines([crop.picture for crop in crops])
    for (_, neighbour, start, end), crop, reading in zip(found, crops, readings, strict=True):
        again = _clean([crop.back(word) for word in reading], page.marks)
        unseen = [word for word in again if start <= word.box.centre[0] < end]
        page.dealt.outside += [replace(word, baris=neighbour.baris) for word in unseen]


def _name(engines: Sequence[Engine], page: _Page) -> None:
    """Takes better readings of headings where there are some."""
    heads = {number: task for number, task in enumerate(page.cells) if task.peran == "kepala"}
    read = {number: page.read[number] for number in heads}
    page.take(with_names(engines, page.picture, heads, read, page.marks))


def _ask_about_figures(second: Engine, page: _Page) -> None:
    """Lets another engine read the numbers, dates and times that are not sure."""
    lines = list(unsure_figures(page.cells, page.read, page.marks))
    _asked(second, page, lines, _LEBIH_BESAR[-1])


def _ask_about_missed(second: Engine, page: _Page) -> None:
    """Lets another engine read lines that the first one does not see at all.

    A rule or a stamp runs along those of fields, and letters that copying made fat are no letters to it.
    """
    fields = [
        (number, task)
        for number, task in enumerate(page.cells)
        if task.peran == "teks" or is_field(task, page.read[number])
    ]
    lines = [
        (number, band)
        for number, task in fields
        if lost(task, page.read[number], page.marks) >= _HILANG
        for band in bands(task, page.read[number], page.marks)
    ]
    _asked(second, page, lines)


def _ask_about_veiled(second: Engine, page: _Page, *, printed: bool = False) -> None:
    """Lets another engine read the lines that stamps lie on, each whole: a word is told by its neighbours."""
    for number, task in enumerate(page.cells):
        words = page.read[number]
        if is_veiled(task, words, page.marks, printed=printed):
            lines = [(number, band) for band in veiled_bands(task, words, page.marks)]
            for larger in _LEBIH_BESAR:
                if len(_asked(second, page, lines, larger)) < len(lines):
                    break
            if any(word.keyakinan < RAGU for word in page.read[number]):
                _asked(second, page, [(number, task.box)], bare=True)


def _ask_about_foot(second: Engine, page: _Page) -> None:
    """The same for what stands below the last table: the block of the officer who signed."""
    height, width = page.picture.shape
    below = Box(0, max((task.box.y1 for task in page.cells), default=height), width, height)
    words = [word for word in page.dealt.outside if below.holds(*word.box.centre)]
    if not any(word.keyakinan >= RAGU for word in words):
        # No block of an officer is without a legible word: symbols and their lines are.
        return
    ink = union([*(word.box for word in words), *(Box(*box) for box in page.marks.written(below).tolist())])
    foot = [CellTask(ink.grown(page.marks.letter), "isian")]
    alone = replace(page, cells=foot, dealt=Dealt([words]))
    _ask_about_veiled(second, alone, printed=True)
    page.dealt.outside = [word for word in page.dealt.outside if word not in words] + alone.read[0]


def _clean(words: Sequence[Word], marks: Marks) -> list[Word]:
    read = with_numerals(words, marks.letter)
    bare = [replace(word, text=credible.without_rules(word.text)) for word in read]
    return credible.written(bare, marks.letter)


def _is_label(word: Word) -> bool:
    letters = sum(character.isalpha() for character in word.text)
    return word.keyakinan >= YAKIN_GAMBAR and letters >= _PANJANG_LABEL


def _unnumbered(words: Sequence[Word]) -> bool:
    """Whether the number of a step is still to be found."""
    return any(word.keyakinan < RAGU for word in words) or not credible.is_number(words)


def _read_again(engine: Engine, page: _Page, numbers: Sequence[int]) -> None:
    """Reads the doubtful parts of some cells, one by one, and keeps the better of both readings, word by word."""
    texts: list[Part] = []
    digits: list[int] = []
    for number in numbers:
        task, words = page.cells[number], page.read[number]
        if task.peran == "nomor":
            if number in page.dealt.torn or _unnumbered(words):
                digits.append(number)
        elif number in page.dealt.torn and task.peran != "gambar":
            texts.append((number, task.box))
        else:
            texts.extend((number, band) for band in bands(task, words, page.marks))
    unheard = _texts_again(engine, page, texts)
    unheard = [
        (number, band)
        for number, band in unheard
        if _is_missed(page.cells[number], page.read[number], page.marks)
    ]
    _texts_again(engine, page, unheard, _LEBIH_BESAR[-1])
    _digits_again(engine, page, digits)
    page.dealt.mend()


def _asked(
    second: Engine, page: _Page, lines: Sequence[Part], larger: float = 1.0, *, bare: bool = False
) -> list[Part]:
    """The same as ``_texts_again`` by another engine, whose figures are doubtful where they are others."""
    before = {number: page.read[number] for number, _ in lines}
    unheard = _texts_again(second, page, lines, larger, bare=bare)
    for number, words in before.items():
        page.read[number] = doubted(words, page.read[number])
    return unheard


def _texts_again(
    engine: Engine, page: _Page, chosen: Sequence[Part], larger: float = 1.0, *, bare: bool = False
) -> list[Part]:
    """Reads parts of cells, with letters so many times larger than the engine likes best; gives those without any word."""
    crops = [
        bare_crop(page.picture, band)
        if bare
        else crop_of(page.picture, band, page.marks, larger * engine.huruf)
        for _, band in chosen
    ]
    readings = engine.read_lines([crop.picture for crop in crops])
    for (number, band), crop, reading in zip(chosen, crops, readings, strict=True):
        again = _clean([crop.back(word) for word in reading], page.marks)
        if page.cells[number].peran == "gambar":
            again = [word for word in again if _is_label(word)]
        words = page.read[number]
        # Lines of the band are new ones unless words of old ones stand in them.
        fresh = max((word.baris for word in words), default=-1) + 1
        again = [replace(word, baris=fresh + max(word.baris, 0)) for word in again]
        inside = [word for word in words if band.y0 <= word.box.centre[1] <= band.y1]
        others = [word for word in words if not band.y0 <= word.box.centre[1] <= band.y1]
        page.read[number] = others + merged(inside, again)
    return [part for part, reading in zip(chosen, readings, strict=True) if not reading]


def _is_missed(task: CellTask, words: Sequence[Word], marks: Marks) -> bool:
    """Whether a good part of a cell's text is still unread."""
    return task.peran in ("teks", "isian") and lost(task, words, marks) >= _HILANG


def _digits_again(engine: Engine, page: _Page, chosen: Sequence[int]) -> None:
    tries = [
        (number, crop)
        for number in chosen
        for crop in number_crops(page.picture, page.cells[number].box, page.marks)
    ]
    votes: dict[int, list[list[Word]]] = {}
    digits = engine.read_lines([crop.picture for _, crop in tries], angka=True)
    for (number, crop), reading in zip(tries, digits, strict=True):
        votes.setdefault(number, []).append(_clean([crop.back(word) for word in reading], page.marks))
    for number, some in votes.items():
        page.read[number] = best_number([*some, page.read[number]]) or page.read[number]


def _turned(engine: Engine, page: _Page) -> set[int]:
    """Headings on end: narrow cells with letters that no upright reading makes sense of; gives their numbers."""
    turned = set()
    for number, task in enumerate(page.cells):
        words = page.read[number]
        tall = task.peran == "kepala" and task.box.height > _TEGAK * task.box.width
        lying = any(is_whole(word.text) and word.keyakinan >= _YAKIN_TEGAK for word in words)
        if tall and not lying and len(page.marks.inside(task.box)):
            found = upright_words(engine, crop_of(page.picture, task.box, page.marks, engine.huruf), task.box)
            if found:
                page.read[number] = found
                turned.add(number)
    return turned


def _settled(page: _Page) -> Reading:
    """Drops what is not credible as a whole, adds lone dashes, and numbers the lines of the page."""
    settled: list[tuple[Box, Sequence[Word]]] = []
    unread: list[Box] = []
    for task, words in zip(page.cells, page.read, strict=True):
        dash = page.marks.lone_dash(task.box)
        if dash is not None and task.peran in ("teks", "isian", "nomor"):
            words = [Word(STRIP, dash, _YAKIN_STRIP, words[0].mesin if words else "tesseract")]
        elif task.peran == "nomor":
            words = credible.only_number(words)
        elif words and task.peran != "gambar":
            words = with_list_signs(without_edges(words, task.box, page.marks.letter))
            words = with_lone_stroke(words, task.box, page.marks) if task.peran == "teks" else words
            sifted = rubbish.sifted(rubbish.without_bars(words, task.box, page.marks.letter))
            if rubbish.is_text([word for word in sifted if word.text != TAK_TERBACA]):
                words = with_bullets(task.box, sifted, page.marks)
                words = with_unread_parts(words, task.box, page.marks) if task.peran == "isian" else words
            elif task.peran == "kepala" and words and words[0].lain:
                words = [replace(words[0], text=TAK_TERBACA, keyakinan=0.0)]
            elif words:
                unread.append(union(word.box for word in words))
                words = []
        elif not words and (box := _written(page.picture, task, page.marks)):
            unread.append(box)
        settled.append((task.box, words))
    listed = with_faint_bullets(settled, page.picture, page.marks.letter)
    rest = (_with_rest(task, words, page.marks) for task, words in zip(page.cells, listed, strict=True))
    height, width = page.picture.shape
    outside = _without_rubbish_lines(page.dealt.outside)
    kept = [with_bullets(Box(0, 0, width, height), outside, page.marks), *rest]
    return Reading(tuple(_numbered(kept)), tuple(unread))


def _written(picture: Abu, task: CellTask, marks: Marks) -> Box | None:
    """Where something is written in a field or a text in which no engine saw a word."""
    if task.peran == "isian":
        return handwriting(task, marks)
    return letters_in(picture, marks, task.box) if task.peran == "teks" else None


def _with_rest(task: CellTask, words: Sequence[Word], marks: Marks) -> list[Word]:
    """The words of a cell with how much of its writing they account for: half a text is not the text."""
    share = lost(task, words, marks) if words and task.peran in ("teks", "isian", "kepala") else 0.0
    return [replace(word, utuh=1.0 - share) for word in words] if share else list(words)


def _without_rubbish_lines(words: Sequence[Word]) -> list[Word]:
    firm = {word.baris for word in words if not rubbish.is_rubbish(word)}
    return [word for word in words if word.baris in firm]


def _numbered(groups: Sequence[Sequence[Word]]) -> list[Word]:
    """Lines of different cells get different numbers."""
    numbers: dict[tuple[int, int], int] = {}
    words = []
    outside = -1
    for group, members in enumerate(groups):
        for word in members:
            line = numbers.setdefault((group, word.baris), len(numbers)) if word.baris >= 0 else outside
            words.append(replace(rubbish.judged(word), baris=line))
    return words
