"""Pictures with text on a page that a program drew: a signature sheet, a table or a letterhead put in as a scan.

The page's own text is believed; only what stands in such pictures is read from pixels. All else is painted white
first, so that the pictures are read at their size and place, and no word is read twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from extractors.boxes import Box
from extractors.lexicon.labels import heading
from extractors.raster.geometry.paper import Rgb
from extractors.scans.scan import sheet_of_picture
from extractors.sheets import Drawing, Ketelitian, Rule, Sheet, Word

LEAST_WIDTH, LEAST_HEIGHT = 100.0, 32.0
"""Points: a smaller picture is an emblem or a signature."""
MOST_WORDS: Final = 3
"""A picture that more words of the page stand on is a background, or was read by somebody already."""
LEAST_READ: Final = 5
"""Words that must be read surely before a picture counts as one of text."""
LEAST_NAMED: Final = 3
"""Columns of a procedure that a heading names at least."""
SURE: Final = 0.8
LETTERS: Final = 3
"""Letters of a word that is likely no scrap of a drawing."""
DPI: Final = 300.0
WHITE: Final = 255


def pictures_of_text(sheet: Sheet) -> list[Box]:
    """The pictures of a sheet that may hold text of their own."""
    if sheet.ke_halaman is not None:
        return []  # a page that was turned has none of its pictures upright
    boxes = [drawing.box for drawing in sheet.drawings if drawing.jenis == "image"]
    return [
        box
        for box in boxes
        if box.width >= LEAST_WIDTH
        and box.height >= LEAST_HEIGHT
        and sum(box.holds(*word.box.centre) for word in sheet.words) <= MOST_WORDS
    ]


def with_pasted(
    sheet: Sheet, boxes: Sequence[Box], picture: Callable[[], Rgb], ketelitian: Ketelitian
) -> Sheet:
    """The sheet with the words, ruled lines and drawings that its pictures show.

    Args:
        sheet: of a page that a program drew, not turned.
        boxes: the pictures to read, as ``pictures_of_text`` gives them.
        picture: draws the page as a person sees it.
        ketelitian: how much time reading may take.

    Raises:
        BerkasTidakTerbaca: no engine is installed.
    """
    if not boxes:
        return sheet
    read = sheet_of_picture(_alone(picture(), sheet, boxes), sheet.halaman, ketelitian)
    words = [replace(word, box=_placed(read, word.box, sheet)) for word in read.words]
    believed = [box for box in boxes if _holds_text(box, words)]
    if not believed:
        return sheet
    tables = [box for box in believed if _heads_columns(box, words)]
    base = max((word.baris for word in sheet.words), default=-1) + 1
    words = [replace(word, baris=word.baris + base) if word.baris >= 0 else word for word in words]
    return replace(
        sheet,
        words=(*sheet.words, *(word for word in words if _within(word.box, believed))),
        rules=(*sheet.rules, *(rule for rule in _rules(read, sheet) if _within(_stroke(rule), believed))),
        drawings=(*sheet.drawings, *(d for d in _drawings(read, sheet) if _within(d.box, tables))),
    )


def _alone(page: Rgb, sheet: Sheet, boxes: Sequence[Box]) -> Rgb:
    """The picture of a page with nothing on it but some boxes."""
    alone = np.full_like(page, WHITE)
    high, wide = page.shape[:2]
    for box in boxes:
        left, right = (round(x / sheet.width * wide) for x in (box.x0, box.x1))
        top, bottom = (round(y / sheet.height * high) for y in (box.y0, box.y1))
        part = (slice(max(0, top), max(0, bottom)), slice(max(0, left), max(0, right)))
        alone[part] = page[part]
    return alone


def _placed(read: Sheet, box: Box, sheet: Sheet) -> Box:
    """A box of the sheet that was read, on the sheet of the page."""
    at = read.on_page(box)
    return Box(at.x0 * sheet.width, at.y0 * sheet.height, at.x1 * sheet.width, at.y1 * sheet.height)


def _holds_text(box: Box, words: Sequence[Word]) -> bool:
    sure = [
        word
        for word in words
        if word.keyakinan >= SURE
        and len(word.text) >= LETTERS
        and word.text.isalpha()
        and box.holds(*word.box.centre)
    ]
    return len(sure) >= LEAST_READ


def _heads_columns(box: Box, words: Sequence[Word]) -> bool:
    """Whether a picture holds the heading of a procedure, so that what is drawn in it may be symbols and not a signature."""
    named = {heading(word.text) for word in words if box.holds(*word.box.centre)}
    return len(named - {None}) >= LEAST_NAMED


def _within(box: Box, boxes: Sequence[Box]) -> bool:
    return any(outer.holds(*box.centre) for outer in boxes)


def _rules(read: Sheet, sheet: Sheet) -> list[Rule]:
    found = []
    for rule in read.rules:
        box = _placed(read, _stroke(rule), sheet)
        x, y = box.centre
        at, start, end = (x, box.y0, box.y1) if rule.tegak else (y, box.x0, box.x1)
        found.append(replace(rule, at=at, start=start, end=end))
    return found


def _stroke(rule: Rule) -> Box:
    """A ruled line as a box without breadth."""
    if rule.tegak:
        return Box(rule.at, rule.start, rule.at, rule.end)
    return Box(rule.start, rule.at, rule.end, rule.at)


def _drawings(read: Sheet, sheet: Sheet) -> list[Drawing]:
    found = []
    for drawing in read.drawings:
        corners = (_placed(read, Box(x, y, x, y), sheet) for x, y in drawing.points)
        points = tuple((corner.x0, corner.y0) for corner in corners)
        found.append(replace(drawing, box=_placed(read, drawing.box, sheet), points=points))
    return found
