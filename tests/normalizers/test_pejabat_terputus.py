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
