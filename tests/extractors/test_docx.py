"""Our own Word documents read back: the same SOP; and damaged ones, which end in a sentence."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import BerkasKosong, BerkasTidakTerbaca, SopError
from extractors.readers.docx import read
from normalizers.model import Sop
from pipeline.config import Settings
from pipeline.outputs import documents
from pipeline.run import run_pages
from tests.extractors.office.test_package import zipped
from tests.extractors.office.words import docx, p

GOLDEN = sorted((Path(__file__).parents[1] / "golden/canonical").glob("*.json"))
IDENTITY = (
    "nomor_sop",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_efektif",
    "nama_sop",
    "disahkan_oleh",
)
BOXES = (
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_our_own_document_gives_the_same_sop_back(path):
    before = Sop.model_validate(json.loads(path.read_text("utf-8")))
    pages = read(documents.docx(before))
    (naskah,) = run_pages(pages, "a.docx", "0" * 64, Settings())
    after = naskah.sop
    assert after.sumber.jenis == "docx"
    assert list(after.sumber.halaman) == [1, 2]
    for key in IDENTITY:
        assert getattr(after.identitas, key) == getattr(before.identitas, key)
    for key in BOXES:
        assert getattr(after, key) == getattr(before, key)
    assert [d.tentang for d in after.dasar_hukum] == [d.tentang for d in before.dasar_hukum]
    for mine, theirs in zip(after.prosedur, before.prosedur, strict=True):
        assert (mine.no, mine.uraian, mine.kelengkapan, mine.output, mine.keterangan) == (
            theirs.no, theirs.uraian, theirs.kelengkapan, theirs.output, theirs.keterangan,
        )  # fmt: skip


def test_an_empty_document_is_said_to_be():
    with pytest.raises(BerkasKosong):
        read(docx(p() + p(" ")))


def test_another_package_is_no_document():
    with pytest.raises(BerkasTidakTerbaca, match="bukan dokumen Word"):
        read(zipped({"word/document.xml": "<workbook><body/></workbook>"}))


WHOLE = documents.docx(Sop.model_validate(json.loads(GOLDEN[0].read_text("utf-8"))))


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=40))
@settings(max_examples=60)
def test_damage_raises_nothing_but_a_sentence(at, rubbish):
    for damaged in (WHOLE[:at], WHOLE[:at] + rubbish + WHOLE[at + len(rubbish) :]):
        with suppress(SopError):
            assert read(damaged).source.text
