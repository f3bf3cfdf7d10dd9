"""Steps in prose below boxes that stand in a table: a heading "PROSEDUR", a list that counts from 1, no series of sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.fragments import FlowRow
from extractors.layouts.steps import Procedure
from extractors.layouts.told_parts import tells_step
from extractors.layouts.written_steps import begins_list, read_written
from extractors.lexicon.labels import section_named
from extractors.lexicon.signs import opens_signature
from extractors.lexicon.step_headings import begins_with_heading
from extractors.lists.items import Piece
from extractors.spans import BARIS, PARAGRAF, join

_TOLD = 0.6
"""The share of entries that say what somebody does."""


@dataclass(frozen=True, slots=True)
class LoneSteps:
    """The steps of such a list.

    Attributes:
        langkah: the procedure, without actors.
        rows: the rows above its heading.
        ekor: those from its end on: the signature block.
        mulai: the block of its heading.
    """

    langkah: Procedure
    rows: list[FlowRow]
    ekor: list[FlowRow]
    mulai: int

    def tells(self) -> bool:
        """Whether most entries say what somebody does, so that they are of no box."""
        texts = [step.uraian.text for step in self.langkah.steps if step.uraian]
        return sum(map(tells_step, texts)) >= _TOLD * len(texts)


def read_lone_steps(rows: Sequence[FlowRow]) -> LoneSteps | None:
    """The first list of steps right below a heading that names them; None without one.

    A heading may go on with the name of the SOP: "PROSEDUR PENYUSUNAN JADWAL PIKET".

    Args:
        rows: of an SOP without a table of its procedure.
    """
    for at in range(len(rows) - 1):
        if _unit(rows[at]) or not (begins_with_heading(rows[at].text) and begins_list(rows[at + 1].text)):
            continue
        end = next((low for low in range(at + 2, len(rows)) if _ends(rows[low], rows[at + 1])), len(rows))
        lines = tuple(
            Piece(join([fragment.span for fragment in row.fragments]), PARAGRAF if row.gap else BARIS)
            for row in rows[at + 1 : end]
        )
        steps = read_written(lines, max(len(line.span.text) for line in lines))
        if steps is not None:
            return LoneSteps(steps, list(rows[:at]), list(rows[end:]), rows[at].block)
    return None


def _ends(row: FlowRow, first: FlowRow) -> bool:
    """Whether a row is no more of the list that begins with another one."""
    if _unit(row) != _unit(first) or opens_signature(row.text):
        return True
    return any(fragment.label and not fragment.label.weak for fragment in row.fragments) or bool(
        section_named(row.text.strip(" :.-"))
    )


def _unit(row: FlowRow) -> int:
    return max(fragment.unit for fragment in row.fragments)
