"""Texts that are data: JSON, YAML and XML with labels for keys."""

import json

import pytest

from extractors.dumps.dump import blocks_of_data, carried_text
from tests.extractors.plain import identitas, kotak, langkah, one_sop, pelaksana

FIELDS = {
    "nomor_sop": "065/2/2021",
    "tanggal_pembuatan": "3 Januari 2021",
    "tanggal_revisi": "-",
    "disahkan_oleh": {"jabatan": "CAMAT BANYUREJO", "nama": "SURYO W, S.Sos", "nip": "19710412 199203 1 004"},
    "nama_sop": 'Legalisasi "Surat"',
}
BOXES = {
    "dasar_hukum": [
        {"jenis": "Undang-Undang", "nomor": 25, "tahun": 2009, "tentang": "Pelayanan Publik"},
        "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan",
    ],
    "kualifikasi_pelaksana": ["Ramah", "Teliti"],
    "keterkaitan": None,
    "peralatan_perlengkapan": "1. Komputer\n2. Printer",
}
STEPS = [
    {
        "no": 1,
        "kegiatan": "Mengajukan berkas",
        "pelaksana": {"pemohon": "○", "camat": ""},
        "mutu_baku": {"kelengkapan": "Surat", "waktu": "5 menit", "output": "Berkas"},
    },
    {
        "no": 2,
        "kegiatan": "Menandatangani",
        "pelaksana": {"pemohon": None, "camat": "□"},
        "mutu_baku": {"kelengkapan": "Berkas", "waktu": "1 hari", "output": "Surat sah"},
    },
]
SOP = {
    "kop": ["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN BANYUREJO"],
    **FIELDS,
    "isi": BOXES,
    "prosedur": STEPS,
}


@pytest.mark.parametrize(
    "text", [json.dumps(SOP), f"Hasil:\n```json\n{json.dumps({'sop': SOP}, indent=2)}\n```"]
)
def test_keys_are_labels_and_steps_are_rows(text: str) -> None:
    sop = one_sop(text)
    assert identitas(sop)["nomor_sop"] == "065/2/2021"
    assert identitas(sop)["nama_sop"] == 'Legalisasi "Surat"'
    assert identitas(sop)["disahkan_oleh"] == "CAMAT BANYUREJO SURYO W, S.Sos nip 19710412 199203 1 004"
    assert kotak(sop)["dasar_hukum"][0] == "Undang-Undang nomor 25 tahun 2009 tentang Pelayanan Publik"
    assert kotak(sop)["kualifikasi_pelaksana"] == ["Ramah", "Teliti"]
    assert kotak(sop)["peralatan_perlengkapan"] == ["Komputer", "Printer"]
    assert kotak(sop)["keterkaitan"] == []
    assert pelaksana(sop) == ["pemohon", "camat"]
    assert langkah(sop) == [
        ["1", "Mengajukan berkas", "Surat", "5 menit", "Berkas", None],
        ["2", "Menandatangani", "Berkas", "1 hari", "Surat sah", None],
    ]
    assert [[(mark.kolom, mark.simbol) for mark in step.tanda] for step in sop.prosedur] == [
        [(0, "terminator")],
        [(1, "proses")],
    ]


def test_values_know_where_they_stand() -> None:
    text = json.dumps(SOP, indent=1)
    sop = one_sop(text)
    quoted, lines = sop.source.quote(sop.identitas["nama_sop"].span)
    assert quoted == 'Legalisasi \\"Surat\\"'
    assert lines
    assert text.splitlines()[lines[0] - 1].strip().startswith('"nama_sop"')


def test_an_end_that_was_cut_off_takes_nothing_else_along() -> None:
    text = json.dumps(SOP, indent=1)
    sop = one_sop(text[: text.index("Surat sah") + 5])
    assert identitas(sop)["tanggal_pembuatan"] == "3 Januari 2021"
    assert langkah(sop)[1] == ["2", "Menandatangani", "Berkas", "1 hari", "Surat", None]


YAML = """```yaml
pemerintah: "PEMERINTAH KABUPATEN WANASARI"
unit_kerja: KECAMATAN BANYUREJO
nomor_sop: '065/2/2021'
tanggal_efektif: null
nama_sop: Legalisasi Surat: Asli
kualifikasi_pelaksana:
- Ramah
- Teliti dan
  cermat
peralatan_perlengkapan: [Komputer, Printer]
peringatan: |
  1. Jika tidak lengkap, ditolak
  2. Jika palsu, dilaporkan
langkah_kerja:
  - no: 1
    uraian_kegiatan: >-
      Mengajukan
      berkas
    pelaksana:
      - nama: Pemohon
        simbol: terminator
    kelengkapan: Surat
    waktu: 5 menit
    output: Berkas
  - no: 2
    uraian_kegiatan: Menandatangani
    pelaksana: [Sekcam, Camat]
    kelengkapan: Berkas
    waktu: 1 hari
    output: Surat sah
```
"""


