"""The heading of a procedure printed line by line."""

import pytest

from extractors.layouts.heading_lines import read_heading_lines, roles_in
from tests.extractors.plain import lines_of, said


def columns(text: str) -> tuple[list[tuple[str, str | None]], int]:
    lines = lines_of(text)
    found, top = read_heading_lines(lines, len(lines))
    return [(column.role, said(column.heading)) for column in found], top


MUTU = [("kelengkapan", "Kelengkapan"), ("waktu", "Waktu"), ("output", "Output"), ("keterangan", "Ket")]
START = [("no", "No"), ("uraian", "Kegiatan")]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "No\nKegiatan\nPelaksana\nStaf\nSekcam\nCamat\nMutu Baku\nKelengkapan\nWaktu\nOutput\nKet",
            ["Staf", "Sekcam", "Camat"],
        ),
        (
            "No\n\nKegiatan\n\nPelaksana\n\nStaf\n\nCamat\n\nMutu Baku\n\nKelengkapan\n\nWaktu\n\nOutput\n\nKet",
            ["Staf", "Camat"],
        ),
        ("No Kegiatan Staf Sekcam Camat Kelengkapan Waktu Output Ket", ["Staf", "Sekcam", "Camat"]),
        (
            "No Kegiatan\nKasi Pelayanan\nUmum\nCamat\nKelengkapan\nWaktu\nOutput\nKet",
            ["Kasi Pelayanan Umum", "Camat"],
        ),
        (
            "No\nKegiatan\nStaf\nPPID\nPelaksana\nCamat\nKelengkapan\nWaktu\nOutput\nKet",
            ["Staf", "PPID Pelaksana", "Camat"],
        ),
        ("No\nKegiatan\nStaf\n3\n4 5\nCamat\nMutu Baku\nKelengkapan\nWaktu\nOutput\nKet", ["Staf", "Camat"]),
        ("No\nKegiatan\nMutu Baku\nKelengkapan\nWaktu\nOutput\nKet", []),
        (
            "No\nKegiatan\nKadis Sekretaris Kabid JFU Kelengkapan\nWaktu\nOutput\nKet",
            ["Kadis", "Sekretaris", "Kabid", "JFU"],
        ),
    ],
    ids=[
        "stack",
        "spaced",
        "one-line",
        "name-over-two-lines",
        "pelaksana-in-a-name",
        "counted",
        "no-actors",
        "heading-behind",
    ],
)
def test_columns_of_a_heading(text: str, actors: list[str]) -> None:
    found, top = columns(text)
    assert top == 0
    assert [name for role, name in found if role == "aktor"] == actors
    assert [column for column in found if column[0] != "aktor"] == START + MUTU


def test_what_stands_above_the_heading_is_no_part_of_it() -> None:
    found, top = columns(
        "Disimpan sebagai arsip elektronik dan manual pada bagian umum.\nPROSEDUR KERJA\nNo\nKegiatan\nWaktu\nOutput"
    )
    assert top == 2
    assert [role for role, _ in found] == ["no", "uraian", "waktu", "output"]


@pytest.mark.parametrize("text", ["", "Surat edaran\nUndangan", "Dasar Hukum\n1. UU Nomor 5 Tahun 2014;"])
def test_no_heading(text: str) -> None:
    found, top = columns(text)
    assert found == []
    assert top == len(lines_of(text))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Uraian Kegiatan", {"uraian"}),
        ("No Kegiatan Pelaksana Mutu Baku Ket", {"no", "uraian", "pelaksana", "mutu_baku", "keterangan"}),
        ("Kelengkapan Waktu Output", {"kelengkapan", "waktu", "output"}),
        ("Camat", set()),
        ("Kegiatan apel pagi dilaksanakan", set()),
        ("", set()),
    ],
)
def test_roles_in_a_line(text: str, roles: set[str]) -> None:
    assert roles_in(text) == roles


@pytest.mark.parametrize("worn", ["5 Perencanaan, G", "Pengelola (| Km", "PPK Persyaratan/Keleng", "Q x"])
def test_what_cannot_be_read_is_no_actor(worn: str) -> None:
    found, _ = columns(f"No\nKegiatan\nStaf\n\n{worn}\n\nKelengkapan\nWaktu\nOutput\nKet")
    assert [name for role, name in found if role == "aktor"] == ["Staf"]


def test_names_in_two_lines_below_the_step() -> None:
    text = (
        "No Aktivitas Pelaksana Mutu Baku Ket\n"
        "Alumni Petugas Kasubag Wakil Syarat/Keleng Waktu Output\n"
        "Akademik Dekan kapan"
    )
    found, _ = columns(text)
    assert [name for role, name in found if role == "aktor"] == [
        "Alumni",
        "Petugas",
        "Kasubag Akademik",
        "Wakil Dekan",
    ]
    assert [role for role, _ in found if role != "aktor"] == ["no", "uraian", "keterangan", "waktu", "output"]
