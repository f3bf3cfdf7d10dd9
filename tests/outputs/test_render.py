import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.outputs import render as module
from pipeline.outputs.render import angka, durasi, nip, persen, tanggal


@pytest.mark.parametrize(
    ("iso", "kata"),
    [
        ("2024-01-14", "14 Januari 2024"),
        ("2023-12-01", "1 Desember 2023"),
        ("2019-01", "Januari 2019"),
        ("2019", "2019"),
        (None, ""),
        # what no calendar has is shown, not hidden
        ("2019-13-02", "2019-13-02"),
        ("2019-00", "2019-00"),
    ],
)
def test_tanggal(iso: str | None, kata: str) -> None:
    assert tanggal(iso) == kata


@given(st.text())
def test_tanggal_never_raises(teks: str) -> None:
    assert isinstance(tanggal(teks), str)


@pytest.mark.parametrize(
    ("menit", "kata"),
    [
        (10, "10 menit"),
        (90, "1 jam 30 menit"),
        (450, "1 hari"),
        (1350, "3 hari"),
        (1415, "3 hari 1 jam 5 menit"),
        (0.5, "0,5 menit"),
        (0, "0 menit"),
        (None, ""),
    ],
)
def test_durasi(menit: float | None, kata: str) -> None:
    assert durasi(menit) == kata


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [(7, "7"), (100, "100"), (1350, "1.350"), (1.5, "1,5"), (1234.25, "1.234,25"), (None, "")],
)
def test_angka(nilai: float | None, teks: str) -> None:
    assert angka(nilai) == teks


def test_persen() -> None:
    assert persen(0.974) == "97 %"


@pytest.mark.parametrize(
    ("ditulis", "dibaca"),
    [
        ("197801022005011003", "19780102 200501 1 003"),
        ("1978010220050110035", "1978010220050110035"),
        ("belum ada", "belum ada"),
        (None, ""),
    ],
)
def test_nip(ditulis: str | None, dibaca: str) -> None:
    assert nip(ditulis) == dibaca


def test_environment_escapes_html_and_refuses_unknown_names() -> None:
    environment = module._environment(None)
    assert environment.from_string("{{ a }}").render(a=None) == ""
    with pytest.raises(Exception, match="'tak_ada' is undefined"):
        environment.from_string("{{ tak_ada }}").render()
    escapes = environment.autoescape
    assert callable(escapes)
    assert escapes("diff.html.j2")
    assert escapes("sop.xml.j2")
    assert not escapes("sop.typ.j2")
