"""What form a drawn symbol has, told from its picture by a small network that has seen many of them.

The picture of a candidate, brought to one size and one contrast, gives directions of its edges by
place and a coarse picture of itself; two layers of weights make of these how likely each form is. The weights
are made by ``benchmarks.simbol``; nothing about them is set by hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.raster.geometry.paper import Gray

FORMS: Final = (
    "kotak",
    "bulat",
    "lingkaran",
    "huruf",
    "wajik",
    "segi_lima",
    "dokumen",
    "trapesium",
    "jajar_genjang",
    "lain",
)
"""What is told apart: forms as ``flow.outlines`` calls them, ``huruf`` (a circle around a letter or a number), and no symbol."""
WIDE, HIGH = 48, 36
"""Pixels of the picture that is looked at."""
AROUND: Final = 0.22
"""Share of its width and height by which a candidate's surroundings come along."""
CELL: Final = 6
"""Pixels of the side of a place of which the edges are counted together."""
WAYS: Final = 8
"""Directions of edges that are told apart."""
COARSE: Final = (12, 9)
"""The coarse picture."""
LEAST_CONTRAST: Final = 30.0
"""Greys between paper and ink; a paler picture is not made to look like print."""
FILE: Final = "bentuk.npz"

Vektor = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """The network: two layers."""

    first: Vektor
    first_bias: Vektor
    second: Vektor
    second_bias: Vektor


def likelihoods(gray: Gray, boxes: Sequence[Box], dpi: float) -> Vektor:
    """How likely each candidate has each form.

    Args:
        gray: the page, evenly lit.
        boxes: around the outlines of the candidates, in pixels.
        dpi: pixels per inch.

    Returns:
        len(boxes) x len(FORMS), each row adding up to 1.
    """
    if not boxes:
        return np.zeros((0, len(FORMS)), np.float32)
    return scores(np.stack([features(gray, box, dpi) for box in boxes]), weights())


def scores(vectors: Vektor, net: Weights) -> Vektor:
    """The likelihoods that a network gives for feature vectors (n x features)."""
    hidden = np.maximum(vectors @ net.first + net.first_bias, 0.0)
    raw = hidden @ net.second + net.second_bias
    raw = np.exp(raw - raw.max(axis=1, keepdims=True))
    return np.asarray(raw / raw.sum(axis=1, keepdims=True), dtype=np.float32)


def weights() -> Weights:
    """The network that comes with the program."""
    return read_weights(FILE)


@cache
def read_weights(name: str) -> Weights:
    """A network of the program's data, by the name of its file."""
    with resources.as_file(resources.files("extractors") / "data" / name) as path, np.load(path) as file:
        return Weights(
            *(file[part].astype(np.float32) for part in ("first", "first_bias", "second", "second_bias"))
        )


def features(gray: Gray, box: Box, dpi: float) -> Vektor:
    """What the network is shown of a candidate: one vector."""
    patch = _evened(_patch(gray, box))
    small = cv2.resize(patch, COARSE, interpolation=cv2.INTER_AREA).ravel()
    shape = np.asarray(
        [np.log(max(box.width, 1.0) / max(box.height, 1.0)), np.log(max(box.height, 1.0) / dpi * 4.0)],
        dtype=np.float32,
    )
    return np.concatenate([_edges(patch), small, shape]).astype(np.float32)


def _patch(gray: Gray, box: Box) -> Gray:
    """A candidate with its surroundings, brought to one size; beyond the page there is paper."""
    wide, high = box.width * (1 + 2 * AROUND), box.height * (1 + 2 * AROUND)
    x0, y0 = round(box.x0 - AROUND * box.width), round(box.y0 - AROUND * box.height)
    x1, y1 = x0 + max(2, round(wide)), y0 + max(2, round(high))
    height, width = gray.shape
    part = gray[max(0, y0) : max(0, min(y1, height)), max(0, x0) : max(0, min(x1, width))]
    edges = max(0, -y0), max(0, y1 - height), max(0, -x0), max(0, x1 - width)
    if not part.size:
        return np.full((HIGH, WIDE), 255, np.uint8)
    if any(edges):
        part = np.asarray(cv2.copyMakeBorder(part, *edges, cv2.BORDER_CONSTANT, value=(255,)), dtype=np.uint8)
    way = cv2.INTER_AREA if part.shape[1] > WIDE else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(part, (WIDE, HIGH), interpolation=way), dtype=np.uint8)


def _evened(patch: Gray) -> Vektor:
    """Ink as 1, paper as 0, whatever the greys of both."""
    low, high = (float(value) for value in np.percentile(patch, (2, 92)))
    span = max(high - low, LEAST_CONTRAST)
    return np.asarray(np.clip((high - patch.astype(np.float32)) / span, 0, 1), dtype=np.float32)


def _edges(patch: Vektor) -> Vektor:
    """How much edge of each direction there is at each place, the whole of length 1."""
    soft = cv2.GaussianBlur(patch, (3, 3), 0)
    dx, dy = cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1)
    strength = np.sqrt(dx * dx + dy * dy)
    way = (np.arctan2(dy, dx) % np.pi) * (WAYS / np.pi)
    low = np.floor(way).astype(np.int32) % WAYS
    share = way - np.floor(way)
    found = np.zeros((WAYS, HIGH // CELL, WIDE // CELL), np.float32)
    for number in range(WAYS):
        part = strength * ((low == number) * (1 - share) + ((low + 1) % WAYS == number) * share)
        found[number] = part.reshape(HIGH // CELL, CELL, WIDE // CELL, CELL).sum(axis=(1, 3))
    root = np.sqrt(found.ravel())
    return np.asarray(root / max(float(np.linalg.norm(root)), 1e-3) * 8.0, dtype=np.float32)
