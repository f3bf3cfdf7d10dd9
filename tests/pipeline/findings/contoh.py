"""A sound SOP, and cases written as changes to it.

All people, numbers and units are fictional; the regulations are real.
"""

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from normalizers.model import Sop
from normalizers.reading import Saksi

_LANGKAH = (
    (
        "Memerintahkan Sekretaris menyusun rencana kerja",
        "camat",
        "terminator",
        "Surat edaran",
        "Lembar disposisi",
    ),
    (
        "Menugaskan Staf mengumpulkan data kegiatan",
        "sekcam",
        "proses",
        "Lembar disposisi",
        "Lembar disposisi",
    ),
    ("Mengumpulkan data kegiatan", "staf", "proses", "Lembar disposisi", "Data kegiatan"),
    ("Menyusun konsep rencana kerja", "staf", "proses", "Data kegiatan", "Konsep rencana kerja"),
    ("Memeriksa konsep rencana kerja", "sekcam", "keputusan", "Konsep rencana kerja", "Konsep rencana kerja"),
    ("Menandatangani rencana kerja", "camat", "proses", "Konsep rencana kerja", "Rencana kerja"),
    ("Mengarsipkan rencana kerja", "staf", "terminator", "Rencana kerja", "Arsip rencana kerja"),
)

SEHAT: dict[str, Any] = {
    "id": "kecamatan-wanasari--penyusunan-rencana-kerja",
    "sumber": {"berkas": "wanasari.txt", "sha256": "0" * 64, "halaman": [1, 2], "jenis": "teks"},
    "instansi": {"pemerintah": "Pemerintah Kabupaten Sukamaju", "unit": "Kecamatan Wanasari"},
    "identitas": {
        "nomor_sop": "065/12/SOP/2024",
        "tanggal_pembuatan": "2024-01-15",
        "tanggal_revisi": None,
        "tanggal_efektif": "2024-02-01",
        "tanggal_pengesahan": "2024-01-30",
        "nama_sop": "Penyusunan Rencana Kerja",
        "disahkan_oleh": {
            "jabatan": "Camat Wanasari",
            "status": None,
            "nama": "Ratna Puspita, S.STP., M.Si.",
            "pangkat": "Pembina",
            "nip": "198004122003122001",
        },
    },
    "dasar_hukum": [
        {
            "teks": "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
            "jenis": "UU",
            "nomor": "43",
            "tahun": 2009,
            "tentang": "Kearsipan",
            "status": "berlaku",
        },
        {
            "teks": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 "
            "tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
            "jenis": "Permen",
            "lembaga": "PANRB",
            "nomor": "35",
            "tahun": 2012,
            "tentang": "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
            "status": "berlaku",
        },
        {
            "teks": "Peraturan Daerah Kabupaten Sukamaju Nomor 8 Tahun 2016 tentang Pembentukan dan Susunan "
            "Perangkat Daerah (Lembaran Daerah Kabupaten Sukamaju Tahun 2016 Nomor 8)",
            "jenis": "Perda",
            "lembaga": "Kabupaten Sukamaju",
            "nomor": "8",
            "tahun": 2016,
            "tentang": "Pembentukan dan Susunan Perangkat Daerah",
            "lembaran": [{"jenis": "LD", "tahun": 2016, "nomor": "8"}],
        },
    ],
    "kualifikasi_pelaksana": ["Memahami perencanaan kegiatan", "Mampu mengoperasikan komputer"],
    "keterkaitan": ["SOP Penyusunan Laporan Kinerja"],
    "peralatan_perlengkapan": ["Komputer", "Printer"],
    "peringatan": ["Bila terlambat, anggaran kegiatan tidak dapat diusulkan."],
    "pencatatan_pendataan": ["Disimpan sebagai data elektronik dan manual"],
    "pelaksana": [
        {"id": "camat", "nama": "Camat", "label": "Camat"},
        {"id": "sekcam", "nama": "Sekretaris Kecamatan", "label": "Sekretaris"},
        {"id": "staf", "nama": "Staf", "label": "Staf"},
    ],
    "prosedur": [
        {
            "no": no,
            "uraian": uraian,
            "pelaksana": [{"id": pelaku, "simbol": simbol}],
            "kelengkapan": kelengkapan,
            "waktu": {"teks": "1 hari", "nilai": 1, "satuan": "hari", "menit": 450},
            "output": output,
        }
        for no, (uraian, pelaku, simbol, kelengkapan, output) in enumerate(_LANGKAH, 1)
    ],
    "alur": [],
}
"""Breaks no rule at all, not even one of level info."""


def sop(ubah: Mapping[str, Any] | None = None, kosongkan: Iterable[str] = ()) -> Sop:
    """The sound SOP with changes.

    Args:
        ubah: JSON Pointer -> what stands there instead; "-" as the last part appends to a list.
        kosongkan: JSON Pointers of what is not there: lists become empty, other values null.
    """
    isi = copy.deepcopy(SEHAT)
    for lokasi, nilai in (ubah or {}).items():
        induk, kunci = _induk(isi, lokasi)
        if kunci == "-":
            induk.append(nilai)
        else:
            induk[kunci] = nilai
    for lokasi in kosongkan:
        induk, kunci = _induk(isi, lokasi)
        induk[kunci] = [] if isinstance(induk[kunci], list) else None
    return Sop.model_validate(isi)


def saksi(baris: Iterable[Mapping[str, str]]) -> list[Saksi]:
    """Witnesses from the ``saksi`` tables of a case; ``teks`` may be left out."""
    return [Saksi(b["lokasi"], b["jenis"], b.get("teks", "")) for b in baris]


def _induk(isi: Any, lokasi: str) -> tuple[Any, Any]:
    """The list or dict that holds the place, and the place's key in it."""
    *jalan, kunci = lokasi.removeprefix("/").split("/")
    for bagian in jalan:
        isi = isi[int(bagian)] if isinstance(isi, list) else isi.setdefault(bagian, {})
    return isi, int(kunci) if isinstance(isi, list) and kunci != "-" else kunci
