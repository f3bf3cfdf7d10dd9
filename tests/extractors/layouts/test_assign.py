"""Labels printed first, contents after them: which content is whose."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.layouts.assign import assign, fit
from extractors.lists.items import Piece
from extractors.raw import IDENTITAS, KOTAK
from extractors.spans import BARIS, PARAGRAF
from tests.extractors.plain import a_span
from tests.strategies import LABELS, STABIL, VALUES


def pieces_of(text: str) -> list[Piece]:
    """The lines of a text; one behind an empty line begins a paragraph."""
    found: list[Piece] = []
    place, gap = 0, False
    for line in text.split("\n"):
        if line:
            found.append(Piece(a_span(line, place), PARAGRAF if gap or not found else BARIS))
        gap = not line
        place += len(line) + 1
    return found


def dealt(keys: str, text: str) -> tuple[dict[str, list[str]], list[str]]:
    groups, outside = assign(keys.split(), pieces_of(text))
    return (
        {key: [line.span.text for line in group] for key, group in zip(keys.split(), groups, strict=True)},
        [line.span.text for line in outside],
    )


@pytest.mark.parametrize(
    ("keys", "text", "expected"),
    [
        (
            "nomor_sop tanggal_pembuatan tanggal_revisi nama_sop",
            "065/12/2021\n4 Januari 2021\n-\nPengelolaan Surat",
            [["065/12/2021"], ["4 Januari 2021"], ["-"], ["Pengelolaan Surat"]],
        ),
        (
            "nomor_sop tanggal_pembuatan tanggal_revisi nama_sop",
            "065/12/2021\n4 Januari 2021\nPengelolaan Surat",
            [["065/12/2021"], ["4 Januari 2021"], [], ["Pengelolaan Surat"]],
        ),
        (
            "disahkan_oleh nama_sop",
            "CAMAT SUKAMAJU\nBAGAS WIRAYUDA\nNIP. 19780315 200003 1 002\nPengelolaan Surat",
            [["CAMAT SUKAMAJU", "BAGAS WIRAYUDA", "NIP. 19780315 200003 1 002"], ["Pengelolaan Surat"]],
        ),
        (
            "dasar_hukum kualifikasi_pelaksana",
            "1. Undang-Undang Nomor 5 Tahun 2014\n2. Peraturan Pemerintah Nomor 7\n1. Memahami arsip\n2. Mampu mengetik",
            [
                ["1. Undang-Undang Nomor 5 Tahun 2014", "2. Peraturan Pemerintah Nomor 7"],
                ["1. Memahami arsip", "2. Mampu mengetik"],
            ],
        ),
        (
            "keterkaitan peralatan_perlengkapan",
            "1. SOP Surat Keluar\n2. SOP Arsip\n\n1. Komputer\n2. Printer",
            [["1. SOP Surat Keluar", "2. SOP Arsip"], ["1. Komputer", "2. Printer"]],
        ),
        (
            "keterkaitan peralatan_perlengkapan",
            "1. Komputer\n2. Printer",
            [[], ["1. Komputer", "2. Printer"]],
        ),
        (
            "peringatan pencatatan_pendataan",
            "Jika terlambat maka surat\ntidak tertangani\n\nDisimpan sebagai arsip\nelektronik",
            [["Jika terlambat maka surat", "tidak tertangani"], ["Disimpan sebagai arsip", "elektronik"]],
        ),
        (
            "kualifikasi_pelaksana peralatan_perlengkapan",
            "- Memahami arsip\n- Teliti\n- Komputer\n- Printer",
            [["- Memahami arsip", "- Teliti"], ["- Komputer", "- Printer"]],
        ),
        ("dasar_hukum", "1. UU Nomor 5\n2. PP Nomor 7", [["1. UU Nomor 5", "2. PP Nomor 7"]]),
        ("nama_sop nomor_sop", "", [[], []]),
        (
            "dasar_hukum",
            "1. Perda tentang Arsip (Tambahan Lembaran Daerah Nomor\n4321);\n2. Perbup Nomor 3 Tahun\n2019",
            [
                [
                    "1. Perda tentang Arsip (Tambahan Lembaran Daerah Nomor",
                    "4321);",
                    "2. Perbup Nomor 3 Tahun",
                    "2019",
                ]
            ],
        ),
        (
            "dasar_hukum kualifikasi_pelaksana",
            "1. Undang-Undang Nomor 5 Tahun\n2014\n1. Memahami arsip",
            [["1. Undang-Undang Nomor 5 Tahun", "2014"], ["1. Memahami arsip"]],
        ),
    ],
    ids=[
        "in-order",
        "one-empty",
        "officer",
        "numbering-begins-anew",
        "paragraphs",
        "box-empty",
        "prose",
        "bullets",
        "one-box",
        "nothing",
        "figures-of-wrapped-lines",
        "year-of-a-wrapped-line",
    ],
)
def test_contents_go_to_their_labels(keys: str, text: str, expected: list[list[str]]) -> None:
    groups, outside = dealt(keys, text)
    assert list(groups.values()) == expected
    assert outside == []


def test_what_fits_no_label_stays_outside() -> None:
    groups, outside = dealt(
        "tanggal_pembuatan tanggal_revisi", "04-01-2021\nNIP. 19780315 200003 1 002\n05-03-2021"
    )
    assert list(groups.values()) == [["04-01-2021"], ["05-03-2021"]]
    assert outside == ["NIP. 19780315 200003 1 002"]


def test_standing_in_the_same_row_decides() -> None:
    pieces = pieces_of("Arsip Desa\nKas Desa")

    def groups_near(row: int) -> Sequence[Sequence[Piece]]:
        return assign(
            ["nama_sop", "keterkaitan"],
            pieces,
            lambda label, line: 7.0 if label == 0 and line == row else 0.0,
        )[0]

    for row in (0, 1):
        assert pieces[row] in groups_near(row)[0]


@pytest.mark.parametrize(
    ("key", "better", "worse"),
    [
        ("tanggal_revisi", "4 Januari 2021", "Pengelolaan Surat"),
        ("tanggal_revisi", "-", "065/12/2021"),
        ("tanggal_revisi", "01 – 03 – 2018", "Pengelolaan Surat"),
        ("tanggal_revisi", "2 Januari Tahun 2019", "Pengelolaan Surat"),
        ("tanggal_revisi", "Senin, 4 Maret 2019", "Pengelolaan Surat"),
        ("tanggal_revisi", "17/8/22", "Pengelolaan Surat"),
        ("tanggal_revisi", "14 Januari, 2021", "Pengelolaan Surat"),
        ("nomor_sop", "065/12/2021", "Pengelolaan Surat"),
        ("nomor_sop", "065/12/2021", "NIP. 19780315 200003 1 002"),
        ("nama_sop", "Pengelolaan Surat", "4 Januari 2021"),
        ("nama_sop", "Pengelolaan Surat", "1 Komputer"),
        ("disahkan_oleh", "CAMAT SUKAMAJU", "Pengelolaan Surat"),
        ("dasar_hukum", "Undang-Undang Nomor 5 Tahun 2014", "Komputer"),
        ("peralatan_perlengkapan", "Komputer dan printer", "Undang-Undang Nomor 5"),
        ("peringatan", "Jika terlambat maka gagal", "4 Januari 2021"),
    ],
)
def test_what_fits_a_label_better(key: str, better: str, worse: str) -> None:
    assert fit(key, better) > fit(key, worse)


@given(
    st.lists(st.sampled_from((*IDENTITAS, *KOTAK)), min_size=1, max_size=5, unique=True),
    st.lists(st.sampled_from((*VALUES, *LABELS, "", "x", "1. a")) | st.text(max_size=10), max_size=9),
)
@STABIL
def test_every_line_goes_to_one_place_and_the_order_stays(keys: list[str], lines: list[str]) -> None:
    pieces = pieces_of("\n".join(line.replace("\n", " ") for line in lines))
    groups, outside = assign(keys, pieces)
    assert len(groups) == len(keys)
    taken = [piece for group in groups for piece in group]
    order = {id(piece): at for at, piece in enumerate(pieces)}
    for part in (taken, outside):
        places = [order[id(piece)] for piece in part]
        assert places == sorted(places)
    assert sorted(order[id(piece)] for piece in (*taken, *outside)) == list(range(len(pieces)))
