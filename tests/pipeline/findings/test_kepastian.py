"""What pixels leave in doubt is no galat."""

from normalizers.model import Bukti, Sop
from normalizers.reading import Saksi
from pipeline.findings import check
from tests.pipeline.findings.contoh import sop

NAMA = "/identitas/disahkan_oleh/nama"
NIP = "/identitas/disahkan_oleh/nip"


def tingkat(dokumen: Sop, kode: str, saksi: tuple[Saksi, ...] = ()) -> list[str]:
    return [t.tingkat for t in check(dokumen, saksi) if t.kode == kode]


def test_a_name_that_a_scan_does_not_show_may_be_there() -> None:
    assert tingkat(sop({NAMA: None}), "ID012") == ["galat"]
    assert tingkat(sop({NAMA: None, "/sumber/jenis": "pindaian"}), "ID012") == ["peringatan"]


def test_writing_that_nobody_could_read_is_not_missing() -> None:
    saksi = (Saksi(NAMA, "tidak_terbaca", "▒▒"),)
    dokumen = sop({NAMA: None, "/sumber/jenis": "pindaian"})
    assert tingkat(dokumen, "ID012", saksi) == []
    assert tingkat(dokumen, "BK004", saksi) == ["peringatan"]


def test_a_doubtful_reading_is_not_surely_wrong() -> None:
    def baca(keyakinan: float, cara: str) -> Sop:
        bukti = Bukti(mentah="19800412", cara=cara, keyakinan=keyakinan)
        return sop({NIP: "19800412"}).model_copy(update={"bukti": {NIP: bukti}})

    assert tingkat(baca(0.95, "label:tesseract"), "NP001") == ["galat"]
    assert tingkat(baca(0.7, "label:tesseract"), "NP001") == ["peringatan"]
    assert tingkat(baca(0.7, "label"), "NP001") == ["galat"]


def test_an_empty_cell_of_a_scan_is_empty() -> None:
    assert tingkat(sop({"/prosedur/1/waktu": None, "/sumber/jenis": "pindaian"}), "WK001") == ["galat"]


def test_a_column_or_table_that_a_scan_does_not_show_may_be_there() -> None:
    tanpa_waktu = {f"/prosedur/{i}/waktu": None for i in range(7)}
    assert tingkat(sop(tanpa_waktu), "WK001") == ["galat"]
    assert tingkat(sop({**tanpa_waktu, "/sumber/jenis": "pindaian"}), "WK001") == ["peringatan"]
    assert tingkat(sop({"/prosedur": [], "/sumber/jenis": "pindaian"}), "PR001") == ["peringatan"]


def test_an_officer_that_a_scan_does_not_show_may_be_there() -> None:
    tiada = {f"/identitas/disahkan_oleh/{key}": None for key in ("jabatan", "nama", "pangkat", "nip")}
    assert tingkat(sop(tiada), "ID012") == ["galat"]
    assert tingkat(sop({**tiada, "/sumber/jenis": "pindaian"}), "ID012") == ["peringatan"]


def test_an_empty_cell_of_a_text_that_lost_its_cells_may_not_be_empty() -> None:
    def baca(keyakinan: float) -> Sop:
        bukti = Bukti(mentah="Menugaskan", cara="tabel", keyakinan=keyakinan)
        return sop({"/prosedur/1/waktu": None}).model_copy(update={"bukti": {"/prosedur/1/uraian": bukti}})

    assert tingkat(baca(0.98), "WK001") == ["galat"]
    assert tingkat(baca(0.6), "WK001") == ["peringatan"]
