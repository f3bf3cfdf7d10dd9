"""Letters to words: by blanks where they were drawn, by distances where not.

A word is sought along its own line, turned as that is. Lines follow the drawing order, in which
the text of a cell is together even where it overflows into the next; afterwards the pieces of
words that a program drew one by one are put together by place.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from extractors.boxes import Box, union
from extractors.sheets import Rule, Word
from extractors.vector import turns
from extractors.vector.drawn import Letter

# All distances in shares of the font size.
SAME_LINE: Final = 0.35
"""How far a letter may stand off the line of its neighbour: a raised one is still of it."""
BACK: Final = 0.45
"""How far a letter may begin before the end of its neighbour."""
FAR: Final = 3.0
"""A line ends at a wider gap."""
SPACE: Final = 0.17
"""A gap this much wider than usual parts words where no blank was drawn."""
SPACE_BESIDE_BLANKS: Final = 0.30
"""The same in a line that has blanks: its words need no gaps."""
SEEN_SPACE: Final = 0.11
"""The same where PDFium sees a blank, too."""
NO_SPACE: Final = 0.04
"""A drawn blank narrower than this is none."""
TOUCHING: Final = 0.10
"""Pieces of a word on one line stand at most so far apart."""
SPREAD: Final = 4
"""So many single letters with even gaps are one word in spaced type."""
LEADING: Final = 1.9
"""Lines of one turned heading stand at most so far apart."""


@dataclass(slots=True)
class _Piece:
    """A word while it is put together; u runs along its line, v across it, downward."""

    letters: list[Letter]
    u0: float
    u1: float
    v: float
    size: float
    line: int
    blank_before: bool
    blank_after: bool

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters)

    @property
    def box(self) -> Box:
        return union(letter.box for letter in self.letters)


def words_of(letters: Iterable[Letter], rules: Sequence[Rule]) -> list[Word]:
    """The words of a page; each line has its own ``baris``.

    Words of a turned heading get boxes side by side, in the order in which they are read, that
    together fill the box of the heading.

    Args:
        letters: in drawing order, on the sheet.
        rules: ruled lines, which part words and turned headings.
    """
    by_turn: dict[int, list[Letter]] = defaultdict(list)
    for letter in letters:
        turn = turns.quarter(letter.turn)
        if turn is not None:
            by_turn[turn].append(letter)
    walls = [rule for rule in rules if rule.tegak]
    words: list[Word] = []
    lines = 0
    for turn in sorted(by_turn):
        pieces = _pieces(by_turn[turn], turn, walls, lines)
        lines = max((piece.line for piece in pieces), default=lines) + 1
        if turn == 0:
            words.extend(Word(p.text, p.box, baris=p.line) for p in pieces)
        else:
            words.extend(_turned(pieces, turn, rules))
    return words


def _along(letter: Letter, turn: int) -> tuple[float, float, float]:
    """Where a letter begins and ends along its line, and where its baseline is across it."""
    box, (x, y) = letter.box, letter.base
    if turn == 90:
        return box.y0, box.y1, -x
    if turn == 180:
        return -box.x1, -box.x0, -y
    if turn == 270:
        return -box.y1, -box.y0, x
    return box.x0, box.x1, y


def _pieces(letters: Sequence[Letter], turn: int, walls: Sequence[Rule], first: int) -> list[_Piece]:
    between = walls if turn == 0 else ()
    pieces: list[_Piece] = []
    for number, line in enumerate(_lines(letters, turn), first):
        pieces.extend(_split(line, number, between))
    return _spread(_joined(pieces, between))


_Spot = tuple[Letter, float, float, float]
"""A letter with u0, u1 and v."""


def _lines(letters: Iterable[Letter], turn: int) -> Iterator[list[_Spot]]:
    """Runs of letters that follow each other on one line."""
    line: list[_Spot] = []
    for letter in letters:
        u0, u1, v = _along(letter, turn)
        if line:
            last, start, end, level = line[-1]
            size = max(letter.size, last.size)
            # What begins before its neighbour does not follow it: the letters of upside-down lines come last first.
            follows = -BACK * size <= u0 - end <= FAR * size and u0 >= start - TOUCHING * size
            if abs(v - level) > SAME_LINE * size or not follows:
                yield line
                line = []
        line.append((letter, u0, u1, v))
    if line:
        yield line


def _split(line: Sequence[_Spot], number: int, walls: Sequence[Rule]) -> Iterator[_Piece]:
    """The words of a run."""
    shown = [spot for spot in line if spot[0].text != " "]
    if not shown:
        return
    usual = _usual_gap(line)
    limit = usual + (SPACE_BESIDE_BLANKS if len(shown) < len(line) else SPACE)
    group: list[_Spot] = []
    blank = before = False
    for spot in line:
        if spot[0].text == " ":
            blank = True
            continue
        if group:
            gap = (spot[1] - group[-1][2]) / max(spot[0].size, group[-1][0].size)
            parted = (blank and gap > NO_SPACE) or gap > limit
            if parted or (spot[0].parted and gap > usual + SEEN_SPACE) or _walled(group[-1], spot, walls):
                yield _piece(group, number, before, blank)
                group, before = [], blank
            blank = False
        else:
            before, blank = blank, False
        group.append(spot)
    yield _piece(group, number, before, blank)


def _usual_gap(line: Sequence[_Spot]) -> float:
    """By how much the letters of a run are spaced out, in shares of the size."""
    gaps = [
        (b[1] - a[2]) / max(a[0].size, b[0].size)
        for a, b in pairwise(line)
        if a[0].text != " " and b[0].text != " "
    ]
    return max(0.0, median(gaps)) if len(gaps) >= SPREAD else 0.0


def _walled(left: _Spot, right: _Spot, walls: Sequence[Rule]) -> bool:
    """Whether a ruled line stands between two letters that were drawn apart."""
    if not walls or left[0].owner == right[0].owner:
        return False
    y = left[0].box.centre[1]
    low, high = left[0].box.centre[0], right[0].box.centre[0]
    slack = 0.15 * left[0].size
    return any(
        low < rule.at < high
        and rule.start <= y <= rule.end
        and left[2] - slack <= rule.at <= right[1] + slack
        for rule in walls
    )


def _piece(group: Sequence[_Spot], line: int, before: bool, after: bool) -> _Piece:
    letters = [spot[0] for spot in group]
    sizes, levels = [letter.size for letter in letters], [spot[3] for spot in group]
    return _Piece(letters, group[0][1], group[-1][2], median(levels), max(sizes), line, before, after)


def _joined(pieces: Sequence[_Piece], walls: Sequence[Rule]) -> list[_Piece]:
    """Pieces put together that touch on one line although they were drawn at different times."""
    rows: defaultdict[int, list[_Piece]] = defaultdict(list)
    for piece in pieces:
        rows[round(piece.v / 4.0)].append(piece)
    gone: set[int] = set()
    for row in sorted(rows):
        near = sorted(
            (p for at in (row - 1, row, row + 1) for p in rows.get(at, ())), key=lambda p: (p.u0, p.v)
        )
        for at, left in enumerate(near):
            if id(left) in gone:
                continue
            _swallow(left, near[at + 1 :], gone, walls)
    return [piece for piece in pieces if id(piece) not in gone]


def _swallow(left: _Piece, following: Sequence[_Piece], gone: set[int], walls: Sequence[Rule]) -> None:
    """Adds to a piece those behind it that go on where it ends."""
    for right in following:
        if right.u0 - left.u1 > left.size:
            break
        if id(right) in gone or right is left or not _continues(left, right, walls):
            continue
        left.letters.extend(right.letters)
        left.u1, left.blank_after = right.u1, right.blank_after
        gone.add(id(right))


def _continues(left: _Piece, right: _Piece, walls: Sequence[Rule]) -> bool:
    if left.blank_after or right.blank_before or left.line == right.line:
        return False
    size = max(left.size, right.size)
    if abs(left.v - right.v) > SAME_LINE * size or right.u1 <= left.u1:
        return False
    if not -TOUCHING * 1.5 <= (right.u0 - left.u1) / size <= TOUCHING:
        return False
    a, b = left.letters[-1], right.letters[0]
    return not _walled((a, left.u0, left.u1, left.v), (b, right.u0, right.u1, right.v), walls)


def _spread(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Words in spaced type, drawn as single letters between blanks, put together."""
    by_line: defaultdict[int, list[_Piece]] = defaultdict(list)
    for piece in pieces:
        by_line[piece.line].append(piece)
    return [piece for line in by_line.values() for piece in _spread_line(line)]


