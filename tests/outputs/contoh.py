"""A fictional SOP with all that a report must cope with: repairs, gaps, findings, twelve actors, long words."""

from typing import Any

from normalizers.model import Bukti, Sop
from pipeline.naskah import Naskah, Sisa

BARIS_AWAL = 7
PELAKSANA = [
    ("camat", "Camat", "CAMAT"),
    ("sekretaris", "Sekretaris", "Sekertaris"),
    ("kasi+kasubag", "Kasi / Kasubag", "Kasi / Kasubag"),
    ("kasubag-umum", "Kasubag Umum", "Kasubbag Umum"),
    ("bendahara", "Bendahara", "Bendahara"),
    ("operator", "Operator", "Operato r Komputer"),
    ("staf", "Staf", "Staf"),
    ("kepala-desa", "Kepala Desa", "Kades"),
    ("babinsa", "Babinsa", "Babinsa"),
    ("pendamping", "Pendamping", "Pendamping"),
    ("tim-verifikasi", "Tim Verifikasi", "Tim Verifikasi"),
    ("pemohon", "Pemohon", "Pemohon"),
]
TEKS = """\
PEMERINTAH KABUPATEN WANASARI
KECAMATAN SUKAMAJU
Lembar ini dicetak dari aplikasi tata usaha
Nomor SOP	: 065 / 12 / SOP/2O21
Tanggal Pembuatan	: 4 Januari 2021
Tanggal Revisi	: --
Tanggal Efektif	: Maret 2021
Disahkan oleh	: Pt. CAMAT SUKAMAJU BAGAS WIRAYUDA, SSTP NIP. 19780315 200003 1 0023
Nama SOP	: PENERBITAN SURAT KETERANGAN
DOMISILI USAHA
Dasar Hukum	Kualifikasi Pelaksana
1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Tahun 2014 Nomor 244);2. \
Peraturan Daerah Kabupaten Wanasari Nomor 15 Tahun 2106 tentang Susunan Perangkat Daerah (Lembaran Daerah \
Tahun 2016 Nomor 16)	<ol><li>Memahami tata naskah dinas</li><li>Menguasai kompu-
ter</li></ol>
3. Surat Edaran tentang Pelayanan
Keterkaitan	Peralatan dan Perlengkapan
SOP Pengelolaan Surat Masuk	a. Komputerb. Perinterc. www.layanan-penerbitan-surat-keterangan-domisili-usaha.sukamaju.example/formulir
Peringatan	Pencatatan dan Pendataan
	Buku agenda <script>alert(1)</script> & arsip
No	Kegiatan	Kelengkapan	Waktu	Output	Ket
1	Menerima berkas permohonan dari pemohon	Berkas permohonan	10 Menit	Tanda terima
2	Memeriksa  kelengkapan berkas dan mernberi catatan	Berkas permohonan	1 jam 30 mnt	Berkas lengkap	Bila tidak lengkap dikembalikan
3	Menyusun draf surat keterangan	Berkas lengkap	Setiap saat	Draf surat
4	Menandatangani surat keterangan		l hari	Surat keterangan
v >
Catatan kaki yang tidak termasuk kolom mana pun
""".splitlines()


