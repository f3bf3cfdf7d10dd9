"""From the picture of a page to what can be read from it: the recipe of this package."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from extractors.boxes import Box
from extractors.raster import learned
from extractors.raster.drawing.drawn_flow import drawn_flow
from extractors.raster.geometry.feet import Doubt
from extractors.raster.geometry.lie import LEAST_LETTERS, ink, letters
from extractors.raster.geometry.paper import Gray, Quad, Rgb
from extractors.raster.geometry.upright import Upright, straighter, upright
from extractors.raster.rules.crowns import crowned
from extractors.raster.rules.lean import leaning
from extractors.raster.rules.page import find_rules
from extractors.raster.rules.sunken import without_sunken
from extractors.sheets import Drawing, Rule, Transform

KOSONG = "kosong"
FOTO = "foto"
ARAH_RAGU = "arah_ragu"
MIRING = "diputar"
_LOOKS = 2
"""How often a page is made straighter at most."""
SURE = 0.6
"""Below it the way up of a page is noted as doubtful."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page ready to be read; everything in pixels of ``gray``.

    Attributes:
        gray: upright, straight, evenly lit; paper about 250.
        rgb: the same in its own colours.
        rules: ruled lines of tables.
        drawings: closed shapes that are not cells, and the lines between them.
        transform: from pixels to fractions (0..1) of the input picture.
        dpi: pixels per inch; guessed as if the long side were that of A4.
        seen: what the network of lines tells of it.
        catatan: ``kosong``, ``foto``, ``diputar``, ``arah_ragu`` where they hold.
        bands: filled headings that show no lines of their own.
    """

    gray: Gray
    rgb: Rgb
    rules: tuple[Rule, ...]
    drawings: tuple[Drawing, ...]
    transform: Transform
    dpi: float
    seen: learned.Maps
    catatan: tuple[str, ...] = ()
    bands: tuple[Box, ...] = ()


def prepare(rgb: Rgb, doubt: Doubt | None = None, part: Quad | None = None) -> Prepared:
    """Makes a page upright and straight and finds its lines.

    Args:
        rgb: height x width x 3, as the file shows it.
        doubt: tells how well a grey picture reads as it lies; asked only where letters leave it open.
        part: the corners of the page as fractions of the picture, where it is not the whole of it.
    """
    page, looks = _straight(rgb, doubt, part)
    found, seen = find_rules(page.gray, looks, page.dpi)
    rules, bands = crowned(page.gray, found, page.dpi)
    rules = without_sunken(page.gray, rules, page.dpi)
    blank = not rules and is_blank(page.gray, page.dpi)
    drawings = [] if blank else drawn_flow(page.gray, page.rgb, rules, seen, page.dpi)
    notes = [
        note
        for note, holds in (
            (KOSONG, blank),
            (FOTO, page.photo),
            (MIRING, page.turned != 0),
            (ARAH_RAGU, page.sure < SURE and not blank),
        )
        if holds
    ]
    return Prepared(
        page.gray,
        page.rgb,
        tuple(rules),
        tuple(drawings),
        page.transform,
        page.dpi,
        looks,
        tuple(notes),
        tuple(bands),
    )


def with_table(page: Prepared, rules: Sequence[Rule]) -> Prepared:
    """A page with the lines of a table that its words show, and what is drawn in it.

    Args:
        page: whose flow was looked for without them.
        rules: all of its lines, in pixels.
    """
    drawings = drawn_flow(page.gray, page.rgb, rules, page.seen, page.dpi)
    return replace(page, rules=tuple(rules), drawings=tuple(drawings))


def _straight(rgb: Rgb, doubt: Doubt | None, part: Quad | None) -> tuple[Upright, learned.Maps]:
    """The page upright and straight, and what the network sees on it; whether rules lean shows where it sees them."""
    page = upright(rgb, doubt, part)
    seen = learned.maps(page.gray, page.dpi, page.letter)
    for _ in range(_LOOKS):
        slopes = leaning(seen)
        if slopes is None:
            break
        page = straighter(rgb, page, *slopes)
        seen = learned.maps(page.gray, page.dpi, page.letter)
    return page, seen


def is_blank(gray: Gray, dpi: float) -> bool:
    """Whether there is nothing to read: fewer marks of the size of letters than a line of text has."""
    frame = round(0.25 * dpi)
    inside = gray[frame:-frame, frame:-frame]
    if inside.size == 0:
        return True
    # Show-through and dirt are paler than print.
    mask = ink(np.where(inside > 170, 255, inside).astype(np.uint8), dpi)
    return len(letters(mask, dpi)) < LEAST_LETTERS
