"""Identity pages of which only the places of their lines say what is one value and one box."""

from tests.extractors.plain import kepala, kotak, one_sop


def test_a_name_goes_on_below_itself_in_double_spacing() -> None:
    text = "Nomor SOP     : 7\n\nNama SOP      : Pelayanan\n\n                Surat\n\nDasar Hukum :\n1. UU"
    assert kepala(text)["nama_sop"] == "Pelayanan Surat"


def test_a_box_stands_where_its_own_label_does_though_labels_above_stand_near() -> None:
    text = """
                         Nomor SOP : 7
                         Nama SOP  : Arsip
Dasar Hukum :         Kualifikasi Pelaksana :
a.   UU Arsip         a.   Teliti
b.   PP Arsip         b.   Rapi
"""
    assert kotak(one_sop(text))["kualifikasi_pelaksana"] == ["Teliti", "Rapi"]