def _spread_line(line: Sequence[_Piece]) -> Iterator[_Piece]:
    run: list[_Piece] = []
    for piece in line:
        single = len(piece.text) == 1 and piece.text.isalpha()
        if single and (not run or _evenly(run, piece)):
            run.append(piece)
            continue
        yield from _as_one(run)
        run = [piece] if single else []
        if not single:
            yield piece
    yield from _as_one(run)


def _evenly(run: Sequence[_Piece], piece: _Piece) -> bool:
    gap = piece.u0 - run[-1].u1
    usual = run[1].u0 - run[0].u1 if len(run) > 1 else gap
    return gap <= 1.35 * usual + 0.05 * piece.size and gap < piece.size


def _as_one(run: Sequence[_Piece]) -> Sequence[_Piece]:
    """The run as one word when it is long enough, else as it is."""
    if len(run) < SPREAD:
        return list(run)
    whole = run[0]
    for piece in run[1:]:
        whole.letters.extend(piece.letters)
        whole.u1, whole.blank_after = piece.u1, piece.blank_after
    return [whole]


def _turned(pieces: Sequence[_Piece], turn: int, rules: Sequence[Rule]) -> Iterator[Word]:
    """The words of turned headings, laid side by side within the box of each."""
    for block in _blocks(pieces, turn, rules):
        area = union(piece.box for piece in block)
        step = area.width / len(block)
        for at, piece in enumerate(block):
            slot = Box(area.x0 + at * step, area.y0, area.x0 + (at + 1) * step, area.y1)
            yield Word(piece.text, slot, baris=block[0].line)


