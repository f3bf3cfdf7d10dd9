"""Names of persons with their titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import nama


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AHMAD FULAN, SH", "Ahmad Fulan, S.H."),
        ("AHMAD FULAN, S.STP", "Ahmad Fulan, S.STP."),
        ("AHMAD SETYO F., S.STP. MM", "Ahmad Setyo F., S.STP., M.M."),
        ("AHMAD SETYO F, S.STP, MM", "Ahmad Setyo F., S.STP., M.M."),
        ("AHMAD FULAN S.STP.MM", "Ahmad Fulan, S.STP., M.M."),
        ("AHMAD FULAN, S. STP., M. Si.", "Ahmad Fulan, S.STP., M.Si."),
        ("AHMAD, S.H.M.H", "Ahmad, S.H., M.H."),
        ("AHMAD FULAN,SE.,MM", "Ahmad Fulan, S.E., M.M."),
        ("AHMAD FULAN\nS.Sos", "Ahmad Fulan, S.Sos."),
        ("FULAN SH", "Fulan, S.H."),
        ("Drs.AHMAD FULAN,MM", "Drs. Ahmad Fulan, M.M."),
        ("DR. Ir. H. AHMAD FULAN, M.Si", "Dr. Ir. H. Ahmad Fulan, M.Si."),
        ("dr. SITI FULANAH, M.Kes", "dr. Siti Fulanah, M.Kes."),
        ("Dra. Hj. SITI MA'RIFAH, M. Si", "Dra. Hj. Siti Ma'rifah, M.Si."),
        ("H ABDUL FULAN", "H. Abdul Fulan"),
        ("HAJI ABDUL FULAN", "H. Abdul Fulan"),
        ("R. AGUS FULAN", "R. Agus Fulan"),
        ("FULAN BIN AHMAD", "Fulan bin Ahmad"),
        ("I MADE FULAN, S.Sos.,M.Si", "I Made Fulan, S.Sos., M.Si."),
        ("MOH. AL-FULAN, S.Pd.I", "Moh. Al-Fulan, S.Pd.I."),
        ("(AHMAD FULAN, A.Md)", "Ahmad Fulan, A.Md."),
        ("__Ahmad Fulan__", "Ahmad Fulan"),
        ("AHMAD FULAN, S.Kom., CGAE", "Ahmad Fulan, S.Kom., CGAE"),
        ("Ahmad McFulan", "Ahmad McFulan"),
        ("DRAJAT FULAN", "Drajat Fulan"),
    ],
)
def test_rapikan(text: str, expected: str) -> None:
    assert nama.rapikan(text) == expected
    assert nama.rapikan(expected) == expected


@pytest.mark.parametrize(
    "text", ["", "......", "( ............ )", "__________", "W.", "SH", "Drs.", "12345678", "-"]
)
def test_what_is_no_name(text: str) -> None:
    assert nama.rapikan(text) is None


@pytest.mark.parametrize("text", ["SITI SE", "SE ST", "AHMAD AP"])
def test_initials_are_no_titles_without_comma(text: str) -> None:
    assert "," not in (nama.rapikan(text) or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AHMAD FULAN, S.H.", True),
        ("Drs. AHMAD FULAN", True),
        ("AHMAD FULAN SH", True),
        ("AHMAD FULAN", False),
        ("KEPALA DINAS PERHUBUNGAN", False),
        ("KABUPATEN SUKAMAJU,", False),
        ("", False),
    ],
)
def test_bergelar(text: str, *, expected: bool) -> None:
    assert nama.bergelar(text) is expected


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("AHMAD FULAN,", "S.H.", True),
        ("AHMAD FULAN", "S.Sos., M.Si", True),
        ("DRS. H. MUHAMMAD AHMAD", "FULAN, M.Si", True),
        ("AHMAD SETYO", "F., S.STP", True),
        ("CAMAT SUKAMAJU", "AHMAD FULAN, S.H.", False),
        ("AHMAD FULAN, S.H.", "Pembina", False),
    ],
)
def test_bersambung(line: str, following: str, *, expected: bool) -> None:
    assert nama.bersambung(line, following) is expected


def test_inti_is_what_two_writings_share() -> None:
    assert nama.inti("Drs. H. Ahmad Setyo F., S.STP.") == nama.inti("AHMAD SETYO F") == "ahmad setyo f"


@given(st.text(max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    nama.rapikan(text)
    nama.inti(text)
    nama.bergelar(text)
    nama.awal_bergelar(text)
    nama.adalah_gelar(text)
    nama.bersambung(text, text)
