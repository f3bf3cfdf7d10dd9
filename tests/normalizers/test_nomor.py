import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.nomor import parse


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