def a_naskah() -> Naskah:
    """The example, with its evidence pointing into its own lines."""
    bukti: dict[str, Bukti] = {}

    def nilai(lokasi: str, value: Any, mentah: str, cara: str = "label", keyakinan: float = 0.97) -> Any:
        pieces = mentah.split("\n")
        first = next(i for i, line in enumerate(TEKS) if pieces[0] in line)
        baris = (BARIS_AWAL + first, BARIS_AWAL + first + len(pieces) - 1)
        bukti[lokasi] = Bukti(mentah=mentah, baris=baris, cara=cara, keyakinan=keyakinan)
        return value

    data = {
        "id": "kecamatan-sukamaju--penerbitan-surat-keterangan-domisili-usaha",
        "sumber": {
            "berkas": "kecamatan/sukamaju & sekitar.txt",
            "sha256": "ab" * 32,
            "halaman": [1],
            "jenis": "teks",
        },
        "instansi": {
            "pemerintah": nilai(
                "/instansi/pemerintah", "Pemerintah Kabupaten Wanasari", TEKS[0], "pola", 0.95
            ),
            "unit": nilai("/instansi/unit", "Kecamatan Sukamaju", TEKS[1], "pola", 0.95),
        },
        "identitas": _identitas(nilai),
        "dasar_hukum": _dasar_hukum(nilai),
        **_kotak(nilai),
        "pelaksana": [
            {"id": id_, "nama": nama, "label": label, "anggota": id_.split("+") if "+" in id_ else []}
            for id_, nama, label in PELAKSANA
        ],
        "prosedur": _prosedur(nilai),
        "alur": [
            {
                "dari": {"no": 2, "pelaksana": "kasubag-umum"},
                "ke": {"no": 1, "pelaksana": "staf"},
                "label": "Tidak",
            },
            {
                "dari": {"no": 2, "pelaksana": "kasubag-umum"},
                "ke": {"no": 3, "pelaksana": "operator"},
                "label": "Ya",
            },
        ],
        "temuan": TEMUAN,
    }
    for k, (_, _, label) in enumerate(PELAKSANA):
        bukti[f"/pelaksana/{k}/label"] = Bukti(mentah=label, baris=(26, 26), cara="tabel", keyakinan=0.9)
        if label != PELAKSANA[k][1]:
            cara = "koreksi" if "r K" in label or "Seker" in label else "tabel"
            bukti[f"/pelaksana/{k}/nama"] = Bukti(mentah=label, baris=(26, 26), cara=cara, keyakinan=0.85)
    sisa = tuple(Sisa(BARIS_AWAL + i, TEKS[i]) for i in (2, len(TEKS) - 2, len(TEKS) - 1))
    return Naskah(Sop.model_validate(data | {"bukti": bukti}), (), sisa, BARIS_AWAL, tuple(TEKS))


TEMUAN = [
    {
        "kode": "DH003",
        "tingkat": "galat",
        "lokasi": "/dasar_hukum/1/tahun",
        "pesan": "Tahun 2106 tidak mungkin; lembaran daerahnya bertahun 2016.",
        "usulan": "2016",
    },
    {
        "kode": "NP001",
        "tingkat": "galat",
        "lokasi": "/identitas/disahkan_oleh/nip",
        "pesan": "NIP berisi 19 angka, seharusnya 18; periksa pada surat keputusan pejabat.",
        "usulan": None,
    },
    {
        "kode": "PR004",
        "tingkat": "galat",
        "lokasi": "/prosedur/3/kelengkapan",
        "pesan": "Kelengkapan langkah 4 kosong; isi masukan yang diperlukan.",
        "usulan": None,
    },
    {
        "kode": "ID002",
        "tingkat": "peringatan",
        "lokasi": "/identitas/tanggal_pengesahan",
        "pesan": "Tanggal pengesahan tidak ada.",
        "usulan": None,
    },
    {
        "kode": "ID014",
        "tingkat": "peringatan",
        "lokasi": "/identitas/disahkan_oleh/status",
        "pesan": 'Status "Pt." tidak dikenal, dibaca sebagai Plt.',
        "usulan": "Plt.",
    },
    {
        "kode": "ID017",
        "tingkat": "peringatan",
        "lokasi": "/peringatan",
        "pesan": "Kotak Peringatan kosong; tulis akibat bila SOP tidak dijalankan.",
        "usulan": None,
    },
    {
        "kode": "PR010",
        "tingkat": "peringatan",
        "lokasi": "/prosedur/2/waktu",
        "pesan": 'Waktu "Setiap saat" tidak dapat diukur.',
        "usulan": None,
    },
    {
        "kode": "DH001",
        "tingkat": "peringatan",
        "lokasi": "/dasar_hukum/2",
        "pesan": "Nomor dan tahun tidak dapat dibaca dari dasar hukum ini.",
        "usulan": None,
    },
    {
        "kode": "ID008",
        "tingkat": "info",
        "lokasi": "/identitas/tanggal_efektif",
        "pesan": "Hari tidak disebut.",
        "usulan": None,
    },
    {
        "kode": "PR020",
        "tingkat": "info",
        "lokasi": "/prosedur",
        "pesan": "Urutan kolom mengikuti pangkat.",
        "usulan": None,
    },
    {
        "kode": "XX001",
        "tingkat": "info",
        "lokasi": "",
        "pesan": "Dokumen ini tidak memuat halaman sampul.",
        "usulan": None,
    },
]


