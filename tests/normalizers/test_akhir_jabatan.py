"""Where an office ends whose block a stamp lies on."""

import pytest

from normalizers import pejabat

NIP = "NIP. 19800229 200501 1 999"


def office(text: str, unit: str) -> str | None:
    return pejabat.parse(f"{text}\nAHMAD FULAN, SH\n{NIP}", unit).nilai.jabatan


@pytest.mark.parametrize("scribble", ["E MATAN ke\nT", "A", "MERIN\nTAH"])
def test_pieces_of_a_stamp_below_the_office_are_no_part_of_it(scribble: str) -> None:
    assert office(f"CAMAT SUKAMAJU\n{scribble}", "Kecamatan Sukamaju") == "Camat Sukamaju"


def test_what_offices_are_named_with_goes_on_below_the_name_of_the_unit() -> None:
    said = office("CAMAT SUKAMAJU\nselaku Kepala Satuan Tugas", "Kecamatan Sukamaju")
    assert said is not None
    assert "Satuan" in said


def test_the_region_below_one_who_heads_a_dinas_is_of_his_office_however_it_was_read() -> None:
    text = "KEPALA DINAS KOMUNIKASI DAN INFORMATIKA\nPROVINGI KARANGFIKTIF"
    said = office(text, "Dinas Komunikasi dan Informatika")
    assert said is not None
    assert said.endswith("Karangfiktif")
