"""An explanation of the first lines of a page without columns, and what one more part of a line makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extractors.layouts.flat_costs import Around, Facts, Reading, facts, stop_of, to_begin, to_go_on
from extractors.layouts.flat_parts import Part
from extractors.raw import KOTAK

NONE, LABEL = -1, -2
"""Where a part may go but into a box."""
_LAST_PAGE = 4.0
"""What speaks for the boxes to end where a page without a label of one begins."""
_ENDS, _ALL_FILLED, _NEW_PAGE, _HEADED, _LEFT, _FIELD_LEFT = -2.5, -0.8, 2.5, 2.5, 2.5, 1.0
_OF_HEADING = 2.0
_LABELLED, _QUEUED, _RIGHT_BELOW, _UNLABELLED, _LABEL_LATER = 1.6, 0.35, 0.4, -2.0, -1.2
_LEFT_OF = 1.0
"""What it costs that a text stands to the right of one whose box the standard has to the right of its own."""
_BESIDE = 4.0
"""What speaks for a text to be the content of the label on its line."""
_EARLY = -0.1
"""What it costs at most that a text above all boxes is of none."""
_NAMED = 0.8
"""What speaks for a text to be the name of the SOP where the label of that waits for one."""
_WORST = 4.0
"""So much worse than to leave a text out no box is tried."""
_LONG = 8
_COUNTS_ON, _LONGEST_COLUMN = 0.6, 10
"""What speaks for a second entry of a box on a line, and how many entries above it the list may have."""
_OPENNESS = {"kurang": 1.0, "buka": 1.0, "": 0.5, "tutup": 0.0}


class Guess(NamedTuple):
    """An explanation of the lines so far.

    Attributes:
        score: the higher the better.
        lists: what of each box was read.
        waiting: boxes whose label was read and nothing of their content, in this order.
        last: the box that took the last text; NONE for none, LABEL behind a label.
        nameless: whether the label of the SOP's name waits for it.
        labelled: the last row with a label of a box.
        diam: the last row with a field of the identity.
        sided: the last row that held texts of several boxes.
        ended: whether the boxes ended before this row.
        trail: the explanation before, the part that was added, its row, its box and whether it begins an entry.
    """

    score: float
    lists: tuple[Reading | None, ...]
    waiting: tuple[int, ...] = ()
    last: int = NONE
    nameless: bool = False
    labelled: int = -1
    diam: int = -1
    sided: int = -9
    ended: bool = False
    trail: "tuple[Guess, Part, int, int, bool] | None" = None


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of all lines.

    Attributes:
        labels: the last row with a label of each box.
        fields: the first row with a label of each field of the identity.
        breaks: rows that begin a page.
        headings: rows that head a procedure.
        steps: rows that begin a page or head a procedure, with its steps below: no box goes on there.
    """

    labels: dict[int, int]
    fields: tuple[int, ...]
    breaks: frozenset[int]
    headings: frozenset[int]
    steps: frozenset[int] = frozenset()


class Option(NamedTuple):
    """A way for a part to go: what the explanation is worth then, the box (or NONE, LABEL), whether an entry begins."""

    score: float
    box: int
    begins: bool = False


def ending(guess: Guess, at: int, page: Page) -> float:
    """What speaks for the boxes to end before a row."""
    filled = {box for box, one in enumerate(guess.lists) if one} | set(guess.waiting)
    later = sum(row >= at and box not in filled for box, row in page.labels.items())
    fields = sum(row >= at for row in page.fields)
    score = _ENDS if len(filled) < len(KOTAK) else _ALL_FILLED
    over = at in page.breaks and all(row < at for row in page.labels.values())
    score += (_LAST_PAGE if over else _NEW_PAGE * (at in page.breaks)) + _HEADED * (at in page.headings)
    return score - _LEFT * later - _FIELD_LEFT * fields


def options(guess: Guess, part: Part, at: int, gap: bool, page: Page) -> Iterator[Option]:
    """The ways for one more part of a line to go.

    Args:
        guess: the explanation of all before.
        part: of the line.
        at: its row.
        gap: whether an empty line stands before it.
        page: what is known of all lines.
    """
    if part.label:
        yield Option(guess.score, LABEL)
        return
    if part.diam:
        yield Option(guess.score, NONE)
        return
    text = facts(part.span.text)
    out = guess.score + _outside(guess, text)
    yield Option(out, NONE)
    if not text.kosong:
        ways = _into_boxes(guess, text, at, gap, page)
        yield from (way for way in ways if way.score > out - _WORST)


def _outside(guess: Guess, text: Facts) -> float:
    """What it costs that a text is of no box."""
    if _names(guess, text):
        return _NAMED
    above = not guess.waiting and not any(guess.lists)
    return max(text.outside, _EARLY) if above else text.outside