def _identitas(nilai: Any) -> dict[str, Any]:
    oleh = "/identitas/disahkan_oleh"
    return {
        "nomor_sop": nilai("/identitas/nomor_sop", "065/12/SOP/2021", "065 / 12 / SOP/2O21", "koreksi", 0.82),
        "tanggal_pembuatan": nilai("/identitas/tanggal_pembuatan", "2021-01-04", "4 Januari 2021"),
        "tanggal_revisi": nilai("/identitas/tanggal_revisi", None, "--"),
        "tanggal_efektif": nilai("/identitas/tanggal_efektif", "2021-03", "Maret 2021"),
        "tanggal_pengesahan": None,
        "nama_sop": nilai(
            "/identitas/nama_sop",
            "Penerbitan Surat Keterangan Domisili Usaha",
            "PENERBITAN SURAT KETERANGAN\nDOMISILI USAHA",
        ),
        "disahkan_oleh": {
            "jabatan": nilai(f"{oleh}/jabatan", "Camat Sukamaju", "CAMAT SUKAMAJU"),
            "status": nilai(f"{oleh}/status", "Plt.", "Pt.", "koreksi", 0.8),
            "nama": nilai(f"{oleh}/nama", "Bagas Wirayuda, S.STP.", "BAGAS WIRAYUDA, SSTP"),
            "pangkat": None,
            "nip": nilai(f"{oleh}/nip", "1978031520000310023", "19780315 200003 1 0023", "label", 0.45),
        },
    }


def _dasar_hukum(nilai: Any) -> list[dict[str, Any]]:
    satu = (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Tahun 2014 Nomor 244)"
    )
    dua = (
        "Peraturan Daerah Kabupaten Wanasari Nomor 15 Tahun 2106 tentang Susunan Perangkat Daerah "
        "(Lembaran Daerah Tahun 2016 Nomor 16)"
    )
    return [
        {
            "teks": nilai("/dasar_hukum/0/teks", satu, satu),
            "jenis": nilai("/dasar_hukum/0/jenis", "UU", "Undang-Undang"),
            "nomor": nilai("/dasar_hukum/0/nomor", "23", "Nomor 23"),
            "tahun": nilai("/dasar_hukum/0/tahun", 2014, "Tahun 2014"),
            "tentang": "Pemerintahan Daerah",
            "lembaran": [{"jenis": "LN", "tahun": 2014, "nomor": "244"}],
        },
        {
            "teks": nilai("/dasar_hukum/1/teks", dua, dua),
            "jenis": "Perda",
            "lembaga": "Kabupaten Wanasari",
            "nomor": "15",
            "tahun": nilai("/dasar_hukum/1/tahun", 2106, "2106"),
            "tentang": "Susunan Perangkat Daerah",
            "lembaran": [{"jenis": "LD", "tahun": 2016, "nomor": "16"}],
        },
        {
            "teks": nilai(
                "/dasar_hukum/2/teks", "Surat Edaran tentang Pelayanan", "Surat Edaran tentang Pelayanan"
            ),
            "jenis": nilai("/dasar_hukum/2/jenis", "SE", "Surat Edaran", "inferensi", 0.6),
            "tentang": "Pelayanan",
        },
    ]


