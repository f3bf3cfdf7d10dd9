"""Symbols among the drawings of a page: closed forms of the right size that stand in the actors' cells.

What a program painted in several goes (a filling, an outline, a shadow) is one symbol; arrowheads,
grounds of cells, text boxes and pictures are none.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import median
from typing import Any, Final, cast, get_args

from extractors.boxes import Box, shared, union
from extractors.data import table
from extractors.flow.outlines import form_of
from extractors.flow.threads import thread
from extractors.pages import Cell
from extractors.sheets import TERSIRAT, Drawing, Sheet, by_line
from extractors.symbols import Simbol, Symbol

# Points.
LEAST: Final = 6.0
"""A symbol is no narrower and no lower."""
LETTER: Final = 16.0
"""What a letter encloses is narrower or lower."""
SQUARE: Final = 1.25
"""How many times as wide as high a pentagon may be that hands the flow to another page."""
SIGN: Final = 2
"""Letters of the sign of a connector at most."""
SURE: Final = 0.9
"""A box less sure than this may have round corners."""
ROUND: Final = 0.75
"""A form so surely round is."""
IN_WORD, AS_HIGH = 0.8, 0.8
"""Shares: of a form that lies within a word of which it is a piece, and of its height that the word has; a word in a symbol is lower."""
HEAD: Final = 9.0
"""A filled triangle with sides no longer than twice this is an arrowhead, whatever its form."""
SHADOW: Final = 8.0
"""A shadow or a ghost is shifted by no more than this."""
SAME: Final = 2.5
"""Boxes whose edges differ by no more than this are of one size."""
BEYOND: Final = 40.0
"""A connector may stand this far above or below the table."""
# Shares.
NESTED: Final = 0.55
"""Forms of which this share is in common are one symbol."""
WHOLE_CELL: Final = 0.97
"""A box that takes so much of a cell's width and height is its ground."""
SMALL: Final = 0.62
"""A circle smaller than this share of the usual symbol is a connector."""
LONGEST: Final = 3.2
"""A symbol is no wider than this many columns."""
MEETING: Final = 0.04
"""Symbols have no more of their boxes in common than this share."""
ODD: Final = 4.0
"""What lines enclose is so many times larger or smaller than the symbols of the page."""
SMALLER, SLIGHT = 2.5, 0.8
"""... or so many times smaller, where it is less sure than this."""
FARTHER, SURELY = 2.0, 0.95
"""... and so many times more where its form is so sure and not upright: on a page of few symbols most may be broad."""
OVAL: Final = 1.5
"""A circle is no longer than so many times its breadth."""
FEW: Final = 3
"""Fewer symbols tell no usual size."""
# Confidence.
_DRAWN: Final = 0.97
_GUESSED: Final = 0.8
_DOUBTFUL: Final = 0.5
_LETTER: Final = re.compile(r"[^\W\d_]?\d{0,2}")
"""Any letter: fonts of some files give each the same foreign one."""
_WHITE: Final = "#ffffff"
_PICTURES: Final = ("picture", "image")
_NO_SYMBOLS: Final = ("connector", *_PICTURES)
_ROUND: Final = ("lingkaran", "ellipse", "flowChartConnector")
_OUTLINES: Final = ("path", "contour", "freeform")


@dataclass(frozen=True, slots=True)
class _Form:
    """A drawing that may be a symbol: its form, whether that is told by a preset, and how sure."""

    drawing: Drawing
    raut: str
    preset: bool
    keyakinan: float

    @property
    def box(self) -> Box:
        return self.drawing.box


