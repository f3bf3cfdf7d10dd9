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
