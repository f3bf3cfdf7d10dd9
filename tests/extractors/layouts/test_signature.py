"""The signature block below the procedure."""

from dataclasses import replace

import pytest

from extractors.fragments import flow
from extractors.layouts.header import read_header
from extractors.layouts.signature import is_signature_row, read_signature
from tests.extractors.plain import blocks_of, rows_of, said


def signature(text: str) -> str | None:
    return said(read_signature(flow(blocks_of(text))))


OFFICER = "CAMAT SUKAMAJU BAGAS WIRAYUDA, S.STP. Pembina NIP. 19780315 200003 1 002"
LINES = "CAMAT SUKAMAJU\n\n\nBAGAS WIRAYUDA, S.STP.\nPembina\nNIP. 19780315 200003 1 002\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LINES, OFFICER),
        ("\n".join(" " * 60 + line for line in LINES.splitlines()), OFFICER),
        ("Catatan kaki\n\n" + LINES, OFFICER),
        (LINES + "\nTembusan:\n1. Arsip\n", OFFICER),
        ("Sukamaju, 4 Mei 2021\n" + LINES, f"Sukamaju, 4 Mei 2021 {OFFICER}"),
        ("Mengetahui,\n" + LINES, f"Mengetahui, {OFFICER}"),
        ("\tCAMAT SUKAMAJU\n\tBAGAS WIRAYUDA, S.STP.\n\tPembina\n\tNIP. 19780315 200003 1 002\n", OFFICER),
        (
            "<table><tr><td></td><td>CAMAT SUKAMAJU<br>BAGAS WIRAYUDA, S.STP.<br>Pembina<br>NIP. 19780315 200003 1 002</td></tr></table>",
            OFFICER,
        ),
        (LINES.replace("NIP. ", "NIP.\n"), OFFICER),
        ("CAMAT SUKAMAJU\n\nBAGAS WIRAYUDA\n", "CAMAT SUKAMAJU BAGAS WIRAYUDA"),
    ],
    ids=[
        "left",
        "right",
        "behind-a-note",
        "before-copies",
        "dated",
        "acknowledged",
        "cells",
        "html",
        "number-below",
        "no-number",
    ],
)
def test_one_officer(text: str, expected: str) -> None:
    assert signature(text) == expected


def test_of_two_beside_each_other_the_later_whole_one() -> None:
    rows = [
        ("SEKRETARIS CAMAT", "CAMAT SUKAMAJU"),
        ("", ""),
        ("TARUNA WIJAYA", "BAGAS WIRAYUDA"),
        ("NIP. 19800101 200501 1 001", "NIP. 19780315 200003 1 002"),
    ]
    text = "\n".join(f"{left:<50}{right}" for left, right in rows)
    assert signature(text) == "CAMAT SUKAMAJU BAGAS WIRAYUDA NIP. 19780315 200003 1 002"


def test_of_two_the_one_with_title_and_number() -> None:
    rows = [("CAMAT SUKAMAJU", "Petugas"), ("BAGAS WIRAYUDA", "Sari"), ("NIP. 19780315 200003 1 002", "")]
    text = "\n".join(f"{left:<50}{right}" for left, right in rows)
    assert signature(text) == "CAMAT SUKAMAJU BAGAS WIRAYUDA NIP. 19780315 200003 1 002"


@pytest.mark.parametrize(
    "text", ["", "Catatan : surat rahasia tidak dicatat\n", "\n\n\n", "Halaman 2 dari 2\n"]
)
def test_none(text: str) -> None:
    assert signature(text) is None


@pytest.mark.parametrize(
    "row",
    [
        "\tCAMAT SUKAMAJU\t",
        "NIP. 19780315 200003 1 002\t",
        "Mengetahui,\tSukamaju, 4 Mei 2021",
        "\tLURAH SUKAMAJU,",
    ],
)
def test_rows_of_a_signature(row: str) -> None:
    assert is_signature_row(rows_of(row)[0])


@pytest.mark.parametrize(
    "row",
    [
        "1\tCamat mendisposisi surat\t\t10 menit",
        "3\tNIP dicatat",
        "\tCamat mendisposisi surat\t",
        "\t\t-",
        "No\tKegiatan",
        f"\t{'CAMAT ' * 40}\t",
    ],
)
def test_rows_of_a_procedure(row: str) -> None:
    assert not is_signature_row(rows_of(row)[0])


def test_a_number_on_the_next_page_belongs_to_its_block() -> None:
    above, below = (
        flow(blocks_of(" " * 60 + "CAMAT SUKAMAJU\n\n" + " " * 60 + "BAGAS WIRAYUDA\n")),
        "NIP. 19780315 200003 1 002\n",
    )
    rows = [replace(row, halaman=1) for row in above]
    rows += [replace(row, halaman=2) for row in flow(blocks_of(" " * 20 + below))]
    assert said(read_signature(rows)) == "CAMAT SUKAMAJU BAGAS WIRAYUDA NIP. 19780315 200003 1 002"


def test_who_certifies_a_copy_has_not_approved() -> None:
    assert (
        signature("Salinan sesuai dengan aslinya\n" + LINES.replace("CAMAT", "KEPALA BAGIAN HUKUM")) is None
    )


def test_who_approves_is_told_from_who_wrote_and_who_checked() -> None:
    text = (
        "Dibuat Oleh :\tDiperiksa Oleh :\tDisetujui Oleh :\n"
        "Bagas Wirayuda\tSekar Ayu\tRatna Wulandari\n"
        "Kepala Seksi Umum\tSekretaris Camat\tCamat Sukamaju\n"
        "NIP. 19780315 200003 1 002\tNIP. 19790315 200003 2 003\t\n"
    )
    assert signature(text) == "Ratna Wulandari Camat Sukamaju"


def test_an_office_that_a_stamp_garbled_is_known_by_that_of_the_identity_page() -> None:
    stated = read_header(flow(blocks_of("Disahkan Oleh\t: Wali Kota Sukamaju\n"))).values["disahkan_oleh"]
    block = flow(blocks_of("LWALI ROTA SUKAMAJU,\nBAGAS WIRAYUDA\n"))
    assert said(read_signature(block, stated)) == "LWALI ROTA SUKAMAJU, BAGAS WIRAYUDA"
    assert said(read_signature(block)) is None
    assert said(read_signature(flow(blocks_of("Kelengkapan berkas\nBAGAS WIRAYUDA\n")), stated)) is None