def test_yaml_with_the_ways_it_has_for_texts_and_lists() -> None:
    sop = one_sop(YAML)
    assert identitas(sop)["nomor_sop"] == "065/2/2021"
    assert "tanggal_efektif" not in identitas(sop)
    assert identitas(sop)["nama_sop"] == "Legalisasi Surat: Asli"
    assert kotak(sop)["kualifikasi_pelaksana"] == ["Ramah", "Teliti dan cermat"]
    assert kotak(sop)["peralatan_perlengkapan"] == ["Komputer", "Printer"]
    assert kotak(sop)["peringatan"] == ["Jika tidak lengkap, ditolak", "Jika palsu, dilaporkan"]
    assert pelaksana(sop) == ["Pemohon", "Sekcam", "Camat"]
    assert langkah(sop)[0] == ["1", "Mengajukan berkas", "Surat", "5 menit", "Berkas", None]
    assert [mark.simbol for mark in sop.prosedur[0].tanda] == ["terminator"]


def test_tags_that_are_named_like_labels() -> None:
    text = """<sop><kop>KECAMATAN BANYUREJO</kop>
<nomor_sop>065/2/2021</nomor_sop><nama_sop>Legalisasi &amp; Pengesahan</nama_sop>
<dasar_hukum><item>UU Nomor 25 Tahun 2009 tentang Pelayanan Publik</item></dasar_hukum>
<keterkaitan><item>SOP Arsip</item><item>SOP Surat</item></keterkaitan>
<prosedur>
<langkah><no>1</no><kegiatan>Mengajukan berkas</kegiatan><pelaksana>Pemohon</pelaksana><waktu>5 menit</waktu></langkah>
<langkah><no>2</no><kegiatan>Menandatangani</kegiatan><pelaksana>Camat</pelaksana><waktu>1 hari</waktu></langkah>
</prosedur></sop>"""
    sop = one_sop(text)
    assert identitas(sop)["nama_sop"] == "Legalisasi & Pengesahan"
    assert kotak(sop)["dasar_hukum"] == ["UU Nomor 25 Tahun 2009 tentang Pelayanan Publik"]
    assert kotak(sop)["keterkaitan"] == ["SOP Arsip", "SOP Surat"]
    assert langkah(sop)[1] == ["2", "Menandatangani", None, "1 hari", None, None]


def test_labels_that_are_values_and_a_table_row_by_row() -> None:
    data = {
        "fields": [
            {"label": "Nomor SOP:", "value": "065/2/2021", "confidence": 0.98},
            {"label": "Nama SOP", "value": "Legalisasi Surat", "confidence": 0.95},
            {"label": "Dasar Hukum", "value": ["UU Nomor 25 Tahun 2009 tentang Pelayanan Publik"]},
        ],
        "table": {
            "headers": ["No", "Kegiatan", "Pemohon", "Camat", "Kelengkapan", "Waktu", "Output"],
            "rows": [
                ["1", "Mengajukan berkas", "○", "", "Surat", "5 menit", "Berkas"],
                ["2", "Menandatangani", "", "□", "Berkas", "1 hari", "Surat sah"],
            ],
        },
    }
    sop = one_sop(json.dumps(data))
    assert identitas(sop)["nomor_sop"] == "065/2/2021"
    assert pelaksana(sop) == ["Pemohon", "Camat"]
    assert langkah(sop)[0] == ["1", "Mengajukan berkas", "Surat", "5 menit", "Berkas", None]


def test_data_that_carry_a_text_give_it_back() -> None:
    page = "Nomor SOP\t: 065/2/2021\nNama SOP\t: Legalisasi Surat\nDasar Hukum\n1. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik\n"
    text = json.dumps(
        {"pages": [{"index": 0, "markdown": page + " " * 200 + "Peringatan\nJika salah, ditolak"}]}
    )
    assert blocks_of_data(text) is None
    sop = one_sop(text)
    assert identitas(sop)["nomor_sop"] == "065/2/2021"
    assert sop.source.quote(sop.identitas["nomor_sop"].span)[0] == "065/2/2021"


@pytest.mark.parametrize(
    "text",
    [
        "Nomor SOP : [diisi]\nNama SOP : {nama}\nDasar Hukum :\n1. UU 25 Tahun 2009",
        "NOMOR SOP: 1\nNama SOP: Surat\nKeterkaitan:\n- SOP A\n- SOP B",
        '{"a": 1, "b": [1, 2]}',
        "<p>Nomor SOP</p>",
        "",
    ],
)
def test_other_texts_are_no_data(text: str) -> None:
    assert blocks_of_data(text) is None
    assert carried_text(text) is None
