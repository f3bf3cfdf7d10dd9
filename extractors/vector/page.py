"""One page of a PDF as a sheet: what its program drew, upright."""

from dataclasses import replace
from typing import Final

from extractors.boxes import Box
from extractors.sheets import Drawing, Sheet
from extractors.vector import turns
from extractors.vector.bullets import bullets_among
from extractors.vector.document import Document, PageContent
from extractors.vector.drawn import Drawn, Letter, Outline, outline_boxes, subpath
from extractors.vector.letters import main_turn, visible
from extractors.vector.rules import told_apart
from extractors.vector.strokes import taken_apart
from extractors.vector.words import words_of

SMALLEST_PICTURE: Final = 12.0
"""Points; a smaller image is an ornament."""


def sheet_of(document: Document, number: int) -> Sheet:
    """The text layer, ruled lines and drawings of a page.

    Where the text runs sideways on the page as displayed, the sheet is turned until it is upright;
    ``ke_halaman`` then leads back. Words may be missing or wrong: ``quality.is_trustworthy`` judges.

    Args:
        document: an open PDF.
        number: of the page, from 1.

    Raises:
        BerkasTidakTerbaca: the page is broken.
        BerkasTerlaluBesar: it is larger than any paper.
    """
    content = document.content(number)
    letters = visible(content.letters, content.drawn, content.width, content.height)
    turn = main_turn(letters)
    width, height = turns.size(turn, content.width, content.height)
    outlines = tuple(o for o in content.drawn.outlines if not _is_below(o, content.drawn))
    if turn:
        letters = [_turned_letter(letter, turn, content) for letter in letters]
        outlines = tuple(_turned_outline(outline, turn, content) for outline in outlines)
    rules, drawings = told_apart(taken_apart(outlines), width, height)
    drawings.extend(_pictures(content, turn))
    if any(not letter.unseen for letter in letters):
        letters = [letter for letter in letters if not letter.unseen]
    words = words_of(letters, rules)
    words.extend(bullets_among(outlines, words))
    back = turns.back(turn, content.width, content.height)
    catatan = () if words or rules or drawings or content.drawn.images else ("kosong",)
    return Sheet(number, width, height, tuple(words), tuple(rules), tuple(drawings), back, catatan=catatan)


def _is_below(outline: Outline, drawn: Drawn) -> bool:
    """Whether an image hides an outline."""
    covers = [image.box for image in drawn.images if image.covers and image.order > outline.order]
    if not covers:
        return False
    boxes = outline_boxes(outline)
    return any(all(c.holds(b.x0, b.y0) and c.holds(b.x1, b.y1) for b in boxes) for c in covers)


def _pictures(content: PageContent, turn: int) -> list[Drawing]:
    """The images of a page as drawings; what stands in them has not been read."""
    boxes = [turns.box(image.box, turn, content.width, content.height) for image in content.drawn.images]
    return [Drawing("image", box) for box in boxes if min(box.width, box.height) >= SMALLEST_PICTURE]


def _turned_letter(letter: Letter, turn: int, content: PageContent) -> Letter:
    area = turns.box(letter.box, turn, content.width, content.height)
    base = turns.point(*letter.base, turn, content.width, content.height)
    rest = (letter.turn - turn + 180.0) % 360.0 - 180.0
    return replace(letter, box=area, base=base, turn=rest)


def _turned_outline(outline: Outline, turn: int, content: PageContent) -> Outline:
    def moved(x: float, y: float) -> tuple[float, float]:
        return turns.point(x, y, turn, content.width, content.height)

    parts = tuple(
        subpath([moved(x, y) for x, y in part.points], part.closed, part.curved) for part in outline.parts
    )
    clip: Box = turns.box(outline.clip, turn, content.width, content.height)
    return replace(outline, parts=parts, clip=clip)
