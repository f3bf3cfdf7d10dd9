"""The procedure table read straight across its columns, as OCR engines print a page without its rules.

Each printed line holds a line of every cell: "1 Memberikan arahan penyusunan Surat edaran
bupati 1 Hari Disposisi" over "laporan kinerja penyusunan LKjIP". The duration marks where
kelengkapan ends and output begins; where the step ends is decided over all lines of a row
at once, from capitals and from how wide each column is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.actors import is_actor
from extractors.durations import DURATION, is_whole_duration
from extractors.labels import fold, heading
from extractors.layouts.chain import Anchor, end_of, find_chain
from extractors.layouts.heading_lines import read_heading_lines
from extractors.layouts.steps import Draft, Procedure, build
from extractors.pages import Line
from extractors.spans import Span, join

_WORD = re.compile(r"\S+")
_COUNT = re.compile(r"[±~<>]?[\dOl]{1,3}(?:[.,]\d)?(?:-\d{1,2})?$")
_UNIT = re.compile(r"(?:menit|jam|hari|minggu|bulan|mnt)$", re.IGNORECASE)
_VERB = re.compile(r"(?:Me|Mc|Ber|Di|Pe[nm])[a-z]{3,}")
_HEAD_JUNK = re.compile(r"[^A-Za-z]{0,4}")
_RESIDUE = re.compile(r"[^\w\s]{1,3}$|[A-Za-z]$|[|\\/]\S?$")
_KEEP = frozenset(("&", "/", "-", "–"))
_INLINE = 0.5
_FAR = 6
_GOING_ON = (0.0, 0.15, 0.3)  # of two cells that could go on, the one further left
_BEAM = 12
_LINK = 1.5
_MAX_LINES = 7
_TOLERANCE = 4

Words = Sequence[Span]
Cut = tuple[int, int]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Widths:
    """Characters that fit into a line of the step, kelengkapan and output columns."""

    uraian: int
    kelengkapan: int
    output: int


@dataclass(frozen=True, slots=True)
class RowLine:
    """One line of a row: its words but for those of the duration, which stood before word ``time`` (None: not here)."""

    words: Words
    time: int | None


def read_flattened(lines: Sequence[Line]) -> tuple[Procedure, int, int] | None:
    """The procedure in lines that run across its columns, and the lines [start, end) that it takes."""
    texts = [line.span.text for line in lines]
    chain = find_chain(texts)
    if not chain:
        return None
    end = end_of(texts, chain[-1].line)
    columns, start = read_heading_lines(lines, chain[0].line)
    above = start if columns else max(chain[0].line - _FAR, 0)
    anchors = _with_lost(texts, chain, above, end)
    rows = list(_rows(lines, anchors, end))
    timed = [row for row in rows if row[2] is not None]
    inline = [row for row in timed if any(line.time and line.words for line in row[1])]
    if len(inline) < max(2, _INLINE * len(rows)):
        return None
    widths = _widths([row[1] for row in rows])
    pairs = _pairs(texts)
    cuts = _chained([_best_cuts(row, widths, pairs) for _, row, _ in rows], [row for _, row, _ in rows])
    drafts = []
    for (number, row, time), chosen in zip(rows, cuts, strict=True):
        draft = _draft(row, chosen)
        if number:
            draft.cells["no"] = number
        if time:
            draft.cells["waktu"] = time
        drafts.append(draft)
    heads = [column.heading for column in columns]
    heads += [line.span for line in lines[start : chain[0].line] if heading(line.span.text)]
    first = min(start, next((anchor.line for anchor in anchors), start))
    return build(drafts, columns, heads, "pola"), first, end


def _with_lost(texts: Sequence[str], chain: Sequence[Anchor], start: int, end: int) -> list[Anchor]:
    """The anchors with those of rows whose number was lost: a line with a verb at its head and a duration in it."""
    anchors: list[Anchor] = []
    lows = [start, *(anchor.line + 1 for anchor in chain)]
    highs = [*(anchor.line for anchor in chain), end]
    numbers = [0, *(anchor.number for anchor in chain), chain[-1].number]
    for at, (low, high) in enumerate(zip(lows, highs, strict=True)):
        if at:
            anchors.append(chain[at - 1])
        missing = numbers[at + 1] - numbers[at] - 1
        for line in range(low, high):
            head = _HEAD_JUNK.match(texts[line])
            skip = head.end() if head else 0
            if missing > 0 and _VERB.match(texts[line], skip) and (skip or DURATION.search(texts[line])):
                anchors.append(Anchor(line, 0, skip))
                missing -= 1
    return anchors


def _rows(
    lines: Sequence[Line], anchors: Sequence[Anchor], end: int
) -> Iterator[tuple[Span | None, list[RowLine], Span | None]]:
    """Number, lines and duration of each row."""
    bounds = [*(anchor.line for anchor in anchors[1:]), end]
    for anchor, high in zip(anchors, bounds, strict=True):
        first = lines[anchor.line].span
        digits = re.search(r"\w+", first.text[: anchor.end])
        number = first.cut(digits.start(), digits.end()) if digits and anchor.number else None
        spans = [first.cut(anchor.end), *(line.span for line in lines[anchor.line + 1 : high])]
        words = [list(_words(span)) for span in spans if span][:_MAX_LINES]
        row, time = _without_duration([line for line in words if line])
        yield number, row, time


def _words(span: Span) -> Iterator[Span]:
    """The words of a line without the residue of drawn lines: lone letters and signs."""
    found = [span.cut(match.start(), match.end()) for match in _WORD.finditer(span.text)]
    for at, word in enumerate(found):
        text = word.text
        if (
            _RESIDUE.match(text)
            and text not in _KEEP
            and not (text.isalpha() and at and found[at - 1].text in _KEEP)
        ):
            continue
        yield word


def _without_duration(lines: Sequence[Words]) -> tuple[list[RowLine], Span | None]:
    """The lines of a row without its duration, and the duration."""
    for at, words in enumerate(lines):
        texts = [word.text for word in words]
        for length in (5, 4, 3, 2, 1):
            for start in range(len(words) - length, -1, -1):
                phrase = " ".join(texts[start : start + length])
                if (start or at) and is_whole_duration(phrase.rstrip("/ ")):
                    return _taken(lines, at, start, start + length, phrase.endswith("/") or "/" in texts[start + length :])
    return _broken_duration(lines)


def _taken(lines: Sequence[Words], at: int, start: int, end: int, per: bool) -> tuple[list[RowLine], Span]:
    """The lines without words [start, end) of one of them, and those words as the duration.

    With ``per`` the duration goes on in the next line: "15 menit /" over "desa".
    """
    time = [*lines[at][start:end]]
    row = [RowLine(words, None) for words in lines]
    rest = [word for word in lines[at][end:] if word.text != "/"]
    row[at] = RowLine([*lines[at][:start], *rest], start)
    if per and at + 1 < len(lines):
        below = lines[at + 1]
        unit = next((i for i, word in enumerate(below) if word.text.strip("/") in _PER), None)
        if unit is not None:
            time.extend(below[max(unit - 1, 0) : unit + 1] if unit and below[unit - 1].text == "/" else [below[unit]])
            kept = [word for i, word in enumerate(below) if i != unit and word.text != "/"]
            row[at + 1] = RowLine(kept, min(unit, len(kept)))
    return row, join(time)


def _broken_duration(lines: Sequence[Words]) -> tuple[list[RowLine], Span | None]:
    """A duration broken over two lines: "… 10 Surat" over "… menit Edaran"."""
    for at in range(len(lines) - 1):
        counts = [i for i, word in enumerate(lines[at]) if _COUNT.match(word.text) and (i or at)]
        units = [i for i, word in enumerate(lines[at + 1]) if _UNIT.match(word.text)]
        if counts and units:
            count, unit = counts[-1], units[0]
            start = count
            while start > 1 and lines[at][start - 1].text.casefold() in _BOUNDS:
                start -= 1
            time = join([join(lines[at][start : count + 1]), lines[at + 1][unit]], "\n")
            row = [RowLine(words, None) for words in lines]
            row[at] = RowLine([*lines[at][:start], *lines[at][count + 1 :]], start)
            row[at + 1] = RowLine([*lines[at + 1][:unit], *lines[at + 1][unit + 1 :]], unit)
            return row, time
    return [RowLine(words, None) for words in lines], None


_BOUNDS = frozenset(("paling", "lama", "maks.", "maksimal", "maks", "min.", "minimal", "±", "kurang", "lebih", "sekitar"))
_PER = frozenset(("berkas", "orang", "desa", "bagian", "kegiatan", "dokumen", "surat", "hari", "pemohon", "kelurahan"))


def _pairs(texts: Sequence[str]) -> Counter[Pair]:
    """How often words stand beside each other in the whole document: "capaian kinerja" belongs together."""
    found: Counter[Pair] = Counter()
    for text in texts:
        words = text.casefold().split()
        found.update(zip(words, words[1:], strict=False))
    return found


def _widths(rows: Sequence[Sequence[RowLine]]) -> Widths:
    """Column widths, from first lines: a capital begins the kelengkapan, the duration ends it."""
    uraian, kelengkapan, output = [20], [10], [10]
    for row in rows:
        if not row or row[0].time is None:
            continue
        texts = [word.text for word in row[0].words]
        cut = next((i for i in range(1, row[0].time) if _begins_cell(texts[i], texts[i - 1])), None)
        if cut and len(row) > 1:
            uraian.append(len(" ".join(texts[:cut])))
            kelengkapan.append(len(" ".join(texts[cut : row[0].time])))
            output.append(len(" ".join(texts[row[0].time :])))
    return Widths(
        *(
            sorted(sizes)[int(len(sizes) * 0.85) - 1 if len(sizes) > 2 else -1]
            for sizes in (uraian, kelengkapan, output)
        )
    )


def _begins_cell(text: str, before: str) -> bool:
    """Whether a word begins a cell rather than naming somebody inside a sentence."""
    return text[:1].isupper() and not _is_name(text) and before.casefold() not in _LINKS


@lru_cache(maxsize=2048)
def _is_name(text: str) -> bool:
    return is_actor(text) or sum(c.isupper() for c in text) > 1


_LINKS = frozenset(("kepada", "ke", "dari", "oleh", "dan", "di", "atau", "untuk", "pada", "dengan"))


def _draft(row: Sequence[RowLine], cuts: Sequence[Cut]) -> Draft:
    draft = Draft()
    for role, cell in zip(("uraian", "kelengkapan", "output"), _cells(row, cuts), strict=True):
        if cell:
            draft.cells[role] = join(cell, "\n")
    return draft


def _cells(row: Sequence[RowLine], cuts: Sequence[Cut]) -> tuple[list[Span], list[Span], list[Span]]:
    """The lines of the step, the kelengkapan and the output that these cuts make."""
    cells: tuple[list[Span], list[Span], list[Span]] = ([], [], [])
    for line, (first, second) in zip(row, cuts, strict=True):
        for cell, part in zip(cells, (line.words[:first], line.words[first:second], line.words[second:]), strict=True):
            if part:
                cell.append(join(part))
    return cells


def _chained(choices: Sequence[Sequence["_State"]], rows: Sequence[Sequence[RowLine]]) -> list[tuple[Cut, ...]]:
    """For each row its cuts, chosen together: what one step puts out the next one mostly needs."""
    if not choices:
        return []
    texts = [
        [tuple(fold(" ".join(part.text for part in cell)) for cell in _cells(row, state.cuts)) for state in states]
        for states, row in zip(choices, rows, strict=True)
    ]
    best = [state.cost for state in choices[0]]
    trail: list[list[int]] = []
    for at in range(1, len(choices)):
        costs, origin = [], []
        for i, state in enumerate(choices[at]):
            links = [
                best[j] - (_LINK if texts[at][i][1] and texts[at][i][1] == texts[at - 1][j][2] else 0.0)
                for j in range(len(best))
            ]
            j = min(range(len(links)), key=links.__getitem__)
            costs.append(state.cost + links[j])
            origin.append(j)
        best = costs
        trail.append(origin)
    at = min(range(len(best)), key=best.__getitem__)
    chosen = [at]
    for origin in reversed(trail):
        at = origin[at]
        chosen.append(at)
    return [choices[row][i].cuts for row, i in enumerate(reversed(chosen))]


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    cuts: tuple[Cut, ...]
    lengths: tuple[int, int, int]  # of each cell's line before; 0 not begun, -1 ended
    last: tuple[str, str, str]  # last word of each cell so far


def _best_cuts(row: Sequence[RowLine], widths: Widths, pairs: Counter[Pair]) -> list[_State]:
    """The cheapest ways to cut the lines of a row, best first.

    A cut says for each line how many of its words end the step's part and the kelengkapan's.
    """
    states = [_State(0.0, (), (0, 0, 0), ("", "", ""))]
    sizes = (widths.uraian, widths.kelengkapan, widths.output)
    for at, line in enumerate(row):
        texts = [word.text for word in line.words]
        following: list[_State] = []
        for cut in _cuts(len(texts), line.time):
            parts = (texts[: cut[0]], texts[cut[0] : cut[1]], texts[cut[1] :])
            own = _part_cost(parts, at == 0, pairs)
            for state in states:
                cost, lengths = _join_cost(parts, state, sizes, pairs)
                last = tuple(part[-1] if part else word for part, word in zip(parts, state.last, strict=True))
                following.append(_State(state.cost + own + cost, (*state.cuts, cut), lengths, (last[0], last[1], last[2])))
        states = sorted(following, key=lambda state: state.cost)[:_BEAM]
    return states


def _cuts(count: int, time: int | None) -> Iterator[Cut]:
    if time is not None:
        for first in range(min(time, count) + 1):
            yield first, min(time, count)
        return
    for first in range(count + 1):
        for second in range(first, count + 1):
            yield first, second


def _part_cost(parts: Sequence[Sequence[str]], is_first: bool, pairs: Counter[Pair]) -> float:
    """What the parts of one line cost by themselves: capitals inside a cell, neighbours parted or joined."""
    cost = 0.0
    before = ""
    for at, part in enumerate(parts):
        if before and part and pairs[before, part[0].casefold()] > 1:
            cost += 0.6
        for i in range(1, len(part)):
            if _begins_cell(part[i], part[i - 1]):
                cost += 0.9 if at == 0 else 0.35
            if not is_first and pairs[part[i - 1].casefold(), part[i].casefold()] < 2:
                cost += 0.2
        before = part[-1].casefold() if part else before
    if is_first:
        cost += 4.0 * (not parts[0]) + 0.8 * (not parts[1])
    return cost


def _join_cost(
    parts: Sequence[Sequence[str]], state: _State, sizes: Sequence[int], pairs: Counter[Pair]
) -> tuple[float, tuple[int, int, int]]:
    """What it costs to put the parts of a line below those of the line before, and the new lengths."""
    cost = 0.0
    before = state.lengths
    lengths = []
    for at in range(3):
        part, last, size = parts[at], before[at], sizes[at]
        if not part:
            cost += 0.25 if last > 0.8 * size else 0.0  # a full line seldom ends a cell
            lengths.append(-1 if last else 0)
            continue
        length = len(" ".join(part))
        cost += 0.25 * max(0, length - size - _TOLERANCE)
        if last == 0:  # the cell begins here
            cost += 0.0 if part[0][:1].isupper() or part[0][:1].isdigit() else (2.0, 1.6, 1.2)[at]
            cost += 0.0 if before == (0, 0, 0) else 0.7
        elif last < 0:  # it had ended
            cost += 2.0
        else:
            room = size - last - 1 - len(part[0])
            cost += 0.12 * max(0, room - 1) + _GOING_ON[at]
            cost -= 0.7 if (state.last[at].casefold(), part[0].casefold()) in pairs else 0.0
            cost += 0.5 if part[0][:1].isupper() and not _is_name(part[0]) else 0.0
        lengths.append(length)
    return cost, (lengths[0], lengths[1], lengths[2])
