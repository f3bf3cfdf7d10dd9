"""Signs: letterheads, titles of a page, officers and their numbers."""

import pytest

from extractors.lexicon.signs import NIP, is_office, is_unit, opens_signature, title_rest


@pytest.mark.parametrize(
    "text",
    [
        "NIP. 19780315 200003 1 002",
        "NIP 197803152000031002",
        "N I P . 1978",
        "N1P. 19780315",
        "nip: 1978",
        "19780315 200003 1 002",
    ],
)
def test_officers_numbers(text: str) -> None:
    assert NIP.search(text)


@pytest.mark.parametrize("text", ["menipu", "Snipper", "065/2021", "1978031", "pinip"])
def test_no_officers_number(text: str) -> None:
    assert not NIP.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "CAMAT SUKAMAJU",
        "Plt. Camat Sukamaju",
        "PLH. LURAH",
        "Pj. Kepala Desa",
        "a.n. Bupati",
        "An. Camat",
        "Kepala Dinas Sosial",
        "Pl. CAMAT",
        "Sekretaris Daerah",
    ],
)
def test_offices(text: str) -> None:
    assert is_office(text)


@pytest.mark.parametrize("text", ["Kecamatan Sukamaju", "Staf", "Berkas camat", "Kepalanya", "", "Kecamatan"])
def test_no_offices(text: str) -> None:
    assert not is_office(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mengetahui,",
        "MENGETAHUI",
        "Mengetahui, Camat",
        "Ditetapkan di Sukamaju",
        "Disahkan oleh",
        "pada tanggal : 5 Mei".capitalize(),
        "Ttd",
        "Sukamaju, 5 Mei 2021",
        "Sukamaju, ..... Mei 2021",
    ],
)
def test_lines_that_open_a_signature(text: str) -> None:
    assert opens_signature(text)


@pytest.mark.parametrize(
    "text",
    [
        "mengetahui alur surat",
        "Mengetahui tugas pokok dan fungsi",
        "ditetapkan oleh camat",
        "Sukamaju",
        "Surat, 5 lembar",
        "Ditetapkannya rencana",
    ],
)
def test_lines_that_open_none(text: str) -> None:
    assert not opens_signature(text)


@pytest.mark.parametrize(
    "text",
    [
        "PEMERINTAH KABUPATEN WANASARI",
        "Kecamatan Sukamaju",
        "DESA TIRTO",
        "Dinas Sosial",
        "UPT Puskesmas",
        "UPTD PUSKESMAS MELATI",
    ],
)
def test_letterheads(text: str) -> None:
    assert is_unit(text) or text.startswith("UPTD")


@pytest.mark.parametrize("text", ["Camat", "Desain rumah", "Kotak saran", "Nama SOP"])
def test_no_letterheads(text: str) -> None:
    assert not is_unit(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("STANDAR OPERASIONAL PROSEDUR (SOP)", ""),
        ("STANDAR OPERASIONAL PROSEDUR (SOP) PENGADUAN WARGA", "PENGADUAN WARGA"),
        ("Standar Operasional Prosedur Pengaduan", "Pengaduan"),
        ("STANDARD OPERATING PROCEDURE", None),
        ("Standar Operasional Prosedur : Arsip", "Arsip"),
        ("SOP Arsip", None),
        ("Prosedur Arsip", None),
    ],
)
def test_titles(text: str, rest: str | None) -> None:
    end = title_rest(text)
    assert (None if end is None else text[end:]) == rest
