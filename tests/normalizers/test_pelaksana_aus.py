"""Worn names of actors: put right where one name is near, left where nothing tells."""

import pytest

from extractors.boxes import Box
from extractors.pages import Place, Source
from extractors.raw import RawField
from extractors.spans import Span
from normalizers import pelaksana
from normalizers.bukti import Catatan
from normalizers.data import table
from normalizers.pelaksana import nama_lazim
from normalizers.pelaksana_aus import Kata, Konteks, dipulihkan
from normalizers.prosedur import parse_kolom

NOTHING = Konteks(())


def repaired(text: str, unsure: float = 0.6, konteks: Konteks = NOTHING) -> str | None:
    """A heading put right; words with an exclamation mark were surely read."""
    return dipulihkan(
        [Kata(word.rstrip("!"), 0.98 if word.endswith("!") else unsure) for word in text.split()], konteks
    )


@pytest.mark.parametrize(
    ("worn", "right"),
    [
        ('Oper "or', "Operator"),
        ("Cama", "Camat"),
        ("Ahli! Wa s", "Ahli Waris"),
        ("Pengguna! An aran", "Pengguna Anggaran"),
        ("Kast Kesejahtcruan Sosial!", "Kasi Kesejahteraan Sosial"),
        ("BAGIAN! HUDCUM", "BAGIAN HUKUM"),
        ("Kepala! Scksi! Pemerintahan!", None),
        ("Kepala! Scksi Pemerintahan!", "Kepala Seksi Pemerintahan"),
        ("Kasubbag! Umpcg", "Kasubbag Umpeg"),
    ],
)
def test_one_name_is_near(worn: str, right: str | None) -> None:
    assert repaired(worn) == right


@pytest.mark.parametrize(
    "name",
    [
        "Kasi PMX",
        "Kasi PMD",
        "Camat",
        "Lel",
        "1 1",
        "Petani Garam",
        "Pejabat",
        "Bapenda!",
        "Notaris!",
        "Pranata! Komputer",
    ],
)
def test_names_that_may_be_meant_stay(name: str) -> None:
    assert repaired(name) is None


@pytest.mark.parametrize(
    "name", ["Petugas! Pelayanan Kel", "Petugas Pelayanan Kxl", "Petugas! Layanan! Kec."]
)
def test_no_word_is_dropped(name: str) -> None:
    assert repaired(name) is None


def test_of_two_names_as_near_none_is_taken() -> None:
    assert repaired("Dinas! e ll") is None


def test_each_unsure_word_of_a_joined_name_is_put_right() -> None:
    assert repaired("Kasi! / Kawubag") == "Kasi / Kasubag"


def test_what_the_document_says_elsewhere_is_nearer() -> None:
    assert repaired("Sexretons") is None
    assert repaired("Sexretons", konteks=Konteks(("Menyerahkan berkas kepada Sekretaris",))) == "Sekretaris"


def test_a_word_that_the_document_has_is_one() -> None:
    assert repaired("Kasi! Pemdas", 0.8) == "Kasi Pemmas"
    assert repaired("Kasi! Pemdas", 0.8, Konteks(("Seksi pemdas menerima berkas",))) is None


def test_usual_names_are_no_roles() -> None:
    data = table("sebutan")
    assert data["lain"] == sorted(data["lain"], key=str.casefold)
    assert list(data["awalan"]) == sorted(data["awalan"])
    known = {pelaksana.kunci(name) for name, id_ in nama_lazim().items() if name not in data["lain"]}
    assert not known & {pelaksana.kunci(name) for name in data["lain"]}


def test_the_evidence_says_that_it_was_put_right_and_what_was_read() -> None:
    text = "Oper or\n"
    source = Source(
        text, (Place(0, 4, 1, Box(0, 0, 1, 1), "uji", 0.6), Place(5, 7, 1, Box(0, 0, 1, 1), "uji", 0.5))
    )
    catatan = Catatan(source, 1)
    (column,) = parse_kolom([RawField(Span(text[:-1], range(len(text) - 1)), "tabel", 0.98)], None, catatan)
    assert (column.id, column.label) == ("operator", "Operator")
    bukti = catatan.bukti["/pelaksana/0"]
    assert (bukti.mentah, bukti.cara) == ("Oper or", "koreksi:uji")
    assert bukti.keyakinan < 0.5


