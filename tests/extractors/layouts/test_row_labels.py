"""Labels of a row that only their neighbours make believable."""

import pytest

from tests.extractors.plain import kepala, kotak, one_sop

REST = "\nTanggal Pembuatan\t: 4 Januari 2021\nNama SOP\t: Pengelolaan Arsip\n"


def boxes_of(text: str) -> dict[str, list[str | None]]:
    return kotak(one_sop(text))


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ("Nomor\t: 065/12/SOP/2021", "065/12/SOP/2021"),
        ("Nomor\t065 / 12 / 2021", "065 / 12 / 2021"),
        ("Nomor\t:\tSOP-07", "SOP-07"),
        ("Nomor\t: / Kec / 2019", "/ Kec / 2019"),
    ],
)
def test_nomor_alone_in_its_cell_names_the_number_beside_it(row: str, number: str) -> None:
    assert kepala(row + REST)["nomor_sop"] == number


@pytest.mark.parametrize("row", ["Nomor\tUraian", "Nomor\t5 Tahun 2014 tentang Desa"])
def test_what_is_no_number_beside_it_leaves_it_a_word(row: str) -> None:
    assert "nomor_sop" not in kepala(row + REST)


def test_numbers_in_cells_of_their_own_are_those_of_their_entries() -> None:
    boxes = boxes_of(
        "Nomor SOP\t: 7/2021\n\n"
        "Dasar Hukum\t\tKualifikasi Pelaksana\t\n"
        "1.\tUndang-Undang Nomor 6 Tahun 2014 tentang Desa\t1.\tTeliti\n"
        "\t\t2.\tMampu mengoperasikan komputer\n"
    )
    assert boxes["dasar_hukum"] == ["Undang-Undang Nomor 6 Tahun 2014 tentang Desa"]
    assert boxes["kualifikasi_pelaksana"] == ["Teliti", "Mampu mengoperasikan komputer"]


def test_names_of_boxes_side_by_side_are_labels_with_prose_behind_them() -> None:
    boxes = boxes_of(
        "Nomor SOP\t: 7/2021\nNama SOP\t: Arsip\n\n"
        "Keterkaitan SOP SOP Surat Masuk\tPERALATAN DAN PERLENGKAPAN Komputer\n"
        "Peringatan Bila terlambat, surat tertunda\tPencatatan dan Pendataan Buku agenda\n"
    )
    assert boxes["keterkaitan"] == ["SOP Surat Masuk"]
    assert boxes["peralatan_perlengkapan"] == ["Komputer"]
    assert boxes["peringatan"] == ["Bila terlambat, surat tertunda"]
    assert boxes["pencatatan_pendataan"] == ["Buku agenda"]


def test_an_officer_below_the_table_that_names_his_office_is_his() -> None:
    text = "Nomor SOP\t: 1/2021\nTanggal Efektif\t: 1 Mei 2021\nDisahkan Oleh\t: CAMAT MELATI\n\nAHMAD FULAN, S.H.\nNIP. 19700101 199503 1 001\n\nNama SOP\t: Legalisir\n"
    assert kepala(text)["disahkan_oleh"] == "CAMAT MELATI AHMAD FULAN, S.H. NIP. 19700101 199503 1 001"
