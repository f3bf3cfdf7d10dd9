"""NIP: found, judged, mended by one digit."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import nip
from normalizers.reading import APA_ADANYA, KOREKSI

SAH = "198002292005011999"


@pytest.mark.parametrize(
    "text",
    [
        "NIP. 19800229 200501 1 999",
        "NIP 198002292005011999",
        "Nip : 19800229 200501 1 999",
        "NIP.19800229.200501.1.999",
        "NIP. 19800229-200501-1-999",
        "N I P. 19800229 200501 1 999",
        "(NIP. 19800229 200501 1 999)",
        "NIP.\n19800229 200501 1 999\nPembina",
        "NIP. 19800229 200501 1\n999",
        "CAMAT SUKAMAJU AHMAD FULAN, SH NIP. 19800229 200501 1 999",
        "NIP. 19800229 200501 1 999, Pembina",
        "NIP. 19800229 200501 1 999 Sukamaju 2024",
        "AHMAD FULAN 19800229 200501 1 999",
    ],
)
def test_a_number_is_found(text: str) -> None:
    reading = nip.parse(text)
    assert (reading.nilai, reading.cara) == (SAH, APA_ADANYA)
    place = reading.bagian["nip"]
    assert text[place.start] == "1"
    assert text[place.end - 1] == "9"


@pytest.mark.parametrize(
    "text",
    [
        "NIP. I98OO229 2OO5O1 1 999",
        "NIP. 19800229 200501 l 999",
        "NlP. 19800229 200501 I 9g9",
        "NIP 1980O229 Z00501 1 999",
    ],
)
def test_look_alike_letters_are_read_as_digits(text: str) -> None:
    reading = nip.parse(text)
    assert (reading.nilai, reading.cara) == (SAH, KOREKSI)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NIP. 198800229 200501 1 999", "1988002292005011999"),
        ("NIP. 1980029 200501 1 999\nPembina 2024", "19800292005011999"),
        ("NIP. 010 123 456", "010123456"),
    ],
)
def test_what_is_no_whole_number_stays_as_read(text: str, expected: str) -> None:
    assert nip.parse(text).nilai == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NIP.",
        "NIP. -",
        "NIP. ...........",
        "NIP",
        "NRP. 12345678",
        "KECAMATAN",
        "PENIPU 123456789",
        "NIP. Sukamaju",
    ],
)
def test_no_number(text: str) -> None:
    assert nip.parse(text).nilai is None


@pytest.mark.parametrize(
    ("number", "kode"),
    [
        (SAH, []),
        ("1988002292005011999", ["NP001"]),
        ("010123456", ["NP001"]),
        ("19800229200501199X", ["NP001"]),
        ("197905312005011999", []),
        ("197905322005011999", ["NP002"]),
        ("197902292005011999", ["NP002"]),
        ("198002292005131999", ["NP002"]),
        ("198002292005003999", ["NP002", "NP002"]),
        ("198002292005011000", ["NP002"]),
        ("198002291990011999", ["NP003"]),
        ("194002292005011999", ["NP003"]),
    ],
)
def test_masalah(number: str, kode: list[str]) -> None:
    found = nip.masalah(number)
    assert [code for code, _ in found] == kode
    assert all(sentence.endswith(".") for _, sentence in found)


def test_an_appointment_after_the_approval_is_a_problem() -> None:
    assert [k for k, _ in nip.masalah(SAH, datetime.date(2004, 12, 31))] == ["NP003"]
    assert nip.masalah(SAH, datetime.date(2005, 1, 1)) == []


def test_a_pppk_number_is_sound() -> None:
    assert nip.masalah("199002292022211003") != []  # no such day
    assert nip.masalah("199002282022211003") == []
    assert nip.masalah("199002282022211003", datetime.date(2022, 1, 1)) == []


def test_calon() -> None:
    assert nip.calon("1988002292005011999") == ["198002292005011999"]
    assert nip.calon("198800229200501199") == []
    assert nip.calon(SAH) == []


@given(st.integers(0, 17), st.integers(0, 9))
def test_an_extra_digit_is_found_again(place: int, digit: int) -> None:
    assert SAH in nip.calon(f"{SAH[:place]}{digit}{SAH[place:]}")


@given(st.text(max_size=60), st.text("NIP. 0123456789lOSB\n-", max_size=40))
def test_no_text_makes_it_raise(any_text: str, near: str) -> None:
    for text in (any_text, near, any_text + near):
        reading = nip.parse(text)
        if reading.nilai is not None:
            assert reading.nilai.isdecimal()
            nip.masalah(reading.nilai)
            nip.calon(reading.nilai)
    nip.masalah(any_text)
    nip.calon(any_text)
