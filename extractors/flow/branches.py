"""The words at the branches of decisions: Ya, Tidak and their kin."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations
from typing import Final

from extractors.boxes import Box, shared, union
from extractors.branch_names import Cabang, answers, branch, branch_word, kinds
from extractors.flow.standing import apart
from extractors.flow.strokes import Point, length
from extractors.flow.tracing import Way
from extractors.sheets import Sheet, Word, by_line

NEAR: Final = 16.0
"""Points: a word further than this from a line says nothing about it."""
FIRST: Final = 70.0
"""Points: a word stands at the first stretch of a way, as long as this."""
FAR: Final = 34.0
"""... unless it says what the nearest line, a branch of a decision without a name, would be called."""
AWAY: Final = 32.0
"""Points: a phrase further from where a way begins, and beside the decision that it leads to, is of that decision."""
BESIDE, AT, ASIDE = 0.6, 0.3, 0.45
"""Shares of the width and height of a decision: what is so far from its middle stands before a corner, or leaves there, if it is
no further off that corner's axis."""
AT_END: Final = 8.0
"""Points: a word this near to the end of a way stands at it."""
LATER: Final = 0.12
"""Points of distance that a point along the way counts for."""
SAME, BRANCHES = 1.0, 2
"""Points within which two ways begin at the same place; so many leave a decision."""
UNLIKELY: Final = 3.0
"""Points of distance that a Tidak which leads on counts for, and a Ya which leads back."""
ELSEWHERE: Final = 12.0
"""Points of distance that a way from anything but a decision counts for."""
NONE: Final = 25.0
"""Points of distance that a way without a label counts for."""
MOST: Final = 4
"""So many ways and phrases of one symbol are looked at."""
INSIDE: Final = 0.6
"""Share of a phrase that lies in another one of which it is a part."""
INNER: Final = 0.4
"""A phrase within this share of a symbol's half diagonals belongs to the symbol."""
APART: Final = 1.2
"""Words of one phrase stand no further apart than this many heights."""
WORN, WHOLE, LOST = 2, 5, 3
"""A rest of this many letters at least stands for a word of this many at least that lost so many at most."""
AROUND: Final = 4
"""Letters that must be left around such as are lost within a word."""
TIGHT: Final = 0.16
"""Letters of one word stand no further apart than this many heights, nor overlap more."""
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
    for text, box in (*_put_together(list(_written(words))), *_boxed(sheet)):
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
    if branch_word(text) or len(text) < WORN:
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
    """Phrases over two lines made one: "Tidak" above "setuju"."""
    found = list(lines)
    for text, box in lines:
        if branch(text) != "Tidak":
            continue
        below = [(t, b) for t, b in found if t.islower() == t[:1].islower() and _is_below(box, b)]
        below = [line for line in below if line[0][:1].islower() or text.isupper()]
        if len(below) == 1 and branch(below[0][0]) == "Ya" and (text, box) in found:
            found.remove((text, box))
            found.remove(below[0])
            found.append((f"{text} {below[0][0]}", union((box, below[0][1]))))
    return found


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


def labels(
    ways: Sequence[Way],
    phrases: Sequence[Phrase],
    onward: Sequence[bool],
    deciding: Sequence[bool | None],
    decisions: Mapping[int, Box],
) -> Mapping[int, Cabang]:
    """The labels of ways by their place among them.

    Each phrase belongs to the symbol whose ways it is nearest to; the phrases and ways of one symbol
    are matched all at once.

    Args:
        ways: of one page.
        phrases: on that page.
        onward: for each way whether it leads on: where two phrases stand at the same place, Tidak leads back.
        deciding: for each way whether it leaves a decision; None where it leaves what can have no branches.
        decisions: of that page, by their number.
    """
    costs: dict[tuple[int, int], float] = {}
    for at, way in enumerate(ways):
        if deciding[at] is None:
            continue
        for number, phrase in enumerate(phrases):
            cost = _cost(way.course, phrase.box)
            if cost is not None and way.dari is not None and not _is_elsewhere(way, phrase.box, decisions):
                odd = UNLIKELY if onward[at] != (phrase.label == "Ya") else 0.0
                costs[at, number] = cost + odd + (0.0 if deciding[at] else ELSEWHERE)
    _as_they_mean(costs, ways, phrases, onward)
    nearest: dict[int, tuple[float, int]] = {}
    for (at, number), cost in costs.items():
        nearest[number] = min(nearest.get(number, (cost, at)), (cost, at))
    found: dict[int, Cabang] = {}
    for symbol in dict.fromkeys(way.dari for way in ways):
        own = [at for at, way in enumerate(ways) if way.dari == symbol]
        said = [number for number, (_, at) in sorted(nearest.items()) if ways[at].dari == symbol]
        found.update(_matched(own[:MOST], said[:MOST], phrases, costs))
    unsaid = [phrase for number, phrase in enumerate(phrases) if number not in nearest]
    return found | _from_afar(ways, unsaid, onward, deciding, found)