def test_what_no_engine_read_is_not_repaired() -> None:
    source = Source("Oper or\n")
    (column,) = parse_kolom([RawField(Span("Oper or", range(7)), "tabel", 0.98)], None, Catatan(source, 1))
    assert column.label == "Oper or"


def test_a_word_that_a_narrow_cell_broke_is_whole_before_anything_of_it_is_repaired() -> None:
    words = [Kata("Pengadminist", 0.75), Kata("rasi", 0.99), Kata("Umum", 0.99)]
    assert dipulihkan(words, Konteks(())) is None
    assert pelaksana.parse("Pengadminist rasi Umum").nilai.id == "pengadministrasi-umum"
    assert dipulihkan([Kata("Pengadminisf", 0.5), Kata("Umum", 0.99)], Konteks(())) is not None


LOKET = ["P.tug.s\n1 1", 'Pitug.s\n"ot', 'Petug.s\n"1', "P.tug.s\n1 'a1"]


def test_a_name_that_no_reading_is_near_to_is_told_by_all_of_them() -> None:
    readings = ["Po mok", "Pemot: hn", "Pomok: n", "Po mor u"]
    assert dipulihkan([Kata("Po", 0.5), Kata("mok", 0.5)], NOTHING) is None
    assert dipulihkan([Kata("Po", 0.5), Kata("mok", 0.5)], NOTHING, readings) == "Pemohon"


def test_specks_that_pass_for_an_abbreviation_do_not_keep_readings_from_a_name() -> None:
    words = [Kata("MA", 0.61), Kata("nohon", 0.7)]
    assert dipulihkan(words, NOTHING, ["nohon", "Pemot: hn", "Pomok: n"]) == "Pemohon"
    assert dipulihkan([Kata("PMD", 0.95), *words[1:]], NOTHING, ["nohon", "Pemot: hn", "Pomok: n"]) is None


def test_a_name_of_which_a_line_was_not_read_is_told_by_the_readings_that_have_it() -> None:
    assert dipulihkan([Kata("Loket", 0.98)], NOTHING, ["Loket", *LOKET]) == "Petugas Loket"
    assert dipulihkan([Kata("Loket", 0.98)], NOTHING, ["Loket", "Loket 1", "Lokct"]) is None
    assert dipulihkan([Kata("Camat", 0.98)], NOTHING, ["Camat", *LOKET]) is None


def test_the_name_of_their_group_above_the_actors_is_none_of_a_name() -> None:
    readings = ["PEI AKSANA\nKa i\nIrnti.um", "PEA AKSANA\nkai\nhrnti.um", "PES AKSANA\nka\nTrant.um"]
    words = [Kata("Ka", 0.69), Kata("i", 0.7), Kata("Irnti.um", 0.36)]
    assert dipulihkan(words, NOTHING, readings) == "Kasi Trantibum"


@pytest.mark.parametrize(
    "readings",
    [LOKET[:2], ["Petug.s", "P tug s", "Pctugs"], ["va 2", "i..1 n", "rn an", "Lel 1"]],
    ids=["too few", "of several names", "of none"],
)
def test_readings_that_agree_on_no_one_name_tell_none(readings: list[str]) -> None:
    assert dipulihkan([Kata("P.tug.s", 0.3), Kata("1", 0.3)], NOTHING, readings) in (None, "Petugas")


def test_readings_come_from_each_page_and_from_each_way_to_read_it() -> None:
    text = "Po mok\nnohon\n"
    others = ("Pemot: hn", "Pomok: n")
    box = Box(0, 0, 1, 1)
    places = (
        Place(0, 2, 1, box, "uji", 0.5, lain=others),
        Place(3, 6, 1, box, "uji", 0.5, lain=others),
        Place(7, 12, 2, box, "uji", 0.5),
    )
    catatan = Catatan(Source(text, places), 2)
    heading = RawField(Span("Po mok", range(6)), "tabel", 0.98, ulang=(Span("nohon", range(7, 12)),))
    (column,) = parse_kolom([heading], None, catatan)
    assert column.label == "Pemohon"
    assert catatan.bukti["/pelaksana/0"].cara == "koreksi:uji"


