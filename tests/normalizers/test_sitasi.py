"""Citations: what one item of a legal basis cites, and where each part of it stands."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normalizers import sitasi
from normalizers.model import DasarHukum
from normalizers.reading import APA_ADANYA, INFERENSI, KOREKSI, Reading, Saksi

# text, jenis, lembaga, nomor, tahun
Row = tuple[str, str | None, str | None, str | None, int | None]

PANRB_PENUH = "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"

NASIONAL: list[Row] = [
    ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", "UU", None, "23", 2014),
    ("UU NO. 32 Tahun 2004 Tentang Pemerintah Daerah", "UU", None, "32", 2004),
    ("UU No. 25 Th 2009", "UU", None, "25", 2009),
    ("UU No 23 Thn. 2014 ttg. Pemerintahan Daerah", "UU", None, "23", 2014),
    ("UU 23/2014", "UU", None, "23", 2014),
    ("UU No. 14/2008", "UU", None, "14", 2008),
    ("UU RI Nomor 5 Tahun 2014", "UU", None, "5", 2014),
    ("Undang-Undang (UU) Nomor 5 Tahun 2014", "UU", None, "5", 2014),
    ("Undang–Undang Nomor 14 Tahun 2008", "UU", None, "14", 2008),
    ("Undang – Undang No. 14 Tahun 2008", "UU", None, "14", 2008),
    ("Undang undang Nomor 6 tahun 2014", "UU", None, "6", 2014),
    ("Undang Undang Nomor 25 Tahun 2006 tentang Administrasi Kependudukan", "UU", None, "25", 2006),
    ("UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 6 TAHUN 2014 TENTANG DESA", "UU", None, "6", 2014),
    ("Peraturan UU No.24 TA.2013 tentang administrasi Kependudukan", "UU", None, "24", 2013),
    ("Perppu Nomor 2 Tahun 2014", "Perppu", None, "2", 2014),
    ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022", "Perppu", None, "2", 2022),
    ("PP. No 8 Tahun 2008 tentang Tahapan, Tata Cara Penyusunan", "PP", None, "8", 2008),
    ("Peraturan Pemerintah Republik Indonesia Nomor 17 Tahun 2018", "PP", None, "17", 2018),
    ("PP 53 Tahun 2010", "PP", None, "53", 2010),
    ("Perpres RI No. 29 Tahun 2014", "Perpres", None, "29", 2014),
    ("Pepres Nomor 29 Tahun 2014", "Perpres", None, "29", 2014),
    ("Kepres Nomor 68 Tahun 1995", "Keppres", None, "68", 1995),
    ("Inpres No. 7 Tahun 1999", "Inpres", None, "7", 1999),
    ("TAP MPR RI No. XI/MPR/1998 tentang Penyelenggara Negara", "TAP", None, "XI/MPR/1998", 1998),
    ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "UUD", None, None, 1945),
    ("UUD 1945", "UUD", None, None, 1945),
    ("Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "UUD", None, None, 1945),
]

KEMENTERIAN: list[Row] = [
    ("Permenpan-RB No.35 Tahun 2012", "Permen", "PANRB", "35", 2012),
    ("Permenpan-RB No. 35 Tqhun 2012", "Permen", "PANRB", "35", 2012),
    ("Permen PAN RB No.35 Tahun 2012", "Permen", "PANRB", "35", 2012),
    ("PermenPAN dan RB Nomor 35 Tahun 2012", "Permen", "PANRB", "35", 2012),
    ("Permenpan RB No.35/2012", "Permen", "PANRB", "35", 2012),
    ("PERMENPAN RB NOMOR 35 TAHUN 2012", "Permen", "PANRB", "35", 2012),
    ("Permenpanrb Nomor 35 Tahun 2012", "Permen", "PANRB", "35", 2012),
    ("Permenpan Nomor 35 Tahun 2012", "Permen", "PANRB", "35", 2012),
    ("Peraturan MenPAN-RB Nomor 35 Tahun 2012", "Permen", "PANRB", "35", 2012),
    ("Perwepan RI Nomor 15 Tahun 2014", "Permen", "PANRB", "15", 2014),
    ("Peraturan Menteri PAN & RB Nomor 53 Tahun 2014", "Permen", "PANRB", "53", 2014),
    ("Peraturan Menteri Negara PAN dan RB nomor 53 Tahun 2014", "Permen", "PANRB", "53", 2014),
    (f"Peraturan Menteri {PANRB_PENUH}. Nomor 88\nTahun 2021", "Permen", "PANRB", "88", 2021),
    ("PermenPAN No.PER/21/M.PAN/11/2008", "Permen", "PAN", "PER/21/M.PAN/11/2008", 2008),
    ("PER/21/M.PAN/11/2008 tentang Pedoman", "Permen", "PAN", "PER/21/M.PAN/11/2008", 2008),
    ("Permenpan Nomor 21 Tahun 2008", "Permen", "PAN", "21", 2008),
    (
        "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor: PER/15/M.PAN/7/2008",
        "Permen",
        "PAN",
        "PER/15/M.PAN/7/2008",
        2008,
    ),
    ("Keputusan Menteri … Nomor 63/KEP/M.PAN/7/2003", "Kepmen", "PAN", "63/KEP/M.PAN/7/2003", 2003),
    ("SK Menpan No. KEP/25/M.PAN/2/2004", "Kepmen", "PAN", "KEP/25/M.PAN/2/2004", 2004),
    ("KEP. MEN. PAN NOMOR KEP / 26 / M.PAN / 2 / 2004", "Kepmen", "PAN", "KEP/26/M.PAN/2/2004", 2004),
    ("Kemenpan Nomor 63 Tahun 2003", "Kepmen", "PAN", "63", 2003),
    ("Keputusan Menpan No. 25 Tahun 2004", "Kepmen", "PAN", "25", 2004),
    ("Kepmendagri Nomor 13 Tahun 2006", "Kepmen", "Dalam Negeri", "13", 2006),
    ("Kepmendagri Nomor 050-5889 Tahun 2021", "Kepmen", "Dalam Negeri", "050-5889", 2021),
    ("Permendagri No. 52 Th. 2011", "Permen", "Dalam Negeri", "52", 2011),
    ("PMDN Nomor 52 Tahun 2011", "Permen", "Dalam Negeri", "52", 2011),
    (
        "Peraturan Menteri Dalam Negeri RI Nomor 54 Tahun 2009, tentang X",
        "Permen",
        "Dalam Negeri",
        "54",
        2009,
    ),
    ("Peraturan Kementerian Dalam Negeri Nomor 80 Tahun 2015", "Permen", "Dalam Negeri", "80", 2015),
    ("Peraturan Pemerintah Dalam Negeri Daerah Nomor 80 Tahun 2015", "Permen", "Dalam Negeri", "80", 2015),
    ("Inmendagri Nomor 3 Tahun 2020", "Inmen", "Dalam Negeri", "3", 2020),
    ("Instruksi Menteri Dalam Negeri Nomor 3 Tahun 2020", "Inmen", "Dalam Negeri", "3", 2020),
    (
        "Peraturan Menteri Pekerjaan Umum No. 24/PRT/M/2007",
        "Permen",
        "Pekerjaan Umum",
        "24/PRT/M/2007",
        2007,
    ),
    ("Peraturan Menteri Nomor 24/PRT/M/2007", "Permen", "Pekerjaan Umum", "24/PRT/M/2007", 2007),
    ("PMK Nomor 190/PMK.05/2012", "Permen", "Keuangan", "190/PMK.05/2012", 2012),
    ("Permenkes No 75 Tahun 2014", "Permen", "Kesehatan", "75", 2014),
    (
        "Peraturan Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi Nomor 5 Tahun 2022",
        "Permen",
        "Pendidikan, Kebudayaan, Riset, dan Teknologi",
        "5",
        2022,
    ),
    ("Peraturan Menteri Negara Lingkungan Hidup Nomor 5 Tahun 2012", "Permen", "Lingkungan Hidup", "5", 2012),
    ("Peraturan Menteri Urusan Perdesaan Nomor 5 Tahun 2012", "Permen", "Urusan Perdesaan", "5", 2012),
]

DAERAH: list[Row] = [
    ("Peraturan Daerah Kabupaten Sukamaju Nomor 15 Tahun 2106", "Perda", "Kabupaten Sukamaju", "15", 2106),
    ("Peraturan Daerah Sukamaju No. 08 Tahun 2016", "Perda", "Sukamaju", "8", 2016),
    ("Perda Kab. Sukamaju No.12 Th.2016", "Perda", "Kabupaten Sukamaju", "12", 2016),
    ("PERATURAN DAERAH KABUPATEN SUKAMAJU NOMOR 5 TAHUN 2016", "Perda", "Kabupaten Sukamaju", "5", 2016),
    ("Perda Kota Mandalika No. 5/2008", "Perda", "Kota Mandalika", "5", 2008),
    ("Perda No.20 Tahun 2010", "Perda", None, "20", 2010),
    ("Perda Provinsi Jatim Nomor 3 Tahun 2011", "Perda", "Provinsi Jawa Timur", "3", 2011),
    ("Peraturan Daerah Jawa Timur Nomor 3 Tahun 2011", "Perda", "Provinsi Jawa Timur", "3", 2011),
    (
        "Peraturan Daerah Istimewa Yogyakarta Nomor 1 Tahun 2018",
        "Perda",
        "Provinsi Daerah Istimewa Yogyakarta",
        "1",
        2018,
    ),
    ("Peraturan Daerah Khusus Provinsi Papua Nomor 1 Tahun 2018", "Perda", "Provinsi Papua", "1", 2018),
    ("Qanun Aceh Nomor 5 Tahun 2008", "Perda", "Provinsi Aceh", "5", 2008),
    ("Qanun Kabupaten Aceh Timur Nomor 5 Tahun 2008", "Perda", "Kabupaten Aceh Timur", "5", 2008),
    (
        "Peraturan Daerah Kabupaten Sukamaju Provinsi Jawa Timur Nomor 5 Tahun 2016",
        "Perda",
        "Kabupaten Sukamaju",
        "5",
        2016,
    ),
    ("Perda Kabupaten Lima Puluh Kota Nomor 5 Tahun 2016", "Perda", "Kabupaten Lima Puluh Kota", "5", 2016),
    ("Peraturan Gubernur Jawa Timur Nomor 5 Tahun 2019", "Pergub", "Provinsi Jawa Timur", "5", 2019),
    ("Pergub DKI Jakarta No 5 Tahun 2019", "Pergub", "Provinsi DKI Jakarta", "5", 2019),
    ("Peraturan Bupati Sukamaju Nomor 96 Tahun 2019", "Perbup", "Kabupaten Sukamaju", "96", 2019),
    ("Peraturan Bupati Kabupaten Sukamaju Nomor 96 Tahun 2019", "Perbup", "Kabupaten Sukamaju", "96", 2019),
    ("Perbup Sukamaju Nomor 12 A Tahun 2010", "Perbup", "Kabupaten Sukamaju", "12A", 2010),
    ("Perbup No 4 Th 2012", "Perbup", None, "4", 2012),
    ("Peraturan Bupati yang mengatur uraian tugas Nomor 4 Tahun 2012", "Perbup", None, "4", 2012),
    ("Peraturan Wali Kota Mandalika Nomor 7 Tahun 2019", "Perwali", "Kota Mandalika", "7", 2019),
    ("Peraturan Walikota Mandalika Nomor 7 Tahun 2019", "Perwali", "Kota Mandalika", "7", 2019),
    ("Perwal No. 36/PERT/2008", "Perwali", None, "36/PERT/2008", 2008),
    ("Walikota Nomor : 36/PERT/2008", "Perwali", None, "36/PERT/2008", 2008),
    (
        "Perwako Nomor 15 Tahun 2010 sebagaimana telah diubah dengan Perwako 49 Tahun 2011",
        "Perwali",
        None,
        "15",
        2010,
    ),
    (
        "Keputusan Gubernur Kalbar No 7/DISKOMINFO/2020",
        "Kepgub",
        "Provinsi Kalimantan Barat",
        "7/DISKOMINFO/2020",
        2020,
    ),
    ("SK Bupati Sukamaju No 188.45/ 45 /2020", "Kepbup", "Kabupaten Sukamaju", "188.45/45/2020", 2020),
    ("Keputusan Wali Kota Mandalika Nomor 060/5/2020", "Kepwali", "Kota Mandalika", "060/5/2020", 2020),
    ("Peraturan Desa Sukarasa Nomor 3 Tahun 2020", "Perdes", "Desa Sukarasa", "3", 2020),
    # the contract has no kind for these
    ("Keputusan Camat Sukarasa Nomor 4 Tahun 2019", None, "Kecamatan Sukarasa", "4", 2019),
    ("SK Lurah Sukarasa Nomor 4 Tahun 2019", None, "Kelurahan Sukarasa", "4", 2019),
    ("Peraturan Kepala Desa Sukarasa Nomor 2 Tahun 2020", None, "Desa Sukarasa", "2", 2020),
    ("Instruksi Bupati Sukamaju Nomor 2 Tahun 2020", None, "Kabupaten Sukamaju", "2", 2020),
    (
        "SK Kepala Satuan Polisi Pamong Praja Nomor 77/SATPOLPP/2022",
        None,
        "Satuan Polisi Pamong Praja",
        "77/SATPOLPP/2022",
        2022,
    ),
]

LEMBAGA: list[Row] = [
    ("Perka BKN No. 22 Tahun 2007", "Perka", "BKN", "22", 2007),
    ("Peraturan Kepala Badan Kepegawaian Negara Nomor 24 Tahun 2017", "Perka", "BKN", "24", 2017),
    ("Peraturan Kepala Badan Kepegawaian Negara (Perka BKN) Nomor 24 Tahun 2017", "Perka", "BKN", "24", 2017),
    ("Peraturan Kepala Arsip Nasional Republik Indonesia Nomor 2 Tahun 2014", "Perka", "ANRI", "2", 2014),
    ("Peraturan Badan Kepegawaian Negara Nomor 5 Tahun 2018", "Peraturan", "BKN", "5", 2018),
    ("Peraturan LKPP Nomor 12 Tahun 2021", "Peraturan", "LKPP", "12", 2021),
    ("PKPU Nomor 3 Tahun 2022", "Peraturan", "KPU", "3", 2022),
    ("Peraturan Mahkamah Agung Nomor 1 Tahun 2020", "Peraturan", "Mahkamah Agung", "1", 2020),
    ("Peraturan Kapolri Nomor 1 Tahun 2009", "Perka", "Polri", "1", 2009),
    ("Peraturan Komisi Informasi Nomor 1 Tahun 2010", "Perki", "Komisi Informasi", "1", 2010),
    ("PERKI Nomor 1 tahun 2010", "Perki", "Komisi Informasi", "1", 2010),
    ("SE BKN Nomor 2/SE/VII/2019", "SE", "BKN", "2/SE/VII/2019", 2019),
    ("SE Menpan RB Nomor 3 Tahun 2021", "SE", "PANRB", "3", 2021),
    ("Surat Edaran Bupati Sukamaju Nomor 060/5/2020", "SE", "Kabupaten Sukamaju", "060/5/2020", 2020),
    (
        "Surat Edaran Menteri Dalam Negeri Nomor 061/3821/SJ tanggal 12 Mei 2016",
        "SE",
        "Dalam Negeri",
        "061/3821/SJ",
        2016,
    ),
    ("Keputusan Kepala LAN Nomor 239/IX/6/8/2003", None, "LAN", "239/IX/6/8/2003", 2003),
]

ANGKA: list[Row] = [
    ("UU Nomor 5 Tahun 2O14", "UU", None, "5", 2014),
    ("UU Nomor 5 Tahun 20l4", "UU", None, "5", 2014),
    ("UU Nomor 2O Tahun 2O23", "UU", None, "20", 2023),
    ("UU Nomor l Tahun 2004", "UU", None, "1", 2004),
    ("UU Nomor 2 3 Tahun 20 14", "UU", None, "23", 2014),
    ("Kepmenpan Nomor KEP/l35/M.PAN/9/2OO4", "Kepmen", "PAN", "KEP/135/M.PAN/9/2004", 2004),
    ("UU Nomor 007 Tahun 2014", "UU", None, "7", 2014),
    # a digit is never taken for another one
    ("UU Nomor 23 Tahun 2106", "UU", None, "23", 2106),
    ("UU Nomor 23 Tahun 20144", "UU", None, "23", 20144),
    ("UU Nomor 23 Tahun 214", "UU", None, "23", 214),
    # what is left open stays open
    ("Undang-Undang Nomor … Tahun 2014 tentang Desa", "UU", None, None, 2014),
    ("Undang-Undang Nomor … Tahun … tentang Desa", "UU", None, None, None),
    ("Peraturan Bupati ........ Nomor ..... Tahun 2019", "Perbup", None, None, 2019),
    ("Peraturan Pemerintah Nomor 17", "PP", None, "17", None),
    ("Peraturan Bupati Tahun 2016 Nomor 5 tentang Uraian Tugas", "Perbup", None, "5", 2016),
    ("Undang-Undang Nomor 23, Tahun 2014", "UU", None, "23", 2014),
    ("Undang-Undang No. 23/Tahun 2014", "UU", None, "23", 2014),
    # no kind, but a citation
    ("No. 2 Tahun 2009 Tentang Pokok-Pokok Pengelolaan Keuangan", None, None, "2", 2009),
    # "Nomor" of a gazette is not the regulation's
    (
        f"Peraturan Menteri {PANRB_PENUH} tentang Standar Pelayanan (Berita Negara Tahun 2014, Nomor 615)",
        "Permen",
        "PANRB",
        None,
        None,
    ),
    ("Peraturan Pemerintah tentang Pelaksanaan UU Nomor 6 Tahun 2014", "PP", None, None, None),
]

RUSAK: list[Row] = [
    ("Undang-undangNomor 17 Tahun 2003 tentangKeuangan Negara", "UU", None, "17", 2003),
    ("PermenPANRBNo. 35Tahun 2012", "Permen", "PANRB", "35", 2012),
    ("Pcraturan Pernerintah Nornor 17 Tahun 2018", "PP", None, "17", 2018),
    ("Peratvran Pemerintah Nomor 17 Tahun 2018", "PP", None, "17", 2018),
    ("raturan Bupati Sukamaju Nomor 17 Tahun 2018", "Perbup", "Kabupaten Sukamaju", "17", 2018),
    ("Undang-\nUndang Nomor 6\nTahun 2014", "UU", None, "6", 2014),
    ("Peraturan\nWalikota Mandalika Nomor 5 Tahun 2023", "Perwali", "Kota Mandalika", "5", 2023),
    ("Peraturan Peme-\nrintah Nomor 17 Tahun 2018", "PP", None, "17", 2018),
    ("^Peraturan ^Pemerintah Nomor 17  Tahun 2018", "PP", None, "17", 2018),
    ("3. Peraturan Pemerintah Nomor 17 Tahun 2018;", "PP", None, "17", 2018),
    (
        "Peraturan Menteri Dalam Negeri Republlk Indonesia Nomor 114 Tahun 2014",
        "Permen",
        "Dalam Negeri",
        "114",
        2014,
    ),
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Refomasi Birokasi Nomor 35 Tahun 2012",
        "Permen",
        "PANRB",
        "35",
        2012,
    ),
    # words that only look like one of a head
    ("Ketentuan UU Nomor 25 Tahun 2009", "UU", None, "25", 2009),
]

BUKAN = [
    "Peraturan perundang-undangan yang berlaku",
    "Rencana Strategis Dinas Tahun 2016-2021",
    "Rencana Kerja Tahun 2019/2020",
    "DPA Kecamatan Sukarasa Tahun 2019",
    "Nota Dinas Nomor 800/12/2020",
    "Standar Operasional Prosedur Nomor 5 Tahun 2019",
    "Surat Perintah Tugas",
    "Perjanjian Kinerja",
]


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
        ("Peratvran Pemerintah Nomor 8 Tahun 2014", {"jenis"}),
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
