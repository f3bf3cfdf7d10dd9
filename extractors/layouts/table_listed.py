"""The procedure as a list of sentences below its heading, most of which say how long they take or who does them.

A list without that is no procedure by itself; ``lone_steps`` reads it where nothing else is one.
"""

from collections.abc import Sequence

from extractors.layouts.steps import Procedure
from extractors.layouts.written_steps import begins_list, read_written
from extractors.lexicon.labels import find_in
from extractors.lexicon.signs import opens_signature
from extractors.lexicon.step_headings import heads_steps
from extractors.lists.items import Piece
from extractors.pages import Line
from extractors.spans import BARIS, PARAGRAF

_TOLD = 0.6
"""The share of steps that say how long they take."""
_FAR = 2
"""Lines from the heading to the first entry at most, empty ones counted."""


def read_listed(lines: Sequence[Line]) -> tuple[Procedure, int, int] | None:
    """The first such list, and the lines [start, end) that it takes with its heading."""
    for at, line in enumerate(lines):
        if not line.span or not heads_steps(line.span.text):
            continue
        first = next((n for n in range(at + 1, min(at + 1 + _FAR, len(lines))) if lines[n].span), None)
        if first is None or not begins_list(lines[first].span.text):
            continue
        end = next((n for n in range(first + 1, len(lines)) if _ends(lines[n])), len(lines))
        found = read_written(_pieces(lines[first:end]))
        if found and sum(step.waktu is not None for step in found.steps) >= _TOLD * len(found.steps):
            return found, at, end
    return None


def _ends(line: Line) -> bool:
    """Whether a line is no more of the list: a signature, a label of a box or of a field, the name of another part."""
    label = find_in(line.span.text) if line.span else None
    return bool(line.span) and (opens_signature(line.span.text) or (label is not None and not label.weak))


def _pieces(lines: Sequence[Line]) -> list[Piece]:
    written = [at for at, line in enumerate(lines) if line.span]
    return [Piece(lines[at].span, BARIS if not at or lines[at - 1].span else PARAGRAF) for at in written]
