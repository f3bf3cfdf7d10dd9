"""The tables of a sheet as both their lines and their words show them.

Lines are damaged where they are short and where the copy is bad, words where they are small. What a
procedure table is made of is known: headings of a vocabulary, steps that count, durations. So the
reading of the lines is held against that of the words, and the one that says more is taken.
"""

from extractors.lattice.ruled import Ruled
from extractors.lattice.ruled import parts as ruled_parts
from extractors.sheets import Sheet, Word
from extractors.tables.actor_edges import with_actor_edges
from extractors.tables.colon_column import without_colons
from extractors.tables.even_columns import with_even_columns
from extractors.tables.form_boxes import parted_boxes
from extractors.tables.headings import headed
from extractors.tables.label_cells import with_labels_apart
from extractors.tables.number_edge import with_number_edge
from extractors.tables.open_boxes import with_open_boxes
from extractors.tables.resumed_edges import resumed
from extractors.tables.stacked import unstacked
from extractors.tables.step_rows import counted, stepped


def parts(sheet: Sheet) -> list[Ruled | list[list[Word]]]:
    """The tables of a sheet and the lines of words between them, top to bottom."""
    found: list[Ruled | list[list[Word]]] = []
    for part in with_open_boxes(ruled_parts(sheet)):
        if isinstance(part, Ruled):
            found.extend(
                _whole(one, sheet.pindaian) if isinstance(one, Ruled) else one
                for one in (unstacked(part) if sheet.pindaian else [part])
            )
        else:
            found.append(part)
    return found


def _whole(table: Ruled, scanned: bool) -> Ruled:
    """A table with what its words show beside its lines; of those a program leaves out none but those between steps."""
    table = with_labels_apart(table)
    if not scanned:
        return counted(table)
    table = headed(with_number_edge(with_even_columns(parted_boxes(without_colons(table)))))
    return stepped(with_actor_edges(resumed(table)))
