"""Where the cells of a flattened row end: one decision over all its lines, and over all rows.

Each line is cut into the step's part, the kelengkapan's and the output's. What speaks for a
cut: residue of the drawn flow, capitals, the width of each column, words that stand together
elsewhere in the document, and that a step mostly needs what the one before put out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from extractors.layouts.flat_rows import FlatRow, RowLine
from extractors.lexicon.actors import is_actor
from extractors.lexicon.labels import fold
from extractors.lexicon.open_ends import is_open
from extractors.lexicon.word_forms import are_related
from extractors.spans import Span, join

_GOING_ON = (0.0, 0.15, 0.3)  # of two cells that could go on, the one further left
_BEGINS_LOW = (2.0, 1.6, 1.2)  # a cell that begins with a small letter
_BEAM = 8
_LINK = 1.5
_ALIKE = 0.9
"""How like the output of the step before a kelengkapan is at least that is the same, misread."""
_DONE = 0.8
"""What it is worth that an output says that the step was done: "Berkas diteruskan" of "Meneruskan"."""
_TOLERANCE = 4
_BARRED = 0.5
"""The share of lines with residue between their words from which rules are taken to have left it."""
_UNBARRED, _CROSSED = 0.8, 0.8
"""What it costs that a cell ends without such residue, and that one stands inside a cell."""
_LED, _ACTORS = 1.2, 3
"""What a step costs behind so many rules: those of the actors' columns stand before the kelengkapan."""

