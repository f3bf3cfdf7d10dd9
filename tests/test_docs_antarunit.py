"""What ``docs/antarunit.md`` says of its six SOPs is what comes out."""

from pathlib import Path

import pytest

from pipeline.batch import ingest
from pipeline.compare.banding import Baris, Perbandingan, bandingkan
from pipeline.compare.himpunan import himpunan
from pipeline.compare.kartu import semua
from pipeline.config import Settings
from pipeline.outputs import records

EXAMPLES = Path(__file__).parents[1] / "docs" / "contoh" / "antarunit"


@pytest.fixture(scope="module")
def banding(tmp_path_factory: pytest.TempPathFactory) -> Perbandingan:
    out = tmp_path_factory.mktemp("antarunit") / "out"
    ingest([EXAMPLES], out, Settings(jobs=1, dokumen=False, laporan=False, tabel=False))
    sops = [records.from_json(path.read_bytes()) for path in sorted((out / "canonical").glob("*.json"))]
    assert len(sops) == 7
    (kegiatan,) = himpunan(semua(sops)).kegiatan
    return bandingkan(kegiatan.nama, [sops[i] for i in kegiatan.anggota])


def units(banding: Perbandingan, row: Baris, mark: str) -> list[str]:
    """The units whose cell of the row has a mark; "tiada" for those without a cell."""
    pairs = zip(banding.kolom, row.sel, strict=True)
    return [
        kolom.nama.split()[-1]
        for kolom, sel in pairs
        if (sel is None if mark == "tiada" else sel is not None and getattr(sel, mark))
    ]


def test_four_names_are_one_procedure(banding: Perbandingan) -> None:
    assert len({kolom.sop.identitas.nama_sop for kolom in banding.kolom}) == 4
    assert len(banding.kolom) == 6


def test_what_the_page_tells(banding: Perbandingan) -> None:
    rows = {row.uraian.split()[0]: row for row in banding.baris}
    assert len(banding.baris) == 9
    assert units(banding, rows["Mencatat"], "tiada") == ["Pasirputih"]
    assert units(banding, rows["Mencatat"], "pindah") == ["Jatikencana"]
    assert units(banding, rows["Mencocokkan"], "tiada") == ["Gunungwetan"]
    assert units(banding, rows["Mencocokkan"], "peran_lain") == ["Jatikencana"]
    assert rows["Mengunjungi"].ada == 1
    assert not units(banding, rows["Menandatangani"], "peran_lain")


def test_times_law_and_proposal(banding: Perbandingan) -> None:
    assert [kolom.nama for kolom in banding.kolom if kolom.pencilan] == ["Kecamatan Gunungwetan"]
    revoked = [(r.nama, r.pengganti) for r in banding.rujukan if r.status == "dicabut"]
    assert revoked == [("UU 32/2004", "UU 23/2014")]
    assert banding.kolom[banding.medoid].nama == "Kecamatan Sukoreja"
