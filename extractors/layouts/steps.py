"""Drafts of table rows to the raw steps that this room hands on, whichever way they were read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.layouts.named_actors import Actors, alone, are_names
from extractors.lexicon.durations import is_bare_number, is_duration, unit_in
from extractors.lexicon.labels import GROUPS, heading
from extractors.lexicon.marks import Mark, read_mark
from extractors.raw import RawField, RawMark, RawStep
from extractors.spans import BENTUK, Span, join
from extractors.tables.columns import AKTOR, Column

_SURE = {"tabel": 0.98, "kolom": 0.92, "urutan": 0.8, "pola": 0.6, "blok": 0.6}
_AROUND = " .)("
"""What stands around the number of a step."""
_NUMBERED = 0.7
"""How sure it is that a step's number in an actor's cell means that the step is his."""
_NAMES = 0.7
"""The part of a column's cells that begin with an actor's name where it names actors."""
_TRUST = {"tabel": 1.1, "kolom": 1.0, "urutan": 0.65, "pola": 0.6, "blok": 0.82}


@dataclass(slots=True)
class Draft:
    """A row while it is being read: cells by role, (actor column, text) of the actors' cells, roles whose cell goes on from above."""

    cells: dict[str, Span] = field(default_factory=dict)
    marks: list[tuple[int, Span]] = field(default_factory=list)
    sure: float = 1.0
    covered: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure as read.

    Attributes:
        pelaksana: headings of the actor columns.
        steps: the rows in order.
        bersimbol: whether the source carries symbols at all.
        heads: all headings as printed.
        ulang: the same actor columns as each further heading of the table has them.
        score: how well this reading explains the text; comparable between readings of one text.
    """

    pelaksana: tuple[RawField, ...]
    steps: tuple[RawStep, ...]
    bersimbol: bool
    heads: tuple[Span, ...]
    score: float
    ulang: tuple[tuple[Span, ...], ...] = ()


def build(drafts: Sequence[Draft], columns: Sequence[Column], heads: Sequence[Span], cara: str) -> Procedure:
    """The procedure that drafts of rows make, read under these columns in this way."""
    sure = _SURE[cara]
    actors = [column for column in columns if column.role == AKTOR and not column.goes_on]
    if _is_blank(actors, drafts):
        actors = []
    _add_units(drafts, columns)
    if _names_actors(actors, drafts):
        return _with_names(drafts, heads, cara)
    marks = [_marks(draft, len(actors), at) for at, draft in enumerate(drafts, 1)]
    if not _are_marks(marks):
        marks = [[mark for mark in row if mark.simbol or BENTUK in mark.span.text] for row in marks]
    steps = [_step(draft, tuple(row), cara, sure) for draft, row in zip(drafts, marks, strict=True)]
    return Procedure(
        tuple(RawField(column.heading, cara, sure) for column in actors),
        tuple(steps),
        any(step.tanda for step in steps),
        tuple(head for head in heads if head),
        score(steps) * _TRUST[cara],
    )


def _is_blank(actors: Sequence[Column], drafts: Sequence[Draft]) -> bool:
    """Whether the one column that is headed by nothing but "Pelaksana" is left to be filled in."""
    if len(actors) != 1 or heading(actors[0].heading.text) not in GROUPS:
        return False
    return not any(span for draft in drafts for _, span in draft.marks)


def _names_actors(actors: Sequence[Column], drafts: Sequence[Draft]) -> bool:
    """Whether the one column that is headed by nothing but "Pelaksana" says in words who acts."""
    if len(actors) != 1 or heading(actors[0].heading.text) not in GROUPS:
        return False
    texts = [span.text for draft in drafts for _, span in draft.marks]
    return not any(BENTUK in text for text in texts) and are_names(texts, _NAMES)


def _with_names(drafts: Sequence[Draft], heads: Sequence[Span], cara: str) -> Procedure:
    """The procedure of which one column names the actors: each name is a column."""
    named = [join([span for _, span in draft.marks], "\n") for draft in drafts]
    actors, sure = Actors(alone=alone(named)), _SURE[cara]
    marks = [actors.marks(names) for names in named]
    steps = [_step(draft, row, cara, sure) for draft, row in zip(drafts, marks, strict=True)]
    return Procedure(
        tuple(RawField(name, cara, sure) for name in actors.names.values()),
        tuple(steps),
        any(marks),
        tuple(head for head in heads if head),
        score(steps) * _TRUST[cara],
    )


def score(steps: Sequence[RawStep]) -> float:
    """How well steps look like a procedure: numbered in order, each with its duration and a text."""
    if not steps:
        return 0.0
    total = 0.0
    for at, step in enumerate(steps, 1):
        number = "".join(filter(str.isdigit, step.no.text)) if step.no else ""
        total += 0.4 * (number == str(at)) + 0.2 * bool(number)
        total += 0.3 * bool(step.waktu and is_duration(step.waktu.text))
        total += 0.3 * bool(step.uraian and len(step.uraian.text) > 6)
    return total


def _add_units(drafts: Sequence[Draft], columns: Sequence[Column]) -> None:
    """Put the unit of the heading behind bare numbers: 5 under "Waktu (Menit)" is "5 Menit"."""
    head = next((column.heading for column in columns if column.role == "waktu"), None)
    place = unit_in(head.text) if head else None
    if head is None or place is None:
        return
    unit = head.cut(*place)
    for draft in drafts:
        waktu = draft.cells.get("waktu")
        if waktu and is_bare_number(waktu.text):
            draft.cells["waktu"] = join((waktu, unit))


def _marks(draft: Draft, actors: int, place: int) -> list[RawMark]:
    no = draft.cells.get("no")
    own = {str(place), no.text.strip(_AROUND).lstrip("0") if no else ""}
    found = []
    for column, whole in draft.marks:
        # What was drawn counts as it is; the words beside it are those of arrows and branches.
        span = whole.cut(max(whole.text.find(BENTUK), 0))
        mark = read_mark(span.text)
        if mark is None and span.text.isdecimal() and span.text.lstrip("0") in own:
            mark = Mark(None, _NUMBERED)  # the number of the step instead of a check mark
        if mark and column < actors:
            found.append(RawMark(column, span, mark.simbol, mark.keyakinan))
    return found


def _are_marks(rows: Sequence[Sequence[RawMark]]) -> bool:
    """Whether letters such as "v" are check marks: then most rows have one; a stray one is a drawn arrow."""
    loose = [row for row in rows if any(mark.simbol is None and BENTUK not in mark.span.text for mark in row)]
    return len(loose) >= max(2, 0.6 * len(rows))


def _step(draft: Draft, marks: tuple[RawMark, ...], cara: str, sure: float) -> RawStep:
    cells = {role: RawField(span, cara, sure * draft.sure) for role, span in draft.cells.items() if span}
    return RawStep(
        cells.get("no"),
        cells.get("uraian"),
        cells.get("kelengkapan"),
        cells.get("waktu"),
        cells.get("output"),
        cells.get("keterangan"),
        marks,
        tuple(role for role in draft.covered if role not in cells),
    )
