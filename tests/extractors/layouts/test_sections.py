"""SOPs written as lettered sections instead of as an identity page with boxes."""

import pytest

from tests.extractors.layouts.test_table_cells import HEAD, ROWS
from tests.extractors.plain import kotak, one_sop, said, texts

IDENTITY = "Nomor SOP : 1/2021\nTanggal Pembuatan : 4 Januari 2021\nNama SOP : Surat Masuk\n\n"
SECTIONS = """\
A. MAKSUD DAN TUJUAN

1. Memberi pedoman bagi petugas loket.

B. DASAR HUKUM / REFERENSI

1. UU Nomor 43 Tahun 2009
2. PP Nomor 28 Tahun 2012

C. KETERKAITAN
1. SOP Surat Keluar
2. SOP Kearsipan

D. JANGKA WAKTU

3. Paling lama satu hari.

E. SARANA, PRASARANA DAN / ATAU FASILITAS

- Komputer          - Meja loket
- Lemari arsip      - Printer

F. KOMPETENSI / KUALIFIKASI PELAKSANA

\uf0a7 Mampu mengetik
\uf0a7 Memahami tata naskah
  yang berlaku

"""
BOXES = {
    "dasar_hukum": ["UU Nomor 43 Tahun 2009", "PP Nomor 28 Tahun 2012"],
    "keterkaitan": ["SOP Surat Keluar", "SOP Kearsipan"],
    "peralatan_perlengkapan": ["Komputer", "Meja loket", "Lemari arsip", "Printer"],
    "kualifikasi_pelaksana": ["Mampu mengetik", "Memahami tata naskah yang berlaku"],
}


def test_sections_are_boxes_and_their_neighbours_are_not() -> None:
    sop = one_sop(IDENTITY + SECTIONS + HEAD + ROWS)
    assert kotak(sop) == BOXES
    assert sop.pindah == ()
    assert any("Paling lama satu hari" in text for text in texts(sop.sisa))


def test_marks_that_engines_misread_are_those_that_the_series_lacks() -> None:
    read = {"B. DASAR": "Bb. DASAR", "C. KETERKAITAN": "0. KETERKAITAN", "D. JANGKA": "D JANGKA"}
    text = SECTIONS
    for right, wrong in read.items():
        text = text.replace(right, wrong)
    assert kotak(one_sop(IDENTITY + text + HEAD + ROWS)) == BOXES


def test_names_of_boxes_that_lost_their_marks_are_headings_of_the_series() -> None:
    for lost in ("C. ", "F. "):
        text = SECTIONS.replace(f"{lost}K", "K")
        assert text != SECTIONS
        assert kotak(one_sop(IDENTITY + text + HEAD + ROWS)) == BOXES


def test_entries_side_by_side_go_on_below_themselves() -> None:
    beside = """\
- Komputer                   - Meja dan kursi          - Printer
-Formulir permohonan         - Lemari arsip            - Pengeras suara
 cetak                         berkunci
- Telepon                    - Papan nama
"""
    sop = one_sop(IDENTITY + SECTIONS.replace("- Komputer          - Meja loket\n", beside) + HEAD + ROWS)
    assert kotak(sop)["peralatan_perlengkapan"][:8] == [
        "Komputer",
        "Meja dan kursi",
        "Printer",
        "Formulir permohonan cetak",
        "Lemari arsip berkunci",
        "Pengeras suara",
        "Telepon",
        "Papan nama",
    ]


def test_a_few_lettered_headings_are_no_series() -> None:
    few = "A. KETERANGAN\n\nHal lain\n\nB. PERINGATAN\n\nSurat hilang\n\n"
    assert kotak(one_sop(IDENTITY + few + HEAD + ROWS)) == {"peringatan": ["Surat hilang"]}


@pytest.mark.parametrize(
    "marks",
    [
        ("I. ", "II. ", "III. ", "IV. "),
        ("I. ", "II. ", "II. ", "IV. "),
        ("1. ", "2. ", "3. ", "4. "),
        ("", "", "", ""),
    ],
)
def test_sections_are_counted_in_any_way_or_not_at_all(marks: tuple[str, ...]) -> None:
    names = ("Pengertian", "Referensi", "Alat dan Bahan", "Prosedur")
    bodies = (
        "Surat masuk adalah surat yang diterima.",
        "1. UU Nomor 43 Tahun 2009\n2. PP Nomor 28 Tahun 2012",
        "1. Komputer\n2. Buku agenda",
        "1. Petugas menerima surat\n2. Petugas mencatat surat\n3. Petugas meneruskan surat",
    )
    parts = (f"{mark}{name}\n\n{body}\n\n" for mark, name, body in zip(marks, names, bodies, strict=True))
    sop = one_sop(IDENTITY + "".join(parts))
    assert kotak(sop) == {
        "dasar_hukum": ["UU Nomor 43 Tahun 2009", "PP Nomor 28 Tahun 2012"],
        "peralatan_perlengkapan": ["Komputer", "Buku agenda"],
    }
    assert [step.uraian.text for step in sop.prosedur if step.uraian] == [
        "Petugas menerima surat",
        "Petugas mencatat surat",
        "Petugas meneruskan surat",
    ]


def test_names_of_two_boxes_right_below_each_other_are_no_sections() -> None:
    """The text of a page on which they stand side by side has both names first, then what belongs to each."""
    boxes = (
        "Dasar Hukum\n\nKualifikasi Pelaksana\n\n"
        "- 1 UU Nomor 43 Tahun 2009 tentang Kearsipan\n\n1. Memahami tata naskah\n2. Mampu mengetik\n\n"
        "Keterkaitan\n\nPeralatan dan Perlengkapan\n\n- 1 SOP Surat Keluar\n\n1. Komputer\n2. Buku agenda\n\n"
    )
    sop = one_sop(IDENTITY + boxes + "Prosedur\n\n" + HEAD + ROWS)
    assert kotak(sop)["dasar_hukum"] == ["UU Nomor 43 Tahun 2009 tentang Kearsipan"]
    assert kotak(sop)["keterkaitan"] == ["SOP Surat Keluar"]


def test_who_signs_below_the_sections_and_above_the_procedure_approves() -> None:
    signed = "\nDisahkan oleh:\nCAMAT SUKAMAJU\n\nBagas Wirayuda, S.Sos.\nNIP. 19700101 199501 1 001\n\n"
    sop = one_sop(IDENTITY + SECTIONS + signed + HEAD + ROWS)
    assert "Bagas Wirayuda" in (said(sop.tanda_tangan) or "")
