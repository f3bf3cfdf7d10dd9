"""SOPs of one procedure in several units, written as lines. All units and people are fictional."""

from collections.abc import Sequence
from typing import Any

from normalizers.model import Sop
from tests.builders import a_sop

LANGKAH = (
    ("Menerima berkas permohonan dari pemohon", "petugas-loket", 5),
    ("Memeriksa kelengkapan berkas permohonan", "kasi", 15),
    ("Mengetik konsep surat pengantar", "staf", 30),
    ("Memaraf konsep surat pengantar", "sekcam", 10),
    ("Menandatangani surat pengantar", "camat", 60),
    ("Menyerahkan surat pengantar kepada pemohon", "petugas-loket", 5),
)
"""What is done, by whom, in how many minutes."""

Baris = tuple[str, str | None, float | None]


def an_sop(
    unit: str, langkah: Sequence[Baris] = LANGKAH, nama: str = "Surat Pengantar Nikah", **ganti: Any
) -> Sop:
    """The SOP of a unit; its id is the unit in small letters."""
    actors = list(dict.fromkeys(who for _, who, _ in langkah if who))
    steps = [
        {
            "no": no,
            "uraian": uraian,
            "pelaksana": [{"id": who, "simbol": "proses"}] if who else None,
            "kelengkapan": "Berkas",
            "waktu": None
            if menit is None
            else {"teks": f"{menit} menit", "nilai": menit, "satuan": "menit", "menit": menit},
            "output": "Surat",
            "keterangan": None,
        }
        for no, (uraian, who, menit) in enumerate(langkah, 1)
    ]
    isi: dict[str, Any] = {
        "id": unit.lower().replace(" ", "-"),
        "sumber": {"berkas": f"{unit}.txt", "sha256": "0" * 64, "halaman": [1], "jenis": "teks"},
        "instansi": {"pemerintah": "Pemerintah Kabupaten Wanasari", "unit": unit},
        "identitas": {"nama_sop": nama, "nomor_sop": f"470/{len(unit)}/{unit[-3:]}"},
        "keterkaitan": [],
        "pelaksana": [{"id": who, "nama": who.title(), "label": who} for who in actors],
        "prosedur": steps,
    }
    return a_sop(**isi | ganti)
