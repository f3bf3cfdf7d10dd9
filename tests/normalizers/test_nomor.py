import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.nomor import parse
from normalizers.reading import KOREKSI


@pytest.mark.parametrize(
    ("text", "nomor"),
    [
        ("800/21/SOP/512.40/2022", "800/21/SOP/512.40/2022"),
        ("20.4/ 2 c /355.61/2022", "20.4/2c/355.61/2022"),
        ("065 / 12 / SOP / 2021", "065/12/SOP/2021"),
        ("/ Kec. Sukamaju / 2019.", "/ Kec. Sukamaju / 2019"),
        (": 065/3/2020", "065/3/2020"),
        ("Nomor : 065/3/2020", "065/3/2020"),
        ("411. 513/2", "411.513/2"),
        ("065/  /2020", "065//2020"),
        (".... /12/2020", "..../12/2020"),
        ("7OO/16", "7OO/16"),
        ("SOP 01", "SOP 01"),
        ("065\n/2021", "065/2021"),
    ],
)
def test_numbers(text, nomor):
    assert parse(text).nilai == nomor


@pytest.mark.parametrize("text", ["", "-", "--", "......", ":", "…", "/ /", "Nomor :"])
def test_empty(text):
    assert parse(text).nilai is None


@given(st.text(max_size=40) | st.text("/. -ab01", max_size=20))
def test_twice_changes_nothing(text):
    once = parse(text).nilai
    assert once is None or parse(once).nilai == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("003/s0P-prip/V1/2023", "003/SOP-prip/VI/2023"),
        ("44 ISOP/DINAS/2024", "44/SOP/DINAS/2024"),
        ("12/SOP/Xll/2020", "12/SOP/XII/2020"),
    ],
)
def test_one_stroke_taken_for_another_is_put_right(text: str, expected: str) -> None:
    reading = parse(text)
    assert (reading.nilai, reading.cara) == (expected, KOREKSI)


@pytest.mark.parametrize("text", ["1/11/2020", "065/12/SOP/2021", "sop/1/2020", "800/1/XI/2020"])
def test_what_may_be_meant_stays(text: str) -> None:
    assert parse(text).nilai == text


@pytest.mark.parametrize(
    "text",
    [
        "WANASARI",
        "1. Memiliki wewenang dalam penyusunan rencana kerja tahunan 2. Mampu menyusun rencana kerja",
    ],
)
def test_prose_is_no_number(text):
    assert parse(text).nilai is None


def test_a_number_of_which_a_part_could_not_be_read_is_none() -> None:
    assert parse("800.1/ \ufffd /UM").nilai is None
    assert parse("800.1/ /UM").nilai == "800.1//UM"