Cut = tuple[int, int]
"""How many words of a line end the step's part, and the kelengkapan's."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Habits:
    """What is common to the rows of a table.

    Attributes:
        sizes: characters that fit into a line of the step, kelengkapan and output.
        pairs: how often words stand beside each other in the document.
        capital: 0..1, how much a capital says that a cell begins; little where Steps Are Written So.
        barred: whether residue of the rules stands between the cells of most lines.
    """

    sizes: tuple[int, int, int]
    pairs: Counter[Pair]
    capital: float
    barred: bool = False


def cut_rows(rows: Sequence[FlatRow], texts: Sequence[str]) -> tuple[float, list[tuple[Cut, ...]]]:
    """For each row the cuts of its lines, and what they cost; ``texts`` are the lines of the whole document."""
    barred = _is_barred(rows)
    rows = [_with_first_bars(row) for row in rows] if barred else rows
    habits = replace(_habits(rows, texts), barred=barred)
    return _chained([_best_cuts(row, habits) for row in rows], rows)


def _is_barred(rows: Sequence[FlatRow]) -> bool:
    """Whether engines read the rules between the cells of most lines as strokes and letters."""
    lines = [line for row in rows for line in row.lines]
    return sum(_inner_bar(line) is not None for line in lines) >= _BARRED * max(len(lines), 1)


def _inner_bar(line: RowLine) -> int | None:
    """Where residue first parts two words that no duration stood between."""
    return min((bar for bar in line.bars if 0 < bar < len(line.words) and bar != line.time), default=None)


def _with_first_bars(row: FlatRow) -> FlatRow:
    """A row with the step of each line ended by the first of all rules, not by the last."""
    lines = [replace(line, mark=None if line.lead >= _ACTORS else _inner_bar(line)) for line in row.lines]
    return replace(row, lines=lines)


def cells_of(row: FlatRow, cuts: Sequence[Cut]) -> tuple[list[Span], list[Span], list[Span]]:
    """The lines of the step, the kelengkapan and the output that these cuts make."""
    cells: tuple[list[Span], list[Span], list[Span]] = ([], [], [])
    for line, (first, second) in zip(row.lines, cuts, strict=True):
        for cell, part in zip(
            cells, (line.words[:first], line.words[first:second], line.words[second:]), strict=True
        ):
            if part:
                cell.append(join(part))
    return cells


def _habits(rows: Sequence[FlatRow], texts: Sequence[str]) -> Habits:
    """Column widths, from first lines: residue or a capital begins the kelengkapan, the duration ends it."""
    pairs: Counter[Pair] = Counter()
    for text in texts:
        words = text.casefold().split()
        pairs.update(pairwise(words))
    heads = [row.lines[row.head] for row in rows if row.lines]
    second = [line.words[1].text for line in heads if len(line.words) > 2]
    capital = 1.0 - min(
        1.0, 2.2 * sum(text[:1].isupper() and not is_name(text) for text in second) / max(len(second), 1)
    )
    uraian, kelengkapan, output = [20], [10], [10]
    marked = [len(_text(line.words[: line.mark])) for row in rows for line in row.lines if line.mark]
    for row in rows:
        line = row.lines[row.head] if row.lines else None
        if line is None or line.time is None or len(row.lines) < 2:
            continue
        texts_ = [word.text for word in line.words]
        cut = line.mark or next(
            (i for i in range(1, line.time) if begins_cell(texts_[i], texts_[i - 1])), None
        )
        if cut and cut <= line.time and (line.mark or capital > 0.5):
            uraian.append(len(" ".join(texts_[:cut])))
            kelengkapan.append(len(" ".join(texts_[cut : line.time])))
            output.append(len(" ".join(texts_[line.time :])))
    if capital <= 0.5 and marked:
        uraian = [*uraian, *marked]
    sizes = tuple(_typical(sizes) for sizes in (uraian, kelengkapan, output))
    return Habits((max(sizes[0], *marked) if marked else sizes[0], sizes[1], sizes[2]), pairs, capital)


def _text(words: Sequence[Span]) -> str:
    return " ".join(word.text for word in words)


def _typical(sizes: Sequence[int]) -> int:
    return sorted(sizes)[int(len(sizes) * 0.85) - 1 if len(sizes) > 2 else -1]


def begins_cell(text: str, before: str) -> bool:
    """Whether a word begins a cell rather than naming somebody inside a sentence."""
    return text[:1].isupper() and not is_name(text) and not is_open(before)


@lru_cache(maxsize=2048)
def is_name(text: str) -> bool:
    """Whether a word has its capital as a name or an acronym."""
    return is_actor(text) or sum(c.isupper() for c in text) > 1


def _chained(
    choices: Sequence[Sequence["_State"]], rows: Sequence[FlatRow]
) -> tuple[float, list[tuple[Cut, ...]]]:
    """For each row its cuts, chosen together: what one step puts out the next one mostly needs."""
    if not choices:
        return 0.0, []
    texts = [
        [
            tuple(fold(" ".join(part.text for part in cell)) for cell in cells_of(row, state.cuts))
            for state in states
        ]
        for states, row in zip(choices, rows, strict=True)
    ]
    costs_of = [
        [state.cost - _DONE * _says_done(row, state.cuts) for state in states]
        for states, row in zip(choices, rows, strict=True)
    ]
    best = costs_of[0]
    trail: list[list[int]] = []
    for at in range(1, len(choices)):
        costs, origin = [], []
        for i, cost in enumerate(costs_of[at]):
            links = [
                best[j] - (_LINK if _same(texts[at][i][1], texts[at - 1][j][2]) else 0.0)
                for j in range(len(best))
            ]
            j = min(range(len(links)), key=links.__getitem__)
            costs.append(cost + links[j])
            origin.append(j)
        best = costs
        trail.append(origin)
    at = min(range(len(best)), key=best.__getitem__)
    cost = best[at]
    chosen = [at]
    for origin in reversed(trail):
        at = origin[at]
        chosen.append(at)
    return cost, [choices[row][i].cuts for row, i in enumerate(reversed(chosen))]


@lru_cache(maxsize=4096)
def _same(needed: str, given: str) -> bool:
    """Whether two cells say the same, a letter or two misread."""
    return bool(needed) and (needed == given or SequenceMatcher(None, needed, given).ratio() >= _ALIKE)


def _says_done(row: FlatRow, cuts: Sequence[Cut]) -> bool:
    """Whether an output has a word with the root of the step's verb."""
    step, _, output = cells_of(row, cuts)
    if not step or not output:
        return False
    verb = _plain(step[0].text.split()[0])
    return any(are_related(verb, _plain(word)) for span in output for word in span.text.split())


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:()")


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    cuts: tuple[Cut, ...]
    lengths: tuple[int, ...]  # of each cell's line before; 0 not begun, -1 ended
    last: tuple[str, ...]  # last word of each cell so far, without case


@dataclass(frozen=True, slots=True)
class _Part:
    """What a line gives to one cell: first and last word without case, length, and how it begins."""

    first: str
    last: str
    length: int
    width: int  # of the first word
    opens: bool  # begins with a capital or a figure
    restarts: bool  # begins with a capital that is no name's


_NO_PART = _Part("", "", 0, 0, False, False)


