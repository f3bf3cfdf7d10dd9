"""What an engine could not read is null, with its place and a witness."""

import pytest

from extractors.boxes import Box
from extractors.pages import Place, Source
from extractors.raw import RawField, RawSop
from extractors.sheets import TAK_TERBACA
from extractors.spans import Span
from normalizers.model import Sop, Sumber
from normalizers.normalize import normalize
from normalizers.reading import Saksi


def read(key: str, text: str, keyakinan: float) -> tuple[Sop, tuple[Saksi, ...]]:
    """An SOP of which one field was read from a scan."""
    source = Source(text + "\n", (Place(0, len(text), 2, Box(0.1, 0.2, 0.5, 0.3), "tesseract", keyakinan),))
    field = RawField(Span(text, range(len(text))), "label", 0.98)
    sumber = Sumber.model_validate(
        {"berkas": "a.pdf", "sha256": "0" * 64, "halaman": (2,), "jenis": "pindaian"}
    )
    return normalize(RawSop(source, (2,), identitas={key: field}), sumber)


def test_a_date_in_handwriting():
    sop, saksi = read("tanggal_efektif", TAK_TERBACA, 0.0)
    assert sop.identitas.tanggal_efektif is None
    assert ("/identitas/tanggal_efektif", "tidak_terbaca") in {(s.lokasi, s.jenis) for s in saksi}
    assert sop.bukti["/identitas/tanggal_efektif"].kotak == (0.1, 0.2, 0.5, 0.3)
    assert sop.bukti["/identitas/tanggal_efektif"].halaman == 2
    assert sop.bukti["/identitas/tanggal_efektif"].keyakinan == 0


@pytest.mark.parametrize(("keyakinan", "nama"), [(0.95, "Pelayanan Surat Pindah"), (0.2, None)])
def test_a_name_that_is_mostly_rubbish(keyakinan, nama):
    sop, saksi = read("nama_sop", "PELAYANAN SURAT PINDAH", keyakinan)
    assert sop.identitas.nama_sop == nama
    assert (("/identitas/nama_sop", "tidak_terbaca") in {(s.lokasi, s.jenis) for s in saksi}) is (
        nama is None
    )
    assert sop.bukti["/identitas/nama_sop"].cara == "label:tesseract"


@pytest.mark.parametrize(("keyakinan", "nomor"), [(0.95, "065/12/SOP/2021"), (0.3, None)])
def test_a_number_in_handwriting_is_none_rather_than_rubbish(keyakinan, nomor):
    sop, saksi = read("nomor_sop", "065/12/SOP/2021", keyakinan)
    assert sop.identitas.nomor_sop == nomor
    assert (("/identitas/nomor_sop", "tidak_terbaca") in {(s.lokasi, s.jenis) for s in saksi}) is (
        nomor is None
    )