def _blocks(pieces: Sequence[_Piece], turn: int, rules: Sequence[Rule]) -> list[list[_Piece]]:
    """Turned words grouped into headings, each in reading order."""
    blocks: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.v, p.u0)):
        home = next((b for b in reversed(blocks) if _belongs(b, piece, rules)), None)
        if home is None:
            blocks.append([piece])
        else:
            home.append(piece)
    return blocks


def _belongs(block: Sequence[_Piece], piece: _Piece, rules: Sequence[Rule]) -> bool:
    last = block[-1]
    size = max(last.size, piece.size)
    if abs(piece.v - last.v) <= SAME_LINE * size:
        beside = piece.u0 - last.u1 <= FAR * size
    else:
        low, high = min(p.u0 for p in block), max(p.u1 for p in block)
        overlaps = min(high, piece.u1) - max(low, piece.u0) > -size
        beside = piece.v - last.v <= LEADING * size and overlaps
    return beside and not _parted(last.box, piece.box, rules)


def _parted(one: Box, other: Box, rules: Sequence[Rule]) -> bool:
    """Whether a ruled line runs between two boxes."""
    (ax, ay), (bx, by) = one.centre, other.centre
    for rule in rules:
        across, along = ((ax, bx), (ay, by)) if rule.tegak else ((ay, by), (ax, bx))
        if min(across) < rule.at < max(across) and rule.start <= sum(along) / 2 <= rule.end:
            return True
    return False
