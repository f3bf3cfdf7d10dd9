"""When an edge that was followed in pixels is said to have been followed."""

from collections.abc import Mapping

from extractors.pages import Place, Source
from extractors.raw import RawEdge, RawField, RawMark, RawSop, RawStep
from extractors.spans import Span
from normalizers.data import table
from normalizers.keyakinan_alur import TERLACAK, peluang
from normalizers.model import Bukti, Sumber
from normalizers.normalize import normalize

SUMBER = Sumber(berkas="a.pdf", sha256="0" * 64, halaman=[1], jenis="pindaian")
TEKS = "1 □\n2 □\n3 □\n"
CLEAR = {"lacak": 0.97, "rupa": 0.97}


def _sop(*signs: Mapping[str, float], mesin: str = "gambar") -> RawSop:
    """Three steps of one actor, with an edge from each to the next one."""
    offsets = [at for at, char in enumerate(TEKS) if not char.isspace()]
    places = tuple(Place(at, at + 1, 1, None, mesin, 0.97) for at in offsets)
    steps = []
    for at in range(3):
        number = RawField(Span(TEKS[4 * at], (4 * at,)), "tabel", 0.98)
        mark = RawMark(0, Span("□", (4 * at + 2,)), "proses", 0.97)
        steps.append(RawStep(number, None, None, None, None, None, (mark,)))
    edges = tuple(
        RawEdge(
            (at, 0),
            (at + 1, 0),
            None,
            RawField(Span("□□", (4 * at + 2, 4 * at + 6)), "simbol", 0.97),
            (),
            told,
        )
        for at, told in enumerate(signs)
    )
    actor = RawField(Span("□", (2,)), "tabel", 0.98)
    return RawSop(Source(TEKS, places), pelaksana=(actor,), bersimbol=True, prosedur=tuple(steps), alur=edges)


def _bukti(raw: RawSop) -> list[Bukti]:
    sop, _ = normalize(raw, SUMBER)
    return [sop.bukti[f"/alur/{at}"] for at in range(len(sop.alur))]


def test_an_edge_with_much_against_it_counts_as_concluded_and_says_how_likely_it_is() -> None:
    clear, doubtful = _bukti(_sop(CLEAR, CLEAR | {"lompat": 1.0}))
    assert clear.cara == "simbol:gambar"
    assert clear.keyakinan >= TERLACAK
    assert doubtful.cara == "inferensi:gambar"
    assert doubtful.keyakinan < TERLACAK


def test_what_no_signs_are_known_of_stays_as_it_was_read() -> None:
    (edge,) = _bukti(_sop({}, mesin=""))
    assert (edge.cara, edge.keyakinan) == ("simbol", 0.94)  # the edge, and its symbols


def test_what_speaks_against_an_edge_never_makes_it_likelier() -> None:
    weights = table("keyakinan_alur")["tanda"]
    assert weights["tanpa_nama"] < 0 < weights["rupa"]
    for name in weights:
        less, more = (peluang({"lacak": 2.0, "halaman": 3.0} | {name: value}) for value in (0.0, 1.0))
        assert (more >= less) if name in ("lacak", "rupa", "nomor", "halaman") else (more <= less)
