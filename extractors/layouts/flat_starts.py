"""Where the rows of a table begin whose lines run straight across its columns: one decision over all lines.

Engines lose or misread the numbers of some steps ("TA Mengirimkan" for 7). What else tells a row: it has one
duration, begins with a verb, and counts on; cells are aligned to the top or to the middle, in one table alike.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extractors.layouts.chain import Anchor, read_number, timed_before

_LEAD = re.compile(r"\W{0,4}(?:[^\W_]{1,3}[^\w\s]{0,3}\s+\W{0,3}|[IJLl1|](?=[A-Z][a-z]{2}))?")
"""What engines leave of a number before the verb of a step: "TA ", "7S ", "I" of "IMenyetujui"."""
_SIGNS = re.compile(r"\W{0,4}")
_MOST_LINES = 12
_BEAM = 6
"""Numbers that may be due at a line, of the cheapest ways to it."""
_SKIPPED = 0.35
"""What a line costs that stands before all rows."""
_UNTIMED, _TIMED_AGAIN = 1.3, 1.4
_UNNUMBERED, _NUMBERED_AGAIN = 0.8, 1.3
_COUNTS_ON, _MAY_COUNT, _LEFT_OUT, _FALLS = 1.2, 0.3, 0.5, 1.6
_TRUSTED = 0.8
"""How much less it costs to follow a number of the chain than another."""
_VERB, _LOWER, _VERB_INSIDE = 1.2, 1.2, 1.1
_PARTED, _GAP_INSIDE = 0.3, 0.25
_OFF = {"atas": 1.0, "tengah": 0.1}
"""What it costs that a number does not stand in the first line, by how cells are aligned."""
_ON_TOP = 0.2
"""What it costs in a table aligned to the middle that the number of a row of several lines stands in the first."""


@dataclass(frozen=True, slots=True)
class Begin:
    """The first line of a row, and the anchor whose text is cut behind its number or what is left of one."""

    line: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class _State:
    """Rows so far: what they cost, and the last one behind those before it."""

    cost: float
    row: Begin | None = None
    before: "_State | None" = None

    def rows(self) -> tuple[Begin, ...]:
        """The rows from the first to the last."""
        found: list[Begin] = []
        state: _State | None = self
        while state is not None and state.row is not None:
            found.append(state.row)
            state = state.before
        return tuple(reversed(found))


class _Lines:
    """What the lines say that rows may be made of."""

    def __init__(self, texts: Sequence[str], chain: Sequence[Anchor], is_step: Callable[[str], bool]) -> None:
        self.texts = texts
        self.is_step = is_step
        self.trusted = {anchor.line: anchor for anchor in chain if anchor.number}
        self.numbers = [self._number(at) for at in range(len(texts))]
        self.timed = timed_before(texts)
        self.leads = [self._lead(at) for at in range(len(texts))]
        self.verbs = [self._begins(at) for at in range(len(texts))]

    def _begins(self, at: int) -> bool:
        """Whether a line begins with a verb, behind a number that counts the rows also in small letters."""
        text = self.texts[at][self.leads[at] :]
        return self.is_step(text[:1].upper() + text[1:] if at in self.trusted else text)

    def _number(self, at: int) -> Anchor | None:
        if at in self.trusted:
            return self.trusted[at]
        found = read_number(self.texts[at]) if self.texts[at] else None
        return Anchor(at, *found) if found else None

    def _lead(self, at: int) -> int:
        """Where the text of a line begins: behind its number, and behind what is left of one where a verb follows."""
        number = self.numbers[at]
        start = number.end if number else 0
        text = self.texts[at][start:]
        for pattern in (_SIGNS, _LEAD):
            found = pattern.match(text)
            if found and self.is_step(text[found.end() :]):
                return start + found.end()
        return start

    def begin_cost(self, at: int) -> float:
        """What it costs that a row begins with a line."""
        if self.verbs[at]:
            return -_VERB
        parted = -_PARTED if at and not self.texts[at - 1] else 0.0
        lower = self.texts[at][self.leads[at] :][:1].islower() and not self.numbers[at]
        return parted + (_LOWER if lower else 0.0)


def row_begins(
    texts: Sequence[str], chain: Sequence[Anchor], low: int, high: int, is_step: Callable[[str], bool]
) -> tuple[Begin, ...]:
    """The rows of the lines [low, high).

    Args:
        texts: of all lines.
        chain: the numbers that are known to count the rows.
        low: the first line that may be of a row.
        high: the line behind the last one.
        is_step: whether a text begins with a verb as a step does.
    """
    lines = _Lines(texts[:high], chain, is_step)
    readings = [_best(lines, low, high, kind) for kind in _OFF]
    return min(readings, key=lambda state: state.cost).rows()


def _best(lines: _Lines, low: int, high: int, kind: str) -> _State:
    """The cheapest rows under one alignment, from line to line; states differ in the number that is due."""
    written = [at for at in range(low, high) if lines.texts[at]]
    reached: dict[int, dict[int, _State]] = {
        at: {1: _State(_SKIPPED * place)} for place, at in enumerate(written)
    }
    done = _State(float("inf"))
    for at in written:
        known = sorted(reached.pop(at).items(), key=lambda entry: entry[1].cost)
        for due, state in known[:_BEAM]:
            for end in _ends(lines, at, high):
                anchor, cost = _row(lines, at, end, due, kind)
                new = _State(state.cost + cost, Begin(at, anchor), state)
                if end >= high:
                    done = min(done, new, key=lambda one: one.cost)
                    continue
                following = reached[end]
                number = (anchor.number or due) + 1
                if number not in following or new.cost < following[number].cost:
                    following[number] = new
    return done


def _ends(lines: _Lines, at: int, high: int) -> list[int]:
    """Where a row that begins with a line may end: before a line with text, or with all lines."""
    found = [end for end in range(at + 1, high) if lines.texts[end]][: _MOST_LINES - 1]
    return found if len(found) == _MOST_LINES - 1 else [*found, high]


def _row(lines: _Lines, start: int, end: int, due: int, kind: str) -> tuple[Anchor, float]:
    """The anchor of a row of lines, and what it costs; the number that counts on is its number."""
    texts = lines.texts
    numbers = [number for at in range(start, end) if (number := lines.numbers[at])]
    cost = lines.begin_cost(start)
    durations = lines.timed[end] - lines.timed[start]
    cost += _UNTIMED if not durations else _TIMED_AGAIN * (durations - 1)
    cost += _VERB_INSIDE * sum(lines.verbs[start + 1 : end])
    cost += _GAP_INSIDE * sum(not texts[at] for at in range(start + 1, end - 1) if texts[at + 1])
    own, counted = None, _UNNUMBERED * bool(lines.trusted)
    for number in numbers:
        if number.line not in lines.trusted and number.line != start:
            continue  # of a list in a cell
        counts = _count_cost(lines, number, due)
        if counts < counted:
            own, counted = number, counts
    others = sum(number.line in lines.trusted for number in numbers if number is not own)
    cost += counted + _NUMBERED_AGAIN * others
    if own is None:
        return Anchor(start, 0, lines.leads[start]), cost
    own = replace(own, end=lines.leads[own.line])
    if own.line != start:
        cost += _OFF[kind]
    elif end - start > 1:
        cost += _ON_TOP * (kind == "tengah")
    return own, cost


def _count_cost(lines: _Lines, number: Anchor, due: int) -> float:
    """What it costs that a number is that of the row that is due."""
    trusted = _TRUSTED if number.line in lines.trusted else 0.0
    if number.number == due:
        return -(_COUNTS_ON if trusted else _MAY_COUNT) - trusted
    if number.number > due:
        return _LEFT_OUT * (number.number - due) - trusted
    return _FALLS - trusted
