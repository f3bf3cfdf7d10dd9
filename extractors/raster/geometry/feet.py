"""Which end of a page is its top: told by its letters, and where they leave it open by how well it reads."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from extractors.raster.geometry import lie
from extractors.raster.geometry.paper import Gray

Doubt = Callable[[Gray], float]
"""How well a picture reads as it lies; compared with itself upside down when the letters leave it open."""

SURE_FEET, LEAST_WORDS = 0.12, 25
"""Below this the letters do not say which way is up, and ``Doubt`` is asked …"""
FEW_WORDS, OUTSPOKEN = 10, 4.0
"""… unless fewer words, but so many at least, say it so much more plainly: their number times their score."""
STEADY = 2.5
"""So many standard errors must what single words say lie from nothing: grain and specks contradict each other."""
BAND_INCHES = 1.3
"""How much of the page is read to find out: the band with the most letters."""
ENOUGH = 150
"""Letters that are read first, a third of which tell: the part of that band in which they stand densest."""
TELLING, CLEAR = 40.0, 3.0
"""A band tells when so much of it is read one way, and so many times more than the other way."""
SURELY = 60.0
"""What reads so well lies right: three times as much as ever was read of text on its head."""


class Feet(NamedTuple):
    """How a page stands.

    Attributes:
        score: positive on its feet, negative on its head.
        sure: 0..1, how sure that is.
        letter: the usual height of its letters in pixels, 0 with too few to tell.
    """

    score: float
    sure: float
    letter: float


def feet(flat: Gray, dpi: float, doubt: Doubt | None) -> Feet:
    """Whether a page stands on its feet, and how sure that is.

    Args:
        flat: the page with its lines of text level.
        dpi: its pixels per inch.
        doubt: asked when the letters do not tell.
    """
    mask = lie.ink(flat, dpi)
    stand = lie.on_its_feet(mask, dpi)
    score, words = stand.score, stand.words
    many = words >= LEAST_WORDS or (words >= FEW_WORDS and abs(score) * words >= OUTSPOKEN)
    told = many and abs(score) >= SURE_FEET and stand.steady * np.sign(score) >= STEADY
    if told and (score > 0 or lie.on_its_feet(mask, dpi, lie.IN_WORD).score < 0):
        # Lines that lean have no band of small letters: before a page is turned its words must say so, too.
        return Feet(score, min(1.0, 0.7 + abs(score)), stand.letter)
    if doubt is None:
        return Feet(score if words >= LEAST_WORDS else 1.0, 0.5, stand.letter)
    standing, fallen = 0.0, 0.0
    # Reading is dear: a few words tell as well as the page, if they tell at all.
    for part in _parts(flat, mask, dpi):
        standing, fallen = _ways(part, doubt, score)
        if max(standing, fallen) >= max(TELLING, CLEAR * min(standing, fallen)):
            break
    if max(standing, fallen) <= 0:
        return Feet(1.0, 0.5, stand.letter)
    return Feet(1.0 if standing >= fallen else -1.0, 0.8, stand.letter)


def _ways(picture: Gray, doubt: Doubt, guess: float) -> tuple[float, float]:
    """How well a picture reads as it lies and upside down: the likelier way first, 0 for one that need not be asked."""
    first, other = picture, picture[::-1, ::-1]
    if guess < 0:
        first, other = other, first
    well = doubt(np.ascontiguousarray(first))
    ill = doubt(np.ascontiguousarray(other)) if well < SURELY else 0.0
    return (ill, well) if guess < 0 else (well, ill)


def _parts(flat: Gray, mask: Gray, dpi: float) -> Iterator[Gray]:
    """What is read of a page, one after the other until it tells: where letters stand densest, a band there, all of it."""
    high = round(BAND_INCHES * dpi)
    boxes = lie.letters(lie.without_rules(mask, dpi), dpi)
    if flat.shape[0] > high and len(boxes):
        counts = np.bincount(np.clip(boxes[:, 1], 0, flat.shape[0] - 1), minlength=flat.shape[0])
        top = int(np.convolve(counts, np.ones(high, np.int64), mode="valid").argmax())
        band = flat[top : top + high]
        inside = np.sort(boxes[(boxes[:, 1] >= top) & (boxes[:, 1] < top + high), 0])
        if len(inside) > ENOUGH:
            first = int((inside[ENOUGH:] - inside[:-ENOUGH]).argmin())
            yield band[:, inside[first] : inside[first + ENOUGH]]
        yield band
    yield flat
