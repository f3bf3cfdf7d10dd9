"""Edges as read to edges between numbered steps."""

from extractors.pages import Source
from extractors.raw import RawEdge, RawField
from extractors.spans import Span
from normalizers import alur
from normalizers.bukti import Catatan
from normalizers.model import Langkah, Pelaksana

KOLOM = [Pelaksana(id=name, nama=name, label=name, anggota=[]) for name in ("camat", "sekcam")]


def step(no: int | None) -> Langkah:
    return Langkah(
        no=no, uraian="", pelaksana=None, kelengkapan=None, waktu=None, output=None, keterangan=None
    )


def edge(dari: int, ke: int, cara: str = "simbol") -> RawEdge:
    return RawEdge((dari, 0), (ke, 1), "Ya", RawField(Span("□□", (0, 2)), cara, 0.9))


def test_edges_name_steps_and_actors_and_tell_how_they_are_known() -> None:
    catatan = Catatan(Source("□\n□\n"), 1)
    edges = [edge(0, 2), edge(0, 2), edge(2, 3, "inferensi"), edge(0, 1)]
    found = alur.parse(edges, [0, None, 1, 2], [step(1), step(2), step(3)], KOLOM, catatan)
    assert [(e.dari.no, e.dari.pelaksana, e.ke.no, e.ke.pelaksana, e.label) for e in found] == [
        (1, "camat", 2, "sekcam", "Ya"),
        (2, "camat", 3, "sekcam", "Ya"),
    ]
    assert [catatan.bukti[f"/alur/{at}"].cara for at in (0, 1)] == ["simbol", "inferensi"]


def test_a_step_without_a_number_has_no_edges() -> None:
    catatan = Catatan(Source("□\n□\n"), 1)
    assert alur.parse([edge(0, 1)], [0, 1], [step(1), step(None)], KOLOM, catatan) == []
    assert catatan.bukti == {}
