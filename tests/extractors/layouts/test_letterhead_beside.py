"""A letterhead in a box beside the grid of the identity page."""

from tests.extractors.plain import one_sop


def test_the_letterhead_in_the_box_at_the_right_is_no_value() -> None:
    text = (
        "Nomor SOP\t065/12/SOP/2021\tPEMERINTAH KABUPATEN WANASARI DINAS SOSIAL\n"
        "Tanggal Pembuatan\t4 Januari 2021\nTanggal Revisi\t\nTanggal Efektif\t1 Februari 2021\n"
        "Nama SOP\tPengelolaan Surat Masuk\n"
    )
    sop = one_sop(text)
    assert sop.identitas["nomor_sop"].span.text == "065/12/SOP/2021"
    assert [field.span.text for field in sop.kop] == ["PEMERINTAH KABUPATEN WANASARI DINAS SOSIAL"]


def test_the_head_of_the_next_page_is_no_content_of_the_last_box() -> None:
    text = (
        "Nomor SOP\t065/12/SOP/2021\nTanggal Efektif\t1 Februari 2021\nNama SOP\tSurat Masuk\n"
        "Peringatan\tPencatatan dan Pendataan\n1. Surat hilang\t1. Buku agenda\n"
        "SOP Surat Masuk No. 065/12/SOP/2021\tHalaman 2 dari 3\n"
    )
    kotak = one_sop(text).kotak
    assert [item.span.text for item in kotak["peringatan"]] == ["Surat hilang"]
    assert [item.span.text for item in kotak["pencatatan_pendataan"]] == ["Buku agenda"]
