"""The procedure of which each step is a record of labelled lines, as vision models tell a table: "Waktu: 5 menit".

A step begins with its number, with "Langkah 3", or with a label for its number or its text; what
its labels name are its cells, and the names behind "Pelaksana" the actors, with no symbols.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.layouts.chain import Anchor, number_span, read_number
from extractors.layouts.named_actors import Actors, alone
from extractors.layouts.steps import Procedure, score
from extractors.lexicon.actors import is_actor
from extractors.lexicon.labels import GROUPS, heading
from extractors.pages import Line
from extractors.raw import RawField, RawStep
from extractors.spans import EMPTY, Span, join
from extractors.tables.columns import MUTU

_CELLS = ("no", "uraian", *MUTU, "keterangan")
_ROLES = frozenset((*_CELLS, *GROUPS))
_FIELD = re.compile(r"(?:^\W*|(?<=[|;(])\s*|\.\s+)([A-Za-z][A-Za-z /]{1,38}?\.?)\s*[:=]\s*")
"""A label at the beginning of a line, or behind a sign that parts labelled values on one line."""
_NAMED = re.compile(r"\s*[\[(]([^\[\]()]{3,40})[\])]\s*[:–-]?\s*")
"""Who acts, before what he does: "[Camat] Menandatangani surat"."""
_STEP = re.compile(r"\W*(?:langkah|tahap(?:an)?|step)\s*(?:ke-?)?\s*(\d{1,2})\b\W*", re.IGNORECASE)
_AROUND = " |;,(\t"
_FEWEST = 2
"""Steps that make a procedure, and labels that make a step."""
_SURE = 0.9
_FAR = 2
"""Empty lines that may stand inside a step."""


@dataclass(slots=True)
class _Record:
    """A step while it is read: the line it begins with, the one behind its last, and its cells."""

    start: int
    end: int
    cells: dict[str, Span] = field(default_factory=dict)
    last: str = "uraian"

    def add(self, role: str, span: Span, end: int) -> None:
        """Put a value, or the next line of one, into its cell."""
        before = self.cells.get(role)
        self.cells[role] = join((before, span), "\n") if before else span
        self.last, self.end = role, end

    def take(self, span: Span, end: int) -> None:
        """Put the labelled values of a line into their cells; what stands before them goes on with the last one."""
        labels = _labels(span)
        before = _closed(span.cut(0, labels[0][1] if labels else None))
        if any(char.isalnum() for char in before.text):
            self.add(self.last, before, end)
        for (role, _, start), following in zip(labels, [*labels[1:], None], strict=False):
            self.add(role, _closed(span.cut(start, following[1] if following else None)), end)

    def is_step(self) -> bool:
        """Whether labels enough make it one, one of the standard of quality among them."""
        named = self.cells.keys() & {*MUTU, "pelaksana"}
        return len(named) >= _FEWEST and bool(named & set(MUTU)) and bool(self.cells.get("uraian"))


def read_records(lines: Sequence[Line]) -> tuple[Procedure, int, int] | None:
    """The procedure in labelled lines, and the lines [start, end) that it takes."""
    run: list[_Record] = []
    for record in _records(lines):
        if not record.is_step():
            if len(run) >= _FEWEST:
                break
            run = []
            continue
        run.append(record)
    if len(run) < _FEWEST:
        return None
    actors = Actors(alone=alone(record.cells.get("pelaksana") for record in run))
    steps = tuple(_step(record, actors) for record in run)
    bersimbol = any(step.tanda for step in steps)
    pelaksana = tuple(RawField(name, "label", _SURE) for name in actors.names.values())
    procedure = Procedure(pelaksana, steps, bersimbol, heads=(), score=score(steps))
    return procedure, run[0].start, run[-1].end


def _records(lines: Sequence[Line]) -> Iterator[_Record]:
    """What begins like a step, with the labelled lines that follow it."""
    record: _Record | None = None
    for at, line in enumerate(lines):
        if not line.span:
            continue
        begun = _begun(line.span, at, record)
        if record and (begun or not _goes_on(record, line.span, at)):
            yield record
            record = None
        record = begun or record
        if record and not begun:
            record.take(line.span, at + 1)
    if record:
        yield record


def _goes_on(record: _Record, span: Span, at: int) -> bool:
    """Whether a line is of a step: behind an empty line only one with a label, and not far below."""
    return at == record.end or (at <= record.end + _FAR and bool(_labels(span)))


def _begun(span: Span, at: int, record: _Record | None) -> _Record | None:
    """The step that begins with a line, if one does: its number, its text, and what is labelled on the line."""
    step = _STEP.match(span.text)
    number = None if step else read_number(span.text)
    if step:
        no, text = span.cut(*step.span(1)), span.cut(step.end())
    elif number:
        no, text = number_span(span, Anchor(at, *number)), span.cut(number[1])
    else:
        labels = _labels(span)
        opens = bool(labels) and labels[0][0] in ("no", "uraian")
        if not opens or (record and labels[0][0] not in record.cells):
            return None
        no, text = EMPTY, span
    begun = _Record(at, at + 1, {"no": no})
    named = _NAMED.match(text.text)
    if named and is_actor(named[1].split()[0]):
        begun.cells["pelaksana"], text = text.cut(*named.span(1)), text.cut(named.end())
    begun.take(text, at + 1)
    return begun


def _labels(span: Span) -> list[tuple[str, int, int]]:
    """The labels of a line: column, where the label begins, where its value does."""
    return [
        (role, match.start(1), match.end())
        for match in _FIELD.finditer(span.text)
        if (role := heading(match[1].strip())) in _ROLES and role
    ]


def _closed(span: Span) -> Span:
    """A value without the signs that part it from the next one, and a bracket that was opened before it."""
    text = span.text.rstrip(_AROUND)
    if text.endswith(")") and text.count("(") < text.count(")"):
        text = text[:-1]
    return span.cut(0, len(text)).strip()


def _step(record: _Record, actors: Actors) -> RawStep:
    """The raw step of a record; names that are new become columns."""
    cells = {role: RawField(record.cells[role], "label", _SURE) for role in _CELLS if record.cells.get(role)}
    no, uraian, kelengkapan, waktu, output, keterangan = map(cells.get, _CELLS)
    marks = actors.marks(record.cells.get("pelaksana"))
    return RawStep(no, uraian, kelengkapan, waktu, output, keterangan, marks)