def _best_cuts(row: FlatRow, habits: Habits) -> list[_State]:
    """The cheapest ways to cut the lines of a row, best first."""
    states = [_State(0.0, (), (0, 0, 0), ("", "", ""))]
    for at, line in enumerate(row.lines):
        texts = [word.text for word in line.words]
        following: list[_State] = []
        for cut in _cuts(len(texts), line.time):
            words = (texts[: cut[0]], texts[cut[0] : cut[1]], texts[cut[1] :])
            own = _part_cost(words, at == row.head, habits) + _mark_cost(line, cut, at < row.head)
            own += _bar_cost(line, cut) if habits.barred else 0.0
            parts = [_part(part) for part in words]
            following.extend(_joined(state, cut, parts, own, habits) for state in states)
        states = sorted(following, key=lambda state: state.cost)[:_BEAM]
    return states


def _part(words: Sequence[str]) -> _Part:
    if not words:
        return _NO_PART
    first = words[0]
    upper = first[:1].isupper()
    length = sum(map(len, words)) + len(words) - 1
    return _Part(
        first.casefold(),
        words[-1].casefold(),
        length,
        len(first),
        upper or first[:1].isdigit(),
        upper and not is_name(first),
    )


def _joined(state: _State, cut: Cut, parts: Sequence[_Part], own: float, habits: Habits) -> _State:
    """A state with another line's parts put below those of the lines before."""
    cost = state.cost + own
    lengths, lasts = [], []
    for at, (part, last, size) in enumerate(zip(parts, state.lengths, habits.sizes, strict=True)):
        if not part.length:
            if last > 0:
                cost += 0.25 if last > 0.8 * size else 0.0  # a full line seldom ends a cell
                cost += 1.5 if is_open(state.last[at]) else 0.0
            lengths.append(-1 if last else 0)
            lasts.append(state.last[at])
            continue
        over = part.length - size - _TOLERANCE
        cost += 0.25 * over if over > 0 else 0.0
        if last == 0:  # the cell begins here
            cost += 0.0 if part.opens else _BEGINS_LOW[at]
            cost += 0.7 if state.cuts and any(state.lengths) else 0.0
        elif last < 0:  # it had ended
            cost += 2.0
        else:
            room = size - last - 2 - part.width
            cost += (0.12 * room if room > 0 else 0.0) + _GOING_ON[at]
            cost -= 0.7 if (state.last[at], part.first) in habits.pairs else 0.0
            cost += 0.5 * habits.capital if part.restarts else 0.0
        lengths.append(part.length)
        lasts.append(part.last)
    return _State(cost, (*state.cuts, cut), tuple(lengths), tuple(lasts))


def _cuts(count: int, time: int | None) -> Iterator[Cut]:
    if time is not None:
        for first in range(min(time, count) + 1):
            yield first, min(time, count)
        return
    for first in range(count + 1):
        for second in range(first, count + 1):
            yield first, second


def _mark_cost(line: RowLine, cut: Cut, is_above: bool) -> float:
    """What residue says: the step ends where it stood; nothing of it stands above the number."""
    cost = 3.0 * cut[0] if is_above else 0.0
    return cost + (0.0 if line.mark is None or line.mark == cut[0] else 1.2)


def _bar_cost(line: RowLine, cut: Cut) -> float:
    """What the rules say where their residue stands between all cells: a cell ends at each, and only there."""
    ends = {end for end in cut if 0 < end < len(line.words) and end != line.time}
    bars = {bar for bar in line.bars if 0 < bar < len(line.words) and bar != line.time}
    cost = _UNBARRED * len(ends - line.bars) + _CROSSED * len(bars - ends)
    return cost + (_LED * (cut[0] > 0) if line.lead >= _ACTORS else 0.0)


def _part_cost(parts: Sequence[Sequence[str]], is_first: bool, habits: Habits) -> float:
    """What the parts of one line cost by themselves: capitals inside a cell, neighbours parted or joined."""
    cost = 0.0
    before = ""
    pairs = habits.pairs
    for at, part in enumerate(parts):
        if before and part and pairs[before, part[0].casefold()] > 1:
            cost += 0.6
        for i in range(1, len(part)):
            if begins_cell(part[i], part[i - 1]):
                cost += (0.9 if at == 0 else 0.35) * habits.capital
            if not is_first and pairs[part[i - 1].casefold(), part[i].casefold()] < 2:
                cost += 0.2
        before = part[-1].casefold() if part else before
    if is_first:
        cost += 4.0 * (not parts[0]) + 0.8 * (not parts[1])
    return cost
