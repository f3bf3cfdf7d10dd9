"""Parts of an officer's block that a stamp garbled."""

import pytest

from normalizers import pulih
from normalizers.pejabat import parse
from normalizers.reading import KOREKSI

UNIT = "Dinas Perhubungan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KEPALAFDINAS PERHUBUNGAN,", "Kepala Dinas Perhubungan"),
        ("ERALA DINAS PERHUBUNGAN", "Kepala Dinas Perhubungan"),
        ("x\nKessla Dinas Perhubungan\nPROVINSIBUMI RAYA,", "Kepala Dinas Perhubungan Provinsi Bumi Raya"),
        (
            "EPALA DINAS PERHUBUNGAN\n4 PROVINSI JAWA TENGAH,",
            "Kepala Dinas Perhubungan Provinsi Jawa Tengah",
        ),
        ("Kapala Dinas Perhubungan\nvinst Jawa Tengah", "Kepala Dinas Perhubungan Provinsi Jawa Tengah"),
        ("Kapala Dinas Perhubungan\nBagas Jawa Tengah", "Kepala Dinas Perhubungan"),
        ("DINAS PERHUBUNGAN", None),  # nobody says that it is its head
        ("KEPALA BAGIAN UMUM", None),
        ("BAGAS WIRAYUDA", None),
    ],
)
def test_head_of_the_unit(text, expected):
    found = pulih.jabatan(text, UNIT)
    assert (found and found[0]) == expected
    if found:
        assert found[1].cara == KOREKSI
        assert found[1].keyakinan < 0.9


def test_head_of_a_kecamatan_is_its_camat():
    found = pulih.jabatan("(AMAT SUKAMAJU", "Kecamatan Sukamaju")
    assert found
    assert found[0] == "Camat Sukamaju"
    assert pulih.jabatan("KECAMATAN SUKAMAJU", "Kecamatan Sukamaju") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PempinaUtama Madya", "Pembina Utama Madya"),
        ("PEMBLNA TINGKAT I", "Pembina Tk. I"),
        ("Pembina Jaya", None),
        ("NIP. 19780315 200003 1 002", None),
    ],
)
def test_rank(text, expected):
    found = pulih.pangkat(text)
    assert (found and found[0]) == expected


def test_a_garbled_block_is_read_as_a_whole():
    text = "KEPALAFDINAS PERHUBUNGAN,\nN\nBAGAS WIRAYUDA, SE. M.Si\nPempinaUtama Madya\nNIP:19780315 200003 1 002"
    found = parse(text, UNIT)
    assert found.cara == KOREKSI
    assert found.nilai.model_dump() == {
        "jabatan": "Kepala Dinas Perhubungan",
        "status": None,
        "nama": "Bagas Wirayuda, S.E., M.Si.",
        "pangkat": "Pembina Utama Madya",
        "nip": "197803152000031002",
    }
