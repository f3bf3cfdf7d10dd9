"""Citations: what one item of a legal basis cites, and where each part of it stands."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normalizers import sitasi
from normalizers.lembaga import kepala
from normalizers.model import DasarHukum
from normalizers.reading import APA_ADANYA, INFERENSI, KOREKSI, Reading, Saksi
from tests.normalizers.sitasi_contoh import (
    ANGKA,
    BUKAN,
    DAERAH,
    KEMENTERIAN,
    LEMBAGA,
    NASIONAL,
    RUSAK,
)


def only(text: str) -> Reading[DasarHukum]:
    readings = sitasi.parse(text)
    assert len(readings) == 1, [reading.nilai.teks for reading in readings]
    return readings[0]


@pytest.mark.parametrize(
    ("text", "jenis", "lembaga", "nomor", "tahun"),
    [row for rows in (NASIONAL, KEMENTERIAN, DAERAH, LEMBAGA, ANGKA, RUSAK) for row in rows],
)
def test_identity(
    text: str, jenis: str | None, lembaga: str | None, nomor: str | None, tahun: int | None
) -> None:
    dasar = only(text).nilai
    assert (dasar.jenis, dasar.lembaga, dasar.nomor, dasar.tahun) == (jenis, lembaga, nomor, tahun)


@pytest.mark.parametrize("text", BUKAN)
def test_no_regulation(text: str) -> None:
    assert only(text).nilai == DasarHukum(teks=text)


@pytest.mark.parametrize(
    ("text", "tentang"),
    [
        ("UU Nomor 6 Tahun 2014 tentang Desa", "Desa"),
        ("UU Nomor 6 Tahun 2014 tentang Desa.", "Desa"),
        ("UU Nomor 6 Tahun 2014 tentang Desa; dan", "Desa"),
        ("UU Nomor 6 Tahun 2014", None),
        ("UU Nomor 6 Tahun 2014 tentang", None),
        # casing and spelling
        ("Perda Nomor 5 Tahun 2016 tentang pembentukan Perangkat Daerah", "Pembentukan Perangkat Daerah"),
        ("PP Nomor 5 Tahun 2016 Tentang Tata Cara Reviu Atas Laporan Dan Kas Di Daerah",
         "Tata Cara Reviu atas Laporan dan Kas di Daerah"),
        ("PP Nomor 5 Tahun 2016 tentang Sekolah Menengah Atas Dan Kejuruan", "Sekolah Menengah Atas dan Kejuruan"),
        ("PP Nomor 5 Tahun 2016 tentang Kementerian Dalam Negeri", "Kementerian Dalam Negeri"),
        ("PP NOMOR 5 TAHUN 2016 TENTANG TATA CARA REVIU ATAS LAPORAN", "Tata Cara Reviu atas Laporan"),
        ("PP Nomor 5 Tahun 2016 tentang Adminitrasi Daerah", "Administrasi Daerah"),
        ("PP Nomor 5 Tahun 2016 tentang Standart Pelayanan", "Standart Pelayanan"),
        # where the subject ends
        ("UU Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Tahun 2014 Nomor 7)", "Desa"),
        ("UU Nomor 6 Tahun 2014 tentang Desa, Lembaran Negara Tahun 2014 Nomor 7", "Desa"),
        ("UU Nomor 6 Tahun 2014 tentang Desa (LN Tahun 2014 No. 7, TLN No. 5495)", "Desa"),
        ("Surat Edaran Bupati Nomor 443/349/2019 perihal Kawasan Tanpa Rokok", "Kawasan Tanpa Rokok"),
        ("UU Nomor 6 Tahun 2014 tentang Desa (Berita Negara Republik", "Desa"),
        ("UU Nomor 6 Tahun 2014 tentang Desa sebagaimana telah diubah dengan UU Nomor 3 Tahun 2024", "Desa"),
        ("UU Nomor 6 Tahun 2014 tentang Desa jo. UU Nomor 3 Tahun 2024", "Desa"),
        ("(UU Nomor 6 Tahun 2014 tentang Desa)", "Desa"),
        ("Perda Nomor 5 Tahun 2016 tentang Lembaran Daerah dan Berita Daerah", "Lembaran Daerah dan Berita Daerah"),
        ("PP Nomor 5 Tahun 2016 tentang Pelayanan Administrasi Terpadu Kecamatan (PATEN)",
         "Pelayanan Administrasi Terpadu Kecamatan (PATEN)"),
        # a citation inside the subject
        ("UU Nomor 43 Tahun 1999 tentang Perubahan Atas Undang-Undang Nomor 8 Tahun 1974 tentang Kepegawaian",
         "Perubahan atas Undang-Undang Nomor 8 Tahun 1974 tentang Kepegawaian"),
        ("PP Nomor 40 Tahun 2019 tentang Pelaksanaan UU Nomor 23 Tahun 2006 sebagaimana telah diubah dengan"
         " UU Nomor 24 Tahun 2013 (Lembaran Negara Tahun 2019 Nomor 102)",
         "Pelaksanaan UU Nomor 23 Tahun 2006 sebagaimana telah diubah dengan UU Nomor 24 Tahun 2013"),
        # without the word "tentang", or in another place
        ("UU Pelayanan Publik No. 25 Tahun 2009", "Pelayanan Publik"),
        ("UU tentang Desa Nomor 6 Tahun 2014", "Desa"),
        ("UU Nomor 25 Tahun 2009 : Pelayanan Publik", "Pelayanan Publik"),
        ("UU Nomor 25 Tahun 2009 Pelayanan Publik", "Pelayanan Publik"),
        ("UU Nomor 25 Tahun 2009 Pasal 20", None),
        ("UU Nomor 8 Tahun 1974 jo UU Nomor 43 Tahun 1999 tentang Pokok-Pokok Kepegawaian", "Pokok-Pokok Kepegawaian"),
        ("UU Nomor 8 Tahun 1974 jo UU Nomor 43 Tahun 1999 tentang Perubahan atas UU Nomor 8 Tahun 1974", None),
        ("Perda No 3 Th 2011 Kab. Sukamaju", None),
    ],
)  # fmt: skip
def test_subject(text: str, tentang: str | None) -> None:
    assert only(text).nilai.tentang == tentang


@pytest.mark.parametrize(
    ("text", "lembaran"),
    [
        ("(Lembaran Negara Tahun 2014 Nomor 244, Tambahan Lembaran Negara Nomor 5587)",
         [("LN", 2014, "244"), ("TLN", None, "5587")]),
        ("(Lembaran Negara Republik Indonesia Nomor 40 Tahun 2008)", [("LN", 2008, "40")]),
        ("(LN Tahun 2014 No. 244, Tambahan Negara Nomor 5587)", [("LN", 2014, "244"), ("TLN", None, "5587")]),
        ("(LN Tahun 2014 No. 244, TLN No. 5587)", [("LN", 2014, "244"), ("TLN", None, "5587")]),
        ("(LN 2014/244; TLN 5587)", [("LN", 2014, "244"), ("TLN", None, "5587")]),
        ("(Lembaran Daerah Kabupaten Sukamaju Tahun 2016 Nomor 3 Seri D, Tambahan Lembaran Daerah Kabupaten "
         "Sukamaju Nomor 090)", [("LD", 2016, "3"), ("TLD", None, "90")]),
        ("(Berita Negara Republik Indonesia Tahun 2016, Nomor 615)", [("BN", 2016, "615")]),
        ("(Berita Daerah Kabupaten Sukamaju Tahun 2019 Nomor 71)", [("BD", 2019, "71")]),
        ("(Lernbaran Negara Tahun 2O14 Nornor 244)", [("LN", 2014, "244")]),
        ("(kmbaran Negara Tahun 2014 Nomor 244)", [("LN", 2014, "244")]),
        ("(Lembaran Negara Tahun 2014", []),
        ("(Berita Negara Republik", []),
        # a closing bracket read as 1: these numbers have four digits at most
        ("(Tambahan Lembaran Negara Nomor 48261 ;", [("TLN", None, "4826")]),
        ("(Tambahan Lembaran Negara Nomor 48262)", [("TLN", None, "48262")]),
        ("(Lembaran Daerah Tahun 2016 Nomor 12341)", [("LD", 2016, "12341")]),
    ],
)  # fmt: skip
def test_gazettes(text: str, lembaran: list[tuple[str, int | None, str]]) -> None:
    found = only(f"UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah {text}").nilai
    assert [(entri.jenis, entri.tahun, entri.nomor) for entri in found.lembaran] == lembaran
    assert found.tentang == "Pemerintahan Daerah"


SATU = [
    "UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah, terakhir dengan"
    " Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua",
    "UU 23/2014 sebagaimana telah diubah dengan UU 2/2015 dan UU 9/2015",
    "UU Nomor 8 Tahun 1974 jo. UU Nomor 43 Tahun 1999",
    "Perda Nomor 5 Tahun 2015 tentang Pencabutan Perda Nomor 1 Tahun 2010 tentang A dan Perda Nomor 2 Tahun 2011 tentang B",
    "Perbup Nomor 5 Tahun 2015 tentang Pelaksanaan Perda Nomor 3 Tahun 2014 dan Perda Nomor 4 Tahun 2014",
    "Perda Nomor 5 Tahun 2015 tentang Tata Cara Penyusunan Peraturan Desa, Keputusan Kepala Desa, dan Surat Edaran",
    "UU Nomor 43 Tahun 1999 tentang Perubahan atas\nUndang-Undang Nomor 8 Tahun 1974",
    "PP Nomor 96 Tahun 2012 tentang Pelaksanaan Undang\nUndang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Peraturan Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi Nomor 5 Tahun 2022",
]


@pytest.mark.parametrize("text", SATU)
def test_one_regulation(text: str) -> None:
    assert only(text).nilai.teks == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("UU 23/2014, PP 18/2016 dan PP 17/2018", ["UU 23/2014", "PP 18/2016", "PP 17/2018"]),
        ("UU Nomor 1 Tahun 1974 tentang Perkawinan dan PP Nomor 9 Tahun 1975 tentang Pelaksanaannya",
         ["UU Nomor 1 Tahun 1974 tentang Perkawinan", "PP Nomor 9 Tahun 1975 tentang Pelaksanaannya"]),
        ("UU Nomor 5 Tahun 2014 tentang ASN; PP Nomor 11 Tahun 2017 tentang Manajemen PNS; dan",
         ["UU Nomor 5 Tahun 2014 tentang ASN", "PP Nomor 11 Tahun 2017 tentang Manajemen PNS"]),
        ("UU No. 43 Tahun 2009 Tentang Kearsipan. 2. PP No. 28 Tahun 2012 tentang Pelaksanaan",
         ["UU No. 43 Tahun 2009 Tentang Kearsipan", "PP No. 28 Tahun 2012 tentang Pelaksanaan"]),
        ("UU Nomor 6 Tahun 2014 tentang Desa\nPP Nomor 43 Tahun 2014 tentang Pelaksanaan",
         ["UU Nomor 6 Tahun 2014 tentang Desa", "PP Nomor 43 Tahun 2014 tentang Pelaksanaan"]),
        ("UUD 1945; UU Nomor 6 Tahun 2014", ["UUD 1945", "UU Nomor 6 Tahun 2014"]),
        ("UU 23/2014 sebagaimana telah diubah dengan UU 9/2015 dan PP 17/2018",
         ["UU 23/2014 sebagaimana telah diubah dengan UU 9/2015", "PP 17/2018"]),
    ],
)  # fmt: skip
def test_several_regulations(text: str, parts: list[str]) -> None:
    assert [reading.nilai.teks for reading in sitasi.parse(text)] == parts


@pytest.mark.parametrize(
    ("text", "lembaga", "bagian"),
    [
        ("Perda Nomor 5 Tahun 2008 tentang Organisasi Kelurahan Kota Mandalika", "Kota Mandalika", "Kota Mandalika"),
        ("Perda Nomor 5 Tahun 2008 tentang Pajak (Lembaran Daerah Kabupaten Sukamaju Tahun 2008 Nomor 5)",
         "Kabupaten Sukamaju", "Kabupaten Sukamaju"),
        ("Perda Nomor 6 Tahun 2016 Kab. Sukamaju tentang Pajak", "Kabupaten Sukamaju", "Kab. Sukamaju"),
        ("Perda Nomor 6 Tahun 2016 tentang Renstra Pemerintah Kabupaten Sukamaju Tahun 2017",
         "Kabupaten Sukamaju", "Kabupaten Sukamaju"),
        ("Perbup Nomor 6 Tahun 2016 tentang Kerja Sama dengan Kota Mandalika", None, ""),
        ("Perda Nomor 6 Tahun 2016 tentang Pemerintah Provinsi dan Kabupaten/Kota", None, ""),
        ("PP Nomor 6 Tahun 2016 tentang Pembentukan Kota Mandalika", None, ""),
    ],
)  # fmt: skip
def test_region_named_elsewhere(text: str, lembaga: str | None, bagian: str) -> None:
    reading = only(text)
    assert reading.nilai.lembaga == lembaga
    if lembaga:
        place = reading.bagian["lembaga"]
        assert (text[place.start : place.end], place.cara) == (bagian, INFERENSI)


def test_places_of_the_parts() -> None:
    text = (
        "Keputusan Menteri Pendayagunaan Aparatur Negara\nNomor KEP/135/M.PAN/9/2004  tentang Pedoman\nUmum."
    )
    bagian = only(text).bagian
    assert {key: text[place.start : place.end] for key, place in bagian.items()} == {
        "jenis": "Keputusan Menteri",
        "lembaga": "Pendayagunaan Aparatur Negara",
        "nomor": "KEP/135/M.PAN/9/2004",
        "tahun": "2004",
        "tentang": "Pedoman\nUmum",
        "teks": text.rstrip("."),
    }
    assert {place.cara for place in bagian.values()} == {APA_ADANYA}


def test_places_of_several() -> None:
    text = "UU 23/2014, PP 18/2016"
    places = [reading.bagian["nomor"] for reading in sitasi.parse(text)]
    assert [text[place.start : place.end] for place in places] == ["23", "18"]


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("UU Nomor 5 Tahun 2O14 tentang Desa", {"teks", "tahun"}),
        ("UU Nomor l Tahun 2014 tentang Desa", {"nomor"}),
        ("UU Nomor 08 Tahun 2014 tentang Desa", set()),
        ("UU Nomor 8 Tahun 20 14 tentang Desa", {"tahun"}),
        ("UU Nomor 8 Tahun 2014 tentang Adminitrasi", {"teks", "tentang"}),
        ("UU Nomor 8 Tahun 2014 tentang administrasi", set()),
        ("Pcraturan Pemerintah Nomor 8 Tahun 2014", {"teks", "jenis"}),
        ("Peratvran Pemerintah Nomor 8 Tahun 2014", {"teks", "jenis"}),
        ("UUNomor 8 Tahun 2014 tentang Desa", {"teks"}),
        ("UU Nomor 8 Tahun 2014 (Tambahan Lembaran Negara Nomor 48261 ;", {"lembaran"}),
    ],
)
def test_repairs_are_marked(text: str, repaired: set[str]) -> None:
    bagian = only(text).bagian
    assert {key for key, place in bagian.items() if place.cara == KOREKSI} == repaired
    assert all(place.keyakinan < 1 for place in bagian.values() if place.cara == KOREKSI)


@pytest.mark.parametrize("nama", ["Pemberdayaan Aparatur Negara", "Pendayagunaan Aparatur Negeri"])
@pytest.mark.parametrize("akhir", ["", " dan Reformasi Birokrasi"])
def test_ministry_under_a_wrong_name(nama: str, akhir: str) -> None:
    reading = only(f"Keputusan Menteri {nama}{akhir} Nomor 25 Tahun 2012 tentang Petunjuk")
    assert (reading.nilai.jenis, reading.nilai.lembaga) == ("Kepmen", "PANRB")
    assert reading.bagian["lembaga"].cara == KOREKSI
    assert reading.saksi == (Saksi("/lembaga", "lembaga_salah", f"{nama}{akhir}"),)


def test_kind_under_a_wrong_name() -> None:
    reading = only("Peraturan Kementerian Dalam Negeri Nomor 80 Tahun 2015")
    assert reading.bagian["jenis"].cara == KOREKSI
    assert reading.saksi == (Saksi("/jenis", "jenis_salah", "Peraturan Kementerian"),)


def test_year_tells_the_ministry() -> None:
    assert only("Permenpan Nomor 35 Tahun 2012").bagian["lembaga"].cara == INFERENSI
    assert only("Permenpan RB Nomor 35 Tahun 2012").bagian["lembaga"].cara == APA_ADANYA


@pytest.mark.parametrize("text", ["", " \n", "—", ";", "…"])
def test_nothing(text: str) -> None:
    assert sitasi.parse(text) == []


def test_text_far_too_long_is_kept_and_not_read() -> None:
    text = "UU Nomor 6 Tahun 2014 tentang Desa; " * 1000
    reading = only(text)
    assert reading.nilai == DasarHukum(teks=text.strip())


# --- properties ---

KEPALA = st.sampled_from([row[0].split(" N")[0] for row in (*NASIONAL, *KEMENTERIAN, *DAERAH, *LEMBAGA)])
NOMOR = st.sampled_from(
    [
        "Nomor 23 Tahun 2014",
        "No. 08/2016",
        "NOMOR KEP/135/M.PAN/9/2004",
        "Nomor",
        "Tahun 2O16",
        "Nomor l",
        "5 Th 2012",
    ]
)
JUDUL = st.sampled_from(
    [
        "tentang Desa",
        "Tentang Perubahan Atas UU Nomor 6 Tahun 2014",
        "tentangKeuangan",
        "ttg Adminitrasi Kota Mandalika",
    ]
)
LEMBARAN = st.sampled_from(
    ["(Lembaran Negara Tahun 2014 Nomor 7)", "(LN", "Tambahan Lembaran Negara Nomor 48261"]
)
SAMBUNG = st.sampled_from(
    [
        " ",
        "\n",
        "; ",
        ", ",
        " dan ",
        "; dan",
        " jo. ",
        " sebagaimana telah diubah dengan ",
        "",
        ". 2. ",
        "-\n",
        " (",
    ]
)
BUTIR = st.lists(
    st.tuples(st.one_of(KEPALA, NOMOR, JUDUL, LEMBARAN, st.text(max_size=6)), SAMBUNG), max_size=9
).map(lambda pieces: "".join(text + glue for text, glue in pieces))


@given(st.one_of(st.text(), BUTIR))
def test_places_lie_in_the_text(text: str) -> None:
    for reading in sitasi.parse(text):
        assert reading.nilai.teks
        for place in reading.bagian.values():
            assert 0 <= place.start <= place.end <= len(text)


@given(st.one_of(st.text(), BUTIR))
@example("Undang-Undang ·; ")
@example(". 2. Undang-Undang; Undang-Undang Nomor 23 Tahun 2014 Nomor 23 Tahun 2014 ")
def test_reading_the_result_again_changes_nothing(text: str) -> None:
    for reading in sitasi.parse(text):
        assert [again.nilai for again in sitasi.parse(reading.nilai.teks)] == [reading.nilai]


def test_a_law_broken_at_its_hyphen_stays_in_the_subject() -> None:
    text = "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-\nUndang Nomor 14 Tahun 2008 tentang Keterbukaan;"
    (reading,) = sitasi.parse(text)
    assert reading.nilai.tentang == "Pelaksanaan Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan"


@pytest.mark.parametrize(
    ("text", "nama"),
    [
        ("Keputusan Gubernur Kepala Daerah Tingkat I Kalimantan Barat", "Provinsi Kalimantan Barat"),
        ("Peraturan Daerah Kabupaten Daerah Tingkat II Wanasari", "Kabupaten Wanasari"),
        ("Keputusan Bupati KDH Tk. II Wanasari", "Kabupaten Wanasari"),
        ("Peraturan Daerah Kotamadya Daerah Tingkat II Sumberwangi", "Kota Sumberwangi"),
    ],
)
def test_what_regions_were_called_before_is_no_part_of_their_names(text: str, nama: str) -> None:
    found = kepala(text, 0, len(text))
    assert found is not None
    assert found.lembaga is not None
    assert found.lembaga.nama == nama


def test_the_letters_of_a_ministry_before_a_number_are_no_repair() -> None:
    reading = only("Peraturan Menteri Perhubungan Nomor PM 17 Tahun 2021 tentang Lalu Lintas")
    assert (reading.nilai.nomor, reading.bagian["nomor"].cara) == ("PM 17", APA_ADANYA)
