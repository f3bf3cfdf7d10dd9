"""Names that a narrow cell breaks in two."""

import pytest

from tests.normalizers.test_pejabat import NIP, officer


@pytest.mark.parametrize(
    ("block", "name"),
    [
        (f"dr. Melati\nRahayu\n{NIP}", "dr. Melati Rahayu"),
        (f"dr. Melati Rahayu\nPembina\n{NIP}", "dr. Melati Rahayu"),
        (f"dr. Melati, M.Kes.\nRahayu\n{NIP}", "dr. Melati, M.Kes."),
    ],
)
def test_a_name_that_a_narrow_cell_breaks_behind_its_first_word(block: str, name: str) -> None:
    assert officer(block, None)[2] == name


@pytest.mark.parametrize("block", ["KEPALA DINAS\nWANASARI", f"CAMAT SUKAMAJU\n{NIP}"])
def test_a_place_alone_and_the_word_before_the_number_are_no_name(block: str) -> None:
    assert officer(block, None)[2] is None


def test_one_word_below_an_office_with_its_place_is_a_name() -> None:
    assert officer("CAMAT SUKAMAJU\nBAGASKARA", None)[2] == "Bagaskara"


def test_a_letterhead_to_the_left_of_a_name_is_no_part_of_it() -> None:
    name = "KANTOR KECAMATAN SUKAMAJU H. AHMAD FULAN, S.H."
    assert officer(f"CAMAT SUKAMAJU\n{name}\n{NIP}", None)[2] == "H. Ahmad Fulan, S.H."
    assert officer(f"CAMAT SUKAMAJU\nKANTOR KECAMATAN SUKAMAJU, S.H.\n{NIP}", None)[2] is None


def test_a_comma_parts_an_office_from_the_name_behind_it() -> None:
    assert officer(f"Camat Sukamaju, Bagas Wirayuda, S.IP., M.M., {NIP}", None)[1:3] == (
        "Camat Sukamaju",
        "Bagas Wirayuda, S.IP., M.M.",
    )
    assert (
        officer(f"CAMAT SUKAMAJU BAGAS WIRAYUDA, SH, MM {NIP}", "Kecamatan Sukamaju")[1] == "Camat Sukamaju"
    )
