"""Step numbers, read as one decision over all rows of a procedure.

A row's number alone proves little ("l1", "8" for "3", a stray bracket). What a number
should be follows from its neighbours, so the cheapest explanation of the whole column is
sought: a misread number costs, and so does every place where the counting breaks off. A
number between two that fit each other is thus repaired, while a repeated one, a gap or a
new count stays as printed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from normalizers.reading import INFERENSI, KOREKSI, Reading, Saksi

_NOMOR = re.compile(r"(?i)\W*(?:no\b\W*)?([0-9oil|!sb]{1,3})[\W_]*")
_ANGKA = str.maketrans("oOiIlL|!sSbB", "001111115588")

# What an explanation costs. One break must be cheaper than a misread number (6, 6 stays) and
# two breaks dearer (3, 8, 5 becomes 3, 4, 5).
_SALAH_BACA = 1.0
_TERPOTONG = 0.4  # a lost digit, "1" for "10"
_MIRIP = 0.7  # digits of one shape, read from pixels: less than a break, so that "5, 8" ends as "5, 6"
_BERGARIS = 0.25  # the side of the cell read as a 1 before the number, from pixels: "14" for "4"
_KABUR = 0.5  # what is read less surely than this is hardly a number: …
_SALAH_KABUR = 0.2  # … being wrong about it costs little, so that a count from 1 is believed before it
_PUTUS = 0.75
_AWAL = 0.5  # not beginning at 1
_BANYAK = 3  # rows of which one number alone proves nothing
_SELISIH_UMUM = 32  # how many ways of counting are tried for rows that read otherwise

_SERUPA = frozenset(("06", "08", "17", "35", "38", "49", "56", "68", "69", "89"))
"""Digits that an engine takes for each other in worn print, the smaller first."""

_YAKIN_KOREKSI = 0.8
_YAKIN_INFERENSI = 0.6


def parse(texts: Sequence[str | None], jelas: Sequence[float] = ()) -> list[Reading[int | None]]:
    """The number of each row from what is printed there; None where a row cannot be placed in the count.

    Args:
        texts: what stands in the column of numbers.
        jelas: how sure the engine is that read each from a picture, 0..1; 1 for what no engine read, as for all if left out.

    A reading has a witness "nomor_tercetak" where the print repeats an earlier number, is overruled or
    missing; it holds the print. A table that numbers no row has none.
    """
    printed = [_baca(text or "") for text in texts]
    numbers = printed if _runs_on(printed) else _fill(_explain(printed, jelas or [1.0] * len(printed)))
    counted = any(number is not None for number in printed)
    seen: set[int] = set()
    readings = []
    for text, read, number in zip(texts, printed, numbers, strict=True):
        shown = (text or "").strip()
        quote = _tercetak(shown, read, number, repeated=number in seen) if counted else None
        saksi = () if quote is None else (Saksi("", "nomor_tercetak", quote),)
        readings.append(_reading(shown, read, number, saksi))
        if number is not None:
            seen.add(number)
    return readings


def _tercetak(text: str, read: int | None, number: int | None, *, repeated: bool) -> str | None:
    """What the row shows instead of the number that it should have; None where all is well."""
    if read is not None:
        return str(read) if read != number or repeated else None
    return None if text.strip("().").translate(_ANGKA) == str(number) else text


def _reading(
    text: str, read: int | None, number: int | None, saksi: tuple[Saksi, ...]
) -> Reading[int | None]:
    if number is None:
        return Reading(None, saksi=saksi)
    if read == number and str(number) in text:
        return Reading(number, saksi=saksi)
    if any(char.isalnum() or char == "|" for char in text):
        return Reading(number, KOREKSI, _YAKIN_KOREKSI, saksi=saksi)
    return Reading(number, INFERENSI, _YAKIN_INFERENSI, saksi=saksi)


@lru_cache(maxsize=512)
def _baca(text: str) -> int | None:
    """The number that a cell shows, look-alike letters read as digits; None without any digit."""
    match = _NOMOR.fullmatch(text)
    if not match or not any("0" <= char <= "9" for char in match[1]):
        return None
    return int(match[1].translate(_ANGKA))


def _runs_on(printed: Sequence[int | None]) -> bool:
    return all(number == place for place, number in enumerate(printed, 1))


def _explain(printed: Sequence[int | None], jelas: Sequence[float]) -> list[int | None]:
    """The cheapest numbers for the rows that show one: each is row + offset, and a new offset is a break."""
    offsets = [None if number is None else number - row for row, number in enumerate(printed)]
    counts = Counter(offset for offset in offsets if offset is not None)
    common = [offset for offset, _ in counts.most_common(_SELISIH_UMUM)]
    cost: dict[int, float] = {}
    came_from: list[dict[int, int]] = []
    for row, read in enumerate(printed):
        if read is None:
            came_from.append({})
            continue
        cost, back = _advance(cost, sorted({1, *common, read - row}), row, read, jelas[row])
        came_from.append(back)
    if not cost or _is_lone(printed, jelas):
        return [None] * len(printed)
    best = min(cost, key=lambda offset: (cost[offset], abs(offset)))
    numbers: list[int | None] = [None] * len(printed)
    for row in range(len(printed) - 1, -1, -1):
        if printed[row] is not None:
            numbers[row] = row + best
            best = came_from[row][best]
    return numbers


def _is_lone(printed: Sequence[int | None], jelas: Sequence[float]) -> bool:
    """Whether of all rows an engine read one number alone: it is wrong more often than steps do not begin at 1."""
    read = [row for row, number in enumerate(printed) if number is not None]
    return len(read) == 1 and len(printed) >= _BANYAK and jelas[read[0]] < 1


def _advance(
    cost: dict[int, float], offsets: Sequence[int], row: int, read: int, jelas: float
) -> tuple[dict[int, float], dict[int, int]]:
    """The cost of each offset after one more row, and the offset of the row before that it came from."""
    after: dict[int, float] = {}
    back: dict[int, int] = {}
    cheapest = min(cost, key=lambda offset: (cost[offset], abs(offset))) if cost else None
    for offset in offsets:
        if cheapest is None:
            before, total = offset, _AWAL if offset != 1 else 0.0
        elif offset in cost and cost[offset] <= cost[cheapest] + _PUTUS:
            before, total = offset, cost[offset]
        else:
            before, total = cheapest, cost[cheapest] + _PUTUS
        after[offset] = total + _misread(read, row + offset, jelas)
        back[offset] = before
    return after, back


def _misread(read: int, number: int, jelas: float) -> float:
    if read == number:
        return 0.0
    if number < 1:
        return 2 * _SALAH_BACA
    if jelas < _KABUR:
        return _SALAH_KABUR
    if jelas < 1 and str(read) == f"1{number}":
        return _BERGARIS
    if jelas < 1 and _serupa(str(read), str(number)):
        return _MIRIP
    return _TERPOTONG if number >= 10 and str(read) in str(number) else _SALAH_BACA


def _serupa(read: str, number: str) -> bool:
    """Whether two numbers differ only in digits of one shape."""
    pairs = list(zip(read, number, strict=False))
    return len(read) == len(number) and all(a == b or min(a + b, b + a) in _SERUPA for a, b in pairs)


def _fill(numbers: Sequence[int | None]) -> list[int | None]:
    """Rows without a number take the one that the rows before and behind them leave for it."""
    known = [(row, number) for row, number in enumerate(numbers) if number is not None]
    if not known:
        return list(range(1, len(numbers) + 1))
    filled = list(numbers)
    ends = [None, *known, None]
    for before, behind in pairwise(ends):
        start = before[0] + 1 if before else 0
        stop = behind[0] if behind else len(numbers)
        origin = before or behind
        if start == stop or origin is None:
            continue
        offset = origin[1] - origin[0]
        # "3", "", "4": a row between two that follow each other has no number of its own.
        if behind and behind[1] - behind[0] != offset:
            continue
        filled[start:stop] = [row + offset if row + offset > 0 else None for row in range(start, stop)]
    return filled
