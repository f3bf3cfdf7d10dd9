"""The flow: edges between steps and actors."""

from collections.abc import Mapping, Sequence
from typing import get_args

from extractors.raw import RawEdge
from normalizers.bukti import Catatan
from normalizers.model import Alur, Cabang, Langkah, Pelaksana, Simpul

_CABANG: Mapping[str, Cabang] = {label: label for label in get_args(Cabang)}


def parse(
    edges: Sequence[RawEdge],
    tempat: Sequence[int | None],
    langkah: Sequence[Langkah],
    columns: Sequence[Pelaksana],
    catatan: Catatan,
) -> list[Alur]:
    """The edges whose steps have numbers.

    Args:
        edges: as read; their ends count rows and columns.
        tempat: for each row the place of its step, None for one that is no step.
        langkah: the steps.
        columns: the actor columns.
        catatan: takes the evidence: ``simbol`` for an edge that was drawn, ``inferensi`` for others.
    """
    found: list[Alur] = []
    for edge in edges:
        ends = [_simpul(end, tempat, langkah, columns) for end in (edge.dari, edge.ke)]
        dari, ke = ends
        if dari is None or ke is None:
            continue
        alur = Alur(dari=dari, ke=ke, label=_CABANG.get(edge.label or ""))
        if alur not in found:
            lokasi = f"/alur/{len(found)}"
            catatan.asal(lokasi, edge.asal)
            if edge.tanda:
                catatan.tepi[lokasi] = edge.tanda
            found.append(alur)
    return found


def _simpul(
    end: tuple[int, int],
    tempat: Sequence[int | None],
    langkah: Sequence[Langkah],
    columns: Sequence[Pelaksana],
) -> Simpul | None:
    row, column = end
    place = tempat[row] if row < len(tempat) else None
    no = langkah[place].no if place is not None else None
    if no is None or not 0 <= column < len(columns):
        return None
    return Simpul(no=no, pelaksana=columns[column].id)
