"""Tiny factories for the tests: a whole valid SOP, and a raw SOP written down as plain texts.

All people, numbers and units are fictional.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from extractors.pages import Source
from extractors.raw import RawField, RawMark, RawSop, RawStep
from extractors.spans import Span
from normalizers.model import Langkah, Pelaksana, Sop, Sumber

BARIS = ("no", "uraian", "kelengkapan", "waktu", "output", "keterangan")
CARA = {"kop": "pola", "judul": "judul", "tanda_tangan": "tanda_tangan", "prosedur": "tabel"}


def a_span(text: str, piece: str, start: int = 0) -> Span:
    """The first occurrence of a piece in a text as a Span."""
    at = text.index(piece, start)
    return Span(piece, range(at, at + len(piece)))


def a_field(text: str, piece: str | None = None, cara: str = "label", keyakinan: float = 1.0) -> RawField:
    """A RawField of a piece of a text, or of the whole text."""
    return RawField(a_span(text, text if piece is None else piece), cara, keyakinan)


def a_sumber(**ganti: Any) -> Sumber:
    """A Sumber of a text file; arguments replace fields."""
    return Sumber(**{"berkas": "contoh.txt", "sha256": "0" * 64, "halaman": [1], "jenis": "teks"} | ganti)


def a_sop(**ganti: Any) -> Sop:
    """A complete, valid SOP without findings; arguments replace whole contract keys (dicts or models)."""
    return Sop.model_validate(_SOP | ganti)


def a_langkah(no: int | None = 1, uraian: str = "Mencatat surat masuk", **ganti: Any) -> Langkah:
    """A step; arguments replace its fields."""
    return Langkah.model_validate(_langkah(no, uraian) | ganti)


def a_pelaksana(nama: str = "Camat", **ganti: Any) -> Pelaksana:
    """An actor column whose id is its name in lower case with hyphens."""
    return Pelaksana.model_validate(_kolom(nama) | ganti)


def a_raw(
    *,
    kop: Sequence[str] = (),
    identitas: Mapping[str, str] | None = None,
    tanda_tangan: str | None = None,
    judul: Sequence[str] = (),
    kotak: Mapping[str, Sequence[str]] | None = None,
    pelaksana: Sequence[str] = (),
    bersimbol: bool = False,
    prosedur: Sequence[Mapping[str, Any]] = (),
    pindah: Sequence[str] = (),
    keyakinan: float = 1.0,
) -> RawSop:
    """A RawSop whose source holds exactly the given texts, each on lines of its own.

    A step is a dict of texts by column name; ``tanda`` in it maps column numbers to symbols.
    """
    lines: list[str] = []
    place = 0

    def span(text: str) -> Span:
        nonlocal place
        lines.append(text)
        place += len(text) + 1
        return Span(text, range(place - 1 - len(text), place - 1))

    def field(text: str, cara: str = "label") -> RawField:
        return RawField(span(text), cara, keyakinan)

    def step(row: Mapping[str, Any]) -> RawStep:
        cells: dict[str, Any] = {
            key: field(row[key], "tabel") if row.get(key) is not None else None for key in BARIS
        }
        marks = [RawMark(k, span(s or "#"), s, keyakinan) for k, s in row.get("tanda", {}).items()]
        return RawStep(**cells, tanda=tuple(marks))

    parts: dict[str, Any] = {
        "kop": tuple(field(text, "pola") for text in kop),
        "identitas": {key: field(text) for key, text in (identitas or {}).items()},
        "kotak": {key: tuple(field(text) for text in items) for key, items in (kotak or {}).items()},
        "judul": tuple(field(text, "judul") for text in judul),
        "pelaksana": tuple(field(text, "tabel") for text in pelaksana),
        "prosedur": tuple(step(row) for row in prosedur),
        "tanda_tangan": None if tanda_tangan is None else field(tanda_tangan, "tanda_tangan"),
    }
    return RawSop(source=Source("\n".join(lines)), bersimbol=bersimbol, pindah=tuple(pindah), **parts)


def _kolom(nama: str) -> dict[str, Any]:
    return {"id": nama.lower().replace(" ", "-"), "nama": nama, "label": nama, "anggota": []}


def _langkah(no: int | None, uraian: str) -> dict[str, Any]:
    return {
        "no": no,
        "uraian": uraian,
        "pelaksana": [{"id": "staf", "simbol": "proses"}],
        "kelengkapan": "Surat masuk",
        "waktu": {"teks": "10 menit", "nilai": 10, "satuan": "menit", "menit": 10},
        "output": "Lembar disposisi",
        "keterangan": None,
    }


_SOP: dict[str, Any] = {
    "id": "kecamatan-sukamaju--pengelolaan-surat-masuk",
    "sumber": {"berkas": "contoh.txt", "sha256": "0" * 64, "halaman": [1], "jenis": "teks"},
    "instansi": {"pemerintah": "Pemerintah Kabupaten Wanasari", "unit": "Kecamatan Sukamaju"},
    "identitas": {
        "nomor_sop": "065/12/SOP/2021",
        "tanggal_pembuatan": "2021-01-04",
        "tanggal_revisi": "2021-02-01",
        "tanggal_efektif": "2021-03-01",
        "tanggal_pengesahan": "2021-02-15",
        "nama_sop": "Pengelolaan Surat Masuk",
        "disahkan_oleh": {
            "jabatan": "Camat Sukamaju",
            "status": None,
            "nama": "Bagas Wirayuda, S.STP.",
            "pangkat": "Pembina",
            "nip": "197803152000031002",
        },
    },
    "dasar_hukum": [
        {
            "teks": "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
            "jenis": "UU",
            "nomor": "43",
            "tahun": 2009,
            "tentang": "Kearsipan",
        },
        {
            "teks": "Peraturan Bupati Wanasari Nomor 7 Tahun 2019 tentang Tata Naskah Dinas",
            "jenis": "Perbup",
            "lembaga": "Kabupaten Wanasari",
            "nomor": "7",
            "tahun": 2019,
            "tentang": "Tata Naskah Dinas",
        },
    ],
    "kualifikasi_pelaksana": ["Memahami tata naskah dinas"],
    "keterkaitan": ["SOP Pengelolaan Surat Keluar"],
    "peralatan_perlengkapan": ["Komputer", "Buku agenda"],
    "peringatan": ["Surat yang tidak dicatat tidak dapat ditelusuri"],
    "pencatatan_pendataan": ["Buku agenda surat masuk"],
    "pelaksana": [_kolom("Camat"), _kolom("Staf")],
    "prosedur": [
        _langkah(1, "Menerima dan mencatat surat masuk")
        | {"pelaksana": [{"id": "staf", "simbol": "terminator"}]},
        _langkah(2, "Mendisposisi surat masuk") | {"pelaksana": [{"id": "camat", "simbol": "proses"}]},
        _langkah(3, "Mengarsipkan surat masuk") | {"pelaksana": [{"id": "staf", "simbol": "terminator"}]},
    ],
}
