"""Where words may stand that a run through their letters made pass for a line of the flow."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from extractors.boxes import Box, union
from extractors.lexicon.branch_names import Cabang, branch, branch_read
from extractors.sheets import Drawing, Word

# Inches.
SHORTEST, LONGEST = 0.05, 0.6
"""A run through letters is so long; a line is longer."""
TILTED: Final = 0.02
"""It is no more off the level than this."""
BESIDE, BELOW = 0.75, 0.4
"""So far beside and below a decision its words stand."""
APART, LEVEL = 0.08, 0.05
"""Runs so close to each other, and so much on one level, are of one phrase."""
BEFORE: Final = 3.0
"""Heights of letters between the first one of a word and the next word."""
BRANCHES: Final = 2
"""Names around a decision that has both."""
VIEWS: Final = ((0.03, 0.05), (0.08, 0.05), (0.08, 0.08), (0.12, 0.06))
"""How much beside and above a run is shown to the engine, one view after the other."""
SURE, DOUBTFUL, WORD = 0.9, 0.5, 4
"""A Tidak of so many letters that is read so surely is one, whatever is read behind it less surely than the second."""
HARDLY: Final = 0.2
"""A word less sure than this is hardly read."""
LEAST: Final = 0.04
"""Confidence of an engine in a word that can be nothing else."""
TOLD: Final = 2
"""Letters of a word; one may be a piece of a line."""


def zone(decision: Box, dpi: float) -> Box:
    """Where the names of the ways out of a decision stand."""
    x0, y0, x1, y1 = decision
    return Box(x0 - BESIDE * dpi, y0 - BELOW * dpi, x1 + BESIDE * dpi, y1 + BELOW * dpi)


def lacks(decision: Box, words: Sequence[Word], named: Iterable[Drawing], dpi: float) -> bool:
    """Whether not both names of its ways were read around a decision, among the words of the page and apart from them."""
    apart = [(label, one.box) for one in named if (label := branch(one.text)) is not None]
    on_page = [(label, word.box) for word in words if (label := branch(word.text)) is not None]
    said = apart + [one for one in on_page if not any(box.holds(*one[1].centre) for _, box in apart)]
    around = zone(decision, dpi)
    told = {_whole(label, box, said) for label, box in said if around.holds(*box.centre)}
    return len(told) < BRANCHES


def _whole(label: Cabang, box: Box, said: Sequence[tuple[Cabang, Box]]) -> Cabang:
    """What a word says that stands behind the others: a Ya right behind a Tidak is of it."""
    return "Tidak" if any(one == "Tidak" and _is_before(other, box) for one, other in said) else label


def struck_places(drawings: Sequence[Drawing], decision: Box, dpi: float) -> list[Box]:
    """The runs around a decision that may be of letters, those of one phrase together."""
    around = zone(decision, dpi)
    found: list[Box] = []
    for run in sorted(_runs(drawings, dpi)):
        if not around.holds(*run.centre):
            continue
        kin = next((box for box in found if _is_of_one(box, run, dpi)), None)
        if kin is not None:
            found.remove(kin)
            run = union((kin, run))
        found.append(run)
    return found


def struck_views(place: Box, dpi: float) -> list[Box]:
    """What is shown to an engine of such a place."""
    return [
        Box(place.x0 - x * dpi, place.y0 - y * dpi, place.x1 + x * dpi, place.y1 + y * dpi) for x, y in VIEWS
    ]


def struck_name(readings: Sequence[Sequence[Word]]) -> str | None:
    """The name of a branch that the views of a place, from the narrowest to the widest, agree upon as far as they say one.

    A Ya that is read in a narrow view is none where a wider one shows another word beside it: that may be the Tidak of it.
    """
    texts = [" ".join(_told(words)) for words in readings]
    names = [name for text in texts if (name := branch_read(text)) and len(name) >= TOLD]
    if len({branch(name) for name in names}) != 1:
        return None
    if branch(names[0]) == "Ya" and any(len(text.split()) > len(names[0].split()) for text in texts):
        return None
    return max(names, key=len)


def _is_before(box: Box, other: Box) -> bool:
    """Whether a word, or the first letter of one, stands before another on its line."""
    high = max(box.height, other.height)
    level = abs(box.centre[1] - other.centre[1]) < high / 2
    return level and -high / 2 < other.x0 - box.x1 < BEFORE * high


def read_name(reading: Sequence[Word]) -> str | None:
    """The name of a branch that was read; a Ya that is only like what was hardly read may as well be the rest of a Tidak."""
    name = _named(reading)
    hardly = all(word.keyakinan < HARDLY for word in reading)
    told = any(branch(word.text) == "Ya" for word in reading)
    return None if name and len(name) >= WORD and branch(name) == "Ya" and hardly and not told else name


def _named(reading: Sequence[Word]) -> str | None:
    """The name of a branch that was read or is most like it; words that are hardly read count where without them another name would be told."""
    name = branch_read(" ".join(word.text for word in reading if word.keyakinan >= LEAST))
    if (
        name is None
        and len(reading) == 2
        and reading[0].keyakinan >= SURE
        and reading[1].keyakinan < DOUBTFUL
    ):
        # What is behind a Tidak, the line runs through it, changes nothing.
        first = reading[0].text
        name = branch_read(first) if branch(first) == "Tidak" and len(first) >= WORD else None
    unsure = [word for word in reading if word.keyakinan < LEAST and sum(map(str.isalpha, word.text)) > TOLD]
    if not unsure or (name is not None and branch(name) == "Tidak"):
        return name
    return branch_read(" ".join(word.text for word in reading if word.keyakinan >= LEAST or word in unsure))


def _told(words: Sequence[Word]) -> Iterator[str]:
    """Words that are no piece of a line."""
    for word in words:
        if word.keyakinan >= LEAST and sum(char.isalpha() for char in word.text) >= TOLD:
            yield word.text


def _runs(drawings: Sequence[Drawing], dpi: float) -> Iterator[Box]:
    """The short level stretches of lines."""
    for drawing in drawings:
        if drawing.jenis != "connector":
            continue
        for (ax, ay), (bx, by) in pairwise(drawing.points):
            if abs(ay - by) <= TILTED * dpi and SHORTEST * dpi < abs(ax - bx) < LONGEST * dpi:
                yield Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _is_of_one(box: Box, run: Box, dpi: float) -> bool:
    near = max(run.x0 - box.x1, box.x0 - run.x1) < APART * dpi
    return near and abs(run.centre[1] - box.centre[1]) < LEVEL * dpi
