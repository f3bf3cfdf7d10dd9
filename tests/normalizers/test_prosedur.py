import pytest

from normalizers.bukti import Catatan
from normalizers.model import Tanda
from normalizers.prosedur import parse, parse_kolom, terpotong
from normalizers.reading import INFERENSI, KOREKSI, Saksi
from tests.builders import a_raw

KOLOM = ("Camat", "Sekcam", "Staf")


def parsed(rows, bersimbol=False, menit_per=None):
    """Steps and notes of rows given as dicts of texts."""
    raw = a_raw(pelaksana=KOLOM, bersimbol=bersimbol, prosedur=rows)
    catatan = Catatan(raw.source, 1)
    columns = parse_kolom(raw.pelaksana, "Kecamatan Sukamaju", catatan)
    return parse(raw.prosedur, columns, bersimbol, menit_per, catatan), catatan


def a_row(no="1", uraian="Mencatat surat", **cells):
    return {"no": no, "uraian": uraian, **cells}


def test_whole_row():
    (step,), catatan = parsed(
        [
            a_row(
                "1.",
                "Mencatat\nsurat",
                kelengkapan="Buku agenda",
                waktu="10 menit",
                output="Catatan",
                keterangan="-",
            )
        ]
    )
    assert (step.no, step.uraian, step.kelengkapan) == (1, "Mencatat surat", "Buku agenda")
    assert (step.output, step.keterangan, step.pelaksana) == ("Catatan", None, None)
    assert step.waktu is not None
    assert (step.waktu.nilai, step.waktu.satuan) == (10, "menit")
    assert {p.rpartition("/")[2] for p in catatan.bukti if p.startswith("/prosedur/0/")} == {
        "no",
        "uraian",
        "kelengkapan",
        "waktu",
        "output",
    }
    assert catatan.bukti["/prosedur/0/uraian"].mentah == "Mencatat\nsurat"


@pytest.mark.parametrize("text", ["", "-", "–", ".", "…", "--"])
def test_empty_cells_are_null(text):
    (step,), catatan = parsed([a_row(kelengkapan=text, waktu=text, output=text, keterangan=text)])
    assert (step.kelengkapan, step.waktu, step.output, step.keterangan) == (None,) * 4
    assert not {f"/prosedur/0/{key}" for key in ("kelengkapan", "waktu", "output", "keterangan")} & set(
        catatan.bukti
    )


def test_row_without_text_is_no_step():
    steps, _ = parsed([a_row(), {"no": "2", "uraian": ""}, {"no": None, "uraian": "-"}])
    assert [step.no for step in steps] == [1]


def test_row_without_step_text_but_with_a_mark_stays():
    steps, catatan = parsed([{"no": "1", "tanda": {0: "proses"}}], bersimbol=True)
    assert (steps[0].uraian, steps[0].pelaksana) == ("", [Tanda(id="camat", simbol="proses")])
    assert "/prosedur/0/uraian" not in catatan.bukti


def test_marks_name_their_column():
    (first, second), catatan = parsed(
        [a_row("1", tanda={0: "terminator", 2: None}), a_row("2")], bersimbol=True
    )
    assert first.pelaksana == [Tanda(id="camat", simbol="terminator"), Tanda(id="staf")]
    assert second.pelaksana == []
    assert catatan.bukti["/prosedur/0/pelaksana/0"].cara == "simbol"


def test_mark_outside_the_columns_is_dropped():
    (step,), _ = parsed([a_row(tanda={7: "proses"})], bersimbol=True)
    assert step.pelaksana == []


@pytest.mark.parametrize(
    ("row", "total"),
    [
        ({"uraian": "Jumlah", "waktu": "3 hari"}, "3 hari"),
        ({"uraian": "Total waktu penyelesaian : 45 menit"}, "45 menit"),
        ({"no": "Jumlah waktu", "waktu": "2 jam"}, "2 jam"),
        ({"uraian": "Jumlah", "output": "2 jam"}, "2 jam"),
        ({"uraian": "TOTAL", "waktu": ""}, None),
    ],
)
def test_total_is_no_step(row, total):
    steps, catatan = parsed([a_row(), row])
    assert len(steps) == 1
    expected = [] if total is None else [Saksi("/prosedur", "total_waktu", total)]
    assert [saksi for saksi in catatan.saksi if saksi.jenis == "total_waktu" and saksi.teks] == expected


