"""Names of columns that were not read for sure, read once more in every way that there is, and the best reading taken.

A heading says for all rows of its column who acts. It is a few small words, often on a fill that copying wore, broken
over lines or on end, and no neighbours make sense of it. So it is worth what no other cell is: larger, by each engine,
lying and on end. What makes one reading better than another is that its words are words, surely read, and that
engines agree.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import product

import cv2
import numpy as np

from extractors.boxes import Box, shared, union
from extractors.data import table
from extractors.engines import Engine
from extractors.lexicon.vocabulary import known
from extractors.raster.connected import stats_of
from extractors.raster.writing.credible import is_number, is_word, without_rules
from extractors.raster.writing.crops import Abu, Crop, crop_of
from extractors.raster.writing.doubts import lost
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.specks import without_specks
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import TAK_TERBACA, Word, by_line

_SURE, _MISSED = 0.8, 0.05
"""A heading whose words are known and as sure as this is not read again, if no more of its letters are unread."""
_LARGER = (1.0, 1.5)
"""Sizes in which it is read; whether a line is found at all depends on them by chance."""
_TALL = 0.6
"""A cell so much higher than wide may hold a heading on end."""
_INK, _APART = 140, 0.4
"""Darker than this is ink; letters of a line stand nearer together than this, in their heights, and lines do not."""
_EDGE, _INKED = 0.12, 0.01
"""The rim of a cell where its rules may lie, and the share of dark pixels within that is more than specks."""
_LINE, _LETTERED = 0.5, 0.04
"""How high, in heights of a word, a part may hold a line more, and the share of dark pixels of one."""
_MEANT, _HALF = 0.9, 0.5
"""How sure a word is that means something; one as sure as this is worth nothing, a less sure one less than nothing."""
_SHORT, _CHANCE, _STRANGE = 3, 0.55, 0.85
"""Letters of words that specks are read as; how sure such a one, or a longer one, is at most where it means nothing."""
_SIGN = 0.3
"""What a sign without letters takes away."""
_JOINS = ("/", "&")
_AGREED = 1.4
"""How many times more a reading is worth that two engines give."""
_TELLING = 3
"""Letters of a reading that tells something of a name."""
_SEEN, _PIECE = 0.3, 2
"""A word so sure, of so many letters, may be the rest of a line that other readings did not see at all."""
_PIECES = (2, 3)
"""So many pieces, in narrow columns, a word of a heading is broken into."""
_WORDS, _ROOM = 10, 300.0
"""A name has no more words than this, and its cell is no larger than so many squares of the height of a letter."""
_SAME_INK = 0.6
"""Two words that share so much of the smaller one are of the same ink."""


def with_names(
    engines: Sequence[Engine],
    picture: Abu,
    cells: Mapping[int, CellTask],
    read: Mapping[int, Sequence[Word]],
    marks: Marks,
) -> dict[int, list[Word]]:
    """The words of those headings that another reading names better.

    Args:
        engines: that may be asked.
        picture: height x width, fills made white (``fills.unfilled``).
        cells: the headings by their numbers.
        read: what was read in each.
        marks: of the page.
    """
    read = {number: [word for word in words if word.text != TAK_TERBACA] for number, words in read.items()}
    unsure = [
        number
        for number, task in cells.items()
        if _may_be_name(task, read[number], marks)
        and (not _is_sure(task, read[number], marks) or _is_inked(picture, task.box, read[number]))
    ]
    tried = {number: [without_doubles(read[number])] for number in unsure}
    best = {number: readings[0] for number, readings in tried.items()}
    for bare, engine, larger in product((False, True), engines, _LARGER):
        still = {
            n: cells[n]
            for n in unsure
            if not _is_settled(cells[n], best[n], tried[n], marks)
            or _is_inked(picture, cells[n].box, best[n])
        }
        pale = {n: task for n, task in still.items() if _is_sure_in_part(task, best[n], marks)}
        found = _readings(engine, picture, still, marks, larger, bare=bare)
        for number, words in (*found, *_readings(engine, picture, pale, marks, larger, pale=True)):
            tried[number].append(without_doubles(words))
        best |= {number: _best(tried[number]) for number in still}
    made = {
        number: _told(_doubted(words), tried[number], cells[number], engines[0])
        if not _is_sure(cells[number], words, marks)
        else _doubted(words)
        for number, words in best.items()
    }
    return {number: words for number, words in made.items() if words != list(read[number])}


def _told(
    words: Sequence[Word], readings: Sequence[Sequence[Word]], task: CellTask, engine: Engine
) -> list[Word]:
    """The words with all that their heading was read as; of one that no reading names a sign that it was not read."""
    texts = ("\n".join(" ".join(w.text for w in line) for line in by_line(some)) for some in readings)
    others = tuple(dict.fromkeys(text for text in texts if sum(map(str.isalpha, text)) >= _TELLING))
    if not words and others:
        return [Word(TAK_TERBACA, task.box, 0.0, engine.nama, lain=others)]
    return [replace(word, lain=others) for word in words]


def _best(readings: Sequence[list[Word]]) -> list[Word]:
    return max(readings, key=lambda words: worth(words, readings))


def _doubted(words: Sequence[Word]) -> list[Word]:
    """Words of a worn heading; an engine is as sure of such as mean nothing as of others."""
    return [
        word if meant else replace(word, keyakinan=min(word.keyakinan, _STRANGE))
        for word, meant in zip(words, _meant(words), strict=True)
    ]


def without_doubles(words: Sequence[Word]) -> list[Word]:
    """The words without those that another one, which means more, reads from the same ink."""
    meant = _meant(words)
    order = sorted(range(len(words)), key=lambda at: (not meant[at], -words[at].keyakinan, at))
    kept: list[int] = []
    for at in order:
        if not any(_same_ink(words[at], words[other]) for other in kept):
            kept.append(at)
    return [words[at] for at in sorted(kept)]


def worth(words: Sequence[Word], readings: Sequence[Sequence[Word]]) -> float:
    """How much of a name a reading gives, in letters; below 0 for what is hardly one.

    Args:
        words: in the order of reading.
        readings: all of the same cell, this one among them.
    """
    total = sum(_value(word, meant) for word, meant in zip(words, _meant(words), strict=True))
    same = {word.mesin for other in readings if _folded(other) == _folded(words) for word in other}
    return total * _AGREED if total > 0 and len(same) > 1 else total


def _value(word: Word, meant: bool) -> float:
    letters = sum(map(str.isalnum, word.text))
    if not letters:
        return -_SIGN
    if meant:
        return letters * (max(word.keyakinan, _MEANT) - _HALF)
    chance = letters <= _SHORT or not word.text.isascii()
    return letters * (min(word.keyakinan, _CHANCE if chance else _STRANGE) - _HALF)


def _folded(words: Sequence[Word]) -> str:
    return "".join(filter(str.isalnum, "".join(word.text for word in words).casefold()))


def _same_ink(word: Word, other: Word) -> bool:
    # The words of a heading on end have one box together.
    if word.box == other.box:
        return False
    return shared(word.box, other.box) >= _SAME_INK * min(word.box.area, other.box.area)


def _is_sure(task: CellTask, words: Sequence[Word], marks: Marks) -> bool:
    """Whether a heading needs no second look: nothing is written in it, or words that mean something, surely read, and no others."""
    if not words:
        return not len(marks.written(task.box))
    # The number of a column may stand in one cell with its name.
    meant = all(told or is_number([word]) for word, told in zip(words, _meant(words), strict=True))
    good = meant and all(word.keyakinan >= _SURE for word in words)
    return good and len(without_doubles(words)) == len(words) and lost(task, words, marks) < _MISSED


def _may_be_name(task: CellTask, words: Sequence[Word], marks: Marks) -> bool:
    """Whether a cell is as small, and what was read in it as short, as the name of a column: first steps and letterheads are not."""
    return len(words) <= _WORDS and task.box.area <= _ROOM * marks.letter**2


def _is_settled(
    task: CellTask, words: Sequence[Word], readings: Sequence[Sequence[Word]], marks: Marks
) -> bool:
    """Whether a heading was surely read, and none of its other readings saw writing where this one has none."""
    agreed = _is_agreed(words, readings) and lost(task, words, marks) < _MISSED
    if not words or not (agreed or _is_sure(task, words, marks)):
        return False
    seen = (word for other in readings for word in other if word.keyakinan >= _SEEN)
    return not any(
        sum(map(str.isalnum, word.text)) >= _PIECE and not any(_level(word, own) for own in words)
        for word in seen
    )


def _is_agreed(words: Sequence[Word], readings: Sequence[Sequence[Word]]) -> bool:
    """Whether two engines surely read the same: names of people and places are in no vocabulary."""
    text = _folded(words)
    same = [some for some in readings if _folded(some) == text and all(w.keyakinan >= _SURE for w in some)]
    return bool(text) and len({word.mesin for some in same for word in some}) > 1


def _is_sure_in_part(task: CellTask, words: Sequence[Word], marks: Marks) -> bool:
    """Whether what was surely read of a heading explains all its ink: what else was seen there is paler."""
    sure = [word for word in words if word.keyakinan >= _SURE]
    return bool(sure) and _is_sure(task, sure, marks)


def _level(word: Word, other: Word) -> bool:
    """Whether two words may be of one line."""
    return min(word.box.y1, other.box.y1) > max(word.box.y0, other.box.y0)


def _is_inked(picture: Abu, box: Box, words: Sequence[Word]) -> bool:
    """Whether something dark stands within a cell where no word is, above or below all of them.

    Letters that grew into one another, or into the rule above them, are no marks of the size of letters.
    """
    across, down = _EDGE * box.width, _EDGE * box.height
    first, last = box.y0 + down, box.y1 - down
    if not words:
        return _is_dark(picture, Box(box.x0 + across, first, box.x1 - across, last), _INKED)
    text = union(word.box for word in words)
    height = min(word.box.height for word in words)
    parts = [(first, text.y0), (text.y1, last)]
    return any(
        end - start >= _LINE * height
        and _is_dark(picture, Box(box.x0 + across, start, box.x1 - across, end), _LETTERED)
        for start, end in parts
    )


def _is_dark(picture: Abu, part: Box, least: float) -> bool:
    inner = picture[int(part.y0) : int(part.y1), int(part.x0) : int(part.x1)]
    return bool(inner.size) and float((inner < _INK).mean()) >= least


def _meant(words: Sequence[Word]) -> list[bool]:
    """Whether each word is one of the language, or makes one with those beside it: headings are broken anywhere."""
    found = [_is_known(word.text) for word in words]
    for many in _PIECES:
        for at in range(len(words) - many + 1):
            part = slice(at, at + many)
            if not all(found[part]) and _is_known("".join(word.text for word in words[part])):
                found[part] = [True] * many
    return found


def _is_known(text: str) -> bool:
    return known(text) or text.casefold() in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(table("aktor")["awal"])


def _readings(
    engine: Engine,
    picture: Abu,
    cells: Mapping[int, CellTask],
    marks: Marks,
    larger: float,
    *,
    bare: bool = False,
    pale: bool = False,
) -> list[tuple[int, list[Word]]]:
    """What an engine reads in some cells in one size, with the number of each; on end, too, where it may stand so.

    ``bare``: without their specks, those that have any. ``pale``: with what is hardly darker than the paper.
    """
    crops = [
        (number, crop_of(picture, task.box, marks, larger * engine.huruf, pale=pale))
        for number, task in cells.items()
    ]
    if bare:
        cleaned = ((number, crop, without_specks(crop.picture)) for number, crop in crops)
        crops = [
            (number, replace(crop, picture=clean)) for number, crop, clean in cleaned if clean is not None
        ]
    ends = [
        (number, crop, turns)
        for number, crop in crops
        if cells[number].box.height > _TALL * cells[number].box.width and _may_stand(crop, marks.letter)
        for turns in (3, 1)
    ]
    lying = engine.read_lines([crop.picture for _, crop in crops])
    turned = engine.read_lines(
        [np.ascontiguousarray(np.rot90(crop.picture, turns)) for _, crop, turns in ends]
    )
    found = [
        (number, _written(_ordered(map(crop.back, words)), marks.letter))
        for (number, crop), words in zip(crops, lying, strict=True)
    ]
    found += [(number, _on_end(words, crop)) for (number, crop, _), words in zip(ends, turned, strict=True)]
    return found


def _may_stand(crop: Crop, letter: float) -> bool:
    """Whether what is written may stand on end: letters grow together along their line before they do across."""
    ink = (crop.picture < _INK).astype(np.uint8)
    reach = max(2, round(_APART * letter * crop.scale))
    along, across = (
        len(stats_of(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(side, np.uint8))))
        for side in ((1, reach), (reach, 1))
    )
    return across <= along


def _written(words: Iterable[Word], letter: float) -> list[Word]:
    """The words without what rules and specks are read as."""
    bare = [replace(word, text=without_rules(word.text)) for word in words]
    return [word for word in bare if is_word(word, letter) and _says(word.text)]


def _says(text: str) -> bool:
    """Whether a word of a heading is more than a lone sign that joins no two names."""
    return any(map(str.isalnum, text)) or text in _JOINS


def _ordered(words: Iterable[Word]) -> list[Word]:
    return sorted(words, key=lambda word: (word.baris, word.box.x0))


def _on_end(words: Sequence[Word], crop: Crop) -> list[Word]:
    """Words that stand on end, each with the box around all of them: so their order stays the order of reading."""
    height, width = crop.picture.shape
    whole = crop.back(Word("", Box(0, 0, width, height))).box
    return [replace(word, box=whole, baris=0) for word in _ordered(words) if _says(word.text)]
