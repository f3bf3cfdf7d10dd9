"""Our own documents read back: what was printed as PDF, Word or HTML is the same SOP again, flow included.

``benchmarks.dokumen_bolak_balik`` does the same over the whole corpus and any number of random SOPs.
"""

from pathlib import Path

import pytest

from benchmarks.dokumen_acak import utuh
from benchmarks.dokumen_bolak_balik import isi, kembali
from normalizers.model import Sop
from pipeline.config import Settings
from pipeline.outputs import documents
from pipeline.run import run_file
from pipeline.score import score
from tests.builders import a_langkah, a_sop

INPUTS = sorted((Path(__file__).parents[1] / "corpus" / "inputs").glob("0*"))[::3]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("format_", ["pdf", "docx", "html", "xlsx"])
def test_the_corpus_comes_back(path: Path, format_: str) -> None:
    (sop, *_) = (naskah.sop for naskah in run_file(path, path.name, Settings(jobs=1)).naskah)
    found = score(isi(sop), isi(kembali(sop, format_) or Sop(id="tidak", sumber=sop.sumber)))
    assert found.semua.f1 == 1, found.meleset


@pytest.mark.parametrize("nomor", range(4))
@pytest.mark.parametrize("format_", ["pdf", "docx", "html", "xlsx"])
def test_a_fully_specified_sop_comes_back_with_symbols_and_flow(nomor: int, format_: str) -> None:
    sop = utuh(1, nomor)
    assert len(sop.alur) >= len(sop.prosedur) - 1
    again = kembali(sop, format_)
    assert again is not None
    assert score(isi(sop), isi(again)).utuh
    # A letterhead that takes two lines may lose the second one in a PDF.
    assert format_ == "pdf" or isi(again) == isi(sop)


@pytest.mark.parametrize("format_", ["pdf", "docx", "html"])
def test_the_order_of_the_steps_is_drawn_and_not_read_as_their_flow(format_: str) -> None:
    sop = a_sop(alur=[])
    again = kembali(sop, format_)
    assert again is not None
    assert again.alur == []
    assert [step.pelaksana for step in again.prosedur] == [step.pelaksana for step in sop.prosedur]
    assert 'stroke-dasharray="3 2"' in documents.html(sop)
    assert "urutan langkah yang disimpulkan" in documents.html(sop)


@pytest.mark.parametrize("format_", ["pdf", "docx", "html", "xlsx"])
def test_without_actors_their_column_stays_empty(format_: str) -> None:
    sop = a_sop(pelaksana=[], prosedur=[a_langkah(k, pelaksana=None) for k in (1, 2, 3)])
    again = kembali(sop, format_)
    assert again is not None
    assert (again.pelaksana, again.alur) == ([], [])
    assert [step.pelaksana for step in again.prosedur] == [None] * 3
