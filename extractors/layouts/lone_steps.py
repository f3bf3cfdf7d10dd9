"""Steps in prose below boxes that stand in a table: a heading "PROSEDUR", a list that counts from 1, no series of sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.fragments import FlowRow
from extractors.layouts.sections import LANGKAH
from extractors.layouts.steps import Procedure
from extractors.layouts.written_steps import read_written
from extractors.lexicon.labels import section_named
from extractors.lexicon.signs import opens_signature
from extractors.lists.items import Piece, number_of
from extractors.spans import BARIS, PARAGRAF, join

_MARK = 2
"""Words at most before the name in a heading: "D. PROSEDUR"."""
_AROUND = " :.-"


@dataclass(frozen=True, slots=True)
class LoneSteps:
    """The steps of such a list.

    Attributes:
        langkah: the procedure, without actors.
        rows: the rows above its heading.
        ekor: those from its end on: the signature block.
    """

    langkah: Procedure
    rows: list[FlowRow]
    ekor: list[FlowRow]


def read_lone_steps(rows: Sequence[FlowRow]) -> LoneSteps | None:
    """The first list of steps right below a heading that names them; None without one.

    A heading may go on with the name of the SOP: "PROSEDUR PENYUSUNAN JADWAL PIKET".

    Args:
        rows: of an SOP without a table of its procedure.
    """
    for at in range(len(rows) - 1):
        if not (_heads(rows[at]) and _numbered(rows[at + 1]) == 1):
            continue
        end = next((low for low in range(at + 2, len(rows)) if _ends(rows[low], rows[at + 1])), len(rows))
        lines = tuple(
            Piece(join([fragment.span for fragment in row.fragments]), PARAGRAF if row.gap else BARIS)
            for row in rows[at + 1 : end]
        )
        steps = read_written(lines, max(len(line.span.text) for line in lines))
        if steps is not None:
            return LoneSteps(steps, list(rows[:at]), list(rows[end:]))
    return None


def _heads(row: FlowRow) -> bool:
    """Whether a line outside of tables begins with the name of what holds the steps, be it behind a mark."""
    if _unit(row):
        return False
    words = row.text.split()
    starts = (0, 1) if len(words) > 1 and len(words[0]) <= _MARK + 1 else (0,)
    named = (
        " ".join(words[low:high]).strip(_AROUND) for low in starts for high in range(low + 1, len(words) + 1)
    )
    return any(section_named(name) == LANGKAH for name in named)


def _numbered(row: FlowRow) -> int | None:
    """The number that an entry begins with; Word documents with tabs behind the numbers give a table of one column."""
    mark = number_of(row.text)
    return mark[1] if mark is not None and mark[0] == "angka" else None


def _ends(row: FlowRow, first: FlowRow) -> bool:
    """Whether a row is no more of the list that begins with another one."""
    return _unit(row) != _unit(first) or opens_signature(row.text)


def _unit(row: FlowRow) -> int:
    return max(fragment.unit for fragment in row.fragments)