def symbols_of(sheet: Sheet, cells: Sequence[Cell]) -> list[Symbol]:
    """The symbols in the cells of a page, from top to bottom.

    Args:
        sheet: the page.
        cells: the cells in which symbols may stand: those of the actor columns, without headings.
    """
    boxes = [cell.box for cell in cells if cell.box is not None]
    if not boxes:
        return []
    widest = LONGEST * median(box.width for box in boxes)
    joined = frozenset(number for d in sheet.drawings for number in (d.dari, d.ke) if number)
    ends = [
        point
        for d in sheet.drawings
        if d.jenis == "connector" and d.points
        for point in (d.points[0], d.points[-1])
    ]
    forms = [
        form
        for drawing in sheet.drawings
        if (form := _form(drawing, joined) or _picture(drawing, ends)) is not None
        and drawing.box.width <= max(widest, 60.0)
        and _stands_in(form, boxes)
        and not _in_a_word(drawing, sheet)
    ]
    kept = _of_one_style(_of_a_kind(_once(forms)))
    usual = median(max(form.box.width, form.box.height) for form in kept) if kept else 0.0
    found = [_symbol(form, sheet, usual, _is_alone(form, kept, boxes)) for form in kept]
    return sorted(found, key=lambda symbol: (symbol.box.y0, symbol.box.x0))


def _picture(drawing: Drawing, ends: Sequence[tuple[float, float]]) -> _Form | None:
    """A picture that a line leads to or from stands for a symbol; which one cannot be told."""
    around = drawing.box.grown(SAME)
    if drawing.jenis not in _PICTURES or not any(around.holds(*end) for end in ends):
        return None
    return _Form(drawing, drawing.jenis, True, _DOUBTFUL)


def _form(drawing: Drawing, joined: Collection[str]) -> _Form | None:
    """What form a drawing has; None for what can be no symbol. ``joined`` are the numbers that connectors name."""
    box = drawing.box
    if drawing.jenis in _NO_SYMBOLS or min(box.width, box.height) < LEAST:
        return None
    if drawing.jenis not in _OUTLINES:
        unseen = drawing.fill in (None, _WHITE) and drawing.stroke is None
        bare = unseen and drawing.jenis in ("rect", "textBox")
        if bare and drawing.text and drawing.nomor not in joined:
            return None  # a text box
        return _Form(drawing, drawing.jenis, True, _DRAWN) if _meaning(drawing.jenis, "preset") else None
    if not drawing.closed and not _closes(drawing):
        return None
    if thread(drawing.points) is not None:
        return None  # a line drawn as an area
    traced = drawing.jenis == "contour"
    if not drawing.points:
        # Too many corners, or such as only formulas give; both are round forms, or lettering.
        return _Form(drawing, "bulat", False, _GUESSED) if drawing.curved else None
    if drawing.raut:
        return _Form(drawing, _pictured(drawing), False, _seen(drawing.keyakinan))
    raut = form_of(drawing.points, drawing.curved, traced)
    if raut == "segitiga" or (raut == "lain" and max(box.width, box.height) <= 2 * HEAD):
        return None
    if traced and raut == "segi_lima" and box.width > SQUARE * box.height:
        raut = "dokumen"  # a connector is drawn about as wide as high; the wave of a document is taken for its tip
    # Its picture did not say which form it has.
    sure = _GUESSED if traced else _DRAWN
    return _Form(drawing, raut, False, sure if raut != "lain" else _DOUBTFUL)


def _pictured(drawing: Drawing) -> str:
    """The form that a picture tells; corners that are but a little round are seen along the outline."""
    doubtful = drawing.raut == "kotak" and drawing.keyakinan < SURE
    return "bulat" if doubtful and form_of(drawing.points, False, True) == "bulat" else drawing.raut


def _seen(likely: float) -> float:
    """How sure a form is that its picture tells."""
    return round(min(0.97, _DOUBTFUL + (likely - 0.5)), 3)


def _in_a_word(drawing: Drawing, sheet: Sheet) -> bool:
    """Whether an outline is what a letter of a printed word encloses, or a piece of such a word."""
    if drawing.jenis != "contour":
        return False
    small = min(drawing.box.width, drawing.box.height) <= LETTER
    return any(
        (small or word.box.height > AS_HIGH * drawing.box.height)
        and sum(c.isalpha() for c in word.text) >= 3
        and shared(word.box, drawing.box) > IN_WORD * drawing.box.area
        for word in sheet.words
    )


