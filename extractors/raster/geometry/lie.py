"""How the text of a page lies: along the picture or across it, on its feet or on its head."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.connected import connected, stats_of
from extractors.raster.geometry.paper import Gray

LETTER = (0.03, 0.14)
"""Height of letters as printed, in inches; what is smaller is dust, what is larger is drawn."""
TALL, WORD = (0.04, 0.17), 2.0
"""Height of letters and width of words whose letters touch, in inches."""
DARKER = 18
"""Greys by which ink is darker than what lies around it."""
DOT = 0.047
"""Inches up to which a mark may be a speck, or a dot of a dotted rule: a page may have more of them than of letters."""
RULE = 0.4
"""Inches of unbroken ink that are no part of a letter."""
MOST_ASKED = 1500
MOST_LETTERS = 6000
LEAST_LETTERS = 25
"""With fewer there is no telling."""
ZONE = 0.45
"""Rows of a line of text with this share of its densest rows belong to the band of the small letters."""

IN_LINE, IN_WORD = 1.0, 0.3
"""So far apart the letters of a line and of a word are at most, in their usual heights."""
_UNANIMOUS = 100.0
"""How steady words are that all say the very same."""

Boxes = NDArray[np.int32]
"""N x 4: left, top, width, height."""


def ink(gray: Gray, dpi: float, least: int = DARKER) -> Gray:
    """A mask (255 = ink) by local contrast; ``gray`` need not be evenly lit.

    Args:
        gray: the page.
        dpi: pixels per inch.
        least: greys by which ink is darker than what lies around it.
    """
    window = max(11, round(0.2 * dpi) | 1)
    mask = cv2.adaptiveThreshold(
        cv2.GaussianBlur(gray, (3, 3), 0),
        255,
        cv2.ADAPTIVE_THRESH_MEAN_C,
        cv2.THRESH_BINARY_INV,
        window,
        least,
    )
    return np.asarray(mask, dtype=np.uint8)


def letters(mask: Gray, dpi: float) -> Boxes:
    """The boxes of what has the size of letters, lying in any direction."""
    return _letters(stats_of(mask), dpi)


def _letters(stats: NDArray[np.int32], dpi: float) -> Boxes:
    """The same from the boxes of all pieces of ink, what is no ink being the first."""
    low, high = LETTER[0] * dpi, LETTER[1] * dpi
    width, height, area = stats[:, 2], stats[:, 3], stats[:, 4]
    long, short = np.maximum(width, height), np.minimum(width, height)
    fits = (long >= low) & (long <= high) & (short >= 2) & (long <= 5 * short)
    fits &= area > 0.15 * width * height
    fits[0] = False
    return np.asarray(stats[fits][:, :4], dtype=np.int32)


def without_rules(mask: Gray, dpi: float) -> Gray:
    """Ink without long straight lines, so that letters that touch a rule stand alone."""
    return without_runs(mask, max(12, round(RULE * dpi)))


def without_runs(mask: Gray, run: int) -> Gray:
    """Ink without what is straight, level or plumb over so many pixels, and without the frayed edge of that."""
    rules = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, run), np.uint8))
    rules = cv2.max(rules, cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((run, 1), np.uint8)))
    return np.asarray(cv2.subtract(mask, cv2.dilate(rules, np.ones((3, 3), np.uint8))), dtype=np.uint8)


def lies_across(mask: Gray, dpi: float) -> float:
    """How much speaks for text that runs from top to bottom: -1 (none of it does) to 1 (all of it).

    The nearest neighbour of a letter is nearly always the next letter of its line, and a word whose
    letters touch is longer than high. 0 where there is too little print to tell.

    Args:
        mask: 255 = ink.
        dpi: pixels per inch.
    """
    rest = without_rules(mask, dpi)
    stats = stats_of(rest)
    width, height, area = stats[1:, 2], stats[1:, 3], stats[1:, 4]
    short, long = np.minimum(width, height), np.maximum(width, height)
    words = (short >= TALL[0] * dpi) & (short <= TALL[1] * dpi) & (long <= WORD * dpi) & (long > 2 * short)
    words &= area > 0.2 * width * height
    tall = int(np.count_nonzero(words & (height > width)))
    votes = float(tall - (np.count_nonzero(words) - tall))
    total = int(np.count_nonzero(words))
    beside, asked = _neighbours(_letters(stats, dpi))
    return (votes + beside) / (total + asked) if total + asked >= LEAST_LETTERS else 0.0


def _neighbours(boxes: Boxes) -> tuple[float, int]:
    """Letters with their next one below less those with it beside, and how many of both there are."""
    if len(boxes) < LEAST_LETTERS:
        return 0.0, 0
    if len(boxes) > MOST_LETTERS:
        boxes = boxes[:: len(boxes) // MOST_LETTERS + 1]
    asked = boxes[:: max(1, len(boxes) // MOST_ASKED)].astype(np.float32)
    every = boxes.astype(np.float32)
    votes = 0.0
    total = 0
    for start in range(0, len(asked), 250):
        part = asked[start : start + 250]
        dx, dy = _gaps(part, every, 0), _gaps(part, every, 1)
        apart = np.maximum(dx, 0) + np.maximum(dy, 0)
        apart[(dx < 0) & (dy < 0)] = np.inf  # itself, and what lies over it
        nearest = apart.argmin(axis=1)
        rows = np.arange(len(part))
        close = apart[rows, nearest] < 2.5 * np.maximum(part[:, 2], part[:, 3])
        beside = (dy[rows, nearest] < 0) & close
        below = (dx[rows, nearest] < 0) & close
        votes += float(below.sum()) - float(beside.sum())
        total += int((beside | below).sum())
    return votes, total


def _gaps(part: NDArray[np.float32], every: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """White between two boxes along an axis, negative where they overlap."""
    low = np.maximum(part[:, None, axis], every[None, :, axis])
    high = np.minimum(
        part[:, None, axis] + part[:, None, axis + 2], every[None, :, axis] + every[None, :, axis + 2]
    )
    return np.asarray(low - high, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Stand:
    """What words say about which way is up.

    Attributes:
        score: -1 (on its head) to 1 (upright), by the ink of all words together.
        words: how many said so.
        steady: the mean of what single words say, in standard errors: near 0 where they contradict each other.
        letter: the usual height of letters in pixels; 0 with too few to tell.
    """

    score: float = 0.0
    words: int = 0
    steady: float = 0.0
    letter: float = 0.0


def on_its_feet(mask: Gray, dpi: float, apart: float = IN_LINE) -> Stand:
    """Whether lines of text stand upright, from what reaches out of the band of the small letters.

    Latin text has two to three times as much ink above that band (b, d, k, l, t, capitals, dots)
    as below it (g, p, y, commas). The text must already run from left to right or from right to left;
    its letters may touch.

    Args:
        mask: 255 = ink.
        dpi: pixels per inch.
        apart: how far apart letters are of one piece, in their usual heights: of a line, or of a word.
    """
    bare = without_rules(mask, dpi)
    labels, pieces, _ = connected(bare)
    usual, fits = _usual_height(pieces, dpi), _written(pieces, dpi)
    if np.count_nonzero(fits) < LEAST_LETTERS:
        return Stand(letter=usual)
    height, only = float(np.median(pieces[fits, 3])), _only(bare, labels, fits)
    joined = cv2.morphologyEx(only, cv2.MORPH_CLOSE, np.ones((1, round(apart * height) + 1), np.uint8))
    stats = stats_of(joined)
    wide, high = stats[1:, 2], stats[1:, 3]
    lines = (wide >= 2.5 * height) & (high > 0.8 * height) & (high < 2.2 * height)
    outside = (_outside(only[y : y + h, x : x + w]) for x, y, w, h, _ in stats[1:][lines].tolist())
    return _stand(np.array([said for said in outside if said is not None and max(said) > 0]), usual)


def _stand(said: NDArray[np.float64], letter: float) -> Stand:
    """What words say together; N x 2, the ink above and below the band of each."""
    if len(said) < 2:
        return Stand(letter=letter)
    above, below = said.sum(axis=0)
    votes = (said[:, 0] - said[:, 1]) / said.sum(axis=1)
    error = float(votes.std()) / float(np.sqrt(len(votes)))
    score = float((above - below) / (above + below))
    steady = float(votes.mean()) / error if error else math.copysign(_UNANIMOUS, score)
    return Stand(score, len(said), steady, letter)


def written(mask: Gray, dpi: float) -> Boxes:
    """The boxes of letters and of words whose letters touch, of text that runs from left to right or from right to left."""
    stats = stats_of(without_rules(mask, dpi))
    return np.asarray(stats[_written(stats, dpi)][:, :4], dtype=np.int32)


def _written(stats: NDArray[np.int32], dpi: float) -> NDArray[np.bool_]:
    """Which pieces of ink these are; what is no ink is the first."""
    width, height, area = stats[:, 2], stats[:, 3], stats[:, 4]
    fits = (height >= TALL[0] * dpi) & (height <= TALL[1] * dpi) & (width <= WORD * dpi)
    fits &= (area > 0.15 * width * height) & (width > 0.25 * height)
    fits[0] = False
    return np.asarray(fits, dtype=np.bool_)


def _usual_height(stats: NDArray[np.int32], dpi: float) -> float:
    """The usual height of the letters among pieces of ink, in pixels; 0 with too few to tell."""
    heights = _letters(stats, dpi)[:, 3]
    heights = heights[heights > DOT * dpi]
    return float(np.median(heights)) if len(heights) >= LEAST_LETTERS else 0.0


def _only(bare: Gray, labels: NDArray[np.int32], fits: NDArray[np.bool_]) -> Gray:
    """The ink of those pieces of a mask that fit."""
    found = np.zeros_like(bare)
    # Row by row that has ink: asked for a whole page at once, numpy makes numbers of twice the size of all.
    rows = np.flatnonzero(bare.max(axis=1))
    found[rows] = np.where(fits, 255, 0).astype(np.uint8).take(labels[rows])
    return found


def _outside(line: Gray) -> tuple[float, float] | None:
    """The ink above and below the densest band of a line, None where there is no such band."""
    profile = (line > 0).sum(axis=1).astype(np.float64)
    if len(profile) < 6:
        return None
    dense = np.flatnonzero(profile >= ZONE * np.sort(profile)[-3:].mean())
    first, last = int(dense[0]), int(dense[-1]) + 1
    if last - first > 0.93 * len(profile):
        return None
    return float(profile[:first].sum()), float(profile[last:].sum())
