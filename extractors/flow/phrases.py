"""The words on a sheet that may name the branches of decisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.boxes import Box, shared, union
from extractors.lexicon.branch_names import Cabang, answers, branch, branch_word, kinds
from extractors.sheets import Sheet, Word, by_line

INSIDE: Final = 0.6
"""Share of a phrase that lies in another one of which it is a part."""
INNER: Final = 0.4
"""A phrase within this share of a symbol's half diagonals belongs to the symbol."""
APART: Final = 1.2
"""Words of one phrase stand no further apart than this many heights."""
WORN, WHOLE, LOST = 2, 5, 3
"""A rest of this many letters at least stands for a word of this many at least that lost so many at most."""
SURE: Final = 0.9
"""A word that was read so surely lost nothing."""
AROUND: Final = 4
"""Letters that must be left around such as are lost within a word."""
TIGHT: Final = 0.16
"""Letters of one word stand no further apart than this many heights, nor overlap more."""
BEHIND: Final = 2.5
"""A word that a rule parts from the "Tidak" before it stands no further behind it than this many heights."""
OVER: Final = 0.4
"""Words that overlap by more than this many heights were printed over each other."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name a branch."""

    label: Cabang
    box: Box


def phrases_of(sheet: Sheet, symbols: Sequence[Box]) -> list[Phrase]:
    """The phrases on a sheet that may name branches: within symbols only answers, for other words are what is asked there."""
    found = []
    words = [_mended(word) for word in sheet.words] if sheet.pindaian else _whole(sheet.words)
    written, boxed = list(_written(words)), list(_boxed(sheet))
    lines = _put_together([*written, *boxed]) if sheet.pindaian else [*_put_together(written), *boxed]
    for text, box in lines:
        label = branch(text)
        if label is not None and (answers(text) or not any(_within(box, symbol) for symbol in symbols)):
            found.append(Phrase(label, box))
    if not sheet.pindaian:
        # What a program wrote over each other was not read twice.
        return found
    return [one for one in found if not any(_is_part(one.box, other.box) for other in found)]


def _is_part(box: Box, other: Box) -> bool:
    """Whether a phrase is what was read first of a longer one."""
    return box.area < other.area and shared(box, other) > INSIDE * box.area


def _mended(word: Word) -> Word:
    """A word read from pixels that is the rest of one known at branches as that one."""
    text = word.text.casefold().strip(".,:;'|-_")
    if branch_word(text) or len(text) < WORN or word.keyakinan >= SURE:
        return word
    longer = {
        known
        for known in frozenset.union(*kinds())
        if len(known) >= WHOLE
        and len(text) >= len(known) - LOST
        and (known.startswith(text) or known.endswith(text) or _lacks_middle(text, known))
    }
    return replace(word, text=longer.pop()) if len(longer) == 1 else word


def _lacks_middle(text: str, known: str) -> bool:
    """Whether a word is another without letters from within, which a line ran through."""
    cuts = range(1, len(text)) if len(text) >= AROUND else ()
    return any(known.startswith(text[:cut]) and known.endswith(text[cut:]) for cut in cuts)


def _whole(words: Sequence[Word]) -> list[Word]:
    """Words with those made one that a ruled line runs through: "T" and "idak" on both sides of a column's border.

    Letters of one word touch, and together they must name a branch.
    """
    found: list[Word] = []
    for word in sorted(words, key=lambda w: (w.box.x0, w.box.y0)):
        before = next((other for other in found if _touch(other.box, word.box)), None)
        if before is not None and branch_word(before.text + word.text):
            found.remove(before)
            word = replace(before, text=before.text + word.text, box=union((before.box, word.box)))
        found.append(word)
    return found


def _touch(left: Box, right: Box) -> bool:
    """Whether a word goes on in another without a blank."""
    level = min(left.y1, right.y1) - max(left.y0, right.y0)
    low = min(left.height, right.height)
    return level > 0.6 * low and -TIGHT < (right.x0 - left.x1) / max(low, 1.0) < TIGHT


