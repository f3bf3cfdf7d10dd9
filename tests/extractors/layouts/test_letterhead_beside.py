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
