"""An engine's confidence as the share of words that turn out right at it.

Engines mean different things by 0.9. The points in ``data/keyakinan_mesin.toml`` were measured
on synthetic pages with known words; between them the line is straight.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from extractors.data import table
from extractors.sheets import Word


def calibrated(words: Iterable[Word]) -> list[Word]:
    """The same words with ``keyakinan`` as probability."""
    curves = table("keyakinan_mesin")
    return [replace(word, keyakinan=_at(curves.get(word.mesin, {}), word.keyakinan)) for word in words]


def _at(curve: dict[str, list[float]], value: float) -> float:
    """The value of a curve of points ``mentah`` (ascending) to ``benar``; unchanged without a curve."""
    if not curve:
        return value
    raw, right = curve["mentah"], curve["benar"]
    after = bisect_right(raw, value)
    if after == 0:
        return right[0]
    if after == len(raw):
        return right[-1]
    share = (value - raw[after - 1]) / (raw[after] - raw[after - 1])
    return right[after - 1] + share * (right[after] - right[after - 1])