def _written(words: Sequence[Word]) -> Iterator[tuple[str, Box]]:
    """Words that stand together on a line, and each line of several that stand below each other."""
    likely = [word for word in words if branch_word(word.text)]
    for line in by_line(likely):
        run: list[Word] = []
        for word in line:
            gap = (word.box.x0 - run[-1].box.x1) / max(word.box.height, 1.0) if run else 0.0
            if not -OVER < gap < APART:
                yield from _run(run, words)
                run = []
            run.append(word)
        yield from _run(run, words)


def _run(run: Sequence[Word], words: Sequence[Word]) -> Iterator[tuple[str, Box]]:
    if run and not _goes_on(run, words):
        yield " ".join(word.text for word in run), union(word.box for word in run)


def _put_together(lines: Sequence[tuple[str, Box]]) -> list[tuple[str, Box]]:
    """Phrases in two pieces made one: "Tidak" above "setuju", or before it on the other side of a rule."""
    found = list(lines)
    for text, box in lines:
        if branch(text) != "Tidak":
            continue
        behind = [(t, b) for t, b in found if _is_behind(box, b) and branch(t) == "Ya" and not answers(t)]
        if len(behind) == 1 and branch(f"{text} {behind[0][0]}") == "Tidak":
            found.remove((text, box))
            found.remove(behind[0])
            text, box = f"{text} {behind[0][0]}", union((box, behind[0][1]))
            found.append((text, box))
        below = [(t, b) for t, b in found if t.islower() == t[:1].islower() and _is_below(box, b)]
        below = [line for line in below if line[0][:1].islower() or text.isupper()]
        if len(below) == 1 and _is_rest(below[0][0], text) and (text, box) in found:
            found.remove((text, box))
            found.remove(below[0])
            found.append((f"{text} {below[0][0]}", union((box, below[0][1]))))
    return found


def _is_rest(text: str, before: str) -> bool:
    """Whether a text goes on with a name: "lengkap" below "Tidak" does, and below "Tidak lengkap" is the other name."""
    said = set(before.casefold().split())
    return branch(text) == "Ya" and not set(text.casefold().split()) <= said


def _is_behind(box: Box, other: Box) -> bool:
    """Whether words stand behind others on their line."""
    high = max(box.height, other.height)
    level = abs(box.centre[1] - other.centre[1]) < high / 2
    return level and 0 < other.x0 - box.x1 < BEHIND * high


def _is_below(box: Box, other: Box) -> bool:
    """Whether a line is the next one below another; boxes are as high as their letters, some of which are low."""
    pitch = (other.centre[1] - box.centre[1]) / max(box.height, other.height, 1.0)
    return 0.7 < pitch < 1.6 and min(box.x1, other.x1) > max(box.x0, other.x0)


def _goes_on(run: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether other words stand right beside a run: then it is a piece of a sentence."""
    box = union(word.box for word in run)
    return any(
        word not in run
        and min(box.y1, word.box.y1) - max(box.y0, word.box.y0) > 0.5 * word.box.height
        and -1.0 < max(word.box.x0 - box.x1, box.x0 - word.box.x1) < 0.6 * word.box.height
        for word in words
    )


def _boxed(sheet: Sheet) -> Iterator[tuple[str, Box]]:
    """Texts of office shapes; where such a text stands is known to the size of its box."""
    for drawing in sheet.drawings:
        if drawing.text and drawing.jenis != "connector":
            yield drawing.text, drawing.box


def _within(box: Box, symbol: Box) -> bool:
    """Whether a phrase stands in the middle of a symbol; the corners of a diamond are outside it."""
    x, y = box.centre
    cx, cy = symbol.centre
    if symbol.width <= 0 or symbol.height <= 0:
        return False
    return abs(x - cx) / symbol.width + abs(y - cy) / symbol.height < INNER