def _closes(drawing: Drawing) -> bool:
    """Whether an outline comes back to where it began without saying so."""
    points = drawing.points
    if len(points) < 5:
        return False
    return abs(points[0][0] - points[-1][0]) < 1.0 and abs(points[0][1] - points[-1][1]) < 1.0


def _stands_in(form: _Form, cells: Sequence[Box]) -> bool:
    """Whether a form stands in a cell without being its ground, or is a connector just outside the table."""
    box = form.box
    x, y = box.centre
    cell = next((cell for cell in cells if cell.holds(x, y)), None)
    if cell is not None:
        return not (
            box.width >= WHOLE_CELL * cell.width
            and box.height >= WHOLE_CELL * cell.height
            and _meaning(form.raut, "preset" if form.preset else "raut") == "proses"
            and shared(box, cell) >= WHOLE_CELL * box.area
        )
    if _meaning(form.raut, "preset" if form.preset else "raut") not in ("konektor", "terminator"):
        return False
    whole = union(cells)
    near = whole.x0 <= x <= whole.x1 and whole.y0 - BEYOND <= y <= whole.y1 + BEYOND
    return near and max(box.width, box.height) <= BEYOND


def _once(forms: Sequence[_Form]) -> list[_Form]:
    """Each symbol once: of forms painted upon each other the one that is seen best."""
    kept: list[_Form] = []
    for form in sorted(forms, key=_rank):
        if not any(_is_part(form, other) for other in kept):
            kept.append(form)
    return kept


def _of_a_kind(forms: Sequence[_Form]) -> list[_Form]:
    """The forms without what lines enclose between symbols.

    Such a mesh reaches into the boxes of the symbols that its lines begin and end at, or its size is not theirs. One with
    the tip of a connector, of which only the outline is seen, gives way to a filled form.
    """
    meeting = [
        any(
            other is not form and shared(form.box, other.box) > MEETING * _less(form, other)
            for other in forms
        )
        for form in forms
    ]
    alone = [
        form.box.area for form, meets in zip(forms, meeting, strict=True) if not meets and not _hands(form)
    ]
    usual = median(alone) if alone else None
    filled = [form for form in forms if form.drawing.fill is not None]
    mesh = {
        id(form)
        for form in forms
        if form.drawing.fill is None
        and _known(form, "konektor")
        and any(shared(form.box, other.box) > MEETING * _less(form, other) for other in filled)
    }
    kept: list[_Form] = []
    order = sorted(forms, key=lambda form: (form.raut == "lain", id(form) in mesh, _oddness(form, usual)))
    for form in order:
        if (
            form.drawing.jenis == "contour"
            and usual is not None
            and len(alone) >= FEW
            and _is_odd(form, usual)
        ):
            continue
        if form.drawing.jenis != "contour" or not any(
            shared(form.box, other.box) > MEETING * _less(form, other) for other in kept
        ):
            kept.append(form)
    return kept


def _of_one_style(forms: Sequence[_Form]) -> list[_Form]:
    """The forms with boxes of doubtful corners taken for boxes where another form is surely round: ends are drawn alike."""
    round_ = [
        min(form.box.width, form.box.height)
        for form in forms
        if form.drawing.raut in ("bulat", "lingkaran") and form.drawing.keyakinan >= ROUND
    ]
    return [
        replace(form, raut="kotak")
        if form.drawing.raut == "kotak"
        and form.raut == "bulat"
        and any(size > SMALL * min(form.box.width, form.box.height) for size in round_)
        else form
        for form in forms
    ]


def _hands(form: _Form) -> bool:
    return _known(form, "konektor") or form.raut in _ROUND


def _less(form: _Form, other: _Form) -> float:
    return min(form.box.area, other.box.area)


def _is_odd(form: _Form, usual: float) -> bool:
    """Whether a form is of another size than the symbols of its page; connectors are small, but as high as broad."""
    high, low = max(form.box.width, form.box.height), min(form.box.width, form.box.height)
    if _known(form, "konektor") or (_hands(form) and high <= OVAL * low):
        return False
    slight = form.keyakinan < SLIGHT and form.box.area < usual / SMALLER
    surely = form.keyakinan >= SURELY and form.box.width >= form.box.height
    return slight or _oddness(form, usual) > ODD * (FARTHER if surely else 1.0)