def _kotak(nilai: Any) -> dict[str, list[str]]:
    panjang = "www.layanan-penerbitan-surat-keterangan-domisili-usaha.sukamaju.example/formulir"
    return {
        "kualifikasi_pelaksana": [
            nilai("/kualifikasi_pelaksana/0", "Memahami tata naskah dinas", "Memahami tata naskah dinas"),
            nilai("/kualifikasi_pelaksana/1", "Menguasai komputer", "Menguasai kompu-\nter"),
        ],
        "keterkaitan": [
            nilai("/keterkaitan/0", "SOP Pengelolaan Surat Masuk", "SOP Pengelolaan Surat Masuk")
        ],
        "peralatan_perlengkapan": [
            nilai("/peralatan_perlengkapan/0", "Komputer", "Komputer"),
            nilai("/peralatan_perlengkapan/1", "Printer", "Perinter", "koreksi", 0.88),
            nilai("/peralatan_perlengkapan/2", panjang, panjang),
        ],
        "peringatan": [],
        "pencatatan_pendataan": [
            nilai(
                "/pencatatan_pendataan/0",
                "Buku agenda <script>alert(1)</script> & arsip",
                "Buku agenda <script>alert(1)</script> & arsip",
            )
        ],
    }


def _prosedur(nilai: Any) -> list[dict[str, Any]]:
    def tabel(key: str, value: Any, mentah: str, cara: str = "tabel", keyakinan: float = 0.93) -> Any:
        return nilai(f"/prosedur/{key}", value, mentah, cara, keyakinan)

    return [
        {
            "no": 1,
            "uraian": tabel("0/uraian", *2 * ("Menerima berkas permohonan dari pemohon",)),
            "pelaksana": [{"id": "staf", "simbol": "terminator"}, {"id": "pemohon", "simbol": None}],
            "kelengkapan": tabel("0/kelengkapan", *2 * ("Berkas permohonan",)),
            "waktu": tabel(
                "0/waktu", {"teks": "10 menit", "nilai": 10, "satuan": "menit", "menit": 10}, "10 Menit"
            ),
            "output": tabel("0/output", *2 * ("Tanda terima",)),
        },
        {
            "no": 2,
            "uraian": tabel(
                "1/uraian",
                "Memeriksa kelengkapan berkas dan memberi catatan",
                "Memeriksa  kelengkapan berkas dan mernberi catatan",
                "koreksi",
                0.8,
            ),
            "pelaksana": [{"id": "kasubag-umum", "simbol": "keputusan"}],
            "kelengkapan": tabel("1/kelengkapan", *2 * ("Berkas permohonan",)),
            "waktu": tabel(
                "1/waktu",
                {"teks": "1 jam 30 menit", "nilai": 90, "satuan": "menit", "menit": 90},
                "1 jam 30 mnt",
            ),
            "output": tabel("1/output", *2 * ("Berkas lengkap",)),
            "keterangan": tabel("1/keterangan", *2 * ("Bila tidak lengkap dikembalikan",)),
        },
        {
            "no": 3,
            "uraian": tabel("2/uraian", *2 * ("Menyusun draf surat keterangan",)),
            "pelaksana": [],
            "kelengkapan": tabel("2/kelengkapan", *2 * ("Berkas lengkap",)),
            "waktu": tabel("2/waktu", {"teks": "Setiap saat"}, "Setiap saat"),
            "output": tabel("2/output", *2 * ("Draf surat",)),
        },
        {
            "no": 4,
            "uraian": tabel("3/uraian", *2 * ("Menandatangani surat keterangan",)),
            "pelaksana": [{"id": "camat", "simbol": "terminator"}],
            "waktu": tabel(
                "3/waktu",
                {"teks": "1 hari", "nilai": 1, "satuan": "hari", "menit": 450},
                "l hari",
                "koreksi",
                0.7,
            ),
            "output": tabel("3/output", *2 * ("Surat keterangan",)),
        },
    ]