def test_what_hardly_a_reading_has_is_no_part_of_a_usual_name() -> None:
    words = [Kata("selat", 0.99), Kata("Polsek", 1.0)]
    assert (
        dipulihkan(words, NOTHING, ["selat Polsek", "niat Polsek it", "lo9 Polsek din", "Polsek"]) == "Polsek"
    )
    assert (
        dipulihkan(words, NOTHING, ["selat Polsek", "selat Polsek it", "selat Polsek din", "Polsek"]) is None
    )
    assert (
        dipulihkan([Kata("Staf", 0.99), words[1]], NOTHING, ["niat Polsek", "lo9 Polsek", "Polsek"]) is None
    )


def test_a_word_that_the_document_has_is_no_stain() -> None:
    words = [Kata("Petugas", 0.99), Kata("Antrian", 0.8)]
    readings = ["Petugas Antrian", "Petugas", "w", "il Petugas"]
    assert dipulihkan(words, NOTHING, readings) == "Petugas"
    assert dipulihkan(words, Konteks(("Mengambil nomor antrian",)), readings) is None


def test_a_word_that_one_reading_has_does_not_keep_the_others_from_a_name() -> None:
    words = [Kata("Analis", 1.0), Kata("Ketua", 0.98)]
    assert dipulihkan(
        words, NOTHING, ["Analis Ket", "Analis Ketua", "Analis Kebinran", "Analis Kebinwan"]
    ) == ("Analis Kebijakan")
    assert dipulihkan(words, NOTHING, ["Analis Ketua", "Analis Ketua 1", "Analis Kebinran"]) is None


@pytest.mark.parametrize(
    ("text", "unsure", "label"),
    [
        ("Kxq rggpr", 0.5, ""),
        ("Kxq rggpr", 0.7, "Kxq rggpr"),
        ("Umum rggpr", 0.5, "Umum rggpr"),
        ("F K", 0.85, ""),
        ("RT", 0.7, "RT"),
        ("\ufffd", 0.0, ""),
    ],
)
def test_a_heading_of_which_no_word_says_anything_names_nobody(text: str, unsure: float, label: str) -> None:
    places = (Place(at, at + 1, 1, Box(0, 0, 1, 1), "uji", unsure) for at in range(len(text)))
    catatan = Catatan(Source(f"{text}\n", tuple(places)), 1)
    (column,) = parse_kolom([RawField(Span(text, range(len(text))), "tabel", 0.98)], None, catatan)
    assert column.label == label
    assert catatan.bukti["/pelaksana/0"].mentah == text


def test_nothing_legible_is_no_name_that_another_column_has() -> None:
    text = "Camat\n\ufffd\n"
    box = Box(0, 0, 1, 1)
    places = (
        Place(0, 5, 1, box, "uji", 0.95),
        Place(6, 7, 1, box, "uji", 0.0, lain=("Canat", "Cama", "Comat")),
    )
    source = Source(text, places)
    named, worn = (RawField(Span(text[a:b], range(a, b)), "tabel", 0.98) for a, b in ((0, 5), (6, 7)))
    assert [column.label for column in parse_kolom([worn], None, Catatan(source, 1))] == ["Camat"]
    assert [column.label for column in parse_kolom([named, worn], None, Catatan(source, 1))] == ["Camat", ""]


def test_a_word_that_most_readings_have_alike_is_no_noise() -> None:
    words = [Kata("Fungsionavs", 0.7), Kata("Pelaksana", 0.97)]
    readings = ["Fungsionavs\nPelaksana", "Fungsional/\nPelaksana", "Fungsionall\nPelaksana"]
    assert dipulihkan(words, NOTHING, readings) != "Pelaksana"
    assert dipulihkan(words, NOTHING, ["Fungsionavs Pelaksana", "ix\nPelaksana", "Pelaksana"]) == "Pelaksana"


def test_a_foreign_word_that_was_read_is_no_worn_indonesian_one() -> None:
    assert dipulihkan([Kata("System", 0.8), Kata("Administrator", 0.8)], NOTHING) is None
    assert dipulihkan([Kata("Helpdesk", 0.8), Kata("Officer", 0.8)], NOTHING) is None