def _as_they_mean(
    costs: dict[tuple[int, int], float],
    ways: Sequence[Way],
    phrases: Sequence[Phrase],
    onward: Sequence[bool],
) -> None:
    """Let the one phrase at a point from which two ways begin be of the one that leads as it says, however near the other is."""
    for at, way in enumerate(ways):
        kin = [
            n
            for n, other in enumerate(ways)
            if other.dari == way.dari and math.dist(other.course[0], way.course[0]) <= SAME
        ]
        said = {number for n, number in costs if n in kin}
        told = {n for n in kin if onward[n]}
        if len(kin) != BRANCHES or len(said) != 1 or len(told) != 1:
            continue
        (number,) = said
        if onward[at] != (phrases[number].label == "Ya") and (at, number) in costs:
            costs[at, number] += NEAR


def begins_at_its_end(
    way: Way, ways: Sequence[Way], phrases: Sequence[Phrase], decisions: Mapping[int, Box]
) -> bool:
    """Whether a Tidak stands where a way ends at a decision, and at no way that leaves it: names stand where lines begin.

    Args:
        way: to a decision.
        ways: of its page.
        phrases: on that page.
        decisions: of that page, by their number.
    """
    back = replace(way, dari=way.ke, ke=way.dari, course=way.course[::-1])
    leaving = [other for other in ways if other.dari == way.ke]
    for phrase in phrases:
        cost = _cost(back.course, phrase.box, AT_END)
        if phrase.label != "Tidak" or cost is None or _is_elsewhere(back, phrase.box, decisions):
            continue
        others = (_cost(other.course, phrase.box) for other in leaving)
        if all(other is None or other > cost for other in others):
            return True
    return False


def _is_elsewhere(way: Way, box: Box, decisions: Mapping[int, Box]) -> bool:
    """Whether a phrase stands beside the decision that a way leads to, or beside another side of the one it leaves."""
    begun, reached = (None if end is None else decisions.get(end) for end in (way.dari, way.ke))
    first, last = way.course[0], way.course[-1]
    if begun is not None:
        beside, leaves = _side(box.centre, begun, BESIDE), _side(first, begun, AT)
        if beside and leaves and beside != leaves:
            return True
    near = reached is not None and apart(box.centre, reached) <= NEAR + box.width
    return near and apart(first, box) > AWAY and apart(last, box) < min(NEAR, apart(first, box) / 2)


def _side(point: Point, box: Box, least: float) -> tuple[bool, bool] | None:
    """Before which corner of a diamond a point lies (left or right, and which), None where it lies between two."""
    (x, y), (cx, cy) = point, box.centre
    across, along = (x - cx) / max(box.width, 1.0), (y - cy) / max(box.height, 1.0)
    far, aside = max(abs(across), abs(along)), min(abs(across), abs(along))
    if far < least or aside > ASIDE:
        return None
    return (True, across > 0) if abs(across) > abs(along) else (False, along > 0)


def _from_afar(
    ways: Sequence[Way],
    phrases: Sequence[Phrase],
    onward: Sequence[bool],
    deciding: Sequence[bool | None],
    known: Mapping[int, Cabang],
) -> dict[int, Cabang]:
    """Labels of ways that a phrase near no line must mean: Tidak leads back, Ya leads on, and no way is nearer to it."""
    given = {(ways[at].dari, label) for at, label in known.items()}
    found: dict[int, Cabang] = {}
    for phrase in phrases:
        costs = ((_cost(way.course, phrase.box, FAR), at) for at, way in enumerate(ways))
        near = min(((cost, at) for cost, at in costs if cost is not None), default=None)
        if near is None:
            continue
        _, at = near
        meant = deciding[at] and onward[at] == (phrase.label == "Ya")
        if meant and at not in known and at not in found and (ways[at].dari, phrase.label) not in given:
            found[at] = phrase.label
    return found


def _matched(
    own: Sequence[int],
    said: Sequence[int],
    phrases: Sequence[Phrase],
    costs: Mapping[tuple[int, int], float],
) -> dict[int, Cabang]:
    """The cheapest way to give phrases to the ways from one symbol, the same label never twice."""
    best: tuple[float, dict[int, Cabang]] = (math.inf, {})
    for order in permutations((*said, *[-1] * len(own)), len(own)):
        pairs = [(at, n) for at, n in zip(own, order, strict=True) if n >= 0]
        given = [phrases[n].label for _, n in pairs]
        if len(set(given)) < len(given) or any(pair not in costs for pair in pairs):
            continue
        cost = sum(costs[pair] for pair in pairs) + NONE * (len(own) - len(pairs))
        if cost < best[0]:
            best = cost, {at: phrases[n].label for at, n in pairs}
    return best[1]


def _cost(course: Sequence[Point], box: Box, reach: float = NEAR) -> float | None:
    """How far a phrase stands from the first stretch of a way; None where too far."""
    best: float | None = None
    done = 0.0
    for a, b in pairwise(course):
        if done > FIRST:
            break
        size = length((a, b))
        steps = max(1, int(min(size, FIRST) // 3))
        for step in range(steps + 1):
            share = step / steps
            point = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
            gap = apart(point, box)
            cost = gap + LATER * (done + share * size)
            if gap <= reach and (best is None or cost < best):
                best = cost
        done += size
    return best
