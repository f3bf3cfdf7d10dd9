"""Officers who act for another, with their own office below that of the other."""

import pytest

from normalizers import pejabat

UNIT = "Kecamatan Sukamaju"


@pytest.mark.parametrize(
    "text",
    [
        "PLT CAMAT SUKAMAJU SEKRETARIS KECAMATAN BAGAS WIRAYUDA, S.Sos",
        "Plt. CAMAT SUKAMAJU\nSekretaris,\nBAGAS WIRAYUDA, S.Sos",
    ],
)
def test_the_own_office_of_one_who_only_acts_is_none_of_the_other(text: str) -> None:
    found = pejabat.parse(text, UNIT).nilai
    assert (found.status, found.jabatan, found.nama) == ("Plt.", "Camat Sukamaju", "Bagas Wirayuda, S.Sos.")
