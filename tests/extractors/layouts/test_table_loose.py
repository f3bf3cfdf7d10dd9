"""The procedure whose cells a dump put down in any order."""

import pytest

from extractors.layouts.steps import Procedure
from extractors.layouts.table_loose import read_loose
from tests.extractors.plain import langkah, lines_of, one_sop, pelaksana

HEAD = "Pelaksana\nNo.\n\nKegiatan\n\nStaf\nUmum\n\nCamat\n\nKelengkapan\n\nWaktu\n\nOutput\n\n"
STEPS = [
    [
        "1",
        "Menerima dan mencatat surat masuk",
        "Surat masuk, buku agenda",
        "10 menit",
        "Surat tercatat",
        None,
    ],
    ["2", "Memeriksa lampiran surat", "Surat tercatat", "15 menit", "Lembar periksa", None],
    ["3", "Mendisposisikan surat kepada kasi", "Lembar periksa", "1 jam", "Disposisi", None],
    ["4", "Mengarsipkan surat", "Disposisi", "5 menit", "Arsip surat", None],
]
UNNUMBERED = [[None, *step[1:]] for step in STEPS]
URAIAN, KELENGKAPAN, WAKTU, OUTPUT = (
    ["\n".join(str(step[at]).rsplit(" ", 1)) for step in STEPS] for at in (1, 2, 3, 4)
)
BY_ROW = "\n\n".join(
    cell for at in range(4) for cell in (f"{at + 1}.", URAIAN[at], KELENGKAPAN[at], WAKTU[at], OUTPUT[at])
)
BY_COLUMN = "\n\n".join((*URAIAN, *KELENGKAPAN, *WAKTU, *OUTPUT))
HALF_AND_HALF = "\n\n".join(
    (
        *(f"{at + 1}.\n\n{URAIAN[at]}" for at in range(4)),
        *(x for at in range(4) for x in (KELENGKAPAN[at], WAKTU[at], OUTPUT[at])),
    )
)


def read(text: str) -> Procedure:
    found = read_loose(lines_of(text))
    assert found is not None
    return found[0]


@pytest.mark.parametrize("text", [BY_ROW, HALF_AND_HALF], ids=["rows", "steps-first"])
def test_cells_in_blocks(text: str) -> None:
    assert langkah(read(HEAD + text)) == STEPS


def test_columns_one_after_the_other_without_numbers() -> None:
    assert langkah(read(HEAD + BY_COLUMN)) == UNNUMBERED


def test_residue_of_symbols_is_no_value() -> None:
    text = BY_ROW.replace("Surat\ntercatat\n\n2.", "Surat\ntercatat\n\n« | -\n\nTidak\n\nel 25\n\n2.")
    assert langkah(read(HEAD + text)) == STEPS


def test_a_duration_beside_the_output() -> None:
    assert langkah(read(HEAD + BY_ROW.replace("1\njam\n\nDisposisi", "1 jam Disposisi"))) == STEPS


def test_lines_of_neighbouring_cells_in_turns() -> None:
    torn = BY_ROW.replace(
        "Menerima dan mencatat surat\nmasuk\n\nSurat masuk, buku\nagenda",
        "Menerima dan mencatat surat\n\nSurat masuk, buku\n\nmasuk\n\nagenda",
    )
    first, *others = langkah(read(HEAD + torn))
    assert first[1] == STEPS[0][1]
    assert first[2] in (STEPS[0][2], None)
    assert others == STEPS[1:]


def test_actors_are_the_names_among_the_headings() -> None:
    assert pelaksana(read(HEAD + BY_ROW)) == ["Staf Umum", "Camat"]


def test_a_name_with_its_letters_from_the_last_to_the_first_names_nobody() -> None:
    turned = HEAD.replace("Staf\nUmum", "nahatni remeP netsis A")
    assert pelaksana(read(turned + BY_ROW)) == ["Camat"]


def test_a_heading_again_on_the_next_page_is_no_cell() -> None:
    found = read(HEAD + BY_ROW.replace("3.\n", "\f" + HEAD + "3.\n"))
    assert langkah(found) == STEPS
    assert pelaksana(found) == ["Staf Umum", "Camat"]


def test_lists_of_the_identity_page_are_no_procedure() -> None:
    listed = "Dasar Hukum :\n1. Undang-Undang Nomor 1 Tahun 2010\n\nKualifikasi Pelaksana :\n"
    assert read_loose(lines_of(listed + "Memahami tugas\n\nMenguasai komputer\n\nMemiliki ijazah\n")) is None


def test_one_sop_with_loose_cells() -> None:
    top = "Nomor SOP : 12/SOP/2020\nNama SOP : Surat Masuk\nDasar Hukum :\n1. UU Nomor 1 Tahun 2010\nPeringatan :\n1. Terlambat\n"
    assert langkah(one_sop(top + "\f" + HEAD + BY_COLUMN)) == UNNUMBERED


def test_a_page_fed_before_a_line() -> None:
    assert [line.top for line in lines_of("satu\n\fdua\ntiga")] == [False, True, False]


def test_a_cell_that_may_be_of_any_row_is_of_none() -> None:
    found = langkah(read(HEAD + "\n\n".join((*URAIAN, "Buku\nagenda", "Map\nsurat"))))
    assert [step[1] for step in found] == [step[1] for step in STEPS]
    assert [step[2:] for step in found] == [[None] * 4] * len(STEPS)


def test_names_one_behind_the_other_on_a_line_are_actors_each() -> None:
    text = """
NO. URAIAN PROSEDUR
Pelaksanaan MUTU BAKU
KETERANGAN
Pemohon Operator Kasi Pelayanan Umum Sekretaris Desa Kades
PERSYARATAN/
KELENGKAPAN
WAKTU OUTPUT
1. Mengajukan permohonan
surat pengantar
Kartu Keluarga
dan surat RT
45 menit Berkas permohonan -
2. Memeriksa kelengkapan
berkas permohonan
Berkas permohonan 1 hari Berkas diperiksa -
3. Meneruskan berkas kepada atasan
Berkas lengkap 45 menit Berkas diteruskan -
4. Mencatat berkas dalam buku
Buku ekspedisi 15 menit Berkas tercatat -
"""
    found = one_sop(HEADED + text)
    assert pelaksana(found) == ["Pemohon", "Operator", "Kasi Pelayanan Umum", "Sekretaris Desa", "Kades"]


HEADED = "Nomor SOP : 12/2021\nTanggal Pembuatan : 4 Mei 2021\nNama SOP : Surat Pengantar\n"


def test_a_remark_that_begins_like_a_time_is_none() -> None:
    rows = [
        "\n\n".join(
            (
                URAIAN[at],
                KELENGKAPAN[at],
                WAKTU[at],
                OUTPUT[at],
                *(["Sesuai jadwal\nyang ditetapkan"] * (at == 1)),
            )
        )
        for at in range(4)
    ]
    assert [step[3] for step in langkah(read(HEAD + "\n\n".join(rows)))] == [step[3] for step in STEPS]
