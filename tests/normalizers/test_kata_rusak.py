"""Broken, glued and damaged words of a citation's grammar."""

import pytest

from normalizers import naskah


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("Pera turan Bupati Wanasari No mor 4 Ta hun 2020", "Peraturan Bupati Wanasari Nomor 4 Tahun 2020"),
        ("Peraturan Gubernur Sula wesi Selatan No. 5 Tahun 2020", "Peraturan Gubernur Sulawesi Selatan No. 5 Tahun 2020"),
        ("UU 6/2014 sebagaimana telahdiubahdengan UU 3/2024", "UU 6/2014 sebagaimana telah diubah dengan UU 3/2024"),
        ("UU 6/2014 tentang Desasebagaimana telah", "UU 6/2014 tentang Desa sebagaimana telah"),
        ("Peraturau Daerah Nomor 3Tahun2017 tentangDesa", "Peraturan Daerah Nomor 3 Tahun 2017 tentang Desa"),
        ("Perda Nomor 3 Tahvn 2017 denqan", "Perda Nomor 3 Tahun 2017 dengan"),
        ("PPRI Nomor 3 Tahun 2017", "PP RI Nomor 3 Tahun 2017"),
        ("U.U. Nomor 3 Tahun 2017", "UU Nomor 3 Tahun 2017"),
        ("U U No. 3 Tahun 2017", "UU No. 3 Tahun 2017"),
        ("UU 3/2017 diubah dgn UU 4/2020", "UU 3/2017 diubah dengan UU 4/2020"),
        ("PerwaIi Mandalika", "Perwali Mandalika"),
        # digits, where nothing but a digit can stand
        ("UU Nomor 3S Tahun Z0lS", "UU Nomor 35 Tahun 2015"),
        ("UU Nomor S2 Tahun 201B", "UU Nomor 52 Tahun 2018"),
        ("PP Nomor Z Tahun 2018", "PP Nomor 2 Tahun 2018"),
        ("SK Bupati Nomor 18B.4S/Z35/2013", "SK Bupati Nomor 188.45/235/2013"),
        ("Unclang-Undang Nomor 3 Tahun 2017", "Undang-Undang Nomor 3 Tahun 2017"),
        ("Pergub Gubemur Narnor 62 Tahun 2018", "Pergub Gubernur Nomor 62 Tahun 2018"),
        ("Permen PAN clan RB Nomor 3 Tahun 2017", "Permen PAN dan RB Nomor 3 Tahun 2017"),
        # what may be meant stays
        ("Perka Nomor 3 Tahun 2017 tentang Pedoman Penyusunan Kebutuhan", "Perka Nomor 3 Tahun 2017 tentang Pedoman Penyusunan Kebutuhan"),
        ("Perda tentang Pengaturan dan Penggantian Konstruksi", "Perda tentang Pengaturan dan Penggantian Konstruksi"),
        ("Perbup Nomor 12B Tahun 2018", "Perbup Nomor 12B Tahun 2018"),
        ("Permenpan RB Nomor 35 Tahun 2012", "Permenpan RB Nomor 35 Tahun 2012"),
        ("PP tentang Rentang Kendali Tahap Kedua", "PP tentang Rentang Kendali Tahap Kedua"),
        ("Surat Perintah Tugas", "Surat Perintah Tugas"),
        ("Peraturan Bupati Lembahsari No. 60 Tahun 2018", "Peraturan Bupati Lembahsari No. 60 Tahun 2018"),
        ("Peraturan Bupati Nomar 60 Tahvn 2018 tentamg Arsip", "Peraturan Bupati Nomor 60 Tahun 2018 tentang Arsip"),
        ("UU tentang Pemerintahan Daerah", "UU tentang Pemerintahan Daerah"),
        ("SK Bupati Nomor 9/S/2019", "SK Bupati Nomor 9/S/2019"),
    ],
)  # fmt: skip
def test_repairs(read: str, right: str) -> None:
    assert naskah.siapkan(read).text == right
    assert naskah.siapkan(right).text == right