@pytest.mark.parametrize(
    "uraian", ["Jumlah pemohon dicatat", "Totalitas pelayanan dijaga", "Menghitung total waktu"]
)
def test_step_that_speaks_of_a_total(uraian):
    steps, _ = parsed([a_row(), a_row("2", uraian, waktu="5 menit")])
    assert [step.uraian for step in steps][1:] == [uraian]


def test_step_called_total_with_an_output_of_its_own():
    steps, _ = parsed([a_row(), a_row("2", "Jumlah", output="Rekapitulasi")])
    assert len(steps) == 2


def test_inferred_number_cites_the_one_before_it():
    steps, catatan = parsed([a_row("1"), a_row(None), a_row("3")])
    assert [step.no for step in steps] == [1, 2, 3]
    bukti = catatan.bukti["/prosedur/1/no"]
    assert (bukti.mentah, bukti.cara) == ("1", INFERENSI)


def test_number_without_any_other_cites_the_step():
    _, catatan = parsed([a_row(None, "Mencatat surat")])
    assert catatan.bukti["/prosedur/0/no"].mentah == "Mencatat surat"


def test_overruled_number_is_witnessed():
    steps, catatan = parsed([a_row("1"), a_row("7"), a_row("3")])
    assert [step.no for step in steps] == [1, 2, 3]
    assert catatan.bukti["/prosedur/1/no"].cara == KOREKSI
    assert catatan.saksi == [Saksi("/prosedur/1/no", "nomor_tercetak", "7")]


@pytest.mark.parametrize(
    ("notes", "rows"),
    [
        (["Lampiran :", "1. Undangan, 2. Surat", "tugas, 3. Daftar hadir", "lain"], [(0, "3")]),
        (["1. Hadir", "2. Pulang", None, "1. Lain"], [(0, "2")]),
        (["1. Hadir", "2. Pulang", None, "Rumus :", "1. Jumlah", "dibagi", "2. Hasil"], [(0, "2"), (3, "7")]),
        ([None, "1. Hadir 2. Pulang", "1. Hadir 2. Pulang"], []),
        (["Rangkap 2", "Rangkap 3"], []),
        (["1. Hadir", None, "2. Pulang"], []),
        ([None, None], []),
    ],
)
def test_note_that_runs_over_several_rows(notes, rows):
    steps, catatan = parsed([a_row(str(n), keterangan=note) for n, note in enumerate(notes, 1)])
    assert [step.keterangan for step in steps] == notes
    assert catatan.saksi == [
        Saksi(f"/prosedur/{row}/keterangan", "catatan_meluber", end) for row, end in rows
    ]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ({}, True),
        ({"waktu": "5 menit"}, False),
        ({"output": "Tanda terima"}, False),
        ({"kelengkapan": "Berkas"}, False),
        ({"keterangan": "lisan"}, True),
    ],
)
def test_table_that_breaks_off_in_its_last_step(last, expected):
    before = [a_row(str(n), waktu="10 menit") for n in (1, 2)]
    assert terpotong(parsed([*before, a_row("3", **last)])[0]) is expected


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [a_row("1", waktu="10 menit"), a_row("2")],
        [a_row("1", waktu="10 menit"), a_row("2"), a_row("3")],
    ],
    ids=["empty", "too few to tell", "others are bare as well"],
)
def test_bare_last_step_that_shows_nothing(rows):
    assert not terpotong(parsed(rows)[0])


def test_minutes_follow_the_settings():
    (step,), _ = parsed([a_row(waktu="2 hari")], menit_per={"hari": 480})
    assert step.waktu is not None
    assert step.waktu.menit == 960


def test_equal_columns_keep_apart():
    raw = a_raw(pelaksana=["Staf", "Staf"])
    columns = parse_kolom(raw.pelaksana, None, Catatan(raw.source, 1))
    assert len({column.id for column in columns}) == 2
