"""Arus: the procedure as a graph of nodes and edges, for formats that know processes and no tables.

A node is one actor's part of one step. Terminators are the beginning where no edge leads in and the end where
none leads out; in between they are activities like any other. Where the SOP has no edges, the nodes follow each
other in the order of the steps, and the graph says that this was concluded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from normalizers.model import Langkah, Sop
from pipeline.data import table
from pipeline.outputs.cetak import bersih

Jenis = Literal["mulai", "selesai", "proses", "keputusan", "konektor"]


@dataclass(frozen=True, slots=True)
class Simpul:
    """A node.

    Attributes:
        id: unique in the graph, letters, digits and underscores.
        jenis: what it is.
        teks: the step's text, its number before it.
        jalur: number of its lane.
        langkah: number of its step, from 0 in the order of the table.
    """

    id: str
    jenis: Jenis
    teks: str
    jalur: int
    langkah: int


@dataclass(frozen=True, slots=True)
class Panah:
    """An edge between nodes, by their numbers; ``label`` is ``Ya``, ``Tidak`` or empty."""

    dari: int
    ke: int
    label: str


@dataclass(frozen=True, slots=True)
class Arus:
    """The graph.

    Attributes:
        nama: of the SOP.
        jalur: names of the lanes, one per actor column; a last one for steps whose actor is not stated.
        simpul: the nodes, in the order of the steps.
        panah: the edges.
        disimpulkan: whether the edges are no more than the order of the steps.
    """

    nama: str
    jalur: tuple[str, ...]
    simpul: tuple[Simpul, ...]
    panah: tuple[Panah, ...]
    disimpulkan: bool


def susun(sop: Sop) -> Arus:
    """The graph of an SOP; without nodes where it has no steps."""
    kata = table("dokumen")
    jalur = {p.id: bersih(p.label) or bersih(p.nama) or p.id for p in reversed(sop.pelaksana)}
    jalur = dict(reversed(jalur.items()))
    jalur |= {t.id: t.id for step in sop.prosedur for t in step.pelaksana or () if t.id not in jalur}
    nomor = {id_: number for number, id_ in enumerate(jalur)}
    draft = [(i, id_, simbol) for i, step in enumerate(sop.prosedur) for id_, simbol in _bagian(step)]
    tanpa = any(id_ is None for _, id_, _ in draft)
    panah = _panah(sop, draft)
    pairs = panah or [(a, b, "") for a, b in pairwise(range(len(draft)))]
    masuk, keluar = {ke for _, ke, _ in pairs}, {dari for dari, _, _ in pairs}
    simpul = tuple(
        Simpul(
            id=f"langkah_{i + 1}_{len(nomor) if id_ is None else nomor[id_]}",
            jenis=_jenis(simbol, k in masuk, k in keluar),
            teks=_teks(sop.prosedur[i]),
            jalur=len(nomor) if id_ is None else nomor[id_],
            langkah=i,
        )
        for k, (i, id_, simbol) in enumerate(draft)
    )
    return Arus(
        nama=bersih(sop.identitas.nama_sop) or kata["judul"],
        jalur=(*jalur.values(), *((kata["proses"]["tanpa_pelaksana"],) if tanpa else ())),
        simpul=simpul,
        panah=tuple(Panah(*pair) for pair in pairs),
        disimpulkan=not panah and len(draft) > 1,
    )


def _bagian(step: Langkah) -> list[tuple[str | None, str | None]]:
    """The parts of a step: actor and symbol, each actor once; one without an actor where none is stated."""
    stated: list[tuple[str | None, str | None]] = [(t.id, t.simbol) for t in step.pelaksana or ()]
    first = {id_: (id_, simbol) for id_, simbol in reversed(stated)}
    return list(first.values())[::-1] or [(None, None)]


def _panah(sop: Sop, draft: Sequence[tuple[int, str | None, str | None]]) -> list[tuple[int, int, str]]:
    """The edges of the SOP by nodes; an end whose actor has no symbol there is the first node of its step."""
    node = {(i, id_): k for k, (i, id_, _) in reversed(list(enumerate(draft)))}
    first = {i: k for k, (i, _, _) in reversed(list(enumerate(draft)))}
    step = {s.no: i for i, s in reversed(list(enumerate(sop.prosedur))) if s.no is not None}
    found = []
    for edge in sop.alur:
        ends = []
        for end in (edge.dari, edge.ke):
            if (i := step.get(end.no)) is not None:
                ends.append(node.get((i, end.pelaksana), first[i]))
        if len(ends) == 2:
            found.append((ends[0], ends[1], edge.label or ""))
    return list(dict.fromkeys(found))


def _jenis(simbol: str | None, masuk: bool, keluar: bool) -> Jenis:
    if simbol == "terminator" and masuk != keluar:
        return "selesai" if masuk else "mulai"
    if simbol == "keputusan":
        return "keputusan"
    return "konektor" if simbol == "konektor" else "proses"


def _teks(step: Langkah) -> str:
    uraian = bersih(step.uraian)
    return uraian if step.no is None else f"{step.no}. {uraian}"
