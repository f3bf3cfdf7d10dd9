"""The boxes of an identity page in a text without columns, with all lines decided at once.

Such a text has the lines of boxes that stood side by side one after the other or mixed, labels before, behind or
between them, and of some labels nothing is left. So each line, or part of one, may begin an entry of any box, go on
with the open entry of any, or be of none; numbers that count on, sentences that are open, lines that are full and
what boxes usually hold speak for one or the other. The cheapest explanation of all lines wins.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.fragments import FlowRow, Fragment
from extractors.layouts.box_evidence import says_of_regulation
from extractors.layouts.fields import Value
from extractors.layouts.flat_costs import facts
from extractors.layouts.flat_guess import LABEL, NONE, Guess, Option, Page, ending, options, state, taken
from extractors.layouts.flat_parts import Cut, Part, cuts_of, with_marks
from extractors.layouts.heading_lines import roles_in
from extractors.layouts.loose.heads import names_columns
from extractors.layouts.loose.place import begins_step
from extractors.layouts.row_labels import labels_of
from extractors.lexicon.durations import DURATION
from extractors.lexicon.labels import fold
from extractors.lexicon.signs import NIP, is_of_decree, is_office, is_unit
from extractors.lists.items import Piece, number_of
from extractors.pages import Source
from extractors.raw import IDENTITAS, KOTAK
from extractors.spans import BUTIR, Span, join

_APART = 0.1
"""The part of lines with wide gaps from which a text has columns."""
_SPACED = 0.9
"""The part of lines with an empty one before them from which that is how the text is spaced."""
_MOST_ROWS = 1500
"""Rows of an SOP at most; a text of more is something else, and each costs time."""
_LEAST = 2
"""Boxes from which a page is believed to have some."""
_NEAR = 4
"""So many rows below a line with texts of two boxes there may be another one."""
_UNFILLED = 0.3
"""What it costs that a label has no content."""
_SOP = re.compile(r"^\W*(?:SOP|PROSEDUR)\b", re.IGNORECASE)
_TITLE_LETTERS = 8
_WIDE = re.compile(r"\n[ \t\r]*\n[ \t\r]*\n")
_MOST_BREAKS = 8
"""More gaps of two lines are a habit of the text."""
_BEAM, _BEAM_IN_ROW = 24, 10
_FAR = 6.0
"""So much worse than the best explanation none comes back."""
_SURE = 0.9
_COLUMNS = 2
"""A line that names more columns heads a procedure, whatever its steps begin with."""
_SIGNING = 7
"""Rows from the title of who signs to his NIP."""
_STEPS, _DENSE = 3, 12
"""Lines that begin like steps, below what heads a procedure or so near each other."""


@dataclass(frozen=True, slots=True)
class FlatBoxes:
    """What was found.

    Attributes:
        values: the boxes by contract key.
        heads: their labels.
        rows: those of no box, down to where the boxes end.
        tail: those below.
        block: the first block behind the last text of a box.
    """

    values: dict[str, Value]
    heads: tuple[Span, ...]
    rows: list[FlowRow]
    tail: list[FlowRow]
    block: int


def read_flat_boxes(source: Source, rows: Sequence[FlowRow]) -> FlatBoxes | None:
    """The boxes in rows without columns; None where there are columns, or not two boxes.

    Args:
        source: the text that the rows are of.
        rows: of one SOP.
    """
    if not _is_flat(rows):
        return None
    decree = [at for at, row in enumerate(rows) if is_of_decree(row.fragments[0].span.text)]
    above = rows[: decree[-1] + 1] if decree else []
    rows = _closed_up(with_marks(rows[len(above) :]))
    found = _result(rows, _explained(rows, _breaks(source, rows)))
    return replace(found, rows=[*above, *found.rows]) if found else None


def _closed_up(rows: Sequence[FlowRow]) -> Sequence[FlowRow]:
    """The rows without the empty lines between them where such a line stands between almost any two."""
    spaced = sum(row.gap for row in rows) >= _SPACED * len(rows)
    return [replace(row, gap=False) for row in rows] if spaced else rows


def _breaks(source: Source, rows: Sequence[FlowRow]) -> frozenset[int]:
    """The rows with which a page begins: behind a form feed, in a text without any behind two empty lines."""
    firsts = [row.fragments[0].span.first for row in rows]
    between = [source.text[low:high] for low, high in pairwise(firsts)]
    fed = {at for at, text in enumerate(between, 1) if "\f" in text}
    wide = {at for at, text in enumerate(between, 1) if _WIDE.search(text)}
    return frozenset(fed or (wide if len(wide) <= _MOST_BREAKS else ()))


def _explained(rows: Sequence[FlowRow], breaks: frozenset[int]) -> Guess:
    """The best explanation of all rows, given those with which a page begins."""
    strong = {f.label.key for row in rows for f in row.fragments if f.label and not f.label.weak}
    page = _page(rows, strong, breaks)
    beam = [Guess(0.0, (None,) * len(KOTAK))]
    for at, row in enumerate(rows):
        sided = any(at - guess.sided <= _NEAR for guess in beam)
        ended = [guess for guess in beam if guess.ended]
        going = [guess for guess in beam if not guess.ended]
        if not going:
            break
        ended += [
            guess._replace(score=guess.score + ending(guess, at, page), ended=True)
            for guess in going
            if any(guess.lists)
        ]
        if at in page.steps and (ended or not (page.labels or page.fields)):
            beam = ended or going  # without any label above, nothing of a procedure is of a box
            break
        whole, *others = cuts_of(row, strong, sided)
        found = _cut(going, whole, row, at, page)
        for cut in others:
            found += _cut(going[:_BEAM_IN_ROW], cut, row, at, page)
        beam = _pruned([*ended, *found], at)
    return max(beam, key=_settled)


def _cut(beam: Sequence[Guess], cut: Cut, row: FlowRow, at: int, page: Page) -> list[Guess]:
    """The explanations that a row makes of those before, seen in one way."""
    found = [guess._replace(score=guess.score - cut.cost) for guess in beam]
    for part in cut.parts:
        ways: list[tuple[Option, Guess]] = [
            (option, guess) for guess in found for option in options(guess, part, at, row.gap, page)
        ]
        ways.sort(key=lambda way: -way[0].score)
        most = _BEAM if len(cut.parts) == 1 else _BEAM_IN_ROW
        near = [way for way in ways[: 2 * most] if way[0].score >= ways[0][0].score - _FAR]
        found = [taken(guess, part, at, option) for option, guess in near]
    labels = sum(part.label is not None for part in cut.parts)
    if len(cut.parts) == 1:
        return found
    return [guess._replace(sided=at) if labels > 1 or _boxes(guess, at) > 1 else guess for guess in found]


def _boxes(guess: Guess, at: int) -> int:
    """How many boxes took a part of a row."""
    return sum(read is not None and read.row == at for read in guess.lists)


def _is_flat(rows: Sequence[FlowRow]) -> bool:
    """Whether rows are those of a text whose labels stand in no cells, and not in columns."""
    named = [row for row in rows if any(f.label and f.label.key in KOTAK for f in row.fragments)]
    if any(row.halaman or row.fragments[0].unit for row in named):
        return False
    lines = [row for row in rows if not row.fragments[0].unit]
    apart = sum(_stands_apart(row) for row in lines)
    return 0 < len(lines) <= _MOST_ROWS and apart < _APART * len(lines)


def _stands_apart(row: FlowRow) -> bool:
    """Whether room is between pieces of a line; a crowded one was only cut before a label: "KECAMATAN PASIR Tanggal Revisi"."""
    return any(left.x + len(left.span.text) + 1 < right.x for left, right in pairwise(row.fragments))


def _settled(guess: Guess) -> float:
    return guess.score - _UNFILLED * len(guess.waiting)


def _page(rows: Sequence[FlowRow], strong: set[str], breaks: frozenset[int]) -> Page:
    labels: dict[int, int] = {}
    fields: dict[str, int] = {}
    headings, firsts = set(), dict[str, int]()
    for at, row in enumerate(rows):
        for cut in cuts_of(row, strong, False)[:1]:
            labels.update({KOTAK.index(part.label): at for part in cut.parts if part.label})
            for part in cut.parts:
                firsts.setdefault(part.label or "", at)
        for label in labels_of(row, strong):
            if label and label.key in IDENTITAS and label.key != "disahkan_oleh":
                fields.setdefault(label.key, at)
        if any(roles_in(f.span.text) for f in row.fragments) and not any(f.label for f in row.fragments):
            headings.add(at)
    headings |= _titles(rows, strong)
    firsts.pop("", None)
    # A label below the first of its box may be a heading of the procedure: "Peralatan".
    labelled = {*firsts.values(), *fields.values()}
    headings -= labelled | {at for at in headings if says_of_regulation(rows[at].text)}
    steps = frozenset(
        (*_steps_from(rows, headings | breaks, sorted(labelled)), *_signed_from(rows, sorted(labelled)))
    )
    return Page(labels, tuple(fields.values()), breaks, frozenset(headings), steps)


def _steps_from(rows: Sequence[FlowRow], heads: Collection[int], labelled: Sequence[int]) -> Iterator[int]:
    """The rows behind all labels from which on lines are of a procedure: those that head it, or begin several steps."""
    verbs = [begins_step(row.text) for row in rows]
    told = [bool(DURATION.search(row.text)) or names_columns(row.text) for row in rows]
    for at in range(max(labelled, default=-1) + 1, len(rows)):
        roles = roles_in(rows[at].text)
        if len(roles) > _COLUMNS or {"no", "uraian"} <= roles:
            yield at
        near = sum(verbs[at : at + _DENSE]) >= _STEPS and verbs[at]
        if any(told[at:]) and (near or (at in heads and sum(verbs[at:]) >= _STEPS)):
            yield at


def _signed_from(rows: Sequence[FlowRow], labelled: Sequence[int]) -> Iterator[int]:
    """The rows behind all labels that are an officer's title in capitals with a NIP below: he signs what is above.

    Where regulations are cited below, the contents of the boxes come behind all labels and fields.
    """
    for at in range(max(labelled, default=-1) + 1, len(rows)):
        text = rows[at].text
        signs = any(NIP.search(row.text) for row in rows[at + 1 : at + _SIGNING])
        if signs and is_office(text) and text.isupper():
            if not any(says_of_regulation(row.text) for row in rows[at:]):
                yield at
            return


def _titles(rows: Sequence[FlowRow], strong: set[str]) -> set[int]:
    """The rows below the name of the SOP that repeat it or its beginning, as the title of the procedure does."""
    name = ""
    found: set[int] = set()
    for at, row in enumerate(rows):
        label = next((label for label in labels_of(row, strong) if label and label.key == "nama_sop"), None)
        if label and not name:
            name = fold(label.rest.text or (rows[at + 1].text if at + 1 < len(rows) else ""))
        elif name and len(title := fold(_SOP.sub("", row.text))) >= _TITLE_LETTERS and name.startswith(title):
            found.add(at)
    return found


def _pruned(guesses: Sequence[Guess], at: int) -> list[Guess]:
    """The best explanations; of those that differ in nothing that matters from here on only the best."""
    found: dict[object, Guess] = {}
    ranked = sorted(guesses, key=lambda one: -one.score)
    for guess in ranked:
        if guess.score < ranked[0].score - _FAR or len(found) == _BEAM:
            break
        found.setdefault(state(guess, at), guess)
    return list(found.values())


def _result(rows: Sequence[FlowRow], best: Guess) -> FlatBoxes | None:
    entries: dict[int, list[list[Span]]] = {}
    heads: list[Span] = []
    named: set[int] = set()
    taken: dict[int, list[Part]] = {}
    left: dict[int, list[Part]] = {}
    for part, at, box, begins in _steps(best):
        if box == NONE:
            left.setdefault(at, []).append(part)
            continue
        taken.setdefault(at, []).append(part)
        if box == LABEL:
            heads.append(part.span)
            named.add(KOTAK.index(part.label or ""))
        elif begins:
            entries.setdefault(box, []).append([part.span])
        else:
            entries[box][-1].append(part.span)
    entries = {box: _counted(found) for box, found in entries.items()}
    if len(entries) < _LEAST:
        return None
    values = {
        KOTAK[box]: Value(
            KOTAK[box], tuple(Piece(join(spans, "\n"), BUTIR) for spans in found), "urutan", _SURE
        )
        for box, found in sorted(entries.items())
    }
    for box in named - set(entries):
        values[KOTAK[box]] = Value(KOTAK[box], (), "urutan", _SURE)
    end = max(*taken, *left) + 1 if best.ended else len(rows)
    return FlatBoxes(
        values,
        tuple(heads),
        list(_of_fields(rows[:end], taken, left)),
        list(rows[end:]),
        rows[max(taken)].block + 1,
    )


def _counted(entries: list[list[Span]]) -> list[list[Span]]:
    """The entries of a box by their numbers, where its list stood in two columns: 1, 4, 2, 5, 3."""
    numbers = [number_of(spans[0].text) for spans in entries]
    counted = [mark[1] for mark in numbers if mark and mark[0] == "angka"]
    if sorted(counted) != list(range(1, len(entries) + 1)):
        return entries
    return [entries[counted.index(number)] for number in range(1, len(entries) + 1)]


def _of_fields(
    rows: Sequence[FlowRow], taken: Mapping[int, object], left: Mapping[int, Sequence[Part]]
) -> Iterator[FlowRow]:
    """The rows that may say something of the fields of the identity: below the first box not every text does."""
    of_field = False
    for at, row in enumerate(rows):
        parts = [part for part in left.get(at, ()) if part.span]
        if at < min(taken) or (at not in taken and (of_field or any(map(_may_be_field, parts)))):
            of_field = at >= min(taken) and (
                of_field or any(part.diam or facts(part.span.text).isi for part in parts)
            )
            yield replace(row, gap=row.gap or at - 1 in taken)
            continue
        of_field = False
        if at in taken and parts:
            yield replace(row, fragments=tuple(Fragment(part.span, row.fragments[0].x, 0) for part in parts))


def _may_be_field(part: Part) -> bool:
    """Whether a text looks like a field, its value, or the letterhead."""
    text = facts(part.span.text)
    return (
        part.diam
        or text.isi
        or text.outside == 0
        or text.besar
        or is_unit(part.span.text)
        or is_office(part.span.text)
    )


def _steps(best: Guess) -> list[tuple[Part, int, int, bool]]:
    found: list[tuple[Part, int, int, bool]] = []
    guess = best
    while guess.trail:
        guess, part, at, box, begins = guess.trail
        found.append((part, at, box, begins))
    return found[::-1]
