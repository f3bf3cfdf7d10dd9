"""Steps of several SOPs side by side: the most central SOP, and all others aligned to it.

Two SOPs are aligned by one decision over all their steps (Needleman-Wunsch): what is done
counts most, then who does it and how far along. The medoid is the SOP that all others agree
with best; the others are laid against it one by one, nearest first, and a step that it
lacks gets a row of its own. A step that stands elsewhere is then put back to its like.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from normalizers.fuzzy import ratio
from normalizers.model import Langkah, Sop
from pipeline.compare.kata import inti
from pipeline.data import table

_KATA: Final = 0.7
_PELAKSANA: Final = 0.2
_LETAK: Final = 0.1
_AMBANG: Final = 0.45
"""Steps less alike than this are better left without a counterpart."""
_KATA_PALING_SEDIKIT: Final = 0.3
"""Actor and place alone make no counterpart."""
_PINDAH: Final = 0.6
"""Words so alike, in another place, are the same step in another order."""
_CALON_MEDOID: Final = 40
"""In larger groups only the likeliest are weighed as medoids: each weighing aligns it with all others."""


@dataclass(frozen=True, slots=True)
class Ciri:
    """What a step is compared by: its words, who does it (None: not known), how far along it stands, 0..1."""

    kata: frozenset[str]
    teks: str
    pelaksana: frozenset[str] | None
    letak: float


@dataclass(slots=True)
class Jajaran:
    """One row of the alignment.

    Attributes:
        wakil: the step that stands for the row: the medoid's, else that of the first SOP that has it.
        langkah: for each SOP the index of its step, None where it has none here.
        pindah: SOPs that have the step in another order.
    """

    wakil: Ciri
    langkah: list[int | None]
    pindah: set[int] = field(default_factory=set)


def ciri(sop: Sop) -> list[Ciri]:
    """The steps of an SOP for comparison."""
    last = max(1, len(sop.prosedur) - 1)
    return [_ciri(step, i / last) for i, step in enumerate(sop.prosedur)]


def mirip(a: Ciri, b: Ciri) -> float:
    """How alike two steps are, 0..1; 0 where their words are not."""
    words = mirip_kata(a, b)
    if words < _KATA_PALING_SEDIKIT:
        return 0.0
    unknown = a.pelaksana is None or b.pelaksana is None
    actors = 0.5 if unknown else float(bool((a.pelaksana or set()) & (b.pelaksana or set())))
    return _KATA * words + _PELAKSANA * actors + _LETAK * (1 - abs(a.letak - b.letak))


def mirip_kata(a: Ciri, b: Ciri) -> float:
    """How alike the words of two steps are, 0..1: roots they share, or letters where a scan spoiled the words."""
    if not a.kata or not b.kata:
        return float(a.teks == b.teks)
    shared = 2 * len(a.kata & b.kata) / (len(a.kata) + len(b.kata))
    return shared if shared == 1 else max(shared, 2 * ratio(a.teks, b.teks) - 1)


def sejajar(first: Sequence[Ciri], second: Sequence[Ciri]) -> tuple[float, list[tuple[int, int]]]:
    """How well two rows of steps agree over all, 0..1, and which steps belong together, in order."""
    rows, columns = len(first), len(second)
    if not rows or not columns:
        return float(rows == columns), []
    gain = [[mirip(a, b) - _AMBANG for b in second] for a in first]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            best[i][j] = max(best[i + 1][j + 1] + gain[i][j], best[i + 1][j], best[i][j + 1])
    pairs = []
    i = j = 0
    while i < rows and j < columns:
        if gain[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + gain[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return sum(gain[i][j] + _AMBANG for i, j in pairs) / max(rows, columns), pairs


def medoid(steps: Sequence[Sequence[Ciri]], utama: Sequence[int]) -> tuple[int, list[float]]:
    """The SOP that all agree with best, and how well each agrees with it, 0..1.

    Args:
        steps: those of each SOP; at least one SOP.
        utama: all their indices; of those that agree equally well the one that stands first here.
    """
    known: dict[tuple[int, int], float] = {}

    def agree(i: int, j: int) -> float:
        pair = (min(i, j), max(i, j))
        if pair not in known:
            known[pair] = sejajar(steps[pair[0]], steps[pair[1]])[0]
        return known[pair]

    candidates = _calon(steps)
    # Rounded: sums of the same numbers in another order differ in their last digits.
    total = {i: round(sum(agree(i, j) for j in range(len(steps)) if j != i), 9) for i in candidates}
    best = min(candidates, key=lambda i: (-total[i], utama.index(i)))
    return best, [1.0 if j == best else agree(best, j) for j in range(len(steps))]


def jajarkan(steps: Sequence[Sequence[Ciri]], tengah: int, dekat: Sequence[float]) -> list[Jajaran]:
    """All steps of all SOPs in rows; each step stands in exactly one.

    Args:
        steps: those of each SOP.
        tengah: index of the medoid.
        dekat: how well each SOP agrees with it.
    """
    count = len(steps)
    rows = [_row(count, tengah, i, step) for i, step in enumerate(steps[tengah])]
    for k in sorted(range(count), key=lambda k: (-dekat[k], k)):
        if k != tengah:
            rows = _tambah(rows, k, steps[k], count)
    return _kembalikan(rows, steps)


def _tambah(rows: Sequence[Jajaran], k: int, steps: Sequence[Ciri], count: int) -> list[Jajaran]:
    """The rows with the steps of one more SOP; those without a counterpart in new rows where they stand."""
    _, pairs = sejajar([row.wakil for row in rows], steps)
    partner = {j: i for i, j in pairs}
    result: list[Jajaran] = []
    done = 0
    for j, step in enumerate(steps):
        if j not in partner:
            # What comes before its next counterpart stands directly before it.
            following = next((partner[m] for m in range(j + 1, len(steps)) if m in partner), None)
            upto = (
                done
                if following is None and done == len(rows)
                else following
                if following is not None
                else done
            )
            result += rows[done:upto]
            done = max(done, upto)
            result.append(_row(count, k, j, step))
            continue
        result += rows[done : partner[j]]
        rows[partner[j]].langkah[k] = j
        result.append(rows[partner[j]])
        done = partner[j] + 1
    return [*result, *rows[done:]]


def _kembalikan(rows: list[Jajaran], steps: Sequence[Sequence[Ciri]]) -> list[Jajaran]:
    """The rows with each step that stands alone put to its like elsewhere, where that SOP has none; empty rows go."""
    for row in rows:
        for k in range(len(steps)):
            j = row.langkah[k]
            if j is None or sum(step is not None for step in row.langkah) > len(steps) / 2:
                continue
            if home := _rumah(rows, row, k, steps[k][j]):
                row.langkah[k], home.langkah[k] = None, j
                home.pindah.add(k)
    return [row for row in rows if any(step is not None for step in row.langkah)]


def _rumah(rows: Sequence[Jajaran], own: Jajaran, k: int, step: Ciri) -> Jajaran | None:
    """The fuller row whose step is the same in another order, the likest first; None where there is none."""
    filled = sum(j is not None for j in own.langkah)
    fit = [
        (mirip_kata(row.wakil, step), -place)
        for place, row in enumerate(rows)
        if row is not own
        and row.langkah[k] is None
        and sum(j is not None for j in row.langkah) >= max(filled, 1)
    ]
    best = max(fit, default=(0.0, 0))
    return rows[-best[1]] if best[0] >= _PINDAH else None


def _row(count: int, k: int, j: int, step: Ciri) -> Jajaran:
    row = Jajaran(step, [None] * count)
    row.langkah[k] = j
    return row


def _calon(steps: Sequence[Sequence[Ciri]]) -> list[int]:
    """The SOPs worth weighing as medoids: of many those that share most words with all."""
    if len(steps) <= _CALON_MEDOID:
        return list(range(len(steps)))
    words = [frozenset(word for step in sop for word in step.kata) for sop in steps]
    often: dict[str, int] = {}
    for own in words:
        for word in own:
            often[word] = often.get(word, 0) + 1
    central = [sum(often[word] for word in sorted(own)) / (len(own) + 10) for own in words]
    return sorted(sorted(range(len(steps)), key=lambda i: (-central[i], i))[:_CALON_MEDOID])


def _ciri(step: Langkah, letak: float) -> Ciri:
    words = frozenset(inti(step.uraian))
    return Ciri(words, " ".join(sorted(words)), pelaku(step), letak)


def pelaku(step: Langkah) -> frozenset[str] | None:
    """The roles that do a step, those of one place in different kinds of unit alike; None where none is known."""
    if not step.pelaksana:
        return None
    return frozenset(_setara().get(mark.id, mark.id) for mark in step.pelaksana)


@cache
def _setara() -> dict[str, str]:
    return {role: group[0] for group in table("banding")["setara"] for role in group}