def _into_boxes(guess: Guess, text: Facts, at: int, gap: bool, page: Page) -> Iterator[Option]:
    here = max((box for box, read in enumerate(guess.lists) if read and read.row == at), default=NONE)
    worth = guess.score - _OF_HEADING * (at in page.headings and here == NONE)
    loose = gap or here > NONE or guess.sided == at - 1
    for box, read in enumerate(guess.lists):
        if read and read.row == at:
            if _second_column(text, read):
                yield Option(worth + text.begins[box] + _COUNTS_ON, box, True)
            continue
        base = worth - _LEFT_OF * (box < here)
        around = _around(guess, box, at, loose, page)
        score = base + text.begins[box] + _labelled(guess, box, at, page) + to_begin(text, read, around)
        yield Option(score, box, True)
        if read:
            yield Option(base + text.follows[box] + to_go_on(text, read, around), box)


def _second_column(text: Facts, read: Reading) -> bool:
    """Whether a text may be of the second column of a box's own list: "4. Printer" behind "1. Komputer"."""
    kind, number = text.mark
    return kind == read.kind == "angka" and 1 < number - read.nomor <= _LONGEST_COLUMN


def _around(guess: Guess, box: int, at: int, loose: bool, page: Page) -> Around:
    """What stands around a text that a box may take."""
    read = guess.lists[box]
    before = guess.lists[guess.last] if guess.last not in (NONE, LABEL, box) else None
    return Around(
        next_to=guess.last == box,
        loose=loose,
        new_page=at in page.breaks,
        jauh=at - read.row if read else 0,
        label=read is not None and guess.labelled >= read.row and box not in guess.waiting,
        below_label=box in guess.waiting,
        interrupts=_OPENNESS[facts(before.last).akhir] if before and not loose else 0.0,
        field=box in guess.waiting and guess.diam > guess.labelled,
        broken=guess.last == NONE,
        marked=any(one and one.kind for one in guess.lists),
    )


def _names(guess: Guess, text: Facts) -> bool:
    """Whether a text may be the name of the SOP, whose label waits for it."""
    return guess.nameless and text.nilai and guess.last < 0


def _labelled(guess: Guess, box: int, at: int, page: Page) -> float:
    """What the labels say to an entry that begins in a box."""
    if box in guess.waiting:
        if guess.last == LABEL and guess.labelled == at and guess.waiting[-1] == box:
            return _BESIDE
        below = guess.last == LABEL and guess.waiting == (box,)
        below = below or (guess.labelled == at - 1 and any(read and read.row == at for read in guess.lists))
        return _LABELLED - _QUEUED * guess.waiting.index(box) + _RIGHT_BELOW * below
    if guess.lists[box]:
        return 0.0
    return _UNLABELLED + _LABEL_LATER * (page.labels.get(box, -1) > at)


def taken(guess: Guess, part: Part, at: int, option: Option) -> Guess:
    """The explanation with one more part."""
    score, box, begins = option
    trail = (guess, part, at, box, begins)
    if box == LABEL and part.label:
        here = KOTAK.index(part.label)
        waiting = (*(other for other in guess.waiting if other != here), here)
        return guess._replace(waiting=waiting, last=LABEL, labelled=at, trail=trail)
    if box == NONE:
        text = facts(part.span.text)
        nameless = part.nama or (guess.nameless and (part.diam or not (_names(guess, text) or text.isi)))
        diam = at if part.diam else guess.diam
        if _names(guess, text) and not part.diam:
            trail = (guess, part._replace(diam=True), at, box, begins)
        return guess._replace(score=score, last=NONE, nameless=nameless, diam=diam, trail=trail)
    read, written = guess.lists[box], part.span.text
    kind, nomor = facts(written).mark
    if read is None:
        found = Reading(kind, nomor, written, len(written), at, mula=facts(written).mula)
    elif begins and read.row == at:
        found = read._replace(baris=read.baris + 1)
    else:
        if not begins:
            kind, nomor = read.kind, read.nomor
        elif not kind and read.kind:
            kind, nomor = read.kind, read.nomor + 1  # its mark was not read
        stop = read.stop or (stop_of(read.last) if begins else "")
        mula = facts(written).mula if begins else read.mula
        found = Reading(kind, nomor, written, max(len(written), read.widest), at, read.baris + 1, stop, mula)
    lists = (*guess.lists[:box], found, *guess.lists[box + 1 :])
    waiting = tuple(other for other in guess.waiting if other != box)
    return guess._replace(score=score, lists=lists, waiting=waiting, last=box, trail=trail)


def state(guess: Guess, at: int) -> object:
    """What of an explanation matters from a row on: of boxes that took nothing for long only how far they count."""
    lists = tuple(
        read and (read.kind, read.nomor, read.row if at - read.row < _LONG else 0) for read in guess.lists
    )
    return guess.ended, guess.last, guess.nameless, guess.waiting, lists
