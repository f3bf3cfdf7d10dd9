"""The flow as words below the table, and the note that arrows are only the order of the steps."""

import pytest

from extractors.raw import RawSop
from tests.extractors.plain import one_sop, said

HEAD = "Nomor SOP : 1/2021\nNama SOP : Surat Masuk\n\n"
TABLE = (
    "No\tKegiatan\tPemohon\tPetugas Loket\tKelengkapan\tWaktu\tOutput\tKet\n"
    "1\tMengajukan permohonan\t○\t\tBerkas\t5 menit\tBerkas masuk\t\n"
    "2\tMemeriksa berkas\t\t◇\tBerkas\t10 menit\tBerkas lengkap\t\n"
    "3\tMenerima surat\t○\t\tSurat\t5 menit\tTanda terima\t\n\n"
)
SIGNED = "CAMAT SUKAMAJU\nBAGAS WIRAYUDA, S.STP.\nNIP. 19780315 200003 1 002\n"
FLOW = "Alur: 1 Pemohon → 2 Petugas Loket; 2 petugas loket -> 3 Pemohon (Ya); 2 Petugas Loket → 1 Pemohon (tidak)\n"


def edges(raw: RawSop) -> list[tuple[tuple[int, int], tuple[int, int], str | None]]:
    return [(edge.dari, edge.ke, edge.label) for edge in raw.alur]


def test_edges_in_words_are_edges_and_no_officer() -> None:
    raw = one_sop(HEAD + TABLE + FLOW + "\n" + SIGNED)
    assert edges(raw) == [((0, 0), (1, 1), None), ((1, 1), (0, 0), "Tidak"), ((1, 1), (2, 0), "Ya")]
    assert raw.alur[2].asal.text == "2 petugas loket -> 3 Pemohon (Ya);"
    assert (said(raw.tanda_tangan) or "").startswith("CAMAT SUKAMAJU")


@pytest.mark.parametrize(
    "line",
    [
        "Alur: 1 Pemohon → 7 Petugas Loket",
        "Alur: 1 Bupati → 2 Petugas Loket",
        "Alur pelayanan: 1 Pemohon → 2 Petugas Loket",
        "Alur: Pemohon lalu Petugas Loket",
    ],
)
def test_what_the_table_does_not_have_is_no_edge(line: str) -> None:
    assert edges(one_sop(HEAD + TABLE + line + "\n" + SIGNED)) == []


def test_a_note_says_that_arrows_are_only_the_order() -> None:
    note = "Garis putus-putus: urutan langkah yang disimpulkan; naskah sumber tidak menyatakan alurnya.\n"
    assert one_sop(HEAD + TABLE + note + SIGNED).urutan
    assert not one_sop(HEAD + TABLE + SIGNED).urutan