def _oddness(form: _Form, usual: float | None) -> float:
    """How many times larger or smaller than usual a form is; without anything usual, its size."""
    area = form.box.area
    return max(area / usual, usual / area) if usual else area


def _rank(form: _Form) -> tuple[bool, bool, float, float, float]:
    """Outlined before merely filled, of a known form before others, the larger first, then the upper left."""
    box = form.box
    return (form.drawing.stroke is None, form.raut == "lain", -round(box.area), box.y0, box.x0)


def _is_part(form: _Form, other: _Form) -> bool:
    """Whether a form belongs to another that is kept: its filling, its shadow, its inner edge, or a line in it."""
    a, b = form.box, other.box
    common = shared(a, b)
    if common >= NESTED * max(a.area, b.area):
        return True
    if common >= 0.9 * a.area:
        return not (_known(form, "konektor") and not _known(other, "konektor") and a.area < 0.3 * b.area)
    shifted = max(abs(a.x0 - b.x0), abs(a.y0 - b.y0))
    alike = abs(a.width - b.width) <= SAME and abs(a.height - b.height) <= SAME
    return alike and shifted <= SHADOW and form.raut == other.raut and common > 0


def _known(form: _Form, simbol: Simbol) -> bool:
    return _meaning(form.raut, "preset" if form.preset else "raut") == simbol


def _is_alone(form: _Form, forms: Sequence[_Form], cells: Sequence[Box]) -> bool:
    """Whether a form is the only one in its row of the table."""
    x, y = form.box.centre
    row = next((cell for cell in cells if cell.holds(x, y)), None)
    if row is None:
        return False
    return not any(other is not form and row.y0 <= other.box.centre[1] <= row.y1 for other in forms)


def _symbol(form: _Form, sheet: Sheet, usual: float, alone: bool) -> Symbol:
    source = "preset" if form.preset else "raut"
    text = _text(form, sheet)
    # A word in a circle, cut to a letter by its outline, is no sign.
    raut = "lingkaran" if form.raut == "huruf" and sum(c.isalpha() for c in text) > SIGN else form.raut
    simbol = _meaning(raut, source)
    asing = raut in _table()["asing"][source]
    box = form.box
    round_ = raut in _ROUND and max(box.width, box.height) <= 1.3 * min(box.width, box.height)
    if raut != "huruf" and round_ and _is_connector(text, max(box.width, box.height), usual, alone):
        simbol = "konektor"
    keyakinan = form.keyakinan if simbol else _DOUBTFUL
    return Symbol(simbol, sheet.halaman, box, keyakinan, text, asing, form.drawing.raut == TERSIRAT)


def _is_connector(text: str, size: float, usual: float, alone: bool) -> bool:
    """Whether a circle hands the flow over: it holds a letter or a number, or is empty, small and beside another symbol.

    An empty one that is all its row has begins or ends the flow.
    """
    if text:
        return bool(_LETTER.fullmatch(text)) and len(text) <= 3
    return not alone and size <= SMALL * usual


def _text(form: _Form, sheet: Sheet) -> str:
    """The words inside a form."""
    if form.drawing.text:
        return " ".join(form.drawing.text.split())
    words = [word for word in sheet.words if form.box.holds(*word.box.centre)]
    return " ".join(word.text for line in by_line(words) for word in line)


def _meaning(name: str, source: str) -> Simbol | None:
    """The symbol that a preset or a form is."""
    return _meanings(source).get(name)


@cache
def _meanings(source: str) -> Mapping[str, Simbol]:
    symbols = _table()["simbol"]
    return {name: cast(Simbol, key) for key in get_args(Simbol) for name in symbols[key][source]}


def _table() -> Mapping[str, Any]:
    return table("bentuk")
